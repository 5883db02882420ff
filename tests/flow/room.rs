//! The internet room in the walk: gate, seats, queue, and leaving.

use buku_pengunjung::domain::internet::{RefusedFor, TidyPoint};
use buku_pengunjung::domain::policy::ExpiredCard;
use buku_pengunjung::domain::staff::StaffId;
use buku_pengunjung::domain::visit::{MembershipType, Visitor};
use buku_pengunjung::flow::room::{Outcome, Right, Wants};
use buku_pengunjung::flow::{Event, InternetTile, Screen, Strip, UndoPhase};
use chrono::TimeDelta;

use super::desk::{BLOCKED, Book, Desk, EXPIRED, OTHER, WULAN, rules};
use super::journeys::{fill_group, fill_non_member};
use super::room_book::RoomBook;

pub fn lobby(seats: u8) -> Desk {
    let mut desk = Desk::lobby();
    desk.room = RoomBook::of(seats);
    desk.tell_room();
    desk
}

/// A member takes a seat: one scan and two taps.
pub fn seated(desk: &mut Desk, card: &str) {
    desk.scan(card).purpose("internet").at("seat");
    desk.on(Event::Next).at("done");
    desk.on(Event::Finish).at("welcome");
    desk.wait(4);
}

fn chosen(desk: &Desk) -> &str {
    let Screen::Seat(choice) = &desk.state.screen else { panic!("{}", desk.screen()) };
    &choice.seat
}

pub fn outcome(desk: &Desk) -> &Outcome {
    let Screen::Done(done) = &desk.state.screen else { panic!("{}", desk.screen()) };
    &done.outcome
}

pub fn tick_all(desk: &mut Desk) {
    for point in TidyPoint::ALL {
        desk.on(Event::Point(*point));
    }
}

#[test]
fn a_member_reaches_a_seat_by_one_scan_and_two_taps_and_leaves_by_one_scan_and_five() {
    let mut desk = lobby(3);
    desk.scan(WULAN).purpose("internet").at("seat");
    assert_eq!(desk.state.step(), Some((3, 3)));
    let Screen::Seat(choice) = &desk.state.screen else { panic!() };
    assert_eq!((choice.seat.as_str(), choice.right), ("PC 01", Right::Card));
    assert!(desk.visits.is_empty(), "the tile records nothing by itself");
    desk.on(Event::Next).at("done");
    assert_eq!(outcome(&desk), &Outcome::Seated { seat: "PC 01".into(), exit_code: None, moved: false });
    assert_eq!((desk.visits.len(), desk.room.open().count()), (1, 1));
    desk.wait(60 * 52).at("welcome");

    desk.scan(WULAN).at("still_seated");
    desk.on(Event::FinishInternet).at("check_out");
    tick_all(&mut desk);
    desk.on(Event::Next).at("done");
    let Outcome::Left { seat, started, ended, reported: false } = outcome(&desk) else { panic!() };
    assert_eq!((seat.as_str(), *ended - *started), ("PC 01", TimeDelta::minutes(52)));
    assert_eq!((desk.visits.len(), desk.room.open().count()), (1, 0));
    let Screen::Done(done) = &desk.state.screen else { panic!() };
    assert_eq!(done.undo, UndoPhase::Never, "nothing was entered that could be undone");
}

#[test]
fn leaving_the_map_leaves_no_row() {
    for leave in [Event::Back, Event::Cancel] {
        let mut desk = lobby(3);
        desk.scan(WULAN).purpose("internet").on(leave);
        assert!(desk.visits.is_empty());
    }
    let mut desk = lobby(3);
    desk.scan(WULAN).purpose("internet").wait(29).at("seat");
    assert_eq!(desk.state.idle_ends, None);
    desk.wait(1 + 20).at("welcome");
    assert!(desk.visits.is_empty() && desk.home());
}

#[test]
fn another_seat_can_be_touched_and_one_in_use_cannot() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(OTHER).purpose("internet");
    assert_eq!(chosen(&desk), "PC 02");
    desk.on(Event::Seat("PC 01".into()));
    assert_eq!(chosen(&desk), "PC 02", "in use");
    desk.on(Event::Seat("PC 03".into()));
    assert_eq!(chosen(&desk), "PC 03");
    desk.on(Event::Next).at("done");
    assert!(desk.room.at("PC 03").is_some());
}

#[test]
fn a_seat_that_is_taken_meanwhile_is_told_and_another_one_chosen() {
    let mut desk = lobby(2);
    desk.scan(WULAN).purpose("internet");
    assert_eq!(chosen(&desk), "PC 01");
    desk.room.seats[0].0.state = buku_pengunjung::domain::internet::SeatState::Broken;
    desk.tell_room().at("seat");
    assert_eq!(chosen(&desk), "PC 02");
    assert_eq!(desk.strip(), Some(Strip::SeatTaken { taken: "PC 01".into(), seat: "PC 02".into() }));
}

