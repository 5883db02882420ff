//! The data folder: private to one user of the computer, and refused with a sentence when it cannot be used.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

/// The book's file in the data folder.
pub const BOOK_FILE: &str = "book.sqlite3";
/// The folder of copies in the data folder.
pub const BACKUPS_FOLDER: &str = "backups";
/// The file with the one-time code, as long as nobody is administrator.
pub const CODE_FILE: &str = "first-sign-in-code.txt";
/// The file that a running kiosk holds locked.
pub const LOCK_FILE: &str = "kiosk.lock";
/// The file that a running import of members holds locked.
pub const IMPORT_LOCK_FILE: &str = "import.lock";

/// Why a data folder cannot be used; each text says what to do.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The folder does not exist and cannot be made, since its parent does not exist either.
    #[error("The data folder {} cannot be made, because the folder above it does not exist: make that folder, connect its disk, or give another one with --data-dir.", path.display())]
    MissingParent {
        /// The data folder as given.
        path: PathBuf,
    },
    /// The folder was there and is gone.
    #[error("The data folder {} does not exist: bring it back, or give another one with --data-dir.", path.display())]
    Missing {
        /// The data folder as given.
        path: PathBuf,
    },
    /// The folder, or the one in which it is to be made, cannot be written.
    #[error("The data folder {} cannot be written: give its owner the right to write, or give another one with --data-dir.", path.display())]
    NotWritable {
        /// The data folder as given.
        path: PathBuf,
    },
    /// Another user owns it. Root is refused as well, so that no file of root's blocks the kiosk.
    #[error("The data folder {} belongs to the user {owner}: run the program as {owner}, or give another folder with --data-dir.", path.display())]
    OwnedBy {
        /// The data folder as given.
        path: PathBuf,
        /// The owner's name, or `uid N` when the system has no name for them.
        owner: String,
    },
    /// Something else stands at that path.
    #[error("{} is not a folder: give a folder with --data-dir.", path.display())]
    NotAFolder {
        /// The path as given.
        path: PathBuf,
    },
    /// The system refused for another reason.
    #[error("The data folder {} cannot be used ({source}): check the disk, or give another folder with --data-dir.", path.display())]
    Unusable {
        /// The data folder as given.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
}

/// A data folder that exists, is the caller's own and can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder {
    path: PathBuf,
}

impl DataFolder {
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path of the book's file.
    #[must_use]
    pub fn book_path(&self) -> PathBuf {
        self.path.join(BOOK_FILE)
    }

    /// Looks again whether the folder can be used, without making it.
    ///
    /// # Errors
    /// As [`prepare`]; a folder that is gone is [`FolderError::Missing`].
    pub fn check(&self) -> Result<(), FolderError> {
        check(&self.path)
    }
}

/// The data folder at `path`; made with mode 0700 when it does not exist, its parent never.
///
/// # Errors
/// Says what is wrong with the folder and what to do.
pub fn prepare(path: &Path) -> Result<DataFolder, FolderError> {
    match fs::DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => {}
        Err(error) => match error.kind() {
            // An existing path is looked at below.
            io::ErrorKind::AlreadyExists => {}
            io::ErrorKind::NotFound => return Err(FolderError::MissingParent { path: path.into() }),
            io::ErrorKind::NotADirectory => return Err(FolderError::NotAFolder { path: path.into() }),
            _ if path.exists() => {}
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                return Err(FolderError::NotWritable { path: path.into() });
            }
            _ => return Err(FolderError::Unusable { path: path.into(), source: error }),
        },
    }
    check(path)?;
    Ok(DataFolder { path: path.into() })
}

/// As [`prepare`], making the parents as well (0700): for the folder that the system's conventions name, not for
/// one that somebody typed.
///
/// # Errors
/// As [`prepare`].
pub fn prepare_with_parents(path: &Path) -> Result<DataFolder, FolderError> {
    if let Some(parent) = path.parent()
        && !parent.as_os_str().is_empty()
        && let Err(source) = fs::DirBuilder::new().mode(0o700).recursive(true).create(parent)
    {
        return Err(FolderError::Unusable { path: path.into(), source });
    }
    prepare(path)
}

fn check(path: &Path) -> Result<(), FolderError> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(FolderError::Missing { path: path.into() });
        }
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            return Err(FolderError::NotWritable { path: path.into() });
        }
        Err(source) => return Err(FolderError::Unusable { path: path.into(), source }),
    };
    if !meta.is_dir() {
        return Err(FolderError::NotAFolder { path: path.into() });
    }
    if meta.uid() != rustix::process::geteuid().as_raw() {
        return Err(FolderError::OwnedBy { path: path.into(), owner: user_name(meta.uid()) });
    }
    access(path, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK)
        .map_err(|_| FolderError::NotWritable { path: path.into() })
}

/// The name of a user of this computer, or `uid N`.
fn user_name(uid: u32) -> String {
    let named = fs::read_to_string("/etc/passwd").ok().and_then(|users| name_in(&users, uid));
    named.unwrap_or_else(|| format!("uid {uid}"))
}

fn name_in(users: &str, uid: u32) -> Option<String> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)?.parse() == Ok(uid)).then(|| name.to_owned())
    })
}

/// Bytes that an ordinary user may still write on the disk of `path`; `None` when it cannot be asked.
#[must_use]
pub fn free_bytes(path: &Path) -> Option<u64> {
    let asked = if path.as_os_str() == OsStr::new("") { Path::new(".") } else { path };
    rustix::fs::statvfs(asked).ok().map(|s| s.f_bavail.saturating_mul(s.f_frsize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_missing_folder_is_made_private_and_its_parent_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let folder = prepare(&dir.path().join("data")).unwrap();
        assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(prepare(folder.path()).unwrap(), folder, "an existing one is taken as it is");
        let deep = dir.path().join("a/b");
        assert!(matches!(prepare(&deep), Err(FolderError::MissingParent { .. })));
        assert!(!dir.path().join("a").exists());
        assert!(prepare_with_parents(&deep).is_ok());
    }

    #[test]
    fn a_file_is_not_a_folder_and_a_removed_folder_is_missing() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "x").unwrap();
        assert!(matches!(prepare(&file), Err(FolderError::NotAFolder { .. })));
        assert!(matches!(prepare(&file.join("below")), Err(FolderError::NotAFolder { .. })));
        let folder = prepare(&dir.path().join("data")).unwrap();
        fs::remove_dir(folder.path()).unwrap();
        assert!(matches!(folder.check(), Err(FolderError::Missing { .. })));
    }

    #[test]
    fn an_owner_is_named_from_the_list_of_users() {
        let users = "root:x:0:0:root:/root:/bin/sh\nkiosk:x:1000:1000::/home/kiosk:/bin/sh\n";
        assert_eq!(name_in(users, 1000).as_deref(), Some("kiosk"));
        assert_eq!(name_in(users, 7), None);
    }
}
