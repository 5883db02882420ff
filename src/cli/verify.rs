//! `verify`: the full check of the book.

use std::io::Write;

use super::args::Global;
use super::failure::Failure;
use super::{book, place};

/// Prints each check; fails when one does not hold.
pub(super) fn run(global: &Global) -> Result<(), Failure> {
    let folder = place::folder_alone(global)?;
    let checks = book::existing(&folder)?.verify()?;
    let mut out = std::io::stdout().lock();
    for check in &checks {
        writeln!(out, "{}  {}: {}", if check.ok { "ok    " } else { "FAILED" }, check.name, check.detail)?;
    }
    match checks.iter().filter(|c| !c.ok).count() {
        0 => Ok(()),
        failed => Err(Failure::Failed(format!(
            "{failed} of {} checks failed: make a copy of the data folder, then restore the latest good backup.",
            checks.len()
        ))),
    }
}
