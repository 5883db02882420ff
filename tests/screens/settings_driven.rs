//! Pengaturan, driven by role and name.

use buku_pengunjung::config::{self, SHIPPED};
use buku_pengunjung::domain::report::Place;
use buku_pengunjung::domain::settings::{List, Section, Spot, Takes, Value, describe};
use buku_pengunjung::domain::staff::Role as StaffRole;
use buku_pengunjung::flow::staff::Event;
use buku_pengunjung::flow::staff::settings::{Difference, Event as Act, Hindrance, Outside, people};
use buku_pengunjung::i18n::{Lang, Words};
use egui::accesskit::Role;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::reports_support::{self, saving, stick};
use crate::settings_support::{Behind, act, at, open, page, read};
use crate::staff_support::{Office, Window, window};
use crate::support::SIZES;

struct Scene {
    behind: Behind,
    window: Window,
}

fn scene(behind: Behind, role: StaffRole, section: Section) -> Scene {
    let mut behind = behind;
    let office = at(&mut behind, role, section);
    Scene { behind, window: open(office) }
}

fn admin(section: Section) -> Scene {
    scene(Behind::new(), StaffRole::Administrator, section)
}

impl Scene {
    fn settle(&mut self) {
        self.window.run_steps(3);
        self.behind.serve(self.window.state_mut());
        self.window.run_steps(2);
    }

    fn press(&mut self, name: &str) {
        let found = self.window.query_all_by_role_and_label(Role::Button, name).next();
        found.unwrap_or_else(|| panic!("no button {name}")).click();
        self.settle();
    }

    /// Opens a row, on whatever part of the tab it stands.
    fn row(&mut self, name: &str) {
        while self.window.query_by_role_and_label(Role::Button, name).is_none() {
            let before = page(self.window.state()).part;
            self.press("Berikutnya");
            assert_ne!(page(self.window.state()).part, before, "no row {name}");
        }
        self.press(name);
    }

    fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.window.state_mut().send(Event::Typed(c));
        }
        self.settle();
    }

    fn wipe(&mut self) {
        self.window.state_mut().send(Event::Clear);
        self.settle();
    }

    /// Tells the page of the drives and of what lies on them.
    fn answer_drives(&mut self) {
        reports_support::answer(self.window.state_mut(), &[stick()]);
        self.settle();
    }

    fn shows(&self, text: &str) -> bool {
        self.window.query_all_by_label(text).next().is_some()
    }

    fn office(&self) -> &Office {
        self.window.state()
    }
}

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
    let mut librarian = self::scene(Behind::new(), StaffRole::Librarian, Section::Backup);
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
fn who_may_not_write_may_look() {
    let told = |scene: &Scene, key| scene.shows(&Words::of(Lang::Id).get(key));
    let mut librarian = scene(Behind::new(), StaffRole::Librarian, Section::Screen);
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
        let scene = scene(behind, StaffRole::Administrator, Section::Screen);
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

#[test]
fn the_pages_look_as_they_did() {
    let mut results = SnapshotResults::new();
    let mut picture = |office, name: &str| {
        let mut window = open(office);
        window.snapshot(name);
        results.extend(window.take_snapshot_results());
    };
    picture(at(&mut Behind::new(), StaffRole::Administrator, Section::General), "staff-settings-1920x1080");
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, Section::Screen);
    office.send(act(Act::Open(Spot::Key("kiosk.idle_seconds"))));
    picture(office, "staff-settings-number-1920x1080");
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, Section::Room);
    office.send(act(Act::Row(List::Seats, 2)));
    office.send(act(Act::Open(Spot::Cell(List::Seats, 2, "position"))));
    picture(office, "staff-settings-map-1920x1080");
    picture(at(&mut Behind::new(), StaffRole::Librarian, Section::Pin), "staff-settings-librarian-1920x1080");
    picture(crate::health_driven::found(), "staff-health-1920x1080");
    picture(crate::health_driven::log(), "staff-health-log-1920x1080");
}

/// Paints the page into the folder named by `SCREENS_TO`.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_settings() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    for (size, pixels) in SIZES {
        for section in Section::ALL.iter().copied() {
            let mut behind = Behind::new();
            let office = at(&mut behind, StaffRole::Administrator, section);
            let file = format!("{folder}/settings-{}-{size}.png", section.id());
            window(office, pixels).render().unwrap().save(file).unwrap();
        }
        let opened = [
            ("line", Section::General, Spot::Key("library.name")),
            ("signs", Section::General, Spot::Key("library.website")),
            ("lines", Section::General, Spot::Key("library.letterhead")),
            ("open", Section::General, Spot::Key("library.timezone")),
            ("number", Section::Screen, Spot::Key("kiosk.idle_seconds")),
            ("choice", Section::Screen, Spot::Key("repeat.rule")),
            ("hours", Section::Room, Spot::Key("internet.hours.monday")),
            ("purpose", Section::Room, Spot::Key("internet.purpose")),
            ("icon", Section::Purposes, Spot::Cell(List::Purposes, 0, "icon")),
            ("several", Section::Purposes, Spot::Cell(List::Purposes, 0, "for")),
            ("place", Section::Room, Spot::Cell(List::Seats, 2, "position")),
        ];
        for (name, section, spot) in opened {
            let mut behind = Behind::new();
            let mut office = at(&mut behind, StaffRole::Administrator, section);
            if let Spot::Cell(list, row, _) = spot {
                office.send(act(Act::Row(list, row)));
            }
            office.send(act(Act::Open(spot)));
            let file = format!("{folder}/settings-open-{name}-{size}.png");
            window(office, pixels).render().unwrap().save(file).unwrap();
        }
        for (name, office) in crate::settings_layout::backup() {
            window(office, pixels).render().unwrap().save(format!("{folder}/settings-{name}-{size}.png")).unwrap();
        }
        let mut behind = Behind::new();
        let mut office = at(&mut behind, StaffRole::Administrator, Section::Pin);
        office.send(act(Act::People(people::Event::Add)));
        window(office, pixels).render().unwrap().save(format!("{folder}/settings-people-add-{size}.png")).unwrap();
    }
}

/// Paints the health page into the folder named by `SCREENS_TO`.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_health() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    for (size, pixels) in SIZES {
        let office = crate::health_driven::found();
        window(office, pixels).render().unwrap().save(format!("{folder}/health-{size}.png")).unwrap();
        let office = crate::health_driven::log();
        window(office, pixels).render().unwrap().save(format!("{folder}/health-log-{size}.png")).unwrap();
    }
}
