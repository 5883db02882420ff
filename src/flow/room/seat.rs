//! The map of the room: the seat that is suggested, another one, and what becomes of it when the room changes
//! meanwhile (rules 1 and 9 of the walk).

use super::gate;
use super::state::{Queue, Right, SeatChoice, StillSeated, TurnEntry, Wants};
use crate::domain::internet::{Ask, NewSession, Place, Queued, Refusal, Room, SeatUse, Seated, Ticket, TicketState};
use crate::domain::visit::{MembershipType, VisitId};
use crate::flow::event::{Effect, Moment};
use crate::flow::record;
use crate::flow::rules::Rules;
use crate::flow::state::{Purposes, Screen, State, Strip};
use crate::flow::update::{go_home, go_on, show_strip};

impl SeatChoice {
    /// Whether a touch takes the computer: it is free, or held for the visitor's own number.
    #[must_use]
    pub fn may_take(&self, usage: &SeatUse) -> bool {
        match (usage, &self.wants) {
            (SeatUse::Free { .. }, _) => true,
            (SeatUse::Held { number }, Wants::Claim { number: own, .. }) => number == own,
            _ => false,
        }
    }
}

/// A free computer on the map was touched.
pub(in crate::flow) fn choose(state: &mut State, name: &str) {
    let State { screen: Screen::Seat(choice), room, .. } = state else { return };
    if choice.saving.is_none() && room.seat(name).is_some_and(|seat| choice.may_take(&seat.usage)) {
        name.clone_into(&mut choice.seat);
    }
}

/// "Pakai PC 07".
pub(in crate::flow) fn take(state: &mut State, rules: &Rules, now: Moment, out: &mut Vec<Effect>) {
    let Screen::Seat(choice) = &mut state.screen else { return };
    if choice.saving.is_some() {
        return;
    }
    if !rules.room_is_open(now.utc) {
        state.screen = gate::closed(rules, now);
        return;
    }
    let ask = match &choice.wants {
        Wants::Visit => {
            let choice = choice.clone();
            let place = Place::Seat(choice.seat.clone());
            return write(state, rules, place, Some(choice), now, out);
        }
        Wants::Move(session) => Ask::Move { session: session.id, to: choice.seat.clone(), at: now.utc },
        Wants::Claim { ticket, .. } => Ask::Claim { ticket: *ticket, seat: Some(choice.seat.clone()), at: now.utc },
    };
    choice.saving = Some(now.mono);
    ask_for(state, ask, out);
}

/// "Ambil nomor antrean": the visit is recorded with a number; or a number that missed its turn queues anew.
pub(in crate::flow) fn take_number(state: &mut State, rules: &Rules, now: Moment, out: &mut Vec<Effect>) {
    match state.screen {
        Screen::Queue(Queue::Offered | Queue::Missed { .. }) if !rules.room_is_open(now.utc) => {
            state.screen = gate::closed(rules, now);
        }
        Screen::Queue(Queue::Offered) => write(state, rules, Place::Queue, None, now, out),
        Screen::Queue(Queue::Missed { ticket, .. }) if state.asking.is_none() => {
            ask_for(state, Ask::QueueAnew { ticket, at: now.utc }, out);
        }
        _ => {}
    }
}

pub(super) fn ask_for(state: &mut State, ask: Ask, out: &mut Vec<Effect>) {
    let ticket = state.next_ticket();
    state.asking = Some(ticket);
    out.push(Effect::Ask { ticket, ask });
}

/// Writes the visit with its place in the room.
fn write(state: &mut State, rules: &Rules, place: Place, seat: Option<SeatChoice>, now: Moment, out: &mut Vec<Effect>) {
    let Some(purposes) = purposes_behind(state) else { return };
    let session = NewSession { place, allowed: state.walk.allowed };
    record::write_placed(state, rules, purposes, session, seat, now, out);
}

/// The purpose screen that the walk came from; it stays on the trail.
fn purposes_behind(state: &State) -> Option<Purposes> {
    state.walk.trail.iter().rev().find_map(|screen| match screen {
        Screen::Purpose(purposes) => Some(purposes.clone()),
        _ => None,
    })
}

/// The room has changed: a chosen seat that is gone is told, and another one is chosen.
pub(in crate::flow) fn room_changed(state: &mut State, room: Box<Room>, now: Moment) {
    state.room = room;
    let State { screen: Screen::Seat(choice), room, .. } = &*state else { return };
    let gone = room.seat(&choice.seat).is_none_or(|seat| !choice.may_take(&seat.usage));
    if gone && choice.saving.is_none() {
        lost(state, None, now);
    }
}

