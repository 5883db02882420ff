//! The import in place of the list: its steps above, what the step needs, and the way back and on below.

mod check;
mod columns;
mod file;
mod progress;

use egui::{Rect, pos2, vec2};

use super::parts::PageUi;
use super::{CONTROL, GAP, head};
use crate::flow::staff::members::{Event, Import, ImportEvent, Step};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, StaffLook, Text, icon, name_text};

/// Height of the steps.
const STEPS: f32 = 56.0;
/// Distance of what stands in a card from its edge.
const PADDING: f32 = 28.0;
/// Height of a sentence about what did not happen.
const PROBLEM: f32 = 92.0;

/// Paints the import and notes what was touched.
pub(super) fn show(p: &mut PageUi<'_, '_>, import: &Import, room: Rect) {
    let title = Rect::from_min_size(room.min, vec2(room.width(), 78.0));
    head::of_import(p, title, &sub(p, import));
    let bar = Rect::from_min_size(pos2(room.left(), title.bottom() + 12.0), vec2(room.width(), STEPS));
    steps(p, import, bar);
    let foot = Rect::from_min_max(pos2(room.left(), room.bottom() - CONTROL), room.max);
    let mut top = bar.bottom() + GAP;
    if let Some(problem) = &import.problem {
        p.problem(Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), PROBLEM)), problem);
        top += PROBLEM + GAP;
    }
    let card = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), foot.top() - GAP));
    p.card(card);
    let body = card.shrink(PADDING);
    match &import.step {
        Step::File(picker) => file::show(p, picker, import.waits(), body, foot),
        Step::Columns(table) => columns::show(p, table, body, foot),
        Step::Reading(_, done) => progress::show(p, ("members-reading", "members-reading-lead"), *done, body, foot),
        Step::Check(table, checked) => check::show(p, (table, checked), import.waits(), body, foot),
        Step::Writing(_, _, done) => progress::show(p, ("members-writing", "members-writing-lead"), *done, body, foot),
        Step::Done(_, counts) => progress::done(p, *counts, body, foot),
    }
}

/// What stands below the title.
fn sub(p: &PageUi<'_, '_>, import: &Import) -> String {
    let words = p.view.words;
    match &import.step {
        Step::File(_) => words.get("members-file-lead"),
        Step::Columns(table) => words.with("members-columns-lead", &[("name", table.name.clone())]),
        Step::Reading(table, _) | Step::Check(table, _) | Step::Writing(table, ..) => {
            words.with("members-check-lead", &[("name", table.name.clone())])
        }
        Step::Done(table, _) => table.name.clone(),
    }
}

/// The three steps: done, current, to come.
fn steps(p: &PageUi<'_, '_>, import: &Import, rect: Rect) {
    let (kit, palette) = (p.view.kit, &p.view.kit.theme.palette);
    let current = match import.step {
        Step::File(_) => 0,
        Step::Columns(_) => 1,
        Step::Reading(..) | Step::Check(..) | Step::Writing(..) => 2,
        Step::Done(..) => 3,
    };
    let mut left = rect.left();
    for (at, key) in ["members-step-file", "members-step-columns", "members-step-check"].into_iter().enumerate() {
        let text = p.word(key);
        let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
        let wide = Text::new(&text, font, palette.ink).measure(p.ui.painter(), f32::INFINITY).x;
        let gone = at < current;
        let face =
            Rect::from_min_size(pos2(left, rect.top()), vec2(wide + if gone { 84.0 } else { 48.0 }, rect.height()));
        let (ground, ink) = match at.cmp(&current) {
            std::cmp::Ordering::Equal => (palette.amber, palette.on_amber),
            std::cmp::Ordering::Less => (palette.blue_tint, palette.blue),
            std::cmp::Ordering::Greater => (palette.well, palette.ink2),
        };
        Face::filled(ground, radius::STAFF_BUTTON).paint(p.ui.painter(), face, 0.0);
        let mut from = face.left() + 24.0;
        if gone {
            let square = Rect::from_center_size(pos2(from + 12.0, face.center().y), vec2(24.0, 24.0));
            icon(p.ui.painter(), square, bold::CHECK, 24.0, ink);
            from += 36.0;
        }
        let place = Text::new(&text, font, ink).paint(
            p.ui.painter(),
            Rect::from_min_max(pos2(from, face.top()), pos2(face.right() - 20.0, face.bottom())),
        );
        let named = name_text(p.ui, place, &text);
        if at == current {
            p.ui.ctx().accesskit_node_builder(named.id, |node| {
                node.set_aria_current(egui::accesskit::AriaCurrent::Step);
            });
        }
        left = face.right() + 12.0;
    }
}

/// "Kembali" on the left of the foot, and "Batal" beside it; gives what they leave of the foot.
fn back(p: &mut PageUi<'_, '_>, foot: Rect) -> Rect {
    let y = (foot.top(), foot.bottom());
    let (back, cancel) = (p.word("members-import-back"), p.word("members-import-cancel"));
    let wide =
        |p: &PageUi<'_, '_>, text: &str| crate::ui::widgets::staff_button_width(p.ui.painter(), p.view.kit, text, true);
    let first = foot.left() + wide(p, &back);
    p.button_from_right(first, y, &back, Some(bold::ARROW_LEFT), StaffLook::Plain, event(ImportEvent::Back));
    let second = first + 16.0 + wide(p, &cancel);
    p.button_from_right(second, y, &cancel, Some(bold::X), StaffLook::Plain, event(ImportEvent::Leave));
    Rect::from_min_max(pos2(second + 20.0, foot.top()), foot.max)
}

/// An event of the import.
#[expect(clippy::unnecessary_wraps, reason = "a button takes an event that may be missing")]
fn event(event: ImportEvent) -> Option<Event> {
    Some(Event::Import(event))
}

/// The icon of a file by the ending of its name; what it really is its contents tell.
fn icon_of(name: &str) -> Icon {
    if name.to_ascii_lowercase().ends_with(".xlsx") || name.to_ascii_lowercase().ends_with(".xls") {
        fill::FILE_XLS
    } else {
        fill::FILE_CSV
    }
}

/// The page is higher than wide.
fn narrow(p: &PageUi<'_, '_>) -> bool {
    p.view.canvas.shape == Shape::Portrait
}
