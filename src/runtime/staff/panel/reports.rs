//! What Laporan asks, and Kunjungan for taking a file away.

use std::sync::{Arc, Mutex, PoisonError};

use super::Tell;
use crate::domain::report::{Drive, Held, Order, Saved, Trouble};
use crate::domain::staff::StaffId;
use crate::exchange::drives::{self, Drives, SystemDrives};
use crate::exchange::report::lay_out;
use crate::flow::staff::Event;
use crate::flow::staff::page::Reply as AnyReply;
use crate::flow::staff::reports::{Ask, Reply, Sheets};
use crate::runtime::clock::Clock;
use crate::runtime::reports::{self, Issuer, Job, Press, Progress};
use crate::storage::{Book, DataFolder, StorageError};

/// The page's side of the thread.
pub(super) struct Reports {
    folder: DataFolder,
    drives: Arc<dyn Drives>,
    tell: reports::Tell,
    /// `None` until it is known whose reports it makes.
    press: Option<Press>,
    /// The drives as they were last told; `None` while the page was not opened.
    told: Option<Vec<Drive>>,
}

impl Reports {
    pub(super) fn new(folder: DataFolder, tell: Arc<Mutex<Tell>>) -> Self {
        let drives = Arc::new(SystemDrives { data: folder.path().to_owned() });
        let tell = Arc::new(move |ticket, progress| {
            let reply = Ok(AnyReply::Reports(match progress {
                Progress::Percent(percent) => Reply::Progress(percent),
                Progress::Made(saved, recent) => Reply::Made(saved, recent),
                Progress::Released(released) => Reply::Released(released),
            }));
            tell.lock().unwrap_or_else(PoisonError::into_inner)(Event::Replied { ticket, reply });
        });
        Self { folder, drives, tell, press: None, told: None }
    }

    /// Whose reports are made from now on.
    pub(super) fn issue_for(&mut self, issuer: Issuer) {
        if let Some(press) = &mut self.press {
            return press.issue_for(issuer);
        }
        let (drives, tell) = (Arc::clone(&self.drives), Arc::clone(&self.tell));
        self.press = Some(Press::new(self.folder.clone(), issuer, drives, tell));
    }

    /// Whose reports are made; `None` until that is known.
    pub(super) fn issuer(&self) -> Option<&Issuer> {
        self.press.as_ref().map(Press::issuer)
    }

    /// The panel is locked: nobody looks at drives any more. A file that is being made is finished.
    pub(super) fn rest(&mut self) {
        self.told = None;
    }

    /// Word of the drives, when one has come or gone, or has another room, since the page was last told.
    pub(super) fn look(&mut self) -> Option<Reply> {
        let told = self.told.as_mut()?;
        let drives = self.drives.list();
        if *told == drives {
            return None;
        }
        told.clone_from(&drives);
        Some(Reply::Drives { drives, free: drives::room(self.folder.path()) })
    }

    /// What an ask needs: nothing more, or the book.
    ///
    /// # Errors
    /// It is not known yet whose book this is.
    pub(super) fn asked(
        &mut self,
        ticket: u64,
        by: StaffId,
        ask: Ask,
        clock: &dyn Clock,
    ) -> Result<Asked, StorageError> {
        let press = self.press.as_mut().ok_or(StorageError::NoBook)?;
        let issuer = || press.issuer().clone();
        Ok(Asked::Done(match ask {
            Ask::Open => {
                let drives = self.drives.list();
                self.told = Some(drives.clone());
                let free = drives::room(self.folder.path());
                return Ok(Asked::Open { issuer: issuer(), drives, free, making: press.making() });
            }
            Ask::Preview(order) => return Ok(Asked::Preview { issuer: issuer(), order }),
            Ask::Make(what, place) => {
                begun(press, ticket, Job::Make { what: *what, place, by, at: clock.utc() }, Reply::Progress(0))
            }
            Ask::Release(path) => begun(press, ticket, Job::Release(path), Reply::Releasing),
            Ask::Cancel => {
                press.cancel();
                Reply::Cancelling
            }
            Ask::Folders(path) => Reply::Folders(drives::folders(&path).ok().map(|list| list.names)),
        }))
    }
}

/// Begins a job, or says that it cannot be begun.
fn begun(press: &mut Press, ticket: u64, job: Job, begun: Reply) -> Reply {
    let makes = matches!(job, Job::Make { .. });
    match press.begin(ticket, job) {
        Ok(()) => begun,
        Err(error) => {
            tracing::warn!(%error, "a report cannot be begun");
            if makes {
                Reply::Made(Saved::Failed(Trouble::Failed), Vec::new())
            } else {
                Reply::Released(Err(Held::Busy))
            }
        }
    }
}

/// An ask, as far as it is answered.
pub(super) enum Asked {
    /// Whole.
    Done(Reply),
    /// What was made last is missing.
    Open { issuer: Issuer, drives: Vec<Drive>, free: Option<u64>, making: Option<u64> },
    /// The pages are missing.
    Preview { issuer: Issuer, order: Order },
}

impl Asked {
    /// Answers what is read from the book.
    pub(super) fn answer(self, book: &Book, clock: &dyn Clock) -> Result<Reply, StorageError> {
        let now = clock.utc();
        Ok(match self {
            Self::Done(reply) => reply,
            Self::Open { issuer, drives, free, making } => {
                Reply::Opened { today: issuer.day(now), drives, free, recent: reports::recent(book, &issuer)?, making }
            }
            Self::Preview { issuer, order } => {
                let document = match order.report() {
                    Some(kind) => reports::document(book, &issuer, (kind, order.span), order.choices, now)?,
                    None => reports::example(book, &issuer, &order)?,
                };
                Reply::Preview(Sheets(lay_out(&document).into()))
            }
        })
    }
}
