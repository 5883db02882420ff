//! What is shown and takes no touch, without being greyed.

use egui::accesskit::Node;
use egui::{Ui, UiBuilder};

/// A `Ui` within `ui` that looks as ever and takes no touch: what stands in it is being written.
pub fn inert(ui: &mut Ui) -> Ui {
    let builder = untouchable(ui, UiBuilder::new().max_rect(ui.max_rect()));
    ui.new_child(builder)
}

/// A `Ui` made by `builder` that something lies over, when `covered`: it takes no touch, assistive software does not
/// see it, and the scrim alone dims it.
pub fn below(ui: &mut Ui, builder: UiBuilder, covered: bool) -> Ui {
    if !covered {
        return ui.new_child(builder);
    }
    let builder = untouchable(ui, builder);
    let below = ui.new_child(builder);
    below.ctx().accesskit_node_builder(below.unique_id(), Node::set_hidden);
    below
}

fn untouchable(ui: &Ui, builder: UiBuilder) -> UiBuilder {
    let mut style = ui.style().as_ref().clone();
    style.visuals.disabled_alpha = 1.0;
    builder.style(style).disabled()
}
