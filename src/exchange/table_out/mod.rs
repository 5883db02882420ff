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
    Xlsx(Box<xlsx::XlsxRows<Dest>>),
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
            Form::Xlsx => Body::Xlsx(Box::new(xlsx::XlsxRows::begin(dest, columns, title)?)),
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
            Body::Xlsx(rows) => rows.row(cells),
        }
    }

    /// Writes the end; only now does a file stand under its name.
    ///
    /// # Errors
    /// The target is full or gone; nothing is left behind.
    pub fn finish(self) -> Result<(), OutFault> {
        let dest = match self.body {
            Body::Csv(writer) => writer.into_inner().map_err(csv::IntoInnerError::into_error)?,
            Body::Json(rows) => rows.finish()?,
            Body::Xlsx(rows) => rows.finish()?,
        };
        dest.finish()
    }
}

/// Standard output or a file under its temporary name. After its first fault it swallows what still comes: the
/// packer of a workbook writes its end even when it is dropped, and would complain on standard error.
struct Dest {
    place: Place,
    broken: bool,
}

enum Place {
    Stdout(BufWriter<Stdout>),
    File(BufWriter<File>, AtomicFile),
}

impl Dest {
    fn open(target: &Target) -> Result<Self, OutFault> {
        let place = match target {
            Target::Stdout => Place::Stdout(BufWriter::new(io::stdout())),
            Target::File(path) => {
                let atomic = AtomicFile::begin(path)?;
                Place::File(BufWriter::new(atomic.file()?), atomic)
            }
        };
        Ok(Self { place, broken: false })
    }

    fn finish(mut self) -> Result<(), OutFault> {
        self.flush()?;
        match self.place {
            _ if self.broken => Err(OutFault::Write(io::ErrorKind::Other.into())),
            Place::Stdout(_) => Ok(()),
            Place::File(out, atomic) => {
                drop(out);
                atomic.commit()
            }
        }
    }

    fn note<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        // Interrupted is no fault: the caller writes again.
        self.broken = done.as_ref().is_err_and(|e| e.kind() != io::ErrorKind::Interrupted);
        done
    }
}

impl Write for Dest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.broken {
            return Ok(bytes.len());
        }
        let done = match &mut self.place {
            Place::Stdout(out) => out.write(bytes),
            Place::File(out, _) => out.write(bytes),
        };
        self.note(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.broken {
            return Ok(());
        }
        let done = match &mut self.place {
            Place::Stdout(out) => out.flush(),
            Place::File(out, _) => out.flush(),
        };
        self.note(done)
    }
}

#[cfg(test)]
mod tests;
