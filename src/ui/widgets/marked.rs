//! Running text in which one part stands out.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Rect, Ui, pos2, vec2};

use super::paint::Face;
use super::text::{company, name_text};
use crate::ui::kit::Kit;
use crate::ui::theme::{Font, Weight};

/// How the part stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Bold on amber.
    Amber,
    /// Bold in that colour.
    Bold(Color32),
}

/// Space on both sides of an amber mark, in du.
const MARGIN: f32 = 10.0;

/// Paints `text` from the top left of `rect`; what stands between two `*` is marked. It wraps into at most `lines`
/// lines and shrinks as [`Text`](super::Text) does. Returns where it stands; assistive software reads it without `*`.
#[expect(clippy::too_many_arguments, reason = "a text, its look, and the part that differs")]
pub fn marked_text(
    ui: &Ui,
    kit: &Kit,
    rect: Rect,
    text: &str,
    font: Font,
    color: Color32,
    mark: Mark,
    lines: usize,
) -> Rect {
    let mut parts = text.splitn(3, '*');
    let [before, marked, after] = [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
    let mut size = font.size;
    let galley = loop {
        let lay_out = |width: f32| {
            ui.painter().layout_job(job(kit, [before, marked, after], font.sized(size), color, mark, width))
        };
        let galley = lay_out(rect.width());
        let fits = galley.rows.len() <= lines && galley.size().y <= rect.height() + 0.3 * size;
        if fits || size <= font.smallest {
            break company(galley, lay_out);
        }
        size = (size * 0.96).max(font.smallest);
    };
    if mark == Mark::Amber {
        let first = before.chars().count();
        for part in parts_of(&galley, first..first + marked.chars().count()) {
            let place = part.translate(rect.min.to_vec2()).expand2(vec2(MARGIN - 2.0, 0.0));
            Face::filled(kit.theme.palette.amber, 12.0).paint(ui.painter(), place, 0.0);
        }
    }
    let place = Rect::from_min_size(rect.min, galley.size());
    ui.painter().galley(rect.min, galley, color);
    name_text(ui, place, &text.replace('*', ""));
    place
}

fn job(kit: &Kit, parts: [&str; 3], font: Font, color: Color32, mark: Mark, width: f32) -> LayoutJob {
    let plain =
        TextFormat { font_id: font.id(), line_height: Some(font.line_height()), color, ..TextFormat::default() };
    let bold = font.weighted(Weight::Bold).id();
    let (space, ink) = match mark {
        Mark::Amber => (MARGIN, kit.theme.palette.on_amber),
        Mark::Bold(ink) => (0.0, ink),
    };
    let mut job = LayoutJob { wrap: TextWrapping::wrap_at_width(width), ..LayoutJob::default() };
    job.append(parts[0], 0.0, plain.clone());
    job.append(parts[1], space, TextFormat { font_id: bold, color: ink, ..plain.clone() });
    job.append(parts[2], space, plain);
    job
}

/// Where the characters of that range stand: one rectangle a line.
fn parts_of(galley: &Galley, range: Range<usize>) -> Vec<Rect> {
    let mut before = 0;
    let mut places = Vec::new();
    for row in &galley.rows {
        let from = range.start.saturating_sub(before).min(row.glyphs.len());
        let to = range.end.saturating_sub(before).min(row.glyphs.len());
        if let (true, Some(first), Some(last)) = (from < to, row.glyphs.get(from), row.glyphs.get(to.max(1) - 1)) {
            let x = row.pos.x;
            places.push(Rect::from_min_max(
                pos2(x + first.pos.x, row.min_y() + 1.0),
                pos2(x + last.max_x(), row.max_y() - 1.0),
            ));
        }
        before += row.glyphs.len() + usize::from(row.ends_with_newline);
    }
    places
}
