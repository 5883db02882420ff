//! The room as it is at a moment.

use chrono::{DateTime, Utc};

use super::queue::{Ticket, TicketState};
use super::seat::{Seat, suggest};
use super::session::SessionId;
use crate::domain::demographics::AgeGroup;
use crate::domain::id_enum;

/// The room at a moment. It is sent whenever it changes; names in it are masked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Room {
    /// When this was so.
    pub at: DateTime<Utc>,
    /// The computers in the order of the configuration; after them those that are no longer in it but in use.
    pub seats: Vec<SeatNow>,
    /// Who waits or was called, by number; those that missed their turn today as well.
    pub queue: Vec<Ticket>,
    /// When the next who takes a queue number is likely to get a computer; `None` when past lengths do not tell.
    pub likely_free: Option<DateTime<Utc>>,
    /// How many notes wait for staff.
    pub notes: u32,
}

/// One computer at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatNow {
    /// Which. One that is no longer in the configuration stands at column 0, row 0.
    pub seat: Seat,
    /// What it is used for.
    pub usage: SeatUse,
}

/// What a computer is used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeatUse {
    /// Free for anybody.
    Free {
        /// Since when; `None`: not used lately.
        since: Option<DateTime<Utc>>,
    },
    /// Held for a queue number that was called.
    Held {
        /// The number.
        number: u32,
    },
    /// In use.
    Taken(Taken),
    /// Out of order.
    Broken {
        /// Why, if staff closed it; `None`: the configuration says so, and only there it is opened again.
        reason: Option<RepairReason>,
    },
}

/// Who uses a computer, masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The session.
    pub session: SessionId,
    /// Since when.
    pub since: DateTime<Utc>,
    /// The first letter of the name that greets, for "Apakah Anda W.?"; none when the name was erased.
    pub initial: Option<char>,
    /// By what its visitor proves who they are, besides a KTA.
    pub proof: Proof,
    /// Longer than the configured time.
    pub over_long: bool,
    /// Out of order once it is left.
    pub closes_for_repair: bool,
}

/// What is typed at check-out without showing the KTA (rule 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The last three characters of the KTA.
    CardEnd,
    /// The exit code.
    ExitCode,
    /// Neither any more, after three wrong tries: staff, or the KTA itself.
    Staff,
}

id_enum! {
    /// Why a computer is closed for repair.
    RepairReason {
        /// It does not start.
        Dead = "dead",
        /// Screen, keyboard, mouse or another part.
        Part = "part",
        /// No internet.
        Network = "network",
        /// A program or the system.
        Software = "software",
        /// Anything else.
        Other = "other",
    }
}

impl Room {
    /// How many computers are free, held ones not counted.
    #[must_use]
    pub fn free(&self) -> usize {
        self.seats.iter().filter(|s| matches!(s.usage, SeatUse::Free { .. })).count()
    }

    /// How many are in use or held.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.seats.iter().filter(|s| matches!(s.usage, SeatUse::Taken(_) | SeatUse::Held { .. })).count()
    }

    /// How many are out of order.
    #[must_use]
    pub fn broken(&self) -> usize {
        self.seats.iter().filter(|s| matches!(s.usage, SeatUse::Broken { .. })).count()
    }

    /// Nothing is free: the tile says "Penuh" and the queue is offered.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.free() == 0
    }

    /// The seat of that name.
    #[must_use]
    pub fn seat(&self, name: &str) -> Option<&SeatNow> {
        self.seats.iter().find(|s| s.seat.name == name)
    }

    /// The free seat to suggest to somebody of that age, if there is one.
    #[must_use]
    pub fn suggested(&self, age: Option<AgeGroup>) -> Option<&Seat> {
        let free = self.seats.iter().filter_map(|s| match s.usage {
            SeatUse::Free { since } => Some((&s.seat, since)),
            _ => None,
        });
        suggest(free, age)
    }

    /// The numbers whose turn it is, with their computers: "Giliran: 14 → PC 03".
    pub fn called(&self) -> impl Iterator<Item = (&Ticket, &str)> {
        self.queue.iter().filter_map(|ticket| match &ticket.state {
            TicketState::Called { seat, .. } => Some((ticket, seat.as_str())),
            TicketState::Waiting | TicketState::Missed => None,
        })
    }

    /// How many wait and were not called yet.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.iter().filter(|t| t.state == TicketState::Waiting).count()
    }
}
