//! The faces under everything else, none of them over another.

use egui::{Color32, Rect};

use super::pieces::{overlap, without};

/// What a window is filled with before anything else is painted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ground {
    /// It is cleared to that; nothing where there is no plain face at all.
    pub clear: Option<Color32>,
    /// Where other colours are, in points. None of the rectangles lies over another.
    pub faces: Vec<(Color32, Vec<Rect>)>,
}

/// Faces as they are laid, one over the other.
#[derive(Debug, Default)]
pub struct Faces(Vec<(Color32, Rect)>);

impl Faces {
    /// Lays one over those that are there.
    pub fn lay(&mut self, color: Color32, rect: Rect) {
        while let Some(n) = self.0.iter().position(|(_, below)| overlap(*below, rect)) {
            let (color, below) = self.0.swap_remove(n);
            self.0.extend(without(below, &[rect]).into_iter().map(|left| (color, left)));
        }
        self.0.push((color, rect));
    }

    /// The ground that they make, and the faces of colours that fill less than `worth` (in square points).
    #[must_use]
    pub fn part(self, worth: f32) -> (Ground, Vec<(Color32, Rect)>) {
        let mut colors: Vec<(Color32, Vec<Rect>)> = Vec::new();
        for (color, rect) in self.0 {
            match colors.iter_mut().find(|(known, _)| *known == color) {
                Some((_, rects)) => rects.push(rect),
                None => colors.push((color, vec![rect])),
            }
        }
        let area = |rects: &[Rect]| rects.iter().map(Rect::area).sum::<f32>();
        colors.sort_by(|a, b| area(&b.1).total_cmp(&area(&a.1)));
        let few = colors.partition_point(|(_, rects)| area(rects) >= worth);
        let few = colors.split_off(few.max(1).min(colors.len()));
        let mut faces = colors.into_iter();
        let clear = faces.next().map(|(color, _)| color);
        let small = few.into_iter().flat_map(|(color, rects)| rects.into_iter().map(move |rect| (color, rect)));
        (Ground { clear, faces: faces.collect() }, small.collect())
    }
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, pos2, vec2};

    use super::*;

    fn at(x: f32, y: f32, wide: f32, high: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(wide, high))
    }

    #[test]
    fn a_face_takes_its_place_from_those_below_it() {
        let mut faces = Faces::default();
        faces.lay(Color32::GRAY, at(0.0, 0.0, 10.0, 10.0));
        faces.lay(Color32::RED, at(2.0, 2.0, 6.0, 6.0));
        faces.lay(Color32::BLUE, at(4.0, 4.0, 2.0, 9.0));
        let seen = |x, y| {
            let there: Vec<_> = faces.0.iter().filter(|(_, rect)| rect.contains(Pos2::new(x, y))).collect();
            assert!(there.len() < 2, "{there:?}");
            there.first().map(|(color, _)| *color)
        };
        assert_eq!([seen(1.0, 1.0), seen(9.0, 5.0)], [Some(Color32::GRAY); 2]);
        assert_eq!([seen(3.0, 5.0), seen(7.0, 7.5)], [Some(Color32::RED); 2]);
        assert_eq!([seen(5.0, 5.0), seen(5.0, 12.0)], [Some(Color32::BLUE); 2]);
        assert_eq!(seen(1.0, 12.0), None);
    }

    #[test]
    fn the_window_is_cleared_to_what_is_seen_most_and_little_is_left_to_others() {
        let mut faces = Faces::default();
        for (color, side) in [(Color32::RED, 3.0), (Color32::WHITE, 9.0), (Color32::BLUE, 5.0)] {
            faces.lay(color, at(side * 10.0, 0.0, side, side));
        }
        let (ground, small) = faces.part(16.0);
        assert_eq!(
            ground,
            Ground { clear: Some(Color32::WHITE), faces: vec![(Color32::BLUE, vec![at(50.0, 0.0, 5.0, 5.0)])] }
        );
        assert_eq!(small, [(Color32::RED, at(30.0, 0.0, 3.0, 3.0))]);
        assert_eq!(Faces::default().part(0.0), (Ground::default(), Vec::new()));
    }
}
