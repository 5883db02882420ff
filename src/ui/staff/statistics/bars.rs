//! Upright bars over a line of names: touched anywhere, the bar there is told.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::plan::{count, measure};
use super::scene::Scene;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{Face, Target, Text, focus_ring, name_text};

/// One bar.
pub(super) struct Bar {
    /// What stands below it.
    pub label: String,
    /// Its height.
    pub value: u64,
    /// What is usual there: a dashed outline.
    pub usual: Option<u64>,
    /// It stands for now.
    pub current: bool,
    /// Its exact figures, for assistive software.
    pub name: String,
}

const LABELS: f32 = 28.0;
const ABOVE: f32 = 28.0;

/// Paints the bars and says which one was touched. `name` is that of the whole, `told` the bar that is told.
pub(super) fn bars(
    ui: &Ui,
    scene: &Scene<'_>,
    rect: Rect,
    name: &str,
    bars: &[Bar],
    told: Option<usize>,
) -> Option<usize> {
    let p = scene.palette();
    let caption = scene.kit().font(Type::StaffCaption);
    let highest = bars.iter().map(|bar| bar.value.max(bar.usual.unwrap_or(0))).max().unwrap_or(0);
    let step = step(highest);
    let top = highest.div_ceil(step).max(1) * step;
    let axis = scene.words().number(top);
    let axis = Text::new(&axis, caption, p.ink2).measure(ui.painter(), f32::INFINITY).x + 14.0;
    let plot =
        Rect::from_min_max(pos2(rect.left() + axis, rect.top() + ABOVE), pos2(rect.right(), rect.bottom() - LABELS));
    let y = |value: u64| plot.bottom() - plot.height() * measure(value) / measure(top);

    let touch = Target::button(name).sense(ui, scene.kit(), rect);
    for line in 0..=top / step {
        let at = y(line * step);
        ui.painter().hline(plot.x_range(), at, Stroke::new(1.5, p.line));
        let place = Rect::from_min_max(pos2(rect.left(), at - 14.0), pos2(plot.left() - 12.0, at + 14.0));
        Text::new(&scene.words().number(line * step), caption, p.ink2).right().show(ui, place);
    }
    let pitch = plot.width() / count(bars.len().max(1));
    let wide = (pitch * 0.64).min(64.0);
    let column =
        |at: usize| Rect::from_min_size(pos2(plot.left() + count(at) * pitch, rect.top()), vec2(pitch, rect.height()));
    let room = widest(ui.painter(), scene, bars) + 8.0;
    // Names that would touch each other are left out, every second or third one stays.
    let every = (1..=bars.len().max(1)).find(|every| room <= pitch * count(*every)).unwrap_or(1);
    for (at, bar) in bars.iter().enumerate() {
        let column = column(at);
        let middle = column.center().x;
        let shape = |value: u64| {
            Rect::from_min_max(pos2(middle - wide / 2.0, y(value)), pos2(middle + wide / 2.0, plot.bottom()))
        };
        let usual = bar.usual.unwrap_or(0);
        if usual > bar.value {
            // What fewer people came than usual stands above the bar.
            dashed(ui.painter(), Rect::from_min_max(shape(usual).min, shape(bar.value).right_top()), p.edge);
        }
        if bar.value > 0 {
            let color = if bar.current { p.amber } else { p.blue };
            Face::filled(color, (wide * 0.16).min(10.0)).paint(ui.painter(), shape(bar.value), 0.0);
        }
        if told == Some(at) {
            let around = shape(bar.value.max(1)).expand(4.0);
            Face::filled(Color32::TRANSPARENT, 12.0).outlined(3.0, p.ink).paint(ui.painter(), around, 0.0);
        }
        let figure = scene.words().number(bar.value);
        let figure = Text::new(&figure, caption.weighted(Weight::Bold), p.ink);
        let needs = figure.measure(ui.painter(), f32::INFINITY);
        if bar.value > 0 && needs.x + 4.0 <= pitch {
            let lift = if told == Some(at) { 6.0 } else { 2.0 };
            let place = Rect::from_center_size(
                pos2(middle, y(bar.value.max(usual)) - lift - needs.y / 2.0),
                vec2(pitch, needs.y),
            );
            figure.centered().paint(ui.painter(), place);
        }
        if at % every == 0 {
            let below = Rect::from_center_size(pos2(middle, rect.bottom() - LABELS / 2.0 + 4.0), vec2(room, LABELS));
            Text::new(&bar.label, caption, p.ink2).align(Align2::CENTER_CENTER).paint(ui.painter(), below);
        }
        name_text(ui, column, &bar.name);
    }
    focus_ring(ui, scene.kit(), rect, 10.0, &touch);
    if !touch.clicked() {
        return None;
    }
    Some(match touch.response.interact_pointer_pos() {
        Some(pos) => place(plot, pitch, pos, bars.len()),
        // By the keyboard: one after the other.
        None => told.map_or(0, |told| (told + 1) % bars.len().max(1)),
    })
}

/// Which of `n` columns lies below a touch.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut to the columns that there are")]
fn place(plot: Rect, pitch: f32, pos: Pos2, n: usize) -> usize {
    (((pos.x - plot.left()) / pitch).max(0.0) as usize).min(n.saturating_sub(1))
}

fn widest(painter: &Painter, scene: &Scene<'_>, bars: &[Bar]) -> f32 {
    let font = scene.kit().font(Type::StaffCaption);
    let wide = |bar: &Bar| Text::new(&bar.label, font, scene.palette().ink2).measure(painter, f32::INFINITY).x;
    bars.iter().map(wide).fold(0.0, f32::max)
}

/// A round step of which four or fewer reach `highest`.
fn step(highest: u64) -> u64 {
    let mut unit = 1_u64;
    loop {
        for step in [unit, 2 * unit, 5 * unit] {
            if highest <= 4 * step {
                return step;
            }
        }
        unit = unit.saturating_mul(10);
        if unit > u64::MAX / 100 {
            return unit;
        }
    }
}

/// A dashed outline that stands on its foot.
fn dashed(painter: &Painter, rect: Rect, color: Color32) {
    let path = [rect.left_bottom(), rect.left_top(), rect.right_top(), rect.right_bottom()];
    painter.extend(Shape::dashed_line(&path, Stroke::new(2.0, color), 6.0, 5.0));
}

/// The sign of what is usual, for a legend.
pub(super) fn usual_sign(painter: &Painter, rect: Rect, color: Color32) {
    let path = [rect.left_bottom(), rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    painter.extend(Shape::dashed_line(&path, Stroke::new(2.0, color), 5.0, 4.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few() {
        let steps = [0, 1, 4, 5, 9, 40, 41, 99, 2_964, 31_208].map(|highest| (step(highest), highest));
        assert_eq!(steps.map(|s| s.0), [1, 1, 1, 2, 5, 10, 20, 50, 1_000, 10_000]);
        assert!(steps.iter().all(|(step, highest)| highest.div_ceil(*step) <= 4));
        assert!(step(u64::MAX) > 0);
    }
}
