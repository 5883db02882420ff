//! A file that appears under its name only once it is whole and on the disk.

use std::fs::File;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::OutFault;

/// A file under a temporary name in the folder of its final one. Dropped without [`AtomicFile::commit`], it vanishes,
/// and what stood under the final name is untouched.
#[derive(Debug)]
pub struct AtomicFile {
    temporary: NamedTempFile,
    path: PathBuf,
}

impl AtomicFile {
    /// Creates the temporary file, readable by its owner only.
    ///
    /// # Errors
    /// The folder is missing or cannot be written, or the name is not that of a file.
    pub fn begin(path: &Path) -> Result<Self, OutFault> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if path.file_name().is_none() || std::fs::metadata(&path).is_ok_and(|about| !about.is_file()) {
            return Err(OutFault::NotAFile);
        }
        let temporary = Builder::new().prefix(".buku-").suffix(".part").tempfile_in(folder_of(&path))?;
        Ok(Self { temporary, path })
    }

    /// A handle to write through.
    ///
    /// # Errors
    /// The system has no handle left.
    pub fn file(&self) -> Result<File, OutFault> {
        Ok(self.temporary.as_file().try_clone()?)
    }

    /// Where it is written.
    #[must_use]
    pub fn folder(&self) -> &Path {
        folder_of(&self.path)
    }

    /// Where it is written, under its temporary name.
    #[must_use]
    pub fn temporary_path(&self) -> &Path {
        self.temporary.path()
    }

    /// Syncs the file and gives it its name.
    ///
    /// # Errors
    /// The disk is full or gone; nothing is left behind.
    pub fn commit(self) -> Result<(), OutFault> {
        self.temporary.as_file().sync_all()?;
        let folder = folder_of(&self.path).to_owned();
        self.temporary.persist(&self.path).map_err(|e| OutFault::from(e.error))?;
        // Not every file system can sync a folder; the file itself is already safe.
        if let Ok(folder) = File::open(folder) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
