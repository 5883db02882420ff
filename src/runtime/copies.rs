//! Copies of the book: one a day in the data folder, and one in a second folder where there is one.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use crate::config::Config;
use crate::storage::folder::BACKUPS_FOLDER;
use crate::storage::{Book, DataFolder, StorageError};

const PREFIX: &str = "book-";
const SUFFIX: &str = ".sqlite3";

/// Where copies stand, and how many.
#[derive(Debug, Clone)]
pub(super) struct Copies {
    folder: PathBuf,
    second: Option<PathBuf>,
    keep: usize,
}

/// A copy that stands in the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Of which day.
    pub date: NaiveDate,
    /// Its size.
    pub bytes: u64,
    /// Whether it stands in the second folder too.
    pub second: bool,
}

impl Copies {
    pub(super) fn of(config: &Config, folder: &DataFolder) -> Self {
        let keep = usize::try_from(config.backup.keep).unwrap_or(usize::MAX);
        Self::new(folder, config.backup.second_folder.clone(), keep)
    }

    pub(super) fn new(folder: &DataFolder, second: Option<PathBuf>, keep: usize) -> Self {
        Self { folder: folder.path().join(BACKUPS_FOLDER), second, keep }
    }

    fn folders(&self) -> impl Iterator<Item = &PathBuf> {
        [Some(&self.folder), self.second.as_ref()].into_iter().flatten()
    }

    /// Whether the copy of a day stands.
    pub(super) fn has(&self, date: NaiveDate) -> bool {
        self.folder.join(file_name(date)).exists()
    }

    /// All copies in the data folder, the newest first.
    pub(super) fn list(&self) -> Vec<Found> {
        let second = |name: &str| self.second.as_ref().is_some_and(|folder| folder.join(name).exists());
        let found = |date: NaiveDate| {
            let name = file_name(date);
            let bytes = fs::metadata(self.folder.join(&name)).ok()?.len();
            Some(Found { date, bytes, second: second(&name) })
        };
        dates(&self.folder).into_iter().filter_map(found).collect()
    }

    /// A copy into each folder, and old ones away. A second folder that is not there (a disk that is not connected)
    /// hinders nothing; answered is whether it was reached, where there is one.
    pub(super) fn make(&self, book: &Book, today: NaiveDate, now: DateTime<Utc>) -> Result<Option<bool>, StorageError> {
        fs::create_dir_all(&self.folder)
            .map_err(|source| StorageError::File { doing: "The folder of the backups cannot be made", source })?;
        book.backup(&self.folder.join(file_name(today)), now)?;
        let second = self.second.as_ref().map(|second| match book.backup(&second.join(file_name(today)), now) {
            Ok(_) => true,
            Err(error) => {
                tracing::error!(%error, "no copy into the second folder");
                false
            }
        });
        self.remove(|_, newer| newer >= self.keep);
        Ok(second)
    }

    /// Removes the copies that `old` names; it is told each one's date and how many newer ones there are. Files that
    /// this program did not name are left alone.
    pub(super) fn remove(&self, old: impl Fn(NaiveDate, usize) -> bool) {
        for folder in self.folders() {
            for (newer, date) in dates(folder).into_iter().enumerate() {
                if old(date, newer)
                    && let Err(error) = fs::remove_file(folder.join(file_name(date)))
                {
                    tracing::error!(%error, "an old backup cannot be removed");
                }
            }
        }
    }
}

fn file_name(date: NaiveDate) -> String {
    format!("{PREFIX}{date}{SUFFIX}")
}

/// The days of the copies in a folder, the newest first.
fn dates(folder: &Path) -> Vec<NaiveDate> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let dated = |name: String| name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.parse::<NaiveDate>().ok();
    let mut dates: Vec<_> = entries.filter_map(|e| dated(e.ok()?.file_name().into_string().ok()?)).collect();
    dates.sort_unstable_by(|a, b| b.cmp(a));
    dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{BookSettings, folder};

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    fn shelf(dir: &Path) -> (Copies, Book) {
        let data = folder::prepare(&dir.join("data")).unwrap();
        let book = Book::open(&data, BookSettings::default()).unwrap();
        (Copies::new(&data, Some(dir.join("second")), 2), book)
    }

    #[test]
    fn the_newest_copies_are_kept_in_both_folders_and_foreign_files_stay() {
        let dir = tempfile::tempdir().unwrap();
        let (copies, book) = shelf(dir.path());
        fs::create_dir(dir.path().join("second")).unwrap();
        fs::write(dir.path().join("second/book-notes.sqlite3"), "mine").unwrap();
        for d in 1..=4 {
            assert_eq!(copies.make(&book, day(d), Utc::now()).unwrap(), Some(true));
        }
        let names = |folder: &Path| {
            let mut names: Vec<_> =
                fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        };
        let kept = ["book-2026-11-03.sqlite3", "book-2026-11-04.sqlite3"];
        assert_eq!(names(&copies.folder), kept);
        assert_eq!(names(&dir.path().join("second")), [kept[0], kept[1], "book-notes.sqlite3"]);
        let found = copies.list();
        assert_eq!(found.iter().map(|f| (f.date, f.second)).collect::<Vec<_>>(), [(day(4), true), (day(3), true)]);
        assert!(found.iter().all(|f| f.bytes > 0));
    }

    #[test]
    fn a_second_folder_that_is_away_hinders_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (copies, book) = shelf(dir.path());
        assert_eq!(copies.make(&book, day(1), Utc::now()).unwrap(), Some(false));
        assert!(copies.has(day(1)) && !copies.has(day(2)));
        assert!(!copies.list()[0].second);
    }
}
