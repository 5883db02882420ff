//! What staff do in the room, and that each act stands in the audit log.

use buku_pengunjung::domain::internet::{Place, Refusal, RepairReason, SeatUse, SessionId};
use buku_pengunjung::storage::StorageError;

use super::support::*;

fn log(office: &Office) -> Vec<String> {
    let lines = office.book.audit_lines(None, 50).unwrap();
    let told = lines.iter().rev().skip(1).map(|line| format!("{} {}", line.act, line.reason).trim().to_owned());
    told.collect()
}

#[test]
fn every_act_stands_in_the_log() {
    let mut office = Office::with(3);
    let (staff, now) = (office.staff, office.now);
    let one = office.sit("KTA-1", "PC 01");
    office.sit("KTA-2", "PC 02");
    office.book.close_for_repair("PC 03", RepairReason::Network, staff, now).unwrap();
    let waiting = office.queue("KTA-3");
    let (other, _) = (office.queue("KTA-4"), office.queue("KTA-5"));
    let person = office.book.who_sits(one.session, staff, now).unwrap();
    assert_eq!(person.name.unwrap().as_str(), "Wulan Contoh");
    office.book.reopen_seat("PC 03", staff, now).unwrap();
    // The first was called to it; staff give it to another number all the same.
    office.book.free_seat(one.session, staff, now).unwrap();
    let held = office.book.assign_seat(other.ticket, "PC 01", staff, now).unwrap();
    assert_eq!(held.seat, "PC 01");
    let seated = office.book.assign_seat(waiting.ticket, "PC 03", staff, now).unwrap();
    office.book.free_seat(held.session, staff, now).unwrap();
    office.book.clear_queue(staff, now).unwrap();
    office.book.move_session(seated.session, "PC 01", staff, now).unwrap();
    let acts = [
        "seat_closed network",
        "name_shown",
        "seat_reopened",
        "seat_freed",
        "seat_assigned",
        "seat_assigned",
        "seat_freed",
        "queue_cleared",
        "seat_moved",
    ];
    assert_eq!(log(&office), acts);
    let subjects: Vec<_> = office.book.audit_lines(None, 9).unwrap().into_iter().map(|line| line.subject).collect();
    assert_eq!(subjects[8], "seat:pc-03");
    assert!(subjects[0].starts_with("visit:"));
    // What changes nothing is no act.
    office.book.clear_queue(staff, now).unwrap();
    office.book.reopen_seat("PC 03", staff, now).unwrap();
    assert_eq!(log(&office).len(), acts.len());
    office.verified();
}

#[test]
fn a_computer_closed_for_repair_lets_its_visitor_finish() {
    let mut office = Office::with(1);
    let one = office.sit("KTA-1", "PC 01");
    office.book.close_for_repair("PC 01", RepairReason::Part, office.staff, office.now).unwrap();
    let usage = |office: &Office| office.book.room(office.now).unwrap().seats[0].usage.clone();
    assert!(matches!(usage(&office), SeatUse::Taken(taken) if taken.closes_for_repair));
    office.leave(one.session);
    assert_eq!(usage(&office), SeatUse::Broken { reason: Some(RepairReason::Part) });
    assert!(matches!(
        office.arrive(Some("KTA-2"), Place::Seat("PC 01".to_owned())),
        Err(Refusal::SeatTaken { instead: None })
    ));
    office.queue("KTA-2");
    office.book.reopen_seat("PC 01", office.staff, office.now).unwrap();
    assert_eq!(usage(&office), SeatUse::Held { number: 1 });
}

#[test]
fn over_long_sessions_are_marked() {
    let mut office = Office::with(2);
    office.sit("KTA-1", "PC 01");
    office.pass(60);
    let long = |office: &Office| {
        let room = office.book.room(office.now).unwrap();
        matches!(&room.seats[0].usage, SeatUse::Taken(taken) if taken.over_long)
    };
    assert!(!long(&office), "exactly the longest time");
    office.pass(1);
    assert!(long(&office));
    let mut as_needed = rules(2);
    as_needed.max_session = None;
    office.restart(as_needed);
    assert!(!long(&office), "as long as needed");
}

#[test]
fn what_is_gone_is_refused_and_not_logged() {
    let mut office = Office::with(1);
    let before = log(&office).len();
    let gone = SessionId(77);
    assert!(matches!(
        office.book.free_seat(gone, office.staff, office.now),
        Err(StorageError::NotSeated(Refusal::Ended))
    ));
    assert!(matches!(
        office.book.who_sits(gone, office.staff, office.now),
        Err(StorageError::NotSeated(Refusal::Ended))
    ));
    assert_eq!(log(&office).len(), before);
}

#[test]
fn a_note_is_ticked_off_once() {
    use buku_pengunjung::domain::internet::{Ask, CheckOut, Tidy, TidyReason};
    let mut office = Office::with(1);
    let one = office.sit("KTA-1", "PC 01");
    let tidy = Tidy::new([false; 3], Some(TidyReason::Forgotten)).unwrap();
    let out = CheckOut { tidy, ..office.tidy(one.session) };
    office.ask(&Ask::CheckOut(Box::new(out)));
    let note = office.book.room_notes().unwrap()[0].n;
    for _ in 0..2 {
        office.book.tick_note_off(note, office.staff, office.now).unwrap();
    }
    assert_eq!(office.book.room_notes().unwrap(), []);
    assert_eq!(log(&office), ["note_ticked"]);
    office.verified();
}
