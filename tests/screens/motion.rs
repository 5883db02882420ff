//! What moves, and that it comes to rest: nothing is painted when nothing changes.

use std::time::Duration;

use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::Event;
use egui::ViewportId;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::scenes::{done, typed};
use crate::support::{Kiosk, SIZES, window};

/// When the next frame is wanted, if nothing happens.
fn next_frame(harness: &Harness<'_, Kiosk>) -> Duration {
    harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
}

fn shown(moves: bool, set: impl FnOnce(&mut Kiosk)) -> Harness<'static, Kiosk> {
    let mut kiosk = Kiosk::new();
    kiosk.moves = moves;
    set(&mut kiosk);
    window(kiosk, SIZES[0].1)
}

#[test]
fn a_still_screen_wants_no_frame() {
    for set in [|_: &mut Kiosk| {}, |k: &mut Kiosk| typed(k, "0024")] {
        let mut harness = shown(false, set);
        harness.run_steps(3);
        assert_eq!(next_frame(&harness), Duration::MAX);
    }
}

#[test]
fn a_countdown_wants_ten_frames_a_second_at_most() {
    let mut harness = shown(false, done);
    harness.run_steps(3);
    assert_eq!(next_frame(&harness), Duration::from_millis(100));
}

#[test]
fn the_loops_of_welcome_move_at_thirty_frames_a_second_and_rest_after_a_minute() {
    let mut harness = shown(true, |_| {});
    harness.run_steps(5);
    assert_eq!(next_frame(&harness), Duration::from_millis(33));
    harness.run_steps(205);
    assert_eq!(next_frame(&harness), Duration::MAX, "61 seconds without a touch");
    harness.event(egui::Event::PointerMoved(egui::pos2(5.0, 5.0)));
    harness.run_steps(3);
    assert_eq!(next_frame(&harness), Duration::from_millis(33), "somebody is there again");
}

#[test]
fn a_screen_slides_in_from_the_side_of_travel_and_comes_to_rest() {
    let mut harness = shown(true, |_| {});
    let title = |h: &Harness<'_, Kiosk>, text: &str| h.get_by_label(text).rect().left();
    let rest = title(&shown(false, |k| typed(k, "")), "Ketik nomor KTA Anda");
    harness.state_mut().send(Event::Choose(MembershipType::Member));
    harness.run_steps(1);
    let arriving = title(&harness, "Ketik nomor KTA Anda");
    assert!((rest + 20.0..=rest + 24.5).contains(&arriving), "{arriving} is not right of {rest}");
    harness.run_steps(2);
    assert!((title(&harness, "Ketik nomor KTA Anda") - rest).abs() < 1.0);
    assert_eq!(next_frame(&harness), Duration::MAX);

    let home = title(&shown(false, |_| {}), "Selamat datang");
    harness.state_mut().send(Event::Back);
    harness.run_steps(1);
    assert!(title(&harness, "Selamat datang") < home - 20.0, "back comes from the left");
}
