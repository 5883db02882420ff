//! Opening SQLite the way the book needs it, and bringing its schema up to date.

use std::fs::{self, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::error::{StorageError, doing};
use super::{listed, search};

/// The migrations in order; the book's `user_version` is how many of them it has run.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/0001_book.sql"),
    include_str!("schema/0002_staff.sql"),
    SEARCH,
    include_str!("schema/0004_room.sql"),
    include_str!("schema/0005_import.sql"),
    include_str!("schema/0006_month_total.sql"),
    include_str!("schema/0007_room_total.sql"),
    include_str!("schema/0008_summed.sql"),
];
/// What it makes is filled from the rows that there are.
const SEARCH: &str = include_str!("schema/0003_search.sql");
/// Marks the file as a book of this program ("BKPG").
const APPLICATION_ID: u32 = 0x424B_5047;
/// How long a connection waits for another one that writes.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Makes the file when it is missing, and migrates it.
    Write,
    /// Reads an existing book of the present schema.
    Read,
}

/// Which file a path led to, so that a replaced one is noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileId {
    dev: u64,
    ino: u64,
}

impl FileId {
    /// The file at `path`, if there is one.
    pub(super) fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|m| Self { dev: m.dev(), ino: m.ino() })
    }
}

/// Opens the book at `path`.
pub(super) fn open(path: &Path, purpose: Purpose) -> Result<Connection, StorageError> {
    if purpose == Purpose::Write {
        make_private(path)?;
    } else if !path.is_file() {
        return Err(StorageError::NoBook);
    }
    let mut conn =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    conn.set_prepared_statement_cache_capacity(64);
    let found = schema_of(&conn)?;
    conn.pragma_update(None, "journal_mode", "wal")?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "journal_size_limit", 16 << 20)?;
    conn.pragma_update(None, "wal_autocheckpoint", 4000)?;
    conn.pragma_update(None, "cache_size", -4096)?;
    match purpose {
        Purpose::Write => {
            migrate(&mut conn)?;
            super::members::words::fill_when_missing(&mut conn)?;
        }
        Purpose::Read if found == 0 => return Err(StorageError::NoBook),
        Purpose::Read => conn.pragma_update(None, "query_only", true)?,
    }
    Ok(conn)
}

/// Makes the file with mode 0600, or takes everybody else's rights from an existing one. SQLite gives its `-wal` and
/// `-shm` the same mode.
fn make_private(path: &Path) -> Result<(), StorageError> {
    match OpenOptions::new().create_new(true).write(true).mode(0o600).open(path) {
        Ok(file) => {
            file.sync_all().map_err(doing("The visitors' book cannot be made"))?;
            sync_parent(path)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let mode =
                fs::metadata(path).map_err(doing("The visitors' book cannot be looked at"))?.permissions().mode();
            if mode & 0o077 != 0 {
                fs::set_permissions(path, Permissions::from_mode(0o600))
                    .map_err(doing("The visitors' book cannot be made private"))?;
            }
            Ok(())
        }
        Err(source) => Err(StorageError::File { doing: "The visitors' book cannot be made", source }),
    }
}

/// Makes a new or renamed name in the folder of `path` durable.
pub(super) fn sync_parent(path: &Path) -> Result<(), StorageError> {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(parent).and_then(|d| d.sync_all()).map_err(doing("The folder of the file cannot be synced"))
}

/// The schema of a book; 0 for an empty file.
pub(super) fn schema_of(conn: &Connection) -> Result<u32, StorageError> {
    let version: u32 = conn.pragma_query_value(None, "user_version", |r| r.get(0))?;
    let application: u32 = conn.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let tables: u32 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
    if (tables > 0 || version > 0) && application != APPLICATION_ID {
        return Err(StorageError::NotABook);
    }
    if version > known_schema() {
        return Err(StorageError::Newer { found: version, known: known_schema() });
    }
    Ok(version)
}

/// The newest schema that this program knows.
pub(super) fn known_schema() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

