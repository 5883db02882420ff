//! Where the parts of a form stand on each of the three shapes, in du.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::ui::layout::{Canvas, Shape};

/// The keyboard as drawn. Its keys are 88 du wide, so that it cannot be narrower.
const KEYBOARD: Vec2 = vec2(1010.0, 462.0);
/// Keys of 88 du height.
const KEYBOARD_LOW: f32 = 430.0;
/// Between two fields side by side.
const BETWEEN: f32 = 26.0;

/// One field with its label above and the line for a fault below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FieldPlace {
    pub label: Rect,
    pub field: Rect,
    pub fault: Rect,
}

/// Where the parts of a form stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    pub title: Rect,
    pub fields: Vec<FieldPlace>,
    /// The tray of the keyboard.
    pub keyboard: Rect,
    /// What is kept.
    pub notice: Rect,
    /// What is missing, where the bar below has no room for it (portrait).
    pub hint: Option<Rect>,
    /// The questions, or what else stands beside the fields.
    pub side: Rect,
}

/// Heights of a column of fields, in du; large text needs more for the title and less for the rest.
struct Heights {
    title: f32,
    label: f32,
    field: f32,
    fault: f32,
}

impl Plan {
    /// The plan of a form with one or two lines of text. `aa`: large text.
    pub(super) fn of(canvas: &Canvas, aa: bool, lines: usize) -> Self {
        match canvas.shape {
            Shape::Wide => wide(canvas, aa, lines),
            Shape::Classic => classic(canvas, aa, lines),
            Shape::Portrait => portrait(canvas, aa, lines),
        }
    }
}

impl Plan {
    /// A form with one line of text and no questions: what stands beside the line begins at its height, and in
    /// portrait the keyboard is larger.
    pub(super) fn of_one_line(canvas: &Canvas, aa: bool) -> Self {
        let mut plan = Self::of(canvas, aa, 1);
        if canvas.shape == Shape::Portrait {
            plan.keyboard.min.y = plan.keyboard.max.y - 560.0;
            plan.side.min.y += 24.0;
            plan.side.max.y = plan.keyboard.min.y - 12.0;
        } else if let Some(place) = plan.fields.first() {
            plan.side.min.y = place.field.min.y;
        }
        plan
    }
}

fn wide(canvas: &Canvas, aa: bool, lines: usize) -> Plan {
    let left = 56.0;
    let heights = if aa {
        Heights { title: 82.0, label: 44.0, field: 112.0, fault: 40.0 }
    } else {
        Heights { title: 74.0, label: 42.0, field: 112.0, fault: 31.0 }
    };
    let top = if aa { 130.0 } else { 148.0 };
    let title = canvas.rect(left, top, KEYBOARD.x, heights.title);
    let label = if aa { title.bottom() } else { title.bottom() + 10.0 };
    let fields = side_by_side(pos2(title.left(), label), KEYBOARD.x, &heights, lines);
    let keyboard = Rect::from_min_size(canvas.pos(left, 425.0), KEYBOARD);
    let notice = canvas.rect(left, 900.0, KEYBOARD.x, 32.0);
    let right = 1122.0;
    let side = canvas.rect(right, 140.0, canvas.width() - right - 56.0, 786.0);
    Plan { title, fields, keyboard, notice, hint: None, side }
}

/// Fields under each other, the keyboard below them, the questions in a narrow column beside them.
fn classic(canvas: &Canvas, aa: bool, lines: usize) -> Plan {
    let left = 40.0;
    let heights = if aa {
        Heights { title: 80.0, label: 44.0, field: 108.0, fault: 38.0 }
    } else {
        Heights { title: 74.0, label: 42.0, field: 112.0, fault: 36.0 }
    };
    let title = canvas.rect(left, if aa { 130.0 } else { 144.0 }, KEYBOARD.x, heights.title);
    let mut top = title.bottom() + if aa { 6.0 } else { 16.0 };
    let mut fields = Vec::new();
    for _ in 0..lines {
        let place = field(pos2(title.left(), top), KEYBOARD.x, &heights);
        top = place.fault.bottom() + 4.0;
        fields.push(place);
    }
    let bottom = canvas.pos(0.0, 1082.0).y;
    let high = (bottom - top - 8.0).min(540.0);
    let keyboard = Rect::from_min_size(pos2(title.left(), bottom - high), vec2(KEYBOARD.x, high));
    let notice = canvas.rect(left, 1086.0, KEYBOARD.x, 40.0);
    let right = left + KEYBOARD.x + 32.0;
    let side = canvas.rect(right, 140.0, canvas.width() - right - 40.0, 986.0);
    Plan { title, fields, keyboard, notice, hint: None, side }
}

