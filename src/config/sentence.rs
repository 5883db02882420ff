//! Problems in words. The words stand in `assets/locales/config.*.ftl`.

use super::problem::{Problem, ProblemKind, Shape, Wanted};
use crate::i18n::{Arg, Words};

/// The most characters of a value that a sentence repeats.
const MOST_SHOWN: usize = 40;

impl Problem {
    /// What is wrong and, if it can be told, what was meant; without file and place.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let (key, args) = self.kind.words(words);
        let sentence = words.with(key, &args);
        match &self.suggestion {
            Some(meant) => words.with("config-did-you-mean", &[("sentence", sentence), ("meant", clip(meant))]),
            None => sentence,
        }
    }

    /// `file:line:column: sentence`, as `check-config` prints it.
    #[must_use]
    pub fn line(&self, words: Words) -> String {
        format!("{}:{}:{}: {}", self.file, self.line, self.column, self.sentence(words))
    }

    /// The place in words: "baris 12, kolom 1".
    #[must_use]
    pub fn place(&self, words: Words) -> String {
        let args = [("line", self.line.to_string()), ("column", self.column.to_string())];
        words.with("config-place", &args)
    }
}

impl ProblemKind {
    /// The key of the sentence and its values.
    fn words(&self, words: Words) -> (&'static str, Vec<Arg<'static>>) {
        match self {
            Self::Syntax { reason } => ("config-syntax", vec![("reason", reason.clone())]),
            Self::NotUtf8 => ("config-not-utf8", vec![]),
            Self::KeyTwice { key } => ("config-key-twice", vec![("key", clip(key))]),
            Self::UnknownKey { key } => ("config-unknown-key", vec![("key", clip(key))]),
            Self::UnknownSection { section } => ("config-unknown-section", vec![("section", clip(section))]),
            Self::MissingKey { key, section } if section.is_empty() => {
                ("config-missing-section", vec![("section", key.clone())])
            }
            Self::MissingKey { key, section } => {
                ("config-missing-key", vec![("key", key.clone()), ("section", section.clone())])
            }
            Self::WrongType { key, wanted } => (wanted.word(), vec![("key", key.clone())]),
            Self::Empty { key } => ("config-empty", vec![("key", key.clone())]),
            Self::EmptyList { key } => ("config-empty-list", vec![("key", key.clone())]),
            Self::TooLong { key, most } => ("config-too-long", vec![("key", key.clone()), ("most", most.to_string())]),
            Self::TooMany { key, most } => ("config-too-many", vec![("key", key.clone()), ("most", most.to_string())]),
            Self::Control { key } => ("config-control", vec![("key", key.clone())]),
            Self::OutOfRange { key, found, least, most } => (
                "config-out-of-range",
                vec![
                    ("key", key.clone()),
                    ("found", clip(found)),
                    ("least", least.to_string()),
                    ("most", most.to_string()),
                ],
            ),
            Self::NotOneOf { key, found, allowed } => {
                let allowed: Vec<String> = allowed.iter().map(|a| format!("\"{a}\"")).collect();
                let allowed = allowed.join(", ");
                ("config-not-one-of", vec![("key", key.clone()), ("found", clip(found)), ("allowed", allowed)])
            }
            Self::Malformed { key, found, shape } => (shape.word(), vec![("key", key.clone()), ("found", clip(found))]),
            Self::HoursBackwards { key } => ("config-hours-backwards", vec![("key", key.clone())]),
            Self::NeverOpen => ("config-never-open", vec![]),
            Self::UnknownIcon { found } => ("config-unknown-icon", vec![("found", clip(found))]),
            Self::UnknownTimezone { found } => ("config-unknown-timezone", vec![("found", clip(found))]),
            Self::BadPattern { reason } => ("config-bad-pattern", vec![("reason", reason.clone())]),
            Self::SampleUnfit { sample } => ("config-sample-unfit", vec![("sample", clip(sample))]),
            Self::SampleTooShort { length, least } => {
                ("config-sample-too-short", vec![("length", length.to_string()), ("least", least.to_string())])
            }
            Self::SuffixInSample { suffix } => ("config-suffix-in-sample", vec![("suffix", suffix.to_string())]),
            Self::WarningTooLong { idle } => ("config-warning-too-long", vec![("idle", idle.to_string())]),
            Self::ConfirmAboveMost { most } => ("config-confirm-above-most", vec![("most", most.to_string())]),
            Self::Duplicate { key, found, first } => {
                ("config-duplicate", vec![("key", key.clone()), ("found", clip(found)), ("first", first.to_string())])
            }
            Self::SamePosition { other, first } => {
                ("config-same-position", vec![("other", clip(other)), ("first", first.to_string())])
            }
            Self::NoSuchPurpose { found } => ("config-no-such-purpose", vec![("found", clip(found))]),
            Self::NoPurposeFor { who } => {
                ("config-no-purpose-for", vec![("who", column(words, who)), ("id", (*who).into())])
            }
            Self::TooManyPurposes { who, most } => (
                "config-too-many-purposes",
                vec![("who", column(words, who)), ("id", (*who).into()), ("most", most.to_string())],
            ),
            Self::BackupInData => ("config-backup-in-data", vec![]),
        }
    }
}

impl Wanted {
    fn word(self) -> &'static str {
        match self {
            Self::Text => "config-wanted-text",
            Self::Whole => "config-wanted-whole",
            Self::Flag => "config-wanted-flag",
            Self::List => "config-wanted-list",
            Self::Section => "config-wanted-section",
        }
    }
}

impl Shape {
    fn word(self) -> &'static str {
        match self {
            Self::PurposeId => "config-shape-purpose-id",
            Self::KioskId => "config-shape-kiosk-id",
            Self::Hours => "config-shape-hours",
            Self::Time => "config-shape-time",
            Self::Website => "config-shape-website",
            Self::Instagram => "config-shape-instagram",
            Self::Phone => "config-shape-phone",
            Self::Chord => "config-shape-chord",
            Self::Suffix => "config-shape-suffix",
            Self::Folder => "config-shape-folder",
            Self::Position => "config-shape-position",
        }
    }
}

/// The column of the book in words.
fn column(words: Words, who: &str) -> String {
    words.get(match who {
        "member" => "config-column-member",
        "non_member" => "config-column-non-member",
        _ => "config-column-group",
    })
}

/// A value as a sentence may repeat it: one line, not longer than [`MOST_SHOWN`].
fn clip(value: &str) -> String {
    let mut shown: String = value.chars().take(MOST_SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().count() > MOST_SHOWN {
        shown.push('…');
    }
    shown
}
