//! Where a membership list may lie: the flash drives, and the folders into which desktops put files.

use std::fs;
use std::path::{Path, PathBuf};

use directories::UserDirs;

use crate::exchange::drives::Drives;
use crate::flow::staff::members::{Entry, Place, PlaceKind};
use crate::runtime::dialogs::LISTS;

/// The most entries of a folder that are shown.
const MOST: usize = 2000;

/// The drives first, then the folders of the user who runs the kiosk.
pub(super) fn places(drives: &dyn Drives) -> Vec<Place> {
    let mut places: Vec<Place> = drives
        .list()
        .into_iter()
        .map(|drive| Place { kind: PlaceKind::Drive, name: drive.name, path: drive.path })
        .collect();
    let Some(user) = UserDirs::new() else { return places };
    let own = [
        (PlaceKind::Documents, user.document_dir()),
        (PlaceKind::Downloads, user.download_dir()),
        (PlaceKind::Home, Some(user.home_dir())),
    ];
    for (kind, path) in own {
        let Some(path) = path.map(Path::to_owned).filter(|path| path.is_dir()) else { continue };
        if places.iter().all(|place| place.path != path) {
            places.push(Place { kind, name: String::new(), path });
        }
    }
    places
}

/// The folders of a folder and the files that may be lists, without hidden ones and links, which may lead anywhere.
/// `None`: it is gone or cannot be read.
pub(super) fn entries(folder: &Path) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> =
        fs::read_dir(folder).ok()?.filter_map(Result::ok).filter_map(|e| entry(&e.path())).collect();
    entries.sort_by_key(|entry| (entry.bytes.is_some(), entry.name.to_lowercase()));
    entries.truncate(MOST);
    Some(entries)
}

fn entry(path: &PathBuf) -> Option<Entry> {
    let name = path.file_name()?.to_str()?.to_owned();
    let about = fs::symlink_metadata(path).ok()?;
    let ending = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase).unwrap_or_default();
    let bytes = match (about.is_dir(), about.is_file() && LISTS.contains(&ending.as_str())) {
        (true, _) => None,
        (_, true) => Some(about.len()),
        _ => return None,
    };
    (!name.starts_with('.')).then_some(Entry { name, bytes })
}
