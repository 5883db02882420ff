//! Ending a session, by whomever, and what follows from it.

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

use super::super::book::moment;
use super::super::error::StorageError;
use super::super::record::facts_of_row;
use super::super::rows::visit_id;
use super::super::totals;
use super::take::Open;
use super::{Desk, ms};
use crate::domain::internet::{Left, SessionEnd, SessionId};
use crate::domain::name::Name;

impl Desk<'_> {
    /// Ends the session; its length is never negative, whatever the clock did. The computer goes to the next who waits
    /// only when the caller settles the room.
    pub(super) fn end(&self, open: &Open, end: SessionEnd, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.recounted(open.visit_n, || self.mark_ended(open.n, end, at))
    }

    /// Begins, changes or ends the session of a visit, and the totals with it; a visit that was taken back has none.
    pub(super) fn recounted<T>(
        &self,
        visit_n: i64,
        change: impl FnOnce() -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        if let Some(facts) = facts_of_row(self.conn, visit_n)? {
            totals::session_out(self.conn, &facts)?;
        }
        let changed = change()?;
        if let Some(facts) = facts_of_row(self.conn, visit_n)? {
            totals::session_in(self.conn, &facts)?;
        }
        Ok(changed)
    }

    pub(super) fn mark_ended(&self, n: i64, end: SessionEnd, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.conn
            .prepare_cached(
                "UPDATE internet_session SET ended_at_ms = max(started_at_ms, ?2), end_kind = ?3, exit_code = NULL
                 WHERE n = ?1",
            )?
            .execute((n, ms(at), end.id()))?;
        Ok(())
    }

    /// The visit in that row was voided and its counts are taken back: its session ends uncounted, its queue number is over,
    /// and the computer goes to the next (rule 8).
    pub(in crate::storage) fn voided(&self, visit_n: i64, at: DateTime<Utc>) -> Result<(), StorageError> {
        if let Some(open) = self.open_of_visit(visit_n)? {
            self.mark_ended(open.n, SessionEnd::Staff, at)?;
        }
        self.conn
            .prepare_cached(
                "UPDATE queue_ticket SET state = 'voided', seat = NULL, called_at_ms = NULL
                 WHERE visit_n = ?1 AND state IN ('waiting', 'called', 'missed')",
            )?
            .execute([visit_n])?;
        self.settle(at)
    }

    /// An ended session as its visitor is told; `None` while it is open, or when there is none.
    pub(super) fn left(&self, session: SessionId) -> Result<Option<Left>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT v.id, s.seat, s.started_at_ms, s.ended_at_ms, s.end_kind, v.name
             FROM internet_session s JOIN visit v ON v.n = s.visit_n WHERE s.n = ?1 AND s.ended_at_ms IS NOT NULL",
        )?;
        let row = query.query_row([session.0], |r| {
            Ok((
                r.get::<_, [u8; 16]>(0)?,
                r.get::<_, String>(1)?,
                r.get::<_, i64>(2)?,
                r.get::<_, i64>(3)?,
                r.get::<_, String>(4)?,
                r.get::<_, Option<String>>(5)?,
            ))
        });
        let Some((id, seat, started, ended, end, name)) = row.optional()? else { return Ok(None) };
        Ok(Some(Left {
            visit: visit_id(&id),
            seat,
            started: moment(started)?,
            ended: moment(ended)?,
            end: SessionEnd::from_id(&end).ok_or_else(|| StorageError::Damaged("the end of a session".to_owned()))?,
            name: name.as_deref().and_then(Name::from_list),
        }))
    }
}
