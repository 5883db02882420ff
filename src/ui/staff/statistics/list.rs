//! A card with a list: the row that is touched is told in the line below the title.

use egui::{Rect, Ui};

use super::ranking::{Row, ranking};
use super::scene::Scene;
use crate::flow::staff::statistics::{List, Told};

/// Paints the card and says which row was touched. `title` is a key of the words, `sub` the line below it.
pub(super) fn list(
    ui: &Ui,
    scene: &Scene<'_>,
    rect: Rect,
    which: List,
    title: &str,
    sub: &str,
    rows: &[Row],
) -> Option<Told> {
    let told = match scene.page.told {
        Some(Told::Row(list, at)) if list == which => Some(at).filter(|at| *at < rows.len()),
        _ => None,
    };
    let title = scene.words().get(title);
    let said = told.map(|at| rows[at].said.as_str());
    let lines = said.map_or(1, |said| scene.lines_of_told(ui, rect, said));
    let room = scene.card_of(ui, rect, &title, sub, said, lines);
    ranking(ui, scene, room, &title, rows, told).map(|row| Told::Row(which, row.at))
}
