//! `kiosk-config.toml` as librarians and IT meet it: the shipped file, every mistake by line and column, and
//! which file is read.

mod defaults;
mod file;
mod mistakes;
mod mutations;
mod shipped;
mod table;
mod written_back;

use buku_pengunjung::config::{self, Config, Problem};
use buku_pengunjung::i18n::{Lang, Words};

/// The problems of a text; none for a good one.
fn problems(text: &str) -> Vec<Problem> {
    config::parse(text, "kiosk-config.toml").err().unwrap_or_default()
}

/// The lines that `check-config` prints for a text.
fn lines(text: &str) -> Vec<String> {
    problems(text).iter().map(|p| p.line(Words::of(Lang::En))).collect()
}

/// The configuration of a good text.
#[track_caller]
fn good(text: &str) -> Config {
    config::parse(text, "kiosk-config.toml").unwrap_or_else(|_| unreachable!("{:#?}", lines(text)))
}

/// The shipped file with one line replaced, and that line's number. A line is named by how it begins.
#[track_caller]
fn with_line(begins: &str, new: &str) -> (String, usize) {
    let at = config::SHIPPED.lines().position(|l| l.starts_with(begins));
    let at = at.unwrap_or_else(|| unreachable!("no line of the shipped file begins with {begins}"));
    let lines = config::SHIPPED.lines().enumerate().map(|(i, l)| if i == at { new } else { l });
    (lines.collect::<Vec<_>>().join("\n"), at + 1)
}
