//! `report`: the official reports as a workbook or a PDF.

use std::io::Write;
use std::path::Path;

use chrono::Utc;

use super::args::{Global, ReportArgs, ReportFormat};
use super::failure::Failure;
use super::{book, out, place};
use crate::domain::report::{Choices, FileForm};
use crate::exchange::table_out::{AtomicFile, OutFault, Target};
use crate::runtime::reports::{self, Issuer};

/// Reads the figures, writes the document and makes the file; the file appears only once it is whole. Names are
/// masked: only an administrator in the panel may include them.
pub(super) fn run(global: &Global, args: &ReportArgs) -> Result<(), Failure> {
    let span = args.span()?;
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let book = book::to_read(&folder, book::settings(&config))?;
    let what = (args.kind, span);
    let document = reports::document(&book, &Issuer::of(&config), what, Choices::default(), Utc::now())?;
    let form = match args.format() {
        ReportFormat::Xlsx => FileForm::Xlsx,
        ReportFormat::Pdf => FileForm::Pdf,
    };
    let bytes = reports::bytes(&document, form).map_err(|fault| Failure::Failed(format!("{fault}.")))?;
    write(&args.output, &bytes).map_err(out::fault_at(&Target::File(args.output.clone())))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), OutFault> {
    let file = AtomicFile::begin(path)?;
    file.file()?.write_all(bytes)?;
    file.commit()
}
