//! A visit is written once, whole, and comes out as it went in.

use std::time::{Duration, Instant};

use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::{Entry, MembershipType, VoidReason};
use buku_pengunjung::storage::{Book, StorageError};

use super::support::*;

#[test]
fn three_kinds_of_visitors_come_out_as_they_went_in() {
    let (_dir, mut book) = book();
    let at = utc("2026-11-24T02:41:07.250Z");
    let mut first = visit(id(1), at, card_holder("0024000001"), "borrow_return");
    first.entry = Entry::Scanned;
    record(&mut book, &first);
    record(&mut book, &visit(id(2), at, non_member("Siti 'Contoh'; DROP TABLE visit;--"), "other"));
    let mut third = visit(id(3), at, group(12, 22), "education_visit");
    third.clock_suspect = true;
    record(&mut book, &third);

    let rows = rows(&book, Period::ALL);
    let [member, other, group] = rows.as_slice() else { panic!("{} rows", rows.len()) };

    assert_eq!(member.id, id(1));
    assert_eq!(member.recorded_at.to_rfc3339(), "2026-11-24T09:41:07.250+07:00");
    assert_eq!(member.kiosk, "lobi");
    assert_eq!(member.membership_type, MembershipType::Member);
    assert_eq!(member.card_number.as_deref(), Some("0024000001"));
    assert_eq!(member.name.as_deref(), Some("Wulan Contoh"));
    assert_eq!((member.sex, member.age_group), (Some(Sex::Female), None));
    assert_eq!((member.male, member.female, member.headcount), (Some(0), Some(1), 1));
    assert_eq!((member.purpose.as_str(), member.purpose_note.as_deref()), ("borrow_return", None));
    assert_eq!(member.entry, Entry::Scanned);
    assert_eq!(member.checkin_tenths, Some(123));
    assert!(member.card_expired && !member.card_unverified && !member.clock_suspect && !member.voided);
    assert_eq!((member.seat.as_deref(), member.session_started_at), (None, None));

    assert_eq!(other.name.as_deref(), Some("Siti 'Contoh'; DROP TABLE visit;--"));
    assert_eq!(other.age_group, Some(AgeGroup::Adult));
    assert_eq!(other.education, Some(Education::S1));
    assert_eq!(other.occupation, Some(Occupation::Teacher));
    assert_eq!(other.origin.as_deref(), Some("Kecamatan Contoh"));
    assert_eq!(other.purpose_note.as_deref(), Some("Mencari peta contoh"));
    assert_eq!(other.card_number, None);

    assert_eq!(group.institution.as_deref(), Some("SDN Contoh 1"));
    assert_eq!((group.male, group.female, group.headcount), (Some(12), Some(22), 34));
    assert_eq!(group.sex, None);
    assert!(group.clock_suspect);
    assert_verified(&book);
}

#[test]
fn a_retry_never_doubles_and_another_visit_never_hides_behind_an_id() {
    let (_dir, mut book) = book();
    let mut one = visit(id(7), utc("2026-11-24T02:41:07.250Z"), non_member("Siti Contoh"), "read");
    let first = book.record(&one, Instant::now()).unwrap();
    one.walk_millis += 5_000;
    assert_eq!(book.record(&one, Instant::now()).unwrap(), first, "the retry is answered like the first try");
    let rows = rows(&book, Period::ALL);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].checkin_tenths, Some(123), "the first try counts");

    let other = visit(id(7), one.at, non_member("Dewi Misalan"), "read");
    assert!(matches!(book.record(&other, Instant::now()), Err(StorageError::IdTaken)));
    let total = book.statistics(Dimension::Total, Period::ALL).unwrap();
    assert_eq!((total[0].entries, total[0].people), (1, 1));
    assert_verified(&book);
}

#[test]
fn the_time_of_a_check_in_is_the_walk_and_the_writing() {
    let (_dir, mut book) = book();
    let at = utc("2026-11-24T02:41:07Z");
    let began = Instant::now().checked_sub(Duration::from_secs(2)).unwrap();
    let mut slow = visit(id(1), at, non_member("Siti Contoh"), "read");
    slow.walk_millis = 58_000;
    book.record(&slow, began).unwrap();
    let mut by_hand = visit(id(2), at, non_member("Siti Contoh"), "read");
    by_hand.entry = Entry::Manual;
    record(&mut book, &by_hand);
    let tenths: Vec<_> = rows(&book, Period::ALL).iter().map(|r| r.checkin_tenths).collect();
    let measured = tenths[0].unwrap();
    assert!((600..650).contains(&measured), "58 s of walk and 2 s of waiting are {measured} tenths");
    assert_eq!(tenths[1], None, "an entry by hand has no time");
}

