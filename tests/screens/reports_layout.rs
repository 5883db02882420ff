//! Laporan and what may lie over it, at every size: nothing is cut, covered or outside, every target is large enough, and
//! pictures of it are kept. The printed page itself is a picture.

use buku_pengunjung::domain::report::{Saved, Stored, Trouble};
use egui::Vec2;
use egui_kittest::SnapshotResults;

use crate::layout::{targets, texts};
use crate::painted::Painted;
use crate::reports_driven::{ends, made, office, press};
use crate::staff_support::{SMALLEST, Window, window};
use crate::support::SIZES;

/// A target of the panel is as large as this at least, in du.
const TARGET: f32 = 64.0;
/// Width of the sidebar at 1920 x 1080.
const SIDEBAR: u32 = 296;

/// The page, and what may lie over it.
const SCENES: [&str; 12] =
    ["page", "rows", "month", "range", "years", "places", "folders", "large", "making", "saved", "full", "gone"];

fn scene(name: &str, pixels: Vec2) -> Window {
    let file = || Stored { name: "laporan-kunjungan-2026-11.pdf".into(), until: None };
    let mut window = window(office(), pixels);
    let touches: &[&str] = match name {
        "rows" => &["Buku pengunjung"],
        "month" => &["November 2026"],
        "range" => &["November 2026", "Rentang", "Jumat, 20 November 2026", "Selasa, 3 November 2026"],
        "years" => &["November 2026", "Tahun"],
        "places" => &["Flashdisk LAPORAN"],
        "folders" => &["Flashdisk LAPORAN", "Pilih folder di LAPORAN"],
        "large" => &["Perbesar"],
        "making" => &["Buat laporan PDF"],
        _ => &[],
    };
    for touch in touches {
        press(&mut window, touch);
    }
    let saved = match name {
        "saved" => Some(Saved::Done(file())),
        "full" => Some(Saved::Kept(Trouble::Full { needed: 1_200_000, free: Some(64_000) }, file())),
        "gone" => Some(Saved::Failed(Trouble::Gone)),
        _ => None,
    };
    if let Some(saved) = saved {
        let (ticket, ..) = made(&mut window, "Buat laporan PDF");
        ends(&mut window, ticket, saved);
    }
    window
}

fn check(index: usize) {
    let (size, pixels) = SIZES[index];
    let mut faults = Vec::new();
    for name in SCENES {
        let shown = scene(name, pixels);
        let whole = shown.ctx.viewport_rect();
        let mut painted = Painted::of(&shown.output().shapes, whole);
        // What is painted within the paper alone.
        painted.texts.retain(|text| text.clip.width() > whole.width() * 0.75);
        let mut found = Vec::new();
        texts(&painted, whole, &[], &[], SMALLEST, &mut found);
        targets(shown.root(), whole, TARGET, &mut found);
        assert!(painted.texts.len() > 2, "nothing was read of {name}");
        faults.extend(found.into_iter().map(|fault| format!("{name} {size}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn reports_fit_at_1920x1080() {
    check(0);
}

#[test]
fn reports_fit_at_1366x768() {
    check(1);
}

#[test]
fn reports_fit_at_1280x1024() {
    check(2);
}

#[test]
fn reports_fit_at_1080x1920() {
    check(3);
}

/// Without the sidebar, which is not this page's: it shows the tabs that are built.
#[test]
fn the_page_looks_as_drawn() {
    let mut results = SnapshotResults::new();
    for (name, picture) in [("page", "staff-reports-1920x1080"), ("range", "staff-reports-range-1920x1080")] {
        let mut painted = scene(name, SIZES[0].1).render().unwrap();
        for (_, _, pixel) in painted.enumerate_pixels_mut().filter(|(x, ..)| *x < SIDEBAR) {
            pixel.0 = [255; 4];
        }
        results.add(egui_kittest::try_image_snapshot(&painted, picture));
    }
}

/// Paints the page into the folder named by `SCREENS_TO`; only scenes with `SCREENS_ONLY` in their name, if it is set.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_pictures() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    let only = std::env::var("SCREENS_ONLY").unwrap_or_default();
    for (size, pixels) in SIZES {
        for name in SCENES {
            let file = format!("reports-{name}-{size}.png");
            if file.contains(&only) {
                scene(name, pixels).render().unwrap().save(format!("{folder}/{file}")).unwrap();
            }
        }
    }
}
