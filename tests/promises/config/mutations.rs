//! Whatever a hand or a bad disk does to the file: no panic, and every problem has a place within the file.

use buku_pengunjung::config::SHIPPED;
use buku_pengunjung::i18n::{Lang, Words};
use proptest::prelude::*;

use super::problems;

/// One slip of a hand.
#[derive(Debug, Clone)]
enum Slip {
    /// Characters removed.
    Cut { at: usize, length: usize },
    /// Text put in.
    Insert { at: usize, text: String },
    /// A line repeated elsewhere.
    Copy { from: usize, to: usize },
    /// A line removed.
    Drop { line: usize },
    /// The value of a line replaced.
    Value { line: usize, value: String },
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = || 0..SHIPPED.len();
    let line = || 0..SHIPPED.lines().count();
    let odd = prop_oneof![
        Just("\"".to_owned()),
        Just("[".to_owned()),
        Just("]]\n".to_owned()),
        Just("{".to_owned()),
        Just("=".to_owned()),
        Just("'''".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("\0".to_owned()),
        Just("[library]\n".to_owned()),
        Just("[[purposes]]\n".to_owned()),
        Just("label.id = 1\n".to_owned()),
        Just("é→\u{202e}😀".to_owned()),
        any::<String>(),
    ];
    let value = prop_oneof![
        Just("\"\"".to_owned()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
        Just("true".to_owned()),
        Just("nan".to_owned()),
        Just("-9223372036854775808".to_owned()),
        Just("99999999999999999999".to_owned()),
        Just("1979-05-27T07:32:00Z".to_owned()),
        Just("[[1, 2], {a = 1}]".to_owned()),
        Just("\"(?x)a#\"".to_owned()),
        Just("'(a{1000}){1000}'".to_owned()),
        "\"[a-z:0-9-]{0,70}\"",
        "[0-9]{1,5}",
    ];
    prop_oneof![
        (at(), 1..40_usize).prop_map(|(at, length)| Slip::Cut { at, length }),
        (at(), odd).prop_map(|(at, text)| Slip::Insert { at, text }),
        (line(), line()).prop_map(|(from, to)| Slip::Copy { from, to }),
        line().prop_map(|line| Slip::Drop { line }),
        (line(), value).prop_map(|(line, value)| Slip::Value { line, value }),
    ]
}

fn apply(text: &str, slip: &Slip) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let last = lines.len() - 1;
    match slip {
        Slip::Cut { at, length } => {
            let at = (*at).min(chars.len());
            let end = (at + length).min(chars.len());
            chars.drain(at..end);
            return chars.into_iter().collect();
        }
        Slip::Insert { at, text } => {
            let at = (*at).min(chars.len());
            chars.splice(at..at, text.chars());
            return chars.into_iter().collect();
        }
        Slip::Copy { from, to } => {
            let line = lines[(*from).min(last)].clone();
            lines.insert((*to).min(last), line);
        }
        Slip::Drop { line } => {
            lines.remove((*line).min(last));
        }
        Slip::Value { line, value } => {
            let line = &mut lines[(*line).min(last)];
            if let Some((key, _)) = line.split_once(" = ").filter(|(k, _)| !k.starts_with('#')) {
                *line = format!("{key} = {value}");
            }
        }
    }
    lines.join("\n")
}

fn every_problem_lies_within(text: &str) {
    let lines: Vec<&str> = text.split('\n').collect();
    for problem in problems(text) {
        assert!((1..=lines.len()).contains(&problem.line), "{problem:?}");
        let length = lines[problem.line - 1].chars().count();
        assert!((1..=length + 1).contains(&problem.column), "{problem:?} in {:?}", lines[problem.line - 1]);
        for lang in Lang::ALL.iter().copied() {
            let sentence = problem.sentence(Words::of(lang));
            assert!(!sentence.contains("config-") && !sentence.contains('\n'), "{sentence}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slips_in_the_shipped_file(slips in prop::collection::vec(slip(), 1..6)) {
        let text = slips.iter().fold(SHIPPED.to_owned(), |text, slip| apply(&text, slip));
        every_problem_lies_within(&text);
    }

    #[test]
    fn any_text_at_all(text in any::<String>()) {
        every_problem_lies_within(&text);
    }
}

#[test]
fn a_file_nested_without_end_is_refused_and_not_followed() {
    for open in ["[", "{a=", "a."] {
        let text = format!("x = {}", open.repeat(100_000));
        assert!(!problems(&text).is_empty());
    }
    assert!(!problems(&format!("{}x = 1", "a.".repeat(20_000))).is_empty());
}
