//! What staff do to the book: take a visit back, correct it, enter one by hand. Each act and its entry in the audit log
//! are one transaction.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::audit;
use super::book::{Book, LocalMoment};
use super::error::StorageError;
use super::record::{self, Stored};
use super::room::Desk;
use super::{listed, totals};
use crate::domain::audit::{Act, Actor, Deed, Subject};
use crate::domain::card::CardNumber;
use crate::domain::demographics::Demographics;
use crate::domain::name::{Name, Note};
use crate::domain::visit::{Correction, Entry, NewVisit, Receipt, VisitId, Visitor, VoidReason};
use crate::domain::visit_row::VisitRow;

impl Book {
    /// Takes a visit back for a reason, with the person's own words.
    ///
    /// # Errors
    /// [`StorageError::VoidAlready`] when somebody else did so meanwhile, [`StorageError::UnknownVisit`]; otherwise
    /// nothing was changed.
    pub fn take_back(
        &mut self,
        id: VisitId,
        reason: VoidReason,
        words: Option<String>,
        by: Actor,
        at: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        self.in_place()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let stored = standing(&tx, id)?;
        record::take_back(&tx, &Desk::new(&tx, &self.settings), &stored, reason, at)?;
        let mut deed = Deed::of(by, Act::VisitVoided).to(Subject::Visit(id)).because(reason.id());
        deed.text = words;
        audit::append(&tx, &deed, at)?;
        tx.commit()?;
        self.in_place()
    }

    /// Takes a visit back and enters it anew under the id `new`, with its own moment, kiosk, way and time of entry. Its
    /// internet session goes on under the new row. The same call again changes nothing.
    ///
    /// # Errors
    /// [`StorageError::VoidAlready`] when somebody else took it back meanwhile, [`StorageError::ErasedAlready`],
    /// [`StorageError::NothingNew`], [`StorageError::UnknownVisit`]; otherwise nothing was changed.
    pub fn correct(
        &mut self,
        id: VisitId,
        new: VisitId,
        what: &Correction,
        by: Actor,
        at: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        self.in_place()?;
        let before = self.visit(id)?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if corrects(&tx, new)? == Some(id) {
            return Ok(());
        }
        let old = standing(&tx, id)?;
        let kept = Kept::of(&tx, old.n)?;
        if kept.erased {
            return Err(StorageError::ErasedAlready);
        }
        let fields = changed(&before, what);
        if fields.is_empty() {
            return Err(StorageError::NothingNew);
        }
        let local = LocalMoment { hour: old.facts.hour, ..kept.local };
        let visit = NewVisit {
            id: new,
            at: before.recorded_at.to_utc(),
            local_date: local.date,
            kiosk: before.kiosk.clone(),
            visitor: what.visitor.clone(),
            purpose: what.purpose.clone(),
            note: what.note.clone(),
            entry: before.entry,
            walk_millis: 0,
            clock_suspect: before.clock_suspect,
            session: None,
        };
        if !record::insert(&tx, &visit, local, old.facts.checkin_ds)? {
            return Err(StorageError::IdTaken);
        }
        let n = tx.last_insert_rowid();
        // The words of search were entered last, into a table without row numbers: this is still the visit's.
        tx.prepare_cached("UPDATE visit SET corrects_n = ?2 WHERE n = ?1")?.execute((n, old.n))?;
        let mut facts = record::facts(&visit, local, old.facts.checkin_ds, None);
        facts.session.clone_from(&old.facts.session);
        totals::count_in(&tx, &facts)?;
        listed::count_in(&tx, &facts, &old.entry, false)?;
        record::give_way(&tx, &Desk::new(&tx, &self.settings), &old, n, at)?;
        audit::append(&tx, &Deed::of(by, Act::VisitCorrected).to(Subject::Visit(id)).fields(&fields), at)?;
        tx.commit()?;
        self.in_place()
    }

