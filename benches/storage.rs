//! Measures of the book on disk: `cargo bench --bench storage`.
//!
//! Fills books of 1,000,000 and 10,000,000 visits below the target folder and takes them away again: some minutes and
//! about 3 GB. `BUKU_BENCH_VISITS=1000000` (a list with commas) and `BUKU_BENCH_MEMBERS` choose other sizes.
//! A line `figure|WHAT|VALUE|TARGET` is one for the README.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot measure may stop")]

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use buku_pengunjung::config;
use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::dashboard::Question;
use buku_pengunjung::domain::demographics::Demographics;
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::listing::{Place, Sieve};
use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::report::{Choices, FileForm, ReportKind};
use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::{Entry, MembershipType, NewVisit, VisitId, Visitor};
use buku_pengunjung::exchange::table_out::{Form, Target};
use buku_pengunjung::exchange::visits_out::masked_cells;
use buku_pengunjung::runtime::reports::{Issuer, bytes, document, rows};
use buku_pengunjung::storage::demo::{self, DemoPlan};
use buku_pengunjung::storage::{Answer, Book, BookSettings, DataFolder, Job, Measure, Worker, folder};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use uuid::Uuid;

const COMMITS: u32 = 400;

fn main() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(home).unwrap();
    let dir = tempfile::tempdir_in(home).unwrap();
    println!("{:<52} {:>12} {:>12}", "measure", "median", "p95");
    let sizes = std::env::var("BUKU_BENCH_VISITS").unwrap_or_else(|_| "1000000,10000000".to_owned());
    for (n, size) in sizes.split(',').map(|s| s.trim().parse::<u64>().unwrap()).enumerate() {
        let folder = folder::prepare(&dir.path().join(size.to_string())).unwrap();
        let book = filled(&folder, size);
        statistics(&book, size);
        reports(&book, size);
        pages(&book, size);
        panel(&book, size);
        drop(book);
        opening(&folder, size);
        if n == 0 {
            lookups(&folder);
            commits(&folder, dir.path());
            walks(&folder);
            checks(&folder);
        }
        std::fs::remove_dir_all(folder.path()).unwrap();
    }
}

/// How many members: `BUKU_BENCH_MEMBERS`, else a million.
fn members() -> u64 {
    std::env::var("BUKU_BENCH_MEMBERS").map_or(1_000_000, |n| n.parse().unwrap())
}

fn now() -> DateTime<Utc> {
    "2026-11-24T09:00:00Z".parse().unwrap()
}

fn filled(folder: &DataFolder, visits: u64) -> Book {
    let began = Instant::now();
    let mut book = Book::open(folder, BookSettings::default()).unwrap();
    demo::fill(&mut book, DemoPlan { members: members(), visits, years: 10, seed: 1, until: now() }).unwrap();
    let size = std::fs::metadata(folder.book_path()).unwrap().len() / 1_000_000;
    println!("fill {visits} visits and {} members: {:.1} s, {size} MB", members(), began.elapsed().as_secs_f64());
    book
}

/// Median and 95th percentile.
fn middle(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 95 / 100])
}

/// Prints a line of the measure and gives its median and 95th percentile.
fn line(what: &str, times: Vec<Duration>) -> (Duration, Duration) {
    let (median, p95) = middle(times);
    println!("{what:<52} {median:>12.2?} {p95:>12.2?}");
    (median, p95)
}

fn figure(what: &str, measured: Duration, target: &str) {
    println!("figure|{what}|{:.2} ms|{target}", measured.as_secs_f64() * 1e3);
}

fn times(count: u32, mut act: impl FnMut(u32)) -> Vec<Duration> {
    (0..count).map(|n| timed(|| act(n))).collect()
}

fn timed(act: impl FnOnce()) -> Duration {
    let began = Instant::now();
    act();
    began.elapsed()
}

