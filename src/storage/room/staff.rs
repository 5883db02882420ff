//! What staff do in the room. Each act stands in the audit log, in its own transaction.

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

use super::super::audit;
use super::super::book::{Book, moment};
use super::super::error::StorageError;
use super::super::rows::visit_id;
use super::{Desk, ms, refused};
use crate::domain::audit::{Act, Actor, Deed, SeatTag, Subject};
use crate::domain::internet::{
    Left, Refusal, RepairReason, RoomNote, Seated, SessionEnd, SessionId, SessionPerson, TicketId, TidyPoint,
    TidyReason,
};
use crate::domain::name::Name;
use crate::domain::staff::StaffId;
use crate::domain::visit::VisitId;

impl Book {
    /// Ends a session for its visitor; one that has ended meanwhile stays as it ended.
    ///
    /// # Errors
    /// Nothing was changed; [`StorageError::NotSeated`] when there is no such session.
    pub fn free_seat(&mut self, session: SessionId, by: StaffId, at: DateTime<Utc>) -> Result<Left, StorageError> {
        self.in_room(|desk| {
            if let Some(open) = desk.open(session)? {
                desk.end(&open, SessionEnd::Staff, at)?;
                desk.settle(at)?;
                let deed = Deed::of(Actor::Staff(by), Act::SeatFreed).to(desk.visit_of(session)?);
                audit::append(desk.conn, &deed, at)?;
            }
            desk.left(session)?.map_or_else(|| refused(Refusal::Ended), Ok)
        })
    }

