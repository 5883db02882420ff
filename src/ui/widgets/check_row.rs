//! A row that is ticked: the three points of leaving a computer (SOP step 3).

use egui::accesskit::Role;
use egui::{Rect, Ui, pos2, vec2};

use super::paint::{Face, icon, icon_box};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::theme::{Tint, Type, radius};

/// Paints the row (979 × 168 du as drawn); the whole of it is the target.
pub fn check_row(ui: &Ui, kit: &Kit, rect: Rect, glyph: Icon, words: &str, ticked: bool) -> Touch {
    let target = Target { role: Role::CheckBox, selected: Some(ticked), ..Target::button(words) };
    let touch = target.sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let (fill, edge) = if ticked { (p.green_wash, p.green_mark) } else { (p.surface, p.line) };
    let width = if high && touch.held() { 2.0 * kit.theme.stroke.tile } else { kit.theme.stroke.tile };
    let face = Face::filled(fill, radius::TILE).outlined(width, edge).shadowed(kit.theme.shadow.tile, p.line).paint(
        ui.painter(),
        rect,
        touch.down(),
    );
    let side = 92.0_f32.min(face.height() - 28.0);
    let square = Rect::from_min_size(pos2(face.left() + 34.0, face.center().y - side / 2.0), vec2(side, side));
    icon_box(ui.painter(), kit, square, glyph, if ticked { Tint::Green } else { Tint::Grey });

    let side = 80.0_f32.min(face.height() - 28.0);
    let tick = Rect::from_min_size(pos2(face.right() - 34.0 - side, face.center().y - side / 2.0), vec2(side, side));
    if ticked {
        Face::filled(p.green_mark, radius::KEY).paint(ui.painter(), tick, 0.0);
        icon(ui.painter(), tick, bold::CHECK, side * 0.68, p.on_green);
    } else {
        Face::filled(p.surface, radius::KEY).outlined(kit.theme.stroke.field, p.edge).paint(ui.painter(), tick, 0.0);
    }
    let room = Rect::from_min_max(
        pos2(square.right() + 28.0, face.top() + 8.0),
        pos2(tick.left() - 24.0, face.bottom() - 8.0),
    );
    let font = kit.font(Type::LabelStrong).sized(if high { 46.0 } else { 36.0 });
    Text::new(words, font, p.ink).lines(2).paint(ui.painter(), room);
    focus_ring(ui, kit, rect, radius::TILE, &touch);
    touch
}
