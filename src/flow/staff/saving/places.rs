//! Choosing the place: the report folder, a drive, or a folder on a drive.

use std::path::{Path, PathBuf};

use super::{SaveOver, Saving, ask};
use crate::domain::report::Place;
use crate::flow::staff::page::Hands;
use crate::flow::staff::reports::Ask;

/// The place while it is being chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlacePicker {
    /// The drive that is looked into; `None`: the drives themselves are shown.
    pub inside: Option<Inside>,
}

/// A folder that is looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// Where the drive is mounted.
    pub drive: PathBuf,
    /// The folder.
    pub folder: PathBuf,
    /// The names of the folders in it; `None` until they are known.
    pub names: Option<Vec<String>>,
    /// It is gone or cannot be read.
    pub unreadable: bool,
    /// Which part of the names is shown, from 0.
    pub part: usize,
}

/// What happens while the place is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceEvent {
    /// The report folder.
    Folder,
    /// The drive that is mounted there.
    Drive(PathBuf),
    /// "Pilih folder": look into that drive.
    Into(PathBuf),
    /// The folder of that name.
    Down(String),
    /// One folder up; out of the drive from its top.
    Up,
    /// Another part of the names.
    Part(usize),
    /// The folder that is looked into.
    Here,
    /// A folder that was chosen in the dialog of the system, wherever it lies.
    Chosen(PathBuf),
}

impl PlacePicker {
    pub(super) fn listed(&mut self, names: Option<Vec<String>>) {
        if let Some(inside) = &mut self.inside {
            inside.unreadable = names.is_none();
            inside.names = Some(names.unwrap_or_default());
        }
    }
}

impl Saving {
    pub(super) fn place(&mut self, event: PlaceEvent, hands: &mut Hands<'_>) {
        match event {
            PlaceEvent::Chosen(folder) => self.take(self.holding(folder)),
            // The report folder lies in the data folder: no place for second copies.
            PlaceEvent::Folder if self.second.is_some() => {}
            event => self.pick(event, hands),
        }
    }

    /// What is touched in the picker of the panel.
    fn pick(&mut self, event: PlaceEvent, hands: &mut Hands<'_>) {
        let Some(picker) = self.picker() else { return };
        match event {
            PlaceEvent::Folder => self.take(Place::Folder),
            PlaceEvent::Drive(path) => self.take(Place::On { drive: path.clone(), folder: path }),
            PlaceEvent::Here => {
                if let Some(inside) = picker.inside.as_ref().filter(|inside| !inside.unreadable) {
                    let (drive, folder) = (inside.drive.clone(), inside.folder.clone());
                    self.take(Place::On { drive, folder });
                }
            }
            PlaceEvent::Into(drive) => self.look_into(drive.clone(), drive, hands),
            PlaceEvent::Down(name) => {
                if let Some(inside) = &picker.inside
                    && inside.names.as_ref().is_some_and(|names| names.contains(&name))
                {
                    let (drive, folder) = (inside.drive.clone(), inside.folder.join(name));
                    self.look_into(drive, folder, hands);
                }
            }
            PlaceEvent::Up => {
                let Some(inside) = picker.inside.take() else { return };
                if let Some(above) = inside.folder.parent().filter(|_| inside.folder != inside.drive) {
                    let above = above.to_owned();
                    self.look_into(inside.drive, above, hands);
                }
            }
            PlaceEvent::Part(part) => {
                if let Some(inside) = &mut picker.inside {
                    inside.part = part;
                }
            }
            PlaceEvent::Chosen(_) => {}
        }
    }

    /// What is being chosen now.
    pub(super) fn picker(&mut self) -> Option<&mut PlacePicker> {
        match (&mut self.second, &mut self.over) {
            (Some(second), _) => Some(&mut second.picker),
            (None, Some(SaveOver::Places(picker))) => Some(picker),
            _ => None,
        }
    }

    /// The place is chosen, by whichever picker: for the second copies when that is what is asked for, else for the file.
    fn take(&mut self, place: Place) {
        if self.second.take().is_none() {
            return self.taken(place);
        }
        self.second_chosen = match place {
            Place::Folder => None,
            Place::On { folder, .. } | Place::At(folder) => Some(folder),
        };
    }

    /// The next file goes there.
    pub(super) fn taken(&mut self, place: Place) {
        self.place = place;
        self.by_hand = true;
        self.over.take_if(|over| matches!(over, SaveOver::Places(_)));
    }

    /// The folder as a place: on the drive that holds it, so that it can be let go of, or elsewhere.
    pub(super) fn holding(&self, folder: PathBuf) -> Place {
        let drive = self.drives.iter().find(|drive| folder.starts_with(&drive.path)).map(|drive| drive.path.clone());
        match drive {
            Some(drive) => Place::On { drive, folder },
            None => Place::At(folder),
        }
    }

    fn look_into(&mut self, drive: PathBuf, folder: PathBuf, hands: &mut Hands<'_>) {
        self.listing = Some(ask(hands, Ask::Folders(folder.clone())));
        let inside = Inside { drive, folder, names: None, unreadable: false, part: 0 };
        if let Some(picker) = self.picker() {
            picker.inside = Some(inside);
        }
    }
}

impl Inside {
    /// The folder as it is named from the drive on: `LAPORAN / 2026`.
    #[must_use]
    pub fn name(&self) -> String {
        named(&self.drive, &self.folder)
    }
}

/// A folder on a drive as it is named from the drive on.
pub(crate) fn named(drive: &Path, folder: &Path) -> String {
    let top = drive.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let below = folder.strip_prefix(drive).unwrap_or(Path::new(""));
    std::iter::once(top).chain(below.iter().map(|p| p.to_string_lossy().into_owned())).collect::<Vec<_>>().join(" / ")
}
