//! The faces, embedded: three weights of the text face and two styles of icons, each its own family.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

use super::theme::Weight;

/// The family of the filled icons ([`icons::fill`](fn@super::icons::fill)): things.
pub const ICONS_FILL: &str = "icons-fill";
/// The family of the bold icons ([`icons::bold`](fn@super::icons::bold)): actions.
pub const ICONS_BOLD: &str = "icons-bold";

static FACES: [(&str, &[u8]); 5] = [
    (Weight::Medium.family_name(), include_bytes!("../../assets/fonts/PlusJakartaSans_500Medium.ttf")),
    (Weight::Bold.family_name(), include_bytes!("../../assets/fonts/PlusJakartaSans_700Bold.ttf")),
    (Weight::Extra.family_name(), include_bytes!("../../assets/fonts/PlusJakartaSans_800ExtraBold.ttf")),
    (ICONS_FILL, include_bytes!("../../assets/fonts/Phosphor-Fill.ttf")),
    (ICONS_BOLD, include_bytes!("../../assets/fonts/Phosphor-Bold.ttf")),
];

/// The weights of large words, whose letters stand on whole pixels. Each letter is kept once then, and not for every
/// quarter of a pixel: names fill the picture of the letters up to four times slower, and bring less to rasterise.
const HEAVY: [Weight; 2] = [Weight::Bold, Weight::Extra];

/// Every face as egui wants it. Both icon faces share code points, so neither is a fallback of the text faces.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        let mut face = FontData::from_static(bytes);
        if HEAVY.map(Weight::family_name).contains(&name) {
            face.tweak.subpixel_binning = Some(false);
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(face));
        fonts.families.insert(FontFamily::Name(name.into()), vec![name.to_owned()]);
    }
    let text = vec![Weight::Medium.family_name().to_owned()];
    fonts.families.insert(FontFamily::Proportional, text.clone());
    fonts.families.insert(FontFamily::Monospace, text);
    fonts
}

/// Gives egui the faces. Call it once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_character_of_every_text_has_a_glyph_in_every_weight() {
        let mut fonts = egui::epaint::text::Fonts::new(egui::epaint::TextOptions::default(), definitions());
        let mut view = fonts.with_pixels_per_point(1.0);
        for weight in [Weight::Medium, Weight::Bold, Weight::Extra] {
            let font = egui::FontId::new(24.0, weight.family());
            for source in Lang::ALL.iter().flat_map(|lang| crate::i18n::sources(*lang)) {
                for c in source.chars().filter(|c| !c.is_control()) {
                    assert!(view.has_glyph(&font, c), "{weight:?} has no {c:?} (U+{:04X})", u32::from(c));
                }
            }
            // What the app writes besides: masked names, figures, dashes, quotation marks.
            for c in "ABCabc0123456789•–—…×·’“”'-./()&,:+@#!?%\"".chars() {
                assert!(view.has_glyph(&font, c), "{weight:?} has no {c:?}");
            }
            assert!(!view.has_glyph(&font, '漢'), "the test can tell a missing glyph");
        }
    }
}
