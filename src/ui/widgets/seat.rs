//! A computer on the map of the internet room. Its states differ by icon, word, outline and fill, never by colour
//! alone.

use egui::accesskit::Role;
use egui::{Color32, Rect, Ui, pos2, vec2};

use super::paint::{Face, icon};
use super::text::{Text, name_text};
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::{Icon, fill};
use crate::ui::kit::Kit;
use crate::ui::theme::{TARGET, Type, radius};

/// How a computer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatLook {
    /// Kosong: a touch takes it.
    Free,
    /// Dipakai.
    InUse,
    /// Rusak.
    Broken,
    /// Untuk Anda.
    Yours,
}

/// What a seat says.
#[derive(Debug, Clone, Copy)]
pub struct SeatTile<'a> {
    /// "PC 07".
    pub name: &'a str,
    /// "Kosong".
    pub word: &'a str,
    /// How it stands.
    pub look: SeatLook,
}

/// Between the tile of the assigned seat and its ring, in du.
const RING_GAP: f32 = 4.0;
/// A tile at least as high has its icon above its name.
const ROOMY: f32 = 132.0;

/// Paints a seat (257 × 168 du as drawn, [`TARGET`] at least). Only a free one can be touched; the others are told to
/// assistive software as texts.
pub fn seat(ui: &Ui, kit: &Kit, rect: Rect, tile: &SeatTile<'_>) -> Option<Touch> {
    debug_assert!(rect.height() + 0.5 >= TARGET, "a seat is large enough for a finger");
    let said = format!("{}, {}", tile.name, tile.word);
    let touch = (tile.look == SeatLook::Free).then(|| Target::button(&said).sense(ui, kit, rect));
    if touch.is_none() {
        name_text(ui, rect, &said);
    }
    let colors = Colors::of(kit, tile.look, touch.as_ref().is_some_and(Touch::held));
    if tile.look == SeatLook::Yours {
        let ring = kit.theme.stroke.seat_ring;
        Face::filled(Color32::TRANSPARENT, radius::CARD + RING_GAP).outlined(ring, kit.theme.palette.amber).paint(
            ui.painter(),
            rect.expand(RING_GAP + ring),
            0.0,
        );
    }
    Face::filled(colors.fill, radius::CARD - 4.0).outlined(colors.width, colors.edge).paint(ui.painter(), rect, 0.0);
    content(ui, kit, rect, tile, &colors);
    if let Some(touch) = &touch {
        focus_ring(ui, kit, rect, radius::CARD - 4.0, touch);
    }
    touch
}

struct Colors {
    fill: Color32,
    edge: Color32,
    width: f32,
    glyph: Icon,
    picture: Color32,
    name: Color32,
    word: Color32,
}

impl Colors {
    fn of(kit: &Kit, look: SeatLook, held: bool) -> Self {
        let p = &kit.theme.palette;
        let high = kit.theme.is_high_contrast();
        let width = kit.theme.stroke.tile;
        match look {
            SeatLook::Free => Self {
                fill: if held { p.green_tint } else { p.surface },
                edge: p.green_mark,
                width: if held && high { 2.0 * width } else { width },
                glyph: fill::DESKTOP,
                picture: p.green_ink,
                name: p.ink,
                word: p.green_ink,
            },
            SeatLook::InUse => Self {
                fill: p.key_fn,
                // In high contrast a seat without an outline is one that cannot be touched.
                edge: if high { p.ink2 } else { p.key_shadow },
                width: if high { 2.0 } else { width },
                glyph: fill::USER,
                picture: p.ink2,
                name: p.ink,
                word: p.ink2,
            },
            SeatLook::Broken => Self {
                fill: p.red_tint,
                edge: if high { p.ink2 } else { p.red_edge },
                width: if high { 2.0 } else { width },
                glyph: fill::WRENCH,
                picture: p.red_ink,
                name: p.ink,
                word: p.red_ink,
            },
            SeatLook::Yours => Self {
                fill: p.blue,
                edge: p.blue,
                width: 0.0,
                glyph: fill::DESKTOP,
                picture: p.on_blue,
                name: p.on_blue,
                word: p.on_blue,
            },
        }
    }
}

/// Icon, name and word: under each other, or on a low tile icon and name side by side.
fn content(ui: &Ui, kit: &Kit, rect: Rect, tile: &SeatTile<'_>, colors: &Colors) {
    let painter = ui.painter();
    let room = rect.shrink2(vec2(8.0, 6.0));
    if rect.height() < ROOMY {
        let (upper, lower) = room.split_top_bottom_at_fraction(0.54);
        let name = Text::new(tile.name, kit.font(Type::LabelStrong).sized(30.0), colors.name);
        let size = 28.0;
        let beside = name.measure(painter, f32::INFINITY).x + size + 8.0 <= room.width();
        let mut name_room = upper;
        if beside {
            let left = upper.center().x - (name.measure(painter, f32::INFINITY).x + size + 8.0) / 2.0;
            let square = Rect::from_min_size(pos2(left, upper.center().y - size / 2.0), vec2(size, size));
            icon(painter, square, colors.glyph, size, colors.picture);
            name_room = Rect::from_min_max(pos2(square.right() + 8.0, upper.top()), upper.max);
            name.paint(painter, name_room);
        } else {
            name.lines(2).centered().paint(painter, name_room);
        }
        Text::new(tile.word, kit.font(Type::CaptionStrong).sized(22.0), colors.word).centered().paint(painter, lower);
        return;
    }
    let size = (rect.height() * 0.29).min(54.0).round();
    let name_font = kit.font(Type::LabelStrong).sized(if kit.theme.is_high_contrast() { 40.0 } else { 36.0 });
    let word_font = kit.font(Type::CaptionStrong).sized(if kit.theme.is_high_contrast() { 28.0 } else { 24.0 });
    let high = size + name_font.size * 1.18 + word_font.size * 1.24;
    let mut top = room.center().y - high / 2.0;
    icon(
        painter,
        Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), size)),
        colors.glyph,
        size,
        colors.picture,
    );
    top += size;
    let line = |top: f32, high: f32| Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), high));
    Text::new(tile.name, name_font, colors.name).centered().paint(painter, line(top, name_font.size * 1.18));
    top += name_font.size * 1.18;
    Text::new(tile.word, word_font, colors.word).centered().paint(painter, line(top, word_font.size * 1.24));
}

/// A seat in use as a number tile (160 × 120 du as drawn), by which its visitor says who is leaving.
pub fn seat_number(ui: &Ui, kit: &Kit, rect: Rect, name: &str) -> Touch {
    let touch = Target { role: Role::Button, ..Target::button(name) }.sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let fill = if touch.held() { p.blue_tint } else { p.surface };
    let face = Face::filled(fill, radius::CHIP)
        .outlined(kit.theme.stroke.tile, p.edge)
        .shadowed(kit.theme.shadow.key, p.key_shadow)
        .paint(ui.painter(), rect, touch.down());
    let font = kit.font(Type::LabelStrong).sized(if kit.theme.is_high_contrast() { 40.0 } else { 36.0 });
    Text::new(name, font, p.ink).lines(2).centered().paint(ui.painter(), face.shrink2(vec2(8.0, 6.0)));
    focus_ring(ui, kit, rect, radius::CHIP, &touch);
    touch
}
