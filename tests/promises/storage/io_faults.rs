//! The disk refuses one system call: what was acknowledged before stands, what was refused can be tried again, and the
//! book is whole.
//!
//! The test runs its own program again under `strace`, which makes one call fail: in turn each (by default every
//! seventh, `BUKU_FAULT_STEP`) of those with which visits are written and synced.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use buku_pengunjung::domain::period::Period;
use buku_pengunjung::storage::{Book, DataFolder, StorageError};

use super::desk::nth;
use super::support::*;

const FOLDER: &str = "BUKU_FAULT_FOLDER";
/// The visits that the child writes.
const VISITS: u32 = 6;
/// Calls that write, make room, sync and lock, each with the error that a failing disk gives.
const CALLS: &[(&str, &str)] = &[
    ("pwrite64", "EIO"),
    ("pwrite64", "ENOSPC"),
    ("fdatasync", "EIO"),
    ("fsync", "EIO"),
    ("ftruncate", "EIO"),
    ("openat", "EMFILE"),
    ("pread64", "EIO"),
    ("fcntl", "ENOLCK"),
];

/// The child. Run without its variable, as any test, it does nothing.
#[test]
fn child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = buku_pengunjung::storage::folder::prepare(folder.as_ref()).unwrap();
    let mut book: Option<Book> = None;
    for n in 1..=VISITS {
        // As the kiosk does it: three tries, and the book opened anew after a failure.
        let tried = (0..3).any(|_| match write(&folder, &mut book, n) {
            Ok(()) => true,
            Err(error) => {
                println!("refused {n}: {error}");
                book = None;
                false
            }
        });
        if tried {
            println!("recorded {n}");
        }
    }
    println!("ended");
}

fn write(folder: &DataFolder, book: &mut Option<Book>, n: u32) -> Result<(), StorageError> {
    let mut open = book.take().map_or_else(|| Book::open(folder, settings(ZONE)), Ok)?;
    open.record(&nth(n), std::time::Instant::now())?;
    if n.is_multiple_of(3) {
        open.checkpoint(true)?;
    }
    *book = Some(open);
    Ok(())
}

/// The child under `strace`, which looks at that call upon the files of the book alone.
fn strace(folder: &DataFolder, call: &str, log: &Path, inject: Option<String>) -> Command {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o"]).arg(log).args(["-e", &format!("trace={call}")]);
    for name in ["book.sqlite3", "book.sqlite3-wal", "book.sqlite3-shm"] {
        command.arg("-P").arg(folder.path().join(name));
    }
    if let Some(inject) = inject {
        command.args(["-e", &inject]);
    }
    command
        .arg(std::env::current_exe().unwrap())
        .args(["storage::io_faults::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder.path())
        .stderr(Stdio::null());
    command
}

/// Runs the child in a new folder; what it said, and what `strace` saw.
fn run(call: &str, inject: Option<String>) -> (String, String, tempfile::TempDir, DataFolder) {
    let (dir, folder) = folder();
    drop(Book::open(&folder, settings(ZONE)).unwrap());
    let log = dir.path().join("calls");
    let output = strace(&folder, call, &log, inject)
        .output()
        .expect("strace runs: install the Debian package strace, or run scripts/test");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let seen = fs::read_to_string(&log).unwrap_or_default();
    assert!(said.contains("ended"), "{call}: {said}\n{seen}");
    (said, seen, dir, folder)
}

#[test]
fn one_refused_call_costs_no_acknowledged_visit() {
    let step = std::env::var("BUKU_FAULT_STEP").ok().and_then(|n| n.parse().ok()).unwrap_or(7);
    let (mut faults, mut told) = (0, 0);
    for (call, error) in CALLS {
        let (_, seen, _dir, _) = run(call, None);
        let calls = seen.lines().filter(|line| line.contains(&format!("{call}("))).count();
        for at in (1..=calls).step_by(step) {
            let (said, seen, _dir, folder) = run(call, Some(format!("inject={call}:error={error}:when={at}")));
            let place = format!("{call} {error} at {at} of {calls}: {said}");
            assert_eq!(seen.matches("(INJECTED)").count(), 1, "{place}{seen}");
            faults += 1;
            told += usize::from(said.contains("refused "));
            for n in 1..=VISITS {
                assert!(said.contains(&format!("recorded {n}")), "no try of three was taken: {place}");
            }
            let book = Book::open(&folder, settings(ZONE)).unwrap();
            assert_verified(&book);
            let ids: Vec<_> = rows(&book, Period::ALL).iter().map(|row| row.id).collect();
            assert_eq!(ids, (1..=VISITS).map(|n| id(u128::from(n))).collect::<Vec<_>>(), "{place}");
        }
    }
    println!("{faults} faults, of which {told} were told to the visitor's try");
    assert!(faults >= CALLS.len() && told * 4 > faults, "{told} of {faults} faults were noticed");
}
