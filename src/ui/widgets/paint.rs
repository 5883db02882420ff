//! The flat shapes that every widget is made of.

use egui::{Align2, Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, vec2};

use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::Tint;

/// A rounded face: fill, outline, and the hard shadow below it.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// Colour inside.
    pub fill: Color32,
    /// Outline, painted inside of the edge.
    pub stroke: Stroke,
    /// Corner radius in du.
    pub radius: f32,
    /// How far down the shadow reaches in du, and its colour.
    pub shadow: (f32, Color32),
}

impl Face {
    /// A plain filled shape.
    #[must_use]
    pub const fn filled(fill: Color32, radius: f32) -> Self {
        Self { fill, stroke: Stroke::NONE, radius, shadow: (0.0, Color32::TRANSPARENT) }
    }

    /// With an outline.
    #[must_use]
    pub fn outlined(mut self, width: f32, color: Color32) -> Self {
        self.stroke = Stroke::new(width, color);
        self
    }

    /// With a hard shadow.
    #[must_use]
    pub const fn shadowed(mut self, offset: f32, color: Color32) -> Self {
        self.shadow = (offset, color);
        self
    }

    /// Paints it; `down` from 0 (up) to 1 (pressed) moves the face over its shadow. Returns where the face is now.
    pub fn paint(&self, painter: &Painter, rect: Rect, down: f32) -> Rect {
        let radius = corner(self.radius.min(rect.height() / 2.0).min(rect.width() / 2.0));
        let (offset, shade) = self.shadow;
        let face = rect.translate(vec2(0.0, offset * down));
        if offset > 0.0 && down < 1.0 {
            let mut shadow = rect.translate(vec2(0.0, offset));
            let mut round = radius;
            // What the face covers is not painted: a software renderer would spend as much on it as on the face.
            // It begins where the face is still as wide, and is high enough to be as round, rounded to pixels as well.
            let round_high = f32::from(radius.sw) + 1.0;
            let seen = (face.max.y - round_high).min(shadow.max.y - 2.0 * round_high);
            if self.hides(painter) && seen > shadow.min.y {
                shadow.min.y = seen;
                (round.nw, round.ne) = (0, 0);
            }
            painter.rect_filled(shadow, round, shade);
        }
        painter.rect(face, radius, self.fill, self.stroke, StrokeKind::Inside);
        face
    }

    /// Whether nothing shows through it.
    fn hides(&self, painter: &Painter) -> bool {
        let edge = self.stroke.is_empty() || self.stroke.color.is_opaque();
        self.fill.is_opaque() && edge && painter.opacity() >= 1.0
    }
}

/// A radius in du as egui wants it.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a u8 holds")]
pub fn corner(radius: f32) -> CornerRadius {
    CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8)
}

/// Paints an icon in the middle of `rect`, `size` du high.
pub fn icon(painter: &Painter, rect: Rect, icon: Icon, size: f32, color: Color32) {
    painter.text(rect.center(), Align2::CENTER_CENTER, icon.glyph, icon.font(size), color);
}

/// Paints a tinted rounded box with an icon in it. In high contrast only the icon is painted, larger.
pub fn icon_box(painter: &Painter, kit: &Kit, rect: Rect, glyph: Icon, tint: Tint) {
    if kit.theme.is_high_contrast() {
        icon(painter, rect, glyph, rect.height(), tint.ink(&kit.theme));
    } else {
        let radius = (rect.height() * 0.24).min(36.0);
        Face::filled(tint.ground(&kit.theme), radius).paint(painter, rect, 0.0);
        // As drawn: larger boxes give their icon a larger share.
        let share = match rect.height() {
            high if high > 140.0 => 0.63,
            high if high > 100.0 => 0.6,
            _ => 0.55,
        };
        icon(painter, rect, glyph, (rect.height() * share).round(), tint.ink(&kit.theme));
    }
}

/// Paints the check mark in its disc, `size` du wide.
pub fn check_disc(painter: &Painter, kit: &Kit, rect: Rect, size: f32) {
    let p = &kit.theme.palette;
    painter.circle_filled(rect.center(), size / 2.0, p.green_mark);
    icon(painter, rect, crate::ui::icons::bold::CHECK, size * 0.56, p.on_green);
}

#[cfg(test)]
mod tests {
    use egui::{Context, Pos2, RawInput, Shape};

    use super::*;

    const RECT: Rect = Rect::from_min_max(Pos2::new(20.0, 20.0), Pos2::new(320.0, 220.0));

    /// The rectangles that are painted for a tile of that fill in a window of that opacity.
    fn painted(fill: Color32, opacity: f32, down: f32) -> Vec<Rect> {
        let ctx = Context::default();
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            ui.multiply_opacity(opacity);
            let face = Face::filled(fill, 36.0).outlined(3.0, Color32::BLACK).shadowed(6.0, Color32::GRAY);
            face.paint(ui.painter(), RECT, down);
        });
        output.textures_delta.clear();
        let rect = |shape: &egui::epaint::ClippedShape| match &shape.shape {
            Shape::Rect(rect) => Some(rect.rect),
            _ => None,
        };
        output.shapes.iter().filter_map(rect).collect()
    }

    #[test]
    fn of_a_shadow_only_what_the_face_leaves_of_it_is_painted() {
        for down in [0.0, 0.5] {
            let [shadow, face] = painted(Color32::WHITE, 1.0, down)[..] else { panic!("a shadow and a face") };
            assert_eq!(shadow.max, RECT.max + vec2(0.0, 6.0));
            assert_eq!(shadow.x_range(), RECT.x_range());
            // From where the face is still as wide as the shadow, and with room for both of its corners.
            assert!((face.max.y - 74.0..face.max.y - 36.0).contains(&shadow.min.y), "{shadow:?} below {face:?}");
            assert!(shadow.height() >= 72.0, "egui would make its corners less round");
        }
        assert_eq!(painted(Color32::WHITE, 1.0, 1.0), [RECT.translate(vec2(0.0, 6.0))], "a pressed face has none");
    }

    #[test]
    fn a_shadow_is_whole_where_it_shows_through_its_face() {
        for (fill, opacity) in [(Color32::from_white_alpha(120), 1.0), (Color32::WHITE, 0.5)] {
            assert_eq!(painted(fill, opacity, 0.0), [RECT.translate(vec2(0.0, 6.0)), RECT]);
        }
    }
}