fn statistics(book: &Book, visits: u64) {
    let year = Period::between("2026-01-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let slowest = Dimension::ALL.iter().map(|dimension| {
        let ask = times(50, |_| drop(book.statistics(*dimension, year).unwrap()));
        line(&format!("a year by {} of {visits} visits", dimension.id()), ask).0
    });
    let slowest = slowest.max().unwrap();
    figure(&format!("a year's statistics among {visits} visits, slowest dimension, median"), slowest, "4 ms");
    let ask = times(50, |_| drop(book.histogram(Measure::Checkin, None, year).unwrap()));
    line(&format!("a year's check-in times of {visits} visits"), ask);
    let ask = times(20, |_| drop(book.statistics(Dimension::Hour, Period::ALL).unwrap()));
    line(&format!("ten years by hour of {visits} visits"), ask);
}

/// The book as staff leaf through it, over the usual 90 days and over everything.
fn pages(book: &Book, visits: u64) {
    let today = now().date_naive();
    let quarter = Period::between(today - TimeDelta::days(90), today);
    let mut slowest = Duration::ZERO;
    let ask = |what: &str, sieve: &Sieve, place: &dyn Fn(u32) -> Place| {
        let asked = times(20, |n| drop(book.page(sieve, place(n)).unwrap()));
        line(&format!("{what} of {visits} visits"), asked).1
    };
    for (over, period) in [("90 days", quarter), ("ten years", Period::ALL)] {
        let all = Sieve { period, ..Sieve::default() };
        let days = period.from.map_or(3_600, |_| 85);
        slowest = slowest.max(ask(&format!("first page, {over}"), &all, &|_| Place::First));
        slowest = slowest.max(ask(&format!("last page, {over}"), &all, &|_| Place::Last));
        let some = visits * u64::from(days) / 3_650 / 10;
        slowest = slowest.max(ask(&format!("any page, {over}"), &all, &|n| Place::Number(some * u64::from(n) / 20)));
        let back = |n: u32| Place::Day(today - TimeDelta::days(i64::from(days * n / 20)));
        slowest = slowest.max(ask(&format!("jump to a date, {over}"), &all, &back));
        let middle = book.page(&all, Place::Number(some / 2)).unwrap().rows.last().unwrap().key;
        slowest = slowest.max(ask(&format!("the page after a row, {over}"), &all, &|_| Place::After(middle)));
        slowest = slowest.max(ask(&format!("the page before a row, {over}"), &all, &|_| Place::Before(middle)));
        let groups = Sieve { kind: Some(MembershipType::Group), ..all.clone() };
        ask(&format!("last page of groups, {over}"), &groups, &|_| Place::Last);
    }
    figure(&format!("any page of the book among {visits} visits, slowest kind, p95"), slowest, "50 ms");
    let mut slowest = Duration::ZERO;
    for text in ["wulan", "wul con", "sdn", "0024000007", "x", "c"] {
        let sieve = Sieve { period: quarter, text: text.to_owned(), ..Sieve::default() };
        let found = book.page(&sieve, Place::First).unwrap().listed;
        slowest = slowest.max(ask(&format!("search \"{text}\" in 90 days ({found} found)"), &sieve, &|_| Place::First));
    }
    figure(&format!("a search in 90 days among {visits} visits, slowest, p95"), slowest, "50 ms");
}

/// The statistics page of the panel: a day, a month, a year and ten years; then who came most often.
fn panel(book: &Book, visits: u64) {
    let today = "2026-11-24".parse().unwrap();
    let of = |kind| Span::holding(kind, today).unwrap();
    let ten_years = Span::range("2016-11-25".parse().unwrap(), today).unwrap();
    let spans = [
        ("a day", of(SpanKind::Day)),
        ("a month", of(SpanKind::Month)),
        ("a year", of(SpanKind::Year)),
        ("ten years", ten_years),
    ];
    for (name, span) in spans {
        let question = Question { span, today, hour: 13 };
        let room = times(50, |_| drop(book.room_standing(question, 300).unwrap()));
        line(&format!("of it the internet room over {name} of {visits} visits"), room);
        let ask = times(50, |_| {
            drop(book.dashboard(question, &[], Lang::Id).unwrap());
            drop(book.room_standing(question, 300).unwrap());
        });
        let (median, _) = line(&format!("the statistics page over {name} of {visits} visits"), ask);
        figure(&format!("the statistics page over {name} among {visits} visits, median"), median, "50 ms");
        let rows = times(3, |_| drop(book.regulars(span).unwrap()));
        line(&format!("who came most often in {name} of {visits} visits"), rows);
    }
}

