//! The rows of a sheet of an Excel workbook. Dates become 2026-11-24, numbers their plain digits.

use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::fault::FileFault;
use super::header::Columns;
use super::{HEADER_WITHIN, RawRow};

/// Cells right of this column are not read.
const MAX_COLUMNS: usize = 512;
/// No number is written with more digits than this.
const MAX_DIGITS: usize = 32;

type Book = Xlsx<BufReader<File>>;

/// The sheet that holds the list: the first visible one in which the needed columns are found, else the first one.
pub(super) fn sheet(path: &Path) -> Result<String, FileFault> {
    let mut book = open(path)?;
    let visible = |s: &&calamine::Sheet| s.typ == SheetType::WorkSheet && s.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(visible).map(|s| s.name.clone()).collect();
    for name in &names {
        let (mut seen, mut found) = (0, false);
        each_of(&mut book, name, &mut |row| {
            seen += 1;
            found = Columns::guess(row.cells).missing().is_empty();
            if found || seen >= HEADER_WITHIN { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        if found {
            return Ok(name.clone());
        }
    }
    names.into_iter().next().ok_or(FileFault::NoRows)
}

/// Hands each row that is not blank to `take` until it breaks off.
pub(super) fn each(
    path: &Path,
    sheet: &str,
    take: &mut dyn FnMut(RawRow<'_>) -> ControlFlow<()>,
) -> Result<(), FileFault> {
    each_of(&mut open(path)?, sheet, take)
}

fn open(path: &Path) -> Result<Book, FileFault> {
    let file = File::open(path).map_err(FileFault::from_io)?;
    Xlsx::new(BufReader::new(file)).map_err(fault)
}

fn fault(error: XlsxError) -> FileFault {
    match error {
        XlsxError::Io(e) if e.kind() != std::io::ErrorKind::UnexpectedEof => FileFault::from_io(e),
        XlsxError::Password => FileFault::OldExcel,
        _ => FileFault::BrokenXlsx,
    }
}

fn each_of(book: &mut Book, sheet: &str, take: &mut dyn FnMut(RawRow<'_>) -> ControlFlow<()>) -> Result<(), FileFault> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(fault)?;
    let last = u64::from(cells.dimensions().end.0) + 1;
    let zeros: Vec<usize> = cells.styles().iter().map(zeros).collect();
    let mut row: Vec<String> = Vec::new();
    let mut at = 0_u32;
    let mut hand_on = |row: &[String], at: u32| {
        if row.iter().all(|c| c.trim().is_empty()) {
            return ControlFlow::Continue(());
        }
        let line = u64::from(at) + 1;
        take(RawRow { line, cells: row, done_permille: (line * 1000 / last.max(1)).min(1000) })
    };
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(fault)? {
        let (cell_row, column) = cell.get_position();
        if cell_row != at {
            if hand_on(&row, at).is_break() {
                return Ok(());
            }
            row.clear();
            at = cell_row;
        }
        let column = column as usize;
        if column < MAX_COLUMNS {
            if row.len() <= column {
                row.resize(column + 1, String::new());
            }
            if let Some(slot) = row.get_mut(column) {
                *slot = text(cell.get_value(), zeros.get(style).copied().unwrap_or_default());
            }
        }
    }
    let _ = hand_on(&row, at);
    Ok(())
}

/// How many digits a number has at least in cells of that style: its format is nothing but zeros, as card numbers have
/// it in whose place a spreadsheet keeps a number.
fn zeros(style: &Style) -> usize {
    let code = style.number_format.as_ref().map_or("", |format| format.format_code.as_str());
    if code.bytes().all(|b| b == b'0') { code.len().min(MAX_DIGITS) } else { 0 }
}

/// A cell as a person reads it; a whole number with at least so many digits.
fn text(value: &DataRef<'_>, digits: usize) -> String {
    match value {
        DataRef::Int(n) if *n >= 0 => format!("{n:0digits$}"),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) if digits > 0 && *n >= 0.0 && n.fract() == 0.0 => format!("{:0>digits$}", number(*n)),
        DataRef::Float(n) => number(*n),
        DataRef::String(s) | DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => s.clone(),
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::Bool(b) => b.to_string(),
        DataRef::DateTime(d) if d.is_datetime() => {
            let (y, m, d, ..) = d.to_ymd_hms_milli();
            format!("{y:04}-{m:02}-{d:02}")
        }
        DataRef::DateTime(d) => number(d.as_f64()),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number as it was typed; one of more digits than a spreadsheet keeps is written with a power of ten, so that it
/// is never taken for a card number.
fn number(n: f64) -> String {
    const KEPT: f64 = 1e15;
    if n.abs() >= KEPT { format!("{n:E}").replace('E', "E+") } else { n.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn cells_are_written_as_a_person_would() {
        assert_eq!(text(&DataRef::Float(21_000_000_000_017.0), 0), "21000000000017");
        assert_eq!(text(&DataRef::Float(1234.5), 0), "1234.5");
        assert_eq!(text(&DataRef::Float(2.1e15), 0), "2.1E+15");
        assert_eq!(text(&DataRef::Int(7), 0), "7");
        assert_eq!((text(&DataRef::Int(7), 3), text(&DataRef::Int(-7), 3)), ("007".to_owned(), "-7".to_owned()));
        assert_eq!(
            (text(&DataRef::Float(7.0), 3), text(&DataRef::Float(7.5), 3)),
            ("007".to_owned(), "7.5".to_owned())
        );
        assert_eq!(text(&DataRef::Float(1234.0), 3), "1234");
        let date = ExcelDateTime::new(46350.0, ExcelDateTimeType::DateTime, false);
        assert_eq!(text(&DataRef::DateTime(date), 0), "2026-11-24");
        assert_eq!(text(&DataRef::Empty, 0), "");
    }
}
