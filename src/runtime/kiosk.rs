//! The open kiosk: the walk, its keyboard, and what it looks like.

use std::time::Duration;

use chrono::{TimeDelta, Timelike};
use egui::{Context, Event as Input, Key, RawInput, Ui};

use super::boot::Booted;
use super::engine::Engine;
use super::housekeeping::Housekeeping;
use super::keyboard::{Card, Keyboard};
use super::port::Health;
use super::rehearsal::{REST, Rehearsal};
use super::staff::StaffSide;
use super::{chord, setup, software};
use crate::config::{Config, StaffSettings};
use crate::flow::staff::{Event as Staff, Goal, Pad, Permission, Side as DeskSide};
use crate::flow::{Event, Reader, Screen};
use crate::i18n::{Lang, Words};
use crate::storage::{BookSettings, Fault, InstanceLock};
use crate::ui::kit::Kit;
use crate::ui::layout::Canvas;
use crate::ui::staff::{BookState, StaffView, StatisticsSetup, SystemHealth};
use crate::ui::theme::Theme;
use crate::ui::view::{House, View};
use crate::ui::widgets::emblem_held;
use crate::ui::{layout, notice, screens, staff};

/// Untouched for so long, Welcome stands still (tokens.md, "Motion").
const CALM_AFTER: Duration = Duration::from_mins(1);

/// A frame may wait so long for the book's answer: on most computers less than what it costs to paint a frame that only
/// says that one is awaited.
const ANSWER_IN_FRAME: Duration = Duration::from_millis(16);

/// A clock that is behind by less is being set, not wrong.
pub(super) const CLOCK_BEHIND: TimeDelta = TimeDelta::minutes(2);

/// The open kiosk.
pub struct Kiosk {
    engine: Engine,
    keyboard: Keyboard,
    cards_wait: bool,
    houses: [House; 2],
    health: Health,
    staff: StaffSide,
    staff_keys: StaffSettings,
    statistics: StatisticsSetup,
    still: bool,
    touched: Duration,
    rehearsal: Rehearsal,
    /// What the book's threads did not take yet of a new configuration.
    book_settings: Option<BookSettings>,
    housekeeping: Housekeeping,
    _lock: InstanceLock,
}

impl Kiosk {
    /// A kiosk that stands on Welcome.
    #[must_use]
    pub fn new(booted: Booted) -> Self {
        let config = &booted.config;
        Self {
            keyboard: Keyboard::new(setup::wedge(config)),
            cards_wait: false,
            houses: [setup::house(config, Lang::Id), setup::house(config, Lang::En)],
            still: config.kiosk.reduced_motion || software::draws(),
            touched: Duration::ZERO,
            rehearsal: Rehearsal::default(),
            staff_keys: config.staff.clone(),
            statistics: setup::statistics(config),
            staff: booted.staff,
            engine: booted.engine,
            health: booted.health,
            book_settings: None,
            housekeeping: booted.housekeeping,
            _lock: booted.lock,
        }
    }

    /// The walk.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Takes the reader's strokes out of the window's queue, before any widget sees them. The first of them reached the
    /// window so long ago, if that is known.
    pub fn filter(&mut self, raw: &mut RawInput, first_stroke: Option<Duration>) {
        let now = self.engine.clock().mono();
        if !raw.events.is_empty() {
            self.touched = now;
        }
        let chord = self.staff_keys.unlock_chord.as_ref();
        if chord.is_some_and(|chord| raw.events.iter().any(|event| chord::is_pressed(chord, event))) {
            self.open_staff();
        }
        self.keyboard.filter(raw, now, first_stroke.map(|age| now.saturating_sub(age)));
    }

    /// Cards wait for the next frame while touches that came before them are still to be acted upon: they would open a
    /// question over the key that a finger has just touched.
    pub fn hold_cards(&mut self, hold: bool) {
        self.cards_wait = hold;
    }

    /// What happened since the last frame: cards, answers, deadlines. Says when to wake up again.
    pub fn logic(&mut self, ctx: &Context) {
        let now = self.engine.clock().mono();
        self.staff.pump(now);
        self.between_sides();
        if let Some(config) = self.staff.new_config() {
            self.adopt(&config);
        }
        if let Some(settings) = self.book_settings.take_if(|settings| self.engine.adopt_book(settings)) {
            tracing::debug!(zone = %settings.zone, "the book is used by the new settings");
        }
        let cards = if self.cards_wait { Vec::new() } else { self.keyboard.cards() };
        if self.cards_wait {
            ctx.request_repaint();
        }
        for card in cards {
            if self.staff.desk().is_open() {
                if let Card::Text(text) = card {
                    self.staff.handle(Staff::Scanned(text), now);
                }
                continue;
            }
            self.engine.handle(match card {
                Card::Text(text) => Event::Scanned(text),
                Card::Noise => Event::Unreadable,
            });
            self.engine.await_answer(ANSWER_IN_FRAME);
        }
        self.engine.pump();
        self.wake(ctx);
    }

