//! The tiles of the purpose screen, on one page or more.

use egui::{Id, Rect, Ui, vec2};

use super::purpose_grid::Grid;
use super::tile_look::{label, picture, tint};
use crate::domain::purpose::{Purpose, PurposeId};
use crate::flow::{Event, InternetTile, Purposes};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{
    Face, Pill, PurposeTile, Target, Text, focus_ring, icon, purpose_tile_column, purpose_tile_row,
};

/// Which tile was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen<'a> {
    /// The visitor may choose.
    None,
    /// This one; no tile acts any more.
    This(&'a PurposeId),
}

/// The page shown, and in which frame: a page is forgotten when the tiles have not been shown for a frame.
#[derive(Debug, Clone, Copy)]
struct Page {
    number: usize,
    frame: u64,
}

/// Paints the tiles and says which was touched.
pub(super) fn show(ui: &Ui, view: &View<'_>, purposes: &Purposes, chosen: Chosen<'_>) -> Option<Event> {
    let shown: Vec<&Purpose> = view.rules.purposes.iter().filter(|p| p.shown_to(purposes.kind)).collect();
    let grid = Grid::of(&view.canvas, view.state.aa, shown.len());
    let page = page(ui, &grid, &shown, chosen);
    let mut event = None;
    let on_page = shown.iter().enumerate().skip(page * grid.per_page()).take(grid.per_page());
    for (index, purpose) in on_page {
        if tile(ui, view, purposes, purpose, grid.place(index), grid.beside, chosen) {
            event = Some(Event::Purpose(purpose.id.clone()));
        }
    }
    if let Some(turns) = grid.turns() {
        turn_pages(ui, view, turns, page, grid.pages());
    }
    event.filter(|_| chosen == Chosen::None)
}

fn tile(
    ui: &Ui,
    view: &View<'_>,
    purposes: &Purposes,
    purpose: &Purpose,
    rect: Rect,
    beside: bool,
    chosen: Chosen<'_>,
) -> bool {
    let internet = view.rules.internet.as_ref() == Some(&purpose.id);
    let closed = view.rules.has_room && !view.rules.room_serves(view.clock);
    let badge = if internet { internet_badge(view, purposes, closed) } else { None };
    let look = PurposeTile {
        name: label(purpose, view.words),
        icon: picture(purpose),
        tint: tint(purpose),
        badge: badge.as_ref().map(|(words, icon, tint)| Pill::small(words, Some(*icon), *tint)),
        selected: chosen == Chosen::This(&purpose.id),
        greyed: internet && (closed || purposes.internet != InternetTile::Open),
    };
    let paint = if beside { purpose_tile_row } else { purpose_tile_column };
    let touch = paint(ui, view.kit, rect, &look);
    if let Some((words, ..)) = &badge {
        ui.ctx().accesskit_node_builder(touch.response.id, |node| node.set_description(words.as_str()));
    }
    touch.clicked()
}

/// What stands on the tile of the internet room: that the visitor sits there, that it is closed or full, or what it needs.
fn internet_badge(view: &View<'_>, purposes: &Purposes, closed: bool) -> Option<(String, Icon, Tint)> {
    let seated = matches!(purposes.internet, InternetTile::Seated(_));
    let full = view.rules.has_room && !view.state.room.seats.is_empty() && view.state.room.is_full();
    match (seated, full) {
        (true, _) => Some((view.words.get("purpose-in-use"), fill::DESKTOP, Tint::Blue)),
        (false, _) if closed => Some((view.words.get("purpose-closed"), fill::CLOCK, Tint::Amber)),
        (false, true) => Some((view.words.get("purpose-full"), fill::USERS, Tint::Red)),
        (false, false) if view.rules.internet_needs_card => {
            Some((view.words.get("purpose-needs-card"), fill::IDENTIFICATION_CARD, Tint::Amber))
        }
        (false, false) => None,
    }
}

fn page_id() -> Id {
    Id::unique("page of the purposes")
}

fn page(ui: &Ui, grid: &Grid, shown: &[&Purpose], chosen: Chosen<'_>) -> usize {
    let frame = ui.ctx().cumulative_frame_nr();
    let last = ui.data(|data| data.get_temp::<Page>(page_id())).filter(|page| frame - page.frame <= 1);
    let number = match (last, chosen) {
        (Some(page), _) => page.number,
        (None, Chosen::This(id)) => shown.iter().position(|p| &p.id == id).unwrap_or(0) / grid.per_page(),
        (None, Chosen::None) => 0,
    };
    let number = number.min(grid.pages() - 1);
    ui.data_mut(|data| data.insert_temp(page_id(), Page { number, frame }));
    number
}

fn turn_pages(ui: &Ui, view: &View<'_>, [up, down]: [Rect; 2], page: usize, pages: usize) {
    let turned = [
        (up, "purpose-up", bold::ARROW_UP, page.checked_sub(1)),
        (down, "purpose-down", bold::ARROW_DOWN, Some(page + 1).filter(|next| *next < pages)),
    ];
    for (rect, key, arrow, to) in turned {
        let touched = turn(ui, view, rect, &view.words.get(key), arrow, to.is_some());
        if let (true, Some(number)) = (touched, to) {
            let frame = ui.ctx().cumulative_frame_nr();
            ui.data_mut(|data| data.insert_temp(page_id(), Page { number, frame }));
            ui.ctx().request_repaint();
        }
    }
}

/// A button that turns the page: its arrow with the word below it; grey at the end.
fn turn(ui: &Ui, view: &View<'_>, rect: Rect, name: &str, arrow: Icon, able: bool) -> bool {
    let touch = Target::button(name).sense(ui, view.kit, rect);
    let p = &view.kit.theme.palette;
    let high = view.kit.theme.is_high_contrast();
    let (fill, ink) = match (able, high) {
        (true, _) => (if touch.held() { p.well } else { p.surface }, p.ink),
        (false, true) => (p.surface, p.ink2),
        (false, false) => (p.line, p.ink2),
    };
    let edge = if able { p.edge } else { p.line };
    Face::filled(fill, radius::BUTTON).outlined(view.kit.theme.stroke.tile, edge).paint(ui.painter(), rect, 0.0);
    let (upper, lower) = rect.shrink2(vec2(6.0, 12.0)).split_top_bottom_at_fraction(0.58);
    icon(ui.painter(), upper, arrow, 46.0, ink);
    Text::new(name, view.kit.font(Type::CaptionStrong).sized(22.0), ink).centered().paint(ui.painter(), lower);
    focus_ring(ui, view.kit, rect, radius::BUTTON, &touch);
    touch.clicked() && able
}
