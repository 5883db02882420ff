//! The arrows of the house point inward. The checker is a function over (path, text) pairs, so that planted
//! violations need no files; it reads paths inside expressions as well as `use`.

mod paths;
mod plants;
mod source;

use std::fmt;
use std::fs;
use std::path::Path;

use source::{Kind, Token};

/// Each ring of `src/` and the rings that it may know besides itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("flow", &["domain"]),
    ("config", &["domain", "i18n"]),
    // The audit log is written where its chain is linked, and a PIN where it is checked against all others.
    ("storage", &["domain", "security"]),
    ("devices", &["domain"]),
    ("security", &["domain"]),
    ("exchange", &["domain", "i18n"]),
    ("ui", &["domain", "flow", "i18n"]),
    ("runtime", ALL),
    ("cli", ALL),
];
const ALL: &[&str] =
    &["domain", "i18n", "flow", "config", "storage", "devices", "security", "exchange", "ui", "runtime", "cli"];

/// Crates that only some rings may name: the crate (or its prefix, with `*`), and the rings.
const CRATES: &[(&str, &[&str])] = &[
    ("egui*", &["ui", "runtime"]),
    ("eframe", &["ui", "runtime"]),
    ("winit", &["runtime"]),
    ("three_d", &["runtime"]),
    ("rusqlite", &["storage"]),
    ("mysql*", &["exchange"]),
];

/// Rings without a clock, chance, input or output, and the words that would bring one in.
const PURE: &[&str] = &["domain", "flow"];
const STD_OF_THE_WORLD: &[&str] = &["fs", "io", "net", "env", "process", "thread"];
const CLOCKS: &[&str] = &["Utc", "Local", "SystemTime", "Instant"];
const CHANCE: &[&str] = &["getrandom", "now_v7", "new_v4"];

/// Where SQL may stand.
const SQL_HOMES: &[&str] = &["storage", "exchange"];

/// One breach of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Violation {
    path: String,
    line: usize,
    sentence: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}:{}: {}", self.path, self.line, self.sentence)
    }
}

/// Checks files given as their path under `src/` and their text.
fn check<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Violation> {
    files.into_iter().flat_map(|(path, text)| check_file(path, text)).collect()
}

fn check_file(path: &str, text: &str) -> Vec<Violation> {
    let tokens = source::tokens(text);
    let ring = path.split_once('/').map_or("", |(ring, _)| ring);
    let mut found = Vec::new();
    let mut add = |line, sentence: String| found.push(Violation { path: path.to_owned(), line, sentence });
    if !ring.is_empty() {
        arrows(ring, path, &tokens, &mut add);
    }
    crates(ring, &tokens, &mut add);
    if PURE.contains(&ring) {
        purity(&tokens, &mut add);
    }
    if !SQL_HOMES.contains(&ring) {
        sql(&tokens, &mut add);
    }
    if path != "ui/theme.rs" && !path.starts_with("ui/theme/") {
        colours(&tokens, &mut add);
    }
    found.dedup(); // one line may name several things of one ring
    found
}

fn arrows(ring: &str, path: &str, tokens: &[Token], add: &mut impl FnMut(usize, String)) {
    let Some((_, known)) = ARROWS.iter().find(|(name, _)| *name == ring) else {
        return add(1, format!("`{ring}` is no ring of the house; give it its arrows in this test"));
    };
    for reach in paths::reaches(&paths::module_of(path), tokens) {
        match reach.to.first().map(String::as_str) {
            None if *known == ALL => {}
            None => add(reach.line, "takes in the crate's root, where arrows cannot be seen".to_owned()),
            Some(to) if to == ring || known.contains(&to) => {}
            Some(to) if ALL.contains(&to) => add(reach.line, format!("{ring} may not know {to}")),
            Some(to) => add(reach.line, format!("`crate::{to}` is no ring of the house")),
        }
    }
}

fn crates(ring: &str, tokens: &[Token], add: &mut impl FnMut(usize, String)) {
    for token in tokens {
        let Some(word) = token.word() else { continue };
        for (name, rings) in CRATES {
            let named = name.strip_suffix('*').map_or(word == *name, |prefix| {
                word.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
            });
            if named && !rings.contains(&ring) {
                add(token.line, format!("only {} may name {word}", rings.join(" and ")));
            }
        }
    }
}