fn migrate(conn: &mut Connection) -> Result<(), StorageError> {
    while schema_of(conn)? < known_schema() {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read again inside: another process may have been quicker.
        let version = schema_of(&tx)?;
        if let Some(step) = MIGRATIONS.get(version as usize) {
            tx.execute_batch(step)?;
            if *step == SEARCH {
                search::fill(&tx)?;
                listed::rewrite(&tx)?;
            }
            tx.pragma_update(None, "application_id", APPLICATION_ID)?;
            tx.pragma_update(None, "user_version", version + 1)?;
        }
        tx.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_book_is_private_and_set_up_as_promised() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("book.sqlite3");
        let conn = open(&path, Purpose::Write).unwrap();
        let text = |name: &str| conn.pragma_query_value(None, name, |r| r.get::<_, String>(0)).unwrap();
        let number = |name: &str| conn.pragma_query_value(None, name, |r| r.get::<_, i64>(0)).unwrap();
        assert_eq!(text("journal_mode"), "wal");
        assert_eq!(number("synchronous"), 2);
        assert_eq!(number("foreign_keys"), 1);
        assert_eq!(number("secure_delete"), 1);
        assert_eq!(number("busy_timeout"), 5000);
        assert_eq!(number("user_version"), i64::from(known_schema()));
        for name in ["book.sqlite3", "book.sqlite3-wal", "book.sqlite3-shm"] {
            let mode = fs::metadata(dir.path().join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }

    #[test]
    fn sqlite_is_built_as_the_cargo_configuration_says() {
        let conn = Connection::open_in_memory().unwrap();
        let mut asked = conn.prepare("SELECT sqlite_compileoption_used('DEFAULT_MEMSTATUS=0')").unwrap();
        assert!(asked.query_row([], |r| r.get::<_, bool>(0)).unwrap(), ".cargo/config.toml was not read");
    }

    #[test]
    fn every_table_is_strict() {
        let dir = tempfile::tempdir().unwrap();
        let conn = open(&dir.path().join("b"), Purpose::Write).unwrap();
        let loose: Vec<String> = conn
            .prepare(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
            )
            .unwrap()
            .query_map([], |r| r.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(loose, Vec::<String>::new());
    }

    #[test]
    fn other_files_and_newer_books_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("b");
        drop(open(&path, Purpose::Write).unwrap());
        let raw = Connection::open(&path).unwrap();
        raw.pragma_update(None, "user_version", 999).unwrap();
        assert!(matches!(open(&path, Purpose::Write), Err(StorageError::Newer { found: 999, .. })));
        raw.pragma_update(None, "application_id", 1).unwrap();
        assert!(matches!(open(&path, Purpose::Write), Err(StorageError::NotABook)));
        let text = dir.path().join("t");
        fs::write(&text, "nomor,nama\n".repeat(200)).unwrap();
        assert!(open(&text, Purpose::Write).is_err());
        assert!(matches!(open(&dir.path().join("none"), Purpose::Read), Err(StorageError::NoBook)));
    }

    #[test]
    fn at_most_one_open_session_a_seat_and_a_card() {
        let dir = tempfile::tempdir().unwrap();
        let conn = open(&dir.path().join("b"), Purpose::Write).unwrap();
        for n in 1..=3 {
            conn.execute(
                "INSERT INTO visit (id, at_ms, utc_offset_s, local_date, kiosk, membership_type, card_number, name, headcount,
                   purpose, entry) VALUES (?1, 0, 0, '1970-01-01', 'k', 'member', 'C' || ?2, 'Contoh', 1, 'internet', 'scanned')",
                (vec![n; 16], n),
            )
            .unwrap();
        }
        let sit = |visit: i64, seat: &str, card: &str| {
            conn.execute(
                "INSERT INTO internet_session (visit_n, seat, card_number, started_at_ms, utc_offset_s, seen_at_ms)
                 VALUES (?1, ?2, ?3, 0, 0, 0)",
                (visit, seat, card),
            )
        };
        sit(1, "03", "C1").unwrap();
        assert!(sit(2, "03", "C2").is_err(), "the seat is taken");
        assert!(sit(2, "04", "C1").is_err(), "the card sits elsewhere");
        conn.execute("UPDATE internet_session SET ended_at_ms = 1, end_kind = 'self'", []).unwrap();
        sit(2, "03", "C1").unwrap();
        assert!(sit(9, "05", "C9").is_err(), "no session without a visit");
    }
}
