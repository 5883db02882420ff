//! The screens of the internet room: the gate, the map, the queue, and leaving.

mod closed;
mod code;
mod gate;
mod leave;
mod leave_plan;
mod leaver;
mod map;
mod queue;
mod seat;
mod still_seated;
mod turn;
pub(super) mod turn_line;
mod words;

use egui::Ui;

pub(super) use leave::length;
pub(super) use seat::still as still_seat;

use crate::flow::{Event, Screen};
use crate::ui::view::View;

/// Paints the screen, if it is one of the room's, and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    match view.state.screen {
        Screen::Gate(_) => gate::show(ui, view),
        Screen::RoomClosed(_) => closed::show(ui, view),
        Screen::Seat(_) => seat::show(ui, view),
        Screen::Queue(_) => queue::show(ui, view),
        Screen::Turn(_) => turn::show(ui, view),
        Screen::StillSeated(_) => still_seated::show(ui, view),
        Screen::Leaver(_) => leaver::show(ui, view),
        Screen::LeaverCode(_) => code::show(ui, view),
        Screen::CheckOut(_) => leave::show(ui, view),
        Screen::Words(_) => words::show(ui, view),
        _ => None,
    }
}
