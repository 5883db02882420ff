//! Tables along time: by hour, by date, by month.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::Draft;
use crate::domain::report::{Column, DayFigures, Tally, Timely, Value};
use crate::domain::span::SpanKind;
use crate::domain::visit::MembershipType;

/// What a row of a table along time stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Day,
    Month,
}

/// The most days that bars and a single table by date are made for; a longer range is shown by month first.
const DAYS_AT_A_GLANCE: u64 = 92;
/// The most days that a table by date is made for: three years.
const DAYS_IN_A_TABLE: u64 = 3 * 366;

/// One row along time: its first day, and what was counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub first: NaiveDate,
    pub by_type: [Tally; 3],
    pub timely: Timely,
}

impl Row {
    pub(super) fn total(&self) -> Tally {
        self.by_type.into_iter().sum()
    }
}

impl Draft<'_> {
    /// The tables along time of this span, the one for the bars first. A single day has none: it goes by hour.
    pub(super) fn steps(&self) -> &'static [Step] {
        let days = self.figures.span.len_days();
        match self.figures.span.kind() {
            SpanKind::Day => &[],
            SpanKind::Year => &[Step::Month],
            SpanKind::Range if days > DAYS_IN_A_TABLE => &[Step::Month],
            SpanKind::Quarter => &[Step::Month, Step::Day],
            SpanKind::Range if days > DAYS_AT_A_GLANCE => &[Step::Month, Step::Day],
            SpanKind::Month | SpanKind::Range => &[Step::Day],
        }
    }

    /// The last day that the report speaks of: a running span ends with the day on which the report is made, or with
    /// a later day that has entries (a clock that was wrong), so that no counted entry is left out.
    pub(super) fn last_day(&self) -> NaiveDate {
        let counted = self.figures.days.last().map(|d| d.date);
        let session = self.figures.internet.days.last().map(|d| d.0);
        let made_on = self.frame.made_on;
        [counted, session].into_iter().flatten().fold(made_on, NaiveDate::max).min(self.figures.span.to())
    }

    /// Every day or month up to the last day, also those without entries.
    pub(super) fn rows(&self, step: Step) -> Vec<Row> {
        let of = |first: NaiveDate, days: &[&DayFigures]| {
            let mut row = Row { first, by_type: [Tally::default(); 3], timely: Timely::default() };
            for day in days {
                for (sum, tally) in row.by_type.iter_mut().zip(day.by_type) {
                    *sum += tally;
                }
                row.timely += day.timely;
            }
            row
        };
        let end = self.last_day();
        let counted = &self.figures.days;
        match step {
            Step::Day => {
                let mut left = counted.iter().peekable();
                let days = self.figures.span.days().take_while(|d| *d <= end);
                days.map(|d| of(d, left.next_if(|f| f.date == d).as_slice())).collect()
            }
            Step::Month => {
                let same =
                    |day: &DayFigures, m: NaiveDate| (day.date.year(), day.date.month()) == (m.year(), m.month());
                let months = self.figures.span.months().take_while(|m| *m <= end);
                months.map(|m| of(m, &counted.iter().filter(|d| same(d, m)).collect::<Vec<_>>())).collect()
            }
        }
    }

    /// The heading of the column that names the rows.
    pub(super) fn time_column(&self, step: Step) -> Column {
        Column::words(self.say(match step {
            Step::Day => "report-date",
            Step::Month => "report-month",
        }))
    }

    /// The words of an hour: `08.00–08.59`.
    pub(super) fn hour(&self, hour: u32) -> Value {
        let at = |minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Value::Text(format!("{}–{}", self.words.time(at(0)), self.words.time(at(59))))
    }

    /// The words of a column of the book.
    pub(super) fn type_name(&self, kind: MembershipType) -> String {
        self.say(match kind {
            MembershipType::Member => "badge-member",
            MembershipType::NonMember => "badge-non-member",
            MembershipType::Group => "badge-group",
        })
    }
}

impl Step {
    /// The value that names a row.
    pub(super) fn name(self, first: NaiveDate) -> Value {
        match self {
            Self::Day => Value::Day(first),
            Self::Month => Value::Month(first),
        }
    }

    /// One of two keys.
    pub(super) fn pick(self, day: &'static str, month: &'static str) -> &'static str {
        match self {
            Self::Day => day,
            Self::Month => month,
        }
    }
}
