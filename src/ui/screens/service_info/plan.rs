//! Where the parts of the page stand on each of the three shapes, in du.
//!
//! The card of complaints is wide enough for three codes side by side; the procedure stands beside or above it.

use egui::{Rect, pos2, vec2};

use crate::ui::layout::{Canvas, Shape};

/// Side of a code with its quiet zone at most: 29 × 29 modules then have 192 du on each screen, however its scale falls
/// on whole pixels.
const CODE: f32 = 280.0;
/// The same where there is least room, and the scales of ordinary screens need no more.
const CODE_WIDE: f32 = 264.0;
/// Between two codes.
const CODE_GAP: f32 = 20.0;

/// The places of the page.
pub(super) struct Plan {
    pub title: Rect,
    /// The number of the decree; none where it stands among the contacts.
    pub decree: Option<Rect>,
    pub facts: [Rect; 3],
    /// The text of a fact stands beside its icon, not below it.
    pub facts_beside: bool,
    pub procedure: Rect,
    pub procedure_title: Rect,
    pub steps: [Rect; 3],
    pub product: Rect,
    pub complaints: Complaints,
}

/// The places of the card of complaints.
pub(super) struct Complaints {
    pub card: Rect,
    pub head: Rect,
    /// Each code with its quiet zone.
    pub codes: [Rect; 3],
    /// What is written below each code.
    pub labels: [Rect; 3],
    /// Within the card, below the head.
    pub inner: Rect,
}

impl Plan {
    pub(super) fn of(canvas: &Canvas) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let extra = canvas.extra();
        match canvas.shape {
            Shape::Wide => Self {
                title: at(56.0, 134.0, 1190.0, 58.0),
                decree: Some(at(1270.0, 134.0, 594.0 + extra, 58.0)),
                facts: [
                    at(56.0, 204.0, 856.0, 156.0),
                    at(936.0, 204.0, 452.0, 156.0),
                    at(1412.0, 204.0, 452.0 + extra, 156.0),
                ],
                facts_beside: true,
                procedure: at(56.0, 380.0, 856.0, 540.0),
                procedure_title: at(84.0, 394.0, 800.0, 46.0),
                steps: rows(at(84.0, 448.0, 800.0, 390.0), 12.0),
                product: at(84.0, 838.0, 800.0, 68.0),
                complaints: Complaints::of(at(936.0, 380.0, 928.0 + extra, 540.0), CODE_WIDE, 48.0, 90.0),
            },
            Shape::Classic => Self {
                title: at(56.0, 130.0, 1100.0, 60.0),
                decree: Some(at(1180.0, 130.0, 364.0, 60.0)),
                facts: row(at(56.0, 200.0, 1488.0, 224.0), 24.0),
                facts_beside: false,
                procedure: at(56.0, 440.0, 536.0, 684.0),
                procedure_title: at(84.0, 452.0, 480.0, 48.0),
                steps: rows(at(84.0, 508.0, 480.0, 530.0), 12.0),
                product: at(84.0, 1042.0, 480.0, 72.0),
                complaints: Complaints::of(at(616.0, 440.0, 928.0, 684.0), CODE, 72.0, 112.0),
            },
            Shape::Portrait => Self {
                title: at(48.0, 132.0, 984.0, 76.0),
                decree: None,
                facts: row(at(48.0, 216.0, 984.0, 288.0), 20.0),
                facts_beside: false,
                procedure: at(48.0, 522.0, 984.0, 596.0),
                procedure_title: at(84.0, 534.0, 912.0, 48.0),
                steps: rows(at(84.0, 592.0, 912.0, 432.0), 12.0),
                product: at(84.0, 1034.0, 912.0, 74.0),
                complaints: Complaints::of(at(48.0, 1136.0, 984.0, 628.0), CODE, 68.0, 104.0),
            },
        }
    }
}

impl Complaints {
    /// A card with codes of that side, and a head and labels of those heights.
    fn of(card: Rect, code: f32, head: f32, label: f32) -> Self {
        let room = card.shrink(24.0);
        let head = Rect::from_min_size(room.min, vec2(room.width(), head));
        let inner = Rect::from_min_max(pos2(room.left(), head.bottom() + 8.0), room.max);
        let width = (inner.width() - 2.0 * CODE_GAP) / 3.0;
        let left = |n: f32| inner.left() + n * (width + CODE_GAP);
        let codes = [0.0, 1.0, 2.0].map(|n| Rect::from_min_size(pos2(left(n), inner.top()), vec2(code, code)));
        let labels = codes.map(|code| Rect::from_min_size(code.left_bottom() + vec2(0.0, 6.0), vec2(width, label)));
        Self { card, head, codes, labels, inner }
    }

    /// Where everything else is told: below three codes, beside fewer.
    pub(super) fn rest(&self, codes: usize) -> Rect {
        match self.codes.get(codes) {
            Some(free) => self.inner.with_min_x(free.left()),
            None => self.inner.with_min_y(self.labels[0].bottom() + 6.0),
        }
    }
}

/// Three equal parts side by side.
fn row(room: Rect, gap: f32) -> [Rect; 3] {
    let width = (room.width() - 2.0 * gap) / 3.0;
    let size = vec2(width, room.height());
    [0.0, 1.0, 2.0].map(|n| Rect::from_min_size(room.min + vec2(n * (width + gap), 0.0), size))
}

/// Three equal parts below each other.
fn rows(room: Rect, gap: f32) -> [Rect; 3] {
    let high = (room.height() - 2.0 * gap) / 3.0;
    let size = vec2(room.width(), high);
    [0.0, 1.0, 2.0].map(|n| Rect::from_min_size(room.min + vec2(0.0, n * (high + gap)), size))
}
