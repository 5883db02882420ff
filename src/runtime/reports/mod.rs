//! Official reports and rows of the book, from the book to a file. The command line and the panel both come this way,
//! so that they give the same figures.

mod example;
pub mod folder;
mod make;
mod press;
mod scratch;

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};

pub use example::example;
pub use make::recent;
pub use press::{Busy, Job, Press, Progress, Tell};

use super::setup;
use crate::config::Config;
use crate::domain::period::Period;
use crate::domain::purpose::Purpose;
use crate::domain::report::{Choices, Document, FileForm, Frame, Letterhead, ReportKind, Request};
use crate::domain::span::Span;
use crate::exchange::cell::Cell;
use crate::exchange::report::{ReportFault, compose, pdf, xlsx};
use crate::exchange::table_out::{Form, OutFault, TableOut, Target};
use crate::exchange::visits_out;
use crate::i18n::Lang;
use crate::storage::{Book, BookSettings, StorageError, VisitRow};

/// What reports take from the configuration.
#[derive(Debug, Clone)]
pub struct Issuer {
    letterhead: Letterhead,
    purposes: Vec<Purpose>,
    settings: BookSettings,
    check_in_seconds: u32,
    check_out_seconds: u32,
    keep_days: u32,
}

impl Issuer {
    /// The library of a configuration.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let (library, standard) = (&config.library, &config.service_standard);
        let seconds = |time: Duration| u32::try_from(time.as_secs()).unwrap_or(u32::MAX);
        Self {
            letterhead: Letterhead { lines: library.letterhead.clone(), emblem: None, place: library.city.clone() },
            purposes: config.purposes.clone(),
            settings: setup::book(config),
            check_in_seconds: seconds(standard.check_in),
            check_out_seconds: seconds(standard.check_out),
            keep_days: config.privacy.keep_days,
        }
    }

    /// SOP step 3: from "Selesai internet" to done.
    #[must_use]
    pub fn check_out_seconds(&self) -> u32 {
        self.check_out_seconds
    }

    /// What the book needs to know.
    fn book(&self) -> BookSettings {
        self.settings.clone()
    }

    /// The library-local day of a moment.
    #[must_use]
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.settings.zone).date_naive()
    }
}

/// Writes a report from the book as it stands now.
///
/// # Errors
/// The book cannot be read.
pub fn document(
    book: &Book,
    issuer: &Issuer,
    (kind, span): (ReportKind, Span),
    choices: Choices,
    now: DateTime<Utc>,
) -> Result<Document, StorageError> {
    let request =
        Request { kind, span, check_in_seconds: issuer.check_in_seconds, check_out_seconds: issuer.check_out_seconds };
    let figures = book.report_figures(&request, &issuer.purposes, Lang::Id)?;
    let frame =
        Frame { letterhead: issuer.letterhead.clone(), made_on: issuer.day(now), audit: Some(book.audit_head()?) };
    Ok(compose(&figures, kind, &frame, choices, Lang::Id))
}

/// The bytes of a report. CSV is no form of a report: its bytes are those of a workbook.
///
/// # Errors
/// The library that writes the file refused.
pub fn bytes(document: &Document, form: FileForm) -> Result<Vec<u8>, ReportFault> {
    match form {
        FileForm::Pdf => pdf(document),
        FileForm::Xlsx | FileForm::Csv => xlsx(document),
    }
}

/// Why rows of the book did not get out.
#[derive(Debug, thiserror::Error)]
pub enum RowsFault {
    /// The book cannot be read.
    #[error(transparent)]
    Book(#[from] StorageError),
    /// They cannot be written.
    #[error(transparent)]
    Out(#[from] OutFault),
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
}

/// Writes the rows of a period for which `pick` gives cells, oldest first.
///
/// # Errors
/// As [`RowsFault`] says; no file stands under its name then.
pub fn rows(
    book: &Book,
    period: Period,
    form: Form,
    target: &Target,
    mut pick: impl FnMut(&VisitRow) -> Result<Option<Vec<Cell>>, RowsFault>,
) -> Result<(), RowsFault> {
    let mut table = TableOut::begin(target, form, visits_out::COLUMNS, "Buku pengunjung")?;
    book.visits(period, |row| match pick(row)? {
        Some(cells) => table.row(&cells).map_err(RowsFault::from),
        None => Ok(()),
    })?;
    Ok(table.finish()?)
}
