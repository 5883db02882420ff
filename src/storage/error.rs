//! What can go wrong with the book, as a sentence for a person and as a small [`Fault`] for the screen.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;

use super::folder::FolderError;
use crate::domain::internet::Refusal;
use crate::security::pin::HashFault;

/// Why the book could not do what it was asked. The texts hold no personal data.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The data folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// Another kiosk holds the data folder (exit code 3).
    #[error("A kiosk is already running on this data folder: close it first, or give another folder with --data-dir.")]
    AlreadyRunning,
    /// The folder holds no book.
    #[error(
        "There is no visitors' book in this data folder: start the kiosk once, or give the right folder with --data-dir."
    )]
    NoBook,
    /// The file's schema is newer than this program.
    #[error(
        "The visitors' book was written by a newer version of this program (schema {found}, this one knows {known}): install the newer version."
    )]
    Newer {
        /// The file's schema.
        found: u32,
        /// The newest schema that this program knows.
        known: u32,
    },
    /// The file is something else.
    #[error("This file is not a visitors' book of this program: choose another file.")]
    NotABook,
    /// A backup that is no longer whole.
    #[error("The backup is damaged or cut short, and the book was not changed: choose another backup.")]
    BadBackup,
    /// A backup that cannot be opened.
    #[error(
        "The backup cannot be read ({0}), and the book was not changed: check its name and that its drive is there."
    )]
    NoBackup(#[source] io::Error),
    /// The book's file was deleted, moved or replaced while it was open.
    #[error("The file of the visitors' book is gone or was replaced: bring the data folder back, or restore a backup.")]
    Moved,
    /// Another visit with the same id and other content stands in the book.
    #[error("Another visit with this id is already recorded; nothing was written.")]
    IdTaken,
    /// There is no visit with this id.
    #[error("There is no visit with this id.")]
    UnknownVisit,
    /// One membership list at a time.
    #[error("Another import of the membership list is running: wait until it has ended, then import again.")]
    ImportRunning,
    /// There is no import, or the list before it is no longer known.
    #[error("There is no import that could be undone: only the last one can, and only once.")]
    NothingToUndo,
    /// The visit was taken back already.
    #[error("This visit was taken back meanwhile; nothing was changed.")]
    VoidAlready,
    /// The visit's personal data is erased.
    #[error("The personal data of this visit is erased; it cannot be corrected any more.")]
    ErasedAlready,
    /// The correction says what the book says already.
    #[error("Nothing would be changed.")]
    NothingNew,
    /// The computer or the queue number cannot be given; the visit was not written.
    #[error("The visit was not recorded: {0}.")]
    NotSeated(Refusal),
    /// Demonstration data is refused in a book that is in use.
    #[error("This book already holds visits: give an empty data folder with --data-dir.")]
    NotEmpty,
    /// A value outside of what the book can hold.
    #[error("The book cannot hold this value: {0}.")]
    OutOfRange(&'static str),
    /// A stored value that this program cannot have written.
    #[error("The book holds a value that cannot be read ({0}): run `verify`, then restore a backup.")]
    Damaged(String),
    /// There is nobody of this name.
    #[error("There is no member of staff of this name: `staff list` names them all.")]
    UnknownStaff,
    /// A new member of staff needs a role.
    #[error("There is no member of staff of this name yet: give --role librarian or --role administrator.")]
    RoleNeeded,
    /// Without an administrator nobody could do what only they may.
    #[error(
        "This is the last administrator: set the PIN of another one first, with `staff set-pin --role administrator`."
    )]
    LastAdministrator,
    /// The first administrator was set by somebody else meanwhile.
    #[error("There is an administrator by now: sign in with their PIN.")]
    NotFirst,
    /// A PIN belongs to one person.
    #[error("Another member of staff has this PIN: choose another one.")]
    PinTaken,
    /// The PIN cannot be hashed.
    #[error(transparent)]
    PinHash(#[from] HashFault),
    /// The system gives no randomness.
    #[error("The system gives no randomness: restart the computer and try again.")]
    NoChance,
    /// Not enough free space for what is to be written.
    #[error("The disk is too full: {needed} MB are needed and {free} MB are free. Free some space, then try again.")]
    NoSpace {
        /// Megabytes to be written.
        needed: u64,
        /// Megabytes free.
        free: u64,
    },
    /// A file of a backup or of the data folder.
    #[error("{doing}: {source}. Check that the folder exists, is writable and has free space.")]
    File {
        /// What was being done, as the beginning of the sentence.
        doing: &'static str,
        /// The system's answer.
        source: io::Error,
    },
    /// SQLite's own refusal.
    #[error("{}", sentence(.0))]
    Sqlite(#[from] rusqlite::Error),
}

/// The kind of a fault, for the staff notice on a running kiosk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The disk is full.
    Full,
    /// The data folder or the file cannot be written.
    ReadOnly,
    /// The data folder or the file is gone, or was replaced.
    Missing,
    /// Another program held the book too long, or too much was asked at once.
    Busy,
    /// The file is damaged or not a book.
    Corrupt,
    /// Anything else; the log says what.
    Other,
}

