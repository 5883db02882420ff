//! The icons in use: Phosphor 2.1 in two styles, [`mod@fill`] for things and [`mod@bold`] for actions.
//!
//! An icon always stands beside a word, except Backspace, Shift, plus, minus and the PIN pad's close.

use egui::{FontFamily, FontId};

use super::fonts::{ICONS_BOLD, ICONS_FILL};

pub mod bold;
pub mod fill;

/// Which of the two icon faces a glyph belongs to. Both share their code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Filled.
    Fill,
    /// Bold outline.
    Bold,
}

/// One icon: a glyph of one of the two faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Icon {
    /// The code point within the face.
    pub glyph: char,
    /// The face.
    pub face: Face,
}

impl Icon {
    /// egui's name of this icon's face at `size` du.
    #[must_use]
    pub fn font(self, size: f32) -> FontId {
        let family = match self.face {
            Face::Fill => ICONS_FILL,
            Face::Bold => ICONS_BOLD,
        };
        FontId::new(size, FontFamily::Name(family.into()))
    }
}

/// The filled icon of that Phosphor name, for names that come from the configuration.
#[must_use]
pub fn fill(name: &str) -> Option<Icon> {
    find(fill::TABLE, name)
}

/// The bold icon of that Phosphor name.
#[must_use]
pub fn bold(name: &str) -> Option<Icon> {
    find(bold::TABLE, name)
}

/// The names that a configuration may use for a purpose, in alphabetical order.
pub fn names() -> impl Iterator<Item = &'static str> {
    fill::TABLE.iter().map(|(name, _)| *name)
}

fn find(table: &[(&str, Icon)], name: &str) -> Option<Icon> {
    table.binary_search_by(|(known, _)| (*known).cmp(name)).ok().map(|at| table[at].1)
}

/// One constant an icon, and the table of them all, sorted by name.
macro_rules! table {
    ($face:ident, $($constant:ident = $name:literal $glyph:literal,)+) => {
        use super::{Face, Icon};

        $(
            #[doc = concat!("`", $name, "`")]
            pub const $constant: Icon = Icon { glyph: $glyph, face: Face::$face };
        )+

        /// Every icon of this face by its Phosphor name, sorted.
        pub const TABLE: &[(&str, Icon)] = &[$(($name, $constant)),+];
    };
}
use table;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fonts;

    #[test]
    fn every_icon_is_found_by_its_name_and_has_a_glyph() {
        let mut drawn = egui::epaint::text::Fonts::new(egui::epaint::TextOptions::default(), fonts::definitions());
        let mut view = drawn.with_pixels_per_point(1.0);
        for (table, lookup) in [(fill::TABLE, fill as fn(&str) -> Option<Icon>), (bold::TABLE, bold)] {
            for (name, icon) in table {
                assert_eq!(lookup(name), Some(*icon), "{name}");
                assert!(view.has_glyph(&icon.font(32.0), icon.glyph), "{name} has no glyph");
            }
        }
    }

    #[test]
    fn the_two_faces_are_told_apart_and_unknown_names_are_refused() {
        assert_eq!(fill("identification-card").map(|i| i.glyph), bold("identification-card").map(|i| i.glyph));
        assert_ne!(fill("identification-card"), bold("identification-card"));
        assert_eq!(fill("no-such-icon"), None);
        assert_eq!(fill(""), None);
        assert!(names().any(|name| name == "book-open-text"));
    }
}
