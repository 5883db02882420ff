//! The staff's side in a real window: the hidden way in, PINs, the lock, and what is left of a PIN afterwards.

use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;

use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN, field};

/// Where the emblem of Welcome stands on 1920 x 1080.
const EMBLEM: (f32, f32) = (104.0, 101.0);
pub const PIN: &str = "739154";

/// A library with one administrator, whose PIN is [`PIN`].
pub fn staffed() -> Library {
    let library = Library::with_members();
    let mut child = library
        .program()
        .args(["staff", "set-pin", "--name", "Sri Uji", "--role", "administrator"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(PIN.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    library
}

impl Kiosk {
    /// Holds the emblem until the pad opens.
    pub fn hold_the_emblem(&self) {
        self.display.down(EMBLEM);
        self.screen("staff_pin");
        self.display.up();
    }

    /// Touches figure by figure.
    pub fn touch_figures(&self, figures: &str) {
        for figure in figures.chars() {
            self.touch(&figure.to_string());
        }
    }
}

/// The page on which the panel opens: the first one of the sidebar.
pub fn first_page() -> String {
    format!("staff_{}", buku_pengunjung::ui::staff::TABS[0].tab.id())
}

/// The acts of the audit log, oldest first.
pub fn acts(library: &Library) -> Vec<String> {
    use buku_pengunjung::storage::{Book, BookSettings, folder};
    let book = Book::open_read_only(&folder::prepare(&library.data()).unwrap(), BookSettings::default()).unwrap();
    let lines = book.audit_lines(None, 1000).unwrap();
    lines.iter().rev().map(|l| format!("{} {}", l.act, l.reason).trim().to_owned()).collect()
}

/// Waits for the tab on which the panel opens.
pub fn in_the_panel(kiosk: &Kiosk) {
    kiosk.screen(&first_page());
}

#[test]
fn the_emblem_leads_to_the_pin_and_the_pin_to_the_panel() {
    let kiosk = Kiosk::open(staffed());
    kiosk.display.press(EMBLEM, 2.0, 12.0);
    kiosk.display.touch(EMBLEM);
    assert_eq!(kiosk.now(), "welcome", "a short press does nothing");
    kiosk.hold_the_emblem();
    kiosk.touch("Kembali ke layar pengunjung");
    kiosk.screen("welcome");
    kiosk.hold_the_emblem();
    kiosk.picture("staff-pin");
    kiosk.touch_figures("739150");
    kiosk.touch_figures("73");
    // The other four by keyboard.
    kiosk.display.typing("9");
    kiosk.display.key("BackSpace");
    kiosk.display.typing("9154");
    kiosk.screen(&first_page());
    kiosk.picture("staff-panel");
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    // The lock of the panel is written down on a thread of its own; ending the kiosk waits for it.
    let library = kiosk.close();
    let expected =
        ["members_imported", "staff_added administrator", "pin_wrong", "panel_opened", "panel_locked by_hand"];
    assert_eq!(acts(&library), expected);
    assert!(library.done(&["verify"]).contains("5 entries of the audit log hang together"));
}

#[test]
fn a_scan_enters_no_pin_and_the_pad_goes_away() {
    let kiosk = Kiosk::open(staffed());
    kiosk.hold_the_emblem();
    kiosk.touch("7");
    kiosk.display.scan(WULAN);
    kiosk.display.scan(PIN);
    kiosk.touch_figures("39154");
    kiosk.screen(&first_page());
    kiosk.display.scan(WULAN);
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    assert!(kiosk.library.visits().is_empty());
    kiosk.hold_the_emblem();
    kiosk.screen("welcome"); // after twenty seconds without a touch
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
}

#[test]
fn wrong_pins_close_the_pad_and_visitors_check_in_meanwhile() {
    let mut kiosk = Kiosk::open(staffed());
    kiosk.hold_the_emblem();
    for left in [4, 3, 2, 1] {
        kiosk.touch_figures("000000");
        kiosk.waits_for_log("pin_wrong", 5 - left);
    }
    kiosk.touch_figures("000000");
    kiosk.waits_for_log("pin_locked minutes_1", 1);
    kiosk.touch("Kembali ke layar pengunjung");
    kiosk.screen("welcome");
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.touch("Membaca di tempat");
    kiosk.screen("done");
    assert_eq!(field(&kiosk.library.visits()[0], "card_number"), WULAN);
    // Neither the plug nor a right PIN opens it sooner.
    kiosk = Kiosk::open(kiosk.cut());
    kiosk.hold_the_emblem();
    kiosk.touch_figures(PIN);
    kiosk.display.key("Escape");
    kiosk.screen("welcome");
    assert!(!acts(&kiosk.library).iter().any(|act| act == "panel_opened"));
}

impl Kiosk {
    /// Waits until the log holds that act so often.
    pub fn waits_for_log(&self, act: &str, times: usize) {
        let until = std::time::Instant::now() + crate::support::display::PATIENCE;
        while acts(&self.library).iter().filter(|a| *a == act).count() < times {
            assert!(std::time::Instant::now() < until, "{act} was not written {times} times");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

#[test]
fn the_first_administrator_comes_by_the_code_in_the_file() {
    let kiosk = Kiosk::open(Library::with_members());
    let file = kiosk.library.data().join("first-sign-in-code.txt");
    let mode = fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    let code = fs::read_to_string(&file).unwrap().trim().to_owned();
    kiosk.hold_the_emblem();
    kiosk.touch_figures(&code);
    kiosk.screen("staff_new_pin");
    kiosk.touch_figures("123456");
    kiosk.screen("staff_new_pin");
    kiosk.touch_figures(PIN);
    kiosk.screen("staff_new_pin_again");
    kiosk.touch_figures(PIN);
    kiosk.screen(&first_page());
    assert!(!file.exists(), "the code is used up");
    assert!(kiosk.library.done(&["staff", "list"]).contains("administrator"));
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    kiosk.hold_the_emblem();
    kiosk.touch_figures(&code);
    kiosk.waits_for_log("pin_wrong", 1);
    kiosk.touch_figures(PIN);
    kiosk.screen(&first_page());
}

#[test]
fn the_chord_opens_the_pad_as_well_and_an_administrator_may_leave() {
    let library = staffed().set("staff", "unlock_chord", "ctrl+alt+p");
    let mut kiosk = Kiosk::open(library);
    kiosk.touch("Non Anggota");
    kiosk.screen("non_member");
    kiosk.display.key("ctrl+alt+p");
    kiosk.touch("Batal");
    kiosk.screen("welcome");
    kiosk.display.key("ctrl+alt+p");
    kiosk.screen("staff_pin");
    kiosk.display.typing(PIN);
    kiosk.screen(&first_page());
    kiosk.touch("Kesehatan sistem");
    kiosk.screen("staff_health");
    kiosk.touch("Keluar dari kiosk");
    kiosk.touch("Ya, keluar");
    let until = std::time::Instant::now() + crate::support::display::PATIENCE;
    while kiosk.runs() {
        assert!(std::time::Instant::now() < until, "the kiosk does not end");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(acts(&kiosk.library).last().map(String::as_str), Some("kiosk_left"));
}

#[test]
fn an_untouched_panel_locks_itself() {
    let kiosk = Kiosk::open(staffed().set("staff", "panel_lock_seconds", 30));
    kiosk.hold_the_emblem();
    kiosk.touch_figures(PIN);
    kiosk.screen(&first_page());
    kiosk.screen_within("welcome", 2 * crate::support::display::PATIENCE);
    kiosk.waits_for_log("panel_locked by_itself", 1);
}

#[test]
fn nothing_is_left_of_a_pin_in_files_or_in_memory() {
    let kiosk = Kiosk::open(staffed());
    kiosk.hold_the_emblem();
    kiosk.touch_figures("739");
    kiosk.display.typing("154");
    kiosk.screen(&first_page());
    assert!(holds(&kiosk.library.data(), b"$argon2id$"), "the search finds what is there");
    assert!(!holds(&kiosk.library.data(), PIN.as_bytes()), "a PIN in a file");
    assert!(remembers(kiosk.pid(), "Kesehatan sistem".as_bytes()), "the search reads the memory");
    assert!(!remembers(kiosk.pid(), PIN.as_bytes()), "a PIN in the memory of the open panel");
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    assert!(!remembers(kiosk.pid(), PIN.as_bytes()), "a PIN in the memory of the locked panel");
}

/// Whether any file below the folder holds these bytes.
pub fn holds(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, bytes);
        }
        fs::read(&path).unwrap().windows(bytes.len()).any(|w| w == bytes)
    })
}

/// Whether the writable memory of a process holds these bytes.
pub fn remembers(pid: u32, bytes: &[u8]) -> bool {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps")).unwrap();
    let mut memory = fs::File::open(format!("/proc/{pid}/mem")).unwrap();
    maps.lines().filter(|line| line.contains(" rw")).any(|line| {
        let (from, to) = line.split_once(' ').unwrap().0.split_once('-').unwrap();
        let address = |hex| u64::from_str_radix(hex, 16).unwrap();
        let (from, to) = (address(from), address(to));
        if memory.seek(SeekFrom::Start(from)).is_err() {
            return false;
        }
        let mut part = Vec::new();
        // A mapping of a device cannot be read, and holds nothing that was typed.
        let _ = (&memory).take(to - from).read_to_end(&mut part);
        part.windows(bytes.len()).any(|w| w == bytes)
    })
}
