//! From one screen to the next: the new one fades in and slides a little, in the direction of travel.

use egui::emath::easing::cubic_out;
use egui::{Id, Ui};

use super::Place;
use crate::ui::layout::Canvas;
use crate::ui::theme::SLIDE;
use crate::ui::view::View;

#[derive(Debug, Clone, Copy)]
struct Arrival {
    place: Place,
    /// Seconds on egui's clock.
    at: f64,
    /// From the right (onwards) or from the left (back).
    onwards: bool,
}

/// Says where the canvas is in this frame and sets how clearly `ui` is seen.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, place: Place) -> Canvas {
    let id = Id::unique("screen arrival");
    let now = ui.input(|i| i.time);
    let last = ui.data(|data| data.get_temp::<Arrival>(id));
    let arrival = match last {
        Some(last) if last.place == place || stays(last.place, place) => Arrival { place, ..last },
        Some(last) => Arrival { place, at: now, onwards: last.place < place },
        // The first screen of all does not come from anywhere.
        None => Arrival { place, at: f64::NEG_INFINITY, onwards: true },
    };
    ui.data_mut(|data| data.insert_temp(id, arrival));

    let time = view.kit.theme.motion.screen.as_secs_f64();
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let part = if time > 0.0 { ((now - arrival.at) / time).clamp(0.0, 1.0) as f32 } else { 1.0 };
    if part >= 1.0 {
        return view.canvas;
    }
    ui.ctx().request_repaint();
    let shown = cubic_out(part);
    ui.multiply_opacity(shown);
    let way = if arrival.onwards { 1.0 } else { -1.0 };
    view.canvas.slid(way * SLIDE * (1.0 - shown))
}

/// While a visit is written the purposes stay where they are: only the chosen tile changes.
fn stays(from: Place, to: Place) -> bool {
    matches!((from, to), (Place::Purpose, Place::Recording) | (Place::Recording, Place::Purpose))
}
