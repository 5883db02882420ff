//! The parts of a picture that hold something. A software renderer spends as much on a pixel that it leaves as it is as
//! on any other, and most of the pattern and of the sky above the hills is empty.

use std::ops::Range;

use egui::{ColorImage, Rect, pos2};

/// Pictures are looked through in squares of so many pixels.
const SQUARE: usize = 16;

/// Rectangles, in shares of the picture's width and height, that do not overlap and hold all that is painted in it.
pub(super) fn of(image: &ColorImage) -> Vec<Rect> {
    let rows = image.height().div_ceil(SQUARE);
    let mut done: Vec<Part> = Vec::new();
    let mut open: Vec<Part> = Vec::new();
    for row in 0..rows {
        let mut next = runs(image, row);
        for above in open.drain(..) {
            // Of the same width as a run of this row: one part.
            match next.iter_mut().find(|part| part.columns == above.columns) {
                Some(part) => part.first_row = above.first_row,
                None => done.push(above),
            }
        }
        open = next;
    }
    done.extend(open);
    done.iter().map(|part| part.share(image)).collect()
}

/// The rows of a picture that hold something, those between them, and a margin; all rows of an empty one. `held` says of
/// each pixel whether it holds anything.
pub(super) fn rows(
    [width, height]: [usize; 2],
    mut held: impl ExactSizeIterator<Item = bool> + DoubleEndedIterator + Clone,
) -> Range<usize> {
    let last = held.clone().rposition(|held| held);
    let (Some(first), Some(last)) = (held.position(|held| held), last) else { return 0..height };
    // Whole squares, with the pixels beside: between two pixels both are seen.
    let top = (first / width).saturating_sub(1) / SQUARE * SQUARE;
    let bottom = (last / width + 2).div_ceil(SQUARE) * SQUARE;
    top..bottom.min(height)
}

/// Squares beside and below each other.
#[derive(Debug)]
struct Part {
    columns: [usize; 2],
    first_row: usize,
    last_row: usize,
}

impl Part {
    #[expect(clippy::cast_precision_loss, reason = "pictures have at most 4096 pixels a side")]
    fn share(&self, image: &ColorImage) -> Rect {
        let at = |square: usize, side: usize| (square * SQUARE).min(side) as f32 / side as f32;
        let ([left, right], [wide, high]) = (self.columns, image.size);
        Rect::from_min_max(
            pos2(at(left, wide), at(self.first_row, high)),
            pos2(at(right, wide), at(self.last_row + 1, high)),
        )
    }
}

/// The longest runs of squares that hold something, in that row of squares.
fn runs(image: &ColorImage, row: usize) -> Vec<Part> {
    let columns = image.width().div_ceil(SQUARE);
    let held: Vec<bool> = (0..columns).map(|column| holds(image, column, row)).collect();
    let mut from = 0;
    let mut parts = Vec::new();
    for run in held.chunk_by(|a, b| a == b) {
        if run[0] {
            parts.push(Part { columns: [from, from + run.len()], first_row: row, last_row: row });
        }
        from += run.len();
    }
    parts
}

/// Whether a square holds something, or a pixel beside it does: between two pixels both are seen.
fn holds(image: &ColorImage, column: usize, row: usize) -> bool {
    let span = |square: usize, side: usize| (square * SQUARE).saturating_sub(1)..((square + 1) * SQUARE + 1).min(side);
    let across = span(column, image.width());
    span(row, image.height()).any(|y| {
        let line = y * image.width();
        image.pixels[line + across.start..line + across.end].iter().any(|pixel| pixel.a() > 0)
    })
}

#[cfg(test)]
mod tests {
    use egui::Color32;
    use proptest::prelude::*;

    use super::*;

    fn picture(size: [usize; 2], spots: &[[usize; 2]]) -> ColorImage {
        let mut image = ColorImage::filled(size, Color32::TRANSPARENT);
        for [x, y] in spots {
            image[(x % size[0], y % size[1])] = Color32::WHITE;
        }
        image
    }

    /// How many parts hold the middle of each pixel, row by row.
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    fn counts(image: &ColorImage) -> Vec<usize> {
        let [wide, high] = image.size;
        let parts = of(image);
        let middles = (0..high).flat_map(|y| (0..wide).map(move |x| (x, y)));
        middles
            .map(|(x, y)| pos2((x as f32 + 0.5) / wide as f32, (y as f32 + 0.5) / high as f32))
            .map(|middle| parts.iter().filter(|part| part.contains(middle)).count())
            .collect()
    }

    #[test]
    fn an_empty_picture_has_no_parts_and_a_full_one_has_one() {
        assert_eq!(of(&picture([40, 70], &[])), []);
        let full = ColorImage::filled([40, 70], Color32::WHITE);
        assert_eq!(of(&full), [Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0))]);
    }

    proptest! {
        #[test]
        fn what_is_painted_is_in_exactly_one_part_and_so_are_the_pixels_beside_it(
            size in [1_usize..90, 1_usize..90],
            spots in prop::collection::vec([0_usize..90, 0_usize..90], 0..12),
        ) {
            let image = picture(size, &spots);
            let counts = counts(&image);
            prop_assert!(counts.iter().all(|count| *count <= 1), "parts overlap");
            let [wide, high] = size;
            for [x, y] in spots {
                let (x, y) = (x % wide, y % high);
                for (x, y) in [(x, y), (x.saturating_sub(1), y), (x + 1, y), (x, y.saturating_sub(1)), (x, y + 1)] {
                    prop_assert!(x >= wide || y >= high || counts[y * wide + x] == 1, "{x} {y} is left out");
                }
            }
        }

        #[test]
        fn only_empty_rows_are_left_out(
            size in [1_usize..90, 1_usize..90],
            spots in prop::collection::vec([0_usize..90, 0_usize..90], 0..4),
        ) {
            let image = picture(size, &spots);
            let kept = rows(size, image.pixels.iter().map(|pixel| pixel.a() > 0));
            prop_assert!(kept.end <= size[1]);
            for [_, y] in &spots {
                let y = y % size[1];
                let beside = y.saturating_sub(1)..=(y + 1).min(size[1] - 1);
                prop_assert!(beside.clone().all(|y| kept.contains(&y)), "{beside:?} is not in {kept:?}");
            }
            prop_assert!(spots.len() != 1 || kept.len() <= 3 * SQUARE, "{kept:?} for one spot");
        }

        #[test]
        fn far_from_anything_painted_nothing_is_spent(x in 0_usize..300, y in 0_usize..300) {
            let counts = counts(&picture([300, 300], &[[x, y]]));
            prop_assert!(counts.iter().sum::<usize>() <= 4 * SQUARE * SQUARE);
        }
    }
}
