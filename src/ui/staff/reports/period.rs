//! "Pilih periode": the shape, then a day, month, quarter or year at one touch, or a range by its two ends.

use chrono::{Datelike, NaiveDate};
use egui::{Rect, Ui, pos2, vec2};

use crate::domain::span::{SpanKind, YEARS as SPAN_YEARS};
use crate::flow::staff::reports::Event;
use crate::flow::staff::{DayPicker, End, PickEvent};
use crate::ui::icons::bold;
use crate::ui::staff::controls::arrow;
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    CALENDAR, Calendar, CalendarPress, Face, Side, Target, Text, calendar, focus_ring, modal, primary_button,
    secondary_button,
};

const PADDING: f32 = 40.0;
/// Height of a small button.
const SMALL: f32 = 64.0;
const GAP: f32 = 12.0;
const BUTTON: f32 = 88.0;
/// Years that are shown at once.
const YEARS: i32 = 12;

/// Paints the card over the page.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, events: &mut Vec<Event>) {
    let size = vec2(940.0_f32.min(view.canvas.width() - super::ASIDE), 1010.0);
    let name = view.words.get("reports-pick-period");
    let asked = modal(ui, view.kit, &view.canvas, &name, size, |ui, card| {
        let inner = card.shrink(PADDING);
        let (kit, p) = (view.kit, &view.kit.theme.palette);
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), 44.0));
        Text::new(&name, kit.font(Type::StaffTitle).sized(32.0), p.ink).show(ui, head);
        let mut touched = Vec::new();
        let shapes = Rect::from_min_size(pos2(inner.left(), head.bottom() + 16.0), vec2(inner.width(), SMALL));
        kinds(ui, view, picker, shapes, &mut touched);
        let foot = Rect::from_min_max(
            pos2(inner.left(), inner.bottom() - BUTTON - 6.0),
            pos2(inner.right(), inner.bottom() - 6.0),
        );
        let body =
            Rect::from_min_max(pos2(inner.left(), shapes.bottom() + 20.0), pos2(inner.right(), foot.top() - 16.0));
        chosen(ui, view, picker, body, &mut touched);
        let mut touched: Vec<Event> = touched.into_iter().map(Event::Period).collect();
        buttons(ui, view, picker, foot, &mut touched);
        touched
    });
    events.extend(asked.inner);
    if asked.escape || asked.outside {
        events.push(Event::Close);
    }
}

fn kinds(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, rect: Rect, events: &mut Vec<PickEvent>) {
    for (at, kind) in SpanKind::ALL.iter().enumerate() {
        let name = view.words.get(&format!("reports-kind-{}", kind.id()));
        if cell(ui, view, column(rect, at, SpanKind::ALL.len()), &name, *kind == picker.kind) {
            events.push(PickEvent::Kind(*kind));
        }
    }
}

fn chosen(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, body: Rect, events: &mut Vec<PickEvent>) {
    match picker.kind {
        SpanKind::Month => months(ui, view, picker, body, events),
        SpanKind::Quarter => quarters(ui, view, picker, body, events),
        SpanKind::Year => years(ui, view, picker, body, events),
        SpanKind::Day => days(ui, view, picker, body, events),
        SpanKind::Range => {
            let ends = Rect::from_min_size(body.min, vec2(body.width(), SMALL));
            let below = Rect::from_min_max(pos2(body.left(), ends.bottom() + 62.0), body.max);
            range(ui, view, picker, ends, events);
            days(ui, view, picker, below, events);
        }
    }
}

