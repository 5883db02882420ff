//! The one function that changes the state.

use super::event::{Effect, Event, Moment};
use super::room::{self, Queue, gate, leave, seat};
use super::rules::Rules;
use super::state::{CardEntry, Dialog, NameOnly, Recording, RecordingPhase, Screen, State, Strip, UndoPhase, Walk};
use super::{card, forms, idle, record};
use crate::domain::visit::{MembershipType, VoidReason};

/// Applies one event to the state and says what is to be done.
pub fn update(state: &mut State, rules: &Rules, event: Event, now: Moment) -> Vec<Effect> {
    let mut out = Vec::new();
    if state.idle_ends.is_some() && !idle_answer(state, rules, &event, now, &mut out) {
        return out;
    }
    if State::is_touch(&event) {
        state.touched = now.mono;
    }
    if state.dialog.is_some() && is_covered(&event) {
        return out;
    }
    match event {
        Event::Tick => tick(state, rules, now, &mut out),
        Event::Touched | Event::StayHere(_) => {}
        Event::Scanned(text) => card::scanned(state, rules, &text, now, &mut out),
        Event::Unreadable => card::unreadable(state, now),
        Event::Reader(reader) => state.reader = reader,
        Event::Looked { ticket, answer } => card::looked(state, rules, ticket, answer, now, &mut out),
        Event::LookFailed { ticket } => card::look_failed(state, ticket, now),
        Event::Choose(kind) => choose(state, rules, kind, now),
        Event::ServiceInfo => service_info(state),
        Event::TypeNumber => type_number(state, now),
        Event::Language(lang) => state.lang = lang,
        Event::ToggleAa => state.aa = !state.aa,
        Event::Typed(c) => typed(state, rules, c, now, &mut out),
        Event::Backspace => forms::backspace(state, rules),
        Event::Clear => forms::clear(state),
        Event::Focus(field) => forms::focus(state, field),
        Event::Answer(answer) => forms::answer(state, answer),
        Event::Open(question) => forms::open(state, question),
        Event::Step { sex, up } => forms::step(state, sex, up),
        Event::Next => next(state, rules, now, &mut out),
        Event::Back => back(state, rules, &mut out),
        Event::Cancel => cancel(state, rules, &mut out),
        Event::CallStaff => call_staff(state),
        Event::CorrectNumber => card::correct(state),
        Event::WithoutCard => card::without(state, rules),
        Event::Identity(yes) => card::identity(state, rules, yes, now),
        Event::Purpose(id) => record::choose(state, rules, &id, now, &mut out),
        Event::RecordAgain => card::record_again(state, rules, now),
        Event::Finish => finish(state, rules),
        Event::Undo => record::undo(state, now),
        Event::Retry if matches!(state.screen, Screen::CheckOut(_)) => leave::retry(state, now, &mut out),
        Event::Retry => record::retry(state, now, &mut out),
        Event::Dialog(primary) => dialog(state, rules, primary, now, &mut out),
        Event::Recorded(receipt) => record::recorded(state, rules, &receipt, now, &mut out),
        Event::RecordFailed(id) => record::failed(state, id, now),
        Event::NotSeated { id, refusal } => seat::not_seated(state, rules, id, refusal, now),
        Event::Room(room) => seat::room_changed(state, room, now),
        Event::Replied { ticket, reply } => room::replied(state, rules, ticket, reply, now, &mut out),
        Event::FinishInternet => leave::begin(state, rules, now),
        Event::MoveSeat => seat::to_move(state, rules, now),
        Event::OtherVisit => card::other_visit(state, rules, now),
        Event::Seat(name) if matches!(state.screen, Screen::Leaver(_)) => leave::by_seat(state, &name),
        Event::Seat(name) => seat::choose(state, &name),
        Event::TakeNumber => seat::take_number(state, rules, now, &mut out),
        Event::ClaimTurn => seat::claim_turn(state, now),
        Event::AskStaff => gate::ask_staff(state, &mut out),
        Event::Permitted(by) => gate::permitted(state, rules, by, now),
        Event::Point(point) => leave::point(state, point),
        Event::Rate(score) => leave::rate(state, score),
        Event::RateWords => leave::write_words(state),
        Event::Untidy(reason) => leave::untidy(state, rules, reason, now, &mut out),
        Event::Voided(id) => record::voided(state, rules, id, now, &mut out),
        Event::VoidFailed(id) => record::void_failed(state, rules, id, now, &mut out),
    }
    out
}

