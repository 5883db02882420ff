//! Whatever visitors, staff, restarts and the clock do in whatever order: a computer has at most one session, a card at most
//! one, nobody waits while a computer is free, calls go by number, no session is lost or negative, and the figures agree
//! with a recount. The book is compared after every step with a model of a few maps.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use buku_pengunjung::domain::internet::{
    Ask, Place, Placed, Refusal, RepairReason, Reply, SeatUse, SessionId, TicketId, TicketState,
};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::visit::{VisitId, VoidReason};
use buku_pengunjung::storage::{Book, StorageError};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::support::*;
use crate::storage::support::ZONE;

const COMPUTERS: u8 = 4;
const CARDS: u8 = 12;

#[derive(Debug, Clone)]
enum Step {
    /// Somebody comes: with one of the cards or with none, to a computer or (0) into the queue.
    Arrive {
        card: Option<u8>,
        computer: u8,
    },
    Leave(usize),
    Free(usize),
    Move {
        who: usize,
        computer: u8,
    },
    Claim(usize),
    Assign {
        ticket: usize,
        computer: u8,
    },
    QueueAnew(usize),
    Void(usize),
    Break(u8),
    Mend(u8),
    ClearQueue,
    /// The clock runs, or is turned back, and the room is tended.
    Clock(i64),
    Restart,
    /// Another connection does the next steps.
    OtherConnection,
}

fn step() -> impl Strategy<Value = Step> {
    let computer = 1..=COMPUTERS;
    prop_oneof![
        // Half of them want to queue, so that the queue is long enough to be unfair to somebody.
        14 => (prop::option::weighted(0.8, 0..CARDS), prop_oneof![Just(0), 1..=COMPUTERS])
            .prop_map(|(card, computer)| Step::Arrive { card, computer }),
        4 => any::<usize>().prop_map(Step::Leave),
        1 => any::<usize>().prop_map(Step::Free),
        1 => (any::<usize>(), computer.clone()).prop_map(|(who, computer)| Step::Move { who, computer }),
        3 => any::<usize>().prop_map(Step::Claim),
        1 => (any::<usize>(), computer.clone()).prop_map(|(ticket, computer)| Step::Assign { ticket, computer }),
        1 => any::<usize>().prop_map(Step::QueueAnew),
        1 => any::<usize>().prop_map(Step::Void),
        1 => computer.clone().prop_map(Step::Break),
        1 => computer.prop_map(Step::Mend),
        1 => Just(Step::ClearQueue),
        3 => prop_oneof![6 => 1..8_i64, 1 => -500..0_i64, 1 => 200..2_000_i64].prop_map(Step::Clock),
        1 => Just(Step::Restart),
        1 => Just(Step::OtherConnection),
    ]
}

/// Somebody at a computer.
#[derive(Debug, Clone)]
struct Sitter {
    session: SessionId,
    visit: VisitId,
    card: Option<u8>,
    started: DateTime<Utc>,
}

#[derive(Debug, Clone)]
struct Waiter {
    visit: VisitId,
    card: Option<u8>,
    taken: DateTime<Utc>,
}

#[derive(Default)]
struct Model {
    /// By computer.
    sitters: BTreeMap<String, Sitter>,
    /// Every queue number that still matters.
    waiters: BTreeMap<TicketId, Waiter>,
    /// Waiting and called ones, as the book told them last.
    order: Vec<(TicketId, u32, TicketState)>,
    broken: BTreeSet<String>,
    /// Sessions that ever began, without those whose visit was voided.
    sessions: usize,
}

fn seat(n: u8) -> String {
    format!("PC {n:02}")
}

fn card(n: u8) -> String {
    format!("KTA-{n:03}")
}

fn nth<T: Clone>(of: impl Iterator<Item = T>, n: usize) -> Option<T> {
    let all: Vec<T> = of.collect();
    all.get(n.checked_rem(all.len())?).cloned()
}

/// The model's own reckoning of the first closing time after a moment: 15:00 of that day or the next.
fn closing(start: DateTime<Utc>) -> DateTime<Utc> {
    let local = start.with_timezone(&ZONE).naive_local();
    let three = NaiveTime::from_hms_opt(15, 0, 0).unwrap();
    let day = if local.time() < three { local.date() } else { local.date() + TimeDelta::days(1) };
    day.and_time(three).and_local_timezone(ZONE).unwrap().to_utc()
}

impl Model {
    fn sits(&self, card: u8) -> Option<&String> {
        self.sitters.iter().find(|(_, s)| s.card == Some(card)).map(|(seat, _)| seat)
    }

    fn held(&self) -> BTreeSet<&String> {
        let called = self.order.iter().filter_map(|(_, _, state)| match state {
            TicketState::Called { seat, .. } => Some(seat),
            _ => None,
        });
        called.collect()
    }

    fn is_free(&self, seat: &String) -> bool {
        !self.sitters.contains_key(seat) && !self.broken.contains(seat) && !self.held().contains(seat)
    }

    fn anything_free(&self) -> bool {
        (1..=COMPUTERS).any(|n| self.is_free(&seat(n)))
    }

