//! What staff see when something is wrong, and how the window refuses and obeys to close.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::cards::choose;
use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN};

/// Waits until `done`, or fails after half a minute.
fn until(what: &str, mut done: impl FnMut() -> bool) {
    let patience = Instant::now() + Duration::from_secs(30);
    while !done() {
        assert!(Instant::now() < patience, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_wrong_configuration_is_listed_and_read_again_on_a_touch() {
    let library = Library::with_members();
    let good = fs::read_to_string(library.config()).unwrap();
    fs::write(library.config(), good.replacen("idle_seconds", "idle_second", 1)).unwrap();
    let kiosk = Kiosk::start(library, 1366, 768);
    kiosk.screen("config_notice");
    kiosk.touch("Muat ulang");
    kiosk.screen("config_notice");
    fs::write(kiosk.library.config(), good).unwrap();
    kiosk.touch("Muat ulang");
    kiosk.screen("welcome");
    kiosk.scan_until(WULAN, "purpose");
    choose(&kiosk, "Membaca di tempat");
    assert_eq!(kiosk.library.visits().len(), 1);
}

#[test]
fn a_kiosk_that_ends_on_a_wrong_configuration_says_so_by_its_exit_code() {
    let library = Library::with_members();
    let good = fs::read_to_string(library.config()).unwrap();
    fs::write(library.config(), good.replacen("idle_seconds", "idle_second", 1)).unwrap();
    let mut kiosk = Kiosk::start(library, 1366, 768);
    kiosk.screen("config_notice");
    assert!(Command::new("kill").arg(kiosk.pid().to_string()).status().unwrap().success());
    until("the kiosk has ended", || !kiosk.runs());
    assert_eq!(kiosk.code(), Some(2));
}

#[test]
fn a_lost_data_folder_is_told_and_the_kiosk_recovers_by_itself() {
    let kiosk = Kiosk::open(Library::with_members());
    let data = kiosk.library.data();
    let away = data.with_extension("away");
    fs::rename(&data, &away).unwrap();
    kiosk.screen("staff_notice");
    fs::rename(&away, &data).unwrap();
    kiosk.screen("welcome");
    kiosk.scan_until(WULAN, "purpose");
    choose(&kiosk, "Layanan arsip");
    assert_eq!(kiosk.library.visits().len(), 1);
}

#[test]
fn the_window_cannot_be_closed_by_hand_and_a_signal_ends_it_in_order() {
    let mut kiosk = Kiosk::open(Library::with_members());
    kiosk.display.key("alt+F4");
    let closed = kiosk.display.command("wmctrl").args(["-c", "Buku Pengunjung"]).status().unwrap();
    assert!(closed.success());
    kiosk.scan_until(WULAN, "purpose");
    choose(&kiosk, "Membaca di tempat");
    assert!(kiosk.runs(), "a kiosk stays open");
    let told = Command::new("kill").arg(kiosk.pid().to_string()).status().unwrap();
    assert!(told.success());
    until("the kiosk has ended", || !kiosk.runs());
    assert!(!kiosk.library.data().join("book.sqlite3-wal").exists(), "its log is moved into the book");
    assert_eq!(kiosk.library.visits().len(), 1);
}

#[test]
fn a_second_copy_is_refused_with_a_sentence() {
    let kiosk = Kiosk::open(Library::with_members());
    let second = kiosk.library.program().output().unwrap();
    assert_eq!(second.status.code(), Some(3));
    let sentence = String::from_utf8(second.stderr).unwrap();
    assert!(sentence.trim_end().lines().next_back().is_some_and(|l| l.contains("already")), "{sentence}");
}
