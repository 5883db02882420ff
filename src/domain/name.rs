//! Names of people and institutions as they are written into the book.

use std::fmt;

/// The most characters of a name or institution that are stored; the form says so.
pub const MAX_NAME_CHARS: usize = 80;
/// The most characters of a purpose note ("Lainnya").
pub const MAX_NOTE_CHARS: usize = 80;
/// The fewest letters of a person's name.
pub const MIN_NAME_LETTERS: usize = 2;

/// Why a text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Fewer letters than asked for.
    #[error("too few letters")]
    TooShort,
    /// More characters than are stored; nothing is cut silently.
    #[error("too many characters")]
    TooLong,
    /// A control character, such as a line break.
    #[error("a control character")]
    Control,
}

/// A checked line of text: no control characters, at most [`MAX_NAME_CHARS`] characters, at least
/// [`MIN_NAME_LETTERS`] letters, single spaces. Never printed by `Debug`, since it is personal data.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

impl Name {
    /// A name from what was typed: spaces at both ends and doubled ones are left out.
    ///
    /// # Errors
    /// Says why the text is not taken.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = tidy(text, MAX_NAME_CHARS)?;
        if text.chars().filter(|c| c.is_alphabetic()).count() < MIN_NAME_LETTERS {
            return Err(TextError::TooShort);
        }
        Ok(Self(text))
    }

    /// A name that the library's own list gives; it may be of one letter, or written in any script.
    #[must_use]
    pub fn from_list(text: &str) -> Option<Self> {
        tidy(text, 255).ok().filter(|t| !t.is_empty()).map(Self)
    }

    /// The name as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The word by which a visitor is greeted: the first one that is neither a title nor an initial
    /// (rule 4 of the walk), else the first one.
    #[must_use]
    pub fn greeting(&self) -> &str {
        let mut words = self.0.split_whitespace();
        let first = words.clone().next().unwrap_or_default();
        words.find(|w| !is_title_or_initial(w)).unwrap_or(first).trim_end_matches(',')
    }

    /// The name with only the first two letters of its first and one of each further word: `Wu••• P•••`.
    /// The number of dots says nothing about the length.
    #[must_use]
    pub fn masked(&self) -> String {
        let mask = |(i, word): (usize, &str)| {
            let shown: String = word.chars().take(if i == 0 { 2 } else { 1 }).collect();
            format!("{shown}•••")
        };
        self.0.split_whitespace().take(2).enumerate().map(mask).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name(…)")
    }
}

/// The few words of the purpose "Lainnya": 1 to [`MAX_NOTE_CHARS`] characters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Note(String);

impl Note {
    /// A note from what was typed.
    ///
    /// # Errors
    /// Says why the text is not taken.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = tidy(text, MAX_NOTE_CHARS)?;
        if !text.chars().any(char::is_alphanumeric) {
            return Err(TextError::TooShort);
        }
        Ok(Self(text))
    }

    /// The note as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Note(…)")
    }
}

fn tidy(text: &str, max_chars: usize) -> Result<String, TextError> {
    if text.chars().any(char::is_control) {
        return Err(TextError::Control);
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > max_chars {
        return Err(TextError::TooLong);
    }
    Ok(text)
}

/// Titles before Indonesian names, and single letters such as the "M." for Muhammad.
fn is_title_or_initial(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "h", "hj", "dr", "drs", "dra", "drg", "ir", "prof", "kh", "ust", "ustadz", "rr", "ra", "rd", "tn", "ny", "sdr",
        "sdri", "bpk", "ibu", "mr", "mrs", "ms",
    ];
    let bare = word.trim_end_matches(['.', ',']).to_lowercase();
    bare.chars().filter(|c| c.is_alphabetic()).count() <= 1 || TITLES.contains(&bare.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greets_by_the_first_word_that_is_a_name() {
        for (name, word) in [
            ("Wulan Prameswari", "Wulan"),
            ("H. M. Yusuf", "Yusuf"),
            ("Dr. Hj. Siti Aminah, M.Pd", "Siti"),
            ("M. Rizki", "Rizki"),
            ("Hadi", "Hadi"),
            ("H.", "H."),
        ] {
            assert_eq!(Name::from_list(name).unwrap().greeting(), word, "{name}");
        }
    }

    #[test]
    fn masks_like_the_walk_says() {
        assert_eq!(Name::new("Wulan Prameswari").unwrap().masked(), "Wu••• P•••");
        assert_eq!(Name::new("Bo").unwrap().masked(), "Bo•••");
        assert_eq!(Name::new("A Bcd Efg Hij").unwrap().masked(), "A••• B•••");
    }

    #[test]
    fn takes_names_whole_or_not_at_all() {
        assert_eq!(Name::new("  Siti   Aminah ").unwrap().as_str(), "Siti Aminah");
        assert_eq!(Name::new("'); DROP TABLE visits;--").unwrap().as_str(), "'); DROP TABLE visits;--");
        assert_eq!(Name::new("فاطمة").unwrap().as_str(), "فاطمة");
        assert_eq!(Name::new("   "), Err(TextError::TooShort));
        assert_eq!(Name::new("1234"), Err(TextError::TooShort));
        assert_eq!(Name::new(&"a".repeat(81)), Err(TextError::TooLong));
        assert_eq!(Name::new("Si\nti"), Err(TextError::Control));
        assert_eq!(Name::new(&"a".repeat(80)).unwrap().as_str().len(), 80);
    }
}