    fn queues(&self, card: u8) -> bool {
        self.order.iter().any(|(id, _, state)| {
            *state != TicketState::Missed && self.waiters.get(id).is_some_and(|w| w.card == Some(card))
        })
    }

    fn seated(&mut self, seat: String, sitter: Sitter) {
        assert!(self.sitters.insert(seat, sitter).is_none(), "two at one computer");
        self.sessions += 1;
    }

    fn tended(&mut self, now: DateTime<Utc>) {
        self.sitters.retain(|_, sitter| closing(sitter.started) > now);
        self.waiters.retain(|_, waiter| closing(waiter.taken) > now);
    }
}

fn arrive(office: &mut Office, model: &mut Model, who: Option<u8>, computer: u8) {
    let place = if computer == 0 { Place::Queue } else { Place::Seat(seat(computer)) };
    let text = who.map(card);
    let one = office.visit(text.as_deref(), place);
    let answer = match office.book.record(&one, Instant::now()) {
        Ok(receipt) => Ok(receipt.placed.unwrap()),
        Err(StorageError::NotSeated(refusal)) => Err(refusal),
        Err(other) => panic!("{other}"),
    };
    if let Some(sits) = who.and_then(|c| model.sits(c)) {
        return assert_eq!(answer, Err(Refusal::CardSeated { seat: sits.clone() }));
    }
    if who.is_some_and(|c| model.queues(c)) {
        return assert!(matches!(answer, Err(Refusal::CardQueued { .. })), "{answer:?}");
    }
    match answer {
        Ok(Placed::Seated(seated)) => {
            assert!(model.is_free(&seat(computer)), "given twice");
            // A turn that was missed before is over.
            model.waiters.retain(|_, w| who.is_none() || w.card != who);
            let sitter = Sitter { session: seated.session, visit: one.id, card: who, started: seated.started };
            model.seated(seated.seat, sitter);
        }
        Ok(Placed::Queued(queued)) => {
            assert!(computer == 0 && !model.anything_free(), "queued beside a free computer");
            model.waiters.retain(|_, w| who.is_none() || w.card != who);
            model.waiters.insert(queued.ticket, Waiter { visit: one.id, card: who, taken: office.now });
        }
        Err(Refusal::SeatTaken { instead }) => {
            assert!(computer > 0 && !model.is_free(&seat(computer)), "refused though free");
            assert_eq!(instead.is_some(), model.anything_free());
        }
        Err(Refusal::NotFull { .. }) => assert!(computer == 0 && model.anything_free()),
        other => panic!("{other:?}"),
    }
}

fn claimed(office: &Office, model: &mut Model, ticket: TicketId, seated: &buku_pengunjung::domain::internet::Seated) {
    let waiter = model.waiters.remove(&ticket).expect("a number that is over took a computer");
    assert!(!model.broken.contains(&seated.seat));
    let held_for = model.order.iter().find_map(|(id, _, state)| match state {
        TicketState::Called { seat, .. } if *seat == seated.seat => Some(*id),
        _ => None,
    });
    assert!(held_for.is_none_or(|id| id == ticket), "held for another number");
    assert_eq!(seated.started, office.now.max(waiter.taken));
    let sitter = Sitter { session: seated.session, visit: waiter.visit, card: waiter.card, started: seated.started };
    model.seated(seated.seat.clone(), sitter);
}

