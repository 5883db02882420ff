//! `[kiosk]`, `[card]`, `[scan]`, `[repeat]`, `[form.*]`: what a visitor meets.

use std::time::Duration;

use regex_lite::Regex;

use crate::config::problem::{ProblemKind, Shape};
use crate::config::section::Section;
use crate::config::shapes;
use crate::config::suggest::nearest;
use crate::config::types::{Card, Form, KioskSettings, ReaderPosition, Scan, Suffix};
use crate::domain::card::{CardPattern, MAX_CARD_CHARS};
use crate::domain::form::{FieldRule, GroupLimits, MIN_GROUP, NonMemberForm};
use crate::domain::policy::RepeatRule;
use crate::i18n::Lang;

/// The invented number on the drawing of the card, where none is given.
const SAMPLE: &str = "0024 1187 36";

pub(super) fn kiosk(section: &Section<'_>) -> KioskSettings {
    let idle = section.seconds("idle_seconds", 45, 10..=600);
    let idle_warning = section.seconds("idle_warning_seconds", 20, 5..=120);
    if idle_warning > idle {
        section.report("idle_warning_seconds", ProblemKind::WarningTooLong { idle: idle.as_secs() });
    }
    KioskSettings {
        id: section.shaped("id", Shape::KioskId, shapes::kiosk_id).unwrap_or_else(|| "lobi-1".to_owned()),
        language: section.choice("language", Lang::Id, Lang::ALL, Lang::id),
        fullscreen: section.flag("fullscreen", true),
        idle,
        idle_warning,
        thank_you: section.seconds("thank_you_seconds", 10, 3..=60),
        reader_position: section.choice(
            "reader_position",
            ReaderPosition::Below,
            ReaderPosition::ALL,
            ReaderPosition::id,
        ),
        reduced_motion: section.flag("reduced_motion", false),
    }
}

pub(super) fn scan(section: &Section<'_>) -> Scan {
    let suffix = section.text("suffix", 20).and_then(|text| {
        let suffix = shapes::suffix(text.value);
        if suffix.is_none() {
            let suggestion = nearest(text.value, ["enter", "tab", "none"]);
            section.malformed("suffix", text, Shape::Suffix, suggestion);
        }
        suffix
    });
    Scan {
        prefix: section.optional("prefix", 16).unwrap_or_default(),
        suffix: suffix.unwrap_or(Suffix::Enter),
        gap: Duration::from_millis(section.whole("gap_ms", 50, 10..=200)),
        min_length: section.count("min_length", 6, 3..=MOST_CHARS) as usize,
        debounce: section.seconds("debounce_seconds", 3, 1..=60),
    }
}

/// [`MAX_CARD_CHARS`] as the type of a bound.
#[expect(clippy::cast_possible_truncation, reason = "32 fits")]
const MOST_CHARS: u32 = MAX_CARD_CHARS as u32;

pub(super) fn card(section: &Section<'_>, scan: &Scan) -> Card {
    let pattern = section.filled("pattern", 300).map_or(Ok(CardPattern::default()), |text| {
        // Alone first: between the anchors `a)(b` would pass for a pattern.
        let checked = Regex::new(text.value).map_err(|e| e.to_string()).and_then(|_| CardPattern::new(text.value));
        checked.map_err(|reason| section.source.report(text.at, ProblemKind::BadPattern { reason }))
    });
    let sample = section.filled("sample", 60).map_or(SAMPLE, |t| t.value).to_owned();
    let number: String = sample.chars().filter(|c| !c.is_whitespace()).collect();
    // Without a sample of its own, the pattern is what has to change or be joined by a sample.
    let blamed = if section.has("sample") { "sample" } else { "pattern" };
    let length = number.chars().count();
    match &pattern {
        Ok(pattern) if pattern.parse(&number).is_none() => {
            section.report(blamed, ProblemKind::SampleUnfit { sample: sample.clone() });
        }
        Ok(_) if length < scan.min_length => {
            section.report(blamed, ProblemKind::SampleTooShort { length, least: scan.min_length });
        }
        _ => {}
    }
    if let Suffix::Char(suffix) = scan.suffix
        && number.contains(suffix)
    {
        section.report(blamed, ProblemKind::SuffixInSample { suffix });
    }
    Card { pattern: pattern.unwrap_or_default(), sample }
}

pub(super) fn repeat(section: &Section<'_>) -> RepeatRule {
    let minutes = section.minutes("minutes", 30, 1..=1440);
    match section.choice("rule", "minutes", &["every", "minutes", "daily"], |rule| rule) {
        "every" => RepeatRule::Every(minutes),
        "daily" => RepeatRule::Daily,
        _ => RepeatRule::Within(minutes),
    }
}

pub(super) fn form(section: &Section<'_>) -> Form {
    Form { non_member: non_member(&section.section("non_member")), group: group(&section.section("group")) }
}

fn non_member(section: &Section<'_>) -> NonMemberForm {
    let default = NonMemberForm::default();
    let rule = |key, default| section.choice(key, default, FieldRule::ALL, FieldRule::id);
    NonMemberForm {
        sex: rule("sex", default.sex),
        age_group: rule("age_group", default.age_group),
        education: rule("education", default.education),
        occupation: rule("occupation", default.occupation),
        origin: rule("origin", default.origin),
    }
}

fn group(section: &Section<'_>) -> GroupLimits {
    let default = GroupLimits::default();
    let max_people = section.count("max_people", default.max_people, MIN_GROUP..=5000);
    let confirm = default.confirm_above.min(max_people);
    let confirm_above = section.count("confirm_above", confirm, MIN_GROUP..=5000);
    if confirm_above > max_people {
        section.report("confirm_above", ProblemKind::ConfirmAboveMost { most: max_people.into() });
    }
    GroupLimits { max_people, confirm_above }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_sample_fits_the_default_pattern() {
        let number: String = SAMPLE.chars().filter(|c| *c != ' ').collect();
        assert!(CardPattern::default().parse(&number).is_some());
    }
}
