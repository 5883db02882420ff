//! The one-time code of the first sign-in: on the console, and in a file that only the kiosk's user may read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use crate::security::pin::{PinHash, draw};
use crate::storage::DataFolder;
use crate::storage::folder::CODE_FILE;

/// Draws a code, writes it into its file and prints it. Only its hash is kept; it counts in this run alone.
///
/// # Errors
/// The file cannot be written, or the system gives no randomness.
pub(super) fn issue(folder: &DataFolder) -> io::Result<PinHash> {
    let code = draw().map_err(io::Error::other)?;
    let hash = PinHash::of(&code).map_err(io::Error::other)?;
    let path = path(folder);
    withdraw(folder);
    let six = code.figures().complete().map(|six| String::from_utf8_lossy(six)).unwrap_or_default();
    let mut file = OpenOptions::new().create_new(true).write(true).mode(0o600).open(&path)?;
    writeln!(file, "{six}")?;
    file.sync_all()?;
    // The console may be closed; the file stands.
    let _ = writeln!(
        io::stdout(),
        "Nobody is administrator yet. First sign-in: hold the emblem of the welcome screen, enter the one-time code {six}, \
         and choose a PIN. The code also stands in {}. Or set a PIN with: staff set-pin --name NAME --role administrator",
        path.display()
    );
    Ok(hash)
}

/// Removes the file of a code that counts no more.
pub(super) fn withdraw(folder: &DataFolder) {
    match fs::remove_file(path(folder)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(%error, "the file of the one-time code cannot be removed");
        }
        _ => {}
    }
}

fn path(folder: &DataFolder) -> PathBuf {
    folder.path().join(CODE_FILE)
}
