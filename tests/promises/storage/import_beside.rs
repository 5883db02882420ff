//! Visitors are recorded while a membership list is taken in: none waits long, none is refused.

use std::thread;
use std::time::{Duration, Instant};

use buku_pengunjung::storage::Book;
use chrono::Utc;

use super::desk::{Desk, nth};
use super::support::*;

/// The members of the list: `BUKU_IMPORT_ROWS`, else as many as a test has time for.
fn rows() -> u32 {
    std::env::var("BUKU_IMPORT_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(40_000)
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
        desk.record(&nth(n)).unwrap();
        longest = longest.max(began.elapsed());
        thread::sleep(Duration::from_millis(2));
    }
    let commit = import.join().unwrap();
    println!(
        "{} members: {} visits meanwhile, the longest took {longest:.0?}; the import's commit took {commit:.0?}",
        rows(),
        n - 1
    );
    // A second connection waits for five seconds before it gives up, and the kiosk tries three times.
    assert!(longest < Duration::from_secs(5), "a visitor waited {longest:.1?}");
    assert!(n > 5, "visits were recorded meanwhile");
}
