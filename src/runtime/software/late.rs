//! Large pictures come a frame after what they adorn.
//!
//! They are most of what a software renderer has to fill, and nobody reads them: the words of a new screen do not wait
//! for the hills behind them.

use std::collections::HashSet;

use egui::{Context, FullOutput, Plugin, Shape, TextureId};

/// Smaller pictures, in square pixels, come with the rest.
const LARGE: f32 = 100_000.0;

/// Leaves out of a frame the large pictures that the frame before it did not have, and asks for another one.
#[derive(Debug, Default)]
pub struct LatePictures {
    /// The large pictures of the last frame, those that it left out as well.
    known: HashSet<TextureId>,
}

impl Plugin for LatePictures {
    fn debug_name(&self) -> &'static str {
        "late pictures"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if output.platform_output.requested_discard() {
            return; // Nobody will see it.
        }
        let large = LARGE / output.pixels_per_point.powi(2);
        let mut shown = HashSet::new();
        output.shapes.retain(|clipped| {
            let Shape::Mesh(mesh) = &clipped.shape else { return true };
            let picture = mesh.texture_id;
            if picture == TextureId::default() || mesh.calc_bounds().area() < large {
                return true;
            }
            shown.insert(picture);
            self.known.contains(&picture)
        });
        if !shown.is_subset(&self.known) {
            ctx.request_repaint();
        }
        self.known = shown;
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, ColorImage, Pos2, RawInput, Rect, TextureOptions, pos2, vec2};

    use super::*;

    const WHOLE: Rect = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));

    #[test]
    fn a_large_picture_comes_with_the_second_frame_and_a_small_one_at_once() {
        let ctx = Context::default();
        ctx.add_plugin(LatePictures::default());
        let image = || ColorImage::filled([2, 2], Color32::WHITE);
        let hills = ctx.load_texture("hills", image(), TextureOptions::LINEAR);
        let emblem = ctx.load_texture("emblem", image(), TextureOptions::LINEAR);
        // Which pictures a frame has, and whether another one follows at once.
        let frame = |with_hills: bool| {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                if with_hills {
                    ui.painter().image(
                        hills.id(),
                        Rect::from_min_size(Pos2::ZERO, vec2(800.0, 400.0)),
                        WHOLE,
                        Color32::WHITE,
                    );
                }
                ui.painter().image(
                    emblem.id(),
                    Rect::from_min_size(Pos2::ZERO, vec2(80.0, 80.0)),
                    WHOLE,
                    Color32::WHITE,
                );
            });
            output.textures_delta.clear();
            let picture = |clipped: &egui::epaint::ClippedShape| match &clipped.shape {
                Shape::Mesh(mesh) => Some(mesh.texture_id),
                _ => None,
            };
            (output.shapes.iter().filter_map(picture).collect::<Vec<_>>(), ctx.has_requested_repaint())
        };
        // The first frames of a window follow each other anyway.
        for _ in 0..4 {
            frame(false);
        }
        assert_eq!(frame(false), (vec![emblem.id()], false));
        assert_eq!(frame(true), (vec![emblem.id()], true));
        let both = vec![hills.id(), emblem.id()];
        assert_eq!(frame(true).0, both);
        frame(true);
        assert_eq!(frame(true), (both, false));
        frame(false);
        assert_eq!(frame(true).0, [emblem.id()], "the screen is a new one");
    }
}
