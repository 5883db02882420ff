//! Visitors without a card: Non Anggota and Rombongan, by touch and by hardware keyboard.

use crate::cards::{assert_row, choose};
use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN};

fn answer_all(kiosk: &Kiosk) {
    for answer in ["Perempuan", "Dewasa", "SMA / SMK", "Wiraswasta"] {
        kiosk.touch(answer);
    }
}

/// Fills the form of a visitor without a card and goes on.
pub fn fill_non_member(kiosk: &Kiosk) {
    kiosk.touch("Non Anggota");
    kiosk.screen("non_member");
    kiosk.touch_keys("Rara Percontohan");
    answer_all(kiosk);
    kiosk.touch("Lanjut");
}

#[test]
fn a_non_member_writes_a_name_and_touches_four_answers() {
    let kiosk = Kiosk::open(Library::with_members());
    fill_non_member(&kiosk);
    choose(&kiosk, "Referensi atau penelitian");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(
        &rows[0],
        &[
            ("membership_type", "non_member"),
            ("card_number", ""),
            ("name", "Rara Percontohan"),
            ("sex", "female"),
            ("age_group", "adult"),
            ("education", "sma"),
            ("occupation", "self_employed"),
            ("headcount", "1"),
            ("purpose", "reference"),
            ("entry", "form"),
        ],
    );
}

#[test]
fn a_group_is_one_row_with_many_people() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.touch("Rombongan");
    kiosk.screen("group");
    kiosk.touch_keys("Dimas Percontohan");
    kiosk.touch("Asal instansi");
    kiosk.touch_keys("Sekolah Percontohan");
    kiosk.touch("Laki-laki");
    kiosk.touch_keys("12");
    kiosk.touch("Perempuan");
    kiosk.touch_keys("14");
    kiosk.touch("Lanjut");
    choose(&kiosk, "Kunjungan atau wisata edukasi");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(
        &rows[0],
        &[
            ("membership_type", "group"),
            ("name", "Dimas Percontohan"),
            ("institution", "Sekolah Percontohan"),
            ("male", "12"),
            ("female", "14"),
            ("headcount", "26"),
            ("purpose", "education_visit"),
            ("entry", "form"),
        ],
    );
}

#[test]
fn a_few_words_about_another_purpose_are_stored() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.touch("Lainnya");
    kiosk.screen("note");
    kiosk.touch_keys("Rapat");
    kiosk.touch("Simpan");
    kiosk.screen("done");
    assert_row(&kiosk.library.visits()[0], &[("purpose", "other"), ("purpose_note", "Rapat")]);
}

#[test]
fn a_scan_during_a_form_asks_first_and_never_lands_in_a_field() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.touch("Non Anggota");
    kiosk.screen("non_member");
    kiosk.touch_keys("Rara");
    kiosk.display.scan(WULAN);
    kiosk.dialog("use_card");
    kiosk.touch("Tidak");
    kiosk.screen("non_member");
    answer_all(&kiosk);
    kiosk.touch("Lanjut");
    choose(&kiosk, "Membaca di tempat");
    assert_row(&kiosk.library.visits()[0], &[("membership_type", "non_member"), ("name", "Rara")]);
}
