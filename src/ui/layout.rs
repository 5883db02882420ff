//! Which of the three layouts a screen gets, and where its canvas stands. Pure, but for [`apply`].

use egui::{Context, Id, Pos2, Rect, Vec2, pos2, vec2};

/// The shape of a screen, by the ratio of its width to its height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// 1.50 and more: 1920 × 1080 du.
    Wide,
    /// 0.95 to 1.50: 1600 × 1280 du.
    Classic,
    /// Below 0.95: 1080 × 1920 du.
    Portrait,
}

impl Shape {
    /// The shape of a screen of that size (any unit).
    #[must_use]
    pub fn of(size: Vec2) -> Self {
        let ratio = size.x / size.y;
        if ratio >= 1.50 {
            Self::Wide
        } else if ratio >= 0.95 {
            Self::Classic
        } else {
            Self::Portrait
        }
    }

    /// The canvas of this shape in du.
    #[must_use]
    pub const fn canvas(self) -> Vec2 {
        match self {
            Self::Wide => vec2(1920.0, 1080.0),
            Self::Classic => vec2(1600.0, 1280.0),
            Self::Portrait => vec2(1080.0, 1920.0),
        }
    }
}

/// How much wider than 1920 du a wide canvas may grow: 15 % of the right column of Welcome (1120 du).
pub const MOST_EXTRA_WIDTH: f32 = 168.0;

/// Where a screen is drawn: its shape, its scale and its canvas.
///
/// All rectangles of a screen are given in du from the canvas' upper left corner by [`Canvas::rect`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Canvas {
    /// Which of the three layouts to use.
    pub shape: Shape,
    /// Physical pixels of one du.
    pub scale: f32,
    /// The canvas within the window, in du. Its size is that of the shape, plus [`Canvas::extra`] in width.
    pub area: Rect,
    /// The whole window in du; what `area` leaves of it is filled with the screen's ground.
    pub window: Rect,
}

impl Canvas {
    /// The canvas of a window of that many physical pixels.
    ///
    /// A screen wider than 16:9 gets up to [`MOST_EXTRA_WIDTH`] du more width, for its right column only.
    #[must_use]
    pub fn of(pixels: Vec2) -> Self {
        let pixels = pixels.max(vec2(1.0, 1.0));
        let shape = Shape::of(pixels);
        let base = shape.canvas();
        let scale = (pixels.x / base.x).min(pixels.y / base.y);
        let window = pixels / scale;
        // Less than 8 du is rounding (1366 × 768 is a hair wider than 16:9), not a wider screen.
        let spare = if shape == Shape::Wide { window.x - base.x } else { 0.0 };
        let extra = if spare < 8.0 { 0.0 } else { spare.min(MOST_EXTRA_WIDTH).floor() };
        let size = vec2(base.x + extra, base.y);
        Self {
            shape,
            scale,
            area: Rect::from_min_size(((window - size) / 2.0).to_pos2(), size),
            window: Rect::from_min_size(Pos2::ZERO, window),
        }
    }

    /// Width in du.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.area.width()
    }

    /// Height in du.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.area.height()
    }

    /// By how many du a wide canvas is wider than 1920.
    #[must_use]
    pub fn extra(&self) -> f32 {
        self.area.width() - self.shape.canvas().x
    }

    /// The rectangle at `x`, `y` from the canvas' corner, `w` wide and `h` high, all in du.
    #[must_use]
    pub fn rect(&self, x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect::from_min_size(self.pos(x, y), vec2(w, h))
    }

    /// The point at `x`, `y` from the canvas' corner, in du.
    #[must_use]
    pub fn pos(&self, x: f32, y: f32) -> Pos2 {
        pos2(self.area.min.x + x, self.area.min.y + y)
    }

    /// The same canvas, moved sideways: a screen that slides in.
    #[must_use]
    pub fn slid(mut self, dx: f32) -> Self {
        self.area = self.area.translate(vec2(dx, 0.0));
        self
    }
}

