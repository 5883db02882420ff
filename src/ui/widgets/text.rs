//! Text in a rectangle: wrapped, never more lines than asked, never clipped.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Color32, Galley, Id, Painter, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::ui::theme::Font;

/// How much smaller the next try is, when a text does not fit.
const SHRINK: f32 = 0.96;
/// From the top of the tallest letter to the foot of the deepest, in sizes.
const LETTERS: f32 = 1.0;

/// A text to be laid out in a rectangle.
///
/// It wraps between words into at most [`lines`](Text::lines) lines. When that is not enough it shrinks, down to
/// the style's smallest size; only a text that is absurdly long even then ends in "…".
/// A last line of one single word is avoided where another break gives it company.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    words: &'a str,
    font: Font,
    color: Color32,
    align: Align2,
    lines: usize,
}

impl<'a> Text<'a> {
    /// One line, left and vertically centred.
    #[must_use]
    pub const fn new(text: &'a str, font: Font, color: Color32) -> Self {
        Self { words: text, font, color, align: Align2::LEFT_CENTER, lines: 1 }
    }

    /// At most that many lines.
    #[must_use]
    pub const fn lines(mut self, lines: usize) -> Self {
        self.lines = lines;
        self
    }

    /// Where the text stands in its rectangle.
    #[must_use]
    pub const fn align(mut self, align: Align2) -> Self {
        self.align = align;
        self
    }

    /// In the middle of its rectangle.
    #[must_use]
    pub const fn centered(self) -> Self {
        self.align(Align2::CENTER_CENTER)
    }

    /// From the top left corner of its rectangle.
    #[must_use]
    pub const fn top(self) -> Self {
        self.align(Align2::LEFT_TOP)
    }

    /// Right and vertically centred.
    #[must_use]
    pub const fn right(self) -> Self {
        self.align(Align2::RIGHT_CENTER)
    }

    /// Paints it, for text inside of a widget that has its own name. Returns where it stands.
    pub fn paint(&self, painter: &Painter, rect: Rect) -> Rect {
        let galley = self.fit(painter, rect.size());
        let (place, pos) = self.place(&galley, rect);
        painter.galley(pos, galley, self.color);
        place
    }

    /// Paints it and gives it a name that assistive software reads. The response's rectangle is where it stands.
    pub fn show(&self, ui: &Ui, rect: Rect) -> Response {
        let place = self.paint(ui.painter(), rect);
        name_text(ui, place, self.words)
    }

    /// Width and height in du that it takes within that width.
    #[must_use]
    pub fn measure(&self, painter: &Painter, width: f32) -> Vec2 {
        self.fit(painter, vec2(width, f32::INFINITY)).size()
    }

    fn place(&self, galley: &Galley, rect: Rect) -> (Rect, Pos2) {
        let size = galley.size();
        let place = self.align.align_size_within_rect(size, rect);
        let x = match self.align.x() {
            Align::Min => place.left(),
            Align::Center => place.center().x,
            Align::Max => place.right(),
        };
        (place, Pos2::new(x, place.top()))
    }

    fn fit(&self, painter: &Painter, room: Vec2) -> Arc<Galley> {
        let mut size = self.font.size;
        loop {
            let galley = self.lay_out(painter, room.x, size, usize::MAX);
            let smallest = size <= self.font.smallest;
            if self.fits(&galley, size, room) {
                return company(galley, |width| self.lay_out(painter, width, size, usize::MAX));
            }
            if smallest {
                return self.lay_out(painter, room.x, size, self.lines);
            }
            size = (size * SHRINK).max(self.font.smallest);
        }
    }

    fn fits(&self, galley: &Galley, size: f32, room: Vec2) -> bool {
        // The line box may be taller than its room, as long as the letters in it are not.
        let line = self.font.line_height() / self.font.size * size;
        let letters = galley.size().y - line + size * LETTERS;
        galley.rows.len() <= self.lines
            && galley.size().x <= room.x + 0.5
            && letters <= room.y + 0.5
            && !splits_a_word(galley)
    }

    fn lay_out(&self, painter: &Painter, width: f32, size: f32, max_rows: usize) -> Arc<Galley> {
        let font = self.font.sized(size);
        let wrap_width = if self.lines == 1 && max_rows > 1 { f32::INFINITY } else { width };
        painter.layout_job(LayoutJob {
            wrap: TextWrapping { max_width: wrap_width, max_rows, ..TextWrapping::default() },
            halign: self.align.x(),
            ..LayoutJob::single_section(
                self.words.to_owned(),
                TextFormat {
                    font_id: font.id(),
                    extra_letter_spacing: font.tracking,
                    line_height: Some(font.line_height()),
                    color: self.color,
                    ..TextFormat::default()
                },
            )
        })
    }
}

/// Narrows the lines so that the last one is not a single word, as long as that costs no further line.
fn company(galley: Arc<Galley>, lay_out: impl Fn(f32) -> Arc<Galley>) -> Arc<Galley> {
    let rows = galley.rows.len();
    let words: usize = (0..rows).map(|row| words_in(&galley, row)).sum();
    if rows < 2 || words < rows * 2 || words_in(&galley, rows - 1) > 1 {
        return galley;
    }
    let mut width = galley.size().x;
    for _ in 0..8 {
        width *= 0.94;
        let narrower = lay_out(width);
        if narrower.rows.len() > rows || splits_a_word(&narrower) {
            break;
        }
        if words_in(&narrower, rows - 1) > 1 {
            return narrower;
        }
    }
    galley
}

