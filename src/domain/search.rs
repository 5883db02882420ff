//! The words by which an entry of the book is found: of its name, of its institution, and its card number.

/// The words of a text as they are compared: small letters without their marks, in order, none twice.
///
/// A text is cut at spaces and signs; an apostrophe is left out ("Ma'ruf" is one word). A piece with a figure in it
/// is a number and stays whole without its signs: "BWI/2024.001" is `bwi2024001`. Titles are words like all others.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in text.split_whitespace() {
        let folded = folded(piece);
        let signs = |c: char| !c.is_alphanumeric();
        if folded.chars().any(char::is_numeric) {
            push(&mut words, folded.chars().filter(|c| c.is_alphanumeric()).collect());
        } else {
            for word in folded.split(signs) {
                push(&mut words, word.to_owned());
            }
        }
    }
    words
}

fn push(words: &mut Vec<String>, word: String) {
    if !word.is_empty() && !words.contains(&word) {
        words.push(word);
    }
}

/// Small letters; Latin ones without marks, apostrophes left out.
fn folded(piece: &str) -> String {
    let mut out = String::with_capacity(piece.len());
    for c in piece.chars().flat_map(char::to_lowercase) {
        match c {
            // Apostrophes, and marks that stand for themselves behind their letter.
            '\'' | '’' | '‘' | '`' | 'ʼ' | '´' | '\u{300}'..='\u{36f}' => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            c => out.push(base(c)),
        }
    }
    out
}

/// Letters with marks, and what they are without them.
const BASES: &[(char, &str)] = &[
    ('a', "àáâãäåāăąǎǻạảấầẩẫậắằẳẵặ"),
    ('c', "çćĉċč"),
    ('d', "ďđð"),
    ('e', "èéêëēĕėęěẹẻẽếềểễệ"),
    ('g', "ĝğġģ"),
    ('h', "ĥħḥ"),
    ('i', "ìíîïĩīĭįıǐỉị"),
    ('j', "ĵ"),
    ('k', "ķḳ"),
    ('l', "ĺļľŀł"),
    ('n', "ñńņňŋ"),
    ('o', "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"),
    ('r', "ŕŗř"),
    ('s', "śŝşšșṣ"),
    ('t', "ţťŧțṭ"),
    ('u', "ùúûüũūŭůűųưǔụủứừửữự"),
    ('w', "ŵẁẃẅ"),
    ('y', "ýÿŷỳỵỷỹ"),
    ('z', "źżžẓ"),
];

fn base(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    BASES.iter().find(|(_, marked)| marked.contains(c)).map_or(c, |(plain, _)| *plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_compared_without_case_marks_and_signs() {
        for (text, expected) in [
            ("Wulan Prameswari", &["wulan", "prameswari"][..]),
            ("  H. M. Yusuf ", &["h", "m", "yusuf"]),
            ("Dr. Hj. Siti Aminah, M.Pd", &["dr", "hj", "siti", "aminah", "m", "pd"]),
            ("Ma'ruf Al-Amin", &["maruf", "al", "amin"]),
            ("José Ñandú Đặng Øre", &["jose", "nandu", "dang", "ore"]),
            ("Jose\u{301}", &["jose"]),
            ("Groß ẞ", &["gross", "ss"]),
            ("SDN 2 Penganjuran", &["sdn", "2", "penganjuran"]),
            ("Siti SITI siti", &["siti"]),
            ("BWI/2024.001-7", &["bwi20240017"]),
            ("فاطمة", &["فاطمة"]),
            (" -- '", &[]),
        ] {
            assert_eq!(words(text), expected, "{text:?}");
        }
    }

    proptest! {
        /// What is found in a text is found again when it is looked for as it was written.
        #[test]
        fn the_words_of_a_word_are_itself(text in "\\PC{0,40}") {
            for word in words(&text) {
                prop_assert_eq!(words(&word), vec![word.clone()], "{:?}", text);
            }
        }
    }
}
