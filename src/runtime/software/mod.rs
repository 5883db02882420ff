//! What a window does otherwise where the processor draws its pixels: the same pictures, sooner.

mod corner;
mod face;
mod fill;
mod ground;
mod late;
mod masks;
mod once;
mod pieces;
mod spread;
mod texels;

use std::path::Path;
use std::sync::Arc;

use eframe::glow;
use egui::Context;

pub use self::ground::Ground;
pub use self::once::PaintOnce;

/// Has everything of this window, whose context is there, painted in the way that costs a processor least.
pub fn spare(ctx: &Context, gl: Option<&Arc<glow::Context>>) {
    spread::spread_threads();
    ctx.add_plugin(texels::NearestTexels);
    ctx.add_plugin(late::LatePictures::default());
    ctx.add_plugin(gl.map_or_else(PaintOnce::default, PaintOnce::by));
}

/// Whether the processor draws the pixels: motion is reduced there as well.
#[must_use]
pub fn draws() -> bool {
    let asked = std::env::var_os("LIBGL_ALWAYS_SOFTWARE").is_some_and(|v| v != "0" && v != "false");
    asked || (cfg!(target_os = "linux") && !Path::new("/dev/dri/renderD128").exists())
}
