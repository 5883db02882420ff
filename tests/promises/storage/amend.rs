//! What staff do to the book: each act is seen in the row, in the counts and in the audit log, or not at all.

use buku_pengunjung::domain::audit::Actor;
use buku_pengunjung::domain::listing::{Place, Sieve};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::{Correction, Entry, VisitId, Visitor, VoidReason};
use buku_pengunjung::storage::{Book, InstanceLock, StorageError, restore};
use chrono::{DateTime, Utc};

use super::support::*;

const BY: Actor = Actor::Console;

fn noon() -> DateTime<Utc> {
    utc("2026-11-24T05:00:00Z")
}

fn evening() -> DateTime<Utc> {
    utc("2026-11-24T11:00:00Z")
}

/// Acts and subjects of the log, oldest first.
fn log(book: &Book) -> Vec<(String, String)> {
    book.audit_lines(None, 100).unwrap().into_iter().rev().map(|l| (l.act, l.subject)).collect()
}

fn correction(visitor: Visitor, purpose: &str) -> Correction {
    Correction { visitor, purpose: PurposeId::new(purpose).unwrap(), note: None }
}

fn purposes(book: &Book) -> Vec<(String, u64)> {
    book.statistics(Dimension::Purpose, Period::ALL).unwrap().into_iter().map(|c| (c.key, c.entries)).collect()
}

fn found(book: &Book, text: &str) -> Vec<VisitId> {
    let sieve = Sieve { text: text.to_owned(), ..Sieve::default() };
    book.page(&sieve, Place::First).unwrap().rows.into_iter().map(|r| r.row.id).collect()
}

#[test]
fn a_visit_is_taken_back_once_with_reason_and_words() {
    let (_dir, mut book) = book();
    record(&mut book, &visit(id(1), noon(), non_member("Siti Misalan"), "read"));
    let words = Some("Dicatat dua kali oleh Contoh".to_owned());
    book.take_back(id(1), VoidReason::Duplicate, words, BY, evening()).unwrap();
    let row = book.visit(id(1)).unwrap();
    assert_eq!((row.voided, row.void_reason.as_deref()), (true, Some("duplicate")));
    assert_eq!(purposes(&book), []);
    assert_eq!(log(&book), [("visit_voided".to_owned(), format!("visit:{}", id(1)))]);
    let history = book.history(id(1)).unwrap();
    assert_eq!((history[0].line.reason.as_str(), history[0].line.at), ("duplicate", evening()));
    assert_eq!(history[0].words.as_deref(), Some("Dicatat dua kali oleh Contoh"));

    let again = book.take_back(id(1), VoidReason::Mistake, None, BY, evening());
    assert!(matches!(again, Err(StorageError::VoidAlready)));
    assert!(matches!(book.take_back(id(9), VoidReason::Mistake, None, BY, evening()), Err(StorageError::UnknownVisit)));
    assert_eq!(log(&book).len(), 1, "what did not happen is not in the log");
    assert_verified(&book);
}

#[test]
fn a_correction_keeps_the_moment_and_is_linked() {
    let (_dir, mut book) = book();
    let mut one = visit(id(1), noon(), group(3, 4), "read");
    one.walk_millis = 71_000;
    record(&mut book, &one);
    let what = correction(group(10, 12), "education_visit");
    book.correct(id(1), id(2), &what, BY, evening()).unwrap();
    book.correct(id(1), id(2), &what, BY, evening()).unwrap();
    let (old, new) = (book.visit(id(1)).unwrap(), book.visit(id(2)).unwrap());
    assert_eq!((old.voided, old.void_reason.as_deref()), (true, Some("correction")));
    assert_eq!(new.corrects, Some(id(1)));
    assert_eq!(new.recorded_at, old.recorded_at);
    assert_eq!((new.entry, new.checkin_tenths), (Entry::Form, old.checkin_tenths));
    assert_eq!((new.headcount, new.purpose.as_str(), new.voided), (22, "education_visit", false));
    assert_eq!(purposes(&book), [("education_visit".to_owned(), 1)]);
    let history = book.history(id(2)).unwrap();
    assert_eq!(history.len(), 1, "one entry, also after the second call");
    assert_eq!(history[0].line.act, "visit_corrected");
    assert_eq!(history[0].line.fields, ["headcount", "purpose"]);

    let late = book.correct(id(1), id(3), &correction(group(2, 2), "read"), BY, evening());
    assert!(matches!(late, Err(StorageError::VoidAlready)), "somebody else was quicker");
    let same = book.correct(id(2), id(4), &what, BY, evening());
    assert!(matches!(same, Err(StorageError::NothingNew)));
    // A correction can be corrected, and taken back.
    book.correct(id(2), id(5), &correction(non_member("Dewi Contoh"), "read"), BY, evening()).unwrap();
    assert_eq!(book.history(id(5)).unwrap().len(), 2);
    book.take_back(id(5), VoidReason::Other, None, BY, evening()).unwrap();
    assert_eq!(purposes(&book), []);
    assert_verified(&book);
}

