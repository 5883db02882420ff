//! A page as a list of things to paint. The PDF and the panel's preview paint the same list, so that what is seen is
//! what is printed. One unit is a point (1/72 inch); the origin is the upper left corner.

/// Width and height of a sheet of A4 in points.
pub const A4: (f32, f32) = (595.28, 841.89);

/// A weight of the one family of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Weight 500.
    Medium,
    /// Weight 700.
    Bold,
    /// Weight 800.
    Heavy,
}

/// A colour by its meaning; each painter knows its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Main text.
    Text,
    /// Secondary text.
    Second,
    /// Rules between rows.
    Line,
    /// The ground of headings.
    Tint,
    /// The rule under the letterhead.
    Night,
    /// Bars.
    Bar,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

/// One thing to paint.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A line of text, beginning at `x`.
    Text {
        /// Left end.
        x: f32,
        /// Base line.
        y: f32,
        /// Width that the layout reckoned with.
        w: f32,
        /// Size of type.
        size: f32,
        /// Weight.
        face: Face,
        /// Colour.
        ink: Ink,
        /// The words.
        text: String,
    },
    /// A filled rectangle.
    Fill(Rect, Ink),
    /// The outline of a rectangle, one hairline wide.
    Outline(Rect, Ink),
    /// The emblem of the letterhead.
    Emblem(Rect),
}

/// One sheet of A4.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// In painting order.
    pub items: Vec<Item>,
}
