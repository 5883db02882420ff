//! What Kesehatan sistem asks: the full check, the clock, the log, and the audit log.

use std::fs;
use std::time::SystemTime;

use chrono::{DateTime, Utc};

use super::troubles::troubles;
use crate::domain::audit::{Actor, AuditLine};
use crate::domain::staff::StaffId;
use crate::flow::staff::health::{Ask, Checked, Found, LINES, LogLine, Reply, Who};
use crate::runtime::clock::Clock;
use crate::runtime::kiosk::CLOCK_BEHIND;
use crate::storage::{Book, LastCheck, StorageError};

pub(super) fn answer(book: &mut Book, clock: &dyn Clock, ask: Ask) -> Result<Reply, StorageError> {
    Ok(match ask {
        Ask::Verify => Reply::Verified(checked(book.verify_and_remember(|| clock.utc())?)),
        Ask::Look => Reply::Found(found(book, clock, None)?),
        Ask::TryWriting => {
            let written = book.probe();
            if let Err(error) = &written {
                tracing::warn!(%error, "the book cannot be written");
            }
            Reply::Found(found(book, clock, Some(written.is_ok()))?)
        }
        Ask::Log(before) => {
            let mut lines = book.audit_lines(before, LINES + 1)?;
            let older = lines.len() > LINES as usize;
            lines.truncate(LINES as usize);
            let lines = lines.into_iter().map(|line| told(book, line)).collect::<Result<_, _>>()?;
            Reply::Log(lines, older)
        }
    })
}

fn found(book: &Book, clock: &dyn Clock, written: Option<bool>) -> Result<Found, StorageError> {
    let (health, now) = (book.health()?, clock.utc());
    let latest = [health.last_seen, last_written(book)].into_iter().flatten().max();
    Ok(Found {
        at: now,
        written,
        free: health.free_bytes,
        schema: health.schema,
        checked: health.last_check.map(checked),
        ahead: latest.filter(|at| *at > now + CLOCK_BEHIND),
        troubles: troubles(&book.folder().path().join("logs")),
    })
}

fn checked(check: LastCheck) -> Checked {
    Checked { at: check.at, failed: check.failed }
}

/// When the book's files were last written, by the clock of that moment.
fn last_written(book: &Book) -> Option<DateTime<Utc>> {
    let modified = |path| fs::metadata(path).and_then(|m| m.modified()).ok();
    let at: SystemTime = modified(book.folder().book_path())?;
    Some(at.into())
}

fn told(book: &Book, line: AuditLine) -> Result<LogLine, StorageError> {
    let name = |id| Ok::<_, StorageError>(book.staff_name(id)?.map(|name| name.as_str().to_owned()));
    let who = match line.actor {
        Actor::Staff(id) => Who::Staff(name(id)?.unwrap_or_else(|| format!("#{}", id.0))),
        Actor::Console => Who::Console,
        Actor::Kiosk => Who::Kiosk,
    };
    let whom = match line.subject.strip_prefix("staff:").and_then(|id| id.parse().ok()) {
        Some(id) => name(StaffId(id))?,
        None => None,
    };
    Ok(LogLine { n: line.n, at: line.at, who, act: line.act, whom, fields: line.fields, reason: line.reason })
}
