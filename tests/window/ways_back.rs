//! Ways back: an untouched screen, a change of mind, an undone visit, and an end without warning.

use crate::cards::{assert_row, choose};
use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN, field};

#[test]
fn an_untouched_form_is_erased() {
    let library = Library::with_members().set("kiosk", "idle_seconds", 10).set("kiosk", "idle_warning_seconds", 5);
    let kiosk = Kiosk::open(library);
    kiosk.touch("Non Anggota");
    kiosk.screen("non_member");
    kiosk.touch_keys("Lama");
    kiosk.dialog("idle");
    kiosk.screen("welcome");
    assert!(kiosk.library.visits().is_empty());
    // The next visitor's name holds nothing of the last one's.
    kiosk.touch("Non Anggota");
    kiosk.screen("non_member");
    kiosk.touch_keys("Baru");
    for answer in ["Laki-laki", "Remaja", "SMP", "Pelajar"] {
        kiosk.touch(answer);
    }
    kiosk.touch("Lanjut");
    choose(&kiosk, "Membaca di tempat");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("name", "Baru"), ("sex", "male"), ("age_group", "teen"), ("education", "smp")]);
}

#[test]
fn a_touch_at_the_warning_keeps_what_was_written() {
    let library = Library::with_members().set("kiosk", "idle_seconds", 10).set("kiosk", "idle_warning_seconds", 5);
    let kiosk = Kiosk::open(library);
    kiosk.touch("Non Anggota");
    kiosk.screen("non_member");
    kiosk.touch_keys("Rara");
    kiosk.dialog("idle");
    kiosk.touch("Ya, lanjutkan");
    kiosk.screen("non_member");
    for answer in ["Perempuan", "Dewasa", "D4 / S1", "Guru"] {
        kiosk.touch(answer);
    }
    kiosk.touch("Lanjut");
    choose(&kiosk, "Membaca di tempat");
    assert_row(&kiosk.library.visits()[0], &[("name", "Rara"), ("occupation", "teacher")]);
}

#[test]
fn cancelling_asks_once_when_something_was_entered() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.touch("Rombongan");
    kiosk.screen("group");
    kiosk.touch_keys("Dimas");
    kiosk.touch("Batal");
    kiosk.dialog("cancel_entry");
    kiosk.touch("Lanjutkan mengisi");
    kiosk.screen("group");
    kiosk.touch("Batal");
    kiosk.dialog("cancel_entry");
    kiosk.touch("Ya, batalkan");
    kiosk.screen("welcome");
    assert!(kiosk.library.visits().is_empty());
}

#[test]
fn a_wrong_visit_is_undone_by_the_visitor() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.touch("Layanan arsip");
    kiosk.screen("done");
    kiosk.touch("Salah? Batalkan");
    kiosk.dialog("undo_visit");
    kiosk.touch("Ya, batalkan");
    kiosk.screen("welcome");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1, "a row is voided, never deleted");
    assert_row(&rows[0], &[("purpose", "archive"), ("voided", "true")]);
    assert_ne!(field(&rows[0], "void_reason"), "");
}

#[test]
fn a_thanked_visitor_is_in_the_book_after_a_power_cut() {
    let kiosk = Kiosk::open(Library::with_members());
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.touch("Membaca di tempat");
    kiosk.screen("done");
    let library = kiosk.cut();
    assert_eq!(library.visits().len(), 1);
    let kiosk = Kiosk::open(library);
    assert_eq!(field(&kiosk.library.visits()[0], "card_number"), WULAN);
}

#[test]
fn a_second_copy_on_the_same_book_is_refused() {
    let kiosk = Kiosk::open(Library::with_members());
    let second = kiosk.library.run(&[]);
    assert_eq!(second.status.code(), Some(3));
    assert!(!second.stderr.is_empty(), "it says why");
}
