//! Everything works by accessibility actions alone: no pointer, no key, only the names of the controls.

use crate::cards::assert_row;
use crate::support::assistant::Assistant;
use crate::support::display::Display;
use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN};

/// The kiosk as it is in the field, which tells of its controls to nobody but assistive software.
fn open() -> (Kiosk, Assistant) {
    let display = Display::start(1366, 768).with_assistive_software();
    let kiosk = Kiosk::start_on(display, Library::with_members(), "1");
    kiosk.screen("welcome");
    let assistant = Assistant::start(&kiosk.display);
    (kiosk, assistant)
}

#[test]
fn a_visitor_without_a_card_fills_the_form() {
    let (kiosk, mut hands) = open();
    hands.read("Selamat datang");
    hands.press("Non Anggota");
    kiosk.screen("non_member");
    hands.type_keys("Rara Uji");
    hands.holds("Nama", "Rara Uji");
    for answer in ["Perempuan", "Dewasa", "SMA / SMK", "Wiraswasta", "Lanjut"] {
        hands.press(answer);
    }
    kiosk.screen("purpose");
    hands.press("Layanan internet gratis");
    kiosk.screen("internet_gate");
    hands.press("Pilih keperluan lain");
    kiosk.screen("purpose");
    hands.press("Referensi atau penelitian");
    kiosk.screen("done");
    hands.press("Selesai");
    kiosk.screen("welcome");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("membership_type", "non_member"), ("name", "Rara Uji"), ("sex", "female")]);
    assert_row(&rows[0], &[("age_group", "adult"), ("education", "sma"), ("occupation", "self_employed")]);
    assert_row(&rows[0], &[("purpose", "reference"), ("entry", "form")]);
}

#[test]
fn a_member_types_the_number_and_changes_the_language() {
    let (kiosk, mut hands) = open();
    hands.press("EN, English");
    hands.read("Welcome");
    hands.press("Member");
    kiosk.screen("card_entry");
    hands.type_keys(WULAN);
    hands.press("Next");
    kiosk.screen("confirm_identity");
    hands.press("Yes, this is me");
    kiosk.screen("purpose");
    hands.press("Archive services");
    kiosk.screen("done");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("card_number", WULAN), ("purpose", "archive"), ("entry", "typed")]);
}

#[test]
fn a_group_is_counted_by_its_steppers() {
    let (kiosk, mut hands) = open();
    hands.press("Rombongan");
    kiosk.screen("group");
    hands.type_keys("Dimas");
    hands.press("Asal instansi");
    hands.type_keys("SDN");
    for _ in 0..2 {
        hands.press("Tambah laki-laki");
    }
    hands.press("Tambah perempuan");
    hands.press("Lanjut");
    kiosk.screen("purpose");
    hands.press("Kunjungan atau wisata edukasi");
    kiosk.screen("done");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("name", "Dimas"), ("institution", "Sdn"), ("male", "2"), ("female", "1")]);
}
