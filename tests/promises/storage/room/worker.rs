//! The room through the worker: told whenever it changes, by whomever, and a refusal is no fault of the book.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use buku_pengunjung::domain::internet::{Ask, NewSession, Place, Placed, Refusal, Reply, Room, SeatUse, SessionId};
use buku_pengunjung::domain::visit::{NewVisit, VoidReason};
use buku_pengunjung::storage::{Answer, Book, Job, Worker};
use chrono::Utc;

use super::super::support::{folder, id, visit};
use super::support::*;

/// How long an answer may take before a test gives up; only failing tests wait for it.
const PATIENCE: Duration = Duration::from_secs(30);

struct Kiosk {
    worker: Worker,
    answers: Receiver<Answer>,
}

impl Kiosk {
    fn wait<T>(&self, mut wanted: impl FnMut(&Answer) -> Option<T>) -> T {
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let answer = self.answers.recv_timeout(left).expect("no answer came");
            assert!(!matches!(answer, Answer::Health(Some(_))), "the book is well");
            if let Some(found) = wanted(&answer) {
                return found;
            }
        }
    }

    /// The room, once it is as wanted.
    fn room(&self, wanted: impl Fn(&Room) -> bool) -> Room {
        self.wait(|answer| match answer {
            Answer::Room(room) if wanted(room) => Some((**room).clone()),
            _ => None,
        })
    }

    fn record(&self, visit: &NewVisit) -> Result<Placed, Refusal> {
        self.worker.send(Job::Record { visit: Box::new(visit.clone()), started: Instant::now() }).unwrap();
        self.wait(|answer| match answer {
            Answer::Recorded(receipt) if receipt.id == visit.id => Some(Ok(receipt.placed.clone().unwrap())),
            Answer::NotSeated { id, refusal } if *id == visit.id => Some(Err(refusal.clone())),
            _ => None,
        })
    }

    fn ask(&self, ask: Ask) -> Reply {
        self.worker.send(Job::Ask { ticket: 7, ask }).unwrap();
        self.wait(|answer| match answer {
            Answer::Replied { ticket: 7, reply } => Some(reply.clone()),
            _ => None,
        })
    }
}

fn taker(n: u128, place: Place) -> NewVisit {
    let mut one = visit(id(n), Utc::now(), visitor(Some(&format!("KTA-{n}"))), "internet");
    one.session = Some(NewSession { place, allowed: None });
    one
}

fn sitting(room: &Room) -> Option<SessionId> {
    room.seats.iter().find_map(|s| match &s.usage {
        SeatUse::Taken(taken) => Some(taken.session),
        _ => None,
    })
}

#[test]
fn the_room_is_told_at_the_beginning_and_whenever_it_changes() {
    let (_dir, data) = folder();
    let (give, answers) = channel();
    let on_answer = Box::new(move |answer| {
        // A test that has ended listens no more.
        let _ = give.send(answer);
    });
    let worker = Worker::spawn(data.clone(), settings(rules(1)), on_answer).unwrap();
    let kiosk = Kiosk { worker, answers };
    assert_eq!(kiosk.room(|_| true).free(), 1);

    let seat = || Place::Seat("PC 01".to_owned());
    assert!(matches!(kiosk.record(&taker(1, seat())), Ok(Placed::Seated(_))));
    kiosk.room(|room| room.free() == 0);
    assert_eq!(kiosk.record(&taker(2, seat())), Err(Refusal::SeatTaken { instead: None }));
    assert!(matches!(kiosk.record(&taker(2, Place::Queue)), Ok(Placed::Queued(q)) if q.number == 1));
    let full = kiosk.room(|room| room.waiting() == 1);

    // Another connection, such as the panel's, is noticed.
    let mut panel = Book::open(&data, settings(rules(1))).unwrap();
    let staff = librarian(&mut panel);
    panel.free_seat(sitting(&full).unwrap(), staff, Utc::now()).unwrap();
    let called = kiosk.room(|room| room.called().count() == 1);
    let ticket = called.queue[0].id;
    let claim = Ask::Claim { ticket, seat: None, at: Utc::now() };
    assert!(matches!(kiosk.ask(claim), Reply::Seated(seated) if seated.seat == "PC 01"));
    kiosk.room(|room| sitting(room).is_some() && room.queue.is_empty());

    kiosk.worker.send(Job::Void { id: id(2), reason: VoidReason::Visitor, at: Utc::now() }).unwrap();
    kiosk.room(|room| room.free() == 1);
    kiosk.worker.shut_down();
}
