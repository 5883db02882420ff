//! One sheet that is filled from top to bottom.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Image, Workbook, Worksheet, XlsxError};

use super::style::Styles;
use crate::domain::report::{Align, Column, Document, Table, Value};
use crate::exchange::cell::neutral;
use crate::exchange::report::fault::ReportFault;
use crate::i18n::Words;

/// Excel's number for A4.
const A4: u8 = 9;

/// Where the rows of a table came to stand, the sum not counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub first: u32,
    pub last: u32,
}

/// A sheet and the next free row.
pub(super) struct Sheet<'b> {
    page: &'b mut Worksheet,
    pub styles: &'b Styles,
    columns: u16,
    /// Letters that fit across all columns.
    letters: f64,
    next: u32,
}

impl<'b> Sheet<'b> {
    pub(super) fn new(
        book: &'b mut Workbook,
        name: &str,
        styles: &'b Styles,
        widths: Vec<f64>,
    ) -> Result<Self, ReportFault> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_screen_gridlines(false);
        let columns = u16::try_from(widths.len()).unwrap_or(u16::MAX);
        let letters = widths.iter().sum();
        for (at, width) in (0_u16..).zip(widths) {
            sheet.set_column_width(at, width)?;
        }
        Ok(Self { page: sheet, styles, columns, letters, next: 0 })
    }

    pub(super) fn next_row(&self) -> u32 {
        self.next
    }

    pub(super) fn last_column(&self) -> u16 {
        self.columns.saturating_sub(1)
    }

    pub(super) fn skip(&mut self, rows: u32) {
        self.next += rows;
    }

    pub(super) fn image(&mut self, image: &Image) -> Result<(), ReportFault> {
        self.page.insert_image_with_offset(self.next, 0, image, 2, 2)?;
        Ok(())
    }

    /// A text in the first column; it runs over the empty cells beside it.
    pub(super) fn line(&mut self, text: &str, style: &Format) -> Result<(), ReportFault> {
        self.at(0, text, style)?;
        self.next += 1;
        Ok(())
    }

    /// A text in a column of the next row, which stays the next one.
    pub(super) fn at(&mut self, column: u16, text: &str, style: &Format) -> Result<(), ReportFault> {
        self.page.write_string_with_format(self.next, column, neutral(text), style)?;
        Ok(())
    }

    /// Small words across all columns, broken into as many lines as they need.
    pub(super) fn paragraph(&mut self, text: &str) -> Result<(), ReportFault> {
        let letters = f64::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX));
        let lines = (letters / self.letters.max(1.0)).ceil().max(1.0);
        let (row, last) = (self.next, self.last_column());
        if last > 0 {
            self.page.merge_range(row, 0, row, last, &neutral(text), &self.styles.small)?;
        } else {
            self.page.write_string_with_format(row, 0, neutral(text), &self.styles.small)?;
        }
        self.page.set_row_height(row, 12.5 * lines)?;
        self.next += 1;
        Ok(())
    }

    /// A rule across all columns.
    pub(super) fn rule(&mut self) -> Result<(), ReportFault> {
        for column in 0..self.columns {
            self.page.write_blank(self.next, column, &self.styles.rule)?;
        }
        self.next += 1;
        Ok(())
    }

    pub(super) fn table(&mut self, table: &Table) -> Result<Place, ReportFault> {
        if table.columns.iter().any(|c| !c.group.is_empty()) {
            self.groups(&table.columns)?;
        }
        for (at, column) in (0_u16..).zip(&table.columns) {
            let style = Styles::column(column.align);
            self.page.write_string_with_format(self.next, at, neutral(&column.title), &style)?;
        }
        self.next += 1;
        let first = self.next;
        for row in &table.rows {
            self.row(row, &table.columns, false)?;
        }
        let last = self.next.saturating_sub(1).max(first);
        if let Some(total) = &table.total {
            self.row(total, &table.columns, true)?;
        }
        if let Some(note) = &table.note {
            self.paragraph(note)?;
        }
        Ok(Place { first, last })
    }

    fn groups(&mut self, columns: &[Column]) -> Result<(), ReportFault> {
        let column = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let mut at = 0;
        while let Some(first) = columns.get(at) {
            let same = columns[at..].iter().take_while(|c| c.group == first.group).count();
            if first.group.is_empty() {
                self.page.write_blank(self.next, column(at), &Styles::column(Align::Left))?;
                at += 1;
                continue;
            }
            let words = neutral(&first.group);
            if same > 1 {
                let last = column(at + same - 1);
                self.page.merge_range(self.next, column(at), self.next, last, &words, &Styles::group())?;
            } else {
                self.page.write_string_with_format(self.next, column(at), words, &Styles::group())?;
            }
            at += same;
        }
        self.next += 1;
        Ok(())
    }

    fn row(&mut self, cells: &[Value], columns: &[Column], sum: bool) -> Result<(), ReportFault> {
        for ((at, value), column) in (0_u16..).zip(cells).zip(columns) {
            let style = self.styles.body(value, column.align, sum);
            self.value(at, value, &style)?;
        }
        self.next += 1;
        Ok(())
    }

    fn value(&mut self, at: u16, value: &Value, style: &Format) -> Result<(), XlsxError> {
        let row = self.next;
        let mut number = |n: f64| self.page.write_number_with_format(row, at, n, style).map(|_| ());
        match value {
            Value::Empty => self.page.write_blank(row, at, style).map(|_| ()),
            Value::Text(text) => self.page.write_string_with_format(row, at, neutral(text), style).map(|_| ()),
            Value::Day(day) | Value::Month(day) => {
                self.page.write_datetime_with_format(row, at, &date(*day)?, style).map(|_| ())
            }
            Value::Count(n) => number(real(*n)),
            Value::Change(n) => number(if *n < 0 { -real(n.unsigned_abs()) } else { real(n.unsigned_abs()) }),
            Value::Tenths(n) => number(real(*n) / 10.0),
            Value::Hundredths(n) => number(real(*n) / 100.0),
            Value::Share(n) => number(f64::from(*n) / 1000.0),
        }
    }

    /// Keeps what stands above `row` in sight.
    pub(super) fn freeze(&mut self, row: u32) -> Result<(), ReportFault> {
        self.page.set_freeze_panes(row, 0)?;
        Ok(())
    }

    /// A4 upright, as wide as the page, numbered; `repeated` rows stand on every page.
    pub(super) fn print(&mut self, document: &Document, words: Words, repeated: (u32, u32)) -> Result<(), ReportFault> {
        let numbers = words.with("report-page", &[("page", "&P".to_owned()), ("pages", "&N".to_owned())]);
        let title = document.title.replace('&', "&&");
        self.page.set_paper_size(A4).set_portrait();
        self.page.set_margins(0.6, 0.6, 0.6, 0.75, 0.3, 0.35);
        self.page.set_print_fit_to_pages(1, 0);
        self.page.set_footer(format!("&L&8{title}&R&8{numbers}"));
        self.page.set_print_area(0, 0, self.next.saturating_sub(1), self.last_column())?;
        self.page.set_repeat_rows(repeated.0, repeated.1)?;
        Ok(())
    }
}

fn real(n: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a workbook has no other number, and no library 2^53 visitors")]
    let n = n as f64;
    n
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let small = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(u16::MAX), small(day.month()), small(day.day()))
}
