//! Where the file of a report goes, and what may be wrong there.

use std::path::PathBuf;

use chrono::NaiveDate;

/// A mounted drive that somebody can carry away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drive {
    /// The name that was given to it.
    pub name: String,
    /// Where it is mounted.
    pub path: PathBuf,
    /// Bytes free, where the system tells.
    pub free: Option<u64>,
    /// It cannot be written.
    pub read_only: bool,
}

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// The report folder inside the data folder.
    #[default]
    Folder,
    /// A folder on a drive.
    On {
        /// Where the drive is mounted.
        drive: PathBuf,
        /// The folder, which may be the drive itself.
        folder: PathBuf,
    },
    /// A folder elsewhere, chosen in the dialog of the system.
    At(PathBuf),
}

impl Place {
    /// The drive of the place.
    #[must_use]
    pub fn drive(&self) -> Option<&PathBuf> {
        match self {
            Self::Folder | Self::At(_) => None,
            Self::On { drive, .. } => Some(drive),
        }
    }
}

/// Why a file is not where it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The drive was pulled, or the folder on it is gone.
    Gone,
    /// There is not enough room.
    Full {
        /// The size of the file.
        needed: u64,
        /// What was free, where the system tells.
        free: Option<u64>,
    },
    /// It can only be read.
    ReadOnly,
    /// It could not be written.
    Failed,
    /// The book could not be read, or the report could not be logged.
    Book,
    /// There are more rows than a workbook holds.
    TooManyRows,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub name: String,
    /// Of a file in the report folder that holds what the book will erase: the day on which it goes.
    pub until: Option<NaiveDate>,
}

/// How an order ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The file stands where it was ordered to.
    Done(Stored),
    /// It could not be written there, and stands in the report folder instead.
    Kept(Trouble, Stored),
    /// There is no file.
    Failed(Trouble),
    /// It was cancelled; there is no file.
    Cancelled,
}

/// Why a drive could not be let go of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Held {
    /// This computer has no program for it; everything is written all the same.
    #[error("there is no program that unmounts drives")]
    NoProgram,
    /// Somebody still uses the drive; everything is written all the same.
    #[error("the drive is still in use")]
    Busy,
    /// It was refused, or took too long; everything is written all the same.
    #[error("unmounting was refused")]
    Refused,
    /// What was on its way could not be written.
    #[error("the drive did not take everything")]
    NotWritten,
}
