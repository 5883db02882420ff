//! Staff and their PINs: the list, a new person, a new PIN, another role, and out. Each act is done at once, in the book.

use chrono::{DateTime, Utc};

use super::{Ask as SettingsAsk, Reply as SettingsReply};
use crate::domain::name::{Name, TextError};
use crate::domain::pin::{Pin, WeakPin};
use crate::domain::staff::{Figures, Role, Staff, StaffId};
use crate::flow::staff::page::{Ask as AnyAsk, Hands, Key};

/// The most letters of a name that are taken while it is typed.
const LETTERS: usize = 80;

/// What is remembered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Everybody who has a PIN; `None` until it is read.
    pub list: Option<Vec<Person>>,
    /// What is being done.
    pub step: Step,
    /// What became of the last act.
    pub notice: Option<Notice>,
    waits: Option<u64>,
    reading: Option<u64>,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub staff: Staff,
    /// When the PIN was last set.
    pub pin_set_at: DateTime<Utc>,
}

/// What is being done.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Step {
    /// Nothing.
    #[default]
    None,
    /// A person is chosen.
    Chosen(StaffId),
    /// "Keluarkan?" is asked of a person.
    RemovalAsked(StaffId),
    /// The name and role of a new person.
    Naming {
        /// The name so far.
        text: String,
        /// The role.
        role: Role,
    },
    /// A PIN.
    Pin {
        /// Whose.
        whose: Whose,
        /// The PIN as it was first typed; it is typed twice.
        first: Option<Pin>,
        /// The figures so far.
        figures: Figures,
    },
}

/// Whose PIN is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The name.
    pub name: Name,
    /// The role of somebody new; `None`: they are in the list and keep theirs.
    pub role: Option<Role>,
}

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The person is in the list.
    Added,
    /// The PIN is another one.
    PinSet,
    /// The role is another one.
    RoleSet,
    /// The person is out.
    Removed,
    /// No name.
    Nameless(TextError),
    /// Somebody has this name.
    NameTaken,
    /// Everybody would try this PIN.
    Weak(WeakPin),
    /// The repetition is another PIN.
    Differs,
    /// Somebody else has this PIN.
    Taken,
    /// There must be an administrator.
    LastAdministrator,
    /// Nobody takes themselves out, or their own role away.
    Oneself,
    /// The person is no longer in the list.
    Unknown,
    /// The book is faulty.
    Failed,
}

/// What happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A person of the list.
    Choose(StaffId),
    /// Back.
    Leave,
    /// "Tambah petugas".
    Add,
    /// The role of the new person.
    Role(Role),
    /// The name stands.
    Named,
    /// "Ganti PIN" of the chosen person.
    NewPin,
    /// Another role for the chosen person.
    GiveRole(Role),
    /// "Keluarkan".
    Remove,
    /// The answer.
    RemoveSure(bool),
    /// A key of the keyboard or keypad on the screen.
    Key(Key),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The list.
    List,
    /// A PIN for a known person, or a new one with a role.
    SetPin {
        /// Whose.
        whose: Whose,
        /// The PIN.
        pin: Pin,
    },
    /// Another role.
    SetRole {
        /// Whose.
        name: Name,
        /// Which.
        role: Role,
    },
    /// Out.
    Remove {
        /// Who.
        name: Name,
    },
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The list.
    List(Vec<Person>),
    /// It is done; the list as it is now.
    Done(Notice, Vec<Person>),
    /// It is not done.
    Refused(Notice),
}

