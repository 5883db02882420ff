//! The countdown ring.

use std::f32::consts::{FRAC_PI_2, TAU};
use std::time::Duration;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::figures::figures;
use super::text::{Text, name_text};
use crate::ui::kit::Kit;
use crate::ui::theme::Type;

/// A ring that empties; it goes on in the looks that do not move, since it tells the time.
#[derive(Debug, Clone, Copy)]
pub struct Ring<'a> {
    /// What is left of the time, 1 to 0.
    pub left: f32,
    /// The seconds left, in the middle.
    pub seconds: u32,
    /// The word below the figure; none in a small ring.
    pub unit: Option<&'a str>,
    /// Does it stand on `night`?
    pub on_night: bool,
}

/// Paints the ring into a square (220 du in the idle warning, 120 du on Done) and asks for the next
/// of ten frames a second.
pub fn countdown_ring(ui: &Ui, kit: &Kit, rect: Rect, ring: &Ring<'_>) {
    let p = &kit.theme.palette;
    let width = rect.width() * 0.1;
    let radius = (rect.width() - width) / 2.0;
    let center = rect.center();
    let (track, ink, faint) = match (kit.theme.is_high_contrast(), ring.on_night) {
        (true, _) => (p.surface, p.ink, p.ink2),
        (false, true) => (p.night3, p.on_night, p.mist),
        (false, false) => (p.line, p.ink, p.ink2),
    };
    let painter = ui.painter();
    arc(painter, center, radius, width, 1.0, track);
    arc(painter, center, radius, width, ring.left.clamp(0.0, 1.0), p.amber);

    let text = ring.seconds.to_string();
    if let Some(unit) = ring.unit {
        let number = Rect::from_center_size(center - vec2(0.0, 14.0), vec2(rect.width() * 0.7, rect.height() * 0.5));
        figures(painter, number, &text, kit.font(Type::Countdown).sized(rect.height() * 0.418), ink);
        let below = Rect::from_min_max(pos2(rect.left(), center.y + 26.0), pos2(rect.right(), center.y + 68.0))
            .shrink2(vec2(40.0, 0.0));
        Text::new(unit, kit.font(Type::Caption), faint).centered().paint(painter, below);
        name_text(ui, rect, &format!("{text} {unit}"));
    } else {
        let font = kit.font(Type::Countdown).sized(rect.height() * 0.4);
        figures(painter, rect.shrink(width), &text, font, ink);
        name_text(ui, rect, &text);
    }
    if ring.left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_millis(100));
    }
}

/// A part of a circle from its top, clockwise, with round ends; a whole one has none.
pub fn arc(painter: &Painter, center: Pos2, radius: f32, width: f32, part: f32, color: Color32) {
    if part <= 0.0 {
        return;
    }
    let at = |turn: f32| center + radius * egui::Vec2::angled(turn * TAU - FRAC_PI_2);
    let steps = steps(radius * painter.pixels_per_point(), part);
    let mut points: Vec<Pos2> = (0..=steps).map(|step| at(part * f32::from(step) / f32::from(steps))).collect();
    let stroke = Stroke::new(width, color);
    if part >= 1.0 {
        points.pop();
        painter.add(Shape::closed_line(points, stroke));
        return;
    }
    for end in [points.first(), points.last()].into_iter().flatten() {
        painter.circle_filled(*end, width / 2.0, color);
    }
    painter.line(points, stroke);
}

/// Into how many straight lines such a part of a circle is cut: none is more than a tenth of a pixel off. Each of them
/// costs a software renderer as much as a letter.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 255")]
fn steps(radius: f32, part: f32) -> u8 {
    let half = (1.0 - 0.1 / radius.max(0.1)).acos();
    (part * TAU / (2.0 * half)).ceil().clamp(1.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_round_to_a_tenth_of_a_pixel_and_cut_no_finer() {
        for radius in [20.0_f32, 54.0, 99.0, 200.0] {
            let n = f32::from(steps(radius, 1.0));
            let off = |n: f32| radius * (1.0 - (TAU / n / 2.0).cos());
            assert!(off(n) <= 0.101 && off(n - 2.0) > 0.1, "{n} lines for a radius of {radius}");
        }
        assert_eq!((steps(54.0, 0.001), steps(54.0, 0.5)), (1, steps(54.0, 1.0).div_ceil(2)));
        assert_eq!(steps(0.0, 1.0), 2, "a point");
    }
}
