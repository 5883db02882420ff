//! Scenes of Kunjungan: a made-up page of the book, and what stands over it.

use buku_pengunjung::domain::audit::{Actor, AuditLine, Happened};
use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use buku_pengunjung::domain::listing::{BookPage, Listed, QuickCounts, RowKey};
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::staff::StaffId;
use buku_pengunjung::domain::visit::{Entry, MembershipType, VisitId, VoidReason};
use buku_pengunjung::domain::visit_row::VisitRow;
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Reply};
use buku_pengunjung::flow::staff::visits::{
    self, Ask as VisitsAsk, Choice, Days, Event, Field, Pick, Picked, RowAct, Shown, When, Which,
};
use buku_pengunjung::flow::staff::{Effect, Event as DeskEvent, Tab};
use buku_pengunjung::i18n::Lang;
use uuid::Uuid;

use crate::staff_support::{Office, clock};
use crate::staff_visits_layout::Scene;

/// Every scene for the layout test.
pub const SCENES: &[Scene] = &[
    ("visits", listed),
    ("visits with names", with_names),
    ("visits of one day", one_day),
    ("visits in the middle", middle),
    ("visits searched", searched),
    ("visits none", none),
    ("visits menu", menu),
    ("visits details", details),
    ("visits void", voiding),
    ("visits void words", words),
    ("visits filter", filter),
    ("visits when", when),
    ("visits calendar", calendar),
    ("visits purpose", purpose),
    ("visits by hand", by_hand),
    ("visits by hand group", by_hand_group),
    ("visits correct", correct),
    ("visits erase", erase),
    ("visits menu inside", menu_inside),
    ("visits end session", end_session),
    ("visits told", told),
    ("visits unread", unread),
];

