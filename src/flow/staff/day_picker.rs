//! Choosing days by touch: one day, which stands for its month, quarter or year where those are looked at, or both ends of a
//! range. Statistik and Laporan choose their days with it.

use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::span::{Span, SpanError, SpanKind, YEARS};

/// Which end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The first day.
    From,
    /// The last day.
    To,
}

/// The choice while it is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayPicker {
    /// What is chosen: a range has two ends, of everything else one day is enough.
    pub kind: SpanKind,
    /// The first day so far.
    pub from: NaiveDate,
    /// The last day so far.
    pub to: NaiveDate,
    /// Which end of a range the next day is.
    pub end: End,
    /// The month whose days are shown, by its first day; where months or quarters are chosen its year counts.
    pub month: NaiveDate,
    /// The days that can be chosen.
    pub among: RangeInclusive<NaiveDate>,
    /// What is wrong with the range.
    pub wrong: Option<SpanError>,
}

/// What happens while days are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickEvent {
    /// Another shape.
    Kind(SpanKind),
    /// Which end of the range is to be changed.
    End(End),
    /// A day of the calendar, or any day of a month, quarter or year.
    Day(NaiveDate),
    /// So many months on, or back.
    Turn(i32),
    /// The range as it stands.
    Take,
}

impl DayPicker {
    /// A span of that shape among all days that a span can have.
    pub(super) fn of(span: &Span) -> Self {
        let (from, to) = (span.from(), span.to());
        let among = first_day()..=NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(NaiveDate::MAX);
        Self { kind: span.kind(), from, to, end: End::From, month: first_of(from), among, wrong: None }
    }

    /// A span as far as it has come by `last`, the last day that can be chosen.
    pub(super) fn until(kind: SpanKind, span: &Span, last: NaiveDate) -> Self {
        let to = span.to().min(last);
        let from = span.from().min(to);
        let shown = if kind == SpanKind::Range { from } else { to };
        Self { kind, from, to, end: End::From, month: first_of(shown), among: first_day()..=last, wrong: None }
    }

    /// The span that was chosen, once it was.
    pub(super) fn on(&mut self, event: PickEvent) -> Option<Span> {
        match event {
            PickEvent::Kind(kind) => {
                (self.kind, self.wrong, self.end) = (kind, None, End::From);
                self.month = first_of(self.from);
            }
            PickEvent::End(end) => {
                self.end = end;
                self.month = first_of(if end == End::From { self.from } else { self.to });
            }
            PickEvent::Turn(months) => self.turn(months),
            PickEvent::Day(day) if !self.among.contains(&day) => {}
            PickEvent::Day(day) if self.kind == SpanKind::Range => {
                if self.end == End::From {
                    (self.from, self.end) = (day, End::To);
                } else {
                    self.to = day;
                }
                self.wrong = Span::range(self.from, self.to).err();
            }
            PickEvent::Day(day) => return Span::holding(self.kind, day).ok(),
            PickEvent::Take => match Span::range(self.from, self.to) {
                // Two days that are the ends of a month, quarter or year stay the range that was asked for.
                Ok(span) => return Some(span),
                Err(wrong) => self.wrong = Some(wrong),
            },
        }
        None
    }

    fn turn(&mut self, months: i32) {
        let by = Months::new(months.unsigned_abs());
        let turned = if months < 0 { self.month.checked_sub_months(by) } else { self.month.checked_add_months(by) };
        // In a month after the last day nothing can be chosen: a year ahead ends at the last month.
        let last = first_of(*self.among.end());
        if let Some(month) = turned.map(|month| month.min(last)).filter(|month| month >= self.among.start()) {
            self.month = month;
        }
    }
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).unwrap_or(NaiveDate::MIN)
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests;
