//! The sections of the file, each read from raw to validated. What is missing takes its default; what is wrong
//! is reported and stands in with its default until the whole file has been read.

mod everyday;
mod internet;
mod library;
mod purposes;
mod standard;
mod upkeep;

use super::section::Section;
use super::types::{Config, Text};
use crate::i18n::{Lang, Words};

/// Reads the whole file. The result may be used only when nothing was reported.
pub(super) fn config(root: &Section<'_>) -> Config {
    let library = library::library(&root.section("library"));
    let scan = everyday::scan(&root.section("scan"));
    let card = everyday::card(&root.section("card"), &scan);
    let purposes = purposes::purposes(root);
    let storage = upkeep::storage(&root.section("storage"));
    // Other library systems: nothing is known there yet, so that whatever is written is reported as unknown.
    drop(root.section("exchange"));
    Config {
        kiosk: everyday::kiosk(&root.section("kiosk")),
        card,
        scan,
        repeat: everyday::repeat(&root.section("repeat")),
        form: everyday::form(&root.section("form")),
        internet: internet::internet(&root.section("internet"), &purposes),
        service_standard: standard::standard(&root.section("service_standard"), library.website.as_ref()),
        privacy: upkeep::privacy(&root.section("privacy")),
        staff: upkeep::staff(&root.section("staff")),
        backup: upkeep::backup(&root.section("backup"), &storage),
        library,
        purposes,
        storage,
    }
}

/// A text in both languages under a dotted key. Left out altogether, it is the shipped text of `word`.
fn both(section: &Section<'_>, key: &'static str, prefix: &'static str, most: usize, word: Option<&str>) -> Text {
    if let (false, Some(word)) = (section.has(key), word) {
        drop(section.dotted(key, prefix));
        return shipped(word);
    }
    if !section.has(key) {
        drop(section.dotted(key, prefix));
        section.missing(key);
        return Text::default();
    }
    let both = section.dotted(key, prefix);
    let text = |key| both.required(key, most).map(|t| t.value.to_owned()).unwrap_or_default();
    Text { id: text("id"), en: text("en") }
}

/// A text of the locale files in both languages.
fn shipped(word: &str) -> Text {
    Text { id: Words::of(Lang::Id).get(word), en: Words::of(Lang::En).get(word) }
}
