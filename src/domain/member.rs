//! A row of the membership list, imported from the library's catalogue system.

use std::fmt;

use chrono::NaiveDate;

use super::card::CardNumber;
use super::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use super::id_enum;
use super::name::Name;

id_enum! {
    /// What the membership list says of a member.
    MemberStatus { Active = "active", Inactive = "inactive", Blocked = "blocked" }
}

/// A member as the list gives them. `Debug` says no more than the status, since the rest is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// The number on the card, unique in the list.
    pub card_number: CardNumber,
    /// Full name.
    pub name: Name,
    /// Sex, if the list says so.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Highest education.
    pub education: Option<Education>,
    /// Occupation.
    pub occupation: Option<Occupation>,
    /// Postal address; never shown to visitors.
    pub address: Option<String>,
    /// The last day on which the card is valid; none: it does not expire.
    pub valid_until: Option<NaiveDate>,
    /// Active, inactive or blocked.
    pub status: MemberStatus,
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Member(…, {:?})", self.status)
    }
}

/// Whether a card may be used today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The card is good.
    Valid,
    /// It ended on that day.
    Expired(NaiveDate),
    /// Staff need to look at it: blocked, or no longer in the list.
    Blocked,
}

impl Member {
    /// The standing of the card on the library's day `today`.
    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match (self.status, self.valid_until) {
            (MemberStatus::Blocked | MemberStatus::Inactive, _) => Standing::Blocked,
            (MemberStatus::Active, Some(end)) if end < today => Standing::Expired(end),
            (MemberStatus::Active, _) => Standing::Valid,
        }
    }

    /// What the book copies on the day of a visit, so that a later edit of the list rewrites nothing.
    #[must_use]
    pub fn demographics(&self, today: NaiveDate) -> Demographics {
        Demographics {
            sex: self.sex,
            age_group: self.birth_date.and_then(|b| AgeGroup::of(b, today)),
            education: self.education,
            occupation: self.occupation,
        }
    }
}
