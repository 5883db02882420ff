//! The picker, whatever is touched, among all days and up to today.

use proptest::prelude::*;

use super::*;
use crate::domain::span::parse_date;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn until_today(kind: SpanKind) -> DayPicker {
    let today = day("2026-11-25");
    DayPicker::until(kind, &Span::holding(SpanKind::Month, today).unwrap(), today)
}

#[test]
fn a_range_that_ends_before_it_begins_is_told_and_not_taken() {
    let mut picker = until_today(SpanKind::Range);
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
        let chosen = until_today(kind).on(PickEvent::Day(day("2025-08-17")));
        assert_eq!(chosen, Span::holding(kind, day("2025-08-17")).ok());
        assert_eq!(until_today(kind).on(PickEvent::Day(day("2026-11-26"))), None, "tomorrow");
    }
}

proptest! {
    #[test]
    fn whatever_is_touched_only_a_span_up_to_today_comes_out(
        touches in prop::collection::vec((0..5_u8, -700..700_i32), 0..40),
    ) {
        let mut picker = until_today(SpanKind::Range);
        for (what, n) in touches {
            let day = picker.month.checked_add_signed(chrono::TimeDelta::days(n.into())).unwrap_or(picker.month);
            let event = match what {
                0 => PickEvent::End(if n < 0 { End::From } else { End::To }),
                1 | 2 => PickEvent::Day(day),
                3 => PickEvent::Turn(n),
                _ => PickEvent::Take,
            };
            if let Some(span) = picker.on(event) {
                prop_assert!(span.from() <= span.to() && span.to() <= *picker.among.end());
            }
            prop_assert!(picker.month.day() == 1 && picker.month <= *picker.among.end());
            prop_assert_eq!(picker.wrong.is_some(), picker.to < picker.from);
        }
    }
}

fn any_day(kind: SpanKind) -> DayPicker {
    let day = parse_date("2026-11-25").unwrap();
    DayPicker::of(&Span::holding(kind, day).unwrap())
}

#[test]
fn a_range_of_any_days_that_ends_before_it_begins_is_told_and_not_taken() {
    let mut picker = any_day(SpanKind::Month);
    let day = |text| PickEvent::Day(parse_date(text).unwrap());
    picker.on(PickEvent::Kind(SpanKind::Range));
    assert_eq!(picker.on(day("2026-11-20")), None);
    assert_eq!(picker.end, End::To, "the next day is the end");
    assert_eq!(picker.on(day("2026-11-03")), None);
    assert!(matches!(picker.wrong, Some(SpanError::EndsBeforeItBegins { .. })));
    assert_eq!(picker.on(PickEvent::Take), None);
    picker.on(PickEvent::End(End::From));
    picker.on(day("2026-11-01"));
    assert_eq!(picker.wrong, None);
    let span = picker.on(PickEvent::Take).unwrap();
    assert_eq!((span.from().day(), span.to().day(), span.kind()), (1, 3, SpanKind::Range));
}

#[test]
fn other_shapes_are_chosen_at_one_touch() {
    for kind in [SpanKind::Day, SpanKind::Month, SpanKind::Quarter, SpanKind::Year] {
        let day = parse_date("2025-08-17").unwrap();
        let mut picker = any_day(SpanKind::Month);
        picker.on(PickEvent::Kind(kind));
        assert_eq!(picker.on(PickEvent::Day(day)), Span::holding(kind, day).ok());
    }
}

proptest! {
    #[test]
    fn whatever_is_touched_only_a_span_comes_out(touches in prop::collection::vec((0..6_u8, -700..700_i32), 0..40)) {
        let mut picker = any_day(SpanKind::Month);
        for (what, n) in touches {
            let day = picker.month.checked_add_signed(chrono::TimeDelta::days(n.into())).unwrap_or(picker.month);
            let event = match what {
                0 => PickEvent::Kind(SpanKind::ALL[n.unsigned_abs() as usize % SpanKind::ALL.len()]),
                1 => PickEvent::End(if n < 0 { End::From } else { End::To }),
                2 | 3 => PickEvent::Day(day),
                4 => PickEvent::Turn(n * 12),
                _ => PickEvent::Take,
            };
            if let Some(span) = picker.on(event) {
                prop_assert!(span.from() <= span.to());
            }
            prop_assert_eq!(picker.month.day(), 1);
            prop_assert!(YEARS.contains(&picker.month.year()));
        }
    }
}