/// A row of the made-up page: time, name, column, card or institution, purpose, seat, tenths.
type Made =
    (&'static str, &'static str, MembershipType, Option<&'static str>, &'static str, Option<&'static str>, Option<u32>);

const MADE: [Made; 10] = [
    ("13:44", "Wulan Contoh", MembershipType::Member, Some("0024118736"), "internet", Some("PC 07"), Some(180)),
    ("13:41", "Bagus Misalan", MembershipType::NonMember, None, "read", None, Some(410)),
    ("13:36", "Hadi Teladan", MembershipType::Member, Some("0021000505"), "borrow_return", None, Some(160)),
    ("13:28", "Nur Umpama", MembershipType::Member, Some("0023004271"), "internet", Some("PC 10"), Some(220)),
    ("13:20", "Ratna Rekaan", MembershipType::NonMember, None, "archive", None, Some(740)),
    ("13:12", "Slamet Percobaan", MembershipType::Member, Some("0019110048"), "reference", None, Some(190)),
    ("13:05", "Endah Teladan", MembershipType::Group, Some("SDN Contoh 2"), "education_visit", None, Some(520)),
    ("12:52", "Dimas Peraga", MembershipType::Member, Some("0024009090"), "internet", Some("PC 02"), Some(200)),
    ("12:47", "Ayu Ibarat", MembershipType::Member, Some("0025000012"), "children", None, None),
    ("12:40", "Yuliana Contoh", MembershipType::NonMember, None, "read", None, Some(370)),
];

pub fn id(n: usize) -> VisitId {
    VisitId(Uuid::from_u128(n as u128 + 1))
}

fn row(n: usize) -> Listed {
    let (time, name, kind, who, purpose, seat, tenths) = MADE[n];
    let at = format!("2026-11-25T{time}:00+07:00").parse().unwrap();
    let group = kind == MembershipType::Group;
    let row = VisitRow {
        id: id(n),
        recorded_at: at,
        kiosk: "lobi".into(),
        membership_type: kind,
        card_number: who.filter(|_| kind == MembershipType::Member).map(str::to_owned),
        name: Some(name.into()),
        sex: (!group).then_some(Sex::Female),
        age_group: (!group).then_some(AgeGroup::Adult),
        education: (!group).then_some(Education::Sma),
        occupation: (!group).then_some(Occupation::CivilServant),
        origin: None,
        institution: who.filter(|_| group).map(str::to_owned),
        male: Some(if group { 14 } else { 0 }),
        female: Some(if group { 20 } else { 1 }),
        headcount: if group { 34 } else { 1 },
        purpose: purpose.into(),
        purpose_note: None,
        entry: match (kind, tenths) {
            (_, None) => Entry::Manual,
            (MembershipType::Member, _) => Entry::Scanned,
            _ => Entry::Form,
        },
        checkin_tenths: tenths,
        seat: seat.map(str::to_owned),
        session_started_at: seat.map(|_| at),
        session_ended_at: (seat == Some("PC 02")).then(|| "2026-11-25T13:38:00+07:00".parse().unwrap()),
        session_end: None,
        shut_down: None,
        tidied: None,
        clean: None,
        voided: n == 9,
        void_reason: (n == 9).then(|| "mistake".to_owned()),
        corrects: None,
        card_expired: n == 2,
        card_unverified: false,
        clock_suspect: false,
    };
    let key = RowKey { day: clock().date(), at_ms: at.timestamp_millis(), n: 100 - i64::try_from(n).unwrap() };
    Listed { key, row, erased: false }
}

fn purposes() -> Vec<(PurposeId, String)> {
    [
        ("read", "Membaca di tempat"),
        ("borrow_return", "Meminjam atau mengembalikan buku"),
        ("internet", "Layanan internet gratis"),
        ("reference", "Referensi atau penelitian"),
        ("children", "Layanan anak"),
        ("archive", "Layanan arsip"),
        ("education_visit", "Kunjungan atau wisata edukasi"),
        ("other", "Lainnya"),
    ]
    .map(|(id, label)| (PurposeId::new(id).unwrap(), label.to_owned()))
    .to_vec()
}

/// The answer to an ask for rows.
pub fn shown(page: BookPage, when: When) -> Reply {
    let (now, fresh) = (clock(), id(999));
    let period = when.period(now.date());
    Reply::Visits(visits::Reply::Page(Box::new(Shown { page, period, now, purposes: purposes(), fresh })))
}

/// The first ten rows of 115.
pub fn first_page() -> BookPage {
    BookPage {
        rows: (0..10).map(row).collect(),
        before: 0,
        listed: 116,
        voided: 1,
        people: 148,
        more: false,
        quick: QuickCounts { inside: 6, over: 5, groups: 1, voided: 1 },
    }
}

/// Something happens on the page.
pub fn on(office: &mut Office, event: Event) {
    office.send(DeskEvent::Page(PageEvent::Visits(event)));
}

/// The last ask, with its ticket.
pub fn asked(office: &Office) -> (u64, VisitsAsk) {
    office
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::Ask { ticket, ask: Ask::Visits(ask), .. } => Some((*ticket, ask.clone())),
            _ => None,
        })
        .expect("an ask of the page")
}

/// Answers the last ask.
pub fn answer(office: &mut Office, reply: Reply) {
    let (ticket, _) = asked(office);
    office.send(DeskEvent::Replied { ticket, reply: Ok(reply) });
}

fn with(page: BookPage, when: When) -> Office {
    let mut office = Office::new(Lang::Id).in_the_panel();
    office.send(DeskEvent::Tab(Tab::Visits));
    answer(&mut office, shown(page, when));
    office
}

pub fn listed() -> Office {
    with(first_page(), When::default())
}

pub fn after(events: impl IntoIterator<Item = Event>) -> Office {
    let mut office = listed();
    for event in events {
        on(&mut office, event);
    }
    office
}

pub fn with_names() -> Office {
    let mut office = after([Event::Names(true)]);
    answer(&mut office, Reply::Visits(visits::Reply::NamesShown));
    office
}

pub fn one_day() -> Office {
    let mut office = after([Event::Choose(Choice::When(When::Today))]);
    answer(&mut office, shown(first_page(), When::Today));
    on(&mut office, Event::Names(true));
    answer(&mut office, Reply::Visits(visits::Reply::NamesShown));
    office
}

