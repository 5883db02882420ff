//! The thread that owns the writing connection, and the one that answers questions beside it.

mod reader;
mod writer;

use std::fmt;
use std::io;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use chrono::{DateTime, Utc};

use super::book::{Book, BookSettings};
use super::error::Fault;
use super::folder::DataFolder;
use super::lock::InstanceLock;
use crate::domain::card::CardNumber;
use crate::domain::internet::{Ask, Refusal, Reply, Room};
use crate::domain::lookup::CardAnswer;
use crate::domain::period::Period;
use crate::domain::statistics::{Count, Dimension};
use crate::domain::visit::{NewVisit, Receipt, VisitId, VoidReason};

/// How many jobs may wait for each of the two threads.
const QUEUE: usize = 32;

/// What the worker is asked to do. Every job with an id or a ticket is answered exactly once.
#[derive(Debug)]
pub enum Job {
    /// Write a visit; `started` is when this attempt began.
    Record {
        /// The visit.
        visit: Box<NewVisit>,
        /// When the visitor confirmed, for `checkin_seconds`.
        started: Instant,
    },
    /// Ask about the internet room.
    Ask {
        /// Comes back with the answer.
        ticket: u64,
        /// What.
        ask: Ask,
    },
    /// Take a visit back.
    Void {
        /// Which.
        id: VisitId,
        /// Why.
        reason: VoidReason,
        /// When.
        at: DateTime<Utc>,
    },
    /// Look a card up.
    LookUp {
        /// Comes back with the answer.
        ticket: u64,
        /// The card.
        card: CardNumber,
    },
    /// Count along one dimension.
    Statistics {
        /// Comes back with the answer.
        ticket: u64,
        /// Along what.
        dimension: Dimension,
        /// Which days.
        period: Period,
    },
    /// Use the book by other settings from now on. Sent by [`Worker::adopt`], to both threads.
    Settings(Box<BookSettings>),
    /// Move the write-ahead log into the book and empty it.
    Checkpoint,
    /// Finish what was sent before, then stop.
    Shutdown,
}

/// What comes back. Given on the worker's threads: pass it on at once.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// The visit is committed and synced.
    Recorded(Receipt),
    /// The visit was not recorded; sending the same visit again is safe.
    RecordFailed {
        /// Which.
        id: VisitId,
        /// Why.
        fault: Fault,
    },
    /// The visit was not recorded, since its computer or queue number cannot be given.
    NotSeated {
        /// Which.
        id: VisitId,
        /// Why.
        refusal: Refusal,
    },
    /// The answer about the internet room.
    Replied {
        /// Of the job.
        ticket: u64,
        /// What.
        reply: Reply,
    },
    /// The internet room could not be asked.
    AskFailed {
        /// Of the job.
        ticket: u64,
        /// Why.
        fault: Fault,
    },
    /// The internet room has changed; sent at the beginning as well.
    Room(Box<Room>),
    /// The visit is void.
    Voided {
        /// Which.
        id: VisitId,
    },
    /// The visit still stands.
    VoidFailed {
        /// Which.
        id: VisitId,
        /// Why.
        fault: Fault,
    },
    /// The card was looked up.
    Looked {
        /// Of the job.
        ticket: u64,
        /// What is known.
        answer: CardAnswer,
    },
    /// The card could not be looked up.
    LookFailed {
        /// Of the job.
        ticket: u64,
        /// Why.
        fault: Fault,
    },
    /// The counts.
    Counted {
        /// Of the job.
        ticket: u64,
        /// In natural order.
        counts: Vec<Count>,
    },
    /// The counts could not be read.
    CountFailed {
        /// Of the job.
        ticket: u64,
        /// Why.
        fault: Fault,
    },
    /// Another process has changed the book; noticed within a second.
    ForeignCommit,
    /// The book became faulty or well again (`None`). Sent on change only; it begins as well.
    Health(Option<Fault>),
}

impl fmt::Debug for Answer {
    /// Without personal data: what kind of answer, and for which visit or ticket.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Recorded(receipt) => write!(f, "Recorded({})", receipt.id),
            Self::RecordFailed { id, fault } => write!(f, "RecordFailed({id}, {fault:?})"),
            Self::NotSeated { id, refusal } => write!(f, "NotSeated({id}, {refusal})"),
            Self::Replied { ticket, .. } => write!(f, "Replied({ticket})"),
            Self::AskFailed { ticket, fault } => write!(f, "AskFailed({ticket}, {fault:?})"),
            Self::Room(_) => f.write_str("Room"),
            Self::Voided { id } => write!(f, "Voided({id})"),
            Self::VoidFailed { id, fault } => write!(f, "VoidFailed({id}, {fault:?})"),
            Self::Looked { ticket, .. } => write!(f, "Looked({ticket})"),
            Self::LookFailed { ticket, fault } => write!(f, "LookFailed({ticket}, {fault:?})"),
            Self::Counted { ticket, .. } => write!(f, "Counted({ticket})"),
            Self::CountFailed { ticket, fault } => write!(f, "CountFailed({ticket}, {fault:?})"),
            Self::ForeignCommit => f.write_str("ForeignCommit"),
            Self::Health(fault) => write!(f, "Health({fault:?})"),
        }
    }
}

