//! What can be wrong with a drive.

use std::io;

use crate::domain::report::Trouble;
use crate::exchange::table_out::OutFault;

/// Why a file is not on the drive or in the folder.
#[derive(Debug, thiserror::Error)]
pub enum SaveFault {
    /// The drive was pulled, or the folder is gone.
    #[error("the drive or folder is not there any more")]
    Gone,
    /// Too little room, found before or while writing.
    #[error("there is not enough room: {needed} bytes are needed")]
    Full {
        /// The size of the file.
        needed: u64,
        /// What was free, where the system tells.
        free: Option<u64>,
    },
    /// It may only be read.
    #[error("the drive or folder can only be read")]
    ReadOnly,
    /// Anything else.
    #[error("the file cannot be written")]
    Other(#[source] OutFault),
}

impl SaveFault {
    /// What a fault of writing means for a file of `needed` bytes.
    pub(super) fn of(fault: OutFault, needed: u64, free: Option<u64>) -> Self {
        match fault {
            OutFault::Full => Self::Full { needed, free },
            OutFault::NoFolder => Self::Gone,
            OutFault::Write(error) => match error.kind() {
                io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
                // A drive that is pulled answers with an error of input and output, or has no device any more.
                _ if matches!(error.raw_os_error(), Some(5 | 6 | 19)) => Self::Gone,
                _ => Self::Other(OutFault::Write(error)),
            },
            other => Self::Other(other),
        }
    }
}

impl From<&SaveFault> for Trouble {
    fn from(fault: &SaveFault) -> Self {
        match fault {
            SaveFault::Gone => Self::Gone,
            SaveFault::Full { needed, free } => Self::Full { needed: *needed, free: *free },
            SaveFault::ReadOnly => Self::ReadOnly,
            SaveFault::Other(_) => Self::Failed,
        }
    }
}
