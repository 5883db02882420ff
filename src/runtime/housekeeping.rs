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
            let (mut erased_on, mut tried_on, mut told_words) = (None, None, false);
            loop {
                let now = Utc::now();
                let local = now.with_timezone(&plan.settings.zone).naive_local();
                if erased_on != Some(local.date()) && told("erase", plan.erase(local.date(), now)) {
                    erased_on = Some(local.date());
                }
                if tried_on != Some(local.date()) && plan.backup_is_due(local) {
                    tried_on = Some(local.date());
                    told("back up", plan.back_up(local.date(), now));
                }
                told_words = told_words || told("remember the purposes", plan.remember_purposes());
                match changed.recv_timeout(LOOK) {
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(new) => (plan, erased_on, tried_on, told_words) = (new, None, None, false),
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