/// The worker has too much to do, or has stopped; the job was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the book's worker does not take more work at the moment")]
pub struct Busy;

/// What is called with every answer.
pub type OnAnswer = Box<dyn Fn(Answer) + Send>;

/// Where answers go, shared by both threads.
#[derive(Clone)]
struct Answers(Arc<Mutex<OnAnswer>>);

impl Answers {
    fn give(&self, answer: Answer) {
        let give = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        give(answer);
    }
}

/// The book's two threads: `book-writer` owns the only writing connection, `book-reader` answers lookups and
/// statistics on a connection of its own, so that they never wait for a commit.
pub struct Worker {
    writes: SyncSender<Job>,
    reads: SyncSender<Job>,
    threads: Vec<JoinHandle<()>>,
}

impl Worker {
    /// Opens the book of the folder and starts the threads. A book that cannot be opened is no error here: it is
    /// answered as [`Answer::Health`], tried again by itself, and jobs fail meanwhile.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn spawn(folder: DataFolder, settings: BookSettings, on_answer: OnAnswer) -> io::Result<Self> {
        Self::start(folder, settings, None, on_answer)
    }

    /// As [`Self::spawn`], keeping the lock of the folder: where the folder or the lock's file was replaced, it is taken
    /// anew before anything is written there. While another kiosk has it the book is faulty.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn spawn_locked(
        folder: DataFolder,
        settings: BookSettings,
        lock: InstanceLock,
        on_answer: OnAnswer,
    ) -> io::Result<Self> {
        Self::start(folder, settings, Some(lock), on_answer)
    }

    fn start(
        folder: DataFolder,
        settings: BookSettings,
        lock: Option<InstanceLock>,
        on_answer: OnAnswer,
    ) -> io::Result<Self> {
        let answers = Answers(Arc::new(Mutex::new(on_answer)));
        let opened = Book::open(&folder, settings.clone());
        let (to_writer, write_jobs) = sync_channel(QUEUE);
        let (to_reader, read_jobs) = sync_channel(QUEUE);
        let asking = reader::Reader::new(folder.clone(), settings.clone(), answers.clone());
        let writing = writer::Writer::new(folder, settings, lock, answers, opened);
        let threads = vec![
            named("book-writer", write_jobs, move |jobs| writing.run(jobs))?,
            named("book-reader", read_jobs, move |jobs| asking.run(jobs))?,
        ];
        Ok(Self { writes: to_writer, reads: to_reader, threads })
    }

    /// Hands a job over without waiting.
    ///
    /// # Errors
    /// [`Busy`]: the job was not taken and will not be answered.
    pub fn send(&self, job: Job) -> Result<(), Busy> {
        let to = match job {
            Job::LookUp { .. } | Job::Statistics { .. } => &self.reads,
            Job::Record { .. }
            | Job::Ask { .. }
            | Job::Void { .. }
            | Job::Settings(_)
            | Job::Checkpoint
            | Job::Shutdown => &self.writes,
        };
        to.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) | TrySendError::Disconnected(_) => Busy,
        })
    }

    /// Uses the book by other settings from now on, once what was sent before is done.
    ///
    /// # Errors
    /// [`Busy`]: one of the threads did not take it; sending it again is safe.
    pub fn adopt(&self, settings: &BookSettings) -> Result<(), Busy> {
        for to in [&self.writes, &self.reads] {
            to.try_send(Job::Settings(Box::new(settings.clone()))).map_err(|_| Busy)?;
        }
        Ok(())
    }

    /// Finishes what was sent before, empties the write-ahead log and ends both threads; waits for them.
    pub fn shut_down(mut self) {
        self.stop();
    }

    fn stop(&mut self) {
        for sender in [&self.writes, &self.reads] {
            // A thread that is gone already needs no word.
            let _ = sender.send(Job::Shutdown);
        }
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread of the book had panicked");
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop();
    }
}

fn named(
    name: &str,
    jobs: Receiver<Job>,
    run: impl FnOnce(&Receiver<Job>) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(move || run(&jobs))
}
