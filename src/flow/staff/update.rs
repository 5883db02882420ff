//! The one function that changes the staff's side.

use std::time::Duration;

use super::event::{Effect, Event, Locked, Rules, Verdict};
use super::pad;
use super::page::{Hands, Key};
use super::state::{Desk, Goal, Pad, Panel, Side, Tab};
use crate::domain::staff::Role;

/// Applies one event, `now` after the start of the program, and says what is to be done.
pub fn update(desk: &mut Desk, rules: &Rules, event: Event, now: Duration) -> Vec<Effect> {
    let mut out = Vec::new();
    // What is overdue comes first: a late touch opens nothing that should have been closed by then.
    tick(desk, rules, now, &mut out);
    if is_touch(&event) {
        match &mut desk.side {
            Side::Visitor => {}
            Side::Pad(pad) => pad.touched = now,
            Side::Panel(panel) => panel.touched = now,
        }
    }
    if let Event::LockStands { left, closed } = event {
        desk.tries_left = left;
        desk.closed_until = closed.map(|remaining| now + remaining);
        return out;
    }
    match &mut desk.side {
        Side::Visitor => visitor(desk, event, now, &mut out),
        Side::Pad(_) => pad::on(desk, rules, event, now, &mut out),
        Side::Panel(_) => panel(desk, rules, event, now, &mut out),
    }
    out
}

/// An event while the panel is open.
fn panel(desk: &mut Desk, rules: &Rules, event: Event, now: Duration, out: &mut Vec<Effect>) {
    let Side::Panel(panel) = &mut desk.side else { return };
    let system_dialogs = panel.system_dialogs(rules);
    let Panel { staff, tab, exit_asked, pages, touched } = panel.as_mut();
    let mut hands = Hands { staff, now, system_dialogs, ticket: &mut desk.ticket, out };
    match event {
        Event::Tab(to) if rules.tabs.contains(&to) && *tab != to => {
            *tab = to;
            pages.opened(to, &mut hands);
        }
        Event::Page(event) => {
            let to = pages.listed_by(&event).filter(|_| rules.tabs.contains(&Tab::Visits));
            pages.on(event, &mut hands);
            if let Some(wish) = to {
                *tab = Tab::Visits;
                pages.visits.list(wish, &mut hands);
            }
        }
        Event::BookChanged => pages.changed(*tab, &mut hands),
        Event::SettingsFileChanged => pages.file_changed(&mut hands),
        Event::Replied { ticket, reply: Ok(reply) } => pages.replied(ticket, reply, &mut hands),
        Event::Replied { ticket, reply: Err(why) } => pages.unanswered(ticket, why),
        Event::Typed(c) => pages.key(*tab, Key::Char(c), &mut hands),
        Event::Backspace => pages.key(*tab, Key::Backspace, &mut hands),
        Event::Clear => pages.key(*tab, Key::Clear, &mut hands),
        Event::Leave => pages.key(*tab, Key::Escape, &mut hands),
        Event::Scanned(text) if pages.scanned(*tab, &text, &mut hands) => *touched = now,
        Event::Lock => lock(desk, Locked::ByHand, out),
        Event::AskExit => *exit_asked = staff.role == Role::Administrator,
        Event::Exit(yes) if std::mem::take(exit_asked) && yes => out.push(Effect::Exit { by: staff.id }),
        _ => {}
    }
}

/// An event while nothing of this side is shown.
fn visitor(desk: &mut Desk, event: Event, now: Duration, out: &mut Vec<Effect>) {
    match event {
        Event::Open { welcome: true } => desk.side = Side::Pad(Pad::new(Goal::Panel, now)),
        Event::Ask(permission) => desk.side = Side::Pad(Pad::new(Goal::Permission(permission), now)),
        // Whoever left the pad before the answer came has opened nothing: the log, which says so by now, is told.
        Event::Checked { verdict: Verdict::Right(staff), .. } => {
            out.push(Effect::LogLock { staff: staff.id, why: Locked::ByHand });
        }
        _ => {}
    }
}

fn tick(desk: &mut Desk, rules: &Rules, now: Duration, out: &mut Vec<Effect>) {
    if desk.closed_until.is_some_and(|until| now >= until) {
        desk.closed_until = None;
    }
    match &desk.side {
        Side::Pad(pad) if pad.idle_ends().is_some_and(|ends| now >= ends) => desk.side = Side::Visitor,
        Side::Panel(panel) if now >= panel.locks_at(rules) => lock(desk, Locked::ByItself, out),
        _ => {}
    }
}

/// Back to the visitor's side, with nothing left of the panel.
fn lock(desk: &mut Desk, why: Locked, out: &mut Vec<Effect>) {
    if let Side::Panel(panel) = std::mem::replace(&mut desk.side, Side::Visitor) {
        out.push(Effect::LogLock { staff: panel.staff.id, why });
    }
}

/// Whether the event is a person's doing, which counts as a sign of life.
fn is_touch(event: &Event) -> bool {
    matches!(
        event,
        Event::Touched
            | Event::Typed(_)
            | Event::Backspace
            | Event::Clear
            | Event::Leave
            | Event::Tab(_)
            | Event::Page(_)
            | Event::Lock
            | Event::AskExit
            | Event::Exit(_)
    )
}
