//! Do the copies of the book still agree with its audit log? Whoever cuts off the log's end is seen by them.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::audit::{hash_at, head};
use super::error::StorageError;
use super::folder::{BACKUPS_FOLDER, DataFolder};
use crate::domain::audit::{Act, AuditHead};

/// The key under which a copy keeps the end of the audit log, and the moment at which it was made.
const KEY: &str = "audit_head";

/// Writes the end of the log into a copy that was just made.
pub(super) fn note(copy: &Connection, at: DateTime<Utc>) -> Result<(), StorageError> {
    let noted = format!("{} {}", head(copy)?, at.timestamp_millis());
    copy.execute(
        "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
        (KEY, noted),
    )?;
    Ok(())
}

/// Compares the log of `conn` with the end that each copy in the data folder notes. A copy from before the last restore
/// may hold entries that the book does not: the restore took them back, and stands in the log itself.
pub(super) fn check(conn: &Connection, folder: &DataFolder) -> Result<(bool, String), StorageError> {
    let restored_ms: Option<i64> =
        conn.query_row("SELECT max(at_ms) FROM audit_entry WHERE act = ?1", [Act::BookRestored.id()], |r| r.get(0))?;
    let mut agreeing = 0;
    for path in copies(&folder.path().join(BACKUPS_FOLDER)) {
        let Ok(Some((noted, made_ms))) = noted(&path) else { continue };
        let known = hash_at(conn, noted.count)? == Some(noted.hash);
        if !known && restored_ms.is_none_or(|restored| made_ms > restored) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            return Ok((
                false,
                format!("the copy {name} knows entries of the audit log that are missing or changed here"),
            ));
        }
        agreeing += 1;
    }
    Ok((true, format!("{agreeing} copies know no other audit log")))
}

/// The copies of a folder; none when it cannot be read.
fn copies(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "sqlite3"));
    paths.sort();
    paths
}

/// Reads the end of the log that a copy notes, and when it was made; none in a copy from before there was a log.
fn noted(path: &Path) -> Result<Option<(AuditHead, i64)>, StorageError> {
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let text: Option<String> =
        copy.query_row("SELECT value FROM meta WHERE key = ?1", [KEY], |r| r.get(0)).optional()?;
    let parts = text.as_deref().and_then(|t| t.split_once(' '));
    Ok(parts.and_then(|(head, made)| Some((head.parse().ok()?, made.parse().ok()?))))
}

#[cfg(test)]
mod tests {
    use chrono::Utc;

    use crate::domain::audit::{Act, Actor, Deed};
    use crate::storage::{Book, BookSettings, DataFolder, InstanceLock, folder, restore};

    struct Shelf {
        _dir: tempfile::TempDir,
        folder: DataFolder,
    }

    impl Shelf {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let folder = folder::prepare(dir.path()).unwrap();
            std::fs::create_dir(folder.path().join("backups")).unwrap();
            Self { _dir: dir, folder }
        }

        fn book(&self) -> Book {
            Book::open(&self.folder, BookSettings::default()).unwrap()
        }

        fn act(&self, times: usize) {
            let mut book = self.book();
            for _ in 0..times {
                book.log(&Deed::of(Actor::Console, Act::StaffChanged), Utc::now()).unwrap();
            }
        }

        fn copy(&self, name: &str) {
            self.book().backup(&self.folder.path().join("backups").join(name), Utc::now()).unwrap();
        }

        fn restore(&self, name: &str) {
            let lock = InstanceLock::take(&self.folder).unwrap();
            restore(&self.folder, &lock, &self.folder.path().join("backups").join(name)).unwrap();
        }

        fn agrees(&self) -> bool {
            let checks = self.book().verify().unwrap();
            assert!(checks.iter().find(|c| c.name == "audit_chain").unwrap().ok, "{checks:?}");
            checks.into_iter().find(|c| c.name == "audit_backups").unwrap().ok
        }
    }

    #[test]
    fn cutting_off_the_end_is_seen_by_an_older_copy() {
        let shelf = Shelf::new();
        shelf.act(3);
        shelf.copy("one.sqlite3");
        shelf.act(2);
        assert!(shelf.agrees());
        let cut = |from: u64| {
            let raw = rusqlite::Connection::open(shelf.folder.book_path()).unwrap();
            raw.execute_batch("DROP TRIGGER audit_entry_is_kept;").unwrap_or_default();
            raw.execute("DELETE FROM audit_entry WHERE n >= ?1", [i64::try_from(from).unwrap()]).unwrap();
        };
        cut(4);
        assert!(shelf.agrees(), "what no copy knows cannot be missed by one");
        cut(3);
        assert!(!shelf.agrees());
        shelf.act(4);
        assert!(!shelf.agrees(), "other entries do not fill the gap");
    }

    #[test]
    fn a_restore_explains_what_newer_copies_know_more() {
        let shelf = Shelf::new();
        shelf.act(2);
        shelf.copy("one.sqlite3");
        shelf.act(3);
        shelf.copy("two.sqlite3");
        shelf.restore("one.sqlite3");
        assert_eq!(shelf.book().audit_lines(None, 1).unwrap()[0].act, "book_restored");
        assert!(shelf.agrees());
        shelf.act(5);
        shelf.copy("three.sqlite3");
        shelf.restore("two.sqlite3");
        shelf.act(1);
        assert!(shelf.agrees());
    }
}