fn act(office: &mut Office, other: &mut Book, model: &mut Model, step: &Step) {
    let (staff, now) = (office.staff, office.now);
    match step {
        Step::Arrive { card, computer } => arrive(office, model, *card, *computer),
        Step::Leave(n) | Step::Free(n) => {
            let Some((at, sitter)) = nth(model.sitters.clone().into_iter(), *n) else { return };
            if matches!(step, Step::Leave(_)) {
                assert!(matches!(office.leave(sitter.session), Reply::Left(left) if left.seat == at));
            } else {
                assert_eq!(office.book.free_seat(sitter.session, staff, now).unwrap().seat, at);
            }
            model.sitters.remove(&at);
        }
        Step::Move { who, computer } => {
            let Some((from, sitter)) = nth(model.sitters.clone().into_iter(), *who) else { return };
            let to = seat(*computer);
            let ask = Ask::Move { session: sitter.session, to: to.clone(), at: now };
            match office.ask(&ask) {
                Reply::Seated(seated) => {
                    assert!(to == from || model.is_free(&to), "moved onto somebody");
                    assert_eq!((seated.seat.as_str(), seated.started), (to.as_str(), sitter.started));
                    model.sitters.remove(&from);
                    model.sitters.insert(to, sitter);
                }
                Reply::Refused(Refusal::SeatTaken { .. }) => assert!(to != from && !model.is_free(&to)),
                other => panic!("{other:?}"),
            }
        }
        Step::Claim(n) => {
            let Some(ticket) = nth(model.waiters.keys().copied(), *n) else { return };
            if let Reply::Seated(seated) = office.ask(&Ask::Claim { ticket, seat: None, at: now }) {
                claimed(office, model, ticket, &seated);
            }
        }
        Step::Assign { ticket, computer } => {
            let Some(ticket) = nth(model.waiters.keys().copied(), *ticket) else { return };
            if let Ok(seated) = office.book.assign_seat(ticket, &seat(*computer), staff, now) {
                claimed(office, model, ticket, &seated);
            }
        }
        Step::QueueAnew(n) => {
            let Some(ticket) = nth(model.waiters.keys().copied(), *n) else { return };
            let missed = model.order.iter().any(|(id, _, state)| *id == ticket && *state == TicketState::Missed);
            if let (Reply::Queued(_), true) = (office.ask(&Ask::QueueAnew { ticket, at: now }), missed) {
                model.waiters.get_mut(&ticket).unwrap().taken = now;
            }
        }
        Step::Void(n) => {
            let sitting = model.sitters.values().map(|s| s.visit);
            let Some(visit) = nth(sitting.chain(model.waiters.values().map(|w| w.visit)), *n) else { return };
            office.book.void(visit, VoidReason::Visitor, now).unwrap();
            let before = model.sitters.len();
            model.sitters.retain(|_, s| s.visit != visit);
            model.sessions -= before - model.sitters.len();
            model.waiters.retain(|_, w| w.visit != visit);
        }
        Step::Break(n) => {
            office.book.close_for_repair(&seat(*n), RepairReason::Other, staff, now).unwrap();
            model.broken.insert(seat(*n));
        }
        Step::Mend(n) => {
            office.book.reopen_seat(&seat(*n), staff, now).unwrap();
            model.broken.remove(&seat(*n));
        }
        Step::ClearQueue => {
            office.book.clear_queue(staff, now).unwrap();
            model.waiters.clear();
        }
        Step::Clock(minutes) => {
            office.pass(*minutes);
            office.book.tend_room(office.now).unwrap();
            model.tended(office.now);
        }
        Step::Restart => {
            office.restart(rules(COMPUTERS));
            model.tended(office.now);
        }
        Step::OtherConnection => std::mem::swap(&mut office.book, other),
    }
}

/// What must hold after every step.
fn compare(office: &Office, model: &mut Model) {
    let room = office.book.room(office.now).unwrap();
    let sits: BTreeMap<String, SessionId> = room
        .seats
        .iter()
        .filter_map(|s| match &s.usage {
            SeatUse::Taken(taken) => Some((s.seat.name.clone(), taken.session)),
            _ => None,
        })
        .collect();
    let should: BTreeMap<String, SessionId> = model.sitters.iter().map(|(s, p)| (s.clone(), p.session)).collect();
    assert_eq!(sits, should, "who sits where");
    let numbers: BTreeSet<TicketId> = room.queue.iter().map(|t| t.id).collect();
    assert_eq!(numbers, model.waiters.keys().copied().collect(), "which numbers still matter");
    let waits = room.queue.iter().any(|t| t.state == TicketState::Waiting);
    assert!(!waits || room.is_full(), "somebody waits beside a free computer");
    fair(model, &room.queue.iter().map(|t| (t.id, t.number, t.state.clone())).collect::<Vec<_>>());
}

/// Whoever was called in this step had a lower number than everybody of their day who still waits.
fn fair(model: &mut Model, order: &[(TicketId, u32, TicketState)]) {
    let was_called = |id: TicketId| {
        model.order.iter().any(|(before, _, state)| *before == id && matches!(state, TicketState::Called { .. }))
    };
    let place = |id: TicketId, number: u32| (model.waiters[&id].taken.with_timezone(&ZONE).date_naive(), number);
    let waiting = order.iter().filter(|(_, _, state)| *state == TicketState::Waiting);
    let first = waiting.map(|(id, number, _)| place(*id, *number)).min();
    for (id, number, state) in order {
        if matches!(state, TicketState::Called { .. }) && !was_called(*id) {
            assert!(first.is_none_or(|first| place(*id, *number) < first), "number {number} jumped the queue");
        }
    }
    model.order = order.to_vec();
}

fn recounted(office: &Office, model: &Model) {
    office.verified();
    let mut sessions = 0;
    let each = |row: &buku_pengunjung::storage::VisitRow| {
        sessions += usize::from(row.seat.is_some() && !row.voided);
        if let (Some(start), Some(end)) = (row.session_started_at, row.session_ended_at) {
            assert!(end >= start, "a negative length");
        }
        Ok::<(), StorageError>(())
    };
    office.book.visits(Period::default(), each).unwrap();
    assert_eq!(sessions, model.sessions, "a session was lost");
}

/// A sample, or as many as `scripts/test --full` asks for.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse::<u32>().ok()).map_or(30, |n| n.min(1000))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_room_keeps_its_promises(steps in prop::collection::vec(step(), 30..120)) {
        let mut office = Office::with(COMPUTERS);
        let mut other = Book::open(&office.folder, settings(rules(COMPUTERS))).unwrap();
        let mut model = Model::default();
        for step in &steps {
            act(&mut office, &mut other, &mut model, step);
            compare(&office, &mut model);
        }
        recounted(&office, &model);
    }
}
