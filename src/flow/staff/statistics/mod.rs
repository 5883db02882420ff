//! Statistik: which days are looked at, what was answered, and what is told of a touched bar.
//!
//! The figures come in two answers: everything that totals say, and, while the page about people is shown, who came most
//! often. Each is asked once at a time; what changed meanwhile is asked again when the answer has come.

use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};

mod behind;
mod sheet;

pub use self::behind::Behind;
pub use self::sheet::{List, Sheet, Told};
use super::page::{Ask as AnyAsk, Hands, Unanswered};
use super::{DayPicker, PickEvent};
use crate::domain::dashboard::{Dashboard, Regulars, RoomStanding};
use crate::domain::internet::Room;
use crate::domain::span::{Span, SpanKind};

/// Which days are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The day, month or year that is running, whichever that is by the time of the answer.
    Running(SpanKind),
    /// These days.
    Days(Span),
}

impl Choice {
    /// The shape of the span.
    #[must_use]
    pub fn kind(self) -> SpanKind {
        match self {
            Self::Running(kind) => kind,
            Self::Days(span) => span.kind(),
        }
    }

    /// The span on the library's day `today`; `None` only for days that no span reaches.
    #[must_use]
    pub fn span(self, today: NaiveDate) -> Option<Span> {
        match self {
            Self::Running(kind) => Span::holding(kind, today).ok(),
            Self::Days(span) => Some(span),
        }
    }
}

/// An ask that waits for its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    ticket: u64,
    /// Since when.
    pub since: Duration,
    /// The book has changed since: ask once more.
    again: bool,
}

/// What the page remembers.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The days that were asked for last.
    pub choice: Choice,
    /// The latest figures, of the days that they were asked for.
    pub figures: Option<Box<Figures>>,
    /// The figures that are awaited.
    pub waiting: Option<Waiting>,
    /// Who came most often, and in which days.
    pub regulars: Option<(Span, Regulars)>,
    /// The same awaited.
    pub waiting_regulars: Option<Waiting>,
    /// There was no answer.
    pub failed: Option<Unanswered>,
    /// Which sheet is shown.
    pub sheet: Sheet,
    /// "Tampilkan nama" was asked and stands in the log.
    pub names: bool,
    /// What is told.
    pub told: Option<Told>,
    /// Days are being chosen.
    pub picker: Option<DayPicker>,
    naming: Option<u64>,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            choice: Choice::Running(SpanKind::Day),
            figures: None,
            waiting: None,
            regulars: None,
            waiting_regulars: None,
            failed: None,
            sheet: Sheet::Summary,
            names: false,
            told: None,
            picker: None,
            naming: None,
        }
    }
}

/// Figures and when they were read, by the library's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// When.
    pub at: NaiveDateTime,
    /// The figures.
    pub dashboard: Dashboard,
    /// The internet room over the same days.
    pub room: RoomStanding,
    /// The room at this moment.
    pub now: Room,
}

/// What happens on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Hari ini, Bulan ini, Tahun ini; a range opens the calendar.
    Kind(SpanKind),
    /// The same span before.
    Back,
    /// The same span after, as far as it has begun.
    Forward,
    /// The date was touched: choose another one.
    Choose,
    /// In the calendar.
    Pick(PickEvent),
    /// The calendar is left as it is.
    LeavePicker,
    /// Another sheet.
    Sheet(Sheet),
    /// A bar or cell was touched.
    Tell(Told),
    /// A figure was touched behind which stand rows of the book: they are listed in Kunjungan. Where that page is not to
    /// be had, the figure is told.
    List(Behind),
    /// Somewhere else was touched.
    Untell,
    /// Tampilkan nama, or mask them again.
    Names(bool),
    /// The hour has turned, or the last ask had no answer: read the figures again.
    Refresh,
}

/// What the page asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The figures.
    Figures(Choice),
    /// Who came most often in these days.
    Regulars(Span),
    /// Write down that names are shown.
    ShowNames,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The figures.
    Figures(Box<Figures>),
    /// Who came most often.
    Regulars(Span, Regulars),
    /// It stands in the log.
    NamesLogged,
}