fn middle() -> Office {
    let page = BookPage { before: 123_450, listed: 1_234_567, people: 2_345_678, ..first_page() };
    with(page, When::All)
}

pub fn searched() -> Office {
    let mut office = after([Event::Search]);
    for c in "wu".chars() {
        office.send(DeskEvent::Typed(c));
        let page = BookPage { rows: vec![row(0)], listed: 1, voided: 0, people: 1, ..first_page() };
        answer(&mut office, shown(page, When::default()));
    }
    office
}

pub fn none() -> Office {
    let mut office = after([Event::Choose(Choice::Kind(Some(MembershipType::Group)))]);
    answer(&mut office, shown(BookPage::default(), When::default()));
    office
}

pub fn menu() -> Office {
    after([Event::Row(id(6))])
}

/// The menu of a row whose session is open.
pub fn menu_inside() -> Office {
    after([Event::Row(id(0))])
}

fn end_session() -> Office {
    after([Event::Row(id(0)), Event::Act(RowAct::EndSession)])
}

pub fn details() -> Office {
    let mut office = after([Event::Row(id(6)), Event::Act(RowAct::Details)]);
    let line = |act: &str, reason: &str| AuditLine {
        n: 3,
        at: "2026-11-25T06:10:00Z".parse().unwrap(),
        actor: Actor::Staff(StaffId(1)),
        act: act.into(),
        subject: String::new(),
        fields: vec!["headcount".into()],
        reason: reason.into(),
    };
    let at = clock();
    let who = Some("Sri Uji".to_owned());
    let history = vec![
        Happened { line: line("visit_corrected", ""), at, who: who.clone(), words: None },
        Happened { line: line("visit_voided", "other"), at, who, words: Some("Salah sekolah".into()) },
    ];
    answer(&mut office, Reply::Visits(visits::Reply::History(history)));
    office
}

pub fn voiding() -> Office {
    after([Event::Row(id(1)), Event::Act(RowAct::Void), Event::Reason(VoidReason::Duplicate)])
}

fn words() -> Office {
    let mut office = voiding();
    on(&mut office, Event::Words);
    for c in "Dua kali".chars() {
        office.send(DeskEvent::Typed(c));
    }
    office
}

fn filter() -> Office {
    after([Event::Open(Which::Purpose)])
}

fn when() -> Office {
    after([Event::Open(Which::When)])
}

fn calendar() -> Office {
    after([Event::Calendar(Days::Between(None)), Event::Day(clock().date())])
}

fn purpose() -> Office {
    after([Event::Row(id(1)), Event::Act(RowAct::Purpose)])
}

pub fn by_hand() -> Office {
    let mut office = after([Event::ByHand, Event::Field(Some(Field::Name))]);
    for c in "Siti Misalan".chars() {
        office.send(DeskEvent::Typed(c));
    }
    on(&mut office, Event::Save);
    office
}

fn by_hand_group() -> Office {
    after([
        Event::ByHand,
        Event::Pick(Some(Pick::Kind)),
        Event::Picked(Picked::Kind(MembershipType::Group)),
        Event::Save,
    ])
}

fn correct() -> Office {
    after([Event::Row(id(0)), Event::Act(RowAct::Correct), Event::Field(Some(Field::Card))])
}

fn erase() -> Office {
    after([Event::Row(id(0)), Event::Act(RowAct::Erase)])
}

fn told() -> Office {
    let mut office = voiding();
    on(&mut office, Event::Void);
    answer(&mut office, Reply::Visits(visits::Reply::Refused(visits::Refused::Already)));
    answer(&mut office, shown(first_page(), When::default()));
    office
}

fn unread() -> Office {
    let mut office = Office::new(Lang::Id).in_the_panel();
    office.send(DeskEvent::Tab(Tab::Visits));
    let (ticket, _) = asked(&office);
    let reply = Err(buku_pengunjung::flow::staff::page::Unanswered::Book);
    office.send(DeskEvent::Replied { ticket, reply });
    office
}
