//! Changed values back into the text; everything else stays as it is, to the letter.

use toml_edit::DocumentMut;

use super::NotToml;
use super::document::{find, put};
use super::rows;
use crate::domain::settings::{List, Section, Settings, Takes};

/// The text with those values of `draft` that differ from `before`, which is what [`read`](super::read) made of it.
/// Comments, order and everything that did not change are kept.
///
/// # Errors
/// The text is no TOML.
pub fn write(text: &str, before: &Settings, draft: &Settings) -> Result<String, NotToml> {
    let mut document: DocumentMut = text.parse().map_err(|_| NotToml)?;
    let settings = Section::ALL.iter().flat_map(|section| section.settings());
    for setting in settings.filter(|s| s.takes != Takes::NotHere) {
        let (old, new) = (before.values.get(setting.path), draft.values.get(setting.path));
        let Some(new) = new.filter(|_| old != new) else { continue };
        put(document.as_table_mut(), setting.path, setting.path, new);
        // Both languages of a text must stand when one does.
        if let Some(other) = other_language(setting.path)
            && find(document.as_table(), &other).is_none()
            && let Some(value) = draft.values.get(other.as_str())
        {
            put(document.as_table_mut(), &other, &other, value);
        }
    }
    for list in List::ALL {
        rows::write(&mut document, *list, before.rows(*list), draft.rows(*list));
    }
    let written = document.to_string();
    // TOML's writer ends lines with a line feed alone; an editor under Windows had written both.
    let windows = text.contains("\r\n");
    Ok(if windows { written.replace("\r\n", "\n").replace('\n', "\r\n") } else { written })
}

/// The path of the same text in the other language.
fn other_language(path: &str) -> Option<String> {
    let (stem, lang) = path.rsplit_once('.')?;
    match lang {
        "id" if stem != "kiosk" => Some(format!("{stem}.en")),
        "en" => Some(format!("{stem}.id")),
        _ => None,
    }
}
