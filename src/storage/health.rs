//! Figures for `doctor` and for the health page; no personal data.

use std::fs;

use chrono::{DateTime, NaiveDate, Utc};

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
}

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
        })
    }
}
