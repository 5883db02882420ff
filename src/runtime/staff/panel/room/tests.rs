//! Every ask of Ruang internet on a real book: what is answered, what the book says then, and what stands in the log.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::internet::{
    Ask as WalkAsk, CheckOut, Place, Placed, Refusal, RepairReason, RoomRules, SeatUse, SessionId, TicketId,
    TicketState, Tidy, TidyPoint, TidyReason,
};
use crate::domain::name::Name;
use crate::domain::pin::Pin;
use crate::domain::staff::Figures;
use crate::domain::visit::VisitId;
use crate::runtime::staff::panel::example::{member, two_seats};
use crate::storage::{BookSettings, folder};

/// A Tuesday morning in Banyuwangi.
fn morning() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-24T09:00:00+07:00").unwrap().to_utc()
}

/// A clock that stands still.
struct Still;

impl Clock for Still {
    fn mono(&self) -> Duration {
        Duration::ZERO
    }

    fn utc(&self) -> DateTime<Utc> {
        morning() + TimeDelta::hours(1)
    }

    fn fresh(&self) -> VisitId {
        VisitId(Uuid::nil())
    }
}

/// A room of two computers and a member of staff.
struct Office {
    _dir: tempfile::TempDir,
    book: Book,
    sri: StaffId,
    visits: u128,
}

impl Office {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let room = RoomRules { seats: two_seats(), ..RoomRules::default() };
        let settings = BookSettings { zone: chrono_tz::Asia::Jakarta, room, ..BookSettings::default() };
        let mut book = Book::open(&folder::prepare(&dir.path().join("data")).unwrap(), settings).unwrap();
        let pin = Pin::choose(Figures::six("739154").unwrap()).unwrap();
        let sri = book.set_first_pin(&Name::new("Sri Uji").unwrap(), &pin, morning()).unwrap().id;
        Self { _dir: dir, book, sri, visits: 0 }
    }

    /// A member arrives for a computer or a number.
    fn arrive(&mut self, place: Place) -> Placed {
        self.visits += 1;
        let visit = member(self.visits, place, morning());
        self.book.record(&visit, Instant::now()).unwrap().placed.unwrap()
    }

    fn sit(&mut self, seat: &str) -> SessionId {
        match self.arrive(Place::Seat(seat.to_owned())) {
            Placed::Seated(seated) => seated.session,
            Placed::Queued(_) => panic!("a queue number instead of a computer"),
        }
    }

    fn queue(&mut self) -> TicketId {
        match self.arrive(Place::Queue) {
            Placed::Queued(queued) => queued.ticket,
            Placed::Seated(_) => panic!("a computer instead of a queue number"),
        }
    }

    fn ask(&mut self, ask: Ask) -> Reply {
        answer(&mut self.book, &Still, self.sri, ask).unwrap()
    }

    /// The room after an act that was done.
    fn done(&mut self, ask: Ask) -> Shown {
        match self.ask(ask) {
            Reply::Room(shown) => *shown,
            other => panic!("{other:?}"),
        }
    }

    /// Why an act was refused.
    fn refused(&mut self, ask: Ask) -> Refusal {
        let before = self.acts();
        let Reply::Refused(refusal, shown) = self.ask(ask) else { panic!("it was done") };
        assert_eq!(self.acts(), before, "what is refused is no act");
        assert_eq!(shown.room, self.book.room(Still.utc()).unwrap(), "the room as it is comes with it");
        refusal
    }

    /// The acts in the log since the PIN was set, oldest first.
    fn acts(&self) -> Vec<String> {
        let lines = self.book.audit_lines(None, 50).unwrap();
        lines.iter().rev().skip(1).map(|line| format!("{} {}", line.act, line.reason).trim().to_owned()).collect()
    }
}

/// What each computer is used for, in a word.
fn uses(shown: &Shown) -> Vec<&'static str> {
    let word = |usage: &SeatUse| match usage {
        SeatUse::Free { .. } => "free",
        SeatUse::Held { .. } => "held",
        SeatUse::Taken(_) => "taken",
        SeatUse::Broken { .. } => "broken",
    };
    shown.room.seats.iter().map(|seat| word(&seat.usage)).collect()
}

#[test]
fn the_room_is_told_as_it_is_by_the_clock_and_looking_is_no_act() {
    let mut office = Office::new();
    office.sit("PC 02");
    let shown = office.done(Ask::Load);
    assert_eq!((uses(&shown), shown.room.at, shown.notes.len()), (vec!["free", "taken"], Still.utc(), 0));
    assert_eq!(office.acts(), [""; 0]);
}

