//! Bars. They are drawn from a table of the document and tell its figures where there is room.

use chrono::Datelike;

use super::{Sheet, WIDTH};
use crate::domain::report::{Align, Chart, Ink, Item, Rect, Value};
use crate::exchange::report::paper;
use crate::exchange::report::printed::printed;

/// Least room for the figures of the axis.
const AXIS: f32 = 30.0;
/// The most of its slot that a bar fills, and the widest bar in points.
const FILLED: f32 = 0.66;
const WIDEST: f32 = 26.0;
/// Least free room between two labels.
const BETWEEN: f32 = 4.0;

impl Sheet<'_> {
    pub(super) fn chart(&mut self, chart: &Chart) {
        let document = self.document;
        let bars = document.bars(chart);
        let style = paper::TABLE_TITLE;
        let height = style.leading() + 10.0 + paper::PLOT + paper::SMALL.leading() + 4.0;
        self.need(height);
        self.line(&chart.title, style, Align::Left, paper::SIDE, WIDTH, self.y);
        self.y += style.leading() + 10.0;
        let most = bars.iter().map(|b| b.1).max().unwrap_or(0);
        let figure = self.words.number(most.div_ceil(step(most)) * step(most));
        let axis = AXIS.max(self.faces.width(&figure, paper::SMALL.face, paper::SMALL.size) + BETWEEN * 2.0);
        let plot = Rect { x: paper::SIDE + axis, y: self.y, w: WIDTH - axis, h: paper::PLOT };
        let top = self.axis(most, plot);
        self.bars(&bars, top, plot);
        self.labels(&bars.iter().map(|b| self.short(b.0)).collect::<Vec<_>>(), plot);
        self.y += paper::PLOT + paper::SMALL.leading() + 4.0 + paper::GAP;
    }

    /// Draws the lines behind the bars and tells what the upper one stands for.
    fn axis(&mut self, most: u64, plot: Rect) -> u64 {
        let step = step(most);
        let steps = most.div_ceil(step).max(1);
        for at in 0..=steps {
            let y = plot.y + plot.h - plot.h * part(at, steps);
            self.put(Item::Fill(Rect { x: plot.x, y, w: plot.w, h: paper::HAIR }, Ink::Line));
            let figure = self.words.number(at * step);
            let style = paper::SMALL;
            let room = plot.x - paper::SIDE - BETWEEN;
            self.line(&figure, style, Align::Right, paper::SIDE, room, y - style.leading() / 2.0);
        }
        steps * step
    }

    fn bars(&mut self, bars: &[(&Value, u64)], top: u64, plot: Rect) {
        let slot = slot(bars.len(), plot);
        let style = paper::SMALL;
        let figures: Vec<String> = bars.iter().map(|b| self.words.number(b.1)).collect();
        let told = figures.iter().all(|f| self.faces.width(f, style.face, style.size) + 2.0 <= slot);
        let mut middle = plot.x + slot / 2.0;
        for ((_, n), figure) in bars.iter().zip(&figures) {
            let h = plot.h * part(*n, top);
            let w = (slot * FILLED).min(WIDEST);
            if *n > 0 {
                self.put(Item::Fill(Rect { x: middle - w / 2.0, y: plot.y + plot.h - h, w, h }, Ink::Bar));
                if told {
                    self.centred(figure, style, middle, plot.y + plot.h - h - style.leading());
                }
            }
            middle += slot;
        }
    }

    /// Names under the bars, as many as have room.
    fn labels(&mut self, labels: &[String], plot: Rect) {
        let slot = slot(labels.len(), plot);
        let style = paper::SMALL;
        let widest = labels.iter().map(|l| self.faces.width(l, style.face, style.size)).fold(0.0, f32::max);
        let mut free = f32::MIN;
        let mut middle = plot.x + slot / 2.0;
        for label in labels {
            if middle - widest / 2.0 >= free {
                self.centred(label, style, middle, plot.y + plot.h + 3.0);
                free = middle + widest / 2.0 + BETWEEN;
            }
            middle += slot;
        }
    }

    /// A name short enough for the foot of a bar: the day of the month, the month, the hour.
    fn short(&self, name: &Value) -> String {
        match name {
            Value::Day(day) if day.day() == 1 => format!("{}/{}", day.day(), day.month()),
            Value::Day(day) => day.day().to_string(),
            Value::Month(month) => {
                let name: String = self.words.month(*month).chars().take(3).collect();
                if month.month() == 1 { format!("{name} {}", month.year()) } else { name }
            }
            Value::Text(text) => text.chars().take_while(char::is_ascii_digit).collect(),
            other => printed(other, self.words),
        }
    }
}

/// A round step so that two to five of them reach `most`.
fn step(most: u64) -> u64 {
    let mut ten = 1_u64;
    loop {
        for round in [1, 2, 5] {
            let step = ten.saturating_mul(round);
            if most.div_ceil(step) <= 5 {
                return step;
            }
        }
        ten = ten.saturating_mul(10);
    }
}

fn part(n: u64, whole: u64) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "heights of bars are finer than anybody can print")]
    let part = n as f32 / whole.max(1) as f32;
    part
}

fn slot(bars: usize, plot: Rect) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "there are no more bars than days")]
    let bars = bars.max(1) as f32;
    plot.w / bars
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_axis_is_round_and_not_crowded(most in 0_u64..=u64::MAX / 10) {
            let step = step(most);
            let steps = most.div_ceil(step).max(1);
            prop_assert!((1..=5).contains(&steps));
            prop_assert!(steps * step >= most);
            prop_assert!(step.to_string().trim_end_matches('0').len() == 1);
        }
    }
}
