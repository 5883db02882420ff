//! Frame times of the visitor's screens: `cargo bench --bench frames`.
//!
//! Each screen is brought about by what really happens, as the tests of the screens do it, and laid out and tessellated
//! at 1920 x 1080; what the graphics card or the software renderer does with it is not in these numbers (scripts/bench
//! measures that in the real window). A line `figure|WHAT|VALUE|TARGET` is one for the README.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot measure may stop")]
#![allow(dead_code, reason = "the tests of the screens use more of their support than is measured here")]

use std::time::{Duration, Instant};

use egui::{Context, Pos2, RawInput, Rect, Vec2, vec2};

use crate::forms_scenes::FORMS;
use crate::scenes::{OWN, Scene};
use crate::support::Kiosk;

#[path = "../tests/screens/forms_scenes.rs"]
mod forms_scenes;
#[path = "../tests/screens/scenes.rs"]
mod scenes;
#[path = "../tests/screens/support.rs"]
mod support;

const WINDOW: Vec2 = vec2(1920.0, 1080.0);
/// Frames of each screen.
const FRAMES: usize = 120;

fn main() {
    println!("{:<24} {:>12} {:>12} {:>12} {:>10}", "screen", "first", "median", "p95", "triangles");
    let mut known: Vec<&str> = Vec::new();
    for scene in OWN.iter().chain(FORMS) {
        let mut kiosk = Kiosk::new();
        (scene.set)(&mut kiosk);
        let screen = kiosk.state.screen.name();
        if known.contains(&screen) {
            continue;
        }
        known.push(screen);
        measure(screen, scene);
    }
}

fn measure(screen: &str, scene: &Scene) {
    // From Welcome, so that the faces are rasterised as far as they are when a visitor comes to the screen.
    let mut window = Window::new();
    for _ in 0..3 {
        window.frame();
    }
    let mut kiosk = window.kiosk.another();
    (scene.set)(&mut kiosk);
    window.kiosk = kiosk;
    let (first, _) = window.frame();
    window.frame();
    let mut times = Vec::with_capacity(FRAMES);
    let mut triangles = 0;
    for _ in 0..FRAMES {
        let (time, count) = window.frame();
        times.push(time);
        triangles = count;
    }
    times.sort_unstable();
    let (median, p95) = (times[FRAMES / 2], times[FRAMES * 95 / 100]);
    println!("{screen:<24} {first:>12.2?} {median:>12.2?} {p95:>12.2?} {triangles:>10}");
    println!(
        "figure|a frame of {screen}, laid out and tessellated: the first, and the p95 of the next|{:.1} ms, {:.2} ms|16.7 ms",
        millis(first),
        millis(p95)
    );
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A window of which nothing is painted.
struct Window {
    ctx: Context,
    kiosk: Kiosk,
    time: f64,
}

impl Window {
    fn new() -> Self {
        Self { ctx: Context::default(), kiosk: Kiosk::new(), time: 0.0 }
    }

    /// One frame: how long it took, and how many triangles came out.
    fn frame(&mut self) -> (Duration, usize) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            time: Some(self.time),
            focused: true,
            ..RawInput::default()
        };
        let began = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.kiosk.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        let time = began.elapsed();
        output.textures_delta.clear();
        let count = |clipped: &egui::ClippedPrimitive| match &clipped.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
            egui::epaint::Primitive::Callback(_) => 0,
        };
        (time, meshes.iter().map(count).sum())
    }
}
