//! What no visitor waits for: the words by which visits are found, and the sums of months that are over.

use chrono::{DateTime, Utc};
use rusqlite::TransactionBehavior;

use super::book::Book;
use super::error::StorageError;
use super::{search, summed};

impl Book {
    /// Enters the words of the visits that wait for them, and sums the months that ended before `now`, each in a transaction
    /// of its own, so that a visitor who comes meanwhile waits a few milliseconds at most. Where nothing is due, nothing
    /// is written. To be called when nobody waits; whoever reads the book finds the same with it and without.
    ///
    /// # Errors
    /// SQLite refused; what is done so far stays done, and the next call goes on.
    pub fn catch_up(&mut self, now: DateTime<Utc>) -> Result<(), StorageError> {
        self.in_place()?;
        if search::waits(&self.conn)? {
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            search::enter_waiting(&tx)?;
            tx.commit()?;
        }
        let running = self.local(now).date.format("%Y-%m").to_string();
        while summed::due(&self.conn, &running)?.is_some() {
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Asked again inside: another connection may have been quicker.
            if let Some(month) = summed::due(&tx, &running)? {
                summed::sum_up(&tx, &month)?;
            }
            tx.commit()?;
        }
        Ok(())
    }
}
