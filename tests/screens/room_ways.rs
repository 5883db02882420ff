//! The room in memory, and what happens on the way to its scenes.

use buku_pengunjung::domain::internet::{
    ExitCode, Identified, Left, OpenHours, OpenSession, Placed, Proof, Queued, Reply, Room, Seat, SeatGroup, SeatNow,
    SeatState, SeatUse, Seated, SessionEnd, SessionId, Taken, Ticket, TicketId, TicketState, TidyPoint, WeekHours,
};
use buku_pengunjung::domain::lookup::{CardAnswer, Listing};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::{Receipt, VisitId};
use buku_pengunjung::flow::{Effect, Event};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};
use uuid::Uuid;

use crate::forms_scenes;
use crate::support::{CARD, Kiosk, member};

/// Those days and hours, whole ones, and closed on the others.
pub fn hours(days: &[Weekday], (opens, closes): (u32, u32)) -> WeekHours {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let open = OpenHours { opens: time(opens), closes: time(closes) };
    let mut week = [None; 7];
    for day in days {
        week[day.num_days_from_monday() as usize] = Some(open);
    }
    WeekHours::new(week)
}

/// The purposes on a Wednesday, with a room that is open on Mondays only.
pub fn purpose_closed(k: &mut Kiosk) {
    drawn(k);
    k.rules.hours = hours(&[Weekday::Mon], (8, 15));
    k.scan(member());
}

/// When the sessions of the pictures began: at 08.50.
pub fn began() -> DateTime<Utc> {
    Kiosk::this_morning(8, 50)
}

pub fn seat_at(n: u8, columns: u8, group: SeatGroup) -> Seat {
    let name = format!("PC {:02}", n + 1);
    Seat { name, group, column: n % columns + 1, row: n / columns + 1, state: SeatState::Ready }
}

pub fn taken(n: u8, proof: Proof) -> SeatUse {
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
pub fn many(used: bool) -> Room {
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

pub fn ticket(number: u32, state: TicketState) -> Ticket {
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

pub fn gate(k: &mut Kiosk) {
    drawn(k);
    forms_scenes::full(k);
    k.send(Event::Next);
    internet(k);
}

pub fn claim(k: &mut Kiosk) {
    queue(k, &[14]);
    k.send(Event::ClaimTurn);
    k.type_text("14");
    k.send(Event::Next);
}

pub fn offered(k: &mut Kiosk, likely: Option<DateTime<Utc>>) {
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
pub fn known(k: &mut Kiosk, open_session: Option<OpenSession>, ticket: Option<Ticket>) {
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

pub fn other_visit(k: &mut Kiosk) {
    still_seated(k);
    k.send(Event::OtherVisit);
}

/// The book's answer to the latest ask.
pub fn reply(k: &mut Kiosk, reply: Reply) {
    let ticket = asked(k);
    k.send(Event::Replied { ticket, reply: Some(reply) });
}

pub fn fail(k: &mut Kiosk) {
    let ticket = asked(k);
    k.send(Event::Replied { ticket, reply: None });
}

pub fn asked(k: &Kiosk) -> u64 {
    let ticket = k.effects.iter().rev().find_map(|e| match e {
        Effect::Ask { ticket, .. } => Some(*ticket),
        _ => None,
    });
    ticket.expect("nothing was asked")
}

pub fn code(k: &mut Kiosk, seat: &str, typed: &str) {
    drawn(k);
    k.send(Event::FinishInternet);
    k.send(Event::Seat(seat.to_owned()));
    k.type_text(typed);
}

pub fn wrong(k: &mut Kiosk, left: u32) {
    code(k, "PC 01", "111");
    k.send(Event::Next);
    reply(k, Reply::Identified(Identified::Wrong { left }));
}

pub fn check_out(k: &mut Kiosk) {
    still_seated(k);
    k.send(Event::FinishInternet);
}

pub fn two_points(k: &mut Kiosk) {
    k.send(Event::Point(TidyPoint::ShutDown));
    k.send(Event::Point(TidyPoint::Tidied));
}

pub fn all_points(k: &mut Kiosk) {
    two_points(k);
    k.send(Event::Point(TidyPoint::Clean));
}

pub fn left(k: &mut Kiosk) {
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

pub fn placed(k: &mut Kiosk, placed: Placed) {
    let visit = k.effects.iter().rev().find_map(|e| match e {
        Effect::Record(visit) => Some((visit.id, visit.at)),
        _ => None,
    });
    let (id, at) = visit.expect("nothing is being written");
    k.send(Event::Recorded(Receipt { id, at, placed: Some(placed) }));
}

pub fn done_seat(k: &mut Kiosk, exit_code: Option<ExitCode>) {
    seat(k);
    k.send(Event::Next);
    let started = Kiosk::this_morning(9, 42);
    placed(k, Placed::Seated(Seated { session: SessionId(1), seat: "PC 07".into(), started, exit_code }));
}

pub fn done_ticket(k: &mut Kiosk, likely: Option<DateTime<Utc>>) {
    offered(k, likely);
    k.send(Event::TakeNumber);
    placed(k, Placed::Queued(Queued { ticket: TicketId(14), number: 14, ahead: 2, likely }));
}
