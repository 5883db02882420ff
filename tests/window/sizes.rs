//! The window covers the whole display, whatever its shape, and everything on it can be touched.

use crate::support::kiosk::Kiosk;
use crate::support::library::{Library, WULAN};

fn a_visit_on(width: u16, height: u16) {
    let kiosk = Kiosk::open_on(Library::with_members(), width.into(), height.into());
    let inside = |screen: &str| {
        let controls = kiosk.controls();
        assert!(controls.len() >= 2, "{screen} has something to touch");
        for control in controls {
            let [x, y, w, h] = control.bounds;
            let fits = x >= 0.0 && y >= 0.0 && x + w <= f32::from(width) && y + h <= f32::from(height);
            assert!(fits, "on {screen} at {width} x {height}: {control:?}");
        }
    };
    assert_eq!(kiosk.display.active_window_size(), (width.into(), height.into()));
    inside("welcome");
    for (tile, screen) in [("Anggota", "card_entry"), ("Non Anggota", "non_member"), ("Rombongan", "group")] {
        kiosk.touch(tile);
        kiosk.screen(screen);
        kiosk.control("Kembali");
        inside(screen);
        kiosk.touch("Kembali");
        kiosk.screen("welcome");
    }
    kiosk.display.scan(WULAN);
    kiosk.screen("purpose");
    kiosk.control("Lainnya");
    inside("purpose");
    kiosk.touch("Lainnya");
    kiosk.screen("note");
    kiosk.control("Simpan");
    inside("note");
    kiosk.touch_keys("Rapat");
    kiosk.touch("Simpan");
    kiosk.screen("done");
    kiosk.control("Selesai");
    inside("done");
    assert_eq!(kiosk.library.visits().len(), 1);
}

#[test]
fn full_hd() {
    a_visit_on(1920, 1080);
}

#[test]
fn a_small_notebook() {
    a_visit_on(1366, 768);
}

#[test]
fn an_old_monitor() {
    a_visit_on(1280, 1024);
}

#[test]
fn a_totem() {
    a_visit_on(1080, 1920);
}
