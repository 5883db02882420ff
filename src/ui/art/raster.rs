//! SVG into pixels.

use egui::ColorImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// What is to be rasterised.
pub(super) enum Drawing {
    /// A file of the app.
    Embedded(&'static [u8]),
    /// Text that was just composed.
    Made(String),
}

/// The drawing at that many pixels; nothing when it cannot be read, which a test rules out for our own.
pub(super) fn rasterise(drawing: &Drawing, [width, height]: [u32; 2]) -> Option<ColorImage> {
    let bytes = match drawing {
        Drawing::Embedded(bytes) => bytes,
        Drawing::Made(text) => text.as_bytes(),
    };
    let tree = Tree::from_data(bytes, &Options::default()).ok()?;
    let mut pixmap = Pixmap::new(width, height)?;
    #[expect(clippy::cast_precision_loss, reason = "at most 4096")]
    let scale = Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    let size = [usize::try_from(width).ok()?, usize::try_from(height).ok()?];
    Some(ColorImage::from_rgba_premultiplied(size, pixmap.data()))
}
