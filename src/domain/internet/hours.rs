//! When the internet room is open.

use chrono::{Datelike, NaiveDateTime, NaiveTime, Weekday};

/// From when to when on one weekday; `opens` is before `closes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenHours {
    /// Opening time.
    pub opens: NaiveTime,
    /// Closing time.
    pub closes: NaiveTime,
}

/// Opening hours a weekday, from Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekHours([Option<OpenHours>; 7]);

impl WeekHours {
    /// The hours from Monday to Sunday; `None` on a day that is closed.
    #[must_use]
    pub const fn new(days: [Option<OpenHours>; 7]) -> Self {
        Self(days)
    }

    /// The hours of a weekday; `None` when closed.
    #[must_use]
    pub fn on(&self, day: Weekday) -> Option<OpenHours> {
        self.0.get(day.num_days_from_monday() as usize).copied().flatten()
    }

    /// When the room opens next after that time of the library's wall clock; `None`: never.
    #[must_use]
    pub fn next_opening(&self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        let days = at.date().iter_days().take(8);
        let mut openings = days.filter_map(|day| Some(day.and_time(self.on(day.weekday())?.opens)));
        openings.find(|opens| *opens > at)
    }

    /// Whether the room is open at that time of the library's wall clock.
    #[must_use]
    pub fn is_open(&self, at: NaiveDateTime) -> bool {
        self.on(at.weekday()).is_some_and(|hours| (hours.opens..hours.closes).contains(&at.time()))
    }
}

impl Default for WeekHours {
    /// Monday to Friday 08:00 to 15:00.
    fn default() -> Self {
        let hours = NaiveTime::from_hms_opt(8, 0, 0).zip(NaiveTime::from_hms_opt(15, 0, 0));
        let open = hours.map(|(opens, closes)| OpenHours { opens, closes });
        Self([open, open, open, open, open, None, None])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_hour_of_closing_is_closed() {
        let at = |d: u32, h: u32, m: u32| NaiveDate::from_ymd_opt(2026, 11, d).unwrap().and_hms_opt(h, m, 0).unwrap();
        let week = WeekHours::default();
        // The 24th is a Tuesday, the 28th a Saturday.
        assert!(week.is_open(at(24, 8, 0)) && week.is_open(at(24, 14, 59)));
        assert!(!week.is_open(at(24, 7, 59)) && !week.is_open(at(24, 15, 0)) && !week.is_open(at(28, 10, 0)));
    }

    #[test]
    fn the_next_opening_is_the_first_one_after_now() {
        let at = |d: u32, h: u32, m: u32| NaiveDate::from_ymd_opt(2026, 11, d).unwrap().and_hms_opt(h, m, 0).unwrap();
        let week = WeekHours::default();
        for (now, opens) in [
            (at(24, 0, 0), at(24, 8, 0)),
            (at(24, 7, 59), at(24, 8, 0)),
            (at(24, 8, 0), at(25, 8, 0)),
            (at(24, 15, 0), at(25, 8, 0)),
            (at(27, 15, 0), at(30, 8, 0)),
            (at(29, 12, 0), at(30, 8, 0)),
        ] {
            assert_eq!(week.next_opening(now), Some(opens), "{now}");
        }
        assert_eq!(WeekHours::new([None; 7]).next_opening(at(24, 8, 0)), None);
        let mondays = WeekHours::new([week.on(Weekday::Mon), None, None, None, None, None, None]);
        assert_eq!(mondays.next_opening(at(23, 9, 0)), Some(at(30, 8, 0)), "a week later");
    }
}
