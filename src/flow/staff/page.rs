//! The pages of the open panel: what each remembers, what happens on it, what it asks, and what is answered.
//!
//! A page is a file beside this one with its `Page`, `Event`, `Ask` and `Reply`. It is kept as long as the panel is open and
//! dropped with it. Asks go to the thread of the panel, under a ticket; a page that waits keeps its ticket and drops
//! answers to any other one.

use std::time::Duration;

use super::event::Effect;
use super::state::Tab;
use super::{health, room, settings};
use crate::domain::staff::Staff;

/// What the pages remember.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pages {
    /// Pengaturan.
    pub settings: settings::Page,
    /// Ruang internet.
    pub room: room::Page,
    /// Kesehatan sistem.
    pub health: health::Page,
}

/// What happens on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageEvent {
    /// Pengaturan.
    Settings(settings::Event),
    /// Ruang internet.
    Room(room::Event),
    /// Kesehatan sistem.
    Health(health::Event),
}

/// What the thread of the panel is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// By Pengaturan.
    Settings(settings::Ask),
    /// By Ruang internet.
    Room(room::Ask),
    /// By Kesehatan sistem.
    Health(health::Ask),
}

/// What it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To Pengaturan.
    Settings(settings::Reply),
    /// To Ruang internet.
    Room(room::Reply),
    /// To Kesehatan sistem.
    Health(health::Reply),
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
            Tab::Room => self.room.opened(hands),
            Tab::Settings => self.settings.opened(hands),
            Tab::Health => self.health.opened(hands),
            Tab::Statistics | Tab::Visits | Tab::Members | Tab::Reports => {}
        }
    }

    /// The book was changed by another connection while this tab is shown; told within two seconds.
    pub(super) fn changed(&mut self, tab: Tab, hands: &mut Hands<'_>) {
        match tab {
            Tab::Room => self.room.changed(hands),
            Tab::Settings => self.settings.changed(hands),
            Tab::Statistics | Tab::Visits | Tab::Members | Tab::Reports | Tab::Health => {}
        }
    }

    /// The settings file was changed by somebody else.
    pub(super) fn file_changed(&mut self, hands: &mut Hands<'_>) {
        self.settings.file_changed(hands);
    }

    /// Somebody touched the page.
    pub(super) fn on(&mut self, event: PageEvent, hands: &mut Hands<'_>) {
        match event {
            PageEvent::Settings(event) => self.settings.on(event, hands),
            PageEvent::Room(event) => self.room.on(event, hands),
            PageEvent::Health(event) => self.health.on(event, hands),
        }
    }

    /// A key, for the page that is shown.
    pub(super) fn key(&mut self, tab: Tab, key: Key, hands: &mut Hands<'_>) {
        match tab {
            Tab::Settings => self.settings.key(key, hands),
            Tab::Health => self.health.key(key),
            Tab::Statistics | Tab::Visits | Tab::Room | Tab::Members | Tab::Reports => {}
        }
    }

    /// What the reader sent, for the page that is shown: tried in the settings, dropped by the others.
    pub(super) fn scanned(&mut self, tab: Tab, text: &str) {
        if tab == Tab::Settings {
            self.settings.scanned(text);
        }
    }

    /// An answer.
    pub(super) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Settings(reply) => self.settings.replied(ticket, reply, hands),
            Reply::Room(reply) => self.room.replied(ticket, reply),
            Reply::Health(reply) => self.health.replied(ticket, reply),
        }
    }

    /// There will be no answer under this ticket.
    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        self.settings.unanswered(ticket, why);
        self.room.unanswered(ticket, why);
        self.health.unanswered(ticket, why);
    }
}
