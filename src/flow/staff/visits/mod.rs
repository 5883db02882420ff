//! Kunjungan: the book in pages, what is searched and filtered, and what staff do to a row.
//!
//! The page asks for rows and shows what it was given; nothing is shown as done before the answer says so. Names stay
//! masked until the log has taken down that they are shown.

mod acts;
mod form;
mod keys;
mod sheet;
mod wish;

use chrono::{NaiveDate, NaiveDateTime};

pub use self::form::{CardText, Draft, Field, Form, Missing, Pick, Picked};
pub use self::sheet::{Days, Details, REASONS, Sheet, Voiding, Which};
pub use self::wish::{Choice, When, Wish};
use super::page::{Ask as AnyAsk, Hands, Unanswered};
use crate::domain::audit::Happened;
use crate::domain::listing::{BookPage, Place};
use crate::domain::period::Period;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{VisitId, VoidReason};

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

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// It is done.
    Done(Deed),
    /// It was not done, and why.
    Refused(Refused),
    /// There was no answer.
    Unanswered(Unanswered),
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Taken back.
    Voided,
    /// Corrected.
    Corrected,
    /// Entered by hand.
    Entered,
    /// Erased.
    Erased,
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Somebody else took the row back meanwhile.
    Already,
    /// Its personal data is erased.
    Erased,
    /// Nothing would change.
    NothingNew,
    /// The row is not there.
    Gone,
    /// A visit in the future.
    Future,
    /// A time that the library's clock skipped.
    NoSuchTime,
    /// The card's number does not fit the pattern.
    Card,
    /// The list does not know the card: the name is needed.
    NameNeeded,
    /// The group is larger than the library takes.
    TooMany,
}

/// What happens on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The search was touched.
    Search,
    /// Selesai: the keyboard goes.
    SearchDone,
    /// The X of the search.
    ClearSearch,
    /// A filter was touched: its choices stand in a list.
    Open(Which),
    /// A filter is set.
    Choose(Choice),
    /// Hapus saringan.
    ClearAll,
    /// Sebelumnya, Berikutnya, a number.
    Turn(Turn),
    /// Pilih tanggal, Lompat ke tanggal.
    Calendar(Days),
    /// The calendar turns by so many months.
    Month(NaiveDate),
    /// A day of the calendar.
    Day(NaiveDate),
    /// Tampilkan nama (`true`), Samarkan nama.
    Names(bool),
    /// The menu of a row.
    Row(VisitId),
    /// Of the menu.
    Act(RowAct),
    /// Away with what stands over the list.
    Close,
    /// Ubah keperluan: to this one.
    NewPurpose(PurposeId),
    /// Why a row is taken back.
    Reason(VoidReason),
    /// The words beside the reason.
    Words,
    /// The words are written.
    WordsDone,
    /// Batalkan pencatatan, after the reason.
    Void,
    /// Hapus data pribadi, after the question.
    Erase,
    /// Catat manual.
    ByHand,
    /// A field of the form.
    Field(Option<Field>),
    /// A list of the form; `None` closes it.
    Pick(Option<Pick>),
    /// Its answer.
    Picked(Picked),
    /// Simpan.
    Save,
}

/// Another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Berikutnya: older rows.
    Older,
    /// Sebelumnya: newer rows.
    Newer,
    /// The page of that number.
    Number(u64),
}

/// An act of the menu of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowAct {
    /// Lihat rincian.
    Details,
    /// Ubah keperluan.
    Purpose,
    /// Perbaiki data.
    Correct,
    /// Batalkan pencatatan.
    Void,
    /// Hapus data pribadi, for administrators.
    Erase,
}

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A page of the book.
    Page(Box<Wish>, Place),
    /// What happened to a row.
    History(VisitId),
    /// Take down that names are shown.
    ShowNames,
    /// Take a row back.
    Void {
        /// Which.
        id: VisitId,
        /// Why.
        reason: VoidReason,
        /// In one's own words.
        words: Option<Note>,
    },
    /// Correct a row.
    Correct {
        /// Which.
        id: VisitId,
        /// The id of the new one.
        new: VisitId,
        /// What it says.
        draft: Box<Draft>,
    },
    /// Enter a visit by hand.
    Enter {
        /// Its id.
        id: VisitId,
        /// When it was, where the library stands.
        at: NaiveDateTime,
        /// What it says.
        draft: Box<Draft>,
    },
    /// Erase a row's personal data.
    Erase(VisitId),
}

/// One's own words; not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Note(pub String);

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Note(…)")
    }
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A page.
    Page(Box<Shown>),
    /// What happened to a row, oldest first.
    History(Vec<Happened>),
    /// It stands in the log that names are shown.
    NamesShown,
    /// It is done.
    Done(Deed),
    /// It is not.
    Refused(Refused),
}

impl Page {
    /// The tab is shown, or somebody else changed the book.
    pub(super) fn refresh(&mut self, hands: &mut Hands<'_>) {
        let place = self.same_place();
        self.ask_rows(place, hands);
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

    pub(super) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
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
            Event::Names(true) => {}
            Event::Names(false) => self.names = false,
            Event::Close if self.acting.is_none() => self.sheet = None,
            Event::Close => {}
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
                if matches!(why, Refused::Already | Refused::Erased | Refused::Gone) {
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
