//! A backup is a consistent, private copy that was taken while visitors came, and the way back is safe.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use buku_pengunjung::domain::period::Period;
use buku_pengunjung::storage::{Book, DataFolder, InstanceLock, SET_ASIDE_FILE, StorageError, folder, restore};

use super::support::*;

fn restored(from: &Path) -> (tempfile::TempDir, Book) {
    let (dir, folder) = folder();
    let lock = InstanceLock::take(&folder).unwrap();
    restore(&folder, &lock, from).unwrap();
    (dir, Book::open(&folder, settings(ZONE)).unwrap())
}

fn names(folder: &DataFolder) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Ends the stream of visitors, also when the test fails.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn a_copy_taken_while_visitors_come_is_whole() {
    let (dir, mut book) = book();
    some_visits(&mut book, 30, utc("2026-11-24T02:00:00Z"));
    let mut kiosk = Book::open(book.folder(), settings(ZONE)).unwrap();
    let target = dir.path().join("copy.sqlite3");
    let done = AtomicBool::new(false);
    let written = std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            let mut n = 1_000_u32;
            while !done.load(Ordering::Relaxed) {
                let at = utc("2026-11-25T02:00:00Z") + chrono::TimeDelta::seconds(i64::from(n));
                kiosk.record(&visit(id(u128::from(n)), at, group(1, 2), "read"), Instant::now()).unwrap();
                n += 1;
                std::thread::sleep(Duration::from_millis(3));
            }
            n - 1_000
        });
        let stop = Stop(&done);
        for _ in 0..5 {
            book.backup(&target, utc("2026-11-25T03:00:00Z")).unwrap();
            let (_dir, copy) = restored(&target);
            assert_verified(&copy);
            assert!(rows(&copy, Period::ALL).len() >= 30);
        }
        drop(stop);
        writing.join().unwrap()
    });
    assert!(written > 0, "nobody came during the backups");
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    let left: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "the data folder and the copy, no temporary file: {left:?}");
    assert_eq!(book.health().unwrap().last_backup, Some(utc("2026-11-25T03:00:00Z")));
}

#[test]
fn a_restore_brings_the_state_of_the_backup_and_keeps_the_old_book_aside() {
    let (dir, mut book) = book();
    some_visits(&mut book, 5, utc("2026-11-24T02:00:00Z"));
    let before = rows(&book, Period::ALL);
    let copy = dir.path().join("copy.sqlite3");
    book.backup(&copy, utc("2026-11-24T03:00:00Z")).unwrap();
    some_visits(&mut book, 4, utc("2026-11-26T02:00:00Z"));
    let folder = book.folder().clone();
    let lock = InstanceLock::take(&folder).unwrap();
    drop(book);

    restore(&folder, &lock, &copy).unwrap();
    let book = Book::open(&folder, settings(ZONE)).unwrap();
    assert_eq!(rows(&book, Period::ALL), before);
    assert_verified(&book);
    drop(book);
    assert_eq!(names(&folder), [SET_ASIDE_FILE, "book.sqlite3", "kiosk.lock"]);

    // The old one can be had back by the same way.
    let aside = dir.path().join("aside.sqlite3");
    fs::rename(folder.path().join(SET_ASIDE_FILE), &aside).unwrap();
    restore(&folder, &lock, &aside).unwrap();
    assert_eq!(rows(&Book::open(&folder, settings(ZONE)).unwrap(), Period::ALL).len(), 9);
}

#[test]
fn what_is_no_sound_backup_changes_nothing() {
    let (dir, mut book) = book();
    some_visits(&mut book, 40, utc("2026-11-24T02:00:00Z"));
    let folder = book.folder().clone();
    let copy = dir.path().join("copy.sqlite3");
    book.backup(&copy, utc("2026-11-24T03:00:00Z")).unwrap();
    let before = rows(&book, Period::ALL);
    drop(book);
    let lock = InstanceLock::take(&folder).unwrap();

    let text = dir.path().join("list.csv");
    fs::write(&text, "nomor;nama\n".repeat(500)).unwrap();
    let foreign = dir.path().join("foreign.sqlite3");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    let empty = dir.path().join("empty");
    fs::write(&empty, "").unwrap();
    // The middle of the file is overwritten, as a broken flash drive would.
    let broken = dir.path().join("broken.sqlite3");
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[4096..middle].fill(0x5A);
    fs::write(&broken, bytes).unwrap();

    for bad in [&text, &foreign, &empty, &broken, &dir.path().join("missing"), &folder.book_path()] {
        let refused = restore(&folder, &lock, bad).unwrap_err().to_string();
        assert!(refused.len() > 20, "{refused}");
    }
    assert_eq!(names(&folder), ["book.sqlite3", "kiosk.lock"], "nothing is left over");
    let book = Book::open(&folder, settings(ZONE)).unwrap();
    assert_eq!(rows(&book, Period::ALL), before);
    assert_verified(&book);
    let nowhere = dir.path().join("no/such/folder/copy.sqlite3");
    assert!(book.backup(&nowhere, utc("2026-11-24T03:00:00Z")).is_err());
    let itself = book.folder().book_path();
    assert!(matches!(book.backup(&itself, utc("2026-11-24T03:00:00Z")), Err(StorageError::OutOfRange(_))));
}

#[test]
fn a_lock_of_another_folder_does_not_count() {
    let (dir, book) = book();
    let copy = dir.path().join("copy.sqlite3");
    book.backup(&copy, utc("2026-11-24T03:00:00Z")).unwrap();
    let other = folder::prepare(&dir.path().join("other")).unwrap();
    let lock = InstanceLock::take(&other).unwrap();
    fs::remove_dir_all(other.path()).unwrap();
    let refused = restore(book.folder(), &lock, &copy);
    assert!(refused.is_err());
}
