//! After their time names are gone from every byte of the data folder, and the counted facts stay.

use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::storage::{Erased, StorageError};

use super::support::*;

#[test]
fn names_leave_every_file_and_figures_stay() {
    let (_dir, mut book) = book();
    let folder = book.folder().path().to_owned();
    // The last minute that is erased, and the first that stays: the turn of a library day, not of a UTC day.
    let (old, kept) = (utc("2025-11-23T16:59:00Z"), utc("2025-11-23T17:00:00Z"));
    for n in 0..700 {
        let who = if n % 2 == 0 { non_member("Zubaidah Rekaan") } else { card_holder(&format!("HAPUS-{n:04}")) };
        record(&mut book, &visit(id(n + 1), old, who, "other"));
    }
    let mut stays = visit(id(9_001), kept, card_holder("TETAP-0001"), "other");
    stays.visitor = card_holder("TETAP-0001");
    record(&mut book, &stays);
    let mut batch = book.member_batch().unwrap();
    let mut ended = member("HAPUS-9999", "Ratmini Rekaan");
    ended.valid_until = "2025-11-23".parse().ok();
    let mut good = member("TETAP-0002", "Maya Contoh");
    good.valid_until = "2025-11-24".parse().ok();
    batch.put(&ended).unwrap();
    batch.put(&good).unwrap();
    batch.commit(false, "anggota.csv", 0, kept).unwrap();
    book.catch_up(kept).unwrap();

    for personal in ["Zubaidah", "zubaidah", "HAPUS-", "hapus0", "Ratmini", "TETAP-", "tetap0001"] {
        assert!(any_file_holds(&folder, personal.as_bytes()), "{personal} is not there to be erased");
    }
    let figures = |book: &buku_pengunjung::storage::Book| {
        Dimension::ALL.iter().map(|d| book.statistics(*d, Period::ALL).unwrap()).collect::<Vec<_>>()
    };
    let before = figures(&book);
    let day = "2025-11-24".parse().unwrap();
    let now = utc("2026-11-24T18:00:00Z");
    assert_eq!(book.erase_older_than(day, now).unwrap(), Erased { visits: 700, members: 1 });
    for personal in ["Zubaidah", "zubaidah", "HAPUS-", "hapus0", "Ratmini"] {
        assert!(!any_file_holds(&folder, personal.as_bytes()), "{personal} is still on the disk");
    }
    for kept in ["TETAP-0001", "tetap0001", "TETAP-0002"] {
        assert!(any_file_holds(&folder, kept.as_bytes()), "{kept}");
    }
    assert_eq!(figures(&book), before);
    assert_verified(&book);

    let all = rows(&book, Period::ALL);
    assert_eq!(all.len(), 701);
    let first = &all[0];
    assert_eq!((&first.name, &first.card_number, &first.purpose_note, &first.origin), (&None, &None, &None, &None));
    assert_eq!((first.purpose.as_str(), first.headcount, first.checkin_tenths), ("other", 1, Some(123)));
    assert_eq!(all[700].card_number.as_deref(), Some("TETAP-0001"));

    assert_eq!(book.erase_older_than(day, now).unwrap(), Erased::default(), "nothing is left to erase");
    // A retry of a visit that is erased already is still the same visit.
    record(&mut book, &visit(id(1), old, non_member("Zubaidah Rekaan"), "other"));
    assert_eq!(rows(&book, Period::ALL).len(), 701);
    assert!(!any_file_holds(&folder, b"Zubaidah"));
}

#[test]
fn a_group_loses_leader_and_institution_and_keeps_its_people() {
    let (_dir, mut book) = book();
    record(&mut book, &visit(id(1), utc("2025-01-02T03:00:00Z"), group(3, 4), "education_visit"));
    book.erase_older_than("2026-01-01".parse().unwrap(), utc("2026-11-24T18:00:00Z")).unwrap();
    let row = book.visit(id(1)).unwrap();
    assert_eq!((row.name, row.institution, row.male, row.female), (None, None, Some(3), Some(4)));
    assert!(!any_file_holds(book.folder().path(), b"SDN Contoh"));
    // An erased visit can still be voided.
    let at = utc("2026-11-24T18:00:00Z");
    book.void(id(1), buku_pengunjung::domain::visit::VoidReason::Mistake, at).unwrap();
    assert_eq!(book.statistics(Dimension::Day, Period::ALL).unwrap(), []);
    assert_verified(&book);
    assert!(matches!(book.visit(id(2)), Err(StorageError::UnknownVisit)));
}
