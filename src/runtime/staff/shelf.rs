//! The book as the threads of the staff's side use it: opened when need be, let go after a fault.

use crate::runtime::clock::Clock;
use crate::storage::{Book, BookSettings, DataFolder, StorageError};

/// Where a thread keeps its connection to the book.
pub(super) struct Shelf {
    /// The data folder.
    pub folder: DataFolder,
    /// For opening.
    pub settings: BookSettings,
    /// The time of what is written.
    pub clock: Box<dyn Clock>,
    book: Option<Book>,
}

impl Shelf {
    pub(super) fn new(folder: DataFolder, settings: BookSettings, clock: Box<dyn Clock>) -> Self {
        Self { folder, settings, clock, book: None }
    }

    /// Runs `act` on the book, opening it when need be; a fault closes it. A book that is gone is not made anew here.
    pub(super) fn with<T>(
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
            tracing::warn!(%error, "the staff's side cannot use the book");
        }
        done
    }

    /// Whether a connection is held.
    pub(super) fn is_open(&self) -> bool {
        self.book.is_some()
    }

    /// Lets the connection go until the next use.
    pub(super) fn close(&mut self) {
        self.book = None;
    }

    fn open(&self) -> Result<Book, StorageError> {
        if !self.folder.book_path().is_file() {
            return Err(StorageError::NoBook);
        }
        Book::open(&self.folder, self.settings.clone())
    }
}
