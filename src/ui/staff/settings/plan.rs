//! Where the parts of the page stand, for the three shapes of a screen.

use egui::{Rect, pos2, vec2};

use crate::ui::layout::{Canvas, Shape};

const MARGIN: f32 = 36.0;
/// From the top of the page to the tabs: title and line below it.
const HEAD: f32 = 92.0;
const TAB: f32 = 64.0;
const GAP: f32 = 10.0;
const BREAK: f32 = 16.0;
/// The bar with "Simpan".
const FOOT: f32 = 64.0;

/// Rectangles in the window, in du.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub title: Rect,
    pub sub: Rect,
    pub tabs: Vec<Rect>,
    /// What hinders writing, where something does.
    pub strip: Option<Rect>,
    /// The rows.
    pub list: Rect,
    /// The open field, beside the rows or below them.
    pub pane: Rect,
    pub foot: Rect,
}

impl Plan {
    pub(super) fn of(canvas: &Canvas, room: Rect, strip: bool) -> Self {
        let page = room.shrink(MARGIN);
        let line =
            |top: f32, high: f32| Rect::from_min_size(pos2(page.left(), page.top() + top), vec2(page.width(), high));
        let columns = if canvas.shape == Shape::Portrait { 4 } else { 8 };
        let tabs = tabs(line(HEAD, TAB), columns);
        let below = tabs.last().map_or(page.top(), Rect::bottom) + BREAK;
        let foot = Rect::from_min_max(pos2(page.left(), page.bottom() - FOOT), page.max);
        let strip = strip.then(|| Rect::from_min_size(pos2(page.left(), below), vec2(page.width(), 80.0)));
        let top = strip.map_or(below, |strip| strip.bottom() + BREAK);
        let main = Rect::from_min_max(pos2(page.left(), top), pos2(page.right(), foot.top() - BREAK));
        let (list, pane) = if canvas.shape == Shape::Portrait {
            let list = Rect::from_min_max(main.min, pos2(main.right(), main.top() + 0.47 * main.height()));
            (list, Rect::from_min_max(pos2(main.left(), list.bottom() + BREAK), main.max))
        } else {
            let wide = (main.width() * 0.44).round();
            let list = Rect::from_min_max(main.min, pos2(main.left() + wide, main.bottom()));
            (list, Rect::from_min_max(pos2(list.right() + 24.0, main.top()), main.max))
        };
        Self { title: line(0.0, 48.0), sub: line(48.0, 32.0), tabs, strip, list, pane, foot }
    }
}

/// Eight tabs in rows of `columns`.
fn tabs(first: Rect, columns: u8) -> Vec<Rect> {
    let wide = (first.width() - GAP * f32::from(columns - 1)) / f32::from(columns);
    let place = |n: u8| {
        let (column, row) = (f32::from(n % columns), f32::from(n / columns));
        let at = first.min + vec2(column * (wide + GAP), row * (TAB + GAP));
        Rect::from_min_size(at, vec2(wide, TAB))
    };
    (0..8).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fit_the_page_and_leave_each_other_alone() {
        for (size, edge) in [((1920.0, 1080.0), 296.0), ((1280.0, 1024.0), 112.0), ((1080.0, 1920.0), 112.0)] {
            for strip in [false, true] {
                let canvas = Canvas::of(vec2(size.0, size.1));
                let room = Rect::from_min_max(canvas.pos(edge, 0.0), canvas.area.max);
                let plan = Plan::of(&canvas, room, strip);
                let mut parts = vec![plan.title, plan.sub, plan.list, plan.pane, plan.foot];
                parts.extend(&plan.tabs);
                parts.extend(plan.strip);
                for (n, a) in parts.iter().enumerate() {
                    assert!(room.contains_rect(*a), "{size:?}: {n}");
                    for (m, b) in parts.iter().enumerate().skip(n + 1) {
                        assert!(!a.shrink(0.1).intersects(*b), "{size:?}: {n} and {m}");
                    }
                }
            }
        }
    }
}
