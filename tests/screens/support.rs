//! A kiosk without a window: the real walk behind the real screens, with a clock that stands still and a book
//! that answers what the test says.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use buku_pengunjung::domain::card::{CardNumber, CardPattern};
use buku_pengunjung::domain::form::{GroupLimits, NonMemberForm};
use buku_pengunjung::domain::internet::WeekHours;
use buku_pengunjung::domain::lookup::{CardAnswer, Listing};
use buku_pengunjung::domain::member::{Member, MemberStatus};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::policy::{ExpiredCard, OutsideHours, RepeatRule};
use buku_pengunjung::domain::purpose::{Purpose, PurposeId, Tint};
use buku_pengunjung::domain::visit::{MembershipType, Receipt, VisitId};
use buku_pengunjung::flow::{Effect, Event, Moment, Rules, State, update};
use buku_pengunjung::i18n::{Lang, Words};
use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::layout::{self, Canvas};
use buku_pengunjung::ui::screens;
use buku_pengunjung::ui::theme::Theme;
use buku_pengunjung::ui::view::{House, ReaderPosition, View};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use egui::{Vec2, vec2};
use egui_kittest::Harness;
use uuid::Uuid;

/// The four screens of the issue, in pixels.
pub const SIZES: [(&str, Vec2); 4] = [
    ("1920x1080", vec2(1920.0, 1080.0)),
    ("1366x768", vec2(1366.0, 768.0)),
    ("1280x1024", vec2(1280.0, 1024.0)),
    ("1080x1920", vec2(1080.0, 1920.0)),
];

/// The synthetic member's number.
pub const CARD: &str = "0024118736";

/// The walk, its rules, and what came out of it.
pub struct Kiosk {
    pub state: State,
    pub rules: Rules,
    pub house: House,
    /// Everything that the walk asked for, oldest first.
    pub effects: Vec<Effect>,
    /// Everything that the screens answered, oldest first.
    pub events: Vec<Event>,
    pub now: Duration,
    /// Wears the look that moves.
    pub moves: bool,
    kit: Rc<RefCell<Option<Kit>>>,
    minted: u128,
}

impl Kiosk {
    /// On Welcome, at 09.42 on 25 November 2026.
    pub fn new() -> Self {
        let rules = rules();
        Self {
            state: State::new(&rules),
            rules,
            house: house(),
            effects: Vec::new(),
            events: Vec::new(),
            now: Duration::from_secs(100),
            moves: false,
            kit: Rc::default(),
            minted: 0,
        }
    }

    /// A kiosk in its first state that paints into the same window.
    pub fn another(&self) -> Self {
        Self { kit: Rc::clone(&self.kit), ..Self::new() }
    }

    /// The same kiosk in that language, with or without large text.
    pub fn wearing(mut self, lang: Lang, aa: bool) -> Self {
        self.state.lang = lang;
        self.state.aa = aa;
        if lang == Lang::En {
            "Library and Archives Service, Banyuwangi Regency".clone_into(&mut self.house.name);
            "Banyuwangi Library".clone_into(&mut self.house.short_name);
            self.house.service = shipped_service(Lang::En);
        }
        self
    }

    /// The present moment, on both clocks.
    pub fn moment(&mut self) -> Moment {
        self.minted += 1;
        Moment { mono: self.now, utc: self.utc(), fresh: VisitId(Uuid::from_u128(self.minted)) }
    }

    fn utc(&self) -> DateTime<Utc> {
        let began = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap().and_hms_opt(2, 42, 0).unwrap().and_utc();
        began + TimeDelta::from_std(self.now.checked_sub(Duration::from_secs(100)).unwrap()).unwrap()
    }

    /// Lets something happen to the walk.
    pub fn send(&mut self, event: Event) {
        let moment = self.moment();
        let effects = update(&mut self.state, &self.rules, event, moment);
        self.effects.extend(effects);
    }

    /// Types into the walk as a hardware keyboard does.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.send(Event::Typed(c));
        }
    }

    /// Lets time pass, and the walk notice it.
    pub fn pass(&mut self, time: Duration) {
        self.now += time;
        self.send(Event::Tick);
    }

    /// The book's answer to the latest lookup.
    pub fn look_up(&mut self, listing: Listing, last_visit: Option<DateTime<Utc>>) {
        let ticket = self.effects.iter().rev().find_map(|e| match e {
            Effect::LookUp { ticket, .. } => Some(*ticket),
            _ => None,
        });
        let answer = CardAnswer { listing, last_visit, open_session: None, ticket: None };
        self.send(Event::Looked { ticket: ticket.expect("nothing was looked up"), answer });
    }

    /// Shows the member's card to the reader; the book knows it as `member`.
    pub fn scan(&mut self, member: Member) {
        self.send(Event::Scanned(CARD.to_owned()));
        self.look_up(Listing::Listed(member), None);
    }

    /// The book's receipt for the visit that is being written.
    pub fn record(&mut self) {
        let id = self.effects.iter().rev().find_map(|e| match e {
            Effect::Record(visit) => Some((visit.id, visit.at)),
            _ => None,
        });
        let (id, at) = id.expect("nothing is being written");
        self.send(Event::Recorded(Receipt { id, at, placed: None }));
    }

    /// A moment of this morning, by the library's clock.
    pub fn this_morning(hour: u32, minute: u32) -> DateTime<Utc> {
        let local = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap().and_hms_opt(hour, minute, 0).unwrap();
        local.and_utc() - TimeDelta::hours(7)
    }

    /// One frame of the window.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let canvas = layout::apply(ui.ctx());
        let kit = Rc::clone(&self.kit);
        let mut kit = kit.borrow_mut();
        let theme = theme(self.state.aa, self.moves);
        let kit = kit.get_or_insert_with(|| Kit::install(ui.ctx(), theme.clone()));
        kit.wear(ui.ctx(), theme);
        let events = {
            let view = View {
                state: &self.state,
                rules: &self.rules,
                words: Words::of(self.state.lang),
                canvas,
                kit,
                house: &self.house,
                now: self.now,
                clock: self.rules.local(self.utc()),
            };
            screens::show(ui, &view)
        };
        for event in events {
            self.events.push(event.clone());
            self.send(event);
        }
    }
}

