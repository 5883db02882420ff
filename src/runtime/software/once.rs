//! Every pixel of a frame is filled about once.
//!
//! A software renderer spends as much on a pixel that is painted over as on one that is seen, next to nothing on
//! clearing the whole window, little on plain rectangles, and much on slivers, of which egui cuts rounded faces. So faces
//! are taken apart, their corners are masks, what lies behind other faces is cut away, and what of them lies under
//! everything else is filled first.

use std::sync::Arc;

use eframe::glow;
use egui::emath::GuiRounding as _;
use egui::epaint::{ClippedShape, Mesh};
use egui::{Context, FullOutput, Plugin, Rect, Shape, TextureId, Ui};

use super::corner::Corner;
use super::face::Face;
use super::fill::{self, Filler};
use super::ground::{Faces, Ground};
use super::masks::Masks;
use super::pieces::{Quad, overlap, quads};

/// Smaller faces, in square pixels, hide too little to be worth a cut.
const WORTH_CUTTING: f32 = 4_000.0;

/// Colours that fill less, in square pixels, are not worth a call of their own.
const WORTH_FILLING: f32 = 30_000.0;

/// Has every pixel painted about once.
pub struct PaintOnce {
    masks: Masks,
    fill: Box<dyn Fn(Rect, Ground) -> Shape + Send + Sync>,
    /// Colours that fill less, in square pixels, are left to egui.
    worth_filling: f32,
}

impl PaintOnce {
    /// With what paints the ground of a window (in points) before anything else.
    #[must_use]
    pub fn new(fill: impl Fn(Rect, Ground) -> Shape + Send + Sync + 'static) -> Self {
        Self { masks: Masks::default(), fill: Box::new(fill), worth_filling: WORTH_FILLING }
    }

    /// As that window's context does it best.
    #[must_use]
    pub fn by(gl: &Arc<glow::Context>) -> Self {
        match Filler::install(gl) {
            Ok(filler) => Self::new(|window, ground| filler.shape(window, ground)),
            Err(error) => {
                tracing::info!(%error, "plain faces are painted as everything else is");
                Self::default()
            }
        }
    }
}

impl Default for PaintOnce {
    /// The window is cleared, and egui paints the faces.
    fn default() -> Self {
        Self { worth_filling: f32::INFINITY, ..Self::new(fill::clear) }
    }
}

impl Plugin for PaintOnce {
    fn debug_name(&self) -> &'static str {
        "paint once"
    }

    fn setup(&mut self, ctx: &Context) {
        Masks::install(ctx);
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        self.masks.gather(ui.ctx());
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if output.platform_output.requested_discard() {
            return; // Nobody will see it.
        }
        let window = ctx.viewport_rect();
        self.masks.settle(ctx);
        let shapes = std::mem::take(&mut output.shapes);
        let (ground, shapes) = once(shapes, window, output.pixels_per_point, self.worth_filling, &mut self.masks);
        let ground = clipped(window, (self.fill)(window, ground));
        output.shapes = std::iter::once(ground).chain(shapes).collect();
    }
}

fn clipped(clip_rect: Rect, shape: Shape) -> ClippedShape {
    ClippedShape { clip_rect, shape, transform_after_tessellation: egui::emath::TSTransform::IDENTITY }
}

/// What of the window can be seen through that clip, which the renderer rounds to pixels.
fn seen_of(clip: Rect, window: Rect, pixels_per_point: f32) -> Rect {
    clip.round_to_pixels(pixels_per_point).intersect(window)
}

/// What is painted together.
enum Item {
    /// Faces and pictures, in their parts.
    Parts { clip: Rect, texture: TextureId, quads: Vec<Quad>, corners: Vec<Corner>, hidden: Vec<Rect> },
    /// Anything else, and where it is.
    Whole { shape: ClippedShape, bounds: Rect },
}

