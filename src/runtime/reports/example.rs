//! The preview of a file that holds rows of the book: its columns, each with what the first row says in it.

use super::{Issuer, RowsFault};
use crate::domain::report::{Column, Document, Order, Part, Table, Tally, Value};
use crate::domain::statistics::Dimension;
use crate::exchange::visits_out;
use crate::i18n::{Lang, Words};
use crate::storage::{Book, StorageError};

/// Says what the file of an order will hold. Nothing of this is printed on paper.
///
/// # Errors
/// The book cannot be read.
pub fn example(book: &Book, issuer: &Issuer, order: &Order) -> Result<Document, StorageError> {
    let words = Words::of(Lang::Id);
    let period = order.span.period();
    let counted = book.statistics(Dimension::Total, period)?.first().map(Tally::from).unwrap_or_default();
    let mut first = None;
    let found = book.visits::<RowsFault>(period, |row| {
        if !order.takes(row) {
            return Ok(());
        }
        first = Some(visits_out::cells_of(order)(row));
        Err(RowsFault::Stopped)
    });
    if let Err(RowsFault::Book(error)) = found {
        return Err(error);
    }
    let cell = |at: usize| first.as_ref().and_then(|cells| cells.get(at)).map(|c| c.plain().into_owned());
    let row = |(at, name): (usize, &&str)| vec![Value::text(*name), Value::text(cell(at).unwrap_or_default())];
    let table = Table {
        title: words.get("report-raw-columns"),
        columns: vec![
            Column::words(words.get("report-raw-column")),
            Column::words(words.get(if first.is_some() { "report-raw-first" } else { "report-raw-none" })),
        ],
        rows: visits_out::COLUMNS.iter().enumerate().map(row).collect(),
        total: None,
        note: None,
    };
    let kind = format!("report-raw-{}", order.content.id());
    let sentence = words.with("report-raw-rows", &[("entries", words.number(counted.entries))]);
    Ok(Document {
        lang: words.lang(),
        letterhead: issuer.letterhead.clone(),
        title: words.with(&kind, &[("span", words.span(&order.span))]),
        subtitle: words.from_to(order.span.from(), order.span.to()),
        parts: vec![Part::Text(sentence), Part::Table(table)],
        notes: Vec::new(),
        place_and_date: String::new(),
        signatures: Vec::new(),
        audit: None,
    })
}
