//! A report as a workbook: numbers as numbers, dates as dates, ready to print on A4.
//!
//! The first sheet reads like the PDF; a long table, or one of words, has a sheet of its own, whose heading is
//! repeated on every printed page.

mod sheet;
mod style;

use rust_xlsxwriter::{Chart as Bars, ChartType, DocProperties, Image, Workbook};

use self::sheet::Sheet;
use self::style::Styles;
use super::emblem;
use super::fault::ReportFault;
use crate::domain::report::{Align, Chart, Document, Part, Table, Value};
use crate::i18n::Words;

/// The most rows of a table that stands among others on the first sheet.
const LONG: usize = 40;
/// Rows that the bars take, and their height in pixels.
const BAR_ROWS: u32 = 13;
const BAR_HEIGHT: u32 = 250;
/// Side of the emblem, in pixels of the picture and on the sheet.
const EMBLEM: (u16, u16) = (192, 56);
/// Columns of the first sheet, at least.
const LEAST_COLUMNS: usize = 4;

/// The bytes of the workbook.
///
/// # Errors
/// The library that writes workbooks refused.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, ReportFault> {
    let words = Words::of(document.lang);
    let styles = Styles::new(words);
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&document.title));
    let mut names = vec![words.get("report-sheet")];
    let own: Vec<usize> = tables_apart(document);
    let mut first = Sheet::new(&mut book, &names[0], &styles, widths(document, &own, words))?;
    letterhead(&mut first, document)?;
    let heading = first.next_row();
    first.line(&document.title, &styles.title)?;
    first.line(&document.subtitle, &styles.subtitle)?;
    first.skip(1);
    let mut charts: Vec<(u32, &Chart)> = Vec::new();
    let mut places: Vec<Option<(String, sheet::Place)>> = vec![None; document.parts.len()];
    let mut later = Vec::new();
    for (at, part) in document.parts.iter().enumerate() {
        match part {
            Part::Text(text) => first.line(text, &styles.plain)?,
            Part::Chart(chart) => {
                first.line(&chart.title, &styles.table_title)?;
                charts.push((first.next_row(), chart));
                first.skip(BAR_ROWS);
            }
            Part::Table(table) if own.contains(&at) => {
                let name = sheet_name(&table.title, &names);
                let args = [("title", table.title.clone()), ("sheet", name.clone())];
                first.line(&words.with("report-see-sheet", &args), &styles.plain)?;
                names.push(name.clone());
                later.push((at, table, name));
            }
            Part::Table(table) => {
                first.line(&table.title, &styles.table_title)?;
                let place = first.table(table)?;
                places[at] = Some((names[0].clone(), place));
            }
        }
        first.skip(1);
    }
    end(&mut first, document, &styles, words)?;
    first.print(document, words, (heading, heading))?;
    for (at, table, name) in later {
        let mut sheet = Sheet::new(&mut book, &name, &styles, table_widths(table, words))?;
        sheet.line(&document.title, &styles.title)?;
        sheet.line(&table.title, &styles.table_title)?;
        let place = sheet.table(table)?;
        sheet.freeze(place.first)?;
        sheet.print(document, words, (0, place.first - 1))?;
        places[at] = Some((name, place));
    }
    let sheet = book.worksheet_from_index(0)?;
    for (row, chart) in charts {
        if let (Some(Some((name, place))), Some(Part::Table(table))) =
            (places.get(chart.table), document.parts.get(chart.table))
        {
            let bars = bars(chart, table, name, *place);
            sheet.insert_chart(row, 0, &bars)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// Which parts have a sheet of their own: long tables, and lists of words whose columns are like no others.
fn tables_apart(document: &Document) -> Vec<usize> {
    let apart = |table: &Table| {
        let words = table.columns.iter().filter(|c| c.align == Align::Left).count();
        table.rows.len() > LONG || words > 1
    };
    let parts = document.parts.iter().enumerate();
    parts.filter(|(_, part)| matches!(part, Part::Table(table) if apart(table))).map(|(at, _)| at).collect()
}

fn letterhead(sheet: &mut Sheet<'_>, document: &Document) -> Result<(), ReportFault> {
    let (pixels, side) = EMBLEM;
    if let Some(png) = emblem::png(document.letterhead.emblem.as_deref(), pixels) {
        let side = f64::from(side);
        let image = Image::new_from_buffer(&png)?.set_scale_to_size(side, side, true).set_alt_text("");
        sheet.image(&image)?;
    }
    for (line, name) in document.letterhead.styled() {
        let style = if name { &sheet.styles.head_name } else { &sheet.styles.head };
        sheet.line(line, style)?;
    }
    // Room for the emblem beside few lines, then the rule.
    for _ in document.letterhead.lines.len()..3 {
        sheet.skip(1);
    }
    sheet.rule()
}

fn end(sheet: &mut Sheet<'_>, document: &Document, styles: &Styles, words: Words) -> Result<(), ReportFault> {
    if !document.notes.is_empty() {
        sheet.line(&words.get("report-notes"), &styles.bold)?;
        for (at, note) in document.notes.iter().enumerate() {
            sheet.paragraph(&format!("{}. {note}", at + 1))?;
        }
        sheet.skip(1);
    }
    let last = sheet.last_column();
    sheet.at(last, &document.place_and_date, &styles.right)?;
    sheet.skip(1);
    let places = document.signatures.len().saturating_sub(1);
    let column = |at| if at == places { last } else { 0 };
    let style = |at| if at == places { &styles.right } else { &styles.plain };
    for (at, signature) in document.signatures.iter().enumerate() {
        sheet.at(column(at), &signature.role, style(at))?;
    }
    if !document.signatures.is_empty() {
        sheet.skip(5);
        for at in 0..document.signatures.len() {
            sheet.at(column(at), super::layout::DOTS, style(at))?;
        }
        sheet.skip(2);
    }
    if let Some(audit) = &document.audit {
        sheet.paragraph(audit)?;
    }
    Ok(())
}

fn bars(chart: &Chart, table: &Table, sheet: &str, place: sheet::Place) -> Bars {
    let column = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    let of = |at: usize| (sheet, place.first, column(at), place.last, column(at));
    let mut bars = Bars::new(ChartType::Column);
    let series = bars.add_series();
    series.set_categories(of(chart.label)).set_values(of(chart.value)).set_gap(45);
    series.set_format(&mut style::bar());
    let dated = match table.rows.first().and_then(|r| r.get(chart.label)) {
        Some(Value::Day(_)) => Some("d/m"),
        Some(Value::Month(_)) => Some("m/yy"),
        _ => None,
    };
    if let Some(format) = dated {
        bars.x_axis().set_text_axis(true).set_num_format(format);
    }
    bars.title().set_hidden();
    bars.legend().set_hidden();
    bars.set_width(690).set_height(BAR_HEIGHT).set_alt_text(&chart.title);
    bars
}

/// A name that a sheet may have and no other one has.
fn sheet_name(title: &str, taken: &[String]) -> String {
    let allowed: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).collect();
    let short = |n: usize| allowed.chars().take(n).collect::<String>().trim().to_owned();
    let numbered = (2..).map(|n| format!("{} {n}", short(27)));
    let mut names = std::iter::once(short(31)).chain(numbered);
    let free = |name: &String| !name.is_empty() && taken.iter().all(|t| t.to_lowercase() != name.to_lowercase());
    names.find(free).unwrap_or_default()
}

/// Widths in characters of the columns of the first sheet, from all tables that stand on it.
fn widths(document: &Document, apart: &[usize], words: Words) -> Vec<f64> {
    let mut all: Vec<f64> = vec![11.0; LEAST_COLUMNS];
    for (at, part) in document.parts.iter().enumerate() {
        let Part::Table(table) = part else { continue };
        if apart.contains(&at) {
            continue;
        }
        for (column, width) in table_widths(table, words).into_iter().enumerate() {
            match all.get_mut(column) {
                Some(wide) => *wide = wide.max(width),
                None => all.push(width),
            }
        }
    }
    all
}

fn table_widths(table: &Table, words: Words) -> Vec<f64> {
    let letters = |text: &str| text.chars().count();
    let longest_word = |text: &str| text.split_whitespace().map(letters).max().unwrap_or(0);
    let of = |at: usize| {
        let cells = table.rows.iter().chain(&table.total).filter_map(|row| row.get(at));
        let cell = cells.map(|v| letters(&super::printed::printed(v, words))).max().unwrap_or(0);
        let width = cell.max(longest_word(&table.columns[at].title)).clamp(9, 32) + 1;
        f64::from(u16::try_from(width).unwrap_or(33))
    };
    (0..table.columns.len()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_allowed_and_free() {
        let taken = vec!["Laporan".to_owned(), "Menurut tanggal".to_owned()];
        assert_eq!(sheet_name("Menurut tanggal", &taken), "Menurut tanggal 2");
        assert_eq!(sheet_name("Kepatuhan SOP: pencatatan dalam 60 detik", &taken), "Kepatuhan SOP pencatatan dalam");
        assert_eq!(sheet_name("[laporan]", &taken), "laporan 2");
    }
}
