//! The full check of a book: is the file whole, and do the kept totals equal a recount?

use rusqlite::Connection;

use super::audit;
use super::audit_kept;
use super::book::Book;
use super::error::StorageError;
use super::members;
use super::recount::Recount;
use super::{listed, search, summed};

/// The outcome of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was checked: `integrity`, `foreign_keys`, `local_dates`, `day_totals`, `day_histogram`,
    /// `day_listed`, `search_words`, `month_totals`, `month_histogram`, `member_words`, `audit_chain`, `audit_backups`.
    pub name: &'static str,
    /// Whether it holds.
    pub ok: bool,
    /// What was found, without personal data.
    pub detail: String,
}

impl Book {
    /// Runs every check on one and the same state of the book, beside a running kiosk if need be. Takes seconds on a
    /// large book.
    ///
    /// # Errors
    /// The book cannot be read at all; a check that cannot be carried out counts as failed instead.
    pub fn verify(&self) -> Result<Vec<Check>, StorageError> {
        let tx = self.conn.unchecked_transaction()?;
        let (totals, histograms) = match Recount::of(&tx) {
            Ok(again) => (again.wrong_totals(&tx), again.wrong_histograms(&tx)),
            Err(error) => (Err(error), Err(StorageError::Damaged("the visits cannot be counted".to_owned()))),
        };
        Ok(vec![
            check("integrity", integrity(&tx)),
            check("foreign_keys", foreign_keys(&tx)),
            check("local_dates", local_dates(&tx)),
            check("day_totals", totals.map(|w| compared(w, "totals"))),
            check("day_histogram", histograms.map(|w| compared(w, "histogram buckets"))),
            check("day_listed", listed::wrong(&tx).map(|w| compared(w, "counts of the list"))),
            check("search_words", search_words(&tx)),
            check("month_totals", summed::wrong_months(&tx).map(|w| of_months(w, "totals"))),
            check("month_histogram", summed::wrong_histograms(&tx).map(|w| of_months(w, "histogram buckets"))),
            check("member_words", members::words::check(&tx)),
            check("audit_chain", audit_chain(&tx)),
            check("audit_backups", audit_kept::check(&tx, &self.folder)),
        ])
    }
}

fn check(name: &'static str, outcome: Result<(bool, String), StorageError>) -> Check {
    match outcome {
        Ok((ok, detail)) => Check { name, ok, detail },
        Err(error) => Check { name, ok: false, detail: error.to_string() },
    }
}

fn compared((wrong, of): (usize, usize), what: &str) -> (bool, String) {
    if wrong == 0 {
        (true, format!("{of} {what} equal a recount of the visits"))
    } else {
        (false, format!("{wrong} of {of} {what} differ from a recount of the visits"))
    }
}

fn of_months((wrong, of): (usize, usize), what: &str) -> (bool, String) {
    if wrong == 0 {
        (true, format!("{of} {what} of months equal the sum of their days"))
    } else {
        (false, format!("{wrong} of {of} {what} of months differ from the sum of their days"))
    }
}

fn integrity(conn: &Connection) -> Result<(bool, String), StorageError> {
    let problems = lines(conn, "PRAGMA integrity_check(20)")?;
    if problems == ["ok"] {
        return Ok((true, "the file is whole".to_owned()));
    }
    Ok((false, problems.join("; ")))
}

fn foreign_keys(conn: &Connection) -> Result<(bool, String), StorageError> {
    let broken = lines(conn, "SELECT \"table\" || ' to ' || parent FROM pragma_foreign_key_check")?;
    let detail = if broken.is_empty() { "every reference leads somewhere".to_owned() } else { broken.join("; ") };
    Ok((broken.is_empty(), detail))
}

fn local_dates(conn: &Connection) -> Result<(bool, String), StorageError> {
    let wrong: i64 = conn.query_row(
        "SELECT count(*) FROM visit WHERE local_date <> date(at_ms / 1000 + utc_offset_s, 'unixepoch')",
        [],
        |r| r.get(0),
    )?;
    Ok((wrong == 0, format!("{wrong} visits stand under another day than their time gives")))
}

fn search_words(conn: &Connection) -> Result<(bool, String), StorageError> {
    let (should, kept, same) = search::compared(conn)?;
    let detail = if same {
        format!("{kept} words are those of the visits")
    } else {
        format!("the {kept} words to search by are not the {should} of the visits")
    };
    Ok((same, detail))
}

fn audit_chain(conn: &Connection) -> Result<(bool, String), StorageError> {
    let head = match audit::recompute(conn)? {
        Ok(head) => head,
        Err(n) => return Ok((false, format!("entry {n} of the audit log is not the one that was written"))),
    };
    match audit::changed_texts(conn)?.first() {
        Some(n) => Ok((false, format!("the words beside entry {n} of the audit log are not those that were written"))),
        None if head.count == 0 => Ok((true, "the audit log is empty".to_owned())),
        None => Ok((true, format!("{} entries of the audit log hang together, end {head}", head.count))),
    }
}

fn lines(conn: &Connection, sql: &str) -> Result<Vec<String>, StorageError> {
    let mut query = conn.prepare(sql)?;
    let rows = query.query_map([], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