    /// Runs by another configuration from now on. The data folder stays the open one, and the window as it is.
    fn adopt(&mut self, config: &Config) {
        self.engine.adopt(setup::rules(config));
        self.keyboard.adopt(setup::wedge(config));
        self.houses = [setup::house(config, Lang::Id), setup::house(config, Lang::En)];
        self.still = config.kiosk.reduced_motion || software::draws();
        self.staff_keys = config.staff.clone();
        self.statistics = setup::statistics(config);
        self.housekeeping.adopt(config);
        self.book_settings = Some(setup::book(config));
        tracing::info!("the kiosk runs by new settings");
    }

    /// Nothing is painted while nothing changes: the next deadline, held strokes, and the minute of the clock.
    fn wake(&self, ctx: &Context) {
        let clock = self.engine.clock();
        let seconds = clock.utc().second().min(59);
        let minute = Duration::from_secs(u64::from(60 - seconds));
        let keys = self.keyboard.deadline().map(|due| due.saturating_sub(clock.mono()) + Duration::from_millis(1));
        let staff = self.staff.sleep(clock.mono());
        let rehearsal = self.until_rehearsal(ctx);
        let soonest = [self.engine.sleep(), staff, keys, rehearsal, Some(minute)].into_iter().flatten().min();
        if let Some(sleep) = soonest {
            ctx.request_repaint_after(sleep);
        }
    }

    /// Paints the frame and applies what the visitor did in it.
    pub fn ui(&mut self, ui: &mut Ui, kit: &mut Kit) {
        let ctx = ui.ctx().clone();
        let canvas = layout::apply(&ctx);
        kit.wear(&ctx, self.theme());
        if self.staff.desk().is_open() {
            self.staff_ui(ui, kit, canvas);
            self.wake(&ctx);
            self.keyboard.rest(self.engine.clock().mono());
            return;
        }
        let state = self.engine.state();
        let words = Words::of(state.lang);
        let clock = self.engine.clock();
        if let Some(fault) = self.fault_to_tell() {
            notice::show(ui, kit, &canvas, &fault_notice(words, fault));
            self.keyboard.rest(clock.mono());
            return;
        }
        let view = View {
            state,
            rules: self.engine.rules(),
            words,
            canvas,
            kit,
            house: &self.houses[state.lang as usize],
            now: clock.mono(),
            clock: self.engine.rules().local(clock.utc()),
        };
        let mut events = typed(&ctx);
        events.extend(screens::show(ui, &view));
        let hold = self.staff_keys.unlock_press;
        let opens = screens::emblem(&view).is_some_and(|emblem| emblem_held(ui, emblem, hold));
        if self.until_rehearsal(&ctx) == Some(Duration::ZERO) {
            self.rehearsal.play(ui, &view, clock.moment());
        }
        if events.is_empty() && ctx.input(|i| i.pointer.any_pressed()) {
            events.push(Event::Touched);
        }
        if !events.is_empty() {
            let place = (state.screen.name(), state.dialog.is_some());
            for event in events {
                self.engine.handle(event);
            }
            self.between_sides();
            self.engine.await_answer(ANSWER_IN_FRAME);
            let state = self.engine.state();
            if place != (state.screen.name(), state.dialog.is_some()) {
                // Laid out once more before anything is painted: the next screen is seen in this frame already.
                ctx.request_discard("the walk has gone on");
            }
            ctx.request_repaint();
        }
        if opens {
            self.open_staff();
            ctx.request_repaint();
        }
        self.wake(&ctx);
        self.keyboard.rest(self.engine.clock().mono());
    }

    /// The emblem was held, or the chord pressed: the pad opens where the visitor's side stands on Welcome and waits
    /// for nothing.
    fn open_staff(&mut self) {
        let state = self.engine.state();
        let welcome = state.screen == Screen::Welcome && state.dialog.is_none() && state.looking_since().is_none();
        self.staff.handle(Staff::Open { welcome }, self.engine.clock().mono());
    }

    /// What the two sides ask of each other: the walk for a permission, staff for its use. While the pad is open the
    /// visitor waits for staff and is not idle.
    fn between_sides(&mut self) {
        let now = self.engine.clock().mono();
        if let Some(permission) = self.engine.take_asked() {
            self.staff.handle(Staff::Ask(permission), now);
        }
        if let Some((Permission::Internet, by)) = self.staff.take_permitted() {
            self.engine.handle(Event::Permitted(by));
        }
    }