/// A window of `pixels` that shows the kiosk, after its first frames.
pub fn window(kiosk: Kiosk, pixels: Vec2) -> Harness<'static, Kiosk> {
    let canvas = Canvas::of(pixels);
    let (kit, aa, moves) = (Rc::clone(&kiosk.kit), kiosk.state.aa, kiosk.moves);
    let mut harness = Harness::builder()
        .with_size(canvas.window.size())
        .with_pixels_per_point(canvas.scale)
        .with_step_dt(0.3)
        .with_render_cursor(false)
        .with_context_setup(move |ctx| *kit.borrow_mut() = Some(Kit::install(ctx, theme(aa, moves))))
        .build_ui_state(|ui, kiosk: &mut Kiosk| kiosk.frame(ui), kiosk);
    harness.run_steps(2);
    harness
}

/// The look of tests: nothing moves unless it is asked to.
fn theme(aa: bool, moves: bool) -> Theme {
    let theme = if aa { Theme::high_contrast() } else { Theme::normal() };
    if moves { theme } else { theme.still() }
}

/// A synthetic member whose card is good.
pub fn member() -> Member {
    Member {
        card_number: CardNumber::from_store(CARD),
        name: Name::from_list("Wulan Prameswari").unwrap(),
        sex: None,
        birth_date: None,
        education: None,
        occupation: None,
        address: None,
        valid_until: NaiveDate::from_ymd_opt(2027, 3, 14),
        status: MemberStatus::Active,
    }
}

/// The same member with a card that ended on 14 March 2026.
pub fn expired_member() -> Member {
    Member { valid_until: NaiveDate::from_ymd_opt(2026, 3, 14), ..member() }
}

/// The same member, blocked.
pub fn blocked_member() -> Member {
    Member { status: MemberStatus::Blocked, ..member() }
}

/// The library of the pictures.
pub fn house() -> House {
    House {
        name: "Dinas Perpustakaan dan Kearsipan Kabupaten Banyuwangi".to_owned(),
        short_name: "Perpustakaan Banyuwangi".to_owned(),
        address: "Jalan Jaksa Agung Suprapto No. 43, Penganjuran".to_owned(),
        phone: "(0333) 421197".to_owned(),
        instagram: "dispusipbwi".to_owned(),
        reader: ReaderPosition::Below,
        card_sample: "0024 1187 36".to_owned(),
        card_has_letters: false,
        keep_days: 365,
        service: shipped_service(Lang::Id),
    }
}

/// The rules as they are shipped.
pub fn rules() -> Rules {
    Rules {
        kiosk: "lobi".to_owned(),
        timezone: chrono_tz::Asia::Jakarta,
        language: Lang::Id,
        card: CardPattern::default(),
        debounce: Duration::from_secs(3),
        repeat: RepeatRule::Within(Duration::from_mins(30)),
        purposes: purposes(),
        internet: PurposeId::new("internet"),
        has_room: true,
        hours: WeekHours::default(),
        outside_hours: OutsideHours::Refuse,
        longest_session: None,
        internet_needs_card: true,
        expired_card: ExpiredCard::Refuse,
        form: NonMemberForm::default(),
        group: GroupLimits::default(),
        idle: Duration::from_secs(45),
        idle_warning: Duration::from_secs(20),
        thank_you: Duration::from_secs(10),
    }
}

fn purposes() -> Vec<Purpose> {
    use MembershipType::{Group, Member, NonMember};
    let purpose = |id: &str, icon: &str, tint, label_id: &str, label_en: &str| Purpose {
        id: PurposeId::new(id).unwrap(),
        label_id: label_id.to_owned(),
        label_en: label_en.to_owned(),
        icon: icon.to_owned(),
        tint,
        audience: vec![Member, NonMember, Group],
        active: true,
    };
    vec![
        purpose("read", "book-open-text", Tint::Blue, "Membaca di tempat", "Read here"),
        purpose("borrow_return", "books", Tint::Teal, "Meminjam atau mengembalikan buku", "Borrow or return books"),
        purpose("internet", "desktop", Tint::Amber, "Layanan internet gratis", "Free internet"),
        purpose("reference", "magnifying-glass", Tint::Purple, "Referensi atau penelitian", "Reference or research"),
        purpose("children", "balloon", Tint::Amber, "Layanan anak", "Children's services"),
        purpose("archive", "archive", Tint::Teal, "Layanan arsip", "Archive services"),
        purpose("education_visit", "bus", Tint::Blue, "Kunjungan atau wisata edukasi", "Educational visit or tour"),
        purpose("other", "dots-three-circle", Tint::Grey, "Lainnya", "Other"),
    ]
}

fn shipped_service(lang: Lang) -> buku_pengunjung::ui::view::Service {
    let config = buku_pengunjung::config::parse(buku_pengunjung::config::SHIPPED, "kiosk-config.toml").unwrap();
    buku_pengunjung::runtime::setup::house(&config, lang).service
}
