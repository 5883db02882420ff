//! A table on its way out, row by row: CSV, JSON (an array of objects) or XLSX; to standard output, or to a file that
//! appears under its name only once it is whole.

mod atomic;
mod json;
mod xlsx;

use std::fs::File;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::PathBuf;

pub use atomic::AtomicFile;
pub use xlsx::MAX_XLSX_ROWS;

use super::cell::Cell;

/// Why a table did not get out. A file that stood under the name before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum OutFault {
    /// The name is that of a folder, a pipe or a device.
    #[error("the name is not that of an ordinary file: choose another name, or leave --output out")]
    NotAFile,
    /// The folder is not there.
    #[error("the folder does not exist: create it or choose another")]
    NoFolder,
    /// The disk is full.
    #[error("the disk is full: free some space or choose another drive, and do it again")]
    Full,
    /// Any other error while writing.
    #[error("it cannot be written ({0}): check that the folder may be written and that the drive is still there")]
    Write(#[source] io::Error),
    /// More rows than a sheet has.
    #[error("there are more than {MAX_XLSX_ROWS} rows, the most that a sheet holds: choose a shorter period or CSV")]
    TooManyRows,
    /// The library that writes workbooks refused.
    #[error("the workbook cannot be written ({0}): write CSV instead")]
    Workbook(#[source] Box<rust_xlsxwriter::XlsxError>),
    /// Whoever reads the standard output has gone; as a rule no fault.
    #[error("nobody reads the output any more")]
    NobodyReads,
}

impl From<io::Error> for OutFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::BrokenPipe => Self::NobodyReads,
            io::ErrorKind::NotFound => Self::NoFolder,
            _ => Self::Write(error),
        }
    }
}

impl From<csv::Error> for OutFault {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(e) => e.into(),
            other => Self::Write(io::Error::other(format!("{other:?}"))),
        }
    }
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated, UTF-8, one header line.
    Csv,
    /// An array of objects.
    Json,
    /// An Excel workbook of one sheet.
    Xlsx,
}

/// Where a table goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// A file, written under a temporary name and renamed.
    File(PathBuf),
}

/// A table that is being written.
pub struct TableOut {
    body: Body,
    columns: &'static [&'static str],
}

enum Body {
    Csv(Box<csv::Writer<Dest>>),
    Json(json::JsonRows<Dest>),
    Xlsx(Box<xlsx::XlsxRows>, Dest),
}

impl TableOut {
    /// Begins a table with its header; `title` names the sheet of a workbook.
    ///
    /// # Errors
    /// The target cannot be written.
    pub fn begin(target: &Target, form: Form, columns: &'static [&'static str], title: &str) -> Result<Self, OutFault> {
        let dest = Dest::open(target)?;
        let body = match form {
            Form::Csv => {
                let mut writer = csv::Writer::from_writer(dest);
                writer.write_record(columns)?;
                Body::Csv(Box::new(writer))
            }
            Form::Json => Body::Json(json::JsonRows::begin(dest)?),
            Form::Xlsx => Body::Xlsx(Box::new(xlsx::XlsxRows::begin(columns, title, dest.scratch())?), dest),
        };
        Ok(Self { body, columns })
    }

    /// Writes one row; its cells stand in the order of the columns.
    ///
    /// # Errors
    /// The target is full or gone, or a sheet has no row left.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), OutFault> {
        match &mut self.body {
            Body::Csv(writer) => Ok(writer.write_record(cells.iter().map(|c| c.plain().into_owned()))?),
            Body::Json(rows) => rows.row(self.columns, cells),
            Body::Xlsx(rows, _) => rows.row(cells),
        }
    }

    /// Writes the end; only now does a file stand under its name.
    ///
    /// # Errors
    /// The target is full or gone; nothing is left behind.
    pub fn finish(self) -> Result<(), OutFault> {
        match self.body {
            Body::Csv(writer) => {
                writer.into_inner().map_err(|e| OutFault::from(io::Error::from(e.into_error().kind())))?.finish()
            }
            Body::Json(rows) => rows.finish()?.finish(),
            Body::Xlsx(rows, mut dest) => {
                rows.finish(&mut dest)?;
                dest.finish()
            }
        }
    }
}

/// Standard output or a file under its temporary name.
enum Dest {
    Stdout(BufWriter<Stdout>),
    File(BufWriter<File>, AtomicFile),
}

impl Dest {
    fn open(target: &Target) -> Result<Self, OutFault> {
        match target {
            Target::Stdout => Ok(Self::Stdout(BufWriter::new(io::stdout()))),
            Target::File(path) => {
                let atomic = AtomicFile::begin(path)?;
                Ok(Self::File(BufWriter::new(atomic.file()?), atomic))
            }
        }
    }

    /// A folder for scratch files, which hold the same data and so stay beside it.
    fn scratch(&self) -> Option<&std::path::Path> {
        match self {
            Self::Stdout(_) => None,
            Self::File(_, atomic) => Some(atomic.folder()),
        }
    }

    fn finish(self) -> Result<(), OutFault> {
        match self {
            Self::Stdout(mut out) => Ok(out.flush()?),
            Self::File(mut out, atomic) => {
                out.flush()?;
                drop(out);
                atomic.commit()
            }
        }
    }
}

impl Write for Dest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(out, _) => out.flush(),
        }
    }
}

#[cfg(test)]
mod tests;
