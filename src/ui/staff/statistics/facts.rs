//! Names and figures in lines below each other, which are read and not touched.

use egui::{Rect, Ui, pos2, vec2};

use super::plan::count;
use super::scene::Scene;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{Text, name_text};

/// A line is no higher than this.
const MOST: f32 = 40.0;

/// Paints the lines; each is read as one sentence.
pub(super) fn facts(ui: &Ui, scene: &Scene<'_>, room: Rect, lines: &[(String, String)]) {
    let (kit, p) = (scene.kit(), scene.palette());
    let high = (room.height() / count(lines.len().max(1))).min(MOST);
    let body = kit.font(Type::StaffCaption);
    for (at, (label, value)) in lines.iter().enumerate() {
        let place = Rect::from_min_size(pos2(room.left(), room.top() + count(at) * high), vec2(room.width(), high));
        let figure = Text::new(value, body.weighted(Weight::Bold), p.ink).right();
        let needs = figure.measure(ui.painter(), f32::INFINITY).x;
        figure.paint(ui.painter(), place);
        Text::new(label, body, p.ink).paint(ui.painter(), place.with_max_x(place.right() - needs - 8.0));
        name_text(ui, place, &format!("{label}: {value}"));
    }
}
