//! The sample card: always blank, never the visitor's own.

use egui::{Align2, Color32, Painter, Rect, Vec2, pos2, vec2};

use super::emblem;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::theme::{Font, Type, Weight};
use crate::ui::widgets::paint::{Face, corner, icon};
use crate::ui::widgets::text::Text;

/// What stands on the sample card.
#[derive(Debug, Clone, Copy)]
pub struct SampleCard<'a> {
    /// The card's own heading.
    pub header: &'a str,
    /// In the place of the name; a grey bar when empty.
    pub name: &'a str,
    /// The sample number.
    pub number: &'a str,
    /// Mark the number amber: this is what to look for.
    pub highlight: bool,
    /// The scan beam, if there is one: how far down the barcode it stands (0 to 1), and whether it has read.
    pub beam: Option<(f32, bool)>,
    /// Colour of the hard shadow.
    pub shadow: Color32,
}

impl SampleCard<'_> {
    /// The size at which the card was drawn, in du. Keep its proportions.
    pub const SIZE: Vec2 = vec2(460.0, 290.0);
}

/// The bars of the barcode: left edge and right edge, from the card's left side.
const BARS: [(f32, f32); 17] = [
    (24.0, 43.0),
    (49.0, 62.0),
    (68.0, 94.0),
    (100.0, 106.0),
    (119.0, 138.0),
    (144.0, 157.0),
    (182.0, 189.0),
    (195.0, 214.0),
    (227.0, 233.0),
    (246.0, 252.0),
    (271.0, 278.0),
    (303.0, 316.0),
    (322.0, 328.0),
    (347.0, 360.0),
    (366.0, 392.0),
    (398.0, 411.0),
    (417.0, 436.0),
];

/// Paints the sample card into `rect` (46 : 29).
pub fn sample_card(painter: &Painter, kit: &Kit, rect: Rect, card: &SampleCard) {
    let p = &kit.theme.palette;
    let unit = rect.width() / SampleCard::SIZE.x;
    let at = |x: f32, y: f32, w: f32, h: f32| {
        Rect::from_min_size(pos2(rect.min.x + x * unit, rect.min.y + y * unit), vec2(w, h) * unit)
    };
    let high = kit.theme.is_high_contrast();
    let edge = if high { kit.theme.stroke.card } else { 0.0 };
    let radius = 28.0 * unit;

    Face::filled(p.surface, radius)
        .outlined(edge, p.line)
        .shadowed(if high { 0.0 } else { 12.0 * unit }, card.shadow)
        .paint(painter, rect, 0.0);
    let head = egui::CornerRadius { sw: 0, se: 0, ..corner(radius) };
    painter.rect_filled(at(0.0, 0.0, 460.0, 74.0), head, p.blue);
    emblem(painter, kit, at(24.0, 12.0, 50.0, 50.0), false);
    let small = |style: Type, size: f32, weight: Weight| -> Font {
        let font = kit.font(style).weighted(weight);
        Font { smallest: 8.0, ..font.sized(size * unit) }
    };
    Text::new(card.header, small(Type::Caption, 22.0, Weight::Extra), p.on_blue)
        .paint(painter, at(88.0, 0.0, 356.0, 74.0));

    Face::filled(p.blue_tint, 16.0 * unit).paint(painter, at(24.0, 100.0, 84.0, 100.0), 0.0);
    icon(painter, at(24.0, 100.0, 84.0, 100.0), icons::fill::USER, 56.0 * unit, p.blue);
    let name = at(130.0, 100.0, 310.0, 40.0);
    if card.name.is_empty() {
        Face::filled(p.line, 10.0 * unit).paint(painter, at(130.0, 108.0, 210.0, 22.0), 0.0);
    } else {
        Text::new(card.name, small(Type::Caption, 25.0, Weight::Extra), p.ink).paint(painter, name);
    }
    let number = Text::new(card.number, small(Type::Caption, 27.0, Weight::Extra), p.ink).align(Align2::LEFT_CENTER);
    let place = at(130.0, 146.0, 310.0, 40.0);
    if card.highlight {
        let width = number.measure(painter, place.width()).x;
        let mark = Rect::from_min_size(place.min - vec2(8.0, 1.0) * unit, vec2(width + 16.0 * unit, 42.0 * unit));
        Face::filled(p.amber, 10.0 * unit).paint(painter, mark, 0.0);
        Text::new(card.number, small(Type::Caption, 27.0, Weight::Extra), p.on_amber).paint(painter, place);
    } else {
        number.paint(painter, place);
    }

    for (left, right) in BARS {
        painter.rect_filled(at(left, 218.0, right - left, 52.0), 0.0, p.ink);
    }
    if let Some((down, read)) = card.beam {
        let color = if read { p.green_mark } else { p.coral };
        let y = 224.0 + 40.0 * down;
        painter.rect_filled(at(-24.0, y, 508.0, 8.0), 0.0, color);
        for x in [-16.0, 476.0] {
            painter.circle_filled(at(x, y + 4.0, 0.0, 0.0).min, 10.0 * unit, color);
        }
    }
}
