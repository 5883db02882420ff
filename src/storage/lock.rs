//! One kiosk a data folder: the lock that `run` and `restore` take.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::{StorageError, doing};
use super::folder::{DataFolder, LOCK_FILE};

/// The lock of a data folder, held until its last clone is dropped; a kill releases it as well.
#[derive(Debug, Clone)]
pub struct InstanceLock {
    file: Arc<Mutex<File>>,
    path: PathBuf,
}

impl InstanceLock {
    /// Takes the lock.
    ///
    /// # Errors
    /// [`StorageError::AlreadyRunning`] when another process holds it; otherwise that its file cannot be used.
    pub fn take(folder: &DataFolder) -> Result<Self, StorageError> {
        let path = folder.path().join(LOCK_FILE);
        Ok(Self { file: Arc::new(Mutex::new(locked(&path)?)), path })
    }

    /// Whether the locked file is still the one in the data folder; after the folder was removed and made again
    /// the lock has to be taken anew.
    #[must_use]
    pub fn holds(&self) -> bool {
        is_at(&self.file(), &self.path)
    }

    /// Takes the lock anew if its file is no longer the one in the data folder.
    ///
    /// # Errors
    /// As [`Self::take`]: meanwhile another process may have taken it.
    pub fn keep(&self) -> Result<(), StorageError> {
        let mut file = self.file();
        if !is_at(&file, &self.path) {
            *file = locked(&self.path)?;
        }
        Ok(())
    }

    fn file(&self) -> MutexGuard<'_, File> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn locked(path: &Path) -> Result<File, StorageError> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(path)
        .map_err(doing("The lock file of the data folder cannot be opened"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StorageError::AlreadyRunning),
        Err(TryLockError::Error(source)) => {
            Err(StorageError::File { doing: "The lock file of the data folder cannot be locked", source })
        }
    }
}

fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(mine), Ok(there)) => (mine.dev(), mine.ino()) == (there.dev(), there.ino()),
        _ => false,
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
        second.keep().unwrap();
        assert!(second.holds());
        assert!(matches!(InstanceLock::take(&folder), Err(StorageError::AlreadyRunning)));
    }

    #[test]
    fn what_another_has_taken_meanwhile_is_not_taken_back() {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(dir.path()).unwrap();
        let first = InstanceLock::take(&folder).unwrap();
        std::fs::remove_file(dir.path().join(LOCK_FILE)).unwrap();
        let second = InstanceLock::take(&folder).unwrap();
        assert!(matches!(first.keep(), Err(StorageError::AlreadyRunning)));
        drop(second);
        first.keep().unwrap();
    }
}