    /// The session of a visit, while it is open.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn open_session_of(&self, visit: VisitId) -> Result<Option<SessionId>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT s.n FROM internet_session s JOIN visit v ON v.n = s.visit_n
             WHERE v.id = ?1 AND s.ended_at_ms IS NULL",
        )?;
        let n: Option<i64> = query.query_row([visit.0.as_bytes().as_slice()], |r| r.get(0)).optional()?;
        Ok(n.map(SessionId))
    }

    /// Moves a session to another free computer.
    ///
    /// # Errors
    /// Nothing was changed; [`StorageError::NotSeated`] says why not.
    pub fn move_session(
        &mut self,
        session: SessionId,
        to: &str,
        by: StaffId,
        at: DateTime<Utc>,
    ) -> Result<Seated, StorageError> {
        self.in_room(|desk| {
            let seated = desk.move_to(session, to, at)?;
            let deed = Deed::of(Actor::Staff(by), Act::SeatMoved).to(desk.visit_of(session)?).fields(&["seat"]);
            audit::append(desk.conn, &deed, at)?;
            Ok(seated)
        })
    }

    /// Gives a computer to a queue number, whatever its turn.
    ///
    /// # Errors
    /// Nothing was changed; [`StorageError::NotSeated`] says why not.
    pub fn assign_seat(
        &mut self,
        ticket: TicketId,
        seat: &str,
        by: StaffId,
        at: DateTime<Utc>,
    ) -> Result<Seated, StorageError> {
        self.in_room(|desk| {
            let seated = desk.assign(ticket, seat, at)?;
            let deed = Deed::of(Actor::Staff(by), Act::SeatAssigned).to(desk.visit_of(seated.session)?);
            audit::append(desk.conn, &deed, at)?;
            Ok(seated)
        })
    }

    /// Closes a computer for repair. Whoever sits there may finish; a number that was called to it is called elsewhere.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn close_for_repair(
        &mut self,
        seat: &str,
        reason: RepairReason,
        by: StaffId,
        at: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        self.in_room(|desk| {
            desk.conn
                .prepare_cached(
                    "INSERT INTO broken_seat (seat, reason, since_ms, staff_id) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT DO UPDATE SET reason = excluded.reason, staff_id = excluded.staff_id",
                )?
                .execute((seat, reason.id(), ms(at), by.0))?;
            let deed = Deed::of(Actor::Staff(by), Act::SeatClosed).because(reason.id());
            audit::append(desk.conn, &deed.to(Subject::Seat(SeatTag::of(seat))), at)?;
            desk.settle(at)
        })
    }

    /// Opens a computer again that staff had closed.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn reopen_seat(&mut self, seat: &str, by: StaffId, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.in_room(|desk| {
            let opened = desk.conn.prepare_cached("DELETE FROM broken_seat WHERE seat = ?1")?.execute([seat])?;
            if opened > 0 {
                let deed = Deed::of(Actor::Staff(by), Act::SeatReopened).to(Subject::Seat(SeatTag::of(seat)));
                audit::append(desk.conn, &deed, at)?;
            }
            desk.settle(at)
        })
    }

    /// Ends every queue number; answers how many. Their visits stay recorded.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn clear_queue(&mut self, by: StaffId, at: DateTime<Utc>) -> Result<usize, StorageError> {
        self.in_room(|desk| {
            let tickets = desk.tickets()?;
            for ticket in &tickets {
                desk.set_state(ticket.id, "cleared")?;
            }
            if !tickets.is_empty() {
                audit::append(desk.conn, &Deed::of(Actor::Staff(by), Act::QueueCleared), at)?;
            }
            Ok(tickets.len())
        })
    }

    /// The name of whoever uses a computer. That staff looked stands in the log.
    ///
    /// # Errors
    /// [`StorageError::NotSeated`] when the session has ended.
    pub fn who_sits(
        &mut self,
        session: SessionId,
        by: StaffId,
        at: DateTime<Utc>,
    ) -> Result<SessionPerson, StorageError> {
        self.in_room(|desk| {
            if desk.open(session)?.is_none() {
                return refused(Refusal::Ended);
            }
            let deed = Deed::of(Actor::Staff(by), Act::NameShown).to(desk.visit_of(session)?);
            audit::append(desk.conn, &deed, at)?;
            let mut query = desk.conn.prepare_cached(
                "SELECT v.name, p.name FROM internet_session s JOIN visit v ON v.n = s.visit_n
                 LEFT JOIN staff p ON p.id = s.allowed_by WHERE s.n = ?1",
            )?;
            let (name, staff): (Option<String>, Option<String>) =
                query.query_row([session.0], |r| Ok((r.get(0)?, r.get(1)?)))?;
            let name_of = |text: Option<String>| text.as_deref().and_then(Name::from_list);
            Ok(SessionPerson { name: name_of(name), allowed_by: name_of(staff) })
        })
    }

    /// What visitors reported and nobody has seen to yet, oldest first.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn room_notes(&self) -> Result<Vec<RoomNote>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT n, at_ms, seat, points, reason FROM room_note WHERE done_at_ms IS NULL ORDER BY n",
        )?;
        let mut rows = query.query([])?;
        let mut notes = Vec::new();
        while let Some(r) = rows.next()? {
            let reason = TidyReason::from_id(&r.get::<_, String>(4)?);
            notes.push(RoomNote {
                n: r.get(0)?,
                at: moment(r.get(1)?)?.with_timezone(&self.settings.zone).naive_local(),
                seat: r.get(2)?,
                points: r.get::<_, String>(3)?.split_whitespace().filter_map(TidyPoint::from_id).collect(),
                reason: reason.ok_or_else(|| StorageError::Damaged("the reason of a note".to_owned()))?,
            });
        }
        Ok(notes)
    }

    /// Ticks a note off; one that was ticked off already stays so.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn tick_note_off(&mut self, note: i64, by: StaffId, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.in_room(|desk| {
            let ticked = desk
                .conn
                .prepare_cached(
                    "UPDATE room_note SET done_at_ms = ?2, done_by = ?3 WHERE n = ?1 AND done_at_ms IS NULL",
                )?
                .execute((note, ms(at), by.0))?;
            if ticked > 0 {
                let mut query = desk
                    .conn
                    .prepare_cached("SELECT v.id FROM room_note r JOIN visit v ON v.n = r.visit_n WHERE r.n = ?1")?;
                let id: [u8; 16] = query.query_row([note], |r| r.get(0))?;
                let deed = Deed::of(Actor::Staff(by), Act::NoteTicked).to(Subject::Visit(visit_id(&id)));
                audit::append(desk.conn, &deed, at)?;
            }
            Ok(())
        })
    }
}

impl Desk<'_> {
    pub(super) fn open_notes(&self) -> Result<u32, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT count(*) FROM room_note WHERE done_at_ms IS NULL")?;
        Ok(query.query_row([], |r| r.get(0))?)
    }

    fn visit_of(&self, session: SessionId) -> Result<Subject, StorageError> {
        let mut query = self
            .conn
            .prepare_cached("SELECT v.id FROM internet_session s JOIN visit v ON v.n = s.visit_n WHERE s.n = ?1")?;
        let id: Option<VisitId> =
            query.query_row([session.0], |r| r.get::<_, [u8; 16]>(0)).optional()?.as_ref().map(visit_id);
        Ok(id.map_or(Subject::None, Subject::Visit))
    }
}
