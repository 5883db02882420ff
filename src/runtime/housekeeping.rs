//! What the kiosk does by itself, on a thread and a connection of its own: keeping the words of the purposes, erasing names
//! whose time is over, at the start and every day, and the daily copy of the book.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::setup;
use crate::config::Config;
use crate::domain::purpose::Purpose;
use crate::storage::folder::BACKUPS_FOLDER;
use crate::storage::{Book, BookSettings, DataFolder, StorageError};

/// How often the clock is looked at.
const LOOK: Duration = Duration::from_secs(30);
/// The folder of the daily copies within the data folder.
pub const BACKUPS: &str = BACKUPS_FOLDER;
const PREFIX: &str = "book-";
const SUFFIX: &str = ".sqlite3";

/// What is done when.
#[derive(Debug, Clone)]
struct Plan {
    folder: DataFolder,
    settings: BookSettings,
    /// What is on the screen: old rows and statistics keep their words.
    purposes: Vec<Purpose>,
    keep_days: u32,
    backup_at: NaiveTime,
    second: Option<PathBuf>,
    keep: usize,
}

/// The thread; it ends when this is dropped.
pub struct Housekeeping {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Housekeeping {
    /// Begins: names whose time is over are erased at once.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(config: &Config, folder: DataFolder) -> std::io::Result<Self> {
        let plan = Plan {
            folder,
            settings: setup::book(config),
            purposes: config.purposes.clone(),
            keep_days: config.privacy.keep_days,
            backup_at: config.backup.time,
            second: config.backup.second_folder.clone(),
            keep: usize::try_from(config.backup.keep).unwrap_or(usize::MAX),
        };
        let (stop, stopped) = channel();
        let thread = thread::Builder::new().name("housekeeping".to_owned()).spawn(move || {
            let mut remembered = false;
            let mut erased_on = None;
            let mut tried_on = None;
            loop {
                remembered = remembered || told("keep the words of the purposes", plan.remember());
                let now = Utc::now();
                let local = now.with_timezone(&plan.settings.zone).naive_local();
                if erased_on != Some(local.date()) && told("erase", plan.erase(local.date(), now)) {
                    erased_on = Some(local.date());
                }
                if tried_on != Some(local.date()) && plan.backup_is_due(local) {
                    tried_on = Some(local.date());
                    told("back up", plan.back_up(local.date(), now));
                }
                match stopped.recv_timeout(LOOK) {
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        })?;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Housekeeping {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the housekeeping had panicked");
        }
    }
}

fn told(what: &str, result: Result<(), StorageError>) -> bool {
    match result {
        Ok(()) => true,
        Err(error) => {
            tracing::error!(what, %error, "housekeeping failed");
            false
        }
    }
}

impl Plan {
    fn first_kept(&self, today: NaiveDate) -> Option<NaiveDate> {
        today.checked_sub_days(Days::new(u64::from(self.keep_days)))
    }

    fn remember(&self) -> Result<(), StorageError> {
        Book::open(&self.folder, self.settings.clone())?.remember_purposes(&self.purposes)
    }

    /// Names before the first kept day are erased from the book; copies that still hold them are removed.
    fn erase(&self, today: NaiveDate, now: DateTime<Utc>) -> Result<(), StorageError> {
        let Some(first) = self.first_kept(today) else { return Ok(()) };
        let erased = Book::open(&self.folder, self.settings.clone())?.erase_older_than(first, now)?;
        if erased.visits + erased.members > 0 {
            tracing::info!(visits = erased.visits, members = erased.members, "names erased after their time");
        }
        for folder in self.folders() {
            remove_copies(&folder, |date, _| date < first);
        }
        Ok(())
    }

    fn folders(&self) -> Vec<PathBuf> {
        [Some(self.folder.path().join(BACKUPS)), self.second.clone()].into_iter().flatten().collect()
    }

    /// After the configured time, unless today's copy stands already.
    fn backup_is_due(&self, local: NaiveDateTime) -> bool {
        local.time() >= self.backup_at && !self.folder.path().join(BACKUPS).join(file_name(local.date())).exists()
    }

