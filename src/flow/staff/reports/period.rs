//! Choosing the period: a day, month, quarter or year at one touch, or any range by its two ends.

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

/// The period while it is being chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodPicker {
    /// Which shape is being chosen.
    pub kind: SpanKind,
    /// The first day so far.
    pub from: NaiveDate,
    /// The last day so far.
    pub to: NaiveDate,
    /// Which end of a range the next day is.
    pub end: End,
    /// The month whose days are shown, by its first day; of months and quarters its year counts.
    pub month: NaiveDate,
    /// What is wrong with the range.
    pub wrong: Option<SpanError>,
}

/// What happens while the period is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodEvent {
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

impl PeriodPicker {
    pub(super) fn of(span: &Span) -> Self {
        let (from, to) = (span.from(), span.to());
        Self { kind: span.kind(), from, to, end: End::From, month: first_of(from), wrong: None }
    }

    /// The span that was chosen, once it was.
    pub(super) fn on(&mut self, event: PeriodEvent) -> Option<Span> {
        match event {
            PeriodEvent::Kind(kind) => {
                (self.kind, self.wrong, self.end) = (kind, None, End::From);
                self.month = first_of(self.from);
            }
            PeriodEvent::End(end) => {
                self.end = end;
                self.month = first_of(if end == End::From { self.from } else { self.to });
            }
            PeriodEvent::Turn(months) => self.turn(months),
            PeriodEvent::Day(day) if self.kind == SpanKind::Range => {
                if self.end == End::From {
                    (self.from, self.end) = (day, End::To);
                } else {
                    self.to = day;
                }
                self.wrong = Span::range(self.from, self.to).err();
            }
            PeriodEvent::Day(day) => return Span::holding(self.kind, day).ok(),
            PeriodEvent::Take => match Span::range(self.from, self.to) {
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
        if let Some(month) = turned.filter(|m| YEARS.contains(&m.year())) {
            self.month = month;
        }
    }
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::span::parse_date;
    use proptest::prelude::*;

    fn picker(kind: SpanKind) -> PeriodPicker {
        let day = parse_date("2026-11-25").unwrap();
        PeriodPicker::of(&Span::holding(kind, day).unwrap())
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_told_and_not_taken() {
        let mut picker = picker(SpanKind::Month);
        let day = |text| PeriodEvent::Day(parse_date(text).unwrap());
        picker.on(PeriodEvent::Kind(SpanKind::Range));
        assert_eq!(picker.on(day("2026-11-20")), None);
        assert_eq!(picker.end, End::To, "the next day is the end");
        assert_eq!(picker.on(day("2026-11-03")), None);
        assert!(matches!(picker.wrong, Some(SpanError::EndsBeforeItBegins { .. })));
        assert_eq!(picker.on(PeriodEvent::Take), None);
        picker.on(PeriodEvent::End(End::From));
        picker.on(day("2026-11-01"));
        assert_eq!(picker.wrong, None);
        let span = picker.on(PeriodEvent::Take).unwrap();
        assert_eq!((span.from().day(), span.to().day(), span.kind()), (1, 3, SpanKind::Range));
    }

    #[test]
    fn other_shapes_are_chosen_at_one_touch() {
        for kind in [SpanKind::Day, SpanKind::Month, SpanKind::Quarter, SpanKind::Year] {
            let day = parse_date("2025-08-17").unwrap();
            let mut picker = picker(SpanKind::Month);
            picker.on(PeriodEvent::Kind(kind));
            assert_eq!(picker.on(PeriodEvent::Day(day)), Span::holding(kind, day).ok());
        }
    }

    proptest! {
        #[test]
        fn whatever_is_touched_only_a_span_comes_out(touches in prop::collection::vec((0..6_u8, -700..700_i32), 0..40)) {
            let mut picker = picker(SpanKind::Month);
            for (what, n) in touches {
                let day = picker.month.checked_add_signed(chrono::TimeDelta::days(n.into())).unwrap_or(picker.month);
                let event = match what {
                    0 => PeriodEvent::Kind(SpanKind::ALL[n.unsigned_abs() as usize % SpanKind::ALL.len()]),
                    1 => PeriodEvent::End(if n < 0 { End::From } else { End::To }),
                    2 | 3 => PeriodEvent::Day(day),
                    4 => PeriodEvent::Turn(n * 12),
                    _ => PeriodEvent::Take,
                };
                if let Some(span) = picker.on(event) {
                    prop_assert!(span.from() <= span.to());
                }
                prop_assert_eq!(picker.month.day(), 1);
                prop_assert!(YEARS.contains(&picker.month.year()));
            }
        }
    }
}
