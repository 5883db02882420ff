//! Members: by reader and by keypad, with cards that are good, expired, blocked, unknown, or come again.

use serde_json::Value;

use crate::support::display::Display;
use crate::support::kiosk::Kiosk;
use crate::support::library::{BAYU, BLOCKED, EXPIRED, Library, UNKNOWN, WULAN, field};

/// Touches a purpose, waits for the thanks, and leaves them.
pub fn choose(kiosk: &Kiosk, purpose: &str) {
    kiosk.screen("purpose");
    kiosk.touch(purpose);
    kiosk.screen("done");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
}

/// The fields of a row, compared one by one.
pub fn assert_row(row: &Value, wanted: &[(&str, &str)]) {
    for (name, value) in wanted {
        assert_eq!(field(row, name), *value, "the column {name} of {row:#}");
    }
}

#[test]
fn a_scanned_member_is_recorded_with_one_touch() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.touch("Membaca di tempat");
    kiosk.screen("done");
    // The thanks stand only after the commit: the row is there while they are still shown.
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(
        &rows[0],
        &[
            ("membership_type", "member"),
            ("card_number", WULAN),
            ("name", "Wulan Percontohan"),
            ("sex", "female"),
            ("age_group", "adult"),
            ("education", "s1"),
            ("occupation", "teacher"),
            ("headcount", "1"),
            ("purpose", "read"),
            ("entry", "scanned"),
            ("voided", "false"),
            ("card_expired", "false"),
            ("card_unverified", "false"),
        ],
    );
    let seconds: f64 = field(&rows[0], "checkin_seconds").parse().unwrap();
    assert!((0.0..60.0).contains(&seconds), "the walk took {seconds} s");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
}

#[test]
fn a_typed_number_asks_whether_it_is_you() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.touch("Anggota");
    kiosk.screen("card_entry");
    kiosk.touch_keys(BAYU);
    kiosk.touch("Lanjut");
    kiosk.screen("confirm_identity");
    kiosk.touch("Ya, ini saya");
    choose(&kiosk, "Meminjam atau mengembalikan buku");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("card_number", BAYU), ("entry", "typed"), ("purpose", "borrow_return"), ("sex", "male")]);
}

#[test]
fn an_unknown_card_is_no_dead_end_and_no_row() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(UNKNOWN);
    kiosk.screen("card_unknown");
    kiosk.touch("Masuk tanpa KTA");
    kiosk.screen("non_member");
    kiosk.touch("Kembali");
    kiosk.screen("card_unknown");
    kiosk.touch("Batal"); // nothing was typed that could be lost
    kiosk.screen("welcome");
    assert!(kiosk.library.visits().is_empty());
}

#[test]
fn an_expired_card_is_recorded_and_marked_but_gets_no_internet() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(EXPIRED);
    kiosk.screen("card_expired");
    kiosk.touch("Lanjut berkunjung");
    kiosk.screen("purpose");
    kiosk.touch("Layanan internet gratis");
    kiosk.screen("internet_gate");
    kiosk.touch("Pilih keperluan lain");
    kiosk.screen("purpose");
    choose(&kiosk, "Layanan arsip");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("card_number", EXPIRED), ("card_expired", "true"), ("purpose", "archive")]);
}

#[test]
fn a_blocked_card_is_sent_to_the_desk_and_may_visit() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(BLOCKED);
    kiosk.screen("card_blocked");
    kiosk.touch("Panggil petugas");
    kiosk.dialog("call_staff");
    kiosk.touch("Mengerti");
    kiosk.screen("card_blocked");
    kiosk.touch("Lanjut berkunjung");
    choose(&kiosk, "Layanan anak");
    assert_row(&kiosk.library.visits()[0], &[("card_number", BLOCKED), ("purpose", "children")]);
}

#[test]
fn a_second_scan_is_told_that_the_visit_is_already_recorded() {
    let kiosk = Kiosk::open(Library::with_members().set("scan", "debounce_seconds", 1));
    kiosk.display.scan(WULAN);
    choose(&kiosk, "Membaca di tempat");
    kiosk.scan_until(WULAN, "repeated");
    kiosk.touch("Selesai");
    kiosk.screen("welcome");
    assert_eq!(kiosk.library.visits().len(), 1);
}

#[test]
fn a_card_held_on_the_reader_is_one_visitor() {
    let kiosk = Kiosk::open(Library::with_members());
    for _ in 0..8 {
        kiosk.display.scan(WULAN);
    }
    choose(&kiosk, "Membaca di tempat");
    assert_eq!(kiosk.library.visits().len(), 1);
}

#[test]
fn the_next_card_may_come_while_the_thanks_are_shown() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.touch("Membaca di tempat");
    kiosk.screen("done");
    kiosk.display.scan(BAYU);
    choose(&kiosk, "Layanan arsip");
    let rows = kiosk.library.visits();
    let seen: Vec<_> = rows.iter().map(|row| (field(row, "card_number"), field(row, "purpose"))).collect();
    assert_eq!(seen, [(WULAN.into(), "read".into()), (BAYU.into(), "archive".into())]);
}

#[test]
fn without_a_membership_list_the_card_is_kept_and_only_the_name_asked() {
    let kiosk = Kiosk::open(Library::empty());
    kiosk.display.scan(WULAN);
    kiosk.screen("name_only");
    kiosk.touch_keys("Rara");
    kiosk.touch("Lanjut");
    choose(&kiosk, "Membaca di tempat");
    assert_row(
        &kiosk.library.visits()[0],
        &[("membership_type", "member"), ("card_number", WULAN), ("name", "Rara"), ("card_unverified", "true")],
    );
}

#[test]
fn no_frame_is_painted_while_a_reader_types() {
    let kiosk = Kiosk::start_on(Display::start(1366, 768), Library::with_members(), "times");
    kiosk.screen("welcome");
    kiosk.display.wait_for_focus();
    let frames_of_a_burst = |card: String| {
        let strokes: Vec<&str> = card.split_inclusive(|_: char| true).chain(["Return"]).collect();
        let before = kiosk.told().len();
        kiosk.display.keys(&strokes, 6);
        kiosk.screen("card_unknown");
        let told = kiosk.told().split_off(before);
        kiosk.display.key("Escape");
        kiosk.screen("welcome");
        let mut until_enter = strokes.len();
        let after_the_first = told.iter().skip_while(|line| !line.ends_with(" input"));
        let burst = after_the_first.take_while(|line| {
            until_enter -= usize::from(line.ends_with(" input"));
            until_enter > 0
        });
        burst.filter(|line| line.ends_with(" frame")).count()
    };
    // A machine that has other things to do lets a reader pause for longer than any reader does.
    let frames: Vec<usize> = (0..5).map(|last| frames_of_a_burst(format!("{UNKNOWN}{last}"))).collect();
    assert!(frames.contains(&0), "frames between the first stroke and Enter: {frames:?}");
}
