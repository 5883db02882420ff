//! The screen's frame; its content follows.

use egui::Ui;

use super::frame::{self, Below};
use crate::flow::Event;
use crate::ui::view::View;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    frame::show(ui, view, &Below::default(), |_, _| None)
}
