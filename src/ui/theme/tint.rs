//! The pairs of ink and ground that tell tiles, pills and icon boxes apart.

use egui::Color32;

use super::Theme;

/// A pair of ink and ground. A tint never carries meaning alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tint {
    /// Blue on pale blue.
    Blue,
    /// Teal on pale teal.
    Teal,
    /// Brown on pale amber.
    Amber,
    /// Purple on pale purple.
    Purple,
    /// Green on pale green.
    Green,
    /// Grey-blue on grey.
    Grey,
    /// Red on pale red.
    Red,
}

impl Tint {
    /// The names that a configuration may use, in the order of the variants.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("blue", Self::Blue),
        ("teal", Self::Teal),
        ("amber", Self::Amber),
        ("purple", Self::Purple),
        ("green", Self::Green),
        ("grey", Self::Grey),
        ("red", Self::Red),
    ];

    /// The tint of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, tint)| *tint)
    }

    /// Colour of icon and text.
    #[must_use]
    pub const fn ink(self, theme: &Theme) -> Color32 {
        let p = &theme.palette;
        match self {
            Self::Blue => p.blue,
            Self::Teal => p.teal_ink,
            Self::Amber => p.amber_ink,
            Self::Purple => p.purple_ink,
            Self::Green => p.green_ink,
            Self::Grey if theme.is_high_contrast() => p.line,
            Self::Grey => p.ink2,
            Self::Red => p.red_ink,
        }
    }

    /// Colour of the ground.
    #[must_use]
    pub const fn ground(self, theme: &Theme) -> Color32 {
        let p = &theme.palette;
        match self {
            Self::Blue => p.blue_tint,
            Self::Teal => p.teal_tint,
            Self::Amber => p.amber_tint,
            Self::Purple => p.purple_tint,
            Self::Green => p.green_tint,
            Self::Grey => p.key_fn,
            Self::Red => p.red_tint,
        }
    }
}
