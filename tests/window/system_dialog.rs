//! The system's own file dialog at a kiosk that stands in a window. No desktop is here: a program of the test answers in
//! the place of `zenity`, which is asked when no portal can be reached. The portal itself is not tried.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::staff::{PIN, first_page, staffed};
use crate::support::display::Display;
use crate::support::kiosk::Kiosk;

/// Stays open until it is told what to answer; an empty answer closes it.
const DIALOG: &str = r#"#!/bin/sh
echo "$*" >> "$0.asked"
while ! [ -e "$0.answer" ]; do sleep 0.05; done
read -r path < "$0.answer"
rm "$0.answer"
[ -n "$path" ] && echo "$path"
"#;
/// Becomes the kiosk in a window, with that program before all others and no message bus.
const IN_A_WINDOW: &str = "PATH=\"$1:$PATH\" DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent; export PATH \
    DBUS_SESSION_BUS_ADDRESS; shift; exec \"$@\" run --windowed 1366x768";

/// The same on a desktop that has no such program.
const WITHOUT: &str = "PATH=\"$1\" DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent; export PATH DBUS_SESSION_BUS_ADDRESS; \
    shift; exec \"$@\" run --windowed 1366x768";

/// A kiosk in a window with a frame, somewhere on the display.
struct Framed {
    kiosk: Kiosk,
    corner: (f32, f32),
    dialog: PathBuf,
}

impl Framed {
    fn open(programs: &Path) -> Self {
        let dialog = programs.join("zenity");
        fs::write(&dialog, DIALOG).unwrap();
        fs::set_permissions(&dialog, fs::Permissions::from_mode(0o755)).unwrap();
        Self::start(IN_A_WINDOW, programs, dialog)
    }

    fn start(how: &str, programs: &Path, dialog: PathBuf) -> Self {
        let wrapper = ["sh", "-c", how, "sh", programs.to_str().unwrap()];
        let kiosk = Kiosk::start_behind(&wrapper, Display::start(1600, 1000), staffed(), "layout");
        kiosk.screen("welcome");
        kiosk.display.wait_for_focus();
        let said = kiosk.display.command("xwininfo").args(["-name", "Buku Pengunjung"]).stdout(Stdio::piped()).output();
        let said = String::from_utf8(said.unwrap().stdout).unwrap();
        let value = |name: &str| said.lines().find_map(|l| l.trim().strip_prefix(name)?.trim().parse::<f32>().ok());
        let corner = (value("Absolute upper-left X:").unwrap(), value("Absolute upper-left Y:").unwrap());
        Self { kiosk, corner, dialog }
    }

    fn touch(&self, label: &str) {
        let (x, y) = self.kiosk.control(label).centre();
        self.kiosk.display.touch((x + self.corner.0, y + self.corner.1));
    }

    /// In the panel.
    fn unlock(&self) {
        let emblem = (104.0 + self.corner.0, 101.0 + self.corner.1);
        self.kiosk.display.down(emblem);
        self.kiosk.screen("staff_pin");
        self.kiosk.display.up();
        for figure in PIN.chars() {
            self.touch(&figure.to_string());
        }
        self.kiosk.screen(&first_page());
    }

    fn answer(&self, path: &str) {
        fs::write(self.dialog.with_extension("new"), format!("{path}\n")).unwrap();
        fs::rename(self.dialog.with_extension("new"), self.dialog.with_extension("answer")).unwrap();
    }

    fn asked(&self) -> String {
        fs::read_to_string(self.dialog.with_extension("asked")).unwrap()
    }
}

#[test]
fn a_folder_and_a_list_are_chosen_in_the_dialog_of_the_system() {
    let folder = tempfile::tempdir().unwrap();
    let (programs, shared) = (folder.path().join("bin"), folder.path().join("bersama"));
    fs::create_dir(&programs).unwrap();
    fs::create_dir(&shared).unwrap();
    let kiosk = Framed::open(&programs);
    kiosk.unlock();
    kiosk.touch("Laporan");
    kiosk.kiosk.screen("staff_reports");
    kiosk.touch("Folder laporan");
    kiosk.touch("Pilih lewat sistem");
    kiosk.kiosk.control("Menunggu jendela sistem");
    kiosk.kiosk.picture("system-dialog-waits");
    // The panel goes on while it is open.
    kiosk.touch("Tutup");
    kiosk.kiosk.gone("Tutup");
    kiosk.touch("Rekap tahunan");
    kiosk.answer("");
    kiosk.touch("Folder laporan");
    kiosk.touch("Pilih lewat sistem");
    kiosk.kiosk.control("Menunggu jendela sistem");
    kiosk.answer(shared.to_str().unwrap());
    kiosk.kiosk.control("bersama");
    kiosk.touch("Buat laporan PDF");
    kiosk.touch("Tutup");
    kiosk.kiosk.gone("Tutup");
    let files: Vec<_> = fs::read_dir(&shared).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files.len(), 1);
    assert!(files[0].starts_with("laporan-kunjungan-"), "{files:?}");
    assert_eq!(Path::new(&files[0]).extension(), Some("pdf".as_ref()));

    let list = folder.path().join("anggota.csv");
    fs::write(&list, "No. KTA;Nama Lengkap;JK\n21000000000017;Wulan Teladan;P\n").unwrap();
    kiosk.touch("Anggota");
    kiosk.kiosk.screen("staff_members");
    kiosk.touch("Impor anggota");
    kiosk.touch("Pilih lewat sistem");
    kiosk.answer(list.to_str().unwrap());
    kiosk.kiosk.control("Nama: Nama Lengkap");
    let asked = kiosk.asked();
    let asked: Vec<&str> = asked.lines().collect();
    assert_eq!(asked.len(), 3);
    assert!(asked[..2].iter().all(|line| line.contains("--directory")) && asked[2].contains("*.csv"), "{asked:?}");
}

#[test]
fn a_desktop_that_opens_no_dialog_says_what_to_do_instead() {
    let folder = tempfile::tempdir().unwrap();
    let kiosk = Framed::start(WITHOUT, folder.path(), PathBuf::new());
    kiosk.unlock();
    kiosk.touch("Laporan");
    kiosk.kiosk.screen("staff_reports");
    kiosk.touch("Folder laporan");
    kiosk.touch("Pilih lewat sistem");
    let told = "Belum ada yang dipilih. Bila jendela sistem tidak muncul, pilih dari daftar di atas.";
    kiosk.kiosk.control(told);
    kiosk.touch("Tutup");
    kiosk.kiosk.gone("Tutup");
    kiosk.touch("Anggota");
    kiosk.kiosk.screen("staff_members");
    kiosk.touch("Impor anggota");
    kiosk.touch("Pilih lewat sistem");
    kiosk.kiosk.control(told);
    kiosk.touch("Pengaturan");
    kiosk.kiosk.screen("staff_settings");
    kiosk.touch("Cadangan data");
    kiosk.touch("Folder cadangan kedua");
    kiosk.touch("Pilih flashdisk atau folder");
    kiosk.touch("Pilih lewat sistem");
    kiosk.kiosk.control(told);
}

#[test]
fn a_kiosk_that_fills_the_screen_offers_none() {
    let kiosk = Kiosk::open(staffed());
    kiosk.hold_the_emblem();
    kiosk.touch_figures(PIN);
    kiosk.screen(&first_page());
    kiosk.touch("Laporan");
    kiosk.screen("staff_reports");
    kiosk.touch("Folder laporan");
    kiosk.control("Tutup");
    assert!(kiosk.controls().iter().all(|control| !control.label.contains("lewat sistem")));
}
