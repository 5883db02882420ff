//! Where the parts of the page stand, in each shape of the canvas.

use egui::{Rect, pos2, vec2};

use crate::ui::layout::Shape;

/// Distance from the edge of the room.
const MARGIN: f32 = 36.0;
/// Height of the row with the title and of every control.
pub(super) const CONTROL: f32 = 64.0;
/// Height of a quick filter.
pub(super) const CHIP: f32 = 56.0;
/// Between controls.
pub(super) const GAP: f32 = 15.0;
/// Height of the table's head.
pub(super) const HEAD: f32 = 56.0;
const FOOT_GAP: f32 = 16.0;
/// What the buttons beside the title take at most.
const BUTTONS: f32 = 780.0;

/// The parts of the page from top to bottom. The rows of controls take what they need; the table gets what is left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// Everything.
    pub page: Rect,
    /// The title, as wide as the buttons leave it.
    pub title: Rect,
    /// The row of the buttons: beside the title, or below it and the sentence where the page is narrow.
    pub top: Rect,
    /// What is listed, below the title.
    pub sub: Rect,
    /// One line of a row, or three where the columns have no room beside each other.
    pub lines: u8,
    /// Height of a row.
    pub row: f32,
    /// Rows of the foot: two where one is too narrow.
    pub foot_rows: u8,
}

impl Plan {
    pub(super) fn of(room: Rect, shape: Shape) -> Self {
        let page = room.shrink2(vec2(MARGIN, 28.0));
        let narrow = shape == Shape::Portrait;
        let wide = if narrow { page.width() } else { page.width() - BUTTONS };
        let title = Rect::from_min_size(page.min - vec2(0.0, 6.0), vec2(wide, 44.0));
        let sub = Rect::from_min_size(pos2(page.left(), page.top() + 36.0), vec2(wide, 30.0));
        let beside = if narrow { sub.bottom() + 12.0 } else { page.top() };
        let top = Rect::from_min_size(pos2(page.left(), beside), vec2(page.width(), CONTROL));
        let (lines, row, foot_rows) = match shape {
            Shape::Wide => (1, 65.0, 1),
            Shape::Classic => (1, 74.0, 1),
            Shape::Portrait => (3, 112.0, 2),
        };
        Self { page, title, top, sub, lines, row, foot_rows }
    }

    /// The table below `from`, as high as ten rows or as what is left above the foot.
    pub(super) fn table(&self, from: f32) -> Rect {
        let high = (HEAD + 10.0 * self.row).min(self.foot().top() - FOOT_GAP - from);
        Rect::from_min_size(pos2(self.page.left(), from), vec2(self.page.width(), high))
    }

    /// The foot with the numbers of the pages.
    pub(super) fn foot(&self) -> Rect {
        let high = f32::from(self.foot_rows) * (CONTROL + 12.0) - 12.0;
        Rect::from_min_max(pos2(self.page.left(), self.page.bottom() - high), self.page.max)
    }
}

/// Sets things beside each other from the left and begins a new row where one does not fit.
pub(super) struct Flow {
    room: Rect,
    next: egui::Pos2,
    high: f32,
}

impl Flow {
    pub(super) fn new(room: Rect, top: f32, high: f32) -> Self {
        Self { room, next: pos2(room.left(), top), high }
    }

    /// The place of the next thing.
    pub(super) fn place(&mut self, wide: f32) -> Rect {
        let wide = wide.min(self.room.width());
        if self.next.x + wide > self.room.right() + 0.5 {
            self.next = pos2(self.room.left(), self.next.y + self.high + 12.0);
        }
        let place = Rect::from_min_size(self.next, vec2(wide, self.high));
        self.next.x += wide + GAP;
        place
    }

    /// Where the last row ends.
    pub(super) fn bottom(&self) -> f32 {
        self.next.y + self.high
    }
}
