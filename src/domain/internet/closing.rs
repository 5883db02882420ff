//! When a session that nobody ended is closed by the program (rule 10 of the walk).

use chrono::{DateTime, Datelike, TimeZone, Utc};
use chrono_tz::Tz;

use super::hours::WeekHours;

/// The first closing time of the room after `start`; `None` when the room is never open.
///
/// A session that begins after closing time, or on a closed day, belongs to the next opening day: it may cross midnight.
#[must_use]
pub fn closing_after(start: DateTime<Utc>, hours: &WeekHours, zone: Tz) -> Option<DateTime<Utc>> {
    let first = start.with_timezone(&zone).date_naive();
    first.iter_days().take(8).find_map(|day| {
        let closes = day.and_time(hours.on(day.weekday())?.closes);
        // A closing time that the clocks skip in spring is taken an hour later.
        let local = zone.from_local_datetime(&closes);
        let at = local.latest().or_else(|| zone.from_local_datetime(&(closes + chrono::TimeDelta::hours(1))).latest());
        at.map(|at| at.to_utc()).filter(|at| *at > start)
    })
}

/// When a session is to be taken as ended, if `now` is past its closing time: the earlier of closing time and last sign
/// of life, never before its start. `None`: it stays open.
#[must_use]
pub fn closed_at(
    started: DateTime<Utc>,
    seen: DateTime<Utc>,
    now: DateTime<Utc>,
    hours: &WeekHours,
    zone: Tz,
) -> Option<DateTime<Utc>> {
    let closing = closing_after(started, hours, zone)?;
    (now >= closing).then(|| closing.min(seen).max(started))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ZONE: Tz = Tz::Asia__Jakarta;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn only_those_whose_closing_time_has_passed_are_closed() {
        let hours = WeekHours::default();
        let (start, seen) = (at("2026-11-24T09:00:00+07:00"), at("2026-11-24T14:20:00+07:00"));
        let close = |now: &str| closed_at(start, seen, at(now), &hours, ZONE);
        assert_eq!(close("2026-11-24T14:59:59+07:00"), None);
        assert_eq!(close("2026-11-25T08:00:00+07:00"), Some(seen), "off over night: the last sign of life");
        let late = at("2026-11-24T15:40:00+07:00");
        assert_eq!(closed_at(start, late, late, &hours, ZONE), Some(at("2026-11-24T15:00:00+07:00")));
    }

    #[test]
    fn a_session_after_closing_time_crosses_midnight_and_the_weekend() {
        let hours = WeekHours::default();
        let friday = at("2026-11-27T22:00:00+07:00");
        assert_eq!(closing_after(friday, &hours, ZONE), Some(at("2026-11-30T15:00:00+07:00")));
        let never = WeekHours::new([None; 7]);
        assert_eq!(closing_after(friday, &never, ZONE), None);
        // The closing time itself is past.
        assert_eq!(closing_after(at("2026-11-24T15:00:00+07:00"), &hours, ZONE), Some(at("2026-11-25T15:00:00+07:00")));
    }

    proptest! {
        #[test]
        fn no_length_is_negative_whatever_the_clock_did(
            start in 0_i64..4_000_000_000, seen in 0_i64..4_000_000_000, now in 0_i64..4_000_000_000,
        ) {
            let of = |s| DateTime::from_timestamp(s, 0).unwrap();
            let hours = WeekHours::default();
            if let Some(end) = closed_at(of(start), of(seen), of(now), &hours, ZONE) {
                prop_assert!(end >= of(start) && end <= of(now), "{end}");
            }
        }
    }
}
