//! What lies behind every screen, over the whole window.

use egui::Ui;

use crate::flow::Screen;
use crate::ui::view::View;

/// Fills the window; what the canvas leaves of it keeps this colour.
pub(super) fn show(ui: &Ui, view: &View<'_>) {
    let p = &view.kit.theme.palette;
    let fill = if matches!(view.state.screen, Screen::Done(_)) { p.night } else { p.bg };
    ui.painter().rect_filled(view.canvas.window, 0.0, fill);
}
