//! What staff see of the room beyond what everybody sees.

use chrono::NaiveDateTime;

use super::leave::{TidyPoint, TidyReason};
use crate::domain::name::Name;

/// Who uses a computer, told to staff who ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionPerson {
    /// The visitor, of a group its leader; none when erased.
    pub name: Option<Name>,
    /// Who allowed it without a valid KTA.
    pub allowed_by: Option<Name>,
}

/// What a visitor reported when leaving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomNote {
    /// Its number.
    pub n: i64,
    /// When, by the library's clock.
    pub at: NaiveDateTime,
    /// The computer's name.
    pub seat: String,
    /// The points that were not ticked.
    pub points: Vec<TidyPoint>,
    /// Why.
    pub reason: TidyReason,
}
