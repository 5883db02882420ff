//! Figures that change where they stand: every digit on the same advance, so that nothing beside it moves.
//!
//! The faces hold tabular figures, but egui shapes no OpenType features.

use egui::{Color32, Painter, Rect, pos2, vec2};

use super::text::Text;
use crate::ui::theme::Font;

/// The advance of every digit beside that of the widest, which has room to its sides.
const SHARE: f32 = 0.92;

/// Paints a number in the middle of `rect`; one that is too wide becomes smaller, down to the style's smallest size.
pub fn figures(painter: &Painter, rect: Rect, number: &str, font: Font, color: Color32) {
    let advance = |font: Font, c: char| {
        let text = c.to_string();
        Text::new(&text, font, color).measure(painter, f32::INFINITY).x
    };
    let widths = |font: Font| -> Vec<f32> {
        let digit = SHARE * ('0'..='9').map(|c| advance(font, c)).fold(0.0, f32::max);
        number.chars().map(|c| if c.is_ascii_digit() { digit } else { advance(font, c) }).collect()
    };
    let wanted: f32 = widths(font).iter().sum();
    let font =
        if wanted > rect.width() { font.sized((font.size * rect.width() / wanted).max(font.smallest)) } else { font };
    let widths = widths(font);
    let mut left = rect.center().x - widths.iter().sum::<f32>() / 2.0;
    for (c, width) in number.chars().zip(widths) {
        // The widest digit may lean over the edges of its advance.
        let slot = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height())).expand2(vec2(width, 0.0));
        Text::new(&c.to_string(), font, color).centered().paint(painter, slot);
        left += width;
    }
}
