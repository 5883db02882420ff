//! A visit as it leaves the book.

use std::fmt;

use chrono::{DateTime, FixedOffset};

use super::demographics::{AgeGroup, Education, Occupation, Sex};
use super::visit::{Entry, MembershipType, VisitId};

/// One row of `visits export`; the fields stand in the order of its columns. What is unknown or erased is `None`.
#[expect(clippy::struct_excessive_bools, reason = "the columns of the contract are yes or no")]
#[derive(Clone, PartialEq, Eq)]
pub struct VisitRow {
    /// Minted before the first attempt to write.
    pub id: VisitId,
    /// When, with the library's offset at that moment.
    pub recorded_at: DateTime<FixedOffset>,
    /// Which kiosk.
    pub kiosk: String,
    /// The column of the book.
    pub membership_type: MembershipType,
    /// The card of a member.
    pub card_number: Option<String>,
    /// The visitor, of a group its leader.
    pub name: Option<String>,
    /// Sex of one person.
    pub sex: Option<Sex>,
    /// Age group of one person.
    pub age_group: Option<AgeGroup>,
    /// Education of one person.
    pub education: Option<Education>,
    /// Occupation of one person.
    pub occupation: Option<Occupation>,
    /// Where a visitor without card comes from, if the form asks.
    pub origin: Option<String>,
    /// School or organisation of a group.
    pub institution: Option<String>,
    /// Men and boys, also 1 or 0 for one person whose sex is known.
    pub male: Option<u32>,
    /// Women and girls, likewise.
    pub female: Option<u32>,
    /// People behind the entry.
    pub headcount: u32,
    /// The id of the purpose.
    pub purpose: String,
    /// The few words of "Lainnya".
    pub purpose_note: Option<String>,
    /// How the entry came about.
    pub entry: Entry,
    /// First touch or scan to committed, in tenths of a second; none for an entry by hand.
    pub checkin_tenths: Option<u32>,
    /// The computer of the visit's internet session.
    pub seat: Option<String>,
    /// When the session began.
    pub session_started_at: Option<DateTime<FixedOffset>>,
    /// When it ended.
    pub session_ended_at: Option<DateTime<FixedOffset>>,
    /// Who ended it: `self`, `staff` or `automatic`.
    pub session_end: Option<String>,
    /// The computer was shut down.
    pub shut_down: Option<bool>,
    /// The equipment was tidied.
    pub tidied: Option<bool>,
    /// The room was left clean.
    pub clean: Option<bool>,
    /// The row was taken back and is not counted.
    pub voided: bool,
    /// The id of the reason.
    pub void_reason: Option<String>,
    /// The row that this one replaces.
    pub corrects: Option<VisitId>,
    /// The card had expired.
    pub card_expired: bool,
    /// The card could not be checked.
    pub card_unverified: bool,
    /// The clock was turned or known to be wrong.
    pub clock_suspect: bool,
}

impl VisitRow {
    /// Whether the visitor sits in the internet room: the session has begun and not ended.
    #[must_use]
    pub const fn is_inside(&self) -> bool {
        self.session_started_at.is_some() && self.session_ended_at.is_none()
    }
}

impl fmt::Debug for VisitRow {
    /// Without personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VisitRow({})", self.id)
    }
}

#[cfg(test)]
impl VisitRow {
    /// A made-up member's visit for tests.
    pub(crate) fn example() -> Self {
        Self {
            id: super::visit::VisitId(uuid::Uuid::from_u128(1)),
            recorded_at: "2026-11-25T13:44:00+07:00".parse().unwrap(),
            kiosk: "k".into(),
            membership_type: MembershipType::Member,
            card_number: Some("0024118736".into()),
            name: Some("Wulan Contoh".into()),
            sex: None,
            age_group: None,
            education: None,
            occupation: None,
            origin: None,
            institution: None,
            male: None,
            female: None,
            headcount: 1,
            purpose: "internet".into(),
            purpose_note: None,
            entry: Entry::Scanned,
            checkin_tenths: Some(600),
            seat: None,
            session_started_at: None,
            session_ended_at: None,
            session_end: None,
            shut_down: None,
            tidied: None,
            clean: None,
            voided: false,
            void_reason: None,
            corrects: None,
            card_expired: false,
            card_unverified: false,
            clock_suspect: false,
        }
    }
}