/// The chosen seat cannot be had: another one is chosen (`instead`, if it is free as well), or the queue is offered.
fn lost(state: &mut State, instead: Option<&str>, now: Moment) {
    let age = state.walk.guest.as_ref().and_then(gate::age);
    let State { screen: Screen::Seat(choice), room, .. } = state else { return };
    let taken = choice.seat.clone();
    choice.saving = None;
    let free = |name: &str| room.seat(name).is_some_and(|seat| choice.may_take(&seat.usage)) && name != taken;
    let own = room.seats.iter().find(|s| matches!(s.usage, SeatUse::Held { .. }) && free(&s.seat.name));
    let other = own.map(|s| &s.seat).or_else(|| room.suggested(age)).map(|seat| seat.name.clone());
    let next = instead.filter(|name| *name != taken).map(str::to_owned).or(other.filter(|name| *name != taken));
    if let Some(seat) = next {
        choice.seat.clone_from(&seat);
        return show_strip(state, Strip::SeatTaken { taken, seat }, now);
    }
    let wants = choice.wants.clone();
    match wants {
        Wants::Visit => state.screen = Screen::Queue(Queue::Offered),
        Wants::Move(session) => back_to_session(state, StillSeated { session }),
        Wants::Claim { ticket, number } => state.screen = Screen::Queue(Queue::Missed { ticket, number }),
    }
    show_strip(state, Strip::RoomFull, now);
}

/// From the map back to the question about the open session.
fn back_to_session(state: &mut State, still: StillSeated) {
    if matches!(state.walk.trail.last(), Some(Screen::StillSeated(_))) {
        state.walk.trail.pop();
    }
    state.screen = Screen::StillSeated(still);
}

/// The visit could not get its place; nothing was written.
pub(in crate::flow) fn not_seated(state: &mut State, rules: &Rules, id: VisitId, refusal: Refusal, now: Moment) {
    state.touched = now.mono;
    let seat = match &mut state.screen {
        Screen::Recording(r) if r.visit.id == id => r.seat.take(),
        _ => return,
    };
    let purposes = purposes_behind(state);
    match (refusal, seat) {
        (Refusal::SeatTaken { instead }, Some(choice)) => {
            state.screen = Screen::Seat(SeatChoice { saving: None, ..choice });
            lost(state, instead.as_deref(), now);
        }
        (Refusal::NotFull { seat } | Refusal::SeatTaken { instead: Some(seat) }, _) => {
            // A computer became free while a number was asked for: better than a number.
            drop_purposes(state, purposes);
            gate::to_seat(state, rules, now);
            choose(state, &seat);
        }
        (Refusal::Full | Refusal::SeatTaken { .. }, _) => {
            state.screen = Screen::Queue(Queue::Offered);
            show_strip(state, Strip::RoomFull, now);
        }
        (Refusal::CardQueued { number }, _) => state.screen = Screen::Queue(Queue::Waiting { number }),
        (Refusal::CardSeated { seat }, _) => {
            drop_purposes(state, purposes);
            show_strip(state, Strip::StillSeated(seat), now);
        }
        (Refusal::Ended | Refusal::TicketGone | Refusal::NoSuchSeat, _) => {
            drop_purposes(state, purposes);
            show_strip(state, Strip::RoomFailed, now);
        }
    }
}

/// Back to the purposes, as "Kembali" leads to them.
fn drop_purposes(state: &mut State, purposes: Option<Purposes>) {
    let Some(purposes) = purposes else { return };
    while let Some(screen) = state.walk.trail.pop() {
        if matches!(screen, Screen::Purpose(_)) {
            break;
        }
    }
    state.screen = Screen::Purpose(purposes);
}

/// The answer to a move or a claim, or to queueing anew. False: it was not for these screens.
pub(super) fn seated(state: &mut State, rules: &Rules, seated: Seated, now: Moment, out: &mut Vec<Effect>) {
    if let Screen::Seat(choice) = &state.screen {
        let moved = matches!(choice.wants, Wants::Move(_));
        let who = (choice.greeting.clone(), choice.kind);
        record::done_seated(state, rules, who, seated, moved, now, out);
    }
}

pub(super) fn queued(state: &mut State, rules: &Rules, queued: &Queued, now: Moment, out: &mut Vec<Effect>) {
    if let Screen::Queue(Queue::Missed { .. }) = &state.screen {
        record::done_queued(state, rules, queued, now, out);
    }
}

