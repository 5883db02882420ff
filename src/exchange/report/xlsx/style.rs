//! The looks of cells.

use rust_xlsxwriter::{ChartFormat, ChartSolidFill, Color, Format, FormatAlign, FormatBorder};

use crate::domain::report::{Align, Ink, Value};
use crate::exchange::report::paper;
use crate::i18n::{Lang, Words};

/// Every look of the workbook.
pub(super) struct Styles {
    pub head_name: Format,
    pub head: Format,
    pub title: Format,
    pub subtitle: Format,
    pub table_title: Format,
    pub plain: Format,
    pub bold: Format,
    pub right: Format,
    pub small: Format,
    pub rule: Format,
    /// How dates are written: the language's own code.
    locale: &'static str,
}

fn colour(ink: Ink) -> Color {
    let [r, g, b] = paper::rgb(ink);
    Color::RGB(u32::from_be_bytes([0, r, g, b]))
}

/// The fill of a bar.
pub(super) fn bar() -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour(Ink::Bar)));
    format
}

impl Styles {
    pub(super) fn new(words: Words) -> Self {
        let text = || Format::new().set_font_color(colour(Ink::Text));
        let second = || Format::new().set_font_color(colour(Ink::Second));
        // The emblem stands left of the letterhead.
        let indent = 7;
        Self {
            head_name: text().set_bold().set_font_size(13).set_indent(indent),
            head: second().set_indent(indent),
            title: text().set_bold().set_font_size(15),
            subtitle: second(),
            table_title: text().set_bold().set_font_size(12),
            plain: text(),
            bold: text().set_bold(),
            right: text().set_align(FormatAlign::Right),
            small: second().set_font_size(9).set_text_wrap().set_align(FormatAlign::Top),
            rule: Format::new().set_border_top(FormatBorder::Medium).set_border_top_color(colour(Ink::Night)),
            locale: match words.lang() {
                Lang::Id => "[$-421]",
                Lang::En => "[$-809]",
            },
        }
    }

    fn cell(align: Align) -> Format {
        let align = match align {
            Align::Left => FormatAlign::Left,
            Align::Right => FormatAlign::Right,
        };
        Format::new()
            .set_align(align)
            .set_align(FormatAlign::Top)
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_border_color(colour(Ink::Line))
            .set_font_color(colour(Ink::Text))
    }

    /// A heading of a column.
    pub(super) fn column(align: Align) -> Format {
        Self::cell(align).set_bold().set_background_color(colour(Ink::Tint))
    }

    /// A heading over several columns.
    pub(super) fn group() -> Format {
        Self::column(Align::Left).set_align(FormatAlign::Center)
    }

    /// A cell of a table.
    pub(super) fn body(&self, value: &Value, align: Align, sum: bool) -> Format {
        let cell = if sum { Self::cell(align).set_bold() } else { Self::cell(align) };
        match value {
            Value::Empty | Value::Text(_) => cell,
            Value::Day(_) => cell.set_num_format(format!("{}dddd, d mmm yyyy", self.locale)),
            Value::Month(_) => cell.set_num_format(format!("{}mmmm yyyy", self.locale)),
            Value::Count(_) => cell.set_num_format("#,##0"),
            Value::Change(_) => cell.set_num_format("+#,##0;-#,##0;0"),
            Value::Tenths(_) => cell.set_num_format("#,##0.0"),
            Value::Hundredths(_) => cell.set_num_format("#,##0.00"),
            Value::Share(_) => cell.set_num_format("0.0%"),
        }
    }
}
