//! What a question, the idle warning or a strip covers is inert: not touched, not focused, not read out.

use buku_pengunjung::flow::Event;
use buku_pengunjung::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::layout::{is_target, reachable};
use crate::scenes::{OWN, typed, unknown};
use crate::support::{Kiosk, SIZES, window};

/// The names of everything that can be touched and read.
fn names(harness: &Harness<'_, Kiosk>) -> Vec<String> {
    let nodes = reachable(harness.root());
    nodes
        .iter()
        .filter(|node| is_target(node.accesskit_node().role()))
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn scene(name: &str) -> Harness<'static, Kiosk> {
    let scene = OWN.iter().find(|scene| scene.name == name).expect("a scene of that name");
    let mut kiosk = Kiosk::new();
    (scene.set)(&mut kiosk);
    window(kiosk, SIZES[0].1)
}

#[test]
fn a_question_leaves_only_its_answers_to_be_reached() {
    for (name, answers) in [
        ("dialog-cancel", vec!["Ya, batalkan", "Lanjutkan mengisi"]),
        ("dialog-staff", vec!["Mengerti"]),
        ("dialog-card", vec!["Tidak", "Ya, pakai KTA"]),
        ("dialog-people", vec!["Perbaiki jumlah", "Ya, benar"]),
        ("dialog-undo", vec!["Tidak, biarkan", "Ya, batalkan"]),
        ("idle", vec!["Mulai dari awal", "Ya, lanjutkan"]),
    ] {
        assert_eq!(names(&scene(name)), answers, "{name}");
    }
}

#[test]
fn without_a_question_the_screen_can_be_reached() {
    assert!(names(&scene("card-typed")).iter().any(|name| name == "Batal"));
}

#[test]
fn tab_stays_within_the_question() {
    let mut harness = scene("dialog-cancel");
    let mut focused = Vec::new();
    for _ in 0..6 {
        harness.key_press(egui::Key::Tab);
        harness.run_steps(2);
        let nodes = reachable(harness.root());
        let name = nodes.iter().find(|n| n.accesskit_node().is_focused()).and_then(|n| n.accesskit_node().label());
        focused.push(name.unwrap_or_default());
    }
    assert!(focused.iter().all(|name| name == "Ya, batalkan" || name == "Lanjutkan mengisi"), "{focused:?}");
    assert!(focused.contains(&"Lanjutkan mengisi".to_owned()), "{focused:?}");
}

#[test]
fn a_touch_on_what_is_covered_does_nothing() {
    let mut kiosk = Kiosk::new();
    unknown(&mut kiosk);
    let mut harness = window(kiosk, SIZES[0].1);
    let places = ["Batal", "Perbaiki nomor", "1", "EN, English"];
    let places = places.map(|name| harness.get_by_role_and_label(Role::Button, name).rect().center());
    harness.state_mut().send(Event::CallStaff);
    harness.run_steps(2);
    for place in places {
        press_at(&mut harness, place);
    }
    assert_eq!(harness.state().events, []);
    assert_eq!(harness.state().state.dialog.as_ref().map(buku_pengunjung::flow::Dialog::name), Some("call_staff"));
}

#[test]
fn assistive_software_cannot_act_on_what_is_covered() {
    let mut kiosk = Kiosk::new();
    typed(&mut kiosk, "00241187");
    kiosk.send(Event::Cancel);
    let mut harness = window(kiosk, SIZES[0].1);
    harness.get_by_role_and_label(Role::Button, "Lanjut").click_accesskit();
    harness.run_steps(2);
    assert_eq!(harness.state().events, []);
}

#[test]
fn a_touch_beside_the_idle_warning_means_that_somebody_is_there() {
    let mut harness = scene("idle");
    press_at(&mut harness, egui::pos2(100.0, 600.0));
    assert_eq!(harness.state().events, [Event::StayHere(true)]);
    assert!(harness.state().state.idle_ends.is_none());
    assert_eq!(harness.state().state.screen.name(), "card_entry", "what was typed stays");
}

#[test]
fn a_touch_on_the_card_of_the_idle_warning_is_no_answer() {
    let mut harness = scene("idle");
    let title = harness.get_by_role_and_label(Role::Label, "Masih di sana?").rect().center();
    press_at(&mut harness, title);
    assert_eq!(harness.state().events, []);
}

#[test]
fn the_strip_offers_the_keypad_after_three_unreadable_scans_and_takes_touches_itself() {
    let mut harness = scene("strip-keypad");
    let strip = harness.get_by_label("Kartu belum terbaca. Silakan ketik nomornya.").rect().center();
    press_at(&mut harness, strip);
    assert_eq!(harness.state().events, []);
    harness.get_by_role_and_label(Role::Button, "Ketik nomor KTA").click();
    harness.run_steps(2);
    assert_eq!(harness.state().state.screen.name(), "card_entry");
}

#[test]
fn the_strip_is_read_out_in_the_language_shown() {
    for (lang, text) in [
        (Lang::Id, "Kartu belum terbaca. Coba sekali lagi, lalu diamkan sebentar."),
        (Lang::En, "Card not read. Try again and hold it still."),
    ] {
        let mut kiosk = Kiosk::new().wearing(lang, false);
        kiosk.send(Event::Unreadable);
        let harness = window(kiosk, SIZES[0].1);
        let live = harness.get_by_label(text).accesskit_node().live();
        assert_eq!(live, egui::accesskit::Live::Polite);
    }
}

/// Touches the window there, as a finger does.
pub fn press_at(harness: &mut Harness<'_, Kiosk>, pos: egui::Pos2) {
    let button = |pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    harness.event(egui::Event::PointerMoved(pos));
    harness.event(button(true));
    harness.run_steps(1);
    harness.event(button(false));
    harness.run_steps(2);
}
