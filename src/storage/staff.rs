//! Staff and their PINs, and the lock of the PIN pad.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior};

use super::audit;
use super::book::{Book, moment};
use super::error::StorageError;
use crate::domain::audit::{Act, Actor, Deed, Subject};
use crate::domain::name::Name;
use crate::domain::pin::Pin;
use crate::domain::staff::{Figures, Role, Staff, StaffId};
use crate::security::lockout::{self, Lockout};
use crate::security::pin::PinHash;

/// A member of staff in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffRow {
    /// Who.
    pub staff: Staff,
    /// Since when.
    pub added_at: DateTime<Utc>,
    /// When the PIN was last set.
    pub pin_set_at: DateTime<Utc>,
}

/// What setting a PIN did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinChange {
    /// A new member of staff.
    Added(StaffId),
    /// A known one has a new PIN, and perhaps another role.
    Changed(StaffId),
}

/// Six figures typed on the pad.
#[derive(Debug, Clone)]
pub struct Typed<'a> {
    /// The figures.
    pub figures: &'a Figures,
    /// What a right PIN does, and its reason code: it is logged.
    pub opens: (Act, &'static str),
    /// The one-time code of this run, which counts as long as there is no administrator.
    pub code: Option<&'a PinHash>,
    /// Time since the program started.
    pub now: Duration,
    /// The clock on the wall, for the log.
    pub at: DateTime<Utc>,
}

/// What became of six typed figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    /// They are this person's PIN.
    Right(Staff),
    /// They are the one-time code, and there is no administrator yet.
    Code,
    /// They are nobody's.
    Wrong {
        /// Tries until the pad closes.
        left: u8,
    },
    /// The pad is closed for so long; the figures were not looked at, or were the last wrong ones.
    Closed(Duration),
}

