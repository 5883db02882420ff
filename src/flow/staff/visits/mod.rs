//! Kunjungan: the book in pages, what is searched and filtered, and what staff do to a row.
//!
//! The page asks for rows and shows what it was given; nothing is shown as done before the answer says so. Names stay
//! masked until the log has taken down that they are shown.

mod acts;
mod draft;
mod export;
mod form;
mod keys;
mod sheet;
mod talk;
mod wish;

use chrono::{NaiveDate, NaiveDateTime};

pub use self::draft::{CardText, Draft, Missing};
pub use self::export::{Export, FORMS};
pub use self::form::{Field, Form, Pick, Picked};
pub use self::sheet::{Days, Details, REASONS, Sheet, Voiding, Which};
pub use self::talk::{Ask, Deed, Event, Note, Notice, Refused, Reply, RowAct, Turn};
pub use self::wish::{Choice, When, Wish};
use super::page::{Ask as AnyAsk, Hands, Unanswered};
use super::saving::Saving;
use crate::domain::listing::{BookPage, Place};
use crate::domain::period::Period;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::VisitId;

/// What the page remembers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// What is asked for.
    pub wish: Wish,
    /// What is shown; `None` until the first answer.
    pub shown: Option<Box<Shown>>,
    /// Rows are on their way since then.
    pub waiting: Option<Waiting>,
    /// The last ask for rows had no answer.
    pub fault: Option<Unanswered>,
    /// Names are shown in full.
    pub names: bool,
    /// The keyboard stands below the search.
    pub typing: bool,
    /// What stands over the list.
    pub sheet: Option<Sheet>,
    /// What is told above the list, or in the sheet.
    pub notice: Option<Notice>,
    /// An act is being written.
    pub acting: Option<u64>,
    showing_names: Option<u64>,
    place: Place,
    /// Something else was asked for while an answer was on its way.
    again: bool,
}

/// An ask for rows that is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Comes back with the answer.
    pub ticket: u64,
    /// When it was asked.
    pub since: std::time::Duration,
}

/// A page of the book with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The rows.
    pub page: BookPage,
    /// The days that were meant.
    pub period: Period,
    /// The library's time when it was read.
    pub now: NaiveDateTime,
    /// Every purpose that ever was, configured ones first, with its Indonesian words.
    pub purposes: Vec<(PurposeId, String)>,
    /// An id for the next entry.
    pub fresh: VisitId,
}

impl Page {
    /// The tab is shown, or somebody else changed the book.
    pub(super) fn refresh(&mut self, hands: &mut Hands<'_>) {
        let place = self.same_place();
        self.ask_rows(place, hands);
    }

    /// Another page leads here: this is listed from now on. What was typed into a form stays over the list.
    pub(super) fn list(&mut self, wish: Wish, hands: &mut Hands<'_>) {
        (self.wish, self.typing, self.notice) = (wish, false, None);
        self.sheet.take_if(|sheet| !matches!(sheet, Sheet::Form(_)));
        self.ask_rows(Place::First, hands);
    }

    /// The page as it is shown now.
    fn same_place(&self) -> Place {
        match &self.shown {
            Some(shown) if shown.page.has_newer() => {
                shown.page.rows.first().map_or(self.place, |first| Place::From(first.key))
            }
            _ => Place::First,
        }
    }

    /// Asks for rows, or remembers to do so when the answer that is on its way has come.
    fn ask_rows(&mut self, place: Place, hands: &mut Hands<'_>) {
        self.place = place;
        if self.waiting.is_some() {
            self.again = true;
            return;
        }
        self.again = false;
        let ask = AnyAsk::Visits(Ask::Page(Box::new(self.wish.clone()), place));
        self.waiting = Some(Waiting { ticket: hands.ask(ask), since: hands.now });
    }

