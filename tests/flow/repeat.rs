//! The same card again (rule 3 of the walk).

use std::time::Duration;

use buku_pengunjung::domain::policy::RepeatRule;
use buku_pengunjung::flow::{Event, Rules};

use super::desk::{Desk, WULAN, rules};

fn recorded_under(repeat: RepeatRule) -> Desk {
    let mut desk = Desk::new(Rules { repeat, ..rules() });
    desk.scan(WULAN).purpose("read").wait(11).at("welcome");
    desk
}

#[test]
fn a_card_held_on_the_reader_is_one_card() {
    let mut desk = Desk::lobby();
    desk.scan(WULAN).purpose("read");
    for _ in 0..20 {
        desk.wait(1).scan(WULAN);
    }
    assert_eq!(desk.visits.len(), 1);
    desk.at("welcome");
}

#[test]
fn within_the_minutes_it_is_told_and_not_recorded() {
    let mut desk = recorded_under(RepeatRule::Within(Duration::from_mins(30)));
    desk.scan(WULAN).at("repeated");
    desk.on(Event::RecordAgain).at("repeated");
    desk.on(Event::Finish).at("welcome");
    desk.wait(1800).scan(WULAN).at("purpose");
    desk.purpose("read");
    assert_eq!(desk.visits.len(), 2);
}

#[test]
fn every_visit_counts_where_the_library_says_so() {
    let mut desk = recorded_under(RepeatRule::Every(Duration::from_mins(30)));
    desk.scan(WULAN).at("repeated");
    desk.on(Event::RecordAgain).at("purpose");
    desk.purpose("archive");
    assert_eq!(desk.visits.len(), 2);
}

#[test]
fn daily_ends_at_local_midnight() {
    let mut desk = recorded_under(RepeatRule::Daily);
    desk.wait(6 * 3600).scan(WULAN).at("repeated");
    desk.on(Event::Finish);
    // 02.42 UTC is 09.42 in Banyuwangi; the next local day begins 14 h 18 min later.
    desk.wait(8 * 3600 + 18 * 60).scan(WULAN).at("purpose");
}
