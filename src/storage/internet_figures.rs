//! The figures of the internet room over a span of days, for the report and the panel.

use super::book::Book;
use super::error::StorageError;
use super::histogram::Measure;
use super::report_figures::{around, day, ends};
use super::statistics::unsigned;
use crate::domain::report::{InternetFigures, Ratings, TidyFigures, Timely};
use crate::domain::span::Span;
use crate::domain::statistics::{Count, Dimension};

impl Book {
    /// The figures of the room; a session belongs to the day of its visit, a rating to the day on which it was given.
    /// `check_out_seconds` is SOP step 3. Sessions are read row by row for the tidy points, the hours and the times of
    /// leaving; the rest comes from the days' totals.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn internet_figures(&self, span: Span, check_out_seconds: u32) -> Result<InternetFigures, StorageError> {
        let days = self.grouped("session", "day.d", span.period())?;
        let mut days = days.iter().map(|c| Ok((day(&c.key)?, c.entries))).collect::<Result<Vec<_>, StorageError>>()?;
        days.sort_unstable();
        Ok(InternetFigures {
            days,
            seats: self.statistics(Dimension::Seat, span.period())?,
            hours: self.session_hours(span)?,
            ended: self.statistics(Dimension::Session, span.period())?,
            length: self.lengths(Measure::Session, None, span)?,
            wait: self.lengths(Measure::Wait, None, span)?,
            tidy: self.tidy_figures(span)?,
            check_out_seconds,
            check_out: self.check_out_times(span, check_out_seconds)?,
            ratings: self.ratings(span)?,
            refused: Some(self.turned_away(span)?),
        })
    }

    /// Sessions by the hour in which they began, `00` to `23`; entries and people.
    fn session_hours(&self, span: Span) -> Result<Vec<Count>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT ((s.started_at_ms / 1000 + s.utc_offset_s + 86400) / 3600) % 24 AS hour, count(*), sum(v.headcount)
             FROM internet_session s JOIN visit v ON v.n = s.visit_n
             WHERE s.started_at_ms BETWEEN ?1 AND ?2 AND v.local_date BETWEEN ?3 AND ?4 AND v.voided = 0
             GROUP BY hour ORDER BY hour",
        )?;
        let rows = query.query_map(around(span), |r| {
            let hour: u32 = r.get(0)?;
            Ok(Count { key: format!("{hour:02}"), entries: unsigned(r.get(1)?), people: unsigned(r.get(2)?) })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn tidy_figures(&self, span: Span) -> Result<TidyFigures, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT count(*), sum(s.shut_down), sum(s.tidied), sum(s.clean), sum(s.shut_down AND s.tidied AND s.clean)
             FROM internet_session s JOIN visit v ON v.n = s.visit_n
             WHERE s.started_at_ms BETWEEN ?1 AND ?2 AND v.local_date BETWEEN ?3 AND ?4 AND v.voided = 0
               AND s.shut_down IS NOT NULL AND s.tidied IS NOT NULL AND s.clean IS NOT NULL",
        )?;
        Ok(query.query_row(around(span), |r| {
            let sum = |at| Ok::<_, rusqlite::Error>(unsigned(r.get::<_, Option<i64>>(at)?.unwrap_or(0)));
            Ok(TidyFigures { asked: sum(0)?, shut_down: sum(1)?, tidied: sum(2)?, clean: sum(3)?, all: sum(4)? })
        })?)
    }

    fn check_out_times(&self, span: Span, limit: u32) -> Result<Timely, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT count(*), count(CASE WHEN s.checkout_s <= ?5 THEN 1 END)
             FROM internet_session s JOIN visit v ON v.n = s.visit_n
             WHERE s.started_at_ms BETWEEN ?1 AND ?2 AND v.local_date BETWEEN ?3 AND ?4 AND v.voided = 0
               AND s.checkout_s IS NOT NULL",
        )?;
        let (from_ms, to_ms, from, to) = around(span);
        Ok(query.query_row((from_ms, to_ms, from, to, limit), |r| {
            Ok(Timely { measured: unsigned(r.get(0)?), within: unsigned(r.get(1)?) })
        })?)
    }

    fn ratings(&self, span: Span) -> Result<Ratings, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT score, sum(n) FROM rating_count WHERE local_date BETWEEN ?1 AND ?2 GROUP BY score",
        )?;
        let mut rows = query.query(ends(span))?;
        let mut ratings = Ratings::default();
        while let Some(r) = rows.next()? {
            let place = usize::from(r.get::<_, u8>(0)?).checked_sub(1).and_then(|at| ratings.0.get_mut(at));
            *place.ok_or_else(|| StorageError::Damaged("a score".to_owned()))? = unsigned(r.get(1)?);
        }
        Ok(ratings)
    }

    fn turned_away(&self, span: Span) -> Result<u64, StorageError> {
        let mut query = self
            .conn
            .prepare_cached("SELECT coalesce(sum(n), 0) FROM turned_away WHERE local_date BETWEEN ?1 AND ?2")?;
        Ok(unsigned(query.query_row(ends(span), |r| r.get(0))?))
    }
}
