//! What happens to the room by itself: closing after hours, signs of life, calls whose time is over (rules 9 and 10).

use chrono::{DateTime, Utc};

use super::super::book::Book;
use super::super::error::StorageError;
use super::{Desk, ms};
use crate::domain::internet::{SessionEnd, closed_at, closing_after};

impl Book {
    /// Tends the room at `now`: closes sessions whose closing time has passed, ended at the earlier of closing time and last
    /// sign of life; writes a sign of life into the others; ends queue numbers of past days; passes calls on whose time
    /// is over. To be called at the start and every minute. An idle room costs no write.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn tend_room(&mut self, now: DateTime<Utc>) -> Result<(), StorageError> {
        let busy: bool = self.conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM internet_session WHERE ended_at_ms IS NULL)
               OR EXISTS (SELECT 1 FROM queue_ticket WHERE state IN ('waiting', 'called', 'missed'))",
            [],
            |r| r.get(0),
        )?;
        if !busy {
            return Ok(());
        }
        self.in_room(|desk| {
            desk.close_up(now)?;
            desk.end_numbers(now)?;
            desk.settle(now)
        })
    }
}

impl Desk<'_> {
    fn close_up(&self, now: DateTime<Utc>) -> Result<(), StorageError> {
        for open in self.all_open()? {
            match closed_at(open.started, open.seen, now, &self.rules.hours, self.zone) {
                Some(at) => self.end(&open, SessionEnd::Automatic, at)?,
                None => {
                    self.conn
                        .prepare_cached("UPDATE internet_session SET seen_at_ms = ?2 WHERE n = ?1")?
                        .execute((open.n, ms(now)))?;
                }
            }
        }
        Ok(())
    }

    fn end_numbers(&self, now: DateTime<Utc>) -> Result<(), StorageError> {
        for ticket in self.tickets()? {
            if closing_after(ticket.taken, &self.rules.hours, self.zone).is_some_and(|closing| closing <= now) {
                self.set_state(ticket.id, "cleared")?;
            }
        }
        Ok(())
    }
}
