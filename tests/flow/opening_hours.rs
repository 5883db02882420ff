//! The internet room outside of its hours: no computer, no queue number, and every other visit goes on.

use buku_pengunjung::domain::internet::{OpenHours, WeekHours};
use buku_pengunjung::domain::visit::VisitId;
use buku_pengunjung::flow::room::Outcome;
use buku_pengunjung::flow::{Event, Moment, Rules, Screen, adopt};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use uuid::Uuid;

use super::desk::{Desk, OTHER, THIRD, WULAN, id, rules};
use super::journeys::fill_non_member;
use super::room::{outcome, seated, tick_all};
use super::room_book::RoomBook;

/// A moment of the library's wall clock in November 2026; the 25th is a Wednesday.
fn local(day: u32, hour: u32, minute: u32, second: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, minute, second).unwrap()
}

/// The lobby at that moment, with a room of `seats`.
fn lobby_at(at: NaiveDateTime, seats: u8) -> Desk {
    lobby_by(rules(), at, seats)
}

fn lobby_by(rules: Rules, at: NaiveDateTime, seats: u8) -> Desk {
    let mut desk = Desk::new(rules);
    desk.utc = at.and_utc() - TimeDelta::hours(7);
    desk.room = RoomBook::of(seats);
    desk.tell_room();
    desk
}

/// When the screen says that the room opens.
fn opens(desk: &Desk) -> Option<NaiveDateTime> {
    let Screen::RoomClosed(closed) = desk.state.screen else { panic!("{}", desk.screen()) };
    closed.opens
}

fn nothing_given(desk: &Desk) {
    assert_eq!((desk.visits.len(), desk.room.open().count(), desk.room.issued()), (0, 0, 0));
}

#[test]
fn just_before_opening_the_visitor_is_told_when_it_opens_and_goes_on_to_another_purpose() {
    let mut desk = lobby_at(local(25, 7, 59, 59), 3);
    desk.scan(WULAN).purpose("internet").at("room_closed");
    assert_eq!(opens(&desk), Some(local(25, 8, 0, 0)));
    nothing_given(&desk);
    desk.on(Event::Next).on(Event::TakeNumber).on(Event::Seat("PC 01".into())).at("room_closed");
    nothing_given(&desk);
    desk.on(Event::Back).at("purpose");
    desk.purpose("read").at("done");
    assert_eq!((desk.visits.len(), outcome(&desk)), (1, &Outcome::Visit));
}

#[test]
fn at_the_minute_of_opening_a_seat_is_given() {
    let mut desk = lobby_at(local(25, 8, 0, 0), 3);
    desk.scan(WULAN).purpose("internet").at("seat");
    desk.on(Event::Next).at("done");
    assert_eq!(desk.room.open().count(), 1);
}

#[test]
fn at_closing_time_the_room_is_closed_until_the_next_morning() {
    let mut desk = lobby_at(local(25, 14, 59, 59), 3);
    desk.scan(WULAN).purpose("internet").at("seat");
    let mut desk = lobby_at(local(25, 15, 0, 0), 3);
    desk.scan(WULAN).purpose("internet");
    assert_eq!(opens(&desk), Some(local(26, 8, 0, 0)));
    nothing_given(&desk);
}

#[test]
fn a_seat_that_was_looked_at_until_closing_time_is_not_given_any_more() {
    let mut desk = lobby_at(local(25, 14, 59, 50), 3);
    desk.scan(WULAN).purpose("internet").wait(10).at("seat");
    desk.on(Event::Next).at("room_closed");
    nothing_given(&desk);
    desk.on(Event::Back).at("purpose");
}

#[test]
fn nor_is_a_queue_number() {
    let mut desk = lobby_at(local(25, 14, 50, 0), 1);
    seated(&mut desk, OTHER);
    desk.utc = local(25, 14, 59, 55).and_utc() - TimeDelta::hours(7);
    desk.scan(WULAN).purpose("internet").wait(5).at("queue");
    desk.on(Event::TakeNumber).at("room_closed");
    assert_eq!((desk.visits.len(), desk.room.issued()), (1, 0));
    desk.on(Event::Back).at("purpose");
}

#[test]
fn on_friday_evening_and_on_a_day_without_hours_it_opens_on_monday() {
    for at in [local(27, 15, 0, 0), local(28, 10, 0, 0), local(29, 23, 59, 59)] {
        let mut desk = lobby_at(at, 3);
        desk.scan(WULAN).purpose("internet");
        assert_eq!(opens(&desk), Some(local(30, 8, 0, 0)), "{at}");
        nothing_given(&desk);
    }
}

