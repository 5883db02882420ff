//! Visitors who were told that the internet room needs a valid KTA. They leave no row; only how many is kept, a day and
//! reason.

use super::book::Book;
use super::error::StorageError;
use super::report_figures::ends;
use super::statistics::unsigned;
use crate::domain::internet::RefusedFor;
use crate::domain::report::TurnedAway;
use crate::domain::span::Span;

impl Book {
    pub(super) fn turned_away(&self, span: Span) -> Result<TurnedAway, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT reason, sum(n) FROM turned_away WHERE local_date BETWEEN ?1 AND ?2 GROUP BY reason",
        )?;
        let mut rows = query.query(ends(span))?;
        let mut counts = TurnedAway::default();
        while let Some(row) = rows.next()? {
            let why = RefusedFor::from_id(&row.get::<_, String>(0)?);
            counts.add(why.ok_or_else(|| StorageError::Damaged("a reason".to_owned()))?, unsigned(row.get(1)?));
        }
        Ok(counts)
    }
}
