//! Writing a visit, and taking one back.

use std::time::Instant;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, named_params};

use super::book::{Book, LocalMoment, moment};
use super::error::StorageError;
use super::listed;
use super::room::Desk;
use super::search;
use super::totals::{self, Facts, SessionFacts};
use crate::domain::card::CardNumber;
use crate::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use crate::domain::internet::{Placed, SessionEnd};
use crate::domain::name::{Name, Note};
use crate::domain::visit::{Entry, MembershipType, NewVisit, Receipt, VisitId, Visitor, VoidReason};

impl Book {
    /// Writes the visit with its day's totals in one transaction, and returns once it is committed and synced.
    ///
    /// A second call with the same id and content writes nothing and returns the first one's receipt. The day and
    /// the hour follow from `visit.at` in the library's zone. `started` is when this attempt began; with
    /// `visit.walk_millis` it gives `checkin_seconds`.
    ///
    /// # Errors
    /// Nothing was written, or (only when the disk failed during COMMIT) it is not known: the same call again
    /// settles it. [`StorageError::IdTaken`] when another visit has the id; [`StorageError::NotSeated`] when its computer
    /// or queue number cannot be given.
    pub fn record(&mut self, visit: &NewVisit, started: Instant) -> Result<Receipt, StorageError> {
        self.in_place()?;
        let local = self.local(visit.at);
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tracing::trace!("visit: begun");
        let checkin_ds = (visit.entry != Entry::Manual).then(|| checkin_ds(visit, started));
        let desk = Desk::new(&tx, &self.settings);
        let (at, placed) = if insert(&tx, visit, local, checkin_ds)? {
            let n = tx.last_insert_rowid();
            let placed = visit.session.as_ref().map(|new| desk.place(n, visit, new)).transpose()?;
            let facts = facts(visit, local, checkin_ds, placed.as_ref());
            totals::count_in(&tx, &facts)?;
            listed::count_in(&tx, &facts, visit.entry.id(), false)?;
            (moment(local.at_ms)?, placed)
        } else {
            (earlier(&tx, visit, local)?, desk.placed(visit.id)?)
        };
        tracing::trace!("visit: written");
        tx.commit()?;
        // A file that was unlinked meanwhile has swallowed the row: say so, and the retry writes it where it belongs.
        self.in_place()?;
        Ok(Receipt { id: visit.id, at, placed })
    }

    /// Marks the visit as void, takes its counts back from its day, ends its open session and gives its computer to the
    /// next who waits (rule 8), in one transaction. A visit that is void already stays as it is.
    ///
    /// # Errors
    /// [`StorageError::UnknownVisit`]; otherwise nothing was changed.
    pub fn void(&mut self, id: VisitId, reason: VoidReason, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.in_place()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let stored = stored(&tx, id)?.ok_or(StorageError::UnknownVisit)?;
        if !stored.voided {
            take_back(&tx, &Desk::new(&tx, &self.settings), &stored, reason, at)?;
        }
        tx.commit()?;
        self.in_place()
    }
}

/// Voids a row that stands, takes its counts back, ends its open session and gives its computer to the next who waits;
/// inside the caller's transaction.
pub(super) fn take_back(
    tx: &Connection,
    desk: &Desk<'_>,
    stored: &Stored,
    reason: VoidReason,
    at: DateTime<Utc>,
) -> Result<(), StorageError> {
    totals::count_out(tx, &stored.facts)?;
    listed::voided(tx, &stored.facts, &stored.entry)?;
    tx.prepare_cached("UPDATE visit SET voided = 1, void_reason = ?2, voided_at_ms = ?3 WHERE n = ?1")?.execute((
        stored.n,
        reason.id(),
        at.timestamp_millis(),
    ))?;
    desk.voided(stored.n, at)
}

/// As [`take_back`], for a row whose place row `n` takes: its computer or queue number goes on under that one.
pub(super) fn give_way(
    tx: &Connection,
    desk: &Desk<'_>,
    stored: &Stored,
    n: i64,
    at: DateTime<Utc>,
) -> Result<(), StorageError> {
    for table in ["internet_session", "queue_ticket", "room_note"] {
        tx.prepare_cached(&format!("UPDATE {table} SET visit_n = ?2 WHERE visit_n = ?1"))?.execute((stored.n, n))?;
    }
    take_back(tx, desk, stored, VoidReason::Correction, at)
}

/// Tenths of a second from the first touch or scan until now, rounded.
fn checkin_ds(visit: &NewVisit, started: Instant) -> u32 {
    let millis = u128::from(visit.walk_millis) + started.elapsed().as_millis();
    u32::try_from((millis + 50) / 100).unwrap_or(u32::MAX)
}

fn by_sex(visitor: &Visitor) -> Option<(u32, u32)> {
    match visitor {
        Visitor::Group(party) => Some((party.male(), party.female())),
        _ => demographics(visitor).sex.map(|s| if s == Sex::Male { (1, 0) } else { (0, 1) }),
    }
}

