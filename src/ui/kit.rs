//! What every widget is given: the look and the pictures.

use egui::Context;

use super::art::Art;
use super::fonts;
use super::theme::{Font, Theme, Type};

/// The look and the pictures. One for the app's whole life; [`Kit::wear`] changes the look.
pub struct Kit {
    /// The look of this moment.
    pub theme: Theme,
    /// Emblem, pattern and illustration, rasterised as needed.
    pub art: Art,
}

impl Kit {
    /// Gives egui the fonts and the look. Call it once, before the first frame.
    #[must_use]
    pub fn install(ctx: &Context, theme: Theme) -> Self {
        fonts::install(ctx);
        theme.apply(ctx);
        Self { theme, art: Art::new(ctx.clone()) }
    }

    /// Changes the look; nothing happens when it is worn already.
    pub fn wear(&mut self, ctx: &Context, theme: Theme) {
        if self.theme != theme {
            theme.apply(ctx);
            self.theme = theme;
        }
    }

    /// A type style of the look worn.
    #[must_use]
    pub fn font(&self, style: Type) -> Font {
        self.theme.font(style)
    }

    /// A type style at another usual size in du (larger in large-text mode).
    #[must_use]
    pub fn sized(&self, style: Type, size: f32) -> Font {
        self.theme.sized(style, size)
    }
}
