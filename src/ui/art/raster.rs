//! SVG into pixels.

use egui::{ColorImage, Rangef};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::parts;

/// What is to be rasterised.
pub(super) enum Drawing {
    /// A file of the app.
    Embedded(&'static [u8]),
    /// Text that was just composed.
    Made(String),
}

/// The drawing at that many pixels, without empty rows above and below what it holds, and which rows those are in shares
/// of its height; nothing when it cannot be read, which a test rules out for our own.
pub(super) fn rasterise(drawing: &Drawing, [width, height]: [u32; 2]) -> Option<(ColorImage, Rangef)> {
    let bytes = match drawing {
        Drawing::Embedded(bytes) => bytes,
        Drawing::Made(text) => text.as_bytes(),
    };
    let tree = Tree::from_data(bytes, &Options::default()).ok()?;
    let mut pixmap = Pixmap::new(width, height)?;
    #[expect(clippy::cast_precision_loss, reason = "at most 4096")]
    let scale = Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    let [width, height] = [usize::try_from(width).ok()?, usize::try_from(height).ok()?];
    let rows = parts::rows([width, height], pixmap.pixels().iter().map(|pixel| pixel.alpha() > 0));
    let held = pixmap.data().get(rows.start * width * 4..rows.end * width * 4)?;
    let image = ColorImage::from_rgba_premultiplied([width, rows.len()], held);
    #[expect(clippy::cast_precision_loss, reason = "at most 4096")]
    let [from, to] = [rows.start, rows.end].map(|row| row as f32 / height as f32);
    Some((image, Rangef::new(from, to)))
}
