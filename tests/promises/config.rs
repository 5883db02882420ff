//! `kiosk-config.toml` as librarians and IT meet it: the shipped file, and every mistake by line and column.

use buku_pengunjung::config::{self, Config};
use buku_pengunjung::i18n::{Lang, Words};

/// The lines that `check-config` prints for a text.
fn lines(text: &str) -> Vec<String> {
    match config::parse(text, "kiosk-config.toml") {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|p| p.line(Words::of(Lang::En))).collect(),
    }
}

fn shipped() -> Config {
    config::parse(config::SHIPPED, "kiosk-config.toml").unwrap_or_else(|_| panic!("{:#?}", lines(config::SHIPPED)))
}

#[test]
fn the_shipped_file_has_no_problem() {
    assert_eq!(lines(config::SHIPPED), Vec::<String>::new());
    shipped();
}
