//! Messages: the strip that comes over a screen for some seconds, and the notice within one.

use egui::accesskit::{Live, Role};
use egui::{Rect, Ui, pos2, vec2};

use super::paint::{Face, icon as paint_icon};
use super::text::{Text, name_at, name_text};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::{Tint, Type, radius};

/// A message over the screen, about 96 du high, for [`STRIP_TIME`](crate::ui::theme::STRIP_TIME).
/// The flow decides how long it stays. Assistive software reads it out.
pub fn strip(ui: &Ui, kit: &Kit, rect: Rect, icon: Icon, tint: Tint, text: &str) {
    let ink = tint.ink(&kit.theme);
    Face::filled(tint.ground(&kit.theme), radius::CHIP)
        .outlined(kit.theme.stroke.tile, ink)
        .shadowed(kit.theme.shadow.tile, kit.theme.palette.line)
        .paint(ui.painter(), rect, 0.0);
    let square = Rect::from_center_size(pos2(rect.left() + 58.0, rect.center().y), vec2(48.0, 48.0));
    paint_icon(ui.painter(), square, icon, 48.0, ink);
    let room = Rect::from_min_max(pos2(square.right() + 24.0, rect.top() + 6.0), rect.max - vec2(32.0, 6.0));
    Text::new(text, kit.font(Type::BodyStrong), kit.theme.palette.ink).lines(2).paint(ui.painter(), room);
    announce(ui, rect, text);
}

/// A box within a screen that says what is wrong and what to do (1044 × 178 du as drawn).
pub fn notice(ui: &Ui, kit: &Kit, rect: Rect, icon: Icon, tint: Tint, title: &str, text: &str) {
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let ink = tint.ink(&kit.theme);
    let (edge, width) = if high { (p.red_edge, kit.theme.stroke.error) } else { (ink, kit.theme.stroke.tile) };
    Face::filled(tint.ground(&kit.theme), radius::CARD).outlined(width, edge).paint(ui.painter(), rect, 0.0);
    let square = Rect::from_min_size(rect.min + vec2(34.0, 30.0), vec2(62.0, 62.0));
    paint_icon(ui.painter(), square, icon, 62.0, if high { p.amber } else { ink });

    let left = square.right() + 27.0;
    let heading = kit.font(Type::LabelStrong);
    let room = Rect::from_min_max(pos2(left, rect.top() + 28.0), pos2(rect.right() - 28.0, rect.bottom() - 18.0));
    let head = Text::new(title, heading, ink).lines(2).top();
    let place = head.paint(ui.painter(), room);
    announce(ui, place, title);
    let below = Rect::from_min_max(pos2(left, place.bottom() + 6.0), room.max);
    let place = Text::new(text, kit.font(Type::Body), p.ink).lines(4).top().paint(ui.painter(), below);
    name_text(ui, place, text);
}

/// Names a place and has assistive software read it out.
fn announce(ui: &Ui, place: Rect, text: &str) {
    let id = ui.scope_id().with(("announce", text));
    name_at(ui, id, place, Role::Status, text);
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}
