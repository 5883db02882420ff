//! Nothing is promised before the book has answered, and nothing is written twice.

use buku_pengunjung::flow::{Event, RecordingPhase, Screen, Strip, UndoPhase};

use super::desk::{Book, Desk, EXPIRED, WULAN};

fn phase(desk: &Desk) -> RecordingPhase {
    match &desk.state.screen {
        Screen::Recording(r) => r.phase,
        other => panic!("{}", other.name()),
    }
}

#[test]
fn thanks_wait_for_the_book() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN);
    desk.book = Book::Hangs;
    desk.purpose("read").at("recording");
    desk.wait(600).at("recording");
    assert_eq!(desk.state.idle_ends, None, "waiting for the book is not idle");
    desk.on(Event::Back).on(Event::Cancel).at("recording");
    desk.catch_up().at("done");
    assert_eq!(desk.visits.len(), 1);
}

#[test]
fn three_tries_then_the_visitor_decides_and_the_id_stays() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN);
    desk.book = Book::Fails;
    desk.purpose("read").at("recording");
    assert!(matches!(phase(&desk), RecordingPhase::Waiting(_)));
    desk.wait(1).wait(1);
    assert_eq!(phase(&desk), RecordingPhase::Failed);
    let Screen::Recording(r) = &desk.state.screen else { panic!() };
    let id = r.visit.id;
    desk.book = Book::Works;
    desk.on(Event::Retry).at("done");
    assert_eq!(desk.visits[0].id, id);
    assert_eq!(desk.visits.len(), 1);
}

#[test]
fn the_time_between_two_tries_belongs_to_the_check_in() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).wait(9);
    desk.book = Book::Fails;
    desk.purpose("read").wait(1);
    desk.book = Book::Works;
    desk.wait(1).at("done");
    assert_eq!(desk.visits[0].walk_millis, 11_000, "nine seconds to the touch, and two until the third try");
    let Screen::Done(done) = &desk.state.screen else { panic!() };
    assert_eq!(desk.visits[0].at, done.at);

    let mut desk = Desk::lobby();
    desk.scan(WULAN).wait(9);
    desk.book = Book::Fails;
    let touched = desk.utc;
    desk.purpose("read").wait(20);
    assert_eq!(phase(&desk), RecordingPhase::Failed);
    desk.book = Book::Works;
    desk.on(Event::Retry).at("done");
    assert_eq!((desk.visits[0].walk_millis, desk.visits[0].at), (29_000, touched));
}

#[test]
fn giving_up_after_a_failure_voids_what_may_have_been_written() {
    for event in [Event::Back, Event::Cancel] {
        let mut desk = Desk::lobby();
        desk.scan(WULAN);
        desk.book = Book::Fails;
        desk.purpose("read").wait(1).wait(1);
        let Screen::Recording(r) = &desk.state.screen else { panic!() };
        let id = r.visit.id;
        desk.book = Book::Works;
        desk.on(event);
        assert!(desk.voided.contains(&id));
        assert_ne!(desk.screen(), "recording");
    }
}

#[test]
fn undo_asks_once_and_voids() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).purpose("read").on(Event::Undo);
    assert_eq!(desk.dialog(), Some("undo_visit"));
    desk.on(Event::Dialog(true)).at("welcome");
    assert_eq!(desk.strip(), Some(Strip::Undone));
    assert!(desk.counted().is_empty());
    desk.scan(WULAN).at("purpose");
}

#[test]
fn an_undo_that_fails_is_told() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).purpose("read");
    desk.book = Book::Fails;
    desk.on(Event::Undo).on(Event::Dialog(true)).at("done");
    let Screen::Done(done) = &desk.state.screen else { panic!() };
    assert_eq!(done.undo, UndoPhase::Failed);
    desk.wait(10).at("welcome");
}

#[test]
fn an_undo_under_way_is_waited_for() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).purpose("read");
    desk.book = Book::Hangs;
    desk.on(Event::Undo).on(Event::Dialog(true)).wait(60).at("done");
    desk.on(Event::Finish).at("done");
    desk.catch_up().at("welcome");
}

#[test]
fn a_card_shown_while_recording_begins_the_next_walk() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN);
    desk.book = Book::Hangs;
    desk.purpose("read").wait(4).scan(EXPIRED).at("recording");
    desk.catch_up().at("card_expired");
    assert_eq!(desk.visits.len(), 1);
}

#[test]
fn a_card_shown_on_done_begins_the_next_walk() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).purpose("read").scan(EXPIRED).at("card_expired");
}

#[test]
fn a_lookup_that_fails_keeps_the_screen_and_says_so() {
    let mut desk = Desk::lobby();
    desk.book = Book::Fails;
    desk.scan(WULAN).at("welcome");
    assert_eq!(desk.strip(), Some(Strip::LookupFailed));
    desk.book = Book::Works;
    desk.scan(WULAN).at("purpose");
}

#[test]
fn an_answer_that_comes_too_late_is_not_shown_to_the_next_visitor() {
    let mut desk = Desk::lobby();
    desk.book = Book::Hangs;
    desk.on(Event::Choose(buku_pengunjung::domain::visit::MembershipType::Member));
    desk.type_text(WULAN).on(Event::Next).on(Event::Back).at("welcome");
    desk.catch_up().at("welcome");
}
