//! The picker, whatever is touched. The page itself is driven from outside, in `tests/flow/statistics.rs`.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::picker::{End, PickEvent, Picker};
use crate::domain::span::{Span, SpanError, SpanKind};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn picker(kind: SpanKind) -> Picker {
    let today = day("2026-11-25");
    Picker::of(kind, Span::holding(SpanKind::Month, today).unwrap(), today)
}

#[test]
fn a_range_that_ends_before_it_begins_is_told_and_not_taken() {
    let mut picker = picker(SpanKind::Range);
    assert_eq!((picker.from, picker.to), (day("2026-11-01"), day("2026-11-25")), "as far as it has come");
    assert_eq!(picker.on(PickEvent::Day(day("2026-11-20"))), None);
    assert_eq!(picker.end, End::To, "the next day is the end");
    assert_eq!(picker.on(PickEvent::Day(day("2026-11-03"))), None);
    assert!(matches!(picker.wrong, Some(SpanError::EndsBeforeItBegins { .. })));
    assert_eq!(picker.on(PickEvent::Take), None);
    picker.on(PickEvent::End(End::From));
    picker.on(PickEvent::Day(day("2026-11-01")));
    assert_eq!(picker.wrong, None);
    let span = picker.on(PickEvent::Take).unwrap();
    assert_eq!((span.from().day(), span.to().day(), span.kind()), (1, 3, SpanKind::Range));
}

#[test]
fn a_day_stands_for_its_month_or_year() {
    for kind in [SpanKind::Day, SpanKind::Month, SpanKind::Year] {
        let chosen = picker(kind).on(PickEvent::Day(day("2025-08-17")));
        assert_eq!(chosen, Span::holding(kind, day("2025-08-17")).ok());
        assert_eq!(picker(kind).on(PickEvent::Day(day("2026-11-26"))), None, "tomorrow");
    }
}

proptest! {
    #[test]
    fn whatever_is_touched_only_a_span_up_to_today_comes_out(
        touches in prop::collection::vec((0..5_u8, -700..700_i32), 0..40),
    ) {
        let mut picker = picker(SpanKind::Range);
        for (what, n) in touches {
            let day = picker.month.checked_add_signed(chrono::TimeDelta::days(n.into())).unwrap_or(picker.month);
            let event = match what {
                0 => PickEvent::End(if n < 0 { End::From } else { End::To }),
                1 | 2 => PickEvent::Day(day),
                3 => PickEvent::Turn(n),
                _ => PickEvent::Take,
            };
            if let Some(span) = picker.on(event) {
                prop_assert!(span.from() <= span.to() && span.to() <= picker.today);
            }
            prop_assert!(picker.month.day() == 1 && picker.month <= picker.today);
            prop_assert_eq!(picker.wrong.is_some(), picker.to < picker.from);
        }
    }
}
