//! The internet room in the book: sessions, the queue, leaving, closing, and what staff do there.
//!
//! Everything that changes the room happens in a transaction of the book's one writer, through a [`Desk`]; whatever frees
//! or closes a computer ends with [`Desk::settle`], so that nobody waits while a computer is free.

mod end;
mod leave;
mod queue;
mod rating;
mod snapshot;
mod staff;
mod take;
mod tend;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rusqlite::{Connection, TransactionBehavior};

use super::book::{Book, BookSettings};
use super::error::StorageError;
use crate::domain::internet::{Ask, Refusal, Reply, RoomRules};

/// The room within one transaction.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    conn: &'a Connection,
    rules: &'a RoomRules,
    zone: Tz,
}

impl<'a> Desk<'a> {
    pub(super) const fn new(conn: &'a Connection, settings: &'a BookSettings) -> Self {
        Self { conn, rules: &settings.room, zone: settings.zone }
    }
}

impl Book {
    /// Answers an ask of the visitor's walk; each is one transaction.
    ///
    /// # Errors
    /// Nothing was changed: SQLite refused, or what was asked about is unknown.
    pub fn answer(&mut self, ask: &Ask) -> Result<Reply, StorageError> {
        let reply = self.in_room(|desk| match ask {
            Ask::Identify(leaving) => desk.identify(leaving).map(Reply::Identified),
            Ask::CheckOut(out) => desk.check_out(out).map(Reply::Left),
            Ask::KeepTidying { session, since } => desk.keep_tidying(*session, *since).map(|()| Reply::Noted),
            Ask::Move { session, to, at } => desk.move_to(*session, to, *at).map(Reply::Seated),
            Ask::Claim { ticket, seat, at } => desk.claim(*ticket, seat.as_deref(), *at).map(Reply::Seated),
            Ask::QueueAnew { ticket, at } => desk.queue_anew(*ticket, *at).map(Reply::Queued),
            Ask::TurnedAway { why, at } => desk.turned_away(*why, *at).map(|()| Reply::Noted),
        });
        match reply {
            Err(StorageError::NotSeated(refusal)) => Ok(Reply::Refused(refusal)),
            other => other,
        }
    }

    /// Runs `act` in a transaction of its own; an error leaves nothing of it.
    fn in_room<T>(&mut self, act: impl FnOnce(&Desk<'_>) -> Result<T, StorageError>) -> Result<T, StorageError> {
        self.in_place()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = act(&Desk::new(&tx, &self.settings))?;
        tx.commit()?;
        self.in_place()?;
        Ok(done)
    }
}

const fn refused<T>(refusal: Refusal) -> Result<T, StorageError> {
    Err(StorageError::NotSeated(refusal))
}

fn ms(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}
