//! Where everything on the PIN pad stands, for the three shapes of a screen.

use egui::{Rect, Vec2, vec2};

use crate::ui::layout::{Canvas, Shape};

/// Rectangles in the window, in du.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// The emblem.
    pub emblem: Rect,
    /// "Panel Petugas".
    pub name: Rect,
    /// The room for the box with the lock and everything below it, which stands in its middle.
    pub block: Rect,
    /// The upper left key.
    pub first_key: Rect,
    /// The way back; its width follows its words.
    pub back: Rect,
}

/// The gap between two keys.
pub(super) const KEY_GAP: f32 = 24.0;

impl Plan {
    pub(super) fn of(canvas: &Canvas) -> Self {
        let shift = canvas.extra() / 2.0;
        let at = |x: f32, y: f32, w: f32, h: f32| canvas.rect(x, y, w, h);
        let (emblem, back) = (at(56.0, 48.0, 88.0, 88.0), at(56.0, canvas.height() - 152.0, 588.0, 104.0));
        let name = at(164.0, 48.0, 700.0, 88.0);
        match canvas.shape {
            Shape::Wide => Self {
                emblem,
                name,
                block: at(262.0 + shift, 160.0, 780.0, 760.0),
                first_key: at(1082.0 + shift, 200.0, 176.0, 152.0),
                back,
            },
            Shape::Classic => Self {
                emblem,
                name,
                block: at(110.0, 240.0, 740.0, 760.0),
                first_key: at(914.0, 280.0, 176.0, 152.0),
                back,
            },
            Shape::Portrait => Self {
                emblem,
                name,
                block: at(172.0, 170.0, 820.0, 660.0),
                first_key: at(172.0, 880.0, 229.0, 180.0),
                back,
            },
        }
    }

    /// The key in that column and row, from 0.
    pub(super) fn key(&self, column: u8, row: u8) -> Rect {
        let step: Vec2 = (self.first_key.size() + vec2(KEY_GAP, KEY_GAP)) * vec2(column.into(), row.into());
        self.first_key.translate(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_and_everything_lies_within_the_canvas() {
        for size in [(1920.0, 1080.0), (1366.0, 768.0), (1280.0, 1024.0), (1080.0, 1920.0), (2560.0, 1080.0)] {
            let canvas = Canvas::of(vec2(size.0, size.1));
            let plan = Plan::of(&canvas);
            let keys = plan.key(0, 0).union(plan.key(2, 3));
            let parts = [plan.emblem, plan.name, plan.block, keys, plan.back];
            for (n, a) in parts.iter().enumerate() {
                assert!(canvas.area.contains_rect(*a), "{size:?}: {n}");
                for (m, b) in parts.iter().enumerate().skip(n + 1) {
                    assert!(!a.intersects(*b), "{size:?}: {n} and {m}");
                }
            }
        }
    }
}
