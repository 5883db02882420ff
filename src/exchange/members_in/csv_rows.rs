//! The rows of a CSV file, each with the number of the line on which it begins.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use csv::{Reader, ReaderBuilder, StringRecord};
use encoding_rs::Encoding;

use super::fault::FileFault;
use super::header::Columns;
use super::quotes::Quotes;
use super::text::TextReader;
use super::{HEADER_WITHIN, RawRow};

/// How a CSV file is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    encoding: &'static Encoding,
    separator: u8,
}

/// Finds encoding and separator: the one of comma, semicolon and tab by which most columns are understood.
pub(super) fn dialect(path: &Path) -> Result<Dialect, FileFault> {
    const START: u64 = 256 * 1024;
    let encoding = super::text::encoding_of(path)?;
    let file = File::open(path).map_err(FileFault::from_io)?;
    let mut start = Vec::new();
    TextReader::new(file, encoding).take(START).read_to_end(&mut start).map_err(FileFault::from_io)?;
    let best = [b',', b';', b'\t'].into_iter().rev().max_by_key(|separator| fit(&start, *separator));
    Ok(Dialect { encoding, separator: best.unwrap_or(b',') })
}

/// How well a separator fits the first lines: needed columns, known columns, all columns.
fn fit(start: &[u8], separator: u8) -> (usize, usize, usize) {
    let records = reader(start, separator).into_records().take(HEADER_WITHIN).map_while(Result::ok);
    let fit_of = |record: StringRecord| {
        let cells: Vec<&str> = record.iter().collect();
        let columns = Columns::guess(&cells);
        (2 - columns.missing().len(), columns.known(), cells.len())
    };
    records.map(fit_of).max().unwrap_or_default()
}

fn reader<R: Read>(text: R, separator: u8) -> Reader<R> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text)
}

/// Hands each row that is not blank to `take` until it breaks off.
pub(super) fn each(
    path: &Path,
    dialect: Dialect,
    take: &mut dyn FnMut(RawRow<'_>) -> ControlFlow<()>,
) -> Result<(), FileFault> {
    let file = File::open(path).map_err(FileFault::from_io)?;
    let size = file.metadata().map_err(FileFault::from_io)?.len().max(1);
    let text = Quotes::new(TextReader::new(file, dialect.encoding), dialect.separator);
    let mut reader = reader(text, dialect.separator);
    let mut record = StringRecord::new();
    let mut cells = Vec::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => {
                return Err(match error.into_kind() {
                    csv::ErrorKind::Io(e) => FileFault::from_io(e),
                    _ => FileFault::NotATable,
                });
            }
        }
        if record.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        cells.clear();
        cells.extend(record.iter().map(str::to_owned));
        let inside: usize = record.iter().map(|c| c.matches('\n').count()).sum();
        let line = reader.position().line().saturating_sub(1 + inside as u64);
        let done = reader.get_ref().get_ref().taken().saturating_mul(1000) / size;
        if take(RawRow { line, cells: &cells, done_permille: done.min(1000) }).is_break() {
            return Ok(());
        }
    }
}