fn demographics(visitor: &Visitor) -> Demographics {
    match visitor {
        Visitor::Member { demographics, .. } | Visitor::NonMember { demographics, .. } => *demographics,
        Visitor::Group(_) => Demographics::default(),
    }
}

/// What a visit is counted by, with the computer that it was given.
pub(super) fn facts(visit: &NewVisit, local: LocalMoment, checkin_ds: Option<u32>, placed: Option<&Placed>) -> Facts {
    let people = demographics(&visit.visitor);
    Facts {
        local_date: local.date.to_string(),
        hour: local.hour,
        kind: visit.visitor.membership_type().id(),
        purpose: visit.purpose.as_str().to_owned(),
        age: people.age_group.map(AgeGroup::id),
        education: people.education.map(Education::id),
        occupation: people.occupation.map(Occupation::id),
        by_sex: by_sex(&visit.visitor),
        headcount: visit.visitor.headcount(),
        checkin_ds,
        session: match placed {
            // It begins with its visit.
            Some(Placed::Seated(seated)) => Some(SessionFacts {
                seat: seated.seat.clone(),
                hour: local.hour,
                ended: "open",
                length_ms: None,
                wait_ms: None,
                ticked: None,
                checkout_s: None,
            }),
            Some(Placed::Queued(_)) | None => None,
        },
    }
}

/// Inserts the row; false when a row with this id stands already.
pub(super) fn insert(
    conn: &Connection,
    visit: &NewVisit,
    local: LocalMoment,
    checkin_ds: Option<u32>,
) -> Result<bool, StorageError> {
    if !(0..=253_402_214_400_000).contains(&local.at_ms) {
        return Err(StorageError::OutOfRange("a date outside of the years 1970 to 9999"));
    }
    let people = demographics(&visit.visitor);
    let by_sex = by_sex(&visit.visitor);
    let (expired, unverified) = match visit.visitor {
        Visitor::Member { expired, unverified, .. } => (expired, unverified),
        _ => (false, false),
    };
    let origin = match &visit.visitor {
        Visitor::NonMember { origin, .. } => origin.as_ref(),
        _ => None,
    };
    let institution = match &visit.visitor {
        Visitor::Group(party) => Some(party.institution()),
        _ => None,
    };
    let mut statement = conn.prepare_cached(
        "INSERT INTO visit (id, at_ms, utc_offset_s, local_date, kiosk, membership_type, card_number, name, sex, age_group,
           education, occupation, origin, institution, male, female, headcount, purpose, purpose_note, entry, checkin_ds,
           card_expired, card_unverified, clock_suspect)
         VALUES (:id, :at_ms, :utc_offset_s, :local_date, :kiosk, :membership_type, :card_number, :name, :sex, :age_group,
           :education, :occupation, :origin, :institution, :male, :female, :headcount, :purpose, :purpose_note, :entry,
           :checkin_ds, :card_expired, :card_unverified, :clock_suspect)
         ON CONFLICT (id) DO NOTHING",
    )?;
    let written = statement.execute(named_params! {
        ":id": visit.id.0.as_bytes(),
        ":at_ms": local.at_ms,
        ":utc_offset_s": local.utc_offset_s,
        ":local_date": local.date.to_string(),
        ":kiosk": visit.kiosk,
        ":membership_type": visit.visitor.membership_type().id(),
        ":card_number": visit.visitor.card().map(CardNumber::as_str),
        ":name": visit.visitor.name().as_str(),
        ":sex": people.sex.map(Sex::id),
        ":age_group": people.age_group.map(AgeGroup::id),
        ":education": people.education.map(Education::id),
        ":occupation": people.occupation.map(Occupation::id),
        ":origin": origin.map(Name::as_str),
        ":institution": institution.map(Name::as_str),
        ":male": by_sex.map(|s| s.0),
        ":female": by_sex.map(|s| s.1),
        ":headcount": visit.visitor.headcount(),
        ":purpose": visit.purpose.as_str(),
        ":purpose_note": visit.note.as_ref().map(Note::as_str),
        ":entry": visit.entry.id(),
        ":checkin_ds": checkin_ds,
        ":card_expired": expired,
        ":card_unverified": unverified,
        ":clock_suspect": visit.clock_suspect,
    })?;
    drop(statement);
    if written == 1 {
        search::written(conn, conn.last_insert_rowid())?;
    }
    Ok(written == 1)
}

