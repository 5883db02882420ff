//! The panel's shell: the sidebar with tabs, health and "Kunci panel", and the page beside it.

use egui::accesskit::{Live, Role};
use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::sidebar::{self, WIDE};
use super::view::StaffView;
use super::{Page, TABS};
use crate::flow::staff::{Event, Panel};
use crate::ui::layout::Shape;
use crate::ui::theme::Type;
use crate::ui::widgets::Text;

/// Width of the sidebar where there is no room for words.
const NARROW: f32 = 112.0;
/// Height of the bar that counts the panel's last seconds down.
const COUNTDOWN: f32 = 30.0;

/// Paints the panel and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, panel: &Panel) -> Vec<Event> {
    let p = &view.kit.theme.palette;
    let wide = view.canvas.shape == Shape::Wide;
    let edge = view.canvas.pos(if wide { WIDE } else { NARROW }, 0.0).x;
    ui.painter().rect_filled(view.canvas.window, 0.0, p.bg);
    let mut events: Vec<Event> = sidebar::show(ui, view, panel, edge, wide).into_iter().collect();
    let room = Rect::from_min_max(pos2(edge, view.canvas.area.top()), view.canvas.area.max);
    if let Some(page) = TABS.iter().find(|page| page.tab == panel.tab) {
        events.extend(in_room(ui, view, page, room));
    }
    count_down(ui, view, panel, room);
    events
}

/// The page in a `Ui` of its own, so that the same button on two pages is not one button.
fn in_room(ui: &mut Ui, view: &StaffView<'_>, page: &Page, room: Rect) -> Vec<Event> {
    let builder = UiBuilder::new().id_salt(page.tab.id()).max_rect(room).accessibility_role(Role::TabPanel);
    (page.show)(&mut ui.new_child(builder), view, room)
}

/// The last seconds before the panel locks itself, in a bar above the page.
fn count_down(ui: &Ui, view: &StaffView<'_>, panel: &Panel, room: Rect) {
    let Some(left) = panel.counts_down(view.rules, view.now) else { return };
    let p = &view.kit.theme.palette;
    let bar = Rect::from_min_size(
        pos2(room.left(), view.canvas.window.top()),
        vec2(view.canvas.window.right() - room.left(), COUNTDOWN),
    );
    ui.painter().rect_filled(bar, 0.0, p.amber);
    let text = view.words.with("staff-locks-in", &[("n", left.as_millis().div_ceil(1000).to_string())]);
    let shown = Text::new(&text, view.kit.font(Type::StaffBody), p.on_amber).centered().show(ui, bar);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
}
