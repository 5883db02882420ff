//! A visitor asks to be erased before the time: the row, those it corrects and those that correct it, and the words of
//! staff about them. A tombstone, the id alone, is replayed when an older copy is restored.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use super::audit;
use super::book::Book;
use super::erase::erase_row;
use super::error::StorageError;
use crate::domain::audit::{Act, Actor, Deed, Happened, Subject};
use crate::domain::visit::VisitId;

/// A row with everything that it corrects and that corrects it.
const CHAIN: &str = "WITH RECURSIVE chain(n) AS (
    SELECT n FROM visit WHERE id = ?1
    UNION SELECT v.corrects_n FROM visit v JOIN chain c ON v.n = c.n WHERE v.corrects_n IS NOT NULL
    UNION SELECT v.n FROM visit v JOIN chain c ON v.corrects_n = c.n)
  SELECT v.n, v.id FROM chain JOIN visit v ON v.n = chain.n ORDER BY v.n";

impl Book {
    /// Erases the personal data of a visit on request, also from free pages and the write-ahead log; its counted facts
    /// stay. The audit log says who did it, and nothing of whom.
    ///
    /// # Errors
    /// [`StorageError::ErasedAlready`], [`StorageError::UnknownVisit`]; otherwise SQLite refused and nothing was erased.
    pub fn erase_on_request(&mut self, id: VisitId, by: Actor, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.in_place()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let erased: Option<bool> = tx
            .prepare_cached("SELECT erased_at_ms IS NOT NULL FROM visit WHERE id = ?1")?
            .query_row([id.0.as_bytes().as_slice()], |r| r.get(0))
            .optional()?;
        match erased {
            None => return Err(StorageError::UnknownVisit),
            Some(true) => return Err(StorageError::ErasedAlready),
            Some(false) => {}
        }
        for (n, of) in chain(&tx, id)? {
            erase_row(&tx, n, at)?;
            erase_words(&tx, of)?;
            tx.prepare_cached("INSERT OR IGNORE INTO erasure_request (visit_id, at_ms) VALUES (?1, ?2)")?
                .execute((of.0.as_bytes().as_slice(), at.timestamp_millis()))?;
        }
        audit::append(&tx, &Deed::of(by, Act::VisitErased).to(Subject::Visit(id)), at)?;
        tx.commit()?;
        self.checkpoint(true)
    }

    /// What happened to a visit and to those it corrects, oldest first.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn history(&self, id: VisitId) -> Result<Vec<Happened>, StorageError> {
        let mut lines = Vec::new();
        for (_, of) in chain(&self.conn, id)? {
            lines.extend(audit::of_subject(&self.conn, &Subject::Visit(of).id())?);
        }
        lines.sort_by_key(|line| line.n);
        lines
            .into_iter()
            .map(|line| {
                let who = match line.actor {
                    Actor::Staff(id) => self.staff_name(id)?.map(|name| name.as_str().to_owned()),
                    Actor::Console | Actor::Kiosk => None,
                };
                let at = line.at.with_timezone(&self.settings.zone).naive_local();
                Ok(Happened { who, words: self.audit_text(line.n)?, at, line })
            })
            .collect()
    }
}

fn chain(conn: &Connection, id: VisitId) -> Result<Vec<(i64, VisitId)>, StorageError> {
    let mut query = conn.prepare_cached(CHAIN)?;
    let rows = query.query_map([id.0.as_bytes().as_slice()], |r| {
        Ok((r.get(0)?, VisitId(Uuid::from_bytes(r.get::<_, [u8; 16]>(1)?))))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The words of staff about a visit.
fn erase_words(conn: &Connection, id: VisitId) -> Result<(), StorageError> {
    conn.prepare_cached("DELETE FROM audit_text WHERE entry_n IN (SELECT n FROM audit_entry WHERE subject = ?1)")?
        .execute([Subject::Visit(id).id()])?;
    Ok(())
}

/// The id of a visit that was erased on request, and when.
pub(super) type Tombstone = ([u8; 16], i64);

/// All tombstones of a book.
pub(super) fn tombstones(conn: &Connection) -> Result<Vec<Tombstone>, StorageError> {
    let mut query = conn.prepare("SELECT visit_id, at_ms FROM erasure_request")?;
    let rows = query.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Erases once more in an older copy what was erased on request since it was made; inside the caller's transaction.
pub(super) fn replay(tx: &Connection, tombstones: &[Tombstone], now: DateTime<Utc>) -> Result<(), StorageError> {
    for (id, at_ms) in tombstones {
        tx.prepare_cached("INSERT OR IGNORE INTO erasure_request (visit_id, at_ms) VALUES (?1, ?2)")?
            .execute((id.as_slice(), at_ms))?;
        let due: Option<i64> = tx
            .prepare_cached("SELECT n FROM visit WHERE id = ?1 AND erased_at_ms IS NULL")?
            .query_row([id.as_slice()], |r| r.get(0))
            .optional()?;
        if let Some(n) = due {
            erase_row(tx, n, now)?;
            erase_words(tx, VisitId(Uuid::from_bytes(*id)))?;
        }
    }
    Ok(())
}