#[test]
fn a_name_is_told_once_it_stands_in_the_log() {
    let mut office = Office::new();
    let session = office.sit("PC 01");
    let Reply::Person(of, person) = office.ask(Ask::Who(session)) else { panic!("no person") };
    assert_eq!((of, person.name.unwrap().as_str(), person.allowed_by), (session, "Wulan Percontohan", None));
    assert_eq!(office.acts(), ["name_shown"]);
    office.done(Ask::Free(session));
    assert_eq!(office.refused(Ask::Who(session)), Refusal::Ended);
}

#[test]
fn a_session_is_ended_by_staff() {
    let mut office = Office::new();
    let session = office.sit("PC 01");
    assert_eq!(uses(&office.done(Ask::Free(session))), ["free", "free"]);
    assert_eq!(office.acts(), ["seat_freed"]);
    // Twice is once.
    office.done(Ask::Free(session));
    assert_eq!(office.acts(), ["seat_freed"]);
    assert_eq!(office.refused(Ask::Free(SessionId(99))), Refusal::Ended);
}

#[test]
fn a_session_is_moved_to_a_free_computer_and_to_no_other() {
    let mut office = Office::new();
    let one = office.sit("PC 01");
    let to = |seat: &str| Ask::Move { session: one, to: seat.to_owned() };
    assert_eq!(uses(&office.done(to("PC 02"))), ["free", "taken"]);
    assert_eq!(office.acts(), ["seat_moved"]);
    assert_eq!(office.refused(to("PC 03")), Refusal::NoSuchSeat);
    office.sit("PC 01");
    assert_eq!(office.refused(to("PC 01")), Refusal::SeatTaken { instead: None });
    office.done(Ask::Free(one));
    assert_eq!(office.refused(to("PC 02")), Refusal::Ended);
}

#[test]
fn a_computer_is_closed_with_a_reason_and_opened_again() {
    let mut office = Office::new();
    let shown = office.done(Ask::Close { seat: "PC 01".into(), reason: RepairReason::Network });
    assert_eq!(shown.room.seats[0].usage, SeatUse::Broken { reason: Some(RepairReason::Network) });
    assert_eq!(uses(&office.done(Ask::Reopen("PC 01".into()))), ["free", "free"]);
    assert_eq!(office.acts(), ["seat_closed network", "seat_reopened"]);
}

#[test]
fn a_number_is_given_a_computer_whatever_its_turn_and_the_queue_is_cleared() {
    let mut office = Office::new();
    let one = office.sit("PC 01");
    office.sit("PC 02");
    let (first, second) = (office.queue(), office.queue());
    let shown = office.done(Ask::Free(one));
    let held = |shown: &Shown| matches!(shown.room.queue[0].state, TicketState::Called { .. });
    assert!(held(&shown) && shown.room.queue[0].id == first);
    let taken = Ask::Assign { ticket: second, seat: "PC 01".into() };
    assert_eq!(office.refused(taken.clone()), Refusal::SeatTaken { instead: None }, "it is held for the first");
    let shown = office.done(Ask::Assign { ticket: first, seat: "PC 01".into() });
    assert_eq!((uses(&shown), shown.room.queue.len()), (vec!["taken", "taken"], 1));
    assert_eq!(office.done(Ask::ClearQueue).room.queue, []);
    assert_eq!(office.acts(), ["seat_freed", "seat_assigned", "queue_cleared"]);
    assert_eq!(office.refused(taken), Refusal::TicketGone);
}

#[test]
fn a_report_is_told_with_its_points_and_ticked_off() {
    let mut office = Office::new();
    let session = office.sit("PC 01");
    let tidy = Tidy::new([true, true, false], Some(TidyReason::Forgotten)).unwrap();
    let at = Still.utc();
    let out = CheckOut { session, tidy, rating: None, since: at, at };
    office.book.answer(&WalkAsk::CheckOut(Box::new(out))).unwrap();
    let shown = office.done(Ask::Load);
    let [note] = shown.notes.as_slice() else { panic!("{:?}", shown.notes) };
    assert_eq!((note.seat.as_str(), note.points.as_slice()), ("PC 01", &[TidyPoint::Clean][..]));
    assert_eq!(office.done(Ask::TickOff(note.n)).notes, []);
    office.done(Ask::TickOff(note.n));
    assert_eq!(office.acts(), ["note_ticked"], "twice is once");
    assert!(office.book.verify().unwrap().iter().all(|check| check.ok));
}
