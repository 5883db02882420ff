//! 2: Cocokkan kolom. A line a fact: its name, the column in the file, and what stands in it in the first rows.

use egui::{Rect, pos2, vec2};

use super::{back, event, narrow};
use crate::domain::member_columns::Field;
use crate::flow::staff::members::{Event, ImportEvent, Table};
use crate::ui::icons::bold;
use crate::ui::staff::members::CONTROL;
use crate::ui::staff::members::parts::PageUi;
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, StaffLook, Target, Text, focus_ring, icon, modal, staff_button};

/// Rows of the file that are shown.
const SAMPLES: usize = 5;
/// Height of the names above the lines.
const HEAD: f32 = 40.0;
/// Columns of the file that are offered at a time.
const OFFERED: usize = 30;

/// Widths of the three parts of a line.
struct Plan {
    fact: f32,
    column: f32,
    sample: f32,
}

pub(super) fn show(p: &mut PageUi<'_, '_>, table: &Table, body: Rect, foot: Rect) {
    let rest = back(p, foot);
    let missing = table.columns.missing();
    let ready = missing.is_empty().then(|| event(ImportEvent::Check)).flatten();
    let y = (foot.top(), foot.bottom());
    let check = p.word("members-check");
    let left = p.button_from_right(foot.right(), y, &check, Some(bold::ARROW_RIGHT), StaffLook::Primary, ready);
    if !missing.is_empty() {
        let fields = missing
            .iter()
            .map(|field| name_of(p, *field))
            .reduce(|one, two| p.view.words.with("members-columns-and", &[("one", one), ("two", two)]));
        let text = p.view.words.with("members-columns-missing", &[("fields", fields.unwrap_or_default())]);
        let room = Rect::from_min_max(rest.min, pos2(left - 20.0, foot.bottom()));
        let font = p.view.kit.font(Type::StaffBody).weighted(Weight::Bold);
        Text::new(&text, font, Tint::Red.ink(&p.view.kit.theme)).lines(2).right().show(p.ui, room);
    }

    let stacked = narrow(p);
    let plan = if stacked {
        Plan { fact: 220.0, column: body.width() - 220.0, sample: body.width() - 220.0 }
    } else {
        #[expect(clippy::cast_precision_loss, reason = "five")]
        let sample = (body.width() - 230.0 - 330.0) / SAMPLES as f32;
        Plan { fact: 230.0, column: 330.0, sample }
    };
    heads(p, body, &plan, stacked);
    let top = body.top() + HEAD;
    #[expect(clippy::cast_precision_loss, reason = "nine facts")]
    let line = (body.bottom() - top) / Field::ALL.len() as f32;
    let line = line.min(if stacked { 150.0 } else { 76.0 });
    for (at, &field) in Field::ALL.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "nine facts")]
        let rect = Rect::from_min_size(pos2(body.left(), top + at as f32 * line), vec2(body.width(), line));
        fact(p, table, field, rect, &plan, stacked);
    }
    if let Some(field) = table.choosing {
        choose(p, table, field);
    }
}

fn name_of(p: &PageUi<'_, '_>, field: Field) -> String {
    p.word(&format!("members-field-{}", field.id()))
}

/// The name of a column as it stands in the file.
fn column_name(p: &PageUi<'_, '_>, table: &Table, at: usize) -> String {
    let name = table.header.get(at).map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    name.filter(|name| !name.is_empty())
        .unwrap_or_else(|| p.view.words.with("members-columns-unnamed", &[("n", (at + 1).to_string())]))
}

fn heads(p: &PageUi<'_, '_>, body: Rect, plan: &Plan, stacked: bool) {
    let ink = p.view.kit.theme.palette.ink2;
    let at = |x: f32, wide: f32| Rect::from_min_size(pos2(body.left() + x, body.top() - 6.0), vec2(wide - 12.0, HEAD));
    p.strong(at(plan.fact, plan.column), &p.word("members-columns-of"), Type::StaffCaption, ink);
    if !stacked {
        let left = plan.fact + plan.column;
        for n in 0..SAMPLES {
            #[expect(clippy::cast_precision_loss, reason = "five")]
            let x = left + n as f32 * plan.sample;
            let text = p.view.words.with("members-columns-line", &[("n", (n + 1).to_string())]);
            p.strong(at(x + 12.0, plan.sample - 12.0), &text, Type::StaffCaption, ink);
        }
    }
}

