//! Pictures of Statistik that are kept. The sidebar is left out: it shows whichever tabs are built.

use buku_pengunjung::flow::staff::Tab;
use egui_kittest::{SnapshotResults, try_image_snapshot};

use crate::staff_layout::{SCENES, in_scene};
use crate::staff_support::window;
use crate::support::SIZES;

/// Width of the sidebar at 1920 x 1080.
const SIDEBAR: u32 = 296;

#[test]
fn the_sheets_look_as_they_did() {
    let mut results = SnapshotResults::new();
    for name in ["staff-statistics", "staff-statistics-people-month", "staff-statistics-range"] {
        let scene = SCENES.iter().find(|scene| scene.name == name).unwrap();
        let mut office = in_scene(scene);
        // With the button that leads to the reports, as drawn.
        office.rules.tabs = vec![Tab::Statistics, Tab::Reports];
        let mut picture = window(office, SIZES[0].1).render().unwrap();
        for (_, _, pixel) in picture.enumerate_pixels_mut().filter(|(x, _, _)| *x < SIDEBAR) {
            pixel.0 = [255; 4];
        }
        results.add(try_image_snapshot(&picture, format!("{name}-{}", SIZES[0].0)));
    }
}
