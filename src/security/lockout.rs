//! The lock of the PIN pad: five wrong tries close it for 1, 5, 15, then 60 minutes at a time (rule 11 of the walk).
//!
//! Pure. What remains of a lock is a duration and not a moment: it is stored, and it runs only on the program's own
//! monotonic clock, so that neither a restart nor a turned clock shortens it.

use std::time::Duration;

/// Wrong tries until the pad closes.
pub const TRIES: u8 = 5;
/// For how long it closes: the first time, the second, and so on; the last one stays.
pub const LOCKS: [Duration; 4] =
    [Duration::from_mins(1), Duration::from_mins(5), Duration::from_mins(15), Duration::from_hours(1)];

/// What is stored of the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stored {
    /// Wrong tries since the pad was last closed or opened.
    pub wrong: u8,
    /// How often it was closed since it was last opened.
    pub closed: u8,
    /// What remains of the present lock; zero when there is none.
    pub remaining: Duration,
}

/// The lock, running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lockout {
    kept: Stored,
    /// The time on the monotonic clock up to which `kept.remaining` has run.
    at: Duration,
}

impl Lockout {
    /// Goes on from what was stored; `now` is the time since the program started. Stored values beyond the bounds
    /// are brought within them.
    #[must_use]
    pub fn restored(stored: Stored, now: Duration) -> Self {
        let most = LOCKS.len();
        let kept = Stored {
            wrong: stored.wrong.min(TRIES - 1),
            closed: stored.closed.min(u8::try_from(most).unwrap_or(u8::MAX)),
            remaining: stored.remaining.min(LOCKS[most - 1]),
        };
        Self { kept, at: now }
    }

    /// What is to be stored at `now`.
    pub fn stored(&mut self, now: Duration) -> Stored {
        self.run(now);
        self.kept
    }

    /// How long the pad stays closed; `None`: it is open.
    pub fn remaining(&mut self, now: Duration) -> Option<Duration> {
        self.run(now);
        (!self.kept.remaining.is_zero()).then_some(self.kept.remaining)
    }

    /// Tries until the pad closes, 1 to [`TRIES`].
    #[must_use]
    pub const fn tries_left(&self) -> u8 {
        TRIES - self.kept.wrong
    }

