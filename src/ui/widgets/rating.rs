//! The faces by which a visitor says how the service was.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{Face, icon};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, radius};

/// One answer: a face and its word.
#[derive(Debug, Clone, Copy)]
pub struct Rated<'a> {
    /// "Puas".
    pub word: &'a str,
    /// The face.
    pub face: Icon,
    /// A heart at its upper right: the best of the four.
    pub heart: bool,
    /// Is it the one that was touched?
    pub chosen: bool,
}

/// Paints the answer (165 × 236 du as drawn; on a low rectangle face and word stand side by side).
pub fn rating(ui: &Ui, kit: &Kit, rect: Rect, rated: &Rated<'_>) -> Touch {
    let touch = Target::choice(rated.word, rated.chosen).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let (fill, edge, width) = if rated.chosen {
        (if high { p.blue } else { p.blue_tint }, p.blue, kit.theme.stroke.selected)
    } else {
        (p.surface, p.edge, if high && touch.held() { 2.0 * kit.theme.stroke.tile } else { kit.theme.stroke.tile })
    };
    Face::filled(fill, radius::CARD - 4.0).outlined(width, edge).paint(ui.painter(), rect, 0.0);
    let ink = match (rated.chosen, high) {
        (true, true) => p.on_blue,
        (true, false) | (false, true) => p.blue,
        (false, false) => p.ink2,
    };
    let words_ink = if rated.chosen && high { p.on_blue } else { p.ink };
    let word = Text::new(rated.word, kit.font(Type::BodyStrong), words_ink).lines(2);
    let low = rect.height() < 180.0 && rect.width() > 280.0;
    let size =
        if low { (rect.height() - 32.0).min(84.0) } else { (rect.height() * 0.4).min(96.0).min(rect.width() - 48.0) };
    let center = if low {
        pos2(rect.left() + 24.0 + size / 2.0, rect.center().y)
    } else {
        pos2(rect.center().x, rect.top() + (rect.height() * 0.14).min(34.0) + size / 2.0)
    };
    let square = Rect::from_center_size(center, vec2(size, size));
    icon(ui.painter(), square, rated.face, size, ink);
    if rated.heart {
        let center = square.right_top() + vec2(-size * 0.05, -size * 0.03);
        heart(ui.painter(), center, size * 0.27, fill);
        heart(ui.painter(), center, size * 0.21, if rated.chosen && high { p.on_blue } else { p.coral });
    }
    let room = if low {
        Rect::from_min_max(pos2(square.right() + 16.0, rect.top() + 8.0), rect.max - vec2(12.0, 8.0))
    } else {
        Rect::from_min_max(pos2(rect.left() + 8.0, square.bottom() + 4.0), rect.max - vec2(8.0, 8.0))
    };
    if low { word } else { word.centered() }.paint(ui.painter(), room);
    focus_ring(ui, kit, rect, radius::CARD - 4.0, &touch);
    touch
}

/// An ornament, not an icon: two discs and the point below them, `half` as wide.
fn heart(painter: &Painter, center: Pos2, half: f32, color: Color32) {
    let radius = half * 0.54;
    for side in [-1.0, 1.0] {
        painter.circle_filled(center + vec2(side * half * 0.46, -half * 0.28), radius, color);
    }
    let shoulder = vec2(half * 0.93, half * 0.02);
    let point = vec2(0.0, half * 0.98);
    let outline = vec![
        center + vec2(-shoulder.x, shoulder.y),
        center + vec2(0.0, -half * 0.35),
        center + shoulder,
        center + point,
    ];
    painter.add(Shape::convex_polygon(outline, color, Stroke::NONE));
}
