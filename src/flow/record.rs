//! From a purpose to the row in the book, and its undoing. Done is built here alone, from the book's receipt.

use std::time::Duration;

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::card::use_card;
use super::event::{Effect, Moment};
use super::room::gate::{self, greeting, refused};
use super::room::{Outcome, SeatChoice};
use super::rules::Rules;
use super::state::{
    Badge, Dialog, Done, Guest, InternetTile, NoteEntry, Purposes, Recording, RecordingPhase, Screen, State, Strip,
    Typed, UndoPhase,
};
use super::update::{go_home, go_on, recording, show_strip};
use crate::domain::internet::{Left, NewSession, OpenSession, Placed, Queued, Seated};
use crate::domain::member::Standing;
use crate::domain::name::Note;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{MembershipType, NewVisit, Receipt, VisitId, Visitor, VoidReason};

/// How often a visit is tried to be written before the visitor is asked.
pub const TRIES: u8 = 3;
/// Time between two of these tries.
pub const PAUSE: Duration = Duration::from_secs(1);
/// A wall clock that moved by more than this against the running time was turned during the walk.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::seconds(30);
/// A year before this program existed: the clock's battery is empty.
const FIRST_CREDIBLE_YEAR: i32 = 2026;

/// The purposes of a guest; `session`: the one that their card has open.
pub(super) fn purposes_for(rules: &Rules, guest: &Guest, session: Option<&OpenSession>) -> Purposes {
    let greeting = greeting(guest);
    let badge = match (&guest.visitor, guest.standing) {
        (Visitor::NonMember { .. }, _) => Badge::NonMember,
        (Visitor::Group(_), _) => Badge::Group,
        (Visitor::Member { .. }, Standing::Valid) => Badge::Active,
        (Visitor::Member { .. }, Standing::Expired(_)) => Badge::Expired,
        (Visitor::Member { .. }, Standing::Blocked) => Badge::Member,
    };
    let internet = match (session, refused(rules, guest)) {
        (Some(session), _) => InternetTile::Seated(session.seat.clone()),
        (None, Some(why)) => InternetTile::Refused(why),
        (None, None) => InternetTile::Open,
    };
    Purposes { greeting, kind: guest.visitor.membership_type(), badge, internet }
}

pub(super) fn choose(state: &mut State, rules: &Rules, id: &PurposeId, now: Moment, out: &mut Vec<Effect>) {
    let Screen::Purpose(purposes) = &state.screen else { return };
    let kind = purposes.kind;
    if rules.purpose(id).is_none_or(|p| !p.shown_to(kind)) {
        return show_strip(state, Strip::PurposeGone, now);
    }
    if rules.has_room && rules.internet.as_ref() == Some(id) {
        let tile = purposes.internet.clone();
        return gate::enter(state, rules, &tile, now, out);
    }
    if id.asks_for_note() {
        let entry = NoteEntry { purpose: id.clone(), text: Typed::default(), fault: None };
        return go_on(state, Screen::Note(entry));
    }
    let purposes = purposes.clone();
    write(state, rules, purposes, id.clone(), None, now, out);
}

pub(super) fn note_given(state: &mut State, rules: &Rules, now: Moment, out: &mut Vec<Effect>) {
    let Screen::Note(entry) = &mut state.screen else { return };
    let note = match Note::new(&entry.text) {
        Ok(note) => note,
        Err(fault) => return entry.fault = Some(fault),
    };
    let purpose = entry.purpose.clone();
    if let Some(Screen::Purpose(purposes)) = state.walk.trail.pop() {
        write(state, rules, purposes, purpose, Some(note), now, out);
    }
}

fn write(
    state: &mut State,
    rules: &Rules,
    purposes: Purposes,
    purpose: PurposeId,
    note: Option<Note>,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    if let Some(visit) = new_visit(state, rules, purpose, note, None, now) {
        begin(state, visit, purposes, None, now, out);
    }
}

/// Writes a visit with a computer of the room (`seat` is the map that stays behind it) or a queue number.
pub(super) fn write_placed(
    state: &mut State,
    rules: &Rules,
    purposes: Purposes,
    session: NewSession,
    seat: Option<SeatChoice>,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    let Some(purpose) = rules.internet.clone() else { return };
    if let Some(visit) = new_visit(state, rules, purpose, None, Some(session), now) {
        begin(state, visit, purposes, seat, now, out);
    }
}

