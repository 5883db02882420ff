//! What the visitor's walk asks the book about the room, and the answers. Each ask is answered exactly once.

use chrono::{DateTime, Utc};

use super::leave::{CheckOut, Identified, Leaving, Left};
use super::queue::{Queued, TicketId};
use super::session::{Refusal, Seated, SessionId};
use crate::domain::id_enum;

/// An ask of the walk. Taking a seat or a number at check-in is no ask: it is a part of the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Whose session ends? Answered by [`Reply::Identified`]. Wrong tries are counted.
    Identify(Leaving),
    /// The visitor leaves. Answered by [`Reply::Left`], also when staff were quicker; safe to repeat.
    CheckOut(Box<CheckOut>),
    /// "Kembali merapikan": the session stays open and the standard's time runs on from `since`. [`Reply::Noted`].
    KeepTidying {
        /// Which session.
        session: SessionId,
        /// The first "Selesai internet" of this walk.
        since: DateTime<Utc>,
    },
    /// "Pindah komputer". [`Reply::Seated`] or [`Reply::Refused`].
    Move {
        /// Which session.
        session: SessionId,
        /// To the computer of this name.
        to: String,
        /// When.
        at: DateTime<Utc>,
    },
    /// A queue number takes its computer, or another free one. [`Reply::Seated`] or [`Reply::Refused`]; safe to repeat.
    Claim {
        /// Which.
        ticket: TicketId,
        /// Another computer than the one that is held.
        seat: Option<String>,
        /// When.
        at: DateTime<Utc>,
    },
    /// A number that missed its turn queues anew, behind everybody. [`Reply::Queued`] or [`Reply::Refused`].
    QueueAnew {
        /// Which.
        ticket: TicketId,
        /// When.
        at: DateTime<Utc>,
    },
    /// A visitor was told that the service needs a valid KTA: count it, once a walk. [`Reply::Noted`].
    TurnedAway {
        /// For want of what.
        why: RefusedFor,
        /// When.
        at: DateTime<Utc>,
    },
}

id_enum! {
    /// Why a visitor was turned away from the internet room.
    RefusedFor {
        /// No KTA: Non Anggota or Rombongan.
        NoCard = "no_card",
        /// The KTA has expired.
        Expired = "expired",
        /// The KTA is blocked or no longer in the list.
        Blocked = "blocked",
        /// The KTA is not in the loaded list.
        Unlisted = "unlisted",
    }
}

/// The answer to an [`Ask`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Whose session it is.
    Identified(Identified),
    /// The session has ended.
    Left(Left),
    /// A computer was given.
    Seated(Seated),
    /// A queue number was given.
    Queued(Queued),
    /// Nothing was changed, and why.
    Refused(Refusal),
    /// It is written down.
    Noted,
}
