//! "1. Isi laporan": the list of reports.

use egui::{Rect, Ui, pos2, vec2};

use super::plan;
use crate::flow::staff::reports::{Choice, Desk, Event};
use crate::ui::icons::{Icon, fill};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, paint_pair};

/// Paints the list and says which line was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, desk: &Desk, room: Rect) -> Option<Event> {
    let mut touched = None;
    for (choice, place) in Choice::ALL.iter().zip(plan::lines(room)) {
        if line(ui, view, *choice, *choice == desk.choice(), place) {
            touched = Some(Event::Choose(*choice));
        }
    }
    touched
}

fn line(ui: &Ui, view: &StaffView<'_>, choice: Choice, chosen: bool, rect: Rect) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let name = view.words.get(&format!("reports-{}", choice.id()));
    let text = view.words.get(&format!("reports-{}-text", choice.id()));
    let touch = Target::choice(&name, chosen).sense(ui, kit, rect);
    let (ground, edge) = if chosen { (p.blue_tint, p.blue) } else { (p.surface, p.line) };
    let ground = if touch.held() { p.blue_tint } else { ground };
    Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.tile, edge).paint(ui.painter(), rect, 0.0);
    let square = Rect::from_center_size(pos2(rect.left() + 22.0 + 32.0, rect.center().y), vec2(62.0, 62.0));
    let (boxed, ink) = if chosen { (p.blue, p.on_blue) } else { (p.key_fn, p.ink2) };
    Face::filled(boxed, radius::SEAT).paint(ui.painter(), square, 0.0);
    icon(ui.painter(), square, glyph(choice), 36.0, ink);
    let words = Rect::from_min_max(pos2(square.right() + 18.0, rect.top()), pos2(rect.right() - 12.0, rect.bottom()));
    let upper = Text::new(&name, kit.font(Type::StaffCard).weighted(Weight::Bold), p.ink);
    let lower = Text::new(&text, kit.font(Type::StaffCaption), p.ink2).lines(2);
    paint_pair(ui.painter(), words, &upper, &lower, 0.0);
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked()
}

fn glyph(choice: Choice) -> Icon {
    match choice {
        Choice::Daily => fill::CALENDAR_DOT,
        Choice::Monthly => fill::CALENDAR_DOTS,
        Choice::Yearly => fill::CHART_LINE_UP,
        Choice::Other => fill::CALENDAR_BLANK,
        Choice::Internet => fill::DESKTOP,
        Choice::Sop => fill::TIMER,
        Choice::Groups => fill::USERS_THREE,
        Choice::Book => fill::BOOK_OPEN_TEXT,
    }
}
