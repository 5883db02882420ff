//! `[library]`: whose book this is.

use chrono_tz::{TZ_VARIANTS, Tz};

use crate::config::problem::{ProblemKind, Shape};
use crate::config::section::Section;
use crate::config::shapes;
use crate::config::suggest::nearest;
use crate::config::types::{Library, Text};

/// Most lines of a letterhead.
const MOST_LINES: usize = 6;

pub(super) fn library(section: &Section<'_>) -> Library {
    let name = section.required("name", 120).map(|t| t.value.to_owned()).unwrap_or_default();
    let name_en = section.optional("name_en", 120).unwrap_or_else(|| name.clone());
    let short = section.optional("short_name", 60);
    let short_name = Text {
        en: section.optional("short_name_en", 60).or_else(|| short.clone()).unwrap_or_else(|| name_en.clone()),
        id: short.unwrap_or_else(|| name.clone()),
    };
    let address = section.optional("address", 200);
    let head = [Some(name.clone()), address.clone()];
    Library {
        name: Text { id: name, en: name_en },
        short_name,
        letterhead: letterhead(section).unwrap_or_else(|| head.into_iter().flatten().collect()),
        city: section.optional("city", 60),
        phone: section.optional_shaped("phone", Shape::Phone, shapes::phone),
        website: section.optional_shaped("website", Shape::Website, shapes::website),
        instagram: instagram(section),
        timezone: timezone(section).unwrap_or(Tz::UTC),
        sk_number: section.optional("sk_number", 120),
        address,
    }
}

fn letterhead(section: &Section<'_>) -> Option<Vec<String>> {
    let lines = section.list("letterhead", MOST_LINES)?;
    let lines = lines.into_iter().filter_map(|line| {
        let line = section.text_of("letterhead", line, 120)?;
        if line.value.is_empty() {
            section.source.report(line.at, ProblemKind::Empty { key: section.named("letterhead") });
        }
        Some(line.value.to_owned())
    });
    Some(lines.collect())
}

fn instagram(section: &Section<'_>) -> Option<String> {
    let text = section.text("instagram", 100).filter(|t| !t.value.is_empty())?;
    let account = shapes::instagram(text.value);
    if account.is_none() {
        let last = text.value.trim_end_matches('/').rsplit(['/', '@']).next().unwrap_or_default();
        let suggestion = shapes::instagram(last).filter(|s| !s.is_empty());
        section.malformed("instagram", text, Shape::Instagram, suggestion);
    }
    account
}

fn timezone(section: &Section<'_>) -> Option<Tz> {
    let text = section.required("timezone", 60)?;
    let zone = text.value.parse::<Tz>().ok();
    if zone.is_none() {
        let suggestion = nearest(text.value, TZ_VARIANTS.iter().map(|z| z.name()));
        let kind = ProblemKind::UnknownTimezone { found: text.value.to_owned() };
        section.source.report_with(text.at, kind, suggestion);
    }
    zone
}
