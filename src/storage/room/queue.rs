//! Queue numbers: drawing, calling, holding, claiming (rule 9 of the walk).

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{OptionalExtension, Row};

use super::super::book::{LocalMoment, moment};
use super::super::error::StorageError;
use super::super::histogram::{Measure, read};
use super::super::totals;
use super::take::{Sitting, seated};
use super::{Desk, ms, refused};
use crate::domain::demographics::AgeGroup;
use crate::domain::internet::{Queued, Refusal, Seated, Ticket, TicketId, TicketState, minutes_to_wait};
use crate::domain::period::Period;
use crate::domain::report::Histogram;
use crate::domain::staff::StaffId;
use crate::domain::visit::VisitId;

/// How far back past lengths tell something of today's.
const PAST: TimeDelta = TimeDelta::days(90);

/// A queue number with what is behind it.
struct Queuer {
    ticket: Ticket,
    visit_n: i64,
    card: Option<String>,
    allowed: Option<StaffId>,
    age: Option<AgeGroup>,
}

const TICKET: &str = "SELECT q.n, q.number, q.taken_at_ms, q.state, q.seat, q.called_at_ms, q.visit_n, q.card_number,
    q.allowed_by, v.age_group
  FROM queue_ticket q JOIN visit v ON v.n = q.visit_n";

