//! The page Anggota driven by role and name, on a real book of invented members.

use buku_pengunjung::domain::member_columns::Field;
use buku_pengunjung::domain::member_list::ImportCounts;
use buku_pengunjung::flow::staff::members::{Ask, Checked, Entry, Import, Place, PlaceKind, Reply, Step};
use buku_pengunjung::flow::staff::page::Ask as AnyAsk;
use buku_pengunjung::flow::staff::{Effect, Event, Tab};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::members_support::{Shelf, WULAN, checked, members, page, reply, table};
use crate::staff_support::{PIN, Window, window};
use crate::support::SIZES;

fn open(shelf: &mut Shelf) -> Window {
    window(members(shelf), SIZES[0].1)
}

/// Touches a button, then lets the book answer.
fn press(window: &mut Window, shelf: &mut Shelf, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    settle(window, shelf);
}

fn settle(window: &mut Window, shelf: &mut Shelf) {
    window.run_steps(3);
    shelf.answer(window.state_mut());
    window.run_steps(2);
}

fn shown(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

/// What stands in the search field.
fn looked_for(window: &Window) -> String {
    window.get_by_role_and_label(Role::TextInput, "Cari nama atau nomor KTA").value().unwrap_or_default()
}

/// Every text that assistive software can read.
fn everything(window: &Window) -> String {
    let mut all = String::new();
    for node in window.query_all_by(|_| true) {
        for text in [node.accesskit_node().label(), node.accesskit_node().value()].into_iter().flatten() {
            all.push_str(&text);
            all.push('\n');
        }
    }
    all
}

fn import(window: &Window) -> &Import {
    page(window.state()).import.as_ref().expect("an import is under way")
}

#[test]
fn names_are_masked_until_they_are_shown_and_again_after_the_lock() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    assert!(shown(&window, "61 anggota: 49 aktif, 6 tidak aktif, 6 diblokir"));
    assert!(shown(&window, "Menampilkan 1–10 dari 61 anggota"));
    assert!(shown(&window, "Ay••• C•••") && !everything(&window).contains("Ayu"));
    press(&mut window, &mut shelf, "Baris 1: Ay••• C•••");
    assert!(shown(&window, "Rincian anggota") && !everything(&window).contains("Jalan"), "nor particulars");
    window.get_by_role_and_label(Role::Button, "Tampilkan rincian").click();
    window.run_steps(3);
    let asked = &window.state().effects;
    assert!(matches!(asked[..], [Effect::Ask { ask: AnyAsk::Members(Ask::ShowNames), .. }]), "{asked:?}");
    assert!(!everything(&window).contains("Ayu"), "not before it is written down");
    settle(&mut window, &mut shelf);
    assert!(shown(&window, "Ayu Contoh") && shown(&window, "0021000000"));
    press(&mut window, &mut shelf, "Tutup");
    assert!(shown(&window, "Baris 1: Ayu Contoh"));
    window.state_mut().send(Event::Lock);
    window.state_mut().send(Event::Open { welcome: true });
    window.state_mut().types(PIN);
    window.state_mut().send(Event::Tab(Tab::Members));
    settle(&mut window, &mut shelf);
    assert!(shown(&window, "Ay••• C•••") && !everything(&window).contains("Ayu"));
}

#[test]
fn the_list_is_leafed_through_and_ordered() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    press(&mut window, &mut shelf, "Berikutnya");
    assert!(shown(&window, "Menampilkan 11–20 dari 61 anggota"));
    press(&mut window, &mut shelf, "Halaman terakhir");
    assert!(shown(&window, "Menampilkan 52–61 dari 61 anggota") && shown(&window, "Wu••• P•••"));
    press(&mut window, &mut shelf, "Sebelumnya");
    assert!(shown(&window, "Menampilkan 42–51 dari 61 anggota"));
    press(&mut window, &mut shelf, "Urut nomor");
    assert!(shown(&window, "Menampilkan 1–10 dari 61 anggota"));
    assert!(shown(&window, "Baris 2: Bu••• C•••"), "by number the given names take turns");
}

#[test]
fn a_member_is_found_by_touched_keys_by_a_keyboard_and_by_a_scan() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    window.get_by_role_and_label(Role::TextInput, "Cari nama atau nomor KTA").click();
    settle(&mut window, &mut shelf);
    press(&mut window, &mut shelf, "P");
    press(&mut window, &mut shelf, "R");
    assert_eq!(looked_for(&window), "Pr");
    assert!(shown(&window, "Menampilkan 1–1 dari 1 anggota") && shown(&window, "Wu••• P•••"));
    press(&mut window, &mut shelf, "Tutup papan ketik");
    assert!(window.query_by_label("spasi").is_none());
    press(&mut window, &mut shelf, "Hapus pencarian");
    for c in "zz".chars() {
        window.state_mut().send(Event::Typed(c));
    }
    settle(&mut window, &mut shelf);
    assert!(shown(&window, "Tidak ada yang cocok."));
    press(&mut window, &mut shelf, "Tampilkan semua anggota");
    assert!(shown(&window, "Menampilkan 1–10 dari 61 anggota"));
    window.state_mut().send(Event::Scanned(WULAN.to_owned()));
    settle(&mut window, &mut shelf);
    assert_eq!(looked_for(&window), WULAN);
    press(&mut window, &mut shelf, "Baris 1: Wu••• P•••");
    assert!(shown(&window, "14 Maret 2027"));
}

