//! Touches at random all over the panel, as of somebody who found it open: it stands, and the book is whole.

use std::collections::BTreeSet;

use crate::staff::{PIN, staffed};
use crate::support::kiosk::Kiosk;
use crate::support::library::WULAN;

const TABS: [&str; 7] =
    ["Statistik", "Kunjungan", "Ruang internet", "Anggota", "Laporan", "Pengaturan", "Kesehatan sistem"];
/// So many touches on each page before the next one is chosen.
const A_PAGE: usize = 15;

#[test]
fn random_touches_in_the_panel_break_nothing() {
    let count: usize = std::env::var("BUKU_RANDOM_TOUCHES").ok().and_then(|n| n.parse().ok()).unwrap_or(105);
    let library = staffed();
    library.done(&["demo-data", "--members", "1", "--visits", "400", "--years", "1", "--seed", "5"]);
    let mut kiosk = Kiosk::open(library);
    let mut seed = 0x70C4_u64;
    let mut dice = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut pages = BTreeSet::new();
    for turn in 0..count.div_ceil(A_PAGE) {
        into_the_panel(&kiosk);
        // What stands over the page goes first.
        kiosk.display.keys(&["Escape"; 3], 300);
        let tab = kiosk.controls().into_iter().find(|control| control.label == TABS[turn % TABS.len()]);
        if let Some(tab) = tab {
            kiosk.display.touches(&[tab.centre()]);
        }
        for _ in 0..A_PAGE {
            pages.insert(kiosk.now());
            let controls = kiosk.controls();
            let all: Vec<_> =
                controls.iter().filter(|c| c.label != "Kunci panel" && !c.label.contains("Keluar")).collect();
            let Some(control) = all.get(dice(all.len().max(1))) else { continue };
            let [x, y, w, h] = control.bounds;
            let part = |dice: &mut dyn FnMut(usize) -> usize| [0.1, 0.3, 0.5, 0.7, 0.9][dice(5)];
            kiosk.display.touches(&[(x + w * part(&mut dice), y + h * part(&mut dice))]);
            assert!(kiosk.runs(), "it ended after a touch on {control:?} of {}", kiosk.now());
        }
    }
    let seen = TABS.len() - 1;
    assert!(pages.iter().filter(|page| page.starts_with("staff_")).count() >= seen, "only {pages:?} were seen");
    let library = kiosk.close();
    let checked = library.done(&["verify"]);
    assert!(checked.contains("ok") && !checked.to_lowercase().contains("fail"), "{checked}");
}

/// The panel, from whatever screen the touches led to.
fn into_the_panel(kiosk: &Kiosk) {
    for _ in 0..4 {
        if kiosk.now().starts_with("staff_") && kiosk.now() != "staff_pin" {
            return;
        }
        // Out of a form or a question, home to the emblem.
        kiosk.display.keys(&["Escape"; 8], 120);
        kiosk.scan_until(WULAN, "purpose");
        kiosk.display.keys(&["Escape"; 4], 120);
        kiosk.screen("welcome");
        kiosk.hold_the_emblem();
        kiosk.display.typing(PIN);
        kiosk.calm();
    }
    panic!("the panel does not open any more, from {}", kiosk.now());
}
