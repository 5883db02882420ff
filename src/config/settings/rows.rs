//! Lists of rows: `[[purposes]]` and the computers of the room, in either form that TOML has for them.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value as Toml};

use super::document::{push_like_the_last, put, remove_but_its_comment};
use crate::domain::settings::{Entry, List, Takes};

/// Writes the rows of a list if they changed.
pub(super) fn write(document: &mut DocumentMut, list: List, before: &[Entry], draft: &[Entry]) {
    if before == draft {
        return;
    }
    let Some((parent, key)) = parent_of(document, list) else { return };
    if draft.is_empty() {
        // Written out, since a list that is left out is the default one.
        parent.insert(key, Item::Value(Toml::Array(Array::new())));
        return;
    }
    match parent.get_mut(key) {
        Some(Item::ArrayOfTables(tables)) => write_tables(tables, list, before, draft),
        Some(Item::Value(Toml::Array(array))) => write_array(array, list, before, draft),
        _ => {
            let new = match list {
                List::Purposes => {
                    Item::ArrayOfTables(draft.iter().map(|entry| filled(Table::new(), list, entry)).collect())
                }
                List::Seats => Item::Value(Toml::Array(lines(list, draft))),
            };
            parent.insert(key, new);
        }
    }
}

/// The table in which the list stands, made when it is missing, and the list's own key.
fn parent_of(document: &mut DocumentMut, list: List) -> Option<(&mut dyn TableLike, &'static str)> {
    let root = document.as_table_mut();
    match list.id().split_once('.') {
        None => Some((root, list.id())),
        Some((section, key)) => {
            let table = root.entry(section).or_insert_with(|| Item::Table(Table::new()));
            Some((table.as_table_like_mut()?, key))
        }
    }
}

/// A new table with every value of a row.
fn filled<T: TableLike>(mut table: T, list: List, entry: &Entry) -> T {
    for setting in list.settings() {
        // The id comes first, as in the shipped file.
        if setting.takes == Takes::NotHere
            && let Some(value) = entry.values.get(setting.path)
        {
            put(&mut table, setting.path, setting.path, value);
        }
    }
    for setting in list.settings().iter().filter(|s| s.takes != Takes::NotHere) {
        if let Some(value) = entry.values.get(setting.path) {
            put(&mut table, setting.path, setting.path, value);
        }
    }
    table
}

/// Puts what changed in a row.
fn change(table: &mut dyn TableLike, list: List, old: &Entry, new: &Entry) {
    for setting in list.settings().iter().filter(|s| s.takes != Takes::NotHere) {
        let Some(value) = new.values.get(setting.path) else { continue };
        if old.values.get(setting.path) == Some(value) {
            continue;
        }
        put(table, setting.path, setting.path, value);
        // `label` has both languages or none.
        let other = match setting.path {
            "label.id" => "label.en",
            "label.en" => "label.id",
            _ => continue,
        };
        if super::document::find(table, other).is_none()
            && let Some(value) = new.values.get(other)
        {
            put(table, other, other, value);
        }
    }
}

fn origin<'e>(before: &'e [Entry], entry: &Entry) -> Option<(usize, &'e Entry)> {
    let row = entry.origin?;
    before.iter().find(|old| old.origin == Some(row)).map(|old| (row, old))
}

/// Rows that moved take their comments with them; the one above the first row speaks of the whole list and stays there.
fn write_tables(tables: &mut ArrayOfTables, list: List, before: &[Entry], draft: &[Entry]) {
    let old: Vec<Table> = tables.iter().cloned().collect();
    let mut places: Vec<isize> = old.iter().filter_map(Table::position).collect();
    places.sort_unstable();
    let mut places = places.into_iter();
    let head = old.first().map(|table| table.decor().clone());
    let mut new: Vec<Table> = Vec::with_capacity(draft.len());
    let mut led = None;
    for entry in draft {
        let known = origin(before, entry).and_then(|(row, was)| Some((row, was, old.get(row)?.clone())));
        let mut table = match known {
            Some((row, was, mut table)) => {
                change(&mut table, list, was, entry);
                if row == 0 {
                    led = Some(new.len());
                }
                table
            }
            None => filled(Table::new(), list, entry),
        };
        table.set_position(places.next());
        new.push(table);
    }
    if let (Some(head), Some(first)) = (head, new.first_mut())
        && led != Some(0)
    {
        let own = first.decor().clone();
        let text = |decor: &toml_edit::Decor| decor.prefix().and_then(|p| p.as_str()).unwrap_or_default().to_owned();
        let own = text(&own);
        let own = if own.contains('#') { own.trim_start_matches('\n').to_owned() } else { String::new() };
        first.decor_mut().set_prefix(text(&head) + &own);
        if let Some(table) = led.and_then(|place| new.get_mut(place)) {
            table.decor_mut().set_prefix("\n");
        }
    }
    tables.clear();
    for table in new {
        tables.push(table);
    }
}

/// Rows of the array are changed where they stand, removed or appended; their order is that of the file.
fn write_array(array: &mut Array, list: List, before: &[Entry], draft: &[Entry]) {
    let ordered = draft.iter().filter_map(|entry| entry.origin).is_sorted();
    if ordered {
        for row in (0..array.len()).rev() {
            let kept = draft.iter().find(|entry| entry.origin == Some(row));
            match (kept.and_then(|entry| Some((origin(before, entry)?.1, entry))), array.get_mut(row)) {
                (Some((was, entry)), Some(item)) => {
                    if let Some(table) = item.as_inline_table_mut() {
                        change(table, list, was, entry);
                    }
                }
                _ => remove_but_its_comment(array, row),
            }
        }
    } else {
        let rows: Vec<Toml> = array.iter().cloned().collect();
        let sorted: Vec<Toml> = draft
            .iter()
            .filter_map(|entry| {
                let (row, was) = origin(before, entry)?;
                let mut item = rows.get(row)?.clone();
                change(item.as_inline_table_mut()?, list, was, entry);
                Some(item)
            })
            .collect();
        array.clear();
        for item in sorted {
            array.push_formatted(item);
        }
    }
    for entry in draft.iter().filter(|entry| origin(before, entry).is_none()) {
        push_like_the_last(array, Toml::InlineTable(filled(InlineTable::new(), list, entry)));
    }
}

/// One row a line.
fn lines(list: List, draft: &[Entry]) -> Array {
    let mut array = Array::new();
    for entry in draft {
        let mut item = Toml::InlineTable(filled(InlineTable::new(), list, entry));
        item.decor_mut().set_prefix("\n  ");
        array.push_formatted(item);
    }
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    array
}
