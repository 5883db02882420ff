//! `check-config`: every problem of the configuration, one a line.

use std::io::Write;

use super::args::Global;
use super::failure::Failure;
use super::place;
use crate::config;
use crate::i18n::{Lang, Words};

/// Prints `file:line:column: sentence` for each problem, or that there is none.
pub(super) fn run(global: &Global) -> Result<(), Failure> {
    let path = place::config_path(global);
    let mut out = std::io::stdout().lock();
    match config::load(&path) {
        Ok(_) => Ok(writeln!(out, "{}: no problems", path.display())?),
        Err(error @ config::LoadError::Problems(_)) => {
            for line in error.lines(Words::of(Lang::En)) {
                writeln!(out, "{line}")?;
            }
            Err(Failure::Wrong(error.sentence(Words::of(Lang::En))))
        }
        Err(error) => Err(Failure::Wrong(error.sentence(Words::of(Lang::En)))),
    }
}
