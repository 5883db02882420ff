//! Where the parts of the group's form stand on each of the three shapes, in du.

use egui::{Rect, Vec2, pos2, vec2};

use super::plan::{FieldPlace, Plan};
use crate::ui::layout::{Canvas, Shape};

/// Between two cards.
const BETWEEN: f32 = 24.0;
/// Four rows of keys, 88 du high.
const KEYPAD_HIGH: f32 = 484.0;

/// Where the parts of the group's form stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GroupPlan {
    pub title: Rect,
    /// Leader and institution.
    pub fields: Vec<FieldPlace>,
    pub keyboard: Rect,
    /// Instead of the keyboard, while a number is typed.
    pub keypad: Rect,
    pub notice: Rect,
    /// What is missing, where the bar below has no room for it.
    pub hint: Option<Rect>,
    /// "Berapa orang yang datang?"
    pub heading: Rect,
    /// Men and women.
    pub counts: [Rect; 2],
    /// "Sentuh angkanya", or what is wrong with the numbers. The keypad may cover it.
    pub help: Rect,
    /// "Jumlah seluruhnya 34 orang".
    pub total: Rect,
}

impl GroupPlan {
    /// The plan; `aa`: large text.
    pub(super) fn of(canvas: &Canvas, aa: bool) -> Self {
        match canvas.shape {
            Shape::Wide => wide(canvas, aa),
            Shape::Classic => classic(canvas, aa),
            Shape::Portrait => portrait(canvas, aa),
        }
    }
}

fn wide(canvas: &Canvas, aa: bool) -> GroupPlan {
    let Plan { title, fields, keyboard, notice, hint, side } = Plan::of(canvas, aa, 2);
    let keypad = Rect::from_x_y_ranges(keyboard.x_range(), canvas.pos(0.0, 420.0).y..=canvas.pos(0.0, 900.0).y);
    let heading = Rect::from_min_size(side.min + vec2(0.0, 16.0), vec2(side.width(), 60.0));
    let card = vec2(side.width(), 184.0);
    let first = Rect::from_min_size(pos2(side.left(), heading.bottom() + 22.0), card);
    let second = first.translate(vec2(0.0, card.y + BETWEEN));
    let help = Rect::from_min_size(second.left_bottom() + vec2(0.0, 16.0), vec2(side.width(), 60.0));
    let total = Rect::from_min_size(help.left_bottom() + vec2(0.0, 12.0), vec2(side.width(), 128.0));
    GroupPlan { title, fields, keyboard, keypad, notice, hint, heading, counts: [first, second], help, total }
}

/// Fields and numbers side by side above the keyboard; the sum beside the title.
fn classic(canvas: &Canvas, aa: bool) -> GroupPlan {
    let (left, width) = (56.0, canvas.width() - 112.0);
    let half = (width - 26.0) / 2.0;
    let right = left + half + 26.0;
    let title = canvas.rect(left, 132.0, half, 88.0);
    let total = canvas.rect(right, 132.0, half, 92.0);
    let label = if aa { 42.0 } else { 36.0 };
    let place = |x: f32| FieldPlace {
        label: canvas.rect(x, 228.0, half, label),
        field: canvas.rect(x, 228.0 + label + 2.0, half, 104.0),
        fault: canvas.rect(x, 228.0 + label + 108.0, half, 32.0),
    };
    let fields = vec![place(left), place(right)];
    let top = 228.0 + label + 142.0;
    let heading = canvas.rect(left, top, width, 48.0);
    let counts = [left, right].map(|x| canvas.rect(x, top + 50.0, half, 136.0));
    let help = canvas.rect(left, top + 190.0, width, 40.0);
    let board = vec2(1010.0, 1096.0 - (top + 234.0));
    let x = (canvas.width() - board.x) / 2.0;
    let keyboard = canvas.rect(x, 1096.0 - board.y, board.x, board.y);
    let keypad = canvas.rect(x, 1096.0 - KEYPAD_HIGH, board.x, KEYPAD_HIGH);
    let notice = canvas.rect(left, 1099.0, width, 34.0);
    GroupPlan { title, fields, keyboard, keypad, notice, hint: None, heading, counts, help, total }
}

fn portrait(canvas: &Canvas, aa: bool) -> GroupPlan {
    let Plan { title, fields, keyboard, notice, hint, side } = Plan::of(canvas, aa, 2);
    let keyboard = keyboard.with_min_y(keyboard.bottom() - 520.0);
    let heading = Rect::from_min_size(side.min, vec2(side.width(), 54.0));
    let card = Vec2::new(side.width(), 166.0);
    let first = Rect::from_min_size(pos2(side.left(), heading.bottom() + 10.0), card);
    let second = first.translate(vec2(0.0, card.y + 20.0));
    let help = Rect::from_min_size(second.left_bottom() + vec2(0.0, 10.0), vec2(side.width(), 48.0));
    let total = Rect::from_min_size(help.left_bottom() + vec2(0.0, 10.0), vec2(side.width(), 116.0));
    GroupPlan { title, fields, keyboard, keypad: keyboard, notice, hint, heading, counts: [first, second], help, total }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{BOTTOM_BAR, TARGET, TOP_BAR};

    #[test]
    fn nothing_of_the_form_overlaps_with_keyboard_or_keypad() {
        for size in [vec2(1920.0, 1080.0), vec2(1366.0, 768.0), vec2(1280.0, 1024.0), vec2(1080.0, 1920.0)] {
            let canvas = Canvas::of(size);
            let room = canvas.rect(0.0, TOP_BAR, canvas.width(), canvas.height() - TOP_BAR - BOTTOM_BAR);
            for aa in [false, true] {
                let plan = GroupPlan::of(&canvas, aa);
                let mut parts = vec![plan.title, plan.notice, plan.heading, plan.total];
                parts.extend(plan.counts);
                parts.extend(plan.hint);
                for place in &plan.fields {
                    assert!(place.field.height() >= TARGET);
                    parts.extend([place.label, place.field, place.fault]);
                }
                let with_keyboard = [&parts[..], &[plan.keyboard, plan.help]].concat();
                let with_keypad = [&parts[..], &[plan.keypad]].concat();
                for parts in [with_keyboard, with_keypad] {
                    for (i, part) in parts.iter().enumerate() {
                        assert!(room.contains_rect(*part), "{size} {aa}: part {i} {part} leaves {room}");
                        for (j, other) in parts.iter().enumerate().skip(i + 1) {
                            let overlap = part.shrink(0.1).intersects(other.shrink(0.1));
                            assert!(!overlap, "{size} {aa}: {i} {part} and {j} {other}");
                        }
                    }
                }
                assert!(plan.keypad.height() >= 4.0 * TARGET + 3.0 * 21.0 + 64.0);
                assert!(plan.keyboard.height() >= 4.0 * TARGET + 3.0 * 10.0 + 48.0 - 0.5);
            }
        }
    }
}
