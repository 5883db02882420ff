//! Taking a computer or a queue number, and moving to another computer.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row};

use super::super::audit;
use super::super::book::{LocalMoment, moment};
use super::super::error::StorageError;
use super::{Desk, ms, refused};
use crate::domain::audit::{Act, Actor, Deed, Subject};
use crate::domain::card::CardNumber;
use crate::domain::demographics::AgeGroup;
use crate::domain::internet::{ExitCode, NewSession, Place, Placed, Refusal, Seated, SessionId, suggest};
use crate::domain::staff::StaffId;
use crate::domain::visit::{NewVisit, VisitId, Visitor};
use crate::security::audit as chance;

/// A session that has not ended.
pub(super) struct Open {
    pub n: i64,
    pub visit_n: i64,
    pub seat: String,
    pub started: DateTime<Utc>,
    pub seen: DateTime<Utc>,
    pub card: Option<CardNumber>,
    pub exit_code: Option<ExitCode>,
    pub wrong_proofs: u32,
    pub leaving_since: Option<DateTime<Utc>>,
}

const OPEN: &str =
    "SELECT n, visit_n, seat, started_at_ms, seen_at_ms, card_number, exit_code, wrong_proofs, leaving_since_ms
   FROM internet_session WHERE ended_at_ms IS NULL";

/// What begins a session of a visit that stands.
pub(super) struct Sitting<'s> {
    pub visit_n: i64,
    pub seat: &'s str,
    pub card: Option<&'s str>,
    pub allowed: Option<StaffId>,
    pub at: DateTime<Utc>,
}