#[test]
fn whoever_types_on_gets_the_answer_to_the_last_key() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    for c in "wulan".chars() {
        window.state_mut().send(Event::Typed(c));
    }
    assert_eq!(window.state().effects.len(), 1, "one ask at a time");
    settle(&mut window, &mut shelf);
    assert!(shown(&window, "Menampilkan 1–1 dari 1 anggota"));
}

#[test]
fn the_last_import_is_undone_once_and_asked_before() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    assert!(shown(
        &window,
        "Impor terakhir: anggota-2026.xlsx, 24 November 2026 pukul 09.42 · 61 baru, 0 diperbarui, 3 dilewati"
    ));
    press(&mut window, &mut shelf, "Batalkan impor terakhir");
    press(&mut window, &mut shelf, "Biarkan");
    assert_eq!(shelf.book.member_totals().unwrap().all(), 61);
    press(&mut window, &mut shelf, "Batalkan impor terakhir");
    press(&mut window, &mut shelf, "Ya, batalkan impor");
    assert_eq!(shelf.book.member_totals().unwrap().all(), 0);
    assert!(shown(&window, "Impor terakhir dibatalkan. Daftar anggota kembali seperti sebelumnya."));
    press(&mut window, &mut shelf, "Mengerti");
    assert!(shown(&window, "Belum ada anggota."));
    assert!(window.query_by_label("Batalkan impor terakhir").is_none());
}

fn places(window: &mut Window) {
    let drive = Place { kind: PlaceKind::Drive, name: "FLASH".to_owned(), path: "/media/petugas/FLASH".into() };
    reply(window.state_mut(), Reply::Places(vec![drive]));
    window.run_steps(2);
}

fn at_columns(window: &mut Window, shelf: &mut Shelf) {
    press(window, shelf, "Impor anggota");
    places(window);
    press(window, shelf, "Flashdisk FLASH");
    let entries = vec![
        Entry { name: "2026".to_owned(), bytes: None },
        Entry { name: "anggota-2026-01.xlsx".to_owned(), bytes: Some(48_000) },
    ];
    reply(window.state_mut(), Reply::Folder(Some(entries)));
    window.run_steps(2);
    press(window, shelf, "anggota-2026-01.xlsx");
    let Some(Effect::Ask { ask: AnyAsk::Members(Ask::Open(path)), .. }) = window.state().effects.last() else {
        panic!("{:?}", window.state().effects)
    };
    assert_eq!(path.to_string_lossy(), "/media/petugas/FLASH/anggota-2026-01.xlsx");
    reply(window.state_mut(), Reply::Opened(Box::new(table())));
    window.run_steps(2);
}

#[test]
fn a_list_is_imported_in_three_steps() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    at_columns(&mut window, &mut shelf);
    for text in ["Baris 5", "Ayu Contoh", "Eko Ujicoba", "0024118705"] {
        assert!(shown(&window, text), "{text} of the first rows");
    }
    press(&mut window, &mut shelf, "Pekerjaan: Pekerjaan");
    assert!(shown(&window, "Kolom untuk pekerjaan"));
    press(&mut window, &mut shelf, "Tidak ada");
    assert!(shown(&window, "Pekerjaan: Tidak ada"));
    // A column holds one fact: the one that had it has none now, and a needed one is asked for.
    press(&mut window, &mut shelf, "Status: Status");
    press(&mut window, &mut shelf, "Nama Lengkap");
    assert!(shown(&window, "Pilih dulu kolom untuk nama."));
    assert!(window.query_by_role_and_label(Role::Button, "Periksa").is_none(), "nothing to be touched");
    press(&mut window, &mut shelf, "Nama: Tidak ada");
    press(&mut window, &mut shelf, "Nama Lengkap");
    press(&mut window, &mut shelf, "Periksa");
    let Some(Effect::Ask { ask: AnyAsk::Members(Ask::Check { columns, .. }), .. }) = window.state().effects.last()
    else {
        panic!("{:?}", window.state().effects)
    };
    assert_eq!(
        (columns.get(Field::Name), columns.get(Field::Occupation), columns.get(Field::Status)),
        (Some(1), None, None)
    );
    assert!(shown(&window, "Membaca berkas… 0%"));
    reply(window.state_mut(), Reply::Checked(Box::new(checked())));
    window.run_steps(2);
    for text in ["Baru 1.204", "Diperbarui 86", "Tetap 14.310", "Dilewati 23", "Baris 17", "Nomor KTA kosong."] {
        assert!(shown(&window, text), "{text}");
    }
    press(&mut window, &mut shelf, "Lebih bawah");
    assert!(!shown(&window, "Baris 17") && shown(&window, "Baris 265"));
    window.get_by_role_and_label(Role::Switch, "Anggota yang tidak ada di berkas menjadi tidak aktif").click();
    window.run_steps(3);
    let mut full = Checked { full: true, ..checked() };
    full.counts.deactivated = 5;
    reply(window.state_mut(), Reply::Checked(Box::new(full.clone())));
    window.run_steps(2);
    assert!(shown(&window, "Menjadi tidak aktif 5"));
    press(&mut window, &mut shelf, "Impor");
    let Some(Effect::Ask { ticket, ask: AnyAsk::Members(Ask::Commit), .. }) = window.state().effects.last() else {
        panic!("{:?}", window.state().effects)
    };
    let ticket = *ticket;
    crate::members_support::send(window.state_mut(), ticket, Reply::Writing(550));
    window.run_steps(2);
    assert!(shown(&window, "Menyimpan… 55%"));
    assert!(!shown(&window, "Daftar anggota diperbarui"), "not before it is committed");
    crate::members_support::send(window.state_mut(), ticket, Reply::Imported(full.counts));
    window.run_steps(2);
    assert!(shown(&window, "Daftar anggota diperbarui"));
    assert!(shown(&window, "1.204 baru, 86 diperbarui, 5 menjadi tidak aktif."));
    window.state_mut().effects.clear();
    press(&mut window, &mut shelf, "Selesai");
    assert!(shown(&window, "Menampilkan 1–10 dari 61 anggota"));
}

