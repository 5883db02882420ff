//! The membership list: taken in staged beside the book and merged in one short transaction; undone; and read in pages.

mod merge;
mod pages;
mod search;
mod undo;
pub(super) mod words;

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, named_params};

use super::book::Book;
use super::error::StorageError;
use super::lock::ImportLock;
use super::statistics::unsigned;
use crate::domain::audit::Actor;
use crate::domain::card::CardNumber;
use crate::domain::demographics::{Education, Occupation, Sex};
use crate::domain::member::Member;
pub use crate::domain::member_list::{ImportCounts, ImportInfo};

pub use merge::{OnProgress, Takeover};

/// A membership list that is being read. Nothing of the book is touched or locked until [`Self::commit`]; a batch that
/// is dropped leaves no trace. At most one is open at a time, also among several processes.
#[derive(Debug)]
pub struct MemberBatch<'b> {
    book: &'b mut Book,
    _lock: ImportLock,
}

const CREATE_STAGE: &str = "
  CREATE TEMP TABLE stage (
    card_number TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, sex TEXT, birth_date TEXT, education TEXT, occupation TEXT,
    address TEXT, valid_until TEXT, status TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE present (card_number TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE changed (card_number TEXT NOT NULL PRIMARY KEY, known INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE gone (card_number TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
  BEGIN;";
const DROP_STAGE: &str = "DROP TABLE IF EXISTS temp.stage; DROP TABLE IF EXISTS temp.present;
  DROP TABLE IF EXISTS temp.changed; DROP TABLE IF EXISTS temp.gone;";
impl Book {
    /// Begins to take in a membership list.
    ///
    /// # Errors
    /// [`StorageError::ImportRunning`] while another list is taken in; SQLite refused.
    pub fn member_batch(&mut self) -> Result<MemberBatch<'_>, StorageError> {
        let lock = ImportLock::take(&self.folder)?;
        end_stage(&self.conn);
        self.conn.execute_batch(CREATE_STAGE)?;
        Ok(MemberBatch { book: self, _lock: lock })
    }

    /// The last import that was not undone.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn last_import(&self) -> Result<Option<ImportInfo>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT at_ms, source, added, updated, unchanged, deactivated, rejected, can_undo FROM member_import
             WHERE undone_at_ms IS NULL ORDER BY n DESC LIMIT 1",
        )?;
        let mut rows = query.query([])?;
        let Some(r) = rows.next()? else { return Ok(None) };
        let number = |at: usize| r.get(at).map(unsigned);
        Ok(Some(ImportInfo {
            at: super::book::moment(r.get(0)?)?,
            source: r.get(1)?,
            counts: ImportCounts {
                added: number(2)?,
                updated: number(3)?,
                unchanged: number(4)?,
                deactivated: number(5)?,
            },
            rejected: number(6)?,
            can_undo: r.get(7)?,
        }))
    }
}

impl MemberBatch<'_> {
    /// Stages a member. False when the batch holds the number already: the first one stays.
    ///
    /// # Errors
    /// SQLite refused, for instance because the disk for temporary files is full.
    pub fn put(&mut self, member: &Member) -> Result<bool, StorageError> {
        let mut insert = self.book.conn.prepare_cached(
            "INSERT INTO temp.stage VALUES (:card, :name, :sex, :birth, :education, :occupation, :address, :until, :status)
             ON CONFLICT DO NOTHING",
        )?;
        let rows = insert.execute(named_params! {
            ":card": member.card_number.as_str(),
            ":name": member.name.as_str(),
            ":sex": member.sex.map(Sex::id),
            ":birth": member.birth_date.map(|d| d.to_string()),
            ":education": member.education.map(Education::id),
            ":occupation": member.occupation.map(Occupation::id),
            ":address": member.address,
            ":until": member.valid_until.map(|d| d.to_string()),
            ":status": member.status.id(),
        })?;
        Ok(rows == 1)
    }

    /// Takes out of the batch again whoever is listed already.
    ///
    /// # Errors
    /// SQLite refused.
    pub(in crate::storage) fn leave_listed_ones(&mut self) -> Result<(), StorageError> {
        self.book.conn.execute("DELETE FROM temp.stage WHERE card_number IN (SELECT card_number FROM member)", [])?;
        Ok(())
    }

    /// Notes that the file names this card although its row is not taken: a full list does not make it inactive.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn present(&mut self, card: &CardNumber) -> Result<(), StorageError> {
        self.book
            .conn
            .prepare_cached("INSERT INTO temp.present VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([card.as_str()])?;
        Ok(())
    }

    /// What [`Self::commit`] would change. `full`: members missing from the list become inactive.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn preview(&self, full: bool) -> Result<ImportCounts, StorageError> {
        merge::compare(&self.book.conn, full)
    }

    /// Merges the list into the book in one transaction: all of it or nothing. `source` is the file's name, `rejected`
    /// how many of its rows were not taken. The command line does it this way.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn commit(
        self,
        full: bool,
        source: &str,
        rejected: u64,
        at: DateTime<Utc>,
    ) -> Result<ImportCounts, StorageError> {
        let takeover = Takeover { full, source, rejected, actor: Actor::Console, at };
        Ok(self.take_over(&takeover, &mut |_| ControlFlow::Continue(()))?.unwrap_or_default())
    }

    /// Merges the list into the book in one transaction: all of it or nothing. `None`: `progress` broke off, and nothing
    /// was changed. It is called with growing thousandths, for the last time just before the end.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn take_over(
        self,
        takeover: &Takeover<'_>,
        progress: OnProgress<'_>,
    ) -> Result<Option<ImportCounts>, StorageError> {
        self.book.in_place()?;
        // Compared before the lock is taken, so that visitors wait for nothing but the changes themselves.
        let mut counts = merge::compare(&self.book.conn, takeover.full)?;
        merge::note_words(&self.book.conn)?;
        let compared_with = words::version(&self.book.conn)?;
        self.book.conn.execute_batch("COMMIT")?;
        let tx = self.book.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if words::version(&tx)? != compared_with {
            counts = merge::compare(&tx, takeover.full)?;
            merge::note_words(&tx)?;
        }
        if !merge::merge(&tx, takeover, counts, progress)? {
            tx.rollback()?;
            return Ok(None);
        }
        tx.commit()?;
        self.book.in_place()?;
        Ok(Some(counts))
    }
}

impl Drop for MemberBatch<'_> {
    fn drop(&mut self) {
        end_stage(&self.book.conn);
    }
}

/// Ends the staging transaction and takes the staged names out of the temporary file.
fn end_stage(conn: &Connection) {
    if !conn.is_autocommit()
        && let Err(error) = conn.execute_batch("ROLLBACK")
    {
        tracing::warn!(%error, "the staged membership list could not be rolled back");
    }
    if let Err(error) = conn.execute_batch(DROP_STAGE).map_err(StorageError::from).and_then(|()| words::end(conn)) {
        tracing::warn!(%error, "the staged membership list could not be dropped");
    }
}
