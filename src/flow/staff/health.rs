//! Kesehatan sistem: the full check of the book on request, what the log tells of late, the clock, and the audit log.

use chrono::{DateTime, Utc};

use super::page::{Ask as AnyAsk, Hands, Key, Unanswered};

/// How many entries of the audit log stand on a page.
pub const LINES: u32 = 10;

/// What the page remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// A check is under way, under this ticket.
    pub checking: Option<u64>,
    /// How the last one ended: of this panel, or the one that the book remembers.
    pub checked: Option<Result<Checked, Unanswered>>,
    /// What was found when the page was opened, or looked at again since; `None` until it is.
    pub found: Option<Found>,
    /// The last look could not be taken: the book cannot be read.
    pub unseen: bool,
    /// The audit log, while it is shown.
    pub log: Option<Log>,
    looking: Option<u64>,
    turning: Option<u64>,
}

/// The outcome of a full check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// Names of the checks that failed, as `verify` prints them; none: the book is whole.
    pub failed: Vec<String>,
}

/// What the thread found beside the book's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// When it was looked at.
    pub at: DateTime<Utc>,
    /// Whether the book could be written just now; `None`: it was not tried.
    pub written: Option<bool>,
    /// Bytes free on the book's disk, where the system tells.
    pub free: Option<u64>,
    /// The number of the book's form.
    pub schema: u32,
    /// The last full check that the book remembers.
    pub checked: Option<Checked>,
    /// A moment that the clock has not reached yet, although something was done at it: it was turned back.
    pub ahead: Option<DateTime<Utc>>,
    /// The last warnings and errors of the program's log, the newest first.
    pub troubles: Vec<Trouble>,
}

/// A warning or an error of the program's log: when, and of what. Its words are English and stay in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it was an error.
    pub error: bool,
    /// Which part of the program told it.
    pub area: Area,
}

crate::domain::id_enum! {
    /// Parts of the program that may be in trouble.
    Area {
        /// The book's file.
        Book = "book",
        /// Recording.
        Visits = "visits",
        /// Copies and erasing.
        Upkeep = "upkeep",
        /// Settings.
        Settings = "settings",
        /// The staff's side.
        Staff = "staff",
        /// Lists and reports in files.
        Files = "files",
        /// Anything else.
        Program = "program",
    }
}

/// A page of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// The entries, the newest first; `None` until they are read.
    pub lines: Option<Vec<LogLine>>,
    /// There are older ones.
    pub older: bool,
    /// The numbers before which the pages so far began; the last one is the page that is shown.
    pub began: Vec<Option<u64>>,
    /// It could not be read.
    pub failed: bool,
}

/// An entry of the audit log, with its names looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// Its number.
    pub n: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: Who,
    /// The id of the act.
    pub act: String,
    /// The member of staff to whom it was done.
    pub whom: Option<String>,
    /// Names of the fields that changed.
    pub fields: Vec<String>,
    /// Code of the reason, or empty.
    pub reason: String,
}

/// Who acted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A member of staff of that name.
    Staff(String),
    /// The command line.
    Console,
    /// The kiosk by itself, or somebody before it.
    Kiosk,
}

/// What happens on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// "Periksa sekarang".
    Verify,
    /// Look again at disk, clock and version.
    Look,
    /// "Coba tulis": write a few bytes into the book, and look again.
    TryWriting,
    /// "Catatan kegiatan".
    OpenLog,
    /// Back to the rows.
    CloseLog,
    /// Older entries.
    Older,
    /// Newer ones.
    Newer,
}

/// What the page asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Check the book from end to end.
    Verify,
    /// Look at disk, clock and log.
    Look,
    /// The same, after a few bytes were written into the book.
    TryWriting,
    /// Entries of the audit log before that number; `None`: the newest.
    Log(Option<u64>),
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The check has ended.
    Verified(Checked),
    /// What was found.
    Found(Found),
    /// Entries, and whether there are older ones.
    Log(Vec<LogLine>, bool),
}

impl Page {
    pub(super) fn opened(&mut self, hands: &mut Hands<'_>) {
        self.log = None;
        self.looking = Some(hands.ask(AnyAsk::Health(Ask::Look)));
    }

    /// A look is under way.
    #[must_use]
    pub fn looks(&self) -> bool {
        self.looking.is_some()
    }

    pub(super) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
        match event {
            Event::Verify if self.checking.is_none() => self.checking = Some(hands.ask(AnyAsk::Health(Ask::Verify))),
            Event::Look if self.looking.is_none() => self.looking = Some(hands.ask(AnyAsk::Health(Ask::Look))),
            Event::TryWriting if self.looking.is_none() => {
                self.looking = Some(hands.ask(AnyAsk::Health(Ask::TryWriting)));
            }
            Event::OpenLog => {
                self.log = Some(Log { began: vec![None], ..Log::default() });
                self.turn(hands);
            }
            Event::CloseLog => (self.log, self.turning) = (None, None),
            Event::Older if self.turning.is_none() => {
                let Some(log) = self.log.as_mut().filter(|log| log.older) else { return };
                let Some(last) = log.lines.as_ref().and_then(|lines| lines.last()).map(|line| line.n) else { return };
                log.began.push(Some(last));
                self.turn(hands);
            }
            Event::Newer if self.turning.is_none() => {
                let Some(log) = self.log.as_mut().filter(|log| log.began.len() > 1) else { return };
                log.began.pop();
                self.turn(hands);
            }
            Event::Verify | Event::Look | Event::TryWriting | Event::Older | Event::Newer => {}
        }
    }

    fn turn(&mut self, hands: &mut Hands<'_>) {
        let before = self.log.as_ref().and_then(|log| log.began.last().copied()).flatten();
        self.turning = Some(hands.ask(AnyAsk::Health(Ask::Log(before))));
    }

    pub(super) fn key(&mut self, key: Key) {
        if key == Key::Escape {
            (self.log, self.turning) = (None, None);
        }
    }

    pub(super) fn replied(&mut self, ticket: u64, reply: Reply) {
        match reply {
            Reply::Verified(checked) if self.checking.take_if(|t| *t == ticket).is_some() => {
                self.checked = Some(Ok(checked));
            }
            Reply::Found(found) if self.looking.take_if(|t| *t == ticket).is_some() => {
                if self.checked.is_none() {
                    self.checked = found.checked.clone().map(Ok);
                }
                (self.found, self.unseen) = (Some(found), false);
            }
            Reply::Log(lines, older) if self.turning.take_if(|t| *t == ticket).is_some() => {
                if let Some(log) = &mut self.log {
                    (log.lines, log.older, log.failed) = (Some(lines), older, false);
                }
            }
            _ => {}
        }
    }

    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        if self.checking.take_if(|t| *t == ticket).is_some() {
            self.checked = Some(Err(why));
        }
        if self.looking.take_if(|t| *t == ticket).is_some() {
            self.unseen = true;
        }
        if self.turning.take_if(|t| *t == ticket).is_some()
            && let Some(log) = &mut self.log
        {
            log.failed = true;
        }
    }
}
