//! Values in words.

use crate::domain::settings::{Entry, Kind, List, Setting, Spot, Unit, Value, describe};
use crate::flow::staff::settings::Page;
use crate::i18n::Words;

/// The name of a setting.
pub(super) fn name(words: Words, setting: &Setting) -> String {
    words.get(&format!("set-{}", setting.path.replace('.', "-")))
}

/// The sentence that explains it, where there is one.
pub(super) fn help(words: Words, setting: &Setting) -> Option<String> {
    let key = format!("set-{}-help", setting.path.replace('.', "-"));
    words.has(&key).then(|| words.get(&key))
}

/// One of the words of a choice; another text as it is.
pub(super) fn choice(words: Words, ids: &[&str], id: &str) -> String {
    if ids.contains(&id) { words.get(&format!("choice-{}", id.replace('/', "-"))) } else { id.to_owned() }
}

/// Hours as they are shown: "Tutup", or with dots as Indonesian clocks write them.
pub(super) fn hours(words: Words, text: &str) -> String {
    if text == "closed" { words.get("settings-closed") } else { text.replace(':', ".").replace('-', "–") }
}

/// The value of a setting.
pub(super) fn value(words: Words, page: &Page, setting: &Setting, value: Option<&Value>) -> String {
    let Some(value) = value else { return String::new() };
    match (setting.kind, value) {
        (Kind::Number(unit), Value::Number(n)) => number(words, unit, *n),
        (Kind::Choice(ids) | Kind::Open(ids), Value::Text(id)) => choice(words, ids, id),
        (Kind::Several(ids), Value::List(chosen)) => {
            chosen.iter().map(|id| choice(words, ids, id)).collect::<Vec<_>>().join(", ")
        }
        (Kind::Hours | Kind::Time, Value::Text(text)) => hours(words, text),
        (Kind::Purpose, Value::Text(id)) => purpose(words, page, id),
        (_, Value::Flag(on)) => words.get(if *on { "settings-yes" } else { "settings-no" }),
        (_, Value::List(lines)) => lines.first().cloned().unwrap_or_default(),
        (_, Value::Text(text)) if text.is_empty() && setting.path == "storage.data_dir" => {
            words.get("settings-default-folder")
        }
        (_, Value::Text(text)) if text.is_empty() => words.get("settings-empty"),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Number(n)) => words.number(*n),
        (_, Value::Place(column, row)) => place(words, *column, *row),
    }
}

/// The most characters of a value beside its name; the rest is read where it is changed.
const BRIEF: usize = 40;

/// The beginning of a long value.
pub(super) fn brief(text: &str) -> String {
    if text.chars().count() <= BRIEF {
        return text.to_owned();
    }
    let begin: String = text.chars().take(BRIEF).collect();
    format!("{}…", begin.trim_end())
}

/// A place on the map.
pub(super) fn place(words: Words, column: u8, row: u8) -> String {
    words.with("settings-place", &[("column", column.to_string()), ("row", row.to_string())])
}

fn number(words: Words, unit: Unit, n: u64) -> String {
    words.with(&format!("unit-{}", unit.id()), &[("n", words.number(n))])
}

/// The words of a purpose of the draft.
pub(super) fn purpose(words: Words, page: &Page, id: &str) -> String {
    if id.is_empty() {
        return words.get("settings-no-room");
    }
    let known = page.draft.purposes.iter().find(|p| p.text("id") == id);
    known.map_or_else(|| id.to_owned(), |p| p.text("label.id").to_owned())
}

/// What a row of a list is called: its words, or that it has none yet.
pub(super) fn row(words: Words, list: List, entry: &Entry) -> String {
    let text = entry.text(match list {
        List::Purposes => "label.id",
        List::Seats => "name",
    });
    if text.is_empty() { words.get("settings-nameless") } else { text.to_owned() }
}

/// What stands beside a row's name.
pub(super) fn row_aside(words: Words, list: List, entry: &Entry) -> String {
    match list {
        List::Purposes if entry.is_on("active") => String::new(),
        List::Purposes => words.get("settings-retired"),
        List::Seats => {
            let ids = &["adult", "child", "accessible", "ready", "broken"];
            let (group, state) = (choice(words, ids, entry.text("group")), choice(words, ids, entry.text("state")));
            format!("{group} · {state}")
        }
    }
}

/// A spot by its name, with the row it belongs to.
pub(super) fn spot(words: Words, page: &Page, spot: Spot) -> String {
    match spot {
        Spot::Key(_) => describe(spot).map(|setting| name(words, setting)).unwrap_or_default(),
        Spot::Cell(list, at, _) => {
            let cell = describe(spot).map(|setting| name(words, setting)).unwrap_or_default();
            let entry = page.draft.rows(list).get(at).map(|entry| row(words, list, entry));
            entry.map_or(cell.clone(), |entry| format!("{entry}: {cell}"))
        }
        Spot::Row(list, at) => {
            words.with(&format!("settings-row-{}", list.id().replace('.', "-")), &[("n", (at + 1).to_string())])
        }
    }
}