/// What to fill a window (in points) with, and which shapes to paint then, for the same picture that these shapes make.
/// The first of them must cover the window, as the ground of every screen does.
fn once(
    shapes: Vec<ClippedShape>,
    window: Rect,
    pixels_per_point: f32,
    worth_filling: f32,
    masks: &mut Masks,
) -> (Ground, Vec<ClippedShape>) {
    let mut items = Vec::with_capacity(shapes.len());
    for shape in shapes {
        take_apart(shape, window, pixels_per_point, masks, &mut items);
    }
    cut_hidden(&mut items, WORTH_CUTTING / pixels_per_point.powi(2));
    let ground = take_ground(&mut items, window, pixels_per_point, worth_filling);
    (ground, items.into_iter().filter_map(|item| put_together(item, masks)).collect())
}

fn take_apart(shape: ClippedShape, window: Rect, pixels_per_point: f32, masks: &mut Masks, items: &mut Vec<Item>) {
    if shape.transform_after_tessellation != egui::emath::TSTransform::IDENTITY {
        // Nothing that it could be is looked at: it may be anywhere.
        return items.push(Item::Whole { shape, bounds: window });
    }
    let clip = shape.clip_rect;
    let seen = seen_of(clip, window, pixels_per_point);
    items.push(match shape.shape {
        Shape::Noop => return,
        Shape::Vec(shapes) => {
            for shape in shapes {
                take_apart(clipped(clip, shape), window, pixels_per_point, masks, items);
            }
            return;
        }
        unseen if !seen.is_positive() => {
            // It may be seen soon.
            if let Shape::Rect(rect) = unseen
                && let Some(face) = Face::of(&rect, pixels_per_point)
            {
                face.corners().iter().for_each(|corner| corner.want_masks(masks));
            }
            return;
        }
        Shape::Rect(ref rect) if let Some(face) = Face::of(rect, pixels_per_point) => Item::Parts {
            clip,
            texture: TextureId::default(),
            quads: face.quads(),
            corners: face.corners(),
            hidden: face.hidden().iter().map(|rect| rect.intersect(seen)).filter(Rect::is_positive).collect(),
        },
        Shape::Mesh(ref mesh) if let Some(quads) = quads(mesh) => {
            Item::Parts { clip, texture: mesh.texture_id, quads, corners: Vec::new(), hidden: Vec::new() }
        }
        other => {
            let bounds = other.visual_bounding_rect().expand(pixels_per_point.recip()).intersect(seen);
            Item::Whole { shape: clipped(clip, other), bounds }
        }
    });
}

/// Takes away what lies behind the faces above it.
fn cut_hidden(items: &mut Vec<Item>, worth_cutting: f32) {
    let mut above: Vec<Rect> = Vec::new();
    let mut seen = Vec::with_capacity(items.len());
    while let Some(mut item) = items.pop() {
        let behind = |bounds: Rect| above.iter().any(|face| face.contains_rect(bounds));
        match &mut item {
            Item::Parts { quads, corners, hidden, .. } => {
                let mut left = Vec::with_capacity(quads.len());
                quads.drain(..).for_each(|quad| quad.beside(&above, &mut left));
                *quads = left;
                corners.retain(|corner| !behind(corner.bounds()));
                above.extend(hidden.drain(..).filter(|rect| rect.area() >= worth_cutting));
            }
            Item::Whole { bounds, .. } if behind(*bounds) => continue,
            Item::Whole { .. } => {}
        }
        seen.push(item);
    }
    seen.reverse();
    *items = seen;
}

