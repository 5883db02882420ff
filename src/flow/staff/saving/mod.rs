//! Taking a file away: whither it goes, how far it is, and what became of it. Laporan and Kunjungan take their files away
//! in this one way, since one file is made at a time and the drives are the same.

mod places;

use std::path::{Path, PathBuf};

use super::page::{Ask as AnyAsk, Hands};
use super::reports::{Ask, Reply};
use super::system::{Pick, Waiting};
use crate::domain::report::{Drive, Held, Place, Saved, Trouble, Wanted};

pub(crate) use self::places::named;
pub use self::places::{Inside, PlaceEvent, PlacePicker};

/// What is known of files that are taken away.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Saving {
    /// Whither the next file goes.
    pub place: Place,
    /// The drives that are there.
    pub drives: Vec<Drive>,
    /// Bytes free where the report folder is.
    pub free: Option<u64>,
    /// A file is being made.
    pub making: Option<Making>,
    /// The drive is being let go of, under this ticket.
    pub releasing: Option<u64>,
    /// What lies over the page.
    pub over: Option<SaveOver>,
    /// The dialog of the system, in which a folder is chosen.
    pub system: Waiting,
    /// The folder of the second copies of the book, while it is being chosen for Pengaturan.
    pub second: Option<SecondFolder>,
    second_chosen: Option<PathBuf>,
    listing: Option<u64>,
    by_hand: bool,
    /// Where the file goes that is being made.
    made_at: Option<Place>,
}

/// A folder for the second copies of the book while it is being chosen: nothing is written there yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SecondFolder {
    /// The drives, and what lies on one.
    pub picker: PlacePicker,
    /// The dialog of the system.
    pub system: Waiting,
}

/// A file on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Making {
    /// Of the ask.
    pub ticket: u64,
    /// How far it is, in hundredths.
    pub percent: u8,
    /// "Batalkan" was touched.
    pub cancelled: bool,
}

/// What lies over the page from which a file is taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveOver {
    /// The place is being chosen.
    Places(PlacePicker),
    /// What became of the file.
    Saved {
        /// That.
        saved: Saved,
        /// Where it was ordered to.
        place: Place,
    },
    /// What became of letting go of the drive.
    Released(Result<(), Held>),
}

/// What happens to files that are taken away, whichever page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveEvent {
    /// The place is to be chosen.
    OpenPlaces,
    /// Something in that.
    Place(PlaceEvent),
    /// "Pilih lewat sistem".
    System,
    /// "Batalkan".
    Cancel,
    /// "Lepas dengan aman".
    Release,
    /// What lies over the page goes.
    Close,
}

fn ask(hands: &mut Hands<'_>, ask: Ask) -> u64 {
    hands.ask(AnyAsk::Reports(ask))
}

impl Saving {
    /// The drive of the place, if it is there.
    #[must_use]
    pub fn drive(&self) -> Option<&Drive> {
        let path = self.place.drive()?;
        self.drives.iter().find(|d| d.path == *path)
    }

    /// Begins a file; the ticket of it, unless something else is still under way.
    pub(super) fn make(&mut self, what: Wanted, hands: &mut Hands<'_>) -> Option<u64> {
        if self.making.is_some() || self.releasing.is_some() {
            return None;
        }
        let ticket = ask(hands, Ask::Make(Box::new(what), self.place.clone()));
        self.making = Some(Making { ticket, percent: 0, cancelled: false });
        self.made_at = Some(self.place.clone());
        Some(ticket)
    }

    pub(super) fn on(&mut self, event: SaveEvent, hands: &mut Hands<'_>) {
        match event {
            SaveEvent::OpenPlaces => {
                self.system.begin();
                self.over = Some(SaveOver::Places(PlacePicker::default()));
            }
            SaveEvent::Place(event) => self.place(event, hands),
            SaveEvent::System => match &mut self.second {
                Some(second) => second.system.open(Pick::SecondFolder, hands),
                None => self.system.open(Pick::Folder, hands),
            },
            SaveEvent::Cancel => {
                if let Some(making) = self.making.as_mut().filter(|m| !m.cancelled) {
                    making.cancelled = true;
                    ask(hands, Ask::Cancel);
                }
            }
            SaveEvent::Release if self.releasing.is_none() && self.making.is_none() => {
                // The drive that was written to; meanwhile the page may have turned to another one.
                if let Some(SaveOver::Saved { place: Place::On { drive, .. }, .. }) = &self.over {
                    self.releasing = Some(ask(hands, Ask::Release(drive.clone())));
                    self.over = None;
                }
            }
            SaveEvent::Release => {}
            SaveEvent::Close if self.second.is_some() => self.second = None,
            SaveEvent::Close => self.over = None,
        }
    }

