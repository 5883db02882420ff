//! A staff's side without a window behind it: the real machine behind the real pages, with one PIN and a clock that
//! stands still.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::staff::{Figures, Role, Staff, StaffId};
use buku_pengunjung::flow::staff::page::{Ask, Reply};
use buku_pengunjung::flow::staff::{Desk, Effect, Event, Rules, Side, Tab, Verdict, update};
use buku_pengunjung::i18n::{Lang, Words};
use buku_pengunjung::security::lockout::{Lockout, Stored};
use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::layout::{self, Canvas};
use buku_pengunjung::ui::staff::{self, BookState, StaffView, StatisticsSetup, SystemHealth};
use buku_pengunjung::ui::theme::Theme;
use chrono::{NaiveDate, NaiveDateTime};
use egui::Vec2;
use egui_kittest::Harness;

use crate::stats_support::{self, Seed};

pub const PIN: &str = "739154";
pub const CODE: &str = "905172";
/// Letters of the panel are as large as this at least, in du.
pub const SMALLEST: f32 = 18.0;

pub struct Office {
    pub desk: Desk,
    pub rules: Rules,
    pub health: SystemHealth,
    pub now: Duration,
    pub role: Role,
    /// The one-time code counts, and nobody has a PIN.
    pub fresh: bool,
    /// What the statistics page is answered.
    pub seed: Seed,
    /// Looks nothing up.
    pub hangs: bool,
    /// What went out and was not answered here.
    pub effects: Vec<Effect>,
    statistics: StatisticsSetup,
    lang: Lang,
    aa: bool,
    lock: Lockout,
    kit: Rc<RefCell<Option<Kit>>>,
}

impl Office {
    pub fn new(lang: Lang) -> Self {
        Self {
            desk: Desk::default(),
            rules: Rules {
                panel_lock: Duration::from_mins(2),
                tabs: staff::TABS.iter().map(|page| page.tab).collect(),
                system_dialogs: false,
            },
            health: SystemHealth {
                book: Some(BookState {
                    bytes: 42_000_000,
                    visits: 31_208,
                    free: Some(118_400_000_000),
                    last_backup: Some(clock().date().and_hms_opt(13, 0, 0).unwrap()),
                    whole: true,
                    clock_behind: false,
                }),
                writable: true,
                reader: true,
                version: "0.1.0",
            },
            now: Duration::from_secs(100),
            role: Role::Administrator,
            fresh: false,
            seed: Seed::Busy,
            hangs: false,
            effects: Vec::new(),
            statistics: stats_support::setup(),
            lang,
            aa: false,
            lock: Lockout::restored(Stored::default(), Duration::ZERO),
            kit: Rc::default(),
        }
    }

    pub fn wearing(mut self, aa: bool) -> Self {
        self.aa = aa;
        self
    }

    /// The same office for another window.
    pub fn anew(self) -> Self {
        Self { kit: Rc::default(), ..self }
    }

    pub fn send(&mut self, event: Event) {
        for effect in update(&mut self.desk, &self.rules, event, self.now) {
            match effect {
                Effect::CheckPin { ticket, figures, .. } if !self.hangs => {
                    let verdict = self.verdict(&figures);
                    self.send(Event::Checked { ticket, verdict });
                }
                Effect::Ask { ticket, ask: Ask::Statistics(ask), by } => {
                    match stats_support::answer(self.seed, ask, clock()) {
                        Some(reply) => self.send(Event::Replied { ticket, reply: Ok(Reply::Statistics(reply)) }),
                        None => self.effects.push(Effect::Ask { ticket, ask: Ask::Statistics(ask), by }),
                    }
                }
                other => self.effects.push(other),
            }
        }
    }

    pub fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.send(Event::Typed(c));
        }
    }

    /// At the pad, with a panel behind it.
    pub fn at_the_pad(mut self) -> Self {
        self.send(Event::Open { welcome: true });
        self
    }

    pub fn in_the_panel(self) -> Self {
        let mut office = self.at_the_pad();
        office.types(PIN);
        assert!(matches!(office.desk.side, Side::Panel(_)));
        office
    }

    /// Shows another office in the same window.
    pub fn show_instead(&mut self, other: Self) {
        *self = Self { kit: Rc::clone(&self.kit), ..other };
    }

    /// In the panel, at a tab.
    pub fn in_tab(self, tab: Tab) -> Self {
        let mut office = self.in_the_panel();
        office.effects.clear();
        if tab == staff::TABS[0].tab {
            // It is open already, and asked what it asks before.
            let other = staff::TABS.last().unwrap().tab;
            office.send(Event::Tab(other));
            office.effects.clear();
        }
        office.send(Event::Tab(tab));
        office
    }

    fn verdict(&mut self, figures: &Figures) -> Verdict {
        if let Err(remaining) = self.lock.charge(self.now) {
            return Verdict::Closed(remaining);
        }
        let typed = Some(figures);
        if self.fresh && typed == Figures::six(CODE).as_ref() {
            self.lock.forgive();
            return Verdict::Code;
        }
        if typed == Figures::six(PIN).as_ref() {
            self.lock.forgive();
            let name = Name::new("Sri Uji").unwrap();
            return Verdict::Right(Staff { id: StaffId(1), name, role: self.role });
        }
        match self.lock.remaining(self.now) {
            Some(remaining) => Verdict::Closed(remaining),
            None => Verdict::Wrong(self.lock.tries_left()),
        }
    }

    fn theme(&self) -> Theme {
        if self.aa && !matches!(self.desk.side, Side::Panel(_)) { Theme::high_contrast() } else { Theme::normal() }
            .still()
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let canvas = layout::apply(ui.ctx());
        let kit = Rc::clone(&self.kit);
        let mut kit = kit.borrow_mut();
        let kit = kit.get_or_insert_with(|| Kit::install(ui.ctx(), self.theme()));
        kit.wear(ui.ctx(), self.theme());
        let events = {
            let view = StaffView {
                desk: &self.desk,
                rules: &self.rules,
                words: Words::of(self.lang),
                canvas,
                kit,
                now: self.now,
                clock: clock(),
                zone: chrono_tz::Tz::Asia__Jakarta,
                health: &self.health,
                statistics: &self.statistics,
            };
            staff::show(ui, &view)
        };
        for event in events {
            self.send(event);
        }
    }
}

/// 13.47 on Wednesday, 25 November 2026.
pub fn clock() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap().and_hms_opt(13, 47, 0).unwrap()
}

pub type Window = Harness<'static, Office>;

/// A window of `pixels` that shows the office, after its first frames.
pub fn window(office: Office, pixels: Vec2) -> Window {
    let canvas = Canvas::of(pixels);
    let (kit, theme) = (Rc::clone(&office.kit), office.theme());
    let mut harness = Harness::builder()
        .with_size(canvas.window.size())
        .with_pixels_per_point(canvas.scale)
        .with_step_dt(0.3)
        .with_render_cursor(false)
        .with_context_setup(move |ctx| *kit.borrow_mut() = Some(Kit::install(ctx, theme.clone())))
        .build_ui_state(|ui, office: &mut Office| office.frame(ui), office);
    harness.run_steps(2);
    harness
}
