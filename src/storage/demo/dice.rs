//! Repeatable chance: the same seed gives the same book.

/// A small generator (`SplitMix64`); good enough for demonstration data, not for secrets.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 when `end` is 0.
    pub(super) const fn below(&mut self, end: u64) -> u64 {
        // 32 bits of chance times the range: even enough, and without division.
        ((self.next() >> 32).wrapping_mul(end)) >> 32
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + u32::try_from(self.below(u64::from(high.saturating_sub(low)) + 1)).unwrap_or(0)
    }

    /// True in `percent` of 100 cases.
    pub(super) const fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list that is not empty.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = usize::try_from(self.below(of.len() as u64)).unwrap_or(0);
        &of[at]
    }

    /// One of a list that is not empty, by weight.
    pub(super) fn weighted<'a, T>(&mut self, of: &'a [(T, u32)]) -> &'a T {
        let all: u64 = of.iter().map(|o| u64::from(o.1)).sum();
        let mut left = self.below(all);
        for (value, weight) in of {
            if left < u64::from(*weight) {
                return value;
            }
            left -= u64::from(*weight);
        }
        &of[0].0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_throws_within_their_bounds() {
        let throw = |seed| {
            let mut dice = Dice::new(seed);
            (0..1000).map(|_| dice.between(3, 8)).collect::<Vec<_>>()
        };
        assert_eq!(throw(1), throw(1));
        assert_ne!(throw(1), throw(2));
        for face in 3..=8 {
            assert!(throw(1).iter().filter(|t| **t == face).count() > 100, "{face}");
        }
        let mut dice = Dice::new(7);
        let heavy = (0..1000).filter(|_| *dice.weighted(&[(false, 1), (true, 9)])).count();
        assert!((850..950).contains(&heavy), "{heavy}");
    }
}