impl Book {
    /// Everybody who has a PIN, by name.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn staff(&self) -> Result<Vec<StaffRow>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT id, name, role, added_at_ms, pin_set_at_ms FROM staff WHERE removed_at_ms IS NULL ORDER BY name_key",
        )?;
        let mut rows = query.query([])?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            list.push(StaffRow {
                staff: staff(row)?,
                added_at: moment(row.get(3)?)?,
                pin_set_at: moment(row.get(4)?)?,
            });
        }
        Ok(list)
    }

    /// The name behind a number of the audit log, also of somebody who was removed since.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn staff_name(&self, id: StaffId) -> Result<Option<Name>, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT name FROM staff WHERE id = ?1")?;
        let name: Option<String> = query.query_row([id.0], |r| r.get(0)).optional()?;
        Ok(name.and_then(|n| Name::from_list(&n)))
    }

    /// Whether somebody of that name is in the list.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn knows_staff(&self, name: &Name) -> Result<bool, StorageError> {
        Ok(known(&self.conn, name)?.is_some())
    }

    /// Whether somebody is an administrator.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn has_administrator(&self) -> Result<bool, StorageError> {
        Ok(administrators(&self.conn)? > 0)
    }

    /// Sets the PIN of the member of staff of that name, who is added when there is none; names that differ in
    /// capitals alone are one. Without `role` a known one keeps theirs. Hashes against every other PIN: takes tens of
    /// milliseconds a person, outside of the transaction.
    ///
    /// # Errors
    /// [`StorageError::PinTaken`], [`StorageError::RoleNeeded`], [`StorageError::LastAdministrator`] when they would
    /// no longer be it; or the book cannot be written. Nothing was changed.
    pub fn set_pin(
        &mut self,
        name: &Name,
        role: Option<Role>,
        pin: &Pin,
        by: Actor,
        at: DateTime<Utc>,
    ) -> Result<PinChange, StorageError> {
        self.with_free_pin(name, pin, |tx, hash| put(tx, name, role, hash, by, at))
    }

    /// Adds the first administrator, for whoever gave the one-time code.
    ///
    /// # Errors
    /// [`StorageError::NotFirst`] when there is an administrator by now; otherwise as [`Self::set_pin`].
    pub fn set_first_pin(&mut self, name: &Name, pin: &Pin, at: DateTime<Utc>) -> Result<Staff, StorageError> {
        let role = Role::Administrator;
        let change = self.with_free_pin(name, pin, |tx, hash| {
            if administrators(tx)? > 0 {
                return Err(StorageError::NotFirst);
            }
            put(tx, name, Some(role), hash, Actor::Kiosk, at)
        })?;
        let (PinChange::Added(id) | PinChange::Changed(id)) = change;
        Ok(Staff { id, name: name.clone(), role })
    }

    /// Gives a member of staff another role; their PIN stays.
    ///
    /// # Errors
    /// [`StorageError::UnknownStaff`], [`StorageError::LastAdministrator`] when they would no longer be it, or the book
    /// cannot be written.
    pub fn set_role(&mut self, name: &Name, role: Role, by: Actor, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.in_place()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (id, old) = known(&tx, name)?.ok_or(StorageError::UnknownStaff)?;
        if old == role {
            return Ok(());
        }
        if old == Role::Administrator && administrators(&tx)? == 1 {
            return Err(StorageError::LastAdministrator);
        }
        tx.execute("UPDATE staff SET role = ?2 WHERE id = ?1", (id.0, role.id()))?;
        let deed = Deed::of(by, Act::StaffChanged).to(Subject::Staff(id)).fields(&["role"]).because(role.id());
        audit::append(&tx, &deed, at)?;
        tx.commit()?;
        self.in_place()
    }

    /// Takes a member of staff out of the list. Their PIN is erased; their name stays for the audit log.
    ///
    /// # Errors
    /// [`StorageError::UnknownStaff`], [`StorageError::LastAdministrator`], or the book cannot be written.
    pub fn remove_staff(&mut self, name: &Name, by: Actor, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.in_place()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (id, role) = known(&tx, name)?.ok_or(StorageError::UnknownStaff)?;
        if role == Role::Administrator && administrators(&tx)? == 1 {
            return Err(StorageError::LastAdministrator);
        }
        tx.execute(
            "UPDATE staff SET removed_at_ms = ?2, pin_hash = NULL WHERE id = ?1",
            (id.0, at.timestamp_millis()),
        )?;
        audit::append(&tx, &Deed::of(by, Act::StaffRemoved).to(Subject::Staff(id)), at)?;
        tx.commit()?;
        self.in_place()
    }

    /// The lock of the pad as it was stored.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn pin_lock(&self) -> Result<lockout::Stored, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT wrong, closed, remaining_ms FROM staff_lock")?;
        let stored = query.query_row([], |r| {
            let remaining = Duration::from_millis(r.get::<_, u32>(2)?.into());
            Ok(lockout::Stored { wrong: r.get(0)?, closed: r.get(1)?, remaining })
        });
        Ok(stored.optional()?.unwrap_or_default())
    }

    /// Stores what remains of the lock while it runs off.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn store_pin_lock(&self, stored: lockout::Stored) -> Result<(), StorageError> {
        self.in_place()?;
        store_lock(&self.conn, stored)
    }

    /// Looks whose PIN the figures are. The try is counted and stored as wrong before they are looked at, and
    /// forgiven when they were right. Takes tens of milliseconds a person.
    ///
    /// # Errors
    /// The try could not be stored or the PINs not read; it is counted in `lock` all the same.
    pub fn attempt(&mut self, typed: &Typed<'_>, lock: &mut Lockout) -> Result<Attempt, StorageError> {
        if let Err(remaining) = lock.charge(typed.now) {
            return Ok(Attempt::Closed(remaining));
        }
        self.store_pin_lock(lock.stored(typed.now))?;
        let right = hashes(&self.conn)?.into_iter().find(|h| h.hash.fits(typed.figures));
        let by_code = right.is_none()
            && administrators(&self.conn)? == 0
            && typed.code.is_some_and(|code| code.fits(typed.figures));
        let outcome = match right {
            Some(HashRow { staff, .. }) => Attempt::Right(staff),
            None if by_code => Attempt::Code,
            None => match lock.remaining(typed.now) {
                Some(remaining) => Attempt::Closed(remaining),
                None => Attempt::Wrong { left: lock.tries_left() },
            },
        };
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match &outcome {
            Attempt::Right(staff) => {
                store_lock(&tx, lockout::Stored::default())?;
                let (act, reason) = typed.opens;
                audit::append(&tx, &Deed::of(Actor::Staff(staff.id), act).because(reason), typed.at)?;
            }
            Attempt::Code => store_lock(&tx, lockout::Stored::default())?,
            Attempt::Wrong { .. } => {
                audit::append(&tx, &Deed::of(Actor::Kiosk, Act::PinWrong), typed.at)?;
            }
            Attempt::Closed(remaining) => {
                let minutes = closed_for(*remaining);
                audit::append(&tx, &Deed::of(Actor::Kiosk, Act::PinLocked).because(minutes), typed.at)?;
            }
        }
        tx.commit()?;
        if matches!(outcome, Attempt::Right(_) | Attempt::Code) {
            lock.forgive();
        }
        Ok(outcome)
    }

    /// Finds that nobody else has the PIN, hashes it, and lets `act` write it if the list is still the same then.
    fn with_free_pin(
        &mut self,
        name: &Name,
        pin: &Pin,
        act: impl Fn(&Transaction<'_>, &PinHash) -> Result<PinChange, StorageError>,
    ) -> Result<PinChange, StorageError> {
        loop {
            self.in_place()?;
            let list = hashes(&self.conn)?;
            if list.iter().any(|other| other.key != key(name) && other.hash.fits(pin.figures())) {
                return Err(StorageError::PinTaken);
            }
            let hash = PinHash::of(pin)?;
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if hashes(&tx)? == list {
                let change = act(&tx, &hash)?;
                tx.commit()?;
                self.in_place()?;
                return Ok(change);
            }
            // Somebody else set a PIN meanwhile, which may be the same one: look again.
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
struct HashRow {
    staff: Staff,
    key: String,
    hash: PinHash,
}

fn hashes(conn: &Connection) -> Result<Vec<HashRow>, StorageError> {
    let mut query = conn.prepare_cached(
        "SELECT id, name, role, name_key, pin_hash FROM staff WHERE removed_at_ms IS NULL ORDER BY id",
    )?;
    let mut rows = query.query([])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(HashRow { staff: staff(row)?, key: row.get(3)?, hash: PinHash::from_store(row.get(4)?) });
    }
    Ok(list)
}

/// A person from the columns id, name, role.
fn staff(row: &Row<'_>) -> Result<Staff, StorageError> {
    let damaged = || StorageError::Damaged("a member of staff".into());
    Ok(Staff {
        id: StaffId(row.get(0)?),
        name: Name::from_list(row.get_ref(1)?.as_str().map_err(|_| damaged())?).ok_or_else(damaged)?,
        role: Role::from_id(row.get_ref(2)?.as_str().map_err(|_| damaged())?).ok_or_else(damaged)?,
    })
}

fn put(
    tx: &Transaction<'_>,
    name: &Name,
    role: Option<Role>,
    hash: &PinHash,
    by: Actor,
    at: DateTime<Utc>,
) -> Result<PinChange, StorageError> {
    let at_ms = at.timestamp_millis();
    let (change, deed) = if let Some((id, old)) = known(tx, name)? {
        let role = role.unwrap_or(old);
        if old == Role::Administrator && role != old && administrators(tx)? == 1 {
            return Err(StorageError::LastAdministrator);
        }
        tx.execute(
            "UPDATE staff SET role = ?2, pin_hash = ?3, pin_set_at_ms = ?4 WHERE id = ?1",
            (id.0, role.id(), hash.as_str(), at_ms),
        )?;
        let fields: &[&str] = if role == old { &["pin"] } else { &["pin", "role"] };
        (PinChange::Changed(id), Deed::of(by, Act::StaffChanged).to(Subject::Staff(id)).fields(fields))
    } else {
        let role = role.ok_or(StorageError::RoleNeeded)?;
        tx.execute(
            "INSERT INTO staff (name, name_key, role, pin_hash, added_at_ms, pin_set_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
            (name.as_str(), key(name), role.id(), hash.as_str(), at_ms),
        )?;
        let id = StaffId(tx.last_insert_rowid());
        (PinChange::Added(id), Deed::of(by, Act::StaffAdded).to(Subject::Staff(id)).because(role.id()))
    };
    audit::append(tx, &deed, at)?;
    Ok(change)
}

fn known(conn: &Connection, name: &Name) -> Result<Option<(StaffId, Role)>, StorageError> {
    let mut query =
        conn.prepare_cached("SELECT id, name, role FROM staff WHERE name_key = ?1 AND removed_at_ms IS NULL")?;
    let mut rows = query.query([key(name)])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    staff(row).map(|s| Some((s.id, s.role)))
}

fn administrators(conn: &Connection) -> Result<i64, StorageError> {
    let sql = "SELECT count(*) FROM staff WHERE role = 'administrator' AND removed_at_ms IS NULL";
    Ok(conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
}

fn key(name: &Name) -> String {
    name.as_str().to_lowercase()
}

fn store_lock(conn: &Connection, stored: lockout::Stored) -> Result<(), StorageError> {
    // Rounded up: a lock never becomes shorter by being stored.
    let millis = stored.remaining.as_micros().div_ceil(1000);
    let millis = u32::try_from(millis).unwrap_or(u32::MAX);
    conn.prepare_cached(
        "INSERT INTO staff_lock (only_row, wrong, closed, remaining_ms) VALUES (1, ?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET wrong = excluded.wrong, closed = excluded.closed, remaining_ms = excluded.remaining_ms",
    )?
    .execute((stored.wrong, stored.closed, millis))?;
    Ok(())
}

/// The reason code of a lock that has just begun.
fn closed_for(time: Duration) -> &'static str {
    match time.as_secs() {
        0..=60 => "minutes_1",
        61..=300 => "minutes_5",
        301..=900 => "minutes_15",
        _ => "minutes_60",
    }
}

#[cfg(test)]
mod tests;
