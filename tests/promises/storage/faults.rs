//! A fault is told in its kind, nothing is lost by it, and the worker recovers by itself.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::VoidReason;
use buku_pengunjung::storage::{
    Answer, Book, Busy, DataFolder, Fault, FolderError, InstanceLock, Job, StorageError, folder, restore,
};
use rusqlite::Connection;

use super::desk::{Desk, nth};
use super::support::*;
use crate::small_disk::{fill, on_a_small_disk};

fn stored(folder: &DataFolder) -> Vec<u128> {
    let book = Book::open(folder, settings(ZONE)).unwrap();
    assert_verified(&book);
    rows(&book, Period::ALL).iter().map(|r| r.id.0.as_u128()).collect()
}

#[test]
fn jobs_are_done_and_answered_by_id() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    let one = nth(1);
    let receipt = desk.record(&one).unwrap();
    assert_eq!((receipt.id, receipt.at), (one.id, one.at));
    assert_eq!(desk.record(&one).unwrap(), receipt, "a retry is answered alike");
    desk.record(&nth(2)).unwrap();
    assert_eq!(desk.look_up("0024").0, Ok(()));
    desk.worker.send(Job::Void { id: one.id, reason: VoidReason::Visitor, at: one.at }).unwrap();
    desk.wait(|a| (*a == Answer::Voided { id: one.id }).then_some(()));
    desk.worker.send(Job::Void { id: id(99), reason: VoidReason::Visitor, at: one.at }).unwrap();
    desk.wait(|a| (*a == Answer::VoidFailed { id: id(99), fault: Fault::Other }).then_some(()));
    desk.worker.send(Job::Statistics { ticket: 8, dimension: Dimension::Total, period: Period::ALL }).unwrap();
    let entries = desk.wait(|a| match a {
        Answer::Counted { ticket: 8, counts } => Some(counts[0].entries),
        _ => None,
    });
    assert_eq!(entries, 1);
    assert_eq!(desk.health, None, "a wrong question is no fault of the book");
    desk.send_visit(&nth(3));
    desk.worker.send(Job::Checkpoint).unwrap();
    desk.worker.shut_down();
    assert_eq!(stored(&folder), [1, 2, 3], "what was sent before the end is written");
    assert!(!folder.path().join("book.sqlite3-wal").exists(), "nothing is left in the log");
}

#[test]
fn a_folder_that_is_removed_and_made_again() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    desk.record(&nth(1)).unwrap();
    fs::remove_dir_all(folder.path()).unwrap();
    assert_eq!(desk.record(&nth(2)), Err(Fault::Missing), "no row goes into a file that nobody can open");
    assert_eq!(desk.health, Some(Fault::Missing));
    assert_eq!(desk.look_up("0024").0, Err(Fault::Missing));
    assert!(!folder.path().exists(), "a missing folder may be an unplugged disk: it is not made again");
    folder::prepare(folder.path()).unwrap();
    desk.wait_for_health(None);
    desk.record(&nth(2)).unwrap();
    assert_eq!(desk.look_up("0024").0, Ok(()));
    desk.worker.shut_down();
    assert_eq!(stored(&folder), [2]);
}

#[test]
fn a_replaced_folder_is_locked_again_before_it_is_written() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open_locked(&folder);
    desk.record(&nth(1)).unwrap();
    let taken = || matches!(InstanceLock::take(&folder), Err(StorageError::AlreadyRunning));
    fs::remove_dir_all(folder.path()).unwrap();
    folder::prepare(folder.path()).unwrap();
    let _ = desk.record(&nth(2));
    desk.record(&nth(2)).unwrap();
    assert!(taken(), "a second kiosk is refused in the new folder as well");

    // Only the lock's file is deleted, and a second kiosk is quicker: this one writes no more until that one ends.
    fs::remove_file(folder.path().join(folder::LOCK_FILE)).unwrap();
    let second = InstanceLock::take(&folder).unwrap();
    desk.wait_for_health(Some(Fault::Other));
    assert_eq!(desk.record(&nth(3)), Err(Fault::Other));
    drop(second);
    desk.wait_for_health(None);
    desk.record(&nth(3)).unwrap();
    assert!(taken());
    desk.worker.shut_down();
    assert!(!taken());
    assert_eq!(stored(&folder), [2, 3]);
}

