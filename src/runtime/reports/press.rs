//! The thread that makes a file or lets go of a drive: one thing at a time, so that neither the window nor the panel's
//! other pages wait for it. It finishes also when the panel is locked meanwhile.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use chrono::{DateTime, Utc};

use super::Issuer;
use super::make::{self, Maker};
use crate::domain::report::{Held, Place, Saved, Wanted};
use crate::domain::staff::StaffId;
use crate::exchange::drives::Drives;
use crate::flow::staff::reports::Recent;
use crate::storage::DataFolder;

/// What it is to do.
#[derive(Debug, Clone)]
pub enum Job {
    /// Make a file.
    Make {
        /// What.
        what: Wanted,
        /// Where to.
        place: Place,
        /// Who ordered it.
        by: StaffId,
        /// When.
        at: DateTime<Utc>,
    },
    /// Let go of the drive that is mounted there.
    Release(PathBuf),
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// So far, in hundredths.
    Percent(u8),
    /// The file is made, or not; and the files that were made last.
    Made(Saved, Vec<Recent>),
    /// The drive is let go of, or not.
    Released(Result<(), Held>),
}

/// What is called with the ticket of a job and how far it is; on the thread, so it must pass it on at once.
pub type Tell = Arc<dyn Fn(u64, Progress) + Send + Sync>;

/// It does something else already, or the system gives no thread.
#[derive(Debug, thiserror::Error)]
pub enum Busy {
    /// One thing at a time.
    #[error("a report is still being made")]
    Working,
    /// No thread.
    #[error("the system gives no thread")]
    NoThread(#[from] io::Error),
}

/// What makes files.
pub struct Press {
    folder: DataFolder,
    issuer: Issuer,
    drives: Arc<dyn Drives>,
    tell: Tell,
    running: Option<Running>,
}

struct Running {
    ticket: u64,
    makes: bool,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Press {
    /// A press that stands still.
    #[must_use]
    pub fn new(folder: DataFolder, issuer: Issuer, drives: Arc<dyn Drives>, tell: Tell) -> Self {
        Self { folder, issuer, drives, tell, running: None }
    }

    /// From the next file on, reports are this library's: the configuration was changed.
    pub fn issue_for(&mut self, issuer: Issuer) {
        self.issuer = issuer;
    }

    /// Whose reports it makes.
    #[must_use]
    pub fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// Where drives come from.
    #[must_use]
    pub fn drives(&self) -> &dyn Drives {
        self.drives.as_ref()
    }

    /// Begins a job; how far it is comes under `ticket`.
    ///
    /// # Errors
    /// It works already, or the system gives no thread.
    pub fn begin(&mut self, ticket: u64, job: Job) -> Result<(), Busy> {
        if self.working().is_some() {
            return Err(Busy::Working);
        }
        let stop = Arc::new(AtomicBool::new(false));
        let (tell, drives, stopped) = (Arc::clone(&self.tell), Arc::clone(&self.drives), Arc::clone(&stop));
        let maker =
            Maker { folder: self.folder.clone(), issuer: self.issuer.clone(), drives: Arc::clone(&self.drives) };
        let makes = matches!(job, Job::Make { .. });
        let thread = thread::Builder::new().name("staff-report".to_owned()).spawn(move || match job {
            Job::Make { what, place, by, at } => {
                let told = AtomicLast::default();
                let goes_on = |percent| {
                    if told.rises(percent) {
                        tell(ticket, Progress::Percent(percent));
                    }
                    !stopped.load(Ordering::Relaxed)
                };
                let saved = maker.make(&what, &place, by, at, &goes_on);
                tell(ticket, Progress::Made(saved, make::recent_in(&maker)));
            }
            Job::Release(path) => tell(ticket, Progress::Released(drives.release(&path))),
        })?;
        self.running = Some(Running { ticket, makes, stop, thread });
        Ok(())
    }

    /// The ticket under which a file is being made.
    #[must_use]
    pub fn making(&self) -> Option<u64> {
        self.working().filter(|r| r.makes).map(|r| r.ticket)
    }

    /// Stops making a file; nothing is left of it.
    pub fn cancel(&self) {
        if let Some(running) = &self.running {
            running.stop.store(true, Ordering::Relaxed);
        }
    }

    fn working(&self) -> Option<&Running> {
        self.running.as_ref().filter(|r| !r.thread.is_finished())
    }
}

impl Drop for Press {
    /// The program ends: what is half made is given up, what is all but finished is finished.
    fn drop(&mut self) {
        self.cancel();
        if let Some(running) = self.running.take()
            && running.makes
            && running.thread.join().is_err()
        {
            tracing::error!("making a report had panicked");
        }
    }
}

/// The last figure that was told, so that each is told once.
#[derive(Default)]
struct AtomicLast(std::sync::atomic::AtomicU8);

impl AtomicLast {
    fn rises(&self, percent: u8) -> bool {
        self.0.fetch_max(percent, Ordering::Relaxed) < percent
    }
}
