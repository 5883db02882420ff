//! What a visit does not wait for is done when nobody waits, and makes no difference to what anybody reads.

use std::time::{Duration, Instant};

use buku_pengunjung::domain::audit::Actor;
use buku_pengunjung::domain::dashboard::Question;
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::listing::{BookPage, Place, Sieve};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::VoidReason;
use buku_pengunjung::storage::demo::{self, DemoPlan};
use buku_pengunjung::storage::{Answer, Book, DataFolder, Job, folder};
use chrono::TimeDelta;
use rusqlite::Connection;

use super::desk::Desk;
use super::support::*;

const SCHEMAS: [&str; 7] = [
    include_str!("../../../src/storage/schema/0001_book.sql"),
    include_str!("../../../src/storage/schema/0002_staff.sql"),
    include_str!("../../../src/storage/schema/0003_search.sql"),
    include_str!("../../../src/storage/schema/0004_room.sql"),
    include_str!("../../../src/storage/schema/0005_import.sql"),
    include_str!("../../../src/storage/schema/0006_month_total.sql"),
    include_str!("../../../src/storage/schema/0007_room_total.sql"),
];

fn raw(book: &Book) -> Connection {
    Connection::open(book.folder().book_path()).unwrap()
}

fn summed(conn: &Connection) -> Vec<String> {
    let mut query = conn.prepare("SELECT month FROM month_summed ORDER BY month").unwrap();
    query.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// How many rows wait for their words.
fn waiting(conn: &Connection) -> i64 {
    let sql = "SELECT (SELECT max(n) FROM visit) - n FROM visit_word_upto";
    conn.query_row(sql, [], |r| r.get(0)).unwrap()
}

fn search(book: &Book, text: &str) -> BookPage {
    book.page(&Sieve { text: text.to_owned(), ..Sieve::default() }, Place::First).unwrap()
}

/// Everything that staff read of a book at a moment.
fn read(book: &Book) -> Vec<String> {
    let today = "2026-11-24".parse().unwrap();
    let mut said = Vec::new();
    for kind in [SpanKind::Day, SpanKind::Month, SpanKind::Year] {
        let question = Question { span: Span::holding(kind, today).unwrap(), today, hour: 13 };
        said.push(format!("{:?}", book.dashboard(question, &[], Lang::Id).unwrap()));
        said.push(format!("{:?}", book.room_standing(question, 300).unwrap()));
    }
    for period in [Period::ALL, Period::between("2026-02-10".parse().unwrap(), "2026-10-03".parse().unwrap())] {
        for dimension in Dimension::ALL {
            said.push(format!("{:?}", book.statistics(*dimension, period).unwrap()));
        }
        for text in ["", "wulan", "sdn", "con"] {
            for place in [Place::First, Place::Last, Place::Day("2026-05-01".parse().unwrap())] {
                let sieve = Sieve { period, text: text.to_owned(), ..Sieve::default() };
                said.push(format!("{:?}", book.page(&sieve, place).unwrap()));
            }
        }
    }
    said
}

#[test]
fn a_book_of_the_schema_before_is_taken_over_whole() {
    let (dir, now) = folder();
    let mut book = Book::open(&now, settings(ZONE)).unwrap();
    let until = utc("2026-11-24T09:00:00Z");
    demo::fill(&mut book, DemoPlan { members: 40, visits: 1_500, years: 1, seed: 3, until }).unwrap();
    let old = folder::prepare(&dir.path().join("old")).unwrap();
    let before = Connection::open(old.book_path()).unwrap();
    for schema in SCHEMAS {
        before.execute_batch(schema).unwrap();
    }
    before.execute("ATTACH ?1 AS now", [now.book_path().to_str().unwrap()]).unwrap();
    for table in [
        "visit",
        "internet_session",
        "queue_ticket",
        "visit_word",
        "day_total",
        "day_histogram",
        "day_listed",
        "rating_count",
    ] {
        before.execute(&format!("INSERT INTO {table} SELECT * FROM now.{table}"), []).unwrap();
    }
    before.execute_batch("PRAGMA application_id = 1112232007; PRAGMA user_version = 7;").unwrap();
    let kept = |sql: &str| -> i64 { before.query_row(sql, [], |r| r.get(0)).unwrap() };
    let days = kept("SELECT count(*) FROM day_rows WHERE local_date < '2026-11-01'");
    let months = kept("SELECT count(*) FROM month_total WHERE month < '2026-11'");
    drop(before);

    let mut old = Book::open(&old, settings(ZONE)).unwrap();
    let said = read(&old);
    assert_eq!(said, read(&book));
    assert_verified(&old);
    let conn = raw(&old);
    assert_eq!((summed(&conn).len(), waiting(&conn)), (12, 0));
    let kept = |sql: &str| -> i64 { conn.query_row(sql, [], |r| r.get(0)).unwrap() };
    assert_eq!(kept("SELECT count(*) FROM day_rows"), days, "what the triggers kept stays");
    assert_eq!(kept("SELECT count(*) FROM month_total"), months);
    old.catch_up(until + TimeDelta::days(20)).unwrap();
    assert_eq!(summed(&conn).len(), 13);
    assert_eq!(read(&old), said);
    assert_verified(&old);
}

#[test]
fn a_month_that_is_over_is_summed_until_one_of_its_days_changes() {
    let (_dir, mut book) = book();
    some_visits(&mut book, 4, utc("2026-10-31T16:58:00Z"));
    let conn = raw(&book);
    book.catch_up(utc("2026-10-31T16:59:59Z")).unwrap();
    assert_eq!(summed(&conn), [""; 0], "the month is still running where the library stands");
    book.catch_up(utc("2026-11-01T00:00:00Z")).unwrap();
    assert_eq!(summed(&conn), ["2026-10"]);
    let said = read(&book);
    assert_verified(&book);

    let first = rows(&book, Period::ALL)[0].id;
    book.take_back(first, VoidReason::Mistake, None, Actor::Console, utc("2026-11-02T00:00:00Z")).unwrap();
    assert_eq!(summed(&conn), [""; 0]);
    assert_ne!(read(&book), said);
    assert_verified(&book);
    let said = read(&book);
    book.catch_up(utc("2027-01-02T00:00:00Z")).unwrap();
    assert_eq!(summed(&conn), ["2026-10", "2026-11"]);
    assert_eq!(read(&book), said);
    assert_verified(&book);
}

#[test]
fn a_visit_is_found_before_and_after_its_words_are_entered() {
    let (_dir, mut book) = book();
    some_visits(&mut book, 9, utc("2026-11-24T02:00:00Z"));
    let conn = raw(&book);
    let version = || conn.pragma_query_value(None, "data_version", |r| r.get::<_, i64>(0)).unwrap();
    assert_eq!((waiting(&conn), search(&book, "sdn con").listed, search(&book, "kta0003").listed), (9, 3, 1));
    // Erased while it waits: its words are never entered.
    let erased = rows(&book, Period::ALL)[3].id;
    book.erase_on_request(erased, Actor::Console, utc("2026-11-24T03:00:00Z")).unwrap();
    assert_eq!(search(&book, "kta0003").listed, 0);
    book.catch_up(utc("2026-11-24T03:00:00Z")).unwrap();
    assert_eq!((waiting(&conn), search(&book, "sdn con").listed, search(&book, "kta0003").listed), (0, 3, 0));
    assert!(!any_file_holds(book.folder().path(), b"kta0003"));
    assert_verified(&book);
    let before = version();
    book.catch_up(utc("2026-11-24T03:00:00Z")).unwrap();
    assert_eq!(version(), before, "nothing is due, nothing is written");
}

#[test]
fn no_more_wait_for_their_words_than_a_search_may_read() {
    let (_dir, mut book) = book();
    for hour in 0..3 {
        some_visits(&mut book, 200, utc("2026-11-24T00:00:00Z") + TimeDelta::hours(hour * 4));
    }
    let waiting = waiting(&raw(&book));
    assert!((1..=256).contains(&waiting), "{waiting} wait");
    assert_eq!((search(&book, "sdn").listed, search(&book, "wulan").listed), (198, 201));
    assert_verified(&book);
}

#[test]
fn the_worker_catches_up_when_nobody_waits() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    let at = utc("2026-03-03T03:00:00Z");
    desk.record(&visit(id(1), at, non_member("Siti Misalan"), "read")).unwrap();
    let conn = Connection::open(folder.book_path()).unwrap();
    let until = Instant::now() + Duration::from_secs(30);
    while waiting(&conn) > 0 || summed(&conn).is_empty() {
        assert!(Instant::now() < until, "nothing happened");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(summed(&conn), ["2026-03"]);
}

/// How often the write-ahead log was begun from its start, as its header counts it.
fn log_begun(folder: &DataFolder) -> Option<u32> {
    let log = std::fs::read(folder.path().join("book.sqlite3-wal")).ok()?;
    Some(u32::from_be_bytes(log.get(12..16)?.try_into().unwrap()))
}

#[test]
fn no_visit_begins_the_log_anew() {
    let (_dir, folder) = folder();
    let mut desk = Desk::open(&folder);
    let at = utc("2026-11-24T03:00:00Z");
    // An idle kiosk begins it, at its start and after whatever was written; the commit that does so syncs twice.
    let mut before = None;
    for n in 1..=4 {
        let until = Instant::now() + Duration::from_secs(30);
        while log_begun(&folder) == before {
            assert!(Instant::now() < until, "nobody began the log anew before visit {n}");
            std::thread::sleep(Duration::from_millis(20));
        }
        before = log_begun(&folder);
        if n == 3 {
            // One that leaves no words to be entered.
            desk.worker.send(Job::Void { id: id(1), reason: VoidReason::Visitor, at }).unwrap();
            desk.wait(|a| (*a == Answer::Voided { id: id(1) }).then_some(()));
        } else {
            desk.record(&visit(id(n), at, non_member("Siti Misalan"), "read")).unwrap();
        }
        assert_eq!(log_begun(&folder), before, "visit {n} began the log");
    }
    desk.worker.shut_down();
}