fn new_visit(
    state: &State,
    rules: &Rules,
    purpose: PurposeId,
    note: Option<Note>,
    session: Option<NewSession>,
    now: Moment,
) -> Option<NewVisit> {
    let guest = state.walk.guest.as_ref()?;
    let (_, started_utc) = state.walk.started.unwrap_or((now.mono, now.utc));
    let walk = walked(state, now);
    let drift = (now.utc - started_utc) - TimeDelta::from_std(walk).unwrap_or_default();
    Some(NewVisit {
        id: now.fresh,
        at: now.utc,
        local_date: rules.local_date(now.utc),
        kiosk: rules.kiosk.clone(),
        visitor: guest.visitor.clone(),
        purpose,
        note,
        session,
        entry: guest.entry,
        walk_millis: millis(walk),
        clock_suspect: drift.abs() > CLOCK_TOLERANCE || now.utc.year() < FIRST_CREDIBLE_YEAR,
    })
}

fn begin(
    state: &mut State,
    visit: NewVisit,
    purposes: Purposes,
    seat: Option<SeatChoice>,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    out.push(Effect::Record(Box::new(visit.clone())));
    let phase = RecordingPhase::Writing(now.mono);
    state.looking = None;
    state.strip = None;
    state.screen = Screen::Recording(Box::new(Recording { visit, purposes, seat, phase, attempts: 1 }));
}