    /// Whether nobody has typed a wrong PIN since the pad was last opened.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.kept == Stored::default()
    }

    /// Counts a try as wrong. Done, and stored, before the PIN is looked at, so that pulling the plug in between
    /// gives no try away; a right PIN is [forgiven](Self::forgive) afterwards.
    ///
    /// # Errors
    /// The pad is closed, for so long; nothing is counted.
    pub fn charge(&mut self, now: Duration) -> Result<(), Duration> {
        if let Some(remaining) = self.remaining(now) {
            return Err(remaining);
        }
        self.kept.wrong += 1;
        if self.kept.wrong >= TRIES {
            let time = usize::from(self.kept.closed).min(LOCKS.len() - 1);
            self.kept = Stored { wrong: 0, closed: self.kept.closed.saturating_add(1), remaining: LOCKS[time] };
            self.kept.closed = self.kept.closed.min(u8::try_from(LOCKS.len()).unwrap_or(u8::MAX));
        }
        Ok(())
    }

    /// The PIN was right: nothing is held against the next try.
    pub const fn forgive(&mut self) {
        self.kept = Stored { wrong: 0, closed: 0, remaining: Duration::ZERO };
    }

    /// Lets the time since the last call run off the lock. A clock that goes backwards takes nothing off.
    fn run(&mut self, now: Duration) {
        let passed = now.saturating_sub(self.at);
        self.kept.remaining = self.kept.remaining.saturating_sub(passed);
        self.at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: Duration = Duration::from_mins(1);

    fn fresh() -> Lockout {
        Lockout::restored(Stored::default(), Duration::ZERO)
    }

    /// Tries wrong PINs until the pad closes; answers for how long.
    fn close(lock: &mut Lockout, now: Duration) -> Duration {
        for left in (0..TRIES).rev() {
            assert_eq!(lock.tries_left(), left + 1);
            lock.charge(now).unwrap();
        }
        lock.remaining(now).unwrap()
    }

    #[test]
    fn every_five_wrong_tries_close_the_pad_for_longer() {
        let mut lock = fresh();
        let mut now = Duration::ZERO;
        for minutes in [1, 5, 15, 60, 60, 60] {
            let closed = close(&mut lock, now);
            assert_eq!(closed, MINUTE * minutes);
            let end = now + closed;
            now = end.saturating_sub(Duration::from_millis(1));
            assert_eq!(lock.charge(now), Err(Duration::from_millis(1)), "closed to the last");
            now = end;
            assert_eq!(lock.remaining(now), None);
        }
    }

    #[test]
    fn a_right_pin_forgives_everything() {
        let mut lock = fresh();
        close(&mut lock, Duration::ZERO);
        lock.charge(MINUTE).unwrap();
        assert!(!lock.is_clean());
        lock.forgive();
        assert!(lock.is_clean());
        assert_eq!(close(&mut lock, MINUTE), MINUTE, "it begins with one minute again");
    }

    #[test]
    fn a_restart_neither_shortens_a_lock_nor_gives_tries_back() {
        let mut lock = fresh();
        lock.charge(MINUTE).unwrap();
        let mut again = Lockout::restored(lock.stored(MINUTE), Duration::ZERO);
        assert_eq!(again.tries_left(), TRIES - 1);
        for _ in 1..TRIES {
            again.charge(Duration::ZERO).unwrap();
        }
        let half = again.stored(MINUTE / 2);
        assert_eq!(half.remaining, MINUTE / 2);
        // A day passes while the program does not run; its clock begins at zero again.
        let mut later = Lockout::restored(half, Duration::ZERO);
        assert_eq!(later.remaining(Duration::ZERO), Some(MINUTE / 2));
    }

    #[test]
    fn impossible_stored_values_are_brought_within_bounds() {
        let wild = Stored { wrong: 200, closed: 200, remaining: Duration::MAX };
        let mut lock = Lockout::restored(wild, Duration::ZERO);
        assert_eq!(lock.remaining(Duration::ZERO), Some(LOCKS[3]));
        assert_eq!(lock.tries_left(), 1);
        lock.charge(LOCKS[3]).unwrap();
        assert_eq!(lock.remaining(LOCKS[3]), Some(LOCKS[3]));
    }

    #[derive(Debug, Clone)]
    enum Step {
        /// Time passes while the program runs.
        Run(u64),
        /// The program ends and starts again; its clock begins anew.
        Restart,
        /// Somebody turns the clock that is handed in back to an earlier value.
        TurnBack(u64),
        /// A wrong PIN.
        Wrong,
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            3 => (0_u64..200_000).prop_map(Step::Run),
            1 => Just(Step::Restart),
            1 => (0_u64..200_000).prop_map(Step::TurnBack),
            6 => Just(Step::Wrong),
        ]
    }

    proptest! {
        #[test]
        fn tries_cost_the_time_that_they_must(steps in prop::collection::vec(step(), 1..200)) {
            let mut lock = fresh();
            let mut now = Duration::ZERO;
            // Time for which the program really ran, and the tries that were let through.
            let (mut ran, mut let_through) = (Duration::ZERO, 0_u32);
            for step in steps {
                match step {
                    Step::Run(ms) => {
                        now += Duration::from_millis(ms);
                        ran += Duration::from_millis(ms);
                    }
                    Step::Restart => {
                        lock = Lockout::restored(lock.stored(now), Duration::ZERO);
                        now = Duration::ZERO;
                    }
                    Step::TurnBack(ms) => {
                        // What has run so far has run; the clock then stands earlier.
                        let _ = lock.remaining(now);
                        now = now.saturating_sub(Duration::from_millis(ms));
                    }
                    Step::Wrong => let_through += u32::from(lock.charge(now).is_ok()),
                }
                let closings = let_through.saturating_sub(1) / u32::from(TRIES);
                let served: Duration = (0..closings).map(|n| LOCKS[(n as usize).min(3)]).sum();
                // Turning the clock back and letting it run counts no time twice: `run` goes by differences.
                prop_assert!(ran >= served, "{let_through} tries after {ran:?}, which cost {served:?}");
            }
        }
    }
}
