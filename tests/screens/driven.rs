//! The screens of the card and of the end of the walk, driven by role and name in both languages, as assistive
//! software drives them.

use std::time::Duration;

use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::domain::policy::RepeatRule;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::{Effect, Event, Reader, Screen, UndoPhase};
use buku_pengunjung::i18n::Lang;
use egui::accesskit::{Role, Toggled};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::covered::press_at;
use crate::scenes::{done, identity, idle, repeated, searching, typed, unknown, visit};
use crate::support::{CARD, Kiosk, SIZES, blocked_member, expired_member, member, window};

fn shown(lang: Lang, set: impl FnOnce(&mut Kiosk)) -> Harness<'static, Kiosk> {
    let mut kiosk = Kiosk::new().wearing(lang, false);
    set(&mut kiosk);
    window(kiosk, SIZES[0].1)
}

fn press(harness: &mut Harness<'_, Kiosk>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_steps(3);
}

fn says(harness: &Harness<'_, Kiosk>, text: &str) -> bool {
    harness.query_all_by_label(text).next().is_some()
}

fn screen(harness: &Harness<'_, Kiosk>) -> &'static str {
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
fn the_tiles_of_what_does_not_exist_yet_are_absent() {
    let harness = shown(Lang::Id, |_| {});
    assert!(harness.query_by_label_contains("Selesai internet").is_none());
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

fn number<'a>(harness: &'a Harness<'_, Kiosk>) -> &'a str {
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
fn a_repeated_card_may_be_recorded_again_only_where_the_rule_says_so() {
    let hour = Duration::from_hours(1);
    let mut harness = shown(Lang::Id, |k| repeated(k, RepeatRule::Within(hour)));
    assert!(says(&harness, "Sudah tercatat pukul 09.12"));
    assert!(harness.query_by_label("Catat lagi").is_none());
    press(&mut harness, "Selesai");
    assert_eq!(screen(&harness), "welcome");

    let mut harness = shown(Lang::En, |k| repeated(k, RepeatRule::Every(hour)));
    assert!(says(&harness, "Already recorded at 09:12"));
    press(&mut harness, "Record again");
    assert_eq!(screen(&harness), "purpose");
}

#[test]
fn done_says_what_was_recorded_and_for_how_long_it_stays() {
    let mut harness = shown(Lang::Id, done);
    for text in [
        "Terima kasih, Wulan!",
        "Kunjungan Anda tercatat.",
        "Waktu masuk",
        "09.42",
        "Keperluan",
        "Membaca di tempat",
        "Selamat menikmati layanan kami.",
        "Layar tertutup sendiri dalam 10 detik.",
    ] {
        assert!(says(&harness, text), "{text}");
    }
    harness.state_mut().now += Duration::from_millis(2500);
    harness.run_steps(2);
    assert!(says(&harness, "Layar tertutup sendiri dalam 8 detik."));
    press(&mut harness, "Selesai");
    assert_eq!(screen(&harness), "welcome");

    let english = shown(Lang::En, done);
    assert!(says(&english, "Thank you, Wulan!") && says(&english, "Read here") && says(&english, "09:42"));
}

#[test]
fn a_group_is_thanked_by_its_institution() {
    let harness = shown(Lang::Id, |k| {
        crate::scenes::group(k);
        k.send(Event::Purpose(PurposeId::new("read").unwrap()));
        k.record();
    });
    assert!(says(&harness, "Terima kasih, SDN 2 Penganjuran!"));
}

#[test]
fn a_visit_is_undone_after_one_question() {
    let mut harness = shown(Lang::Id, done);
    press(&mut harness, "Salah? Batalkan");
    assert!(says(&harness, "Batalkan kunjungan ini?"));
    press(&mut harness, "Ya, batalkan");
    assert!(matches!(&harness.state().state.screen, Screen::Done(d) if d.undo == UndoPhase::Voiding));
    let rest = harness.get_by_role_and_label(Role::Button, "Membatalkan…").rect().center();
    let before = harness.state().events.len();
    press_at(&mut harness, rest);
    assert_eq!(harness.state().events.len(), before, "the buttons rest while the book is busy");
    let id = visit(harness.state());
    harness.state_mut().send(Event::Voided(id));
    harness.run_steps(2);
    assert_eq!(screen(&harness), "welcome");
    assert!(says(&harness, "Kunjungan dibatalkan."));
}

#[test]
fn a_visit_that_cannot_be_undone_sends_to_the_desk() {
    let mut harness = shown(Lang::Id, |k| {
        done(k);
        k.send(Event::Undo);
        k.send(Event::Dialog(true));
    });
    let id = visit(harness.state());
    harness.state_mut().send(Event::VoidFailed(id));
    harness.run_steps(2);
    assert!(says(&harness, "Belum bisa dibatalkan. Silakan datang ke meja layanan."));
    assert!(harness.query_by_label("Salah? Batalkan").is_none());
    press(&mut harness, "Selesai");
    assert_eq!(screen(&harness), "welcome");
}

#[test]
fn the_idle_warning_counts_down_and_starts_over_on_demand() {
    for (lang, title, left, over) in [
        (Lang::Id, "Masih di sana?", "15 detik", "Mulai dari awal"),
        (Lang::En, "Are you still there?", "15 seconds", "Start over"),
    ] {
        let mut harness = shown(lang, |k| {
            typed(k, "0024");
            idle(k);
        });
        assert!(says(&harness, title) && says(&harness, left), "{title}");
        press(&mut harness, over);
        assert_eq!(screen(&harness), "welcome");
    }
}

#[test]
fn cancelling_an_entry_asks_first_and_keeping_it_keeps_it() {
    let mut harness = shown(Lang::Id, |k| typed(k, "0024"));
    press(&mut harness, "Batal");
    assert!(says(&harness, "Batalkan pengisian?") && says(&harness, "Isian Anda akan dihapus."));
    press(&mut harness, "Lanjutkan mengisi");
    assert_eq!((screen(&harness), number(&harness)), ("card_entry", "0024"));
    press(&mut harness, "Batal");
    press(&mut harness, "Ya, batalkan");
    assert_eq!(screen(&harness), "welcome");
    press(&mut harness, "Anggota");
    press(&mut harness, "Batal");
    assert_eq!(screen(&harness), "welcome", "nothing entered, nothing asked");
}

#[test]
fn escape_takes_a_question_back() {
    let mut harness = shown(Lang::Id, |k| {
        typed(k, "0024");
        k.send(Event::Cancel);
    });
    harness.key_press(egui::Key::Escape);
    harness.run_steps(2);
    assert!(harness.state().state.dialog.is_none());
    assert_eq!(screen(&harness), "card_entry");
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
