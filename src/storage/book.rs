//! The book: one open connection to the data folder's SQLite file.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension};

use super::connection::{self, FileId, Purpose};
use super::error::StorageError;
use super::folder::DataFolder;
use crate::domain::card::CardPattern;
use crate::domain::form::GroupLimits;
use crate::domain::internet::RoomRules;
use crate::domain::purpose::{Purpose as VisitPurpose, PurposeId};

/// What the book needs to know of the library.
#[derive(Debug, Clone)]
pub struct BookSettings {
    /// The library's time zone: it decides to which day and hour a visit belongs.
    pub zone: Tz,
    /// The configured order of the purposes, for statistics; others follow by id.
    pub purposes: Vec<PurposeId>,
    /// The name of this kiosk, for entries by hand.
    pub kiosk: String,
    /// What a card's number looks like, for entries by hand.
    pub card: CardPattern,
    /// How large a group may be, for entries by hand.
    pub groups: GroupLimits,
    /// The internet room.
    pub room: RoomRules,
}

impl Default for BookSettings {
    fn default() -> Self {
        let default =
            ["read", "borrow_return", "internet", "reference", "children", "archive", "education_visit", "other"];
        Self {
            zone: Tz::Asia__Jakarta,
            purposes: default.into_iter().filter_map(PurposeId::new).collect(),
            kiosk: "kiosk".to_owned(),
            card: CardPattern::default(),
            groups: GroupLimits::default(),
            room: RoomRules::default(),
        }
    }
}

/// An open visitors' book. Every call is synchronous and may wait for the disk: never on the thread of the window.
#[derive(Debug)]
pub struct Book {
    pub(super) conn: Connection,
    pub(super) folder: DataFolder,
    pub(super) settings: BookSettings,
    file: Option<FileId>,
}

/// A moment where the library stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LocalMoment {
    /// UTC milliseconds.
    pub at_ms: i64,
    /// Seconds east of UTC.
    pub utc_offset_s: i32,
    /// The library's day.
    pub date: NaiveDate,
    /// The hour of that day, 0 to 23.
    pub hour: u32,
}

impl Book {
    /// Opens the book of the folder for reading and writing; makes it when it is missing, and migrates an older one.
    ///
    /// # Errors
    /// The folder cannot be used, the file is not a book or newer, or SQLite refused.
    pub fn open(folder: &DataFolder, settings: BookSettings) -> Result<Self, StorageError> {
        Self::with(folder, settings, Purpose::Write)
    }

    /// Opens an existing book for reading only, beside a running kiosk.
    ///
    /// # Errors
    /// [`StorageError::NoBook`] when there is none yet; otherwise as [`Self::open`].
    pub fn open_read_only(folder: &DataFolder, settings: BookSettings) -> Result<Self, StorageError> {
        Self::with(folder, settings, Purpose::Read)
    }

    fn with(folder: &DataFolder, settings: BookSettings, purpose: Purpose) -> Result<Self, StorageError> {
        folder.check()?;
        let path = folder.book_path();
        let conn = connection::open(&path, purpose)?;
        let file = FileId::of(&path);
        Ok(Self { conn, folder: folder.clone(), settings, file })
    }

    /// The data folder of this book.
    #[must_use]
    pub fn folder(&self) -> &DataFolder {
        &self.folder
    }

    /// Says whether the open file is still the one at its path. Without this a deleted file would swallow visits.
    ///
    /// # Errors
    /// [`StorageError::Moved`] when it is not.
    pub fn in_place(&self) -> Result<(), StorageError> {
        let now = FileId::of(&self.folder.book_path());
        if now.is_some() && now == self.file { Ok(()) } else { Err(StorageError::Moved) }
    }

