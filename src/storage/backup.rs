//! A consistent copy of the book beside a running kiosk, and the way back.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::audit;
use super::audit_kept;
use super::book::Book;
use super::connection::{self, FileId, Purpose, sync_parent};
use super::error::{StorageError, doing};
use super::folder::{DataFolder, free_bytes};
use super::lock::InstanceLock;
use super::request;
use crate::domain::audit::{Act, Actor, Deed};

/// What a restore leaves of the book that it replaces, until the next restore or its erasure.
pub const SET_ASIDE_FILE: &str = "book.before-restore.sqlite3";

impl Book {
    /// Writes a consistent copy of the book to `to`: under a temporary name, checked, synced, then renamed, mode 0600.
    /// Visitors check in meanwhile. Returns its size in bytes.
    ///
    /// # Errors
    /// The copy could not be written; nothing stands at `to` that was not there before.
    pub fn backup(&self, to: &Path, at: DateTime<Utc>) -> Result<u64, StorageError> {
        self.in_place()?;
        if FileId::of(to).is_some_and(|there| Some(there) == FileId::of(&self.folder.book_path())) {
            return Err(StorageError::OutOfRange("the book itself as its own backup"));
        }
        let part = beside(to, ".part")?;
        enough_space(&part, self.size()?)?;
        let copied = self.copy_to(&part, at).and_then(|()| {
            fs::rename(&part, to).map_err(doing("The backup cannot be put in its place"))?;
            sync_parent(to)
        });
        if copied.is_err() {
            // Best effort: the reason of the failure is what counts.
            let _ = fs::remove_file(&part);
        }
        copied?;
        if !self.is_query_only()?
            && let Err(error) = self.remember("last_backup_ms", &at.timestamp_millis().to_string())
        {
            // The copy is good; only the health page will not know of it.
            tracing::warn!(%error, "the backup could not be noted in the book");
        }
        Ok(fs::metadata(to).map_err(doing("The backup cannot be looked at"))?.len())
    }

    fn copy_to(&self, part: &Path, at: DateTime<Utc>) -> Result<(), StorageError> {
        new_private(part)?;
        let mut copy = Connection::open(part)?;
        copy.pragma_update(None, "synchronous", "off")?;
        {
            let backup = Backup::new(&self.conn, &mut copy)?;
            // All pages in one step: one state of the book, while others go on writing to its log.
            while backup.step(-1)? != StepResult::Done {
                thread::sleep(Duration::from_millis(20));
            }
        }
        // The copy has to be readable on a disk where no log can be made beside it.
        copy.pragma_update(None, "journal_mode", "delete")?;
        audit_kept::note(&copy, at)?;
        sound(&copy, "PRAGMA quick_check(1)")?;
        copy.close().map_err(|(_, error)| error)?;
        File::open(part).and_then(|f| f.sync_all()).map_err(doing("The backup cannot be synced"))
    }

    fn size(&self) -> Result<u64, StorageError> {
        let pages: u64 = self.conn.pragma_query_value(None, "page_count", |r| r.get::<_, u32>(0)).map(u64::from)?;
        let bytes: u64 = self.conn.pragma_query_value(None, "page_size", |r| r.get::<_, u32>(0)).map(u64::from)?;
        Ok(pages * bytes)
    }

    fn is_query_only(&self) -> Result<bool, StorageError> {
        Ok(self.conn.pragma_query_value(None, "query_only", |r| r.get(0))?)
    }
}

/// Puts the backup `from` in the place of the folder's book; the old one is set aside as [`SET_ASIDE_FILE`].
/// `lock` proves that no kiosk runs on the folder.
///
/// # Errors
/// The backup is damaged, no book of this program or newer, or the disk refused; the old book stays in its place.
pub fn restore(folder: &DataFolder, lock: &InstanceLock, from: &Path) -> Result<(), StorageError> {
    folder.check()?;
    if !lock.holds() {
        return Err(StorageError::AlreadyRunning);
    }
    let book = folder.book_path();
    let source = FileId::of(from);
    if source.is_some() && source == FileId::of(&book) {
        return Err(StorageError::OutOfRange("the book itself as its own backup"));
    }
    let part = folder.path().join("book.restoring.sqlite3");
    // What was erased on request is erased in the copy as well, even if it was made before. A damaged book tells nothing.
    let tombstones =
        connection::open(&book, Purpose::Read).and_then(|conn| request::tombstones(&conn)).unwrap_or_default();
    let ready = bring(from, &part, &tombstones).and_then(|()| {
        set_aside(folder)?;
        fs::rename(&part, &book).map_err(doing("The restored book cannot be put in its place"))?;
        sync_parent(&book)
    });
    if ready.is_err() {
        remove_book(&part);
    }
    ready
}

