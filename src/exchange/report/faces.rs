//! The type of reports: measured, broken into lines and shaped by the very fonts that the PDF embeds.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{Direction, Feature, FontRef, ShapeOptions, ShaperData, Tag, UnicodeBuffer};

use crate::domain::report::Face;

/// The font file of a weight.
pub(super) fn file(face: Face) -> &'static [u8] {
    match face {
        Face::Medium => include_bytes!("../../../assets/fonts/PlusJakartaSans_500Medium.ttf"),
        Face::Bold => include_bytes!("../../../assets/fonts/PlusJakartaSans_700Bold.ttf"),
        Face::Heavy => include_bytes!("../../../assets/fonts/PlusJakartaSans_800ExtraBold.ttf"),
    }
}

/// What is added to the font's narrow space, which at small sizes lets words run together.
const WORDS_APART: f32 = 0.06;

/// One glyph of a line; lengths in parts of the size of type.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub id: u32,
    /// The bytes of the text that it stands for.
    pub text: std::ops::Range<usize>,
    pub advance: f32,
    pub x_offset: f32,
    pub y_offset: f32,
}

/// The three weights, ready to measure.
pub(super) struct Faces {
    fonts: [Option<Font>; 3],
    shaped: RefCell<[HashMap<String, Rc<[Glyph]>>; 3]>,
}

struct Font {
    font: FontRef<'static>,
    shaper: ShaperData,
}

impl Faces {
    pub(super) fn new() -> Self {
        let font = |face| {
            let font = FontRef::new(file(face)).ok()?;
            Some(Font { shaper: ShaperData::new(&font), font })
        };
        Self { fonts: [Face::Medium, Face::Bold, Face::Heavy].map(font), shaped: RefCell::default() }
    }

    /// The glyphs of a line from left to right, figures all of one width.
    pub(super) fn shape(&self, text: &str, face: Face) -> Rc<[Glyph]> {
        if let Some(known) = self.shaped.borrow()[face as usize].get(text) {
            return Rc::clone(known);
        }
        let glyphs: Rc<[Glyph]> = self.shape_anew(text, face).into();
        self.shaped.borrow_mut()[face as usize].insert(text.to_owned(), Rc::clone(&glyphs));
        glyphs
    }

    fn shape_anew(&self, text: &str, face: Face) -> Vec<Glyph> {
        let Some(font) = &self.fonts[face as usize] else { return Vec::new() };
        let shaper = font.shaper.shaper(&font.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // What is written from right to left has no glyphs in this font; its boxes keep the order of the text.
        buffer.set_direction(Direction::LeftToRight);
        let figures = [Feature::new(Tag::new(b"tnum"), 1, ..)];
        let glyphs = shaper.shape(buffer, ShapeOptions::new().features(&figures));
        #[expect(clippy::cast_precision_loss, reason = "units of a font are small whole numbers")]
        let em = |units: i32| units as f32 / shaper.units_per_em() as f32;
        let starts: Vec<usize> = glyphs.glyph_infos().iter().map(|g| g.cluster as usize).collect();
        let end = |start: usize| starts.iter().copied().filter(|s| *s > start).min().unwrap_or(text.len());
        let places = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions());
        places
            .map(|(glyph, place)| Glyph {
                id: glyph.glyph_id,
                text: glyph.cluster as usize..end(glyph.cluster as usize),
                advance: em(place.x_advance)
                    + if text[glyph.cluster as usize..].starts_with(' ') { WORDS_APART } else { 0.0 },
                x_offset: em(place.x_offset),
                y_offset: em(place.y_offset),
            })
            .collect()
    }

    /// The width of a line in points.
    pub(super) fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        self.shape(text, face).iter().map(|g| g.advance).sum::<f32>() * size
    }

    /// The lines of a text, none wider than `room` points; broken at spaces, and inside a word that is too long.
    pub(super) fn lines(&self, text: &str, face: Face, size: f32, room: f32) -> Vec<String> {
        let fits = |line: &str| self.width(line, face, size) <= room;
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                line.push(letter);
                if line.chars().nth(1).is_some() && !fits(&line) {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, letter.to_string()));
                }
            }
        }
        lines.push(line);
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn figures_are_all_of_one_width() {
        let faces = Faces::new();
        for face in [Face::Medium, Face::Bold, Face::Heavy] {
            let widths: Vec<f32> = (0..10).map(|n| faces.width(&n.to_string(), face, 10.0)).collect();
            assert!(widths.iter().all(|w| (w - widths[0]).abs() < 0.01 && *w > 3.0), "{widths:?}");
        }
    }

    proptest! {
        #[test]
        fn lines_hold_every_letter_and_keep_their_room(text in "\\PC{0,60}", room in 10.0_f32..300.0) {
            let faces = Faces::new();
            let lines = faces.lines(&text, Face::Medium, 9.0, room);
            let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in lines {
                prop_assert!(line.chars().count() <= 1 || faces.width(&line, Face::Medium, 9.0) <= room);
            }
        }

        #[test]
        fn glyphs_stand_for_whole_letters(text in "\\PC{0,40}") {
            for glyph in Faces::new().shape(&text, Face::Bold).iter() {
                prop_assert!(text.get(glyph.text.clone()).is_some_and(|t| !t.is_empty()));
            }
        }
    }
}
