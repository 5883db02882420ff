//! The sentences about a file and its rows in both languages. In English they are those of the command line.

use super::fault::{FileFault, RowFault};
use super::header::Field;
use crate::i18n::{Arg, Words};

impl FileFault {
    /// What is wrong and what to do, as the part of a sentence that follows the name of the file.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let say = |key: &str| words.get(&format!("import-file-{key}"));
        match self {
            Self::Missing => say("missing"),
            Self::Unreadable(_) => say("unreadable"),
            Self::NotAFile => say("not-a-file"),
            Self::Empty => say("empty"),
            Self::TooLarge { megabytes, limit } => words
                .with("import-file-too-large", &[("megabytes", megabytes.to_string()), ("limit", limit.to_string())]),
            Self::NotATable => say("not-a-table"),
            Self::OldExcel => say("old-excel"),
            Self::NotXlsx => say("not-xlsx"),
            Self::BrokenXlsx => say("broken-xlsx"),
            Self::BrokenUtf8 => say("broken-utf8"),
            Self::OpenQuote { line } => words.with("import-file-open-quote", &[("line", line.to_string())]),
            Self::Header { line, missing, found } => {
                let missing = missing
                    .iter()
                    .map(|field| needed(words, *field))
                    .reduce(|one, two| words.with("import-file-header-and", &[("one", one), ("two", two)]));
                let line: Arg<'_> = ("line", line.to_string());
                let missing: Arg<'_> = ("missing", missing.unwrap_or_default());
                match found {
                    Some(found) => words.with("import-file-header", &[line, missing, ("found", found.join(", "))]),
                    None => words.with("import-file-header-data", &[line, missing]),
                }
            }
            Self::NoRows => say("no-rows"),
        }
    }
}

/// A needed fact with a header that is understood.
fn needed(words: Words, field: Field) -> String {
    words.with("import-file-header-one", &[("label", label(words, field)), ("example", field.example().to_owned())])
}

impl RowFault {
    /// Why the row is not taken.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let say = |key: &str| words.get(&format!("import-row-{key}"));
        match self {
            Self::NoNumber => say("no-number"),
            Self::NumberDoesNotFit => say("number-does-not-fit"),
            Self::NumberShortened => say("number-shortened"),
            Self::NumberTwice { first_line } => {
                words.with("import-row-number-twice", &[("first_line", first_line.to_string())])
            }
            Self::NoName => say("no-name"),
            Self::BadName => say("bad-name"),
            Self::BadAddress => say("bad-address"),
            Self::BadDate(field) => words.with("import-row-bad-date", &[("label", label(words, *field))]),
            Self::BadStatus => say("bad-status"),
            Self::TooManyCells => say("too-many-cells"),
        }
    }
}

/// That a fact was left out in so many rows, from that line on, since its words are on no list.
#[must_use]
pub fn not_known(words: Words, field: Field, rows: u64, first_line: u64) -> String {
    let args = [("label", label(words, field)), ("rows", rows.to_string()), ("line", first_line.to_string())];
    words.with("import-remark-not-known", &args)
}

/// What a fact is called in a sentence.
fn label(words: Words, field: Field) -> String {
    words.get(&format!("import-label-{}", field.id()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn the_english_sentences_are_those_of_the_command_line_and_none_is_missing() {
        let both = Field::NEEDED.to_vec();
        let files = [
            FileFault::Missing,
            FileFault::NotAFile,
            FileFault::Empty,
            FileFault::TooLarge { megabytes: 301, limit: 200 },
            FileFault::NotATable,
            FileFault::OldExcel,
            FileFault::NotXlsx,
            FileFault::BrokenXlsx,
            FileFault::BrokenUtf8,
            FileFault::OpenQuote { line: 2 },
            FileFault::Header { line: 3, missing: both.clone(), found: Some(vec!["umur".into(), "kota".into()]) },
            FileFault::Header { line: 1, missing: vec![Field::Name], found: None },
            FileFault::NoRows,
        ];
        let (id, en) = (Words::of(Lang::Id), Words::of(Lang::En));
        for fault in &files {
            assert_eq!(fault.sentence(en), fault.to_string());
            assert_ne!(fault.sentence(id), fault.to_string());
        }
        let mut rows = vec![
            RowFault::NoNumber,
            RowFault::NumberDoesNotFit,
            RowFault::NumberShortened,
            RowFault::NumberTwice { first_line: 7 },
            RowFault::NoName,
            RowFault::BadName,
            RowFault::BadAddress,
            RowFault::BadStatus,
            RowFault::TooManyCells,
        ];
        rows.extend(Field::ALL.iter().map(|field| RowFault::BadDate(*field)));
        for fault in &rows {
            assert_eq!(fault.sentence(en), fault.to_string());
            assert_ne!(fault.sentence(id), fault.to_string());
        }
        let unreadable = FileFault::Unreadable(std::io::Error::other("secret"));
        assert!(!unreadable.sentence(id).contains("secret"), "the system speaks English");
    }
}
