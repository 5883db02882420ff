//! Kesehatan sistem: a row each for the book, its full check, the disk, the copies, the reader and the clock; what the log
//! tells of late; the audit log; and the way out for administrators.

mod audit;
mod rows;
mod troubles;

use egui::{Rect, Ui, pos2, vec2};

use super::controls::page_ui;
use super::view::StaffView;
use crate::domain::staff::Role;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::{Event, Panel, Side as DeskSide};
use crate::ui::icons::{bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Tint, Type};
use crate::ui::widgets::{
    Dialog, DialogAnswer, DialogButton, DialogKind, Side, Text, button_width, danger_button, dialog,
};

const MARGIN: f32 = 36.0;
/// Height of the bar with the way out.
const FOOT: f32 = 80.0;

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<Event> {
    let DeskSide::Panel(panel) = &view.desk.side else { return Vec::new() };
    let page = room.shrink(MARGIN);
    if let Some(log) = &panel.pages.health.log {
        let act = audit::show(ui, view, log, page);
        return act.map(|act| Event::Page(PageEvent::Health(act))).into_iter().collect();
    }
    let below = page_ui(ui, room, panel.exit_asked);
    head(&below, view, page);
    let main =
        Rect::from_min_max(pos2(page.left(), page.top() + 96.0), pos2(page.right(), page.bottom() - FOOT - 16.0));
    let (left, right) = if view.canvas.shape == Shape::Portrait {
        main.split_top_bottom_at_y(main.top() + rows::HIGH)
    } else {
        main.split_left_right_at_fraction(0.62)
    };
    let mut events = rows::show(&below, view, panel, left);
    let gap = if view.canvas.shape == Shape::Portrait { vec2(0.0, 8.0) } else { vec2(24.0, 0.0) };
    let aside = Rect::from_min_max(right.min + gap, right.max);
    events.extend(
        troubles::show(&below, view, &panel.pages.health, aside).map(|act| Event::Page(PageEvent::Health(act))),
    );
    events.extend(exit(&below, ui, view, panel, page));
    events
}

fn head(ui: &Ui, view: &StaffView<'_>, page: Rect) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let title = Rect::from_min_size(page.min, vec2(page.width(), 48.0));
    Text::new(&view.words.get("health-title"), kit.font(Type::StaffTitle), p.ink).show(ui, title);
    let (date, time) = (view.words.long_date(view.clock.date()), view.words.time(view.clock.time()));
    let sub = view.words.with("health-sub", &[("date", date), ("time", time)]);
    let under = Rect::from_min_size(pos2(page.left(), title.bottom()), vec2(page.width(), 32.0));
    Text::new(&sub, kit.font(Type::StaffBody), p.ink2).show(ui, under);
}

/// "Keluar dari kiosk", for administrators; asked once.
fn exit(below: &Ui, ui: &Ui, view: &StaffView<'_>, panel: &Panel, page: Rect) -> Vec<Event> {
    if panel.staff.role != Role::Administrator {
        return Vec::new();
    }
    let (kit, words) = (view.kit, view.words);
    let (text, icon) = (words.get("health-exit"), Side::Left(bold::SIGN_OUT));
    let wide = button_width(below.painter(), kit, &text, icon);
    let place = Rect::from_min_max(page.max - vec2(wide, FOOT), page.max);
    let mut events = Vec::new();
    if danger_button(below, kit, place, &text, icon).clicked() {
        events.push(Event::AskExit);
    }
    if panel.exit_asked {
        let (yes, no) = (words.get("health-exit-yes"), words.get("health-exit-no"));
        let buttons = [
            DialogButton { text: &yes, icon: Side::Left(bold::SIGN_OUT), kind: DialogKind::Danger },
            DialogButton { text: &no, icon: Side::None, kind: DialogKind::Primary },
        ];
        let asked = Dialog {
            title: &words.get("health-exit-title"),
            text: &words.get("health-exit-text"),
            icon: Some((fill::SIGN_OUT, Tint::Red)),
            buttons: &buttons,
        };
        events.extend(dialog(ui, kit, &view.canvas, &asked).map(|a| Event::Exit(a == DialogAnswer::Button(0))));
    }
    events
}
