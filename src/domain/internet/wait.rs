//! How long somebody waits for a computer, reckoned from how long others used theirs.

use crate::domain::report::Histogram;

/// Fewer past sessions than this tell nothing.
const ENOUGH: u64 = 10;

/// Minutes until a computer is likely to be free for somebody with `ahead` people before them, given the lengths of past
/// sessions (minutes) and for how many minutes each present one has run. `None` when the past does not tell.
///
/// A present session is expected to end at the median of those past ones that ran longer than it has run by now, so that
/// the estimate never lies in the past. Computers that free up go to those ahead first.
#[must_use]
pub fn minutes_to_wait(lengths: &Histogram, running: &[u32], ahead: usize) -> Option<u32> {
    if lengths.total() < ENOUGH || running.is_empty() {
        return None;
    }
    let median = lengths.median()?;
    let mut free_in: Vec<u32> = running
        .iter()
        .map(|run| lengths.median_above(*run).map(|length| length.saturating_sub(*run)))
        .collect::<Option<_>>()?;
    // Whoever is before takes the next computer that frees up, for a usual length.
    for _ in 0..ahead {
        let next = free_in.iter_mut().min()?;
        *next = next.saturating_add(median.max(1));
    }
    free_in.into_iter().min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_past_tells_nothing() {
        let few: Histogram = [(30, 9)].into_iter().collect();
        assert_eq!(minutes_to_wait(&few, &[5], 0), None);
        let enough: Histogram = [(30, 10)].into_iter().collect();
        assert_eq!(minutes_to_wait(&enough, &[], 0), None, "no computer will ever be left");
        assert_eq!(minutes_to_wait(&enough, &[5], 0), Some(25));
        assert_eq!(minutes_to_wait(&enough, &[31], 0), None, "nobody ever sat so long");
    }

    #[test]
    fn those_ahead_are_served_first() {
        let past: Histogram = [(20, 6), (60, 6)].into_iter().collect();
        assert_eq!(minutes_to_wait(&past, &[5, 10], 0), Some(10));
        assert_eq!(minutes_to_wait(&past, &[5, 10], 1), Some(15));
        assert_eq!(minutes_to_wait(&past, &[5, 10], 2), Some(30), "after the one who comes next");
        assert_eq!(minutes_to_wait(&past, &[21], 0), Some(39), "it outlasts the short ones");
    }
}
