//! The file as the panel edits it: its values read into [`Settings`], and changed values written back between the
//! comments that stand there. A text that was written so is checked like any other before it is kept.

mod defaults;
mod document;
pub mod file;
mod read;
mod rows;
mod spot;
mod write;

pub use read::read;
pub use spot::spot;
pub use write::write;

use super::Problem;
use crate::domain::settings::Settings;

/// A text that cannot be edited because its keys cannot be told apart. The check finds the same faults, and more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the settings file cannot be read as TOML: look at it with check-config")]
pub struct NotToml;

/// The text with the draft's values in place of its own, as the panel would keep it.
///
/// # Errors
/// Every problem that `check-config` would find in it.
pub fn revise(text: &str, before: &Settings, draft: &Settings, file: &str) -> Result<String, Revised> {
    let new = write(text, before, draft).map_err(|_| Revised { text: text.to_owned(), problems: Vec::new() })?;
    match super::parse(&new, file) {
        Ok(_) => Ok(new),
        Err(problems) => Err(Revised { text: new, problems }),
    }
}

/// A text that may not be kept, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// The text, to which the places of the problems belong.
    pub text: String,
    /// What is wrong with it; empty where it is no TOML at all.
    pub problems: Vec<Problem>,
}
