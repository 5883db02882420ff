//! The thread behind the pages of the panel. It reads and writes on a connection of its own, so that a long answer holds
//! up neither the window nor the PIN pad, and it notices when anybody else has changed the book.

mod health;
mod room;
mod visits;

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::service::Service;
use super::shelf::Shelf;
use crate::domain::audit::Actor;
use crate::domain::staff::StaffId;
use crate::flow::staff::Event;
use crate::flow::staff::page::{Ask, Reply, Unanswered};
use crate::runtime::clock::Clock;
use crate::storage::{BookSettings, DataFolder, StorageError};

/// How often the book is looked at for changes while the panel is open.
const WATCH: Duration = Duration::from_secs(1);

/// What the thread is asked to do.
#[derive(Debug)]
pub(super) enum Job {
    /// Answer a page.
    Ask { ticket: u64, by: StaffId, ask: Ask },
    /// The panel is open (`true`) or locked: tell of changes of the book, or no more.
    Watch(bool),
}

/// What is called with every event; on the thread, so it must pass it on at once.
pub(super) type Tell = Box<dyn Fn(Event) + Send>;

/// Starts the thread.
pub(super) fn spawn(
    folder: DataFolder,
    settings: BookSettings,
    clock: Box<dyn Clock>,
    tell: Tell,
) -> io::Result<Service<Job>> {
    let back = Back { shelf: Shelf::new(folder, settings, clock), tell, seen: None, watching: false };
    Service::spawn("staff-panel", move |jobs| back.run(jobs))
}

struct Back {
    shelf: Shelf,
    tell: Tell,
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
                let Ok(job) = jobs.recv() else { return };
                job
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
                        self.shelf.close();
                    }
                }
            }
        }
    }

    /// Tells when another connection has committed since the last look. Asks of this thread itself do not count: the
    /// page that asked has its answer.
    fn look(&mut self) {
        if !self.shelf.is_open() {
            // The number of changes is the connection's own.
            self.seen = None;
        }
        let now = self.shelf.with(|book, _| book.data_version()).ok();
        if now.is_some() && self.seen.is_some() && now != self.seen {
            (self.tell)(Event::BookChanged);
        }
        self.seen = now.or(self.seen);
    }

    fn answer(&mut self, by: StaffId, ask: Ask) -> Result<Reply, StorageError> {
        match ask {
            Ask::Visits(ask) => {
                let settings = self.shelf.settings.clone();
                let by = Actor::Staff(by);
                self.shelf.with(|book, clock| visits::answer(book, clock, &settings, by, ask)).map(Reply::Visits)
            }
            Ask::Room(ask) => self.shelf.with(|book, clock| room::answer(book, clock, by, ask)).map(Reply::Room),
            Ask::Health(ask) => self.shelf.with(|book, clock| health::answer(book, clock, ask)).map(Reply::Health),
        }
    }
}

#[cfg(test)]
mod tests;
