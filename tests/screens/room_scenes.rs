//! How to get to each state of the screens of the internet room.

use std::time::Duration;

use buku_pengunjung::domain::internet::{
    ExitCode, Identified, Left, OpenSession, Placed, Proof, Queued, Refusal, Reply, Room, Seat, SeatGroup, SeatNow,
    SeatState, SeatUse, Seated, SessionEnd, SessionId, Taken, Ticket, TicketId, TicketState, TidyPoint, TidyReason,
};
use buku_pengunjung::domain::lookup::{CardAnswer, Listing};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::staff::StaffId;
use buku_pengunjung::domain::visit::{Receipt, VisitId};
use buku_pengunjung::flow::{Effect, Event};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::forms_scenes;
use crate::scenes::{Scene, group};
use crate::support::{CARD, Kiosk, blocked_member, expired_member, member};

/// The scenes of the internet room.
pub const ROOM: &[Scene] = &[
    Scene {
        name: "welcome-turn",
        set: |k| {
            queue(k, &[14]);
        },
    },
    Scene {
        name: "welcome-turns",
        set: |k| {
            queue(k, &[114, 115, 116]);
        },
    },
    Scene {
        name: "purpose-full",
        set: |k| {
            full(k, None);
            k.scan(member());
        },
    },
    Scene { name: "purpose-in-use", set: other_visit },
    Scene { name: "gate", set: gate },
    Scene {
        name: "gate-group",
        set: |k| {
            drawn(k);
            group(k);
            internet(k);
        },
    },
    Scene {
        name: "gate-expired",
        set: |k| {
            drawn(k);
            k.scan(expired_member());
            k.send(Event::Next);
            internet(k);
        },
    },
    Scene {
        name: "gate-blocked",
        set: |k| {
            drawn(k);
            k.scan(blocked_member());
            k.send(Event::Next);
            internet(k);
        },
    },
    Scene { name: "seat", set: seat },
    Scene {
        name: "seat-saving",
        set: |k| {
            seat(k);
            k.send(Event::Next);
        },
    },
    Scene {
        name: "seat-taken",
        set: |k| {
            seat(k);
            let mut room = (*k.state.room).clone();
            room.seats[6].usage = taken(7, Proof::CardEnd);
            k.send(Event::Room(Box::new(room)));
        },
    },
    Scene {
        name: "seat-permitted",
        set: |k| {
            k.rules.longest_session = Some(Duration::from_mins(90));
            gate(k);
            k.send(Event::Permitted(StaffId(3)));
        },
    },
    Scene {
        name: "seat-group",
        set: |k| {
            drawn(k);
            group(k);
            internet(k);
            k.send(Event::Permitted(StaffId(3)));
        },
    },
    Scene {
        name: "seat-move",
        set: |k| {
            still_seated(k);
            k.send(Event::MoveSeat);
        },
    },
    Scene { name: "seat-claim", set: claim },
    Scene {
        name: "seat-many",
        set: |k| {
            k.send(Event::Room(Box::new(many(false))));
            k.scan(member());
            internet(k);
        },
    },
    Scene {
        name: "seat-two",
        set: |k| {
            let mut room = many(false);
            room.seats.retain(|s| s.seat.row == 1 && s.seat.column <= 2);
            k.send(Event::Room(Box::new(room)));
            k.scan(member());
            internet(k);
        },
    },
    Scene { name: "queue", set: |k| offered(k, None) },
    Scene { name: "queue-likely", set: |k| offered(k, Some(Kiosk::this_morning(10, 15))) },
    Scene {
        name: "queue-waiting",
        set: |k| {
            full(k, None);
            let ticket = ticket(14, TicketState::Waiting);
            known(k, None, Some(ticket));
        },
    },
    Scene {
        name: "queue-missed",
        set: |k| {
            full(k, None);
            let ticket = ticket(14, TicketState::Missed);
            known(k, None, Some(ticket));
        },
    },
    Scene {
        name: "turn",
        set: |k| {
            queue(k, &[14]);
            k.send(Event::ClaimTurn);
        },
    },
    Scene {
        name: "turn-wrong",
        set: |k| {
            queue(k, &[14]);
            k.send(Event::ClaimTurn);
            k.type_text("41");
            k.send(Event::Next);
        },
    },
    Scene { name: "still-seated", set: still_seated },
    Scene {
        name: "leaver",
        set: |k| {
            drawn(k);
            k.send(Event::FinishInternet);
        },
    },
    Scene {
        name: "leaver-nobody",
        set: |k| {
            drawn(k);
            k.send(Event::FinishInternet);
            k.send(Event::Scanned(CARD.to_owned()));
            reply(k, Reply::Identified(Identified::NoSession));
        },
    },
    Scene {
        name: "leaver-empty",
        set: |k| {
            k.send(Event::FinishInternet);
        },
    },
    Scene {
        name: "leaver-many",
        set: |k| {
            k.send(Event::Room(Box::new(many(true))));
            k.send(Event::FinishInternet);
        },
    },
    Scene { name: "leaver-code", set: |k| code(k, "PC 01", "7") },
    Scene { name: "leaver-code-exit", set: |k| code(k, "PC 12", "407") },
    Scene {
        name: "leaver-code-letters",
        set: |k| {
            k.house.card_has_letters = true;
            code(k, "PC 01", "1A");
        },
    },
    Scene { name: "leaver-code-wrong", set: |k| wrong(k, 2) },
    Scene { name: "leaver-staff", set: |k| wrong(k, 0) },
    Scene {
        name: "check-out",
        set: |k| {
            check_out(k);
            two_points(k);
            k.send(Event::Rate(3));
        },
    },
    Scene { name: "check-out-untouched", set: check_out },
    Scene {
        name: "checking-out-again",
        set: |k| {
            check_out(k);
            all_points(k);
            k.send(Event::Next);
            fail(k);
        },
    },
    Scene {
        name: "checking-out-failed",
        set: |k| {
            check_out(k);
            all_points(k);
            k.send(Event::Next);
            for _ in 0..3 {
                fail(k);
                k.pass(Duration::from_secs(2));
            }
        },
    },
    Scene {
        name: "rating-words",
        set: |k| {
            check_out(k);
            k.send(Event::Rate(4));
            k.send(Event::RateWords);
            k.type_text("Internetnya cepat");
        },
    },
    Scene {
        name: "dialog-untidy",
        set: |k| {
            check_out(k);
            two_points(k);
            k.send(Event::Next);
        },
    },
    Scene {
        name: "dialog-other-card",
        set: |k| {
            check_out(k);
            k.send(Event::Scanned("0024117001".to_owned()));
        },
    },
    Scene { name: "done-seat", set: |k| done_seat(k, None) },
    Scene { name: "done-code", set: |k| done_seat(k, Some(ExitCode::of(407))) },
    Scene {
        name: "dialog-undo-seat",
        set: |k| {
            done_seat(k, None);
            k.send(Event::Undo);
        },
    },
    Scene { name: "done-ticket", set: |k| done_ticket(k, None) },
    Scene { name: "done-ticket-likely", set: |k| done_ticket(k, Some(Kiosk::this_morning(10, 15))) },
    Scene {
        name: "done-moved",
        set: |k| {
            still_seated(k);
            k.send(Event::MoveSeat);
            k.send(Event::Next);
            let seated = Seated { session: SessionId(1), seat: "PC 07".into(), started: began(), exit_code: None };
            reply(k, Reply::Seated(seated));
        },
    },
    Scene {
        name: "done-claimed",
        set: |k| {
            claim(k);
            k.send(Event::Next);
            let exit_code = Some(ExitCode::of(215));
            let seated = Seated { session: SessionId(1), seat: "PC 07".into(), started: began(), exit_code };
            reply(k, Reply::Seated(seated));
        },
    },
    Scene {
        name: "done-left",
        set: |k| {
            check_out(k);
            all_points(k);
            k.send(Event::Next);
            left(k);
        },
    },
    Scene {
        name: "done-reported",
        set: |k| {
            check_out(k);
            two_points(k);
            k.send(Event::Next);
            k.send(Event::Untidy(Some(TidyReason::Broken)));
            left(k);
        },
    },
    Scene {
        name: "strip-room-full",
        set: |k| {
            full(k, None);
            known(k, Some(session()), None);
            k.send(Event::MoveSeat);
        },
    },
    Scene {
        name: "strip-still-seated",
        set: |k| {
            other_visit(k);
            internet(k);
        },
    },
    Scene {
        name: "strip-turn-over",
        set: |k| {
            claim(k);
            k.send(Event::Next);
            reply(k, Reply::Refused(Refusal::TicketGone));
        },
    },
];

