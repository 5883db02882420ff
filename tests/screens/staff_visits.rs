//! Kunjungan, by role and name: what is shown, what is masked, and what each act asks.

use buku_pengunjung::domain::listing::{BookPage, Place};
use buku_pengunjung::domain::visit::{MembershipType, VoidReason};
use buku_pengunjung::flow::staff::Event as DeskEvent;
use buku_pengunjung::flow::staff::page::{Reply, Unanswered};
use buku_pengunjung::flow::staff::visits::{Ask, Deed, Refused, Reply as Answer, When};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::staff_support::{Office, Window, window};
use crate::staff_visits_scenes as scenes;
use crate::support::SIZES;

fn open(office: Office) -> Window {
    window(office, SIZES[0].1)
}

fn press(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

fn asked(window: &Window) -> Ask {
    scenes::asked(window.state()).1
}

fn answer(window: &mut Window, reply: Answer) {
    scenes::answer(window.state_mut(), Reply::Visits(reply));
    window.run_steps(3);
}

#[test]
fn the_book_is_shown_with_names_masked_until_the_log_has_it() {
    let mut window = open(scenes::listed());
    for text in ["90 hari terakhir · 115 pencatatan, 148 orang", "Wu••• C•••", "0024 •••• 36", "PC 07", "Di dalam"]
    {
        assert!(says(&window, text), "{text}");
    }
    for text in ["74 detik", "manual", "Keluar 13.38", "Dibatalkan", "SDN Contoh 2 (34 orang)"] {
        assert!(says(&window, text), "{text}");
    }
    assert!(says(&window, "Menampilkan 1–10 dari 116 baris, 1 dibatalkan"));
    assert!(!says(&window, "Wulan Contoh"));
    press(&mut window, "Tampilkan nama");
    assert_eq!(asked(&window), Ask::ShowNames);
    assert!(!says(&window, "Wulan Contoh"), "the log does not have it yet");
    answer(&mut window, Answer::NamesShown);
    assert!(says(&window, "Wulan Contoh"));
    assert!(says(&window, "0024 •••• 36"), "the number stays masked");
    press(&mut window, "Samarkan nama");
    assert!(says(&window, "Wu••• C•••"));
}

#[test]
fn locking_masks_and_forgets() {
    let mut window = open(scenes::with_names());
    press(&mut window, "Kunci panel");
    assert!(!window.state().desk.is_open());
    assert!(!format!("{:?}", window.state().desk).contains("Wulan"));
}

#[test]
fn pages_turn_by_rows_and_by_numbers() {
    let mut window = open(scenes::listed());
    let last = scenes::first_page().rows[9].key;
    press(&mut window, "Berikutnya");
    let Ask::Page(_, place) = asked(&window) else { panic!() };
    assert_eq!(place, Place::After(last));
    let page = BookPage { before: 10, ..scenes::first_page() };
    scenes::answer(window.state_mut(), scenes::shown(page, When::default()));
    window.run_steps(3);
    press(&mut window, "Sebelumnya");
    let Ask::Page(_, place) = asked(&window) else { panic!() };
    assert_eq!(place, Place::Before(scenes::first_page().rows[0].key));
    scenes::answer(window.state_mut(), scenes::shown(scenes::first_page(), When::default()));
    window.run_steps(3);
    press(&mut window, "Halaman 12");
    let Ask::Page(_, place) = asked(&window) else { panic!() };
    assert_eq!(place, Place::Number(12));
    scenes::answer(window.state_mut(), scenes::shown(scenes::first_page(), When::default()));
    window.run_steps(3);
    press(&mut window, "Lompat ke tanggal");
    press(&mut window, "Senin, 23 November 2026");
    let Ask::Page(wish, place) = asked(&window) else { panic!() };
    assert_eq!((wish.when, place), (When::default(), Place::Day("2026-11-23".parse().unwrap())));
    scenes::answer(window.state_mut(), scenes::shown(scenes::first_page(), When::default()));
    window.run_steps(3);
    press(&mut window, "Lompat ke tanggal");
    press(&mut window, "Tahun sebelumnya");
    press(&mut window, "Senin, 3 November 2025");
    let Ask::Page(wish, place) = asked(&window) else { panic!() };
    assert_eq!((wish.when, place), (When::All, Place::Day("2025-11-03".parse().unwrap())), "outside of 90 days");
}

#[test]
fn a_search_is_typed_on_either_keyboard_and_filters_are_cleared_at_once() {
    let mut window = open(scenes::listed());
    // A hardware keyboard needs no touch before.
    window.state_mut().send(DeskEvent::Typed('w'));
    let Ask::Page(wish, place) = asked(&window) else { panic!() };
    assert_eq!((wish.sieve.text.as_str(), place), ("w", Place::First));
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Cari nama, instansi, atau nomor KTA").click();
    window.run_steps(3);
    press(&mut window, "U");
    press(&mut window, "L");
    // One ask at a time; the last text is asked for when the answer has come.
    scenes::answer(window.state_mut(), scenes::shown(scenes::first_page(), When::default()));
    let Ask::Page(wish, _) = asked(&window) else { panic!() };
    assert_eq!(wish.sieve.text, "wul");
    scenes::answer(window.state_mut(), scenes::shown(BookPage::default(), When::default()));
    window.run_steps(3);
    assert!(says(&window, "Tidak ada yang cocok."));
    press(&mut window, "Hapus saringan");
    let Ask::Page(wish, _) = asked(&window) else { panic!() };
    assert!(!wish.is_narrowed());
}

#[test]
fn filters_and_quick_filters_say_what_they_are_set_to() {
    let mut window = open(scenes::listed());
    press(&mut window, "Jenis: Semua jenis");
    press(&mut window, "Rombongan");
    let Ask::Page(wish, _) = asked(&window) else { panic!() };
    assert_eq!(wish.sieve.kind, Some(MembershipType::Group));
    scenes::answer(window.state_mut(), scenes::shown(scenes::first_page(), When::default()));
    window.run_steps(3);
    press(&mut window, "Jenis: Rombongan");
    let Ask::Page(wish, _) = asked(&window) else { panic!() };
    assert_eq!(wish.sieve.kind, None, "a set filter has an X");
    scenes::answer(window.state_mut(), scenes::shown(scenes::first_page(), When::default()));
    window.run_steps(3);
    press(&mut window, "Dibatalkan: 1");
    let Ask::Page(wish, _) = asked(&window) else { panic!() };
    assert_eq!(wish.sieve.voided, Some(true));
}

#[test]
fn a_row_is_taken_back_with_a_reason_and_shown_so_only_when_it_is() {
    let mut window = open(scenes::menu());
    press(&mut window, "Batalkan pencatatan");
    press(&mut window, "Batalkan pencatatan");
    assert!(!matches!(asked(&window), Ask::Void { .. }), "a reason is needed");
    press(&mut window, "Tercatat dua kali");
    window.get_by_role_and_label(Role::TextInput, "Keterangan (boleh dikosongkan)").click();
    window.run_steps(3);
    for key in ["D", "U", "A"] {
        press(&mut window, key);
    }
    press(&mut window, "Batalkan pencatatan");
    let Ask::Void { id, reason, words } = asked(&window) else { panic!() };
    assert_eq!((id, reason, words.unwrap().0.as_str()), (scenes::id(6), VoidReason::Duplicate, "Dua"));
    assert!(!says(&window, "Pencatatan dibatalkan."));
    press(&mut window, "Menyimpan…");
    answer(&mut window, Answer::Done(Deed::Voided));
    assert!(says(&window, "Pencatatan dibatalkan."));
    assert!(matches!(asked(&window), Ask::Page(..)), "the list is read again");
}

#[test]
fn a_row_that_another_one_changed_gets_a_sentence() {
    let mut window = open(scenes::voiding());
    press(&mut window, "Batalkan pencatatan");
    answer(&mut window, Answer::Refused(Refused::Already));
    assert!(says(&window, "Baris ini baru saja diubah petugas lain. Daftar sudah diperbarui; periksa lagi."));
    assert!(matches!(asked(&window), Ask::Page(..)));
}

#[test]
fn what_could_not_be_written_stays_and_can_be_tried_again() {
    let mut window = open(scenes::voiding());
    press(&mut window, "Batalkan pencatatan");
    let (ticket, _) = scenes::asked(window.state());
    window.state_mut().send(DeskEvent::Replied { ticket, reply: Err(Unanswered::Book) });
    window.run_steps(3);
    press(&mut window, "Batalkan pencatatan");
    assert!(matches!(asked(&window), Ask::Void { reason: VoidReason::Duplicate, .. }));
}

#[test]
fn another_purpose_enters_the_row_anew() {
    let mut window = open(scenes::menu());
    press(&mut window, "Ubah keperluan");
    press(&mut window, "Layanan anak");
    let Ask::Correct { id, new, draft } = asked(&window) else { panic!() };
    assert_eq!((id, new), (scenes::id(6), scenes::id(999)));
    assert_eq!(draft.purpose.as_str(), "children");
    assert_eq!((draft.people, draft.kind), ((14, 20), MembershipType::Group));
    answer(&mut window, Answer::Done(Deed::Corrected));
    assert!(says(&window, "Perubahan tersimpan."));
}

#[test]
fn the_details_tell_who_did_what() {
    let window = open(scenes::details());
    assert!(says(&window, "34 orang: 14 laki-laki, 20 perempuan"));
    assert!(says(&window, "En••• T•••"), "the leader is masked here as well");
    assert!(says(&window, "25 Nov 2026, 13.47 · Sri Uji: dibatalkan: Alasan lain – “Salah sekolah”"));
}

#[test]
fn a_late_visit_is_entered_by_hand() {
    let mut window = open(scenes::by_hand());
    assert!(says(&window, "Pilih keperluan."));
    press(&mut window, "Keperluan: Belum dipilih");
    press(&mut window, "Membaca di tempat");
    window.get_by_role_and_label(Role::TextInput, "Jam").click();
    window.run_steps(3);
    window.state_mut().send(DeskEvent::Clear);
    for c in "9.30".chars() {
        window.state_mut().send(DeskEvent::Typed(c));
    }
    window.run_steps(2);
    press(&mut window, "Simpan");
    let Ask::Enter { id, at, draft } = asked(&window) else { panic!() };
    assert_eq!((id, at), (scenes::id(999), "2026-11-25T09:30:00".parse().unwrap()));
    assert_eq!(draft.name.unwrap().as_str(), "Siti Misalan");
    answer(&mut window, Answer::Refused(Refused::Future));
    assert!(says(&window, "Waktu kunjungan belum tiba. Periksa tanggal dan jam."));
    press(&mut window, "Simpan");
    assert!(matches!(asked(&window), Ask::Enter { id, .. } if id == scenes::id(999)), "the same id: no row twice");
}

#[test]
fn only_an_administrator_is_offered_the_erasure_and_asked_once() {
    let mut window = open(scenes::menu());
    press(&mut window, "Hapus data pribadi");
    press(&mut window, "Jangan hapus");
    assert!(!matches!(asked(&window), Ask::Erase(_)));
    press(&mut window, "Menu baris 7, pukul 13.05");
    press(&mut window, "Hapus data pribadi");
    press(&mut window, "Ya, hapus");
    assert_eq!(asked(&window), Ask::Erase(scenes::id(6)));
}

#[test]
fn an_open_session_is_ended_from_its_row_and_no_other_row_offers_it() {
    let mut window = open(scenes::menu_inside());
    press(&mut window, "Tutup sesi internet");
    assert!(says(&window, "Tutup sesi di PC 07?"), "the room's own question");
    press(&mut window, "Kembali");
    assert!(!matches!(asked(&window), Ask::EndSession(_)));
    press(&mut window, "Menu baris 1, pukul 13.44");
    press(&mut window, "Tutup sesi internet");
    press(&mut window, "Ya, tutup");
    assert_eq!(asked(&window), Ask::EndSession(scenes::id(0)));
    assert!(!says(&window, "Sesi internet ditutup."));
    answer(&mut window, Answer::Done(Deed::SessionEnded));
    assert!(says(&window, "Sesi internet ditutup."));
    assert!(matches!(asked(&window), Ask::Page(..)), "the list is read again");
    // One that has left, and one that was never there.
    for row in ["Menu baris 8, pukul 12.52", "Menu baris 2, pukul 13.41"] {
        press(&mut window, row);
        assert!(says(&window, "Batalkan pencatatan") && !says(&window, "Tutup sesi internet"), "{row}");
        press(&mut window, "Tutup");
    }
}

#[test]
fn a_session_that_has_ended_meanwhile_is_told() {
    let mut window = open(scenes::menu_inside());
    press(&mut window, "Tutup sesi internet");
    press(&mut window, "Ya, tutup");
    answer(&mut window, Answer::Refused(Refused::SessionOver));
    assert!(says(&window, "Sesi internet ini sudah selesai. Daftar sudah diperbarui."));
}

#[test]
fn pictures_of_the_book() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (name, office) in [
        ("staff-visits-1920x1080", scenes::one_day as fn() -> Office),
        ("staff-visits-masked-1920x1080", scenes::listed),
        ("staff-visits-form-1920x1080", scenes::by_hand),
        ("staff-visits-void-1920x1080", scenes::voiding),
    ] {
        let mut window = open(office());
        window.snapshot(name);
        results.extend_harness(&mut window);
    }
}
