//! What Kesehatan sistem asks.

use crate::flow::staff::health::{Ask, Checked, Reply};
use crate::runtime::clock::Clock;
use crate::storage::{Book, StorageError};

pub(super) fn answer(book: &mut Book, clock: &dyn Clock, ask: Ask) -> Result<Reply, StorageError> {
    match ask {
        Ask::Verify => {
            let failed = book.verify()?.into_iter().filter(|check| !check.ok).map(|check| check.name).collect();
            Ok(Reply::Verified(Checked { at: clock.utc(), failed }))
        }
    }
}
