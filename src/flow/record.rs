//! From a purpose to the row in the book, and its undoing. Done is built here alone, from the book's receipt.

use std::time::Duration;

use chrono::{Datelike, TimeDelta};

use super::card::{internet_allowed, use_card};
use super::event::{Effect, Moment};
use super::rules::Rules;
use super::state::{
    Badge, Dialog, Done, Guest, InternetTile, NoteEntry, Purposes, Recording, RecordingPhase, Screen, State, Strip,
    Typed, UndoPhase,
};
use super::update::{go_home, go_on, recording, show_strip};
use crate::domain::member::Standing;
use crate::domain::name::Note;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{NewVisit, Receipt, VisitId, Visitor, VoidReason};

/// Tries before the visitor is asked.
const TRIES: u8 = 3;
/// Time between two tries.
const PAUSE: Duration = Duration::from_secs(1);
/// A wall clock that moved by more than this against the running time was turned during the walk.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::seconds(30);
/// A year before this program existed: the clock's battery is empty.
const FIRST_CREDIBLE_YEAR: i32 = 2026;

pub(super) fn purposes_for(rules: &Rules, guest: &Guest) -> Purposes {
    let greeting = match &guest.visitor {
        Visitor::Group(party) => party.institution().as_str().to_owned(),
        visitor => visitor.name().greeting().to_owned(),
    };
    let badge = match (&guest.visitor, guest.standing) {
        (Visitor::NonMember { .. }, _) => Badge::NonMember,
        (Visitor::Group(_), _) => Badge::Group,
        (Visitor::Member { .. }, Standing::Valid) => Badge::Active,
        (Visitor::Member { .. }, Standing::Expired(_)) => Badge::Expired,
        (Visitor::Member { .. }, Standing::Blocked) => Badge::Member,
    };
    let internet = match &guest.visitor {
        _ if !rules.internet_needs_card => InternetTile::Open,
        Visitor::Member { .. } if internet_allowed(rules, guest.standing) => InternetTile::Open,
        Visitor::Member { .. } | Visitor::NonMember { .. } => InternetTile::NeedsCard,
        Visitor::Group(_) => InternetTile::AskStaff,
    };
    Purposes { greeting, kind: guest.visitor.membership_type(), badge, internet }
}

pub(super) fn choose(state: &mut State, rules: &Rules, id: &PurposeId, now: Moment, out: &mut Vec<Effect>) {
    let Screen::Purpose(purposes) = &state.screen else { return };
    let kind = purposes.kind;
    if rules.purpose(id).is_none_or(|p| !p.shown_to(kind)) {
        return show_strip(state, Strip::PurposeGone, now);
    }
    if rules.internet.as_ref() == Some(id) {
        match purposes.internet {
            InternetTile::Open => {}
            InternetTile::NeedsCard => return state.dialog = Some(Dialog::InternetNeedsCard),
            InternetTile::AskStaff => return state.dialog = Some(Dialog::InternetAskStaff),
        }
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
    let Some(guest) = &state.walk.guest else { return };
    let (_, started_utc) = state.walk.started.unwrap_or((now.mono, now.utc));
    let walk = walked(state, now);
    let drift = (now.utc - started_utc) - TimeDelta::from_std(walk).unwrap_or_default();
    let visit = NewVisit {
        id: now.fresh,
        at: now.utc,
        local_date: rules.local_date(now.utc),
        kiosk: rules.kiosk.clone(),
        visitor: guest.visitor.clone(),
        purpose,
        note,
        entry: guest.entry,
        walk_millis: millis(walk),
        clock_suspect: drift.abs() > CLOCK_TOLERANCE || now.utc.year() < FIRST_CREDIBLE_YEAR,
    };
    out.push(Effect::Record(Box::new(visit.clone())));
    let phase = RecordingPhase::Writing(now.mono);
    state.looking = None;
    state.strip = None;
    state.screen = Screen::Recording(Box::new(Recording { visit, purposes, phase, attempts: 1 }));
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

pub(super) fn recorded(state: &mut State, rules: &Rules, receipt: Receipt, now: Moment, out: &mut Vec<Effect>) {
    let lasts = state.stretched(rules.thank_you);
    let Some(r) = recording(state) else { return };
    if r.visit.id != receipt.id {
        return;
    }
    let done = Done {
        greeting: r.purposes.greeting.clone(),
        kind: r.purposes.kind,
        visit: receipt.id,
        purpose: r.visit.purpose.clone(),
        at: receipt.at,
        ends: now.mono + lasts,
        lasts,
        undo: UndoPhase::Offered,
    };
    state.screen = Screen::Done(done);
    state.dialog = None;
    state.idle_ends = None;
    state.walk.trail.clear();
    start_waiting_scan(state, now, out);
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

pub(super) fn is_busy(state: &State) -> bool {
    matches!(&state.screen, Screen::Recording(_))
        || matches!(&state.screen, Screen::Done(d) if d.undo == UndoPhase::Voiding)
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
    if let Screen::Done(done) = &mut state.screen {
        done.undo = UndoPhase::Voiding;
        out.push(Effect::Void { id: done.visit, reason: VoidReason::Visitor });
    }
}

pub(super) fn voided(state: &mut State, rules: &Rules, id: VisitId, now: Moment, out: &mut Vec<Effect>) {
    if matches!(&state.screen, Screen::Done(d) if d.visit == id && d.undo == UndoPhase::Voiding) {
        state.last_card = None;
        go_home(state, rules, out);
        show_strip(state, Strip::Undone, now);
        start_waiting_scan(state, now, out);
    }
}

pub(super) fn void_failed(state: &mut State, rules: &Rules, id: VisitId, now: Moment, out: &mut Vec<Effect>) {
    let lasts = state.stretched(rules.thank_you);
    if let Screen::Done(done) = &mut state.screen
        && done.visit == id
        && done.undo == UndoPhase::Voiding
    {
        done.undo = UndoPhase::Failed;
        done.ends = now.mono + lasts;
        start_waiting_scan(state, now, out);
    }
}