impl Page {
    /// Whether an act is under way.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.waits.is_some()
    }

    /// The person that is chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<&Person> {
        let (Step::Chosen(id) | Step::RemovalAsked(id)) = self.step else { return None };
        self.list.as_ref()?.iter().find(|person| person.staff.id == id)
    }

    pub(super) fn read(&mut self, hands: &mut Hands<'_>) {
        self.reading = Some(ask(hands, Ask::List));
    }

    /// Whatever was begun is dropped, figures and all.
    pub(super) fn leave(&mut self) {
        if self.waits.is_none() {
            self.step = Step::None;
            self.notice = None;
        }
    }

    pub(super) fn on(&mut self, event: &Event, hands: &mut Hands<'_>) {
        if self.waits.is_some() {
            return;
        }
        if !matches!(event, Event::Key(_)) {
            self.notice = None;
        }
        match *event {
            Event::Choose(id) => self.step = Step::Chosen(id),
            Event::Leave => self.step = Step::None,
            Event::Add => self.step = Step::Naming { text: String::new(), role: Role::Librarian },
            Event::Role(new) => {
                if let Step::Naming { role, .. } = &mut self.step {
                    *role = new;
                }
            }
            Event::Named => self.named(),
            Event::NewPin => {
                if let Some(person) = self.chosen() {
                    let whose = Whose { name: person.staff.name.clone(), role: None };
                    self.step = Step::Pin { whose, first: None, figures: Figures::default() };
                }
            }
            Event::GiveRole(role) => self.with_another(hands, |hands, name| ask(hands, Ask::SetRole { name, role })),
            Event::Remove => {
                let own = self.chosen().is_some_and(|person| person.staff.id == hands.staff.id);
                match self.step {
                    Step::Chosen(_) if own => self.notice = Some(Notice::Oneself),
                    Step::Chosen(id) => self.step = Step::RemovalAsked(id),
                    _ => {}
                }
            }
            Event::RemoveSure(sure) => {
                let Step::RemovalAsked(id) = self.step else { return };
                if sure {
                    self.with_another(hands, |hands, name| ask(hands, Ask::Remove { name }));
                }
                self.step = Step::Chosen(id);
            }
            Event::Key(key) => self.key(key, hands),
        }
    }

    /// Asks something about the chosen person, who is not the one before the panel.
    fn with_another(&mut self, hands: &mut Hands<'_>, act: impl FnOnce(&mut Hands<'_>, Name) -> u64) {
        let Some(staff) = self.chosen().map(|person| person.staff.clone()) else { return };
        if staff.id == hands.staff.id {
            self.notice = Some(Notice::Oneself);
        } else {
            self.waits = Some(act(hands, staff.name));
        }
    }

    fn named(&mut self) {
        let Step::Naming { text, role } = &self.step else { return };
        let name = match Name::new(text) {
            Ok(name) => name,
            Err(fault) => return self.notice = Some(Notice::Nameless(fault)),
        };
        let key = name.as_str().to_lowercase();
        let taken = |person: &Person| person.staff.name.as_str().to_lowercase() == key;
        if self.list.iter().flatten().any(taken) {
            self.notice = Some(Notice::NameTaken);
        } else {
            let whose = Whose { name, role: Some(*role) };
            self.step = Step::Pin { whose, first: None, figures: Figures::default() };
        }
    }

    pub(super) fn key(&mut self, key: Key, hands: &mut Hands<'_>) {
        if self.waits.is_some() {
            return;
        }
        match &mut self.step {
            Step::Naming { text, .. } => {
                match key {
                    Key::Char(c) if !c.is_control() && text.chars().count() < LETTERS => text.push(c),
                    Key::Backspace => drop(text.pop()),
                    Key::Clear => text.clear(),
                    Key::Char(_) | Key::Escape => return,
                }
                self.notice = None;
            }
            Step::Pin { figures, .. } => {
                match key {
                    Key::Char(c) => {
                        if !figures.push(c) {
                            return;
                        }
                    }
                    Key::Backspace => figures.pop(),
                    Key::Clear => figures.clear(),
                    Key::Escape => return,
                }
                self.notice = None;
                self.sixth(hands);
            }
            Step::None | Step::Chosen(_) | Step::RemovalAsked(_) => {}
        }
    }

    /// What the sixth figure does: the PIN is typed once more, or set.
    fn sixth(&mut self, hands: &mut Hands<'_>) {
        let Step::Pin { whose, first, figures } = &mut self.step else { return };
        if figures.complete().is_none() {
            return;
        }
        match (Pin::choose(std::mem::take(figures)), first.take()) {
            (Ok(again), Some(pin)) if again == pin => {
                let whose = whose.clone();
                self.waits = Some(ask(hands, Ask::SetPin { whose, pin }));
            }
            (_, Some(_)) => self.notice = Some(Notice::Differs),
            (Ok(pin), None) => *first = Some(pin),
            (Err(weak), None) => self.notice = Some(Notice::Weak(weak)),
        }
    }

    pub(super) fn replied(&mut self, ticket: u64, reply: Reply, _hands: &mut Hands<'_>) {
        match reply {
            Reply::List(list) if self.reading.take_if(|t| *t == ticket).is_some() => self.list = Some(list),
            Reply::Done(notice, list) if self.waits.take_if(|t| *t == ticket).is_some() => {
                self.list = Some(list);
                self.step = Step::None;
                self.notice = Some(notice);
            }
            Reply::Refused(notice) if self.waits.take_if(|t| *t == ticket).is_some() => self.notice = Some(notice),
            _ => {}
        }
    }

    pub(super) fn unanswered(&mut self, ticket: u64) {
        self.reading.take_if(|t| *t == ticket);
        if self.waits.take_if(|t| *t == ticket).is_some() {
            self.notice = Some(Notice::Failed);
        }
    }
}

fn ask(hands: &mut Hands<'_>, ask: Ask) -> u64 {
    hands.ask(AnyAsk::Settings(SettingsAsk::People(ask)))
}

impl From<Reply> for SettingsReply {
    fn from(reply: Reply) -> Self {
        Self::People(reply)
    }
}
