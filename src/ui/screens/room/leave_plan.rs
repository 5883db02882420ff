//! Where the parts of check-out stand on each of the three shapes, in du.

use egui::Rect;

use crate::ui::layout::{Canvas, Shape};

/// The places of check-out, step 2.
pub(super) struct Plan {
    pub title: Rect,
    pub sub: Rect,
    pub rows: [Rect; 3],
    pub rating: Rect,
    pub session: Rect,
    /// What is missing, where the bar below has no room for it.
    pub hint: Option<Rect>,
}

impl Plan {
    pub(super) fn of(canvas: &Canvas) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let right = canvas.width() - 56.0;
        match canvas.shape {
            Shape::Wide => Self {
                title: at(56.0, 140.0, 1000.0, 92.0),
                sub: at(56.0, 224.0, 1000.0, 56.0),
                rows: [0.0, 1.0, 2.0].map(|n| at(56.0, 292.0 + n * 190.0, 980.0, 168.0)),
                rating: at(1092.0, 146.0, right - 1092.0, 508.0),
                session: at(1092.0, 678.0, right - 1092.0, 236.0),
                hint: None,
            },
            Shape::Classic => Self {
                title: at(56.0, 140.0, 1488.0, 92.0),
                sub: at(56.0, 228.0, 1488.0, 56.0),
                rows: [0.0, 1.0, 2.0].map(|n| at(56.0, 304.0 + n * 190.0, 780.0, 168.0)),
                rating: at(876.0, 304.0, right - 876.0, 560.0),
                session: at(56.0, 888.0, right - 56.0, 232.0),
                hint: None,
            },
            Shape::Portrait => Self {
                title: at(48.0, 252.0, 984.0, 92.0),
                sub: at(48.0, 340.0, 984.0, 56.0),
                rows: [0.0, 1.0, 2.0].map(|n| at(48.0, 412.0 + n * 180.0, 984.0, 158.0)),
                rating: at(48.0, 960.0, 984.0, 520.0),
                session: at(48.0, 1502.0, 984.0, 224.0),
                hint: Some(at(48.0, 1732.0, 984.0, 40.0)),
            },
        }
    }
}