    /// A number that changes whenever another connection, of this program or of another one, has committed.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn data_version(&self) -> Result<i64, StorageError> {
        Ok(self.conn.pragma_query_value(None, "data_version", |r| r.get(0))?)
    }

    /// The library's wall clock at a moment.
    #[must_use]
    pub fn wall_clock(&self, at: DateTime<Utc>) -> NaiveDateTime {
        self.settings.zone.from_utc_datetime(&at.naive_utc()).naive_local()
    }

    /// Moves what stands in the write-ahead log into the book's file. `truncate` waits for readers and empties the
    /// log; otherwise as much is moved as can be without waiting.
    ///
    /// # Errors
    /// SQLite refused; being busy is no error.
    pub fn checkpoint(&self, truncate: bool) -> Result<(), StorageError> {
        let sql = if truncate { "PRAGMA wal_checkpoint(TRUNCATE)" } else { "PRAGMA wal_checkpoint(PASSIVE)" };
        Ok(self.conn.query_row(sql, [], |_| Ok(()))?)
    }

    /// Writes and syncs a few bytes, to see whether the book can be written again after a fault, or to begin the log.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn probe(&self) -> Result<(), StorageError> {
        self.in_place()?;
        self.remember("probed_at_ms", &Utc::now().timestamp_millis().to_string())
    }

    /// Keeps the words of the purposes that are on the screen, so that old statistics keep them.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn remember_purposes(&mut self, purposes: &[VisitPurpose]) -> Result<(), StorageError> {
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        for p in purposes {
            tx.prepare_cached(
                "INSERT INTO purpose_label (id, label_id, label_en) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET label_id = excluded.label_id, label_en = excluded.label_en
                 WHERE label_id <> excluded.label_id OR label_en <> excluded.label_en",
            )?
            .execute((p.id.as_str(), &p.label_id, &p.label_en))?;
        }
        Ok(tx.commit()?)
    }

    /// The remembered words of a purpose: Indonesian and English.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn purpose_label(&self, id: &str) -> Result<Option<(String, String)>, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT label_id, label_en FROM purpose_label WHERE id = ?1")?;
        Ok(query.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
    }

    /// Every purpose that ever was on the screen with its Indonesian words, the configured ones first and in their order.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn purposes_known(&self) -> Result<Vec<(PurposeId, String)>, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT id, label_id FROM purpose_label ORDER BY id")?;
        let rows = query.query_map([], |r| Ok((r.get::<_, String>(0)?, r.get(1)?)))?;
        let rows: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
        let mut known: Vec<_> =
            rows.into_iter().filter_map(|(id, label)| PurposeId::new(&id).map(|id| (id, label))).collect();
        let place = |id: &PurposeId| self.settings.purposes.iter().position(|p| p == id).unwrap_or(usize::MAX);
        known.sort_by_key(|(id, _)| place(id));
        Ok(known)
    }

    pub(super) fn remember(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.conn
            .prepare_cached(
                "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
            )?
            .execute((key, value))?;
        Ok(())
    }

    pub(super) fn remembered(&self, key: &str) -> Result<Option<String>, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(query.query_row([key], |r| r.get(0)).optional()?)
    }

    pub(super) fn local(&self, at: DateTime<Utc>) -> LocalMoment {
        LocalMoment::of(at, self.settings.zone)
    }
}

impl LocalMoment {
    /// A moment in a zone.
    pub(super) fn of(at: DateTime<Utc>, zone: Tz) -> Self {
        let local = zone.from_utc_datetime(&at.naive_utc());
        Self {
            at_ms: at.timestamp_millis(),
            utc_offset_s: local.offset().fix().local_minus_utc(),
            date: local.date_naive(),
            hour: local.hour(),
        }
    }
}

/// The moment of stored milliseconds.
pub(super) fn moment(at_ms: i64) -> Result<DateTime<Utc>, StorageError> {
    DateTime::from_timestamp_millis(at_ms).ok_or_else(|| StorageError::Damaged("a moment".into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::folder;

    fn book(zone: Tz) -> (tempfile::TempDir, Book) {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(dir.path()).unwrap();
        let book = Book::open(&folder, BookSettings { zone, ..BookSettings::default() }).unwrap();
        (dir, book)
    }

    #[test]
    fn the_zone_decides_the_day() {
        let new_year = DateTime::parse_from_rfc3339("2026-12-31T17:30:00Z").unwrap().to_utc();
        let (_dir, jakarta) = book(Tz::Asia__Jakarta);
        let m = jakarta.local(new_year);
        assert_eq!((m.date.to_string().as_str(), m.hour, m.utc_offset_s), ("2027-01-01", 0, 7 * 3600));
        let (_dir, york) = book(Tz::America__New_York);
        let m = york.local(new_year);
        assert_eq!((m.date.to_string().as_str(), m.hour, m.utc_offset_s), ("2026-12-31", 12, -5 * 3600));
    }

    #[test]
    fn a_deleted_or_replaced_file_is_noticed() {
        let (dir, book) = book(Tz::UTC);
        book.in_place().unwrap();
        let path = book.folder().book_path();
        std::fs::rename(&path, dir.path().join("away")).unwrap();
        assert!(matches!(book.in_place(), Err(StorageError::Moved)));
        std::fs::copy(dir.path().join("away"), &path).unwrap();
        assert!(matches!(book.in_place(), Err(StorageError::Moved)), "a copy is another file");
        std::fs::rename(dir.path().join("away"), &path).unwrap();
        book.in_place().unwrap();
    }

    #[test]
    fn the_words_of_a_purpose_are_kept() {
        let (_dir, mut book) = book(Tz::UTC);
        let mut purpose = VisitPurpose {
            id: PurposeId::new("music").unwrap(),
            label_id: "Ruang musik".into(),
            label_en: "Music room".into(),
            icon: "music-note".into(),
            tint: crate::domain::purpose::Tint::Grey,
            audience: vec![],
            active: true,
        };
        book.remember_purposes(std::slice::from_ref(&purpose)).unwrap();
        purpose.label_en = "Music".into();
        book.remember_purposes(&[purpose]).unwrap();
        assert_eq!(book.purpose_label("music").unwrap(), Some(("Ruang musik".into(), "Music".into())));
        assert_eq!(book.purpose_label("none").unwrap(), None);
    }
}