/// When the sessions of the pictures began: at 08.50.
pub fn began() -> DateTime<Utc> {
    Kiosk::this_morning(8, 50)
}

fn seat_at(n: u8, columns: u8, group: SeatGroup) -> Seat {
    let name = format!("PC {:02}", n + 1);
    Seat { name, group, column: n % columns + 1, row: n / columns + 1, state: SeatState::Ready }
}

fn taken(n: u8, proof: Proof) -> SeatUse {
    SeatUse::Taken(Taken {
        session: SessionId(i64::from(n)),
        since: began(),
        initial: Some('W'),
        proof,
        over_long: false,
        closes_for_repair: false,
    })
}

/// The room of picture 06: six in use, one out of order, and PC 07 idle the longest.
pub fn drawn_room() -> Room {
    let usage = |n: u8| match n + 1 {
        12 => taken(n, Proof::ExitCode),
        n @ (1 | 2 | 4 | 8 | 10) => taken(n, Proof::CardEnd),
        6 => SeatUse::Broken { reason: None },
        7 => SeatUse::Free { since: None },
        n => SeatUse::Free { since: Some(began() + TimeDelta::minutes(i64::from(n))) },
    };
    let seats = (0..12).map(|n| SeatNow { seat: seat_at(n, 4, SeatGroup::Adult), usage: usage(n) }).collect();
    Room { at: Kiosk::this_morning(9, 42), seats, ..Room::default() }
}

