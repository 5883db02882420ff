//! The words of a text as a search sees them: "Hj. Zoë Nur'Aini" is hj, zoe, nuraini.

/// The words of a text in small letters, without accents. Apostrophes belong to their word and are left out, so that
/// "nuraini" finds "Nur'aini"; everything else that is neither letter nor figure parts two words.
#[must_use]
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '\'' | '`' | '´' | '‘' | '’' | 'ʼ' | 'ʻ' | '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => plain(c, &mut word),
            _ if word.is_empty() => {}
            _ => words.push(std::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Appends a small letter without its accent.
fn plain(c: char, word: &mut String) {
    let bare = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ł' | 'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ß' => {
            word.push('s');
            's'
        }
        'æ' => {
            word.push('a');
            'e'
        }
        'œ' => {
            word.push('o');
            'e'
        }
        other => other,
    };
    word.push(bare);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_small_plain_and_whole() {
        for (text, words) in [
            ("Wulan  Prameswari", "wulan prameswari"),
            ("Hj. Zoë Nur'Aini, M.Pd", "hj zoe nuraini m pd"),
            ("Ma’ruf AL-Ghazali", "maruf al ghazali"),
            ("Zoe\u{308}", "zoe"),
            ("فاطمة الزهراء", "فاطمة الزهراء"),
            ("BWI/2024.001-7", "bwi 2024 001 7"),
            ("'); DROP TABLE visits;--", "drop table visits"),
            (" .,- ", ""),
        ] {
            assert_eq!(words_of(text).join(" "), words, "{text}");
        }
    }

    proptest! {
        #[test]
        fn words_of_words_are_the_same_words(text in ".{0,40}") {
            let words = words_of(&text);
            prop_assert!(words.iter().all(|w| !w.is_empty() && !w.contains(char::is_whitespace)));
            let again = words_of(&words.join(" "));
            prop_assert_eq!(again, words);
        }
    }
}
