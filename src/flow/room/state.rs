//! What the screens of the internet room show.

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::domain::internet::{
    CheckOut as Leave, ExitCode, OpenSession, PROOF_CHARS, Proof, Rating, RefusedFor, TicketId, TidyPoint,
};
use crate::domain::name::{Note, TextError};
use crate::domain::visit::MembershipType;
use crate::flow::state::{RecordingPhase, Typed};

/// The visitor may not use the room without more: the requirement, and the ways on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// The column of the book.
    pub kind: MembershipType,
    /// For want of what.
    pub why: RefusedFor,
}

/// The room is closed: nobody gets a computer or a queue number now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// When it opens next by the library's wall clock; none: no day has hours.
    pub opens: Option<NaiveDateTime>,
}

/// The map of the room with the seat that is held while the screen is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatChoice {
    /// The greeting word or a group's institution; empty where only a queue number is known.
    pub greeting: String,
    /// The column of the book; none where only a queue number is known.
    pub kind: Option<MembershipType>,
    /// The seat that is the visitor's if they say so.
    pub seat: String,
    /// What taking it means.
    pub wants: Wants,
    /// By what right.
    pub right: Right,
    /// It is being written, since then; nothing reacts meanwhile.
    pub saving: Option<Duration>,
}

/// What taking a seat means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wants {
    /// A visit with its session.
    Visit,
    /// Another computer for the session.
    Move(OpenSession),
    /// The computer of a queue number; its visit stands in the book already.
    Claim {
        /// Which number.
        ticket: TicketId,
        /// As people see it.
        number: u32,
    },
}

/// By what right somebody takes a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// "KTA masih berlaku".
    Card,
    /// "Diizinkan petugas".
    Permitted,
    /// No KTA is needed here, or it was looked at before.
    Unsaid,
}

/// All computers are taken, or the visitor's number is not called yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Queue {
    /// A number is offered; taking it records the visit.
    Offered,
    /// The card has this number, and waits.
    Waiting {
        /// As people see it.
        number: u32,
    },
    /// The number missed its turn; queueing anew makes no second entry in the book.
    Missed {
        /// Which.
        ticket: TicketId,
        /// As people see it.
        number: u32,
    },
}

/// "Anda masih tercatat di PC 07. Mau apa?"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StillSeated {
    /// The session that is open.
    pub session: OpenSession,
}

/// A queue number that is typed to claim its computer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TurnEntry {
    /// As typed.
    pub text: String,
    /// "Nomor antrean itu tidak sedang dipanggil" stands.
    pub wrong: bool,
}

/// Check-out, step 1: who is it?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Leaver {
    /// "Tidak ada pemakaian internet atas nama ini" stands.
    pub nobody: bool,
}

/// Check-out, step 1, by computer: the last characters of the KTA or the exit code.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaverCode {
    /// The computer.
    pub seat: String,
    /// "Apakah Anda W.?"
    pub initial: Option<char>,
    /// What is asked for; [`Proof::Staff`] tells to go to the desk.
    pub proof: Proof,
    /// As typed.
    pub text: Typed,
    /// It was wrong; so many tries are left.
    pub wrong: Option<u32>,
    /// It is being looked at.
    pub checking: bool,
}

impl LeaverCode {
    /// Whether it can be looked at.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.text.chars().count() == PROOF_CHARS
    }
}

/// Check-out, step 2: the three points and the rating.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckOut {
    /// The session that ends.
    pub session: OpenSession,
    /// The first "Selesai internet" of this walk.
    pub since: DateTime<Utc>,
    /// The points in the order of [`TidyPoint::ALL`].
    pub ticked: [bool; 3],
    /// The face that was touched, 1 to 4.
    pub score: Option<u8>,
    /// A few words to the rating.
    pub words: Option<Note>,
    /// It is being written.
    pub writing: Option<Box<Writing>>,
}

impl CheckOut {
    /// Points that are not ticked.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.ticked.iter().filter(|ticked| !**ticked).count()
    }

    /// Whether a point is ticked.
    #[must_use]
    pub const fn is_ticked(&self, point: TidyPoint) -> bool {
        self.ticked[point as usize]
    }

    /// The rating as it is handed on.
    pub(in crate::flow) fn rating(&self) -> Option<Rating> {
        Rating::new(self.score?, self.words.clone())
    }
}

/// A check-out on its way into the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    /// Where the attempt stands.
    pub phase: RecordingPhase,
    pub(in crate::flow) leave: Leave,
    pub(in crate::flow) ticket: u64,
    pub(in crate::flow) attempts: u8,
}

/// A few words to the rating.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WordsEntry {
    /// As typed.
    pub text: Typed,
    /// The fault that is told under the field.
    pub fault: Option<TextError>,
}

/// What Done tells beside the thanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A visit without a seat.
    Visit,
    /// A computer, with the exit code of a session without a KTA.
    Seated {
        /// The computer.
        seat: String,
        /// What is typed to check out.
        exit_code: Option<ExitCode>,
        /// Another computer than before.
        moved: bool,
    },
    /// A queue number.
    Queued {
        /// As people see it.
        number: u32,
        /// When a computer is likely to be free, if that is known.
        likely: Option<DateTime<Utc>>,
    },
    /// The session has ended.
    Left {
        /// The computer.
        seat: String,
        /// When the session began.
        started: DateTime<Utc>,
        /// When it ended.
        ended: DateTime<Utc>,
        /// A point was reported to staff.
        reported: bool,
    },
}
