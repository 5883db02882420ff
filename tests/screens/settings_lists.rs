//! Lists of Pengaturan, driven by role and name: purposes, computers, and the staff with their PINs.

use buku_pengunjung::config;
use buku_pengunjung::domain::settings::Section;
use buku_pengunjung::domain::staff::Role as StaffRole;
use buku_pengunjung::flow::staff::settings::people;
use buku_pengunjung::i18n::{Lang, Words};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::settings_support::{admin, page};

#[test]
fn a_purpose_is_added_moved_and_retired_but_never_removed() {
    let mut scene = admin(Section::Purposes);
    scene.press("Membaca di tempat");
    assert!(scene.window.query_by_role_and_label(Role::Button, "Hapus ini").is_none(), "it stands in visits");
    scene.press("Turunkan");
    scene.press("Tampil di layar");
    scene.press("Semua keperluan");
    assert!(scene.shows("Disembunyikan"));
    scene.press("Tambah keperluan");
    scene.types("Kelas literasi!");
    scene.press("Tulisan dalam bahasa Inggris");
    scene.types("Literacy class");
    scene.press("Gambar");
    scene.press("Gambar graduation-cap");
    scene.press("Warna");
    scene.press("Ungu");
    scene.press("Untuk");
    scene.press("Rombongan");
    scene.press("Simpan");
    let purposes = config::parse(&scene.behind.text, "x").unwrap().purposes;
    assert_eq!(purposes[1].id.as_str(), "read");
    assert!(!purposes[1].active);
    let new = purposes.last().unwrap();
    assert_eq!((new.id.as_str(), new.label_en.as_str()), ("kelas_literasi", "Literacy class"));
    assert_eq!((new.icon.as_str(), new.tint.id(), new.audience.len()), ("graduation-cap", "purple", 2));
    // One that is not in the file yet may go again.
    scene.press("Tambah keperluan");
    scene.row("Hapus ini");
    scene.press("Ya, hapus");
    assert!(page(scene.office()).changes().is_empty());
}

#[test]
fn computers_are_added_placed_and_removed() {
    let mut scene = admin(Section::Room);
    scene.row("Tambah komputer");
    assert_eq!(page(scene.office()).draft.seats.last().unwrap().text("name"), "PC 13");
    scene.press("Tempat pada denah");
    scene.press("Kolom 8, baris 6");
    scene.press("Keadaan");
    scene.press("Rusak");
    scene.press("Semua pengaturan ruang internet");
    scene.row("PC 02");
    scene.press("Hapus ini");
    scene.press("Tidak jadi");
    scene.press("Hapus ini");
    scene.press("Ya, hapus");
    scene.press("Simpan");
    let seats = config::parse(&scene.behind.text, "x").unwrap().internet.seats;
    assert_eq!(seats.len(), 12);
    assert!(seats.iter().all(|seat| seat.name != "PC 02"));
    let new = seats.last().unwrap();
    assert_eq!((new.name.as_str(), new.column, new.row, new.state.id()), ("PC 13", 8, 6, "broken"));
}

#[test]
fn staff_are_added_with_a_pin_that_is_typed_twice() {
    let mut scene = admin(Section::Pin);
    scene.press("Tambah petugas");
    scene.press("Lanjut");
    assert!(scene.shows(&Words::of(Lang::Id).get("people-short")));
    scene.types("budi uji");
    scene.press("Lanjut");
    assert!(scene.shows(&Words::of(Lang::Id).get("people-name-taken")));
    scene.wipe();
    scene.types("Rina Uji");
    scene.press("Administrator");
    scene.press("Lanjut");
    assert!(scene.shows("PIN baru untuk Rina Uji: 6 angka"));
    scene.types("123456");
    assert!(scene.shows(&Words::of(Lang::Id).get("staff-new-pin-run")));
    for figure in ["2", "6", "4", "8", "1", "3"] {
        scene.press(figure);
    }
    assert!(scene.shows("Ketik PIN sekali lagi"));
    scene.types("264812");
    assert!(scene.shows(&Words::of(Lang::Id).get("staff-new-pin-differs")));
    scene.types("264813264813");
    assert!(scene.shows("Petugas ditambahkan."));
    let [people::Ask::SetPin { whose, pin }] = &scene.behind.asked[..] else { panic!("{:?}", scene.behind.asked) };
    assert_eq!((whose.name.as_str(), whose.role), ("Rina Uji", Some(StaffRole::Administrator)));
    assert_eq!(pin.figures().complete().map(<[u8; 6]>::as_slice), Some(&b"264813"[..]));
}

#[test]
fn roles_and_leaving_are_for_others() {
    let mut scene = admin(Section::Pin);
    // The office's own person has the number 1.
    scene.press("Sri Uji");
    scene.press("Jadikan petugas");
    assert!(scene.shows(&Words::of(Lang::Id).get("people-oneself")));
    scene.press("Keluarkan dari daftar");
    assert!(scene.behind.asked.is_empty());
    scene.press("Ganti PIN");
    scene.types("905172905172");
    scene.press("Budi Uji");
    scene.press("Jadikan administrator");
    scene.press("Budi Uji");
    scene.press("Keluarkan dari daftar");
    scene.press("Tidak jadi");
    scene.press("Keluarkan dari daftar");
    scene.press("Ya, keluarkan");
    let asked: Vec<&str> = scene
        .behind
        .asked
        .iter()
        .map(|ask| match ask {
            people::Ask::SetPin { whose, .. } if whose.role.is_none() => "pin",
            people::Ask::SetRole { name, role: StaffRole::Administrator } if name.as_str() == "Budi Uji" => "role",
            people::Ask::Remove { name } if name.as_str() == "Budi Uji" => "remove",
            _ => "else",
        })
        .collect();
    assert_eq!(asked, ["pin", "role", "remove"]);
}
