//! The large tiles of Welcome: as a column, as a row, and the smaller secondary ones.

use egui::{Rect, Ui, pos2, vec2};

use super::paint::{Face, icon, icon_box};
use super::text::{Text, paint_pair};
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::theme::{Font, Tint, Type, radius};

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
    let below = Rect::from_min_max(pos2(inner.left(), name.bottom() + 10.0), pos2(inner.right(), face.bottom() - 20.0));
    Text::new(tile.caption, kit.font(Type::Body), p.ink2).lines(2).top().paint(ui.painter(), below);
    touch
}

/// A tile as a row with the icon on the left and a caret on the right (portrait and high-contrast Welcome).
pub fn tile_row(ui: &Ui, kit: &Kit, rect: Rect, tile: &Tile<'_>) -> Touch {
    let form = if kit.theme.is_high_contrast() {
        Row { corner: radius::TILE, side: 104.0, pad: 45.0, gap: 36.0, caret: 58.0, ..ROW }
    } else {
        ROW
    };
    row(ui, kit, rect, tile, &form)
}

/// A smaller tile in a row: finishing internet use, service information (488 × 136 du as drawn).
pub fn tile_secondary(ui: &Ui, kit: &Kit, rect: Rect, tile: &Tile<'_>) -> Touch {
    if kit.theme.is_high_contrast() {
        return tile_row(ui, kit, rect, tile);
    }
    let form = Row {
        corner: radius::CARD,
        side: 86.0,
        pad: 28.0,
        gap: 22.0,
        name: Type::LabelStrong,
        caption: Type::CaptionLarge,
        caret: 0.0,
    };
    row(ui, kit, rect, tile, &form)
}

/// The measures of a tile in a row, in du.
struct Row {
    corner: f32,
    /// The icon's box, its distance from the edge and from the text.
    side: f32,
    pad: f32,
    gap: f32,
    name: Type,
    caption: Type,
    /// Size of the caret; 0 for none.
    caret: f32,
}

const ROW: Row = Row {
    corner: radius::TILE,
    side: 112.0,
    pad: 32.0,
    gap: 28.0,
    name: Type::Heading,
    caption: Type::Body,
    caret: 52.0,
};

fn row(ui: &Ui, kit: &Kit, rect: Rect, tile: &Tile<'_>, form: &Row) -> Touch {
    let (touch, face) = tile_face(ui, kit, rect, tile.name, form.corner);
    let side = form.side.min(face.height() - 28.0);
    let square = Rect::from_min_size(pos2(face.left() + form.pad, face.center().y - side / 2.0), vec2(side, side));
    icon_box(ui.painter(), kit, square, tile.icon, tile.tint);

    let p = &kit.theme.palette;
    let right = if form.caret > 0.0 { face.right() - 96.0 } else { face.right() - 20.0 };
    let room = Rect::from_min_max(pos2(square.right() + form.gap, face.top() + 8.0), pos2(right, face.bottom() - 8.0));
    let caption = Font { line: 1.3, ..kit.font(form.caption) };
    let (name, caption) = (Text::new(tile.name, kit.font(form.name), p.ink), Text::new(tile.caption, caption, p.ink2));
    paint_pair(ui.painter(), room, &name, &caption, if form.caret > 0.0 { -2.0 } else { 1.0 });
    if form.caret > 0.0 {
        let center = pos2(face.right() - if kit.theme.is_high_contrast() { 73.0 } else { 57.0 }, face.center().y);
        let caret = Rect::from_center_size(center, vec2(form.caret, form.caret));
        icon(ui.painter(), caret, bold::CARET_RIGHT, form.caret, p.blue);
    }
    touch
}

/// The face of a tile, already touched and painted.
fn tile_face(ui: &Ui, kit: &Kit, rect: Rect, name: &str, corner: f32) -> (Touch, Rect) {
    let touch = Target::button(name).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    // Nothing sinks in high contrast: a pressed tile has a thicker outline.
    let pressed = kit.theme.is_high_contrast() && touch.held();
    let width = if pressed { 2.5 * kit.theme.stroke.tile } else { kit.theme.stroke.tile };
    let face = Face::filled(p.surface, corner).outlined(width, p.line).shadowed(kit.theme.shadow.tile, p.line).paint(
        ui.painter(),
        rect,
        touch.down(),
    );
    focus_ring(ui, kit, rect, corner, &touch);
    (touch, face)
}
