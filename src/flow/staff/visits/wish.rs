//! What staff want to see of the book: a period in words, and the filters over it.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::listing::{Pace, Sieve, USUAL_DAYS};
use crate::domain::period::Period;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{Entry, MembershipType};

/// A period as it is chosen; which days it means follows from the library's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Hari ini.
    Today,
    /// Kemarin.
    Yesterday,
    /// So many days up to today, today among them.
    Days(u64),
    /// From the first of January of this year on.
    Year,
    /// Semua tanggal.
    All,
    /// Two days that were chosen, and all between them.
    Between(NaiveDate, NaiveDate),
}

impl Default for When {
    fn default() -> Self {
        Self::Days(USUAL_DAYS)
    }
}

impl When {
    /// The choices without a calendar, in the order of the list.
    pub const CHOICES: [Self; 7] =
        [Self::Today, Self::Yesterday, Self::Days(7), Self::Days(30), Self::Days(USUAL_DAYS), Self::Year, Self::All];

    /// The days that are meant. A day from the future is among them where nothing else was chosen: a clock that was
    /// wrong must not hide a row.
    #[must_use]
    pub fn period(self, today: NaiveDate) -> Period {
        let back = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        match self {
            Self::Today => Period::between(today, today),
            Self::Yesterday => Period::between(back(1), back(1)),
            Self::Days(days) => Period { from: Some(back(days.saturating_sub(1))), to: None },
            Self::Year => Period { from: today.with_ordinal(1), to: None },
            Self::All => Period::ALL,
            Self::Between(a, b) => Period::between(a.min(b), a.max(b)),
        }
    }
}

/// Everything that is asked for, the text that is searched for included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// Over which days.
    pub when: When,
    /// The filters; their period is filled in from `when` by whoever knows the day.
    pub sieve: Sieve,
}

/// One filter is set anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Tanggal.
    When(When),
    /// Jenis.
    Kind(Option<MembershipType>),
    /// Keperluan.
    Purpose(Option<PurposeId>),
    /// Cara masuk.
    Entry(Option<Entry>),
    /// Waktu isi.
    Pace(Option<Pace>),
    /// Dibatalkan or not.
    Voided(Option<bool>),
    /// Masih di ruang internet.
    Inside(bool),
}

impl Wish {
    /// Sets one filter.
    pub fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::When(when) => self.when = when,
            Choice::Kind(kind) => self.sieve.kind = kind,
            Choice::Purpose(purpose) => self.sieve.purpose = purpose,
            Choice::Entry(entry) => self.sieve.entry = entry,
            Choice::Pace(pace) => self.sieve.pace = pace,
            Choice::Voided(voided) => self.sieve.voided = voided,
            Choice::Inside(inside) => self.sieve.inside = inside,
        }
    }

    /// Whether anything but the usual period is asked for.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        *self != Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_in_words_means_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-03-01");
        let from = |when: When| when.period(today).from;
        assert_eq!(When::Yesterday.period(today), Period::between(day("2026-02-28"), day("2026-02-28")));
        assert_eq!(from(When::Days(1)), Some(today));
        assert_eq!(from(When::Days(90)), Some(day("2025-12-02")));
        assert_eq!(from(When::Year), Some(day("2026-01-01")));
        let turned = When::Between(day("2026-02-02"), day("2026-01-05"));
        assert_eq!(turned.period(today), Period::between(day("2026-01-05"), day("2026-02-02")));
        assert_eq!(When::All.period(today), Period::ALL);
    }
}
