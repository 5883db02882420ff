//! The pages of the open panel: what each remembers, what happens on it, what it asks, and what is answered.
//!
//! A page is a file beside this one with its `Page`, `Event`, `Ask` and `Reply`. It is kept as long as the panel is open and
//! dropped with it. Asks go to the thread of the panel, under a ticket; a page that waits keeps its ticket and drops
//! answers to any other one.

use std::path::PathBuf;
use std::time::Duration;

use super::event::Effect;
use super::saving::{SaveEvent, Saving};
use super::state::Tab;
use super::system::Pick;
use super::{health, members, reports, room, settings, statistics, visits};
use crate::domain::staff::Staff;

/// What the pages remember.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pages {
    /// Anggota.
    pub members: members::Page,
    /// Ruang internet.
    pub room: room::Page,
    /// Statistik.
    pub statistics: statistics::Page,
    /// Pengaturan.
    pub settings: settings::Page,
    /// Kesehatan sistem.
    pub health: health::Page,
    /// Laporan.
    pub reports: reports::Page,
    /// Kunjungan.
    pub visits: visits::Page,
    /// Files that are taken away from Laporan and from Kunjungan.
    pub saving: Saving,
}

/// What happens on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageEvent {
    /// Anggota.
    Members(members::Event),
    /// Ruang internet.
    Room(room::Event),
    /// Statistik.
    Statistics(statistics::Event),
    /// Pengaturan.
    Settings(settings::Event),
    /// Kesehatan sistem.
    Health(health::Event),
    /// Laporan.
    Reports(reports::Event),
    /// Kunjungan.
    Visits(visits::Event),
    /// A file that is taken away.
    Saving(SaveEvent),
}

/// What the thread of the panel is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// By Anggota.
    Members(members::Ask),
    /// By Ruang internet.
    Room(room::Ask),
    /// By Statistik.
    Statistics(statistics::Ask),
    /// By Pengaturan.
    Settings(settings::Ask),
    /// By Kesehatan sistem.
    Health(health::Ask),
    /// By Laporan, or to take a file away.
    Reports(reports::Ask),
    /// By Kunjungan.
    Visits(visits::Ask),
    /// A dialog of the system, by whichever page.
    System(Pick),
}

