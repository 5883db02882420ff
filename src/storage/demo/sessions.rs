//! Invented sessions in the internet room: whoever comes for it sits, or waits until a computer is free.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use rusqlite::Connection;

use super::DemoPlan;
use super::dice::Dice;
use crate::domain::internet::{TidyPoint, TidyReason, WeekHours, closing_after};
use crate::domain::visit::NewVisit;
use crate::storage::book::{BookSettings, LocalMoment};
use crate::storage::error::StorageError;

/// Computers where none are configured.
const COMPUTERS: u32 = 12;
/// In how many of 100 sessions each point is ticked, in their order.
const TICKED: [u64; 3] = [97, 92, 95];

/// The room as the invented visitors find it.
pub(super) struct Room {
    zone: Tz,
    hours: WeekHours,
    until: DateTime<Utc>,
    dice: Dice,
    /// Each computer, and until when it is in use.
    seats: Vec<(String, DateTime<Utc>)>,
    /// The day of the last queue number, and that number.
    number: (String, u32),
}

impl Room {
    pub(super) fn new(settings: &BookSettings, plan: DemoPlan) -> Self {
        let configured: Vec<String> = settings.room.seats.iter().map(|seat| seat.name.clone()).collect();
        let names =
            if configured.is_empty() { (1..=COMPUTERS).map(|n| format!("PC {n:02}")).collect() } else { configured };
        Self {
            zone: settings.zone,
            hours: settings.room.hours,
            until: plan.until,
            // Another seed, so that the visits are those of a room without computers.
            dice: Dice::new(plan.seed ^ 0x0052_4F4F_4D00),
            seats: names.into_iter().map(|name| (name, DateTime::UNIX_EPOCH)).collect(),
            number: (String::new(), 0),
        }
    }

    /// Seats the visitor of row `n`. The totals are counted afterwards from the rows. What would end after the last moment
    /// of the plan, or begin after it, is left out: nothing comes from the future.
    pub(super) fn sit(&mut self, conn: &Connection, n: i64, visit: &NewVisit) -> Result<(), StorageError> {
        let length = TimeDelta::minutes(i64::from(self.dice.between(5, 60) + self.dice.between(5, 60)));
        let local = visit.at.with_timezone(&self.zone).naive_local();
        if !self.hours.is_open(local) {
            return Ok(());
        }
        let Some((name, free_at)) = self.seats.iter_mut().min_by_key(|(_, free_at)| *free_at) else { return Ok(()) };
        let queues = *free_at > visit.at;
        let start = visit.at.max(*free_at);
        let closing = closing_after(visit.at, &self.hours, self.zone).unwrap_or(start + length);
        let automatic = start + length > closing;
        let end = if automatic { closing } else { start + length };
        if start >= closing || end > self.until {
            return Ok(());
        }
        *free_at = end;
        let name = name.clone();
        if queues {
            self.wait(conn, n, visit)?;
        }
        let kind = match self.dice.below(100) {
            _ if automatic => "automatic",
            0..4 => "staff",
            _ => "self",
        };
        let ticked = (kind == "self").then(|| TICKED.map(|share| self.dice.percent(share)));
        let checkout = ticked.map(|_| self.dice.between(20, 180) + self.dice.between(20, 180));
        let local = LocalMoment::of(start, self.zone);
        conn.prepare_cached(
            "INSERT INTO internet_session (visit_n, seat, card_number, started_at_ms, utc_offset_s, seen_at_ms, ended_at_ms,
               end_kind, shut_down, tidied, clean, checkout_s)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            n,
            &name,
            visit.visitor.card().map(crate::domain::card::CardNumber::as_str),
            local.at_ms,
            local.utc_offset_s,
            end.timestamp_millis(),
            kind,
            ticked.map(|t| t[0]),
            ticked.map(|t| t[1]),
            ticked.map(|t| t[2]),
            checkout,
        ))?;
        if let Some(ticked) = ticked {
            self.report(conn, n, &name, ticked, end)?;
            if self.dice.percent(40) {
                self.rate(conn, visit, end)?;
            }
        }
        Ok(())
    }

    fn wait(&mut self, conn: &Connection, n: i64, visit: &NewVisit) -> Result<(), StorageError> {
        let day = LocalMoment::of(visit.at, self.zone).date.to_string();
        if self.number.0 != day {
            self.number = (day, 0);
        }
        self.number.1 += 1;
        conn.prepare_cached(
            "INSERT INTO queue_ticket (visit_n, local_date, number, card_number, taken_at_ms, state)
             VALUES (?1, ?2, ?3, ?4, ?5, 'seated')",
        )?
        .execute((
            n,
            &self.number.0,
            self.number.1,
            visit.visitor.card().map(crate::domain::card::CardNumber::as_str),
            visit.at.timestamp_millis(),
        ))?;
        Ok(())
    }

    /// Notes of the last two days still wait for staff; older ones nobody would have left.
    fn report(
        &mut self,
        conn: &Connection,
        n: i64,
        seat: &str,
        ticked: [bool; 3],
        at: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        let missing = TidyPoint::ALL.iter().zip(ticked).filter(|(_, ticked)| !ticked);
        let missing: Vec<&str> = missing.map(|(point, _)| point.id()).collect();
        let reason = self.dice.one(TidyReason::ALL).id();
        if missing.is_empty() || self.until - at > TimeDelta::days(2) {
            return Ok(());
        }
        conn.prepare_cached(
            "INSERT INTO room_note (at_ms, visit_n, seat, points, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((at.timestamp_millis(), n, seat, missing.join(" "), reason))?;
        Ok(())
    }

    fn rate(&mut self, conn: &Connection, visit: &NewVisit, at: DateTime<Utc>) -> Result<(), StorageError> {
        let score = *self.dice.weighted(&[(1, 3), (2, 8), (3, 45), (4, 44)]);
        conn.prepare_cached(
            "INSERT INTO rating_count (local_date, purpose, score, n) VALUES (?1, ?2, ?3, 1)
             ON CONFLICT DO UPDATE SET n = n + 1",
        )?
        .execute((LocalMoment::of(at, self.zone).date.to_string(), visit.purpose.as_str(), score))?;
        Ok(())
    }
}
