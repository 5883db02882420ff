//! Welcome, driven by role and name in both languages, as assistive software drives it; and the hands of its
//! neighbours.

use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::{Event, Reader};
use buku_pengunjung::i18n::Lang;
use egui::accesskit::{Role, Toggled};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::{CARD, Kiosk, SIZES, window};

/// A kiosk in that language, in a state of its own.
pub fn shown(lang: Lang, set: impl FnOnce(&mut Kiosk)) -> Harness<'static, Kiosk> {
    let mut kiosk = Kiosk::new().wearing(lang, false);
    set(&mut kiosk);
    window(kiosk, SIZES[0].1)
}

/// Touches the button of that name.
pub fn press(harness: &mut Harness<'_, Kiosk>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_steps(3);
}

/// Whether assistive software can read that text.
pub fn says(harness: &Harness<'_, Kiosk>, text: &str) -> bool {
    harness.query_all_by_label(text).next().is_some()
}

/// The name of the screen shown.
pub fn screen(harness: &Harness<'_, Kiosk>) -> &'static str {
    harness.state().state.screen.name()
}

#[test]
fn the_tiles_lead_where_they_say() {
    for (lang, names) in
        [(Lang::Id, ["Anggota", "Non Anggota", "Rombongan"]), (Lang::En, ["Member", "Non-member", "Group"])]
    {
        for (name, led) in names.into_iter().zip(["card_entry", "non_member", "group"]) {
            let mut harness = shown(lang, |_| {});
            press(&mut harness, name);
            assert_eq!(screen(&harness), led, "{name}");
        }
    }
}

#[test]
fn finishing_internet_has_a_tile_only_where_there_is_a_room() {
    let harness = shown(Lang::Id, |kiosk| kiosk.rules.has_room = false);
    assert!(harness.query_by_label_contains("Selesai internet").is_none());
    let mut harness = shown(Lang::Id, |_| {});
    press(&mut harness, "Selesai internet");
    assert_eq!(screen(&harness), "leaver");
}

#[test]
fn the_service_standard_is_read_and_left_again_without_a_walk() {
    for (lang, name, back, sign) in [
        (Lang::Id, "Informasi layanan", "Kembali", "Isi buku pengunjung"),
        (Lang::En, "Service information", "Back", "Sign the visitor book"),
    ] {
        for way in [back, sign] {
            let mut harness = shown(lang, |_| {});
            press(&mut harness, name);
            assert_eq!(screen(&harness), "service_info");
            press(&mut harness, way);
            assert_eq!(screen(&harness), "welcome", "{way}");
        }
    }
}

#[test]
fn welcome_tells_the_time_and_date_of_the_language() {
    for (lang, time, date) in
        [(Lang::Id, "09.42", "Rabu, 25 November 2026"), (Lang::En, "09:42", "Wednesday, 25 November 2026")]
    {
        let harness = shown(lang, |_| {});
        assert!(says(&harness, time) && says(&harness, date), "{time}");
    }
}

#[test]
fn the_language_changes_at_once_and_says_which_is_worn() {
    let mut harness = shown(Lang::Id, |_| {});
    assert_eq!(worn(&harness, "ID, Bahasa Indonesia"), Some(true));
    press(&mut harness, "EN, English");
    assert!(says(&harness, "Scan your KTA"));
    assert_eq!((worn(&harness, "ID, Bahasa Indonesia"), worn(&harness, "EN, English")), (Some(false), Some(true)));
}

fn worn(harness: &Harness<'_, Kiosk>, name: &str) -> Option<bool> {
    let node = harness.get_by_role_and_label(Role::Button, name).accesskit_node();
    node.toggled().map(|toggled| toggled == Toggled::True).or_else(|| node.is_selected())
}

#[test]
fn large_text_is_switched_on_and_off_on_welcome() {
    let mut harness = shown(Lang::Id, |_| {});
    press(&mut harness, "Aa, tulisan besar");
    assert!(harness.state().state.aa);
    assert_eq!(worn(&harness, "Aa, tulisan besar"), Some(true));
    press(&mut harness, "Aa, tulisan besar");
    assert!(!harness.state().state.aa);
}

#[test]
fn the_pill_says_what_the_reader_does() {
    for (lang, ready, reading, missing) in [
        (Lang::Id, "Alat pembaca siap", "Membaca kartu…", "Alat pembaca tidak tersambung. Silakan ketik nomor."),
        (Lang::En, "Reader is ready", "Reading card…", "Reader not connected. Please type the number."),
    ] {
        assert!(says(&shown(lang, |_| {}), ready));
        assert!(says(&shown(lang, |k| k.send(Event::Scanned(CARD.to_owned()))), reading));
        assert!(says(&shown(lang, |k| k.send(Event::Reader(Reader::Missing))), missing));
    }
}

#[test]
fn without_a_reader_the_hero_leads_to_typing_the_number_in_both_looks() {
    for aa in [false, true] {
        let mut kiosk = Kiosk::new().wearing(Lang::Id, aa);
        assert!(window(kiosk.another().wearing(Lang::Id, aa), SIZES[0].1).query_by_label("Ketik nomor KTA").is_none());
        kiosk.send(Event::Reader(Reader::Missing));
        let mut harness = window(kiosk, SIZES[0].1);
        press(&mut harness, "Ketik nomor KTA");
        assert_eq!(screen(&harness), "card_entry");
    }
}

#[test]
fn tab_and_enter_reach_every_control_of_welcome_in_reading_order() {
    let mut harness = shown(Lang::Id, |_| {});
    let mut order = Vec::new();
    for _ in 0..6 {
        harness.key_press(egui::Key::Tab);
        harness.run_steps(2);
        let nodes = crate::layout::reachable(harness.root());
        let focused = nodes.iter().find(|node| node.accesskit_node().is_focused());
        order.push(focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default());
    }
    let expected = ["Aa, tulisan besar", "ID, Bahasa Indonesia", "EN, English", "Anggota", "Non Anggota", "Rombongan"];
    assert_eq!(order, expected);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().events, [Event::Choose(MembershipType::Group)]);
}
