//! One entry of the visitors' book. A [`NewVisit`] can only be built complete and within the rules.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::card::CardNumber;
use super::demographics::Demographics;
use super::form::{GroupLimits, MIN_GROUP};
use super::id_enum;
use super::internet::{NewSession, Placed};
use super::name::{Name, Note};
use super::purpose::PurposeId;

id_enum! {
    /// The column of the book: Anggota, Non Anggota, Rombongan (SOP step 1).
    MembershipType { Member = "member", NonMember = "non_member", Group = "group" }
}

id_enum! {
    /// How the entry came about.
    Entry { Scanned = "scanned", Typed = "typed", Nfc = "nfc", Form = "form", Manual = "manual" }
}

/// The id of a visit: a UUIDv7, minted before the first attempt to write, so that a retry cannot double.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VisitId(pub Uuid);

impl std::fmt::Display for VisitId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

/// A group: one entry with many people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupParty {
    leader: Name,
    institution: Name,
    male: u32,
    female: u32,
}

/// Why a group cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GroupError {
    /// Fewer than two people.
    #[error("a group is at least two people")]
    TooFew,
    /// More than the configured limit.
    #[error("more people than the limit")]
    TooMany,
}

impl GroupParty {
    /// A group of [`MIN_GROUP`] to `limits.max_people` people.
    ///
    /// # Errors
    /// Says which limit is not kept.
    pub fn new(
        leader: Name,
        institution: Name,
        male: u32,
        female: u32,
        limits: GroupLimits,
    ) -> Result<Self, GroupError> {
        match male.checked_add(female) {
            Some(total) if total < MIN_GROUP => Err(GroupError::TooFew),
            Some(total) if total <= limits.max_people => Ok(Self { leader, institution, male, female }),
            _ => Err(GroupError::TooMany),
        }
    }

    /// The leader's name.
    #[must_use]
    pub fn leader(&self) -> &Name {
        &self.leader
    }

    /// School or organisation.
    #[must_use]
    pub fn institution(&self) -> &Name {
        &self.institution
    }

    /// How many men and boys.
    #[must_use]
    pub fn male(&self) -> u32 {
        self.male
    }

    /// How many women and girls.
    #[must_use]
    pub fn female(&self) -> u32 {
        self.female
    }

    /// People behind the entry.
    #[must_use]
    pub fn headcount(&self) -> u32 {
        self.male + self.female
    }
}

/// Who came, by column of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Visitor {
    /// A member of the loaded list, or (`unverified`) a card while no list is loaded (rule 5).
    Member {
        /// The card.
        card: CardNumber,
        /// Name from the list, or as typed where there is none.
        name: Name,
        /// Copied from the list on the day of the visit.
        demographics: Demographics,
        /// The card had expired.
        expired: bool,
        /// No list was loaded, so the card could not be checked.
        unverified: bool,
    },
    /// A visitor without a card.
    NonMember {
        /// Name as typed.
        name: Name,
        /// Answers of the form.
        demographics: Demographics,
        /// Where they come from, if asked.
        origin: Option<Name>,
    },
    /// A group with its leader.
    Group(GroupParty),
}

impl Visitor {
    /// The column of the book.
    #[must_use]
    pub fn membership_type(&self) -> MembershipType {
        match self {
            Self::Member { .. } => MembershipType::Member,
            Self::NonMember { .. } => MembershipType::NonMember,
            Self::Group(_) => MembershipType::Group,
        }
    }

    /// The recorded name; a group's is its leader's.
    #[must_use]
    pub fn name(&self) -> &Name {
        match self {
            Self::Member { name, .. } | Self::NonMember { name, .. } => name,
            Self::Group(g) => g.leader(),
        }
    }

    /// The card, if one was shown.
    #[must_use]
    pub fn card(&self) -> Option<&CardNumber> {
        match self {
            Self::Member { card, .. } => Some(card),
            _ => None,
        }
    }

    /// People behind the entry.
    #[must_use]
    pub fn headcount(&self) -> u32 {
        match self {
            Self::Group(g) => g.headcount(),
            _ => 1,
        }
    }
}

/// A visit that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVisit {
    /// Minted before the first attempt.
    pub id: VisitId,
    /// When the walk was confirmed, UTC.
    pub at: DateTime<Utc>,
    /// The same moment's date where the library stands.
    pub local_date: NaiveDate,
    /// Which kiosk.
    pub kiosk: String,
    /// Who.
    pub visitor: Visitor,
    /// Why.
    pub purpose: PurposeId,
    /// The few words of "Lainnya".
    pub note: Option<Note>,
    /// A computer of the internet room or a queue number, where the purpose is that.
    pub session: Option<NewSession>,
    /// How the entry came about.
    pub entry: Entry,
    /// First touch or scan of the walk to this attempt, milliseconds; the writer adds its own time.
    pub walk_millis: u64,
    /// The clock was turned during the walk or is known to be wrong.
    pub clock_suspect: bool,
}

id_enum! {
    /// Why an entry was taken back. Nothing is deleted: the row stays, marked, and is not counted.
    VoidReason {
        Visitor = "visitor", Correction = "correction", Duplicate = "duplicate", Mistake = "mistake", Test = "test",
        Other = "other", Abandoned = "abandoned",
    }
}

/// What staff enter in the place of a visit: everything that a correction may change. Moment, kiosk, way and time of
/// entry stay those of the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Who came.
    pub visitor: Visitor,
    /// Why.
    pub purpose: PurposeId,
    /// The few words of "Lainnya".
    pub note: Option<Note>,
}

/// What the book answers once a visit is committed and synced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The visit.
    pub id: VisitId,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// The computer or the queue number that it got, where it asked for one.
    pub placed: Option<Placed>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_keeps_its_limits() {
        let name = |s: &str| Name::new(s).unwrap();
        let limits = GroupLimits { max_people: 10, confirm_above: 5 };
        let group = |m, f| GroupParty::new(name("Endah"), name("SDN 2"), m, f, limits);
        assert_eq!(group(1, 0), Err(GroupError::TooFew));
        assert_eq!(group(6, 5), Err(GroupError::TooMany));
        assert_eq!(group(u32::MAX, 1), Err(GroupError::TooMany));
        assert_eq!(group(4, 6).unwrap().headcount(), 10);
    }
}
