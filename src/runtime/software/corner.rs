//! A rounded corner of a face, with edges that fade over a pixel.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Vec2, pos2};

use super::masks::{Mask, Masks};
use super::pieces::Quad;

/// One corner of a face.
#[derive(Debug, Clone, Copy)]
pub(super) struct Corner {
    /// Where its edges would meet.
    pub tip: Pos2,
    /// From there into the face along each axis: 1 or -1.
    pub inward: Vec2,
    /// The side of the square that it fills, from the tip; no shorter than its radius.
    pub side: f32,
    /// Of its outer edge.
    pub radius: f32,
    /// How wide a pixel is: edges fade over so much.
    pub pixel: f32,
    /// Its outline lies inside of the edge.
    pub stroke: Option<(f32, Color32)>,
    pub fill: Color32,
}

impl Corner {
    /// Where it is painted, with the fading outside of its edge.
    pub(super) fn bounds(&self) -> Rect {
        Rect::from_two_pos(self.tip - self.pixel * self.inward, self.tip + self.side * self.inward)
    }

    /// Has its masks kept for later.
    pub(super) fn want_masks(&self, masks: &mut Masks) {
        let _not_needed_yet = self.masks(masks);
    }

    /// Of its outer edge, and of the inner edge of its outline.
    fn masks(&self, masks: &mut Masks) -> [Option<(f32, Rect)>; 2] {
        let mut mask = |inside: f32| masks.find(Mask::new(self.radius, inside / self.pixel, self.pixel)?);
        [mask(0.0), self.stroke.and_then(|(wide, _)| mask(wide))]
    }

    /// Adds its triangles: those of its masks, or slivers for as long as they are missing.
    pub(super) fn add_to(&self, mesh: &mut Mesh, masks: &mut Masks) {
        match (self.masks(masks), self.stroke) {
            ([Some(outer), _], None) => self.masked(outer, self.fill).add_to(mesh),
            ([Some(outer), Some(inner)], Some((_, color))) => {
                self.masked(outer, color).add_to(mesh);
                self.masked(inner, self.fill).add_to(mesh);
            }
            _ => self.add_slivers(mesh),
        }
    }

    /// What a mask shows of its square.
    fn masked(&self, (side, uv): (f32, Rect), color: Color32) -> Quad {
        let rect = Rect::from_two_pos(self.tip, self.tip + side * self.pixel * self.inward);
        let turned = |inward: f32, [from, to]: [f32; 2]| if inward > 0.0 { [from, to] } else { [to, from] };
        let [left, right] = turned(self.inward.x, [uv.left(), uv.right()]);
        let [top, bottom] = turned(self.inward.y, [uv.top(), uv.bottom()]);
        Quad { rect, uv: Rect::from_min_max(pos2(left, top), pos2(right, bottom)), color }
    }

    /// Adds an edge after the other from outside, then what lies within the innermost.
    fn add_slivers(&self, mesh: &mut Mesh) {
        let fade = self.pixel / 2.0;
        let edges = match self.stroke {
            Some((wide, color)) => {
                vec![(-fade, Color32::TRANSPARENT), (fade, color), (wide - fade, color), (wide + fade, self.fill)]
            }
            None => vec![(-fade, Color32::TRANSPARENT), (fade, self.fill)],
        };
        let steps = self.steps();
        let Ok(first) = u32::try_from(mesh.vertices.len()) else { return };
        for (inside, color) in &edges {
            for step in 0..=steps + 2 {
                self.vertex(mesh, self.at(*inside, step, steps), *color);
            }
        }
        let long = steps + 3;
        let Ok(rings) = u32::try_from(edges.len()) else { return };
        for ring in 1..rings {
            let (outer, inner) = (first + (ring - 1) * long, first + ring * long);
            for step in 0..long - 1 {
                mesh.add_triangle(outer + step, outer + step + 1, inner + step);
                mesh.add_triangle(inner + step, outer + step + 1, inner + step + 1);
            }
        }
        // What lies within is wide triangles: a fan from the middle would be slivers, which cost more than they fill.
        let (innermost, middle) = (first + (rings - 1) * long, first + rings * long);
        self.vertex(mesh, Vec2::splat(self.side), self.fill);
        mesh.add_triangle(middle, innermost, innermost + long - 1);
        bow(mesh, innermost, innermost + long - 1);
    }