#[test]
fn an_entry_by_hand_is_marked_and_not_measured() {
    let (_dir, mut book) = book();
    let mut late = visit(id(1), noon(), non_member("Siti Misalan"), "read");
    late.entry = Entry::Manual;
    for _ in 0..2 {
        book.enter_by_hand(&late, BY, evening()).unwrap();
    }
    let row = book.visit(id(1)).unwrap();
    assert_eq!((row.entry, row.checkin_tenths), (Entry::Manual, None));
    assert_eq!(row.recorded_at.to_utc(), noon());
    assert_eq!(log(&book), [("visit_entered".to_owned(), format!("visit:{}", id(1)))]);
    assert_verified(&book);
}

#[test]
fn who_asks_is_erased_from_every_byte_and_stays_erased_after_a_restore() {
    let (_dir, mut book) = book();
    let folder = book.folder().clone();
    record(&mut book, &visit(id(1), noon(), non_member("Zubaidah Rekaan"), "other"));
    record(&mut book, &visit(id(2), noon(), non_member("Siti Misalan"), "other"));
    let copy = folder.path().join("copy.sqlite3");
    book.backup(&copy, evening()).unwrap();
    book.correct(id(1), id(3), &correction(non_member("Zubaedah Rekaan"), "read"), BY, evening()).unwrap();
    book.take_back(id(3), VoidReason::Other, Some("Kata Zubaedah".to_owned()), BY, evening()).unwrap();
    assert_eq!(found(&book, "zuba"), [id(3), id(1)]);

    book.erase_on_request(id(3), BY, evening()).unwrap();
    let kept = folder.path().join("elsewhere.sqlite3");
    std::fs::rename(&copy, folder.path().parent().unwrap().join("copy.sqlite3")).unwrap();
    for personal in ["Zubaidah", "Zubaedah", "zubaidah", "zubaedah"] {
        assert!(!any_file_holds(folder.path(), personal.as_bytes()), "{personal} is still on the disk");
    }
    assert_eq!(found(&book, "zuba"), []);
    assert_eq!(found(&book, "siti"), [id(2)]);
    let (old, new) = (book.visit(id(1)).unwrap(), book.visit(id(3)).unwrap());
    assert_eq!((old.name, new.name, new.purpose.as_str()), (None, None, "read"));
    assert!(matches!(book.erase_on_request(id(1), BY, evening()), Err(StorageError::ErasedAlready)));
    assert!(matches!(
        book.correct(id(1), id(8), &correction(non_member("Baru"), "read"), BY, evening()),
        Err(StorageError::VoidAlready)
    ));
    assert_eq!(log(&book).last().unwrap(), &("visit_erased".to_owned(), format!("visit:{}", id(3))));
    assert_verified(&book);
    drop(book);

    // The copy still holds the name; the restored book does not.
    let lock = InstanceLock::take(&folder).unwrap();
    std::fs::rename(folder.path().parent().unwrap().join("copy.sqlite3"), &kept).unwrap();
    assert!(any_file_holds(folder.path(), b"Zubaidah"));
    restore(&folder, &lock, &kept).unwrap();
    std::fs::remove_file(&kept).unwrap();
    let book = Book::open(&folder, settings(ZONE)).unwrap();
    assert_eq!(book.visit(id(1)).unwrap().name, None);
    assert_eq!(book.visit(id(2)).unwrap().name.as_deref(), Some("Siti Misalan"));
    for personal in ["Zubaidah", "zubaidah"] {
        assert!(!any_file_holds(folder.path(), personal.as_bytes()), "{personal} came back");
    }
    assert_verified(&book);
}
