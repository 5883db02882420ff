//! The thread behind the pad on a real book, with a clock that the test turns.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::staff::Role;
use crate::domain::visit::VisitId;
use crate::storage::{Book, folder};

/// Both clocks, in the hands of the test.
#[derive(Clone)]
struct Turned(Arc<Mutex<(Duration, DateTime<Utc>)>>);

impl Clock for Turned {
    fn mono(&self) -> Duration {
        self.0.lock().unwrap().0
    }

    fn utc(&self) -> DateTime<Utc> {
        self.0.lock().unwrap().1
    }

    fn fresh(&self) -> VisitId {
        VisitId(Uuid::now_v7())
    }
}

struct Office {
    dir: tempfile::TempDir,
    clock: Turned,
    desk: Option<Service<Job>>,
    answers: Receiver<Answer>,
    ticket: u64,
}

const PIN: &str = "739154";
const MINUTE: Duration = Duration::from_mins(1);

impl Office {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let data = folder::prepare(&dir.path().join("data")).unwrap();
        let mut book = Book::open(&data, BookSettings::default()).unwrap();
        let pin = Pin::choose(Figures::six(PIN).unwrap()).unwrap();
        let name = Name::new("Sri Uji").unwrap();
        book.set_pin(&name, Some(Role::Administrator), &pin, Actor::Console, Utc::now()).unwrap();
        drop(book);
        Self::on(dir)
    }

    fn on(dir: tempfile::TempDir) -> Self {
        let clock = Turned(Arc::new(Mutex::new((Duration::ZERO, Utc::now()))));
        let mut office = Self { dir, clock, desk: None, answers: channel().1, ticket: 0 };
        office.start();
        office
    }

    fn folder(&self) -> DataFolder {
        folder::prepare(&self.dir.path().join("data")).unwrap()
    }

    /// The program ends, and starts again with a monotonic clock at zero.
    fn start(&mut self) {
        self.desk = None;
        self.clock.0.lock().unwrap().0 = Duration::ZERO;
        let (give, answers) = channel();
        self.answers = answers;
        let give = Box::new(move |answer| drop(give.send(answer)));
        let clock = Box::new(self.clock.clone());
        self.desk = Some(spawn(self.folder(), BookSettings::default(), clock, give).unwrap());
    }

    fn next(&self) -> Answer {
        self.answers.recv_timeout(MINUTE).unwrap()
    }

    /// How the lock stands at the start.
    fn stands(&self) -> (u8, Option<Duration>) {
        match self.next() {
            Answer::Event(Event::LockStands { left, closed }) => (left, closed),
            _ => panic!("something else came first"),
        }
    }

    fn tries(&mut self, figures: &str) -> Verdict {
        self.ticket += 1;
        let job = Job::Check { ticket: self.ticket, figures: Figures::six(figures).unwrap(), permission: None };
        self.desk.as_ref().unwrap().send(job).unwrap();
        loop {
            if let Answer::Event(Event::Checked { ticket, verdict }) = self.next() {
                assert_eq!(ticket, self.ticket);
                return verdict;
            }
        }
    }

    fn runs(&self, time: Duration) {
        self.clock.0.lock().unwrap().0 += time;
    }

    fn turn(&self, by: TimeDelta) {
        self.clock.0.lock().unwrap().1 += by;
    }
}

#[test]
fn neither_a_turned_clock_nor_a_restart_shortens_a_lock() {
    let mut office = Office::new();
    assert_eq!(office.stands(), (5, None));
    for left in [4, 3, 2, 1] {
        assert_eq!(office.tries("000000"), Verdict::Wrong(left));
    }
    assert_eq!(office.tries("000000"), Verdict::Closed(MINUTE));
    office.turn(TimeDelta::days(400));
    assert_eq!(office.tries(PIN), Verdict::Closed(MINUTE));
    office.turn(TimeDelta::days(-4000));
    assert_eq!(office.tries(PIN), Verdict::Closed(MINUTE));
    office.runs(MINUTE / 2);
    office.start();
    assert_eq!(office.stands(), (5, Some(MINUTE / 2)), "only what ran has run");
    office.turn(TimeDelta::days(4000));
    assert_eq!(office.tries(PIN), Verdict::Closed(MINUTE / 2));
    office.runs(MINUTE / 2);
    assert!(matches!(office.tries(PIN), Verdict::Right(_)));
}

#[test]
fn tries_are_not_given_back_by_restarts_and_the_next_lock_is_longer() {
    let mut office = Office::new();
    for left in [4, 3] {
        assert_eq!(office.tries("000000"), Verdict::Wrong(left));
    }
    office.start();
    assert_eq!(office.stands(), (3, None));
    for left in [2, 1] {
        assert_eq!(office.tries("000000"), Verdict::Wrong(left));
    }
    assert_eq!(office.tries("000000"), Verdict::Closed(MINUTE));
    office.runs(MINUTE);
    for left in [4, 3, 2, 1] {
        office.start();
        assert_eq!(office.tries("000000"), Verdict::Wrong(left));
    }
    assert_eq!(office.tries("000000"), Verdict::Closed(MINUTE * 5));
}

#[test]
fn a_book_that_is_gone_opens_nothing_and_is_not_made_anew() {
    let mut office = Office::new();
    office.stands();
    std::fs::rename(office.folder().book_path(), office.dir.path().join("away")).unwrap();
    assert_eq!(office.tries(PIN), Verdict::Failed);
    assert!(!office.folder().book_path().exists());
    std::fs::rename(office.dir.path().join("away"), office.folder().book_path()).unwrap();
    assert!(matches!(office.tries(PIN), Verdict::Right(_)));
}

#[test]
fn without_a_book_at_the_start_the_lock_is_read_before_the_first_pin() {
    let mut office = Office::new();
    for _ in 0..5 {
        office.tries("000000");
    }
    office.desk = None;
    let (book, away) = (office.folder().book_path(), office.dir.path().join("away"));
    std::fs::rename(&book, &away).unwrap();
    office.start();
    assert_eq!(office.tries(PIN), Verdict::Failed);
    std::fs::rename(&away, &book).unwrap();
    assert_eq!(office.tries(PIN), Verdict::Closed(MINUTE));
}

#[test]
fn the_code_sets_the_first_pin_once() {
    let dir = tempfile::tempdir().unwrap();
    let data = folder::prepare(&dir.path().join("data")).unwrap();
    drop(Book::open(&data, BookSettings::default()).unwrap());
    let mut office = Office::on(dir);
    assert_eq!(office.stands(), (5, None));
    let mut code = String::new();
    while code.len() < 6 {
        // Written after the lock was told.
        code = std::fs::read_to_string(data.path().join(folder::CODE_FILE)).unwrap_or_default().trim().to_owned();
    }
    assert_eq!(office.tries(&code), Verdict::Code);
    let pin = Pin::choose(Figures::six(PIN).unwrap()).unwrap();
    office.desk.as_ref().unwrap().send(Job::FirstPin { ticket: 9, pin }).unwrap();
    let Answer::Event(Event::FirstPin { ticket: 9, outcome: Ok(first) }) = office.next() else {
        panic!("the first PIN is not set")
    };
    assert_eq!((first.role, first.name.as_str()), (Role::Administrator, "Administrator"));
    assert!(!data.path().join(folder::CODE_FILE).exists());
    if code != PIN {
        assert_eq!(office.tries(&code), Verdict::Wrong(4));
    }
    assert_eq!(office.tries(PIN), Verdict::Right(first));
}
