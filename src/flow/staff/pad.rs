//! The pad: figures in, and what the sixth one does.

use std::time::Duration;

use super::event::{Effect, Event, Refusal, Rules, Verdict};
use super::page::{Hands, Pages};
use super::state::{Desk, Goal, Notice, Pad, Panel, Side};
use crate::domain::pin::Pin;
use crate::domain::staff::{Figures, Staff};

/// An event while the pad is shown.
pub(super) fn on(desk: &mut Desk, rules: &Rules, event: Event, now: Duration, out: &mut Vec<Effect>) {
    let closed = desk.closed(now).is_some();
    let Side::Pad(pad) = &mut desk.side else { return };
    match event {
        Event::Typed(_) | Event::Backspace | Event::Clear if pad.checking.is_some() || closed => {}
        Event::Typed(c) => {
            if pad.figures.push(c) {
                pad.notice = None;
            }
            if pad.figures.complete().is_some() {
                sixth(desk, now, out);
            }
        }
        Event::Backspace => pad.figures.pop(),
        Event::Clear => pad.figures.clear(),
        Event::Leave => desk.side = Side::Visitor,
        Event::Checked { ticket, verdict } if pad.checking == Some(ticket) => {
            checked(desk, rules, verdict, now, out);
        }
        Event::FirstPin { ticket, outcome } if pad.checking == Some(ticket) => {
            first_pin(desk, rules, outcome, now, out);
        }
        _ => {}
    }
}

/// Six figures stand.
fn sixth(desk: &mut Desk, now: Duration, out: &mut Vec<Effect>) {
    let ticket = desk.next_ticket();
    let Side::Pad(pad) = &mut desk.side else { return };
    let permission = match &pad.goal {
        Goal::Panel => None,
        Goal::Permission(permission) => Some(*permission),
        Goal::NewPin | Goal::NewPinAgain(_) => return new_pin(pad, ticket, now, out),
    };
    pad.checking = Some(ticket);
    // The dots stay while the figures are looked up; the figures themselves go with the effect.
    out.push(Effect::CheckPin { ticket, figures: pad.figures.clone(), permission });
}

/// Six figures of a PIN that is being chosen.
fn new_pin(pad: &mut Pad, ticket: u64, now: Duration, out: &mut Vec<Effect>) {
    let figures = std::mem::take(&mut pad.figures);
    let goal = std::mem::replace(&mut pad.goal, Goal::NewPin);
    match (Pin::choose(figures), goal) {
        (Ok(again), Goal::NewPinAgain(pin)) if again == pin => {
            pad.goal = Goal::NewPinAgain(again);
            pad.checking = Some(ticket);
            out.push(Effect::SetFirstPin { ticket, pin });
        }
        (_, Goal::NewPinAgain(_)) => pad.notice = Some(Notice::Differs),
        (Ok(pin), _) => *pad = Pad::new(Goal::NewPinAgain(pin), now),
        (Err(weak), _) => pad.notice = Some(Notice::Weak(weak)),
    }
}

fn checked(desk: &mut Desk, rules: &Rules, verdict: Verdict, now: Duration, out: &mut Vec<Effect>) {
    let Side::Pad(pad) = &mut desk.side else { return };
    pad.checking = None;
    pad.figures = Figures::default();
    pad.touched = now;
    match verdict {
        Verdict::Right(staff) => {
            let goal = pad.goal.clone();
            forgive(desk);
            match goal {
                Goal::Permission(permission) => {
                    out.push(Effect::Permit { permission, by: staff.id });
                    desk.side = Side::Visitor;
                }
                _ => open(desk, rules, staff, now, out),
            }
        }
        Verdict::Code if pad.goal == Goal::Panel => {
            *pad = Pad::new(Goal::NewPin, now);
            forgive(desk);
        }
        Verdict::Code => pad.notice = Some(Notice::Wrong),
        Verdict::Wrong(left) => {
            pad.notice = Some(Notice::Wrong);
            desk.tries_left = left;
        }
        Verdict::Closed(remaining) => {
            pad.notice = None;
            close(desk, remaining, now);
        }
        Verdict::Failed => pad.notice = Some(Notice::Failed),
    }
}

fn first_pin(desk: &mut Desk, rules: &Rules, outcome: Result<Staff, Refusal>, now: Duration, out: &mut Vec<Effect>) {
    let (goal, notice) = match outcome {
        Ok(staff) => return open(desk, rules, staff, now, out),
        Err(Refusal::NotFirst) => (Goal::Panel, Notice::NotFirst),
        Err(Refusal::Taken) => (Goal::NewPin, Notice::Taken),
        Err(Refusal::Failed) => (Goal::NewPin, Notice::Failed),
    };
    desk.side = Side::Pad(Pad { notice: Some(notice), ..Pad::new(goal, now) });
}

fn open(desk: &mut Desk, rules: &Rules, staff: Staff, now: Duration, out: &mut Vec<Effect>) {
    let Some(tab) = rules.tabs.first() else {
        desk.side = Side::Visitor;
        return;
    };
    let mut panel = Panel { staff, tab: *tab, exit_asked: false, pages: Pages::default(), touched: now };
    let system_dialogs = panel.system_dialogs(rules);
    let mut hands = Hands { staff: &panel.staff, now, system_dialogs, ticket: &mut desk.ticket, out };
    panel.pages.opened(panel.tab, &mut hands);
    desk.side = Side::Panel(Box::new(panel));
}

fn forgive(desk: &mut Desk) {
    desk.tries_left = Desk::default().tries_left;
    desk.closed_until = None;
}

/// Notes that the pad is closed for so long from now on; afterwards all tries are there again.
pub(super) fn close(desk: &mut Desk, remaining: Duration, now: Duration) {
    desk.tries_left = Desk::default().tries_left;
    desk.closed_until = Some(now + remaining);
}
