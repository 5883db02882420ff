//! Flash drives: which are there, what room is on them, and letting go of one.
//!
//! [`Drives`] is what the panel asks; [`SystemDrives`] asks Linux, and tests put their own in its place.

mod fault;
mod files;
mod mountinfo;
mod release;
mod save;

use std::path::{Path, PathBuf};

pub use fault::SaveFault;
pub use files::{FolderList, folders};
pub use save::{Source, room, save};

use crate::domain::report::{Drive, Held};

/// Where drives come from.
pub trait Drives: Send + Sync {
    /// The drives that are mounted now, in the order of their names.
    fn list(&self) -> Vec<Drive>;

    /// Writes everything that is still on the way, and unmounts the drive.
    ///
    /// # Errors
    /// Says why the drive is still held; what was written is on it all the same, unless the fault says otherwise.
    fn release(&self, path: &Path) -> Result<(), Held>;
}

/// The drives of this computer.
#[derive(Debug, Clone)]
pub struct SystemDrives {
    /// The data folder: the disk that holds it is no flash drive, wherever it is mounted.
    pub data: PathBuf,
}

/// Folders below which desktops and kiosks mount what people plug in.
const MEDIA: [&str; 3] = ["/media", "/run/media", "/mnt"];
/// What the kernel says is mounted.
const MOUNTS: &str = "/proc/self/mountinfo";

impl Drives for SystemDrives {
    fn list(&self) -> Vec<Drive> {
        let Ok(text) = std::fs::read(MOUNTS) else { return Vec::new() };
        let data = self.data.canonicalize().unwrap_or_else(|_| self.data.clone());
        let mounts = mountinfo::parse(&String::from_utf8_lossy(&text));
        let mut drives: Vec<Drive> = mounts
            .into_iter()
            .filter(|mount| !data.starts_with(&mount.path) && (below_media(&mount.path) || removable(&mount.device)))
            .map(|mount| Drive {
                name: mount.path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
                free: room(&mount.path),
                read_only: mount.read_only,
                path: mount.path,
            })
            .collect();
        drives.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
        drives.dedup_by(|a, b| a.path == b.path);
        drives
    }

    fn release(&self, path: &Path) -> Result<(), Held> {
        let text = std::fs::read(MOUNTS).map_err(|_| Held::Refused)?;
        let mounts = mountinfo::parse(&String::from_utf8_lossy(&text));
        match mounts.into_iter().rev().find(|m| m.path == path) {
            Some(mount) => release::unmount(path, &mount.source),
            // Gone already: there is nothing left to let go of.
            None => Ok(()),
        }
    }
}

fn below_media(path: &Path) -> bool {
    MEDIA.iter().any(|media| path.starts_with(media) && path != Path::new(media))
}

/// Whether the kernel says that the device can be taken out, or hangs on USB, and is no part of the system.
fn removable(device: &str) -> bool {
    let Ok(path) = Path::new("/sys/dev/block").join(device).canonicalize() else { return false };
    let says = |folder: &Path| std::fs::read_to_string(folder.join("removable")).is_ok_and(|t| t.trim() == "1");
    says(&path) || path.parent().is_some_and(says) || path.iter().any(|part| part.to_string_lossy().starts_with("usb"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mounted_below_media_is_a_drive_and_the_folder_itself_is_not() {
        assert!(below_media(Path::new("/media/petugas/LAPORAN")));
        assert!(below_media(Path::new("/run/media/petugas/LAPORAN")));
        for path in ["/media", "/", "/mediathek/x", "/home/media/x"] {
            assert!(!below_media(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn the_disk_of_the_data_folder_is_never_offered() {
        let dir = tempfile::tempdir().unwrap();
        let drives = SystemDrives { data: dir.path().to_owned() };
        assert!(drives.list().iter().all(|d| !dir.path().starts_with(&d.path)));
        assert!(drives.list().iter().all(|d| d.path != Path::new("/")));
    }
}