    pub(super) fn on(&mut self, event: Event, saving: &mut Saving, hands: &mut Hands<'_>) {
        self.notice = None;
        match event {
            Event::Search => self.typing = true,
            Event::SearchDone => self.typing = false,
            Event::ClearSearch => {
                self.wish.sieve.text.clear();
                self.ask_rows(Place::First, hands);
            }
            Event::Open(which) => self.sheet = Some(Sheet::List(which)),
            Event::Choose(choice) => {
                self.wish.choose(choice);
                self.sheet = None;
                self.ask_rows(Place::First, hands);
            }
            Event::ClearAll => {
                self.wish = Wish::default();
                self.typing = false;
                self.ask_rows(Place::First, hands);
            }
            Event::Turn(turn) => self.turn(turn, hands),
            Event::Calendar(days) => {
                let month = self.shown.as_ref().map(|s| s.now.date());
                self.sheet = month.map(|month| Sheet::Calendar { days, month });
            }
            Event::Month(to) => match &mut self.sheet {
                Some(Sheet::Calendar { month, .. }) => *month = to,
                Some(Sheet::Form(form)) => form.month = to,
                _ => {}
            },
            Event::Day(day) => self.day(day, hands),
            Event::Names(true) if self.showing_names.is_none() && !self.names => {
                self.showing_names = Some(hands.ask(AnyAsk::Visits(Ask::ShowNames)));
            }
            Event::Names(false) => self.names = false,
            Event::Close if self.acting.is_none() => self.sheet = None,
            Event::Names(true) | Event::Close => {}
            Event::Export | Event::ExportForm(_) | Event::ExportMask | Event::ExportMake => {
                self.export(&event, saving, hands);
            }
            act => self.act(act, hands),
        }
    }

    fn turn(&mut self, turn: Turn, hands: &mut Hands<'_>) {
        let Some(shown) = &self.shown else { return };
        let rows = &shown.page.rows;
        let place = match turn {
            Turn::Older => rows.last().map(|row| Place::After(row.key)),
            Turn::Newer => rows.first().map(|row| Place::Before(row.key)),
            Turn::Number(n) => Some(Place::Number(n)),
        };
        if let Some(place) = place {
            self.ask_rows(place, hands);
        }
    }

    fn day(&mut self, day: NaiveDate, hands: &mut Hands<'_>) {
        let Some(Sheet::Calendar { days, .. }) = &mut self.sheet else { return };
        match *days {
            Days::Jump => {
                self.sheet = None;
                // A day outside of what is listed would lead nowhere: everything is listed then.
                if self.shown.as_ref().is_some_and(|shown| !shown.period.contains(day)) {
                    self.wish.when = When::All;
                }
                self.ask_rows(Place::Day(day), hands);
            }
            Days::Between(None) => *days = Days::Between(Some(day)),
            Days::Between(Some(first)) => {
                self.sheet = None;
                self.wish.when = When::Between(first.min(day), first.max(day));
                self.ask_rows(Place::First, hands);
            }
        }
    }

    pub(super) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Page(shown) if self.waiting.take_if(|w| w.ticket == ticket).is_some() => {
                self.fault = None;
                if self.again {
                    // What was asked for meanwhile counts; these rows are no longer wanted.
                    return self.ask_rows(self.place, hands);
                }
                self.shown = Some(shown);
            }
            Reply::History(history) => {
                if let Some(Sheet::Details(details)) = &mut self.sheet
                    && details.ticket == ticket
                {
                    details.history = Some(history);
                }
            }
            Reply::NamesShown if self.showing_names.take_if(|t| *t == ticket).is_some() => self.names = true,
            Reply::Done(deed) if self.acting.take_if(|t| *t == ticket).is_some() => {
                self.sheet = None;
                self.notice = Some(Notice::Done(deed));
                self.refresh(hands);
            }
            Reply::Refused(why) if self.acting.take_if(|t| *t == ticket).is_some() => {
                // Where the row itself is another one by now, the list is shown as it is.
                if matches!(why, Refused::Already | Refused::Erased | Refused::Gone | Refused::SessionOver) {
                    self.sheet = None;
                }
                self.notice = Some(Notice::Refused(why));
                self.refresh(hands);
            }
            Reply::Page(_) | Reply::NamesShown | Reply::Done(_) | Reply::Refused(_) => {}
        }
    }

    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        let told = Some(Notice::Unanswered(why));
        if self.waiting.take_if(|w| w.ticket == ticket).is_some() {
            self.again = false;
            self.fault = Some(why);
        }
        if self.acting.take_if(|t| *t == ticket).is_some() || self.showing_names.take_if(|t| *t == ticket).is_some() {
            self.notice = told;
        }
        if let Some(Sheet::Details(details)) = &self.sheet
            && details.ticket == ticket
        {
            self.sheet = None;
            self.notice = told;
        }
    }
}
