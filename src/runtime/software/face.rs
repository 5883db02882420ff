//! A filled, rounded, outlined rectangle, taken apart: upright rectangles, which can be cut and left out, and its corners.
//!
//! The edges of such a face lie between pixels (egui rounds them), so only its corners need to fade.

use egui::emath::GuiRounding as _;
use egui::epaint::RectShape;
use egui::{Color32, Rect, StrokeKind, Vec2, pos2, vec2};

use super::corner::Corner;
use super::masks;
use super::pieces::Quad;

/// What is so near to a whole pixel counts as one.
const NEARLY: f32 = 0.01;

/// A rectangle whose parts look as egui's own.
#[derive(Debug)]
pub(super) struct Face {
    rect: Rect,
    fill: Color32,
    /// Inside of its edge, at least a pixel wide.
    stroke: Option<(f32, Color32)>,
    /// Of the corners that are round, all of them alike.
    radius: f32,
    /// The sides of the squares that hold the corners: left top, right top, left bottom, right bottom; 0 for a sharp one.
    corners: [f32; 4],
    /// How wide a pixel is.
    pixel: f32,
}

impl Face {
    /// Nothing for one that is turned, blurred, textured, seen through and round, thin between pixels, or whose outline
    /// is thinner than a pixel: its parts would not look as egui's own.
    pub(super) fn of(shape: &RectShape, pixels_per_point: f32) -> Option<Self> {
        let pixel = pixels_per_point.recip();
        let rect = shape.rect.round_to_pixels(pixels_per_point);
        let stroke = (!shape.stroke.is_empty()).then_some((shape.stroke.width, shape.stroke.color));
        let wide = stroke.map_or(0.0, |stroke| stroke.0);
        let radii = [shape.corner_radius.nw, shape.corner_radius.ne, shape.corner_radius.sw, shape.corner_radius.se];
        let round = radii.into_iter().max().unwrap_or_default();

        let plain = shape.brush.is_none()
            && shape.blur_width <= 0.0
            && shape.angle == 0.0
            && shape.round_to_pixels != Some(false)
            && shape.fill != Color32::TRANSPARENT;
        let solid = shape.fill.is_opaque() || (round == 0 && stroke.is_none());
        let outlined = stroke.is_none_or(|(_, color)| {
            color.is_opaque() && shape.stroke_kind == StrokeKind::Inside && wide > pixel * (1.0 - NEARLY)
        });
        // egui makes a thin one into a line, which is the same only where it lies on whole pixels.
        let half = rect.size().min_elem() / 2.0;
        let aligned = shape.rect.min.distance(rect.min).max(shape.rect.max.distance(rect.max)) < NEARLY * pixel;
        let thick = half > 1.25 * pixel + (wide / pixel - NEARLY).ceil() * pixel
            || (aligned && stroke.is_none() && half >= 0.5 * pixel);
        // egui makes a round corner rounder by so much, and no rounder than there is room.
        let radius = (f32::from(round) + 0.4).min(half);
        let even = radii.iter().all(|radius| *radius == 0 || *radius == round);
        let bends = round == 0 || radius >= wide + pixel;

        let side = masks::side(radius * pixels_per_point) * pixel;
        let corners = radii.map(|radius| if radius == 0 { 0.0 } else { side });
        let face = Self { rect, fill: shape.fill, stroke, radius, corners, pixel };
        let [nw, ne, sw, se] = corners;
        let roomy = rect.width() >= (nw + ne).max(sw + se) && rect.height() >= face.above() + face.below();
        (plain && solid && outlined && thick && even && bends && roomy).then_some(face)
    }

    /// How high the bands are that hold the upper and the lower corners.
    fn above(&self) -> f32 {
        self.corners[0].max(self.corners[1])
    }

    fn below(&self) -> f32 {
        self.corners[2].max(self.corners[3])
    }

    /// What lies so far from its left, its right, and between so far and so far from its top.
    fn within(&self, [left, right]: [f32; 2], [from, to]: [f32; 2]) -> Rect {
        let rect = self.rect;
        Rect::from_min_max(pos2(rect.left() + left, rect.top() + from), pos2(rect.right() - right, rect.top() + to))
    }

    /// All of it but its corners, in rectangles that do not overlap.
    pub(super) fn quads(&self) -> Vec<Quad> {
        let mut quads = Vec::new();
        let mut inside = 0.0;
        for (to, color) in self.rings() {
            quads.extend(self.ring([inside, to], color));
            inside = to;
        }
        let high = self.rect.height();
        let [nw, ne, sw, se] = self.corners.map(|side| side.max(inside));
        let (above, below) = (self.above().max(inside), high - self.below().max(inside));
        let fills = [
            self.within([nw, ne], [inside, above]),
            self.within([inside, inside], [above, below]),
            self.within([sw, se], [below, high - inside]),
        ];
        quads.extend(fills.map(|rect| Quad::flat(rect, self.fill)));
        quads.retain(|quad| quad.rect.is_positive());
        quads
    }

    /// What its outline is made of, from its edge inwards: how far from the edge each ring ends, and its colour. The
    /// pixel within which the outline ends has its share of both colours.
    fn rings(&self) -> Vec<(f32, Color32)> {
        let Some((wide, color)) = self.stroke else { return Vec::new() };
        let pixels = wide / self.pixel;
        let whole = (pixels + NEARLY).floor();
        let mut rings = vec![(whole * self.pixel, color)];
        if pixels - whole > NEARLY {
            rings.push(((whole + 1.0) * self.pixel, self.fill.lerp_to_gamma(color, pixels - whole)));
        }
        rings
    }

    /// What lies so far to so far from its edge, without its corners.
    fn ring(&self, [from, to]: [f32; 2], color: Color32) -> [Quad; 4] {
        let (high, across) = (self.rect.height(), self.rect.width());
        let [nw, ne, sw, se] = self.corners.map(|side| side.max(from));
        let [in_nw, in_ne, in_sw, in_se] = self.corners.map(|side| side.max(to));
        [
            self.within([nw, ne], [from, to]),
            self.within([from, across - to], [in_nw, high - in_sw]),
            self.within([across - to, from], [in_ne, high - in_se]),
            self.within([sw, se], [high - to, high - from]),
        ]
        .map(|rect| Quad::flat(rect, color))
    }

    /// Its round corners.
    pub(super) fn corners(&self) -> Vec<Corner> {
        let tips = [
            (self.rect.left_top(), vec2(1.0, 1.0)),
            (self.rect.right_top(), vec2(-1.0, 1.0)),
            (self.rect.left_bottom(), vec2(1.0, -1.0)),
            (self.rect.right_bottom(), vec2(-1.0, -1.0)),
        ];
        let corner = |(side, (tip, inward)): (f32, (egui::Pos2, Vec2))| Corner {
            tip,
            inward,
            side,
            radius: self.radius,
            pixel: self.pixel,
            stroke: self.stroke,
            fill: self.fill,
        };
        self.corners.into_iter().zip(tips).filter(|(side, _)| *side > 0.0).map(corner).collect()
    }

    /// What it hides, in as few rectangles as there can be.
    pub(super) fn hidden(&self) -> Vec<Rect> {
        if !self.fill.is_opaque() {
            return Vec::new();
        }
        let (high, [nw, ne, sw, se]) = (self.rect.height(), self.corners);
        let (above, below) = (self.above(), high - self.below());
        let bands = [
            self.within([nw, ne], [0.0, above]),
            self.within([0.0, 0.0], [above, below]),
            self.within([sw, se], [below, high]),
        ];
        bands.into_iter().filter(Rect::is_positive).collect()
    }
}
