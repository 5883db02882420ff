//! The thread that owns the writing connection: writes, notices faults and foreign commits, and recovers by itself.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use chrono::Utc;

use super::{Answer, Answers, Job};
use crate::domain::internet::{Refusal, Room};
use crate::domain::visit::Receipt;
use crate::storage::book::{Book, BookSettings};
use crate::storage::error::{Fault, StorageError};
use crate::storage::folder::DataFolder;
use crate::storage::lock::InstanceLock;

/// How often an idle worker looks at the book.
const PULSE: Duration = Duration::from_secs(1);
/// How often a faulty book is tried again without a job.
const RETRY: Duration = Duration::from_secs(2);
/// How often the internet room is tended: signs of life, closing, calls whose time is over.
const TENDING: Duration = Duration::from_mins(1);

/// The writing half of the worker.
pub(super) struct Writer {
    folder: DataFolder,
    settings: BookSettings,
    lock: Option<InstanceLock>,
    answers: Answers,
    book: Option<Book>,
    fault: Option<Fault>,
    tried: Instant,
    seen_version: Option<i64>,
    /// Something was written since the log was last moved into the book.
    log_waits: bool,
    /// When the room was tended last.
    tended: Option<Instant>,
    /// The room as it was told last.
    room: Option<Room>,
}