/// When the row that has this id was recorded, if it is the same visit.
pub(super) fn earlier(conn: &Connection, visit: &NewVisit, local: LocalMoment) -> Result<DateTime<Utc>, StorageError> {
    let people = demographics(&visit.visitor);
    let mut query = conn.prepare_cached(
        "SELECT at_ms FROM visit WHERE id = :id AND at_ms = :at_ms AND membership_type = :type AND headcount = :headcount
           AND purpose = :purpose AND entry = :entry AND sex IS :sex AND age_group IS :age AND education IS :education
           AND occupation IS :occupation
           AND (erased_at_ms IS NOT NULL
             OR (name = :name AND card_number IS :card AND purpose_note IS :note AND institution IS :institution))",
    )?;
    let institution = match &visit.visitor {
        Visitor::Group(party) => Some(party.institution().as_str()),
        _ => None,
    };
    let same = query
        .query_row(
            named_params! {
                ":id": visit.id.0.as_bytes(),
                ":at_ms": local.at_ms,
                ":type": visit.visitor.membership_type().id(),
                ":headcount": visit.visitor.headcount(),
                ":purpose": visit.purpose.as_str(),
                ":entry": visit.entry.id(),
                ":sex": people.sex.map(Sex::id),
                ":age": people.age_group.map(AgeGroup::id),
                ":education": people.education.map(Education::id),
                ":occupation": people.occupation.map(Occupation::id),
                ":name": visit.visitor.name().as_str(),
                ":card": visit.visitor.card().map(CardNumber::as_str),
                ":note": visit.note.as_ref().map(Note::as_str),
                ":institution": institution,
            },
            |r| r.get(0),
        )
        .optional()?;
    moment(same.ok_or(StorageError::IdTaken)?)
}

/// What a stored visit was counted by.
#[derive(Debug)]
pub(super) struct Stored {
    /// The number of the row.
    pub n: i64,
    pub voided: bool,
    /// The id of how it was entered.
    pub entry: String,
    pub facts: Facts,
}

/// A stored visit as it was counted.
pub(super) fn stored(conn: &Connection, id: VisitId) -> Result<Option<Stored>, StorageError> {
    let mut query = conn.prepare_cached(&format!("{FACTS} WHERE v.id = ?1"))?;
    Ok(query
        .query_row([id.0.as_bytes().as_slice()], |r| {
            Ok(Stored { n: r.get("n")?, voided: r.get("voided")?, entry: r.get("entry")?, facts: facts_of(r)? })
        })
        .optional()?)
}

/// What is counted of the visit in row `n`; nothing when it was taken back.
pub(super) fn facts_of_row(conn: &Connection, n: i64) -> Result<Option<Facts>, StorageError> {
    let mut query = conn.prepare_cached(&format!("{FACTS} WHERE v.n = ?1 AND v.voided = 0"))?;
    Ok(query.query_row([n], facts_of).optional()?)
}

const FACTS: &str = "
  SELECT v.n, v.voided, v.entry, v.local_date, ((v.at_ms / 1000 + v.utc_offset_s + 86400) / 3600) % 24 AS hour,
    v.membership_type, v.purpose, v.age_group, v.education, v.occupation, v.male, v.female, v.headcount,
    v.checkin_ds, s.seat, coalesce(s.end_kind, 'open') AS end_kind, s.ended_at_ms - s.started_at_ms AS length_ms,
    s.started_at_ms - q.taken_at_ms AS wait_ms,
    ((s.started_at_ms / 1000 + s.utc_offset_s + 86400) / 3600) % 24 AS session_hour,
    s.shut_down, s.tidied, s.clean, s.checkout_s
  FROM visit v LEFT JOIN internet_session s ON s.visit_n = v.n LEFT JOIN queue_ticket q ON q.visit_n = s.visit_n";

fn facts_of(r: &Row<'_>) -> rusqlite::Result<Facts> {
    let id = |name: &str| r.get::<_, Option<String>>(name);
    let male: Option<u32> = r.get("male")?;
    let female: Option<u32> = r.get("female")?;
    let ended = SessionEnd::from_id(&r.get::<_, String>("end_kind")?).map_or("open", SessionEnd::id);
    let kind = MembershipType::from_id(&r.get::<_, String>("membership_type")?).unwrap_or(MembershipType::NonMember);
    Ok(Facts {
        local_date: r.get("local_date")?,
        hour: r.get("hour")?,
        kind: kind.id(),
        purpose: r.get("purpose")?,
        age: id("age_group")?.and_then(|i| AgeGroup::from_id(&i)).map(AgeGroup::id),
        education: id("education")?.and_then(|i| Education::from_id(&i)).map(Education::id),
        occupation: id("occupation")?.and_then(|i| Occupation::from_id(&i)).map(Occupation::id),
        by_sex: male.zip(female),
        headcount: r.get("headcount")?,
        checkin_ds: r.get("checkin_ds")?,
        session: match r.get("seat")? {
            Some(seat) => Some(SessionFacts {
                seat,
                hour: r.get("session_hour")?,
                ended,
                length_ms: r.get("length_ms")?,
                wait_ms: r.get("wait_ms")?,
                ticked: ticked(r)?,
                checkout_s: r.get("checkout_s")?,
            }),
            None => None,
        },
    })
}

/// The three points of a session whose visitor was asked.
fn ticked(r: &Row<'_>) -> rusqlite::Result<Option<[bool; 3]>> {
    let point = |name| r.get::<_, Option<bool>>(name);
    let points = (point("shut_down")?, point("tidied")?, point("clean")?);
    Ok(match points {
        (Some(shut_down), Some(tidied), Some(clean)) => Some([shut_down, tidied, clean]),
        _ => None,
    })
}