/// The official report on a year, from the book to the bytes of its file. Its cost grows with the days shown.
fn reports(book: &Book, visits: u64) {
    let config = config::parse(config::SHIPPED, "kiosk-config.toml").unwrap();
    let issuer = Issuer::of(&config);
    let year = Span::parse_year("2025").unwrap();
    let written = || document(book, &issuer, (ReportKind::Visits, year), Choices::default(), now()).unwrap();
    let read = times(30, |_| drop(written()));
    line(&format!("read and write a year's report of {visits} visits"), read);
    for form in [FileForm::Pdf, FileForm::Xlsx] {
        let made = times(12, |_| drop(bytes(&written(), form).unwrap()));
        let what = format!("a year's report as {} among {visits} visits", form.id().to_uppercase());
        figure(&format!("{what}, median"), line(&what, made).0, "300 ms");
    }
    // The rows of a month, masked, as the panel writes them.
    let month = Span::parse_month("2025-10").unwrap();
    let to = tempfile::tempdir().unwrap();
    let target = Target::File(to.path().join("rows.csv"));
    let mut count = 0_u64;
    let exported = times(5, |_| {
        rows(book, month.period(), Form::Csv, &target, |row| {
            count += 1;
            Ok(Some(masked_cells(row)))
        })
        .unwrap();
    });
    line(&format!("{} rows of a month as CSV among {visits} visits", count / 5), exported);
}

fn opening(folder: &DataFolder, visits: u64) {
    let open = times(20, |_| drop(Book::open(folder, BookSettings::default()).unwrap()));
    line(&format!("open a book of {visits} visits"), open);
}

fn card(n: u64) -> CardNumber {
    // Spread over the whole list.
    CardNumber::from_store(demo::card_number(n.wrapping_mul(7_919_777) % members()))
}

fn lookups(folder: &DataFolder) {
    let book = Book::open_read_only(folder, BookSettings::default()).unwrap();
    let look = times(5_000, |n| {
        let answer = book.look_up(&card(u64::from(n))).unwrap();
        assert!(matches!(answer.listing, Listing::Listed(_)));
    });
    let (_, p95) = line(&format!("look a card up among {} members", members()), look);
    figure(&format!("a card looked up among {} members, p95", members()), p95, "1 ms");
    let look = times(5_000, |n| drop(book.look_up(&CardNumber::from_store(format!("none-{n}"))).unwrap()));
    line(&format!("look an unknown card up among {}", members()), look);
}

fn visit(n: u32) -> NewVisit {
    let at = now() + TimeDelta::seconds(i64::from(n));
    NewVisit {
        id: VisitId(Uuid::now_v7()),
        at,
        local_date: at.date_naive(),
        kiosk: "bench".to_owned(),
        visitor: Visitor::Member {
            card: card(u64::from(n)),
            name: Name::new("Wulan Contoh").unwrap(),
            demographics: Demographics::default(),
            expired: false,
            unverified: false,
        },
        purpose: PurposeId::new("read").unwrap(),
        note: None,
        session: None,
        entry: Entry::Scanned,
        walk_millis: 9_000,
        clock_suspect: false,
    }
}

