//! What the kiosk does by itself, on a thread and a connection of its own: erasing names whose time is over, at the
//! start and every day, and the daily copy of the book.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::copies::Copies;
use super::{reports, setup};
use crate::config::Config;
use crate::domain::purpose::Purpose;
use crate::storage::{Book, BookSettings, DataFolder, StorageError};

/// How often the clock is looked at.
const LOOK: Duration = Duration::from_secs(30);

/// What is done when.
#[derive(Debug, Clone)]
struct Plan {
    folder: DataFolder,
    settings: BookSettings,
    /// Their words are kept for old statistics.
    purposes: Vec<Purpose>,
    keep_days: u32,
    backup_at: NaiveTime,
    copies: Copies,
}

/// The thread; it ends when this is dropped.
pub struct Housekeeping {
    folder: DataFolder,
    plans: Option<Sender<Plan>>,
    thread: Option<JoinHandle<()>>,
}

impl Housekeeping {
    /// Begins: names whose time is over are erased at once.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(config: &Config, folder: DataFolder) -> std::io::Result<Self> {
        let mut plan = Plan::of(config, folder.clone());
        let (plans, changed) = channel();
        let thread = thread::Builder::new().name("housekeeping".to_owned()).spawn(move || {
            let mut done = Done::default();
            loop {
                done.look(&plan, Utc::now());
                match changed.recv_timeout(LOOK) {
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(new) => {
                        plan = new;
                        done.adopted();
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        })?;
        Ok(Self { folder, plans: Some(plans), thread: Some(thread) })
    }

    /// Goes on by another configuration.
    pub fn adopt(&self, config: &Config) {
        let plan = Plan::of(config, self.folder.clone());
        if self.plans.as_ref().is_none_or(|plans| plans.send(plan).is_err()) {
            tracing::error!("the housekeeping does not take the new settings");
        }
    }
}

impl Drop for Housekeeping {
    fn drop(&mut self) {
        self.plans = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the housekeeping had panicked");
        }
    }
}

/// What has been done already.
#[derive(Debug, Default)]
struct Done {
    erased_on: Option<NaiveDate>,
    tried_on: Option<NaiveDate>,
    told_words: bool,
}

impl Done {
    /// Does what is due.
    fn look(&mut self, plan: &Plan, now: DateTime<Utc>) {
        let local = now.with_timezone(&plan.settings.zone).naive_local();
        if self.erased_on != Some(local.date()) && told("erase", plan.erase(local.date(), now)) {
            self.erased_on = Some(local.date());
        }
        if self.tried_on != Some(local.date()) && plan.backup_is_due(local) {
            self.tried_on = Some(local.date());
            told("back up", plan.back_up(local.date(), now));
        }
        self.told_words = self.told_words || told("remember the purposes", plan.remember_purposes());
    }

    /// Another configuration counts. A shorter time waits for the next daily erasure all the same: what was saved by
    /// mistake can be set right until then, and a name that is erased does not come back.
    fn adopted(&mut self) {
        (self.tried_on, self.told_words) = (None, false);
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
    fn of(config: &Config, folder: DataFolder) -> Self {
        Self {
            settings: setup::book(config),
            purposes: config.purposes.clone(),
            keep_days: config.privacy.keep_days,
            backup_at: config.backup.time,
            copies: Copies::of(config, &folder),
            folder,
        }
    }

    fn book(&self) -> Result<Book, StorageError> {
        Book::open(&self.folder, self.settings.clone())
    }

    fn first_kept(&self, today: NaiveDate) -> Option<NaiveDate> {
        today.checked_sub_days(Days::new(u64::from(self.keep_days)))
    }

    /// Names before the first kept day are erased from the book; copies and reports that still hold them are removed.
    fn erase(&self, today: NaiveDate, now: DateTime<Utc>) -> Result<(), StorageError> {
        let Some(first) = self.first_kept(today) else { return Ok(()) };
        let erased = self.book()?.erase_older_than(first, now)?;
        if erased.visits + erased.members > 0 {
            tracing::info!(visits = erased.visits, members = erased.members, "names erased after their time");
        }
        self.copies.remove(|date, _| date < first);
        reports::folder::sweep(&self.folder, today);
        Ok(())
    }

    /// After the configured time, unless today's copy stands already.
    fn backup_is_due(&self, local: NaiveDateTime) -> bool {
        local.time() >= self.backup_at && !self.copies.has(local.date())
    }

    fn back_up(&self, today: NaiveDate, now: DateTime<Utc>) -> Result<(), StorageError> {
        self.copies.make(&self.book()?, today, now).map(drop)
    }

    fn remember_purposes(&self) -> Result<(), StorageError> {
        self.book()?.remember_purposes(&self.purposes)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::{SHIPPED, parse};
    use crate::storage::folder;

    fn plan(dir: &Path) -> Plan {
        let text = SHIPPED.replace("time = \"13:00\"", "time = \"16:00\"");
        let config = parse(&text, "kiosk-config.toml").unwrap();
        Plan::of(&config, folder::prepare(&dir.join("data")).unwrap())
    }

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
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
    fn a_shorter_time_waits_for_the_next_daily_erasure() {
        let dir = tempfile::tempdir().unwrap();
        let mut plan = plan(dir.path());
        // Ten in the morning in the library, before the time of the daily copy.
        let at = |d| day(d).and_hms_opt(3, 0, 0).unwrap().and_utc();
        let mut done = Done::default();
        done.look(&plan, at(10));
        plan.back_up(day(1), at(10)).unwrap();
        plan.keep_days = 5;
        done.adopted();
        done.look(&plan, at(10));
        assert!(plan.copies.has(day(1)), "a slip can be set right on the same day");
        done.look(&plan, at(11));
        assert!(!plan.copies.has(day(1)), "the names of that day go with the next day");
    }

    #[test]
    fn copies_that_hold_erased_names_go_with_them() {
        let dir = tempfile::tempdir().unwrap();
        let plan = plan(dir.path());
        plan.back_up(NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(), Utc::now()).unwrap();
        plan.back_up(day(1), Utc::now()).unwrap();
        plan.erase(day(24), Utc::now()).unwrap();
        assert_eq!(plan.copies.list().len(), 1);
    }

    #[test]
    fn the_words_of_a_purpose_are_kept_beyond_its_time() {
        let dir = tempfile::tempdir().unwrap();
        let plan = plan(dir.path());
        plan.remember_purposes().unwrap();
        let label = plan.book().unwrap().purpose_label("read").unwrap();
        assert_eq!(label, Some(("Membaca di tempat".to_owned(), "Read here".to_owned())));
    }
}
