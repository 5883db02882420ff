//! The book on disk: SQLite behind one named worker thread.
//!
//! [`folder::prepare`] checks the data folder, [`InstanceLock`] keeps a second kiosk away, [`Book`] is one open
//! connection with synchronous calls, and [`Worker`] is what a window talks to: jobs in, answers out.

mod amend;
mod audit;
mod audit_kept;
mod backup;
mod book;
mod catch_up;
mod connection;
mod dashboard;
pub mod demo;
mod erase;
mod error;
pub mod folder;
mod health;
mod histogram;
mod internet_figures;
mod listed;
mod lock;
mod lookup;
mod members;
mod months;
mod pages;
mod record;
mod recount;
mod regulars;
mod report_figures;
mod request;
mod room;
mod rows;
mod search;
mod staff;
mod statistics;
mod summed;
mod totals;
mod turned_away;
mod verify;
mod worker;

pub use backup::{SET_ASIDE_FILE, restore};
pub use book::{Book, BookSettings};
pub use erase::Erased;
pub use error::{Fault, StorageError};
pub use folder::{DataFolder, FolderError};
pub use health::{BookHealth, LastCheck};
pub use histogram::{Histogram, Measure};
pub use lock::InstanceLock;
pub use members::{ImportCounts, ImportInfo, MemberBatch, OnProgress, Takeover};
pub use rows::VisitRow;
pub use staff::{Attempt, PinChange, StaffRow, Typed};
pub use statistics::WEEKDAYS;
pub use verify::Check;
pub use worker::{Answer, Busy, Job, OnAnswer, Worker};
