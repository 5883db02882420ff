//! Ruang internet: the map at the left; at the right the computer that was touched, or the queue and visitors' reports.

mod chosen;
mod leaf;
mod lists;
mod map;
mod questions;

use chrono::TimeDelta;
use egui::{Rect, Ui, pos2, vec2};

use super::view::StaffView;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::room::{Doing, Event as RoomEvent, Notice, Page, Shown};
use crate::flow::staff::{Event, Side as DeskSide};
use crate::ui::icons::fill;
use crate::ui::theme::{Tint, Type};
use crate::ui::widgets::{StaffLook, Text, staff_button, staff_button_width, strip};

const MARGIN: f32 = 36.0;
const GAP: f32 = 24.0;
/// Width of the column at the right, where there is room for one.
const COLUMN: f32 = 500.0;
/// Narrower pages have it below the map.
const NARROW: f32 = 1150.0;
const BUTTON: f32 = 64.0;

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<Event> {
    let DeskSide::Panel(panel) = &view.desk.side else { return Vec::new() };
    let page = &panel.pages.room;
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let area = room.shrink(MARGIN);
    let title = Rect::from_min_size(area.min, vec2(area.width(), 48.0));
    Text::new(&view.words.get("room-title"), kit.font(Type::StaffTitle), p.ink).show(ui, title);
    let under = Rect::from_min_size(pos2(area.left(), title.bottom()), vec2(area.width(), 32.0));
    Text::new(&lead(view, page), kit.font(Type::StaffBody), p.ink2).show(ui, under);
    let body = Rect::from_min_max(pos2(area.left(), under.bottom() + GAP), area.max);
    let Some(shown) = &page.shown else { return Vec::new() };
    if shown.room.seats.is_empty() {
        return Vec::new();
    }
    let (left, right) = if area.width() < NARROW {
        let (above, below) = body.split_top_bottom_at_fraction(0.48);
        (above.with_max_y(above.bottom() - GAP), below)
    } else {
        let edge = body.right() - COLUMN;
        (body.with_max_x(edge - GAP), body.with_min_x(edge))
    };
    let mut events = map::show(ui, view, left, page, shown);
    events.extend(match page.doing {
        Doing::Moving(_) => prompt(ui, view, right, &view.words.get("room-moving")),
        Doing::Assigning(ticket) => {
            let number = shown.room.queue.iter().find(|t| t.id == ticket).map_or(0, |t| t.number);
            prompt(ui, view, right, &view.words.with("room-assigning", &[("n", number.to_string())]))
        }
        _ => match chosen_seat(page, shown) {
            Some(seat) => chosen::show(ui, view, right, page, seat),
            None => lists::show(ui, view, right, shown, page.leafed),
        },
    });
    told(ui, view, body, page);
    events.extend(questions::show(ui, view, page, shown));
    events.into_iter().map(|event| Event::Page(PageEvent::Room(event))).collect()
}

/// How many computers are free, in use and out of order; before the first answer that it is awaited.
fn lead(view: &StaffView<'_>, page: &Page) -> String {
    let Some(shown) = &page.shown else {
        let key = if page.notice.is_some() { "room-unreadable" } else { "room-loading" };
        return view.words.get(key);
    };
    let room = &shown.room;
    if room.seats.is_empty() {
        return view.words.get("room-none");
    }
    let count = |n: usize| n.to_string();
    let counts = [("free", count(room.free())), ("taken", count(room.taken())), ("broken", count(room.broken()))];
    view.words.with("room-sub", &counts)
}

fn chosen_seat<'s>(page: &Page, shown: &'s Shown) -> Option<&'s crate::domain::internet::SeatNow> {
    shown.room.seat(page.chosen.as_deref()?)
}

/// What is to be touched on the map, and the way back.
fn prompt(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str) -> Vec<RoomEvent> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), 96.0));
    Text::new(text, kit.font(Type::StaffCard), p.ink).lines(3).show(ui, line);
    let name = view.words.get("room-cancel");
    let wide = staff_button_width(ui.painter(), kit, &name, false);
    let place = Rect::from_min_size(pos2(rect.left(), line.bottom() + 12.0), vec2(wide, BUTTON));
    let back = staff_button(ui, kit, place, &name, None, StaffLook::Plain).clicked();
    back.then_some(RoomEvent::Cancel).into_iter().collect()
}

/// Why the last act was not done.
fn told(ui: &Ui, view: &StaffView<'_>, body: Rect, page: &Page) {
    let Some(notice) = page.notice else { return };
    let key = match notice {
        Notice::Changed => "room-changed",
        Notice::Unanswered => "room-unreadable",
    };
    let place = Rect::from_min_max(pos2(body.left(), body.bottom() - 100.0), body.max);
    strip(ui, view.kit, place, fill::WARNING, Tint::Amber, &view.words.get(key));
}

/// "1 j 5 mnt", "42 mnt".
fn length(view: &StaffView<'_>, time: TimeDelta) -> String {
    let minutes = time.num_minutes().max(0);
    let (hours, rest) = (minutes / 60, ("m", (minutes % 60).to_string()));
    if hours == 0 {
        view.words.with("room-minutes", &[rest])
    } else {
        view.words.with("room-hours", &[("h", hours.to_string()), rest])
    }
}
