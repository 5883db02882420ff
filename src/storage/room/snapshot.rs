//! The room as it is now.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::super::book::{Book, moment};
use super::super::error::StorageError;
use super::Desk;
use crate::domain::internet::{
    MAX_WRONG_PROOFS, Proof, RepairReason, Room, Seat, SeatGroup, SeatNow, SeatState, SeatUse, SessionId, Taken,
    Ticket, TicketState,
};
use crate::domain::name::Name;

impl Book {
    /// The room at `now`, read in one transaction.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn room(&self, now: DateTime<Utc>) -> Result<Room, StorageError> {
        let tx = self.conn.unchecked_transaction()?;
        let room = Desk::new(&tx, &self.settings).room(now)?;
        tx.finish()?;
        Ok(room)
    }
}

impl Desk<'_> {
    fn room(&self, now: DateTime<Utc>) -> Result<Room, StorageError> {
        let queue = self.tickets()?;
        let broken = self.broken()?;
        let mut taken = self.taken(now, &broken)?;
        let held: HashMap<&str, u32> = queue.iter().filter_map(called).collect();
        let mut seats = Vec::new();
        for seat in &self.rules.seats {
            let usage = if let Some(taken) = taken.remove(&seat.name) {
                SeatUse::Taken(taken)
            } else if seat.state == SeatState::Broken {
                SeatUse::Broken { reason: None }
            } else if let Some(reason) = broken.get(&seat.name) {
                SeatUse::Broken { reason: Some(*reason) }
            } else if let Some(number) = held.get(seat.name.as_str()) {
                SeatUse::Held { number: *number }
            } else {
                SeatUse::Free { since: self.free_since(&seat.name)? }
            };
            seats.push(SeatNow { seat: seat.clone(), usage });
        }
        let mut gone: Vec<_> = taken.into_iter().collect();
        gone.sort_by(|a, b| a.0.cmp(&b.0));
        seats.extend(gone.into_iter().map(|(name, taken)| SeatNow {
            seat: Seat { name, group: SeatGroup::Adult, column: 0, row: 0, state: SeatState::Ready },
            usage: SeatUse::Taken(taken),
        }));
        let mut room = Room { at: now, seats, queue, likely_free: None, notes: self.open_notes()? };
        if room.is_full() {
            let ahead = u32::try_from(room.waiting()).unwrap_or(u32::MAX);
            room.likely_free = self.likely_free(ahead, now)?;
        }
        Ok(room)
    }

    /// Computers that staff closed for repair.
    fn broken(&self) -> Result<HashMap<String, RepairReason>, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT seat, reason FROM broken_seat")?;
        let rows = query.query_map([], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))?;
        rows.map(|row| {
            let (seat, reason) = row?;
            let reason = RepairReason::from_id(&reason);
            Ok((seat, reason.ok_or_else(|| StorageError::Damaged("the reason of a repair".to_owned()))?))
        })
        .collect()
    }

    fn taken(
        &self,
        now: DateTime<Utc>,
        broken: &HashMap<String, RepairReason>,
    ) -> Result<HashMap<String, Taken>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT s.n, s.seat, s.started_at_ms, s.card_number IS NOT NULL, s.wrong_proofs, v.name
             FROM internet_session s JOIN visit v ON v.n = s.visit_n WHERE s.ended_at_ms IS NULL",
        )?;
        let configured: HashSet<&str> = self.rules.seats.iter().map(|seat| seat.name.as_str()).collect();
        let mut rows = query.query([])?;
        let mut taken = HashMap::new();
        while let Some(r) = rows.next()? {
            let seat: String = r.get(1)?;
            let since = moment(r.get(2)?)?;
            let name = r.get::<_, Option<String>>(5)?;
            let name = name.as_deref().and_then(Name::from_list);
            let proof = match (r.get(4)?, r.get(3)?) {
                (MAX_WRONG_PROOFS.., _) => Proof::Staff,
                (_, true) => Proof::CardEnd,
                (_, false) => Proof::ExitCode,
            };
            let longest = self.rules.max_session.and_then(|longest| chrono::TimeDelta::from_std(longest).ok());
            let found = Taken {
                session: SessionId(r.get(0)?),
                since,
                initial: name.as_ref().and_then(|name| name.greeting().chars().next()),
                proof,
                over_long: longest.is_some_and(|longest| now - since > longest),
                closes_for_repair: broken.contains_key(&seat) || !configured.contains(seat.as_str()),
            };
            taken.insert(seat, found);
        }
        Ok(taken)
    }
}

fn called(ticket: &Ticket) -> Option<(&str, u32)> {
    match &ticket.state {
        TicketState::Called { seat, .. } => Some((seat.as_str(), ticket.number)),
        TicketState::Waiting | TicketState::Missed => None,
    }
}