#[test]
fn a_folder_that_goes_away_and_comes_back_is_noticed_without_a_visitor() {
    let (dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    desk.record(&nth(1)).unwrap();
    let away = dir.path().join("away");
    fs::rename(folder.path(), &away).unwrap();
    desk.wait_for_health(Some(Fault::Missing));
    fs::rename(&away, folder.path()).unwrap();
    desk.wait_for_health(None);
    desk.record(&nth(2)).unwrap();
    desk.worker.shut_down();
    assert_eq!(stored(&folder), [1, 2]);
}

#[test]
fn a_file_that_is_deleted_or_replaced_swallows_nothing() {
    let (dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    desk.record(&nth(1)).unwrap();
    for name in ["book.sqlite3", "book.sqlite3-wal", "book.sqlite3-shm"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    assert_eq!(desk.record(&nth(2)), Err(Fault::Missing));
    desk.record(&nth(2)).unwrap();
    assert_eq!(desk.look_up("0024").0, Ok(()), "the reader has found the new file");

    // Another book is put in its place.
    let other = folder::prepare(&dir.path().join("other")).unwrap();
    let mut other = Book::open(&other, settings(ZONE)).unwrap();
    record(&mut other, &nth(50));
    let copy = dir.path().join("copy");
    other.backup(&copy, utc("2026-11-24T03:00:00Z")).unwrap();
    for name in ["book.sqlite3-wal", "book.sqlite3-shm"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    fs::rename(&copy, folder.path().join("book.sqlite3")).unwrap();
    assert_eq!(desk.record(&nth(3)), Err(Fault::Missing));
    desk.record(&nth(3)).unwrap();
    desk.worker.shut_down();
    assert_eq!(stored(&folder), [3, 50]);
}

#[test]
fn a_damaged_book_is_told_and_a_restored_one_is_taken_up() {
    let (dir, folder) = folder();
    let mut book = Book::open(&folder, settings(ZONE)).unwrap();
    record(&mut book, &nth(1));
    let copy = dir.path().join("copy");
    book.backup(&copy, utc("2026-11-24T03:00:00Z")).unwrap();
    drop(book);
    fs::write(folder.book_path(), "not a book ".repeat(2_000)).unwrap();
    let mut desk = Desk::open(&folder);
    desk.wait_for_health(Some(Fault::Corrupt));
    assert_eq!(desk.record(&nth(2)), Err(Fault::Corrupt));
    assert_eq!(desk.look_up("0024").0, Err(Fault::Corrupt));
    let lock = InstanceLock::take(&folder).unwrap();
    restore(&folder, &lock, &copy).unwrap();
    desk.wait_for_health(None);
    desk.record(&nth(2)).unwrap();
    desk.worker.shut_down();
    assert_eq!(stored(&folder), [1, 2]);
}

#[test]
fn another_writer_delays_a_visit_but_no_lookup_and_no_second_writer_for_ever() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    desk.record(&nth(1)).unwrap();
    let other = Connection::open(folder.book_path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let began = Instant::now();
    desk.send_visit(&nth(2));
    let (outcome, took) = desk.look_up("0024");
    assert_eq!(outcome, Ok(()));
    assert!(took < Duration::from_secs(2), "a lookup waited {took:?} for a commit");
    let fault = desk.wait(|a| match a {
        Answer::RecordFailed { fault, .. } => Some(*fault),
        _ => None,
    });
    assert_eq!(fault, Fault::Busy);
    assert!(began.elapsed() >= Duration::from_secs(4), "the visit waited for its turn first");
    other.execute_batch("ROLLBACK").unwrap();
    desk.record(&nth(2)).unwrap();
    assert_eq!(desk.health, None);

    // More jobs than may wait are refused at once, and the ones taken are all done.
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut taken = 0;
    let refused = (3..).find_map(|n| {
        let job = Job::Record { visit: Box::new(nth(n)), started: Instant::now() };
        let sent = desk.worker.send(job);
        taken += u32::from(sent.is_ok());
        sent.err()
    });
    assert_eq!(refused, Some(Busy));
    other.execute_batch("ROLLBACK").unwrap();
    let last = nth(2 + taken).id;
    desk.wait(|a| matches!(a, Answer::Recorded(r) if r.id == last).then_some(()));
    desk.worker.shut_down();
    assert_eq!(u32::try_from(stored(&folder).len()), Ok(2 + taken));
}

#[test]
fn a_commit_of_another_program_is_noticed_within_two_seconds() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    desk.record(&nth(1)).unwrap();
    std::thread::sleep(Duration::from_millis(2_500));
    let mut other = Book::open(&folder, settings(ZONE)).unwrap();
    let began = Instant::now();
    record(&mut other, &nth(2));
    desk.wait(|a| (*a == Answer::ForeignCommit).then_some(()));
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[test]
fn a_folder_of_another_user_is_refused_by_the_owners_name() {
    let (_dir, folder) = folder();
    if !rustix::process::geteuid().is_root() {
        println!("skipped: only root can give a folder to another user");
        return;
    }
    let given = Command::new("chown").arg("nobody").arg(folder.path()).status().unwrap();
    assert!(given.success());
    let refused = folder::prepare(folder.path()).unwrap_err();
    assert!(matches!(&refused, FolderError::OwnedBy { owner, .. } if owner == "nobody"), "{refused}");
    assert!(refused.to_string().contains("nobody"), "{refused}");
    assert!(Book::open(&folder, settings(ZONE)).is_err(), "root leaves no file in the folder");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// A disk of one megabyte fills up and is freed again, then turns read-only and back.
#[test]
fn a_full_disk_and_a_read_only_disk() {
    let Some(disk) = on_a_small_disk("storage::faults::a_full_disk_and_a_read_only_disk", "1M") else { return };
    let folder = folder::prepare(&disk.join("data")).unwrap();
    let mut desk = Desk::open(&folder);
    let mut n = 0;
    let mut acknowledged = Vec::new();
    for round in 0..3 {
        let ballast = fill(&disk);
        let failed = loop {
            n += 1;
            match desk.record(&nth(n)) {
                Ok(receipt) => acknowledged.push(receipt.id.0.as_u128()),
                Err(fault) => break fault,
            }
            assert!(n < 10_000, "round {round}: the disk never filled up");
        };
        assert_eq!(failed, Fault::Full, "round {round}");
        assert_eq!(desk.health, Some(Fault::Full));
        assert_eq!(desk.record(&nth(n)), Err(Fault::Full), "still full");
        fs::remove_file(&ballast).unwrap();
        if round == 1 {
            // Nobody comes: the notice goes away by itself.
            desk.wait_for_health(None);
        }
        acknowledged.push(desk.record(&nth(n)).unwrap().id.0.as_u128());
        assert_eq!(desk.health, None);
    }

    let remount = |how: &str| {
        let done = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(&disk).status().unwrap();
        done.success()
    };
    desk.worker.send(Job::Checkpoint).unwrap();
    desk.worker.shut_down();
    assert!(remount("ro"));
    assert!(matches!(folder::prepare(folder.path()), Err(FolderError::NotWritable { .. })));
    let refused = Book::open(&folder, settings(ZONE)).unwrap_err();
    assert!(matches!(refused, StorageError::Folder(FolderError::NotWritable { .. })), "{refused}");
    let mut desk = Desk::open(&folder);
    assert_eq!(desk.record(&nth(n + 1)), Err(Fault::ReadOnly));
    assert!(remount("rw"));
    desk.wait_for_health(None);
    acknowledged.push(desk.record(&nth(n + 1)).unwrap().id.0.as_u128());
    desk.worker.shut_down();
    assert_eq!(stored(&folder), acknowledged);
}