impl Page {
    /// The days that the figures are of.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.figures.as_ref().map(|figures| figures.dashboard.question.span)
    }

    /// Whether the figures shown are those of the days chosen.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.figures.as_ref().is_some_and(|figures| {
            let question = figures.dashboard.question;
            self.choice.span(question.today) == Some(question.span)
        })
    }

    /// The span after this one, if it has begun.
    #[must_use]
    pub fn next(&self) -> Option<Span> {
        let today = self.figures.as_ref()?.dashboard.question.today;
        self.choice.span(today)?.after().filter(|span| span.from() <= today)
    }

    pub(super) fn opened(&mut self, hands: &mut Hands<'_>) {
        self.ask(hands);
    }

    pub(super) fn changed(&mut self, hands: &mut Hands<'_>) {
        self.ask(hands);
    }

    pub(super) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
        match event {
            Event::Choose => self.open_picker(None),
            Event::Kind(SpanKind::Range) => self.open_picker(Some(SpanKind::Range)),
            Event::Kind(kind) => self.choose(Choice::Running(kind), hands),
            Event::Back => self.step(Span::before, hands),
            Event::Forward => {
                if let Some(next) = self.next() {
                    self.choose(self.as_running(next), hands);
                }
            }
            Event::Pick(event) => {
                let chosen = self.picker.as_mut().and_then(|picker| picker.on(event));
                if let Some(span) = chosen {
                    self.picker = None;
                    self.choose(self.as_running(span), hands);
                }
            }
            Event::LeavePicker => self.picker = None,
            Event::Sheet(sheet) => {
                (self.sheet, self.told) = (sheet, None);
                self.ask_regulars(hands);
            }
            Event::Tell(told) => self.told = (self.told != Some(told)).then_some(told),
            Event::List(behind) => self.told = behind.told,
            Event::Untell => self.told = None,
            Event::Names(true) if self.naming.is_none() => {
                self.naming = Some(hands.ask(AnyAsk::Statistics(Ask::ShowNames)));
            }
            Event::Names(true) => {}
            Event::Names(false) => (self.names, self.naming) = (false, None),
            Event::Refresh => self.ask(hands),
        }
    }

    /// Esc leaves the calendar, or takes away what is told.
    pub(super) fn escape(&mut self) {
        if self.picker.take().is_none() {
            self.told = None;
        }
    }

    pub(super) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Figures(figures) => {
                let Some(waiting) = self.waiting.take_if(|w| w.ticket == ticket) else { return };
                if self.span() != Some(figures.dashboard.question.span) {
                    self.told = None;
                }
                (self.figures, self.failed) = (Some(figures), None);
                // What is told may be gone with what was counted.
                if waiting.again || !self.is_current() {
                    self.ask(hands);
                }
                self.ask_regulars(hands);
            }
            Reply::Regulars(span, regulars) => {
                let Some(waiting) = self.waiting_regulars.take_if(|w| w.ticket == ticket) else { return };
                self.regulars = Some((span, regulars));
                if waiting.again || self.span() != Some(span) {
                    self.ask_regulars(hands);
                }
            }
            Reply::NamesLogged => {
                if self.naming.take_if(|t| *t == ticket).is_some() {
                    self.names = true;
                }
            }
        }
    }

    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        let mine = self.waiting.take_if(|w| w.ticket == ticket).is_some()
            || self.waiting_regulars.take_if(|w| w.ticket == ticket).is_some()
            || self.naming.take_if(|t| *t == ticket).is_some();
        if mine {
            self.failed = Some(why);
        }
    }

    fn choose(&mut self, choice: Choice, hands: &mut Hands<'_>) {
        (self.choice, self.told, self.picker) = (choice, None, None);
        self.ask(hands);
    }

    fn step(&mut self, to: fn(&Span) -> Option<Span>, hands: &mut Hands<'_>) {
        let Some(today) = self.figures.as_ref().map(|figures| figures.dashboard.question.today) else { return };
        if let Some(span) = self.choice.span(today).as_ref().and_then(to) {
            self.choose(self.as_running(span), hands);
        }
    }

    /// A day, month or year that holds today goes on with the clock; any other span stays as it is.
    fn as_running(&self, span: Span) -> Choice {
        let today = self.figures.as_ref().map(|figures| figures.dashboard.question.today);
        match span.kind() {
            SpanKind::Range => Choice::Days(span),
            kind if today.is_some_and(|today| span.contains(today)) => Choice::Running(kind),
            _ => Choice::Days(span),
        }
    }

    /// Without a kind, days of the kind that is looked at are chosen.
    fn open_picker(&mut self, kind: Option<SpanKind>) {
        let Some(figures) = &self.figures else { return };
        let today = figures.dashboard.question.today;
        let Some(span) = self.choice.span(today) else { return };
        let kind = kind.unwrap_or(span.kind());
        (self.picker, self.told) = (Some(DayPicker::until(kind, &span, today)), None);
    }

    fn ask(&mut self, hands: &mut Hands<'_>) {
        if let Some(waiting) = &mut self.waiting {
            waiting.again = true;
        } else {
            let ticket = hands.ask(AnyAsk::Statistics(Ask::Figures(self.choice)));
            self.waiting = Some(Waiting { ticket, since: hands.now, again: false });
        }
    }

    /// Asked only where it is shown, and after the figures of the same days.
    fn ask_regulars(&mut self, hands: &mut Hands<'_>) {
        if self.sheet != Sheet::People || !self.is_current() {
            return;
        }
        let Some(span) = self.span() else { return };
        if let Some(waiting) = &mut self.waiting_regulars {
            waiting.again = true;
        } else {
            let ticket = hands.ask(AnyAsk::Statistics(Ask::Regulars(span)));
            self.waiting_regulars = Some(Waiting { ticket, since: hands.now, again: false });
        }
    }
}
