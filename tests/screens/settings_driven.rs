//! Pengaturan, driven by role and name.

use buku_pengunjung::config::{self, SHIPPED};
use buku_pengunjung::domain::report::Place;
use buku_pengunjung::domain::settings::{List, Section, Spot, Takes, Value, describe};
use buku_pengunjung::domain::staff::Role as StaffRole;
use buku_pengunjung::flow::staff::Event;
use buku_pengunjung::flow::staff::settings::{Difference, Event as Act, Hindrance, Outside, people};
use buku_pengunjung::i18n::{Lang, Words};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::reports_support::{saving, stick};
use crate::settings_support::{self, Behind, Scene, act, admin, page, read};

#[test]
fn every_setting_of_every_tab_has_a_row_and_the_free_ones_a_field() {
    let words = Words::of(Lang::Id);
    let name = |path: &str| words.get(&format!("set-{}", path.replace('.', "-")));
    for section in Section::ALL.iter().copied() {
        let mut scene = admin(section);
        for setting in section.settings() {
            if setting.takes == Takes::NotHere {
                let why = words.get(&format!("set-{}-help", setting.path.replace('.', "-")));
                assert!(scene.shows(&name(setting.path)) && scene.shows(&why), "the reason is told");
                continue;
            }
            scene.row(&name(setting.path));
            let page = page(scene.office());
            let spot = Spot::Key(setting.path);
            let opened = page.editing.as_ref().map(|e| e.spot) == Some(spot);
            let flipped = page.changes().contains(&setting.path);
            assert!(opened || flipped, "{}", setting.path);
            if opened {
                scene.press("Selesai");
            }
            scene.window.state_mut().send(act(Act::Discard));
            scene.settle();
        }
    }
    for (list, section, first) in
        [(List::Purposes, Section::Purposes, "Membaca di tempat"), (List::Seats, Section::Room, "PC 01")]
    {
        let mut scene = admin(section);
        scene.row(first);
        assert_eq!(page(scene.office()).row, Some((list, 0)));
        for setting in list.settings() {
            assert!(scene.shows(&name(setting.path)), "{}", setting.path);
        }
    }
}

#[test]
fn a_number_is_touched_and_saved_and_a_wrong_one_is_told_beside_it() {
    let mut scene = admin(Section::Screen);
    scene.press("Lama layar Terima kasih");
    scene.press("Ulangi");
    scene.press("9");
    scene.press("9");
    scene.press("Selesai");
    let told = "\"thank_you_seconds\" harus antara 3 dan 60, bukan 99";
    assert!(page(scene.office()).told_at(Spot::Key("kiosk.thank_you_seconds")).is_some_and(|s| s.starts_with(told)));
    assert!(scene.shows("Perlu diperbaiki: Lama layar Terima kasih"));
    scene.press("Simpan");
    assert_eq!(scene.behind.text, SHIPPED, "nothing wrong is kept");
    scene.press("Lama layar Terima kasih");
    scene.press("Hapus");
    scene.press("Selesai");
    assert!(scene.shows("1 perubahan belum disimpan"));
    scene.press("Simpan");
    assert_eq!(scene.behind.text, SHIPPED.replace("thank_you_seconds = 10", "thank_you_seconds = 9"));
    assert!(scene.shows("Tersimpan dan langsung berlaku."));
    assert!(scene.window.query_by_role_and_label(Role::Button, "Simpan").is_none());
}

#[test]
fn how_long_names_are_kept_is_changed_and_a_shorter_time_is_asked_of_once_more() {
    let days = |scene: &Scene| config::parse(&scene.behind.text, "x").unwrap().privacy.keep_days;
    let mut scene = admin(Section::Backup);
    scene.press("Nama disimpan selama");
    assert!(scene.shows(&Words::of(Lang::Id).get("set-privacy-keep_days-help")), "what will happen is told first");
    scene.press("Ulangi");
    scene.types("4000");
    scene.press("Selesai");
    let told = page(scene.office()).told_at(Spot::Key("privacy.keep_days"));
    assert!(told.is_some_and(|s| s.starts_with("\"keep_days\" harus antara 1 dan 3650, bukan 4000")));
    scene.press("Nama disimpan selama");
    scene.wipe();
    scene.types("730");
    scene.press("Simpan");
    assert_eq!(days(&scene), 730, "a longer time erases nothing and is not asked of");
    scene.press("Nama disimpan selama");
    scene.wipe();
    scene.types("30");
    scene.press("Simpan");
    assert!(scene.shows("Simpan nama hanya 30 hari?"));
    assert_eq!(days(&scene), 730);
    scene.press("Tidak jadi");
    assert_eq!((days(&scene), page(scene.office()).changes()), (730, vec!["privacy.keep_days"]));
    scene.press("Simpan");
    scene.press("Ya, simpan");
    assert_eq!(days(&scene), 30);
    assert!(scene.shows("Tersimpan dan langsung berlaku."));
}