impl Desk<'_> {
    /// Gives the visit in row `n` its computer or its queue number. The caller counts the visit with it.
    pub(in crate::storage) fn place(&self, n: i64, visit: &NewVisit, new: &NewSession) -> Result<Placed, StorageError> {
        let card = visit.visitor.card().map(CardNumber::as_str);
        self.refuse_twice(card)?;
        if let Some(staff) = new.allowed {
            let deed = Deed::of(Actor::Staff(staff), Act::InternetAllowed).to(Subject::Visit(visit.id));
            audit::append(self.conn, &deed, visit.at)?;
        }
        if let Some(card) = card {
            // A turn that was missed before does not matter any more.
            self.conn
                .prepare_cached(
                    "UPDATE queue_ticket SET state = 'cleared' WHERE card_number = ?1 AND state = 'missed'",
                )?
                .execute([card])?;
        }
        let age = age_of(&visit.visitor);
        match &new.place {
            Place::Seat(seat) => {
                self.refuse_taken(seat, age)?;
                let sitting = Sitting { visit_n: n, seat, card, allowed: new.allowed, at: visit.at };
                self.sit(&sitting).map(Placed::Seated)
            }
            Place::Queue => {
                if let Some(seat) = self.free_seat(age)? {
                    return refused(Refusal::NotFull { seat });
                }
                self.draw_number(n, card, new.allowed, visit.at).map(Placed::Queued)
            }
        }
    }

    /// What a visit that was recorded before got, for an attempt that is repeated.
    pub(in crate::storage) fn placed(&self, id: VisitId) -> Result<Option<Placed>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT s.n, s.seat, s.started_at_ms, s.exit_code FROM internet_session s
             JOIN visit v ON v.n = s.visit_n WHERE v.id = ?1",
        )?;
        let seated = query.query_row([id.0.as_bytes().as_slice()], |r| Ok(seated(r))).optional()?.transpose()?;
        match seated {
            Some(seated) => Ok(Some(Placed::Seated(seated))),
            None => Ok(self.number_of_visit(id)?.map(Placed::Queued)),
        }
    }

    /// A card sits or waits once.
    fn refuse_twice(&self, card: Option<&str>) -> Result<(), StorageError> {
        let Some(card) = card else { return Ok(()) };
        if let Some(open) = self.open_of_card(card)? {
            return refused(Refusal::CardSeated { seat: open.seat });
        }
        match self.number_of_card(card)? {
            Some(number) => refused(Refusal::CardQueued { number }),
            None => Ok(()),
        }
    }

    fn refuse_taken(&self, seat: &str, age: Option<AgeGroup>) -> Result<(), StorageError> {
        if self.is_free(seat)? {
            return Ok(());
        }
        match self.free_seat(age)? {
            Some(other) => refused(Refusal::SeatTaken { instead: Some(other) }),
            None => refused(Refusal::SeatTaken { instead: None }),
        }
    }

    /// Begins the session; the caller has seen that the computer is free and the card sits nowhere, and counts it.
    pub(super) fn sit(&self, sitting: &Sitting<'_>) -> Result<Seated, StorageError> {
        let code = if sitting.card.is_none() { Some(exit_code()?) } else { None };
        let local = LocalMoment::of(sitting.at, self.zone);
        self.conn
            .prepare_cached(
                "INSERT INTO internet_session (visit_n, seat, card_number, started_at_ms, utc_offset_s, seen_at_ms,
                   allowed_by, exit_code) VALUES (?1, ?2, ?3, ?4, ?5, ?4, ?6, ?7)",
            )?
            .execute((
                sitting.visit_n,
                sitting.seat,
                sitting.card,
                local.at_ms,
                local.utc_offset_s,
                sitting.allowed.map(|staff| staff.0),
                code.as_ref().map(ExitCode::as_str),
            ))?;
        Ok(Seated {
            session: SessionId(self.conn.last_insert_rowid()),
            seat: sitting.seat.to_owned(),
            started: moment(local.at_ms)?,
            exit_code: code,
        })
    }

    /// "Pindah komputer": the same session at another free computer.
    pub(super) fn move_to(&self, session: SessionId, to: &str, at: DateTime<Utc>) -> Result<Seated, StorageError> {
        let Some(open) = self.open(session)? else { return refused(Refusal::Ended) };
        if open.seat != to {
            if self.rules.usable(to).is_none() {
                return refused(Refusal::NoSuchSeat);
            }
            self.refuse_taken(to, None)?;
            self.recounted(open.visit_n, || {
                self.conn
                    .prepare_cached("UPDATE internet_session SET seat = ?2, seen_at_ms = ?3 WHERE n = ?1")?
                    .execute((open.n, to, ms(at)))?;
                Ok(())
            })?;
            self.settle(at)?;
        }
        Ok(Seated { session, seat: to.to_owned(), started: open.started, exit_code: open.exit_code })
    }

    /// Whether the computer can be given to somebody: usable, not broken, not in use, not held.
    pub(super) fn is_free(&self, seat: &str) -> Result<bool, StorageError> {
        if self.rules.usable(seat).is_none() {
            return Ok(false);
        }
        let mut query = self.conn.prepare_cached(
            "SELECT NOT EXISTS (SELECT 1 FROM internet_session WHERE seat = ?1 AND ended_at_ms IS NULL)
               AND NOT EXISTS (SELECT 1 FROM queue_ticket WHERE seat = ?1 AND state = 'called')
               AND NOT EXISTS (SELECT 1 FROM broken_seat WHERE seat = ?1)",
        )?;
        Ok(query.query_row([seat], |r| r.get(0))?)
    }

    /// The free computer that is suggested to somebody of that age.
    pub(super) fn free_seat(&self, age: Option<AgeGroup>) -> Result<Option<String>, StorageError> {
        let mut free = Vec::new();
        for seat in &self.rules.seats {
            if self.is_free(&seat.name)? {
                free.push((seat, self.free_since(&seat.name)?));
            }
        }
        Ok(suggest(free, age).map(|seat| seat.name.clone()))
    }

    /// When the computer was left last; `None`: never used.
    pub(super) fn free_since(&self, seat: &str) -> Result<Option<DateTime<Utc>>, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT max(ended_at_ms) FROM internet_session WHERE seat = ?1")?;
        query.query_row([seat], |r| r.get::<_, Option<i64>>(0))?.map(moment).transpose()
    }

    /// The session, unless it has ended.
    pub(super) fn open(&self, session: SessionId) -> Result<Option<Open>, StorageError> {
        self.one_open("n = ?1", session.0)
    }

    /// The open session of a card.
    pub(super) fn open_of_card(&self, card: &str) -> Result<Option<Open>, StorageError> {
        self.one_open("card_number = ?1", card)
    }

    /// The open session at a computer.
    pub(super) fn open_at(&self, seat: &str) -> Result<Option<Open>, StorageError> {
        self.one_open("seat = ?1", seat)
    }

    /// The open session of the visit in that row.
    pub(super) fn open_of_visit(&self, visit_n: i64) -> Result<Option<Open>, StorageError> {
        self.one_open("visit_n = ?1", visit_n)
    }

    fn one_open(&self, which: &str, of: impl rusqlite::ToSql) -> Result<Option<Open>, StorageError> {
        let mut query = self.conn.prepare_cached(&format!("{OPEN} AND {which}"))?;
        query.query_row([of], |r| Ok(open(r))).optional()?.transpose()
    }

    /// Every session that has not ended, the longest first.
    pub(super) fn all_open(&self) -> Result<Vec<Open>, StorageError> {
        let mut query = self.conn.prepare_cached(&format!("{OPEN} ORDER BY started_at_ms, n"))?;
        let rows = query.query_map([], |r| Ok(open(r)))?;
        rows.map(|row| row.map_err(StorageError::from).and_then(|open| open)).collect()
    }
}

fn open(r: &Row<'_>) -> Result<Open, StorageError> {
    Ok(Open {
        n: r.get(0)?,
        visit_n: r.get(1)?,
        seat: r.get(2)?,
        started: moment(r.get(3)?)?,
        seen: moment(r.get(4)?)?,
        card: r.get::<_, Option<String>>(5)?.map(CardNumber::from_store),
        exit_code: r.get::<_, Option<String>>(6)?.map(ExitCode::from_store),
        wrong_proofs: r.get(7)?,
        leaving_since: r.get::<_, Option<i64>>(8)?.map(moment).transpose()?,
    })
}

/// Session, computer, start and exit code from a row of those.
pub(super) fn seated(r: &Row<'_>) -> Result<Seated, StorageError> {
    Ok(Seated {
        session: SessionId(r.get(0)?),
        seat: r.get(1)?,
        started: moment(r.get(2)?)?,
        exit_code: r.get::<_, Option<String>>(3)?.map(ExitCode::from_store),
    })
}

fn age_of(visitor: &Visitor) -> Option<AgeGroup> {
    match visitor {
        Visitor::Member { demographics, .. } | Visitor::NonMember { demographics, .. } => demographics.age_group,
        Visitor::Group(_) => None,
    }
}

fn exit_code() -> Result<ExitCode, StorageError> {
    let chance = chance::salt().map_err(|_| StorageError::NoChance)?;
    let number = chance.iter().take(4).fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
    Ok(ExitCode::of(number))
}