#[test]
fn at_midnight_the_day_turns() {
    let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
    let late = Some(OpenHours { opens: time(18, 0), closes: time(23, 59) });
    let early = Some(OpenHours { opens: time(0, 0), closes: time(2, 0) });
    let hours = WeekHours::new([None, None, late, early, None, None, None]);
    let lobby = |at| lobby_by(Rules { hours, ..rules() }, at, 3);
    let mut desk = lobby(local(25, 23, 58, 59));
    desk.scan(WULAN).purpose("internet").at("seat");
    let mut desk = lobby(local(25, 23, 59, 59));
    desk.scan(WULAN).purpose("internet");
    assert_eq!(opens(&desk), Some(local(26, 0, 0, 0)));
    let mut desk = lobby(local(26, 0, 0, 0));
    desk.scan(WULAN).purpose("internet").at("seat");
    let mut desk = lobby(local(26, 2, 0, 0));
    desk.scan(WULAN).purpose("internet");
    assert_eq!(opens(&desk), Some(NaiveDate::from_ymd_opt(2026, 12, 2).unwrap().and_hms_opt(18, 0, 0).unwrap()));
}

#[test]
fn whoever_has_no_card_is_told_the_hours_first() {
    let mut desk = lobby_at(local(25, 16, 0, 0), 3);
    fill_non_member(&mut desk);
    desk.purpose("internet").at("room_closed");
    nothing_given(&desk);
    desk.on(Event::Back);
    desk.purpose("read").at("done");
}

#[test]
fn check_out_still_works_after_closing() {
    let mut desk = lobby_at(local(25, 14, 30, 0), 3);
    seated(&mut desk, WULAN);
    desk.wait(3600).at("welcome");
    desk.scan(WULAN).at("still_seated");
    desk.on(Event::FinishInternet).at("check_out");
    tick_all(&mut desk);
    desk.on(Event::Next).at("done");
    assert_eq!(desk.room.open().count(), 0);
}

#[test]
fn after_closing_nobody_moves_to_another_computer_but_the_session_stays() {
    let mut desk = lobby_at(local(25, 14, 30, 0), 3);
    seated(&mut desk, WULAN);
    desk.wait(3600);
    desk.scan(WULAN).on(Event::MoveSeat).at("room_closed");
    desk.on(Event::Back).at("still_seated");
    assert_eq!(desk.room.open().next().unwrap().seat, "PC 01");
}

#[test]
fn a_queue_number_takes_no_computer_after_closing() {
    let mut desk = lobby_at(local(25, 14, 50, 0), 1);
    seated(&mut desk, WULAN);
    for card in [OTHER, THIRD] {
        desk.scan(card).purpose("internet").at("queue");
        desk.on(Event::TakeNumber).at("done");
        desk.on(Event::Finish).wait(4);
    }
    desk.utc = local(25, 15, 0, 0).and_utc() - TimeDelta::hours(7);
    let at = desk.utc;
    desk.room.end("PC 01", at);
    desk.tell_room();
    // The number that is called, typed on the screen.
    desk.on(Event::ClaimTurn).at("turn");
    desk.type_text("1").on(Event::Next).at("room_closed");
    desk.on(Event::Finish).at("welcome");
    assert_eq!(desk.room.open().count(), 0);
    // Its card goes on to the purposes: a visit for another one is recorded.
    desk.rules.repeat = buku_pengunjung::domain::policy::RepeatRule::Within(std::time::Duration::ZERO);
    desk.scan(OTHER).at("purpose");
    desk.purpose("read").at("done");
    assert_eq!(desk.counted().iter().filter(|v| v.purpose == id("read")).count(), 1);
}

#[test]
fn hours_that_are_changed_while_the_map_is_open_count_at_once() {
    let mut desk = lobby_at(local(25, 9, 42, 0), 3);
    desk.scan(WULAN).purpose("internet").at("seat");
    let new = Rules { hours: WeekHours::new([None; 7]), ..rules() };
    let now = Moment { mono: desk.now, utc: desk.utc, fresh: VisitId(Uuid::nil()) };
    adopt(&mut desk.state, &desk.rules, &new, now);
    desk.rules = new;
    desk.on(Event::Next);
    assert_eq!(opens(&desk), None);
    nothing_given(&desk);
}
