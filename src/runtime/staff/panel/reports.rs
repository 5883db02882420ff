//! What Laporan asks.

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
use crate::storage::{Book, BookSettings, DataFolder, StorageError};

/// The page's side of the thread.
pub(super) struct Reports {
    press: Press,
    folder: DataFolder,
    /// The drives as they were last told; `None` while the page was not opened.
    told: Option<Vec<Drive>>,
}

impl Reports {
    pub(super) fn new(folder: DataFolder, settings: BookSettings, issuer: Issuer, tell: Arc<Mutex<Tell>>) -> Self {
        let drives: Arc<dyn Drives> = Arc::new(SystemDrives { data: folder.path().to_owned() });
        let tell = Arc::new(move |ticket, progress| {
            let reply = Ok(AnyReply::Reports(match progress {
                Progress::Percent(percent) => Reply::Progress(percent),
                Progress::Made(saved, recent) => Reply::Made(saved, recent),
                Progress::Released(released) => Reply::Released(released),
            }));
            tell.lock().unwrap_or_else(PoisonError::into_inner)(Event::Replied { ticket, reply });
        });
        Self { press: Press::new(folder.clone(), settings, issuer, drives, tell), folder, told: None }
    }

    /// The panel is locked: nobody looks at drives any more. A file that is being made is finished.
    pub(super) fn rest(&mut self) {
        self.told = None;
    }

    /// Word of the drives, when one has come or gone, or has another room, since the page was last told.
    pub(super) fn look(&mut self) -> Option<Reply> {
        let told = self.told.as_mut()?;
        let drives = self.press.drives().list();
        if *told == drives {
            return None;
        }
        told.clone_from(&drives);
        Some(Reply::Drives { drives, free: drives::room(self.folder.path()) })
    }

    /// What an ask needs: nothing more, or the book.
    pub(super) fn asked(&mut self, ticket: u64, by: StaffId, ask: Ask, clock: &dyn Clock) -> Asked {
        Asked::Done(match ask {
            Ask::Open => {
                let drives = self.press.drives().list();
                self.told = Some(drives.clone());
                let free = drives::room(self.folder.path());
                return Asked::Open { issuer: self.press.issuer().clone(), drives, free, making: self.press.making() };
            }
            Ask::Preview(order) => return Asked::Preview { issuer: self.press.issuer().clone(), order },
            Ask::Make(order, place) => {
                self.begin(ticket, Job::Make { order, place, by, at: clock.utc() }, Reply::Progress(0))
            }
            Ask::Release(path) => self.begin(ticket, Job::Release(path), Reply::Releasing),
            Ask::Cancel => {
                self.press.cancel();
                Reply::Cancelling
            }
            Ask::Folders(path) => Reply::Folders(drives::folders(&path).ok().map(|list| list.names)),
        })
    }

    fn begin(&mut self, ticket: u64, job: Job, begun: Reply) -> Reply {
        let makes = matches!(job, Job::Make { .. });
        match self.press.begin(ticket, job) {
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
                    None => reports::example(book, &issuer, &order, now)?,
                };
                Reply::Preview(Sheets(lay_out(&document).into()))
            }
        })
    }
}
