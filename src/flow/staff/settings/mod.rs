//! Pengaturan: a draft of the settings file, tab by tab, checked as it is typed and kept when it is whole. Everybody may
//! look; administrators change. Staff and their PINs stand in [`people`].

mod draft;
mod event;
mod heard;
pub mod people;

pub use self::event::{Ask, Copied, Copy, Difference, Event, Hindrance, Loaded, NotSaved, Outside, Reply, Told, Way};
pub use self::heard::Heard;
use super::page::{Ask as AnyAsk, Hands, Key, Unanswered};
use crate::domain::settings::{List, Section, Settings, Spot, Takes, Value, describe};
use crate::domain::staff::Role;

/// What the page remembers.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The tab.
    pub section: Section,
    /// Which part of its rows is shown, from 0.
    pub part: usize,
    /// The settings by which the kiosk runs; `None` until they are read.
    pub stored: Option<Settings>,
    /// Why nothing can be written, apart from the role.
    pub hindrance: Option<Hindrance>,
    /// The settings as they are on the page.
    pub draft: Settings,
    /// The row of a list whose settings are shown.
    pub row: Option<(List, usize)>,
    /// "Hapus?" is asked of that row.
    pub removal_asked: bool,
    /// "Lebih singkat?" is asked of how long names are kept.
    pub shorter_asked: bool,
    /// What is being typed or chosen.
    pub editing: Option<Editing>,
    /// What is wrong with the draft.
    pub told: Vec<Told>,
    /// What became of the last act.
    pub notice: Option<Notice>,
    /// The file holds something else than what the kiosk runs by.
    pub outside: Option<Outside>,
    /// The differences are shown.
    pub looking: bool,
    /// Staff and PINs.
    pub people: people::Page,
    /// What the reader sent last, on the tab Alat pembaca.
    pub heard: Option<Heard>,
    /// The copies of the book; `None` until they are read.
    pub copies: Option<Vec<Copy>>,
    waits: Option<(u64, Doing)>,
    checking: Option<u64>,
    reading: Option<u64>,
    listing: Option<u64>,
}

/// What the page waits for, with its buttons at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// The draft is being kept.
    Saving,
    /// The file is being taken over.
    Reloading,
    /// A copy is being made.
    Copying,
}

/// A field that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editing {
    /// Which.
    pub spot: Spot,
    /// Its text so far.
    pub text: String,
    /// Of a list of lines: which one, from 0.
    pub line: usize,
}

/// What is told on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The draft is kept, and counts; `reopen`: some of it when the kiosk is opened the next time.
    Saved {
        /// Whether something waits for that.
        reopen: bool,
    },
    /// The file was taken over; `reopen` as above.
    Reloaded {
        /// Whether something waits for that.
        reopen: bool,
    },
    /// It was not kept, because something of it is wrong.
    Refused,
    /// It was not kept: the disk, or the book.
    Failed,
    /// A copy of the book was made.
    Copied {
        /// Into the second folder as well, where there is one.
        second: Option<bool>,
    },
    /// No copy could be made.
    NotCopied,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            section: Section::General,
            part: 0,
            stored: None,
            hindrance: None,
            draft: Settings::default(),
            row: None,
            removal_asked: false,
            shorter_asked: false,
            editing: None,
            told: Vec::new(),
            notice: None,
            outside: None,
            looking: false,
            people: people::Page::default(),
            heard: None,
            copies: None,
            waits: None,
            checking: None,
            reading: None,
            listing: None,
        }
    }
}

impl Page {
    /// What the page waits for.
    #[must_use]
    pub fn doing(&self) -> Option<Doing> {
        self.waits.map(|(_, doing)| doing)
    }

