//! What happens to sessions that nobody ends (rule 10 of the walk), and a clock that is wrong.

use buku_pengunjung::domain::internet::{Reply, SeatUse, SessionEnd};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::storage::{Book, Measure, StorageError, VisitRow};

use super::support::*;

fn rows(book: &Book) -> Vec<VisitRow> {
    let mut rows = Vec::new();
    book.visits(Period::default(), |row| {
        rows.push(row.clone());
        Ok::<(), StorageError>(())
    })
    .unwrap();
    rows
}

fn ends(book: &Book) -> Vec<(Option<String>, Option<String>)> {
    let time = |row: &VisitRow| row.session_ended_at.map(|at| at.format("%d %H:%M").to_string());
    rows(book).iter().map(|row| (row.session_end.clone(), time(row))).collect()
}

fn ended(end: &str, at: &str) -> (Option<String>, Option<String>) {
    (Some(end.to_owned()), Some(at.to_owned()))
}

#[test]
fn open_sessions_outlast_a_restart() {
    let mut office = Office::with(2);
    office.sit("KTA-1", "PC 01");
    office.pass(45);
    office.restart(rules(2));
    assert_eq!(ends(&office.book), [(None, None)]);
    assert_eq!(office.book.room(office.now).unwrap().taken(), 1);
}

#[test]
fn a_kiosk_that_is_off_over_night_ends_them_at_the_last_sign_of_life() {
    let mut office = Office::with(2);
    office.sit("KTA-1", "PC 01");
    office.now = at("2026-11-24T13:37:00+07:00");
    office.book.tend_room(office.now).unwrap();
    office.now = at("2026-11-25T07:30:00+07:00");
    office.restart(rules(2));
    assert_eq!(ends(&office.book), [ended("automatic", "24 13:37")]);
    office.verified();
}

#[test]
fn a_kiosk_that_stays_on_ends_them_at_closing_time() {
    let mut office = Office::with(2);
    office.sit("KTA-1", "PC 01");
    for minute in ["14:59", "15:00", "15:01"] {
        office.now = at(&format!("2026-11-24T{minute}:00+07:00"));
        office.book.tend_room(office.now).unwrap();
    }
    assert_eq!(ends(&office.book), [ended("automatic", "24 14:59")]);
    assert_eq!(office.book.room(office.now).unwrap().free(), 2);
    office.verified();
}

#[test]
fn a_session_may_cross_midnight() {
    let mut office = Office::with(1);
    office.now = at("2026-11-24T21:30:00+07:00");
    let late = office.sit("KTA-1", "PC 01");
    office.now = at("2026-11-25T00:30:00+07:00");
    office.book.tend_room(office.now).unwrap();
    let Reply::Left(left) = office.leave(late.session) else { panic!("not left") };
    assert_eq!((left.end, (left.ended - left.started).num_minutes()), (SessionEnd::Own, 180));
    assert_eq!(ends(&office.book), [ended("self", "25 00:30")]);
    let lengths = office.book.histogram(Measure::Session, None, Period::default()).unwrap();
    assert_eq!(lengths.buckets(), [(180, 1)]);
    office.verified();
}

#[test]
fn a_clock_that_is_turned_back_gives_no_negative_length() {
    let mut office = Office::with(1);
    let one = office.sit("KTA-1", "PC 01");
    office.pass(-90);
    office.book.tend_room(office.now).unwrap();
    let Reply::Left(left) = office.leave(one.session) else { panic!("not left") };
    assert_eq!(left.ended, left.started);
    office.verified();
    // Far ahead and back again: closed at the last sign of life, and the computer is free.
    let two = office.sit("KTA-2", "PC 01");
    office.now = at("2030-01-01T09:00:00+07:00");
    office.book.tend_room(office.now).unwrap();
    let Reply::Left(left) = office.leave(two.session) else { panic!("not left") };
    assert_eq!((left.end, left.ended), (SessionEnd::Automatic, two.started));
    office.now = at(MORNING);
    office.sit("KTA-3", "PC 01");
    office.verified();
}

#[test]
fn in_and_out_within_seconds_is_a_session_of_no_minutes() {
    let mut office = Office::with(1);
    for _ in 0..3 {
        let seated = office.sit("KTA-1", "PC 01");
        office.leave(seated.session);
    }
    assert_eq!(ends(&office.book).len(), 3);
    let lengths = office.book.histogram(Measure::Session, None, Period::default()).unwrap();
    assert_eq!(lengths.buckets(), [(0, 3)]);
    office.verified();
}

#[test]
fn a_computer_that_is_taken_out_of_the_configuration_keeps_its_visitor_to_the_end() {
    let mut office = Office::with(2);
    let seated = office.sit("KTA-1", "PC 02");
    office.restart(rules(1));
    let room = office.book.room(office.now).unwrap();
    assert_eq!(room.seats.len(), 2);
    assert_eq!((room.seats[1].seat.name.as_str(), room.seats[1].seat.column), ("PC 02", 0));
    assert!(matches!(room.seats[1].usage, SeatUse::Taken(_)));
    let Reply::Left(left) = office.leave(seated.session) else { panic!("not left") };
    assert_eq!(left.seat, "PC 02");
    assert_eq!(office.book.room(office.now).unwrap().seats.len(), 1);
    office.verified();
}
