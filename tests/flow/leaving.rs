//! Leaving the internet room: who it is, the three points, and the end of the session.

use buku_pengunjung::domain::internet::{TidyPoint, TidyReason};
use buku_pengunjung::domain::staff::StaffId;
use buku_pengunjung::flow::room::Outcome;
use buku_pengunjung::flow::{Event, Screen};

use super::desk::{Book, OTHER, WULAN};
use super::journeys::fill_non_member;
use super::room::{lobby, outcome, seated, tick_all};

#[test]
fn who_leaves_is_said_by_card() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.on(Event::FinishInternet).at("leaver");
    desk.scan(OTHER).at("leaver");
    assert!(matches!(desk.state.screen, Screen::Leaver(l) if l.nobody), "no session under this card");
    desk.wait(4).scan(WULAN).at("check_out");
    assert!(desk.state.is_leaving() && desk.state.step() == Some((2, 2)));
}

#[test]
fn who_leaves_is_said_by_seat_and_the_last_three_characters_with_three_tries() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.on(Event::FinishInternet).on(Event::Seat("PC 02".into())).at("leaver");
    desk.on(Event::Seat("PC 01".into())).at("leaver_code");
    desk.type_text("736").on(Event::Next).at("check_out");
    desk.on(Event::Back).at("leaver");
    assert!(!format!("{:?}", desk.state).contains("736\""), "what was typed is not kept");
    desk.on(Event::Seat("PC 01".into()));
    for left in [2, 1, 0] {
        desk.type_text("111").on(Event::Next).at("leaver_code");
        let Screen::LeaverCode(code) = &desk.state.screen else { panic!() };
        assert_eq!(code.wrong, Some(left));
    }
    desk.type_text("736").on(Event::Next).at("leaver_code");
    // Staff, or the card itself.
    desk.scan(WULAN).at("check_out");
}

#[test]
fn an_exit_code_ends_a_session_without_a_card() {
    let mut desk = lobby(3);
    fill_non_member(&mut desk);
    desk.purpose("internet").on(Event::Permitted(StaffId(7))).on(Event::Next);
    let Outcome::Seated { exit_code: Some(code), .. } = outcome(&desk).clone() else { panic!() };
    desk.on(Event::Finish).on(Event::FinishInternet).on(Event::Seat("PC 01".into())).type_text("a");
    desk.type_text(code.as_str()).on(Event::Next).at("check_out");
    tick_all(&mut desk);
    desk.on(Event::Next).at("done");
}

#[test]
fn an_unticked_point_is_reported_with_a_reason() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::FinishInternet);
    desk.on(Event::Point(TidyPoint::ShutDown)).on(Event::Point(TidyPoint::Clean)).on(Event::Next).at("check_out");
    assert_eq!(desk.dialog(), Some("untidy"));
    desk.on(Event::Untidy(Some(TidyReason::Broken))).at("done");
    assert!(matches!(outcome(&desk), Outcome::Left { reported: true, .. }));
    let tidy = desk.room.left[0].tidy;
    assert_eq!(
        (tidy.missing().collect::<Vec<_>>(), tidy.reason()),
        (vec![TidyPoint::Tidied], Some(TidyReason::Broken))
    );
}

#[test]
fn tidying_first_keeps_the_session_open_and_the_time_of_the_first_selesai() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::FinishInternet).at("check_out");
    let first = desk.utc;
    desk.wait(10).on(Event::Next).on(Event::Untidy(None)).at("welcome");
    assert_eq!((desk.room.open().count(), desk.room.tidying.values().copied().next()), (1, Some(first)));
    desk.wait(120).scan(WULAN).on(Event::FinishInternet);
    tick_all(&mut desk);
    desk.on(Event::Next).at("done");
    assert_eq!(desk.room.left.len(), 1);
}

#[test]
fn a_rating_is_optional_and_touched_again_it_is_gone() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::FinishInternet);
    tick_all(&mut desk);
    desk.on(Event::RateWords).at("check_out");
    desk.on(Event::Rate(3)).on(Event::Rate(3)).on(Event::Rate(9)).on(Event::Rate(4)).on(Event::RateWords);
    desk.at("rating_words");
    desk.type_text("Cepat sekali").on(Event::Next).at("check_out");
    desk.on(Event::Next).at("done");
    let rating = desk.room.left[0].rating.clone().unwrap();
    assert_eq!((rating.score(), rating.words().unwrap().as_str()), (4, "Cepat sekali"));
}

#[test]
fn a_card_shown_during_another_check_out_asks_first() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::FinishInternet).wait(4).scan(WULAN).at("check_out");
    assert_eq!(desk.dialog(), None, "the visitor's own card");
    desk.scan(OTHER).at("check_out");
    assert_eq!(desk.dialog(), Some("other_card"));
    desk.on(Event::Dialog(true)).at("check_out");
    assert_eq!(desk.dialog(), None);
    desk.wait(4).scan(OTHER).on(Event::Dialog(false)).at("purpose");
    assert_eq!(desk.room.open().count(), 1, "the session stays open");
}

#[test]
fn a_check_out_is_not_thanked_for_before_it_is_written() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::FinishInternet);
    tick_all(&mut desk);
    desk.book = Book::Fails;
    desk.on(Event::Next).at("checking_out");
    desk.on(Event::Back).at("checking_out");
    desk.scan(OTHER).wait(5).at("checking_out");
    desk.on(Event::Retry).at("checking_out");
    desk.wait(5).book = Book::Works;
    desk.on(Event::Retry);
    assert_eq!(desk.room.left.len(), 1);
    desk.at("purpose");
    let Screen::Purpose(p) = &desk.state.screen else { panic!() };
    assert_eq!(p.greeting, "Rini", "the card that waited begins the next walk");
}

#[test]
fn staff_who_free_a_seat_while_its_visitor_leaves_take_nothing_from_them() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::FinishInternet);
    tick_all(&mut desk);
    let at = desk.utc;
    desk.room.end("PC 01", at);
    desk.tell_room().on(Event::Next).at("done");
    assert!(matches!(outcome(&desk), Outcome::Left { .. }));
}

#[test]
fn check_out_waits_as_long_as_the_forms_before_it_warns() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::FinishInternet).wait(44);
    assert_eq!(desk.state.idle_ends, None);
    desk.wait(1 + 20).at("welcome");
    assert_eq!(desk.room.open().count(), 1, "the session stays open");
}
