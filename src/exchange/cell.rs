//! The cells of tables that go out, and the mark against formulas.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::{Serialize, Serializer};

/// One cell. What is unknown is [`Cell::Empty`]: null in JSON, nothing in CSV and XLSX.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Unknown.
    Empty,
    /// Words, ids, dates.
    Text(String),
    /// A count.
    Count(u64),
    /// A measure in tenths, written with one decimal.
    Tenths(u64),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// A text, or nothing.
    pub fn text<S: Into<String>>(text: Option<S>) -> Self {
        text.map_or(Self::Empty, |t| Self::Text(t.into()))
    }

    /// A count, or nothing.
    pub fn count<N: Into<u64>>(count: Option<N>) -> Self {
        count.map_or(Self::Empty, |n| Self::Count(n.into()))
    }

    /// Yes, no, or nothing.
    #[must_use]
    pub fn flag(flag: Option<bool>) -> Self {
        flag.map_or(Self::Empty, Self::Flag)
    }

    /// A day as 2026-11-24, or nothing.
    #[must_use]
    pub fn date(date: Option<NaiveDate>) -> Self {
        Self::text(date.map(|d| d.format("%Y-%m-%d").to_string()))
    }

    /// A moment by RFC 3339 with the offset that the library had then, or nothing.
    #[must_use]
    pub fn moment(at: Option<DateTime<FixedOffset>>) -> Self {
        Self::text(at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, false)))
    }

    /// The cell as CSV has it.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => neutral(text),
            Self::Count(n) => Cow::Owned(n.to_string()),
            Self::Tenths(n) => Cow::Owned(format!("{}.{}", n / 10, n % 10)),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Count(n) => serializer.serialize_u64(*n),
            Self::Tenths(n) => serializer.serialize_f64(tenths(*n)),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

/// Tenths as a number; exact up to some ten thousand years of seconds.
pub(super) fn tenths(n: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a measured time has far fewer than 2^53 tenths of a second")]
    let n = n as f64;
    n / 10.0
}

/// A text that no spreadsheet takes for a formula: one that begins with `= + - @`, tab or CR gets a leading `'`.
#[must_use]
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_neutralised() {
        for text in ["=1+1", "+62", "-", "@sum", "\tx", "\rx"] {
            assert_eq!(Cell::text(Some(text)).plain(), format!("'{text}"));
        }
        for text in ["Wulan", "'Aini", "", " =1"] {
            assert_eq!(neutral(text), text);
        }
    }

    #[test]
    fn moments_carry_the_librarys_offset() {
        let at = |text| Some(DateTime::parse_from_rfc3339(text).unwrap());
        let text = "2026-11-25T03:30:05+07:00";
        assert_eq!(Cell::moment(at("2026-11-25T03:30:05.999+07:00")), Cell::Text(text.into()));
        assert_eq!(Cell::moment(at("2026-11-24T20:30:05Z")), Cell::Text("2026-11-24T20:30:05+00:00".into()));
        assert_eq!(Cell::moment(None), Cell::Empty);
    }

    #[test]
    fn each_kind_has_its_form() {
        let cells = [Cell::Empty, Cell::Count(12), Cell::Tenths(125), Cell::Tenths(120), Cell::Flag(true)];
        let csv: Vec<_> = cells.iter().map(Cell::plain).collect();
        assert_eq!(csv, ["", "12", "12.5", "12.0", "true"]);
        assert_eq!(serde_json::to_string(&cells).unwrap(), "[null,12,12.5,12.0,true]");
    }
}