impl Desk<'_> {
    /// Draws the day's next number for the visit in that row.
    pub(super) fn draw_number(
        &self,
        visit_n: i64,
        card: Option<&str>,
        allowed: Option<StaffId>,
        at: DateTime<Utc>,
    ) -> Result<Queued, StorageError> {
        let number = self.next_number(at)?;
        self.conn
            .prepare_cached(
                "INSERT INTO queue_ticket (visit_n, local_date, number, card_number, taken_at_ms, allowed_by, state)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting')",
            )?
            .execute((visit_n, self.date(at), number, card, ms(at), allowed.map(|staff| staff.0)))?;
        self.queued(TicketId(self.conn.last_insert_rowid()), number, at)
    }

    fn next_number(&self, at: DateTime<Utc>) -> Result<u32, StorageError> {
        let mut query =
            self.conn.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM queue_ticket WHERE local_date = ?1")?;
        Ok(query.query_row([self.date(at)], |r| r.get(0))?)
    }

    fn date(&self, at: DateTime<Utc>) -> String {
        LocalMoment::of(at, self.zone).date.to_string()
    }

    fn queued(&self, ticket: TicketId, number: u32, at: DateTime<Utc>) -> Result<Queued, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT count(*) FROM queue_ticket o, queue_ticket q
             WHERE q.n = ?1 AND o.state = 'waiting' AND (o.local_date, o.number) < (q.local_date, q.number)",
        )?;
        let ahead: u32 = query.query_row([ticket.0], |r| r.get(0))?;
        let likely = self.likely_free(ahead, at)?;
        Ok(Queued { ticket, number, ahead, likely })
    }

    /// When a computer is likely to be free for somebody with so many before them.
    pub(super) fn likely_free(&self, ahead: u32, at: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StorageError> {
        let today = LocalMoment::of(at, self.zone).date;
        let period = Period { from: Some(today - PAST), to: Some(today) };
        let lengths: Histogram = read(self.conn, Measure::Session, None, period)?.buckets().iter().copied().collect();
        let open = self.all_open()?;
        // Whoever sits at a computer that will not be given again makes no place.
        let running: Vec<u32> = open
            .iter()
            .filter(|open| self.rules.usable(&open.seat).is_some())
            .map(|open| totals::minute_bucket(ms(at).saturating_sub(ms(open.started))))
            .collect();
        let minutes = minutes_to_wait(&lengths, &running, usize::try_from(ahead).unwrap_or(usize::MAX));
        Ok(minutes.map(|minutes| at + TimeDelta::minutes(i64::from(minutes))))
    }

    /// What a visit that drew a number before is told again.
    pub(super) fn number_of_visit(&self, id: VisitId) -> Result<Option<Queued>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT q.n, q.number, q.taken_at_ms FROM queue_ticket q JOIN visit v ON v.n = q.visit_n WHERE v.id = ?1",
        )?;
        let found: Option<(i64, u32, i64)> =
            query.query_row([id.0.as_bytes().as_slice()], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
        found.map(|(n, number, taken)| self.queued(TicketId(n), number, moment(taken)?)).transpose()
    }

    /// The number with which a card waits or was called.
    pub(super) fn number_of_card(&self, card: &str) -> Result<Option<u32>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT number FROM queue_ticket WHERE card_number = ?1 AND state IN ('waiting', 'called')",
        )?;
        Ok(query.query_row([card], |r| r.get(0)).optional()?)
    }

    /// A card's latest number that still matters, for the card's lookup.
    pub(in crate::storage) fn ticket_of_card(&self, card: &str) -> Result<Option<Ticket>, StorageError> {
        let sql = format!(
            "{TICKET} WHERE q.card_number = ?1 AND q.state IN ('waiting', 'called', 'missed') ORDER BY q.n DESC LIMIT 1"
        );
        let row = self.conn.prepare_cached(&sql)?.query_row([card], |r| Ok(self.row(r))).optional()?.transpose()?;
        Ok(row.map(|row| row.ticket))
    }

    /// Every number that still matters, in its order.
    pub(super) fn tickets(&self) -> Result<Vec<Ticket>, StorageError> {
        Ok(self.rows()?.into_iter().map(|row| row.ticket).collect())
    }

    fn rows(&self) -> Result<Vec<Queuer>, StorageError> {
        let sql = format!("{TICKET} WHERE q.state IN ('waiting', 'called', 'missed') ORDER BY q.local_date, q.number");
        let mut query = self.conn.prepare_cached(&sql)?;
        let rows = query.query_map([], |r| Ok(self.row(r)))?;
        rows.map(|row| row.map_err(StorageError::from).and_then(|row| row)).collect()
    }

    fn live(&self, ticket: TicketId) -> Result<Option<Queuer>, StorageError> {
        let sql = format!("{TICKET} WHERE q.n = ?1 AND q.state IN ('waiting', 'called', 'missed')");
        self.conn.prepare_cached(&sql)?.query_row([ticket.0], |r| Ok(self.row(r))).optional()?.transpose()
    }

    fn row(&self, r: &Row<'_>) -> Result<Queuer, StorageError> {
        let state = match (r.get::<_, String>(3)?.as_str(), r.get(4)?, r.get::<_, Option<i64>>(5)?) {
            ("called", Some(seat), Some(called)) => {
                TicketState::Called { seat, until: moment(called)? + self.rules.queue_hold }
            }
            ("missed", ..) => TicketState::Missed,
            _ => TicketState::Waiting,
        };
        Ok(Queuer {
            ticket: Ticket { id: TicketId(r.get(0)?), number: r.get(1)?, taken: moment(r.get(2)?)?, state },
            visit_n: r.get(6)?,
            card: r.get(7)?,
            allowed: r.get::<_, Option<i64>>(8)?.map(StaffId),
            age: r.get::<_, Option<String>>(9)?.and_then(|id| AgeGroup::from_id(&id)),
        })
    }

    /// A number takes the computer that is held for it, or another free one; a number that waits or missed its turn takes a
    /// free one while nobody before it waits. A repeated claim answers as the first one.
    pub(super) fn claim(
        &self,
        ticket: TicketId,
        seat: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<Seated, StorageError> {
        let Some(row) = self.live(ticket)? else { return self.claimed_before(ticket) };
        let held = match &row.ticket.state {
            TicketState::Called { seat, .. } => Some(seat.as_str()),
            TicketState::Waiting | TicketState::Missed => None,
        };
        let seat = match seat.or(held) {
            Some(seat) => seat.to_owned(),
            None => match self.free_seat(row.age)? {
                Some(free) => free,
                None => return refused(Refusal::Full),
            },
        };
        if held != Some(seat.as_str()) && !self.is_free(&seat)? {
            return refused(Refusal::SeatTaken { instead: self.free_seat(row.age)? });
        }
        self.seat_ticket(&row, &seat, at)
    }

    /// Staff give a computer to a number, whatever its turn.
    pub(super) fn assign(&self, ticket: TicketId, seat: &str, at: DateTime<Utc>) -> Result<Seated, StorageError> {
        let Some(row) = self.live(ticket)? else { return refused(Refusal::TicketGone) };
        let held = matches!(&row.ticket.state, TicketState::Called { seat: held, .. } if held == seat);
        if !held && !self.is_free(seat)? {
            return refused(Refusal::SeatTaken { instead: self.free_seat(row.age)? });
        }
        self.seat_ticket(&row, seat, at)
    }

    fn seat_ticket(&self, row: &Queuer, seat: &str, at: DateTime<Utc>) -> Result<Seated, StorageError> {
        if let Some(card) = &row.card
            && let Some(open) = self.open_of_card(card)?
        {
            return refused(Refusal::CardSeated { seat: open.seat });
        }
        self.set_state(row.ticket.id, "seated")?;
        let at = at.max(row.ticket.taken);
        let sitting = Sitting { visit_n: row.visit_n, seat, card: row.card.as_deref(), allowed: row.allowed, at };
        let seated = self.recounted(row.visit_n, || self.sit(&sitting))?;
        self.settle(at)?;
        Ok(seated)
    }

    fn claimed_before(&self, ticket: TicketId) -> Result<Seated, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT s.n, s.seat, s.started_at_ms, s.exit_code FROM internet_session s
             JOIN queue_ticket q ON q.visit_n = s.visit_n WHERE q.n = ?1 AND s.ended_at_ms IS NULL",
        )?;
        match query.query_row([ticket.0], |r| Ok(seated(r))).optional()? {
            Some(before) => before,
            None => refused(Refusal::TicketGone),
        }
    }

    /// A number that missed its turn draws another one, behind everybody; a computer that is free is offered instead.
    pub(super) fn queue_anew(&self, ticket: TicketId, at: DateTime<Utc>) -> Result<Queued, StorageError> {
        let Some(row) = self.live(ticket)? else { return refused(Refusal::TicketGone) };
        if row.ticket.state == TicketState::Missed {
            if let Some(seat) = self.free_seat(row.age)? {
                return refused(Refusal::NotFull { seat });
            }
            if let Some(number) = row.card.as_deref().map(|card| self.number_of_card(card)).transpose()?.flatten() {
                return refused(Refusal::CardQueued { number });
            }
            let number = self.next_number(at)?;
            self.conn
                .prepare_cached(
                    "UPDATE queue_ticket SET state = 'waiting', local_date = ?2, number = ?3, taken_at_ms = ?4 WHERE n = ?1",
                )?
                .execute((ticket.0, self.date(at), number, ms(at)))?;
            return self.queued(ticket, number, at);
        }
        self.queued(ticket, row.ticket.number, at)
    }

    /// Ends a number as `state`; the computer that was held for it is free.
    pub(super) fn set_state(&self, ticket: TicketId, state: &str) -> Result<(), StorageError> {
        self.conn
            .prepare_cached("UPDATE queue_ticket SET state = ?2, seat = NULL, called_at_ms = NULL WHERE n = ?1")?
            .execute((ticket.0, state))?;
        Ok(())
    }

    /// Brings the queue in order after anything that changed the room: calls whose time is over or whose computer cannot
    /// be used any more are taken back, and whoever waits is called to every free computer, lowest number first.
    pub(super) fn settle(&self, at: DateTime<Utc>) -> Result<(), StorageError> {
        let rows = self.rows()?;
        for row in &rows {
            let TicketState::Called { seat, until } = &row.ticket.state else { continue };
            if *until <= at {
                self.set_state(row.ticket.id, "missed")?;
            } else if !self.can_be_held(seat)? {
                self.set_state(row.ticket.id, "waiting")?;
            } else if *until - self.rules.queue_hold > at {
                // The clock was turned back: held from now on, not until the old time comes again.
                self.call(row.ticket.id, seat, at)?;
            }
        }
        for row in self.rows()?.iter().filter(|row| row.ticket.state == TicketState::Waiting) {
            let Some(seat) = self.free_seat(row.age)? else { break };
            self.call(row.ticket.id, &seat, at)?;
        }
        Ok(())
    }

    fn call(&self, ticket: TicketId, seat: &str, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.conn
            .prepare_cached("UPDATE queue_ticket SET state = 'called', seat = ?2, called_at_ms = ?3 WHERE n = ?1")?
            .execute((ticket.0, seat, ms(at)))?;
        Ok(())
    }

    fn can_be_held(&self, seat: &str) -> Result<bool, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT NOT EXISTS (SELECT 1 FROM broken_seat WHERE seat = ?1)
               AND NOT EXISTS (SELECT 1 FROM internet_session WHERE seat = ?1 AND ended_at_ms IS NULL)",
        )?;
        Ok(self.rules.usable(seat).is_some() && query.query_row([seat], |r| r.get(0))?)
    }
}