/// Welcome with nothing left of the visitor. A visit that may or may not stand in the book is voided.
pub(super) fn go_home(state: &mut State, rules: &Rules, out: &mut Vec<Effect>) {
    if let Screen::Recording(r) = &state.screen {
        out.push(Effect::Void { id: r.visit.id, reason: VoidReason::Abandoned });
    }
    state.screen = Screen::Welcome;
    state.walk = Walk::default();
    state.dialog = None;
    state.strip = None;
    state.idle_ends = None;
    state.looking = None;
    state.asking = None;
    state.unreadable = 0;
    state.lang = rules.language;
    state.aa = false;
}

/// Goes on to `screen`; "Kembali" leads back to the present one.
pub(super) fn go_on(state: &mut State, screen: Screen) {
    let left = std::mem::replace(&mut state.screen, screen);
    if left != Screen::Welcome {
        state.walk.trail.push(left);
    }
}

pub(super) fn show_strip(state: &mut State, strip: Strip, now: Moment) {
    state.strip = Some((strip, now.mono + idle::STRIP));
}

/// Handles an event while "Masih di sana?" stands; says whether the event goes on to the screen below.
fn idle_answer(state: &mut State, rules: &Rules, event: &Event, now: Moment, out: &mut Vec<Effect>) -> bool {
    match event {
        Event::Tick if state.idle_ends.is_some_and(|ends| now.mono >= ends) => go_home(state, rules, out),
        // Below the warning a strip still goes by itself.
        Event::Tick => return true,
        Event::StayHere(false) => go_home(state, rules, out),
        Event::Scanned(text) if rules.card.parse(text).is_some() => {
            go_home(state, rules, out);
            return true;
        }
        event if State::is_touch(event) || *event == Event::StayHere(true) => {
            state.idle_ends = None;
            state.touched = now.mono;
        }
        _ => return true,
    }
    false
}

/// Events of the screen that a dialog covers.
fn is_covered(event: &Event) -> bool {
    State::is_touch(event)
        && !matches!(
            event,
            Event::Dialog(_)
                | Event::Untidy(_)
                | Event::Scanned(_)
                | Event::Unreadable
                | Event::Language(_)
                | Event::Back
                | Event::Cancel
        )
}

fn tick(state: &mut State, rules: &Rules, now: Moment, out: &mut Vec<Effect>) {
    if state.strip.as_ref().is_some_and(|(_, until)| now.mono >= *until) {
        state.strip = None;
    }
    if state.last_card.as_ref().is_some_and(|(_, at)| now.mono >= *at + rules.debounce) {
        state.last_card = None;
    }
    match &state.screen {
        Screen::Done(d) if d.undo != UndoPhase::Voiding && now.mono >= d.ends => {
            go_home(state, rules, out);
        }
        Screen::Recording(_) => record::try_again_when_due(state, now, out),
        Screen::CheckOut(_) => leave::try_again_when_due(state, now, out),
        _ => {}
    }
    if state.reset_due(rules).is_some_and(|due| now.mono >= due) {
        state.lang = rules.language;
        state.aa = false;
    }
    if state.warning_due(rules).is_some_and(|due| now.mono >= due) {
        state.idle_ends = Some(now.mono + state.warning_lasts(rules));
    }
}

fn choose(state: &mut State, rules: &Rules, kind: MembershipType, now: Moment) {
    if state.screen != Screen::Welcome || state.looking.is_some() {
        return;
    }
    state.walk.started = Some((now.mono, now.utc));
    state.screen = match kind {
        MembershipType::Member => Screen::CardEntry(CardEntry::default()),
        MembershipType::NonMember => forms::non_member(rules),
        MembershipType::Group => forms::group(rules),
    };
}

fn service_info(state: &mut State) {
    if state.screen == Screen::Welcome && state.looking.is_none() {
        state.strip = None;
        state.screen = Screen::ServiceInfo;
    }
}

fn type_number(state: &mut State, now: Moment) {
    if record::is_busy(state) || matches!(state.screen, Screen::CardEntry(_) | Screen::Recording(_) | Screen::Done(_)) {
        return;
    }
    state.strip = None;
    state.walk.started.get_or_insert((now.mono, now.utc));
    go_on(state, Screen::CardEntry(CardEntry::default()));
}

