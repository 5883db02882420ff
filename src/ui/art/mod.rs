//! The pictures: emblem, batik pattern and the sunrise over Ijen, rasterised once a size; and the sample card.

mod card;
mod raster;
mod sunrise;

use std::cell::RefCell;
use std::collections::HashMap;

use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Context, Painter, Rect, Shape, TextureHandle, TextureOptions, pos2, vec2};

pub use self::card::{SampleCard, sample_card};
pub use self::sunrise::Sunrise;
use super::kit::Kit;

static EMBLEM: &[u8] = include_bytes!("../../../assets/art/emblem.svg");
static EMBLEM_HIGH: &[u8] = include_bytes!("../../../assets/art/emblem-high-contrast.svg");
static BATIK: &[u8] = include_bytes!("../../../assets/art/batik-gajah-oling.svg");

/// Textures in use, by what they show and how many pixels they have.
pub struct Art {
    ctx: Context,
    textures: RefCell<HashMap<Picture, TextureHandle>>,
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
        Self { ctx, textures: RefCell::default() }
    }

    /// Forgets every texture: the size of the window has changed.
    pub fn forget(&self) {
        self.textures.borrow_mut().clear();
    }

    fn texture(
        &self,
        picture: Picture,
        size: [u32; 2],
        draw: impl FnOnce() -> raster::Drawing,
    ) -> Option<TextureHandle> {
        let mut textures = self.textures.borrow_mut();
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
        painter.image(texture.id(), rect, WHOLE, Color32::WHITE);
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
    let ink = Color32::WHITE.gamma_multiply(opacity);
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
        painter.image(texture.id(), rect, WHOLE, Color32::WHITE);
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a texture may have")]
fn pixels(painter: &Painter, du: f32) -> u32 {
    (du * painter.pixels_per_point()).round().clamp(1.0, 4096.0) as u32
}