#[test]
fn whoever_loses_the_last_seat_is_told_and_offered_the_queue() {
    let mut desk = lobby(1);
    desk.scan(WULAN).purpose("internet").at("seat");
    // Somebody at another desk was quicker, and the walk has not heard of it.
    let mut other = lobby(1);
    other.scan(OTHER).purpose("internet").on(Event::Next);
    desk.room = std::mem::take(&mut other.room);
    desk.on(Event::Next).at("queue");
    assert_eq!(desk.strip(), Some(Strip::RoomFull));
    assert!(desk.visits.is_empty());
    desk.on(Event::TakeNumber).at("done");
    assert_eq!(outcome(&desk), &Outcome::Queued { number: 1, likely: None });
    assert_eq!(desk.visits.len(), 1, "one row, with the number");
}

#[test]
fn a_full_room_gives_a_number_which_is_called_and_claimed_by_scan() {
    let mut desk = lobby(1);
    seated(&mut desk, WULAN);
    desk.scan(OTHER).purpose("internet").at("queue");
    assert!(desk.visits.len() == 1, "the tile records nothing by itself");
    desk.on(Event::TakeNumber).at("done");
    desk.on(Event::Finish).wait(4);
    desk.scan(OTHER).at("queue_waiting");
    desk.on(Event::Finish).at("welcome");
    let at = desk.utc;
    desk.room.end("PC 01", at);
    desk.tell_room();
    let called: Vec<_> = desk.state.room.called().map(|(t, seat)| (t.number, seat.to_owned())).collect();
    assert_eq!(called, [(1, "PC 01".to_owned())]);
    desk.wait(4).scan(OTHER).at("seat");
    assert_eq!(chosen(&desk), "PC 01");
    desk.on(Event::Next).at("done");
    assert_eq!((desk.visits.len(), desk.room.open().count()), (2, 1), "the visit stands in the book already");
}

#[test]
fn a_called_number_is_claimed_by_typing_it() {
    let mut desk = lobby(1);
    seated(&mut desk, WULAN);
    desk.scan(OTHER).purpose("internet").on(Event::TakeNumber).on(Event::Finish).wait(4);
    let at = desk.utc;
    desk.room.end("PC 01", at);
    desk.tell_room().on(Event::ClaimTurn).at("turn");
    desk.type_text("9").on(Event::Next).at("turn");
    desk.on(Event::Clear).type_text("1").on(Event::Next).at("seat");
    let Screen::Seat(choice) = &desk.state.screen else { panic!() };
    assert!(matches!(choice.wants, Wants::Claim { number: 1, .. }) && choice.greeting.is_empty(), "no name is shown");
    desk.on(Event::Next).at("done");
    assert_eq!(desk.room.open().count(), 1);
}

#[test]
fn a_number_that_missed_its_turn_queues_anew_without_another_row() {
    let mut desk = lobby(1);
    seated(&mut desk, WULAN);
    desk.scan(OTHER).purpose("internet").on(Event::TakeNumber).on(Event::Finish).wait(4);
    let at = desk.utc;
    desk.room.end("PC 01", at);
    desk.tell_room();
    // Five minutes pass and nobody comes.
    desk.wait(6 * 60).tell_room();
    seated(&mut desk, EXPIRED_NOW_VALID);
    desk.scan(OTHER).at("queue_missed");
    desk.on(Event::TakeNumber).at("done");
    assert_eq!(outcome(&desk), &Outcome::Queued { number: 2, likely: None });
    assert_eq!(desk.visits.len(), 3);
}

const EXPIRED_NOW_VALID: &str = super::desk::THIRD;

#[test]
fn an_open_session_offers_finishing_moving_and_another_visit() {
    let mut desk = lobby(3);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).at("still_seated");
    desk.on(Event::MoveSeat).at("seat");
    assert_eq!((chosen(&desk), desk.state.step()), ("PC 02", None));
    desk.on(Event::Next).at("done");
    assert!(matches!(outcome(&desk), Outcome::Seated { seat, moved: true, .. } if seat == "PC 02"));
    assert_eq!(desk.room.open().count(), 1);
    desk.on(Event::Finish).wait(4).scan(WULAN).on(Event::OtherVisit).at("purpose");
    let Screen::Purpose(p) = &desk.state.screen else { panic!() };
    assert_eq!(p.internet, InternetTile::Seated("PC 02".into()));
    desk.purpose("internet").at("purpose");
    assert_eq!(desk.strip(), Some(Strip::StillSeated("PC 02".into())));
    desk.purpose("read").at("done");
    assert_eq!((desk.visits.len(), desk.room.open().count()), (2, 1));
}

