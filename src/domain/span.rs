//! The span of library-local days that a statistic or report is about: a day, month, quarter, year or range, always
//! with both ends, checked, and with the same span before and after it. A [`Period`] is the open-ended filter of lists.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::id_enum;
use super::period::Period;

id_enum! {
    /// The shapes of a span.
    SpanKind { Day = "day", Month = "month", Quarter = "quarter", Year = "year", Range = "range" }
}

/// Years that a span may touch. What lies outside is a slip of the finger.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// A span of days, both ends inclusive; it never ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    kind: SpanKind,
    from: NaiveDate,
    to: NaiveDate,
}

/// Why a text or a pair of dates is no span. The words for the screen are in the locale files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// Not of a date's form.
    #[error("\"{text}\" is not a date: write year-month-day, as in 2026-11-24")]
    NotADate {
        /// What was written.
        text: String,
    },
    /// Not of a month's form.
    #[error("\"{text}\" is not a month: write year-month, as in 2026-11")]
    NotAMonth {
        /// What was written.
        text: String,
    },
    /// Not of a year's form, or out of [`YEARS`].
    #[error("\"{text}\" is not a year from 1900 to 2999: write it as in 2026")]
    NotAYear {
        /// What was written.
        text: String,
    },
    /// A day that the calendar does not have.
    #[error("there is no day {day} in {year}-{month:02}: that month ends on day {last}")]
    NoSuchDay {
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
        /// The day that was asked for.
        day: u32,
        /// The last day of that month.
        last: u32,
    },
    /// The end lies before the beginning.
    #[error("the period ends on {to}, before it begins on {from}: exchange the two dates")]
    EndsBeforeItBegins {
        /// The first day as given.
        from: NaiveDate,
        /// The last day as given.
        to: NaiveDate,
    },
}

impl Span {
    /// One day.
    ///
    /// # Errors
    /// The year lies outside [`YEARS`].
    pub fn day(day: NaiveDate) -> Result<Self, SpanError> {
        Self::checked(SpanKind::Day, day, day)
    }

    /// The month that holds `day`.
    ///
    /// # Errors
    /// The year lies outside [`YEARS`].
    pub fn month_of(day: NaiveDate) -> Result<Self, SpanError> {
        Self::of_months(SpanKind::Month, day, day.month0(), 1)
    }

    /// The quarter that holds `day`: January to March and so on.
    ///
    /// # Errors
    /// The year lies outside [`YEARS`].
    pub fn quarter_of(day: NaiveDate) -> Result<Self, SpanError> {
        Self::of_months(SpanKind::Quarter, day, day.month0() / 3 * 3, 3)
    }

    /// The calendar year that holds `day`.
    ///
    /// # Errors
    /// The year lies outside [`YEARS`].
    pub fn year_of(day: NaiveDate) -> Result<Self, SpanError> {
        Self::of_months(SpanKind::Year, day, 0, 12)
    }

    /// Any span, both ends inclusive.
    ///
    /// # Errors
    /// It ends before it begins, or a year lies outside [`YEARS`].
    pub fn range(from: NaiveDate, to: NaiveDate) -> Result<Self, SpanError> {
        Self::checked(SpanKind::Range, from, to)
    }

    /// The span as the month, quarter or year that it exactly covers; else as a range. A single day stays a day.
    ///
    /// # Errors
    /// As [`Span::range`].
    pub fn recognised(from: NaiveDate, to: NaiveDate) -> Result<Self, SpanError> {
        let range = Self::range(from, to)?;
        let whole = [Self::day(from)?, Self::month_of(from)?, Self::quarter_of(from)?, Self::year_of(from)?];
        Ok(whole.into_iter().find(|p| p.from == from && p.to == to).unwrap_or(range))
    }

    /// The span of `kind` that holds `day`; of a range, that day alone.
    ///
    /// # Errors
    /// The year lies outside [`YEARS`].
    pub fn holding(kind: SpanKind, day: NaiveDate) -> Result<Self, SpanError> {
        match kind {
            SpanKind::Day => Self::day(day),
            SpanKind::Month => Self::month_of(day),
            SpanKind::Quarter => Self::quarter_of(day),
            SpanKind::Year => Self::year_of(day),
            SpanKind::Range => Self::range(day, day),
        }
    }

    /// A month from `2026-11`.
    ///
    /// # Errors
    /// The text is no month.
    pub fn parse_month(text: &str) -> Result<Self, SpanError> {
        let wrong = || SpanError::NotAMonth { text: shortened(text) };
        let (year, month) = text.trim().split_once('-').ok_or_else(wrong)?;
        let year = number(year, 4).and_then(|y| i32::try_from(y).ok()).ok_or_else(wrong)?;
        let month = number(month, 2).ok_or_else(wrong)?;
        Self::month_of(NaiveDate::from_ymd_opt(year, month, 1).ok_or_else(wrong)?)
    }