fn fact(p: &mut PageUi<'_, '_>, table: &Table, field: Field, rect: Rect, plan: &Plan, stacked: bool) {
    let (kit, palette) = (p.view.kit, &p.view.kit.theme.palette);
    p.ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(kit.theme.stroke.card, palette.line));
    let column = table.columns.get(field);
    let needed = Field::NEEDED.contains(&field);
    let name = capital(&name_of(p, field));
    let upper = if stacked { rect.height() * 0.5 } else { rect.height() };
    let label = Rect::from_min_size(rect.min, vec2(plan.fact - 16.0, upper));
    if needed {
        let above = Rect::from_min_size(label.min + vec2(0.0, upper / 2.0 - 26.0), vec2(label.width(), 28.0));
        p.strong(above, &name, Type::StaffBody, palette.ink);
        let below = Rect::from_min_size(pos2(label.left(), above.bottom() - 2.0), vec2(label.width(), 24.0));
        p.text(below, &p.word("members-columns-needed"), Type::StaffCaption, palette.ink2);
    } else {
        p.strong(label, &name, Type::StaffBody, palette.ink);
    }

    let chosen = column.map(|at| column_name(p, table, at));
    let shown = chosen.clone().unwrap_or_else(|| p.word("members-columns-none"));
    let button = Rect::from_min_size(
        pos2(rect.left() + plan.fact, rect.top() + (upper - 56.0).max(8.0) / 2.0),
        vec2(plan.column - 16.0, 56.0_f32.min(upper - 8.0)),
    );
    let spoken = format!("{name}: {shown}");
    let touch = Target::button(&spoken).sense(p.ui, kit, button);
    let wrong = needed && column.is_none();
    let edge = if wrong { palette.red_ink } else { palette.edge };
    let ground = if touch.held() { palette.blue_tint } else { palette.surface };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.tile, edge).paint(p.ui.painter(), button, 0.0);
    let ink = if column.is_some() { palette.ink } else { palette.ink2 };
    let room = Rect::from_min_max(button.min + vec2(20.0, 0.0), button.max - vec2(52.0, 0.0));
    Text::new(&shown, kit.font(Type::StaffBody).weighted(Weight::Bold), ink).paint(p.ui.painter(), room);
    let caret = Rect::from_center_size(pos2(button.right() - 30.0, button.center().y), vec2(22.0, 22.0));
    icon(p.ui.painter(), caret, bold::CARET_DOWN, 22.0, palette.ink2);
    focus_ring(p.ui, kit, button, radius::STAFF_BUTTON, &touch);
    if touch.clicked() {
        p.events.extend(event(ImportEvent::Choose(field)));
    }
    samples(p, table, column, rect, plan, stacked);
}

/// What stands in the column in the first rows: beside each other, or one after the other where there is no room.
fn samples(p: &PageUi<'_, '_>, table: &Table, column: Option<usize>, rect: Rect, plan: &Plan, stacked: bool) {
    let Some(at) = column else { return };
    let cell = |row: &Vec<String>| {
        row.get(at).map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|c| !c.is_empty())
    };
    let font = p.view.kit.font(Type::StaffCaption);
    let ink = p.view.kit.theme.palette.ink2;
    let rows = table.samples.iter().take(SAMPLES).map(|row| cell(row).unwrap_or_else(|| "–".to_owned()));
    if stacked {
        let all = rows.collect::<Vec<_>>().join(" · ");
        let place = Rect::from_min_max(
            pos2(rect.left() + plan.fact, rect.top() + rect.height() * 0.5),
            pos2(rect.right(), rect.bottom() - 4.0),
        );
        Text::new(&all, font, ink).lines(3).top().show(p.ui, place);
        return;
    }
    let left = rect.left() + plan.fact + plan.column + 12.0;
    for (n, text) in rows.enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "five")]
        let x = left + n as f32 * plan.sample;
        let place = Rect::from_min_size(pos2(x, rect.top()), vec2(plan.sample - 16.0, rect.height()));
        Text::new(&text, font, ink).lines(3).show(p.ui, place);
    }
}