/// What it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To Anggota.
    Members(members::Reply),
    /// To Ruang internet.
    Room(room::Reply),
    /// To Statistik.
    Statistics(statistics::Reply),
    /// To Pengaturan.
    Settings(settings::Reply),
    /// To Kesehatan sistem.
    Health(health::Reply),
    /// To Laporan, or to whatever takes a file away.
    Reports(reports::Reply),
    /// To Kunjungan.
    Visits(visits::Reply),
    /// What was chosen in the dialog of the system; `None`: it was closed.
    System(Option<PathBuf>),
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
    /// The system's own file dialogs are offered.
    pub(super) system_dialogs: bool,
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
        self.saving.leave();
        match tab {
            Tab::Members => self.members.opened(hands),
            Tab::Reports => self.reports.opened(hands),
            Tab::Room => self.room.opened(hands),
            Tab::Statistics => self.statistics.opened(hands),
            Tab::Settings => self.settings.opened(hands),
            Tab::Health => self.health.opened(hands),
            Tab::Visits => self.visits.refresh(hands),
        }
    }

    /// The book was changed by another connection while this tab is shown; told within two seconds.
    pub(super) fn changed(&mut self, tab: Tab, hands: &mut Hands<'_>) {
        match tab {
            Tab::Members => self.members.changed(hands),
            Tab::Reports => self.reports.changed(hands),
            Tab::Room => self.room.changed(hands),
            Tab::Statistics => self.statistics.changed(hands),
            Tab::Settings => self.settings.changed(hands),
            Tab::Visits => self.visits.refresh(hands),
            Tab::Health => {}
        }
    }

    /// The settings file was changed by somebody else.
    pub(super) fn file_changed(&mut self, hands: &mut Hands<'_>) {
        self.settings.file_changed(hands);
    }

    /// Somebody touched the page.
    pub(super) fn on(&mut self, event: PageEvent, hands: &mut Hands<'_>) {
        match event {
            PageEvent::Members(event) => self.members.on(event, hands),
            PageEvent::Room(event) => self.room.on(event, hands),
            PageEvent::Statistics(event) => self.statistics.on(event, hands),
            PageEvent::Settings(settings::Event::Browse) if self.settings.may_browse(hands) => {
                self.saving.open_second(hands);
            }
            PageEvent::Settings(event) => self.settings.on(event, hands),
            PageEvent::Health(event) => self.health.on(event, hands),
            PageEvent::Reports(event) => self.reports.on(event, &mut self.saving, hands),
            PageEvent::Visits(event) => self.visits.on(event, &mut self.saving, hands),
            PageEvent::Saving(event) => self.saving.on(event, hands),
        }
        self.second_folder(hands);
    }

    /// What was chosen for the second copies goes into its field on Pengaturan.
    fn second_folder(&mut self, hands: &mut Hands<'_>) {
        if let Some(folder) = self.saving.take_second() {
            self.settings.folder_chosen(&folder, hands);
        }
    }

    /// What Kunjungan is to list, when this event leads there.
    pub(super) fn listed_by(&self, event: &PageEvent) -> Option<visits::Wish> {
        match event {
            PageEvent::Statistics(statistics::Event::List(behind)) => self.statistics.wish(behind),
            _ => None,
        }
    }

    /// A key, for the page that is shown.
    pub(super) fn key(&mut self, tab: Tab, key: Key, hands: &mut Hands<'_>) {
        match tab {
            // Whatever lies over the page takes the key.
            Tab::Reports | Tab::Visits if self.saving.over.is_some() => {
                self.saving.over.take_if(|_| key == Key::Escape);
            }
            Tab::Settings if self.saving.second.is_some() => {
                self.saving.second.take_if(|_| key == Key::Escape);
            }
            Tab::Members => self.members.key(key, hands),
            Tab::Reports if key == Key::Escape => self.reports.escape(),
            Tab::Statistics if key == Key::Escape => self.statistics.escape(),
            Tab::Settings => self.settings.key(key, hands),
            Tab::Health => self.health.key(key),
            Tab::Visits => self.visits.key(key, hands),
            Tab::Statistics | Tab::Room | Tab::Reports => {}
        }
    }

    /// A card was read while this tab is shown. False where a scan has no meaning: it is dropped (rule 12 of the walk).
    pub(super) fn scanned(&mut self, tab: Tab, text: &str, hands: &mut Hands<'_>) -> bool {
        match tab {
            Tab::Members => self.members.scanned(text, hands),
            Tab::Settings => {
                self.settings.scanned(text);
                true
            }
            Tab::Statistics | Tab::Visits | Tab::Room | Tab::Reports | Tab::Health => false,
        }
    }

    /// An answer.
    pub(super) fn replied(&mut self, ticket: u64, reply: Reply, hands: &mut Hands<'_>) {
        match reply {
            Reply::Members(reply) => self.members.replied(ticket, reply, hands),
            Reply::Room(reply) => self.room.replied(ticket, reply),
            Reply::Statistics(reply) => self.statistics.replied(ticket, reply, hands),
            Reply::Settings(reply) => self.settings.replied(ticket, reply, hands),
            Reply::Health(reply) => self.health.replied(ticket, reply),
            Reply::Reports(reply) => {
                if self.saving.replied(ticket, &reply) {
                    self.visits.saved(ticket, &reply);
                }
                self.reports.replied(ticket, reply, hands);
            }
            Reply::Visits(reply) => self.visits.replied(ticket, reply, hands),
            Reply::System(path) => {
                self.saving.picked(ticket, path.as_deref(), hands);
                self.second_folder(hands);
                self.members.picked(ticket, path.as_deref(), hands);
            }
        }
    }

    /// There will be no answer under this ticket.
    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        self.members.unanswered(ticket, why);
        self.room.unanswered(ticket, why);
        self.statistics.unanswered(ticket, why);
        self.settings.unanswered(ticket, why);
        self.health.unanswered(ticket, why);
        self.reports.unanswered(ticket, why);
        self.visits.unanswered(ticket, why);
        self.saving.unanswered(ticket);
    }
}
