//! `visits export`: the book as CSV, JSON or XLSX.

use std::io::IsTerminal;

use super::args::{ExportArgs, ExportFormat, Global};
use super::failure::Failure;
use super::{book, out, place};
use crate::exchange::table_out::{Form, Target};
use crate::exchange::visits_out;
use crate::runtime::reports::{self, RowsFault};

/// Writes every visit of the period, oldest first.
pub(super) fn run(global: &Global, args: &ExportArgs) -> Result<(), Failure> {
    let period = args.span.period()?;
    let form = match args.format {
        ExportFormat::Csv => Form::Csv,
        ExportFormat::Json => Form::Json,
        ExportFormat::Xlsx => Form::Xlsx,
    };
    let target = match &args.output {
        Some(path) => Target::File(path.clone()),
        None if form == Form::Xlsx && std::io::stdout().is_terminal() => {
            return Err(Failure::Wrong(
                "A workbook is not written to a terminal: name a file with --output, or pipe it on.".to_owned(),
            ));
        }
        None => Target::Stdout,
    };
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let book = book::to_read(&folder, book::settings(&config))?;
    reports::rows(&book, period, form, &target, |row| Ok(Some(visits_out::cells(row)))).map_err(|fault| match fault {
        RowsFault::Book(error) => error.into(),
        RowsFault::Out(fault) => out::fault_at(&target)(fault),
        RowsFault::Stopped => Failure::Failed(format!("{fault}.")),
    })
}
