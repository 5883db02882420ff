//! To come.

use egui::Ui;

use crate::flow::Event;
use crate::ui::view::View;

/// Paints it and says what was touched.
pub(super) fn show(_ui: &mut Ui, _view: &View<'_>) -> Option<Event> {
    None
}