/// The two ends of a range, the one that the next day changes in blue, and what is wrong with them.
fn range(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, rect: Rect, events: &mut Vec<PickEvent>) {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    for (at, (end, key, day)) in
        [(End::From, "reports-from", picker.from), (End::To, "reports-to", picker.to)].into_iter().enumerate()
    {
        let text = words.with(key, &[("date", words.date(day))]);
        if cell(ui, view, column(rect, at, 2), &text, picker.end == end) {
            events.push(PickEvent::End(end));
        }
    }
    let told = Rect::from_min_size(pos2(rect.left(), rect.bottom() + 4.0), vec2(rect.width(), 54.0));
    let (text, ink) = match &picker.wrong {
        Some(wrong) => (words.span_error(wrong), p.red_ink),
        None => (words.get("reports-range-hint"), p.ink2),
    };
    let shown = Text::new(&text, kit.font(Type::StaffBody), ink).lines(2).show(ui, told);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// What is shown between two arrows; given back is the room below it.
fn turned(ui: &Ui, view: &StaffView<'_>, body: Rect, text: &str, months: i32, events: &mut Vec<PickEvent>) -> Rect {
    let words = view.words;
    let line = Rect::from_min_size(body.min, vec2(body.width(), SMALL));
    let square = |x: f32| Rect::from_min_size(pos2(x, line.top()), vec2(SMALL, SMALL));
    if arrow(ui, view, square(line.left()), &words.get("reports-earlier"), bold::CARET_LEFT, true) {
        events.push(PickEvent::Turn(-months));
    }
    if arrow(ui, view, square(line.right() - SMALL), &words.get("reports-later"), bold::CARET_RIGHT, true) {
        events.push(PickEvent::Turn(months));
    }
    let font = view.kit.font(Type::StaffCard).sized(26.0).weighted(Weight::Bold);
    Text::new(text, font, view.kit.theme.palette.ink).centered().show(ui, line);
    Rect::from_min_max(pos2(body.left(), line.bottom() + GAP), body.max)
}

fn days(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, body: Rect, events: &mut Vec<PickEvent>) {
    let today = view.clock.date();
    let first = NaiveDate::from_ymd_opt(*SPAN_YEARS.start(), 1, 1).unwrap_or_default();
    // What lies beyond this year is a slip of the finger.
    let last = NaiveDate::from_ymd_opt(today.year(), 12, 31).unwrap_or(today);
    let (from, to) = (picker.from, picker.to);
    let shown = Calendar { month: picker.month, chosen: Some((from, to)), today, among: first..=last };
    let high = body.height().min(CALENDAR.y);
    let rect = Rect::from_min_size(body.min, vec2(body.width(), high));
    match calendar(ui, view.kit, view.words, rect, &shown) {
        Some(CalendarPress::Day(day)) => events.push(PickEvent::Day(day)),
        Some(CalendarPress::Turn(months)) => events.push(PickEvent::Turn(months)),
        None => {}
    }
}

fn months(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, body: Rect, events: &mut Vec<PickEvent>) {
    let year = picker.month.year();
    let room = turned(ui, view, body, &year.to_string(), 12, events);
    for at in 0..12_u32 {
        let Some(first) = NaiveDate::from_ymd_opt(year, at + 1, 1) else { continue };
        let name = view.words.month(first);
        let chosen = (picker.from..=picker.to).contains(&first);
        if cell(ui, view, grid(room, at as usize, 3, 5), name.split(' ').next().unwrap_or_default(), chosen) {
            events.push(PickEvent::Day(first));
        }
    }
}

fn quarters(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, body: Rect, events: &mut Vec<PickEvent>) {
    let year = picker.month.year();
    let room = turned(ui, view, body, &year.to_string(), 12, events);
    for (at, roman) in ["I", "II", "III", "IV"].into_iter().enumerate() {
        let month = u32::try_from(at * 3 + 1).unwrap_or(1);
        let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else { continue };
        let name = view.words.with("reports-quarter", &[("n", roman.to_owned())]);
        let chosen = (picker.from..=picker.to).contains(&first);
        if cell(ui, view, grid(room, at, 2, 5), &name, chosen) {
            events.push(PickEvent::Day(first));
        }
    }
}

fn years(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, body: Rect, events: &mut Vec<PickEvent>) {
    // Twelve years, the last of them at the end of a row as often as possible.
    let first = picker.month.year() - picker.month.year().rem_euclid(YEARS);
    let text = format!("{first}–{}", first + YEARS - 1);
    let room = turned(ui, view, body, &text, 12 * YEARS, events);
    for (at, year) in (first..first + YEARS).enumerate() {
        let Some(day) = NaiveDate::from_ymd_opt(year, 1, 1) else { continue };
        if cell(ui, view, grid(room, at, 3, 5), &year.to_string(), picker.from.year() == year) {
            events.push(PickEvent::Day(day));
        }
    }
}

fn buttons(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, foot: Rect, events: &mut Vec<Event>) {
    let (kit, words) = (view.kit, view.words);
    let (close, take) = (words.get("reports-close"), words.get("reports-range-take"));
    if picker.kind != SpanKind::Range {
        if secondary_button(ui, kit, foot, &close, Side::None).clicked() {
            events.push(Event::Close);
        }
        return;
    }
    let [left, right] = crate::ui::staff::controls::split_x(foot, 220.0);
    if secondary_button(ui, kit, left, &close, Side::None).clicked() {
        events.push(Event::Close);
    }
    if primary_button(ui, kit, right, &take, Side::Left(bold::CHECK), picker.wrong.is_none()).clicked() {
        events.push(Event::Period(PickEvent::Take));
    }
}

/// The place of one of `count` columns.
fn column(rect: Rect, at: usize, count: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let (at, count) = (at as f32, count as f32);
    let wide = (rect.width() - (count - 1.0) * GAP) / count;
    Rect::from_min_size(pos2(rect.left() + at * (wide + GAP), rect.top()), vec2(wide, rect.height()))
}

/// The place of a cell in a grid of that many columns and rows.
fn grid(room: Rect, at: usize, columns: usize, rows: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let (row, rows) = ((at / columns) as f32, rows as f32);
    let high = ((room.height() - (rows - 1.0) * GAP) / rows).min(88.0);
    let line = Rect::from_min_size(pos2(room.left(), room.top() + row * (high + GAP)), vec2(room.width(), high));
    column(line, at % columns, columns)
}

/// A choice that is called what it shows.
fn cell(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, chosen: bool) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::choice(text, chosen).sense(ui, kit, rect);
    let (ground, edge, ink) = match (chosen, touch.held()) {
        (true, _) => (p.blue_tint, p.blue, p.blue),
        (false, true) => (p.well, p.edge, p.ink),
        (false, false) => (p.surface, p.edge, p.ink),
    };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, edge).paint(ui.painter(), rect, 0.0);
    let font = kit.font(Type::StaffCard).weighted(Weight::Bold);
    Text::new(text, font, ink).centered().paint(ui.painter(), rect.shrink2(vec2(6.0, 2.0)));
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}
