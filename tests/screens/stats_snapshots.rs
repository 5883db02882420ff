//! Pictures of Statistik that are kept. The sidebar is left out: it shows whichever tabs are built.

use buku_pengunjung::flow::staff::Tab;
use egui_kittest::{SnapshotResults, try_image_snapshot};

use crate::staff_layout::{SCENES, in_scene};
use crate::staff_support::window;
use crate::support::SIZES;

/// Width of the sidebar at 1920 x 1080.
const SIDEBAR: u32 = 296;

const SHEETS: [&str; 4] =
    ["staff-statistics", "staff-statistics-people-month", "staff-statistics-range", "staff-statistics-sessions-month"];

#[test]
fn the_sheets_look_as_they_did() {
    let mut results = SnapshotResults::new();
    for name in SHEETS {
        let scene = SCENES.iter().find(|scene| scene.name == name).unwrap();
        let mut office = in_scene(scene);
        // With the button that leads to the reports, as drawn.
        office.rules.tabs = vec![Tab::Statistics, Tab::Reports];
        let mut shown = window(office, SIZES[0].1);
        // Drawing without a graphics card gives up after a while on a busy machine.
        let drawn = (0..3).find_map(|_| shown.render().ok());
        let mut picture = drawn.expect("the page is drawn");
        for (_, _, pixel) in picture.enumerate_pixels_mut().filter(|(x, _, _)| *x < SIDEBAR) {
            pixel.0 = [255; 4];
        }
        results.add(try_image_snapshot(&picture, format!("{name}-{}", SIZES[0].0)));
    }
}
