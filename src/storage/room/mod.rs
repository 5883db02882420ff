//! The internet room in the book: sessions, the queue, leaving, closing, and what staff do there.

use super::book::Book;
use super::error::StorageError;
use crate::domain::internet::{Ask, Reply};

impl Book {
    /// Answers an ask of the visitor's walk; each is one transaction.
    ///
    /// # Errors
    /// Nothing was changed, or SQLite refused.
    pub fn answer(&mut self, ask: &Ask) -> Result<Reply, StorageError> {
        let _ = ask;
        Err(StorageError::OutOfRange("an ask about the internet room"))
    }
}
