//! Where the parts of the page stand on each of the three shapes, in du.

use egui::{Rect, pos2, vec2};

use crate::ui::layout::{Canvas, Shape};

/// The places of the page.
pub(super) struct Plan {
    pub title: Rect,
    pub facts: [Rect; 3],
    pub procedure: Rect,
    pub procedure_title: Rect,
    pub steps: [Rect; 3],
    pub product: Rect,
    pub complaints: Rect,
    pub complaints_text: Rect,
    /// The code with its quiet zone.
    pub qr: Rect,
    pub contacts: Rect,
}

impl Plan {
    pub(super) fn of(canvas: &Canvas) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let extra = canvas.extra();
        match canvas.shape {
            Shape::Wide => {
                let complaints = at(1411.0, 140.0, 453.0 + extra, 782.0);
                let inner = complaints.shrink(26.0);
                let qr = Rect::from_min_size(inner.min + vec2(0.0, 122.0), vec2(232.0, 232.0));
                Self {
                    title: at(56.0, 140.0, 1330.0, 62.0),
                    facts: row(at(56.0, 212.0, 1330.0, 246.0), 24.0),
                    procedure: at(56.0, 478.0, 1330.0, 444.0),
                    procedure_title: at(92.0, 490.0, 1258.0, 50.0),
                    steps: row(at(92.0, 544.0, 1258.0, 290.0), 28.0),
                    product: at(92.0, 838.0, 1258.0, 76.0),
                    complaints,
                    complaints_text: Rect::from_min_size(inner.min, vec2(inner.width(), 112.0)),
                    qr,
                    contacts: Rect::from_min_max(pos2(inner.left(), qr.bottom() + 16.0), inner.max),
                }
            }
            Shape::Classic => {
                let complaints = at(56.0, 834.0, 1488.0, 288.0);
                Self {
                    title: at(56.0, 132.0, 1488.0, 62.0),
                    facts: row(at(56.0, 204.0, 1488.0, 234.0), 24.0),
                    procedure: at(56.0, 452.0, 1488.0, 370.0),
                    procedure_title: at(88.0, 462.0, 1420.0, 46.0),
                    steps: row(at(88.0, 510.0, 1420.0, 238.0), 28.0),
                    product: at(88.0, 750.0, 1420.0, 66.0),
                    complaints,
                    ..Self::broad(complaints)
                }
            }
            Shape::Portrait => {
                let complaints = at(48.0, 1398.0, 984.0, 366.0);
                let step = |n: f32| at(84.0, 636.0 + n * 218.0, 912.0, 208.0);
                Self {
                    title: at(48.0, 136.0, 984.0, 92.0),
                    facts: row(at(48.0, 240.0, 984.0, 312.0), 20.0),
                    procedure: at(48.0, 570.0, 984.0, 810.0),
                    procedure_title: at(84.0, 580.0, 912.0, 48.0),
                    steps: [step(0.0), step(1.0), step(2.0)],
                    product: at(84.0, 1292.0, 912.0, 80.0),
                    complaints,
                    ..Self::broad(complaints)
                }
            }
        }
    }

    /// The code on the left, what belongs to it beside it.
    fn broad(complaints: Rect) -> Self {
        let inner = complaints.shrink(24.0);
        let qr = Rect::from_min_size(inner.min, vec2(240.0, 240.0));
        let left = qr.right() + 28.0;
        let text = Rect::from_min_max(pos2(left, inner.top()), pos2(inner.right(), inner.top() + 78.0));
        Self {
            title: qr,
            facts: [qr; 3],
            procedure: qr,
            procedure_title: qr,
            steps: [qr; 3],
            product: qr,
            complaints,
            complaints_text: text,
            qr,
            contacts: Rect::from_min_max(pos2(left, text.bottom() + 4.0), inner.max),
        }
    }
}

/// Three equal parts side by side.
fn row(room: Rect, gap: f32) -> [Rect; 3] {
    let width = (room.width() - 2.0 * gap) / 3.0;
    let size = vec2(width, room.height());
    [0.0, 1.0, 2.0].map(|n| Rect::from_min_size(room.min + vec2(n * (width + gap), 0.0), size))
}
