//! The number of the card and what follows from it, driven by role and name in both languages.

use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::flow::{Effect, Event, Screen};
use buku_pengunjung::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::driven::{press, says, screen, shown};
use crate::scenes::{identity, searching, typed, unknown};
use crate::support::{CARD, Kiosk, blocked_member, expired_member, member};

#[test]
fn the_keypad_types_deletes_and_clears_and_the_number_is_shown_in_groups() {
    let mut harness = shown(Lang::Id, |k| typed(k, ""));
    assert!(says(&harness, "Nomor belum lengkap"));
    for key in ["0", "0", "2", "4", "1", "9"] {
        press(&mut harness, key);
    }
    press(&mut harness, "Hapus");
    let value = |h: &Harness<'_, Kiosk>| h.get_by_role_and_label(Role::TextInput, "Nomor KTA").value();
    assert_eq!(value(&harness).as_deref(), Some("0024 1"));
    assert_eq!(number(&harness), "00241", "the spaces are shown, not stored");
    assert!(!says(&harness, "Nomor belum lengkap"));
    press(&mut harness, "Ulangi");
    assert_eq!(number(&harness), "");
}

/// The number as it is kept.
pub fn number<'a>(harness: &'a Harness<'_, Kiosk>) -> &'a str {
    match &harness.state().state.screen {
        Screen::CardEntry(entry) => &entry.text,
        other => panic!("{} has no number", other.name()),
    }
}

#[test]
fn numbers_with_letters_are_typed_on_a_keyboard() {
    let mut harness = shown(Lang::En, |k| {
        k.house.card_has_letters = true;
        typed(k, "");
    });
    for key in ["B", "W", "I", "-", "123", "2", "/", "ABC", "x".to_uppercase().as_str()] {
        press(&mut harness, key);
    }
    press(&mut harness, "Delete");
    assert_eq!(number(&harness), "BWI-2/");
}

#[test]
fn lanjut_looks_the_number_up_once_and_says_so_after_a_while() {
    let mut harness = shown(Lang::Id, |k| typed(k, CARD));
    press(&mut harness, "Lanjut");
    assert!(matches!(harness.state().effects.as_slice(), [Effect::LookUp { .. }]));
    assert!(harness.query_by_role_and_label(Role::Button, "Mencari…").is_none(), "a quick answer needs no word");
    assert!(shown(Lang::Id, searching).query_by_role_and_label(Role::Button, "Mencari…").is_some());
    assert!(shown(Lang::En, searching).query_by_role_and_label(Role::Button, "Searching…").is_some());
}

#[test]
fn an_unknown_number_is_no_dead_end() {
    let ways = |lang| match lang {
        Lang::Id => ["Nomor KTA tidak ditemukan", "Perbaiki nomor", "Masuk tanpa KTA", "Panggil petugas", "1"],
        Lang::En => ["KTA number not found", "Correct the number", "Continue without KTA", "Call staff", "1"],
    };
    for lang in [Lang::Id, Lang::En] {
        let [title, correct, without, staff, digit] = ways(lang);
        let led = |way: &str| {
            let mut harness = shown(lang, unknown);
            assert!(says(&harness, title));
            press(&mut harness, way);
            harness
        };
        assert_eq!((screen(&led(correct)), number(&led(correct))), ("card_entry", "0024117836"));
        assert_eq!(screen(&led(without)), "non_member");
        assert_eq!(
            led(staff).state().state.dialog.as_ref().map(buku_pengunjung::flow::Dialog::name),
            Some("call_staff")
        );
        let typing = led(digit);
        assert!(!says(&typing, title), "the first key clears the message");
    }
}

#[test]
fn a_typed_number_shows_a_masked_name_and_nothing_else_of_whose_it_is() {
    let mut harness = shown(Lang::Id, identity);
    assert!(says(&harness, "Apakah ini Anda?") && says(&harness, "Wu••• P•••"));
    assert!(harness.query_by_label_contains("Wulan").is_none());
    press(&mut harness, "Bukan saya");
    assert_eq!((screen(&harness), number(&harness)), ("card_entry", ""));

    let mut harness = shown(Lang::En, identity);
    press(&mut harness, "Yes, this is me");
    assert_eq!(screen(&harness), "purpose");
}

#[test]
fn an_expired_card_is_told_and_the_visit_goes_on() {
    let mut harness = shown(Lang::Id, |k| k.scan(expired_member()));
    for text in [
        "Berlaku sampai 14 Maret 2026",
        "Masa berlaku KTA habis",
        "Wulan, Anda tetap bisa berkunjung hari ini. Perpanjang KTA di meja layanan.",
        "Layanan internet gratis perlu KTA yang masih berlaku.",
    ] {
        assert!(says(&harness, text), "{text}");
    }
    press(&mut harness, "Lanjut berkunjung");
    assert_eq!(screen(&harness), "purpose");

    let english = shown(Lang::En, |k| k.scan(expired_member()));
    assert!(says(&english, "Valid until 14 March 2026"));
    assert!(says(&english, "Wulan, you can still visit today. Renew your KTA at the service desk."));
}

#[test]
fn of_a_blocked_card_no_reason_is_shown() {
    let mut harness = shown(Lang::Id, |k| k.scan(blocked_member()));
    assert!(says(&harness, "KTA ini perlu dicek petugas."));
    assert!(harness.query_by_label_contains("masih berlaku").is_none());
    press(&mut harness, "Panggil petugas");
    assert!(says(&harness, "Silakan datang ke meja layanan."));
    press(&mut harness, "Mengerti");
    press(&mut harness, "Lanjut berkunjung");
    assert_eq!(screen(&harness), "purpose");
}

#[test]
fn the_drawing_of_a_card_is_never_the_visitors_own() {
    for set in [|k: &mut Kiosk| k.scan(expired_member()), |k: &mut Kiosk| typed(k, "7777"), |_: &mut Kiosk| {}] {
        let harness = shown(Lang::Id, set);
        let painted = crate::painted::Painted::of(&harness.output().shapes, harness.ctx.viewport_rect());
        let texts: Vec<&str> = painted.texts.iter().map(|text| text.text.as_str()).collect();
        assert!(texts.contains(&"Nama Anda") && texts.contains(&"0024 1187 36"), "{texts:?}");
        assert!(!texts.iter().any(|text| text.contains("Prameswari")), "{texts:?}");
    }
}

#[test]
fn a_member_is_greeted_after_a_scan_and_an_unlisted_card_is_told() {
    let mut harness = shown(Lang::Id, |k| k.send(Event::Scanned(CARD.to_owned())));
    harness.state_mut().look_up(Listing::Listed(member()), None);
    harness.run_steps(2);
    assert_eq!(screen(&harness), "purpose");
    let mut harness = shown(Lang::Id, |k| k.send(Event::Scanned(CARD.to_owned())));
    harness.state_mut().look_up(Listing::Unlisted, None);
    harness.run_steps(2);
    assert!(says(&harness, "Nomor KTA tidak ditemukan"));
}