    /// Enters a visit by hand, afterwards: it is marked so and its time of entry is not measured.
    ///
    /// # Errors
    /// As [`Book::record`].
    pub fn enter_by_hand(&mut self, visit: &NewVisit, by: Actor, at: DateTime<Utc>) -> Result<Receipt, StorageError> {
        self.in_place()?;
        let local = self.local(visit.at);
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if record::insert(&tx, visit, local, None)? {
            let facts = record::facts(visit, local, None, None);
            totals::count_in(&tx, &facts)?;
            listed::count_in(&tx, &facts, Entry::Manual.id(), false)?;
            audit::append(&tx, &Deed::of(by, Act::VisitEntered).to(Subject::Visit(visit.id)), at)?;
        } else {
            record::earlier(&tx, visit, local)?;
        }
        tx.commit()?;
        self.in_place()?;
        Ok(Receipt { id: visit.id, at: visit.at, placed: None })
    }
}

/// The stored visit, unless it was taken back.
fn standing(conn: &Connection, id: VisitId) -> Result<Stored, StorageError> {
    match record::stored(conn, id)? {
        None => Err(StorageError::UnknownVisit),
        Some(stored) if stored.voided => Err(StorageError::VoidAlready),
        Some(stored) => Ok(stored),
    }
}

/// The id of the row that the row `id` corrects.
fn corrects(conn: &Connection, id: VisitId) -> Result<Option<VisitId>, StorageError> {
    let sql = "SELECT o.id FROM visit v JOIN visit o ON o.n = v.corrects_n WHERE v.id = ?1";
    let old: Option<[u8; 16]> =
        conn.prepare_cached(sql)?.query_row([id.0.as_bytes().as_slice()], |r| r.get(0)).optional()?;
    Ok(old.map(|bytes| VisitId(uuid::Uuid::from_bytes(bytes))))
}

/// What a correction keeps of the row, besides what it was counted by.
struct Kept {
    local: LocalMoment,
    erased: bool,
}

impl Kept {
    fn of(conn: &Connection, n: i64) -> Result<Self, StorageError> {
        let sql = "SELECT at_ms, utc_offset_s, local_date, erased_at_ms IS NOT NULL FROM visit WHERE n = ?1";
        conn.prepare_cached(sql)?
            .query_row([n], |r| {
                let date = r.get_ref(2)?.as_str()?.parse::<NaiveDate>().unwrap_or_default();
                let local = LocalMoment { at_ms: r.get(0)?, utc_offset_s: r.get(1)?, date, hour: 0 };
                Ok(Self { local, erased: r.get(3)? })
            })
            .map_err(StorageError::from)
    }
}

/// The names of the fields that a correction changes.
fn changed(before: &VisitRow, what: &Correction) -> Vec<&'static str> {
    let mut fields = Vec::new();
    let mut note = |name, differs: bool| {
        if differs {
            fields.push(name);
        }
    };
    let people = match &what.visitor {
        Visitor::Member { demographics, .. } | Visitor::NonMember { demographics, .. } => *demographics,
        Visitor::Group(_) => Demographics::default(),
    };
    let (institution, numbers) = match &what.visitor {
        Visitor::Group(party) => (Some(party.institution().as_str()), Some((party.male(), party.female()))),
        _ => (None, None),
    };
    let origin = match &what.visitor {
        Visitor::NonMember { origin, .. } => origin.as_ref().map(Name::as_str),
        _ => None,
    };
    note("membership_type", before.membership_type != what.visitor.membership_type());
    note("card_number", before.card_number.as_deref() != what.visitor.card().map(CardNumber::as_str));
    note("name", before.name.as_deref() != Some(what.visitor.name().as_str()));
    note("sex", before.sex != people.sex);
    note("age_group", before.age_group != people.age_group);
    note("education", before.education != people.education);
    note("occupation", before.occupation != people.occupation);
    note("origin", before.origin.as_deref() != origin);
    note("institution", before.institution.as_deref() != institution);
    note("headcount", numbers.is_some_and(|numbers| before.male.zip(before.female) != Some(numbers)));
    note("purpose", before.purpose != what.purpose.as_str());
    note("purpose_note", before.purpose_note.as_deref() != what.note.as_ref().map(Note::as_str));
    fields
}
