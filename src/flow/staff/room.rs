//! Ruang internet: the live map, what staff do with a computer, the queue, and what visitors reported.

use super::page::{Ask as AnyAsk, Hands, Unanswered};
use crate::domain::internet::{Refusal, RepairReason, Room, RoomNote, SeatUse, SessionId, SessionPerson, TicketId};

/// What the page remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The room as it was told last; `None` before the first answer.
    pub shown: Option<Box<Shown>>,
    /// The computer that was touched.
    pub chosen: Option<String>,
    /// What is being done.
    pub doing: Doing,
    /// Whose name is shown, until another computer is touched.
    pub person: Option<(SessionId, SessionPerson)>,
    /// What is told of the last act.
    pub notice: Option<Notice>,
    /// The room or an act is asked for, under this ticket.
    pub waiting: Option<u64>,
    /// Where each list is leafed to.
    pub leafed: Leafed,
}

/// A list beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Who waits.
    Queue,
    /// What visitors reported.
    Notes,
}

/// The first row that is shown of each list; how many there is room for after it, the screen knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Leafed {
    /// Of the queue.
    pub queue: usize,
    /// Of the reports.
    pub notes: usize,
}

impl Leafed {
    /// The first row that is shown of a list.
    #[must_use]
    pub const fn of(self, list: List) -> usize {
        match list {
            List::Queue => self.queue,
            List::Notes => self.notes,
        }
    }
}

/// The room with what visitors reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The room.
    pub room: Room,
    /// What nobody has seen to yet, oldest first.
    pub notes: Vec<RoomNote>,
}

/// What is being done with the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Doing {
    /// Nothing but looking.
    #[default]
    Looking,
    /// "Tutup sesi?" is asked.
    Freeing(SessionId),
    /// A free computer is to be touched, for this session.
    Moving(SessionId),
    /// A free computer is to be touched, for this queue number.
    Assigning(TicketId),
    /// Why the chosen computer is closed is to be touched.
    Closing,
    /// "Kosongkan antrean?" is asked.
    Clearing,
    /// "Sudah ditangani?" is asked of this report.
    Ticking(i64),
}

/// Why the last act was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The room had changed meanwhile.
    Changed,
    /// The book cannot be used, or the thread has too much to do.
    Unanswered,
}

/// What happens on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A computer of the map.
    Seat(String),
    /// "Tampilkan nama".
    ShowName(SessionId),
    /// "Tutup sesi".
    Free(SessionId),
    /// "Pindahkan".
    Move(SessionId),
    /// "Tandai rusak".
    Close,
    /// A reason for it.
    CloseBecause(RepairReason),
    /// "Tandai baik".
    Reopen,
    /// "Beri komputer" beside a queue number.
    Assign(TicketId),
    /// "Kosongkan antrean".
    ClearQueue,
    /// The answer to a question: `true` does it.
    Confirm(bool),
    /// "Batal".
    Cancel,
    /// A report of a visitor.
    Note(i64),
    /// A list is leafed to that row.
    Leaf(List, usize),
}

/// What the page asks. Each act is answered with the room after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The room.
    Load,
    /// Who uses a computer; it is written into the log.
    Who(SessionId),
    /// End a session.
    Free(SessionId),
    /// Move a session to another computer.
    Move {
        /// Which.
        session: SessionId,
        /// To the computer of this name.
        to: String,
    },
    /// Give a computer to a queue number.
    Assign {
        /// Which.
        ticket: TicketId,
        /// The computer of this name.
        seat: String,
    },
    /// Close a computer for repair.
    Close {
        /// The computer of this name.
        seat: String,
        /// Why.
        reason: RepairReason,
    },
    /// Open a computer again.
    Reopen(String),
    /// End every queue number.
    ClearQueue,
    /// Tick a report off.
    TickOff(i64),
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The room, after the act where there was one.
    Room(Box<Shown>),
    /// The act was refused, since the room had changed; the room as it is.
    Refused(Refusal, Box<Shown>),
    /// Who uses a computer.
    Person(SessionId, SessionPerson),
}

impl Page {
    /// The use of the chosen computer.
    #[must_use]
    pub fn usage(&self) -> Option<&SeatUse> {
        let name = self.chosen.as_deref()?;
        Some(&self.shown.as_ref()?.room.seat(name)?.usage)
    }

    pub(super) fn opened(&mut self, hands: &mut Hands<'_>) {
        *self = Self { shown: self.shown.take(), ..Self::default() };
        self.ask(Ask::Load, hands);
    }

    /// The book was changed by somebody else; an act under way will bring the room with it.
    pub(super) fn changed(&mut self, hands: &mut Hands<'_>) {
        if self.waiting.is_none() {
            self.ask(Ask::Load, hands);
        }
    }

    fn ask(&mut self, ask: Ask, hands: &mut Hands<'_>) {
        self.waiting = Some(hands.ask(AnyAsk::Room(ask)));
    }