/// Fields, questions, and the keyboard right above the bar.
fn portrait(canvas: &Canvas, aa: bool, lines: usize) -> Plan {
    let (left, width) = (48.0, canvas.width() - 96.0);
    let heights = if aa {
        Heights { title: 74.0, label: 42.0, field: 108.0, fault: 38.0 }
    } else {
        Heights { title: 62.0, label: 38.0, field: 108.0, fault: 32.0 }
    };
    let title = canvas.rect(left, 252.0, width, heights.title);
    let fields = side_by_side(pos2(title.left(), title.bottom() + 2.0), width, &heights, lines);
    let hint = canvas.rect(left, 1738.0, width, 34.0);
    let notice = canvas.rect(left, 1704.0, width, 34.0);
    let keyboard = canvas.rect((canvas.width() - KEYBOARD.x) / 2.0, 1700.0 - KEYBOARD_LOW, KEYBOARD.x, KEYBOARD_LOW);
    let top = fields.last().map_or(title.bottom(), |f| f.fault.bottom()) + 4.0;
    let side = Rect::from_min_max(pos2(title.left(), top), pos2(title.right(), keyboard.top() - 12.0));
    Plan { title, fields, keyboard, notice, hint: Some(hint), side }
}

fn side_by_side(at: Pos2, width: f32, heights: &Heights, lines: usize) -> Vec<FieldPlace> {
    let count = u8::try_from(lines.max(1)).map_or(1.0, f32::from);
    let each = (width - (count - 1.0) * BETWEEN) / count;
    let mut left = at.x;
    let mut fields = Vec::new();
    for _ in 0..lines {
        fields.push(field(pos2(left, at.y), each, heights));
        left += each + BETWEEN;
    }
    fields
}

fn field(at: Pos2, width: f32, heights: &Heights) -> FieldPlace {
    let label = Rect::from_min_size(at, vec2(width, heights.label));
    let field = Rect::from_min_size(label.left_bottom() + vec2(0.0, 4.0), vec2(width, heights.field));
    let fault = Rect::from_min_size(field.left_bottom() + vec2(0.0, 2.0), vec2(width, heights.fault - 4.0));
    FieldPlace { label, field, fault }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{BOTTOM_BAR, TARGET, TOP_BAR};

    #[test]
    fn nothing_of_a_form_overlaps_or_leaves_its_room() {
        for size in [vec2(1920.0, 1080.0), vec2(1366.0, 768.0), vec2(1280.0, 1024.0), vec2(1080.0, 1920.0)] {
            let canvas = Canvas::of(size);
            let room = canvas.rect(0.0, TOP_BAR, canvas.width(), canvas.height() - TOP_BAR - BOTTOM_BAR);
            for (aa, lines) in [(false, 0), (true, 0), (false, 1), (false, 2), (true, 1), (true, 2)] {
                let plan = if lines == 0 { Plan::of_one_line(&canvas, aa) } else { Plan::of(&canvas, aa, lines) };
                assert!(plan.keyboard.height() >= KEYBOARD_LOW - 0.5, "{size} {aa} {lines}: {}", plan.keyboard);
                let mut parts = vec![plan.title, plan.keyboard, plan.notice, plan.side];
                parts.extend(plan.hint);
                for place in &plan.fields {
                    assert!(place.field.height() >= TARGET);
                    parts.extend([place.label, place.field, place.fault]);
                }
                assert_eq!(plan.fields.len(), lines.max(1));
                for (i, part) in parts.iter().enumerate() {
                    assert!(room.contains_rect(*part), "{size} {aa} {lines}: part {i} {part} leaves {room}");
                    for (j, other) in parts.iter().enumerate().skip(i + 1) {
                        let overlap = part.shrink(0.1).intersects(other.shrink(0.1));
                        assert!(!overlap, "{size} {aa} {lines}: {i} {part} and {j} {other}");
                    }
                }
            }
        }
    }
}
