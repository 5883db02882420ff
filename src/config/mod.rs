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
mod section;
mod sections;
mod sentence;
mod shapes;
mod source;
mod suggest;
mod types;

use toml::de::DeTable;

pub use icons::ICONS;
pub use load::{FILE_NAME, LoadError, MOST_BYTES, directory, find, load};
pub use problem::{Problem, ProblemKind, Shape, Wanted};
pub use types::{
    Backup, Card, Chord, Config, Form, Internet, KioskSettings, Library, OpenHours, Privacy, ReaderPosition, Scan,
    Seat, SeatGroup, SeatState, ServiceStandard, StaffSettings, StandardStep, Storage, Suffix, Text, WeekHours,
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
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            let written = text.get(span.clone()).unwrap_or_default();
            let kind = if error.message() == "duplicate key" && !written.is_empty() {
                ProblemKind::KeyTwice { key: written.to_owned() }
            } else {
                ProblemKind::Syntax { reason: error.message().to_owned() }
            };
            source.report(span.start, kind);
            return Err(source.problems());
        }
    };
    let config = sections::config(&Section::root(&source, &table));
    let problems = source.problems();
    if problems.is_empty() { Ok(config) } else { Err(problems) }
}
