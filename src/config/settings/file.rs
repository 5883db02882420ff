//! The file itself: whether it may be written, and keeping a new text in its place.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

/// Why the file cannot be written from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotWritable {
    /// It is not there.
    #[error("the settings file is missing")]
    Missing,
    /// It is marked as not to be written, or this user may not write it.
    #[error("the settings file may not be written by this user")]
    Protected,
    /// It belongs to another user, to whom a new one could not be given.
    #[error("the settings file belongs to another user")]
    Owner,
    /// Its folder may not be written, so that no new file can take its place.
    #[error("the folder of the settings file may not be written")]
    Folder,
}

/// Why a new text was not kept. The old file stands as it was.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The file holds something else than what the new text was made from.
    #[error("the settings file was changed meanwhile")]
    Changed,
    /// It may not be written.
    #[error(transparent)]
    NotWritable(#[from] NotWritable),
    /// The disk is full, or faulty.
    #[error("the settings file cannot be written: {0}")]
    Io(#[from] io::Error),
}

/// The file behind a link, with what the system says of it.
fn behind(path: &Path) -> Result<(PathBuf, Metadata), NotWritable> {
    let path = fs::canonicalize(path).map_err(|_| NotWritable::Missing)?;
    let metadata = fs::metadata(&path).map_err(|_| NotWritable::Missing)?;
    Ok((path, metadata))
}

/// Whether a new text could take the place of the file, with the same owner and mode.
///
/// # Errors
/// Says why not.
pub fn writable(path: &Path) -> Result<(), NotWritable> {
    let (path, metadata) = behind(path)?;
    // Root may write anything; a file that nobody is to write is left alone all the same.
    if metadata.permissions().mode() & 0o222 == 0 || access(&path, Access::WRITE_OK).is_err() {
        return Err(NotWritable::Protected);
    }
    let me = rustix::process::geteuid();
    if !me.is_root() && me.as_raw() != metadata.uid() {
        return Err(NotWritable::Owner);
    }
    let folder = path.parent().ok_or(NotWritable::Folder)?;
    access(folder, Access::WRITE_OK | Access::EXEC_OK).map_err(|_| NotWritable::Folder)
}

/// Puts `new` in the place of `old`: written beside it, synced, given the same owner and mode, and renamed over it.
/// `last` is called when everything but the renaming is done; the file is only replaced when it agrees.
///
/// # Errors
/// The file was left as it is; see [`KeepError`].
pub fn keep<E: From<KeepError>>(
    path: &Path,
    old: &str,
    new: &str,
    last: impl FnOnce() -> Result<(), E>,
) -> Result<(), E> {
    writable(path).map_err(KeepError::from)?;
    let (path, metadata) = behind(path).map_err(KeepError::from)?;
    let unchanged = || same(&path, old);
    unchanged()?;
    let beside = beside(&path, &metadata, new).map_err(KeepError::from)?;
    last()?;
    unchanged()?;
    beside.persist(&path).map_err(|error| KeepError::Io(error.error))?;
    if let Some(folder) = path.parent() {
        // The new file stands; only a power cut in this moment could bring the old one back.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

fn same(path: &Path, text: &str) -> Result<(), KeepError> {
    match fs::read(path) {
        Ok(bytes) if bytes == text.as_bytes() => Ok(()),
        Ok(_) => Err(KeepError::Changed),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(KeepError::Changed),
        Err(error) => Err(error.into()),
    }
}

/// The new text in a file beside the old one, with its owner and mode.
fn beside(path: &Path, metadata: &Metadata, text: &str) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().ok_or(ErrorKind::NotFound)?;
    let mut file = tempfile::Builder::new().prefix(".kiosk-config-").suffix(".tmp").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    if rustix::process::geteuid().as_raw() != metadata.uid() || rustix::process::getegid().as_raw() != metadata.gid() {
        std::os::unix::fs::fchown(file.as_file(), Some(metadata.uid()), Some(metadata.gid()))?;
    }
    file.as_file().set_permissions(metadata.permissions())?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str, mode: u32) -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("kiosk-config.toml");
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        (dir, path)
    }

    const AGREED: fn() -> Result<(), KeepError> = || Ok(());

    #[test]
    fn a_new_text_takes_the_place_with_owner_and_mode_and_leaves_nothing_beside() {
        let (dir, path) = file("lama", 0o640);
        let link = dir.path().join("tautan.toml");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        keep(&link, "lama", "baru", AGREED).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "baru");
        assert!(link.is_symlink());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        if rustix::process::geteuid().is_root() {
            std::os::unix::fs::chown(&path, Some(4242), Some(4343)).unwrap();
            keep(&path, "baru", "lagi", AGREED).unwrap();
            let owner = fs::metadata(&path).unwrap();
            assert_eq!((owner.uid(), owner.gid()), (4242, 4343));
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_changed_meanwhile_is_not_overwritten() {
        let (dir, path) = file("lain", 0o600);
        assert!(matches!(keep(&path, "lama", "baru", AGREED), Err(KeepError::Changed)));
        let late = || {
            fs::write(&path, "terlambat").unwrap();
            Ok::<(), KeepError>(())
        };
        assert!(matches!(keep(&path, "lain", "baru", late), Err(KeepError::Changed)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "terlambat");
        let refused = || Err(KeepError::Changed);
        assert!(keep(&path, "terlambat", "baru", refused).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "terlambat");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_nobody_is_to_write_is_told() {
        let (_dir, path) = file("lama", 0o444);
        assert_eq!(writable(&path), Err(NotWritable::Protected));
        assert!(matches!(keep(&path, "lama", "baru", AGREED), Err(KeepError::NotWritable(_))));
        assert_eq!(writable(&path.with_extension("x")), Err(NotWritable::Missing));
    }
}
