//! Measures of the membership list: `cargo bench --bench members`.
//!
//! Fills a book with 1,000,000 invented members below the target folder and takes it away again: a minute or two and
//! about 1 GB. `BUKU_BENCH_MEMBERS` chooses another size. A line `figure|WHAT|VALUE|TARGET` is one for the README.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot measure may stop")]

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use buku_pengunjung::domain::audit::Actor;
use buku_pengunjung::domain::member_list::{MemberOrder, MemberSearch, PageFrom};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::storage::demo::{self, DemoPlan};
use buku_pengunjung::storage::{Book, BookSettings, StorageError, Takeover, folder};
use chrono::{DateTime, Utc};

const ROWS: usize = 10;

fn main() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(home).unwrap();
    let dir = tempfile::tempdir_in(home).unwrap();
    let members = std::env::var("BUKU_BENCH_MEMBERS").map_or(1_000_000, |n| n.parse().unwrap());
    let data = folder::prepare(&dir.path().join("data")).unwrap();
    let mut book = Book::open(&data, BookSettings::default()).unwrap();
    let began = Instant::now();
    demo::fill(&mut book, DemoPlan { members, visits: 0, years: 1, seed: 1, until: now() }).unwrap();
    let size = std::fs::metadata(data.book_path()).unwrap().len() / 1_000_000;
    println!("{members} members imported into an empty book: {:.1} s, {size} MB", began.elapsed().as_secs_f64());
    drop(book);

    let book = Book::open(&data, BookSettings::default()).unwrap();
    println!("{:<58} {:>10} {:>10}", "measure", "median", "slowest");
    pages(&book, members);
    searches(&book, members);
    drop(book);
    changes(&data, members);
}

fn now() -> DateTime<Utc> {
    "2026-11-24T09:00:00Z".parse().unwrap()
}

/// Median and slowest of some runs, printed; gives the slowest.
fn line(what: &str, mut act: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..20)
        .map(|_| {
            let began = Instant::now();
            act();
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{what:<58} {median:>10.2?} {slowest:>10.2?}");
    slowest
}

fn figure(what: &str, measured: Duration, target: &str) {
    println!("figure|{what}|{:.2} ms|{target}", measured.as_secs_f64() * 1e3);
}

fn pages(book: &Book, members: u64) {
    let mut slowest = Duration::ZERO;
    for order in MemberOrder::ALL {
        let search = MemberSearch { text: String::new(), order: *order };
        for (name, from) in [("first", PageFrom::Start), ("last", PageFrom::End)] {
            let what = format!("the {name} page by {}", order.id());
            slowest = slowest.max(line(&what, || drop(book.member_page(&search, &from, ROWS).unwrap())));
        }
        let mut from = PageFrom::Start;
        let what = format!("twenty pages one after the other by {}, each", order.id());
        slowest = slowest.max(line(&what, || {
            let page = book.member_page(&search, &from, ROWS).unwrap();
            from = PageFrom::After(page.rows.last().unwrap().place.clone());
        }));
    }
    figure(&format!("a page of {members} members, slowest"), slowest, "50 ms");
}

fn searches(book: &Book, members: u64) {
    let number = demo::card_number(members / 2);
    let mut slowest = Duration::ZERO;
    let card = [&number[..6], &number];
    let common = ["s", "a", "siti", "contoh", "siti contoh", "c s", "a b c", "zulkarnaen", "contoh zz", "s z"];
    for text in common.iter().chain(&card) {
        let search = MemberSearch { text: (*text).to_owned(), order: MemberOrder::Name };
        let shown = if text.chars().all(|c| c.is_ascii_digit()) { "a number" } else { text };
        let asked = line(&format!("search {shown:?} with its count"), || {
            // As the panel asks.
            if book.member_page(&search, &PageFrom::Start, ROWS).unwrap().after {
                let _ = book.members_found(&search).unwrap();
            }
        });
        slowest = slowest.max(asked);
        slowest = slowest.max(line(&format!("the last page of {shown:?}"), || {
            drop(book.member_page(&search, &PageFrom::End, ROWS).unwrap());
        }));
    }
    figure(&format!("a search among {members} members, slowest"), slowest, "50 ms");
}

/// A list in which every name has changed, imported and undone.
fn changes(data: &buku_pengunjung::storage::DataFolder, members: u64) {
    let mut book = Book::open(data, BookSettings::default()).unwrap();
    let mut all = Vec::new();
    book.members(|member| {
        let name = Name::from_list(&format!("{} Baru", member.name.as_str())).unwrap();
        all.push(buku_pengunjung::domain::member::Member { name, ..member.clone() });
        Ok::<(), StorageError>(())
    })
    .unwrap();
    let began = Instant::now();
    let mut batch = book.member_batch().unwrap();
    for member in &all {
        batch.put(member).unwrap();
    }
    println!("staged in {:.1} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    println!("{:?} compared in {:.1} s", batch.preview(false).unwrap(), began.elapsed().as_secs_f64());
    let takeover = Takeover { full: false, source: "bench", rejected: 0, actor: Actor::Console, at: now() };
    let began = Instant::now();
    let first = std::cell::Cell::new(None);
    batch
        .take_over(&takeover, &mut |_| {
            first.set(first.get().or(Some(Instant::now())));
            ControlFlow::Continue(())
        })
        .unwrap();
    let locked = first.get().map_or(Duration::ZERO, |at| at.elapsed());
    let size = std::fs::metadata(data.book_path()).unwrap().len() / 1_000_000;
    let log = std::fs::metadata(format!("{}-wal", data.book_path().display())).map_or(0, |m| m.len() / 1_000_000);
    println!(
        "{members} changed members written in {:.1} s, of it locked {:.1} s; book {size} MB, log {log} MB",
        began.elapsed().as_secs_f64(),
        locked.as_secs_f64()
    );
    let began = Instant::now();
    book.undo_import(Actor::Console, now()).unwrap();
    println!("undone in {:.1} s", began.elapsed().as_secs_f64());
}
