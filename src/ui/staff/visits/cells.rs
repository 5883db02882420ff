//! What stands in the cells of a row, as words.

use chrono::NaiveDate;

use crate::domain::card;
use crate::domain::listing::{Listed, Pace};
use crate::domain::name::Name;
use crate::domain::period::Period;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{Entry, MembershipType, VoidReason};
use crate::domain::visit_row::VisitRow;
use crate::flow::staff::visits::When;
use crate::i18n::Words;

/// How a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Tercatat, Koreksi.
    Recorded,
    /// Di dalam.
    Inside,
    /// Keluar.
    Left,
    /// Dibatalkan, Diganti.
    Voided,
}

/// The name as it may be shown: masked until names are shown; a group by where it comes from.
pub(super) fn name(words: Words, listed: &Listed, names: bool) -> String {
    let row = &listed.row;
    if listed.erased {
        let people = row.headcount.to_string();
        return match row.membership_type {
            MembershipType::Group => {
                words.with("visits-group", &[("institution", words.get("visits-erased")), ("n", people)])
            }
            _ => words.get("visits-erased"),
        };
    }
    match (&row.institution, row.membership_type) {
        (Some(institution), MembershipType::Group) => {
            words.with("visits-group", &[("institution", institution.clone()), ("n", row.headcount.to_string())])
        }
        _ => person(row, names),
    }
}

/// The person's name, of a group its leader's.
pub(super) fn person(row: &VisitRow, names: bool) -> String {
    let Some(name) = &row.name else { return "–".to_owned() };
    if names { name.clone() } else { Name::from_list(name).map_or_else(String::new, |name| name.masked()) }
}

/// The card's number with its middle hidden.
pub(super) fn card_number(row: &VisitRow) -> String {
    row.card_number.as_deref().map_or_else(|| "–".to_owned(), card::masked)
}

/// The words of a purpose; a purpose without words by its id.
pub(super) fn purpose(purposes: &[(PurposeId, String)], id: &str) -> String {
    purposes.iter().find(|(known, _)| known.as_str() == id).map_or_else(|| id.to_owned(), |(_, label)| label.clone())
}

/// How long the entry took, and whether that is more than the standard.
pub(super) fn pace(words: Words, row: &VisitRow) -> (String, bool) {
    let over = Pace::of(row.checkin_tenths) == Pace::Over;
    let text = match row.checkin_tenths {
        None if row.entry == Entry::Manual => words.get("visits-not-measured"),
        None => "–".to_owned(),
        // Seconds begun: sixty and less keep the standard exactly.
        Some(tenths) if tenths < 6_000 => words.with("visits-seconds", &[("n", tenths.div_ceil(10).to_string())]),
        Some(tenths) => words.with("visits-minutes", &[("n", (tenths / 600).to_string())]),
    };
    (text, over)
}

/// How the row stands, and its words.
pub(super) fn status(words: Words, row: &VisitRow) -> (Standing, String) {
    if row.voided {
        let replaced = row.void_reason.as_deref() == Some(VoidReason::Correction.id());
        let key = if replaced { "visits-status-replaced" } else { "visits-status-voided" };
        return (Standing::Voided, words.get(key));
    }
    match (row.session_started_at, row.session_ended_at) {
        (Some(_), None) => (Standing::Inside, words.get("visits-status-inside")),
        (Some(_), Some(ended)) => {
            (Standing::Left, words.with("visits-status-left", &[("time", words.time(ended.time()))]))
        }
        _ if row.corrects.is_some() => (Standing::Recorded, words.get("visits-status-correction")),
        _ => (Standing::Recorded, words.get("visits-status-recorded")),
    }
}

/// A day and a short month: 25 Nov 2026.
pub(super) fn day(words: Words, day: NaiveDate) -> String {
    let short = words.short_date(day);
    short.split_once(", ").map_or(short.clone(), |(_, rest)| rest.to_owned())
}

/// A period in words.
pub(super) fn when(words: Words, when: When) -> String {
    match when {
        When::Today => words.get("visits-when-today"),
        When::Yesterday => words.get("visits-when-yesterday"),
        When::Days(n) => words.with("visits-when-days", &[("n", n.to_string())]),
        When::Year => words.get("visits-when-year"),
        When::All => words.get("visits-when-all"),
        When::Between(a, b) if a == b => day(words, a),
        When::Between(a, b) => words.with("visits-when-between", &[("from", day(words, a)), ("to", day(words, b))]),
    }
}

/// Whether more than one day is listed, so that rows need their day.
pub(super) fn spans_days(period: Period) -> bool {
    period.from.is_none() || period.from != period.to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::listing::RowKey;
    use crate::i18n::Lang;

    fn listed() -> Listed {
        let key = RowKey { day: "2026-11-25".parse().unwrap(), at_ms: 0, n: 1 };
        Listed { key, row: VisitRow::example(), erased: false }
    }

    #[test]
    fn names_are_masked_until_they_are_shown_and_numbers_always() {
        let words = Words::of(Lang::Id);
        let mut one = listed();
        assert_eq!(name(words, &one, false), "Wu••• C•••");
        assert_eq!(name(words, &one, true), "Wulan Contoh");
        assert_eq!(card_number(&one.row), "0024 •••• 36");
        one.row.membership_type = MembershipType::Group;
        (one.row.institution, one.row.headcount) = (Some("SDN Contoh 2".into()), 34);
        assert_eq!(name(words, &one, false), "SDN Contoh 2 (34 orang)");
        one.erased = true;
        assert_eq!(name(words, &one, true), "Data sudah dihapus (34 orang)");
    }

    #[test]
    fn sixty_seconds_keep_the_standard_and_an_entry_by_hand_has_no_time() {
        let words = Words::of(Lang::Id);
        let mut row = listed().row;
        assert_eq!(pace(words, &row), ("60 detik".into(), false));
        row.checkin_tenths = Some(601);
        assert_eq!(pace(words, &row), ("61 detik".into(), true));
        row.checkin_tenths = Some(7_210);
        assert_eq!(pace(words, &row), ("12 menit".into(), true));
        (row.checkin_tenths, row.entry) = (None, Entry::Manual);
        assert_eq!(pace(words, &row), ("manual".into(), false));
    }

    #[test]
    fn a_row_says_how_it_stands() {
        let words = Words::of(Lang::Id);
        let mut row = listed().row;
        assert_eq!(status(words, &row), (Standing::Recorded, "Tercatat".into()));
        row.session_started_at = Some(row.recorded_at);
        assert_eq!(status(words, &row), (Standing::Inside, "Di dalam".into()));
        row.session_ended_at = "2026-11-25T15:05:00+07:00".parse().ok();
        assert_eq!(status(words, &row), (Standing::Left, "Keluar 15.05".into()));
        (row.voided, row.void_reason) = (true, Some("correction".into()));
        assert_eq!(status(words, &row).1, "Diganti");
        row.void_reason = Some("test".into());
        assert_eq!(status(words, &row), (Standing::Voided, "Dibatalkan".into()));
    }
}