/// The canvas of egui's window, after telling egui its scale. Call it at the start of every frame; egui is only
/// told when the size of the window has changed, and paints the next frame in it.
///
/// In the frame in which a new scale begins egui reports the size of the frame before it; nothing is concluded
/// from that one.
#[must_use]
pub fn apply(ctx: &Context) -> Canvas {
    let scale = ctx.pixels_per_point();
    let known = ctx.data_mut(|data| {
        let before = data.get_temp_mut_or_default::<Option<f32>>(Id::unique("scale of the last frame"));
        before.replace(scale)
    });
    let canvas = Canvas::of((ctx.viewport_rect().size() * scale).round());
    if known.is_some_and(|known| known.to_bits() != scale.to_bits()) {
        ctx.request_repaint();
    } else if (canvas.scale - scale).abs() > 1e-4 {
        ctx.set_pixels_per_point(canvas.scale);
        ctx.request_repaint();
    }
    canvas
}

/// Whether the scale fits the window: false in the few frames after its size has changed.
#[must_use]
pub fn is_settled(ctx: &Context) -> bool {
    let scale = ctx.pixels_per_point();
    (Canvas::of((ctx.viewport_rect().size() * scale).round()).scale - scale).abs() <= 1e-4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screens_get_the_layouts_and_scales_of_the_design() {
        for (pixels, shape, scale) in [
            (vec2(1920.0, 1080.0), Shape::Wide, 1.0),
            (vec2(1366.0, 768.0), Shape::Wide, 0.711),
            (vec2(1280.0, 1024.0), Shape::Classic, 0.80),
            (vec2(1024.0, 768.0), Shape::Classic, 0.60),
            (vec2(1080.0, 1920.0), Shape::Portrait, 1.0),
            (vec2(3840.0, 2160.0), Shape::Wide, 2.0),
        ] {
            let canvas = Canvas::of(pixels);
            assert_eq!(canvas.shape, shape, "{pixels:?}");
            assert!((canvas.scale - scale).abs() < 0.001, "{pixels:?}: {}", canvas.scale);
            assert!(canvas.extra().abs() < f32::EPSILON, "{pixels:?} is not wider than its layout");
        }
    }

    #[test]
    fn the_limits_between_the_layouts_belong_to_the_wider_one() {
        assert_eq!(Shape::of(vec2(1500.0, 1000.0)), Shape::Wide);
        assert_eq!(Shape::of(vec2(1499.0, 1000.0)), Shape::Classic);
        assert_eq!(Shape::of(vec2(950.0, 1000.0)), Shape::Classic);
        assert_eq!(Shape::of(vec2(949.0, 1000.0)), Shape::Portrait);
    }

    #[test]
    fn the_canvas_stands_in_the_middle_and_fits_whatever_the_window() {
        for width in (100..4000).step_by(130) {
            for height in (100..4000).step_by(170) {
                #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                let canvas = Canvas::of(vec2(width as f32, height as f32));
                let base = canvas.shape.canvas();
                assert!(canvas.window.expand(0.01).contains_rect(canvas.area), "{width} × {height}");
                let off = canvas.window.center() - canvas.area.center();
                assert!(off.length() < 0.01, "{width} × {height} is off by {off:?}");
                assert!((-0.01..=MOST_EXTRA_WIDTH + 0.01).contains(&(canvas.width() - base.x)));
                assert!((canvas.height() - base.y).abs() < 0.01);
            }
        }
    }

    #[test]
    fn only_a_screen_wider_than_16_to_9_gets_more_width_and_no_more_than_15_percent_of_its_right_column() {
        assert!((Canvas::of(vec2(2000.0, 1080.0)).extra() - 80.0).abs() < 0.01);
        assert!((Canvas::of(vec2(3440.0, 1440.0)).extra() - MOST_EXTRA_WIDTH).abs() < 0.01);
        assert!(Canvas::of(vec2(1900.0, 1080.0)).extra().abs() < 0.01);
    }
}
