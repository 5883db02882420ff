//! The computer that was touched: what it is used for, and what staff can do with it.

use egui::{Rect, Ui, pos2, vec2};

use super::super::view::StaffView;
use super::{BUTTON, length};
use crate::domain::internet::{RepairReason, SeatNow, SeatUse, Taken};
use crate::flow::staff::room::{Doing, Event, Page};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, StaffLook, Text, staff_button};

/// A line of words or a button, below each other.
enum Line {
    Words(String, bool),
    Button(String, Option<Icon>, StaffLook, Event),
}

/// Paints the card and says what was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, rect: Rect, page: &Page, seat: &SeatNow) -> Vec<Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let lines = if page.doing == Doing::Closing { reasons(view, seat) } else { lines(view, page, seat) };
    Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    let inner = rect.shrink(28.0);
    let title = Rect::from_min_size(inner.min, vec2(inner.width(), 44.0));
    let heading = kit.font(Type::StaffTitle).sized(30.0);
    Text::new(&seat.seat.name, heading, p.ink).show(ui, title);
    let mut y = title.bottom() + 12.0;
    let mut events = Vec::new();
    for line in lines {
        match line {
            Line::Words(words, strong) => {
                let font = kit.font(Type::StaffBody).weighted(if strong { Weight::Bold } else { Weight::Medium });
                let text = Text::new(&words, font, p.ink).lines(3).top();
                let high = text.measure(ui.painter(), inner.width()).y + 8.0;
                text.show(ui, Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), high)));
                y += high + 8.0;
            }
            Line::Button(words, glyph, look, event) => {
                let place = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), BUTTON));
                if staff_button(ui, kit, place, &words, glyph, look).clicked() {
                    events.push(event);
                }
                y += BUTTON + 12.0;
            }
        }
    }
    events
}

fn lines(view: &StaffView<'_>, page: &Page, seat: &SeatNow) -> Vec<Line> {
    let words = view.words;
    let close = Line::Button(words.get("room-close"), Some(fill::WRENCH), StaffLook::Plain, Event::Close);
    match &seat.usage {
        SeatUse::Free { .. } => vec![Line::Words(words.get("room-free-text"), false), close],
        SeatUse::Held { number } => {
            vec![Line::Words(words.with("room-held-text", &[("n", number.to_string())]), false), close]
        }
        SeatUse::Broken { reason: None } => vec![Line::Words(words.get("room-broken-config"), false)],
        SeatUse::Broken { reason: Some(reason) } => vec![
            Line::Words(words.get(&format!("room-repair-{}", reason.id())), true),
            Line::Button(words.get("room-reopen"), Some(bold::CHECK), StaffLook::Primary, Event::Reopen),
        ],
        SeatUse::Taken(taken) => used(view, page, taken, close),
    }
}

fn used(view: &StaffView<'_>, page: &Page, taken: &Taken, close: Line) -> Vec<Line> {
    let words = view.words;
    let mut lines = Vec::new();
    let since = page.shown.as_ref().map(|shown| shown.room.at - taken.since).unwrap_or_default();
    match &page.person {
        Some((session, person)) if *session == taken.session => {
            let name = person.name.as_ref().map(|name| name.as_str().to_owned());
            lines.push(Line::Words(name.unwrap_or_else(|| words.get("room-name-erased")), true));
            if let Some(staff) = &person.allowed_by {
                let name = staff.as_str().to_owned();
                lines.push(Line::Words(words.with("room-allowed-by", &[("name", name)]), false));
            }
        }
        _ => {
            let hidden = taken.initial.map_or_else(|| "•••".to_owned(), |initial| format!("{initial}•••"));
            lines.push(Line::Words(hidden, true));
        }
    }
    lines.push(Line::Words(words.with("room-used-for", &[("time", length(view, since))]), false));
    if taken.over_long {
        lines.push(Line::Words(words.get("room-over-long"), true));
    }
    if taken.closes_for_repair {
        lines.push(Line::Words(words.get("room-closes-after"), false));
    }
    let session = taken.session;
    if page.person.as_ref().is_none_or(|(shown, _)| *shown != session) {
        let name = words.get("room-show-name");
        lines.push(Line::Button(name, Some(fill::USER), StaffLook::Plain, Event::ShowName(session)));
    }
    let right = Some(bold::ARROW_RIGHT);
    lines.push(Line::Button(words.get("room-move"), right, StaffLook::Plain, Event::Move(session)));
    lines.push(Line::Button(words.get("room-end"), Some(fill::SIGN_OUT), StaffLook::Plain, Event::Free(session)));
    if !taken.closes_for_repair {
        lines.push(close);
    }
    lines
}

fn reasons(view: &StaffView<'_>, seat: &SeatNow) -> Vec<Line> {
    let words = view.words;
    let mut lines = vec![Line::Words(words.with("room-why", &[("seat", seat.seat.name.clone())]), false)];
    for reason in RepairReason::ALL {
        let name = words.get(&format!("room-repair-{}", reason.id()));
        lines.push(Line::Button(name, None, StaffLook::Plain, Event::CloseBecause(*reason)));
    }
    lines.push(Line::Button(words.get("room-cancel"), None, StaffLook::Plain, Event::Cancel));
    lines
}