impl StorageError {
    /// Whether the book itself is well and only the question was wrong.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::IdTaken
                | Self::UnknownVisit
                | Self::ImportRunning
                | Self::NothingToUndo
                | Self::VoidAlready
                | Self::ErasedAlready
                | Self::NothingNew
                | Self::NotSeated(_)
                | Self::NotEmpty
                | Self::OutOfRange(_)
                | Self::AlreadyRunning
                | Self::UnknownStaff
                | Self::RoleNeeded
                | Self::LastAdministrator
                | Self::NotFirst
                | Self::PinTaken
        )
    }

    /// The kind of fault; looks at `folder` where SQLite's code alone does not tell.
    #[must_use]
    pub fn fault(&self, folder: &Path) -> Fault {
        match self {
            Self::Folder(FolderError::NotWritable { .. } | FolderError::OwnedBy { .. }) => Fault::ReadOnly,
            Self::Moved | Self::NoBook | Self::Folder(_) => Fault::Missing,
            Self::Newer { .. } | Self::NotABook | Self::BadBackup | Self::Damaged(_) => Fault::Corrupt,
            Self::NoSpace { .. } => Fault::Full,
            Self::File { source, .. } => match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Fault::Full,
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly,
                io::ErrorKind::NotFound => Fault::Missing,
                _ => Fault::Other,
            },
            Self::Sqlite(error) => sqlite_fault(error, folder),
            Self::AlreadyRunning
            | Self::IdTaken
            | Self::UnknownVisit
            | Self::ImportRunning
            | Self::NothingToUndo
            | Self::VoidAlready
            | Self::ErasedAlready
            | Self::NothingNew
            | Self::NotSeated(_)
            | Self::NotEmpty
            | Self::OutOfRange(_)
            | Self::UnknownStaff
            | Self::RoleNeeded
            | Self::LastAdministrator
            | Self::NotFirst
            | Self::PinTaken
            | Self::PinHash(_)
            | Self::NoBackup(_)
            | Self::NoChance => Fault::Other,
        }
    }
}

/// The disk has no room; for the memory that connections share, `SQLite` calls that an error of the disk.
fn is_full(error: &rusqlite::Error) -> bool {
    error
        .sqlite_error()
        .is_some_and(|e| e.code == ErrorCode::DiskFull || e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

fn sqlite_fault(error: &rusqlite::Error, folder: &Path) -> Fault {
    match error.sqlite_error_code() {
        _ if is_full(error) => Fault::Full,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::Busy,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Fault::Corrupt,
        _ if !folder.is_dir() => Fault::Missing,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Fault::ReadOnly,
        Some(ErrorCode::SystemIoFailure) if super::folder::free_bytes(folder).is_some_and(|b| b < 1 << 20) => {
            Fault::Full
        }
        _ => Fault::Other,
    }
}

fn sentence(error: &rusqlite::Error) -> String {
    let what_to_do = match error.sqlite_error_code() {
        _ if is_full(error) => "the disk is full: free some space, then try again",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            "it cannot be opened or written: check the data folder and its rights"
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another program is writing to it: try again in a moment"
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => "it is damaged: restore a backup",
        Some(ErrorCode::SystemIoFailure) => "the disk refused to read or write: check the disk",
        _ => "SQLite refused",
    };
    format!("The visitors' book: {what_to_do} ({error}).")
}

/// Names the act for an error of a file, as the beginning of its sentence.
pub(super) fn doing(doing: &'static str) -> impl Fn(io::Error) -> StorageError {
    move |source| StorageError::File { doing, source }
}