    /// Paints the PIN pad or the panel, and applies what staff did in it.
    fn staff_ui(&mut self, ui: &mut Ui, kit: &Kit, canvas: Canvas) {
        let ctx = ui.ctx().clone();
        let (clock, rules) = (self.engine.clock(), self.engine.rules());
        let health = self.system_health();
        let panel = matches!(self.staff.desk().side, DeskSide::Panel(_));
        let view = StaffView {
            desk: self.staff.desk(),
            rules: self.staff.rules(),
            words: Words::of(if panel { Lang::Id } else { self.engine.state().lang }),
            canvas,
            kit,
            now: clock.mono(),
            clock: rules.local(clock.utc()),
            zone: rules.timezone,
            health: &health,
            statistics: &self.statistics,
        };
        let now = clock.mono();
        let mut events = typed_by_staff(&ctx);
        events.extend(staff::show(ui, &view));
        if events.is_empty() && ctx.input(|i| i.pointer.any_pressed()) {
            events.push(Staff::Touched);
        }
        if !events.is_empty() {
            let permission = matches!(&self.staff.desk().side, DeskSide::Pad(Pad { goal: Goal::Permission(_), .. }));
            for event in events {
                self.staff.handle(event, now);
            }
            if permission {
                self.engine.handle(Event::Touched);
            }
            ctx.request_repaint();
        }
    }

    fn system_health(&self) -> SystemHealth {
        let rules = self.engine.rules();
        let now = self.engine.clock().utc();
        let book = self.staff.book().map(|book| BookState {
            bytes: book.book_bytes + book.log_bytes,
            visits: book.visits,
            free: book.free_bytes,
            last_backup: book.last_backup.map(|at| rules.local(at)),
            whole: book.last_check.as_ref().is_none_or(|check| check.failed.is_empty()),
            clock_behind: book.last_seen.is_some_and(|at| at > now + CLOCK_BEHIND),
        });
        SystemHealth {
            book,
            writable: self.health.fault().is_none_or(|fault| fault == Fault::Busy),
            reader: self.engine.state().reader != Reader::Missing,
            version: env!("CARGO_PKG_VERSION"),
        }
    }

    /// An administrator ended the program from the panel.
    #[must_use]
    pub fn leaving(&self) -> bool {
        self.staff.leaving()
    }

    fn theme(&self) -> Theme {
        let panel = matches!(self.staff.desk().side, DeskSide::Panel(_));
        let theme = if self.engine.state().aa && !panel { Theme::high_contrast() } else { Theme::normal() };
        if self.still || self.untouched() >= CALM_AFTER { theme.still() } else { theme }
    }

    /// How long nobody has done anything.
    fn untouched(&self) -> Duration {
        self.engine.clock().mono().saturating_sub(self.touched)
    }

    /// When the screens that follow Welcome are to be laid out; nothing where they are, or where Welcome is not shown.
    fn until_rehearsal(&self, ctx: &Context) -> Option<Duration> {
        let visitors = !self.staff.desk().is_open() && self.fault_to_tell().is_none();
        let due = visitors && self.rehearsal.is_due(ctx, self.engine.state());
        due.then(|| REST.saturating_sub(self.untouched()))
    }

    /// A fault of the book that staff must mend; told on Welcome, where it disturbs nobody's walk.
    fn fault_to_tell(&self) -> Option<Fault> {
        let fault = self.health.fault().filter(|f| *f != Fault::Busy)?;
        (self.engine.state().screen == Screen::Welcome).then_some(fault)
    }

    /// The name of the page for traces, when it is not one of the walk's.
    #[must_use]
    pub fn page(&self) -> Option<&'static str> {
        self.staff.desk().name().or_else(|| self.fault_to_tell().map(|_| "staff_notice"))
    }
}

fn fault_notice(words: Words, fault: Fault) -> notice::Notice {
    let key = match fault {
        Fault::Full => "fault-full",
        Fault::ReadOnly => "fault-read-only",
        Fault::Missing => "fault-missing",
        Fault::Corrupt => "fault-corrupt",
        Fault::Busy | Fault::Other => "fault-other",
    };
    notice::Notice {
        title: words.get("fault-title"),
        lead: words.get("fault-lead"),
        lines: vec![words.get(key), words.get("fault-recovers")],
        button: None,
    }
}

/// What came from the keyboard for the walk itself. Enter and space belong to the focused control, if there is one.
fn typed(ctx: &Context) -> Vec<Event> {
    let focused = ctx.memory(|m| m.focused().is_some());
    ctx.input(|i| {
        let event = |input: &Input| match input {
            Input::Text(text) if !(focused && text == " ") => text.chars().map(Event::Typed).collect(),
            Input::Key { key: Key::Enter, pressed: true, .. } if !focused => vec![Event::Next],
            Input::Key { key: Key::Backspace, pressed: true, .. } => vec![Event::Backspace],
            Input::Key { key: Key::Escape, pressed: true, .. } => vec![Event::Back],
            _ => vec![],
        };
        i.events.iter().flat_map(event).collect()
    })
}

/// What came from the keyboard for the staff's side.
fn typed_by_staff(ctx: &Context) -> Vec<Staff> {
    let focused = ctx.memory(|m| m.focused().is_some());
    ctx.input(|i| {
        let event = |input: &Input| match input {
            Input::Text(text) if !(focused && text == " ") => text.chars().map(Staff::Typed).collect(),
            Input::Key { key: Key::Backspace, pressed: true, .. } => vec![Staff::Backspace],
            Input::Key { key: Key::Escape, pressed: true, .. } => vec![Staff::Leave],
            _ => vec![],
        };
        i.events.iter().flat_map(event).collect()
    })
}
