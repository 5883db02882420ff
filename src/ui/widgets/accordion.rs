//! Questions under each other, one open at a time.

use egui::{Rect, Ui, pos2, vec2};

use super::paint::{Face, check_disc, icon as paint_icon};
use super::text::{Text, name_text, paint_pair};
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, radius};

/// A question that has its answer: folded, 100 du high, the whole row opens it again.
/// `change` is the word on its right; assistive software reads question and change together.
pub fn question_answered(ui: &Ui, kit: &Kit, rect: Rect, question: &str, answer: &str, change: &str) -> Touch {
    let name = format!("{change} {question}");
    let touch = Target::button(&name).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let fill = if touch.held() { p.blue_tint } else { p.surface };
    Face::filled(fill, radius::CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    check_disc(ui.painter(), kit, disc(rect), 38.0);

    let label = Text::new(change, kit.sized(Type::BodyStrong, 26.0), p.blue);
    let words = label.measure(ui.painter(), f32::INFINITY).x;
    let place =
        Rect::from_min_max(pos2(rect.right() - 31.0 - words, rect.top()), pos2(rect.right() - 30.0, rect.bottom()));
    label.paint(ui.painter(), place);
    let pencil = Rect::from_center_size(pos2(place.left() - 24.0, rect.center().y), vec2(30.0, 30.0));
    paint_icon(ui.painter(), pencil, bold::PENCIL_SIMPLE, 30.0, p.blue);

    let room = Rect::from_min_max(
        pos2(rect.left() + 95.0, rect.top() + 12.0),
        pos2(pencil.left() - 16.0, rect.bottom() - 12.0),
    );
    let upper = Text::new(question, kit.sized(Type::Caption, 22.0), p.ink2);
    let lower = Text::new(answer, kit.sized(Type::LabelStrong, 31.0), p.ink);
    let [question_place, answer_place] = paint_pair(ui.painter(), room, &upper, &lower, 0.0);
    name_text(ui, question_place, question);
    name_text(ui, answer_place, answer);
    focus_ring(ui, kit, rect, radius::CARD, &touch);
    touch
}

/// A question that waits for its turn: folded, 100 du high; touching it opens it.
pub fn question_pending(ui: &Ui, kit: &Kit, rect: Rect, question: &str) -> Touch {
    let touch = Target::button(question).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let fill = if touch.held() { p.blue_tint } else { p.bg };
    Face::filled(fill, radius::CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    paint_icon(ui.painter(), disc(rect), bold::CIRCLE, 44.0, p.edge);
    let room = Rect::from_min_max(pos2(rect.left() + 95.0, rect.top()), rect.max - vec2(24.0, 0.0));
    Text::new(question, kit.font(Type::Caption), p.ink2).paint(ui.painter(), room);
    focus_ring(ui, kit, rect, radius::CARD, &touch);
    touch
}

/// The open question: its frame and heading. Returns the room for the chips, 30 du from the frame.
pub fn question_open(ui: &Ui, kit: &Kit, rect: Rect, question: &str, icon: Icon) -> Rect {
    let p = &kit.theme.palette;
    Face::filled(p.surface, radius::CARD).outlined(kit.theme.stroke.field, p.blue).paint(ui.painter(), rect, 0.0);
    let square = Rect::from_min_size(rect.min + vec2(28.0, 26.0), vec2(48.0, 48.0));
    paint_icon(ui.painter(), square, icon, 46.0, p.blue);
    let heading = Rect::from_min_max(
        pos2(square.right() + 14.0, rect.top() + 22.0),
        pos2(rect.right() - 24.0, rect.top() + 78.0),
    );
    Text::new(question, kit.sized(Type::LabelStrong, 33.0), p.ink).show(ui, heading);
    Rect::from_min_max(pos2(rect.left() + 30.0, rect.top() + 92.0), rect.max - vec2(30.0, 30.0))
}

/// The rectangles of `count` chips in rows of at most `columns` within `room`: 88 du high, 14 du apart.
#[must_use]
pub fn chip_grid(room: Rect, columns: usize, count: usize) -> Vec<Rect> {
    const GAP: f32 = 14.0;
    const HIGH: f32 = 88.0;
    let columns = columns.max(1);
    #[expect(clippy::cast_precision_loss, reason = "a handful of chips")]
    let place = |index: usize| {
        let width = (room.width() - GAP * (columns as f32 - 1.0)) / columns as f32;
        let (column, row) = ((index % columns) as f32, (index / columns) as f32);
        Rect::from_min_size(room.min + vec2(column * (width + GAP), row * (HIGH + GAP)), vec2(width, HIGH))
    };
    (0..count).map(place).collect()
}

fn disc(rect: Rect) -> Rect {
    Rect::from_center_size(pos2(rect.left() + 51.0, rect.center().y), vec2(44.0, 44.0))
}
