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
        let Some(SaveOver::Places(picker)) = &mut self.over else { return };
        let place = match event {
            PlaceEvent::Folder => Place::Folder,
            PlaceEvent::Drive(path) => Place::On { drive: path.clone(), folder: path },
            PlaceEvent::Here => match picker.inside.take() {
                Some(inside) if !inside.unreadable => Place::On { drive: inside.drive, folder: inside.folder },
                inside => {
                    picker.inside = inside;
                    return;
                }
            },
            PlaceEvent::Into(drive) => return self.look_into(drive.clone(), drive, hands),
            PlaceEvent::Down(name) => {
                if let Some(inside) = &picker.inside
                    && inside.names.as_ref().is_some_and(|names| names.contains(&name))
                {
                    let (drive, folder) = (inside.drive.clone(), inside.folder.join(name));
                    self.look_into(drive, folder, hands);
                }
                return;
            }
            PlaceEvent::Up => {
                let Some(inside) = picker.inside.take() else { return };
                if let Some(above) = inside.folder.parent().filter(|_| inside.folder != inside.drive) {
                    let above = above.to_owned();
                    self.look_into(inside.drive, above, hands);
                }
                return;
            }
            PlaceEvent::Part(part) => {
                if let Some(inside) = &mut picker.inside {
                    inside.part = part;
                }
                return;
            }
        };
        self.place = place;
        self.by_hand = true;
        self.over = None;
    }

    fn look_into(&mut self, drive: PathBuf, folder: PathBuf, hands: &mut Hands<'_>) {
        self.listing = Some(ask(hands, Ask::Folders(folder.clone())));
        let inside = Inside { drive, folder, names: None, unreadable: false, part: 0 };
        self.over = Some(SaveOver::Places(PlacePicker { inside: Some(inside) }));
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
