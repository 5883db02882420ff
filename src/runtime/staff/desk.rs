//! The thread behind the PIN pad. It hashes, and reads and writes what belongs to staff on a connection of its own, in
//! transactions of a row or two, so that neither the window nor a visitor's commit waits for it.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::code;
use super::service::Service;
use super::shelf::Shelf;
use crate::domain::audit::{Act, Actor, Deed};
use crate::domain::name::Name;
use crate::domain::pin::Pin;
use crate::domain::staff::{Figures, Staff, StaffId};
use crate::flow::staff::{Event, Locked, Permission, Refusal, Verdict};
use crate::i18n::{Lang, Words};
use crate::runtime::clock::Clock;
use crate::security::lockout::{Lockout, Stored};
use crate::security::pin::PinHash;
use crate::storage::{Attempt, BookHealth, BookSettings, DataFolder, StorageError, Typed};

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

/// Starts the thread. It first tells how the lock of the pad stands, and gives a one-time code when nobody is
/// administrator.
pub(super) fn spawn(
    folder: DataFolder,
    settings: BookSettings,
    clock: Box<dyn Clock>,
    give: Give,
) -> io::Result<Service<Job>> {
    let clerk = Clerk { shelf: Shelf::new(folder, settings, clock), give, lock: None, stored: None, code: None };
    Service::spawn("staff-desk", move |jobs| clerk.run(jobs))
}

struct Clerk {
    shelf: Shelf,
    give: Give,
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
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            } else {
                let Ok(job) = jobs.recv() else { break };
                job
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
                    let health = self.shelf.with(|book, _| book.health()).ok();
                    (self.give)(Answer::Health(health));
                }
            }
        }
        if self.lock_moved() {
            self.store_lock();
        }
        if self.code.is_some() {
            code::withdraw(&self.shelf.folder);
        }
    }

    /// Reads the lock, and gives a code when nobody is administrator. Tried again with the next PIN when the book
    /// cannot be read.
    fn begin(&mut self) {
        let now = self.shelf.clock.mono();
        let read = self.shelf.with(|book, _| Ok((book.pin_lock()?, book.has_administrator()?)));
        let Ok((stored, administrator)) = read else { return };
        let mut lock = Lockout::restored(stored, now);
        let (left, closed) = (lock.tries_left(), lock.remaining(now));
        self.lock = Some(lock);
        self.stored = Some(stored);
        (self.give)(Answer::Event(Event::LockStands { left, closed }));
        if administrator {
            code::withdraw(&self.shelf.folder);
        } else {
            match code::issue(&self.shelf.folder) {
                Ok(hash) => self.code = Some(hash),
                Err(error) => tracing::error!(%error, "no one-time code could be given"),
            }
        }
    }

    /// Whether the lock stands elsewhere by now than the book says: it runs off, or has run off.
    fn lock_moved(&mut self) -> bool {
        let now = self.shelf.clock.mono();
        self.lock.as_mut().is_some_and(|lock| Some(lock.stored(now)) != self.stored)
    }

    fn store_lock(&mut self) {
        let now = self.shelf.clock.mono();
        let Some(standing) = self.lock.as_mut().map(|lock| lock.stored(now)) else { return };
        // A fault is logged by the shelf; the lock itself goes on running here.
        self.stored = self.shelf.with(|book, _| book.store_pin_lock(standing)).ok().map(|()| standing);
    }

    fn check(&mut self, figures: &Figures, permission: Option<Permission>) -> Verdict {
        if self.lock.is_none() {
            self.begin();
        }
        let Some(mut lock) = self.lock else { return Verdict::Failed };
        let opens = permission.map_or((Act::PanelOpened, ""), |p| (Act::PermissionGiven, p.id()));
        let code = self.code.clone().filter(|_| permission.is_none());
        let attempt = self.shelf.with(|book, clock| {
            let typed = Typed { figures, opens, code: code.as_ref(), now: clock.mono(), at: clock.utc() };
            book.attempt(&typed, &mut lock)
        });
        // Also when the book failed: the try is counted.
        self.stored = attempt.is_ok().then(|| lock.stored(self.shelf.clock.mono()));
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
        let set = self.shelf.with(|book, clock| {
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
        if self.code.is_some() && self.shelf.with(|book, _| book.has_administrator()).unwrap_or(false) {
            self.code = None;
            code::withdraw(&self.shelf.folder);
        }
    }

    fn log(&mut self, act: Act, staff: StaffId, reason: &'static str) {
        let deed = Deed::of(Actor::Staff(staff), act).because(reason);
        // A fault is logged by the shelf.
        let _ = self.shelf.with(|book, clock| book.log(&deed, clock.utc()));
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
