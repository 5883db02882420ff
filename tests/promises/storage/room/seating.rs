//! Taking a computer: one visitor a computer, one computer a card, all of it or nothing.

use std::time::Instant;

use buku_pengunjung::domain::internet::{Ask, Place, Placed, Refusal, Reply, SeatUse};
use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::VoidReason;
use buku_pengunjung::storage::{Book, StorageError};

use super::support::*;
use crate::storage::support::id;

fn seat(name: &str) -> Place {
    Place::Seat(name.to_owned())
}

#[test]
fn visit_session_and_totals_are_one() {
    let mut office = Office::with(3);
    let seated = office.sit("KTA-1", "PC 02");
    assert_eq!((seated.seat.as_str(), seated.started, seated.exit_code), ("PC 02", office.now, None));
    let by = |dimension| {
        let counts = office.book.statistics(dimension, Period::default()).unwrap();
        counts.into_iter().map(|c| (c.key, c.entries)).collect::<Vec<_>>()
    };
    assert_eq!(by(Dimension::Seat), [("PC 02".to_owned(), 1)]);
    assert_eq!(by(Dimension::Session), [("open".to_owned(), 1)]);
    assert_eq!(by(Dimension::Total), [("total".to_owned(), 1)]);
    office.verified();
    // A refusal leaves nothing, not even the visit.
    assert_eq!(
        office.arrive(Some("KTA-2"), seat("PC 02")),
        Err(Refusal::SeatTaken { instead: Some("PC 01".to_owned()) })
    );
    assert_eq!(office.arrive(Some("KTA-1"), seat("PC 01")), Err(Refusal::CardSeated { seat: "PC 02".to_owned() }));
    assert!(matches!(office.arrive(Some("KTA-2"), seat("PC 99")), Err(Refusal::SeatTaken { .. })));
    assert_eq!(office.arrive(Some("KTA-2"), Place::Queue), Err(Refusal::NotFull { seat: "PC 01".to_owned() }));
    assert_eq!(office.book.statistics(Dimension::Total, Period::default()).unwrap()[0].entries, 1);
    office.verified();
}

#[test]
fn two_people_on_the_last_seat_from_two_connections() {
    let mut office = Office::with(1);
    let mut other = Book::open(&office.folder, settings(rules(1))).unwrap();
    let (first, second) = (office.visit(Some("KTA-1"), seat("PC 01")), office.visit(Some("KTA-2"), seat("PC 01")));
    let gate = std::sync::Barrier::new(2);
    let [one, two] = std::thread::scope(|scope| {
        let here = scope.spawn(|| {
            gate.wait();
            office.book.record(&first, Instant::now())
        });
        let there = scope.spawn(|| {
            gate.wait();
            other.record(&second, Instant::now())
        });
        [here.join().unwrap(), there.join().unwrap()]
    });
    let (winner, loser) = if one.is_ok() { (one, two) } else { (two, one) };
    assert!(matches!(winner.unwrap().placed, Some(Placed::Seated(_))));
    let refused = loser.unwrap_err();
    assert!(refused.is_refusal(), "the book is well");
    assert!(matches!(refused, StorageError::NotSeated(Refusal::SeatTaken { instead: None })));
    office.verified();
    let taken = office.book.room(office.now).unwrap();
    assert_eq!((taken.free(), taken.taken()), (0, 1));
    // The loser is offered the queue, and the queue number is theirs.
    assert_eq!(office.queue("KTA-3").number, 1);
}

#[test]
fn a_repeated_attempt_is_told_the_same_again() {
    let mut office = Office::with(1);
    let one = office.visit(None, seat("PC 01"));
    let first = office.book.record(&one, Instant::now()).unwrap();
    let again = office.book.record(&one, Instant::now()).unwrap();
    assert_eq!(first, again);
    let Some(Placed::Seated(seated)) = first.placed else { panic!("no computer") };
    let code = seated.exit_code.expect("no card, so an exit code");
    assert!(code.as_str().len() == 3 && code.as_str().chars().all(|c| c.is_ascii_digit()));
    let waiting = office.visit(Some("KTA-2"), Place::Queue);
    let first = office.book.record(&waiting, Instant::now()).unwrap();
    assert_eq!(office.book.record(&waiting, Instant::now()).unwrap(), first);
    office.verified();
}

#[test]
fn the_card_s_lookup_tells_its_session_and_who_allowed_stands_in_the_log() {
    let mut office = Office::with(2);
    office.sit("KTA-1", "PC 01");
    let card = visitor(Some("KTA-1")).card().unwrap().clone();
    let answer = office.book.look_up(&card).unwrap();
    assert_eq!(answer.listing, Listing::NoList);
    let session = answer.open_session.unwrap();
    assert_eq!((session.seat.as_str(), session.name.greeting()), ("PC 01", "Wulan"));
    office.leave(session.id);
    assert_eq!(office.book.look_up(&card).unwrap().open_session, None);

    office.arrive(None, seat("PC 02")).unwrap();
    let line = &office.book.audit_lines(None, 1).unwrap()[0];
    assert_eq!((line.act.as_str(), line.subject.starts_with("visit:")), ("internet_allowed", true));
    office.verified();
}

#[test]
fn a_voided_visit_frees_its_computer_and_takes_its_counts_back() {
    let mut office = Office::with(1);
    office.sit("KTA-1", "PC 01");
    office.queue("KTA-2");
    office.book.void(id(1), VoidReason::Visitor, office.now).unwrap();
    let room = office.book.room(office.now).unwrap();
    assert_eq!(room.seats[0].usage, SeatUse::Held { number: 1 }, "the next is called");
    assert_eq!(office.book.statistics(Dimension::Seat, Period::default()).unwrap(), []);
    office.book.void(id(2), VoidReason::Visitor, office.now).unwrap();
    assert_eq!(office.book.room(office.now).unwrap().queue, []);
    assert_eq!(office.book.room(office.now).unwrap().free(), 1);
    office.verified();
}

#[test]
fn a_move_keeps_the_session_and_its_start() {
    let mut office = Office::with(2);
    let seated = office.sit("KTA-1", "PC 01");
    office.pass(10);
    let to = |to: &str, now| Ask::Move { session: seated.session, to: to.to_owned(), at: now };
    let Reply::Seated(moved) = office.ask(&to("PC 02", office.now)) else { panic!("not moved") };
    assert_eq!((moved.seat.as_str(), moved.started, moved.session), ("PC 02", seated.started, seated.session));
    assert_eq!(office.book.statistics(Dimension::Seat, Period::default()).unwrap()[0].key, "PC 02");
    office.verified();
    assert_eq!(office.ask(&to("PC 09", office.now)), Reply::Refused(Refusal::NoSuchSeat));
    office.sit("KTA-2", "PC 01");
    assert!(matches!(office.ask(&to("PC 01", office.now)), Reply::Refused(Refusal::SeatTaken { instead: None })));
    office.leave(seated.session);
    assert_eq!(office.ask(&to("PC 01", office.now)), Reply::Refused(Refusal::Ended));
    office.verified();
}
