//! Anggota: the membership list with its search, and the import in its place while one is under way.

mod detail;
mod dialogs;
mod head;
mod import;
mod parts;
mod search;
mod table;

use egui::{Rect, Ui, pos2, vec2};

use self::parts::PageUi;
use crate::flow::staff::members::{Page, Step};
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::{Event as StaffEvent, Side as DeskSide};
use crate::ui::layout::Shape;
use crate::ui::staff::view::StaffView;

/// Distance of everything from the edges of the page.
const MARGIN: f32 = 36.0;
const GAP: f32 = 14.0;
/// Height of the controls.
const CONTROL: f32 = 64.0;
/// Height of the keyboard on the screen.
const KEYBOARD: f32 = 400.0;
/// Width of the keyboard, as drawn.
const KEYBOARD_WIDE: f32 = 1010.0;

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<StaffEvent> {
    let DeskSide::Panel(panel) = &view.desk.side else { return Vec::new() };
    let page = &panel.pages.members;
    let mut events = Vec::new();
    let inner = Rect::from_min_max(room.min + vec2(MARGIN, 26.0), room.max - vec2(MARGIN, 22.0));
    let mut painter = PageUi { ui, view, events: &mut events };
    match &page.import {
        Some(import) => import::show(&mut painter, import, inner),
        None => list(&mut painter, page, inner),
    }
    if covered(page) {
        // Nothing of the page can be reached below what stands over it.
        ui.ctx().accesskit_node_builder(ui.unique_id(), egui::accesskit::Node::set_hidden);
    }
    events.into_iter().map(|event| StaffEvent::Page(PageEvent::Members(event))).collect()
}

/// A card or a question stands over the page.
fn covered(page: &Page) -> bool {
    match &page.import {
        Some(import) => matches!(&import.step, Step::Columns(table) if table.choosing.is_some()),
        None => page.detail.is_some() || page.undo_asked || page.notice.is_some(),
    }
}

fn list(p: &mut PageUi<'_, '_>, page: &Page, room: Rect) {
    let narrow = p.view.canvas.shape == Shape::Portrait;
    let head = Rect::from_min_size(room.min, vec2(room.width(), if narrow { 184.0 } else { 106.0 }));
    head::show(p, page, head, narrow);
    let bar = Rect::from_min_size(pos2(room.left(), head.bottom() + GAP), vec2(room.width(), CONTROL));
    search::bar(p, page, bar, narrow);

    let keys = if page.typing { KEYBOARD + GAP } else { 0.0 };
    let foot =
        Rect::from_min_max(pos2(room.left(), room.bottom() - keys - CONTROL), pos2(room.right(), room.bottom() - keys));
    let body = Rect::from_min_max(pos2(room.left(), bar.bottom() + GAP), pos2(room.right(), foot.top() - GAP));
    table::show(p, page, body, narrow);
    table::foot(p, page, foot, narrow);
    if page.typing {
        let wide = KEYBOARD_WIDE.min(room.width());
        let keys = Rect::from_min_max(
            pos2(room.center().x - wide / 2.0, room.bottom() - KEYBOARD),
            pos2(room.center().x + wide / 2.0, room.bottom()),
        );
        search::keys(p, page, keys);
    }
    if let Some(row) = &page.detail {
        detail::show(p, page, row);
    }
    dialogs::show(p, page);
}