/// As many seats as a room can have, of all groups.
fn many(used: bool) -> Room {
    let groups = [SeatGroup::Adult, SeatGroup::Child, SeatGroup::Accessible];
    let usage = |n: u8| match n % 5 {
        _ if used => taken(n, Proof::CardEnd),
        0 => taken(n, Proof::CardEnd),
        1 => SeatUse::Broken { reason: None },
        _ => SeatUse::Free { since: None },
    };
    let seat = |n: u8| SeatNow { seat: seat_at(n, 8, groups[usize::from(n % 3)]), usage: usage(n) };
    Room { at: Kiosk::this_morning(9, 42), seats: (0..48).map(seat).collect(), ..Room::default() }
}

pub fn drawn(k: &mut Kiosk) {
    k.send(Event::Room(Box::new(drawn_room())));
}

/// Every computer is in use.
pub fn full(k: &mut Kiosk, likely: Option<DateTime<Utc>>) {
    let mut room = drawn_room();
    for (n, seat) in (0..).zip(&mut room.seats) {
        seat.usage = taken(n, Proof::CardEnd);
    }
    room.likely_free = likely;
    room.queue = vec![ticket(12, TicketState::Waiting), ticket(13, TicketState::Waiting)];
    k.send(Event::Room(Box::new(room)));
}

fn ticket(number: u32, state: TicketState) -> Ticket {
    Ticket { id: TicketId(i64::from(number)), number, taken: began(), state }
}

/// These numbers are called, each to a computer of its own.
pub fn queue(k: &mut Kiosk, numbers: &[u32]) {
    let mut room = drawn_room();
    for (place, number) in numbers.iter().enumerate() {
        let seat = &mut room.seats[place * 4 + 2];
        seat.usage = SeatUse::Held { number: *number };
        let until = room.at + TimeDelta::minutes(5);
        room.queue.push(ticket(*number, TicketState::Called { seat: seat.seat.name.clone(), until }));
    }
    k.send(Event::Room(Box::new(room)));
}

pub fn internet(k: &mut Kiosk) {
    k.send(Event::Purpose(PurposeId::new("internet").unwrap()));
}

pub fn seat(k: &mut Kiosk) {
    drawn(k);
    k.scan(member());
    internet(k);
}

fn gate(k: &mut Kiosk) {
    drawn(k);
    forms_scenes::full(k);
    k.send(Event::Next);
    internet(k);
}

