//! "Coba pindai": what the reader sent, without the number itself.

use std::time::Duration;

use crate::domain::card::CardPattern;

/// What the reader sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A scan.
    Scan {
        /// The number with its middle hidden.
        masked: String,
        /// How many characters it has.
        characters: usize,
        /// Whether it fits the pattern of card numbers.
        fits: bool,
    },
    /// Strokes that did not make a scan: somebody types, or the reader is too slow.
    Strokes {
        /// How many.
        count: usize,
        /// When the last one came.
        last: Duration,
    },
}

/// Strokes further apart than this are not of one scan.
const APART: Duration = Duration::from_secs(2);

impl Heard {
    /// One more stroke that belongs to no scan.
    pub(super) fn stroke(before: Option<&Self>, now: Duration) -> Self {
        let count = match before {
            Some(Self::Strokes { count, last }) if now.saturating_sub(*last) <= APART => *count,
            _ => 0,
        };
        Self::Strokes { count: count + 1, last: now }
    }

    /// A scan; `pattern` is the one of the draft.
    pub(super) fn scan(text: &str, pattern: &str) -> Self {
        Self::Scan {
            masked: masked(text),
            characters: text.chars().count(),
            fits: CardPattern::new(pattern).is_ok_and(|pattern| pattern.parse(text).is_some()),
        }
    }
}

/// A number with its middle hidden: the first and the last characters of a long one.
fn masked(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let shown = (chars.len() / 4).min(4);
    let (head, tail) = (&chars[..shown], &chars[chars.len() - shown.min(2)..]);
    head.iter().chain(&['•'; 4]).chain(tail).collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn the_middle_of_a_number_is_hidden() {
        assert_eq!(masked("0024118736"), "00••••36");
        assert_eq!(masked("00241187360024118736"), "0024••••36");
        assert_eq!(masked("123"), "••••");
        assert_eq!(masked(""), "••••");
    }
}
