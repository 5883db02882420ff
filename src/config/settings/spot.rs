//! Which setting a problem of the file is about, so that its sentence stands beside the right field.

use std::ops::Range;

use toml_edit::{Document, Item};

use super::document::find;
use super::read::tables;
use crate::config::problem::Problem;
use crate::config::source::Source;
use crate::domain::settings::{List, Section, Spot};

/// The setting at which a problem of `text` stands; `None` when it is about the file as a whole.
#[must_use]
pub fn spot(text: &str, problem: &Problem) -> Option<Spot> {
    let document = Document::parse(text).ok()?;
    let source = Source::new(text, "");
    let at = (problem.line, problem.column);
    let stands = |item: &Item| item.span().is_some_and(|span| source.place(span.start) == at);
    let within = |span: &Range<usize>| source.place(span.start) <= at && at <= source.place(span.end);
    for setting in Section::ALL.iter().flat_map(|section| section.settings()) {
        if let Some(item) = find(document.as_table(), setting.path)
            && (stands(item) || item.is_array() && item.span().as_ref().is_some_and(within))
        {
            return Some(Spot::Key(setting.path));
        }
    }
    for list in List::ALL {
        let Some(item) = find(document.as_table(), list.id()) else { continue };
        for (row, table) in tables(item).into_iter().enumerate() {
            for setting in list.settings() {
                if let Some(cell) = find(table, setting.path)
                    && (stands(cell) || cell.is_array() && cell.span().as_ref().is_some_and(within))
                {
                    return Some(Spot::Cell(*list, row, setting.path));
                }
            }
        }
        if let Some(row) = row_spans(item).iter().position(|span| span.as_ref().is_some_and(within)) {
            return Some(Spot::Row(*list, row));
        }
    }
    None
}

fn row_spans(item: &Item) -> Vec<Option<Range<usize>>> {
    match item {
        Item::ArrayOfTables(tables) => tables.iter().map(toml_edit::Table::span).collect(),
        Item::Value(toml_edit::Value::Array(array)) => array.iter().map(toml_edit::Value::span).collect(),
        _ => Vec::new(),
    }
}
