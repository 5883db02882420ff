//! What Kunjungan asks: rows of the book, and staff's acts on them.

use chrono::{LocalResult, NaiveDateTime, TimeZone};

use crate::domain::audit::{Act, Actor, Deed as LogDeed};
use crate::domain::card::CardNumber;
use crate::domain::lookup::Listing;
use crate::domain::name::Name;
use crate::domain::staff::StaffId;
use crate::domain::visit::{Correction, Entry, GroupParty, MembershipType, NewVisit, VisitId, Visitor};
use crate::domain::visit_row::VisitRow;
use crate::flow::staff::visits::{Ask, Deed, Draft, Refused, Reply, Shown};
use crate::runtime::clock::Clock;
use crate::storage::{Book, BookSettings, StorageError};

/// Answers an ask of a member of staff.
pub(super) fn answer(
    book: &mut Book,
    clock: &dyn Clock,
    settings: &BookSettings,
    staff: StaffId,
    ask: Ask,
) -> Result<Reply, StorageError> {
    let (now, by) = (clock.utc(), Actor::Staff(staff));
    let done = match ask {
        Ask::Page(wish, place) => {
            let local = now.with_timezone(&settings.zone).naive_local();
            let period = wish.when.period(local.date());
            let mut sieve = wish.sieve;
            sieve.period = period;
            let (page, purposes) = (book.page(&sieve, place)?, book.purposes_known()?);
            return Ok(Reply::Page(Box::new(Shown { page, period, now: local, purposes, fresh: clock.fresh() })));
        }
        Ask::History(id) => return Ok(Reply::History(book.history(id)?)),
        Ask::ShowNames => {
            book.log(&LogDeed::of(by, Act::NamesShown), now)?;
            return Ok(Reply::NamesShown);
        }
        Ask::Void { id, reason, words } => {
            book.take_back(id, reason, words.map(|note| note.0), by, now).map(|()| Deed::Voided)
        }
        Ask::Correct { id, new, draft } => match corrected(book, settings, id, *draft)? {
            Ok(what) => book.correct(id, new, &what, by, now).map(|()| Deed::Corrected),
            Err(why) => return Ok(Reply::Refused(why)),
        },
        Ask::Enter { id, at, draft } => match entered(book, clock, settings, id, at, *draft)? {
            Ok(visit) => book.enter_by_hand(&visit, by, now).map(|_| Deed::Entered),
            Err(why) => return Ok(Reply::Refused(why)),
        },
        // As Ruang internet does it, by the session's number.
        Ask::EndSession(id) => match book.open_session_of(id)? {
            Some(session) => book.free_seat(session, staff, now).map(|_| Deed::SessionEnded),
            None => return Ok(Reply::Refused(Refused::SessionOver)),
        },
        Ask::Erase(id) => book.erase_on_request(id, by, now).map(|()| Deed::Erased),
    };
    match done {
        Ok(deed) => Ok(Reply::Done(deed)),
        Err(StorageError::VoidAlready) => Ok(Reply::Refused(Refused::Already)),
        Err(StorageError::ErasedAlready) => Ok(Reply::Refused(Refused::Erased)),
        Err(StorageError::NothingNew) => Ok(Reply::Refused(Refused::NothingNew)),
        Err(StorageError::UnknownVisit) => Ok(Reply::Refused(Refused::Gone)),
        Err(StorageError::NotSeated(_)) => Ok(Reply::Refused(Refused::SessionOver)),
        Err(error) => Err(error),
    }
}

type Checked<T> = Result<Result<T, Refused>, StorageError>;

/// The row as it should be. What the form does not ask stays as it stands in the row.
fn corrected(book: &Book, settings: &BookSettings, id: VisitId, draft: Draft) -> Checked<Correction> {
    let row = match book.visit(id) {
        Err(StorageError::UnknownVisit) => return Ok(Err(Refused::Gone)),
        row => row?,
    };
    let (purpose, note) = (draft.purpose.clone(), draft.note.clone());
    Ok(visitor(settings, draft, Some(&row)).map(|visitor| Correction { visitor, purpose, note }))
}

/// The visit that is entered by hand.
fn entered(
    book: &Book,
    clock: &dyn Clock,
    settings: &BookSettings,
    id: VisitId,
    at: NaiveDateTime,
    mut draft: Draft,
) -> Checked<NewVisit> {
    let at = match settings.zone.from_local_datetime(&at) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.to_utc(),
        LocalResult::None => return Ok(Err(Refused::NoSuchTime)),
    };
    if at > clock.utc() {
        return Ok(Err(Refused::Future));
    }
    let day = at.with_timezone(&settings.zone).date_naive();
    let (mut unverified, mut expired) = (false, false);
    if let Some(text) = &draft.card {
        let Some(card) = settings.card.parse(&text.0) else { return Ok(Err(Refused::Card)) };
        match book.look_up(&card)?.listing {
            Listing::Listed(member) => {
                expired = member.valid_until.is_some_and(|end| end < day);
                draft.demographics = member.demographics(day);
                draft.name.get_or_insert(member.name);
            }
            Listing::Unlisted | Listing::NoList => unverified = true,
        }
    }
    let (purpose, note) = (draft.purpose.clone(), draft.note.clone());
    let mut who = match visitor(settings, draft, None) {
        Ok(who) => who,
        Err(why) => return Ok(Err(why)),
    };
    if let Visitor::Member { expired: ended, unverified: unknown, .. } = &mut who {
        (*ended, *unknown) = (expired, unverified);
    }
    Ok(Ok(NewVisit {
        id,
        at,
        local_date: day,
        kiosk: settings.kiosk.clone(),
        visitor: who,
        purpose,
        note,
        entry: Entry::Manual,
        walk_millis: 0,
        clock_suspect: false,
        session: None,
    }))
}

fn visitor(settings: &BookSettings, draft: Draft, row: Option<&VisitRow>) -> Result<Visitor, Refused> {
    let name = draft.name.ok_or(Refused::NameNeeded)?;
    let demographics = draft.demographics;
    match draft.kind {
        MembershipType::Member => {
            let text = draft.card.ok_or(Refused::Card)?.0;
            // A number that stands in the row already was good when it was written.
            let stood = row.is_some_and(|row| row.card_number.as_deref() == Some(text.as_str()));
            let card =
                if stood { CardNumber::from_store(text) } else { settings.card.parse(&text).ok_or(Refused::Card)? };
            let (expired, unverified) =
                if stood { row.map_or((false, false), |r| (r.card_expired, r.card_unverified)) } else { (false, true) };
            Ok(Visitor::Member { card, name, demographics, expired, unverified })
        }
        MembershipType::NonMember => {
            let origin = row.and_then(|row| row.origin.as_deref()).and_then(Name::from_list);
            Ok(Visitor::NonMember { name, demographics, origin })
        }
        MembershipType::Group => {
            let institution = draft.institution.ok_or(Refused::NameNeeded)?;
            let (men, women) = draft.people;
            let party = GroupParty::new(name, institution, men, women, settings.groups);
            party.map(Visitor::Group).map_err(|_| Refused::TooMany)
        }
    }
}

#[cfg(test)]
mod tests;