/// The book's commit beside SQLite's own, one row into one plain table on the same disk, turn by turn: as the kiosk commits,
/// whose book is settled when a visitor has gone. Plain SQLite's log grows until it holds a thousand pages, and is written
/// over from then on, which a disk does sooner: the row is measured with both.
fn commits(folder: &DataFolder, beside: &Path) {
    let mut book = Book::open(folder, BookSettings::default()).unwrap();
    let (growing, grown) = (plain(&beside.join("growing.sqlite3")), plain(&beside.join("grown.sqlite3")));
    for n in 0..1_100 {
        insert(&grown, &visit(n));
    }
    let (mut ours, mut while_growing, mut when_grown) = (Vec::new(), Vec::new(), Vec::new());
    for n in 0..COMMITS {
        let one = visit(n);
        book.settle(one.at).unwrap();
        ours.push(timed(|| drop(book.record(&one, Instant::now()).unwrap())));
        while_growing.push(timed(|| insert(&growing, &one)));
        when_grown.push(timed(|| insert(&grown, &one)));
    }
    let in_a_row = times(COMMITS, |n| drop(book.record(&visit(COMMITS + n), Instant::now()).unwrap()));
    let (while_growing, _) = line("plain SQLite: one row, committed and synced", while_growing);
    let (when_grown, _) = line("the same over a log that has its size", when_grown);
    let (ours, _) = line("the book: a visit with its totals", ours);
    line("the same, visits in a row", in_a_row);
    figure("a visit committed and synced, median", ours, "");
    let beside = |plain: Duration| ours.as_secs_f64() / plain.as_secs_f64();
    println!("figure|the same beside one row of plain SQLite|{:.2} times|1.5 times", beside(while_growing));
    println!("figure|the same beside plain SQLite whose log no longer grows|{:.2} times|", beside(when_grown));
}

/// A book of plain SQLite, synced as ours is.
fn plain(path: &Path) -> Connection {
    let plain = Connection::open(path).unwrap();
    plain
        .execute_batch(
            "PRAGMA journal_mode = wal; PRAGMA synchronous = full;
             CREATE TABLE visit (n INTEGER PRIMARY KEY, id BLOB, at INTEGER, card TEXT, name TEXT, purpose TEXT) STRICT;",
        )
        .unwrap();
    plain
}

fn insert(plain: &Connection, one: &NewVisit) {
    plain
        .prepare_cached("INSERT INTO visit (id, at, card, name, purpose) VALUES (?1, ?2, ?3, ?4, ?5)")
        .unwrap()
        .execute((
            one.id.0.as_bytes().as_slice(),
            one.at.timestamp_millis(),
            one.visitor.card().map(CardNumber::as_str),
            one.visitor.name().as_str(),
            one.purpose.as_str(),
        ))
        .unwrap();
}

/// Scan to committed through the worker, as the kiosk does it.
fn walks(folder: &DataFolder) {
    let (give, answers) = channel();
    let on_answer = Box::new(move |answer| drop(give.send(answer)));
    let worker = Worker::spawn(folder.clone(), BookSettings::default(), on_answer).unwrap();
    let walk = times(COMMITS, |n| {
        let one = visit(100_000 + n);
        worker.send(Job::LookUp { ticket: u64::from(n), card: card(u64::from(n)) }).unwrap();
        wait(&answers, |a| matches!(a, Answer::Looked { .. }));
        worker.send(Job::Record { visit: Box::new(one), started: Instant::now() }).unwrap();
        wait(&answers, |a| matches!(a, Answer::Recorded(_)));
    });
    let (_, p95) = line("scan, lookup, visit committed (worker)", walk);
    figure("scan to committed, without the window, p95", p95, "20 ms");
}

fn wait(answers: &Receiver<Answer>, wanted: impl Fn(&Answer) -> bool) {
    while !wanted(&answers.recv().unwrap()) {}
}

fn checks(folder: &DataFolder) {
    let book = Book::open(folder, BookSettings::default()).unwrap();
    let began = Instant::now();
    let checks = book.verify().unwrap();
    assert!(checks.iter().all(|c| c.ok), "{checks:?}");
    println!("verify: {:.1} s", began.elapsed().as_secs_f64());
}
