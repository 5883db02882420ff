//! Round corners, kept as letters are.
//!
//! A corner with an outline is a hundred slivers, and a software renderer spends more on a sliver than on what it fills.
//! How much of each pixel lies within a corner is therefore kept in the texture of the letters, rasterised once, and
//! painted as two triangles. What egui knows of such a letter is its size, which is the corner's radius, and its
//! character, which says how far within the edge it ends.

use std::collections::HashMap;

use egui::epaint::text::{Glyph, GlyphBitmap, GlyphRasterizer, GlyphRasterizerRequest, RasterizedGlyph};
use egui::{Color32, ColorImage, Context, FontId, Rect, Vec2, pos2};

/// The first character of a plane for private use, which no font here has.
const FIRST: u32 = 0x10_0000;

/// In how many steps a pixel is told of how far within the edge a mask ends.
const STEPS: f32 = 64.0;

/// Wider corners, in pixels, are not kept.
const WIDEST: f32 = 160.0;

/// More masks than all screens together need; beyond it they are gathered anew.
const MOST: usize = 128;

/// What lies within an arc around the inner end of a corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Mask {
    /// Of the corner's outer edge, in points: the bits of a number.
    radius: u32,
    /// How far within the outer edge, in steps of a pixel.
    inside: u32,
}

impl Mask {
    /// Of a corner with that radius in points, so many pixels within its edge; nothing for one that is too wide.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an outline is some pixels wide")]
    pub(super) fn new(radius: f32, inside: f32, pixel: f32) -> Option<Self> {
        let mask = Self { radius: radius.to_bits(), inside: (inside * STEPS).round() as u32 };
        (radius / pixel <= WIDEST).then_some(mask)
    }

    fn letter(self) -> Option<char> {
        FIRST.checked_add(self.inside).and_then(char::from_u32)
    }
}

/// How many pixels a corner of that radius takes along each side.
pub(super) fn side(radius_px: f32) -> f32 {
    (radius_px - 0.01).ceil()
}

/// Where the masks are in the texture of the letters.
#[derive(Debug, Default)]
pub struct Masks {
    /// Each that was wanted: where, in texels, once egui has it.
    places: HashMap<Mask, Option<Rect>>,
    /// The size of the texture.
    texture: Vec2,
}

impl Masks {
    /// Teaches egui these letters.
    pub fn install(ctx: &Context) {
        ctx.add_glyph_rasterizer(GlyphRasterizer::new("buku_pengunjung::corners", rasterize));
    }

    /// Called when a pass begins, before anything is written: what is missed from now on comes with the next pass.
    pub fn gather(&mut self, ctx: &Context) {
        if self.places.len() > MOST {
            self.places.clear();
        }
        let scale = ctx.pixels_per_point();
        ctx.fonts_mut(|fonts| {
            for (mask, place) in &mut self.places {
                let radius = f32::from_bits(mask.radius);
                let font = FontId::proportional(radius);
                let laid = mask.letter().map(|letter| fonts.layout_no_wrap(letter.into(), font, Color32::TRANSPARENT));
                let glyph = laid.and_then(|laid| laid.rows.first()?.glyphs.first().copied());
                let place_of = |glyph: Glyph| {
                    let [min, max] = [glyph.uv_rect.min, glyph.uv_rect.max].map(|[x, y]| pos2(x.into(), y.into()));
                    Rect::from_min_max(min, max)
                };
                // Anything else is what egui shows for a letter that it does not know.
                *place = glyph.map(place_of).filter(|place| place.size() == Vec2::splat(side(radius * scale)));
            }
        });
    }

    /// Called when a pass has ended: no letter comes any more.
    #[expect(clippy::cast_precision_loss, reason = "a texture is smaller than 16 million texels")]
    pub fn settle(&mut self, ctx: &Context) {
        self.texture = ctx.fonts(|fonts| fonts.font_image_size().map(|side| side as f32)).into();
    }

    /// How many pixels a mask takes along each side, and where it is in the texture; nothing until egui has it.
    pub(super) fn find(&mut self, mask: Mask) -> Option<(f32, Rect)> {
        let place = (*self.places.entry(mask).or_default())?;
        let uv = |at: egui::Pos2| (at.to_vec2() / self.texture).to_pos2();
        Some((place.width(), Rect::from_min_max(uv(place.min), uv(place.max))))
    }
}

/// Draws a letter that is a mask.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mask has some hundred pixels along each side"
)]
fn rasterize(request: &GlyphRasterizerRequest<'_>) -> Option<RasterizedGlyph> {
    let steps = u32::from(request.cluster.chars().next()?).checked_sub(FIRST)?;
    let (radius, inside) = (request.font_size_px, steps as f32 / STEPS);
    let side = side(radius) as usize;
    // White, as much of it as the corner covers.
    let texel = |n: usize| {
        let at = |n: usize| (radius - n as f32 - 0.5).max(0.0);
        let deep = radius - at(n % side).hypot(at(n / side));
        let share = (deep - inside + 0.5).clamp(0.0, 1.0);
        [(share * 255.0).round() as u8; 4]
    };
    let texels: Vec<u8> = (0..side * side).flat_map(texel).collect();
    let image = ColorImage::from_rgba_premultiplied([side, side], &texels);
    // As a coloured letter it is kept as it is; egui makes others bolder or lighter.
    let bitmap = GlyphBitmap { image, offset_px: Vec2::ZERO, is_color: true };
    Some(RasterizedGlyph { bitmap, advance_px: radius })
}
