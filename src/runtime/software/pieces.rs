//! Upright rectangles of one colour or of a picture: they can be cut exactly, pixel by pixel.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, pos2};

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quad {
    pub rect: Rect,
    /// What of its texture it shows; the white texel alone for one colour.
    pub uv: Rect,
    pub color: Color32,
}

impl Quad {
    /// A rectangle of one colour.
    pub(super) const fn flat(rect: Rect, color: Color32) -> Self {
        Self { rect, uv: Rect::from_min_max(WHITE_UV, WHITE_UV), color }
    }

    /// Whether it is of one colour through which nothing shows.
    pub(super) fn hides(&self) -> bool {
        self.color.is_opaque() && self.uv.min == WHITE_UV && self.uv.max == WHITE_UV
    }

    /// The part of it that lies within `rect`.
    fn part(&self, rect: Rect) -> Self {
        let at = |corner: Pos2| {
            let share = (corner - self.rect.min) / self.rect.size();
            self.uv.lerp_inside(share)
        };
        Self { rect, uv: Rect::from_min_max(at(rect.min), at(rect.max)), color: self.color }
    }

    /// Puts what is left of it beside `holes` into `left`, in rectangles that do not overlap.
    pub(super) fn beside(self, holes: &[Rect], left: &mut Vec<Self>) {
        let touched: Vec<Rect> = holes.iter().copied().filter(|hole| overlap(self.rect, *hole)).collect();
        if touched.is_empty() {
            return left.push(self);
        }
        left.extend(without(self.rect, &touched).into_iter().map(|rect| self.part(rect)));
    }

    /// Adds its two triangles.
    pub(super) fn add_to(&self, mesh: &mut Mesh) {
        let Ok(first) = u32::try_from(mesh.vertices.len()) else { return };
        let (rect, uv) = (self.rect, self.uv);
        for (pos, uv) in [
            (rect.left_top(), uv.left_top()),
            (rect.right_top(), uv.right_top()),
            (rect.right_bottom(), uv.right_bottom()),
            (rect.left_bottom(), uv.left_bottom()),
        ] {
            mesh.vertices.push(Vertex { pos, uv, color: self.color });
        }
        mesh.indices.extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
    }
}

/// Whether they have more in common than an edge.
pub(super) fn overlap(one: Rect, other: Rect) -> bool {
    one.min.x < other.max.x && other.min.x < one.max.x && one.min.y < other.max.y && other.min.y < one.max.y
}

/// The rectangles of which a mesh consists; nothing where it has anything else.
pub(super) fn quads(mesh: &Mesh) -> Option<Vec<Quad>> {
    let (corners, more) = mesh.vertices.as_chunks::<4>();
    let (indices, rest) = mesh.indices.as_chunks::<6>();
    if !more.is_empty() || !rest.is_empty() || corners.len() != indices.len() {
        return None;
    }
    let quad = |(n, (corners, indices)): (usize, (&[Vertex; 4], &[u32; 6]))| {
        let first = u32::try_from(n * 4).ok()?;
        let [a, b, c, d] = corners;
        let rect = Rect::from_min_max(a.pos, c.pos);
        let uv = Rect::from_min_max(a.uv, c.uv);
        let upright =
            |at: Rect, [one, other]: [Pos2; 2]| one == pos2(at.max.x, at.min.y) && other == pos2(at.min.x, at.max.y);
        let plain = corners.iter().all(|corner| corner.color == a.color)
            && *indices == [0, 1, 2, 0, 2, 3].map(|corner| first + corner)
            && rect.is_positive();
        (plain && upright(rect, [b.pos, d.pos]) && upright(uv, [b.uv, d.uv])).then_some(Quad {
            rect,
            uv,
            color: a.color,
        })
    };
    corners.iter().zip(indices).enumerate().map(quad).collect()
}

/// Rectangles that do not overlap: what `holes` leave of `whole`.
pub(super) fn without(whole: Rect, holes: &[Rect]) -> Vec<Rect> {
    let around = |rect: Rect, hole: Rect| {
        let hole = rect.intersect(hole);
        if !hole.is_positive() {
            return [rect, Rect::NOTHING, Rect::NOTHING, Rect::NOTHING];
        }
        let beside = |left, right| Rect::from_x_y_ranges(left..=right, hole.y_range());
        [
            rect.with_max_y(hole.top()),
            beside(rect.left(), hole.left()),
            beside(hole.right(), rect.right()),
            rect.with_min_y(hole.bottom()),
        ]
    };
    holes.iter().fold(vec![whole], |rects, hole| {
        rects.into_iter().flat_map(|rect| around(rect, *hole)).filter(Rect::is_positive).collect()
    })
}

#[cfg(test)]
mod tests {
    use egui::vec2;
    use proptest::prelude::*;

    use super::*;

    fn picture(rect: Rect) -> Quad {
        let uv = |at: Pos2| pos2(at.x / 16.0, at.y / 32.0);
        Quad { rect, uv: Rect::from_min_max(uv(rect.min), uv(rect.max)), color: Color32::from_white_alpha(9) }
    }

    #[test]
    fn rectangles_are_found_again_in_a_mesh_and_nothing_else_is_taken_for_one() {
        let rects =
            [Rect::from_min_size(Pos2::ZERO, vec2(3.0, 2.0)), Rect::from_min_size(pos2(5.0, 5.0), vec2(1.0, 9.0))];
        let all = rects.map(picture);
        let mut mesh = Mesh::default();
        for quad in &all {
            quad.add_to(&mut mesh);
        }
        assert_eq!(quads(&mesh), Some(all.to_vec()));

        let changed = |change: fn(&mut Mesh)| {
            let mut mesh = mesh.clone();
            change(&mut mesh);
            quads(&mesh)
        };
        assert_eq!(changed(|mesh| mesh.vertices[5].pos.x += 1.0), None, "not upright");
        assert_eq!(changed(|mesh| mesh.vertices[1].uv.x += 1.0), None, "sheared");
        assert_eq!(changed(|mesh| mesh.vertices[6].color = Color32::RED), None, "of two colours");
        assert_eq!(changed(|mesh| mesh.indices[4] = 6), None, "triangles of two");
        assert_eq!(changed(|mesh| mesh.indices.truncate(9)), None, "a triangle");
    }

    proptest! {
        #[test]
        fn holes_take_what_they_cover_and_leave_the_rest_as_it_was(
            holes in prop::collection::vec([0.0_f32..12.0, 0.0_f32..12.0, 0.0_f32..12.0, 0.0_f32..12.0], 0..4),
            points in prop::collection::vec([0.0_f32..12.0, 0.0_f32..12.0], 20),
        ) {
            let whole = Rect::from_min_max(pos2(1.0, 2.0), pos2(9.0, 8.0));
            let holes: Vec<Rect> = holes.iter().map(|[a, b, c, d]| Rect::from_two_pos(pos2(*a, *b), pos2(*c, *d))).collect();
            let mut left = Vec::new();
            picture(whole).beside(&holes, &mut left);
            for point in points.iter().map(|[x, y]| pos2(*x, *y)) {
                let seen = whole.contains(point) && !holes.iter().any(|hole| hole.contains(point));
                let holding: Vec<_> = left.iter().filter(|quad| quad.rect.contains(point)).collect();
                prop_assert_eq!(holding.len(), usize::from(seen), "at {:?}", point);
            }
            for quad in left {
                let expected = picture(quad.rect);
                prop_assert!(quad.uv.min.distance(expected.uv.min) < 1e-5 && quad.uv.max.distance(expected.uv.max) < 1e-5);
            }
        }
    }
}
