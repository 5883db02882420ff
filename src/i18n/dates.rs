//! Dates and times as the screens write them: 09.42 and "Rabu, 25 November 2026" in Indonesian.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use super::{Lang, Words};

impl Words {
    /// A time of day: 09.42 in Indonesian, 09:42 in English.
    #[must_use]
    pub fn time(self, t: NaiveTime) -> String {
        let separator = match self.lang() {
            Lang::Id => '.',
            Lang::En => ':',
        };
        format!("{:02}{separator}{:02}", t.hour(), t.minute())
    }

    /// A date with its weekday: Rabu, 25 November 2026.
    #[must_use]
    pub fn long_date(self, d: NaiveDate) -> String {
        let weekday = self.get(WEEKDAYS[d.weekday().num_days_from_monday() as usize]);
        format!("{weekday}, {}", self.date(d))
    }

    /// The name of a weekday.
    #[must_use]
    pub fn weekday(self, day: Weekday) -> String {
        self.get(WEEKDAYS[day.num_days_from_monday() as usize])
    }

    /// A date: 14 Maret 2026.
    #[must_use]
    pub fn date(self, d: NaiveDate) -> String {
        format!("{} {} {}", d.day(), self.get(MONTHS[d.month0() as usize]), d.year())
    }

    /// A date with its weekday and a short month: Rabu, 25 Nov 2026.
    #[must_use]
    pub fn short_date(self, d: NaiveDate) -> String {
        format!("{} {}", self.brief_date(d), d.year())
    }

    /// A date of this year with its weekday and a short month: Rabu, 25 Nov.
    #[must_use]
    pub fn brief_date(self, d: NaiveDate) -> String {
        let weekday = self.get(WEEKDAYS[d.weekday().num_days_from_monday() as usize]);
        let month: String = self.get(MONTHS[d.month0() as usize]).chars().take(3).collect();
        format!("{weekday}, {} {month}", d.day())
    }
}

const WEEKDAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];

const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates_and_times_like_each_language() {
        let d = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let t = NaiveTime::from_hms_opt(9, 42, 59).unwrap();
        assert_eq!(Words::of(Lang::Id).long_date(d), "Rabu, 25 November 2026");
        assert_eq!(Words::of(Lang::En).long_date(d), "Wednesday, 25 November 2026");
        assert_eq!(Words::of(Lang::Id).short_date(d), "Rabu, 25 Nov 2026");
        assert_eq!(Words::of(Lang::En).brief_date(d), "Wednesday, 25 Nov");
        assert_eq!(Words::of(Lang::Id).time(t), "09.42");
        assert_eq!(Words::of(Lang::En).time(t), "09:42");
    }
}
