//! The visits of the book out, one row a visit, in the columns of the contract.

use super::cell::Cell;
use crate::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use crate::domain::name::Name;
use crate::domain::report::{Content, Order};
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

/// What stands in the place of a text that is held back.
const HELD_BACK: &str = "•••";

/// The same with name and card number masked, as the panel shows them, and without what somebody wrote freely: whence they
/// come, of which institution, what for. It may name a person as well.
#[must_use]
pub fn masked_cells(row: &VisitRow) -> Vec<Cell> {
    let institution = row.institution.as_ref().map(|_| HELD_BACK.to_owned());
    masked_group_cells(&VisitRow { institution, ..row.clone() })
}

/// The same of a list of groups, which is about their institutions.
#[must_use]
pub fn masked_group_cells(row: &VisitRow) -> Vec<Cell> {
    let held_back = |text: &Option<String>| text.as_ref().map(|_| HELD_BACK.to_owned());
    let name = row.name.as_deref().and_then(Name::from_list).map(|name| name.masked());
    let card_number = row.card_number.as_deref().map(last_two);
    let (origin, purpose_note) = (held_back(&row.origin), held_back(&row.purpose_note));
    cells(&VisitRow { card_number, name, origin, purpose_note, ..row.clone() })
}

/// How the rows of an order are written.
#[must_use]
pub fn cells_of(order: &Order) -> fn(&VisitRow) -> Vec<Cell> {
    match (order.names(), order.content) {
        (true, _) => cells,
        (false, Content::Groups) => masked_group_cells,
        (false, _) => masked_cells,
    }
}

/// A card number of which only the last two characters are told: `••••36`.
fn last_two(number: &str) -> String {
    let hidden = number.chars().count().saturating_sub(2);
    format!("••••{}", number.chars().skip(hidden).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::MembershipType;

    fn told(cells: &[Cell], name: &str) -> String {
        let at = COLUMNS.iter().position(|column| *column == name).unwrap();
        cells[at].plain().into_owned()
    }

    #[test]
    fn texts_that_may_name_a_person_are_held_back_with_the_names() {
        let text = |text: &str| Some(text.to_owned());
        let row = VisitRow {
            membership_type: MembershipType::Group,
            origin: text("rumah Bu Contoh"),
            institution: text("Keluarga Pak Contoh"),
            purpose_note: text("mencari Wulan Contoh"),
            ..VisitRow::example()
        };
        let masked = masked_cells(&row);
        for name in ["origin", "institution", "purpose_note"] {
            assert_eq!(told(&masked, name), "•••");
            assert!(told(&cells(&row), name).contains("Contoh"), "the command line keeps the contract");
        }
        assert_eq!(told(&masked, "name"), "Wu••• C•••");
        assert_eq!(told(&masked, "card_number"), "••••36");
        let group = masked_group_cells(&row);
        assert_eq!(told(&group, "institution"), "Keluarga Pak Contoh", "a list of groups is about it");
        assert_eq!((told(&group, "origin"), told(&group, "purpose_note")), ("•••".to_owned(), "•••".to_owned()));
        // What was never said stays empty.
        assert_eq!(told(&masked_cells(&VisitRow::example()), "purpose_note"), "");
    }
}
