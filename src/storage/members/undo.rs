//! Undoing the last import: the list is again what it was before it, row by row.
//!
//! The rows that the import replaced stand in `member_before`; whom it added is known by its number. Visits copy what
//! they need of a member, so that nobody's visit is touched.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::words;
use crate::domain::audit::{Act, Actor, Deed, Subject};
use crate::domain::member_list::ImportCounts;
use crate::storage::book::Book;
use crate::storage::error::StorageError;
use crate::storage::lock::ImportLock;
use crate::storage::statistics::unsigned;

/// Everybody whose present row comes from the import, with the name before it.
const TOUCHED: &str = "
  SELECT m.card_number, m.name, b.name FROM main.member m
  LEFT JOIN main.member_before b ON b.card_number = m.card_number WHERE m.import_n = ?1";
/// Whom the import brought, and whose row before it was erased after its time.
const REMOVE: &str = "
  DELETE FROM main.member WHERE import_n = ?1
    AND NOT EXISTS (SELECT 1 FROM main.member_before b WHERE b.card_number = main.member.card_number)";
const RESTORE: &str = "
  INSERT INTO main.member (card_number, name, sex, birth_date, education, occupation, address, valid_until, status, import_n)
  SELECT card_number, name, sex, birth_date, education, occupation, address, valid_until, status, import_n
  FROM main.member_before WHERE true
  ON CONFLICT (card_number) DO UPDATE SET name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date,
    education = excluded.education, occupation = excluded.occupation, address = excluded.address,
    valid_until = excluded.valid_until, status = excluded.status, import_n = excluded.import_n";
/// Rows that are restored though the import's own row is gone: erased after its time.
const ONLY_BEFORE: &str = "
  SELECT b.card_number, b.name FROM main.member_before b
  WHERE NOT EXISTS (SELECT 1 FROM main.member m WHERE m.card_number = b.card_number)";

impl Book {
    /// Undoes the last import in one transaction and answers what that import had changed. The import before it cannot
    /// be undone afterwards.
    ///
    /// # Errors
    /// [`StorageError::NothingToUndo`] when there is none, or it was undone already; [`StorageError::ImportRunning`]
    /// while a list is taken in; SQLite refused. Nothing was changed.
    pub fn undo_import(&mut self, actor: Actor, at: DateTime<Utc>) -> Result<ImportCounts, StorageError> {
        self.in_place()?;
        let _lock = ImportLock::take(&self.folder)?;
        // What is to be done to the words is found out before the lock is taken, so that visitors wait for nothing but
        // the changes themselves.
        let noted = {
            let read = self.conn.transaction()?;
            let (n, _) = last(&read)?.ok_or(StorageError::NothingToUndo)?;
            note_words(&read, n)?;
            let noted = words::version(&read)?;
            read.commit()?;
            noted
        };
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (n, counts) = last(&tx)?.ok_or(StorageError::NothingToUndo)?;
        if words::version(&tx)? != noted {
            note_words(&tx, n)?;
        }
        tx.execute(REMOVE, [n])?;
        tx.execute(RESTORE, [])?;
        words::apply(&tx, &mut |_| ControlFlow::Continue(()))?;
        words::end(&tx)?;
        tx.execute("DELETE FROM member_before", [])?;
        tx.execute(
            "UPDATE member_import SET can_undo = 0, undone_at_ms = ?2 WHERE n = ?1",
            (n, at.timestamp_millis()),
        )?;
        words::list_changed(&tx)?;
        let ImportCounts { added, updated, deactivated, .. } = counts;
        let subject = Subject::Import { n, added, updated, deactivated };
        crate::storage::audit::append(&tx, &Deed::of(actor, Act::ImportUndone).to(subject), at)?;
        tx.commit()?;
        Ok(counts)
    }
}

fn note_words(conn: &Connection, n: i64) -> Result<(), StorageError> {
    words::begin(conn)?;
    let mut query = conn.prepare(TOUCHED)?;
    let mut rows = query.query([n])?;
    while let Some(row) = rows.next()? {
        let (card, name) = (words::text(row, 0)?, words::text(row, 1)?);
        let before = row.get_ref(2)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        if before == Some(name) {
            continue;
        }
        words::goes(conn, card, name)?;
        if let Some(before) = before {
            words::comes(conn, card, before)?;
        }
    }
    let mut query = conn.prepare(ONLY_BEFORE)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        words::comes(conn, words::text(row, 0)?, words::text(row, 1)?)?;
    }
    Ok(())
}

/// The number and the counts of the import that can be undone.
fn last(conn: &Connection) -> Result<Option<(i64, ImportCounts)>, StorageError> {
    let found = conn
        .query_row(
            "SELECT n, added, updated, unchanged, deactivated FROM member_import WHERE can_undo AND undone_at_ms IS NULL",
            [],
            |r| {
                let number = |at: usize| r.get(at).map(unsigned);
                let counts = ImportCounts {
                    added: number(1)?,
                    updated: number(2)?,
                    unchanged: number(3)?,
                    deactivated: number(4)?,
                };
                Ok((r.get(0)?, counts))
            },
        )
        .optional()?;
    Ok(found)
}
