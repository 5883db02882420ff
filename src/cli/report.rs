//! `report`: the official reports as a workbook or a PDF.

use std::io::Write;
use std::path::Path;

use chrono::Utc;

use super::args::{Global, ReportArgs, ReportFormat};
use super::failure::Failure;
use super::{book, out, place};
use crate::config::Config;
use crate::domain::audit::AuditHead;
use crate::domain::report::{Choices, Frame, Letterhead, Request};
use crate::exchange::report::{compose, pdf, xlsx};
use crate::exchange::table_out::{AtomicFile, OutFault, Target};
use crate::i18n::Lang;

/// Reads the figures, writes the document and makes the file; the file appears only once it is whole. Names are
/// masked: only an administrator in the panel may include them.
pub(super) fn run(global: &Global, args: &ReportArgs) -> Result<(), Failure> {
    let span = args.span()?;
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let standard = &config.service_standard;
    let seconds = |time: std::time::Duration| u32::try_from(time.as_secs()).unwrap_or(u32::MAX);
    let request = Request {
        kind: args.kind,
        span,
        check_in_seconds: seconds(standard.check_in),
        check_out_seconds: seconds(standard.check_out),
    };
    let book = book::to_read(&folder, book::settings(&config))?;
    let figures = book.report_figures(&request, &config.purposes, Lang::Id)?;
    let head = book.audit_head()?;
    let document = compose(&figures, args.kind, &frame(&config, head), Choices::default(), Lang::Id);
    let bytes = match args.format() {
        ReportFormat::Xlsx => xlsx(&document),
        ReportFormat::Pdf => pdf(&document),
    };
    let bytes = bytes.map_err(|fault| Failure::Failed(format!("{fault}.")))?;
    write(&args.output, &bytes).map_err(out::fault_at(&Target::File(args.output.clone())))
}

fn frame(config: &Config, audit: AuditHead) -> Frame {
    let library = &config.library;
    Frame {
        letterhead: Letterhead { lines: library.letterhead.clone(), emblem: None, place: library.city.clone() },
        made_on: Utc::now().with_timezone(&library.timezone).date_naive(),
        audit: Some(audit),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), OutFault> {
    let file = AtomicFile::begin(path)?;
    file.file()?.write_all(bytes)?;
    file.commit()
}