/// Paints two texts under each other, `gap` du apart, both together in the middle of the height of `rect`.
/// Returns where they stand.
pub fn paint_pair(painter: &Painter, rect: Rect, upper: &Text<'_>, lower: &Text<'_>, gap: f32) -> [Rect; 2] {
    let [high, low] = [upper, lower].map(|text| text.measure(painter, rect.width()).y);
    let share = ((rect.height() - gap) / (high + low)).min(1.0);
    let top = rect.center().y - f32::midpoint((high + low) * share, gap);
    let line = |top: f32, high: f32| Rect::from_min_size(Pos2::new(rect.left(), top), vec2(rect.width(), high));
    [upper.paint(painter, line(top, high * share)), lower.paint(painter, line(top + high * share + gap, low * share))]
}

fn words_in(galley: &Galley, row: usize) -> usize {
    galley.rows.get(row).map_or(0, |row| row.text().split_whitespace().count())
}

/// Did the wrapping have to break inside of a word?
fn splits_a_word(galley: &Galley) -> bool {
    galley.rows.windows(2).any(|pair| {
        let last = pair[0].glyphs.last().map(|glyph| glyph.chr);
        !pair[0].ends_with_newline && last.is_some_and(|c| !c.is_whitespace() && !"-/–—".contains(c))
    })
}

/// Gives the text painted at `place` a name for assistive software.
pub fn name_text(ui: &Ui, place: Rect, text: &str) -> Response {
    let id = ui.scope_id().with(("text", text)).with((place.min.x.to_bits(), place.min.y.to_bits()));
    name_at(ui, id, place, Role::Label, text)
}

pub(super) fn name_at(ui: &Ui, id: Id, place: Rect, role: Role, name: &str) -> Response {
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    response
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::TestRunner;

    use super::*;
    use crate::ui::kit::Kit;
    use crate::ui::theme::{Theme, Type};

    /// Lays texts out on a context of its own.
    fn laid_out<R>(theme: Theme, work: impl Fn(&Painter, &Kit) -> R) -> R {
        let ctx = egui::Context::default();
        let kit = Kit::install(&ctx, theme);
        let mut result = None;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0))),
            ..egui::RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| result = Some(work(ui.painter(), &kit)));
        output.textures_delta.clear();
        result.unwrap()
    }

    fn rows(text: &str, style: Type, lines: usize, room: Vec2) -> Vec<String> {
        laid_out(Theme::normal(), |painter, kit| {
            let galley = Text::new(text, kit.font(style), kit.theme.palette.ink).lines(lines).fit(painter, room);
            galley.rows.iter().map(|row| row.text().trim().to_owned()).collect()
        })
    }

    #[test]
    fn a_short_text_keeps_its_size_and_line() {
        assert_eq!(rows("Layanan anak", Type::LabelStrong, 2, vec2(362.0, 100.0)), ["Layanan anak"]);
    }

    #[test]
    fn a_single_last_word_gets_company() {
        let lines = rows("Nama Anda disimpan untuk buku pengunjung", Type::Body, 2, vec2(520.0, 90.0));
        assert_eq!(lines.len(), 2);
        assert!(lines[1].split_whitespace().count() > 1, "{lines:?}");
    }

    #[test]
    fn a_text_too_long_for_its_lines_shrinks_before_it_is_cut() {
        let lines = rows("Meminjam atau mengembalikan buku perpustakaan", Type::Title, 1, vec2(900.0, 70.0));
        assert_eq!(lines, ["Meminjam atau mengembalikan buku perpustakaan"]);
    }

    #[test]
    fn only_an_absurd_text_ends_in_dots() {
        let lines = rows(&"Panjang sekali ".repeat(40), Type::Heading, 2, vec2(300.0, 100.0));
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
    }

    #[test]
    fn a_text_never_leaves_its_rectangle_nor_takes_more_lines_than_asked() {
        let cases = (prop::collection::vec("[A-Za-z]{1,14}", 1..14), 180.0_f32..900.0, 1_u8..4);
        for theme in [Theme::normal(), Theme::high_contrast()] {
            laid_out(theme, |painter, kit| {
                let mut runner = TestRunner::new(ProptestConfig { cases: 40, ..ProptestConfig::default() });
                let checked = runner.run(&cases, |(words, width, lines)| {
                    for style in [Type::Title, Type::LabelStrong, Type::Body, Type::Caption] {
                        check(painter, kit.font(style), &words.join(" "), width, lines)?;
                    }
                    Ok(())
                });
                assert_eq!(checked, Ok(()));
            });
        }
    }

    fn check(painter: &Painter, font: Font, text: &str, width: f32, lines: u8) -> Result<(), TestCaseError> {
        let rect = Rect::from_min_size(Pos2::new(40.0, 40.0), vec2(width, font.line_height() * f32::from(lines)));
        let text = Text::new(text, font, egui::Color32::PLACEHOLDER).lines(usize::from(lines)).top();
        prop_assert!(text.fit(painter, rect.size()).rows.len() <= usize::from(lines));
        let place = text.paint(painter, rect);
        // egui rounds the height of each line to whole pixels.
        let room = Rect::from_min_max(rect.min, rect.max + vec2(0.6, f32::from(lines)));
        prop_assert!(room.contains_rect(place), "{:?} leaves {:?}", place, rect);
        Ok(())
    }
}
