//! A choice that is on or off: its words on the left, a switch on the right, the whole line to be touched.

use egui::accesskit::Role;
use egui::{Rect, Ui, pos2, vec2};

use crate::ui::kit::Kit;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, paint_pair};

/// A choice.
pub(super) struct Switch<'a> {
    pub name: &'a str,
    /// What it means, or why it cannot be touched; may be empty.
    pub text: &'a str,
    pub on: bool,
    /// It can be touched.
    pub ready: bool,
}

/// Width and height of the switch itself.
const SWITCH: (f32, f32) = (76.0, 42.0);

/// Paints the line and says whether it was touched.
pub(super) fn show(ui: &Ui, kit: &Kit, rect: Rect, switch: &Switch<'_>) -> bool {
    let p = &kit.theme.palette;
    let touch = Target { role: Role::Switch, ..Target::choice(switch.name, switch.on) }.sense(ui, kit, rect);
    let center = pos2(rect.right() - SWITCH.0 / 2.0, rect.center().y);
    let track = Rect::from_center_size(center, vec2(SWITCH.0, SWITCH.1));
    let ground = match (switch.ready, switch.on) {
        (false, _) => p.line,
        (true, true) => p.blue,
        (true, false) => p.edge,
    };
    Face::filled(ground, SWITCH.1 / 2.0).paint(ui.painter(), track, 0.0);
    let x = if switch.on { track.right() - 21.0 } else { track.left() + 21.0 };
    ui.painter().circle_filled(pos2(x, center.y), 16.0, p.surface);
    let words = Rect::from_min_max(rect.min, pos2(track.left() - 12.0, rect.bottom()));
    let ink = if switch.ready { p.ink } else { p.ink2 };
    let name = Text::new(switch.name, kit.font(Type::StaffBody).weighted(Weight::Bold), ink);
    if switch.text.is_empty() {
        name.paint(ui.painter(), words);
    } else {
        let text = Text::new(switch.text, kit.font(Type::StaffCaption), p.ink2);
        let [_, below] = paint_pair(ui.painter(), words, &name, &text, -4.0);
        crate::ui::widgets::name_text(ui, below, switch.text);
    }
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked() && switch.ready
}
