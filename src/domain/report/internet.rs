//! The figures of the free internet room: sessions, waiting, tidiness, leaving in time, satisfaction.

use chrono::NaiveDate;

use super::{Histogram, Timely};
use crate::domain::internet::RefusedFor;
use crate::domain::statistics::Count;

/// What was ticked and reported when sessions ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TidyFigures {
    /// Sessions whose visitor was asked.
    pub asked: u64,
    /// "Komputer sudah dimatikan".
    pub shut_down: u64,
    /// "Perangkat sudah dirapikan".
    pub tidied: u64,
    /// "Ruangan bersih dan tertib".
    pub clean: u64,
    /// All three points.
    pub all: u64,
}

impl TidyFigures {
    /// Each point and all three together, by what its words are named: of how many sessions it was ticked.
    #[must_use]
    pub fn points(&self) -> [(&'static str, u64); 4] {
        [("shut-down", self.shut_down), ("tidied", self.tidied), ("clean", self.clean), ("all", self.all)]
    }
}

/// Visitors who were told that the service needs a valid KTA, by what they lacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TurnedAway([u64; RefusedFor::ALL.len()]);

impl TurnedAway {
    /// So many more for that reason.
    pub fn add(&mut self, why: RefusedFor, n: u64) {
        self.0[why as usize] += n;
    }

    /// Those for one reason.
    #[must_use]
    pub fn of(self, why: RefusedFor) -> u64 {
        self.0[why as usize]
    }

    /// All of them.
    #[must_use]
    pub fn total(self) -> u64 {
        self.0.iter().sum()
    }

    /// Each reason with its count. One that no visitor can meet any more is told only where it was met.
    pub fn by_reason(self) -> impl Iterator<Item = (RefusedFor, u64)> {
        let all = RefusedFor::ALL.iter().map(move |why| (*why, self.of(*why)));
        all.filter(|(why, n)| *why != RefusedFor::Unlisted || *n > 0)
    }
}

/// The grades of service by the bands of `PermenPANRB` 14/2017.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grade {
    /// 88.31 to 100.
    A,
    /// 76.61 to 88.30.
    B,
    /// 65 to 76.60.
    C,
    /// 25 to 64.99.
    D,
}

impl Grade {
    /// As it is written.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// How many gave which score: 1 "Tidak puas" to 4 "Sangat puas".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ratings(pub [u64; 4]);

impl Ratings {
    /// How many rated.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// How many were satisfied: "Puas" or "Sangat puas".
    #[must_use]
    pub fn satisfied(&self) -> u64 {
        let [_, _, satisfied, very] = self.0;
        satisfied + very
    }

    /// The mean score times 25, in hundredths (2500 to 10000); `None` where nobody rated.
    #[must_use]
    pub fn index(&self) -> Option<u64> {
        let total = u128::from(self.total());
        let sum: u128 = (1_u128..).zip(self.0).map(|(score, n)| score * u128::from(n)).sum();
        (total > 0).then(|| u64::try_from((sum * 2500 * 2 + total) / (total * 2)).unwrap_or(u64::MAX))
    }

    /// The band of the index.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        self.index().map(|index| match index {
            ..6500 => Grade::D,
            6500..=7660 => Grade::C,
            7661..=8830 => Grade::B,
            _ => Grade::A,
        })
    }
}

/// Everything that the report on the internet room is made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InternetFigures {
    /// Sessions that began on each day that has one, ascending.
    pub days: Vec<(NaiveDate, u64)>,
    /// By computer, in natural order; sessions are the entries.
    pub seats: Vec<Count>,
    /// By the hour in which they began, `00` to `23`, of those that have one.
    pub hours: Vec<Count>,
    /// How sessions ended: `self`, `staff`, `automatic`, or `open`.
    pub ended: Vec<Count>,
    /// Lengths in minutes.
    pub length: Histogram,
    /// Waiting in minutes.
    pub wait: Histogram,
    /// Tidiness.
    pub tidy: TidyFigures,
    /// SOP step 3 in seconds.
    pub check_out_seconds: u32,
    /// "Lapor keluar" against SOP step 3.
    pub check_out: Timely,
    /// Satisfaction.
    pub ratings: Ratings,
    /// Turned away for want of a valid KTA; `None` where that is not kept.
    pub refused: Option<TurnedAway>,
}

impl InternetFigures {
    /// All sessions that began in the period.
    #[must_use]
    pub fn sessions(&self) -> u64 {
        self.days.iter().map(|(_, n)| n).sum()
    }

    /// Sessions of each step along time, of which `starts` gives the first days, ascending; the last step has no end.
    #[must_use]
    pub fn along(&self, starts: &[NaiveDate]) -> Vec<u64> {
        let mut sums = vec![0; starts.len()];
        for (day, n) in &self.days {
            let begun = starts.partition_point(|start| start <= day);
            if let Some(sum) = begun.checked_sub(1).and_then(|at| sums.get_mut(at)) {
                *sum += n;
            }
        }
        sums
    }

    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sessions() == 0 && self.refused.unwrap_or_default().total() == 0 && self.ratings.total() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_the_mean_times_25_with_its_band() {
        assert_eq!(Ratings([0, 0, 0, 0]).index(), None);
        assert_eq!((Ratings([1, 0, 0, 0]).index(), Ratings([1, 0, 0, 0]).grade()), (Some(2500), Some(Grade::D)));
        assert_eq!((Ratings([0, 0, 0, 7]).index(), Ratings([0, 0, 0, 7]).grade()), (Some(10000), Some(Grade::A)));
        // Mean 3.4 is 85.00; mean 8/3 is 66.67.
        assert_eq!((Ratings([0, 0, 3, 2]).index(), Ratings([0, 0, 3, 2]).grade()), (Some(8500), Some(Grade::B)));
        assert_eq!((Ratings([1, 2, 4, 8]).total(), Ratings([1, 2, 4, 8]).satisfied()), (15, 12));
        assert_eq!((Ratings([0, 1, 2, 0]).index(), Ratings([0, 1, 2, 0]).grade()), (Some(6667), Some(Grade::C)));
    }

    #[test]
    fn sessions_fall_into_the_steps_in_which_they_began() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let days = [("2025-12-31", 9), ("2026-01-01", 2), ("2026-01-31", 3), ("2026-02-01", 4), ("2026-03-09", 5)];
        let figures = InternetFigures { days: days.map(|(at, n)| (day(at), n)).into(), ..InternetFigures::default() };
        let months = ["2026-01-01", "2026-02-01", "2026-03-01"].map(day);
        assert_eq!(figures.along(&months), [5, 4, 5], "what lies before the first step is of none");
        assert_eq!(figures.along(&[]), Vec::<u64>::new());
    }

    #[test]
    fn the_bands_meet_where_the_regulation_says() {
        // n ratings of 3 and the rest of 4 out of 10000 move the index by a quarter of a hundredth each.
        let of = |threes: u64, fours: u64| Ratings([0, 0, threes, fours]);
        assert_eq!((of(4676, 5324).index(), of(4676, 5324).grade()), (Some(8831), Some(Grade::A)));
        assert_eq!((of(4680, 5320).index(), of(4680, 5320).grade()), (Some(8830), Some(Grade::B)));
        let low = |twos: u64, threes: u64| Ratings([0, twos, threes, 0]);
        assert_eq!((low(4000, 6000).index(), low(4000, 6000).grade()), (Some(6500), Some(Grade::C)));
        assert_eq!((low(4004, 5996).index(), low(4004, 5996).grade()), (Some(6499), Some(Grade::D)));
    }
}
