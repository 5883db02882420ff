//! The staff's side: the PIN pad in both languages, and the panel in Indonesian, one file a tab.
//!
//! [`show`] is given a [`StaffView`] and answers with events, as the visitor's screens do. A tab that is built stands in
//! [`TABS`]; one that is not stands nowhere.

mod controls;
mod health;
mod keys;
mod members;
mod pin;
mod pin_hint;
mod pin_keys;
mod pin_plan;
mod reports;
mod room;
mod saving;
mod settings;
mod shell;
mod sidebar;
mod statistics;
mod switch;
mod view;
mod visits;

use egui::accesskit::Role;
use egui::{Rect, Ui, UiBuilder};

pub use self::view::{BookState, Condition, StaffView, StatisticsSetup, SystemHealth};
use crate::flow::staff::{Event, Side, Tab};
use crate::ui::icons::{Icon, fill};

/// A page of the panel: what the sidebar shows of it, and what paints it into the room beside the sidebar.
#[derive(Clone, Copy)]
pub struct Page {
    /// Which tab.
    pub tab: Tab,
    /// Its icon in the sidebar.
    pub icon: Icon,
    /// Paints it and says what was touched.
    pub show: fn(&mut Ui, &StaffView<'_>, Rect) -> Vec<Event>,
}

/// The pages that are built, in the order of the sidebar.
pub const TABS: &[Page] = &[
    Page { tab: Tab::Statistics, icon: fill::CHART_BAR, show: statistics::show },
    Page { tab: Tab::Visits, icon: fill::LIST_BULLETS, show: visits::show },
    Page { tab: Tab::Room, icon: fill::DESKTOP, show: room::show },
    Page { tab: Tab::Members, icon: fill::IDENTIFICATION_CARD, show: members::show },
    Page { tab: Tab::Reports, icon: fill::FILE_ARROW_DOWN, show: reports::show },
    Page { tab: Tab::Settings, icon: fill::GEAR_SIX, show: settings::show },
    Page { tab: Tab::Health, icon: fill::HEARTBEAT, show: health::show },
];

/// Paints the whole window and says what was touched; nothing on the visitor's side.
#[must_use]
pub fn show(ui: &mut Ui, view: &StaffView<'_>) -> Vec<Event> {
    let Some(name) = view.desk.name() else { return Vec::new() };
    let builder = UiBuilder::new().id_salt(name).max_rect(view.canvas.window).accessibility_role(Role::Group);
    let mut ui = ui.new_child(builder);
    match &view.desk.side {
        Side::Visitor => Vec::new(),
        Side::Pad(pad) => pin::show(&ui, view, pad).into_iter().collect(),
        Side::Panel(panel) => shell::show(&mut ui, view, panel),
    }
}
