//! The map: every computer where it stands, with what it is used for. A computer that is no longer in the configuration but
//! in use stands in a row of its own below.

use egui::{Color32, Rect, Ui, pos2, vec2};

use super::super::view::StaffView;
use super::length;
use crate::domain::internet::{SeatNow, SeatUse};
use crate::flow::staff::room::{Doing, Event, Page, Shown};
use crate::ui::icons::{Icon, fill};
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon};

const PADDING: f32 = 20.0;
const GAP: f32 = 14.0;
/// The line that names the entrance.
const DOOR: f32 = 40.0;
const HIGHEST: f32 = 148.0;
const WIDEST: f32 = 260.0;

/// Paints the map and says which computer was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, rect: Rect, page: &Page, shown: &Shown) -> Vec<Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.well, radius::STAFF_CARD).paint(ui.painter(), rect, 0.0);
    let door = Rect::from_min_max(pos2(rect.left(), rect.bottom() - DOOR), rect.max);
    Text::new(&view.words.get("room-entrance"), kit.font(Type::StaffCaption), p.ink2).centered().show(ui, door);
    let inner = Rect::from_min_max(rect.min, pos2(rect.right(), door.top())).shrink2(vec2(PADDING, PADDING / 2.0));
    let (columns, rows, places) = places(shown);
    let step = vec2(
        ((inner.width() + GAP) / f32::from(columns)).min(WIDEST + GAP),
        ((inner.height() + GAP) / f32::from(rows)).min(HIGHEST + GAP),
    );
    let size = vec2(step.x * f32::from(columns) - GAP, step.y * f32::from(rows) - GAP);
    let from = Rect::from_center_size(inner.center(), size).min;
    let mut touched = Vec::new();
    for (seat, (column, row)) in shown.room.seats.iter().zip(places) {
        let min = from + vec2(step.x * f32::from(column), step.y * f32::from(row));
        let place = Rect::from_min_size(min, step - vec2(GAP, GAP));
        if tile(ui, view, place, seat, page, shown) {
            touched.push(Event::Seat(seat.seat.name.clone()));
        }
    }
    touched
}

/// Columns, rows, and of each seat its place from 0.
fn places(shown: &Shown) -> (u8, u8, Vec<(u8, u8)>) {
    let seats = &shown.room.seats;
    let columns = seats.iter().map(|s| s.seat.column).max().unwrap_or(1).clamp(1, 8);
    let rows = seats.iter().map(|s| s.seat.row).max().unwrap_or(1).max(1);
    let mut gone = 0_u8;
    let places = seats
        .iter()
        .map(|s| {
            if s.seat.column > 0 {
                return (s.seat.column - 1, s.seat.row.saturating_sub(1));
            }
            let place = (gone % columns, rows + gone / columns);
            gone = gone.saturating_add(1);
            place
        })
        .collect();
    (columns, rows + gone.div_ceil(columns), places)
}

struct Look {
    glyph: Icon,
    ink: Color32,
    ground: Color32,
    edge: Color32,
    word: String,
}

fn look(view: &StaffView<'_>, seat: &SeatNow, shown: &Shown) -> Look {
    let (p, words) = (&view.kit.theme.palette, view.words);
    match &seat.usage {
        SeatUse::Free { .. } => Look {
            glyph: fill::DESKTOP,
            ink: p.green_ink,
            ground: p.surface,
            edge: p.green_mark,
            word: words.get("room-seat-free"),
        },
        SeatUse::Held { number } => Look {
            glyph: fill::HOURGLASS_MEDIUM,
            ink: p.amber_ink,
            ground: p.amber_tint,
            edge: p.amber,
            word: words.with("room-seat-held", &[("n", number.to_string())]),
        },
        SeatUse::Taken(taken) => {
            let time = length(view, shown.room.at - taken.since);
            let who = taken.initial.map_or_else(|| words.get("room-seat-taken"), |initial| format!("{initial}."));
            Look {
                glyph: if taken.over_long { fill::WARNING } else { fill::USER },
                ink: if taken.over_long { p.red_ink } else { p.ink2 },
                ground: p.key_fn,
                edge: if taken.over_long { p.red_edge } else { p.key_shadow },
                word: format!("{who} · {time}"),
            }
        }
        SeatUse::Broken { .. } => Look {
            glyph: fill::WRENCH,
            ink: p.red_ink,
            ground: p.red_tint,
            edge: p.red_edge,
            word: words.get("room-seat-broken"),
        },
    }
}

/// One computer; while somebody is to be given one, only those that can be given are touched.
fn tile(ui: &Ui, view: &StaffView<'_>, rect: Rect, seat: &SeatNow, page: &Page, shown: &Shown) -> bool {
    let kit = view.kit;
    let p = &kit.theme.palette;
    let look = look(view, seat, shown);
    let giving = matches!(page.doing, Doing::Moving(_) | Doing::Assigning(_));
    let faint = giving && !page.is_free(&seat.seat.name);
    let name = &seat.seat.name;
    let over = matches!(&seat.usage, SeatUse::Taken(taken) if taken.over_long);
    let mut said = format!("{name}, {}", look.word);
    if over {
        said = format!("{said}, {}", view.words.get("room-seat-over-long"));
    }
    let on = page.chosen.as_deref() == Some(name);
    let touch = Target::choice(&said, on).sense(ui, kit, rect);
    let (edge, wide) = if on { (p.blue, kit.theme.stroke.selected) } else { (look.edge, kit.theme.stroke.card) };
    let ground = if touch.held() { p.blue_tint } else { look.ground };
    let fade = |color: Color32| if faint { color.gamma_multiply(0.35) } else { color };
    Face::filled(fade(ground), radius::STAFF_BUTTON).outlined(wide.max(2.0), fade(edge)).paint(ui.painter(), rect, 0.0);
    let room = rect.shrink2(vec2(8.0, 6.0));
    let (upper, lower) = room.split_top_bottom_at_fraction(0.56);
    let label = Text::new(name, kit.font(Type::StaffCard).weighted(Weight::Extra), fade(p.ink));
    let words = label.measure(ui.painter(), f32::INFINITY).x;
    let with_icon = words + 36.0 <= upper.width();
    let left = upper.center().x - if with_icon { words / 2.0 + 18.0 } else { words / 2.0 };
    if with_icon {
        let square = Rect::from_center_size(pos2(left + 14.0, upper.center().y + 6.0), vec2(28.0, 28.0));
        icon(ui.painter(), square, look.glyph, 28.0, fade(look.ink));
    }
    let text_left = left + if with_icon { 36.0 } else { 0.0 };
    let line = Rect::from_min_max(
        pos2(text_left.max(upper.left()), upper.top() + 12.0),
        pos2((text_left + words + 1.0).min(upper.right()), upper.bottom()),
    );
    label.paint(ui.painter(), line);
    Text::new(&look.word, kit.font(Type::StaffCaption).weighted(Weight::Bold), fade(look.ink))
        .lines(2)
        .centered()
        .paint(ui.painter(), lower);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}
