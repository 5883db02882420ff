//! The thread behind the pages of the panel. It reads and writes on a connection of its own, so that a long answer holds
//! up neither the window nor the PIN pad, and it notices when anybody else has changed the book.

mod health;

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::domain::staff::StaffId;
use crate::flow::staff::Event;
use crate::flow::staff::page::{Ask, Reply, Unanswered};
use crate::runtime::clock::Clock;
use crate::storage::{Book, BookSettings, DataFolder, StorageError};

/// How many jobs may wait.
const QUEUE: usize = 16;
/// How often the book is looked at for changes while the panel is open.
const WATCH: Duration = Duration::from_secs(1);

/// What the thread is asked to do.
#[derive(Debug)]
pub(super) enum Job {
    /// Answer a page.
    Ask { ticket: u64, by: StaffId, ask: Ask },
    /// The panel is open (`true`) or locked: tell of changes of the book, or no more.
    Watch(bool),
    /// Finish what was sent before, then stop.
    Stop,
}

/// What is called with every event; on the thread, so it must pass it on at once.
pub(super) type Tell = Box<dyn Fn(Event) + Send>;

/// The thread; it finishes and ends when this is dropped.
pub(super) struct PanelThread {
    jobs: SyncSender<Job>,
    thread: Option<JoinHandle<()>>,
}

impl PanelThread {
    pub(super) fn spawn(
        folder: DataFolder,
        settings: BookSettings,
        clock: Box<dyn Clock>,
        tell: Tell,
    ) -> io::Result<Self> {
        let (jobs, inbox) = sync_channel(QUEUE);
        let thread = thread::Builder::new().name("staff-panel".to_owned()).spawn(move || {
            Back { folder, settings, clock, tell, book: None, seen: None, watching: false }.run(&inbox);
        })?;
        Ok(Self { jobs, thread: Some(thread) })
    }

    /// Hands a job over without waiting; gives it back when too many wait.
    pub(super) fn send(&self, job: Job) -> Result<(), Unanswered> {
        self.jobs.try_send(job).map_err(|_| Unanswered::Busy)
    }
}

impl Drop for PanelThread {
    fn drop(&mut self) {
        // A thread that is gone already needs no word.
        let _ = self.jobs.send(Job::Stop);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the panel's thread had panicked");
        }
    }
}

struct Back {
    folder: DataFolder,
    settings: BookSettings,
    clock: Box<dyn Clock>,
    tell: Tell,
    book: Option<Book>,
    /// The book's number of changes when it was last looked at.
    seen: Option<i64>,
    watching: bool,
}

impl Back {
    fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            let job = if self.watching {
                match jobs.recv_timeout(WATCH) {
                    Ok(job) => job,
                    Err(RecvTimeoutError::Timeout) => {
                        self.look();
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            } else {
                jobs.recv().unwrap_or(Job::Stop)
            };
            match job {
                Job::Ask { ticket, by, ask } => {
                    let reply = self.answer(by, ask).map_err(|_| Unanswered::Book);
                    (self.tell)(Event::Replied { ticket, reply });
                }
                Job::Watch(on) => {
                    self.watching = on;
                    self.seen = None;
                    if !on {
                        self.book = None;
                    }
                }
                Job::Stop => return,
            }
        }
    }

    /// Tells when another connection has committed since the last look. Asks of this thread itself do not count: the
    /// page that asked has its answer.
    fn look(&mut self) {
        let now = self.with_book(|book, _| book.data_version()).ok();
        if now.is_some() && self.seen.is_some() && now != self.seen {
            (self.tell)(Event::BookChanged);
        }
        self.seen = now.or(self.seen);
    }

    #[expect(clippy::needless_pass_by_value, reason = "an ask is used up")]
    fn answer(&mut self, _by: StaffId, ask: Ask) -> Result<Reply, StorageError> {
        match ask {
            Ask::Health(ask) => self.with_book(|book, clock| health::answer(book, clock, ask)).map(Reply::Health),
        }
    }

    /// Runs `act` on the book, opening it when need be; a fault closes it. A book that is gone is not made anew here.
    fn with_book<T>(
        &mut self,
        act: impl FnOnce(&mut Book, &dyn Clock) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let open = self.book.take().filter(|book| book.in_place().is_ok());
        let done = open.map_or_else(|| self.open(), Ok).and_then(|mut book| {
            let done = act(&mut book, self.clock.as_ref());
            if done.as_ref().err().is_none_or(StorageError::is_refusal) {
                self.book = Some(book);
            }
            done
        });
        if let Err(error) = &done {
            tracing::warn!(%error, "the panel cannot use the book");
        }
        done
    }

    fn open(&mut self) -> Result<Book, StorageError> {
        // The number of changes is the connection's own.
        self.seen = None;
        if !self.folder.book_path().is_file() {
            return Err(StorageError::NoBook);
        }
        Book::open(&self.folder, self.settings.clone())
    }
}

#[cfg(test)]
mod tests;
