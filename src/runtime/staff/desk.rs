//! The thread behind the PIN pad. It hashes, and reads and writes what belongs to staff on a connection of its own, in
//! transactions of a row or two, so that neither the window nor a visitor's commit waits for it.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::code;
use crate::domain::audit::{Act, Actor, Deed};
use crate::domain::name::Name;
use crate::domain::pin::Pin;
use crate::domain::staff::{Figures, Staff, StaffId};
use crate::flow::staff::{Event, Locked, Permission, Refusal, Verdict};
use crate::i18n::{Lang, Words};
use crate::runtime::clock::Clock;
use crate::security::lockout::{Lockout, Stored};
use crate::security::pin::PinHash;
use crate::storage::{Attempt, Book, BookHealth, BookSettings, DataFolder, StorageError, Typed};

/// How many jobs may wait.
const QUEUE: usize = 16;
/// How often what remains of a lock is stored while it runs off.
const STORE: Duration = Duration::from_secs(5);

/// What the thread is asked to do.
#[derive(Debug)]
pub(super) enum Job {
    /// Look whose PIN it is.
    Check { ticket: u64, figures: Figures, permission: Option<Permission> },
    /// Set the first administrator's PIN.
    FirstPin { ticket: u64, pin: Pin },
    /// Write down that the panel was locked.
    LogLock { staff: StaffId, why: Locked },
    /// Write down that the program was ended.
    LogExit { by: StaffId },
    /// Read the figures of the book.
    Health,
    /// Finish what was sent before, then stop.
    Stop,
}

/// What comes back.
pub(super) enum Answer {
    /// For the machine.
    Event(Event),
    /// The figures of the book, if it can be read.
    Health(Option<BookHealth>),
}

/// What is called with every answer.
pub(super) type Give = Box<dyn Fn(Answer) + Send>;

/// The job was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Busy;

/// The thread; it finishes and ends when this is dropped.
pub(super) struct StaffDesk {
    jobs: SyncSender<Job>,
    thread: Option<JoinHandle<()>>,
}

impl StaffDesk {
    /// Starts the thread. It first tells how the lock of the pad stands, and gives a one-time code when nobody is
    /// administrator.
    pub(super) fn spawn(
        folder: DataFolder,
        settings: BookSettings,
        clock: Box<dyn Clock>,
        give: Give,
    ) -> io::Result<Self> {
        let (jobs, inbox) = sync_channel(QUEUE);
        let thread = thread::Builder::new().name("staff-desk".to_owned()).spawn(move || {
            Clerk { folder, settings, clock, give, book: None, lock: None, stored: None, code: None }.run(&inbox);
        })?;
        Ok(Self { jobs, thread: Some(thread) })
    }

    /// Hands a job over without waiting.
    pub(super) fn send(&self, job: Job) -> Result<(), Busy> {
        self.jobs.try_send(job).map_err(|_| Busy)
    }
}

impl Drop for StaffDesk {
    fn drop(&mut self) {
        // A thread that is gone already needs no word.
        let _ = self.jobs.send(Job::Stop);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the staff's desk had panicked");
        }
    }
}

struct Clerk {
    folder: DataFolder,
    settings: BookSettings,
    clock: Box<dyn Clock>,
    give: Give,
    book: Option<Book>,
    /// `None` until the stored lock could be read: no PIN is looked at before.
    lock: Option<Lockout>,
    /// The lock as it stands in the book; `None` when that is not known.
    stored: Option<Stored>,
    code: Option<PinHash>,
}

