//! `backup`: a consistent copy of the book, beside a running kiosk.

use std::fs::DirBuilder;
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::args::{BackupArgs, Global};
use super::failure::Failure;
use super::{book, place};
use crate::storage::DataFolder;
use crate::storage::folder::BACKUPS_FOLDER;

/// Writes the copy and says where it is.
pub(super) fn run(global: &Global, args: &BackupArgs) -> Result<(), Failure> {
    let now = Utc::now();
    let folder = place::folder_alone(global)?;
    let book = book::existing(&folder)?;
    let path = match &args.output {
        Some(path) => path.clone(),
        None => own_place(&folder, now)?,
    };
    let bytes = book.backup(&path, now)?;
    Ok(writeln!(std::io::stdout(), "{}: {bytes} bytes", path.display())?)
}

/// A name by the time in the data folder's own `backups`.
fn own_place(folder: &DataFolder, now: DateTime<Utc>) -> Result<PathBuf, Failure> {
    let backups = folder.path().join(BACKUPS_FOLDER);
    DirBuilder::new().recursive(true).mode(0o700).create(&backups).map_err(|error| {
        Failure::Failed(format!("{}: it cannot be made ({error}): name a file with --output.", backups.display()))
    })?;
    Ok(backups.join(now.format("book-%Y%m%dT%H%M%SZ.sqlite3").to_string()))
}
