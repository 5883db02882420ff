//! Taking in a membership list: staged beside the book, then merged in one short transaction.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, named_params};

use super::book::Book;
use super::error::StorageError;
use super::statistics::unsigned;
use crate::domain::card::CardNumber;
use crate::domain::demographics::{Education, Occupation, Sex};
use crate::domain::member::Member;

/// What an import changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportCounts {
    /// Members that were not in the list before.
    pub added: u64,
    /// Members of whom something is different.
    pub updated: u64,
    /// Members that stay as they are.
    pub unchanged: u64,
    /// Members missing from a full list, who become inactive.
    pub deactivated: u64,
}

/// The last import that was not undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportInfo {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of the file.
    pub source: String,
    /// What it changed.
    pub counts: ImportCounts,
    /// How many rows of the file were not taken.
    pub rejected: u64,
}

/// A membership list that is being read. Nothing of the book is touched or locked until [`Self::commit`]; a batch that
/// is dropped leaves no trace.
#[derive(Debug)]
pub struct MemberBatch<'b> {
    book: &'b mut Book,
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
/// Which staged rows are new or different, and which members are missing from the list.
const COMPARE_STAGED: &str = "
  INSERT INTO temp.changed SELECT s.card_number, m.card_number IS NOT NULL
  FROM temp.stage s LEFT JOIN main.member m ON m.card_number = s.card_number
  WHERE m.card_number IS NULL
    OR (m.name, m.sex, m.birth_date, m.education, m.occupation, m.address, m.valid_until, m.status)
      IS NOT (s.name, s.sex, s.birth_date, s.education, s.occupation, s.address, s.valid_until, s.status)";
const COMPARE_LISTED: &str = "
  INSERT INTO temp.gone SELECT card_number FROM main.member m WHERE status <> 'inactive'
    AND NOT EXISTS (SELECT 1 FROM temp.stage s WHERE s.card_number = m.card_number)
    AND NOT EXISTS (SELECT 1 FROM temp.present p WHERE p.card_number = m.card_number)";
const MERGE: &str = "
  INSERT INTO main.member (card_number, name, sex, birth_date, education, occupation, address, valid_until, status, import_n)
  SELECT s.card_number, s.name, s.sex, s.birth_date, s.education, s.occupation, s.address, s.valid_until, s.status, ?1
  FROM temp.changed c CROSS JOIN temp.stage s ON s.card_number = c.card_number
  WHERE true
  ON CONFLICT (card_number) DO UPDATE SET name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date,
    education = excluded.education, occupation = excluded.occupation, address = excluded.address,
    valid_until = excluded.valid_until, status = excluded.status, import_n = excluded.import_n";
const DEACTIVATE: &str = "
  UPDATE main.member SET status = 'inactive', import_n = ?1 WHERE card_number IN (SELECT card_number FROM temp.gone)";

impl Book {
    /// Begins to take in a membership list.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn member_batch(&mut self) -> Result<MemberBatch<'_>, StorageError> {
        end_stage(&self.conn);
        self.conn.execute_batch(CREATE_STAGE)?;
        Ok(MemberBatch { book: self })
    }

    /// The last import that was not undone.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn last_import(&self) -> Result<Option<ImportInfo>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT at_ms, source, added, updated, unchanged, deactivated, rejected FROM member_import
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
        compare(&self.book.conn, full)
    }

    /// Merges the list into the book in one transaction: all of it or nothing. `source` is the file's name, `rejected`
    /// how many of its rows were not taken.
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
        self.book.in_place()?;
        // Compared before the lock is taken, so that visitors wait for nothing but the changes themselves.
        let mut counts = compare(&self.book.conn, full)?;
        let compared_with = last_import(&self.book.conn)?;
        self.book.conn.execute_batch("COMMIT")?;
        let tx = self.book.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if last_import(&tx)? != compared_with {
            counts = compare(&tx, full)?;
        }
        let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        tx.execute(
            "INSERT INTO member_import (at_ms, source, whole_list, added, updated, unchanged, deactivated, rejected)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                at.timestamp_millis(),
                source,
                full,
                signed(counts.added),
                signed(counts.updated),
                signed(counts.unchanged),
                signed(counts.deactivated),
                signed(rejected),
            ),
        )?;
        let import = tx.last_insert_rowid();
        tx.execute(MERGE, [import])?;
        tx.execute(DEACTIVATE, [import])?;
        tx.commit()?;
        self.book.in_place()?;
        Ok(counts)
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
    if let Err(error) = conn.execute_batch(DROP_STAGE) {
        tracing::warn!(%error, "the staged membership list could not be dropped");
    }
}

/// Compares the staged list with the book's and counts what would change.
fn compare(conn: &Connection, full: bool) -> Result<ImportCounts, StorageError> {
    conn.execute_batch("DELETE FROM temp.changed; DELETE FROM temp.gone;")?;
    let changed = conn.execute(COMPARE_STAGED, [])? as u64;
    let deactivated = if full { conn.execute(COMPARE_LISTED, [])? as u64 } else { 0 };
    let number = |sql: &str| conn.query_row(sql, [], |r| r.get(0).map(unsigned));
    let staged = number("SELECT count(*) FROM temp.stage")?;
    let updated = number("SELECT coalesce(sum(known), 0) FROM temp.changed")?;
    Ok(ImportCounts { added: changed - updated, updated, unchanged: staged - changed, deactivated })
}

fn last_import(conn: &Connection) -> Result<Option<i64>, StorageError> {
    Ok(conn.query_row("SELECT max(n) FROM member_import", [], |r| r.get(0))?)
}
