//! The rows of the book as they leave it, in the order of the contract's columns.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use super::book::{Book, moment};
use super::error::StorageError;
use crate::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use crate::domain::period::Period;
use crate::domain::visit::{Entry, MembershipType, VisitId};
pub use crate::domain::visit_row::VisitRow;

pub(super) const COLUMNS: &str =
    "v.id, v.at_ms, v.utc_offset_s, v.kiosk, v.membership_type, v.card_number, v.name, v.sex, v.age_group,
  v.education, v.occupation, v.origin, v.institution, v.male, v.female, v.headcount, v.purpose, v.purpose_note, v.entry,
  v.checkin_ds, s.seat, s.started_at_ms, s.ended_at_ms, s.utc_offset_s AS session_offset_s, s.end_kind, s.shut_down,
  s.tidied, s.clean, v.voided, v.void_reason, c.id AS corrects, v.card_expired, v.card_unverified, v.clock_suspect";
pub(super) const JOINED: &str =
    "FROM visit v LEFT JOIN internet_session s ON s.visit_n = v.n LEFT JOIN visit c ON c.n = v.corrects_n";

impl Book {
    /// Hands every visit of the period to `each`, oldest first, voided ones too; stops at the first error of `each`.
    ///
    /// # Errors
    /// The book's, or that of `each`.
    pub fn visits<E: From<StorageError>>(
        &self,
        period: Period,
        mut each: impl FnMut(&VisitRow) -> Result<(), E>,
    ) -> Result<(), E> {
        // The index is by moment; a day may begin up to a day before or after the UTC day of the same name.
        let from_ms = period.from.map_or(i64::MIN, |d| day_start_ms(d) - DAY_MS);
        let to_ms = period.to.map_or(i64::MAX, |d| day_start_ms(d) + 2 * DAY_MS);
        let from = period.from.map_or_else(String::new, |d| d.to_string());
        let to = period.to.map_or_else(|| "9999-12-31".to_owned(), |d| d.to_string());
        let mut query = self
            .conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS} {JOINED} WHERE v.at_ms BETWEEN ?1 AND ?2 AND v.local_date BETWEEN ?3 AND ?4
                 ORDER BY v.at_ms, v.n"
            ))
            .map_err(StorageError::from)?;
        let mut rows = query.query((from_ms, to_ms, from, to)).map_err(StorageError::from)?;
        while let Some(row) = rows.next().map_err(StorageError::from)? {
            each(&visit_of(row)?)?;
        }
        Ok(())
    }

    /// One visit.
    ///
    /// # Errors
    /// [`StorageError::UnknownVisit`], or SQLite refused.
    pub fn visit(&self, id: VisitId) -> Result<VisitRow, StorageError> {
        let mut query = self.conn.prepare_cached(&format!("SELECT {COLUMNS} {JOINED} WHERE v.id = ?1"))?;
        let mut rows = query.query([id.0.as_bytes().as_slice()])?;
        visit_of(rows.next()?.ok_or(StorageError::UnknownVisit)?)
    }
}

pub(super) const DAY_MS: i64 = 86_400_000;

pub(super) fn day_start_ms(day: NaiveDate) -> i64 {
    day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis()
}

pub(super) fn visit_of(r: &Row<'_>) -> Result<VisitRow, StorageError> {
    let offset: i32 = r.get("utc_offset_s")?;
    let session_offset = r.get::<_, Option<i32>>("session_offset_s")?.unwrap_or(offset);
    let session_time = |column: &str| -> Result<Option<DateTime<FixedOffset>>, StorageError> {
        r.get::<_, Option<i64>>(column)?.map(|ms| there(moment(ms)?, session_offset)).transpose()
    };
    Ok(VisitRow {
        id: visit_id(&r.get::<_, [u8; 16]>("id")?),
        recorded_at: there(moment(r.get("at_ms")?)?, offset)?,
        kiosk: r.get("kiosk")?,
        membership_type: listed(r, "membership_type", MembershipType::from_id)?.ok_or_else(|| damaged("a type"))?,
        card_number: r.get("card_number")?,
        name: r.get("name")?,
        sex: listed(r, "sex", Sex::from_id)?,
        age_group: listed(r, "age_group", AgeGroup::from_id)?,
        education: listed(r, "education", Education::from_id)?,
        occupation: listed(r, "occupation", Occupation::from_id)?,
        origin: r.get("origin")?,
        institution: r.get("institution")?,
        male: r.get("male")?,
        female: r.get("female")?,
        headcount: r.get("headcount")?,
        purpose: r.get("purpose")?,
        purpose_note: r.get("purpose_note")?,
        entry: listed(r, "entry", Entry::from_id)?.ok_or_else(|| damaged("an entry"))?,
        checkin_tenths: r.get("checkin_ds")?,
        seat: r.get("seat")?,
        session_started_at: session_time("started_at_ms")?,
        session_ended_at: session_time("ended_at_ms")?,
        session_end: r.get("end_kind")?,
        shut_down: r.get("shut_down")?,
        tidied: r.get("tidied")?,
        clean: r.get("clean")?,
        voided: r.get("voided")?,
        void_reason: r.get("void_reason")?,
        corrects: r.get::<_, Option<[u8; 16]>>("corrects")?.as_ref().map(visit_id),
        card_expired: r.get("card_expired")?,
        card_unverified: r.get("card_unverified")?,
        clock_suspect: r.get("clock_suspect")?,
    })
}

pub(super) fn visit_id(bytes: &[u8; 16]) -> VisitId {
    VisitId(Uuid::from_bytes(*bytes))
}

fn there(at: DateTime<Utc>, offset_s: i32) -> Result<DateTime<FixedOffset>, StorageError> {
    Ok(at.with_timezone(&FixedOffset::east_opt(offset_s).ok_or_else(|| damaged("an offset"))?))
}

/// The value of an id; an id that this program does not know is damage, not "unknown".
fn listed<T>(r: &Row<'_>, column: &str, of: impl Fn(&str) -> Option<T>) -> Result<Option<T>, StorageError> {
    match r.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)? {
        None => Ok(None),
        Some(id) => of(id).map(Some).ok_or_else(|| damaged(column)),
    }
}

fn damaged(what: &str) -> StorageError {
    StorageError::Damaged(what.to_owned())
}
