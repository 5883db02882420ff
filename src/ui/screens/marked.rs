//! A sentence of which some words are marked amber, as the number on the sample card is.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Galley, Painter, Pos2, Rect, Ui, Vec2, pos2};

use crate::ui::kit::Kit;
use crate::ui::theme::{Font, Type};
use crate::ui::widgets::{Face, name_text};

/// Room on both sides of the marked words, in du.
const PAD: f32 = 10.0;

/// A sentence in three parts; the middle one is marked.
pub(super) struct Marked<'a> {
    pub before: &'a str,
    pub mark: &'a str,
    pub after: &'a str,
}

impl Marked<'_> {
    /// Width and height that it takes within that width.
    pub fn measure(&self, painter: &Painter, kit: &Kit, width: f32) -> Vec2 {
        self.lay_out(painter, kit, width).size()
    }

    /// Paints it from the top left corner of `rect`, and names it for assistive software.
    pub fn show(&self, ui: &Ui, kit: &Kit, rect: Rect) {
        let galley = self.lay_out(ui.painter(), kit, rect.width());
        let place = Rect::from_min_size(rect.min, galley.size());
        for part in self.marks(&galley, rect.min) {
            Face::filled(kit.theme.palette.amber, PAD).paint(ui.painter(), part, 0.0);
        }
        ui.painter().galley(rect.min, galley, kit.theme.palette.ink2);
        name_text(ui, place, &format!("{} {} {}", self.before, self.mark, self.after));
    }

    /// Its last line is not a single word, where narrower lines give that word company.
    fn lay_out(&self, painter: &Painter, kit: &Kit, width: f32) -> Arc<Galley> {
        let galley = self.wrapped(painter, kit, width);
        let alone = |galley: &Galley| galley.rows.last().is_some_and(|row| !row.row.text().trim().contains(' '));
        let mut narrower = galley.clone();
        for step in 1_u8..=8 {
            if galley.rows.len() < 2 || !alone(&narrower) {
                break;
            }
            narrower = self.wrapped(painter, kit, width * (1.0 - 0.05 * f32::from(step)));
        }
        if narrower.rows.len() == galley.rows.len() { narrower } else { galley }
    }

    fn wrapped(&self, painter: &Painter, kit: &Kit, width: f32) -> Arc<Galley> {
        let p = &kit.theme.palette;
        let (plain, strong) = (kit.font(Type::Lead).sized(kit.font(Type::Body).size + 1.0), kit.font(Type::BodyStrong));
        let strong = Font { line: plain.line, ..strong.sized(plain.size) };
        let format = |font: Font, color| TextFormat {
            font_id: font.id(),
            line_height: Some(font.line_height()),
            color,
            ..TextFormat::default()
        };
        let mut job =
            LayoutJob { wrap: TextWrapping { max_width: width, ..TextWrapping::default() }, ..LayoutJob::default() };
        job.append(&format!("{} ", self.before), 0.0, format(plain, p.ink2));
        job.append(self.mark, PAD, format(strong, p.on_amber));
        job.append(&format!(" {}", self.after), PAD, format(plain, p.ink2));
        painter.layout_job(job)
    }

    /// The rectangles behind the marked words, one a line.
    fn marks(&self, galley: &Galley, at: Pos2) -> Vec<Rect> {
        let from = self.before.chars().count() + 1;
        let marked = from..from + self.mark.chars().count();
        let mut index = 0;
        let mut rects = Vec::new();
        for row in &galley.rows {
            let mut span: Option<(f32, f32)> = None;
            for glyph in &row.row.glyphs {
                if marked.contains(&index) && !glyph.chr.is_whitespace() {
                    let (left, right) = (glyph.pos.x, glyph.pos.x + glyph.advance_width);
                    span = Some(span.map_or((left, right), |(first, _)| (first, right)));
                }
                index += 1;
            }
            if let Some((left, right)) = span {
                let top = at.y + row.pos.y;
                let x = at.x + row.pos.x;
                rects.push(Rect::from_min_max(
                    pos2(x + left - PAD, top + 1.0),
                    pos2(x + right + PAD, top + row.row.size.y - 1.0),
                ));
            }
        }
        rects
    }
}
