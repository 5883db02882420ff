//! Kunjungan at every size: nothing is cut, covered or outside, and every target is large enough.

use crate::layout;
use crate::staff_support::{Office, SMALLEST, window};
use crate::staff_visits_scenes;
use crate::support::SIZES;
use crate::visits_export_scenes;

/// A target of the panel: quick filters are the smallest.
const TARGET: f32 = 56.0;

/// A scene of a page: its name and what leads to it.
pub type Scene = (&'static str, fn() -> Office);

fn scenes() -> Vec<Scene> {
    [staff_visits_scenes::SCENES, visits_export_scenes::SCENES].concat()
}

fn check_size(index: usize) {
    let (size, pixels) = SIZES[index];
    let mut faults = Vec::new();
    for (name, office) in scenes() {
        let harness = window(office(), pixels);
        let found = layout::faults(&harness, &[], SMALLEST, TARGET);
        faults.extend(found.into_iter().map(|fault| format!("{name} {size}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_book_fits_at_1920x1080() {
    check_size(0);
}

#[test]
fn the_book_fits_at_1366x768() {
    check_size(1);
}

#[test]
fn the_book_fits_at_1280x1024() {
    check_size(2);
}

#[test]
fn the_book_fits_at_1080x1920() {
    check_size(3);
}

/// Paints the scenes into the folder named by `SCREENS_TO`; `SCREENS_ONLY` picks those whose file name contains it.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_pages() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    let only = std::env::var("SCREENS_ONLY").unwrap_or_default();
    for (name, office) in scenes() {
        for (size, pixels) in SIZES {
            let file = format!("{}-{size}.png", name.replace(' ', "-"));
            if only.split(',').any(|part| file.contains(part)) {
                window(office(), pixels).render().unwrap().save(format!("{folder}/{file}")).unwrap();
            }
        }
    }
}
