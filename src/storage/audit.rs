//! The audit log: appending within the transaction of the act itself, reading, and checking the chain.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

use super::book::{Book, moment};
use super::error::StorageError;
use super::statistics::unsigned;
use crate::domain::audit::{Act, Actor, AuditHead, AuditLine, Deed};
use crate::domain::staff::StaffId;
use crate::security::audit::{self as chain, Entry, Hash};

const COLUMNS: &str = "n, at_ms, actor, staff_id, act, subject, fields, reason, text_hash, hash";

/// Appends a deed, in the transaction in which it is done. Answers the new end of the log.
pub(super) fn append(conn: &Connection, deed: &Deed, at: DateTime<Utc>) -> Result<AuditHead, StorageError> {
    let head = head(conn)?;
    let text = match &deed.text {
        Some(text) => {
            let salt = chain::salt().map_err(|_| StorageError::NoChance)?;
            Some((salt, chain::text_hash(&salt, text), text))
        }
        None => None,
    };
    let (actor, staff) = match deed.actor {
        Actor::Staff(StaffId(id)) => ("staff", Some(id)),
        Actor::Console => ("console", None),
        Actor::Kiosk => ("kiosk", None),
    };
    let (subject, fields) = (deed.subject.id(), deed.fields.join(" "));
    let entry = Entry {
        n: head.count + 1,
        at_ms: at.timestamp_millis(),
        actor,
        staff,
        act: deed.act.id(),
        subject: &subject,
        fields: &fields,
        reason: deed.reason,
        text: text.map(|(_, hash, _)| hash),
    };
    let new = chain::link(&head, &entry).ok_or_else(|| StorageError::Damaged("the audit log's end".into()))?;
    let n = signed(entry.n)?;
    conn.prepare_cached(&format!(
        "INSERT INTO audit_entry ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
    ))?
    .execute((
        n,
        entry.at_ms,
        entry.actor,
        entry.staff,
        entry.act,
        entry.subject,
        entry.fields,
        entry.reason,
        entry.text,
        new.hash,
    ))?;
    if let Some((salt, _, text)) = text {
        conn.prepare_cached("INSERT INTO audit_text (entry_n, salt, text) VALUES (?1, ?2, ?3)")?
            .execute((n, salt, text))?;
    }
    Ok(new)
}

/// The end of the log.
pub(super) fn head(conn: &Connection) -> Result<AuditHead, StorageError> {
    let mut query = conn.prepare_cached("SELECT n, hash FROM audit_entry ORDER BY n DESC LIMIT 1")?;
    let last = query.query_row([], |r| Ok(AuditHead { count: unsigned(r.get(0)?), hash: r.get(1)? })).optional()?;
    Ok(last.unwrap_or(AuditHead::EMPTY))
}

/// Recomputes the chain. Answers its end, or the number of the first entry that does not hold.
pub(super) fn recompute(conn: &Connection) -> Result<Result<AuditHead, u64>, StorageError> {
    let mut query = conn.prepare(&format!("SELECT {COLUMNS} FROM audit_entry ORDER BY n"))?;
    let mut rows = query.query([])?;
    let mut head = AuditHead::EMPTY;
    while let Some(row) = rows.next()? {
        let n = unsigned(row.get(0)?);
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let entry = Entry {
            n,
            at_ms: row.get(1)?,
            actor: text(2)?,
            staff: row.get(3)?,
            act: text(4)?,
            subject: text(5)?,
            fields: text(6)?,
            reason: text(7)?,
            text: row.get(8)?,
        };
        match chain::link(&head, &entry) {
            Some(next) if next.hash == row.get::<_, Hash>(9)? => head = next,
            _ => return Ok(Err(n)),
        }
    }
    Ok(Ok(head))
}

/// Entries whose free text is there and is not what was written.
pub(super) fn changed_texts(conn: &Connection) -> Result<Vec<u64>, StorageError> {
    let mut query =
        conn.prepare("SELECT n, text_hash, salt, text FROM audit_text JOIN audit_entry ON n = entry_n ORDER BY n")?;
    let mut rows = query.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        let hash = chain::text_hash(&row.get(2)?, row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?);
        if row.get::<_, Option<Hash>>(1)? != Some(hash) {
            changed.push(unsigned(row.get(0)?));
        }
    }
    Ok(changed)
}

/// The hash of entry `n`, if there is one; zeros for the beginning.
pub(super) fn hash_at(conn: &Connection, n: u64) -> Result<Option<Hash>, StorageError> {
    if n == 0 {
        return Ok(Some(AuditHead::EMPTY.hash));
    }
    let mut query = conn.prepare_cached("SELECT hash FROM audit_entry WHERE n = ?1")?;
    Ok(query.query_row([signed(n)?], |r| r.get(0)).optional()?)
}

impl Book {
    /// Writes a deed into the audit log by itself, for an act that changes nothing else in the book.
    ///
    /// # Errors
    /// Nothing was written.
    pub fn log(&mut self, deed: &Deed, at: DateTime<Utc>) -> Result<AuditHead, StorageError> {
        self.in_place()?;
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let head = append(&tx, deed, at)?;
        tx.commit()?;
        Ok(head)
    }