    fn act(&mut self, ask: Ask, hands: &mut Hands<'_>) {
        self.doing = Doing::Looking;
        self.ask(ask, hands);
    }

    pub(super) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
        self.notice = None;
        match event {
            Event::Seat(name) => self.seat(name, hands),
            Event::ShowName(session) => self.ask(Ask::Who(session), hands),
            Event::Free(session) => self.doing = Doing::Freeing(session),
            Event::Move(session) => self.doing = Doing::Moving(session),
            Event::Assign(ticket) => self.doing = Doing::Assigning(ticket),
            Event::Close => self.doing = Doing::Closing,
            Event::ClearQueue => self.doing = Doing::Clearing,
            Event::Note(note) => self.doing = Doing::Ticking(note),
            Event::Leaf(List::Queue, row) => self.leafed.queue = row,
            Event::Leaf(List::Notes, row) => self.leafed.notes = row,
            Event::Cancel | Event::Confirm(false) => self.doing = Doing::Looking,
            Event::CloseBecause(reason) => {
                if let (Doing::Closing, Some(seat)) = (self.doing, self.chosen.clone()) {
                    self.act(Ask::Close { seat, reason }, hands);
                }
            }
            Event::Reopen => {
                if let Some(seat) = self.chosen.clone() {
                    self.act(Ask::Reopen(seat), hands);
                }
            }
            Event::Confirm(true) => match self.doing {
                Doing::Freeing(session) => self.act(Ask::Free(session), hands),
                Doing::Clearing => self.act(Ask::ClearQueue, hands),
                Doing::Ticking(note) => self.act(Ask::TickOff(note), hands),
                _ => {}
            },
        }
    }

    /// A touched computer is looked at, or is where somebody goes.
    fn seat(&mut self, name: String, hands: &mut Hands<'_>) {
        match self.doing {
            Doing::Moving(session) if self.is_free(&name) => {
                self.chosen = Some(name.clone());
                self.person = None;
                self.act(Ask::Move { session, to: name }, hands);
            }
            Doing::Assigning(ticket) if self.is_free(&name) => {
                self.chosen = Some(name.clone());
                self.person = None;
                self.act(Ask::Assign { ticket, seat: name }, hands);
            }
            Doing::Moving(_) | Doing::Assigning(_) => {}
            Doing::Looking | Doing::Freeing(_) | Doing::Closing | Doing::Clearing | Doing::Ticking(_) => {
                self.doing = Doing::Looking;
                self.person = None;
                // The same one again: back to the queue and the reports.
                self.chosen = Some(name).filter(|name| self.chosen.as_ref() != Some(name));
            }
        }
    }

    /// Free, or held for the number that is given a computer: staff decide who sits there.
    #[must_use]
    pub fn is_free(&self, name: &str) -> bool {
        let usage = self.shown.as_ref().and_then(|shown| shown.room.seat(name)).map(|seat| &seat.usage);
        match (usage, self.doing) {
            (Some(SeatUse::Free { .. }), _) => true,
            (Some(SeatUse::Held { number }), Doing::Assigning(ticket)) => {
                let queue = self.shown.as_ref().map(|shown| &shown.room.queue);
                queue.into_iter().flatten().any(|t| t.id == ticket && t.number == *number)
            }
            _ => false,
        }
    }

    pub(super) fn replied(&mut self, ticket: u64, reply: Reply) {
        if self.waiting.take_if(|waiting| *waiting == ticket).is_none() {
            return;
        }
        match reply {
            Reply::Room(shown) => self.show(shown),
            Reply::Refused(_, shown) => {
                self.show(shown);
                self.notice = Some(Notice::Changed);
            }
            Reply::Person(session, person) => self.person = Some((session, person)),
        }
    }

    /// What was looked at and is gone is looked at no more.
    fn show(&mut self, shown: Box<Shown>) {
        let sits = |session: SessionId| {
            shown.room.seats.iter().any(|s| matches!(&s.usage, SeatUse::Taken(taken) if taken.session == session))
        };
        let stands = match self.doing {
            Doing::Freeing(session) | Doing::Moving(session) => sits(session),
            Doing::Assigning(ticket) => shown.room.queue.iter().any(|t| t.id == ticket),
            Doing::Looking | Doing::Closing => true,
            Doing::Clearing => !shown.room.queue.is_empty(),
            Doing::Ticking(note) => shown.notes.iter().any(|n| n.n == note),
        };
        if !stands {
            self.doing = Doing::Looking;
        }
        self.person.take_if(|(session, _)| !sits(*session));
        self.chosen.take_if(|name| shown.room.seat(name).is_none());
        self.shown = Some(shown);
    }

    pub(super) fn unanswered(&mut self, ticket: u64, _why: Unanswered) {
        if self.waiting.take_if(|waiting| *waiting == ticket).is_some() {
            self.notice = Some(Notice::Unanswered);
        }
    }
}
