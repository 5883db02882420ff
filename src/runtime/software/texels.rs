//! How the software renderer reads the texture of the letters, from which every filled shape takes its white as well.
//!
//! For each pixel that it paints it would mix four of the texture. Letters are rasterised for the very pixels on which
//! they stand, so the nearest one is the same picture, for a good third less time.

use egui::{Context, FullOutput, Plugin, TextureId, TextureOptions};

/// Has letters and filled shapes painted with the nearest pixel of their texture.
#[derive(Debug, Default)]
pub struct NearestTexels;

impl Plugin for NearestTexels {
    fn debug_name(&self) -> &'static str {
        "nearest texels"
    }

    fn setup(&mut self, ctx: &Context) {
        // Small discs would be stretched from a few of that texture; they are filled as other shapes are.
        ctx.tessellation_options_mut(|options| options.prerasterized_discs = false);
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        for delta in output.textures_delta.set.get_mut(&TextureId::default()).into_iter().flatten() {
            delta.options = TextureOptions::NEAREST;
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, ColorImage, RawInput};

    use super::*;
    use crate::ui::kit::Kit;
    use crate::ui::theme::Theme;

    #[test]
    fn letters_are_read_by_the_nearest_texel_and_pictures_as_they_ask() {
        let ctx = Context::default();
        ctx.add_plugin(NearestTexels);
        let _kit = Kit::install(&ctx, Theme::normal());
        assert!(!ctx.tessellation_options(|options| options.prerasterized_discs));
        let image = ColorImage::filled([2, 2], Color32::WHITE);
        let picture = ctx.load_texture("picture", image, TextureOptions::LINEAR);
        let mut letters = 0;
        for words in ["a", "b"] {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                ui.label(words);
            });
            for (id, deltas) in std::mem::take(&mut output.textures_delta.set) {
                let wanted = if id == picture.id() { TextureOptions::LINEAR } else { TextureOptions::NEAREST };
                assert!(deltas.iter().all(|delta| delta.options == wanted), "{id:?}");
                letters += usize::from(id != picture.id());
            }
        }
        assert_eq!(letters, 2, "the second letter is added to the texture of the first");
    }
}
