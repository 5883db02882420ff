//! The thread behind the pages of the panel. It reads and writes on a connection of its own, so that a long answer holds
//! up neither the window nor the PIN pad, and it notices when anybody else has changed the book.

mod health;
mod members;
mod people;
mod reports;
mod room;
mod settings;
mod statistics;
mod system;
mod troubles;
mod visits;

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use self::members::Members;
use self::reports::{Asked, Reports};
pub(in crate::runtime) use self::settings::SettingsFile;
use self::system::Dialog;
use super::service::Service;
use super::shelf::Shelf;
use crate::domain::card::CardPattern;
use crate::domain::staff::StaffId;
use crate::exchange::drives::SystemDrives;
use crate::flow::staff::Event;
use crate::flow::staff::page::{Ask, Reply, Unanswered};
use crate::runtime::clock::Clock;
use crate::runtime::dialogs::SystemDialogs;
use crate::runtime::reports::Issuer;
use crate::storage::{BookSettings, DataFolder, StorageError};

/// How often the book is looked at for changes while the panel is open.
const WATCH: Duration = Duration::from_secs(1);

/// The ticket of what nobody asked; no page ever asks under it.
const UNASKED: u64 = 0;

/// What the thread is asked to do.
#[derive(Debug)]
pub(super) enum Job {
    /// Answer a page.
    Ask { ticket: u64, by: StaffId, ask: Ask },
    /// Whose reports are made from now on; before the first ask, and whenever the configuration was changed.
    Issuer(Box<Issuer>),
    /// Card numbers look like this from now on.
    Cards(CardPattern),
    /// The system's own dialogs may open; without it none ever does.
    Dialogs(Arc<dyn SystemDialogs>),
    /// The panel is open (`true`) or locked: tell of changes of the book, or no more.
    Watch(bool),
    /// The settings file, before the first ask; without it the settings can be neither read nor changed.
    File(Box<SettingsFile>),
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
    // Word comes also from the thread that makes reports.
    let shared = Arc::new(Mutex::new(tell));
    let reports = Reports::new(folder.clone(), Arc::clone(&shared));
    let drives = Box::new(SystemDrives { data: folder.path().to_owned() });
    let members = Members::new(folder.clone(), settings.clone(), drives, Arc::clone(&shared));
    let dialog = Dialog::new(Arc::clone(&shared));
    let tell = Box::new(move |event| shared.lock().unwrap_or_else(PoisonError::into_inner)(event));
    let back = Back {
        shelf: Shelf::new(folder, settings, clock),
        tell,
        members,
        reports,
        dialog,
        seen: None,
        watching: false,
        file: None,
    };
    Service::spawn("staff-panel", move |jobs| back.run(jobs))
}

struct Back {
    shelf: Shelf,
    tell: Tell,
    members: Members,
    reports: Reports,
    dialog: Dialog,
    /// The book's number of changes when it was last looked at.
    seen: Option<i64>,
    watching: bool,
    file: Option<SettingsFile>,
}

impl Back {
    fn run(mut self, jobs: &Receiver<Job>) {
        let mut due = Instant::now();
        loop {
            let job = if self.watching {
                // By the clock: asks that follow each other quickly must not hold up the next look.
                let wait = due.saturating_duration_since(Instant::now());
                if wait.is_zero() {
                    self.look();
                    due = Instant::now() + WATCH;
                    continue;
                }
                match jobs.recv_timeout(wait) {
                    Ok(job) => job,
                    Err(RecvTimeoutError::Timeout) => continue,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            } else {
                let Ok(job) = jobs.recv() else { return };
                job
            };
            match job {
                Job::Ask { ticket, ask: Ask::System(what), .. } => {
                    if !self.dialog.begin(ticket, what) {
                        (self.tell)(Event::Replied { ticket, reply: Err(Unanswered::Busy) });
                    }
                }
                Job::Dialogs(dialogs) => self.dialog.allow(dialogs),
                Job::Ask { ticket, by, ask } => {
                    self.take_version();
                    if let Some(reply) = self.answer(ticket, by, ask).transpose() {
                        (self.tell)(Event::Replied { ticket, reply: reply.map_err(|_| Unanswered::Book) });
                    }
                }
                Job::File(file) => self.file = Some(*file),
                Job::Cards(pattern) => self.members.expect_cards(pattern),
                Job::Issuer(issuer) => self.reports.issue_for(*issuer),
                Job::Watch(on) => {
                    self.watching = on;
                    if !on {
                        self.members.rest();
                        self.reports.rest();
                        self.shelf.close();
                    }
                    if let Some(file) = &mut self.file {
                        file.forget();
                    }
                }
            }
        }
    }

    /// Takes the book's number of changes down before the first answer, so that a commit right after it is noticed.
    fn take_version(&mut self) {
        if !self.shelf.is_open() {
            // The number is the connection's own.
            self.seen = None;
        }
        if self.seen.is_none() {
            self.seen = self.shelf.with(|book, _| book.data_version()).ok();
        }
    }

    /// Tells when another connection has committed since the last look. Asks of this thread itself do not count: the
    /// page that asked has its answer.
    fn look(&mut self) {
        self.take_version();
        let now = self.shelf.with(|book, _| book.data_version()).ok();
        if now.is_some() && self.seen.is_some() && now != self.seen {
            (self.tell)(Event::BookChanged);
        }
        self.seen = now.or(self.seen);
        if self.file.as_mut().is_some_and(SettingsFile::looks_changed) {
            (self.tell)(Event::SettingsFileChanged);
        }
        if let Some(reply) = self.reports.look() {
            (self.tell)(Event::Replied { ticket: UNASKED, reply: Ok(Reply::Reports(reply)) });
        }
    }

    /// Answers; `None` when a thread of its own will do so.
    fn answer(&mut self, ticket: u64, by: StaffId, ask: Ask) -> Result<Option<Reply>, StorageError> {
        let reply = match ask {
            // Has a thread of its own.
            Ask::System(_) => return Ok(None),
            Ask::Members(ask) => {
                return Ok(self.members.answer(&mut self.shelf, ticket, by, ask)?.map(Reply::Members));
            }
            Ask::Visits(ask) => {
                let settings = self.shelf.settings.clone();
                self.shelf.with(|book, clock| visits::answer(book, clock, &settings, by, ask)).map(Reply::Visits)
            }
            Ask::Room(ask) => self.shelf.with(|book, clock| room::answer(book, clock, by, ask)).map(Reply::Room),
            Ask::Statistics(ask) => {
                let limit = self.reports.issuer().ok_or(StorageError::NoBook)?.check_out_seconds();
                self.shelf.with(|book, clock| statistics::answer(book, clock, by, limit, ask)).map(Reply::Statistics)
            }
            Ask::Settings(ask) => {
                let file = self.file.as_mut().ok_or(StorageError::NoBook)?;
                file.answer(&mut self.shelf, by, ask).map(Reply::Settings)
            }
            Ask::Health(ask) => self.shelf.with(|book, clock| health::answer(book, clock, ask)).map(Reply::Health),
            Ask::Reports(ask) => match self.reports.asked(ticket, by, ask, self.shelf.clock.as_ref())? {
                Asked::Done(reply) => Ok(reply),
                asked => self.shelf.with(|book, clock| asked.answer(book, clock)),
            }
            .map(Reply::Reports),
        };
        reply.map(Some)
    }
}

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;
