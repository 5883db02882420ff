//! What was acknowledged survives `kill -9`.
//!
//! The test runs its own program again as a child that writes visits and says on its standard output when a transaction
//! has begun and when a visit is acknowledged; the parent kills it, mostly between the two, and looks at the book.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::visit::{NewVisit, VoidReason};
use buku_pengunjung::storage::Book;
use chrono::TimeDelta;

use super::support::*;

const FOLDER: &str = "BUKU_KILL_FOLDER";
const FROM: &str = "BUKU_KILL_FROM";
/// Every so many visits the one before is voided.
const VOID_EVERY: u64 = 7;

/// The visit that the child writes under this number.
fn nth(n: u64) -> NewVisit {
    let at = utc("2026-12-31T16:00:00Z") + TimeDelta::seconds(i64::try_from(n).unwrap());
    let who = match n % 3 {
        0 => card_holder(&format!("KTA-{n:06}")),
        1 => non_member("Siti Misalan"),
        _ => group(1, 1 + u32::try_from(n % 5).unwrap()),
    };
    visit(id(u128::from(n)), at, who, "read")
}

/// The child. Run without its variables, as any test, it does nothing.
#[test]
fn child() {
    let (Ok(folder), Ok(from)) = (std::env::var(FOLDER), std::env::var(FROM)) else { return };
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(std::io::stdout)
        .with_ansi(false)
        .without_time()
        .init();
    let folder = buku_pengunjung::storage::folder::prepare(folder.as_ref()).unwrap();
    let mut book = Book::open(&folder, settings(ZONE)).unwrap();
    let say = |word: &str, n: u64| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{word} {n}").unwrap();
        out.flush().unwrap();
    };
    for n in from.parse::<u64>().unwrap().. {
        book.record(&nth(n), Instant::now()).unwrap();
        say("recorded", n);
        if n.is_multiple_of(VOID_EVERY) {
            book.void(id(u128::from(n) - 1), VoidReason::Test, nth(n).at).unwrap();
            say("voided", n - 1);
        }
    }
}

/// What the child had said when it was killed.
#[derive(Default)]
struct Said {
    recorded: Vec<u64>,
    voided: Vec<u64>,
    /// The last word was that a transaction has begun, or is written but not committed.
    inside: bool,
}

impl Said {
    fn hear(&mut self, line: &str) {
        let number = || line.rsplit(' ').next().unwrap().parse().unwrap();
        if line.starts_with("recorded ") {
            self.recorded.push(number());
            self.inside = false;
        } else if line.starts_with("voided ") {
            self.voided.push(number());
            self.inside = false;
        } else if line.contains("visit: ") {
            self.inside = true;
        }
    }
}

fn chance(below: u64) -> u64 {
    RandomState::new().build_hasher().finish() % below
}

/// Starts the child at visit `from` and kills it at a random moment.
fn run_and_kill(folder: &std::path::Path, from: u64) -> Said {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["storage::kill::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = Said::default();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let begins = 1 + chance(30);
    let mut begun = 0;
    let mut commit = Duration::from_millis(1);
    let mut last_begin = Instant::now();
    while begun < begins {
        let line = lines.next().expect("the child writes until it is killed").unwrap();
        said.hear(&line);
        if line.contains("visit: begun") {
            begun += 1;
            last_begin = Instant::now();
        } else if line.starts_with("recorded") {
            commit = last_begin.elapsed();
        }
    }
    // Somewhere within a transaction of the usual length; a few wait longer and hit any moment at all.
    let spread = if chance(10) == 0 { 20 } else { 1 };
    let wait = commit * spread * u32::try_from(chance(1000)).unwrap() / 1500;
    std::thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines.map_while(Result::ok) {
        said.hear(&line);
    }
    said
}

#[test]
fn acknowledged_visits_survive_kill_9() {
    let rounds = std::env::var("BUKU_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    let (_dir, folder) = folder();
    let mut next = 1;
    let (mut inside, mut acknowledged) = (0, 0);
    for round in 0..rounds {
        let said = run_and_kill(folder.path(), next);
        inside += u32::from(said.inside);
        acknowledged += said.recorded.len();
        let mut book = Book::open(&folder, settings(ZONE)).unwrap();
        for n in &said.recorded {
            let row = book.visit(id(u128::from(*n))).unwrap_or_else(|e| panic!("round {round}, visit {n}: {e}"));
            assert_eq!(row.recorded_at, nth(*n).at);
            assert_eq!(row.headcount, nth(*n).visitor.headcount());
        }
        for n in &said.voided {
            assert!(book.visit(id(u128::from(*n))).unwrap().voided, "round {round}: the voided visit {n} stands again");
        }
        assert_verified(&book);
        // The visitor's retry of what was cut off: whether or not it had been committed, it stands once.
        next = said.recorded.last().map_or(next, |n| n + 1);
        record(&mut book, &nth(next));
        next += 1;
        assert_verified(&book);
    }
    let book = Book::open(&folder, settings(ZONE)).unwrap();
    let ids: Vec<_> = rows(&book, Period::ALL).iter().map(|r| r.id).collect();
    assert_eq!(ids, (1..next).map(|n| id(u128::from(n))).collect::<Vec<_>>(), "every visit once, none between");
    println!("{rounds} kills, {inside} between BEGIN and acknowledgement, {acknowledged} acknowledged visits survived");
    assert!(inside * 2 > rounds, "only {inside} of {rounds} kills landed between BEGIN and acknowledgement");
}
