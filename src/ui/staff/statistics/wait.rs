//! What is shown while figures are counted, and when they cannot be.

use std::time::Duration;

use egui::{Rect, Ui, vec2};

use super::scene::event;
use crate::flow::staff::Event as StaffEvent;
use crate::flow::staff::statistics::Event;
use crate::ui::staff::view::StaffView;
use crate::ui::theme::Type;
use crate::ui::widgets::{StaffLook, Text, arc, staff_button, staff_button_width};

/// So long an answer may take before it is seen that it is awaited.
const SEEN: Duration = Duration::from_millis(150);
const TURN: Duration = Duration::from_millis(100);

/// Paints a turning ring with a word, once an answer has been awaited for 150 ms.
pub(super) fn spinner(ui: &Ui, view: &StaffView<'_>, room: Rect, since: Duration) {
    let waited = view.now.saturating_sub(since);
    if waited < SEEN {
        ui.ctx().request_repaint_after(SEEN.saturating_sub(waited));
        return;
    }
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let ring = Rect::from_center_size(room.center() - vec2(0.0, 24.0), vec2(56.0, 56.0));
    arc(ui.painter(), ring.center(), 24.0, 7.0, 1.0, p.line);
    // Where nothing moves, the ring stands still.
    let part = if kit.theme.motion.beam.is_zero() {
        0.25
    } else {
        ui.ctx().request_repaint_after(TURN);
        (waited.as_secs_f32() / 1.6).fract()
    };
    arc(ui.painter(), ring.center(), 24.0, 7.0, part, p.blue);
    let text = view.words.get("stats-loading");
    let below = Rect::from_center_size(room.center() + vec2(0.0, 32.0), vec2(room.width(), 32.0));
    Text::new(&text, kit.font(Type::StaffBody), p.ink2).centered().show(ui, below);
}

/// Tells that there was no answer, with a button that asks once more.
pub(super) fn failed(ui: &Ui, view: &StaffView<'_>, room: Rect) -> Option<StaffEvent> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let retry = view.words.get("stats-retry");
    let wide = staff_button_width(ui.painter(), kit, &retry, false);
    let button = Rect::from_min_max(room.right_top() - vec2(wide, 0.0), room.right_top() + vec2(0.0, 64.0));
    let text = view.words.get("stats-failed");
    let place = Rect::from_min_max(room.min, button.left_bottom() - vec2(16.0, 0.0));
    Text::new(&text, kit.font(Type::StaffCaption), p.red_ink).lines(2).show(ui, place);
    staff_button(ui, kit, button, &retry, None, StaffLook::Plain).clicked().then_some(event(Event::Refresh))
}
