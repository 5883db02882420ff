//! The look of printed reports: margins, sizes of type, and the colours that stand for each ink on paper.
//!
//! Paper has its own measures and colours; the screen's are in `ui/theme.rs`, and the preview paints inks with those.

use crate::domain::report::{Face, Ink};

/// Left and right margin in points.
pub(super) const SIDE: f32 = 42.0;
/// Upper margin.
pub(super) const TOP: f32 = 40.0;
/// Where the running text must end.
pub(super) const BOTTOM: f32 = 792.0;
/// The base line of the page number.
pub(super) const FOOT: f32 = 814.0;
/// Side of the emblem.
pub(super) const EMBLEM: f32 = 46.0;
/// Between the emblem and the lines beside it.
pub(super) const EMBLEM_GAP: f32 = 12.0;
/// Height of a plot, its labels not counted.
pub(super) const PLOT: f32 = 118.0;
/// Between two parts.
pub(super) const GAP: f32 = 16.0;
/// Room within a cell, left and right, and above and below.
pub(super) const CELL: (f32, f32) = (5.0, 2.6);
/// Thickness of rules.
pub(super) const HAIR: f32 = 0.6;

/// A style of type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// Points.
    pub size: f32,
    /// Weight.
    pub face: Face,
    /// Colour.
    pub ink: Ink,
}

impl Style {
    const fn new(size: f32, face: Face, ink: Ink) -> Self {
        Self { size, face, ink }
    }

    /// From one base line to the next.
    pub(super) fn leading(self) -> f32 {
        self.size * 1.32
    }

    /// From the top of a line to its base line.
    pub(super) fn rise(self) -> f32 {
        self.size * 1.02
    }
}

pub(super) const HEAD_NAME: Style = Style::new(12.0, Face::Heavy, Ink::Text);
pub(super) const HEAD: Style = Style::new(9.0, Face::Medium, Ink::Second);
pub(super) const TITLE: Style = Style::new(16.0, Face::Heavy, Ink::Text);
pub(super) const SUBTITLE: Style = Style::new(9.5, Face::Medium, Ink::Second);
pub(super) const TABLE_TITLE: Style = Style::new(10.5, Face::Bold, Ink::Text);
pub(super) const COLUMN: Style = Style::new(7.8, Face::Bold, Ink::Text);
pub(super) const BODY: Style = Style::new(8.4, Face::Medium, Ink::Text);
pub(super) const SUM: Style = Style::new(8.4, Face::Bold, Ink::Text);
pub(super) const SENTENCE: Style = Style::new(9.5, Face::Medium, Ink::Text);
pub(super) const SMALL: Style = Style::new(7.8, Face::Medium, Ink::Second);
pub(super) const SIGN: Style = Style::new(9.5, Face::Medium, Ink::Text);

/// Red, green and blue of an ink on paper: the colours of the design's tokens.
pub(super) const fn rgb(ink: Ink) -> [u8; 3] {
    match ink {
        Ink::Text => [0x0E, 0x1B, 0x3D],
        Ink::Second => [0x3A, 0x47, 0x67],
        Ink::Line => [0xD3, 0xDC, 0xEE],
        Ink::Tint => [0xE6, 0xED, 0xFC],
        Ink::Night => [0x0F, 0x1F, 0x4F],
        Ink::Bar => [0x1C, 0x3F, 0xAA],
    }
}