#[test]
fn a_void_stays_in_the_book_and_is_not_counted() {
    let (_dir, mut book) = book();
    let at = utc("2026-12-31T16:59:59Z");
    record(&mut book, &visit(id(1), at, group(3, 4), "read"));
    record(&mut book, &visit(id(2), at, non_member("Siti Contoh"), "read"));
    let card = "0024000009";
    record(&mut book, &visit(id(3), at, card_holder(card), "read"));

    // Voided after the turn of the year: the counts go back from the day of the visit.
    let later = utc("2027-01-01T01:00:00Z");
    for n in [1, 3] {
        book.void(id(n), VoidReason::Visitor, later).unwrap();
        book.void(id(n), VoidReason::Other, later).unwrap();
    }
    assert!(matches!(book.void(id(99), VoidReason::Visitor, later), Err(StorageError::UnknownVisit)));

    let rows = rows(&book, Period::ALL);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].void_reason.as_deref(), Some("visitor"), "the first reason stays");
    let year = book.statistics(Dimension::Year, Period::ALL).unwrap();
    assert_eq!(year.iter().map(|c| (c.key.as_str(), c.entries, c.people)).collect::<Vec<_>>(), [("2026", 1, 1)]);
    let answer = book.look_up(&buku_pengunjung::domain::card::CardNumber::from_store(card)).unwrap();
    assert_eq!(answer.last_visit, None, "a voided visit is no last visit");
    assert_verified(&book);

    book.void(id(2), VoidReason::Mistake, later).unwrap();
    assert_eq!(book.statistics(Dimension::Year, Period::ALL).unwrap(), []);
    let total = book.statistics(Dimension::Total, Period::ALL).unwrap();
    assert_eq!((total[0].key.as_str(), total[0].entries), ("total", 0), "the total always has its line");
    assert_verified(&book);
}

#[test]
fn an_export_is_of_library_days_both_ends_included() {
    let (_dir, mut book) = book();
    // 23.59 of the 24th, midnight of the 25th, 23.59 of the 25th, midnight of the 26th, written out of order.
    for (n, at) in [
        (4, "2026-11-25T17:00:00Z"),
        (1, "2026-11-24T16:59:59Z"),
        (3, "2026-11-25T16:59:59Z"),
        (2, "2026-11-24T17:00:00Z"),
    ] {
        record(&mut book, &visit(id(n), utc(at), non_member("Siti Contoh"), "read"));
    }
    let day = "2026-11-25".parse().unwrap();
    let ids = |period| rows(&book, period).iter().map(|r| r.id).collect::<Vec<_>>();
    assert_eq!(ids(Period::between(day, day)), [id(2), id(3)]);
    assert_eq!(ids(Period { from: Some(day), to: None }), [id(2), id(3), id(4)]);
    assert_eq!(ids(Period { from: None, to: Some(day) }), [id(1), id(2), id(3)]);
    assert_eq!(ids(Period::ALL), [id(1), id(2), id(3), id(4)], "oldest first");
    assert_eq!(book.visit(id(3)).unwrap().recorded_at.to_rfc3339(), "2026-11-25T23:59:59+07:00");
}

#[test]
fn a_second_connection_sees_commits_and_may_not_write_when_it_only_reads() {
    let (_dir, mut book) = book();
    let mut beside = Book::open_read_only(book.folder(), settings(ZONE)).unwrap();
    let before = beside.data_version().unwrap();
    record(&mut book, &visit(id(1), utc("2026-11-24T02:41:07Z"), non_member("Siti Contoh"), "read"));
    assert_ne!(beside.data_version().unwrap(), before);
    assert_eq!(rows(&beside, Period::ALL).len(), 1);
    let mine = book.data_version().unwrap();
    record(&mut book, &visit(id(2), utc("2026-11-24T02:41:08Z"), non_member("Siti Contoh"), "read"));
    assert_eq!(book.data_version().unwrap(), mine, "the own commit is no foreign one");
    let refused = beside.record(&visit(id(3), utc("2026-11-24T02:41:07Z"), non_member("Siti"), "read"), Instant::now());
    assert!(refused.is_err());
}

#[test]
fn errors_and_debug_hold_no_names() {
    let (_dir, mut book) = book();
    let mut one = visit(id(1), utc("2026-11-24T02:41:07Z"), card_holder("0024000001"), "other");
    record(&mut book, &one);
    let row = book.visit(id(1)).unwrap();
    one.at = utc("9999-12-31T23:59:59Z");
    let refused = book.record(&one, Instant::now()).unwrap_err();
    let listed = member("0024000001", "Wulan Contoh");
    for text in [format!("{row:?}"), format!("{refused:?} {refused}"), format!("{one:?}"), format!("{listed:?}")] {
        for personal in ["Wulan", "Contoh", "0024", "peta", "Misalan", "2027"] {
            assert!(!text.contains(personal), "{personal} in {text}");
        }
    }
}
