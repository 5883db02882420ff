//! What really was painted in a frame: every text, where its letters are, and what was painted over it.

use egui::epaint::{ClippedShape, RectShape, TextShape};
use egui::{Color32, Rect, Shape, Vec2, vec2};

/// One text or icon as it was painted.
#[derive(Debug, Clone)]
pub struct Written {
    pub text: String,
    /// Where the letters of each line are.
    pub lines: Vec<Rect>,
    /// All lines together.
    pub ink: Rect,
    /// What could be seen of it at most.
    pub clip: Rect,
    /// Size of the letters in du.
    pub size: f32,
    /// It ends in "…" for want of room.
    pub cut_short: bool,
    /// Its place in the order of painting.
    pub order: usize,
}

impl Written {
    /// A field shows the end of a text that is too long for it: what can be seen of it, if that is its end.
    pub fn scrolled(&self) -> Option<Self> {
        let shown = |rect: &Rect| rect.intersect(self.clip);
        let scrolled = Self { lines: self.lines.iter().map(shown).collect(), ink: shown(&self.ink), ..self.clone() };
        let shows_end = (scrolled.ink.right() - self.ink.right()).abs() < 0.5;
        shows_end.then_some(scrolled)
    }

    /// Icons are letters of a face of their own.
    pub fn is_icon(&self) -> bool {
        self.text.chars().all(|c| ('\u{e000}'..='\u{f8ff}').contains(&c))
    }
}

/// A rectangle or disc as it was painted.
#[derive(Debug, Clone, Copy)]
pub struct Card {
    pub rect: Rect,
    pub order: usize,
}

/// Everything that was painted, from the back to the front.
#[derive(Debug, Default)]
pub struct Painted {
    pub texts: Vec<Written>,
    pub cards: Vec<Card>,
    count: usize,
}

impl Painted {
    /// What stands in the shapes of a frame, within the last thing that covers the whole `window`.
    pub fn of(shapes: &[ClippedShape], window: Rect) -> Self {
        let mut painted = Self::default();
        for clipped in shapes {
            painted.add(&clipped.shape, clipped.clip_rect, window);
        }
        painted
    }

    fn add(&mut self, shape: &Shape, clip: Rect, window: Rect) {
        self.count += 1;
        match shape {
            Shape::Vec(shapes) => {
                for shape in shapes {
                    self.add(shape, clip, window);
                }
            }
            Shape::Rect(rect) => self.add_rect(rect, clip, window),
            Shape::Circle(circle) => {
                let rect = Rect::from_center_size(circle.center, Vec2::splat(2.0 * circle.radius));
                self.cards.push(Card { rect, order: self.count });
            }
            Shape::Text(text) => self.add_text(text, clip),
            _ => {}
        }
    }

    fn add_rect(&mut self, shape: &RectShape, clip: Rect, window: Rect) {
        if shape.rect.intersect(clip).contains_rect(window.shrink(1.0)) {
            // The ground, or a scrim: what is below it is not to be read any more.
            self.texts.clear();
            self.cards.clear();
        } else if shape.fill != Color32::TRANSPARENT || shape.stroke.width > 0.0 {
            self.cards.push(Card { rect: shape.rect, order: self.count });
        }
    }

    fn add_text(&mut self, shape: &TextShape, clip: Rect) {
        let rows = shape.galley.rows.iter().filter(|row| !row.row.visuals.mesh_bounds.is_negative());
        let lines: Vec<Rect> =
            rows.map(|row| row.row.visuals.mesh_bounds.translate(row.pos.to_vec2() + shape.pos.to_vec2())).collect();
        let Some(ink) = lines.iter().copied().reduce(Rect::union) else { return };
        let size = shape.galley.job.sections.iter().map(|s| s.format.font_id.size).fold(f32::INFINITY, f32::min);
        self.texts.push(Written {
            text: shape.galley.job.text.clone(),
            lines,
            ink,
            clip,
            size,
            cut_short: shape.galley.elided,
            order: self.count,
        });
    }

    /// The texts that nothing was painted over.
    pub fn seen(&self) -> impl Iterator<Item = &Written> {
        self.texts.iter().filter(|text| !self.is_covered(text))
    }

    /// Whether something was painted over the whole of it.
    fn is_covered(&self, text: &Written) -> bool {
        self.cards.iter().any(|card| card.order > text.order && card.rect.expand(1.0).contains_rect(text.ink))
    }

    /// What the text stands on: the last thing below it that is no mere mark behind some of its words.
    pub fn below(&self, text: &Written) -> Option<Card> {
        let is_mark = |card: &Card| text.ink.expand2(vec2(16.0, 16.0)).contains_rect(card.rect);
        let below = self.cards.iter().rev().filter(|card| card.order < text.order && !is_mark(card));
        below.into_iter().find(|card| card.rect.contains(text.ink.center())).copied()
    }

    /// What was painted after the text.
    pub fn above(&self, text: &Written) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.order > text.order)
    }
}
