//! How much is left of a time that runs out.

use std::time::Duration;

/// What a countdown ring shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Countdown {
    /// What is left, 1 to 0.
    pub share: f32,
    /// The seconds left; a begun one counts, so that 0 is never shown while there is time.
    pub seconds: u32,
}

impl Countdown {
    /// What is left at `now` of a time that `lasts` so long and ends at `ends`.
    pub fn of(ends: Duration, lasts: Duration, now: Duration) -> Self {
        let left = ends.saturating_sub(now).min(lasts);
        let share = if lasts.is_zero() { 0.0 } else { left.as_secs_f32() / lasts.as_secs_f32() };
        let begun = left.as_secs() + u64::from(left.subsec_nanos() > 0);
        Self { share, seconds: u32::try_from(begun).unwrap_or(u32::MAX) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_second_counts() {
        let at =
            |millis| Countdown::of(Duration::from_secs(30), Duration::from_secs(20), Duration::from_millis(millis));
        assert_eq!(at(10_000), Countdown { share: 1.0, seconds: 20 });
        assert_eq!(at(10_001).seconds, 20);
        assert_eq!(at(15_000), Countdown { share: 0.75, seconds: 15 });
        assert_eq!(at(29_999).seconds, 1);
        assert_eq!(at(30_000), Countdown { share: 0.0, seconds: 0 });
        assert_eq!(at(99_000), Countdown { share: 0.0, seconds: 0 });
        assert!((at(0).share - 1.0).abs() < f32::EPSILON, "a clock that lags does not overfill the ring");
    }
}