    /// The end of the audit log, to be written into reports: cutting off its end is seen by it.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn audit_head(&self) -> Result<AuditHead, StorageError> {
        head(&self.conn)
    }

    /// At most `limit` entries before number `before` (`None`: the newest), newest first.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn audit_lines(&self, before: Option<u64>, limit: u32) -> Result<Vec<AuditLine>, StorageError> {
        let before = before.map_or(Ok(i64::MAX), signed)?;
        let mut query = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM audit_entry WHERE n < ?1 ORDER BY n DESC LIMIT ?2"))?;
        let mut rows = query.query((before, limit))?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(line(row)?);
        }
        Ok(lines)
    }

    /// The newest `limit` entries of one act, newest first.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn audit_lines_of(&self, act: Act, limit: u32) -> Result<Vec<AuditLine>, StorageError> {
        let mut query = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM audit_entry WHERE act = ?1 ORDER BY n DESC LIMIT ?2"))?;
        let mut rows = query.query((act.id(), limit))?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(line(row)?);
        }
        Ok(lines)
    }

    /// The free text of an entry, unless it had none or is erased.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn audit_text(&self, n: u64) -> Result<Option<String>, StorageError> {
        let mut query = self.conn.prepare_cached("SELECT text FROM audit_text WHERE entry_n = ?1")?;
        Ok(query.query_row([signed(n)?], |r| r.get(0)).optional()?)
    }
}

/// The entries about a subject, oldest first.
pub(super) fn of_subject(conn: &Connection, subject: &str) -> Result<Vec<AuditLine>, StorageError> {
    let mut query = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM audit_entry WHERE subject = ?1 AND subject <> '' ORDER BY n"
    ))?;
    let mut rows = query.query([subject])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(line(row)?);
    }
    Ok(lines)
}

fn line(row: &Row<'_>) -> Result<AuditLine, StorageError> {
    let actor = match (row.get::<_, String>(2)?.as_str(), row.get(3)?) {
        ("staff", Some(id)) => Actor::Staff(StaffId(id)),
        ("console", _) => Actor::Console,
        _ => Actor::Kiosk,
    };
    Ok(AuditLine {
        n: unsigned(row.get(0)?),
        at: moment(row.get(1)?)?,
        actor,
        act: row.get(4)?,
        subject: row.get(5)?,
        fields: row.get::<_, String>(6)?.split_whitespace().map(str::to_owned).collect(),
        reason: row.get(7)?,
    })
}

fn signed(n: u64) -> Result<i64, StorageError> {
    i64::try_from(n).map_err(|_| StorageError::OutOfRange("the number of an audit entry"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::Subject;
    use crate::storage::{BookSettings, folder};

    fn book() -> (tempfile::TempDir, Book) {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(dir.path()).unwrap();
        let book = Book::open(&folder, BookSettings::default()).unwrap();
        (dir, book)
    }

    fn deeds(book: &mut Book, count: usize) {
        for n in 0..count {
            let mut deed = Deed::of(Actor::Console, Act::StaffChanged).to(Subject::None).fields(&["pin", "role"]);
            if n % 2 == 1 {
                deed = deed.because("forgotten").saying(format!("kata petugas {n}"));
            }
            book.log(&deed, Utc::now()).unwrap();
        }
    }

    fn chain_holds(book: &Book) -> bool {
        book.verify().unwrap().iter().find(|c| c.name == "audit_chain").unwrap().ok
    }

    #[test]
    fn entries_are_read_back_newest_first() {
        let (_dir, mut book) = book();
        assert_eq!(book.audit_head().unwrap(), AuditHead::EMPTY);
        deeds(&mut book, 5);
        let page = book.audit_lines(None, 2).unwrap();
        assert_eq!(page.iter().map(|l| l.n).collect::<Vec<_>>(), [5, 4]);
        let rest = book.audit_lines(Some(4), 10).unwrap();
        assert_eq!(rest.iter().map(|l| l.n).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!((rest[1].act.as_str(), rest[1].reason.as_str()), ("staff_changed", "forgotten"));
        assert_eq!(rest[1].fields, ["pin", "role"]);
        assert_eq!(book.audit_text(2).unwrap().as_deref(), Some("kata petugas 1"));
        assert_eq!(book.audit_text(3).unwrap(), None);
        assert!(chain_holds(&book));
    }

    #[test]
    fn an_entry_can_be_neither_changed_nor_removed_by_the_program() {
        let (_dir, mut book) = book();
        deeds(&mut book, 2);
        assert!(book.conn.execute("UPDATE audit_entry SET act = 'panel_opened' WHERE n = 1", []).is_err());
        assert!(book.conn.execute("DELETE FROM audit_entry WHERE n = 2", []).is_err());
    }

    #[test]
    fn whoever_changes_the_file_is_seen() {
        for forgery in [
            "UPDATE audit_entry SET at_ms = at_ms + 1 WHERE n = 3",
            "UPDATE audit_entry SET reason = '' WHERE n = 2",
            "UPDATE audit_entry SET text_hash = NULL WHERE n = 2",
            "UPDATE audit_entry SET actor = 'kiosk' WHERE n = 1",
            "DELETE FROM audit_entry WHERE n = 3",
            "INSERT INTO audit_entry SELECT 7, at_ms, actor, staff_id, act, subject, fields, reason, NULL, hash FROM audit_entry WHERE n = 1",
            "UPDATE audit_text SET text = 'kata lain' WHERE entry_n = 4",
        ] {
            let (_dir, mut book) = book();
            deeds(&mut book, 5);
            book.conn.execute_batch("DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_is_kept;").unwrap();
            assert!(chain_holds(&book));
            assert_eq!(book.conn.execute(forgery, []).unwrap(), 1, "{forgery}");
            assert!(!chain_holds(&book), "{forgery}");
        }
    }

    #[test]
    fn an_erased_text_leaves_the_chain_whole() {
        let (_dir, mut book) = book();
        deeds(&mut book, 4);
        book.conn.execute("DELETE FROM audit_text WHERE entry_n = 2", []).unwrap();
        assert!(chain_holds(&book));
    }
}
