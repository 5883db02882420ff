//! Comparing a staged list with the book's, and merging it in one transaction.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction};

use super::words;
use crate::domain::audit::{Act, Actor, Deed, Subject};
use crate::domain::member_list::ImportCounts;
use crate::storage::error::StorageError;
use crate::storage::statistics::unsigned;

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
/// The steps of the merge for the cards after ?1 up to ?2; the number of the import is ?3.
const KEEP: &str = "
  INSERT INTO main.member_before (card_number, name, sex, birth_date, education, occupation, address, valid_until, status,
    import_n)
  SELECT m.card_number, m.name, m.sex, m.birth_date, m.education, m.occupation, m.address, m.valid_until, m.status, m.import_n
  FROM temp.changed c CROSS JOIN main.member m ON m.card_number = c.card_number
  WHERE c.known AND c.card_number > ?1 AND c.card_number <= ?2";
const MERGE: &str = "
  INSERT INTO main.member (card_number, name, sex, birth_date, education, occupation, address, valid_until, status, import_n)
  SELECT s.card_number, s.name, s.sex, s.birth_date, s.education, s.occupation, s.address, s.valid_until, s.status, ?3
  FROM temp.changed c CROSS JOIN temp.stage s ON s.card_number = c.card_number
  WHERE c.card_number > ?1 AND c.card_number <= ?2
  ON CONFLICT (card_number) DO UPDATE SET name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date,
    education = excluded.education, occupation = excluded.occupation, address = excluded.address,
    valid_until = excluded.valid_until, status = excluded.status, import_n = excluded.import_n";
const KEEP_GONE: &str = "
  INSERT INTO main.member_before (card_number, name, sex, birth_date, education, occupation, address, valid_until, status,
    import_n)
  SELECT card_number, name, sex, birth_date, education, occupation, address, valid_until, status, import_n
  FROM main.member WHERE card_number IN (SELECT card_number FROM temp.gone)";
const DEACTIVATE: &str = "
  UPDATE main.member SET status = 'inactive', import_n = ?1 WHERE card_number IN (SELECT card_number FROM temp.gone)";
/// Members of one stretch of the merge.
const STRETCH: u64 = 20_000;

/// How a staged list is taken over.
#[derive(Debug, Clone, Copy)]
pub struct Takeover<'a> {
    /// Members missing from the list become inactive.
    pub full: bool,
    /// The name of the file.
    pub source: &'a str,
    /// How many of its rows were not taken.
    pub rejected: u64,
    /// Who imports.
    pub actor: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Is told how much is written, in thousandths, and answers whether to go on.
pub type OnProgress<'a> = &'a mut dyn FnMut(u64) -> ControlFlow<()>;

/// Compares the staged list with the book's and counts what would change.
pub(super) fn compare(conn: &Connection, full: bool) -> Result<ImportCounts, StorageError> {
    conn.execute_batch("DELETE FROM temp.changed; DELETE FROM temp.gone;")?;
    let changed = conn.execute(COMPARE_STAGED, [])? as u64;
    let deactivated = if full { conn.execute(COMPARE_LISTED, [])? as u64 } else { 0 };
    let number = |sql: &str| conn.query_row(sql, [], |r| r.get(0).map(unsigned));
    let staged = number("SELECT count(*) FROM temp.stage")?;
    let updated = number("SELECT coalesce(sum(known), 0) FROM temp.changed")?;
    Ok(ImportCounts { added: changed - updated, updated, unchanged: staged - changed, deactivated })
}

/// Notes which words come and go, after [`compare`].
pub(super) fn note_words(conn: &Connection) -> Result<(), StorageError> {
    words::begin(conn)?;
    let mut query = conn.prepare(
        "SELECT c.card_number, s.name, m.name FROM temp.changed c CROSS JOIN temp.stage s ON s.card_number = c.card_number
         LEFT JOIN main.member m ON m.card_number = c.card_number WHERE m.name IS NOT s.name",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let card = words::text(row, 0)?;
        words::comes(conn, card, words::text(row, 1)?)?;
        if let Some(before) = row.get_ref(2)?.as_str_or_null().map_err(rusqlite::Error::from)? {
            words::goes(conn, card, before)?;
        }
    }
    Ok(())
}

/// Writes everything into the open transaction. False when `progress` broke off: the transaction is to be rolled back.
pub(super) fn merge(
    tx: &Transaction<'_>,
    takeover: &Takeover<'_>,
    counts: ImportCounts,
    progress: OnProgress<'_>,
) -> Result<bool, StorageError> {
    let ImportCounts { added, updated, unchanged, deactivated } = counts;
    // What the import before this one replaced is given up: one step back, and not more data than that needs.
    tx.execute_batch("DELETE FROM main.member_before; UPDATE main.member_import SET can_undo = 0 WHERE can_undo;")?;
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    tx.execute(
        "INSERT INTO member_import (at_ms, source, whole_list, added, updated, unchanged, deactivated, rejected, can_undo)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)",
        (
            takeover.at.timestamp_millis(),
            takeover.source,
            takeover.full,
            signed(added),
            signed(updated),
            signed(unchanged),
            signed(deactivated),
            signed(takeover.rejected),
        ),
    )?;
    let n = tx.last_insert_rowid();

    let changed = added + updated;
    let all = (changed + words::noted(tx)?).max(1);
    let mut done = 0;
    let mut from = String::new();
    while let Some(to) = end_of_stretch(tx, &from)? {
        tx.prepare_cached(KEEP)?.execute((&from, &to))?;
        tx.prepare_cached(MERGE)?.execute((&from, &to, n))?;
        from = to;
        done = changed.min(done + STRETCH);
        if progress(done * 1000 / all).is_break() {
            return Ok(false);
        }
    }
    tx.execute(KEEP_GONE, [])?;
    tx.execute(DEACTIVATE, [n])?;
    if !words::apply(tx, &mut |rows| progress((changed + rows) * 1000 / all))? {
        return Ok(false);
    }
    words::list_changed(tx)?;
    let deed = Deed::of(takeover.actor, Act::MembersImported).to(Subject::Import { n, added, updated, deactivated });
    crate::storage::audit::append(tx, &deed, takeover.at)?;
    Ok(progress(1000).is_continue())
}

/// The last card of the next stretch of changed ones after `from`.
fn end_of_stretch(conn: &Connection, from: &str) -> Result<Option<String>, StorageError> {
    Ok(conn
        .prepare_cached(
            "SELECT max(card_number) FROM (SELECT card_number FROM temp.changed WHERE card_number > ?1
               ORDER BY card_number LIMIT ?2)",
        )?
        .query_row((from, STRETCH.cast_signed()), |r| r.get(0))?)
}
