//! Texts under each other that share one room: when they do not fit, all of them take smaller letters alike.

use egui::{Color32, Rect, Ui, pos2, vec2};

use crate::ui::icons::Icon;
use crate::ui::theme::{SMALLEST_VISITOR, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Text, icon, name_text};

/// One text of the column; an empty one takes no room.
pub(super) struct Line<'a> {
    text: &'a str,
    style: Type,
    ink: Color32,
    gap: f32,
    picture: Option<(Icon, Color32)>,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str, style: Type, ink: Color32) -> Self {
        Self { text, style, ink, gap: 0.0, picture: None }
    }

    /// That many du below it.
    pub(super) fn gap(self, gap: f32) -> Self {
        Self { gap, ..self }
    }

    /// With an icon before it.
    pub(super) fn pictured(self, glyph: Icon, ink: Color32) -> Self {
        Self { picture: Some((glyph, ink)), ..self }
    }

    fn laid(&self, view: &View<'_>, share: f32) -> Text<'a> {
        let font = view.kit.font(self.style);
        Text::new(self.text, font.sized((font.size * share).max(SMALLEST_VISITOR)), self.ink).lines(6).top()
    }

    fn indent(&self) -> f32 {
        if self.picture.is_some() { 44.0 } else { 0.0 }
    }
}

/// Paints the lines from the top of `room`.
pub(super) fn column(ui: &Ui, view: &View<'_>, room: Rect, lines: &[Line<'_>]) {
    let lines: Vec<&Line<'_>> = lines.iter().filter(|line| !line.text.is_empty()).collect();
    let highs = |share: f32| -> Vec<f32> {
        let high = |line: &&Line<'_>| line.laid(view, share).measure(ui.painter(), room.width() - line.indent()).y;
        lines.iter().map(high).collect()
    };
    let gaps: f32 = lines.iter().map(|line| line.gap).sum();
    let shares = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4];
    let fits = |share: &f32| highs(*share).iter().sum::<f32>() + gaps <= room.height();
    let share = shares.into_iter().find(|share| fits(share)).unwrap_or(0.4);
    let mut top = room.top();
    for (line, high) in lines.iter().zip(highs(share)) {
        let place = Rect::from_min_max(pos2(room.left() + line.indent(), top), pos2(room.right(), top + high));
        if let Some((glyph, ink)) = line.picture {
            let square = Rect::from_min_size(pos2(room.left(), top + 1.0), vec2(30.0, 30.0));
            icon(ui.painter(), square, glyph, 30.0, ink);
        }
        let painted = line.laid(view, share).paint(ui.painter(), place);
        name_text(ui, painted, &line.text.replace('\n', ""));
        top += high + line.gap;
    }
}
