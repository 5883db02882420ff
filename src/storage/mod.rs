//! The book on disk: SQLite behind one named worker thread.
//!
//! [`folder::prepare`] checks the data folder, [`InstanceLock`] keeps a second kiosk away, [`Book`] is one open
//! connection with synchronous calls, and [`Worker`] is what a window talks to: jobs in, answers out.

mod book;
mod connection;
mod error;
pub mod folder;
mod lock;
mod lookup;
mod record;
mod statistics;
mod totals;
mod worker;

pub use book::{Book, BookSettings};
pub use error::{Fault, StorageError};
pub use folder::{DataFolder, FolderError};
pub use lock::InstanceLock;
pub use statistics::WEEKDAYS;
pub use worker::{Answer, Busy, Job, Worker};
