//! Rows of the book on their way into a file: all of an order's days, or those that a sieve lets through.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::make::{End, GoesOn, WRITTEN, part};
use super::{Issuer, RowsFault};
use crate::domain::period::Period;
use crate::domain::report::{FileForm, Order, Sifted, Tally, Trouble};
use crate::domain::span::Span;
use crate::domain::statistics::Dimension;
use crate::domain::visit_row::VisitRow;
use crate::exchange::cell::Cell;
use crate::exchange::table_out::{Form, Target};
use crate::exchange::visits_out;
use crate::storage::Book;

/// Which rows, and how they are written.
struct Rows<'a> {
    period: Period,
    form: FileForm,
    cells: fn(&VisitRow) -> Vec<Cell>,
    takes: &'a dyn Fn(&VisitRow) -> bool,
}

/// Writes the rows of an order.
pub(super) fn of_order(book: &Book, order: &Order, to: &Path, goes_on: GoesOn<'_>) -> Result<(), End> {
    let takes = |row: &VisitRow| order.takes(row);
    let rows =
        Rows { period: order.span.period(), form: order.form, cells: visits_out::cells_of(order), takes: &takes };
    rows.write(book, to, goes_on).map(drop)
}

/// Writes the rows that pass, and gives them as an order: of the days that were asked for, and where an end was left open
/// as far as there are rows.
pub(super) fn of_sieve(
    book: &Book,
    (issuer, at): (&Issuer, DateTime<Utc>),
    sifted: &Sifted,
    to: &Path,
    goes_on: GoesOn<'_>,
) -> Result<Order, End> {
    let (period, takes) = (sifted.sieve.period, sifted.sieve.passing());
    let cells = if sifted.mask_names { visits_out::masked_cells } else { visits_out::cells };
    let rows = Rows { period, form: sifted.form, cells, takes: &takes };
    let days = rows.write(book, to, goes_on)?;
    let today = issuer.day(at);
    let from = period.from.or(days.map(|(first, _)| first)).unwrap_or_else(|| period.to.unwrap_or(today));
    let to = period.to.or(days.map(|(_, last)| last)).unwrap_or(today).max(from);
    let span = Span::recognised(from, to).map_err(|error| {
        tracing::warn!(%error, "the days of an export are none");
        End::Trouble(Trouble::Failed)
    })?;
    Ok(sifted.order(span))
}

/// The first and the last day of some rows.
type Days = (chrono::NaiveDate, chrono::NaiveDate);

impl Rows<'_> {
    /// Answers the days of the rows that were written.
    fn write(&self, book: &Book, to: &Path, goes_on: GoesOn<'_>) -> Result<Option<Days>, End> {
        let all = book.statistics(Dimension::Total, self.period)?.first().map_or(0, |c| Tally::from(c).entries);
        let form = if self.form == FileForm::Csv { Form::Csv } else { Form::Xlsx };
        let (mut seen, mut days) = (0, None::<Days>);
        let written = super::rows(book, self.period, form, &Target::File(to.to_owned()), |row| {
            if !goes_on(part(1, WRITTEN, seen, all)) {
                return Err(RowsFault::Stopped);
            }
            seen += 1;
            if !(self.takes)(row) {
                return Ok(None);
            }
            let day = row.recorded_at.date_naive();
            days = Some(days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
            Ok(Some((self.cells)(row)))
        });
        match written {
            Ok(()) => Ok(days),
            Err(RowsFault::Book(error)) => Err(error.into()),
            Err(RowsFault::Out(fault)) => Err(fault.into()),
            Err(RowsFault::Stopped) => Err(End::Cancelled),
        }
    }
}