/// Digits choose tiles; everywhere else a character goes into the field that is typed in.
fn typed(state: &mut State, rules: &Rules, c: char, now: Moment, out: &mut Vec<Effect>) {
    match &state.screen {
        Screen::Welcome => match c {
            '1' => choose(state, rules, MembershipType::Member, now),
            '2' => choose(state, rules, MembershipType::NonMember, now),
            '3' => choose(state, rules, MembershipType::Group, now),
            _ => {}
        },
        Screen::Purpose(p) => {
            let index = c.to_digit(10).and_then(|d| d.checked_sub(1)).map(|i| i as usize);
            let shown = rules.purposes.iter().filter(|t| t.shown_to(p.kind));
            if let Some(id) = index.and_then(|i| shown.map(|t| t.id.clone()).nth(i)) {
                record::choose(state, rules, &id, now, out);
            }
        }
        _ => forms::typed(state, rules, c),
    }
}

fn next(state: &mut State, rules: &Rules, now: Moment, out: &mut Vec<Effect>) {
    match &state.screen {
        Screen::CardEntry(_) => card::look_up_typed(state, rules, now, out),
        Screen::CardNotice(_) => card::to_purposes(state, rules),
        Screen::NameOnly(NameOnly { .. }) => card::name_given(state, rules),
        Screen::NonMember(_) => forms::non_member_next(state, rules),
        Screen::Group(_) => forms::group_next(state, rules),
        Screen::Note(_) => record::note_given(state, rules, now, out),
        Screen::Seat(_) => seat::take(state, rules, now, out),
        Screen::Turn(_) => seat::turn_given(state, rules, now),
        Screen::LeaverCode(_) => leave::code_given(state, out),
        Screen::CheckOut(_) => leave::finish(state, now, out),
        Screen::Words(_) => leave::words_given(state),
        _ => {}
    }
}

fn back(state: &mut State, rules: &Rules, out: &mut Vec<Effect>) {
    if state.dialog.take().is_some() {
        return;
    }
    if let Screen::Recording(r) = &state.screen {
        if r.phase != RecordingPhase::Failed {
            return;
        }
        out.push(Effect::Void { id: r.visit.id, reason: VoidReason::Abandoned });
        if let Some(seat) = r.seat.clone() {
            state.screen = Screen::Seat(seat);
            return;
        }
        let purposes = r.purposes.clone();
        if matches!(state.walk.trail.last(), Some(Screen::Purpose(_))) {
            state.walk.trail.pop();
        }
        state.screen = Screen::Purpose(purposes);
        return;
    }
    if record::is_busy(state) {
        return;
    }
    state.looking = None;
    state.asking = None;
    match state.walk.trail.pop() {
        Some(screen) => state.screen = screen,
        None => go_home(state, rules, out),
    }
}

fn cancel(state: &mut State, rules: &Rules, out: &mut Vec<Effect>) {
    if state.dialog.take().is_some() {
        return;
    }
    let busy = match &state.screen {
        Screen::Recording(r) => r.phase != RecordingPhase::Failed,
        _ => record::is_busy(state),
    };
    if busy || state.screen == Screen::Welcome {
        return;
    }
    if state.has_entries() {
        state.dialog = Some(Dialog::CancelEntry);
    } else {
        go_home(state, rules, out);
    }
}

fn call_staff(state: &mut State) {
    if !matches!(&state.screen, Screen::Welcome | Screen::Done(_)) {
        state.dialog = Some(Dialog::CallStaff);
    }
}

fn finish(state: &mut State, rules: &Rules) {
    match &state.screen {
        Screen::Done(d) if d.undo == UndoPhase::Voiding => {}
        Screen::Done(_)
        | Screen::Repeated(_)
        | Screen::ServiceInfo
        | Screen::RoomClosed(_)
        | Screen::Queue(Queue::Waiting { .. } | Queue::Missed { .. })
        | Screen::Leaver(_)
        | Screen::LeaverCode(_) => go_home(state, rules, &mut Vec::new()),
        _ => {}
    }
}

fn dialog(state: &mut State, rules: &Rules, primary: bool, now: Moment, out: &mut Vec<Effect>) {
    let Some(dialog) = state.dialog.take() else { return };
    match (dialog, primary) {
        (Dialog::CancelEntry, false) => go_home(state, rules, out),
        (Dialog::UseCard(card), true) | (Dialog::OtherCard(card), false) => card::use_card(state, card, now, out),
        (Dialog::ConfirmPeople(_), true) => forms::group_confirmed(state, rules),
        (Dialog::UndoVisit, true) => record::undo_confirmed(state, out),
        _ => {}
    }
}

/// The screen while a visit is written; kept here because `go_home` and `back` must know it.
pub(super) fn recording(state: &mut State) -> Option<&mut Recording> {
    match &mut state.screen {
        Screen::Recording(r) => Some(r),
        _ => None,
    }
}
