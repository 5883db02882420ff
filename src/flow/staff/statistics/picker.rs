//! Choosing days by touch: one day, which stands for its month or year where those are looked at, or both ends of a
//! range.

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
pub struct Picker {
    /// What is chosen: a range has two ends, of everything else one day is enough.
    pub kind: SpanKind,
    /// The first day so far.
    pub from: NaiveDate,
    /// The last day so far.
    pub to: NaiveDate,
    /// Which end the next day is.
    pub end: End,
    /// The month whose days are shown, by its first day.
    pub month: NaiveDate,
    /// The library's day: nothing after it can be chosen.
    pub today: NaiveDate,
    /// What is wrong with the range.
    pub wrong: Option<SpanError>,
}

/// What happens in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickEvent {
    /// Change that end.
    End(End),
    /// A day.
    Day(NaiveDate),
    /// So many months on, or back.
    Turn(i32),
    /// The range as it stands.
    Take,
}

impl Picker {
    pub(super) fn of(kind: SpanKind, span: Span, today: NaiveDate) -> Self {
        let to = span.to().min(today);
        let from = span.from().min(to);
        let shown = if kind == SpanKind::Range { from } else { to };
        Self { kind, from, to, end: End::From, month: first_of(shown), today, wrong: None }
    }

    /// The span that was chosen, once it was.
    pub(super) fn on(&mut self, event: PickEvent) -> Option<Span> {
        match event {
            PickEvent::End(end) => {
                self.end = end;
                self.month = first_of(if end == End::From { self.from } else { self.to });
            }
            PickEvent::Turn(months) => self.turn(months),
            PickEvent::Day(day) if day > self.today => {}
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
                Ok(span) => return Some(span),
                Err(wrong) => self.wrong = Some(wrong),
            },
        }
        None
    }

    fn turn(&mut self, months: i32) {
        let by = Months::new(months.unsigned_abs());
        let turned = if months < 0 { self.month.checked_sub_months(by) } else { self.month.checked_add_months(by) };
        // Nothing can be chosen in a month that has not begun: a year ahead ends at this month.
        let last = first_of(self.today);
        if let Some(month) = turned.map(|month| month.min(last)).filter(|month| YEARS.contains(&month.year())) {
            self.month = month;
        }
    }
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
