//! 3: Periksa. What the import would change, and which rows it skips and why.

use egui::accesskit::Role;
use egui::{Rect, pos2, vec2};

use super::{back, event};
use crate::flow::staff::members::{Checked, Event, ImportEvent, Table};
use crate::ui::icons::{bold, fill};
use crate::ui::staff::members::CONTROL;
use crate::ui::staff::members::parts::PageUi;
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, StaffLook, Target, Text, focus_ring, name_text};

const TILE: f32 = 108.0;
const LINE: f32 = 46.0;

pub(super) fn show(p: &mut PageUi<'_, '_>, (table, checked): (&Table, &Checked), waits: bool, body: Rect, foot: Rect) {
    let rest = back(p, foot);
    let commit = p.word("members-commit");
    let ready = (checked.changes() && !waits).then(|| event(ImportEvent::Commit)).flatten();
    let y = (foot.top(), foot.bottom());
    let left = p.button_from_right(foot.right(), y, &commit, Some(bold::CHECK), StaffLook::Primary, ready);
    if !checked.changes() {
        let room = Rect::from_min_max(rest.min, pos2(left - 20.0, foot.bottom()));
        let text = p.word("members-check-nothing");
        Text::new(&text, p.view.kit.font(Type::StaffBody), p.view.kit.theme.palette.ink2)
            .lines(2)
            .right()
            .show(p.ui, room);
    }
    tiles(p, checked, Rect::from_min_size(body.min, vec2(body.width(), TILE)));
    let full = Rect::from_min_size(pos2(body.left(), body.top() + TILE + 14.0), vec2(body.width(), CONTROL));
    switch(p, checked, waits, full);
    let rest = Rect::from_min_max(pos2(body.left(), full.bottom() + 14.0), body.max);
    reasons(p, table, checked, rest);
}

fn tiles(p: &PageUi<'_, '_>, checked: &Checked, rect: Rect) {
    let counts = checked.counts;
    let mut tiles = vec![
        ("members-check-new", counts.added, Tint::Green),
        ("members-check-updated", counts.updated, Tint::Blue),
        ("members-check-unchanged", counts.unchanged, Tint::Grey),
        ("members-check-rejected", checked.rejected, if checked.rejected > 0 { Tint::Red } else { Tint::Grey }),
    ];
    if checked.full {
        tiles.push(("members-check-inactive", counts.deactivated, Tint::Amber));
    }
    #[expect(clippy::cast_precision_loss, reason = "five")]
    let wide = (rect.width() + 16.0) / tiles.len() as f32;
    for (at, (key, n, tint)) in tiles.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "five")]
        let left = rect.left() + at as f32 * wide;
        let tile = Rect::from_min_size(pos2(left, rect.top()), vec2(wide - 16.0, rect.height()));
        tile_of(p, &p.word(key), n, tint, tile);
    }
}

/// A count with its word: "Baru 120".
fn tile_of(p: &PageUi<'_, '_>, word: &str, n: u64, tint: Tint, tile: Rect) {
    let kit = p.view.kit;
    let ink = tint.ink(&kit.theme);
    Face::filled(tint.ground(&kit.theme), radius::STAFF_BUTTON).paint(p.ui.painter(), tile, 0.0);
    let number = p.view.words.number(n);
    let upper = Rect::from_min_size(tile.min + vec2(20.0, 14.0), vec2(tile.width() - 40.0, 48.0));
    let font = kit.font(Type::StaffTitle).weighted(Weight::Extra);
    Text::new(&number, font, ink).paint(p.ui.painter(), upper);
    let lower = Rect::from_min_size(tile.min + vec2(20.0, 58.0), vec2(tile.width() - 26.0, 48.0));
    Text::new(word, kit.font(Type::StaffBody).weighted(Weight::Bold), ink).lines(2).paint(p.ui.painter(), lower);
    name_text(p.ui, tile, &format!("{word} {number}"));
}

/// Whether members who are not in the file become inactive.
fn switch(p: &mut PageUi<'_, '_>, checked: &Checked, waits: bool, rect: Rect) {
    let (kit, palette) = (p.view.kit, &p.view.kit.theme.palette);
    let name = p.word("members-check-full");
    let touch = Target { role: Role::Switch, ..Target::choice(&name, checked.full) }.sense(p.ui, kit, rect);
    let track = Rect::from_center_size(pos2(rect.left() + 40.0, rect.center().y), vec2(76.0, 42.0));
    let ground = if checked.full { palette.blue } else { palette.edge };
    Face::filled(ground, 21.0).paint(p.ui.painter(), track, 0.0);
    let x = if checked.full { track.right() - 21.0 } else { track.left() + 21.0 };
    p.ui.painter().circle_filled(pos2(x, rect.center().y), 16.0, palette.surface);
    let room = Rect::from_min_max(pos2(track.right() + 18.0, rect.top()), rect.max);
    Text::new(&name, kit.font(Type::StaffBody).weighted(Weight::Bold), palette.ink)
        .lines(2)
        .paint(p.ui.painter(), room);
    focus_ring(p.ui, kit, rect, radius::STAFF_BUTTON, &touch);
    if touch.clicked() && !waits {
        p.events.extend(event(ImportEvent::Full(!checked.full)));
    }
}

fn reasons(p: &mut PageUi<'_, '_>, _table: &Table, checked: &Checked, rect: Rect) {
    let palette = &p.view.kit.theme.palette;
    let mut top = rect.top();
    for remark in &checked.remarks {
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), 60.0));
        p.told(line, fill::INFO, Tint::Amber, &sentence(remark));
        top = line.bottom() + 8.0;
    }
    let head = Rect::from_min_size(pos2(rect.left(), top + 4.0), vec2(rect.width(), 36.0));
    if checked.reasons.is_empty() {
        return p.text(head, &p.word("members-check-no-reasons"), Type::StaffBody, palette.ink2);
    }
    let mut title = p.word("members-check-reasons");
    if checked.rejected > checked.reasons.len() as u64 {
        let n = p.view.words.number(checked.reasons.len() as u64);
        title = format!("{title} ({})", p.view.words.with("members-check-reasons-more", &[("n", n)]));
    }
    p.strong(head, &title, Type::StaffCard, palette.ink);
    let from = head.bottom() + 6.0;
    // As many lines as there is room for, with the way to the others below them.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some lines")]
    let fit = |high: f32| ((high / LINE).floor().max(1.0)) as usize;
    let all = fit(rect.bottom() - from);
    let size = if checked.reasons.len() <= all { all } else { fit(rect.bottom() - from - CONTROL - 8.0) };
    let part = checked.part.min((checked.reasons.len() - 1) / size);
    for (at, (line, reason)) in checked.reasons.iter().skip(part * size).take(size).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "some lines")]
        let top = from + at as f32 * LINE;
        let place = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), LINE));
        p.ui.painter().hline(place.x_range(), top, egui::Stroke::new(2.0, palette.line));
        let number = p.view.words.with("members-check-line", &[("line", p.view.words.number(*line))]);
        p.strong(Rect::from_min_size(place.min, vec2(150.0, LINE)), &number, Type::StaffBody, palette.ink);
        let room = Rect::from_min_max(place.min + vec2(160.0, 0.0), place.max);
        p.lines(room, &sentence(reason), 2, palette.ink);
    }
    let parts = Rect::from_min_max(pos2(rect.left(), rect.bottom() - CONTROL), rect.max);
    p.parts(parts, part, size, checked.reasons.len(), |part| Event::Import(ImportEvent::Part(part)));
}

/// A reason with a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", chars.as_str())
}
