//! Leaving: who it is, the three points, the rating (SOP step 3; rules 6 and 7 of the walk).

use std::fmt;

use chrono::{DateTime, Utc};

use super::session::{OpenSession, SessionEnd, SessionId};
use crate::domain::card::CardNumber;
use crate::domain::id_enum;
use crate::domain::name::{Name, Note};
use crate::domain::visit::VisitId;

/// How many characters of the KTA, or figures of the exit code, are typed beside the seat.
pub const PROOF_CHARS: usize = 3;
/// After so many wrong tries only staff, or the KTA itself, end the session.
pub const MAX_WRONG_PROOFS: u32 = 3;

/// How a visitor says whose session ends.
#[derive(Clone, PartialEq, Eq)]
pub enum Leaving {
    /// By the KTA.
    Card(CardNumber),
    /// By the computer, and the last three characters of the KTA or the exit code.
    Seat {
        /// The computer's name.
        seat: String,
        /// What was typed.
        typed: String,
    },
}

impl fmt::Debug for Leaving {
    /// Without personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(_) => f.write_str("Card(…)"),
            Self::Seat { seat, .. } => write!(f, "Seat({seat}, …)"),
        }
    }
}

/// The answer to [`Leaving`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identified {
    /// Whose session it is.
    Session(OpenSession),
    /// No session is open under this card, or at this computer.
    NoSession,
    /// What was typed is wrong.
    Wrong {
        /// How many tries are left; 0: staff ([`super::Proof::Staff`]).
        left: u32,
    },
}

id_enum! {
    /// The three points of SOP step 3.
    TidyPoint {
        /// "Komputer sudah dimatikan".
        ShutDown = "shut_down",
        /// "Perangkat sudah dirapikan".
        Tidied = "tidied",
        /// "Ruangan bersih dan tertib".
        Clean = "clean",
    }
}

id_enum! {
    /// Why a point is not ticked (rule 7): Rusak, Lupa, Lainnya.
    TidyReason { Broken = "broken", Forgotten = "forgotten", Other = "other" }
}

/// The three points as they were left, with a reason when one is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tidy {
    ticked: [bool; 3],
    reason: Option<TidyReason>,
}

impl Tidy {
    /// The points, in the order of [`TidyPoint::ALL`]. `None` when one is missing without a reason (rule 7). A reason
    /// beside three ticked points is left out.
    #[must_use]
    pub fn new(ticked: [bool; 3], reason: Option<TidyReason>) -> Option<Self> {
        let all = ticked == [true; 3];
        (all || reason.is_some()).then_some(Self { ticked, reason: reason.filter(|_| !all) })
    }

    /// Whether a point was ticked.
    #[must_use]
    pub const fn is_ticked(&self, point: TidyPoint) -> bool {
        self.ticked[point as usize]
    }

    /// The points that were not ticked.
    pub fn missing(&self) -> impl Iterator<Item = TidyPoint> {
        TidyPoint::ALL.iter().copied().filter(|point| !self.is_ticked(*point))
    }

    /// Why one is missing; `None` when all are ticked.
    #[must_use]
    pub const fn reason(&self) -> Option<TidyReason> {
        self.reason
    }
}

/// "Bagaimana layanan kami?": kept apart from the visitor, as a count by day, purpose and score; the words apart
/// from both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    score: u8,
    words: Option<Note>,
}

impl Rating {
    /// A score of 1 "Tidak puas" to 4 "Sangat puas", with a few words of the visitor's own; `None` for another score.
    #[must_use]
    pub fn new(score: u8, words: Option<Note>) -> Option<Self> {
        (1..=4).contains(&score).then_some(Self { score, words })
    }

    /// 1 to 4.
    #[must_use]
    pub const fn score(&self) -> u8 {
        self.score
    }

    /// The words, if any.
    #[must_use]
    pub const fn words(&self) -> Option<&Note> {
        self.words.as_ref()
    }
}

/// A session that its visitor ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckOut {
    /// Which.
    pub session: SessionId,
    /// The three points.
    pub tidy: Tidy,
    /// The rating, if given.
    pub rating: Option<Rating>,
    /// The first "Selesai internet" of this walk. An earlier one that was kept by [`super::Ask::KeepTidying`] counts
    /// instead.
    pub since: DateTime<Utc>,
    /// When "Selesai dan pulang" was touched.
    pub at: DateTime<Utc>,
}

/// A session that has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The visit that it belonged to.
    pub visit: VisitId,
    /// The computer's name.
    pub seat: String,
    /// When it began.
    pub started: DateTime<Utc>,
    /// When it ended; never before it began.
    pub ended: DateTime<Utc>,
    /// Who ended it: staff or the program may have been quicker than the visitor.
    pub end: SessionEnd,
    /// Whose it was; none when erased meanwhile.
    pub name: Option<Name>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_point_needs_a_reason() {
        assert_eq!(Tidy::new([true, false, true], None), None);
        let tidy = Tidy::new([true, false, true], Some(TidyReason::Forgotten)).unwrap();
        assert_eq!(tidy.missing().collect::<Vec<_>>(), [TidyPoint::Tidied]);
        assert_eq!(tidy.reason(), Some(TidyReason::Forgotten));
        let all = Tidy::new([true; 3], Some(TidyReason::Broken)).unwrap();
        assert_eq!((all.reason(), all.missing().count()), (None, 0));
    }

    #[test]
    fn four_faces_and_no_other() {
        assert!(Rating::new(0, None).is_none() && Rating::new(5, None).is_none());
        assert_eq!(Rating::new(4, None).unwrap().score(), 4);
    }
}
