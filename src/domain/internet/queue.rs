//! Waiting for a computer by number (rule 9 of the walk).

use chrono::{DateTime, Utc};

/// A queue number in the book; the number that people see begins anew each day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TicketId(pub i64);

/// What has become of a queue number that still matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketState {
    /// Its turn has not come.
    Waiting,
    /// Its turn: the computer is held for it.
    Called {
        /// The computer's name.
        seat: String,
        /// Until when it is held.
        until: DateTime<Utc>,
    },
    /// It was called and nobody came in time; the next was called. It may still be given a free computer, or queue
    /// anew without another entry of the book.
    Missed,
}

/// A queue number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Which.
    pub id: TicketId,
    /// The number on the screen, from 1 on each library-local day.
    pub number: u32,
    /// When it was taken.
    pub taken: DateTime<Utc>,
    /// What has become of it.
    pub state: TicketState,
}

/// What the visitor who took a number is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// Which.
    pub ticket: TicketId,
    /// The number.
    pub number: u32,
    /// How many wait before it.
    pub ahead: u32,
    /// When a computer is likely to be free for it; `None` when past lengths do not tell.
    pub likely: Option<DateTime<Utc>>,
}
