//! Who leaves, and leaving (SOP step 3; rules 6 and 7 of the walk).

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

use super::super::error::StorageError;
use super::super::rows::visit_id;
use super::take::Open;
use super::{Desk, ms, refused};
use crate::domain::card::CardNumber;
use crate::domain::internet::{
    CheckOut, Identified, Leaving, Left, MAX_WRONG_PROOFS, OpenSession, PROOF_CHARS, Refusal, SessionEnd, SessionId,
    TidyPoint,
};
use crate::domain::name::Name;

impl Desk<'_> {
    /// Whose session ends. Wrong tries are kept with the session, so that going back and beginning anew gives no more of
    /// them; the KTA itself is always good.
    pub(super) fn identify(&self, leaving: &Leaving) -> Result<Identified, StorageError> {
        let (seat, typed) = match leaving {
            Leaving::Card(card) => {
                let open = self.open_of_card(card.as_str())?;
                return open.map_or(Ok(Identified::NoSession), |open| self.own(&open).map(Identified::Session));
            }
            Leaving::Seat { seat, typed } => (seat, typed),
        };
        let Some(open) = self.open_at(seat)? else { return Ok(Identified::NoSession) };
        if open.wrong_proofs >= MAX_WRONG_PROOFS {
            return Ok(Identified::Wrong { left: 0 });
        }
        if proves(&open, typed) {
            self.set_wrong_proofs(open.n, 0)?;
            return self.own(&open).map(Identified::Session);
        }
        self.set_wrong_proofs(open.n, open.wrong_proofs + 1)?;
        Ok(Identified::Wrong { left: MAX_WRONG_PROOFS - open.wrong_proofs - 1 })
    }

    fn set_wrong_proofs(&self, n: i64, wrong: u32) -> Result<(), StorageError> {
        self.conn.prepare_cached("UPDATE internet_session SET wrong_proofs = ?2 WHERE n = ?1")?.execute((n, wrong))?;
        Ok(())
    }

    /// The open session of a card, for the card's lookup.
    pub(in crate::storage) fn session_of_card(&self, card: &CardNumber) -> Result<Option<OpenSession>, StorageError> {
        self.open_of_card(card.as_str())?.map(|open| self.own(&open)).transpose()
    }

    fn own(&self, open: &Open) -> Result<OpenSession, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT id, name FROM visit WHERE n = ?1")?;
        let (id, name): ([u8; 16], Option<String>) = query.query_row([open.visit_n], |r| Ok((r.get(0)?, r.get(1)?)))?;
        // Erased only after many months; then there is nobody to greet.
        let name = name.as_deref().and_then(Name::from_list).or_else(|| Name::from_list("-"));
        Ok(OpenSession {
            id: SessionId(open.n),
            visit: visit_id(&id),
            seat: open.seat.clone(),
            started: open.started,
            name: name.ok_or_else(|| StorageError::Damaged("the name of a visit".to_owned()))?,
        })
    }

    pub(super) fn keep_tidying(&self, session: SessionId, since: DateTime<Utc>) -> Result<(), StorageError> {
        self.conn
            .prepare_cached(
                "UPDATE internet_session SET leaving_since_ms = coalesce(leaving_since_ms, ?2)
                 WHERE n = ?1 AND ended_at_ms IS NULL",
            )?
            .execute((session.0, ms(since)))?;
        Ok(())
    }

    /// Ends the session with its points, rating and note. Where staff or the program were quicker, their end stands and
    /// what the visitor ticked is still written down. A second call changes nothing and answers the same.
    pub(super) fn check_out(&self, out: &CheckOut) -> Result<Left, StorageError> {
        let session: Option<(i64, bool)> = self
            .conn
            .prepare_cached("SELECT visit_n, shut_down IS NOT NULL FROM internet_session WHERE n = ?1")?
            .query_row([out.session.0], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        let Some((visit_n, asked)) = session else { return refused(Refusal::Ended) };
        if !asked {
            self.recounted(visit_n, || {
                self.write_points(out)?;
                let Some(open) = self.open(out.session)? else { return Ok(()) };
                self.write_time(out, &open)?;
                self.mark_ended(open.n, SessionEnd::Own, out.at)
            })?;
            if let Some(rating) = &out.rating {
                self.rate(out.session, rating, out.at)?;
            }
            self.settle(out.at)?;
        }
        self.left(out.session)?.map_or_else(|| refused(Refusal::Ended), Ok)
    }

    fn write_points(&self, out: &CheckOut) -> Result<(), StorageError> {
        let ticked = |point| out.tidy.is_ticked(point);
        self.conn
            .prepare_cached("UPDATE internet_session SET shut_down = ?2, tidied = ?3, clean = ?4 WHERE n = ?1")?
            .execute((
                out.session.0,
                ticked(TidyPoint::ShutDown),
                ticked(TidyPoint::Tidied),
                ticked(TidyPoint::Clean),
            ))?;
        let Some(reason) = out.tidy.reason() else { return Ok(()) };
        let points: Vec<&str> = out.tidy.missing().map(TidyPoint::id).collect();
        self.conn
            .prepare_cached(
                "INSERT INTO room_note (at_ms, visit_n, seat, points, reason)
                 SELECT ?2, visit_n, seat, ?3, ?4 FROM internet_session WHERE n = ?1",
            )?
            .execute((out.session.0, ms(out.at), points.join(" "), reason.id()))?;
        Ok(())
    }

    /// SOP step 3, "lapor keluar": from the first "Selesai internet" to done. Unknown where the clock was turned.
    fn write_time(&self, out: &CheckOut, open: &Open) -> Result<(), StorageError> {
        let first = open.leaving_since.unwrap_or(out.since);
        let took = (out.at - first).num_milliseconds();
        let seconds = (took >= 0).then_some((took + 999) / 1000);
        self.conn
            .prepare_cached("UPDATE internet_session SET checkout_s = ?2 WHERE n = ?1")?
            .execute((open.n, seconds))?;
        Ok(())
    }
}

/// The last characters of the KTA, in large or small letters, or the exit code of a session without one.
fn proves(open: &Open, typed: &str) -> bool {
    match (&open.card, &open.exit_code) {
        (Some(card), _) => {
            let from = card.as_str().chars().count().saturating_sub(PROOF_CHARS);
            let end: String = card.as_str().chars().skip(from).collect();
            typed.trim().to_lowercase() == end.to_lowercase()
        }
        (None, Some(code)) => typed.trim() == code.as_str(),
        (None, None) => false,
    }
}
