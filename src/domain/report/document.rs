//! A report as it is read: written once, painted three times (workbook, PDF, preview).

use chrono::NaiveDate;

use super::Letterhead;
use crate::domain::lang::Lang;

/// One cell. Numbers stay numbers until they are painted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing to say.
    Empty,
    /// Words. Never begins with a mark that a spreadsheet takes for a formula once painted there.
    Text(String),
    /// A day, painted with its weekday.
    Day(NaiveDate),
    /// A month, by its first day.
    Month(NaiveDate),
    /// A count.
    Count(u64),
    /// A difference, painted with its sign.
    Change(i64),
    /// A number in tenths, painted with one decimal.
    Tenths(u64),
    /// A number in hundredths, painted with two decimals.
    Hundredths(u64),
    /// A share in thousandths, painted as a percentage with one decimal.
    Share(u32),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The share of `part` in `whole`, rounded half up to a thousandth; nothing where there is no whole.
    #[must_use]
    pub fn share(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self::Empty;
        }
        let (part, whole) = (u128::from(part), u128::from(whole));
        u32::try_from((part * 2000 + whole) / (whole * 2)).map_or(Self::Empty, Self::Share)
    }

    /// The quotient `sum / n` rounded half up to a tenth; nothing where `n` is zero.
    #[must_use]
    pub fn mean(sum: u64, n: u64) -> Self {
        if n == 0 {
            return Self::Empty;
        }
        let (sum, n) = (u128::from(sum), u128::from(n));
        u64::try_from((sum * 20 + n) / (n * 2)).map_or(Self::Empty, Self::Tenths)
    }
}

/// Where a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading over several columns side by side with the same words; empty: none.
    pub group: String,
    /// The heading.
    pub title: String,
    /// Where its cells stand.
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>) -> Self {
        Self { group: String::new(), title: title.into(), align: Align::Left }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>) -> Self {
        Self { group: String::new(), title: title.into(), align: Align::Right }
    }

    /// The same column under a common heading.
    #[must_use]
    pub fn under(mut self, group: &str) -> Self {
        group.clone_into(&mut self.group);
        self
    }
}

/// A table. Every row, and the total, has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
    /// The row of sums.
    pub total: Option<Vec<Value>>,
    /// A line below it.
    pub note: Option<String>,
}

/// Bars drawn from a table of the same document, so that they cannot say anything else than it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What the bars count.
    pub title: String,
    /// Which of the document's parts is the table.
    pub table: usize,
    /// The column that names the bars.
    pub label: usize,
    /// The column of counts.
    pub value: usize,
}

/// A part of a report, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A sentence.
    Text(String),
    /// Bars.
    Chart(Chart),
    /// A table.
    Table(Table),
}

/// A place to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The line above: "Mengetahui," or "Petugas,".
    pub role: String,
}

/// A whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language in which it is written, for numbers, dates and page numbers.
    pub lang: Lang,
    /// Who issues it.
    pub letterhead: Letterhead,
    /// What it is.
    pub title: String,
    /// The days that it covers, and the whole of them in one line.
    pub subtitle: String,
    /// Charts, tables and sentences.
    pub parts: Vec<Part>,
    /// What a reader must know to read the figures rightly.
    pub notes: Vec<String>,
    /// "Banyuwangi, 25 November 2026"; empty where nothing is to be signed or dated.
    pub place_and_date: String,
    /// Places to sign, from left to right; none where they are not wanted.
    pub signatures: Vec<Signature>,
    /// The audit log's end in a line.
    pub audit: Option<String>,
}

impl Document {
    /// The table of a chart, with its bars: the names and counts.
    #[must_use]
    pub fn bars(&self, chart: &Chart) -> Vec<(&Value, u64)> {
        let Some(Part::Table(table)) = self.parts.get(chart.table) else { return Vec::new() };
        let bar = |row: &'_ Vec<Value>| match row.get(chart.value) {
            Some(Value::Count(n)) => *n,
            _ => 0,
        };
        table.rows.iter().filter_map(|row| Some((row.get(chart.label)?, bar(row)))).collect()
    }

    /// The tables in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(table),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_means_are_rounded_half_up() {
        assert_eq!(Value::share(1, 3), Value::Share(333));
        assert_eq!(Value::share(2, 3), Value::Share(667));
        assert_eq!(Value::share(1, 2000), Value::Share(1));
        assert_eq!(Value::share(5, 5), Value::Share(1000));
        assert_eq!(Value::share(0, 0), Value::Empty);
        assert_eq!(Value::mean(10, 3), Value::Tenths(33));
        assert_eq!(Value::mean(1, 4), Value::Tenths(3));
        assert_eq!(Value::mean(u64::MAX, 1), Value::Empty);
        assert_eq!(Value::mean(7, 0), Value::Empty);
    }
}
