//! The look: the one place for colours, type, sizes, shadows and motion, in design units (du).
//!
//! A [`Theme`] is one complete look; there are two, [`Theme::normal`] and [`Theme::high_contrast`],
//! each with or without motion. Every widget is given one and asks it for everything.

mod metrics;
mod palette;
mod style;
mod tint;
mod typography;

pub use self::metrics::*;
pub use self::palette::{FLAME, HEAT, HILLS, Palette, SUN_RINGS, UNTINTED};
pub use self::tint::Tint;
pub use self::typography::{Font, SMALLEST_STAFF, SMALLEST_VISITOR, Type, Weight};

/// One complete look.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Every colour.
    pub palette: Palette,
    /// Widths of outlines, in du.
    pub stroke: Strokes,
    /// Offsets of the hard shadows, in du.
    pub shadow: Shadows,
    /// Durations of motions; all zero when motion is reduced, and always in high contrast.
    pub motion: Motion,
    high_contrast: bool,
}

impl Theme {
    /// The usual look, moving.
    #[must_use]
    pub const fn normal() -> Self {
        Self {
            palette: Palette::normal(),
            stroke: metrics::STROKES,
            shadow: metrics::SHADOWS,
            motion: metrics::MOTION,
            high_contrast: false,
        }
    }

    /// High contrast and large text ("Aa"): no shadow, no pattern, no motion.
    #[must_use]
    pub const fn high_contrast() -> Self {
        Self {
            palette: Palette::high_contrast(),
            stroke: metrics::STROKES_HIGH,
            shadow: metrics::SHADOWS_HIGH,
            motion: metrics::STILL,
            high_contrast: true,
        }
    }

    /// The same look without motion (the setting "Kurangi gerak", software renderers, tests).
    #[must_use]
    pub const fn still(mut self) -> Self {
        self.motion = metrics::STILL;
        self
    }

    /// Is this the high-contrast look with large text?
    #[must_use]
    pub const fn is_high_contrast(&self) -> bool {
        self.high_contrast
    }

    /// Does anything move?
    #[must_use]
    pub const fn moves(&self) -> bool {
        !self.motion.screen.is_zero()
    }

    /// A type style at the size it has in this look.
    #[must_use]
    pub fn font(&self, style: Type) -> Font {
        if self.high_contrast { typography::large(style) } else { typography::normal(style) }
    }

    /// A type style at another usual size, in du; 1.3 times that in large-text mode.
    #[must_use]
    pub fn sized(&self, style: Type, size: f32) -> Font {
        let size = if self.high_contrast { (size * typography::LARGER).round() } else { size };
        typography::normal(style).sized(size)
    }
}
