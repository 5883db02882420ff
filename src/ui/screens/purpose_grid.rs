//! Where the tiles of the purposes stand, and on how many pages. Pure.

use egui::{Rect, Vec2, pos2, vec2};

use super::folds::count;
use crate::ui::layout::{Canvas, Shape};

/// The buttons that turn the page, in du.
pub(super) const TURN: f32 = 112.0;
/// A tile with its icon above the name is never wider.
const WIDEST: f32 = 884.0;
/// Between two tiles, and a little more where there is room, in portrait.
const GAP: Vec2 = vec2(26.0, 26.0);
const GAP_PORTRAIT: Vec2 = vec2(28.0, 30.0);

/// How the tiles of one screen are laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    area: Rect,
    columns: usize,
    rows: usize,
    tile: Vec2,
    gap: Vec2,
    count: usize,
    /// The icon stands on the left of the name, not above it.
    pub beside: bool,
}

impl Grid {
    /// The grid of `count` tiles on that canvas; `aa`: large text.
    pub(super) fn of(canvas: &Canvas, aa: bool, count: usize) -> Self {
        let area = area(canvas, aa);
        // As drawn: columns, rows, and the height of a tile when all rows are taken.
        let (columns, rows, tallest, beside) = match (canvas.shape, aa) {
            (Shape::Wide, false) => (4, 2, 278.0, false),
            (Shape::Classic, false) => (2, 4, 180.0, true),
            (Shape::Portrait, false) => (2, 4, 300.0, false),
            (Shape::Wide, true) => (2, 4, 140.0, true),
            (Shape::Classic, true) => (1, 4, 176.0, true),
            (Shape::Portrait, true) => (1, 6, 190.0, true),
        };
        let gap = if canvas.shape == Shape::Portrait { GAP_PORTRAIT } else { GAP };
        let whole = Self { area, columns, rows, tile: Vec2::ZERO, gap, count, beside };
        if whole.pages() > 1 {
            let area = area.with_max_x(area.right() - TURN - gap.x);
            return Self { area, ..whole }.sized(tallest);
        }
        let columns = match (canvas.shape, aa) {
            (Shape::Wide, false) => {
                if count <= 4 {
                    count
                } else {
                    count.div_ceil(2)
                }
            }
            _ => columns.min(count),
        };
        let rows = count.div_ceil(columns.max(1));
        // Fewer tiles are a little taller, not a great deal.
        let tallest = if rows < whole.rows { tallest * 1.2 } else { tallest };
        Self { columns: columns.max(1), rows: rows.max(1), ..whole }.sized(tallest)
    }

    fn sized(self, tallest: f32) -> Self {
        let gaps = vec2(count(self.columns) - 1.0, count(self.rows) - 1.0) * self.gap;
        let share = (self.area.size() - gaps) / vec2(count(self.columns), count(self.rows));
        // A row with its icon beside the name may be as wide as it likes, a tile may not.
        let widest = if self.beside { f32::INFINITY } else { WIDEST };
        Self { tile: share.min(vec2(widest, tallest)), ..self }
    }

    /// Tiles on one page.
    pub(super) fn per_page(&self) -> usize {
        (self.columns * self.rows).max(1)
    }

    /// Pages in all, at least one.
    pub(super) fn pages(&self) -> usize {
        self.count.div_ceil(self.per_page()).max(1)
    }

    /// The place of the tile with that index on its page.
    pub(super) fn place(&self, index: usize) -> Rect {
        let on_page = index % self.per_page();
        let step = vec2(count(on_page % self.columns), count(on_page / self.columns));
        Rect::from_min_size(self.area.min + step * (self.tile + self.gap), self.tile)
    }

    /// The buttons that turn the page, upwards and downwards; none where all tiles are on one.
    pub(super) fn turns(&self) -> Option<[Rect; 2]> {
        let left = self.area.right() + self.gap.x;
        let bottom = self.place(self.per_page() - 1).bottom();
        let at = |top: f32| Rect::from_min_size(pos2(left, top), vec2(TURN, TURN));
        (self.pages() > 1).then(|| [at(self.area.top()), at(bottom - TURN)])
    }
}

fn area(canvas: &Canvas, aa: bool) -> Rect {
    let (left, top, bottom) = match (canvas.shape, aa) {
        (Shape::Wide, false) => (64.0, 307.0, 896.0),
        (Shape::Wide, true) => (64.0, 290.0, 928.0),
        (Shape::Classic, _) => (56.0, 307.0, 1118.0),
        (Shape::Portrait, false) => (48.0, 447.0, 1758.0),
        (Shape::Portrait, true) => (48.0, 447.0, 1706.0),
    };
    canvas.rect(left, top, canvas.width() - 2.0 * left, bottom - top)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{BOTTOM_BAR, TARGET};

    #[test]
    fn however_many_purposes_there_are_each_has_its_place() {
        for size in [vec2(1920.0, 1080.0), vec2(1366.0, 768.0), vec2(1280.0, 1024.0), vec2(1080.0, 1920.0)] {
            let canvas = Canvas::of(size);
            for (aa, many) in (1..=24).flat_map(|n| [(false, n), (true, n)]) {
                let grid = Grid::of(&canvas, aa, many);
                assert_eq!(grid.pages(), many.div_ceil(grid.per_page()));
                let room = canvas.rect(0.0, 280.0, canvas.width(), canvas.height() - BOTTOM_BAR - 286.0);
                for page in 0..grid.pages() {
                    let on_page = page * grid.per_page()..many.min((page + 1) * grid.per_page());
                    let mut places: Vec<_> = on_page.map(|i| grid.place(i)).collect();
                    places.extend(grid.turns().into_iter().flatten());
                    for (i, place) in places.iter().enumerate() {
                        assert!(place.height() >= TARGET && place.width() >= TURN, "{size} {aa} {many}: {place}");
                        assert!(room.contains_rect(*place), "{size} {aa} {many}: {place} leaves {room}");
                        assert!(places[..i].iter().all(|p| !p.expand(5.0).intersects(*place)), "{size} {aa} {many}");
                    }
                }
            }
        }
    }

    #[test]
    fn eight_purposes_stand_as_drawn() {
        let at = |size: Vec2, aa: bool| {
            let grid = Grid::of(&Canvas::of(size), aa, 8);
            (grid.columns, grid.rows, grid.pages())
        };
        assert_eq!(at(vec2(1920.0, 1080.0), false), (4, 2, 1));
        assert_eq!(at(vec2(1280.0, 1024.0), false), (2, 4, 1));
        assert_eq!(at(vec2(1080.0, 1920.0), false), (2, 4, 1));
        assert_eq!(at(vec2(1920.0, 1080.0), true), (2, 4, 1));
        assert_eq!(at(vec2(1280.0, 1024.0), true), (1, 4, 2));
        assert_eq!(at(vec2(1080.0, 1920.0), true), (1, 6, 2));
        let first = Grid::of(&Canvas::of(vec2(1920.0, 1080.0)), false, 8).place(0);
        assert_eq!(first, Rect::from_min_size(pos2(64.0, 307.0), vec2(428.5, 278.0)));
    }
}
