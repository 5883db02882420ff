//! The visitor's screens, one a file. Each is given a [`View`] and answers with an event; none changes anything.
//!
//! [`show`] paints what the state says from the back to the front: the ground, the screen, the strip, then the question
//! or the idle warning over it. What is covered is inert: it takes no touch and no focus, and assistive
//! software does not see it.

use egui::accesskit::Role;
use egui::{Rect, Ui, UiBuilder, Vec2};

use super::view::View;
use super::widgets::below;
use crate::flow::{Event, Screen};

mod accordion;
mod card_entry;
mod card_notice;
mod card_number;
mod confirm_identity;
mod countdown;
mod dialogs;
mod done;
mod fold_rows;
mod folds;
mod form;
pub mod frame;
mod group;
mod group_plan;
mod idle;
mod marked;
mod name_only;
mod non_member;
mod note;
mod plan;
mod privacy;
mod purpose;
mod purpose_grid;
mod purpose_tiles;
mod questions;
mod recording;
mod repeated;
mod room;
mod service_info;
mod story;
mod strip;
mod tile_look;
mod travel;
mod typing;
mod welcome;
mod welcome_contrast;

/// Paints the whole window and says what the visitor did, in the order in which it happened to be painted.
///
/// `ui` spans the window; `view.canvas` is [`layout::apply`](super::layout::apply)'s of the same frame.
#[must_use]
pub fn show(ui: &mut Ui, view: &View<'_>) -> Vec<Event> {
    let covered = view.state.dialog.is_some() || view.state.idle_ends.is_some();
    let p = &view.kit.theme.palette;
    let ground = if matches!(view.state.screen, Screen::Done(_)) { p.night } else { p.bg };
    ui.painter().rect_filled(view.canvas.window, 0.0, ground);
    let mut events = Vec::new();
    events.extend(layer(ui, view, covered));
    if view.state.idle_ends.is_some() {
        events.extend(idle::show(ui, view));
    } else if view.state.dialog.is_some() {
        events.extend(dialogs::show(ui, view));
    }
    events
}

/// Lays a screen out where nobody sees, touches or hears of it, so that it has its letters and pictures when it is shown.
pub fn rehearse(ui: &mut Ui, view: &View<'_>) {
    let mut ui = of_its_own(ui, view, "rehearsal", true);
    // Nothing of it is painted, but the shapes are there for whoever keeps parts of them.
    ui.set_clip_rect(Rect::from_min_size(view.canvas.window.min, Vec2::ZERO));
    let _nobody = screen(&mut ui, view);
}

/// Where the emblem of Welcome stands, whose long press leads to the PIN pad; `None` on every other screen.
#[must_use]
pub fn emblem(view: &View<'_>) -> Option<Rect> {
    match view.state.screen {
        Screen::Welcome if view.state.aa => Some(welcome_contrast::emblem_place(&view.canvas)),
        Screen::Welcome => Some(welcome::emblem_place(&view.canvas)),
        _ => None,
    }
}

/// The screen and its strip.
fn layer(ui: &mut Ui, view: &View<'_>, covered: bool) -> Vec<Event> {
    let mut ui = of_its_own(ui, view, "screen", covered);
    let moved = travel::show(&mut ui, view, Place::of(&view.state.screen));
    let view = &View { canvas: moved, ..*view };
    let mut events = Vec::new();
    events.extend(screen(&mut ui, view));
    events.extend(strip::show(&ui, view));
    events
}

/// A `Ui` of a screen's own, so that the same button on two screens is not one button.
fn of_its_own(ui: &mut Ui, view: &View<'_>, what: &str, covered: bool) -> Ui {
    let builder = UiBuilder::new()
        .id_salt((what, Place::of(&view.state.screen)))
        .max_rect(view.canvas.window)
        .accessibility_role(Role::Group);
    below(ui, builder, covered)
}

fn screen(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    match view.state.screen {
        Screen::Welcome if view.state.aa => welcome_contrast::show(ui, view),
        Screen::Welcome => welcome::show(ui, view),
        Screen::CardEntry(_) => card_entry::show(ui, view),
        Screen::ConfirmIdentity { .. } => confirm_identity::show(ui, view),
        Screen::CardNotice(_) => card_notice::show(ui, view),
        Screen::NameOnly(_) => name_only::show(ui, view),
        Screen::NonMember(_) => non_member::show(ui, view),
        Screen::Group(_) => group::show(ui, view),
        Screen::Purpose(_) => purpose::show(ui, view),
        Screen::Note(_) => note::show(ui, view),
        Screen::Recording(_) => recording::show(ui, view),
        Screen::Repeated(_) => repeated::show(ui, view),
        Screen::Done(_) => done::show(ui, view),
        Screen::Gate(_)
        | Screen::RoomClosed(_)
        | Screen::Seat(_)
        | Screen::Queue(_)
        | Screen::Turn(_)
        | Screen::StillSeated(_)
        | Screen::Leaver(_)
        | Screen::LeaverCode(_)
        | Screen::CheckOut(_)
        | Screen::Words(_) => room::show(ui, view),
        Screen::ServiceInfo => service_info::show(ui, view),
    }
}

/// Which screen it is, whatever was entered on it; in the order of the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Place {
    Welcome,
    ServiceInfo,
    CardEntry,
    ConfirmIdentity,
    Repeated,
    CardNotice,
    NameOnly,
    NonMember,
    Group,
    StillSeated,
    Purpose,
    Note,
    Gate,
    Turn,
    Seat,
    Queue,
    Leaver,
    LeaverCode,
    CheckOut,
    Words,
    Recording,
    Done,
}

impl Place {
    fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Welcome => Self::Welcome,
            Screen::CardEntry(_) => Self::CardEntry,
            Screen::ConfirmIdentity { .. } => Self::ConfirmIdentity,
            Screen::Repeated(_) => Self::Repeated,
            Screen::CardNotice(_) => Self::CardNotice,
            Screen::NameOnly(_) => Self::NameOnly,
            Screen::NonMember(_) => Self::NonMember,
            Screen::Group(_) => Self::Group,
            Screen::Purpose(_) => Self::Purpose,
            Screen::Note(_) => Self::Note,
            // The map stays where it is while its seat is written.
            Screen::Recording(r) if r.seat.is_some() => Self::Seat,
            Screen::Recording(_) => Self::Recording,
            Screen::Done(_) => Self::Done,
            Screen::ServiceInfo => Self::ServiceInfo,
            Screen::Gate(_) | Screen::RoomClosed(_) => Self::Gate,
            Screen::Seat(_) => Self::Seat,
            Screen::Queue(_) => Self::Queue,
            Screen::Turn(_) => Self::Turn,
            Screen::StillSeated(_) => Self::StillSeated,
            Screen::Leaver(_) => Self::Leaver,
            Screen::LeaverCode(_) => Self::LeaverCode,
            Screen::CheckOut(_) => Self::CheckOut,
            Screen::Words(_) => Self::Words,
        }
    }
}