    /// A year from `2026`.
    ///
    /// # Errors
    /// The text is no year.
    pub fn parse_year(text: &str) -> Result<Self, SpanError> {
        let wrong = || SpanError::NotAYear { text: shortened(text) };
        let year = number(text.trim(), 4).and_then(|y| i32::try_from(y).ok()).ok_or_else(wrong)?;
        Self::year_of(NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(wrong)?)
    }

    /// The shape.
    #[must_use]
    pub fn kind(&self) -> SpanKind {
        self.kind
    }

    /// The first day.
    #[must_use]
    pub fn from(&self) -> NaiveDate {
        self.from
    }

    /// The last day.
    #[must_use]
    pub fn to(&self) -> NaiveDate {
        self.to
    }

    /// How many days, at least one.
    #[must_use]
    pub fn len_days(&self) -> u64 {
        u64::try_from((self.to - self.from).num_days()).unwrap_or_default() + 1
    }

    /// Whether `day` lies within.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Every day, in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.to;
        self.from.iter_days().take_while(move |d| *d <= to)
    }

    /// The first day of every month that the span touches, in order.
    pub fn months(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.to;
        let first = self.from.with_day(1);
        std::iter::successors(first, |m| m.checked_add_months(Months::new(1))).take_while(move |m| *m <= to)
    }

    /// The same span before it: the previous day, month, quarter or year, or as many days. `None` before 1900.
    #[must_use]
    pub fn before(&self) -> Option<Self> {
        let last = self.from.pred_opt()?;
        match self.kind {
            SpanKind::Range => Self::range(last.checked_sub_days(Days::new(self.len_days() - 1))?, last).ok(),
            kind => Self::holding(kind, last).ok(),
        }
    }

    /// The same span after it. `None` after 2999.
    #[must_use]
    pub fn after(&self) -> Option<Self> {
        let first = self.to.succ_opt()?;
        match self.kind {
            SpanKind::Range => Self::range(first, first.checked_add_days(Days::new(self.len_days() - 1))?).ok(),
            kind => Self::holding(kind, first).ok(),
        }
    }

    /// The span as a filter of lists and statistics.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, self.to)
    }

    fn of_months(kind: SpanKind, day: NaiveDate, first_month0: u32, months: u32) -> Result<Self, SpanError> {
        let wrong = || SpanError::NotAYear { text: day.year().to_string() };
        let from = NaiveDate::from_ymd_opt(day.year(), first_month0 + 1, 1).ok_or_else(wrong)?;
        let to = from.checked_add_months(Months::new(months)).and_then(|d| d.pred_opt()).ok_or_else(wrong)?;
        Self::checked(kind, from, to)
    }

    fn checked(kind: SpanKind, from: NaiveDate, to: NaiveDate) -> Result<Self, SpanError> {
        for day in [from, to] {
            if !YEARS.contains(&day.year()) {
                return Err(SpanError::NotAYear { text: day.year().to_string() });
            }
        }
        if to < from {
            return Err(SpanError::EndsBeforeItBegins { from, to });
        }
        Ok(Self { kind, from, to })
    }
}

/// A day from `2026-11-24`, `24-11-2026` or `24/11/2026`.
///
/// # Errors
/// The text is no date, or a date that the calendar does not have.
pub fn parse_date(text: &str) -> Result<NaiveDate, SpanError> {
    let wrong = || SpanError::NotADate { text: shortened(text) };
    let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
    let &[first, month, last] = parts.as_slice() else { return Err(wrong()) };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year = number(year, 4).and_then(|y| i32::try_from(y).ok()).ok_or_else(wrong)?;
    let month = number(month, 2).filter(|m| (1..=12).contains(m)).ok_or_else(wrong)?;
    let day = number(day, 2).ok_or_else(wrong)?;
    if !YEARS.contains(&year) {
        return Err(SpanError::NotAYear { text: year.to_string() });
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let last = (28..=31).rev().find(|d| NaiveDate::from_ymd_opt(year, month, *d).is_some()).unwrap_or(28);
        SpanError::NoSuchDay { year, month, day, last }
    })
}

/// The number of 1 to `digits` plain digits; of four digits exactly where a year is asked for.
fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = if digits == 4 { text.len() == 4 } else { (1..=digits).contains(&text.len()) };
    (fits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// What was written, short enough for a sentence and on one line.
fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(24).collect()
}

#[cfg(test)]
mod tests;
