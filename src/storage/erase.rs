//! Erasing personal data after its time (UU 27/2022); the counted facts stay.

use std::fs;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::backup::{SET_ASIDE_FILE, remove_book};
use super::book::Book;
use super::error::StorageError;
use super::members::words;
use super::search;

/// Rows of one transaction: so few that a visitor's commit never waits noticeably.
const STEP: i64 = 500;

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Erased {
    /// Visits whose name, card number, note, institution and origin are gone.
    pub visits: u64,
    /// Members whose card had ended before the day, taken out of the list.
    pub members: u64,
}

/// Erases the personal data of one row, and the words by which it is found; inside the caller's transaction.
pub(super) fn erase_row(tx: &Connection, n: i64, now: DateTime<Utc>) -> Result<(), StorageError> {
    search::forget(tx, n)?;
    tx.prepare_cached(
        "UPDATE visit SET name = NULL, card_number = NULL, purpose_note = NULL, institution = NULL, origin = NULL,
           erased_at_ms = ?2 WHERE n = ?1",
    )?
    .execute((n, now.timestamp_millis()))?;
    tx.prepare_cached("UPDATE internet_session SET card_number = NULL WHERE visit_n = ?1 AND ended_at_ms IS NOT NULL")?
        .execute([n])?;
    tx.prepare_cached("UPDATE queue_ticket SET card_number = NULL WHERE visit_n = ?1")?.execute([n])?;
    Ok(())
}

impl Book {
    /// Erases the personal data of visits before `day` (library-local) and members whose card ended before it, also from
    /// free pages and the write-ahead log, and removes a book set aside by a restore before that day. In small
    /// transactions, so that it may run beside visitors, on a connection and a thread of its own.
    ///
    /// # Errors
    /// SQLite refused; what is erased so far stays erased, and the next call goes on.
    pub fn erase_older_than(&mut self, day: NaiveDate, now: DateTime<Utc>) -> Result<Erased, StorageError> {
        self.in_place()?;
        let end_ms = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() + 86_400_000;
        let day = day.to_string();
        let erased = Erased { visits: self.erase_visits(end_ms, &day, now)?, members: self.erase_members(&day)? };
        self.erase_replaced(end_ms, &day)?;
        self.erase_audit_texts(end_ms)?;
        self.conn.prepare_cached("DELETE FROM rating_words WHERE local_date < ?1")?.execute([&day])?;
        self.checkpoint(true)?;
        self.remove_set_aside(end_ms);
        Ok(erased)
    }

    fn erase_visits(&mut self, end_ms: i64, day: &str, now: DateTime<Utc>) -> Result<u64, StorageError> {
        let mut erased = 0;
        let mut from = (i64::MIN, i64::MIN);
        loop {
            // Searched before the transaction: passing over what was erased long ago must not hold the lock.
            let due: Vec<(i64, i64)> = self
                .conn
                .prepare_cached(
                    "SELECT at_ms, n FROM visit WHERE (at_ms, n) > (?1, ?2) AND at_ms < ?3 AND local_date < ?4
                       AND erased_at_ms IS NULL ORDER BY at_ms, n LIMIT ?5",
                )?
                .query_map((from.0, from.1, end_ms, day, STEP), |r| Ok((r.get(0)?, r.get(1)?)))?
                .collect::<Result<_, _>>()?;
            let Some(last) = due.last() else { return Ok(erased) };
            from = *last;
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (_, n) in &due {
                erase_row(&tx, *n, now)?;
            }
            tx.commit()?;
            erased += due.len() as u64;
        }
    }

    fn erase_members(&mut self, day: &str) -> Result<u64, StorageError> {
        let mut erased = 0;
        let mut from = String::new();
        loop {
            let due: Vec<String> = self
                .conn
                .prepare_cached(
                    "SELECT card_number FROM member WHERE card_number > ?1 AND valid_until < ?2
                     ORDER BY card_number LIMIT ?3",
                )?
                .query_map((&from, day, STEP), |r| r.get(0))?
                .collect::<Result<_, _>>()?;
            let Some(last) = due.last() else { return Ok(erased) };
            from.clone_from(last);
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for card in &due {
                // Asked again: an import may have prolonged the card, or changed the name, meanwhile.
                let gone = tx
                    .prepare_cached("DELETE FROM member WHERE card_number = ?1 AND valid_until < ?2 RETURNING name")?
                    .query_row((card, day), |r| r.get::<_, String>(0))
                    .optional()?;
                if let Some(name) = gone {
                    words::remove(&tx, card, &name)?;
                    erased += 1;
                }
            }
            words::list_changed(&tx)?;
            tx.commit()?;
        }
    }

    /// What the last import replaced: cards that had ended before the day, and everything once the import itself is that
    /// old. `end_ms` as in [`Self::erase_audit_texts`].
    fn erase_replaced(&mut self, end_ms: i64, day: &str) -> Result<(), StorageError> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute("DELETE FROM member_before WHERE valid_until < ?1", [day])?;
        let old = tx.execute(
            "UPDATE member_import SET can_undo = 0 WHERE can_undo AND at_ms < ?1",
            [end_ms - 2 * 86_400_000],
        )?;
        if old > 0 {
            tx.execute("DELETE FROM member_before", [])?;
        }
        Ok(tx.commit()?)
    }

    /// People's own words beside the audit log; the chain holds without them. `end_ms` is the end of the first day that is
    /// kept, in UTC: a day before its beginning lies before that beginning in every zone.
    fn erase_audit_texts(&self, end_ms: i64) -> Result<(), StorageError> {
        let sql = "DELETE FROM audit_text WHERE entry_n IN (SELECT n FROM audit_entry WHERE at_ms < ?1)";
        self.conn.prepare_cached(sql)?.execute([end_ms - 2 * 86_400_000])?;
        Ok(())
    }

    fn remove_set_aside(&self, before_ms: i64) {
        let aside = self.folder.path().join(SET_ASIDE_FILE);
        let old = fs::metadata(&aside)
            .and_then(|m| m.modified())
            .is_ok_and(|at| DateTime::<Utc>::from(at).timestamp_millis() < before_ms);
        if old {
            remove_book(&aside);
        }
    }
}
