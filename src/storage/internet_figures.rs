//! The figures of the internet room over a span of days, for the report and the panel.

use chrono::NaiveDate;

use super::book::Book;
use super::error::StorageError;
use super::histogram::Measure;
use super::months;
use super::report_figures::{day, ends};
use super::statistics::unsigned;
use super::totals;
use crate::domain::dashboard::{Comparison, Question, RoomAgainst, RoomStanding, compared};
use crate::domain::internet::TidyPoint;
use crate::domain::report::{Histogram, InternetFigures, Ratings, TidyFigures};
use crate::domain::span::Span;
use crate::domain::statistics::{Count, Dimension};

impl Book {
    /// The figures of the room; a session belongs to the day of its visit, a rating to the day on which it was given.
    /// `check_out_seconds` is SOP step 3. Totals of days and months alone are read, and no session.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn internet_figures(&self, span: Span, check_out_seconds: u32) -> Result<InternetFigures, StorageError> {
        Ok(InternetFigures {
            days: self.session_days(span)?,
            seats: self.statistics(Dimension::Seat, span.period())?,
            hours: self.session_hours(span)?,
            ended: self.statistics(Dimension::Session, span.period())?,
            length: self.lengths(Measure::Session, span)?,
            wait: self.lengths(Measure::Wait, span)?,
            tidy: self.tidy_figures(span)?,
            check_out_seconds,
            check_out: months::within(&self.conn, "checkout", span, check_out_seconds)?,
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
        let hours = if comparison.before_hour.is_some() { self.session_hours(then)? } else { Vec::new() };
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

    /// Sessions by the hour in which they began, `00` to `23`.
    fn session_hours(&self, span: Span) -> Result<Vec<Count>, StorageError> {
        let mut hours = months::keyed(&self.conn, "session_hour", span)?;
        hours.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        Ok(hours)
    }

    /// What was ticked.
    fn tidy_figures(&self, span: Span) -> Result<TidyFigures, StorageError> {
        let ticked = months::keyed(&self.conn, "tidy", span)?;
        let of = |key: &str| ticked.iter().find(|count| count.key == key).map_or(0, |count| count.entries);
        Ok(TidyFigures {
            asked: of(totals::TIDY_ASKED),
            shut_down: of(TidyPoint::ShutDown.id()),
            tidied: of(TidyPoint::Tidied.id()),
            clean: of(TidyPoint::Clean.id()),
            all: of(totals::TIDY_ALL),
        })
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
}
