//! Choosing a file: the flash drives and folders of this computer, and what stands in them.

use std::path::PathBuf;

use super::Ask;
use crate::flow::staff::page::{Ask as AnyAsk, Hands};
use crate::flow::staff::system::{Pick, Waiting};

/// Entries of a folder that are shown at a time.
pub const SHOWN_ENTRIES: usize = 10;

/// The file while it is being chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picker {
    /// Where files may be; `None` until it is known.
    pub places: Option<Vec<Place>>,
    /// The folder that is looked into; `None`: the places themselves are shown.
    pub folder: Option<Folder>,
    /// The dialog of the system, in which the file is chosen.
    pub system: Waiting,
}

/// A place from which to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is.
    pub kind: PlaceKind,
    /// The name of a drive; empty for the others, which the panel names.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
}

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A flash drive.
    Drive,
    /// Dokumen.
    Documents,
    /// Unduhan.
    Downloads,
    /// The user's own folder.
    Home,
}

/// A folder that is looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The place from which it was reached.
    pub place: Place,
    /// The folder.
    pub path: PathBuf,
    /// What stands in it; `None` until it is known.
    pub entries: Option<Vec<Entry>>,
    /// It is gone or cannot be read.
    pub unreadable: bool,
    /// Which part of the entries is shown, from 0.
    pub part: usize,
}

/// What stands in a folder: folders first, then files, each by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Bytes of a file; `None` for a folder.
    pub bytes: Option<u64>,
}

/// What happens while the file is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickerEvent {
    /// The place at this position.
    Place(usize),
    /// The entry of this name: a folder is looked into, a file is taken.
    Entry(String),
    /// One folder up, or back to the places.
    Up,
    /// Another part of the entries.
    Part(usize),
    /// Look again: a drive was plugged in meanwhile.
    Reload,
    /// "Pilih lewat sistem".
    System,
    /// The file that was chosen in the dialog of the system.
    Chosen(PathBuf),
}

/// What an event came to.
pub(super) enum Picked {
    /// An ask is under way under this ticket.
    Waits(u64),
    /// Nothing to wait for.
    Nothing,
}

impl Picker {
    pub(super) fn begin(hands: &mut Hands<'_>) -> (Self, u64) {
        (Self::default(), hands.ask(AnyAsk::Members(Ask::Places)))
    }

    pub(super) fn on(&mut self, event: PickerEvent, hands: &mut Hands<'_>) -> Picked {
        match event {
            PickerEvent::Place(at) => {
                let Some(place) = self.places.as_ref().and_then(|places| places.get(at)).cloned() else {
                    return Picked::Nothing;
                };
                let path = place.path.clone();
                self.look_into(place, path, hands)
            }
            PickerEvent::Entry(name) => {
                let Some(folder) = &self.folder else { return Picked::Nothing };
                let entry = folder.entries.iter().flatten().find(|entry| entry.name == name);
                match entry.map(|entry| entry.bytes) {
                    Some(None) => self.look_into(folder.place.clone(), folder.path.join(name), hands),
                    Some(Some(_)) => {
                        let file = folder.path.join(name);
                        self.on(PickerEvent::Chosen(file), hands)
                    }
                    None => Picked::Nothing,
                }
            }
            PickerEvent::Chosen(file) => Picked::Waits(hands.ask(AnyAsk::Members(Ask::Open(file)))),
            PickerEvent::System => {
                self.system.open(Pick::MemberList, hands);
                Picked::Nothing
            }
            PickerEvent::Up => {
                let Some(folder) = self.folder.take() else { return Picked::Nothing };
                match folder.path.parent() {
                    Some(above) if folder.path != folder.place.path => {
                        self.look_into(folder.place.clone(), above.to_owned(), hands)
                    }
                    _ => Picked::Waits(hands.ask(AnyAsk::Members(Ask::Places))),
                }
            }
            PickerEvent::Part(part) => {
                if let Some(folder) = &mut self.folder
                    && part * SHOWN_ENTRIES < folder.entries.as_ref().map_or(0, Vec::len).max(1)
                {
                    folder.part = part;
                }
                Picked::Nothing
            }
            PickerEvent::Reload => match &self.folder {
                Some(folder) => self.look_into(folder.place.clone(), folder.path.clone(), hands),
                None => Picked::Waits(hands.ask(AnyAsk::Members(Ask::Places))),
            },
        }
    }

    fn look_into(&mut self, place: Place, path: PathBuf, hands: &mut Hands<'_>) -> Picked {
        let ticket = hands.ask(AnyAsk::Members(Ask::Folder(path.clone())));
        self.folder = Some(Folder { place, path, entries: None, unreadable: false, part: 0 });
        Picked::Waits(ticket)
    }

    pub(super) fn listed(&mut self, entries: Option<Vec<Entry>>) {
        if let Some(folder) = &mut self.folder {
            folder.unreadable = entries.is_none();
            folder.entries = Some(entries.unwrap_or_default());
        }
    }
}

impl Folder {
    /// The folder as it is named below its place: `2026 / November`; empty at the place itself.
    #[must_use]
    pub fn below(&self) -> String {
        let below = self.path.strip_prefix(&self.place.path).unwrap_or(&self.path);
        below.iter().map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" / ")
    }
}