fn claim(k: &mut Kiosk) {
    queue(k, &[14]);
    k.send(Event::ClaimTurn);
    k.type_text("14");
    k.send(Event::Next);
}

fn offered(k: &mut Kiosk, likely: Option<DateTime<Utc>>) {
    full(k, likely);
    k.scan(member());
    internet(k);
}

pub fn session() -> OpenSession {
    OpenSession {
        id: SessionId(1),
        visit: VisitId(Uuid::from_u128(77)),
        seat: "PC 07".into(),
        started: began(),
        name: Name::from_list("Wulan Prameswari").unwrap(),
    }
}

/// The member's card, of which the book knows more than the list does.
fn known(k: &mut Kiosk, open_session: Option<OpenSession>, ticket: Option<Ticket>) {
    k.send(Event::Scanned(CARD.to_owned()));
    let looked = k.effects.iter().rev().find_map(|e| match e {
        Effect::LookUp { ticket, .. } => Some(*ticket),
        _ => None,
    });
    let answer = CardAnswer { listing: Listing::Listed(member()), last_visit: Some(began()), open_session, ticket };
    k.send(Event::Looked { ticket: looked.expect("nothing was looked up"), answer });
}

pub fn still_seated(k: &mut Kiosk) {
    drawn(k);
    known(k, Some(session()), None);
}

fn other_visit(k: &mut Kiosk) {
    still_seated(k);
    k.send(Event::OtherVisit);
}

/// The book's answer to the latest ask.
pub fn reply(k: &mut Kiosk, reply: Reply) {
    let ticket = asked(k);
    k.send(Event::Replied { ticket, reply: Some(reply) });
}

fn fail(k: &mut Kiosk) {
    let ticket = asked(k);
    k.send(Event::Replied { ticket, reply: None });
}

fn asked(k: &Kiosk) -> u64 {
    let ticket = k.effects.iter().rev().find_map(|e| match e {
        Effect::Ask { ticket, .. } => Some(*ticket),
        _ => None,
    });
    ticket.expect("nothing was asked")
}

fn code(k: &mut Kiosk, seat: &str, typed: &str) {
    drawn(k);
    k.send(Event::FinishInternet);
    k.send(Event::Seat(seat.to_owned()));
    k.type_text(typed);
}

fn wrong(k: &mut Kiosk, left: u32) {
    code(k, "PC 01", "111");
    k.send(Event::Next);
    reply(k, Reply::Identified(Identified::Wrong { left }));
}

pub fn check_out(k: &mut Kiosk) {
    still_seated(k);
    k.send(Event::FinishInternet);
}

fn two_points(k: &mut Kiosk) {
    k.send(Event::Point(TidyPoint::ShutDown));
    k.send(Event::Point(TidyPoint::Tidied));
}

fn all_points(k: &mut Kiosk) {
    two_points(k);
    k.send(Event::Point(TidyPoint::Clean));
}

fn left(k: &mut Kiosk) {
    let left = Left {
        visit: VisitId(Uuid::from_u128(77)),
        seat: "PC 07".into(),
        started: began(),
        ended: Kiosk::this_morning(9, 42),
        end: SessionEnd::Own,
        name: Some(Name::from_list("Wulan Prameswari").unwrap()),
    };
    reply(k, Reply::Left(left));
}

fn placed(k: &mut Kiosk, placed: Placed) {
    let visit = k.effects.iter().rev().find_map(|e| match e {
        Effect::Record(visit) => Some((visit.id, visit.at)),
        _ => None,
    });
    let (id, at) = visit.expect("nothing is being written");
    k.send(Event::Recorded(Receipt { id, at, placed: Some(placed) }));
}

fn done_seat(k: &mut Kiosk, exit_code: Option<ExitCode>) {
    seat(k);
    k.send(Event::Next);
    let started = Kiosk::this_morning(9, 42);
    placed(k, Placed::Seated(Seated { session: SessionId(1), seat: "PC 07".into(), started, exit_code }));
}

fn done_ticket(k: &mut Kiosk, likely: Option<DateTime<Utc>>) {
    offered(k, likely);
    k.send(Event::TakeNumber);
    placed(k, Placed::Queued(Queued { ticket: TicketId(14), number: 14, ahead: 2, likely }));
}