#[test]
fn the_second_folder_is_chosen_among_the_drives_or_typed() {
    let mut scene = admin(Section::Backup);
    scene.press("Folder cadangan kedua");
    scene.press("Pilih flashdisk atau folder");
    scene.answer_drives();
    assert!(!scene.shows("Folder laporan"), "that is in the data folder");
    scene.press("Flashdisk LAPORAN");
    let chosen = |scene: &Scene| page(scene.office()).draft.values["backup.second_folder"].clone();
    assert_eq!(chosen(&scene), Value::Text("/media/petugas/LAPORAN".into()));
    scene.press("Pilih flashdisk atau folder");
    scene.answer_drives();
    scene.press("Pilih folder di LAPORAN");
    scene.answer_drives();
    scene.press("2026");
    scene.answer_drives();
    scene.press("Pakai folder ini");
    assert_eq!(chosen(&scene), Value::Text("/media/petugas/LAPORAN/2026".into()));
    // Typing goes on behind it, and Escape leaves the choice alone.
    scene.types("/x");
    scene.press("Pilih flashdisk atau folder");
    scene.window.state_mut().send(Event::Leave);
    scene.settle();
    assert!(scene.window.query_by_role_and_label(Role::Button, "Tutup").is_none());
    assert_eq!(chosen(&scene), Value::Text("/media/petugas/LAPORAN/2026/x".into()));
    scene.press("Simpan");
    let folder = config::parse(&scene.behind.text, "x").unwrap().backup.second_folder;
    assert_eq!(folder, Some("/media/petugas/LAPORAN/2026/x".into()));
    assert_eq!(saving(scene.office()).place, Place::On { drive: stick().path, folder: stick().path }, "reports go on");
    let mut librarian = settings_support::scene(Behind::new(), StaffRole::Librarian, Section::Backup);
    librarian.window.state_mut().send(act(Act::Browse));
    assert!(saving(librarian.office()).second.is_none());
}

#[test]
fn a_text_is_typed_on_both_keyboards_and_undone() {
    let mut scene = admin(Section::General);
    scene.press("Nama pendek di layar");
    scene.wipe();
    scene.press("P");
    scene.press("E");
    scene.types("rpus Uji");
    assert_eq!(page(scene.office()).draft.values["library.short_name"], Value::Text("Perpus Uji".into()));
    scene.press("Batalkan perubahan");
    assert!(page(scene.office()).changes().is_empty());
    scene.row("Kop laporan");
    scene.press("Baris 4");
    scene.press("Buang");
    scene.press("Tambah");
    scene.types("Telepon 112");
    scene.press("Selesai");
    scene.press("Simpan");
    let head = config::parse(&scene.behind.text, "x").unwrap().library.letterhead;
    assert_eq!(head.last().map(String::as_str), Some("Telepon 112"));
    assert_eq!(head.len(), 4);
}

#[test]
fn hours_zones_and_choices_are_chosen_in_words() {
    let mut scene = admin(Section::Room);
    scene.row("Jam buka Senin");
    scene.press("Tutup");
    scene.press("Selesai");
    assert!(scene.shows("Tutup"));
    scene.row("Jam buka Selasa");
    scene.wipe();
    scene.press("9");
    scene.types(".00-12.30");
    scene.press("Selesai");
    scene.window.state_mut().send(act(Act::Part(0)));
    scene.settle();
    scene.row("KTA yang habis masa berlakunya");
    scene.press("Diingatkan");
    scene.press("Umum");
    scene.row("Zona waktu");
    scene.press("WIT (Jayapura)");
    scene.press("Simpan");
    let config = config::parse(&scene.behind.text, "x").unwrap();
    assert_eq!(config.internet.hours.on(chrono::Weekday::Mon), None);
    assert_eq!(config.internet.hours.on(chrono::Weekday::Tue).unwrap().closes.to_string(), "12:30:00");
    assert_eq!(config.library.timezone, chrono_tz::Tz::Asia__Jayapura);
    assert_eq!(config.internet.expired_card.id(), "warn");
}

