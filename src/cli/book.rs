//! The book as the commands open it, and its errors as they end.

use super::failure::Failure;
use crate::config::Config;
use crate::storage::{Book, BookSettings, DataFolder, StorageError};

/// What the book takes from the configuration.
pub(super) fn settings(config: &Config) -> BookSettings {
    crate::runtime::setup::book(config)
}

/// Opens the book for reading beside a running kiosk; in a folder without one an empty book is begun, as the kiosk
/// itself would.
pub(super) fn to_read(folder: &DataFolder, settings: BookSettings) -> Result<Book, Failure> {
    match Book::open_read_only(folder, settings.clone()) {
        Err(StorageError::NoBook) => Ok(Book::open(folder, settings)?),
        opened => Ok(opened?),
    }
}

/// Opens a book that must be there, for an act that would make no sense on a new one.
pub(super) fn existing(folder: &DataFolder) -> Result<Book, Failure> {
    let settings = BookSettings::default();
    drop(Book::open_read_only(folder, settings.clone())?);
    Ok(Book::open(folder, settings)?)
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::AlreadyRunning => Self::Running(error.to_string()),
            other => Self::Failed(other.to_string()),
        }
    }
}
