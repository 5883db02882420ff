//! The visits of the book out, one row a visit, in the columns of the contract.

use super::cell::Cell;
use crate::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use crate::domain::name::Name;
use crate::domain::visit_row::VisitRow;

/// The columns of `visits export`; new ones are only appended.
pub const COLUMNS: &[&str] = &[
    "id",
    "recorded_at",
    "kiosk",
    "membership_type",
    "card_number",
    "name",
    "sex",
    "age_group",
    "education",
    "occupation",
    "origin",
    "institution",
    "male",
    "female",
    "headcount",
    "purpose",
    "purpose_note",
    "entry",
    "checkin_seconds",
    "seat",
    "session_started_at",
    "session_ended_at",
    "session_end",
    "shut_down",
    "tidied",
    "clean",
    "voided",
    "void_reason",
    "corrects",
    "card_expired",
    "card_unverified",
    "clock_suspect",
];

/// A visit in the order of [`COLUMNS`].
#[must_use]
pub fn cells(row: &VisitRow) -> Vec<Cell> {
    let text = |t: &Option<String>| Cell::text(t.as_deref());
    vec![
        Cell::Text(row.id.to_string()),
        Cell::moment(Some(row.recorded_at)),
        Cell::text(Some(row.kiosk.as_str())),
        Cell::text(Some(row.membership_type.id())),
        text(&row.card_number),
        text(&row.name),
        Cell::text(row.sex.map(Sex::id)),
        Cell::text(row.age_group.map(AgeGroup::id)),
        Cell::text(row.education.map(Education::id)),
        Cell::text(row.occupation.map(Occupation::id)),
        text(&row.origin),
        text(&row.institution),
        Cell::count(row.male),
        Cell::count(row.female),
        Cell::Count(row.headcount.into()),
        Cell::text(Some(row.purpose.as_str())),
        text(&row.purpose_note),
        Cell::text(Some(row.entry.id())),
        row.checkin_tenths.map_or(Cell::Empty, |t| Cell::Tenths(t.into())),
        text(&row.seat),
        Cell::moment(row.session_started_at),
        Cell::moment(row.session_ended_at),
        text(&row.session_end),
        Cell::flag(row.shut_down),
        Cell::flag(row.tidied),
        Cell::flag(row.clean),
        Cell::Flag(row.voided),
        text(&row.void_reason),
        Cell::text(row.corrects.map(|id| id.to_string())),
        Cell::Flag(row.card_expired),
        Cell::Flag(row.card_unverified),
        Cell::Flag(row.clock_suspect),
    ]
}

/// The same with name and card number masked, as the panel shows them.
#[must_use]
pub fn masked_cells(row: &VisitRow) -> Vec<Cell> {
    let name = row.name.as_deref().and_then(Name::from_list).map(|name| name.masked());
    let card_number = row.card_number.as_deref().map(last_two);
    cells(&VisitRow { card_number, name, ..row.clone() })
}

/// A card number of which only the last two characters are told: `••••36`.
fn last_two(number: &str) -> String {
    let hidden = number.chars().count().saturating_sub(2);
    format!("••••{}", number.chars().skip(hidden).collect::<String>())
}
