//! The foot: which rows are shown, another page, another day.

use egui::{Rect, Ui, pos2, vec2};

use super::super::view::StaffView;
use super::plan::{CONTROL, GAP, Plan};
use crate::domain::listing::BookPage;
use crate::flow::staff::visits::{Days, Event, Turn};
use crate::i18n::Words;
use crate::ui::icons::bold;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    Face, StaffLook, Target, Text, focus_ring, icon, name_text, staff_button, staff_button_width,
};

/// Paints the foot.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, plan: &Plan, page: &BookPage) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let foot = plan.foot();
    let mut event = None;
    let line = |n: u8| {
        let top = foot.top() + f32::from(n) * (CONTROL + 12.0);
        Rect::from_min_size(pos2(foot.left(), top), vec2(foot.width(), CONTROL))
    };
    let turns = line(plan.foot_rows - 1);
    let mut right = turns.right();
    let mut from_right = |wide: f32| {
        let place = Rect::from_min_max(pos2(right - wide, turns.top()), pos2(right, turns.bottom()));
        right -= wide + 12.0;
        place
    };
    let (newer, older) = (words.get("visits-page-before"), words.get("visits-page-after"));
    let wide = |text: &str| staff_button_width(ui.painter(), kit, text, true);
    if step(ui, view, from_right(wide(&older)), &older, page.has_older(), false) {
        event = Some(Event::Turn(Turn::Older));
    }
    for number in numbers(page.number(), page.pages()).into_iter().rev() {
        let text = number.map_or_else(|| "…".to_owned(), |n| words.number(n));
        let wide = if number.is_none() { 28.0 } else { 64.0_f32.max(36.0 + 13.0 * count(&text)) };
        let place = from_right(wide);
        match number {
            None => {
                let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
                Text::new(&text, font, kit.theme.palette.ink2).centered().paint(ui.painter(), place);
            }
            Some(n) if number_button(ui, view, place, &text, n == page.number()) && n != page.number() => {
                event = Some(Event::Turn(Turn::Number(n)));
            }
            Some(_) => {}
        }
    }
    if step(ui, view, from_right(wide(&newer)), &newer, page.has_newer(), true) {
        event = Some(Event::Turn(Turn::Newer));
    }
    let jump = words.get("visits-jump");
    let jump_wide = staff_button_width(ui.painter(), kit, &jump, true);
    let first = line(0);
    let jump_place = if plan.foot_rows == 1 {
        from_right(jump_wide)
    } else {
        Rect::from_min_max(pos2(first.right() - jump_wide, first.top()), first.max)
    };
    if staff_button(ui, kit, jump_place, &jump, Some(bold::CALENDAR_BLANK), StaffLook::Plain).clicked() {
        event = Some(Event::Calendar(Days::Jump));
    }
    let room = Rect::from_min_max(first.min, pos2(jump_place.left() - GAP, first.bottom()));
    let text = counted(words, page);
    Text::new(&text, kit.font(Type::StaffBody), kit.theme.palette.ink2).lines(2).show(ui, room);
    event
}

#[expect(clippy::cast_precision_loss, reason = "a handful of figures")]
fn count(text: &str) -> f32 {
    text.chars().count() as f32
}

/// Which rows are shown, of how many.
fn counted(words: Words, page: &BookPage) -> String {
    if page.rows.is_empty() {
        return words.get("visits-count-none");
    }
    let key = match (page.more, page.voided) {
        (true, _) => "visits-count-more",
        (false, 0) => "visits-count",
        (false, _) => "visits-count-voided",
    };
    let (from, to) = (page.before + 1, page.before + page.rows.len() as u64);
    let n = |n: u64| words.number(n);
    words.with(key, &[("from", n(from)), ("to", n(to)), ("all", n(page.listed)), ("voided", n(page.voided))])
}

/// The numbers that are offered: the first, the last, and those beside the present one; `None` where some are left out.
fn numbers(present: u64, pages: u64) -> Vec<Option<u64>> {
    // Numbers of four figures and more leave no room for neighbours.
    let beside = u64::from(pages < 1_000);
    let mut near: Vec<u64> = (present.saturating_sub(beside)..=present + beside).chain([1, pages]).collect();
    if present <= 2 && pages < 1_000 {
        near.push(3);
    }
    near.retain(|n| (1..=pages).contains(n));
    near.sort_unstable();
    near.dedup();
    let mut out = Vec::new();
    let mut before = 0;
    for n in near {
        if n > before + 1 {
            out.push(None);
        }
        out.push(Some(n));
        before = n;
    }
    out
}

/// Sebelumnya and Berikutnya; grey where there is nothing further.
fn step(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, on: bool, back: bool) -> bool {
    let kit = view.kit;
    let glyph = if back { bold::CARET_LEFT } else { bold::CARET_RIGHT };
    let p = &kit.theme.palette;
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    // The arrow points where the button leads.
    let spot = if back { rect.left() + 34.0 } else { rect.right() - 34.0 };
    let spot = Rect::from_center_size(pos2(spot, rect.center().y), vec2(24.0, 24.0));
    let room = if back { rect.with_min_x(spot.right()) } else { rect.with_max_x(spot.left()) };
    let words = |ink: egui::Color32| Text::new(text, font, ink).centered().paint(ui.painter(), room);
    if !on {
        Face::filled(p.line, radius::STAFF_BUTTON).paint(ui.painter(), rect, 0.0);
        icon(ui.painter(), spot, glyph, 24.0, p.ink2);
        name_text(ui, words(p.ink2), text);
        return false;
    }
    let touch = Target::button(text).sense(ui, kit, rect);
    let ground = if touch.held() { p.well } else { p.surface };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge).paint(ui.painter(), rect, 0.0);
    icon(ui.painter(), spot, glyph, 24.0, p.ink);
    words(p.ink);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

fn number_button(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, present: bool) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let name = view.words.with("visits-page", &[("n", text.to_owned())]);
    let touch = Target::choice(&name, present).sense(ui, kit, rect);
    let (ground, edge, ink) = match (present, touch.held()) {
        (true, _) => (p.night, p.night, p.on_night),
        (false, true) => (p.well, p.edge, p.ink),
        (false, false) => (p.surface, p.edge, p.ink),
    };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, edge).paint(ui.painter(), rect, 0.0);
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    Text::new(text, font, ink).centered().paint(ui.painter(), rect.shrink2(vec2(6.0, 0.0)));
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_last_and_neighbours_are_offered() {
        let shown = |present, pages| {
            let text = |n: Option<u64>| n.map_or_else(|| "…".to_owned(), |n| n.to_string());
            numbers(present, pages).into_iter().map(text).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(1, 1), "1");
        assert_eq!(shown(1, 3), "1 2 3");
        assert_eq!(shown(1, 12), "1 2 3 … 12");
        assert_eq!(shown(2, 12), "1 2 3 … 12");
        assert_eq!(shown(6, 12), "1 … 5 6 7 … 12");
        assert_eq!(shown(12, 12), "1 … 11 12");
        assert_eq!(shown(100_000, 1_000_000), "1 … 100000 … 1000000");
    }
}