#[test]
fn who_may_not_write_may_look() {
    let told = |scene: &Scene, key| scene.shows(&Words::of(Lang::Id).get(key));
    let mut librarian = settings_support::scene(Behind::new(), StaffRole::Librarian, Section::Screen);
    assert!(told(&librarian, "settings-librarian"));
    let dead =
        |scene: &Scene, name| scene.shows(name) && scene.window.query_by_role_and_label(Role::Button, name).is_none();
    assert!(dead(&librarian, "Lama layar Terima kasih") && dead(&librarian, "Kurangi gerak di layar"));
    librarian.window.state_mut().send(act(Act::Flip(Spot::Key("kiosk.reduced_motion"))));
    librarian.window.state_mut().send(act(Act::Open(Spot::Key("kiosk.idle_seconds"))));
    assert!(page(librarian.office()).editing.is_none() && page(librarian.office()).changes().is_empty());
    librarian.press("PIN");
    assert!(dead(&librarian, "Budi Uji"));
    librarian.window.state_mut().send(act(Act::People(people::Event::Add)));
    assert_eq!(page(librarian.office()).people.step, people::Step::None);
    librarian.press("Cadangan data");
    assert!(librarian.window.query_by_role_and_label(Role::Button, "Cadangkan sekarang").is_none());
    for (hindrance, key) in [
        (Hindrance::Missing, "settings-missing"),
        (Hindrance::Protected, "settings-protected"),
        (Hindrance::Owner, "settings-owner"),
        (Hindrance::Folder, "settings-folder"),
    ] {
        let behind = Behind { hindrance: Some(hindrance), ..Behind::new() };
        let scene = settings_support::scene(behind, StaffRole::Administrator, Section::Screen);
        assert!(told(&scene, key));
        assert!(dead(&scene, "Lama layar Terima kasih"));
    }
}

#[test]
fn a_file_that_was_changed_outside_is_shown_and_loaded_but_not_overwritten() {
    let other = SHIPPED.replace("thank_you_seconds = 10", "thank_you_seconds = 20");
    let differs = Difference {
        spot: Spot::Key("kiosk.thank_you_seconds"),
        used: Some(Value::Number(10)),
        written: read(&other).values.get("kiosk.thank_you_seconds").cloned(),
    };
    let mut scene = admin(Section::Screen);
    scene.press("Kurangi gerak di layar");
    scene.behind.outside = Some(Outside::Differences(vec![differs]));
    scene.window.state_mut().send(Event::SettingsFileChanged);
    scene.settle();
    assert!(scene.shows(&Words::of(Lang::Id).get("settings-outside")));
    assert_eq!(page(scene.office()).changes(), ["kiosk.reduced_motion"], "the draft stands");
    scene.press("Simpan");
    assert_eq!(scene.behind.text, SHIPPED);
    scene.press("Lihat bedanya");
    assert!(scene.shows("Dipakai: 10 detik. Di berkas: 20 detik."));
    scene.press("Tutup daftar");
    (scene.behind.outside, scene.behind.text) = (None, other);
    scene.press("Muat ulang");
    assert!(scene.shows("Berkas sudah dimuat ulang."));
    assert!(page(scene.office()).changes().is_empty());
    assert!(scene.shows("20 detik"));
    scene.behind.outside = Some(Outside::Faulty(vec!["kiosk-config.toml:3:1: salah".to_owned()]));
    scene.window.state_mut().send(Event::SettingsFileChanged);
    scene.settle();
    assert!(scene.window.query_by_role_and_label(Role::Button, "Muat ulang").is_none());
    scene.press("Lihat bedanya");
    assert!(scene.shows("kiosk-config.toml:3:1: salah"));
}

#[test]
fn a_scan_is_tried_with_its_middle_hidden_and_nowhere_else() {
    let mut scene = admin(Section::Reader);
    scene.window.state_mut().send(Event::Scanned("0024118736".to_owned()));
    scene.settle();
    assert!(scene.shows("00••••36  ·  10 huruf"));
    assert!(scene.shows("Terbaca sebagai kartu, dan cocok dengan pola nomor KTA."));
    scene.window.state_mut().send(Event::Scanned("?".to_owned()));
    scene.settle();
    assert!(scene.shows("Terbaca sebagai kartu, tetapi tidak cocok dengan pola nomor KTA."));
    scene.types("12345");
    assert!(scene.shows("5 huruf, seperti diketik"));
    scene.press("Umum");
    scene.window.state_mut().send(Event::Scanned("0024118736".to_owned()));
    assert_eq!(page(scene.office()).heard, None);
}

#[test]
fn copies_are_listed_and_made() {
    let mut scene = admin(Section::Backup);
    assert!(scene.shows("Rabu, 25 November 2026"));
    assert!(scene.shows("42,3 MB · di kedua folder"));
    scene.press("Cadangkan sekarang");
    assert!(scene.shows("Cadangan sudah dibuat."));
}

#[test]
fn no_word_of_the_page_is_missing() {
    // A missing word shows as its key.
    for section in Section::ALL.iter().copied() {
        let scene = admin(section);
        for node in scene.window.get_all_by(|_| true) {
            let label = node.accesskit_node().label().unwrap_or_default();
            assert!(!label.starts_with("settings-") && !label.starts_with("set-"), "{label}");
        }
    }
    assert!(describe(Spot::Key("kiosk.idle_seconds")).is_some());
}
