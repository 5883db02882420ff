//! Buttons: primary, secondary, danger and amber.

use egui::{Align2, Color32, Painter, Rect, Ui, pos2, vec2};

use super::paint::{Face, icon as paint_icon};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::{Font, Type, radius};

/// On which side of its text a button's icon stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Before the text.
    Left(Icon),
    /// After the text: onwards.
    Right(Icon),
    /// No icon.
    None,
}

/// The button that leads on. Without `ready` it is grey and still acts: the screen then points at what is missing.
pub fn primary_button(ui: &Ui, kit: &Kit, rect: Rect, text: &str, icon: Side, ready: bool) -> Touch {
    let p = &kit.theme.palette;
    let shadow = kit.theme.shadow.button;
    let high = kit.theme.is_high_contrast();
    let (face, ink): (fn(&Kit, bool) -> Face, Color32) = match (ready, high) {
        (true, _) => (
            |kit, held| {
                let p = &kit.theme.palette;
                Face::filled(if held { p.blue_pressed } else { p.blue }, radius::BUTTON)
            },
            p.on_blue,
        ),
        (false, false) => (|kit, _| Face::filled(kit.theme.palette.line, radius::BUTTON), p.ink2),
        (false, true) => (|kit, held| outline(kit, kit.theme.palette.ink, held), p.ink),
    };
    let shade = if ready { (shadow, p.blue_shadow) } else { (0.0, p.line) };
    button(ui, kit, rect, text, icon, ink, |held| face(kit, held).shadowed(shade.0, shade.1))
}

/// A button beside the primary one: white with an outline.
pub fn secondary_button(ui: &Ui, kit: &Kit, rect: Rect, text: &str, icon: Side) -> Touch {
    button(ui, kit, rect, text, icon, kit.theme.palette.ink, |held| outline(kit, kit.theme.palette.edge, held))
}

/// A button that throws something away: red outline.
pub fn danger_button(ui: &Ui, kit: &Kit, rect: Rect, text: &str, icon: Side) -> Touch {
    button(ui, kit, rect, text, icon, kit.theme.palette.red_ink, |held| outline(kit, kit.theme.palette.red_ink, held))
}

/// The button that leads on, on `night`: amber.
pub fn amber_button(ui: &Ui, kit: &Kit, rect: Rect, text: &str, icon: Side) -> Touch {
    let p = &kit.theme.palette;
    button(ui, kit, rect, text, icon, p.on_amber, |_| {
        Face::filled(p.amber, radius::BUTTON).shadowed(kit.theme.shadow.button, p.amber_shadow)
    })
}

/// A button on `night` that leads elsewhere: an outline.
pub fn night_button(ui: &Ui, kit: &Kit, rect: Rect, text: &str, icon: Side) -> Touch {
    let p = &kit.theme.palette;
    button(ui, kit, rect, text, icon, p.on_night, |held| {
        Face::filled(if held { p.night2 } else { p.night }, radius::BUTTON)
            .outlined(kit.theme.stroke.tile, p.night_edge)
    })
}

/// The width that a button of that text and icon needs, at least 200 du.
#[must_use]
pub fn button_width(painter: &Painter, kit: &Kit, text: &str, icon: Side) -> f32 {
    let font = kit.font(Type::Label);
    let words = Text::new(text, font, kit.theme.palette.ink).measure(painter, f32::INFINITY).x;
    let glyph = if icon == Side::None { 0.0 } else { icon_size(font) + GAP };
    (words + glyph + 2.0 * PADDING).ceil().max(200.0)
}

const PADDING: f32 = 42.0;
const GAP: f32 = 20.0;
/// How much a button's words shrink before they take two lines.
const LITTLE_SMALLER: f32 = 0.86;

fn icon_size(font: Font) -> f32 {
    (font.size * 1.3).round()
}

fn outline(kit: &Kit, color: Color32, held: bool) -> Face {
    let p = &kit.theme.palette;
    Face::filled(if held { p.well } else { p.surface }, radius::BUTTON).outlined(kit.theme.stroke.tile, color)
}

fn button(
    ui: &Ui,
    kit: &Kit,
    rect: Rect,
    text: &str,
    icon: Side,
    ink: Color32,
    face: impl FnOnce(bool) -> Face,
) -> Touch {
    let touch = Target::button(text).sense(ui, kit, rect);
    let mut face = face(touch.held());
    let mut ink = ink;
    if kit.theme.is_high_contrast() && touch.held() && face.stroke.width > 0.0 {
        // Nothing sinks in this look: a pressed outline fills itself.
        face.fill = face.stroke.color;
        ink = kit.theme.palette.on_blue;
    }
    let face_rect = face.paint(ui.painter(), rect, touch.down());
    // A high button that leads on does the final thing, and says so larger.
    let filled = face.stroke.width == 0.0;
    let font = kit.font(if filled && rect.height() >= 112.0 { Type::LabelFinal } else { Type::Label });
    paint_label(ui.painter(), font, face_rect, text, icon, ink);
    focus_ring(ui, kit, rect, face.radius, &touch);
    touch
}

/// Paints text and icon of a button side by side in the middle of `rect`.
fn paint_label(painter: &Painter, font: Font, rect: Rect, text: &str, icon: Side, ink: Color32) {
    let size = icon_size(font);
    let room = rect.shrink2(vec2(24.0, 12.0));
    let (glyph_room, glyph) = match icon {
        Side::Left(glyph) | Side::Right(glyph) => (size + GAP, Some(glyph)),
        Side::None => (0.0, None),
    };
    // A little smaller in one line; else two, so that long words in the other language stay readable.
    let single = Text::new(text, font, ink);
    let width = room.width() - glyph_room;
    let lines = if single.measure(painter, f32::INFINITY).x * LITTLE_SMALLER <= width { 1 } else { 2 };
    let label = single.lines(lines).align(Align2::CENTER_CENTER);
    let words = label.measure(painter, width).x;
    let left = room.center().x - f32::midpoint(words, glyph_room);
    let (text_left, icon_left) = match icon {
        Side::Left(_) => (left + glyph_room, left),
        _ => (left, left + words + GAP),
    };
    let words_rect = Rect::from_min_max(pos2(text_left, room.top()), pos2(text_left + words, room.bottom()));
    label.paint(painter, words_rect.expand2(vec2(1.0, 0.0)));
    if let Some(glyph) = glyph {
        let square = Rect::from_center_size(pos2(icon_left + size / 2.0, room.center().y), vec2(size, size));
        paint_icon(painter, square, glyph, size, ink);
    }
}
