//! Queue numbers: in their order, held for their time, then the next.

use buku_pengunjung::domain::internet::{Ask, Place, Refusal, Reply, SeatUse, TicketState};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::storage::Measure;
use chrono::TimeDelta;

use super::support::*;

fn states(office: &Office) -> Vec<(u32, String)> {
    let room = office.book.room(office.now).unwrap();
    let word = |state: &TicketState| match state {
        TicketState::Waiting => "waiting".to_owned(),
        TicketState::Called { seat, .. } => seat.clone(),
        TicketState::Missed => "missed".to_owned(),
    };
    room.queue.iter().map(|t| (t.number, word(&t.state))).collect()
}

fn told(states: &[(u32, &str)]) -> Vec<(u32, String)> {
    states.iter().map(|(n, s)| (*n, (*s).to_owned())).collect()
}

#[test]
fn the_first_in_the_queue_gets_the_first_free_computer() {
    let mut office = Office::with(2);
    let (one, two) = (office.sit("KTA-1", "PC 01"), office.sit("KTA-2", "PC 02"));
    let (first, second) = (office.queue("KTA-3"), office.queue("KTA-4"));
    assert_eq!((first.number, first.ahead, second.number, second.ahead), (1, 0, 2, 1));
    assert_eq!(office.arrive(Some("KTA-3"), Place::Queue), Err(Refusal::CardQueued { number: 1 }));
    office.pass(20);
    office.leave(two.session);
    assert_eq!(states(&office), told(&[(1, "PC 02"), (2, "waiting")]));
    // Held: nobody else gets it, not even one who was called elsewhere.
    assert_eq!(
        office.arrive(Some("KTA-9"), Place::Seat("PC 02".to_owned())),
        Err(Refusal::SeatTaken { instead: None })
    );
    let claim = |ticket, at| Ask::Claim { ticket, seat: None, at };
    assert_eq!(office.ask(&claim(second.ticket, office.now)), Reply::Refused(Refusal::Full), "not yet");
    office.pass(3);
    let Reply::Seated(seated) = office.ask(&claim(first.ticket, office.now)) else { panic!("not seated") };
    assert_eq!((seated.seat.as_str(), seated.started), ("PC 02", office.now));
    let Reply::Seated(again) = office.ask(&claim(first.ticket, office.now + TimeDelta::minutes(1))) else {
        panic!("a repeated claim")
    };
    assert_eq!(again, seated);
    office.leave(one.session);
    assert_eq!(states(&office), told(&[(2, "PC 01")]));
    let wait = office.book.histogram(Measure::Wait, None, Period::default()).unwrap();
    assert_eq!(wait.buckets(), [(23, 1)], "twenty-three minutes in the queue");
    office.verified();
}

#[test]
fn a_call_lasts_its_time_and_then_the_next_is_called() {
    let mut office = Office::with(1);
    let only = office.sit("KTA-1", "PC 01");
    let (first, _) = (office.queue("KTA-2"), office.queue("KTA-3"));
    office.leave(only.session);
    office.pass(4);
    office.book.tend_room(office.now).unwrap();
    assert_eq!(states(&office), told(&[(1, "PC 01"), (2, "waiting")]));
    office.pass(1);
    office.book.tend_room(office.now).unwrap();
    assert_eq!(states(&office), told(&[(1, "missed"), (2, "PC 01")]));
    // Who missed it queues anew, behind everybody, in the same entry of the book.
    let Reply::Queued(anew) = office.ask(&Ask::QueueAnew { ticket: first.ticket, at: office.now }) else {
        panic!("not queued")
    };
    assert_eq!((anew.number, anew.ahead), (3, 0));
    office.pass(5);
    office.book.tend_room(office.now).unwrap();
    assert_eq!(states(&office), told(&[(2, "missed"), (3, "PC 01")]));
    assert_eq!(office.book.look_up(visitor(Some("KTA-2")).card().unwrap()).unwrap().ticket.unwrap().number, 3);
    // At closing time the numbers are over, and the next day begins with number 1.
    office.now = at("2026-11-25T08:10:00+07:00");
    office.book.tend_room(office.now).unwrap();
    assert_eq!(states(&office), []);
    office.sit("KTA-5", "PC 01");
    assert_eq!(office.queue("KTA-6").number, 1);
    office.verified();
}

#[test]
fn a_clock_that_is_turned_back_neither_loses_nor_blocks_a_call() {
    let mut office = Office::with(1);
    let only = office.sit("KTA-1", "PC 01");
    office.queue("KTA-2");
    office.leave(only.session);
    office.pass(-600);
    office.book.tend_room(office.now).unwrap();
    assert_eq!(states(&office), told(&[(1, "PC 01")]));
    office.pass(5);
    office.book.tend_room(office.now).unwrap();
    assert_eq!(states(&office), told(&[(1, "missed")]), "five minutes by the new time");
    office.verified();
}

#[test]
fn a_held_computer_that_breaks_calls_its_number_to_another() {
    let mut office = Office::with(2);
    let (one, two) = (office.sit("KTA-1", "PC 01"), office.sit("KTA-2", "PC 02"));
    office.queue("KTA-3");
    office.leave(one.session);
    assert_eq!(states(&office), told(&[(1, "PC 01")]));
    let reason = buku_pengunjung::domain::internet::RepairReason::Dead;
    office.book.close_for_repair("PC 01", reason, office.staff, office.now).unwrap();
    assert_eq!(states(&office), told(&[(1, "waiting")]), "it is first again");
    office.leave(two.session);
    assert_eq!(states(&office), told(&[(1, "PC 02")]));
    office.verified();
}

#[test]
fn the_wait_is_estimated_from_past_lengths_and_told_only_when_known() {
    let mut office = Office::with(1);
    for n in 0..10 {
        let seated = office.sit(&format!("KTA-{n}"), "PC 01");
        assert_eq!(office.book.room(office.now).unwrap().likely_free, None, "too few past sessions");
        office.pass(30);
        office.leave(seated.session);
    }
    office.sit("KTA-20", "PC 01");
    office.pass(10);
    let likely = Some(office.now + TimeDelta::minutes(20));
    assert_eq!(office.book.room(office.now).unwrap().likely_free, likely);
    assert_eq!(office.queue("KTA-21").likely, likely);
    assert_eq!(office.queue("KTA-22").likely, Some(office.now + TimeDelta::minutes(50)));
    let usage = &office.book.room(office.now).unwrap().seats[0].usage;
    assert!(matches!(usage, SeatUse::Taken(taken) if taken.initial == Some('W')));
}
