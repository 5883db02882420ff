//! What a page of the staff's side is given to paint, and nothing more.

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

use crate::domain::purpose::{Purpose, PurposeId};
use crate::flow::staff::{Desk, Rules, Side};
use crate::i18n::Words;
use crate::ui::kit::Kit;
use crate::ui::layout::Canvas;

/// Everything that a page of the staff's side may see. It answers with events and changes nothing.
#[derive(Clone, Copy)]
pub struct StaffView<'a> {
    /// The staff's side.
    pub desk: &'a Desk,
    /// Its rules.
    pub rules: &'a Rules,
    /// The pad's words in the visitor's language; the panel's are Indonesian.
    pub words: Words,
    /// Where to paint.
    pub canvas: Canvas,
    /// The look and the pictures.
    pub kit: &'a Kit,
    /// Time since the program started.
    pub now: Duration,
    /// The library's wall clock.
    pub clock: NaiveDateTime,
    /// Where that clock stands.
    pub zone: Tz,
    /// How the kiosk is.
    pub health: &'a SystemHealth,
    /// What the statistics page needs of the configuration.
    pub statistics: &'a StatisticsSetup,
}

/// What the statistics page needs of the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatisticsSetup {
    /// The purposes, for their words and icons.
    pub purposes: Vec<Purpose>,
    /// From Monday: the first and the last hour in which the library is open; `None` on days when it is closed.
    pub open: [Option<(u32, u32)>; 7],
    /// SOP step 1: within so many seconds an entry is recorded.
    pub check_in_seconds: u32,
    /// The purpose for which there is a room with computers.
    pub internet: Option<PurposeId>,
}

impl StaffView<'_> {
    /// Whether the system's own file dialogs are offered.
    #[must_use]
    pub fn system_dialogs(&self) -> bool {
        matches!(&self.desk.side, Side::Panel(panel) if panel.system_dialogs(self.rules))
    }

    /// A moment by the library's clock.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.zone).naive_local()
    }
}

/// How a part of the kiosk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// Sistem sehat.
    Well,
    /// Perlu perhatian.
    Attention,
    /// Ada gangguan.
    Fault,
}

/// How the kiosk is: the health box of the sidebar, and the page about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemHealth {
    /// What the book says of itself; `None` while it cannot be read.
    pub book: Option<BookState>,
    /// The book can be written.
    pub writable: bool,
    /// The card reader can be used.
    pub reader: bool,
    /// The version of this program.
    pub version: &'static str,
}

/// Figures of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookState {
    /// Bytes of its file and its log.
    pub bytes: u64,
    /// Entries that count.
    pub visits: u64,
    /// Bytes free on its disk, where the system tells.
    pub free: Option<u64>,
    /// The last copy, by the library's clock.
    pub last_backup: Option<NaiveDateTime>,
    /// The last full check found nothing; also when there was none yet.
    pub whole: bool,
    /// Something is known to have happened at a time that the clock has not reached: it was turned back.
    pub clock_behind: bool,
}

/// With less space than this on the disk staff should see to it: half a gigabyte.
const LITTLE_SPACE: u64 = 500_000_000;
/// A copy older than this many days is too old, since one is made every day.
const OLD_BACKUP_DAYS: i64 = 2;

impl SystemHealth {
    /// The book: read and written.
    #[must_use]
    pub fn book_condition(&self) -> Condition {
        if self.book.is_some() && self.writable { Condition::Well } else { Condition::Fault }
    }

    /// The last full check of the book.
    #[must_use]
    pub fn check_condition(&self) -> Condition {
        if self.book.is_none_or(|book| book.whole) { Condition::Well } else { Condition::Fault }
    }

    /// The clock of the computer.
    #[must_use]
    pub fn clock_condition(&self) -> Condition {
        if self.book.is_some_and(|book| book.clock_behind) { Condition::Attention } else { Condition::Well }
    }

    /// The disk: enough space.
    #[must_use]
    pub fn disk_condition(&self) -> Condition {
        Self::space_condition(self.book.and_then(|b| b.free))
    }

    /// So many bytes on a disk: enough, as long as nobody knows otherwise.
    #[must_use]
    pub fn space_condition(free: Option<u64>) -> Condition {
        match free {
            Some(free) if free < LITTLE_SPACE => Condition::Attention,
            _ => Condition::Well,
        }
    }

    /// The copies: one of yesterday or today, once there is something to lose.
    #[must_use]
    pub fn backup_condition(&self, now: NaiveDateTime) -> Condition {
        let Some(book) = self.book else { return Condition::Attention };
        let old = book.last_backup.is_none_or(|at| (now - at).num_days() >= OLD_BACKUP_DAYS);
        if old && book.visits > 0 { Condition::Attention } else { Condition::Well }
    }

    /// The reader: connected.
    #[must_use]
    pub fn reader_condition(&self) -> Condition {
        if self.reader { Condition::Well } else { Condition::Attention }
    }

    /// The worst of everything.
    #[must_use]
    pub fn condition(&self, now: NaiveDateTime) -> Condition {
        let all = [
            self.book_condition(),
            self.check_condition(),
            self.disk_condition(),
            self.backup_condition(now),
            self.reader_condition(),
            self.clock_condition(),
        ];
        all.into_iter().max().unwrap_or(Condition::Well)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_worst_part_decides() {
        let day = |d: u32| NaiveDate::from_ymd_opt(2026, 11, d).unwrap().and_hms_opt(16, 0, 0).unwrap();
        let book = BookState {
            bytes: 1,
            visits: 10,
            free: Some(9_000_000_000),
            last_backup: Some(day(24)),
            whole: true,
            clock_behind: false,
        };
        let well = SystemHealth { book: Some(book), writable: true, reader: true, version: "0" };
        assert_eq!(well.condition(day(25)), Condition::Well);
        assert_eq!(well.condition(day(26)), Condition::Attention, "an old copy");
        let with = |book: BookState| SystemHealth { book: Some(book), ..well.clone() }.condition(day(25));
        assert_eq!(with(BookState { last_backup: None, ..book }), Condition::Attention);
        assert_eq!(with(BookState { last_backup: None, visits: 0, ..book }), Condition::Well, "nothing to lose yet");
        assert_eq!(with(BookState { free: Some(1000), ..book }), Condition::Attention);
        assert_eq!(with(BookState { free: None, ..book }), Condition::Well);
        assert_eq!(with(BookState { clock_behind: true, ..book }), Condition::Attention);
        assert_eq!(with(BookState { whole: false, ..book }), Condition::Fault);
        assert_eq!(SystemHealth { reader: false, ..well.clone() }.condition(day(25)), Condition::Attention);
        assert_eq!(SystemHealth { writable: false, ..well.clone() }.condition(day(25)), Condition::Fault);
        assert_eq!(SystemHealth { book: None, ..well }.condition(day(25)), Condition::Fault);
    }
}