#[test]
fn a_full_room_lets_nobody_move() {
    let mut desk = lobby(1);
    seated(&mut desk, WULAN);
    desk.scan(WULAN).on(Event::MoveSeat).at("still_seated");
    assert_eq!(desk.strip(), Some(Strip::RoomFull));
}

#[test]
fn a_visitor_without_a_card_is_told_and_staff_may_allow_this_one_visit() {
    let mut desk = lobby(3);
    fill_non_member(&mut desk);
    desk.purpose("internet").at("internet_gate");
    assert_eq!((desk.room.turned_away.as_slice(), desk.state.step()), ([RefusedFor::NoCard].as_slice(), Some((2, 3))));
    desk.on(Event::Back).purpose("internet");
    assert_eq!(desk.room.turned_away.len(), 1, "counted once a walk");
    desk.on(Event::AskStaff);
    assert_eq!(desk.asked_staff, 1);
    desk.on(Event::Permitted(StaffId(7))).at("seat");
    let Screen::Seat(choice) = &desk.state.screen else { panic!() };
    assert_eq!(choice.right, Right::Permitted);
    desk.on(Event::Next).at("done");
    let Outcome::Seated { exit_code: Some(code), .. } = outcome(&desk) else { panic!() };
    assert_eq!(code.as_str().len(), 3);
    assert_eq!(desk.room.open().next().unwrap().allowed, Some(StaffId(7)));
    // The next visitor is not allowed by that.
    desk.on(Event::Finish);
    fill_group(&mut desk, 2, 2);
    desk.purpose("internet").at("internet_gate");
}

#[test]
fn a_permission_that_comes_when_the_visitor_has_left_changes_nothing() {
    let mut desk = lobby(3);
    fill_non_member(&mut desk);
    desk.purpose("internet").on(Event::AskStaff).on(Event::Cancel).on(Event::Dialog(false)).at("welcome");
    desk.on(Event::Permitted(StaffId(7))).at("welcome");
    desk.scan(EXPIRED).on(Event::Next).purpose("internet").at("internet_gate");
}

#[test]
fn the_gate_says_for_want_of_what() {
    let mut desk = lobby(3);
    desk.scan(BLOCKED).on(Event::Next).purpose("internet").at("internet_gate");
    desk.on(Event::Back).on(Event::Cancel).scan(EXPIRED).on(Event::Next).purpose("internet").at("internet_gate");
    assert_eq!(desk.room.turned_away, [RefusedFor::Blocked, RefusedFor::Expired]);
    let mut desk = Desk::new(buku_pengunjung::flow::Rules { expired_card: ExpiredCard::Warn, ..rules() });
    desk.scan(EXPIRED).on(Event::Next).purpose("internet").at("seat");
    let mut desk = Desk::new(buku_pengunjung::flow::Rules { internet_needs_card: false, ..rules() });
    fill_non_member(&mut desk);
    desk.purpose("internet").at("seat");
}

#[test]
fn a_library_without_computers_records_internet_like_any_purpose() {
    let mut desk = Desk::new(buku_pengunjung::flow::Rules { has_room: false, ..rules() });
    desk.scan(WULAN).purpose("internet").at("done");
    assert_eq!(outcome(&desk), &Outcome::Visit);
    desk.on(Event::Finish).on(Event::FinishInternet).at("welcome");
}

#[test]
fn an_undone_visit_frees_its_computer() {
    let mut desk = lobby(1);
    desk.scan(WULAN).purpose("internet").on(Event::Next).on(Event::Undo).on(Event::Dialog(true)).at("welcome");
    assert_eq!(desk.room.open().count(), 0);
    assert!(!desk.state.room.is_full());
}

#[test]
fn a_seat_is_written_again_after_a_failure_and_kembali_leads_back_to_the_map() {
    let mut desk = lobby(3);
    desk.scan(WULAN).purpose("internet");
    desk.book = Book::Fails;
    desk.on(Event::Next).wait(5).at("recording");
    desk.on(Event::Back).at("seat");
    desk.book = Book::Works;
    desk.on(Event::Next).at("done");
    assert_eq!((desk.counted().len(), desk.room.open().count()), (1, 1));
    assert_eq!(desk.visits[0].visitor.membership_type(), MembershipType::Member);
    assert!(matches!(desk.visits[0].visitor, Visitor::Member { .. }));
}
