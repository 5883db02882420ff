//! The screens of the internet room under a finger.

use buku_pengunjung::domain::internet::{TidyPoint, TidyReason};
use buku_pengunjung::flow::Event;
use egui::accesskit::{Role, Toggled};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::layout::{is_target, reachable};
use crate::room_scenes::ROOM;
use crate::support::{Kiosk, SIZES, window};

fn scene(name: &str) -> Harness<'static, Kiosk> {
    let scene = ROOM.iter().find(|scene| scene.name == name).expect("a scene of that name");
    let mut kiosk = Kiosk::new();
    (scene.set)(&mut kiosk);
    window(kiosk, SIZES[0].1)
}

fn touch(harness: &mut Harness<'_, Kiosk>, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run_steps(2);
}

fn buttons(harness: &Harness<'_, Kiosk>) -> Vec<String> {
    let nodes = reachable(harness.root());
    let targets = nodes.iter().filter(|node| is_target(node.accesskit_node().role()));
    targets.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn only_free_computers_react() {
    let mut harness = scene("seat");
    let seats: Vec<String> = buttons(&harness).into_iter().filter(|name| name.starts_with("PC ")).collect();
    assert_eq!(seats, ["PC 03, Kosong", "PC 05, Kosong", "PC 09, Kosong", "PC 11, Kosong"]);
    assert!(harness.query_by_label("PC 06, Rusak").is_some(), "the others are told");
    touch(&mut harness, Role::Button, "PC 05, Kosong");
    assert_eq!(harness.state().events, [Event::Seat("PC 05".into())]);
    assert!(harness.query_by_role_and_label(Role::Button, "Pakai PC 05").is_some());
}

#[test]
fn nothing_reacts_while_a_seat_or_a_check_out_is_written() {
    for name in ["seat-saving", "checking-out-again"] {
        let mut harness = scene(name);
        for place in [(1700.0, 1010.0), (400.0, 560.0), (150.0, 1010.0)] {
            crate::covered::press_at(&mut harness, egui::pos2(place.0, place.1));
        }
        assert_eq!(harness.state().events, [], "{name}");
    }
}

#[test]
fn a_point_is_a_check_box_and_the_grey_button_asks_about_what_is_missing() {
    let mut harness = scene("check-out-untouched");
    touch(&mut harness, Role::CheckBox, "Komputer sudah dimatikan");
    assert_eq!(harness.state().events, [Event::Point(TidyPoint::ShutDown)]);
    let row = harness.get_by_role_and_label(Role::CheckBox, "Komputer sudah dimatikan");
    let told = row.accesskit_node();
    assert!(told.toggled() == Some(Toggled::True) || told.is_selected() == Some(true), "a tick is told");
    touch(&mut harness, Role::Button, "Selesai dan pulang");
    let asked = ["Lapor: Rusak", "Lapor: Lupa", "Lapor: Lainnya", "Kembali merapikan"];
    assert_eq!(buttons(&harness), asked);
    touch(&mut harness, Role::Button, "Lapor: Lupa");
    assert_eq!(harness.state().events.last(), Some(&Event::Untidy(Some(TidyReason::Forgotten))));
}

#[test]
fn a_message_is_offered_only_beside_a_face() {
    let mut harness = scene("check-out-untouched");
    assert!(harness.query_by_label("Tulis pesan").is_none());
    touch(&mut harness, Role::Button, "Sangat puas");
    touch(&mut harness, Role::Button, "Tulis pesan");
    assert_eq!(harness.state().state.screen.name(), "rating_words");
}

#[test]
fn the_gate_tells_how_to_get_a_card_and_leads_three_ways() {
    let mut harness = scene("gate");
    assert!(harness.query_by_label("KTA dapat dibuat di meja layanan.").is_some());
    touch(&mut harness, Role::Button, "Minta izin petugas");
    assert_eq!(harness.state().events, [Event::AskStaff]);
    touch(&mut harness, Role::Button, "Pilih keperluan lain");
    assert_eq!(harness.state().state.screen.name(), "purpose");
}

#[test]
fn a_called_number_stands_on_welcome_and_leads_to_typing_it() {
    let mut harness = scene("welcome-turn");
    touch(&mut harness, Role::Button, "Giliran: 14 → PC 03");
    assert_eq!(harness.state().state.screen.name(), "turn");
}
