//! `[[purposes]]`: the tiles of "Maksud kunjungan".

use std::collections::BTreeMap;

use super::{both, shipped};
use crate::config::icons::ICONS;
use crate::config::problem::{ProblemKind, Shape};
use crate::config::section::Section;
use crate::config::suggest::nearest;
use crate::config::types::Text;
use crate::domain::purpose::{OTHER, Purpose, PurposeId, Tint};
use crate::domain::visit::MembershipType;

/// Most purposes of the file, retired ones included.
const MOST: usize = 40;
/// Most tiles for one column of the book.
const MOST_SHOWN: usize = 12;
/// The icon of a purpose that names none.
const ICON: &str = "dots-three-circle";

/// The purposes of a file that has none of its own: id, icon, tint.
const DEFAULT: [(&str, &str, Tint); 8] = [
    ("read", "book-open-text", Tint::Blue),
    ("borrow_return", "books", Tint::Teal),
    ("internet", "desktop", Tint::Amber),
    ("reference", "magnifying-glass", Tint::Purple),
    ("children", "balloon", Tint::Amber),
    ("archive", "archive", Tint::Teal),
    ("education_visit", "bus", Tint::Blue),
    (OTHER, "dots-three-circle", Tint::Grey),
];

pub(super) fn purposes(root: &Section<'_>) -> Vec<Purpose> {
    if !root.has("purposes") {
        root.value("purposes");
        return default();
    }
    let Some(items) = root.list("purposes", MOST) else { return Vec::new() };
    let mut seen = BTreeMap::new();
    let count = items.len();
    let purposes: Vec<Purpose> = items
        .into_iter()
        .filter_map(|item| root.item("purposes", item))
        .filter_map(|section| purpose(&section, &mut seen))
        .collect();
    // With a broken item it cannot be told for whom it would have been.
    if purposes.len() == count {
        everyone_is_served(root, &purposes);
    }
    purposes
}

fn purpose(section: &Section<'_>, seen: &mut BTreeMap<String, usize>) -> Option<Purpose> {
    let id = id(section, seen);
    let label = both(section, "label", "label.", 60, None);
    let purpose = Purpose {
        id: id.clone().or_else(|| PurposeId::new(OTHER))?,
        label_id: label.id,
        label_en: label.en,
        icon: icon(section),
        tint: section.choice("tint", Tint::Grey, Tint::ALL, Tint::id),
        audience: audience(section),
        active: section.flag("active", true),
    };
    id.map(|_| purpose)
}

fn id(section: &Section<'_>, seen: &mut BTreeMap<String, usize>) -> Option<PurposeId> {
    let text = section.required("id", 200)?;
    let Some(id) = PurposeId::new(text.value) else {
        let tidied: String = text.value.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        let suggestion = PurposeId::new(&tidied).map(|id| id.as_str().to_owned());
        section.malformed("id", text, Shape::PurposeId, suggestion);
        return None;
    };
    if let Some(first) = seen.get(id.as_str()) {
        let (first, _) = section.source.place(*first);
        let kind = ProblemKind::Duplicate { key: section.named("id"), found: id.as_str().to_owned(), first };
        section.source.report(text.at, kind);
    } else {
        seen.insert(id.as_str().to_owned(), text.at);
    }
    Some(id)
}

fn icon(section: &Section<'_>) -> String {
    let Some(text) = section.filled("icon", 60) else { return ICON.to_owned() };
    if !ICONS.contains(&text.value) {
        let kind = ProblemKind::UnknownIcon { found: text.value.to_owned() };
        section.source.report_with(text.at, kind, nearest(text.value, ICONS.iter().copied()));
    }
    text.value.to_owned()
}

fn audience(section: &Section<'_>) -> Vec<MembershipType> {
    let Some(items) = section.list("for", 16) else { return MembershipType::ALL.to_vec() };
    let mut audience = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for item in items {
        let Some(text) = section.text_of("for", item, 40) else { continue };
        let Some(kind) = section.choice_of("for", text, MembershipType::ALL, MembershipType::id) else { continue };
        if let Some(first) = audience.iter().position(|k| *k == kind) {
            let (first, _) = section.source.place(places[first]);
            let kind = ProblemKind::Duplicate { key: section.named("for"), found: text.value.to_owned(), first };
            section.source.report(text.at, kind);
        } else {
            audience.push(kind);
            places.push(text.at);
        }
    }
    audience
}

fn everyone_is_served(root: &Section<'_>, purposes: &[Purpose]) {
    for kind in MembershipType::ALL {
        match purposes.iter().filter(|p| p.shown_to(*kind)).count() {
            0 => root.report("purposes", ProblemKind::NoPurposeFor { who: kind.id() }),
            n if n > MOST_SHOWN => {
                root.report("purposes", ProblemKind::TooManyPurposes { who: kind.id(), most: MOST_SHOWN });
            }
            _ => {}
        }
    }
}

fn default() -> Vec<Purpose> {
    DEFAULT
        .iter()
        .filter_map(|(id, icon, tint)| {
            let Text { id: label_id, en: label_en } = shipped(&format!("config-purpose-{}", id.replace('_', "-")));
            Some(Purpose {
                id: PurposeId::new(id)?,
                label_id,
                label_en,
                icon: (*icon).to_owned(),
                tint: *tint,
                audience: MembershipType::ALL.to_vec(),
                active: true,
            })
        })
        .collect()
}
