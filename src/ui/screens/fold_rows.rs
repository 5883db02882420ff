//! A folded question: as a row over the whole width, and as a tab where rows would take too much room.

use egui::{Rect, Ui, pos2, vec2};

use crate::ui::icons::bold;
use crate::ui::theme::{Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{
    Face, Target, Text, Touch, check_disc, focus_ring, icon, name_text, question_answered, question_pending,
};

/// What a folded question says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub question: &'a str,
    /// None: it waits for its turn.
    pub answer: Option<&'a str>,
    /// "Ubah".
    pub change: &'a str,
}

/// A row narrower than this has no room for "Ubah" beside the answer.
const ROOMY: f32 = 600.0;

/// A folded question as a row.
pub(super) fn row(ui: &Ui, view: &View<'_>, rect: Rect, row: &Row<'_>) -> Touch {
    let roomy = rect.width() >= ROOMY && !view.state.aa;
    match row.answer {
        Some(answer) if roomy => question_answered(ui, view.kit, rect, row.question, answer, row.change),
        Some(answer) => answered(ui, view, rect, row, answer),
        None if roomy => question_pending(ui, view.kit, rect, row.question),
        None => pending(ui, view, rect, row),
    }
}

/// The answer takes the whole width below the question.
fn answered(ui: &Ui, view: &View<'_>, rect: Rect, row: &Row<'_>, answer: &str) -> Touch {
    let name = format!("{} {}", row.change, row.question);
    let touch = face(ui, view, rect, &name, true);
    let p = &view.kit.theme.palette;
    check_disc(ui.painter(), view.kit, sign(rect), 36.0);
    let inner = Rect::from_min_max(pos2(rect.left() + 82.0, rect.top() + 8.0), rect.max - vec2(22.0, 8.0));
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.43);

    let small = view.kit.font(Type::CaptionStrong).sized(if view.state.aa { 27.0 } else { 22.0 });
    let change = Text::new(row.change, small, p.blue);
    let words = change.measure(ui.painter(), f32::INFINITY).x;
    change.paint(ui.painter(), upper.with_min_x(upper.right() - words - 1.0));
    let pencil = Rect::from_center_size(pos2(upper.right() - words - 20.0, upper.center().y), vec2(26.0, 26.0));
    icon(ui.painter(), pencil, bold::PENCIL_SIMPLE, 26.0, p.blue);

    let room = upper.with_max_x(pencil.left() - 10.0);
    let question = small.weighted(crate::ui::theme::Weight::Medium);
    let place = Text::new(row.question, question, p.ink2).paint(ui.painter(), room);
    name_text(ui, place, row.question);
    let strong = view.kit.font(Type::LabelStrong).sized(if view.state.aa { 36.0 } else { 30.0 });
    let place = Text::new(answer, strong, p.ink).paint(ui.painter(), lower);
    name_text(ui, place, answer);
    touch
}

fn pending(ui: &Ui, view: &View<'_>, rect: Rect, row: &Row<'_>) -> Touch {
    let touch = face(ui, view, rect, row.question, false);
    let p = &view.kit.theme.palette;
    icon(ui.painter(), sign(rect), bold::CIRCLE, 42.0, p.edge);
    let room = Rect::from_min_max(pos2(rect.left() + 82.0, rect.top() + 6.0), rect.max - vec2(22.0, 6.0));
    Text::new(row.question, view.kit.font(Type::Caption), p.ink2).lines(2).paint(ui.painter(), room);
    touch
}

/// A folded question as a tab: only its answer, or its name while it waits.
pub(super) fn tab(ui: &Ui, view: &View<'_>, rect: Rect, row: &Row<'_>) -> Touch {
    let name = row.answer.map_or_else(|| row.question.to_owned(), |_| format!("{} {}", row.change, row.question));
    let touch = face(ui, view, rect, &name, row.answer.is_some());
    let p = &view.kit.theme.palette;
    let sign = Rect::from_center_size(pos2(rect.left() + 36.0, rect.center().y), vec2(36.0, 36.0));
    if row.answer.is_some() {
        check_disc(ui.painter(), view.kit, sign, 34.0);
    } else {
        icon(ui.painter(), sign, bold::CIRCLE, 36.0, p.edge);
    }
    let room = Rect::from_min_max(pos2(sign.right() + 12.0, rect.top() + 6.0), rect.max - vec2(12.0, 6.0));
    let font = view.kit.font(Type::BodyStrong);
    let font = if view.state.aa { font.sized(32.0) } else { font };
    let text = row.answer.unwrap_or(row.question);
    let place = Text::new(text, font, p.ink).lines(2).paint(ui.painter(), room);
    if row.answer.is_some() {
        name_text(ui, place, text);
    }
    touch
}

fn face(ui: &Ui, view: &View<'_>, rect: Rect, name: &str, answered: bool) -> Touch {
    let touch = Target::button(name).sense(ui, view.kit, rect);
    let p = &view.kit.theme.palette;
    let fill = match (touch.held(), answered) {
        (true, _) => p.blue_tint,
        (false, true) => p.surface,
        (false, false) => p.bg,
    };
    Face::filled(fill, radius::CHIP).outlined(view.kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    focus_ring(ui, view.kit, rect, radius::CHIP, &touch);
    touch
}

fn sign(rect: Rect) -> Rect {
    Rect::from_center_size(pos2(rect.left() + 44.0, rect.center().y), vec2(42.0, 42.0))
}
