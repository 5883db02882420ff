//! From the internet tile into the room: who may, and what the others are told (rules 1, 2, 5 and 9 of the walk).

use super::seat;
use super::state::{Closed, Gate, Queue, Right, SeatChoice, Wants};
use crate::domain::demographics::AgeGroup;
use crate::domain::internet::{Ask, RefusedFor};
use crate::domain::member::Standing;
use crate::domain::staff::StaffId;
use crate::domain::visit::{MembershipType, Visitor};
use crate::flow::event::{Effect, Moment};
use crate::flow::rules::Rules;
use crate::flow::staff::Permission;
use crate::flow::state::{Guest, InternetTile, Screen, State, Strip};
use crate::flow::update::{go_on, show_strip};

/// The internet tile was touched. It records nothing by itself.
pub(in crate::flow) fn enter(
    state: &mut State,
    rules: &Rules,
    tile: &InternetTile,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    match tile {
        InternetTile::Open => to_seat(state, rules, now),
        InternetTile::Seated(seat) => show_strip(state, Strip::StillSeated(seat.clone()), now),
        // Whoever has no card in order need not come back for it at the wrong time.
        InternetTile::Refused(_) if !rules.room_is_open(now.utc) => go_on(state, closed(rules, now)),
        InternetTile::Refused(why) => refuse(state, *why, now, out),
    }
}

/// The screen that says when the room opens next.
pub(super) fn closed(rules: &Rules, now: Moment) -> Screen {
    Screen::RoomClosed(Closed { opens: rules.hours.next_opening(rules.local(now.utc)) })
}

/// Tells the requirement; counted once a walk.
fn refuse(state: &mut State, why: RefusedFor, now: Moment, out: &mut Vec<Effect>) {
    let Some(guest) = &state.walk.guest else { return };
    let kind = guest.visitor.membership_type();
    if !std::mem::replace(&mut state.walk.turned_away, true) {
        let ticket = state.next_ticket();
        out.push(Effect::Ask { ticket, ask: Ask::TurnedAway { why, at: now.utc } });
    }
    go_on(state, Screen::Gate(Gate { kind, why }));
}

/// For want of what this guest is refused; `None`: the room is open to them.
pub(in crate::flow) fn refused(rules: &Rules, guest: &Guest) -> Option<RefusedFor> {
    match (&guest.visitor, guest.standing) {
        _ if !rules.internet_needs_card => None,
        (Visitor::NonMember { .. } | Visitor::Group(_), _) => Some(RefusedFor::NoCard),
        (Visitor::Member { .. }, standing) if crate::flow::card::internet_allowed(rules, standing) => None,
        (Visitor::Member { .. }, Standing::Blocked) => Some(RefusedFor::Blocked),
        (Visitor::Member { .. }, _) => Some(RefusedFor::Expired),
    }
}

/// "Minta izin petugas": the pad opens for this one act.
pub(in crate::flow) fn ask_staff(state: &State, out: &mut Vec<Effect>) {
    if matches!(state.screen, Screen::Gate(_)) {
        out.push(Effect::AskStaff(Permission::Internet));
    }
}

/// Staff allow this one visit.
pub(in crate::flow) fn permitted(state: &mut State, rules: &Rules, by: StaffId, now: Moment) {
    if matches!(state.screen, Screen::Gate(_)) {
        state.touched = now.mono;
        state.walk.allowed = Some(by);
        // The gate is passed: "Kembali" leads from the seat to the purposes.
        if let Some(purposes) = state.walk.trail.pop() {
            state.screen = purposes;
        }
        to_seat(state, rules, now);
    }
}

/// On to a suggested seat, to the queue when all are taken, or to the hours when the room is closed.
pub(in crate::flow) fn to_seat(state: &mut State, rules: &Rules, now: Moment) {
    if !rules.room_is_open(now.utc) {
        return go_on(state, closed(rules, now));
    }
    let Some(guest) = &state.walk.guest else { return };
    if state.room.seats.is_empty() {
        // The book has not told of the room yet; it does so within a moment of the start.
        return show_strip(state, Strip::RoomFailed, now);
    }
    let Some(seat) = state.room.suggested(age(guest)).map(|seat| seat.name.clone()) else {
        return go_on(state, Screen::Queue(Queue::Offered));
    };
    let right = match (&guest.visitor, state.walk.allowed) {
        (_, Some(_)) => Right::Permitted,
        (Visitor::Member { unverified: false, .. }, None) if guest.standing == Standing::Valid => Right::Card,
        _ => Right::Unsaid,
    };
    let (greeting, kind) = (greeting(guest), Some(guest.visitor.membership_type()));
    go_on(state, Screen::Seat(SeatChoice { greeting, kind, seat, wants: Wants::Visit, right, saving: None }));
}

/// The word that greets: a first name, or a group's institution.
pub(in crate::flow) fn greeting(guest: &Guest) -> String {
    match &guest.visitor {
        Visitor::Group(party) => party.institution().as_str().to_owned(),
        visitor => visitor.name().greeting().to_owned(),
    }
}

/// The age by which a seat is suggested; of a group nothing is known.
pub(super) fn age(guest: &Guest) -> Option<AgeGroup> {
    match &guest.visitor {
        Visitor::Member { demographics, .. } | Visitor::NonMember { demographics, .. } => demographics.age_group,
        Visitor::Group(_) => None,
    }
}

/// What the card of this walk has in the room already, before its purposes: a session, or a queue number (rules 3
/// and 9). A number means nothing while the room is closed. False: nothing.
pub(in crate::flow) fn already_there(state: &mut State, rules: &Rules, now: Moment) -> bool {
    let Some(found) = &state.walk.found else { return false };
    if let Some(session) = found.session.clone() {
        go_on(state, Screen::StillSeated(super::state::StillSeated { session }));
        return true;
    }
    let Some(ticket) = found.ticket.clone().filter(|_| rules.room_is_open(now.utc)) else { return false };
    let name = found.member.as_ref().map(|m| m.name.greeting().to_owned()).unwrap_or_default();
    seat::number(state, &ticket, &name, Some(MembershipType::Member));
    true
}