/// Takes the faces of one colour out of the items that lie on nothing but such faces.
fn take_ground(items: &mut Vec<Item>, window: Rect, pixels_per_point: f32, worth_filling: f32) -> Ground {
    let mut faces = Faces::default();
    // Where anything else is.
    let mut others: Vec<Rect> = Vec::new();
    for item in &mut *items {
        match item {
            Item::Whole { bounds, .. } => others.push(*bounds),
            Item::Parts { clip, quads, corners, .. } => {
                let seen = seen_of(*clip, window, pixels_per_point);
                quads.retain(|quad| {
                    let rect = quad.rect.intersect(seen);
                    let stays = !quad.hides() || others.iter().any(|other| overlap(*other, rect));
                    if stays {
                        others.push(rect);
                    } else if rect.is_positive() {
                        faces.lay(quad.color, rect);
                    }
                    stays
                });
                others.extend(corners.iter().map(Corner::bounds));
            }
        }
    }
    let (ground, small) = faces.part(worth_filling / pixels_per_point.powi(2));
    let quads: Vec<Quad> = small.into_iter().map(|(color, rect)| Quad::flat(rect, color)).collect();
    if !quads.is_empty() {
        let small =
            Item::Parts { clip: window, texture: TextureId::default(), quads, corners: Vec::new(), hidden: Vec::new() };
        items.insert(0, small);
    }
    ground
}

