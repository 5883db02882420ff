//! The free internet room in the visitor's walk: the gate, the map, the queue, and leaving (SOP steps 2 and 3).
//!
//! What is asked of the book goes out as [`Effect::Ask`] and comes back as
//! [`Event::Replied`](super::Event::Replied). Only the latest ask is waited for; the answer to an earlier one, whose
//! visitor has left, changes nothing on the screen.

pub(super) mod gate;
pub(super) mod leave;
pub(super) mod seat;
mod state;

pub use state::{
    CheckOut, Closed, Gate, Leaver, LeaverCode, Outcome, Queue, Right, SeatChoice, StillSeated, TurnEntry, Wants,
    WordsEntry, Writing,
};

use super::event::{Effect, Moment};
use super::rules::Rules;
use super::state::{Screen, State, Strip};
use super::update::show_strip;
use crate::domain::internet::Reply;

/// The book's answer to an ask; `None`: it could not be used.
pub(super) fn replied(
    state: &mut State,
    rules: &Rules,
    ticket: u64,
    reply: Option<Reply>,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    if leave::waits_for(state, ticket) {
        state.touched = now.mono;
        match reply {
            None => leave::failed(state, now),
            Some(Reply::Left(left)) => leave::left(state, rules, left, now, out),
            Some(_) => leave::refused(state, rules, now, out),
        }
        return;
    }
    if state.asking.take_if(|asking| *asking == ticket).is_none() {
        return;
    }
    state.touched = now.mono;
    match reply {
        None => unanswered(state, now),
        Some(Reply::Identified(who)) => leave::identified(state, who, now),
        Some(Reply::Seated(seated)) => seat::seated(state, rules, seated, now, out),
        Some(Reply::Queued(queued)) => seat::queued(state, rules, &queued, now, out),
        Some(Reply::Refused(refusal)) => seat::refused(state, rules, refusal, now, out),
        Some(Reply::Left(_) | Reply::Noted) => {}
    }
}

/// The book could not be used; nothing was changed.
fn unanswered(state: &mut State, now: Moment) {
    match &mut state.screen {
        Screen::LeaverCode(entry) => {
            entry.checking = false;
            show_strip(state, Strip::LookupFailed, now);
        }
        Screen::Leaver(_) => {
            state.last_card = None;
            show_strip(state, Strip::LookupFailed, now);
        }
        _ => seat::failed(state, now),
    }
}