/// Copies the backup beside the book, with its log if somebody copied that too, checks it and migrates it.
fn bring(from: &Path, part: &Path, tombstones: &[request::Tombstone]) -> Result<(), StorageError> {
    let about = fs::metadata(from).map_err(StorageError::NoBackup)?;
    if !about.is_file() {
        return Err(StorageError::NotABook);
    }
    enough_space(part, about.len())?;
    remove_book(part);
    for suffix in ["", "-wal"] {
        let source = with_suffix(from, suffix);
        if suffix.is_empty() || source.is_file() {
            let target = with_suffix(part, suffix);
            new_private(&target)?;
            let mut reader = File::open(&source).map_err(StorageError::NoBackup)?;
            let mut writer = OpenOptions::new()
                .write(true)
                .open(&target)
                .map_err(doing("The backup cannot be copied into the data folder"))?;
            io::copy(&mut reader, &mut writer).map_err(doing("The backup cannot be copied into the data folder"))?;
        }
    }
    whole(part).map_err(of_backup)?;
    let mut migrated = connection::open(part, Purpose::Write)?;
    let tx = migrated.transaction_with_behavior(TransactionBehavior::Immediate)?;
    audit::append(&tx, &Deed::of(Actor::Console, Act::BookRestored), Utc::now())?;
    request::replay(&tx, tombstones, Utc::now())?;
    tx.commit()?;
    migrated.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    migrated.close().map_err(|(_, error)| error)?;
    File::open(part).and_then(|f| f.sync_all()).map_err(doing("The restored book cannot be synced"))
}

/// A copied backup is a book and sound.
fn whole(part: &Path) -> Result<(), StorageError> {
    let raw = Connection::open(part)?;
    if connection::schema_of(&raw)? == 0 {
        return Err(StorageError::NotABook);
    }
    sound(&raw, "PRAGMA integrity_check(1)")
}

/// What is wrong with a backup is not told as if it were wrong with the book.
fn of_backup(error: StorageError) -> StorageError {
    let code = if let StorageError::Sqlite(error) = &error { error.sqlite_error_code() } else { None };
    match (error, code) {
        (_, Some(ErrorCode::NotADatabase)) => StorageError::NotABook,
        (StorageError::Damaged(_), _) | (_, Some(ErrorCode::DatabaseCorrupt)) => StorageError::BadBackup,
        (error, _) => error,
    }
}

/// Renames the present book, after its log was moved into it where that is possible.
fn set_aside(folder: &DataFolder) -> Result<(), StorageError> {
    let book = folder.book_path();
    if !book.exists() {
        return Ok(());
    }
    // A damaged book is set aside as it is.
    if let Ok(conn) = connection::open(&book, Purpose::Write)
        && let Err(error) = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
    {
        tracing::warn!(%error, "the log of the old book could not be moved into it");
    }
    let aside = folder.path().join(SET_ASIDE_FILE);
    remove_book(&aside);
    for suffix in ["-wal", ""] {
        match fs::rename(with_suffix(&book, suffix), with_suffix(&aside, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(StorageError::File { doing: "The old book cannot be set aside", source: error });
            }
            _ => {}
        }
    }
    // SQLite makes it anew.
    let _ = fs::remove_file(with_suffix(&book, "-shm"));
    Ok(())
}

/// Removes a file of a book with what stands beside it; what is not there is no fault.
pub(super) fn remove_book(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(with_suffix(path, suffix));
    }
}

fn sound(conn: &Connection, pragma: &str) -> Result<(), StorageError> {
    let found: String = conn.query_row(pragma, [], |r| r.get(0))?;
    if found == "ok" { Ok(()) } else { Err(StorageError::Damaged(found)) }
}

fn new_private(path: &Path) -> Result<(), StorageError> {
    let _ = fs::remove_file(path);
    OpenOptions::new()
        .create_new(true)
        .write(true)
        .mode(0o600)
        .open(path)
        .map(drop)
        .map_err(doing("The file cannot be made"))
}

fn enough_space(target: &Path, bytes: u64) -> Result<(), StorageError> {
    let parent = target.parent().unwrap_or(Path::new(""));
    let mb = |b: u64| b.div_ceil(1_000_000);
    match free_bytes(parent) {
        Some(free) if free < bytes => Err(StorageError::NoSpace { needed: mb(bytes), free: free / 1_000_000 }),
        _ => Ok(()),
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn beside(to: &Path, suffix: &str) -> Result<PathBuf, StorageError> {
    let name = to.file_name().ok_or(StorageError::OutOfRange("a backup without a file name"))?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(suffix);
    Ok(to.with_file_name(hidden))
}
