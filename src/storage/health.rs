//! Figures for `doctor` and for the health page; no personal data.

use std::fs;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::OptionalExtension;

use super::book::{Book, moment};
use super::connection;
use super::error::StorageError;
use super::folder::free_bytes;
use super::members::ImportInfo;
use super::statistics::unsigned;

/// How the book is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookHealth {
    /// Bytes of the book's file.
    pub book_bytes: u64,
    /// Bytes of its write-ahead log.
    pub log_bytes: u64,
    /// Bytes free on its disk, where the system tells.
    pub free_bytes: Option<u64>,
    /// Entries that count.
    pub visits: u64,
    /// Members in the list.
    pub members: u64,
    /// Internet sessions that are open.
    pub open_sessions: u64,
    /// First and last day with a visit.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The schema of the file.
    pub schema: u32,
    /// SQLite's own version.
    pub sqlite: &'static str,
    /// The last backup that this book knows of.
    pub last_backup: Option<DateTime<Utc>>,
    /// The last import of members.
    pub last_import: Option<ImportInfo>,
    /// The last full check from the panel.
    pub last_check: Option<LastCheck>,
    /// The time of the newest entry and of the last sign of life; a clock that is behind it was turned back.
    pub last_seen: Option<DateTime<Utc>>,
}

/// A full check that was remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastCheck {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// Names of the checks that failed; none: the book was whole.
    pub failed: Vec<String>,
}

/// Under which the last check is remembered: its time in milliseconds and the names of what failed.
const LAST_CHECK: &str = "last_check";

impl Book {
    /// The figures; a fraction of a second even on a large book.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn health(&self) -> Result<BookHealth, StorageError> {
        let size = |suffix: &str| {
            let mut path = self.folder.book_path().into_os_string();
            path.push(suffix);
            fs::metadata(path).map_or(0, |m| m.len())
        };
        let number = |sql: &str| self.conn.query_row(sql, [], |r| r.get::<_, i64>(0)).map(unsigned);
        let day = |sql: &str| -> Result<Option<NaiveDate>, StorageError> {
            let text: Option<String> = self.conn.query_row(sql, [], |r| r.get(0))?;
            Ok(text.and_then(|d| d.parse().ok()))
        };
        let first = day("SELECT min(local_date) FROM day_total")?;
        let last = day("SELECT max(local_date) FROM day_total")?;
        Ok(BookHealth {
            book_bytes: size(""),
            log_bytes: size("-wal"),
            free_bytes: free_bytes(self.folder.path()),
            visits: number("SELECT coalesce(sum(entries), 0) FROM day_total WHERE dimension = 'total'")?,
            members: number("SELECT count(*) FROM member")?,
            open_sessions: number("SELECT count(*) FROM internet_session WHERE ended_at_ms IS NULL")?,
            days: first.zip(last),
            schema: connection::schema_of(&self.conn)?,
            sqlite: rusqlite::version(),
            last_backup: self.remembered("last_backup_ms")?.and_then(|ms| ms.parse().ok()).map(moment).transpose()?,
            last_import: self.last_import()?,
            last_check: self.last_check()?,
            last_seen: self.last_seen()?,
        })
    }

    /// Runs every check and remembers when it ended and what failed.
    ///
    /// # Errors
    /// As [`Book::verify`]; or the outcome cannot be remembered.
    pub fn verify_and_remember(&mut self, at: impl Fn() -> DateTime<Utc>) -> Result<LastCheck, StorageError> {
        let failed: Vec<String> = self.verify()?.iter().filter(|c| !c.ok).map(|c| c.name.to_owned()).collect();
        let check = LastCheck { at: at(), failed };
        self.remember(LAST_CHECK, &format!("{} {}", check.at.timestamp_millis(), check.failed.join(" ")))?;
        Ok(check)
    }

    fn last_check(&self) -> Result<Option<LastCheck>, StorageError> {
        let Some(text) = self.remembered(LAST_CHECK)? else { return Ok(None) };
        let mut words = text.split_whitespace();
        let Some(ms) = words.next().and_then(|ms| ms.parse().ok()) else { return Ok(None) };
        Ok(Some(LastCheck { at: moment(ms)?, failed: words.map(str::to_owned).collect() }))
    }

    /// The latest moment that the book knows of: an entry, a copy, an act of staff.
    fn last_seen(&self) -> Result<Option<DateTime<Utc>>, StorageError> {
        let latest = |sql: &str| self.conn.query_row(sql, [], |r| r.get::<_, Option<i64>>(0));
        let entry = latest("SELECT max(at_ms) FROM visit")?;
        let act = latest("SELECT at_ms FROM audit_entry ORDER BY n DESC LIMIT 1").optional()?.flatten();
        let copy = self.remembered("last_backup_ms")?.and_then(|ms| ms.parse().ok());
        [entry, act, copy].into_iter().flatten().max().map(moment).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{BookSettings, folder};

    #[test]
    fn a_check_is_remembered_with_its_time_and_what_failed() {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(dir.path()).unwrap();
        let mut book = Book::open(&folder, BookSettings::default()).unwrap();
        assert_eq!(book.health().unwrap().last_check, None);
        let at = DateTime::from_timestamp_millis(1_764_000_000_123).unwrap();
        book.verify_and_remember(|| at).unwrap();
        assert_eq!(book.health().unwrap().last_check, Some(LastCheck { at, failed: vec![] }));
        book.conn.execute("INSERT INTO day_total VALUES ('2026-11-24', 'total', 'total', 1, 1)", []).unwrap();
        book.verify_and_remember(|| at).unwrap();
        assert_eq!(book.health().unwrap().last_check.unwrap().failed, ["day_totals"]);
    }
}
