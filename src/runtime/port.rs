//! Effects to the book's worker, its answers to events.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use chrono::Utc;

use super::engine::Port;
use crate::flow::{Effect, Event};
use crate::storage::{Answer, Fault, Job, Worker};

/// The book as the walk sees it.
pub struct BookPort {
    worker: Worker,
}

impl BookPort {
    /// A port to that worker.
    #[must_use]
    pub fn new(worker: Worker) -> Self {
        Self { worker }
    }
}

impl Port for BookPort {
    fn perform(&mut self, effect: Effect) -> Option<Event> {
        let (job, refusal) = match effect {
            Effect::LookUp { ticket, card } => (Job::LookUp { ticket, card }, Event::LookFailed { ticket }),
            Effect::Ask { ticket, ask } => (Job::Ask { ticket, ask }, Event::Replied { ticket, reply: None }),
            // Not the book's: the engine hands it to the staff's side.
            Effect::AskStaff(_) => return None,
            Effect::Record(visit) => {
                let refusal = Event::RecordFailed(visit.id);
                (Job::Record { visit, started: Instant::now() }, refusal)
            }
            Effect::Void { id, reason } => (Job::Void { id, reason, at: Utc::now() }, Event::VoidFailed(id)),
        };
        self.worker.send(job).err().map(|_| refusal)
    }
}

/// What the book is suffering from at the moment, for the staff notice.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<Mutex<Option<Fault>>>);

impl Health {
    /// The present fault.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, fault: Option<Fault>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }
}

/// Turns the worker's answers into events, keeps the health, and wakes the window.
#[must_use]
pub fn answers(events: Sender<Event>, health: Health, wake: impl Fn() + Send + 'static) -> Box<dyn Fn(Answer) + Send> {
    Box::new(move |answer| {
        let event = match answer {
            Answer::Recorded(receipt) => Event::Recorded(receipt),
            Answer::RecordFailed { id, fault } => {
                tracing::error!(visit = %id, ?fault, "a visit is not recorded");
                Event::RecordFailed(id)
            }
            Answer::NotSeated { id, refusal } => {
                tracing::info!(visit = %id, %refusal, "a visit is not recorded: its place cannot be given");
                Event::NotSeated { id, refusal }
            }
            Answer::Replied { ticket, reply } => Event::Replied { ticket, reply: Some(reply) },
            Answer::AskFailed { ticket, fault } => {
                tracing::error!(?fault, "the internet room could not be asked");
                Event::Replied { ticket, reply: None }
            }
            Answer::Room(room) => Event::Room(room),
            Answer::Voided { id } => Event::Voided(id),
            Answer::VoidFailed { id, fault } => {
                tracing::warn!(visit = %id, ?fault, "a visit is not voided");
                Event::VoidFailed(id)
            }
            Answer::Looked { ticket, answer } => Event::Looked { ticket, answer },
            Answer::LookFailed { ticket, fault } => {
                tracing::error!(?fault, "a card could not be looked up");
                Event::LookFailed { ticket }
            }
            Answer::Health(fault) => {
                if let Some(fault) = fault {
                    tracing::error!(?fault, "the book is faulty");
                } else {
                    tracing::info!("the book is well");
                }
                health.set(fault);
                Event::Tick
            }
            Answer::Counted { .. } | Answer::CountFailed { .. } | Answer::ForeignCommit => Event::Tick,
        };
        // The window is gone when nobody listens any more; there is nobody left to tell.
        let _ = events.send(event);
        wake();
    })
}
