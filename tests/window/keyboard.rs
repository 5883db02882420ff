//! Everything works by a hardware keyboard alone: digits choose tiles, Tab goes on, Enter acts, Escape goes back.

use crate::cards::assert_row;
use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN};

#[test]
fn a_member_types_the_number() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.typing("1");
    kiosk.screen("card_entry");
    kiosk.display.typing(WULAN);
    kiosk.display.key("Return");
    kiosk.screen("confirm_identity");
    kiosk.tab_to("Ya, ini saya");
    kiosk.display.key("Return");
    kiosk.screen("purpose");
    kiosk.display.key("Escape");
    kiosk.screen("confirm_identity");
    kiosk.tab_to("Ya, ini saya");
    kiosk.display.key("space");
    kiosk.screen("purpose");
    kiosk.tab_to("Layanan arsip");
    kiosk.display.key("Return");
    kiosk.screen("done");
    kiosk.tab_to("Selesai");
    kiosk.display.key("Return");
    kiosk.screen("welcome");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("card_number", WULAN), ("purpose", "archive"), ("entry", "typed")]);
}

#[test]
fn a_visitor_without_a_card_fills_the_form() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.typing("2");
    kiosk.screen("non_member");
    kiosk.display.typing("Ni'mah A. Peraga");
    for answer in ["Perempuan", "Lansia", "SD", "Pensiunan", "Lanjut"] {
        kiosk.tab_to(answer);
        kiosk.answer_focused();
    }
    kiosk.screen("purpose");
    kiosk.display.typing("1");
    kiosk.screen("done");
    let row = &kiosk.library.visits()[0];
    assert_row(row, &[("name", "Ni'mah A. Peraga"), ("sex", "female"), ("age_group", "senior")]);
    assert_row(row, &[("education", "sd"), ("occupation", "retired"), ("purpose", "read"), ("entry", "form")]);
}

#[test]
fn a_storm_of_enter_and_noise_records_nothing() {
    let kiosk = Kiosk::open(Library::with_members());
    for _ in 0..40 {
        kiosk.display.key("Return");
    }
    for _ in 0..20 {
        kiosk.display.scan(&"x;9?".repeat(125));
    }
    kiosk.over("strip unreadable_offer_keypad");
    assert_eq!(kiosk.now(), "welcome");
    kiosk.scan_until(WULAN, "purpose");
    for _ in 0..40 {
        kiosk.display.key("Return");
    }
    assert_eq!(kiosk.now(), "purpose");
    assert!(kiosk.library.visits().is_empty());
}
