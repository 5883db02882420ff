//! The pictures: emblem, batik pattern and the sunrise over Ijen, rasterised once a size; and the sample card.

mod card;
mod parts;
mod qr;
mod raster;
mod sunrise;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Context, Painter, Rangef, Rect, Shape, TextureHandle, TextureOptions, Vec2, pos2, vec2};

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
    textures: RefCell<HashMap<Picture, Held>>,
    /// The scale that they were rasterised for.
    scale: Cell<f32>,
}

/// A picture as it is kept.
#[derive(Clone)]
struct Held {
    texture: TextureHandle,
    /// Which rows of the picture it has, in shares of the height: empty ones above and below are left out.
    rows: Rangef,
    /// What of the texture holds something, in shares of its width and height.
    parts: Rc<[Rect]>,
}

impl Held {
    /// Where the texture lies in a picture that spans `whole`.
    fn place(&self, whole: Rect) -> Rect {
        let at = |share| whole.top() + share * whole.height();
        Rect::from_x_y_ranges(whole.x_range(), at(self.rows.min)..=at(self.rows.max))
    }
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

    /// The picture, for that place in du.
    fn held(
        &self,
        picture: Picture,
        size: [u32; 2],
        place: Rect,
        draw: impl FnOnce() -> raster::Drawing,
    ) -> Option<Held> {
        let mut textures = self.textures.borrow_mut();
        let scale = self.ctx.pixels_per_point();
        if self.scale.replace(scale).to_bits() != scale.to_bits() {
            // The window has another size: nothing is needed as it was.
            textures.clear();
        }
        if let Some(held) = textures.get(&picture) {
            return Some(held.clone());
        }
        let (image, rows) = raster::rasterise(&draw(), size)?;
        let parts = parts::of(&image).into();
        let texture = self.ctx.load_texture("art", image, reading(size, place * scale));
        let held = Held { texture, rows, parts };
        textures.insert(picture, held.clone());
        Some(held)
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
    let held = kit.art.held(picture, [pixels, pixels], rect, || raster::Drawing::Embedded(svg));
    if let Some(held) = held {
        painter.image(held.texture.id(), held.place(rect), WHOLE, UNTINTED);
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
    let Some(held) = kit.art.held(
        Picture::Batik { pixels },
        [pixels, pixels],
        Rect::from_min_size(rect.min, Vec2::splat(tile)),
        draw,
    ) else {
        return;
    };
    let mut mesh = Mesh::with_texture(held.texture.id());
    let ink = UNTINTED.gamma_multiply(opacity);
    let mut y = rect.top();
    while y < rect.bottom() {
        let mut x = rect.left();
        while x < rect.right() {
            let whole = Rect::from_min_size(pos2(x, y), vec2(tile, tile));
            push_parts(&mut mesh, held.place(whole), rect, &held.parts, ink);
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
    let held = kit.art.held(picture, size, rect, || raster::Drawing::Made(scene.svg(rect.size())));
    if let Some(held) = held {
        let mut mesh = Mesh::with_texture(held.texture.id());
        push_parts(&mut mesh, held.place(rect), rect, &held.parts, UNTINTED);
        painter.add(Shape::mesh(mesh));
    }
}

const WHOLE: Rect = Rect::from_min_max(egui::Pos2::ZERO, pos2(1.0, 1.0));

/// Adds the parts of a picture that spans `whole`, as far as they lie within `clip`.
fn push_parts(mesh: &mut Mesh, whole: Rect, clip: Rect, parts: &[Rect], ink: Color32) {
    let at = |corner: egui::Pos2| {
        let uv = (corner - whole.min) / whole.size();
        Vertex { pos: corner, uv: uv.to_pos2(), color: ink }
    };
    for part in parts {
        let part = Rect::from_min_max(whole.lerp_inside(part.min.to_vec2()), whole.lerp_inside(part.max.to_vec2()));
        let part = part.intersect(clip);
        let Ok(first) = u32::try_from(mesh.vertices.len()) else { return };
        if part.is_positive() {
            mesh.vertices.extend([part.left_top(), part.right_top(), part.right_bottom(), part.left_bottom()].map(at));
            mesh.indices.extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
        }
    }
}

/// How a picture of `size` is read in that place, in pixels. One that fits its pixels needs no mixing of neighbours,
/// which takes a software renderer half as long again.
#[expect(clippy::cast_precision_loss, reason = "at most 4096")]
fn reading(size: [u32; 2], place: Rect) -> TextureOptions {
    let wide = place.size() - vec2(size[0] as f32, size[1] as f32);
    let beside = place.min - place.min.round();
    let off = wide.abs().max(beside.abs()).max_elem();
    if off < 0.01 { TextureOptions::NEAREST } else { TextureOptions::LINEAR }
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
        let (image, _) = raster::rasterise(drawing, size).unwrap();
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
    fn only_a_picture_that_fits_its_pixels_is_read_without_its_neighbours() {
        let reading = |x, wide| reading([340, 340], Rect::from_min_size(pos2(x, 7.0), vec2(wide, 340.0)));
        assert_eq!(reading(12.0, 340.0), TextureOptions::NEAREST);
        for (x, wide) in [(12.0, 340.2), (12.0, 680.0), (12.4, 340.0)] {
            assert_eq!(reading(x, wide), TextureOptions::LINEAR, "{wide} wide at {x}");
        }
    }

    #[test]
    fn the_pattern_is_mostly_empty_and_the_sky_above_the_hills_is_not_painted() {
        let share = |drawing: &raster::Drawing, size| {
            let (image, rows) = raster::rasterise(drawing, size).unwrap();
            parts::of(&image).iter().map(Rect::area).sum::<f32>() * rows.span()
        };
        let pattern = share(&raster::Drawing::Embedded(BATIK), [340, 340]);
        assert!((0.1..0.5).contains(&pattern), "{pattern} of the pattern");
        let scene = raster::Drawing::Made(Sunrise::DONE_WIDE.svg(vec2(1920.0, 1080.0)));
        let scene = share(&scene, [1920, 1080]);
        assert!((0.2..0.6).contains(&scene), "{scene} of the sunrise");
    }

    #[test]
    fn compositions_are_told_apart() {
        assert_ne!(Sunrise::HERO_WIDE.key(), Sunrise::HERO_PORTRAIT.key());
        assert_eq!(Sunrise::DONE_WIDE.key(), Sunrise { ..Sunrise::DONE_WIDE }.key());
    }
}
