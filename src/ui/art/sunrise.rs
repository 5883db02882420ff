//! The sunrise over Ijen: five rings, three hills and the blue fire, composed as SVG for the size at hand.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::{Color32, Vec2};

use crate::ui::theme::{FLAME, HILLS, SUN_RINGS};

/// One composition of the sunrise. Lengths in du from the top left corner of the rectangle that it fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sunrise {
    /// Height of the far hills' foot at the left edge.
    pub horizon: f32,
    /// How tall the hills are, 1 at the usual size.
    pub hills: f32,
    /// Where the sun stands, as a share of the width.
    pub sun_x: f32,
    /// Radius of the sun.
    pub sun_radius: f32,
    /// Size of the flame in the crater, 1 at the usual size; none where something hides it.
    pub flame: Option<f32>,
}

/// The far hills: share of the width, height above the horizon.
const FAR: [(f32, f32); 12] = [
    (0.0, 0.0),
    (0.1, -70.0),
    (0.2, -32.0),
    (0.345, -149.0),
    (0.375, -131.0),
    (0.425, -124.5),
    (0.455, -144.0),
    (0.6, -15.5),
    (0.74, -71.0),
    (0.88, 0.0),
    (1.0, -47.0),
    (1.0, 0.0),
];
/// The hills in the middle, as the far ones.
const MIDDLE: [(f32, f32); 7] =
    [(0.0, 70.5), (0.15, 15.5), (0.3, 72.5), (0.5, 7.5), (0.72, 79.0), (0.9, 30.5), (1.0, 56.0)];
/// The near hills are round: points of a smooth line, as the far ones.
const NEAR: [(f32, f32); 18] = [
    (0.0, 125.0),
    (0.05, 115.8),
    (0.1, 110.8),
    (0.15, 109.2),
    (0.2, 110.5),
    (0.25, 114.5),
    (0.3, 119.4),
    (0.35, 124.0),
    (0.41, 127.0),
    (0.47, 127.7),
    (0.54, 126.0),
    (0.61, 117.0),
    (0.67, 106.5),
    (0.72, 99.5),
    (0.78, 95.2),
    (0.84, 96.0),
    (0.92, 106.5),
    (1.0, 125.0),
];
/// Radii of the rings, outside to inside, in radii of the sun.
const RINGS: [f32; 5] = [3.3, 2.5, 1.8, 1.32, 1.0];
/// Outlines of the flame and its core, from the middle of the crater.
const FLAME_OUTLINE: &str = "M-2 -88 Q16 -66 16 -44 Q22 -40 25 -48 Q30 -56 28 -64 Q46 -34 41 -10 Q40 4 30 14 L-30 14 \
                             Q-40 2 -36 -12 Q-33 -28 -16 -48 Q-4 -64 -2 -88 Z";
const FLAME_CORE: &str = "M2 -51 Q3 -38 12 -32 Q22 -22 21 -6 L20 14 L-18 14 Q-22 -2 -14 -16 Q-2 -30 2 -51 Z";
/// Where the crater is, as a share of the width, and how high its rim there.
const CRATER: (f32, f32) = (0.4, -125.0);

impl Sunrise {
    /// On the left half of a wide Welcome (800 × 1080 du).
    pub const HERO_WIDE: Self = Self { horizon: 894.0, hills: 0.76, sun_x: 0.7, sun_radius: 104.0, flame: Some(0.87) };
    /// On top of a classic Welcome (1600 × 560 du).
    pub const HERO_CLASSIC: Self =
        Self { horizon: 442.5, hills: 0.464, sun_x: 0.545, sun_radius: 88.0, flame: Some(0.75) };
    /// On top of a portrait Welcome (1080 × 900 du).
    pub const HERO_PORTRAIT: Self = Self { horizon: 714.0, hills: 0.76, sun_x: 0.76, sun_radius: 118.0, flame: None };
    /// Behind Done, wide (1920 × 1080 du).
    pub const DONE_WIDE: Self = Self { horizon: 839.0, hills: 1.0, sun_x: 0.6, sun_radius: 118.0, flame: Some(1.0) };
    /// Behind Done, classic (1600 × 1280 du).
    pub const DONE_CLASSIC: Self =
        Self { horizon: 1010.0, hills: 1.0, sun_x: 0.6, sun_radius: 118.0, flame: Some(1.0) };
    /// Behind Done, portrait (1080 × 1920 du).
    pub const DONE_PORTRAIT: Self =
        Self { horizon: 1500.0, hills: 0.9, sun_x: 0.7, sun_radius: 118.0, flame: Some(0.9) };

    /// Tells compositions apart.
    pub(super) fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for part in [self.horizon, self.hills, self.sun_x, self.sun_radius, self.flame.unwrap_or(0.0)] {
            part.to_bits().hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The composition as SVG, for a rectangle of that size in du.
    pub(super) fn svg(&self, size: Vec2) -> String {
        let (width, height) = (size.x, size.y);
        let mut svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">"#);
        let (x, y) = (self.sun_x * width, self.horizon - 48.0 * self.hills);
        for (radius, color) in RINGS.into_iter().zip(SUN_RINGS) {
            let radius = radius * self.sun_radius;
            // Writing into a String cannot fail.
            let _ = write!(svg, r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{}"/>"#, hex(color));
        }
        if let Some(scale) = self.flame {
            let (x, y) = (CRATER.0 * width, self.horizon + CRATER.1 * self.hills);
            let [outer, core] = FLAME.map(hex);
            let _ = write!(
                svg,
                r#"<g transform="translate({x} {y}) scale({scale})"><path d="{FLAME_OUTLINE}" fill="{outer}"/><path d="{FLAME_CORE}" fill="{core}"/></g>"#,
            );
        }
        let [far, middle, near] = HILLS.map(hex);
        for (line, color) in [(self.ridge(&FAR, width), far), (self.ridge(&MIDDLE, width), middle)] {
            let _ = write!(svg, r#"<path d="{line} V{height} H0 Z" fill="{color}"/>"#);
        }
        let _ = write!(svg, r#"<path d="{} V{height} H0 Z" fill="{near}"/></svg>"#, self.round(&NEAR, width));
        svg
    }

    fn at(&self, (x, y): (f32, f32), width: f32) -> (f32, f32) {
        (x * width, self.horizon + y * self.hills)
    }

    /// Straight from point to point.
    fn ridge(&self, points: &[(f32, f32)], width: f32) -> String {
        let mut path = String::new();
        for (index, point) in points.iter().enumerate() {
            let (x, y) = self.at(*point, width);
            let _ = write!(path, "{}{x} {y}", if index == 0 { 'M' } else { 'L' });
        }
        path
    }

    /// Round past every point: curves between the middles of neighbours.
    fn round(&self, points: &[(f32, f32)], width: f32) -> String {
        let mut path = String::new();
        for (index, pair) in points.windows(2).enumerate() {
            let ((ax, ay), (bx, by)) = (self.at(pair[0], width), self.at(pair[1], width));
            if index == 0 {
                let _ = write!(path, "M{ax} {ay}");
            } else {
                let _ = write!(path, "Q{ax} {ay} {} {}", f32::midpoint(ax, bx), f32::midpoint(ay, by));
            }
            if index + 2 == points.len() {
                let _ = write!(path, "L{bx} {by}");
            }
        }
        path
    }
}

fn hex(color: Color32) -> String {
    format!("#{:02X}{:02X}{:02X}", color.r(), color.g(), color.b())
}