/// How long the visitor has been at it, from the first touch or scan.
fn walked(state: &State, now: Moment) -> Duration {
    state.walk.started.map_or(Duration::ZERO, |(started, _)| now.mono.saturating_sub(started))
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

pub(super) fn try_again_when_due(state: &mut State, now: Moment, out: &mut Vec<Effect>) {
    let walk = walked(state, now);
    let Some(r) = recording(state) else { return };
    if matches!(r.phase, RecordingPhase::Waiting(until) if now.mono >= until) {
        r.attempts += 1;
        write_again(r, walk, now, out);
    }
}

/// "Coba lagi": three more tries of the same visit.
pub(super) fn retry(state: &mut State, now: Moment, out: &mut Vec<Effect>) {
    let walk = walked(state, now);
    let Some(r) = recording(state) else { return };
    if r.phase == RecordingPhase::Failed {
        r.attempts = 1;
        write_again(r, walk, now, out);
    }
}

/// The same visit once more, of the same moment; the waiting in between belongs to its check-in.
fn write_again(r: &mut Recording, walk: Duration, now: Moment, out: &mut Vec<Effect>) {
    r.phase = RecordingPhase::Writing(now.mono);
    r.visit.walk_millis = millis(walk);
    out.push(Effect::Record(Box::new(r.visit.clone())));
}

pub(super) fn failed(state: &mut State, id: VisitId, now: Moment) {
    state.touched = now.mono;
    let Some(r) = recording(state) else { return };
    if r.visit.id == id && matches!(r.phase, RecordingPhase::Writing(_)) {
        r.phase = if r.attempts < TRIES { RecordingPhase::Waiting(now.mono + PAUSE) } else { RecordingPhase::Failed };
    }
}

pub(super) fn recorded(state: &mut State, rules: &Rules, receipt: &Receipt, now: Moment, out: &mut Vec<Effect>) {
    let lasts = state.stretched(rules.thank_you);
    let Some(r) = recording(state).filter(|r| r.visit.id == receipt.id) else { return };
    let done = Done {
        greeting: r.purposes.greeting.clone(),
        kind: Some(r.purposes.kind),
        visit: Some(receipt.id),
        purpose: r.visit.purpose.clone(),
        at: receipt.at,
        ends: now.mono + lasts,
        lasts,
        outcome: outcome(receipt.placed.clone()),
        undo: UndoPhase::Offered,
    };
    thank(state, done, now, out);
}

fn outcome(placed: Option<Placed>) -> Outcome {
    match placed {
        None => Outcome::Visit,
        Some(Placed::Seated(seated)) => {
            Outcome::Seated { seat: seated.seat, exit_code: seated.exit_code, moved: false }
        }
        Some(Placed::Queued(queued)) => Outcome::Queued { number: queued.number, likely: queued.likely },
    }
}

fn thank(state: &mut State, done: Done, now: Moment, out: &mut Vec<Effect>) {
    state.screen = Screen::Done(done);
    state.dialog = None;
    state.idle_ends = None;
    state.strip = None;
    state.walk.trail.clear();
    start_waiting_scan(state, now, out);
}

/// Thanks for something that is no new visit: a move, a claimed number, a check-out.
fn thank_for(
    state: &mut State,
    rules: &Rules,
    who: (String, Option<MembershipType>),
    at: DateTime<Utc>,
    outcome: Outcome,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    let Some(purpose) = rules.internet.clone() else { return };
    let lasts = state.stretched(rules.thank_you);
    let (greeting, kind) = who;
    let ends = now.mono + lasts;
    let done = Done { greeting, kind, visit: None, purpose, at, ends, lasts, outcome, undo: UndoPhase::Never };
    thank(state, done, now, out);
}

/// A session was moved, or a queue number has its computer.
pub(super) fn done_seated(
    state: &mut State,
    rules: &Rules,
    who: (String, Option<MembershipType>),
    seated: Seated,
    moved: bool,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    // A code that the visitor has already is told again all the same: the number may have been claimed by number.
    let outcome = Outcome::Seated { seat: seated.seat, exit_code: seated.exit_code, moved };
    thank_for(state, rules, who, seated.started, outcome, now, out);
}

/// A queue number queues anew.
pub(super) fn done_queued(state: &mut State, rules: &Rules, queued: &Queued, now: Moment, out: &mut Vec<Effect>) {
    let outcome = Outcome::Queued { number: queued.number, likely: queued.likely };
    thank_for(state, rules, (String::new(), None), now.utc, outcome, now, out);
}

/// A session has ended.
pub(super) fn done_left(
    state: &mut State,
    rules: &Rules,
    left: Left,
    reported: bool,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    let name = left.name.map(|name| name.greeting().to_owned()).unwrap_or_default();
    let outcome = Outcome::Left { seat: left.seat, started: left.started, ended: left.ended, reported };
    thank_for(state, rules, (name, None), left.ended, outcome, now, out);
}

/// A card that was shown while the book was busy begins the next walk (rule 12).
fn start_waiting_scan(state: &mut State, now: Moment, out: &mut Vec<Effect>) {
    if let Some(card) = state.waiting_scan.take() {
        let own = state.walk.guest.as_ref().and_then(|g| g.visitor.card()) == Some(&card);
        if !own {
            use_card(state, card, now, out);
        }
    }
}

/// The book is at work on something that must not be interrupted.
pub(super) fn is_busy(state: &State) -> bool {
    match &state.screen {
        Screen::Recording(_) => true,
        Screen::Done(d) => d.undo == UndoPhase::Voiding,
        Screen::Seat(choice) => choice.saving.is_some(),
        Screen::CheckOut(c) => c.writing.as_ref().is_some_and(|w| w.phase != RecordingPhase::Failed),
        _ => false,
    }
}

/// "Salah? Batalkan": asks once; the countdown begins anew behind the question.
pub(super) fn undo(state: &mut State, now: Moment) {
    if let Screen::Done(done) = &mut state.screen
        && done.undo == UndoPhase::Offered
    {
        done.ends = now.mono + done.lasts;
        state.dialog = Some(Dialog::UndoVisit);
    }
}

pub(super) fn undo_confirmed(state: &mut State, out: &mut Vec<Effect>) {
    if let Screen::Done(done) = &mut state.screen
        && let Some(id) = done.visit
    {
        done.undo = UndoPhase::Voiding;
        out.push(Effect::Void { id, reason: VoidReason::Visitor });
    }
}

pub(super) fn voided(state: &mut State, rules: &Rules, id: VisitId, now: Moment, out: &mut Vec<Effect>) {
    if matches!(&state.screen, Screen::Done(d) if d.visit == Some(id) && d.undo == UndoPhase::Voiding) {
        state.last_card = None;
        go_home(state, rules, out);
        show_strip(state, Strip::Undone, now);
        start_waiting_scan(state, now, out);
    }
}

pub(super) fn void_failed(state: &mut State, rules: &Rules, id: VisitId, now: Moment, out: &mut Vec<Effect>) {
    let lasts = state.stretched(rules.thank_you);
    if let Screen::Done(done) = &mut state.screen
        && done.visit == Some(id)
        && done.undo == UndoPhase::Voiding
    {
        done.undo = UndoPhase::Failed;
        done.ends = now.mono + lasts;
        start_waiting_scan(state, now, out);
    }
}
