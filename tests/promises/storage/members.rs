//! A membership list goes in whole or not at all, and a card is looked up exactly.

use std::time::Instant;

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::domain::member::{Member, MemberStatus};
use buku_pengunjung::storage::demo::{self, DemoPlan};
use buku_pengunjung::storage::{Book, ImportCounts, StorageError};
use chrono::Timelike;

use super::support::*;

fn import(book: &mut Book, members: &[Member], full: bool) -> ImportCounts {
    let mut batch = book.member_batch().unwrap();
    for m in members {
        assert!(batch.put(m).unwrap());
    }
    let told = batch.preview(full).unwrap();
    let done = batch.commit(full, "anggota.csv", 0, utc("2026-11-24T01:00:00Z")).unwrap();
    assert_eq!(told, done, "the preview says what the import does");
    done
}

fn list(book: &Book) -> Vec<Member> {
    let mut all = Vec::new();
    book.members(|m| {
        all.push(m.clone());
        Ok::<(), StorageError>(())
    })
    .unwrap();
    all
}

fn look_up(book: &Book, card: &str) -> Listing {
    book.look_up(&CardNumber::from_store(card)).unwrap().listing
}

#[test]
fn an_import_adds_updates_and_leaves_alone() {
    let (_dir, mut book) = book();
    let (a, b, c) = (member("0001", "Ayu Contoh"), member("0002", "Budi Contoh"), member("0003", "Citra Contoh"));
    let counts = import(&mut book, &[c.clone(), a.clone(), b.clone()], false);
    assert_eq!(counts, ImportCounts { added: 3, ..ImportCounts::default() });
    assert_eq!(list(&book), [a.clone(), b.clone(), c.clone()]);

    let mut moved = b.clone();
    moved.address = None;
    let d = member("0004", "Dewi Contoh");
    let counts = import(&mut book, &[a.clone(), moved.clone(), d.clone()], false);
    assert_eq!(counts, ImportCounts { added: 1, updated: 1, unchanged: 1, deactivated: 0 });
    assert_eq!(list(&book), [a.clone(), moved.clone(), c.clone(), d.clone()], "who is missing stays");

    let counts = import(&mut book, &[a.clone(), d.clone()], true);
    assert_eq!(counts, ImportCounts { unchanged: 2, deactivated: 2, ..ImportCounts::default() });
    let status: Vec<_> = list(&book).iter().map(|m| m.status).collect();
    let (active, inactive) = (MemberStatus::Active, MemberStatus::Inactive);
    assert_eq!(status, [active, inactive, inactive, active]);
    assert_eq!(import(&mut book, &[a, d], true).deactivated, 0, "who is inactive already is not counted again");
    let last = book.last_import().unwrap().unwrap();
    assert_eq!((last.source.as_str(), last.counts.unchanged), ("anggota.csv", 2));
}

#[test]
fn a_rejected_row_keeps_its_member_active_and_a_doubled_number_its_first_row() {
    let (_dir, mut book) = book();
    import(&mut book, &[member("0001", "Ayu Contoh"), member("0002", "Budi Contoh")], false);
    let mut batch = book.member_batch().unwrap();
    assert!(batch.put(&member("0003", "Citra Contoh")).unwrap());
    assert!(!batch.put(&member("0003", "Lain Contoh")).unwrap());
    batch.present(&CardNumber::from_store("0002")).unwrap();
    let counts = batch.commit(true, "anggota.csv", 2, utc("2026-11-24T01:00:00Z")).unwrap();
    assert_eq!((counts.added, counts.deactivated), (1, 1));
    let all = list(&book);
    assert_eq!(all[0].status, MemberStatus::Inactive);
    assert_eq!(all[1].status, MemberStatus::Active);
    assert_eq!(all[2].name.as_str(), "Citra Contoh");
    assert_eq!(book.last_import().unwrap().unwrap().rejected, 2);
}

#[test]
fn a_batch_that_is_given_up_leaves_no_trace_and_nobody_waits_for_it() {
    let (_dir, mut book) = book();
    let mut kiosk = Book::open(book.folder(), settings(ZONE)).unwrap();
    let mut batch = book.member_batch().unwrap();
    for n in 0..2_000 {
        batch.put(&member(&format!("{n:04}"), "Ayu Contoh")).unwrap();
    }
    let began = Instant::now();
    record(&mut kiosk, &visit(id(1), utc("2026-11-24T02:00:00Z"), non_member("Siti Contoh"), "read"));
    assert!(began.elapsed().as_secs() < 3, "a visitor waited for an import that is being read");
    drop(batch);
    assert_eq!(list(&book), []);
    assert!(!book.members_loaded().unwrap());
    // The connection is as good as before.
    import(&mut book, &[member("0001", "Ayu Contoh")], false);
    assert_eq!(list(&kiosk).len(), 1);
}

