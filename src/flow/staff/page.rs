//! The pages of the open panel: what each remembers, what happens on it, what it asks, and what is answered.
//!
//! A page is a file beside this one with its `Page`, `Event`, `Ask` and `Reply`. It is kept as long as the panel is open and
//! dropped with it. Asks go to the thread of the panel, under a ticket; a page that waits keeps its ticket and drops
//! answers to any other one.

use std::time::Duration;

use super::event::Effect;
use super::state::Tab;
use super::{health, room, visits};
use crate::domain::staff::Staff;

/// What the pages remember.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pages {
    /// Ruang internet.
    pub room: room::Page,
    /// Kesehatan sistem.
    pub health: health::Page,
    /// Kunjungan.
    pub visits: visits::Page,
}

/// What happens on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageEvent {
    /// Ruang internet.
    Room(room::Event),
    /// Kesehatan sistem.
    Health(health::Event),
    /// Kunjungan.
    Visits(visits::Event),
}

/// What the thread of the panel is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// By Ruang internet.
    Room(room::Ask),
    /// By Kesehatan sistem.
    Health(health::Ask),
    /// By Kunjungan.
    Visits(visits::Ask),
}

/// What it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To Ruang internet.
    Room(room::Reply),
    /// To Kesehatan sistem.
    Health(health::Reply),
    /// To Kunjungan.
    Visits(visits::Reply),
}

/// Why an ask has no reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// The thread has too much to do.
    Busy,
    /// The book cannot be used.
    Book,
}

/// A key of the keyboard, or of the one on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// Hapus.
    Backspace,
    /// Everything typed goes.
    Clear,
    /// Esc.
    Escape,
}

/// What a page is given to act with.
pub struct Hands<'a> {
    /// Whose panel.
    pub staff: &'a Staff,
    /// Since the start of the program.
    pub now: Duration,
    pub(super) ticket: &'a mut u64,
    pub(super) out: &'a mut Vec<Effect>,
}

impl Hands<'_> {
    /// Asks the thread of the panel; the answer comes under the given ticket.
    pub fn ask(&mut self, ask: Ask) -> u64 {
        *self.ticket += 1;
        self.out.push(Effect::Ask { ticket: *self.ticket, by: self.staff.id, ask });
        *self.ticket
    }
}

impl Pages {
    /// The tab is shown from now on: a page that shows figures asks for them here.
    pub(super) fn opened(&mut self, tab: Tab, hands: &mut Hands<'_>) {
        match tab {
            Tab::Visits => self.visits.refresh(hands),
            Tab::Room => self.room.opened(hands),
            Tab::Statistics | Tab::Members | Tab::Reports | Tab::Settings | Tab::Health => {}
        }
    }

    /// The book was changed by another connection while this tab is shown; told within two seconds.
    pub(super) fn changed(&mut self, tab: Tab, hands: &mut Hands<'_>) {
        match tab {
            Tab::Visits => self.visits.refresh(hands),
            Tab::Room => self.room.changed(hands),
            Tab::Statistics | Tab::Members | Tab::Reports | Tab::Settings | Tab::Health => {}
        }
    }

    /// Somebody touched the page.
    pub(super) fn on(&mut self, event: PageEvent, hands: &mut Hands<'_>) {
        match event {
            PageEvent::Room(event) => self.room.on(event, hands),
            PageEvent::Health(event) => self.health.on(event, hands),
            PageEvent::Visits(event) => self.visits.on(event, hands),
        }
    }

    /// A key, for the page that is shown.
    pub(super) fn key(&mut self, tab: Tab, key: Key, hands: &mut Hands<'_>) {
        match tab {
            Tab::Visits => self.visits.key(key, hands),
            Tab::Statistics | Tab::Room | Tab::Members | Tab::Reports | Tab::Settings | Tab::Health => {}
        }
    }

    /// An answer.
    pub(super) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Room(reply) => self.room.replied(ticket, reply),
            Reply::Health(reply) => self.health.replied(ticket, reply),
            Reply::Visits(reply) => self.visits.replied(ticket, reply, hands),
        }
    }

    /// There will be no answer under this ticket.
    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        self.room.unanswered(ticket, why);
        self.health.unanswered(ticket, why);
        self.visits.unanswered(ticket, why);
    }
}
