//! A workbook of one sheet: numbers as numbers, the header bold and fixed. Rows go to a scratch file as they come, so
//! that ten years of visits do not stand in memory.

use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{Cell, OutFault};
use crate::exchange::cell::{neutral, tenths};

/// The most rows below the header that a sheet holds.
pub const MAX_XLSX_ROWS: u32 = 1_048_575;

/// A workbook that is being written.
pub(super) struct XlsxRows {
    book: Workbook,
    next: u32,
}

impl XlsxRows {
    /// `scratch` is the folder for the scratch file; none: that of the system.
    pub(super) fn begin(columns: &[&str], title: &str, scratch: Option<&Path>) -> Result<Self, OutFault> {
        let mut book = Workbook::new();
        if let Some(folder) = scratch {
            book.set_tempdir(folder).map_err(fault)?;
        }
        let bold = Format::new().set_bold();
        let sheet = book.add_worksheet_with_constant_memory().map_err(fault)?;
        sheet.set_name(title).map_err(fault)?;
        sheet.set_freeze_panes(1, 0).map_err(fault)?;
        for (at, column) in (0_u16..).zip(columns) {
            let characters = u16::try_from(column.len().clamp(10, 28)).unwrap_or(28);
            sheet.set_column_width(at, characters + 2).map_err(fault)?;
            sheet.write_string_with_format(0, at, *column, &bold).map_err(fault)?;
        }
        Ok(Self { book, next: 1 })
    }

    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<(), OutFault> {
        if self.next > MAX_XLSX_ROWS {
            return Err(OutFault::TooManyRows);
        }
        let sheet = self.book.worksheet_from_index(0).map_err(fault)?;
        for (at, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    sheet.write_string(self.next, at, neutral(text)).map_err(fault)?;
                }
                Cell::Count(n) => {
                    #[expect(clippy::cast_precision_loss, reason = "a workbook has no other number")]
                    sheet.write_number(self.next, at, *n as f64).map_err(fault)?;
                }
                Cell::Tenths(n) => {
                    sheet.write_number(self.next, at, tenths(*n)).map_err(fault)?;
                }
                Cell::Flag(flag) => {
                    sheet.write_boolean(self.next, at, *flag).map_err(fault)?;
                }
            }
        }
        self.next += 1;
        Ok(())
    }

    pub(super) fn finish<W: Write + Send>(mut self, out: W) -> Result<(), OutFault> {
        self.book.save_to_writer(out).map_err(fault)
    }
}

fn fault(error: XlsxError) -> OutFault {
    match error {
        XlsxError::IoError(e) => e.into(),
        XlsxError::RowColumnLimitError => OutFault::TooManyRows,
        other => OutFault::Workbook(Box::new(other)),
    }
}
