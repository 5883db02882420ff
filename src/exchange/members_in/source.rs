//! What kind of table a file is, told by its contents and never by its name; and the limits that keep memory flat.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::Path;

use super::fault::FileFault;

/// The largest CSV file that is read, in bytes.
pub const MAX_CSV_BYTES: u64 = 200 * MEGABYTE;
/// The largest XLSX file that is read, in bytes.
pub const MAX_XLSX_BYTES: u64 = 50 * MEGABYTE;
/// The most bytes that an XLSX file may unpack to.
pub const MAX_UNPACKED_BYTES: u64 = 500 * MEGABYTE;

const MEGABYTE: u64 = 1024 * 1024;

/// The two kinds of files that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text with separators.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

/// Looks at the size and the first bytes of a file, and at the list of contents of a packed one.
///
/// # Errors
/// Every file that cannot be a table, or is too large to be read.
pub(super) fn kind_of(path: &Path) -> Result<Kind, FileFault> {
    let about = std::fs::metadata(path).map_err(FileFault::from_io)?;
    if !about.is_file() {
        return Err(FileFault::NotAFile);
    }
    if about.len() == 0 {
        return Err(FileFault::Empty);
    }
    let file = File::open(path).map_err(FileFault::from_io)?;
    let mut start = Vec::with_capacity(8);
    file.take(8).read_to_end(&mut start).map_err(FileFault::from_io)?;
    if start.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(FileFault::OldExcel);
    }
    if start.starts_with(b"PK\x03\x04") {
        within(about.len(), MAX_XLSX_BYTES)?;
        within(unpacked(path)?, MAX_UNPACKED_BYTES)?;
        return Ok(Kind::Xlsx);
    }
    if [b"%PDF".as_slice(), b"{\\rtf", b"\x1f\x8b", b"<html", b"<!DOC", b"<?xml"].iter().any(|m| start.starts_with(m)) {
        return Err(FileFault::NotATable);
    }
    within(about.len(), MAX_CSV_BYTES)?;
    Ok(Kind::Csv)
}

fn within(bytes: u64, limit: u64) -> Result<(), FileFault> {
    if bytes <= limit {
        return Ok(());
    }
    Err(FileFault::TooLarge { megabytes: bytes.div_ceil(MEGABYTE), limit: limit / MEGABYTE })
}

/// The size of all parts once unpacked, as the list of contents says.
fn unpacked(path: &Path) -> Result<u64, FileFault> {
    let file = File::open(path).map_err(FileFault::from_io)?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| match error {
        zip::result::ZipError::Io(e) if e.kind() != ErrorKind::UnexpectedEof => FileFault::Unreadable(e),
        _ => FileFault::BrokenXlsx,
    })?;
    if archive.index_for_name("xl/workbook.xml").is_none() && archive.index_for_name("[Content_Types].xml").is_none() {
        return Err(FileFault::NotXlsx);
    }
    let mut total = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|_| FileFault::BrokenXlsx)?;
        total = total.saturating_add(part.size());
    }
    Ok(total)
}
