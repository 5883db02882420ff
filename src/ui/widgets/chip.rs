//! Chips: the answers to a question.

use egui::{Rect, Ui, vec2};

use super::paint::Face;
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, radius};

/// One answer, 88 du high. Two lines are fine; a slash or a break stands where the text has one.
pub fn chip(ui: &Ui, kit: &Kit, rect: Rect, text: &str, selected: bool) -> Touch {
    let touch = Target::choice(text, selected).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let (fill, ink) = match (selected, high) {
        (true, true) => (p.blue, p.on_blue),
        (true, false) => (p.blue_tint, p.blue),
        (false, _) if touch.held() => (p.blue_tint, p.ink),
        (false, _) => (p.surface, p.ink),
    };
    let edge = if selected { p.blue } else { p.edge };
    let width = if selected && !high { 4.0 } else { kit.theme.stroke.tile };
    let face = Face::filled(fill, radius::CHIP).outlined(width, edge).paint(ui.painter(), rect, 0.0);
    let room = if high { vec2(14.0, 10.0) } else { vec2(12.0, 6.0) };
    Text::new(text, kit.font(Type::BodyStrong), ink).lines(2).centered().paint(ui.painter(), face.shrink2(room));
    focus_ring(ui, kit, rect, radius::CHIP, &touch);
    touch
}
