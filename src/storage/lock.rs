//! One kiosk a data folder: the lock that `run` and `restore` take; and one import of members at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::PathBuf;

use super::error::{StorageError, doing};
use super::folder::{DataFolder, IMPORT_LOCK_FILE, LOCK_FILE};

/// The lock of a data folder, held until it is dropped; a kill releases it as well.
#[derive(Debug)]
pub struct InstanceLock {
    file: File,
    path: PathBuf,
}

impl InstanceLock {
    /// Takes the lock.
    ///
    /// # Errors
    /// [`StorageError::AlreadyRunning`] when another process holds it; otherwise that its file cannot be used.
    pub fn take(folder: &DataFolder) -> Result<Self, StorageError> {
        let (file, path) = lock(folder, LOCK_FILE, StorageError::AlreadyRunning)?;
        Ok(Self { file, path })
    }

    /// Whether the locked file is still the one in the data folder; after the folder was removed and made again
    /// the lock has to be taken anew.
    #[must_use]
    pub fn holds(&self) -> bool {
        match (self.file.metadata(), std::fs::metadata(&self.path)) {
            (Ok(mine), Ok(there)) => (mine.dev(), mine.ino()) == (there.dev(), there.ino()),
            _ => false,
        }
    }
}

/// The lock of the membership list, held by an import or its undoing, of the panel or of the command line, until it is
/// dropped; a kill releases it as well.
#[derive(Debug)]
pub(super) struct ImportLock {
    _file: File,
}

impl ImportLock {
    /// Takes the lock, or answers [`StorageError::ImportRunning`] when somebody holds it.
    pub(super) fn take(folder: &DataFolder) -> Result<Self, StorageError> {
        let (file, _) = lock(folder, IMPORT_LOCK_FILE, StorageError::ImportRunning)?;
        Ok(Self { _file: file })
    }
}

fn lock(folder: &DataFolder, name: &str, taken: StorageError) -> Result<(File, PathBuf), StorageError> {
    let path = folder.path().join(name);
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(&path)
        .map_err(doing("The lock file of the data folder cannot be opened"))?;
    match file.try_lock() {
        Ok(()) => Ok((file, path)),
        Err(TryLockError::WouldBlock) => Err(taken),
        Err(TryLockError::Error(source)) => {
            Err(StorageError::File { doing: "The lock file of the data folder cannot be locked", source })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::folder;

    #[test]
    fn the_second_taker_is_refused_until_the_first_lets_go() {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(dir.path()).unwrap();
        let first = InstanceLock::take(&folder).unwrap();
        assert!(first.holds());
        assert!(matches!(InstanceLock::take(&folder), Err(StorageError::AlreadyRunning)));
        drop(first);
        let second = InstanceLock::take(&folder).unwrap();
        std::fs::remove_file(dir.path().join(LOCK_FILE)).unwrap();
        assert!(!second.holds());
    }
}
