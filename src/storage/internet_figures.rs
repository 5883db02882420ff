//! The figures of the internet room over a span of days, for the report and the panel.

use chrono::NaiveDate;

use super::book::Book;
use super::error::StorageError;
use super::histogram::Measure;
use super::months;
use super::report_figures::{around, day, ends};
use super::statistics::unsigned;
use crate::domain::dashboard::{Comparison, Question, RoomAgainst, RoomStanding, compared};
use crate::domain::report::{Histogram, InternetFigures, Ratings, TidyFigures, Timely};
use crate::domain::span::Span;
use crate::domain::statistics::{Count, Dimension};

/// What only the sessions themselves can say.
#[derive(Default)]
struct SessionRows {
    /// By the hour in which they began, `00` to `23`; entries and people.
    hours: Vec<Count>,
    tidy: TidyFigures,
    check_out: Timely,
}

impl Book {
    /// The figures of the room; a session belongs to the day of its visit, a rating to the day on which it was given.
    /// `check_out_seconds` is SOP step 3. Sessions are read row by row, once, for the tidy points, the hours and the times
    /// of leaving; the rest comes from the totals of days and months.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn internet_figures(&self, span: Span, check_out_seconds: u32) -> Result<InternetFigures, StorageError> {
        let SessionRows { hours, tidy, check_out } = self.session_rows(span, check_out_seconds)?;
        Ok(InternetFigures {
            days: self.session_days(span)?,
            seats: self.statistics(Dimension::Seat, span.period())?,
            hours,
            ended: self.statistics(Dimension::Session, span.period())?,
            length: self.lengths(Measure::Session, span)?,
            wait: self.lengths(Measure::Wait, span)?,
            tidy,
            check_out_seconds,
            check_out,
            ratings: self.ratings(span)?,
            refused: Some(self.turned_away(span)?),
        })
    }

    /// The same of the days of a question, beside the days that they are compared with; of one moment of the book.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn room_standing(&self, question: Question, check_out_seconds: u32) -> Result<RoomStanding, StorageError> {
        let moment = self.conn.unchecked_transaction()?;
        let figures = self.internet_figures(question.span, check_out_seconds)?;
        let against = match compared(question.span, question.today, question.hour) {
            None => None,
            Some(comparison) => {
                let then = self.compared_figures(comparison)?;
                Some(RoomAgainst::of(comparison, &figures, &then))
            }
        };
        moment.finish()?;
        Ok(RoomStanding { figures, against })
    }

    /// Of the days before only what is compared.
    fn compared_figures(&self, comparison: Comparison) -> Result<InternetFigures, StorageError> {
        let then = comparison.then;
        let hours = if comparison.before_hour.is_some() { self.session_rows(then, 0)?.hours } else { Vec::new() };
        let (days, ratings) = (self.session_days(then)?, self.ratings(then)?);
        Ok(InternetFigures { days, hours, ratings, ..InternetFigures::default() })
    }

    /// Of all columns of the book together.
    fn lengths(&self, measure: Measure, span: Span) -> Result<Histogram, StorageError> {
        let [member, non_member, group] = months::lengths(&self.conn, measure, span)?;
        Ok(member.plus(&non_member).plus(&group))
    }

    fn session_days(&self, span: Span) -> Result<Vec<(NaiveDate, u64)>, StorageError> {
        let days = self.grouped("session", "day.d", span.period())?;
        let mut days = days.iter().map(|c| Ok((day(&c.key)?, c.entries))).collect::<Result<Vec<_>, StorageError>>()?;
        days.sort_unstable();
        Ok(days)
    }

    /// The sessions of the span, read once: by hour, how tidy they were left, and how quickly.
    fn session_rows(&self, span: Span, check_out_seconds: u32) -> Result<SessionRows, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT hour, count(*), sum(headcount),
               sum(asked), sum(asked AND shut_down), sum(asked AND tidied), sum(asked AND clean),
               sum(asked AND shut_down AND tidied AND clean),
               count(checkout_s), count(CASE WHEN checkout_s <= ?5 THEN 1 END)
             FROM (
               SELECT ((s.started_at_ms / 1000 + s.utc_offset_s + 86400) / 3600) % 24 AS hour, v.headcount,
                 s.shut_down, s.tidied, s.clean, s.checkout_s,
                 s.shut_down IS NOT NULL AND s.tidied IS NOT NULL AND s.clean IS NOT NULL AS asked
               FROM internet_session s JOIN visit v ON v.n = s.visit_n
               WHERE s.started_at_ms BETWEEN ?1 AND ?2 AND v.local_date BETWEEN ?3 AND ?4 AND v.voided = 0)
             GROUP BY hour ORDER BY hour",
        )?;
        let (from_ms, to_ms, from, to) = around(span);
        let mut rows = query.query((from_ms, to_ms, from, to, check_out_seconds))?;
        let mut all = SessionRows::default();
        while let Some(r) = rows.next()? {
            let hour: u32 = r.get(0)?;
            let sum = |at| Ok::<_, rusqlite::Error>(unsigned(r.get(at)?));
            all.hours.push(Count { key: format!("{hour:02}"), entries: sum(1)?, people: sum(2)? });
            all.tidy.asked += sum(3)?;
            all.tidy.shut_down += sum(4)?;
            all.tidy.tidied += sum(5)?;
            all.tidy.clean += sum(6)?;
            all.tidy.all += sum(7)?;
            all.check_out.measured += sum(8)?;
            all.check_out.within += sum(9)?;
        }
        Ok(all)
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