#[test]
fn of_two_imports_at_once_the_second_is_refused_with_a_sentence() {
    let (_dir, mut one) = book();
    let mut two = Book::open(one.folder(), settings(ZONE)).unwrap();
    import(&mut two, &[member("0009", "Endah Contoh")], false);
    let mut first = one.member_batch().unwrap();
    first.put(&member("0001", "Ayu Contoh")).unwrap();
    let refused = two.member_batch().unwrap_err();
    assert!(matches!(refused, StorageError::ImportRunning), "{refused}");
    let undone = two.undo_import(buku_pengunjung::domain::audit::Actor::Console, utc("2026-11-24T01:00:00Z"));
    assert!(matches!(undone, Err(StorageError::ImportRunning)), "{undone:?}");
    first.commit(false, "pertama.csv", 0, utc("2026-11-24T01:00:00Z")).unwrap();
    let counts = import(&mut two, &[member("0001", "Ayu Contoh"), member("0003", "Citra Contoh")], true);
    assert_eq!(counts, ImportCounts { added: 1, updated: 0, unchanged: 1, deactivated: 1 });
    drop(one.member_batch().unwrap());
    drop(two.member_batch().unwrap());
}

#[test]
fn a_list_that_changes_between_check_and_import_is_compared_again() {
    let (_dir, mut one) = book();
    import(&mut one, &[member("0001", "Ayu Contoh"), member("0002", "Budi Contoh")], false);
    let mut eraser = Book::open(one.folder(), settings(ZONE)).unwrap();
    let mut batch = one.member_batch().unwrap();
    batch.put(&member("0001", "Ayu Contoh")).unwrap();
    assert_eq!(batch.preview(false).unwrap().unchanged, 1);
    // Both cards end in January 2027.
    eraser.erase_older_than("2027-06-01".parse().unwrap(), utc("2028-06-01T01:00:00Z")).unwrap();
    let counts = batch.commit(false, "anggota.csv", 0, utc("2028-06-01T01:00:00Z")).unwrap();
    assert_eq!(counts.added, 1);
    assert_eq!(list(&one).len(), 1);
}

#[test]
fn a_card_is_looked_up_exactly() {
    let (_dir, mut book) = book();
    assert_eq!(look_up(&book, "0024"), Listing::NoList);
    let at = utc("2026-11-24T02:00:00Z");
    record(&mut book, &visit(id(1), at, card_holder("0024"), "read"));
    record(&mut book, &visit(id(2), at - chrono::TimeDelta::hours(3), card_holder("0024"), "read"));
    assert_eq!(look_up(&book, "0024"), Listing::NoList, "a visit is no list");
    let mut known = member("0024", "Wulan Contoh");
    known.status = MemberStatus::Blocked;
    import(&mut book, std::slice::from_ref(&known), false);
    assert_eq!(look_up(&book, "0024"), Listing::Listed(known));
    for other in ["24", "00240", "0024 ", "A024", "%", "002_"] {
        assert_eq!(look_up(&book, other), Listing::Unlisted, "{other}");
    }
    let answer = book.look_up(&CardNumber::from_store("0024")).unwrap();
    assert_eq!(answer.last_visit, Some(at), "the latest, not the last written");
}

#[test]
fn demonstration_data_is_plausible_repeatable_and_refused_in_a_used_book() {
    let plan = DemoPlan { members: 120, visits: 1_500, years: 2, seed: 7, until: utc("2026-11-24T05:00:00Z") };
    let (_dir, mut first) = book();
    demo::fill(&mut first, plan).unwrap();
    assert_verified(&first);
    let all = rows(&first, buku_pengunjung::domain::period::Period::ALL);
    assert_eq!(all.len(), 1_500);
    assert_eq!(list(&first).len(), 120);
    assert!(all.iter().all(|r| (8..16).contains(&r.recorded_at.hour()) && r.recorded_at <= plan.until));
    assert!(all.windows(2).all(|w| w[0].recorded_at <= w[1].recorded_at));
    let voided = all.iter().filter(|r| r.voided).count();
    assert!((1..40).contains(&voided), "{voided}");
    let health = first.health().unwrap();
    assert_eq!((health.visits, health.members), (1_500 - voided as u64, 120));
    let days = health.days.unwrap();
    assert!((days.1 - days.0).num_days() > 700, "{days:?}");
    for place in 0..20 {
        let Listing::Listed(m) = look_up(&first, &demo::card_number(place)) else { panic!("no member {place}") };
        let today = "2026-11-24".parse().unwrap();
        assert_eq!(m.standing(today), buku_pengunjung::domain::member::Standing::Valid);
    }

    let (_dir, mut again) = book();
    demo::fill(&mut again, plan).unwrap();
    assert_eq!(rows(&again, buku_pengunjung::domain::period::Period::ALL), all, "the same seed, the same book");
    assert!(matches!(demo::fill(&mut again, plan), Err(StorageError::NotEmpty)));

    let (_dir, mut used) = book();
    record(&mut used, &visit(id(1), plan.until, non_member("Siti Contoh"), "read"));
    assert!(matches!(demo::fill(&mut used, plan), Err(StorageError::NotEmpty)));
    assert_eq!(list(&used), []);
}
