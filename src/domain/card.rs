//! The number on a *Kartu Tanda Anggota* (KTA), checked against the library's pattern.

use std::fmt;

use regex_lite::Regex;

/// A card number that fits the library's pattern. Never printed by `Debug`, since it is personal data.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CardNumber(String);

impl CardNumber {
    /// The number as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A number that was checked when it was stored, read back from the book or the membership list.
    #[must_use]
    pub fn from_store(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// A card number with its middle hidden: `0024 •••• 36`. The dots say nothing about the length.
#[must_use]
pub fn masked(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    // Of a short number at most half is shown.
    let (head, tail) = match chars.len() {
        10.. => (4, 2),
        8 | 9 => (2, 2),
        6 | 7 => (2, 1),
        _ => (1, 1),
    };
    let shown = |part: &[char]| part.iter().collect::<String>();
    let end = chars.len().saturating_sub(tail).max(head.min(chars.len()));
    format!("{} •••• {}", shown(&chars[..head.min(chars.len())]), shown(&chars[end..]))
}

impl fmt::Debug for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardNumber(…)")
    }
}

/// The shape of the library's card numbers: a regular expression that the whole number must match.
#[derive(Debug, Clone)]
pub struct CardPattern {
    source: String,
    whole: Option<Regex>,
}

/// The longest number that any pattern may accept, in characters.
pub const MAX_CARD_CHARS: usize = 32;
/// The shipped pattern: 4 to 32 letters, digits, dot, slash, hyphen.
pub const DEFAULT_CARD_PATTERN: &str = "[A-Za-z0-9./-]{4,32}";

impl CardPattern {
    /// A pattern from its regular expression.
    ///
    /// # Errors
    /// The reason as the regular expression library words it.
    pub fn new(source: &str) -> Result<Self, String> {
        let whole = Regex::new(&format!("^(?:{source})$")).map_err(|e| e.to_string())?;
        Ok(Self { source: source.to_owned(), whole: Some(whole) })
    }

    /// The regular expression as configured.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The card number in `text`, spaces at both ends left out; `None` when it does not fit.
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<CardNumber> {
        let text = text.trim();
        (text.chars().count() <= MAX_CARD_CHARS && self.whole.as_ref().is_some_and(|w| w.is_match(text)))
            .then(|| CardNumber(text.to_owned()))
    }
}

impl Default for CardPattern {
    fn default() -> Self {
        let whole = Regex::new(&format!("^(?:{DEFAULT_CARD_PATTERN})$")).ok();
        Self { source: DEFAULT_CARD_PATTERN.to_owned(), whole }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_takes_what_the_contract_says() {
        let p = CardPattern::default();
        for good in ["1234", "BWI/2024.001-7", &"9".repeat(32), "  002411 "] {
            assert!(p.parse(good).is_some(), "{good}");
        }
        for bad in ["123", "", "12 34", "12\t34", "ä1234", &"9".repeat(33)] {
            assert!(p.parse(bad).is_none(), "{bad}");
        }
        assert_eq!(p.parse(" 002411 ").unwrap().as_str(), "002411");
    }

    #[test]
    fn the_middle_of_a_number_is_hidden() {
        assert_eq!(masked("0024118736"), "0024 •••• 36");
        assert_eq!(masked("BWI/2024.001-7"), "BWI/ •••• -7");
        assert_eq!(masked("1234"), "1 •••• 4");
        for length in 0..=40 {
            let number = "7".repeat(length);
            let shown = masked(&number).chars().filter(|c| *c == '7').count();
            assert!(shown <= if length < 10 { length.div_ceil(2).max(2) } else { 6 }, "{length}");
        }
    }

    #[test]
    fn a_card_number_is_not_printed() {
        let n = CardPattern::default().parse("0024118736").unwrap();
        assert!(!format!("{n:?}").contains("0024"));
    }
}
