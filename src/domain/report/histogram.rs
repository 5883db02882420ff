//! Counts by whole seconds or minutes, from which shares, medians and percentiles are read.

use std::collections::BTreeMap;

/// The bucket of everything above 599.
pub const OVERFLOW: u32 = 600;

/// How often which length occurred. Bucket `b` holds what took more than `b - 1` and at most `b` units;
/// [`OVERFLOW`] holds the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram(BTreeMap<u32, u64>);

impl Histogram {
    /// Counts `n` more in `bucket`.
    pub fn add(&mut self, bucket: u32, n: u64) {
        if n > 0 {
            *self.0.entry(bucket.min(OVERFLOW)).or_default() += n;
        }
    }

    /// Everything that was measured.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }

    /// How many took at most `limit` units, a limit below [`OVERFLOW`].
    #[must_use]
    pub fn within(&self, limit: u32) -> u64 {
        self.0.range(..=limit.min(OVERFLOW - 1)).map(|(_, n)| n).sum()
    }

    /// How many took more than `over` and at most `limit` units.
    #[must_use]
    pub fn between(&self, over: u32, limit: u32) -> u64 {
        self.within(limit).saturating_sub(self.within(over))
    }

    /// The length that `per_cent` of all did not exceed, by nearest rank; `None` where nothing was measured.
    /// [`OVERFLOW`] means more than 599.
    #[must_use]
    pub fn percentile(&self, per_cent: u32) -> Option<u32> {
        let rank = (u128::from(self.total()) * u128::from(per_cent.clamp(1, 100))).div_ceil(100);
        let mut seen = 0_u128;
        self.0.iter().find_map(|(bucket, n)| {
            seen += u128::from(*n);
            (seen >= rank).then_some(*bucket)
        })
    }

    /// The middle length, by nearest rank.
    #[must_use]
    pub fn median(&self) -> Option<u32> {
        self.percentile(50)
    }

    /// The middle length of all that took more than `over` units, by nearest rank; `None` where none did.
    #[must_use]
    pub fn median_above(&self, over: u32) -> Option<u32> {
        self.0.range(over.saturating_add(1)..).map(|(bucket, n)| (*bucket, *n)).collect::<Self>().median()
    }

    /// Both counted together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut sum = self.clone();
        for (bucket, n) in &other.0 {
            sum.add(*bucket, *n);
        }
        sum
    }
}

impl FromIterator<(u32, u64)> for Histogram {
    fn from_iter<I: IntoIterator<Item = (u32, u64)>>(counts: I) -> Self {
        let mut sum = Self::default();
        for (bucket, n) in counts {
            sum.add(bucket, n);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_measured_has_no_middle() {
        assert_eq!(Histogram::default().median(), None);
        assert_eq!(Histogram::default().within(60), 0);
    }

    #[test]
    fn the_limit_itself_is_within() {
        let h: Histogram = [(59, 1), (60, 1), (61, 1), (5000, 1)].into_iter().collect();
        assert_eq!((h.within(60), h.total(), h.within(u32::MAX)), (2, 4, 3));
        assert_eq!((h.median(), h.percentile(95)), (Some(60), Some(OVERFLOW)));
        assert_eq!(h.between(59, 61), 2);
    }

    proptest! {
        #[test]
        fn percentiles_are_those_of_the_sorted_list(list in prop::collection::vec(0_u32..599, 1..200), p in 1_u32..=100) {
            let h: Histogram = list.iter().map(|b| (*b, 1)).collect();
            let mut sorted = list.clone();
            sorted.sort_unstable();
            // The smallest value that at least p % of the list do not exceed.
            let want = sorted.iter().find(|v| {
                let not_above = sorted.iter().filter(|o| o <= v).count();
                not_above * 100 >= sorted.len() * p as usize
            });
            prop_assert_eq!(h.percentile(p), want.copied());
        }
    }
}