/// A move, a claim or queueing anew was refused; nothing was written.
pub(super) fn refused(state: &mut State, rules: &Rules, refusal: Refusal, now: Moment, out: &mut Vec<Effect>) {
    match (&state.screen, refusal) {
        (Screen::Seat(_), Refusal::SeatTaken { instead }) => lost(state, instead.as_deref(), now),
        (Screen::Seat(_), Refusal::NoSuchSeat | Refusal::Full) => lost(state, None, now),
        (Screen::Seat(choice), Refusal::Ended) => {
            // Staff freed the computer meanwhile: there is nothing to move.
            let strip = if matches!(choice.wants, Wants::Move(_)) { Strip::LeftAlready } else { Strip::TurnOver };
            go_home(state, rules, out);
            show_strip(state, strip, now);
        }
        (Screen::Queue(_), Refusal::NotFull { seat }) => {
            if let Screen::Queue(Queue::Missed { ticket, number }) = state.screen {
                claim(state, ticket, number, String::new(), None, &seat);
            }
        }
        (Screen::Seat(_) | Screen::Queue(_), Refusal::TicketGone) => {
            go_home(state, rules, out);
            show_strip(state, Strip::TurnOver, now);
        }
        (_, _) => failed(state, now),
    }
}

/// The book could not be used; the screen stays as it was.
pub(super) fn failed(state: &mut State, now: Moment) {
    if let Screen::Seat(choice) = &mut state.screen {
        choice.saving = None;
    }
    show_strip(state, Strip::RoomFailed, now);
}

/// A queue number of the visitor's own: its computer, or where it stands in the queue.
pub(in crate::flow) fn number(state: &mut State, ticket: &Ticket, name: &str, kind: Option<MembershipType>) {
    let free = state.room.suggested(None).map(|seat| seat.name.clone());
    match (&ticket.state, free) {
        (TicketState::Called { seat, .. }, _) => {
            claim(state, ticket.id, ticket.number, name.to_owned(), kind, seat);
        }
        (TicketState::Missed, Some(seat)) => {
            claim(state, ticket.id, ticket.number, name.to_owned(), kind, &seat);
        }
        (TicketState::Missed, None) => {
            go_on(state, Screen::Queue(Queue::Missed { ticket: ticket.id, number: ticket.number }));
        }
        (TicketState::Waiting, _) => go_on(state, Screen::Queue(Queue::Waiting { number: ticket.number })),
    }
}

fn claim(
    state: &mut State,
    ticket: crate::domain::internet::TicketId,
    number: u32,
    greeting: String,
    kind: Option<MembershipType>,
    seat: &str,
) {
    let right = if kind == Some(MembershipType::Member) { Right::Card } else { Right::Unsaid };
    let wants = Wants::Claim { ticket, number };
    go_on(state, Screen::Seat(SeatChoice { greeting, kind, seat: seat.to_owned(), wants, right, saving: None }));
}

/// "Giliran: 14 → PC 03" on Welcome was touched: the number is typed.
pub(in crate::flow) fn claim_turn(state: &mut State, now: Moment) {
    if state.screen == Screen::Welcome && state.looking.is_none() {
        state.walk.started = Some((now.mono, now.utc));
        state.screen = Screen::Turn(TurnEntry::default());
    }
}

/// "Lanjut" behind a typed queue number.
pub(in crate::flow) fn turn_given(state: &mut State, rules: &Rules, now: Moment) {
    let Screen::Turn(entry) = &mut state.screen else { return };
    if !rules.room_is_open(now.utc) {
        return go_on(state, gate::closed(rules, now));
    }
    let ticket = entry.text.parse().ok().and_then(|number: u32| state.room.queue.iter().find(|t| t.number == number));
    match ticket.cloned() {
        Some(ticket) => number(state, &ticket, "", None),
        None => entry.wrong = !entry.text.is_empty(),
    }
}

/// "Pindah komputer".
pub(in crate::flow) fn to_move(state: &mut State, rules: &Rules, now: Moment) {
    let Screen::StillSeated(still) = &state.screen else { return };
    if !rules.room_is_open(now.utc) {
        return go_on(state, gate::closed(rules, now));
    }
    let session = still.session.clone();
    let today = rules.local_date(now.utc);
    let member = state.walk.found.as_ref().and_then(|found| found.member.as_ref());
    let age = member.and_then(|member| member.demographics(today).age_group);
    let Some(seat) = state.room.suggested(age).map(|seat| seat.name.clone()) else {
        return show_strip(state, Strip::RoomFull, now);
    };
    let greeting = session.name.greeting().to_owned();
    let choice = SeatChoice {
        greeting,
        kind: Some(MembershipType::Member),
        seat,
        wants: Wants::Move(session),
        right: Right::Unsaid,
        saving: None,
    };
    go_on(state, Screen::Seat(choice));
}
