//! With what a span is compared: always with days of the same number, and a running span only as far as it has come.

use chrono::{Days, Months, NaiveDate};

use crate::domain::span::{Span, SpanKind};

/// Two spans of which the same part is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// The part of the span that has passed.
    pub now: Span,
    /// The part of the span before that answers it: of a single day, the same weekday a week before.
    pub then: Span,
    /// Only the hours before this one, of a day that is still running.
    pub before_hour: Option<u32>,
}

/// The part of a span that has begun by `today`; `None` when it lies in the future.
#[must_use]
pub fn elapsed(span: Span, today: NaiveDate) -> Option<Span> {
    if span.to() <= today { Some(span) } else { Span::range(span.from(), today).ok() }
}

/// With what a span is compared on the day `today` at `hour`: a day with the same weekday a week before, a month,
/// quarter or year with the one before, a range with as many days right before it.
///
/// Of a running day the hours that are over are compared, of a longer running span the days that have begun. `None`
/// for a span that lies in the future, and before the first hour of a day is over.
#[must_use]
pub fn compared(span: Span, today: NaiveDate, hour: u32) -> Option<Comparison> {
    let now = elapsed(span, today)?;
    if span.kind() == SpanKind::Day {
        let before_hour = (span.from() == today).then_some(hour);
        let then = Span::day(span.from().checked_sub_days(Days::new(7))?).ok()?;
        return (before_hour != Some(0)).then_some(Comparison { now, then, before_hour });
    }
    let then = if now == span {
        span.before()?
    } else {
        match span.kind() {
            SpanKind::Month => shifted(now, 1)?,
            SpanKind::Quarter => shifted(now, 3)?,
            SpanKind::Year => shifted(now, 12)?,
            SpanKind::Day | SpanKind::Range => now.before()?,
        }
    };
    Some(Comparison { now, then, before_hour: None })
}

/// The same days so many months earlier; a day that the earlier month does not have becomes its last one.
fn shifted(span: Span, months: u32) -> Option<Span> {
    let back = Months::new(months);
    Span::range(span.from().checked_sub_months(back)?, span.to().checked_sub_months(back)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ends(span: Span, today: &str, hour: u32) -> Option<(String, String, Option<u32>)> {
        let c = compared(span, day(today), hour)?;
        let say = |s: Span| format!("{} {}", s.from(), s.to());
        Some((say(c.now), say(c.then), c.before_hour))
    }

    fn parts(now: &str, then: &str, hour: Option<u32>) -> (String, String, Option<u32>) {
        (now.to_owned(), then.to_owned(), hour)
    }

    #[test]
    fn a_day_is_compared_with_the_same_weekday() {
        let wednesday = Span::day(day("2026-11-25")).unwrap();
        let pair = ("2026-11-25 2026-11-25", "2026-11-18 2026-11-18");
        assert_eq!(ends(wednesday, "2026-11-30", 9), Some(parts(pair.0, pair.1, None)));
        assert_eq!(ends(wednesday, "2026-11-25", 13), Some(parts(pair.0, pair.1, Some(13))));
        assert_eq!(ends(wednesday, "2026-11-25", 0), None);
        assert_eq!(ends(wednesday, "2026-11-24", 13), None);
    }

    #[test]
    fn a_running_span_is_compared_as_far_as_it_has_come() {
        let of = |kind, at: &str| Span::holding(kind, day(at)).unwrap();
        let november = of(SpanKind::Month, "2026-11-25");
        assert_eq!(
            ends(november, "2026-11-25", 13),
            Some(parts("2026-11-01 2026-11-25", "2026-10-01 2026-10-25", None))
        );
        assert_eq!(
            ends(november, "2026-12-02", 1),
            Some(parts("2026-11-01 2026-11-30", "2026-10-01 2026-10-31", None))
        );
        let march = of(SpanKind::Month, "2026-03-30");
        assert_eq!(ends(march, "2026-03-30", 9), Some(parts("2026-03-01 2026-03-30", "2026-02-01 2026-02-28", None)));
        let year = of(SpanKind::Year, "2028-02-29");
        assert_eq!(ends(year, "2028-02-29", 9), Some(parts("2028-01-01 2028-02-29", "2027-01-01 2027-02-28", None)));
        assert_eq!(ends(of(SpanKind::Year, "2027-05-05"), "2026-11-25", 9), None);
        let range = Span::range(day("2026-11-20"), day("2026-12-20")).unwrap();
        assert_eq!(ends(range, "2026-11-25", 9), Some(parts("2026-11-20 2026-11-25", "2026-11-14 2026-11-19", None)));
    }
}
