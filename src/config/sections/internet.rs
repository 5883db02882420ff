//! `[internet]`: the room, its computers and its hours.

use std::collections::BTreeMap;

use chrono::Weekday;
use toml::de::DeValue;

use crate::config::problem::{ProblemKind, Shape};
use crate::config::section::{Placed, Section};
use crate::config::shapes::{self, Day};
use crate::config::suggest::nearest;
use crate::config::types::Internet;
use crate::domain::internet::{Seat, SeatGroup, SeatState, WeekHours};
use crate::domain::policy::{ExpiredCard, OutsideHours};
use crate::domain::purpose::{Purpose, PurposeId};

/// Most computers: what the map holds.
const MOST_SEATS: usize = COLUMNS * ROWS;
/// Columns of the map.
const COLUMNS: usize = 8;
/// Rows of the map.
const ROWS: usize = 6;
/// The purpose that leads to a seat, where none is named.
const PURPOSE: &str = "internet";

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "monday"),
    (Weekday::Tue, "tuesday"),
    (Weekday::Wed, "wednesday"),
    (Weekday::Thu, "thursday"),
    (Weekday::Fri, "friday"),
    (Weekday::Sat, "saturday"),
    (Weekday::Sun, "sunday"),
];

pub(super) fn internet(section: &Section<'_>, purposes: &[Purpose]) -> Internet {
    let purpose = purpose(section, purposes);
    Internet {
        require_card: section.flag("require_card", true),
        expired_card: section.choice("expired_card", ExpiredCard::Refuse, ExpiredCard::ALL, ExpiredCard::id),
        seats: seats(section, purpose.is_some()),
        max_session: Some(section.minutes("max_minutes", 0, 0..=720)).filter(|d| !d.is_zero()),
        tidy: section.minutes("tidy_minutes", 5, 1..=60),
        queue_hold: section.minutes("queue_hold_minutes", 5, 1..=60),
        outside_hours: section.choice("outside_hours", OutsideHours::Serve, OutsideHours::ALL, OutsideHours::id),
        hours: hours(&section.section("hours")),
        purpose,
    }
}

/// Named: it must be a purpose of the file, or empty for a library without an internet room. Not named: the
/// purpose `internet`, if there is one.
fn purpose(section: &Section<'_>, purposes: &[Purpose]) -> Option<PurposeId> {
    let known = |id: &str| purposes.iter().find(|p| p.id.as_str() == id).map(|p| p.id.clone());
    let Some(text) = section.text("purpose", 60) else { return known(PURPOSE) };
    if text.value.is_empty() {
        return None;
    }
    let purpose = known(text.value);
    if purpose.is_none() && !purposes.is_empty() {
        let suggestion = nearest(text.value, purposes.iter().map(|p| p.id.as_str()));
        let kind = ProblemKind::NoSuchPurpose { found: text.value.to_owned() };
        section.source.report_with(text.at, kind, suggestion);
    }
    purpose
}

fn seats(section: &Section<'_>, room: bool) -> Vec<Seat> {
    let empty = matches!(section.value("seats"), Some(Placed { value: DeValue::Array(a), .. }) if a.is_empty());
    if !section.has("seats") {
        return if room { default_seats() } else { Vec::new() };
    }
    if empty && !room {
        return Vec::new();
    }
    let mut names = BTreeMap::new();
    let mut places = BTreeMap::new();
    let items = section.list("seats", MOST_SEATS).unwrap_or_default();
    items
        .into_iter()
        .filter_map(|item| section.item("seats", item))
        .map(|item| seat(&item, &mut names, &mut places))
        .collect()
}

fn seat(
    section: &Section<'_>,
    names: &mut BTreeMap<String, usize>,
    places: &mut BTreeMap<(u8, u8), (String, usize)>,
) -> Seat {
    let name = section.required("name", 12);
    if let Some(name) = name {
        if let Some(first) = names.get(name.value) {
            let (first, _) = section.source.place(*first);
            let kind = ProblemKind::Duplicate { key: section.named("name"), found: name.value.to_owned(), first };
            section.source.report(name.at, kind);
        } else {
            names.insert(name.value.to_owned(), name.at);
        }
    }
    let name = name.map(|n| n.value.to_owned()).unwrap_or_default();
    let (column, row) = position(section).unwrap_or_default();
    if let Some((other, first)) = places.get(&(column, row)) {
        let (first, _) = section.source.place(*first);
        section.report("position", ProblemKind::SamePosition { other: other.clone(), first });
    } else if column > 0 {
        places.insert((column, row), (name.clone(), section.place_of("position")));
    }
    Seat {
        group: section.choice("group", SeatGroup::Adult, SeatGroup::ALL, SeatGroup::id),
        state: section.choice("state", SeatState::Ready, SeatState::ALL, SeatState::id),
        name,
        column,
        row,
    }
}

/// `[column, row]`, each from 1.
fn position(section: &Section<'_>) -> Option<(u8, u8)> {
    let Some(Placed { at, value }) = section.value("position") else {
        section.missing("position");
        return None;
    };
    let numbers: Vec<Option<u8>> = match value {
        DeValue::Array(items) => items.iter().map(|v| small(v.get_ref())).collect(),
        _ => Vec::new(),
    };
    if let [Some(column), Some(row)] = numbers[..]
        && (1..=COLUMNS).contains(&column.into())
        && (1..=ROWS).contains(&row.into())
    {
        return Some((column, row));
    }
    let kind = ProblemKind::Malformed { key: section.named("position"), found: String::new(), shape: Shape::Position };
    section.source.report(at, kind);
    None
}

fn small(value: &DeValue<'_>) -> Option<u8> {
    value.as_integer().and_then(|n| u8::from_str_radix(n.as_str(), n.radix()).ok())
}

fn hours(section: &Section<'_>) -> WeekHours {
    let default = WeekHours::default();
    let mut week = [None; 7];
    for ((day, key), of_day) in DAYS.into_iter().zip(&mut week) {
        *of_day = match hours_of(section, key) {
            Some(Day::Open(hours)) => Some(hours),
            Some(_) => None,
            None => default.on(day),
        };
    }
    if week.iter().all(Option::is_none) {
        section.source.report(section.at, ProblemKind::NeverOpen);
    }
    WeekHours::new(week)
}

/// `None`: left out or wrong.
fn hours_of(section: &Section<'_>, key: &'static str) -> Option<Day> {
    let text = section.filled(key, 60)?;
    let day = shapes::day(text.value);
    match day {
        Some(Day::Backwards) => {
            section.source.report(text.at, ProblemKind::HoursBackwards { key: section.named(key) });
            return None;
        }
        None => section.malformed(key, text, Shape::Hours, nearest(text.value, ["closed"])),
        Some(_) => {}
    }
    day
}

/// PC 01 to PC 12, four a row, as on the picture of the room.
fn default_seats() -> Vec<Seat> {
    (0..12_u8)
        .map(|i| Seat {
            name: format!("PC {:02}", i + 1),
            group: SeatGroup::Adult,
            column: i % 4 + 1,
            row: i / 4 + 1,
            state: SeatState::Ready,
        })
        .collect()
}
