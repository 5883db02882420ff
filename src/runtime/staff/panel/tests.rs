//! The thread behind the pages on a real book.

use std::path::PathBuf;
use std::sync::mpsc::channel;

use super::*;
use crate::domain::listing::Place;
use crate::flow::staff::system::Pick;
use crate::flow::staff::{health, visits};
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
    let config = crate::config::parse(crate::config::SHIPPED, "kiosk-config.toml").unwrap();
    let thread = spawn(data.clone(), BookSettings::default(), clock, tell).unwrap();
    thread.send(Job::Issuer(Box::new(Issuer::of(&config)))).unwrap();
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
fn the_book_is_written_to_on_request_and_only_then() {
    let office = office();
    for (ticket, ask, tried) in [(1, health::Ask::Look, None), (2, health::Ask::TryWriting, Some(true))] {
        office.thread.send(Job::Ask { ticket, by: StaffId(1), ask: Ask::Health(ask) }).unwrap();
        let told = office.told.recv_timeout(LONG).unwrap();
        let Event::Replied { reply: Ok(Reply::Health(health::Reply::Found(found))), .. } = told else {
            panic!("another answer: {told:?}")
        };
        assert_eq!(found.written, tried);
        assert!(found.schema > 0 && found.free.is_some_and(|free| free > 0));
    }
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

#[test]
fn a_commit_right_after_the_first_answer_is_told() {
    let office = office();
    let other = Book::open(&office.data, BookSettings::default()).unwrap();
    office.thread.send(verify(1)).unwrap();
    office.thread.send(Job::Watch(true)).unwrap();
    assert!(matches!(office.told.recv_timeout(LONG).unwrap(), Event::Replied { ticket: 1, .. }));
    other.probe().unwrap();
    assert_eq!(office.told.recv_timeout(LONG), Ok(Event::BookChanged));
}

#[test]
fn asks_that_follow_each_other_quickly_hold_up_no_word_of_a_commit() {
    let office = office();
    let other = Book::open(&office.data, BookSettings::default()).unwrap();
    office.thread.send(Job::Watch(true)).unwrap();
    office.thread.send(verify(1)).unwrap();
    assert!(matches!(office.told.recv_timeout(LONG).unwrap(), Event::Replied { ticket: 1, .. }));
    other.probe().unwrap();
    // Somebody types into a search, faster than the book is looked at.
    let told = (2..50).find(|ticket| {
        std::thread::sleep(WATCH / 10);
        office
            .thread
            .send(Job::Ask { ticket: *ticket, by: StaffId(1), ask: Ask::Health(health::Ask::Log(None)) })
            .unwrap();
        office.told.try_iter().any(|event| event == Event::BookChanged)
    });
    assert!(told.is_some_and(|ticket| ticket < 22), "within two seconds: {told:?}");
}

#[test]
fn a_report_is_previewed_made_and_listed_while_the_thread_goes_on_answering() {
    use crate::domain::report::{Choices, Content, FileForm, Order, Place, Saved, Wanted};
    use crate::domain::span::Span;
    use crate::flow::staff::reports::{Ask as Reports, Reply as Told};

    let office = office();
    let staff = {
        let mut book = Book::open(&office.data, BookSettings::default()).unwrap();
        let name = crate::domain::name::Name::new("Sri Uji").unwrap();
        let figures = crate::domain::staff::Figures::six("739154").unwrap();
        let pin = crate::domain::pin::Pin::choose(figures).unwrap();
        book.set_first_pin(&name, &pin, chrono::Utc::now()).unwrap().id
    };
    let ask = |ticket, ask| office.thread.send(Job::Ask { ticket, by: staff, ask: Ask::Reports(ask) }).unwrap();
    let told = || match office.told.recv_timeout(LONG).unwrap() {
        Event::Replied { ticket, reply: Ok(Reply::Reports(told)) } => (ticket, told),
        other => panic!("{other:?}"),
    };
    ask(1, Reports::Open);
    let (1, Told::Opened { recent, making: None, .. }) = told() else { panic!("another answer") };
    assert_eq!(recent, []);
    let span = Span::parse_month("2026-11").unwrap();
    let order = Order { content: Content::Visits, span, form: FileForm::Pdf, choices: Choices::default() };
    for (ticket, form) in [(2, FileForm::Pdf), (3, FileForm::Csv)] {
        ask(ticket, Reports::Preview(Order { form, ..order }));
        let (_, Told::Preview(sheets)) = told() else { panic!("another answer") };
        assert!(!sheets.0.is_empty());
        // What rows a file would hold fits on a sheet; a sheet of a date alone says nothing.
        assert!(form == FileForm::Pdf || sheets.0.len() == 1, "{} sheets", sheets.0.len());
    }
    ask(4, Reports::Make(Box::new(Wanted::Order(order)), Place::Folder));
    let made = loop {
        match told() {
            (4, Told::Progress(_)) => {}
            (4, Told::Made(saved, recent)) => break (saved, recent),
            other => panic!("{other:?}"),
        }
    };
    let (Saved::Done(stored), recent) = made else { panic!("not saved") };
    assert!(office.data.path().join("reports").join(stored.name).is_file());
    assert_eq!(recent.len(), 1);
    assert_eq!((recent[0].content, recent[0].span, recent[0].form), (Content::Visits, span, Some(FileForm::Pdf)));
}

/// A dialog that stays open until the test closes it with a choice, or without one.
#[derive(Debug)]
struct Fake(std::sync::Mutex<Receiver<Option<PathBuf>>>);

impl SystemDialogs for Fake {
    fn pick(&self, _what: Pick) -> Option<PathBuf> {
        self.0.lock().unwrap().recv_timeout(LONG).unwrap()
    }
}

#[test]
fn a_dialog_of_the_system_holds_up_nothing_and_hands_its_path_over() {
    let office = office();
    let ask = |ticket| Job::Ask { ticket, by: StaffId(1), ask: Ask::System(Pick::Folder) };
    let told = |ticket, reply| {
        assert_eq!(office.told.recv_timeout(LONG).unwrap(), Event::Replied { ticket, reply });
    };
    office.thread.send(ask(1)).unwrap();
    told(1, Err(Unanswered::Busy));

    let (close, closed) = channel();
    office.thread.send(Job::Dialogs(Arc::new(Fake(std::sync::Mutex::new(closed))))).unwrap();
    office.thread.send(ask(2)).unwrap();
    // It is open: the pages are answered, and there is no second one.
    rows(&office, "");
    office.thread.send(ask(3)).unwrap();
    told(3, Err(Unanswered::Busy));
    close.send(Some(PathBuf::from("/media/UJI"))).unwrap();
    told(2, Ok(Reply::System(Some(PathBuf::from("/media/UJI")))));
    // The thread of the dialog may take a moment to be gone.
    close.send(None).unwrap();
    let again = (4..400).find_map(|ticket| {
        office.thread.send(ask(ticket)).unwrap();
        let Event::Replied { ticket: of, reply } = office.told.recv_timeout(LONG).unwrap() else { panic!() };
        assert_eq!(of, ticket);
        std::thread::sleep(Duration::from_millis(2));
        reply.ok()
    });
    assert_eq!(again, Some(Reply::System(None)), "closed without a choice");
}

/// What Kunjungan asks, answered by the thread.
fn visits(office: &Office, ticket: u64, ask: visits::Ask) -> visits::Reply {
    office.thread.send(Job::Ask { ticket, by: StaffId(1), ask: Ask::Visits(ask) }).unwrap();
    loop {
        match office.told.recv_timeout(LONG).unwrap() {
            Event::Replied { ticket: of, reply: Ok(Reply::Visits(reply)) } if of == ticket => return reply,
            Event::BookChanged => {}
            other => panic!("{other:?}"),
        }
    }
}

fn rows(office: &Office, text: &str) -> visits::Shown {
    let mut wish = visits::Wish::default();
    text.clone_into(&mut wish.sieve.text);
    match visits(office, 1, visits::Ask::Page(Box::new(wish), Place::First)) {
        visits::Reply::Page(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

/// A late visit is entered, found, corrected, taken back and erased; the book says so each time.
#[test]
fn a_late_visit_goes_its_whole_way() {
    let office = office();
    let mut book = Book::open(&office.data, BookSettings::default()).unwrap();
    let sri = crate::domain::name::Name::new("Sri Uji").unwrap();
    let pin = crate::domain::pin::Pin::choose(crate::domain::staff::Figures::six("739154").unwrap()).unwrap();
    book.set_first_pin(&sri, &pin, chrono::Utc::now()).unwrap();
    let mut form = visits::Form::by_hand(rows(&office, "").fresh, rows(&office, "").now);
    form.name = "Zubaidah Rekaan".into();
    form.purpose = crate::domain::purpose::PurposeId::new("read");
    let enter = |form: &visits::Form, at| {
        let draft = Box::new(form.draft().unwrap());
        visits(&office, 2, visits::Ask::Enter { id: form.id, at, draft })
    };
    let at = form.at().unwrap();
    let later = at + chrono::TimeDelta::days(2);
    assert_eq!(enter(&form, later), visits::Reply::Refused(visits::Refused::Future));
    assert_eq!(enter(&form, at), visits::Reply::Done(visits::Deed::Entered));
    assert_eq!(enter(&form, at), visits::Reply::Done(visits::Deed::Entered), "sent twice, written once");
    let shown = rows(&office, "zub rek");
    assert_eq!((shown.page.listed, shown.page.rows[0].row.entry.id()), (1, "manual"));

    let row = shown.page.rows[0].row.clone();
    let mut better = visits::Form::correcting(shown.fresh, &row);
    better.name = "Zubaedah Rekaan".into();
    let draft = Box::new(better.draft().unwrap());
    let correct = visits::Ask::Correct { id: row.id, new: better.id, draft };
    assert_eq!(visits(&office, 3, correct.clone()), visits::Reply::Done(visits::Deed::Corrected));
    let void = |id| visits::Ask::Void { id, reason: crate::domain::visit::VoidReason::Mistake, words: None };
    let late = visits(&office, 4, void(row.id));
    assert_eq!(late, visits::Reply::Refused(visits::Refused::Already), "another one was quicker");
    assert_eq!(visits(&office, 5, void(better.id)), visits::Reply::Done(visits::Deed::Voided));
    assert_eq!(visits(&office, 6, visits::Ask::Erase(better.id)), visits::Reply::Done(visits::Deed::Erased));
    assert_eq!(rows(&office, "zub").page.listed, 0);
    let visits::Reply::History(history) = visits(&office, 7, visits::Ask::History(better.id)) else { panic!() };
    let acts: Vec<&str> = history.iter().map(|one| one.line.act.as_str()).collect();
    assert_eq!(acts, ["visit_entered", "visit_corrected", "visit_voided", "visit_erased"]);
    assert!(
        history.iter().all(|one| one.who.as_deref() == Some("Administrator") || one.who.as_deref() == Some("Sri Uji"))
    );
    assert!(book.verify().unwrap().iter().all(|check| check.ok));
}

/// Of a member who is in the list the number is enough; a card that is not needs a name.
#[test]
fn a_member_by_hand_is_looked_up() {
    let office = office();
    let mut book = Book::open(&office.data, BookSettings::default()).unwrap();
    let sri = crate::domain::name::Name::new("Sri Uji").unwrap();
    let pin = crate::domain::pin::Pin::choose(crate::domain::staff::Figures::six("739154").unwrap()).unwrap();
    book.set_first_pin(&sri, &pin, chrono::Utc::now()).unwrap();
    let plan = crate::storage::demo::DemoPlan { members: 3, visits: 0, years: 1, seed: 1, until: chrono::Utc::now() };
    crate::storage::demo::fill(&mut book, plan).unwrap();
    let shown = rows(&office, "");
    let mut form = visits::Form::by_hand(shown.fresh, shown.now);
    form.kind = crate::domain::visit::MembershipType::Member;
    form.purpose = crate::domain::purpose::PurposeId::new("read");
    let mut enter = |card: &str| {
        form.card = card.to_owned();
        let draft = Box::new(form.draft().unwrap());
        visits(&office, 2, visits::Ask::Enter { id: form.id, at: form.at().unwrap(), draft })
    };
    assert_eq!(enter("a b"), visits::Reply::Refused(visits::Refused::Card));
    assert_eq!(enter("9999999999"), visits::Reply::Refused(visits::Refused::NameNeeded));
    assert_eq!(enter(&crate::storage::demo::card_number(1)), visits::Reply::Done(visits::Deed::Entered));
    let row = &rows(&office, "").page.rows[0].row;
    assert!(row.name.is_some() && row.sex.is_some() && !row.card_unverified);
}