/// What to paint of an item; nothing where all of it was taken away.
fn put_together(item: Item, masks: &mut Masks) -> Option<ClippedShape> {
    match item {
        Item::Whole { shape, .. } => Some(shape),
        Item::Parts { clip, texture, quads, corners, .. } => {
            let mut mesh = Mesh::with_texture(texture);
            for quad in &quads {
                quad.add_to(&mut mesh);
            }
            for corner in &corners {
                corner.add_to(&mut mesh, masks);
            }
            (!mesh.is_empty()).then(|| clipped(clip, Shape::mesh(mesh)))
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::epaint::{CircleShape, RectShape, TessellationOptions, Tessellator, Vertex};
    use egui::{Color32, ColorImage, CornerRadius, Pos2, RawInput, Stroke, StrokeKind, pos2, vec2};
    use proptest::prelude::*;

    use super::*;
    use crate::ui::kit::Kit;
    use crate::ui::theme::Theme;

    const WINDOW: Rect = Rect::from_min_max(Pos2::ZERO, pos2(320.0, 240.0));

    fn rect(rect: Rect, radius: u8, fill: Color32, stroke: Stroke) -> Shape {
        RectShape::new(rect, CornerRadius::same(radius), fill, stroke, StrokeKind::Inside).into()
    }

    fn at(x: f32, y: f32, wide: f32, high: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(wide, high))
    }

    /// The ground, a bar, and four tiles with shadows, outlines and signs.
    fn screen() -> Vec<Shape> {
        let mut shapes = vec![rect(WINDOW, 0, Color32::GRAY, Stroke::NONE)];
        shapes.push(rect(at(0.0, 0.0, 320.0, 40.0), 0, Color32::WHITE, Stroke::NONE));
        for [x, y] in [[10.0, 50.0], [165.0, 50.0], [10.0, 145.0], [165.0, 145.0]] {
            let tile = at(x, y, 145.0, 90.0);
            let shadow = at(x, y + 60.0, 145.0, 34.0);
            shapes.push(
                RectShape::filled(shadow, CornerRadius { nw: 0, ne: 0, sw: 12, se: 12 }, Color32::LIGHT_GRAY).into(),
            );
            shapes.push(rect(tile, 12, Color32::WHITE, Stroke::new(3.0, Color32::BLUE)));
            shapes.push(CircleShape::filled(tile.center(), 20.0, Color32::RED).into());
        }
        shapes
    }

    fn all(shapes: Vec<Shape>) -> Vec<ClippedShape> {
        shapes.into_iter().map(|shape| clipped(WINDOW, shape)).collect()
    }

    /// The triangles, as the renderer is given them.
    fn triangles(shapes: Vec<ClippedShape>, pixels_per_point: f32) -> Vec<(Rect, [Vertex; 3])> {
        let options = TessellationOptions { prerasterized_discs: false, ..TessellationOptions::default() };
        let primitives = Tessellator::new(pixels_per_point, options, [1, 1], Vec::new()).tessellate_shapes(shapes);
        let mut triangles = Vec::new();
        for primitive in primitives {
            let egui::epaint::Primitive::Mesh(mesh) = primitive.primitive else { panic!("a mesh") };
            let (indices, _) = mesh.indices.as_chunks::<3>();
            let clip = primitive.clip_rect.round_to_pixels(pixels_per_point);
            triangles.extend(indices.iter().map(|three| (clip, three.map(|n| mesh.vertices[n as usize]))));
        }
        triangles
    }

    /// What a pixel looks like after these triangles, painted with that texture: each channel from 0 to 1.
    fn color(ground: Color32, triangles: &[(Rect, [Vertex; 3])], texture: &ColorImage, pixel: Pos2) -> [f32; 4] {
        let mut under = ground.to_normalized_gamma_f32();
        for (clip, [a, b, c]) in triangles {
            let side = |one: Pos2, other: Pos2| {
                let [ax, ay, bx, by] = [one.x, one.y, other.x, other.y].map(f64::from);
                (bx - ax) * (f64::from(pixel.y) - ay) - (by - ay) * (f64::from(pixel.x) - ax)
            };
            let sides = [side(b.pos, c.pos), side(c.pos, a.pos), side(a.pos, b.pos)];
            let within = sides.iter().all(|s| *s > 0.0) || sides.iter().all(|s| *s < 0.0);
            if !(within && clip.contains(pixel)) {
                continue;
            }
            let whole: f64 = sides.iter().sum();
            let colors = [a, b, c].map(|corner| corner.color.to_normalized_gamma_f32());
            #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
            let mix = |of: [f32; 3]| (0..3).map(|corner| (sides[corner] / whole) as f32 * of[corner]).sum::<f32>();
            let texel = texel(texture, pos2(mix([a.uv.x, b.uv.x, c.uv.x]), mix([a.uv.y, b.uv.y, c.uv.y])));
            let mixed = [0, 1, 2, 3].map(|n| mix(colors.map(|color| color[n])) * texel[n]);
            under = [0, 1, 2, 3].map(|n| mixed[n] + under[n] * (1.0 - mixed[3]));
        }
        under
    }

    fn white() -> ColorImage {
        ColorImage::filled([1, 1], Color32::WHITE)
    }

    /// The nearest texel.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "small")]
    fn texel(texture: &ColorImage, at: Pos2) -> [f32; 4] {
        let [x, y] = [0, 1].map(|n| (at[n] * texture.size[n] as f32).floor() as usize);
        texture[(x, y)].to_normalized_gamma_f32()
    }

    /// The masks of all corners of these shapes, and the texture that they are in.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself lives too short for it")]
    fn masks(shapes: &[ClippedShape], pixels_per_point: f32) -> (Masks, ColorImage) {
        let (ctx, mut masks) = (Context::default(), Masks::default());
        let _kit = Kit::install(&ctx, Theme::normal());
        Masks::install(&ctx);
        ctx.set_pixels_per_point(pixels_per_point);
        once(shapes.to_vec(), WINDOW, pixels_per_point, WORTH_FILLING, &mut masks);
        ctx.run_ui(RawInput::default(), |ui| masks.gather(ui.ctx())).textures_delta.clear();
        masks.settle(&ctx);
        let texture = ctx.fonts(|fonts| fonts.image());
        (masks, texture)
    }

    /// The colour of a pixel (in points) before anything is painted on the ground; black where nothing is.
    fn under(ground: &Ground, pixel: Pos2) -> Color32 {
        let mut faces =
            ground.faces.iter().flat_map(|(color, rects)| rects.iter().filter(|r| r.contains(pixel)).map(|_| *color));
        let face = faces.next();
        assert_eq!(faces.next(), None, "two faces at {pixel:?}");
        face.or(ground.clear).unwrap_or(Color32::BLACK)
    }

    /// How many pixels the renderer fills, those of triangles that are painted over as well.
    fn filled(triangles: &[(Rect, [Vertex; 3])]) -> f32 {
        triangles.iter().map(|(_, [a, b, c])| ((b.pos - a.pos).rot90().dot(c.pos - a.pos)).abs() / 2.0).sum()
    }

    #[test]
    fn a_screen_is_filled_less_than_half_as_often() {
        let before = filled(&triangles(all(screen()), 1.0));
        let (ground, shapes) = once(all(screen()), WINDOW, 1.0, f32::INFINITY, &mut Masks::default());
        assert_eq!(ground, Ground { clear: Some(Color32::WHITE), faces: Vec::new() }, "of which most is seen");
        let after = filled(&triangles(shapes, 1.0));
        assert!(after < before * 0.45, "{after} pixels instead of {before}");
    }

    #[test]
    fn what_lies_under_everything_else_is_filled_before_it() {
        let (ground, shapes) = once(all(screen()), WINDOW, 1.0, 9_000.0, &mut Masks::default());
        let [(color, rects)] = &ground.faces[..] else { panic!("one other colour is worth it: {ground:?}") };
        assert_eq!((ground.clear, *color), (Some(Color32::WHITE), Color32::GRAY));
        let filled_first: f32 = rects.iter().map(Rect::area).sum();
        // Under the bar and beside the tiles, without what their corners hide.
        let beside = 320.0 * 200.0 - 4.0 * 145.0 * 94.0;
        assert!((beside..beside * 1.3).contains(&filled_first), "{filled_first} of {beside}");
        let after = filled(&triangles(shapes, 1.0));
        assert!(after < 320.0 * 240.0 / 4.0, "{after} pixels are left to egui");
    }

    #[test]
    fn a_corner_is_a_few_triangles_once_its_masks_are_there() {
        let shapes = all(vec![
            rect(WINDOW, 0, Color32::GRAY, Stroke::NONE),
            rect(at(10.0, 10.0, 100.0, 80.0), 12, Color32::WHITE, Stroke::new(3.0, Color32::BLUE)),
            rect(at(150.0, 10.0, 100.0, 80.0), 24, Color32::RED, Stroke::NONE),
        ]);
        let count = |masks: &mut Masks| triangles(once(shapes.clone(), WINDOW, 1.0, f32::INFINITY, masks).1, 1.0).len();
        let (slivers, flat) = (count(&mut Masks::default()), 2 * (3 + 4 + 3));
        let (mut masks, _texture) = masks(&shapes, 1.0);
        // An outlined corner has two masks of two triangles each, and the other has one.
        assert_eq!(count(&mut masks), flat + 4 * 4 + 4 * 2);
        assert!(slivers > 400, "{slivers} without masks");
    }

    #[test]
    fn what_a_face_hides_is_not_painted() {
        let shown = at(20.0, 20.0, 280.0, 200.0);
        let question = [rect(shown, 16, Color32::WHITE, Stroke::NONE)];
        let (_, shapes) = once(
            all(screen().into_iter().chain(question).collect()),
            WINDOW,
            1.0,
            f32::INFINITY,
            &mut Masks::default(),
        );
        let circles: Vec<_> = shapes.iter().filter(|shape| matches!(shape.shape, Shape::Circle(_))).collect();
        assert_eq!(circles.len(), 2, "those of the upper tiles are behind the question: {circles:?}");
    }

    #[test]
    fn the_window_is_cleared_by_the_frame_itself() {
        let ctx = Context::default();
        ctx.add_plugin(PaintOnce::default());
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let window = ui.ctx().viewport_rect();
            ui.painter().rect_filled(window, 0.0, Color32::GREEN);
            ui.painter().circle_filled(pos2(50.0, 50.0), 9.0, Color32::RED);
        });
        output.textures_delta.clear();
        let shapes: Vec<_> = output.shapes.iter().map(|clipped| &clipped.shape).collect();
        assert!(matches!(shapes[..], [Shape::Callback(_), Shape::Circle(_)]), "{shapes:?}");
    }

    fn fill() -> impl Strategy<Value = Color32> {
        prop::sample::select(vec![Color32::WHITE, Color32::GRAY, Color32::BLUE, Color32::from_black_alpha(120)])
    }

    fn shape() -> impl Strategy<Value = (Shape, Rect)> {
        let long =
            |most: f32| prop_oneof![4 => 3.0_f32..most, 1 => (1.0_f32..most / 2.0).prop_map(|n| 2.0 * n.round())];
        let place = (-20.0_f32..320.0, -20.0_f32..240.0, long(300.0), long(200.0), any::<bool>());
        let stroke = prop_oneof![
            Just(Stroke::NONE),
            (1.0_f32..5.0, fill()).prop_map(|(w, c)| Stroke::new((2.0 * w).round() / 2.0, c))
        ];
        let clip = prop_oneof![4 => Just(WINDOW), 1 => [0.0_f32..200.0, 0.0_f32..150.0].prop_map(|[x, y]| at(x, y, 120.0, 90.0))];
        let radii =
            prop_oneof![Just([0, 0, 0, 0]), (1_u8..40).prop_map(|r| [r; 4]), (1_u8..40).prop_map(|r| [0, 0, r, r])];
        let kind = prop_oneof![4 => Just(0), 1 => Just(1), 1 => Just(2)];
        let radii = prop_oneof![4 => radii, 1 => Just([200; 4])];
        (place, radii, fill(), stroke, clip, kind).prop_map(
            |((x, y, wide, high, whole), [nw, ne, sw, se], fill, stroke, clip, kind)| {
                let place = if whole { at(x.round(), y.round(), wide, high) } else { at(x, y, wide, high) };
                let shape = match kind {
                    0 => {
                        RectShape::new(place, CornerRadius { nw, ne, sw, se }, fill, stroke, StrokeKind::Inside).into()
                    }
                    1 => CircleShape { center: place.center(), radius: wide / 4.0, fill, stroke }.into(),
                    _ => {
                        let mut mesh = Mesh::default();
                        Quad::flat(place, fill).add_to(&mut mesh);
                        Quad::flat(place.translate(vec2(wide, 0.0)), Color32::RED).add_to(&mut mesh);
                        Shape::Vec(vec![Shape::Noop, Shape::mesh(mesh)])
                    }
                };
                (shape, clip)
            },
        )
    }

    proptest! {
        #[test]
        fn every_pixel_looks_as_it_would_have(
            over in prop::collection::vec(shape(), 1..9),
            scale in prop::sample::select(vec![1.0_f32, 2.0, 0.75, 1366.0 / 1920.0]),
            masked: bool,
            worth_filling in prop::sample::select(vec![0.0, 5_000.0, f32::INFINITY]),
            pixels in prop::collection::vec([0.0_f32..1.0, 0.0_f32..1.0], 60),
        ) {
            let ground = clipped(WINDOW, rect(WINDOW, 0, Color32::GRAY, Stroke::NONE));
            let shapes: Vec<_> =
                std::iter::once(ground).chain(over.into_iter().map(|(shape, clip)| clipped(clip, shape))).collect();
            let before = triangles(shapes.clone(), scale);
            let (mut masks, texture) = if masked { masks(&shapes, scale) } else { (Masks::default(), white()) };
            let (ground, shapes) = once(shapes, WINDOW, scale, worth_filling, &mut masks);
            let after = triangles(shapes, scale);
            for [x, y] in pixels {
                // Beside its middle, through which the line between two triangles may run.
                let pixel = (WINDOW.lerp_inside(vec2(x, y)) * scale).floor() + vec2(0.513, 0.507);
                let pixel = pixel / scale;
                let (before, after) = (
                    color(Color32::BLACK, &before, &white(), pixel),
                    color(under(&ground, pixel), &after, &texture, pixel),
                );
                // On an arc the two cut it into other lines.
                let off = (0..4).map(|n| (before[n] - after[n]).abs()).fold(0.0, f32::max);
                prop_assert!(off < 0.2, "{:?} instead of {:?} at {:?}", after, before, pixel);
            }
        }
    }
}
