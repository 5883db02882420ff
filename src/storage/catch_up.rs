//! What no visitor waits for: the words by which visits are found, the sums of months that are over, and the care of the log.

use chrono::{DateTime, Utc};
use rusqlite::{Row, TransactionBehavior};

use super::book::Book;
use super::error::StorageError;
use super::{search, summed};

impl Book {
    /// Leaves the book as the next visitor's commit finds it best, when nobody waits: what stands in the write-ahead log is
    /// moved into the book's file, what waits is caught up with, and the log is begun anew. The commit that begins it
    /// syncs it twice; those that follow write over what it held before and sync once.
    ///
    /// # Errors
    /// As [`Self::catch_up`].
    pub fn settle(&mut self, now: DateTime<Utc>) -> Result<(), StorageError> {
        self.checkpoint(false)?;
        self.catch_up(now)?;
        if self.log_is_moved()? { self.probe() } else { Ok(()) }
    }

    /// Whether everything that stands in the log is in the book's file as well, so that the next commit begins it anew.
    fn log_is_moved(&self) -> Result<bool, StorageError> {
        let frames = |r: &Row<'_>| Ok((r.get::<_, i64>("log")?, r.get::<_, i64>("checkpointed")?));
        let (written, moved) = self.conn.query_row("PRAGMA wal_checkpoint(NOOP)", [], frames)?;
        Ok(written == moved)
    }

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
