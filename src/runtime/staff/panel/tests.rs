//! The thread behind the pages on a real book.

use std::sync::mpsc::channel;

use super::*;
use crate::flow::staff::health;
use crate::runtime::clock::SystemClock;
use crate::storage::{Book, folder};

struct Office {
    _dir: tempfile::TempDir,
    data: DataFolder,
    thread: Service<Job>,
    told: Receiver<Event>,
}

fn office() -> Office {
    let dir = tempfile::tempdir().unwrap();
    let data = folder::prepare(&dir.path().join("data")).unwrap();
    drop(Book::open(&data, BookSettings::default()).unwrap());
    let (events, told) = channel();
    let tell = Box::new(move |event| events.send(event).unwrap());
    let clock = Box::new(SystemClock::default());
    let thread = spawn(data.clone(), BookSettings::default(), clock, tell).unwrap();
    Office { _dir: dir, data, thread, told }
}

fn verify(ticket: u64) -> Job {
    Job::Ask { ticket, by: StaffId(1), ask: Ask::Health(health::Ask::Verify) }
}

const LONG: Duration = Duration::from_secs(20);

#[test]
fn an_ask_is_answered_under_its_ticket() {
    let office = office();
    office.thread.send(verify(7)).unwrap();
    let Event::Replied { ticket: 7, reply: Ok(Reply::Health(health::Reply::Verified(checked))) } =
        office.told.recv_timeout(LONG).unwrap()
    else {
        panic!("another answer");
    };
    assert_eq!(checked.failed, Vec::<&str>::new());
}

#[test]
fn a_book_that_is_gone_is_told_and_not_made_anew() {
    let office = office();
    std::fs::remove_file(office.data.book_path()).unwrap();
    office.thread.send(verify(1)).unwrap();
    let told = office.told.recv_timeout(LONG).unwrap();
    assert_eq!(told, Event::Replied { ticket: 1, reply: Err(Unanswered::Book) });
    assert!(!office.data.book_path().exists());
}

#[test]
fn a_commit_of_another_connection_is_told_within_two_seconds_while_the_panel_is_open() {
    let office = office();
    let other = Book::open(&office.data, BookSettings::default()).unwrap();
    let commit = || other.probe().unwrap();
    commit();
    office.thread.send(Job::Watch(true)).unwrap();
    // The first look only takes the number down; commits go on until one falls behind it.
    let told = (0..40).find_map(|_| {
        commit();
        office.told.recv_timeout(Duration::from_millis(500)).ok()
    });
    assert_eq!(told, Some(Event::BookChanged));
    office.thread.send(Job::Watch(false)).unwrap();
    office.thread.send(verify(2)).unwrap();
    // What was told before the panel was locked may still stand in the queue; after the answer nothing comes.
    while !matches!(office.told.recv_timeout(LONG).unwrap(), Event::Replied { ticket: 2, .. }) {}
    commit();
    assert!(office.told.recv_timeout(2 * WATCH).is_err());
}