impl Writer {
    pub(super) fn new(
        folder: DataFolder,
        settings: BookSettings,
        lock: Option<InstanceLock>,
        answers: Answers,
        opened: Result<Book, StorageError>,
    ) -> Self {
        let mut writer = Self {
            folder,
            settings,
            lock,
            answers,
            book: None,
            fault: None,
            tried: Instant::now(),
            seen_version: None,
            log_waits: true,
            tended: None,
            room: None,
        };
        match opened {
            Ok(book) => writer.book = Some(book),
            Err(error) => {
                writer.note(&error);
            }
        }
        writer
    }

    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            self.tend();
            match jobs.recv_timeout(PULSE) {
                Ok(Job::Shutdown) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(job) => self.work(job),
                Err(RecvTimeoutError::Timeout) => self.pulse(),
            }
        }
        if let Some(book) = &self.book
            && let Err(error) = book.checkpoint(true)
        {
            tracing::warn!(%error, "the write-ahead log could not be emptied");
        }
    }

    fn work(&mut self, job: Job) {
        match job {
            Job::Record { visit, started } => {
                let answer = match self.with_book(|book| seated(book.record(&visit, started))) {
                    Ok(Ok(receipt)) => Answer::Recorded(receipt),
                    Ok(Err(refusal)) => Answer::NotSeated { id: visit.id, refusal },
                    Err(fault) => Answer::RecordFailed { id: visit.id, fault },
                };
                self.answers.give(answer);
                if visit.session.is_some() {
                    self.show_room();
                }
            }
            Job::Ask { ticket, ask } => {
                let answer = match self.with_book(|book| book.answer(&ask)) {
                    Ok(reply) => Answer::Replied { ticket, reply },
                    Err(fault) => Answer::AskFailed { ticket, fault },
                };
                self.answers.give(answer);
                self.show_room();
            }
            Job::Void { id, reason, at } => {
                let answer = match self.with_book(|book| book.void(id, reason, at)) {
                    Ok(()) => Answer::Voided { id },
                    Err(fault) => Answer::VoidFailed { id, fault },
                };
                self.answers.give(answer);
                self.show_room();
            }
            Job::Settings(settings) => {
                if let Some(book) = &mut self.book {
                    book.settings = settings.as_ref().clone();
                }
                self.settings = *settings;
                self.show_room();
            }
            Job::Checkpoint => {
                // A fault is logged and told by `with_book`; nobody waits for an answer.
                let _ = self.with_book(|book| book.checkpoint(true));
                self.log_waits = false;
            }
            // The reader's jobs are not sent here, and the end is seen by the loop.
            Job::LookUp { .. } | Job::Statistics { .. } | Job::Shutdown => {}
        }
    }

    /// Runs `act` on the open book, opening it when need be; a fault closes it, so that the next job opens it anew.
    fn with_book<T>(&mut self, act: impl FnOnce(&mut Book) -> Result<T, StorageError>) -> Result<T, Fault> {
        self.tried = Instant::now();
        let mut book = match self.book.take().map_or_else(|| self.open(), Ok) {
            Ok(book) => book,
            Err(error) => return Err(self.note(&error)),
        };
        if self.seen_version.is_none() {
            // From now on, not from the first idle moment on: what others commit meanwhile must be noticed.
            self.seen_version = book.data_version().ok();
        }
        match act(&mut book) {
            Ok(done) => {
                self.book = Some(book);
                self.log_waits = true;
                self.set_fault(None);
                Ok(done)
            }
            Err(error) if error.is_refusal() => {
                self.book = Some(book);
                tracing::warn!(%error, "the book refused");
                Err(Fault::Other)
            }
            Err(error) => {
                drop(book);
                self.seen_version = None;
                Err(self.note(&error))
            }
        }
    }

    /// Tends the internet room when it is time, at the very first before any job: what happened while the kiosk was off.
    fn tend(&mut self) {
        if self.tended.is_some_and(|at| at.elapsed() < TENDING) || self.fault.is_some() {
            return;
        }
        // A fault is logged and told by `with_book`, and its end leads here again.
        if self.with_book(|book| book.tend_room(Utc::now())).is_ok() {
            self.tended = Some(Instant::now());
            self.show_room();
        }
    }

    /// Tells the room if it is another than was told last.
    fn show_room(&mut self) {
        let now = Utc::now();
        let Some(Ok(room)) = self.book.as_ref().map(|book| book.room(now)) else { return };
        let same = self.room.as_ref().is_some_and(|told| Room { at: now, ..told.clone() } == room);
        if !same {
            self.room = Some(room.clone());
            self.answers.give(Answer::Room(Box::new(room)));
        }
    }

    /// Opens the book anew. The folder may be another one than before: its lock comes first.
    fn open(&self) -> Result<Book, StorageError> {
        self.folder.check()?;
        self.keep_lock()?;
        Book::open(&self.folder, self.settings.clone())
    }

    fn keep_lock(&self) -> Result<(), StorageError> {
        self.lock.as_ref().map_or(Ok(()), InstanceLock::keep)
    }

    /// Logs a fault when it is a new one, tells it, and gives its kind.
    fn note(&mut self, error: &StorageError) -> Fault {
        let fault = error.fault(self.folder.path());
        if self.fault != Some(fault) {
            tracing::error!(?fault, %error, "the book cannot be used");
        }
        self.set_fault(Some(fault));
        fault
    }

    fn set_fault(&mut self, fault: Option<Fault>) {
        if self.fault != fault {
            if fault.is_none() {
                tracing::info!("the book can be used again");
            }
            self.fault = fault;
            self.answers.give(Answer::Health(fault));
        }
    }

    /// Nothing to do: look for a file that is gone, for foreign commits, and for the end of a fault.
    fn pulse(&mut self) {
        if self.fault.is_some() {
            if self.tried.elapsed() >= RETRY {
                // The outcome is told by `with_book`.
                let _ = self.with_book(|book| book.probe());
            }
            return;
        }
        let Some(book) = &self.book else { return };
        match book.in_place().and_then(|()| self.keep_lock()).and_then(|()| book.data_version()) {
            Err(error) => {
                self.book = None;
                self.seen_version = None;
                self.tried = Instant::now();
                self.note(&error);
            }
            Ok(version) => {
                if self.seen_version.replace(version).is_some_and(|seen| seen != version) {
                    self.answers.give(Answer::ForeignCommit);
                    self.log_waits = true;
                    self.show_room();
                    return;
                }
                if std::mem::take(&mut self.log_waits) {
                    // Without a visitor waiting, so that no commit has to do it.
                    let _ = self.with_book(|book| book.settle(Utc::now()));
                    self.log_waits = false;
                }
            }
        }
    }
}

/// A place that cannot be given is an answer, not a fault.
fn seated(recorded: Result<Receipt, StorageError>) -> Result<Result<Receipt, Refusal>, StorageError> {
    match recorded {
        Err(StorageError::NotSeated(refusal)) => Ok(Err(refusal)),
        other => other.map(Ok),
    }
}
