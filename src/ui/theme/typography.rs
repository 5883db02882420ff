//! Type styles: Plus Jakarta Sans in three weights, at the sizes of the design tokens.

use egui::{FontFamily, FontId};

/// A static weight of the text face. Each is a font family of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 500: running text.
    Medium,
    /// 700: labels and keys.
    Bold,
    /// 800: titles and numbers.
    Extra,
}

impl Weight {
    /// The name under which [`fonts`](crate::ui::fonts) registers this weight.
    #[must_use]
    pub const fn family_name(self) -> &'static str {
        match self {
            Self::Medium => "text-500",
            Self::Bold => "text-700",
            Self::Extra => "text-800",
        }
    }

    /// The font family of this weight.
    #[must_use]
    pub fn family(self) -> FontFamily {
        FontFamily::Name(self.family_name().into())
    }
}

/// A named style of the design tokens. [`Theme::font`](super::Theme::font) turns it into sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// 76: Scan your card, Thank you.
    Display,
    /// 60: the title of a screen.
    Title,
    /// 52: the title of a screen with a form.
    TitleForm,
    /// 132: the assigned seat.
    NumberXl,
    /// 92: the seconds in a countdown.
    Countdown,
    /// 68: the number of a card.
    NumberL,
    /// 38: the name of a tile.
    Heading,
    /// 34, extra bold: purpose tiles, the answer of a question.
    LabelStrong,
    /// 32, bold: buttons, checklist.
    Label,
    /// 58: keys of the keypad.
    KeypadKey,
    /// 38: keys of the keyboard.
    KeyboardKey,
    /// 36: the text in a narrow field.
    Field,
    /// 44: the text in a wide field.
    FieldLarge,
    /// 36: a button that does the final thing (112 du high and more).
    LabelFinal,
    /// 31: the sentence below a title.
    Lead,
    /// 27: everything else that a visitor reads.
    Body,
    /// 27, bold: a word that stands out in running text, chips, pills.
    BodyStrong,
    /// 23: date, address, short description.
    Caption,
    /// 24: the description on a small tile.
    CaptionLarge,
    /// 23, bold: small pills.
    CaptionStrong,
    /// 38: title of a staff page.
    StaffTitle,
    /// 22: title of a staff card.
    StaffCard,
    /// 20: staff text.
    StaffBody,
    /// 18: the smallest staff text.
    StaffCaption,
}

/// A type style with its measures, ready to be laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Size in du.
    pub size: f32,
    /// Distance of two base lines, as a multiple of `size`.
    pub line: f32,
    /// Weight of the face.
    pub weight: Weight,
    /// Extra space between letters, in du.
    pub tracking: f32,
    /// The size below which [`text`](crate::ui::widgets::text) never shrinks this style, in du.
    pub smallest: f32,
}

/// Nothing that a visitor reads is smaller, in du.
pub const SMALLEST_VISITOR: f32 = 22.0;
/// Nothing that staff read is smaller, in du.
pub const SMALLEST_STAFF: f32 = 18.0;

impl Font {
    const fn new(size: f32, line: f32, weight: Weight, tracking: f32) -> Self {
        Self { size, line, weight, tracking, smallest: SMALLEST_VISITOR }
    }

    const fn staff(size: f32, line: f32, weight: Weight) -> Self {
        Self { size, line, weight, tracking: 0.0, smallest: SMALLEST_STAFF }
    }

    /// The same style at another size in du (line height and tracking follow).
    #[must_use]
    pub fn sized(mut self, size: f32) -> Self {
        self.tracking *= size / self.size;
        self.smallest = self.smallest.min(size);
        self.size = size;
        self
    }

    /// The same style in another weight.
    #[must_use]
    pub const fn weighted(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    /// egui's name of this font.
    #[must_use]
    pub fn id(&self) -> FontId {
        FontId::new(self.size, self.weight.family())
    }

    /// Distance of two base lines in du.
    #[must_use]
    pub fn line_height(&self) -> f32 {
        self.size * self.line
    }
}

/// The style at its usual size.
pub(super) const fn normal(style: Type) -> Font {
    use Weight::{Bold, Extra, Medium};
    match style {
        Type::Display => Font::new(76.0, 1.08, Extra, -2.0),
        Type::Title => Font::new(60.0, 1.12, Extra, -1.2),
        Type::TitleForm => Font::new(52.0, 1.12, Extra, -1.2),
        Type::NumberXl => Font::new(132.0, 1.1, Extra, -2.0),
        Type::Countdown => Font::new(92.0, 1.1, Extra, -1.0),
        Type::NumberL => Font::new(68.0, 1.15, Extra, 0.0),
        Type::Heading => Font::new(38.0, 1.2, Extra, -0.5),
        Type::LabelStrong => Font::new(34.0, 1.2, Extra, -0.4),
        Type::Label => Font::new(32.0, 1.2, Bold, 0.0),
        Type::KeypadKey => Font::new(58.0, 1.2, Bold, 0.0),
        Type::KeyboardKey => Font::new(38.0, 1.2, Bold, 0.0),
        Type::FieldLarge => Font::new(44.0, 1.2, Bold, 0.0),
        Type::Field | Type::LabelFinal => Font::new(36.0, 1.2, Bold, 0.0),
        Type::Lead => Font::new(31.0, 1.4, Medium, 0.0),
        Type::Body => Font::new(27.0, 1.4, Medium, 0.0),
        Type::BodyStrong => Font::new(27.0, 1.2, Bold, 0.0),
        Type::Caption => Font::new(23.0, 1.35, Medium, 0.0),
        Type::CaptionLarge => Font::new(24.0, 1.35, Medium, 0.0),
        Type::CaptionStrong => Font::new(23.0, 1.2, Bold, 0.0),
        Type::StaffTitle => Font::staff(38.0, 1.2, Extra),
        Type::StaffCard => Font::staff(22.0, 1.25, Bold),
        Type::StaffBody => Font::staff(20.0, 1.35, Medium),
        Type::StaffCaption => Font::staff(18.0, 1.3, Medium),
    }
}

/// How much larger text is in large-text mode.
pub(super) const LARGER: f32 = 1.3;

/// The style in large-text mode: the sizes that the tokens give, else 1.3 times the usual one.
pub(super) fn large(style: Type) -> Font {
    let font = normal(style);
    let size = match style {
        Type::Title => 78.0,
        Type::Heading => 54.0,
        Type::Body | Type::BodyStrong => 36.0,
        Type::StaffTitle | Type::StaffCard | Type::StaffBody | Type::StaffCaption => font.size,
        _ => (font.size * LARGER).round(),
    };
    font.sized(size)
}
