//! One use of one computer, and taking one.

use std::fmt;

use chrono::{DateTime, Utc};

use super::queue::Queued;
use crate::domain::id_enum;
use crate::domain::name::Name;
use crate::domain::staff::StaffId;
use crate::domain::visit::VisitId;

/// The number of a session in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(pub i64);

/// Where a visitor of the room goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// To this computer, by its name.
    Seat(String),
    /// Into the queue: all computers are taken (rule 9).
    Queue,
}

/// The internet part of a visit; written with it in one transaction (rule 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// A computer or the queue.
    pub place: Place,
    /// Who allowed it by PIN, where the visitor has no valid KTA.
    pub allowed: Option<StaffId>,
}

/// What a visit with a [`NewSession`] got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed {
    /// A computer.
    Seated(Seated),
    /// A queue number.
    Queued(Queued),
}

/// A session that has begun or was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    /// Which session.
    pub session: SessionId,
    /// The computer's name.
    pub seat: String,
    /// When it began; a move does not change it.
    pub started: DateTime<Utc>,
    /// For a session without a KTA: what the visitor types to check out (rule 6).
    pub exit_code: Option<ExitCode>,
}

/// Three figures that stand for a KTA at check-out (rule 6). Not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct ExitCode(String);

impl ExitCode {
    /// The code of a chance number.
    #[must_use]
    pub fn of(chance: u32) -> Self {
        Self(format!("{:03}", chance % 1000))
    }

    /// A code that was stored.
    #[must_use]
    pub const fn from_store(text: String) -> Self {
        Self(text)
    }

    /// The three figures.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ExitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ExitCode(…)")
    }
}

id_enum! {
    /// Who ended a session: the visitor, staff, or the program after closing time (rule 10).
    SessionEnd { Own = "self", Staff = "staff", Automatic = "automatic" }
}

/// A session that has not ended, as its own visitor may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Which.
    pub id: SessionId,
    /// The visit that it belongs to.
    pub visit: VisitId,
    /// The computer's name.
    pub seat: String,
    /// Since when.
    pub started: DateTime<Utc>,
    /// Whose; greet with [`Name::greeting`].
    pub name: Name,
}

/// Why a place could not be given. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else has that computer now, it is held for the queue, or it is closed.
    SeatTaken {
        /// Another free one to offer, if there is one; else the queue.
        instead: Option<String>,
    },
    /// All computers are taken: offer the queue.
    Full,
    /// This card's session is open at that computer.
    CardSeated {
        /// The computer's name.
        seat: String,
    },
    /// This card has that queue number.
    CardQueued {
        /// The number.
        number: u32,
    },
    /// A computer is free and nobody waits: offer it instead of a queue number.
    NotFull {
        /// Its name.
        seat: String,
    },
    /// The session has ended already.
    Ended,
    /// The queue number was called for nobody any more: seated, passed over, or cleared.
    TicketGone,
    /// There is no computer of that name.
    NoSuchSeat,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SeatTaken { .. } => "the computer is taken",
            Self::Full => "all computers are taken",
            Self::CardSeated { .. } => "the card has an open session",
            Self::CardQueued { .. } => "the card has a queue number",
            Self::NotFull { .. } => "a computer is free",
            Self::Ended => "the session has ended",
            Self::TicketGone => "the queue number is over",
            Self::NoSuchSeat => "there is no such computer",
        })
    }
}