    /// Another page is shown: a choice that was not made is left; what became of a file is told there.
    pub(super) fn leave(&mut self) {
        self.over.take_if(|over| matches!(over, SaveOver::Places(_)));
        self.second = None;
    }

    /// The folder of the second copies is to be chosen.
    pub(super) fn open_second(&mut self, hands: &mut Hands<'_>) {
        self.second = Some(SecondFolder::default());
        // The drives, which may not have been looked at yet.
        ask(hands, Ask::Open);
    }

    /// The folder that was chosen for the second copies, once.
    pub(super) fn take_second(&mut self) -> Option<PathBuf> {
        self.second_chosen.take()
    }

    /// Takes note of an answer; true when this waited for the end of a file and here it is.
    pub(super) fn replied(&mut self, ticket: u64, reply: &Reply) -> bool {
        match reply {
            Reply::Opened { drives, free, making, .. } => {
                let found = making.map(|ticket| Making { ticket, percent: 0, cancelled: false });
                self.making = self.making.or(found);
                self.drives(drives.clone(), *free);
            }
            Reply::Drives { drives, free } => self.drives(drives.clone(), *free),
            Reply::Progress(percent) => {
                if let Some(making) = self.making.as_mut().filter(|m| m.ticket == ticket) {
                    making.percent = (*percent).min(100).max(making.percent);
                }
            }
            Reply::Made(saved, _) => return self.made(ticket, saved.clone()),
            Reply::Released(released) => {
                if self.releasing.take_if(|t| *t == ticket).is_some() {
                    self.over = Some(SaveOver::Released(*released));
                }
            }
            Reply::Folders(names) => self.listed(ticket, names.clone()),
            Reply::Preview(_) | Reply::Cancelling | Reply::Releasing => {}
        }
        false
    }

    /// A folder was chosen in the dialog of the system, or the dialog was closed.
    pub(super) fn picked(&mut self, ticket: u64, path: Option<&Path>, hands: &mut Hands<'_>) {
        if let Some(second) = &mut self.second
            && let Some(folder) = second.system.picked(ticket, path)
        {
            return self.place(PlaceEvent::Chosen(folder), hands);
        }
        if let Some(folder) = self.system.picked(ticket, path) {
            self.taken(self.holding(folder));
        }
    }

    /// There will be no answer under this ticket.
    pub(super) fn unanswered(&mut self, ticket: u64) {
        self.system.unanswered(ticket);
        if let Some(second) = &mut self.second {
            second.system.unanswered(ticket);
        }
        self.made(ticket, Saved::Failed(Trouble::Book));
        self.releasing.take_if(|t| *t == ticket);
        self.listed(ticket, None);
    }

    fn made(&mut self, ticket: u64, saved: Saved) -> bool {
        if self.making.take_if(|m| m.ticket == ticket).is_none() {
            return false;
        }
        let place = self.made_at.take().unwrap_or_else(|| self.place.clone());
        self.over = (saved != Saved::Cancelled).then_some(SaveOver::Saved { saved, place });
        true
    }

    fn listed(&mut self, ticket: u64, names: Option<Vec<String>>) {
        if self.listing.take_if(|t| *t == ticket).is_some()
            && let Some(picker) = self.picker()
        {
            picker.listed(names);
        }
    }

    /// Takes note of the drives. Until somebody has chosen a place, it is the first drive that can be written.
    fn drives(&mut self, drives: Vec<Drive>, free: Option<u64>) {
        (self.drives, self.free) = (drives, free);
        if !self.by_hand && self.making.is_none() {
            let first = self.drives.iter().find(|d| !d.read_only);
            self.place = first.map_or(Place::Folder, |d| Place::On { drive: d.path.clone(), folder: d.path.clone() });
        }
    }
}
