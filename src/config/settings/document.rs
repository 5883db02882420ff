//! Values in a TOML document by their path.

use toml_edit::{Array, Item, Table, TableLike, Value as Toml};

use crate::domain::settings::{Kind, Value};

/// Sections of the file that have a header of their own when they are written anew; other tables become dotted keys.
const SECTIONS: &[&str] = &[
    "library",
    "kiosk",
    "card",
    "scan",
    "repeat",
    "form.non_member",
    "form.group",
    "internet",
    "internet.hours",
    "service_standard",
    "service_standard.step_1",
    "service_standard.step_2",
    "service_standard.step_3",
    "privacy",
    "staff",
    "storage",
    "backup",
];

/// The item under a path.
pub(super) fn find<'t>(table: &'t dyn TableLike, path: &str) -> Option<&'t Item> {
    match path.split_once('.') {
        None => table.get(path),
        Some((first, rest)) => find(table.get(first)?.as_table_like()?, rest),
    }
}

/// The item as a value of that kind; `None` for another type.
pub(super) fn value(item: &Item, kind: Kind) -> Option<Value> {
    match kind {
        Kind::Number(_) => item.as_integer().and_then(|n| u64::try_from(n).ok()).map(Value::Number),
        Kind::Flag => item.as_bool().map(Value::Flag),
        Kind::Lines(..) | Kind::Several(_) => {
            let lines = item.as_array()?.iter().map(|v| v.as_str().map(|t| t.trim().to_owned()));
            lines.collect::<Option<_>>().map(Value::List)
        }
        Kind::Place => {
            let numbers: Vec<_> = item.as_array()?.iter().filter_map(Toml::as_integer).collect();
            let &[column, row] = numbers.as_slice() else { return None };
            Some(Value::Place(u8::try_from(column).ok()?, u8::try_from(row).ok()?))
        }
        _ => item.as_str().map(|t| Value::Text(t.trim().to_owned())),
    }
}

/// Puts a value under a path, with the comments that stand around the old one. Tables that are missing are made.
/// `whole` is the path from the root, by which sections are known.
pub(super) fn put(table: &mut dyn TableLike, path: &str, whole: &str, value: &Value) {
    let Some((first, rest)) = path.split_once('.') else {
        return put_here(table, path, value);
    };
    let done = whole.len() - rest.len() - 1;
    let here = whole.get(..done).unwrap_or_default();
    if table.get(first).is_none_or(|item| !item.is_table_like()) {
        let mut new = Table::new();
        if SECTIONS.contains(&here) {
            new.set_implicit(false);
        } else if SECTIONS.iter().any(|s| s.strip_prefix(here).is_some_and(|rest| rest.starts_with('.'))) {
            new.set_implicit(true);
        } else {
            new.set_dotted(true);
        }
        table.insert(first, Item::Table(new));
    }
    if let Some(child) = table.get_mut(first).and_then(Item::as_table_like_mut) {
        put(child, rest, whole, value);
    }
}

fn put_here(table: &mut dyn TableLike, key: &str, value: &Value) {
    match (table.get_mut(key), value) {
        (Some(Item::Value(Toml::Array(array))), Value::List(lines)) => put_lines(array, lines),
        (Some(Item::Value(old)), _) => {
            let mut new = toml(value);
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        _ => {
            table.insert(key, Item::Value(toml(value)));
        }
    }
}

/// Changes the lines of a list one by one, so that comments between them stay.
fn put_lines(array: &mut Array, lines: &[String]) {
    for (place, line) in lines.iter().enumerate() {
        if let Some(old) = array.get_mut(place) {
            if old.as_str().map(str::trim) != Some(line) {
                let decor = old.decor().clone();
                *old = Toml::from(line.as_str());
                *old.decor_mut() = decor;
            }
        } else {
            push_like_the_last(array, Toml::from(line.as_str()));
        }
    }
    while array.len() > lines.len() {
        remove_but_its_comment(array, array.len() - 1);
    }
}

/// Appends an item that is set like the one before it.
pub(super) fn push_like_the_last(array: &mut Array, mut item: Toml) {
    let last =
        array.iter().last().map(|last| indent(last.decor().prefix().and_then(|p| p.as_str()).unwrap_or_default()));
    if let Some(prefix) = last {
        item.decor_mut().set_prefix(prefix);
        array.push_formatted(item);
    } else {
        array.push(item);
    }
}

/// The white space before an item, from its last line break on.
fn indent(prefix: &str) -> String {
    let from = prefix.rfind('\n').unwrap_or(0);
    prefix.get(from..).unwrap_or_default().chars().filter(|c| c.is_whitespace()).collect()
}

/// Removes an item; a comment before it stays, before the next one or at the end.
pub(super) fn remove_but_its_comment(array: &mut Array, place: usize) {
    let gone = array.remove(place);
    let text = |raw: Option<&toml_edit::RawString>| raw.and_then(|p| p.as_str()).unwrap_or_default().to_owned();
    let comment = text(gone.decor().prefix());
    if !comment.contains('#') {
        return;
    }
    let comment = comment.trim_end_matches([' ', '\t']).trim_end_matches('\n').to_owned();
    if let Some(next) = array.get_mut(place) {
        let prefix = comment + &text(next.decor().prefix());
        next.decor_mut().set_prefix(prefix);
    } else {
        let trailing = array.trailing().as_str().unwrap_or("\n").to_owned();
        let trailing = if trailing.contains('\n') { trailing } else { "\n".to_owned() };
        array.set_trailing(comment + &trailing);
    }
}

/// A value as TOML writes it.
pub(super) fn toml(value: &Value) -> Toml {
    match value {
        Value::Text(text) => Toml::from(text.as_str()),
        Value::Number(n) => Toml::from(i64::try_from(*n).unwrap_or(i64::MAX)),
        Value::Flag(flag) => Toml::from(*flag),
        Value::List(lines) => Toml::Array(lines.iter().map(String::as_str).collect()),
        Value::Place(column, row) => Toml::Array([*column, *row].into_iter().map(i64::from).collect()),
    }
}
