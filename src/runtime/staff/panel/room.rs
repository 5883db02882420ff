//! What Ruang internet asks.

use crate::domain::staff::StaffId;
use crate::flow::staff::room::{Ask, Reply, Shown};
use crate::runtime::clock::Clock;
use crate::storage::{Book, StorageError};

/// Does what is asked, by that member of staff, and shows the room as it is then.
pub(super) fn answer(book: &mut Book, clock: &dyn Clock, by: StaffId, ask: Ask) -> Result<Reply, StorageError> {
    let now = clock.utc();
    let done = match ask {
        Ask::Load => Ok(()),
        Ask::Who(session) => {
            return match book.who_sits(session, by, now) {
                Ok(person) => Ok(Reply::Person(session, person)),
                Err(StorageError::NotSeated(refusal)) => Ok(Reply::Refused(refusal, shown(book, clock)?)),
                Err(other) => Err(other),
            };
        }
        Ask::Free(session) => book.free_seat(session, by, now).map(drop),
        Ask::Move { session, to } => book.move_session(session, &to, by, now).map(drop),
        Ask::Assign { ticket, seat } => book.assign_seat(ticket, &seat, by, now).map(drop),
        Ask::Close { seat, reason } => book.close_for_repair(&seat, reason, by, now),
        Ask::Reopen(seat) => book.reopen_seat(&seat, by, now),
        Ask::ClearQueue => book.clear_queue(by, now).map(drop),
        Ask::TickOff(note) => book.tick_note_off(note, by, now),
    };
    match done {
        Ok(()) => Ok(Reply::Room(shown(book, clock)?)),
        Err(StorageError::NotSeated(refusal)) => Ok(Reply::Refused(refusal, shown(book, clock)?)),
        Err(other) => Err(other),
    }
}

fn shown(book: &Book, clock: &dyn Clock) -> Result<Box<Shown>, StorageError> {
    Ok(Box::new(Shown { room: book.room(clock.utc())?, notes: book.room_notes()? }))
}

#[cfg(test)]
mod tests;
