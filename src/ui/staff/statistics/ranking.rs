//! A list of counts with a bar below each: touched anywhere, the row there is told.

use egui::{Color32, Rect, Ui, pos2, vec2};

use super::plan::{count, measure};
use super::scene::Scene;
use crate::domain::report::Tally;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, name_text};

/// One row.
pub(super) struct Row {
    /// Its picture.
    pub icon: Option<Icon>,
    /// What is counted.
    pub label: String,
    /// What the bar shows, and the number where nothing else is written.
    pub shown: u64,
    /// Written in the number's place.
    pub figure: Option<String>,
    /// What a whole bar stands for; without it the longest one is whole.
    pub whole: Option<u64>,
    /// The exact figures as they are told.
    pub said: String,
}

impl Row {
    /// Entries and people of the book; the bar shows people.
    pub(super) fn of(scene: &Scene<'_>, label: String, tally: Tally) -> Self {
        let said = scene.told(&label, tally);
        Self { icon: None, label, shown: tally.people, figure: None, whole: None, said }
    }
}

/// A row that was touched.
#[derive(Clone, Copy)]
pub(super) struct Touched {
    pub at: usize,
    /// With a finger on the row itself; the keyboard goes from row to row.
    pub finger: bool,
}

/// A row is no lower than this, else the last ones are summed up in a line.
const LEAST: f32 = 28.0;
/// From this height on a row has a bar.
const WITH_BAR: f32 = 32.0;
const MOST: f32 = 52.0;

/// Paints the rows and says which one was touched.
pub(super) fn ranking(
    ui: &Ui,
    scene: &Scene<'_>,
    rect: Rect,
    name: &str,
    rows: &[Row],
    told: Option<usize>,
) -> Option<Touched> {
    let p = scene.palette();
    let touch = Target::button(name).sense(ui, scene.kit(), rect);
    let fit = whole(rect.height() / LEAST);
    let shown = if rows.len() <= fit { rows.len() } else { fit.saturating_sub(1) };
    let lines = if shown < rows.len() { shown + 1 } else { shown };
    let high = (rect.height() / count(lines.max(1))).min(MOST);
    let most = rows.iter().map(|row| row.shown).max().unwrap_or(0).max(1);
    let line =
        |at: usize| Rect::from_min_size(pos2(rect.left(), rect.top() + count(at) * high), vec2(rect.width(), high));
    for (at, row) in rows.iter().take(shown).enumerate() {
        let place = line(at);
        if told == Some(at) {
            Face::filled(p.blue_tint, 10.0).paint(ui.painter(), place.expand2(vec2(8.0, -1.0)), 0.0);
        }
        one(ui, scene, place, row, measure(row.shown) / measure(row.whole.unwrap_or(most).max(1)));
        name_text(ui, place, &row.said);
    }
    if shown < rows.len() {
        let more = scene.words().with("stats-more", &[("n", (rows.len() - shown).to_string())]);
        Text::new(&more, scene.kit().font(Type::StaffCaption), p.ink2).show(ui, line(shown));
    }
    focus_ring(ui, scene.kit(), rect, 10.0, &touch);
    if !touch.clicked() || shown == 0 {
        return None;
    }
    Some(match touch.response.interact_pointer_pos() {
        Some(pos) => Touched { at: whole((pos.y - rect.top()) / high).min(shown - 1), finger: true },
        None => Touched { at: told.map_or(0, |told| (told + 1) % shown), finger: false },
    })
}

fn one(ui: &Ui, scene: &Scene<'_>, place: Rect, row: &Row, part: f32) {
    let p = scene.palette();
    let bar = if place.height() >= WITH_BAR { 5.0 } else { 0.0 };
    let words = Rect::from_min_max(place.min, pos2(place.right(), place.bottom() - bar));
    let font = scene.kit().font(Type::StaffBody);
    let number = row.figure.clone().unwrap_or_else(|| scene.words().number(row.shown));
    let number = Text::new(&number, font.weighted(Weight::Bold), p.ink).right();
    let needs = number.measure(ui.painter(), f32::INFINITY).x;
    number.paint(ui.painter(), words);
    let mut left = words.left();
    if let Some(glyph) = row.icon {
        let square = Rect::from_center_size(pos2(left + 11.0, words.center().y), vec2(22.0, 22.0));
        icon(ui.painter(), square, glyph, 22.0, p.blue);
        left += 32.0;
    }
    let room = Rect::from_min_max(pos2(left, words.top()), pos2(words.right() - needs - 12.0, words.bottom()));
    Text::new(&row.label, font, p.ink).paint(ui.painter(), room);
    if bar > 0.0 {
        let track = Rect::from_min_max(pos2(place.left(), place.bottom() - bar), pos2(place.right(), place.bottom()));
        filled(ui, track, p.well);
        if row.shown > 0 {
            filled(ui, track.with_max_x(track.left() + (track.width() * part).max(bar)), p.blue);
        }
    }
}

fn filled(ui: &Ui, rect: Rect, color: Color32) {
    Face::filled(color, rect.height() / 2.0).paint(ui.painter(), rect, 0.0);
}

/// How many whole ones there are in it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
pub(super) fn whole(measure: f32) -> usize {
    measure.max(0.0) as usize
}