impl Clerk {
    fn run(mut self, jobs: &Receiver<Job>) {
        self.begin();
        loop {
            let job = if self.lock_moved() {
                match jobs.recv_timeout(STORE) {
                    Ok(job) => job,
                    Err(RecvTimeoutError::Timeout) => {
                        self.store_lock();
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => Job::Stop,
                }
            } else {
                jobs.recv().unwrap_or(Job::Stop)
            };
            match job {
                Job::Check { ticket, figures, permission } => {
                    let verdict = self.check(&figures, permission);
                    (self.give)(Answer::Event(Event::Checked { ticket, verdict }));
                }
                Job::FirstPin { ticket, pin } => {
                    let outcome = self.first_pin(&pin);
                    (self.give)(Answer::Event(Event::FirstPin { ticket, outcome }));
                }
                Job::LogLock { staff, why } => self.log(Act::PanelLocked, staff, reason(why)),
                Job::LogExit { by } => self.log(Act::KioskLeft, by, ""),
                Job::Health => {
                    let health = self.with_book(|book, _| book.health()).ok();
                    (self.give)(Answer::Health(health));
                }
                Job::Stop => break,
            }
        }
        if self.lock_moved() {
            self.store_lock();
        }
        if self.code.is_some() {
            code::withdraw(&self.folder);
        }
    }

    /// Reads the lock, and gives a code when nobody is administrator. Tried again with the next PIN when the book
    /// cannot be read.
    fn begin(&mut self) {
        let now = self.clock.mono();
        let read = self.with_book(|book, _| Ok((book.pin_lock()?, book.has_administrator()?)));
        let Ok((stored, administrator)) = read else { return };
        let mut lock = Lockout::restored(stored, now);
        let (left, closed) = (lock.tries_left(), lock.remaining(now));
        self.lock = Some(lock);
        self.stored = Some(stored);
        (self.give)(Answer::Event(Event::LockStands { left, closed }));
        if administrator {
            code::withdraw(&self.folder);
        } else {
            match code::issue(&self.folder) {
                Ok(hash) => self.code = Some(hash),
                Err(error) => tracing::error!(%error, "no one-time code could be given"),
            }
        }
    }

    /// Whether the lock stands elsewhere by now than the book says: it runs off, or has run off.
    fn lock_moved(&mut self) -> bool {
        let now = self.clock.mono();
        self.lock.as_mut().is_some_and(|lock| Some(lock.stored(now)) != self.stored)
    }

    fn store_lock(&mut self) {
        let now = self.clock.mono();
        let Some(standing) = self.lock.as_mut().map(|lock| lock.stored(now)) else { return };
        // A fault is logged by `with_book`; the lock itself goes on running here.
        self.stored = self.with_book(|book, _| book.store_pin_lock(standing)).ok().map(|()| standing);
    }

    fn check(&mut self, figures: &Figures, permission: Option<Permission>) -> Verdict {
        if self.lock.is_none() {
            self.begin();
        }
        let Some(mut lock) = self.lock else { return Verdict::Failed };
        let opens = permission.map_or((Act::PanelOpened, ""), |p| (Act::PermissionGiven, p.id()));
        let code = self.code.clone().filter(|_| permission.is_none());
        let attempt = self.with_book(|book, clock| {
            let typed = Typed { figures, opens, code: code.as_ref(), now: clock.mono(), at: clock.utc() };
            book.attempt(&typed, &mut lock)
        });
        // Also when the book failed: the try is counted.
        self.stored = attempt.is_ok().then(|| lock.stored(self.clock.mono()));
        self.lock = Some(lock);
        match attempt {
            Ok(Attempt::Right(staff)) => {
                self.drop_code();
                Verdict::Right(staff)
            }
            Ok(Attempt::Code) => Verdict::Code,
            Ok(Attempt::Wrong { left }) => Verdict::Wrong(left),
            Ok(Attempt::Closed(remaining)) => {
                tracing::warn!(seconds = remaining.as_secs(), "the PIN pad is closed");
                Verdict::Closed(remaining)
            }
            Err(_) => Verdict::Failed,
        }
    }

    fn first_pin(&mut self, pin: &Pin) -> Result<Staff, Refusal> {
        let name = Words::of(Lang::Id).get("staff-first-name");
        let name = Name::from_list(&name).ok_or(Refusal::Failed)?;
        let set = self.with_book(|book, clock| {
            let staff = book.set_first_pin(&name, pin, clock.utc())?;
            book.log(&Deed::of(Actor::Staff(staff.id), Act::PanelOpened), clock.utc())?;
            Ok(staff)
        });
        match set {
            Ok(staff) => {
                self.drop_code();
                Ok(staff)
            }
            Err(StorageError::NotFirst) => {
                self.drop_code();
                Err(Refusal::NotFirst)
            }
            Err(StorageError::PinTaken) => Err(Refusal::Taken),
            Err(_) => Err(Refusal::Failed),
        }
    }

    /// Somebody is administrator: the code counts no more.
    fn drop_code(&mut self) {
        if self.code.is_some() && self.with_book(|book, _| book.has_administrator()).unwrap_or(false) {
            self.code = None;
            code::withdraw(&self.folder);
        }
    }

    fn log(&mut self, act: Act, staff: StaffId, reason: &'static str) {
        let deed = Deed::of(Actor::Staff(staff), act).because(reason);
        // A fault is logged by `with_book`.
        let _ = self.with_book(|book, clock| book.log(&deed, clock.utc()));
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
            tracing::warn!(%error, "the staff's desk cannot use the book");
        }
        done
    }

    fn open(&self) -> Result<Book, StorageError> {
        if !self.folder.book_path().is_file() {
            return Err(StorageError::NoBook);
        }
        Book::open(&self.folder, self.settings.clone())
    }
}

/// The reason code of a locking.
fn reason(why: Locked) -> &'static str {
    match why {
        Locked::ByHand => "by_hand",
        Locked::ByItself => "by_itself",
    }
}

#[cfg(test)]
mod tests;