    /// Names of what the draft changes.
    #[must_use]
    pub fn changes(&self) -> Vec<&'static str> {
        self.stored.as_ref().map(|stored| self.draft.changed(stored)).unwrap_or_default()
    }

    /// Whether somebody of that role may change settings now.
    #[must_use]
    pub fn writable(&self, role: Role) -> bool {
        role == Role::Administrator && self.stored.is_some() && self.hindrance.is_none() && self.outside.is_none()
    }

    /// The sentence that stands beside a field.
    #[must_use]
    pub fn told_at(&self, spot: Spot) -> Option<&str> {
        self.told.iter().find(|told| told.spot == Some(spot)).map(|told| told.sentence.as_str())
    }

    pub(in crate::flow::staff) fn opened(&mut self, hands: &mut Hands<'_>) {
        self.read(hands);
        self.enter(hands);
    }

    /// The file was changed by somebody else.
    pub(in crate::flow::staff) fn file_changed(&mut self, hands: &mut Hands<'_>) {
        self.read(hands);
    }

    /// Another connection has changed the book: perhaps the list of staff.
    pub(in crate::flow::staff) fn changed(&mut self, hands: &mut Hands<'_>) {
        if self.section == Section::Pin {
            self.people.read(hands);
        }
    }

    fn read(&mut self, hands: &mut Hands<'_>) {
        self.reading = Some(hands.ask(AnyAsk::Settings(Ask::Load)));
    }

    /// The tab is shown from now on.
    fn enter(&mut self, hands: &mut Hands<'_>) {
        match self.section {
            Section::Pin => self.people.read(hands),
            Section::Backup => self.listing = Some(hands.ask(AnyAsk::Settings(Ask::Copies))),
            _ => {}
        }
    }

    pub(in crate::flow::staff) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
        let writable = self.writable(hands.staff.role) && self.waits.is_none();
        match event {
            Event::Section(section) => {
                self.close(hands);
                (self.section, self.part, self.row, self.heard) = (section, 0, None, None);
                self.notice = None;
                self.people.leave();
                self.enter(hands);
            }
            Event::Part(part) => self.part = part,
            Event::Row(list, row) if row < self.draft.rows(list).len() => {
                self.close(hands);
                (self.row, self.part) = (Some((list, row)), 0);
            }
            Event::LeaveRow => {
                self.close(hands);
                self.part = 0;
                self.row = None;
            }
            Event::Close => self.close(hands),
            Event::Look(look) => self.looking = look && self.outside.is_some(),
            Event::Reload if hands.staff.role == Role::Administrator && self.waits.is_none() => {
                self.waits = Some((hands.ask(AnyAsk::Settings(Ask::Reload)), Doing::Reloading));
            }
            Event::BackUp if hands.staff.role == Role::Administrator && self.waits.is_none() => {
                self.notice = None;
                self.waits = Some((hands.ask(AnyAsk::Settings(Ask::BackUp)), Doing::Copying));
            }
            Event::People(event) if hands.staff.role == Role::Administrator => {
                self.close(hands);
                self.people.on(&event, hands);
            }
            Event::Save if writable && !self.changes().is_empty() => {
                self.close(hands);
                self.notice = None;
                self.shorter_asked = self.is_shorter();
                if !self.shorter_asked {
                    self.save(hands);
                }
            }
            Event::ShorterSure(sure) if std::mem::take(&mut self.shorter_asked) && sure && writable => self.save(hands),
            Event::Discard if self.waits.is_none() => self.discard(),
            event if writable => self.edit(event, hands),
            _ => {}
        }
    }

    fn save(&mut self, hands: &mut Hands<'_>) {
        let draft = Box::new(self.draft.clone());
        self.waits = Some((hands.ask(AnyAsk::Settings(Ask::Save(draft))), Doing::Saving));
    }

    /// Whether names would be kept for a shorter time than now: what is erased does not come back.
    fn is_shorter(&self) -> bool {
        let days = |settings: &Settings| match settings.at(Spot::Key(KEEP_DAYS)) {
            Some(Value::Number(days)) => Some(*days),
            _ => None,
        };
        let stored = self.stored.as_ref().and_then(days);
        days(&self.draft).zip(stored).is_some_and(|(new, old)| new < old)
    }

    fn discard(&mut self) {
        if let Some(stored) = &self.stored {
            self.draft = stored.clone();
        }
        self.told.clear();
        (self.editing, self.row, self.checking, self.notice) = (None, None, None, None);
        (self.part, self.removal_asked, self.shorter_asked) = (0, false, false);
    }

    /// A key of a keyboard: into the open field, or into what [`people`] asks.
    pub(in crate::flow::staff) fn key(&mut self, key: Key, hands: &mut Hands<'_>) {
        if key == Key::Escape {
            return self.escape(hands);
        }
        if self.editing.is_some() {
            if self.writable(hands.staff.role) && self.waits.is_none() {
                self.type_key(key);
            }
        } else if self.section == Section::Pin && hands.staff.role == Role::Administrator {
            self.people.key(key, hands);
        } else if self.section == Section::Reader && matches!(key, Key::Char(_)) {
            self.heard = Some(Heard::stroke(self.heard.as_ref(), hands.now));
        }
    }

    fn escape(&mut self, hands: &mut Hands<'_>) {
        if self.looking {
            self.looking = false;
        } else if self.removal_asked || self.shorter_asked {
            (self.removal_asked, self.shorter_asked) = (false, false);
        } else if self.editing.is_some() {
            self.close(hands);
        } else if self.row.is_some() {
            (self.row, self.part) = (None, 0);
        } else {
            self.people.leave();
        }
    }

    /// What the reader sent: tried on the tab Alat pembaca, dropped elsewhere.
    pub(in crate::flow::staff) fn scanned(&mut self, text: &str) {
        if self.section != Section::Reader {
            return;
        }
        let pattern = self.draft.values.get("card.pattern").and_then(Value::text);
        self.heard = Some(Heard::scan(text, pattern.unwrap_or_default()));
    }

    pub(in crate::flow::staff) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Loaded(loaded) => {
                if self.reading.take_if(|t| *t == ticket).is_some() {
                    self.take(*loaded);
                } else if self.waits.take_if(|(t, _)| *t == ticket).is_some() {
                    let changed =
                        self.stored.as_ref().map(|stored| loaded.settings.changed(stored)).unwrap_or_default();
                    let reopen = changed.into_iter().any(waits);
                    self.notice = loaded.outside.is_none().then_some(Notice::Reloaded { reopen });
                    self.stored = None;
                    self.take(*loaded);
                }
            }
            Reply::Checked(told) if self.checking.take_if(|t| *t == ticket).is_some() => self.told = told,
            Reply::Saved(settings) if self.waits.take_if(|(t, _)| *t == ticket).is_some() => self.saved(*settings),
            Reply::NotSaved(why) if self.waits.take_if(|(t, _)| *t == ticket).is_some() => self.not_saved(why),
            Reply::Copied(copied) if self.waits.take_if(|(t, _)| *t == ticket).is_some() => {
                self.copies = Some(copied.copies);
                self.notice = Some(Notice::Copied { second: copied.second });
            }
            Reply::NotCopied if self.waits.take_if(|(t, _)| *t == ticket).is_some() => {
                self.notice = Some(Notice::NotCopied);
            }
            Reply::Copies(copies) if self.listing.take_if(|t| *t == ticket).is_some() => self.copies = Some(copies),
            Reply::People(reply) => self.people.replied(ticket, reply, hands),
            _ => {}
        }
    }

    /// Takes what the kiosk runs by; a draft of something else than before is kept.
    fn take(&mut self, loaded: Loaded) {
        let untouched = self.changes().is_empty();
        if untouched || self.stored.as_ref() != Some(&loaded.settings) {
            self.draft = loaded.settings.clone();
            self.told.clear();
            (self.editing, self.row) = (None, None);
            (self.removal_asked, self.shorter_asked) = (false, false);
        }
        self.stored = Some(loaded.settings);
        self.hindrance = loaded.hindrance;
        self.looking &= loaded.outside.is_some();
        self.outside = loaded.outside;
    }

    fn saved(&mut self, settings: Settings) {
        self.notice = Some(Notice::Saved { reopen: self.changes().into_iter().any(waits) });
        self.take(Loaded { settings, hindrance: None, outside: None });
    }

    fn not_saved(&mut self, why: NotSaved) {
        match why {
            NotSaved::Wrong(told) => {
                self.told = told;
                self.notice = Some(Notice::Refused);
            }
            NotSaved::Outside(outside) => self.outside = Some(outside),
            NotSaved::Hindered(hindrance) => self.hindrance = Some(hindrance),
            NotSaved::Failed => self.notice = Some(Notice::Failed),
        }
    }

    pub(in crate::flow::staff) fn unanswered(&mut self, ticket: u64, _why: Unanswered) {
        if let Some((_, doing)) = self.waits.take_if(|(t, _)| *t == ticket) {
            self.notice = Some(if doing == Doing::Copying { Notice::NotCopied } else { Notice::Failed });
        }
        self.checking.take_if(|t| *t == ticket);
        self.reading.take_if(|t| *t == ticket);
        self.listing.take_if(|t| *t == ticket);
        self.people.unanswered(ticket);
    }
}

/// How long names are kept.
pub const KEEP_DAYS: &str = "privacy.keep_days";

/// Whether a change of that setting counts only when the kiosk is opened the next time.
fn waits(path: &'static str) -> bool {
    // The open book stays where it is, also when somebody else names another folder in the file.
    path == "storage.data_dir" || describe(Spot::Key(path)).is_some_and(|s| s.takes == Takes::Reopened)
}