fn purity(tokens: &[Token], add: &mut impl FnMut(usize, String)) {
    for at in 0..tokens.len() {
        let Some(word) = tokens[at].word().filter(|_| !tokens[at].test) else { continue };
        let after = |n: usize| tokens.get(at + n).and_then(Token::word);
        let joined = tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Path);
        if word == "std" && joined && after(2).is_some_and(|w| STD_OF_THE_WORLD.contains(&w)) {
            add(tokens[at].line, format!("a pure ring uses std::{}", after(2).unwrap_or_default()));
        }
        if CLOCKS.contains(&word) && joined && after(2) == Some("now") {
            add(tokens[at].line, format!("a pure ring reads the clock by {word}::now"));
        }
        if CHANCE.contains(&word) {
            add(tokens[at].line, format!("a pure ring draws lots by {word}"));
        }
    }
}

fn sql(tokens: &[Token], add: &mut impl FnMut(usize, String)) {
    for token in tokens.iter().filter(|t| !t.test) {
        let Kind::Text(text) = &token.kind else { continue };
        if is_sql(text) {
            add(token.line, format!("only {} may hold SQL", SQL_HOMES.join(" and ")));
        }
    }
}

/// Whether a literal is a statement of SQL, or names a file of them.
fn is_sql(text: &str) -> bool {
    let upper = text.trim_start().to_uppercase();
    let words: Vec<&str> = upper.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    let named = Path::new(text).extension().is_some_and(|e| e.eq_ignore_ascii_case("sql"));
    named
        || match words.as_slice() {
            ["SELECT", ..] => has("FROM"),
            ["UPDATE", ..] => has("SET"),
            ["WITH", ..] => has("AS") && has("SELECT"),
            ["CREATE" | "DROP" | "ALTER", what, ..] => {
                matches!(*what, "TABLE" | "INDEX" | "UNIQUE" | "TRIGGER" | "VIEW" | "VIRTUAL" | "TEMP")
            }
            ["INSERT" | "REPLACE", "INTO" | "OR", ..]
            | ["DELETE", "FROM", ..]
            | ["PRAGMA", ..]
            | ["BEGIN", "IMMEDIATE" | "EXCLUSIVE", ..]
            | ["VACUUM", "INTO", ..] => true,
            _ => false,
        }
}

fn colours(tokens: &[Token], add: &mut impl FnMut(usize, String)) {
    for at in 0..tokens.len() {
        let Some(word) = tokens[at].word().filter(|_| !tokens[at].test) else { continue };
        let joined = tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Path);
        let made = joined
            && tokens.get(at + 2).and_then(Token::word).is_some_and(|made| match word {
                "Color32" => made.starts_with("from_") || (made == made.to_uppercase() && made != "TRANSPARENT"),
                "Rgba" | "Hsva" => made.starts_with("from_") || made == "new",
                _ => false,
            });
        if made || word == "hex_color" {
            add(tokens[at].line, "only ui/theme may make a colour".to_owned());
        }
    }
}

/// Every `.rs` file under `src/`, as its path there and its text.
fn house() -> Vec<(String, String)> {
    fn walk(root: &Path, folder: &Path, out: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("a folder of the house can be read") {
            let path = entry.expect("an entry of the house can be read").path();
            if path.is_dir() {
                walk(root, &path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                out.push((name, fs::read_to_string(&path).expect("a source file can be read")));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut out = Vec::new();
    walk(&root, &root, &mut out);
    out
}

#[test]
fn every_arrow_of_the_house_points_inward() {
    let house = house();
    let found = check(house.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let list: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{} breaches:\n{}", list.len(), list.join("\n"));
}

#[test]
fn the_table_of_arrows_names_every_ring_that_stands() {
    let house = house();
    for (ring, known) in ARROWS {
        assert!(house.iter().any(|(path, _)| path.starts_with(&format!("{ring}/"))), "no ring {ring} stands in src/");
        assert!(known.iter().all(|to| ALL.contains(to)), "{ring} is allowed a ring that does not exist");
    }
    assert_eq!(ARROWS.len(), ALL.len());
}

#[test]
fn the_checker_follows_the_real_paths_of_the_house() {
    let seen: usize = house()
        .iter()
        .flat_map(|(path, text)| paths::reaches(&paths::module_of(path), &source::tokens(text)))
        .filter(|reach| reach.to.first().is_some_and(|to| ALL.contains(&to.as_str())))
        .count();
    assert!(seen >= 20, "only {seen} paths were resolved");
}
