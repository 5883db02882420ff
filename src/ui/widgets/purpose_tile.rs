//! The tiles of the purposes of a visit.

use egui::{Color32, Rect, Ui, pos2, vec2};

use super::paint::{Face, icon, icon_box};
use super::pill::{Pill, pill, pill_width};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::{Tint, Type, radius};

/// What a purpose tile says.
#[derive(Debug, Clone, Copy)]
pub struct PurposeTile<'a> {
    /// The purpose, which is also what assistive software calls the tile.
    pub name: &'a str,
    /// Its picture.
    pub icon: Icon,
    /// The colours of the picture's box.
    pub tint: Tint,
    /// A condition on it ("KTA needed").
    pub badge: Option<Pill<'a>>,
    /// Was it chosen just now?
    pub selected: bool,
    /// Is it out of reach for this visitor? The picture turns grey; a touch still acts and explains.
    pub greyed: bool,
}

/// With the icon on top and the name below (428 × 278 du as drawn; 2 columns in portrait).
pub fn purpose_tile_column(ui: &Ui, kit: &Kit, rect: Rect, tile: &PurposeTile<'_>) -> Touch {
    let (touch, face) = face(ui, kit, rect, tile);
    let side = if rect.width() > 440.0 { 132.0 } else { 120.0 };
    let square = Rect::from_min_size(face.min + vec2(33.0, 35.0), vec2(side, side));
    picture(ui, kit, square, tile);
    if let Some(badge) = &tile.badge {
        let width = pill_width(ui.painter(), kit, badge);
        pill(
            ui.painter(),
            kit,
            Rect::from_min_size(pos2(face.right() - 27.0 - width, square.top()), vec2(width, 44.0)),
            badge,
        );
    }
    let room = Rect::from_min_max(pos2(face.left() + 33.0, square.bottom() + 12.0), face.max - vec2(33.0, 12.0));
    let text_size = if rect.width() > 440.0 { 36.0 } else { 34.0 };
    Text::new(tile.name, kit.sized(Type::LabelStrong, text_size), ink(kit, tile)).lines(2).paint(ui.painter(), room);
    touch
}

/// With the icon on the left (classic and high contrast).
pub fn purpose_tile_row(ui: &Ui, kit: &Kit, rect: Rect, tile: &PurposeTile<'_>) -> Touch {
    let (touch, face) = face(ui, kit, rect, tile);
    let side = 116.0_f32.min(face.height() - 32.0);
    let square = Rect::from_min_size(pos2(face.left() + 30.0, face.center().y - side / 2.0), vec2(side, side));
    picture(ui, kit, square, tile);
    let left = square.right() + 28.0;
    let room = Rect::from_min_max(pos2(left, face.top() + 12.0), face.max - vec2(28.0, 12.0));
    let name = Text::new(tile.name, kit.font(Type::LabelStrong), ink(kit, tile)).lines(2);
    let Some(badge) = &tile.badge else {
        name.paint(ui.painter(), room);
        return touch;
    };
    let name_high = name.measure(ui.painter(), room.width()).y.min(room.height() - 54.0);
    let top = room.center().y - f32::midpoint(name_high, 52.0);
    name.paint(ui.painter(), Rect::from_min_size(pos2(left, top), vec2(room.width(), name_high)));
    let width = pill_width(ui.painter(), kit, badge).min(room.width());
    pill(ui.painter(), kit, Rect::from_min_size(pos2(left, top + name_high + 8.0), vec2(width, 44.0)), badge);
    touch
}

fn tint(tile: &PurposeTile<'_>) -> Tint {
    if tile.greyed { Tint::Grey } else { tile.tint }
}

fn ink(kit: &Kit, tile: &PurposeTile<'_>) -> Color32 {
    let p = &kit.theme.palette;
    match (tile.greyed, tile.selected && kit.theme.is_high_contrast()) {
        (_, true) => p.on_blue,
        (true, false) => p.ink2,
        (false, false) => p.ink,
    }
}

fn picture(ui: &Ui, kit: &Kit, square: Rect, tile: &PurposeTile<'_>) {
    if tile.selected && kit.theme.is_high_contrast() {
        icon(ui.painter(), square, tile.icon, square.height(), kit.theme.palette.on_blue);
    } else if tile.greyed && kit.theme.is_high_contrast() {
        icon(ui.painter(), square, tile.icon, square.height(), kit.theme.palette.ink2);
    } else {
        icon_box(ui.painter(), kit, square, tile.icon, tint(tile));
    }
}

fn face(ui: &Ui, kit: &Kit, rect: Rect, tile: &PurposeTile<'_>) -> (Touch, Rect) {
    let target = if tile.selected { Target::choice(tile.name, true) } else { Target::button(tile.name) };
    let touch = target.sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let (fill, edge) = if tile.selected { (p.blue_tint, p.blue) } else { (p.surface, p.line) };
    let high = kit.theme.is_high_contrast();
    let (fill, edge) = if high && tile.selected { (p.blue, p.blue) } else { (fill, edge) };
    let pressed = high && touch.held();
    let width = if pressed { 2.5 * kit.theme.stroke.tile } else { kit.theme.stroke.tile };
    let face = Face::filled(fill, radius::TILE).outlined(width, edge).shadowed(kit.theme.shadow.tile, p.line).paint(
        ui.painter(),
        rect,
        touch.down(),
    );
    focus_ring(ui, kit, rect, radius::TILE, &touch);
    (touch, face)
}
