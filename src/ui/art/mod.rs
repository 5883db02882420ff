//! The pictures: emblem, batik pattern and the sunrise over Ijen, rasterised once a size; and the sample card.

mod card;
mod qr;
mod raster;
mod sunrise;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Context, Painter, Rect, Shape, TextureHandle, TextureOptions, pos2, vec2};

pub use self::card::{SampleCard, sample_card};
pub use self::qr::qr;
pub use self::sunrise::Sunrise;
use super::kit::Kit;
use super::theme::UNTINTED;

static EMBLEM: &[u8] = include_bytes!("../../../assets/art/emblem.svg");
static EMBLEM_HIGH: &[u8] = include_bytes!("../../../assets/art/emblem-high-contrast.svg");
static BATIK: &[u8] = include_bytes!("../../../assets/art/batik-gajah-oling.svg");

/// Textures in use, by what they show and how many pixels they have.
pub struct Art {
    ctx: Context,
    textures: RefCell<HashMap<Picture, TextureHandle>>,
    /// The scale that they were rasterised for.
    scale: Cell<f32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Picture {
    Emblem { pixels: u32 },
    EmblemHigh { pixels: u32 },
    Batik { pixels: u32 },
    Sunrise { scene: u64, pixels: [u32; 2] },
}

impl Art {
    /// Nothing is rasterised before it is first painted.
    #[must_use]
    pub fn new(ctx: Context) -> Self {
        Self { ctx, textures: RefCell::default(), scale: Cell::new(0.0) }
    }

    fn texture(
        &self,
        picture: Picture,
        size: [u32; 2],
        draw: impl FnOnce() -> raster::Drawing,
    ) -> Option<TextureHandle> {
        let mut textures = self.textures.borrow_mut();
        let scale = self.ctx.pixels_per_point();
        if self.scale.replace(scale).to_bits() != scale.to_bits() {
            // The window has another size: nothing is needed as it was.
            textures.clear();
        }
        if let Some(texture) = textures.get(&picture) {
            return Some(texture.clone());
        }
        let image = raster::rasterise(&draw(), size)?;
        let texture = self.ctx.load_texture("art", image, TextureOptions::LINEAR);
        textures.insert(picture, texture.clone());
        Some(texture)
    }
}

/// Paints the emblem into a square; on `night` it gets an outline. In high contrast the emblem of that look is used.
pub fn emblem(painter: &Painter, kit: &Kit, rect: Rect, on_night: bool) {
    let pixels = pixels(painter, rect.width());
    let (picture, svg) = if kit.theme.is_high_contrast() {
        (Picture::EmblemHigh { pixels }, EMBLEM_HIGH)
    } else {
        (Picture::Emblem { pixels }, EMBLEM)
    };
    let texture = kit.art.texture(picture, [pixels, pixels], || raster::Drawing::Embedded(svg));
    if let Some(texture) = texture {
        painter.image(texture.id(), rect, WHOLE, UNTINTED);
    }
    if on_night && !kit.theme.is_high_contrast() {
        let radius = super::widgets::paint::corner(rect.width() * 60.0 / 256.0);
        let outline = egui::Stroke::new(3.0, kit.theme.palette.night3);
        painter.rect_stroke(rect, radius, outline, egui::StrokeKind::Inside);
    }
}

/// Paints the batik pattern over `rect` at `opacity` (0.055 to 0.12), one tile `tile` du wide. Only on `night`;
/// in high contrast there is no pattern.
pub fn batik(painter: &Painter, kit: &Kit, rect: Rect, tile: f32, opacity: f32) {
    if kit.theme.is_high_contrast() {
        return;
    }
    let pixels = pixels(painter, tile);
    let draw = || raster::Drawing::Embedded(BATIK);
    let Some(texture) = kit.art.texture(Picture::Batik { pixels }, [pixels, pixels], draw) else {
        return;
    };
    let mut mesh = Mesh::with_texture(texture.id());
    let ink = UNTINTED.gamma_multiply(opacity);
    let mut y = rect.top();
    while y < rect.bottom() {
        let mut x = rect.left();
        while x < rect.right() {
            let whole = Rect::from_min_size(pos2(x, y), vec2(tile, tile));
            push_part(&mut mesh, whole, whole.intersect(rect), ink);
            x += tile;
        }
        y += tile;
    }
    painter.add(Shape::mesh(mesh));
}

/// Paints the sunrise over Ijen into `rect`; in high contrast there is none.
pub fn sunrise(painter: &Painter, kit: &Kit, rect: Rect, scene: &Sunrise) {
    if kit.theme.is_high_contrast() {
        return;
    }
    let size = [pixels(painter, rect.width()), pixels(painter, rect.height())];
    let picture = Picture::Sunrise { scene: scene.key(), pixels: size };
    let texture = kit.art.texture(picture, size, || raster::Drawing::Made(scene.svg(rect.size())));
    if let Some(texture) = texture {
        painter.image(texture.id(), rect, WHOLE, UNTINTED);
    }
}

const WHOLE: Rect = Rect::from_min_max(egui::Pos2::ZERO, pos2(1.0, 1.0));

/// Adds the `part` of a tile that spans `whole`.
fn push_part(mesh: &mut Mesh, whole: Rect, part: Rect, ink: Color32) {
    let at = |corner: egui::Pos2| {
        let uv = (corner - whole.min) / whole.size();
        Vertex { pos: corner, uv: uv.to_pos2(), color: ink }
    };
    let Ok(first) = u32::try_from(mesh.vertices.len()) else { return };
    mesh.vertices.extend([part.left_top(), part.right_top(), part.right_bottom(), part.left_bottom()].map(at));
    mesh.indices.extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
}

/// How many pixels that many du have, and no more than a texture may.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "clamped to what a texture may have"
)]
fn pixels(painter: &Painter, du: f32) -> u32 {
    let most = painter.ctx().input(|i| i.max_texture_side).min(4096) as f32;
    (du * painter.pixels_per_point()).round().clamp(1.0, most.max(1.0)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many pixels are painted at all.
    fn painted(drawing: &raster::Drawing, size: [u32; 2]) -> usize {
        let image = raster::rasterise(drawing, size).unwrap();
        image.pixels.iter().filter(|pixel| pixel.a() > 0).count()
    }

    #[test]
    fn every_picture_of_the_app_can_be_rasterised() {
        for svg in [EMBLEM, EMBLEM_HIGH, BATIK] {
            let pixels = painted(&raster::Drawing::Embedded(svg), [96, 96]);
            assert!(pixels > 500, "{pixels} pixels of 9216");
        }
        for scene in [
            Sunrise::HERO_WIDE,
            Sunrise::HERO_CLASSIC,
            Sunrise::HERO_PORTRAIT,
            Sunrise::DONE_WIDE,
            Sunrise::DONE_CLASSIC,
            Sunrise::DONE_PORTRAIT,
        ] {
            let pixels = painted(&raster::Drawing::Made(scene.svg(vec2(1080.0, 1920.0))), [108, 192]);
            assert!((2000..20736).contains(&pixels), "{pixels} pixels of 20736 for {scene:?}");
        }
    }

    #[test]
    fn compositions_are_told_apart() {
        assert_ne!(Sunrise::HERO_WIDE.key(), Sunrise::HERO_PORTRAIT.key());
        assert_eq!(Sunrise::DONE_WIDE.key(), Sunrise { ..Sunrise::DONE_WIDE }.key());
    }
}
