//! Visitors are recorded while a membership list is taken in: none is refused, and none waits long unless the list is
//! that of a whole province.

use std::thread;
use std::time::{Duration, Instant};

use buku_pengunjung::flow::{PAUSE, TRIES};
use buku_pengunjung::storage::{Book, Fault};
use chrono::Utc;

use super::desk::{Desk, nth};
use super::support::*;

/// The members of the list: `BUKU_IMPORT_ROWS`, else as many as a test has time for.
fn rows() -> u32 {
    std::env::var("BUKU_IMPORT_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(40_000)
}

/// A list up to this size holds the book for less time than one try waits.
const SWIFT: u32 = 500_000;

/// Records a visit as the kiosk does: it tries again by itself before it asks the visitor.
fn record(desk: &mut Desk, n: u32) {
    let recorded = (0..TRIES).any(|tried| {
        if tried > 0 {
            thread::sleep(PAUSE);
        }
        match desk.record(&nth(n)) {
            Ok(_) => true,
            Err(Fault::Busy) => false,
            Err(fault) => panic!("{fault:?}"),
        }
    });
    assert!(recorded, "a visitor was refused");
}

#[test]
fn nobody_waits_for_a_membership_list() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    desk.record(&nth(1)).unwrap();
    let to = folder.clone();
    let import = thread::spawn(move || {
        let mut book = Book::open(&to, settings(ZONE)).unwrap();
        let mut batch = book.member_batch().unwrap();
        for n in 0..rows() {
            batch.put(&member(&format!("{n:08}"), "Wulan Percontohan")).unwrap();
        }
        let began = Instant::now();
        batch.commit(true, "list.csv", 0, Utc::now()).unwrap();
        began.elapsed()
    });
    let (mut n, mut longest) = (1, Duration::ZERO);
    while !import.is_finished() {
        n += 1;
        let began = Instant::now();
        record(&mut desk, n);
        longest = longest.max(began.elapsed());
        thread::sleep(Duration::from_millis(2));
    }
    let commit = import.join().unwrap();
    println!(
        "{} members: {} visits meanwhile, the longest took {longest:.0?}; the import's commit took {commit:.0?}",
        rows(),
        n - 1
    );
    // A second connection waits for five seconds before it gives up: up to that size the first try is enough.
    assert!(rows() > SWIFT || longest < Duration::from_secs(5), "a visitor waited {longest:.1?}");
    assert!(n > 5, "visits were recorded meanwhile");
}
