//! `restore`: a copy of the book back in its place. The kiosk must be closed.

use std::io::Write;

use chrono::{Days, Utc};

use super::args::{Global, RestoreArgs};
use super::failure::Failure;
use super::{book, place};
use crate::storage::{Book, InstanceLock, SET_ASIDE_FILE, restore};

/// Brings the copy back, and erases at once what has been kept too long since it was made.
pub(super) fn run(global: &Global, args: &RestoreArgs) -> Result<(), Failure> {
    let config = place::config(global)?;
    let folder = place::folder(global, &config)?;
    let lock = InstanceLock::take(&folder)?;
    restore(&folder, &lock, &args.file)?;
    let now = Utc::now();
    let today = now.with_timezone(&config.library.timezone).date_naive();
    if let Some(day) = today.checked_sub_days(Days::new(config.privacy.keep_days.into())) {
        Book::open(&folder, book::settings(&config))?.erase_older_than(day, now)?;
    }
    let aside = folder.path().join(SET_ASIDE_FILE);
    let mut out = std::io::stdout().lock();
    writeln!(out, "The book is restored.")?;
    if aside.exists() {
        writeln!(out, "The book that stood there is kept as {}.", aside.display())?;
    }
    Ok(())
}