/// The columns of the file for one fact, over the page.
fn choose(p: &mut PageUi<'_, '_>, table: &Table, field: Field) {
    let view = p.view;
    let title = view.words.with("members-columns-choose", &[("field", name_of(p, field))]);
    let across = if narrow(p) { 2 } else { 3 };
    let names: Vec<String> = (0..table.header.len()).map(|at| column_name(p, table, at)).collect();
    let part = table.part.min(names.len().saturating_sub(1) / OFFERED);
    let shown: Vec<(usize, &String)> = names.iter().enumerate().skip(part * OFFERED).take(OFFERED).collect();
    #[expect(clippy::cast_precision_loss, reason = "some columns")]
    let rows = (shown.len() + 1).div_ceil(across) as f32;
    let more = if names.len() > OFFERED { CONTROL + 16.0 } else { 0.0 };
    let size = vec2(
        1240.0_f32.min(view.canvas.width() - 60.0),
        48.0 + 52.0 + 24.0 + rows * 78.0 + more + 24.0 + CONTROL + 44.0,
    );
    let over = modal(p.ui, view.kit, &view.canvas, &title, size, |ui, card| {
        let mut events = Vec::new();
        let mut p = PageUi { ui, view, events: &mut events };
        let inner = card.shrink2(vec2(48.0, 44.0));
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), 48.0));
        Text::new(&title, view.kit.font(Type::StaffTitle).sized(32.0), view.kit.theme.palette.ink).show(p.ui, head);
        let grid = Rect::from_min_size(pos2(inner.left(), head.bottom() + 24.0), vec2(inner.width(), rows * 78.0));
        offer(&mut p, (table, field), &shown, across, grid);
        let turn = |part| Event::Import(ImportEvent::Part(part));
        let parts = Rect::from_min_size(pos2(grid.left(), grid.bottom() + 8.0), vec2(grid.width(), CONTROL));
        p.parts(parts, part, OFFERED, names.len(), turn);
        let keep = p.word("members-columns-leave");
        let y = (inner.bottom() - CONTROL, inner.bottom());
        p.button_from_right(inner.right(), y, &keep, None, StaffLook::Plain, event(ImportEvent::Keep));
        events
    });
    p.events.extend(over.inner);
    if over.escape || over.outside {
        p.events.extend(event(ImportEvent::Keep));
    }
}

fn offer(
    p: &mut PageUi<'_, '_>,
    (table, field): (&Table, Field),
    shown: &[(usize, &String)],
    across: usize,
    grid: Rect,
) {
    let none = p.word("members-columns-none");
    let offered = shown.iter().map(|(at, name)| (Some(*at), name.as_str())).chain([(None, none.as_str())]);
    let rows = (shown.len() + 1).div_ceil(across);
    let mut taken = std::collections::HashSet::new();
    for (n, (at, name)) in offered.enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "some columns")]
        let (x, y) = ((n % across) as f32, (n / across) as f32);
        #[expect(clippy::cast_precision_loss, reason = "some columns")]
        let (wide, high) = (grid.width() / across as f32, grid.height() / rows as f32);
        let place = Rect::from_min_size(grid.min + vec2(x * wide, y * high), vec2(wide - 14.0, CONTROL));
        // Two columns of one name are told apart by their places.
        let spoken = if taken.insert(name.to_owned()) { name.to_owned() } else { format!("{name} ({})", n + 1) };
        let look = if table.columns.get(field) == at { StaffLook::Chosen } else { StaffLook::Plain };
        if staff_button(p.ui, p.view.kit, place, &spoken, None, look).clicked() {
            p.events.extend(event(ImportEvent::Column(at)));
        }
    }
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