#[test]
fn reading_and_writing_are_cancelled_and_nothing_is_claimed() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    at_columns(&mut window, &mut shelf);
    press(&mut window, &mut shelf, "Periksa");
    press(&mut window, &mut shelf, "Batalkan");
    assert!(matches!(window.state().effects.last(), Some(Effect::Ask { ask: AnyAsk::Members(Ask::Cancel), .. })));
    assert!(matches!(import(&window).step, Step::Columns(_)));
    press(&mut window, &mut shelf, "Periksa");
    reply(window.state_mut(), Reply::Checked(Box::new(checked())));
    window.run_steps(2);
    press(&mut window, &mut shelf, "Impor");
    let Some(Effect::Ask { ticket, .. }) = window.state().effects.last() else { panic!("nothing was asked") };
    let ticket = *ticket;
    press(&mut window, &mut shelf, "Batalkan");
    assert!(matches!(import(&window).step, Step::Writing(..)), "the answer tells whether it was too late");
    crate::members_support::send(window.state_mut(), ticket, Reply::Cancelled);
    window.run_steps(2);
    assert!(matches!(import(&window).step, Step::Columns(_)));
    press(&mut window, &mut shelf, "Batal");
    assert!(page(window.state()).import.is_none());
}

#[test]
fn a_file_that_is_refused_is_told_and_another_is_chosen() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    at_columns(&mut window, &mut shelf);
    press(&mut window, &mut shelf, "Periksa");
    let said = "Impor daftar anggota yang lain sedang berjalan: tunggu sampai selesai, lalu impor lagi.";
    reply(window.state_mut(), Reply::Refused(said.to_owned()));
    window.run_steps(2);
    assert!(shown(&window, said));
    press(&mut window, &mut shelf, "Kembali");
    places(&mut window);
    assert!(shown(&window, "Flashdisk FLASH") && !shown(&window, said));
    press(&mut window, &mut shelf, "Flashdisk FLASH");
    reply(window.state_mut(), Reply::Folder(None));
    window.run_steps(2);
    assert!(shown(&window, "Folder ini tidak bisa dibaca. Bila ini flashdisk, pasang lagi lalu sentuh Cari lagi."));
    press(&mut window, &mut shelf, "Naik satu folder");
    reply(window.state_mut(), Reply::Places(vec![]));
    window.run_steps(2);
    assert!(shown(&window, "Flashdisk tidak ditemukan. Pasang flashdisk, lalu sentuh Cari lagi."));
    press(&mut window, &mut shelf, "Kembali");
    assert!(page(window.state()).import.is_none());
}

#[test]
fn an_import_that_changes_nothing_cannot_be_committed() {
    let mut shelf = Shelf::filled();
    let mut window = open(&mut shelf);
    at_columns(&mut window, &mut shelf);
    press(&mut window, &mut shelf, "Periksa");
    let same = Checked { counts: ImportCounts { unchanged: 61, ..ImportCounts::default() }, ..Checked::default() };
    reply(window.state_mut(), Reply::Checked(Box::new(same)));
    window.run_steps(2);
    assert!(shown(&window, "Tidak ada yang berubah: isi berkas sama dengan daftar sekarang."));
    assert!(window.query_by_role_and_label(Role::Button, "Impor").is_none());
}
