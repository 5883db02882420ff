//! Pengaturan in a real window: what is changed in the panel counts for the next visitor, and the file stays the file.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use crate::staff::{PIN, acts, first_page, holds, remembers, staffed};
use crate::support::kiosk::Kiosk;
use crate::support::library::WULAN;

fn text(kiosk: &Kiosk) -> String {
    fs::read_to_string(kiosk.library.config()).unwrap()
}

impl Kiosk {
    /// Opens the panel at a tab of the settings.
    fn open_settings(&self, tab: &str) {
        self.hold_the_emblem();
        self.touch_figures(PIN);
        self.screen(&first_page());
        self.touch("Pengaturan");
        self.screen("staff_settings");
        self.control("Layar dan bahasa");
        self.touch(tab);
    }

    /// Waits until the file holds that text.
    fn waits_for_file(&self, wanted: &str) {
        let until = std::time::Instant::now() + crate::support::display::PATIENCE;
        while !text(self).contains(wanted) {
            assert!(std::time::Instant::now() < until, "the file never holds {wanted}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn what_is_changed_counts_for_the_next_visitor_and_only_that_is_changed_in_the_file() {
    let kiosk = Kiosk::open(staffed());
    let before = text(&kiosk);
    fs::set_permissions(kiosk.library.config(), fs::Permissions::from_mode(0o640)).unwrap();
    kiosk.open_settings("Keperluan");
    kiosk.touch("Membaca di tempat");
    kiosk.touch("Tulisan di layar");
    kiosk.control("spasi");
    kiosk.touch_keys(" saja");
    kiosk.touch("Selesai");
    kiosk.touch("Semua keperluan");
    kiosk.touch("Layanan arsip");
    kiosk.touch("Tampil di layar");
    kiosk.touch("Layar dan bahasa");
    kiosk.touch("Lama layar Terima kasih");
    kiosk.touch("Ulangi");
    kiosk.touch("3");
    kiosk.touch("Selesai");
    kiosk.touch("Simpan");
    kiosk.waits_for_file("thank_you_seconds = 3");
    let mut wanted = before.replace("thank_you_seconds = 10", "thank_you_seconds = 3");
    wanted = wanted.replace("label.id = \"Membaca di tempat\"", "label.id = \"Membaca di tempat saja\"");
    let archive = wanted.find("id = \"archive\"").unwrap();
    let active = archive + wanted[archive..].find("active = true").unwrap();
    wanted.replace_range(active..active + "active = true".len(), "active = false");
    assert_eq!(text(&kiosk), wanted);
    let mode = fs::metadata(kiosk.library.config()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);

    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    assert!(kiosk.controls().iter().all(|control| !control.label.starts_with("Layanan arsip")));
    kiosk.touch("Membaca di tempat saja");
    kiosk.screen("done");
    let thanked = std::time::Instant::now();
    kiosk.screen("welcome");
    assert!(thanked.elapsed() < Duration::from_secs(8), "three seconds and no longer ten");
    let library = kiosk.close();
    assert!(acts(&library).contains(&"settings_changed".to_owned()));
}

#[test]
fn a_file_that_may_not_be_written_is_only_shown() {
    let library = staffed();
    fs::set_permissions(library.config(), fs::Permissions::from_mode(0o444)).unwrap();
    let kiosk = Kiosk::open(library);
    let before = text(&kiosk);
    kiosk.open_settings("Layar dan bahasa");
    kiosk.touch("Cadangan data");
    kiosk.control("Cadangkan sekarang");
    let names: Vec<String> = kiosk.controls().into_iter().map(|control| control.label).collect();
    assert!(!names.iter().any(|name| name == "Salinan yang disimpan" || name == "Simpan"), "{names:?}");
    kiosk.picture("staff-settings-read-only");
    assert_eq!(text(&kiosk), before);
}

#[test]
fn a_file_changed_meanwhile_is_not_overwritten_and_can_be_loaded() {
    let kiosk = Kiosk::open(staffed());
    kiosk.open_settings("Layar dan bahasa");
    kiosk.touch("Kurangi gerak di layar");
    kiosk.control("Simpan");
    let other = text(&kiosk).replace("label.id = \"Membaca di tempat\"", "label.id = \"Membaca di luar\"");
    fs::write(kiosk.library.config(), &other).unwrap();
    kiosk.control("Lihat bedanya");
    kiosk.touch("Simpan");
    kiosk.touch("Lihat bedanya");
    kiosk.picture("staff-settings-changed-outside");
    assert_eq!(text(&kiosk), other);
    kiosk.touch("Muat ulang");
    kiosk.waits_for_log("settings_changed from_file", 1);
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.control("Membaca di luar");
}

#[test]
fn a_pin_set_in_the_panel_opens_it_and_stands_nowhere() {
    const NEW: &str = "264813";
    let kiosk = Kiosk::open(staffed());
    kiosk.open_settings("PIN");
    kiosk.touch("Tambah petugas");
    kiosk.control("Nama petugas");
    kiosk.display.typing("Budi Uji");
    kiosk.touch("Lanjut");
    kiosk.control("Ulangi");
    for _ in 0..2 {
        kiosk.touch_figures("264");
        kiosk.display.typing("813");
    }
    kiosk.waits_for_log("staff_added librarian", 1);
    kiosk.control("Budi Uji");
    assert!(holds(&kiosk.library.data(), b"$argon2id$"), "the search finds what is there");
    for pin in [NEW, PIN] {
        assert!(!holds(&kiosk.library.data(), pin.as_bytes()), "a PIN in a file");
        assert!(!remembers(kiosk.pid(), pin.as_bytes()), "a PIN in the memory of the open panel");
    }
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    kiosk.hold_the_emblem();
    kiosk.touch_figures(NEW);
    kiosk.screen(&first_page());
    assert!(!remembers(kiosk.pid(), NEW.as_bytes()), "a PIN in memory");
}

#[test]
fn a_copy_is_made_on_request() {
    let kiosk = Kiosk::open(staffed());
    let backups = kiosk.library.data().join("backups");
    kiosk.open_settings("Cadangan data");
    let copies = || fs::read_dir(&backups).map_or(0, |entries| entries.filter_map(Result::ok).count());
    // The daily one may stand already; it is made anew.
    let newest = |after: std::time::SystemTime| {
        fs::read_dir(&backups).is_ok_and(|mut entries| {
            entries.any(|e| e.is_ok_and(|e| e.metadata().is_ok_and(|m| m.modified().is_ok_and(|at| at > after))))
        })
    };
    let asked = std::time::SystemTime::now();
    kiosk.touch("Cadangkan sekarang");
    kiosk.waits_for_log("backup_made", 1);
    let until = std::time::Instant::now() + crate::support::display::PATIENCE;
    while !newest(asked) {
        assert!(std::time::Instant::now() < until, "no copy is made");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(copies() >= 1);
}
