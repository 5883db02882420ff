//! Faces of one colour, filled by a program that knows nothing but that colour.
//!
//! egui paints everything by one program, which reads a texture and mixes what it paints with what is there. A software
//! renderer spends that on each pixel of a plain face as well. For a program that does neither, Mesa's llvmpipe has a way
//! of its own: it fills a rectangle row by row.

use std::sync::Arc;

use eframe::egui_glow::CallbackFn;
use eframe::glow::{self, HasContext as _};
use egui::epaint::PaintCallback;
use egui::{Color32, PaintCallbackInfo, Rect, Shape};
use thiserror::Error;
use three_d::core::{
    Blend, Context, CoreError, DepthTest, Program, RenderStates, Vec2, Vec4, VertexBuffer, Viewport, WriteMask,
};

use super::ground::Ground;

/// As egui's own: the same points lie on the same pixels.
const VERTEX: &str = "
    uniform vec2 screen;
    in vec2 position;
    void main() {
        gl_Position = vec4(2.0 * position.x / screen.x - 1.0, 1.0 - 2.0 * position.y / screen.y, 0.0, 1.0);
    }
";

const FRAGMENT: &str = "
    uniform vec4 color;
    out vec4 painted;
    void main() {
        painted = color;
    }
";

/// Clears the window to the ground's colour; its faces are left to others.
pub fn clear(window: Rect, ground: Ground) -> Shape {
    paint(window, ground, |_, _, _| {})
}

fn paint(
    window: Rect,
    ground: Ground,
    fill: impl Fn(&PaintCallbackInfo, Rect, &Ground) + Send + Sync + 'static,
) -> Shape {
    let painted = CallbackFn::new(move |info, painter| {
        if let Some(color) = ground.clear {
            painter.clear(info.screen_size_px, color.to_normalized_gamma_f32());
        }
        fill(&info, window, &ground);
    });
    Shape::Callback(PaintCallback { rect: window, callback: Arc::new(painted) })
}

/// Why no faces can be filled here.
#[derive(Debug, Error)]
pub enum Unfit {
    /// The context's version; it might take the program all the same and then fail at every frame.
    #[error("OpenGL {0} is too old")]
    Old(String),
    /// It makes no such program.
    #[error(transparent)]
    Refused(#[from] CoreError),
}

/// Whether a context of that version runs a program as three-d writes it: in the language of OpenGL 3.3, or of
/// OpenGL ES 3.0 where that is what the display offers.
fn can_fill(embedded: bool, version: (u32, u32)) -> bool {
    version >= if embedded { (3, 0) } else { (3, 3) }
}

/// What fills faces. It stays for as long as the program runs, as the one window's context does.
pub struct Filler {
    context: Context,
    program: Program,
}

impl Filler {
    /// # Errors
    /// Why that context can run no such program.
    pub fn install(gl: &Arc<glow::Context>) -> Result<&'static Self, Unfit> {
        let version = gl.version();
        if !can_fill(version.is_embedded, (version.major, version.minor)) {
            return Err(Unfit::Old(format!("{version:?}")));
        }
        let context = Context::from_gl_context(Arc::clone(gl))?;
        let program = Program::from_source(&context, VERTEX, FRAGMENT)?;
        Ok(Box::leak(Box::new(Self { context, program })))
    }

    /// Paints the ground of a window (in points).
    pub fn shape(&'static self, window: Rect, ground: Ground) -> Shape {
        paint(window, ground, |info, window, ground| self.fill(info, window, &ground.faces))
    }

    /// egui sets what is changed here as it wants it after every callback.
    fn fill(&self, info: &PaintCallbackInfo, window: Rect, faces: &[(Color32, Vec<Rect>)]) {
        // three-d ends the program on an error that it finds, whoever left it there.
        let _ = self.context.error_check();
        let [wide, high] = info.screen_size_px;
        let viewport = Viewport::new_at_origo(wide, high);
        let states = RenderStates {
            depth_test: DepthTest::Always,
            write_mask: WriteMask::COLOR,
            blend: Blend::Disabled,
            ..RenderStates::default()
        };
        let program = &self.program;
        for (color, rects) in faces {
            let corners: Vec<[f32; 2]> = rects.iter().flat_map(corners).collect();
            let vertices = VertexBuffer::new_with_data(&self.context, &corners);
            program.use_uniform("screen", Vec2::new(window.width(), window.height()));
            program.use_uniform("color", exact(color.to_array()));
            program.use_vertex_attribute("position", &vertices);
            program.draw_arrays(states, viewport, vertices.vertex_count());
        }
    }
}

/// A colour that becomes the same one again, whether it is rounded to whole steps or cut off: llvmpipe does either.
fn exact(color: [u8; 4]) -> Vec4 {
    let [r, g, b, a] = color.map(|channel| ((f32::from(channel) + 0.25) / 255.0).min(1.0));
    Vec4::new(r, g, b, a)
}

/// Those of two triangles, one after the other, as llvmpipe finds a rectangle in them.
fn corners(rect: &Rect) -> [[f32; 2]; 6] {
    let [a, b, c, d] = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    [a, b, c, a, c, d].map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_filled_from_the_first_version_that_can() {
        let cannot = [(false, (2, 1)), (false, (3, 2)), (true, (2, 0))];
        assert!(cannot.iter().all(|(embedded, version)| !can_fill(*embedded, *version)));
        let can = [(false, (3, 3)), (false, (4, 0)), (true, (3, 0)), (true, (3, 2))];
        assert!(can.iter().all(|(embedded, version)| can_fill(*embedded, *version)));
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
    fn every_colour_stays_what_it_is() {
        for channel in 0..=255 {
            let scaled = exact([channel; 4]).x * 255.0;
            assert!(scaled <= 255.0, "llvmpipe's own way takes no more than all of it");
            assert_eq!((scaled as u8, scaled.round() as u8), (channel, channel));
        }
    }
}
