//! Pills: a word with an icon on a tint. They say something and are never touched.

use egui::{Painter, Rect, Ui, pos2, vec2};

use super::paint::{Face, icon as paint_icon};
use super::text::{Text, name_text};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::{Font, Tint, Type};

/// A word with an icon on a tint.
#[derive(Debug, Clone, Copy)]
pub struct Pill<'a> {
    /// What it says.
    pub text: &'a str,
    /// Its icon, if it has one.
    pub icon: Option<Icon>,
    /// Its colours.
    pub tint: Tint,
    /// Large (54 du high, for the visitor's status) or small (44 du, inside of tiles).
    pub large: bool,
}

impl<'a> Pill<'a> {
    /// A large pill.
    #[must_use]
    pub const fn large(text: &'a str, icon: Option<Icon>, tint: Tint) -> Self {
        Self { text, icon, tint, large: true }
    }

    /// A small pill.
    #[must_use]
    pub const fn small(text: &'a str, icon: Option<Icon>, tint: Tint) -> Self {
        Self { text, icon, tint, large: false }
    }

    fn font(&self, kit: &Kit) -> Font {
        if self.large { kit.sized(Type::BodyStrong, 24.0) } else { kit.sized(Type::CaptionStrong, 22.0) }
    }

    /// Padding, icon size and the gap between icon and text.
    fn measures(&self) -> (f32, f32, f32) {
        if self.large { (24.0, 32.0, 10.0) } else { (20.0, 26.0, 10.0) }
    }
}

/// The width that it needs, in du.
#[must_use]
pub fn pill_width(painter: &Painter, kit: &Kit, pill: &Pill<'_>) -> f32 {
    let (padding, icon, gap) = pill.measures();
    let words = Text::new(pill.text, pill.font(kit), kit.theme.palette.ink).measure(painter, f32::INFINITY).x;
    (words + 2.0 * padding + if pill.icon.is_some() { icon + gap } else { 0.0 }).ceil()
}

/// Paints it into `rect`, without a name of its own (inside of another widget).
pub fn pill(painter: &Painter, kit: &Kit, rect: Rect, pill: &Pill<'_>) {
    let edge = if kit.theme.is_high_contrast() { 3.0 } else { 0.0 };
    let ink = pill.tint.ink(&kit.theme);
    Face::filled(pill.tint.ground(&kit.theme), rect.height() / 2.0)
        .outlined(edge, kit.theme.palette.line)
        .paint(painter, rect, 0.0);
    let (padding, size, gap) = pill.measures();
    let mut left = rect.left() + padding;
    if let Some(glyph) = pill.icon {
        paint_icon(
            painter,
            Rect::from_center_size(pos2(left + size / 2.0, rect.center().y), vec2(size, size)),
            glyph,
            size,
            ink,
        );
        left += size + gap;
    }
    let room = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.right() - padding + 1.0, rect.bottom()));
    Text::new(pill.text, pill.font(kit), ink).paint(painter, room);
}

/// Paints it with its right edge at `right` and its top at `top`, named for assistive software. Returns its place.
pub fn pill_at(ui: &Ui, kit: &Kit, right: f32, top: f32, what: &Pill<'_>) -> Rect {
    let width = pill_width(ui.painter(), kit, what);
    let high = if what.large { 54.0 } else { 44.0 };
    let rect = Rect::from_min_size(pos2(right - width, top), vec2(width, high));
    pill(ui.painter(), kit, rect, what);
    name_text(ui, rect, what.text);
    rect
}
