//! A worker with somebody who listens to it.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::visit::{NewVisit, Receipt};
use buku_pengunjung::storage::{Answer, DataFolder, Fault, InstanceLock, Job, OnAnswer, Worker};

use super::support::*;

/// How long an answer may take before a test gives up; only failing tests wait for it.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Desk {
    pub worker: Worker,
    answers: Receiver<Answer>,
    pub health: Option<Fault>,
}

impl Desk {
    pub fn open(folder: &DataFolder) -> Self {
        Self::start(|on_answer| Worker::spawn(folder.clone(), settings(ZONE), on_answer))
    }

    /// As the kiosk opens it: with the lock of the folder.
    pub fn open_locked(folder: &DataFolder) -> Self {
        let lock = InstanceLock::take(folder).unwrap();
        Self::start(|on_answer| Worker::spawn_locked(folder.clone(), settings(ZONE), lock, on_answer))
    }

    fn start(spawn: impl FnOnce(OnAnswer) -> std::io::Result<Worker>) -> Self {
        let (give, answers) = channel();
        let on_answer = Box::new(move |answer| {
            // A test that has ended listens no more.
            let _ = give.send(answer);
        });
        Self { worker: spawn(on_answer).unwrap(), answers, health: None }
    }

    /// The next answer that is wanted; health is kept in passing, and others are passed over.
    pub fn wait<T>(&mut self, mut wanted: impl FnMut(&Answer) -> Option<T>) -> T {
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let answer = self.answers.recv_timeout(left).expect("no answer came");
            if let Answer::Health(fault) = answer {
                self.health = fault;
            }
            if let Some(found) = wanted(&answer) {
                return found;
            }
        }
    }

    pub fn wait_for_health(&mut self, wanted: Option<Fault>) {
        if self.health != wanted {
            self.wait(|answer| (*answer == Answer::Health(wanted)).then_some(()));
        }
    }

    pub fn send_visit(&self, visit: &NewVisit) {
        self.worker.send(Job::Record { visit: Box::new(visit.clone()), started: Instant::now() }).unwrap();
    }

    pub fn record(&mut self, visit: &NewVisit) -> Result<Receipt, Fault> {
        self.send_visit(visit);
        self.wait(|answer| match answer {
            Answer::Recorded(receipt) if receipt.id == visit.id => Some(Ok(receipt.clone())),
            Answer::RecordFailed { id, fault } if *id == visit.id => Some(Err(*fault)),
            _ => None,
        })
    }

    /// Whether the card could be looked up, and how long it took.
    pub fn look_up(&mut self, card: &str) -> (Result<(), Fault>, Duration) {
        let began = Instant::now();
        let ticket = 4_711;
        self.worker.send(Job::LookUp { ticket, card: CardNumber::from_store(card) }).unwrap();
        let outcome = self.wait(|answer| match answer {
            Answer::Looked { ticket: 4_711, .. } => Some(Ok(())),
            Answer::LookFailed { ticket: 4_711, fault } => Some(Err(*fault)),
            _ => None,
        });
        (outcome, began.elapsed())
    }
}

/// A visit of its own number.
pub fn nth(n: u32) -> NewVisit {
    let at = utc("2026-11-24T02:00:00Z") + chrono::TimeDelta::seconds(i64::from(n));
    visit(id(u128::from(n)), at, non_member("Siti Contoh"), "read")
}
