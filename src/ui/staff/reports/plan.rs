//! Where everything of the page stands, in the three shapes of a screen.

use egui::{Rect, pos2, vec2};

use super::sheet;
use crate::flow::staff::reports::Choice;
use crate::ui::staff::controls::split_x;

/// Distance from the edge of the room beside the sidebar.
const MARGIN: f32 = 36.0;
const GAP: f32 = 24.0;
/// Inside a card.
const PADDING: f32 = 24.0;
/// The heading of a card or of a part of one.
const HEADING: f32 = 30.0;
/// Below a heading.
const UNDER: f32 = 12.0;
/// Height of what turns the pages of the preview.
pub(super) const TURN: f32 = 64.0;
/// A wide room has three columns; else the preview stands below.
const THREE_COLUMNS: f32 = 1300.0;

/// The places of the page.
pub(super) struct Plan {
    pub title: Rect,
    pub subtitle: Rect,
    pub contents: Rect,
    pub order: Rect,
    pub preview: Rect,
    pub recent: Rect,
}

impl Plan {
    pub(super) fn of(room: Rect) -> Self {
        let page = room.shrink(MARGIN);
        let title = Rect::from_min_size(page.min, vec2(page.width(), 48.0));
        let subtitle = Rect::from_min_size(pos2(page.left(), title.bottom()), vec2(page.width(), 32.0));
        let body = Rect::from_min_max(pos2(page.left(), subtitle.bottom() + 8.0), page.max);
        if body.width() >= THREE_COLUMNS {
            // As drawn: 420, 582 and 500 of 1552 du.
            let (left, middle) = ((body.width() * 0.271).round(), (body.width() * 0.375).round());
            let [contents, rest] = split_x(body, left);
            let [order, right] = split_x(rest, middle);
            let sheet = sheet::height(right.width() - 2.0 * PADDING) + 2.0 * PADDING + TURN + UNDER;
            // Below it two of the last files, at least.
            let [preview, recent] = split_y(right, sheet.min(right.height() - 242.0));
            Self { title, subtitle, contents, order, preview, recent }
        } else {
            let [upper, lower] = split_y(body, 912.0);
            let [contents, order] = split_x(upper, (upper.width() * 0.42).round());
            let [preview, recent] = split_x(lower, (lower.width() * 0.62).round());
            Self { title, subtitle, contents, order, preview, recent }
        }
    }
}

/// The upper part of that height, and what is left after a gap.
pub(super) fn split_y(rect: Rect, height: f32) -> [Rect; 2] {
    let edge = rect.top() + height;
    [
        Rect::from_min_max(rect.min, pos2(rect.right(), edge)),
        Rect::from_min_max(pos2(rect.left(), edge + GAP), rect.max),
    ]
}

/// The heading of a card, and the room below it.
pub(super) fn headed(card: Rect) -> [Rect; 2] {
    let inner = card.shrink2(vec2(PADDING, PADDING - 2.0));
    let heading = Rect::from_min_size(inner.min, vec2(inner.width(), HEADING));
    [heading, Rect::from_min_max(pos2(inner.left(), heading.bottom() + UNDER), inner.max)]
}

/// The lines of the list of reports.
pub(super) fn lines(room: Rect) -> Vec<Rect> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let count = Choice::ALL.len() as f32;
    let step = ((room.height() + 10.0) / count).min(116.0);
    let mut line = Rect::from_min_size(room.min, vec2(room.width(), step - 10.0));
    Choice::ALL
        .iter()
        .map(|_| {
            let here = line;
            line = line.translate(vec2(0.0, step));
            here
        })
        .collect()
}

/// The parts of the order.
pub(super) struct OrderPlan {
    /// Of the forms, the choices and the place.
    pub headings: [Rect; 3],
    pub back: Rect,
    pub period: Rect,
    pub forward: Rect,
    pub forms: [Rect; 3],
    pub options: [Rect; 3],
    pub place: Rect,
    pub make: Rect,
}

impl OrderPlan {
    /// In the room below the first heading of the card.
    pub(super) fn of(room: Rect) -> Self {
        let make = Rect::from_min_max(pos2(room.left(), room.bottom() - 94.0), pos2(room.right(), room.bottom() - 6.0));
        // What the drawing leaves free is shared out among the parts.
        let spare = (make.top() - room.top() - 628.0).clamp(0.0, 220.0) / 4.0;
        let mut y = room.top();
        let mut next = |height: f32, after: f32| {
            let rect = Rect::from_min_size(pos2(room.left(), y), vec2(room.width(), height));
            y += height + after;
            rect
        };
        let stepper = next(64.0, 14.0 + spare);
        let forms_heading = next(HEADING, UNDER);
        let forms = next(128.0, 14.0 + spare);
        let options_heading = next(HEADING, 4.0);
        let options = [next(64.0, 0.0), next(64.0, 0.0), next(64.0, 10.0 + spare)];
        let place_heading = next(HEADING, UNDER);
        let place = next(80.0, 0.0);
        let square = 64.0;
        let side = |x| Rect::from_min_size(pos2(x, stepper.top()), vec2(square, square));
        let third = (forms.width() - 2.0 * 14.0) / 3.0;
        let form =
            |at: f32| Rect::from_min_size(pos2(forms.left() + at * (third + 14.0), forms.top()), vec2(third, 128.0));
        Self {
            headings: [forms_heading, options_heading, place_heading],
            back: side(stepper.left()),
            period: stepper.shrink2(vec2(square + 12.0, 0.0)),
            forward: side(stepper.right() - square),
            forms: [form(0.0), form(1.0), form(2.0)],
            options,
            place,
            make,
        }
    }
}