    /// Into how many straight lines an arc is cut: none is more than a tenth of a pixel off.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 3 and 32")]
    fn steps(&self) -> u32 {
        (2.0 * (self.radius / self.pixel).sqrt()).ceil().clamp(3.0, 32.0) as u32
    }

    /// A point of the line that runs so far `inside` of the edge, from the tip: straight, along the arc, straight.
    #[expect(clippy::cast_precision_loss, reason = "at most 32 steps")]
    fn at(&self, inside: f32, step: u32, steps: u32) -> Vec2 {
        if step == 0 {
            return Vec2::new(self.side, inside);
        }
        if step == steps + 2 {
            return Vec2::new(inside, self.side);
        }
        let angle = (step - 1) as f32 / steps as f32 * std::f32::consts::FRAC_PI_2;
        Vec2::splat(self.radius) - (self.radius - inside) * Vec2::new(angle.sin(), angle.cos())
    }

    fn vertex(&self, mesh: &mut Mesh, from_tip: Vec2, color: Color32) {
        mesh.vertices.push(Vertex { pos: self.tip + from_tip * self.inward, uv: WHITE_UV, color });
    }
}

/// Fills what lies between a row of corners and the line from its first to its last.
fn bow(mesh: &mut Mesh, first: u32, last: u32) {
    if last - first > 1 {
        let middle = u32::midpoint(first, last);
        mesh.add_triangle(first, middle, last);
        bow(mesh, first, middle);
        bow(mesh, middle, last);
    }
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    fn corner(radius: f32, stroke: Option<(f32, Color32)>) -> Corner {
        let side = radius.ceil();
        Corner {
            tip: pos2(10.0, 20.0),
            inward: vec2(1.0, -1.0),
            side,
            radius,
            pixel: 1.0,
            stroke,
            fill: Color32::WHITE,
        }
    }

    /// The area of its triangles, each with the mean of its corners' opacity.
    fn covered(corner: &Corner) -> f32 {
        let mut mesh = Mesh::default();
        corner.add_slivers(&mut mesh);
        let bounds = corner.bounds();
        assert!(mesh.vertices.iter().all(|vertex| bounds.expand(0.01).contains(vertex.pos)), "within its bounds");
        let area = |[a, b, c]: &[u32; 3]| {
            let [a, b, c] = [a, b, c].map(|n| mesh.vertices[*n as usize]);
            let opacity = [a, b, c].iter().map(|vertex| vertex.color.to_normalized_gamma_f32()[3]).sum::<f32>() / 3.0;
            (b.pos - a.pos).rot90().dot(c.pos - a.pos).abs() / 2.0 * opacity
        };
        mesh.indices.as_chunks::<3>().0.iter().map(area).sum()
    }

    #[test]
    fn a_corner_covers_its_square_without_what_lies_beyond_its_arc() {
        for radius in [3.4_f32, 12.4, 36.4, 80.0] {
            for stroke in [None, Some((2.0, Color32::BLUE))] {
                let side = radius.ceil();
                let beyond = radius * radius * (1.0 - std::f32::consts::FRAC_PI_4);
                let (found, expected) = (covered(&corner(radius, stroke)), side * side - beyond);
                // A straight line leaves a tenth of a pixel of the arc beside it, and the fading bends with the arc.
                assert!(
                    (found - expected).abs() < 0.2 * radius + 1.0,
                    "{found} of {expected} with a radius of {radius}"
                );
            }
        }
    }
}
