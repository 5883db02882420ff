//! The membership list out, in the columns that an import reads again.

use super::cell::Cell;
use crate::domain::demographics::{Education, Occupation, Sex};
use crate::domain::member::Member;

/// The columns of `members list`.
pub const COLUMNS: &[&str] =
    &["card_number", "name", "sex", "birth_date", "education", "occupation", "address", "valid_until", "status"];

/// A member in the order of [`COLUMNS`].
#[must_use]
pub fn cells(member: &Member) -> Vec<Cell> {
    vec![
        Cell::text(Some(member.card_number.as_str())),
        Cell::text(Some(member.name.as_str())),
        Cell::text(member.sex.map(Sex::id)),
        Cell::date(member.birth_date),
        Cell::text(member.education.map(Education::id)),
        Cell::text(member.occupation.map(Occupation::id)),
        Cell::text(member.address.as_deref()),
        Cell::date(member.valid_until),
        Cell::text(Some(member.status.id())),
    ]
}
