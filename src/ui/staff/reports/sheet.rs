//! A printed page on the screen: the very list of things that the PDF is painted from.

use egui::{Color32, Painter, Rect as Place, Stroke, StrokeKind, pos2, vec2};

use crate::domain::report::{A4, Face, Ink, Item, Page, Rect};
use crate::ui::art::emblem;
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, Weight};

/// The height of a sheet of that width.
pub(super) fn height(width: f32) -> f32 {
    width * A4.1 / A4.0
}

/// Paints the page into a place of a sheet's proportions.
pub(super) fn paint(painter: &Painter, kit: &Kit, place: Place, page: &Page) {
    let scale = place.width() / A4.0;
    let at = |r: &Rect| Place::from_min_size(place.min + vec2(r.x, r.y) * scale, vec2(r.w, r.h) * scale);
    let painter = painter.with_clip_rect(place.intersect(painter.clip_rect()));
    for item in &page.items {
        match item {
            Item::Fill(rect, ink) => {
                let mut rect = at(rect);
                // A hairline stays visible however small the picture is.
                rect.max.y = rect.max.y.max(rect.min.y + 1.0 / painter.pixels_per_point());
                painter.rect_filled(rect, 0.0, color(kit, *ink));
            }
            Item::Outline(rect, ink) => {
                let stroke = Stroke::new((0.6 * scale).max(1.0 / painter.pixels_per_point()), color(kit, *ink));
                painter.rect_stroke(at(rect), 0.0, stroke, StrokeKind::Middle);
            }
            Item::Emblem(rect) => emblem(&painter, kit, at(rect), false),
            Item::Text { x, y, w, size, face, ink, text } => {
                let font = kit.font(Type::StaffBody).weighted(weight(*face)).sized(size * scale);
                let galley = painter.layout_no_wrap(text.clone(), font.id(), color(kit, *ink));
                let rise = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(0.0, |g| g.font_ascent);
                // The screen's figures are not all of one width: what is a number keeps its right end, as in a column.
                let spare = if is_number(text) { (w * scale - galley.size().x).max(0.0) } else { 0.0 };
                let base = place.min + vec2(*x, *y) * scale;
                painter.galley(pos2(base.x + spare, base.y - rise), galley, color(kit, *ink));
            }
        }
    }
}

fn is_number(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    figures > 0 && text.chars().all(|c| c.is_ascii_digit() || ".,%+−".contains(c))
}

fn weight(face: Face) -> Weight {
    match face {
        Face::Medium => Weight::Medium,
        Face::Bold => Weight::Bold,
        Face::Heavy => Weight::Extra,
    }
}

fn color(kit: &Kit, ink: Ink) -> Color32 {
    let p = &kit.theme.palette;
    match ink {
        Ink::Text => p.ink,
        Ink::Second => p.ink2,
        Ink::Line => p.line,
        Ink::Tint => p.blue_tint,
        Ink::Night => p.night,
        Ink::Bar => p.blue,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_words() {
        for number in ["2.964", "95,7%", "+1.200", "−4", "0"] {
            assert!(is_number(number), "{number}");
        }
        for words in ["", "–", "Jumlah", "08.00–08.59", "1 November 2026"] {
            assert!(!is_number(words), "{words}");
        }
    }
}