    /// A copy into each folder. A second folder that is not there (a disk that is not connected) is told in the log
    /// and hinders nothing.
    fn back_up(&self, today: NaiveDate, now: DateTime<Utc>) -> Result<(), StorageError> {
        let book = Book::open(&self.folder, self.settings.clone())?;
        let own = self.folder.path().join(BACKUPS);
        fs::create_dir_all(&own)
            .map_err(|source| StorageError::File { doing: "The folder of the backups cannot be made", source })?;
        book.backup(&own.join(file_name(today)), now)?;
        if let Some(second) = &self.second {
            told("back up to the second folder", book.backup(&second.join(file_name(today)), now).map(drop));
        }
        for folder in self.folders() {
            remove_copies(&folder, |_, newer| newer >= self.keep);
        }
        Ok(())
    }
}

fn file_name(date: NaiveDate) -> String {
    format!("{PREFIX}{date}{SUFFIX}")
}

/// Removes the copies that `old` names; it is told each one's date and how many newer ones there are. Files that
/// this program did not name are left alone.
fn remove_copies(folder: &Path, old: impl Fn(NaiveDate, usize) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let dated = |name: String| name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.parse::<NaiveDate>().ok();
    let mut dates: Vec<_> = entries.filter_map(|e| dated(e.ok()?.file_name().into_string().ok()?)).collect();
    dates.sort_unstable_by(|a, b| b.cmp(a));
    for (newer, date) in dates.into_iter().enumerate() {
        if old(date, newer)
            && let Err(error) = fs::remove_file(folder.join(file_name(date)))
        {
            tracing::error!(%error, "an old backup cannot be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::folder;

    fn plan(dir: &Path) -> Plan {
        Plan {
            folder: folder::prepare(&dir.join("data")).unwrap(),
            settings: BookSettings::default(),
            purposes: Vec::new(),
            keep_days: 365,
            backup_at: NaiveTime::from_hms_opt(16, 0, 0).unwrap(),
            second: Some(dir.join("second")),
            keep: 2,
        }
    }

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    #[test]
    fn the_newest_copies_are_kept_in_both_folders_and_foreign_files_stay() {
        let dir = tempfile::tempdir().unwrap();
        let plan = plan(dir.path());
        fs::create_dir(dir.path().join("second")).unwrap();
        fs::write(dir.path().join("second/book-notes.sqlite3"), "mine").unwrap();
        for d in 1..=4 {
            plan.back_up(day(d), Utc::now()).unwrap();
        }
        let names = |folder: PathBuf| {
            let mut names: Vec<_> =
                fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        };
        let kept = ["book-2026-11-03.sqlite3", "book-2026-11-04.sqlite3"];
        assert_eq!(names(plan.folder.path().join(BACKUPS)), kept);
        assert_eq!(names(dir.path().join("second")), [kept[0], kept[1], "book-notes.sqlite3"]);
    }

    #[test]
    fn a_second_folder_that_is_away_hinders_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let plan = plan(dir.path());
        plan.back_up(day(1), Utc::now()).unwrap();
        assert!(plan.folder.path().join(BACKUPS).join(file_name(day(1))).exists());
    }

    #[test]
    fn it_is_due_after_its_time_and_once_a_day() {
        let dir = tempfile::tempdir().unwrap();
        let plan = plan(dir.path());
        let at = |h| day(1).and_hms_opt(h, 0, 0).unwrap();
        assert!(!plan.backup_is_due(at(15)));
        assert!(plan.backup_is_due(at(16)));
        plan.back_up(day(1), Utc::now()).unwrap();
        assert!(!plan.backup_is_due(at(17)));
    }

    #[test]
    fn copies_that_hold_erased_names_go_with_them() {
        let dir = tempfile::tempdir().unwrap();
        let plan = plan(dir.path());
        plan.back_up(NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(), Utc::now()).unwrap();
        plan.back_up(day(1), Utc::now()).unwrap();
        plan.erase(day(24), Utc::now()).unwrap();
        let left = fs::read_dir(plan.folder.path().join(BACKUPS)).unwrap().count();
        assert_eq!(left, 1);
    }
}
