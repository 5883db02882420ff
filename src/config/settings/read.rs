//! The values of a good file, its own where it writes them and the defaults where it does not.

use toml_edit::{DocumentMut, Item, TableLike};

use super::NotToml;
use super::defaults;
use super::document::{find, value};
use crate::config::Config;
use crate::domain::settings::{Entry, List, Section, Settings, Values};

/// Reads the values of a text; `config` is what the check made of it.
///
/// # Errors
/// The text is no TOML, which the check would have told.
pub fn read(text: &str, config: &Config) -> Result<Settings, NotToml> {
    let document: DocumentMut = text.parse().map_err(|_| NotToml)?;
    let mut values = Values::new();
    for setting in Section::ALL.iter().flat_map(|section| section.settings()) {
        let written = find(document.as_table(), setting.path).and_then(|item| value(item, setting.kind));
        if let Some(value) = written.or_else(|| defaults::of(config, setting.path)) {
            values.insert(setting.path, value);
        }
    }
    Ok(Settings {
        values,
        purposes: entries(&document, List::Purposes, defaults::purposes(config)),
        seats: entries(&document, List::Seats, defaults::seats(config)),
    })
}

/// The rows of a list: those of the file, which are as many as the check found, or the defaults.
fn entries(document: &DocumentMut, list: List, checked: Vec<Values>) -> Vec<Entry> {
    let written = find(document.as_table(), list.id()).map(tables).unwrap_or_default();
    let entry = |(row, defaults): (usize, Values)| {
        let Some(table) = written.get(row) else { return Entry { origin: None, values: defaults } };
        let mut values = defaults;
        for setting in list.settings() {
            if let Some(value) = find(*table, setting.path).and_then(|item| value(item, setting.kind)) {
                values.insert(setting.path, value);
            }
        }
        Entry { origin: Some(row), values }
    };
    checked.into_iter().enumerate().map(entry).collect()
}

/// The rows of a list in either form: `[[section]]`, or inline tables within brackets.
pub(super) fn tables(item: &Item) -> Vec<&dyn TableLike> {
    match item {
        Item::ArrayOfTables(tables) => tables.iter().map(|t| t as &dyn TableLike).collect(),
        Item::Value(toml_edit::Value::Array(array)) => {
            array.iter().filter_map(|v| v.as_inline_table()).map(|t| t as &dyn TableLike).collect()
        }
        _ => Vec::new(),
    }
}
