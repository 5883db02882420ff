//! The large tiles of Welcome: as a column, as a row, and the smaller secondary ones.

use egui::{Rect, Ui, pos2, vec2};

use super::paint::{Face, icon, icon_box};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::theme::{Tint, Type, radius};

/// What a tile says.
#[derive(Debug, Clone, Copy)]
pub struct Tile<'a> {
    /// Its name, which is also what assistive software calls it.
    pub name: &'a str,
    /// A short description.
    pub caption: &'a str,
    /// Its picture.
    pub icon: Icon,
    /// The colours of the picture's box.
    pub tint: Tint,
}

/// A tile with the icon on top (wide and classic Welcome; 317 × 410 du as drawn).
pub fn tile_column(ui: &Ui, kit: &Kit, rect: Rect, tile: &Tile<'_>) -> Touch {
    let (touch, face) = tile_face(ui, kit, rect, tile.name, radius::TILE);
    let inner = face.shrink2(vec2(33.0, 0.0));
    let side = if rect.height() >= 360.0 { 152.0 } else { 116.0 };
    let top = face.top() + if rect.height() >= 360.0 { 34.0 } else { 28.0 };
    icon_box(ui.painter(), kit, Rect::from_min_size(pos2(inner.left(), top), vec2(side, side)), tile.icon, tile.tint);

    let p = &kit.theme.palette;
    let text_top = top + side + if rect.height() >= 360.0 { 32.0 } else { 24.0 };
    let heading = kit.font(Type::Heading);
    let name = Rect::from_min_size(pos2(inner.left(), text_top), vec2(inner.width(), heading.line_height()));
    Text::new(tile.name, heading, p.ink).paint(ui.painter(), name);
    let rest = Rect::from_min_max(pos2(inner.left(), name.bottom() + 10.0), pos2(inner.right(), face.bottom() - 20.0));
    Text::new(tile.caption, kit.font(Type::Body).sized(26.0), p.ink2).lines(2).top().paint(ui.painter(), rest);
    touch
}

/// A tile as a row with the icon on the left and a caret on the right (portrait and high-contrast Welcome).
pub fn tile_row(ui: &Ui, kit: &Kit, rect: Rect, tile: &Tile<'_>) -> Touch {
    row(ui, kit, rect, tile, Row { side: 112.0, heading: Type::Heading, caption: Type::Body, caret: true })
}

/// A smaller tile in a row: finishing internet use, service information (488 × 136 du as drawn).
pub fn tile_secondary(ui: &Ui, kit: &Kit, rect: Rect, tile: &Tile<'_>) -> Touch {
    if kit.theme.is_high_contrast() {
        return tile_row(ui, kit, rect, tile);
    }
    row(ui, kit, rect, tile, Row { side: 86.0, heading: Type::Label, caption: Type::Caption, caret: false })
}

struct Row {
    side: f32,
    heading: Type,
    caption: Type,
    caret: bool,
}

fn row(ui: &Ui, kit: &Kit, rect: Rect, tile: &Tile<'_>, form: Row) -> Touch {
    let corner = if form.caret { radius::TILE } else { radius::CARD };
    let (touch, face) = tile_face(ui, kit, rect, tile.name, corner);
    let side = form.side.min(face.height() - 28.0);
    let left = face.left() + if form.caret { 32.0 } else { 28.0 };
    let square = Rect::from_min_size(pos2(left, face.center().y - side / 2.0), vec2(side, side));
    icon_box(ui.painter(), kit, square, tile.icon, tile.tint);

    let p = &kit.theme.palette;
    let right = if form.caret { face.right() - 96.0 } else { face.right() - 20.0 };
    let (heading, caption) = (kit.font(form.heading), kit.font(form.caption));
    let (name_high, caption_high) = (heading.line_height(), caption.size * 1.3);
    let left = square.right() + if form.caret { 28.0 } else { 22.0 };
    let top = face.center().y - f32::midpoint(name_high, caption_high);
    let line = |top: f32, high: f32| Rect::from_min_max(pos2(left, top), pos2(right, top + high));
    Text::new(tile.name, heading, p.ink).paint(ui.painter(), line(top, name_high));
    Text::new(tile.caption, caption, p.ink2).paint(ui.painter(), line(top + name_high, caption_high));
    if form.caret {
        let caret = Rect::from_center_size(pos2(face.right() - 58.0, face.center().y), vec2(44.0, 44.0));
        icon(ui.painter(), caret, bold::CARET_RIGHT, 44.0, p.blue);
    }
    touch
}

/// The face of a tile, already touched and painted.
pub(super) fn tile_face(ui: &Ui, kit: &Kit, rect: Rect, name: &str, corner: f32) -> (Touch, Rect) {
    let touch = Target::button(name).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let fill = if kit.theme.is_high_contrast() && touch.held() { p.key_fn } else { p.surface };
    let face = Face::filled(fill, corner)
        .outlined(kit.theme.stroke.tile, p.line)
        .shadowed(kit.theme.shadow.tile, p.line)
        .paint(ui.painter(), rect, touch.down());
    focus_ring(ui, kit, rect, corner, &touch);
    (touch, face)
}
