//! A span of library-local days, both ends included.

use chrono::NaiveDate;

/// From one day to another, inclusive; an end that is not given reaches as far as the book does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Everything.
    pub const ALL: Self = Self { from: None, to: None };

    /// From `from` to `to`, inclusive; empty when `to` lies before `from`.
    #[must_use]
    pub const fn between(from: NaiveDate, to: NaiveDate) -> Self {
        Self { from: Some(from), to: Some(to) }
    }

    /// Whether the day lies within.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_belong_to_the_period() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 12, d).unwrap();
        let span = Period::between(day(30), day(31));
        assert!(span.contains(day(30)) && span.contains(day(31)) && !span.contains(day(29)));
        assert!(Period::ALL.contains(day(1)));
        assert!(!Period::between(day(2), day(1)).contains(day(1)));
        assert!(Period { from: Some(day(5)), to: None }.contains(day(6)));
    }
}
