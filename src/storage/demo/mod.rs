//! Demonstration data: invented members and years of invented visits, for trying the kiosk out and for measuring it.

mod dice;
mod people;
mod sessions;
mod visits;

use chrono::{DateTime, Utc};
use rusqlite::TransactionBehavior;

use super::book::Book;
use super::error::StorageError;
use super::recount::Recount;
use super::{listed, search, summed};
pub use people::card_number;

/// What to invent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoPlan {
    /// How many members.
    pub members: u64,
    /// How many visits, about one in 200 of them taken back.
    pub visits: u64,
    /// Over how many years back from `until`.
    pub years: u32,
    /// The same seed gives the same data.
    pub seed: u64,
    /// The last moment of a visit; card dates are around it.
    pub until: DateTime<Utc>,
}

/// Visits of one transaction.
const BATCH: usize = 20_000;

/// Fills a book without visits; an interrupted run leaves one that is refused the next time. Whoever is on its
/// membership list stays there as they are, and the invented ones can be taken off again as the last import.
///
/// # Errors
/// [`StorageError::NotEmpty`] when the book holds a visit; otherwise the disk or SQLite refused.
pub fn fill(book: &mut Book, plan: DemoPlan) -> Result<(), StorageError> {
    let used: bool = book.conn.query_row("SELECT EXISTS (SELECT 1 FROM visit)", [], |r| r.get(0))?;
    if used {
        return Err(StorageError::NotEmpty);
    }
    // Cards are indexed in no order: with the usual small cache every visit would read a page from the disk.
    let usual: i64 = book.conn.pragma_query_value(None, "cache_size", |r| r.get(0))?;
    book.conn.pragma_update(None, "cache_size", -256 * 1024)?;
    let filled = fill_empty(book, plan);
    book.conn.pragma_update(None, "cache_size", usual)?;
    filled
}

fn fill_empty(book: &mut Book, plan: DemoPlan) -> Result<(), StorageError> {
    let today = book.local(plan.until).date;
    if plan.members > 0 {
        let whole_list = !book.members_loaded()?;
        let mut batch = book.member_batch()?;
        for place in 0..plan.members {
            let member = people::member(place, plan.seed, today).ok_or(StorageError::OutOfRange("an invented name"))?;
            batch.put(&member)?;
        }
        batch.leave_listed_ones()?;
        batch.commit(whole_list, "demo-data", 0, plan.until)?;
    }
    let mut stream = visits::Visits::new(book, plan);
    let mut room = sessions::Room::new(&book.settings, plan);
    loop {
        let tx = book.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut written = 0;
        for invented in stream.by_ref().take(BATCH) {
            let invented = invented?;
            super::record::insert(&tx, &invented.visit, invented.local, invented.checkin_ds)?;
            let n = tx.last_insert_rowid();
            if let Some(at) = invented.voided_at {
                tx.prepare_cached(
                    "UPDATE visit SET voided = 1, void_reason = 'visitor', voided_at_ms = ?2 WHERE id = ?1",
                )?
                .execute((invented.visit.id.0.as_bytes().as_slice(), at.timestamp_millis()))?;
            } else if invented.visit.purpose.as_str() == "internet" {
                room.sit(&tx, n, &invented.visit)?;
            }
            written += 1;
        }
        tx.commit()?;
        if written < BATCH {
            break;
        }
    }
    let tx = book.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    Recount::of(&tx)?.write(&tx)?;
    listed::rewrite(&tx)?;
    summed::rebuild(&tx, &today.format("%Y-%m").to_string())?;
    search::enter_waiting(&tx)?;
    tx.commit()?;
    book.conn.execute_batch("PRAGMA optimize")?;
    book.checkpoint(true)
}
