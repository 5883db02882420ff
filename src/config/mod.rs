//! `kiosk-config.toml`: raw to validated. Every problem is reported at once with file, line, column and, where
//! something near was probably meant, a suggestion; the program never falls back to defaults for a file that is
//! missing or wrong. A key that is left out of a good file takes the default that its comment in the shipped
//! file names.
//!
//! [`load`] reads a file, [`find`] says which, [`parse`] reads a text; [`Problem`] renders itself in both
//! languages of [`Words`](crate::i18n::Words).

mod icons;
mod load;
mod problem;
mod room;
mod section;
mod sections;
mod sentence;
mod shapes;
mod source;
mod suggest;
mod types;
mod values;

use toml::de::DeTable;

pub use icons::ICONS;
pub use load::{FILE_NAME, LoadError, MOST_BYTES, directory, find, load};
pub use problem::{Problem, ProblemKind, Shape, Wanted};
pub use types::{
    Backup, Card, Chord, Config, Form, Internet, KioskSettings, Library, Privacy, ReaderPosition, Scan,
    ServiceStandard, StaffSettings, StandardStep, Storage, Suffix, Text,
};

use section::Section;
use source::Source;

/// The shipped `kiosk-config.toml`: the real library, every key with a comment.
pub const SHIPPED: &str = include_str!("../../kiosk-config.toml");

/// The configuration in `text`; `file_name` is only written into the problems.
///
/// # Errors
/// Every problem of the file, in its order; of a file that is not TOML, the first fault alone.
pub fn parse(text: &str, file_name: &str) -> Result<Config, Vec<Problem>> {
    let source = Source::new(text, file_name);
    let (table, faults) = DeTable::parse_recoverable(text);
    // A key that stands twice leaves the rest readable; of a file with any other fault nothing more can be told.
    if let Some(fault) = faults.iter().find(|f| !is_twice(f)) {
        let at = fault.span().map_or(text.len(), |span| span.start);
        source.report(at, ProblemKind::Syntax { reason: fault.message().to_owned() });
        return Err(source.problems());
    }
    for span in faults.iter().filter_map(toml::de::Error::span) {
        let key = text.get(span.clone()).unwrap_or_default().to_owned();
        source.report(span.start, ProblemKind::KeyTwice { key });
    }
    let table = table.into_inner();
    let config = sections::config(&Section::root(&source, &table));
    let problems = source.problems();
    if problems.is_empty() { Ok(config) } else { Err(problems) }
}

/// The parser names this fault by its message alone; a test holds it to that.
fn is_twice(fault: &toml::de::Error) -> bool {
    fault.message() == "duplicate key" && fault.span().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_writes_every_key_that_the_program_knows() {
        let source = Source::new(SHIPPED, FILE_NAME);
        let table = DeTable::parse(SHIPPED).unwrap().into_inner();
        sections::config(&Section::root(&source, &table));
        assert_eq!(source.absent.take(), [".exchange"], "no such section is known yet");
    }
}
