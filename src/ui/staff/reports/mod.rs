//! Laporan: four cards (what; when, how and whither; the preview; the last files) and what lies over them.

mod contents;
mod order;
mod period;
mod plan;
mod preview;
mod recent;
mod sheet;

use egui::{Rect, Ui};

use self::plan::Plan;
use super::controls::{ASIDE, page_ui};
use super::saving;
use super::view::StaffView;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::reports::{Over, Page};
use crate::flow::staff::{Event, Panel, Side};
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Text};

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<Event> {
    let Side::Panel(panel) = &view.desk.side else { return Vec::new() };
    let mut events = Vec::new();
    page(ui, view, panel, room, &mut events);
    events.into_iter().map(Event::Page).collect()
}

fn page(ui: &mut Ui, view: &StaffView<'_>, panel: &Panel, room: Rect, events: &mut Vec<PageEvent>) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let page = &panel.pages.reports;
    let plan = Plan::of(room);
    Text::new(&view.words.get("reports-title"), kit.font(Type::StaffTitle), p.ink).show(ui, plan.title);
    Text::new(&view.words.get("reports-sub"), kit.font(Type::StaffBody), p.ink2).show(ui, plan.subtitle);
    let Some(desk) = &page.desk else {
        return waiting(ui, view, page, plan.contents.union(plan.recent));
    };
    let saving = &panel.pages.saving;
    let mut touched = Vec::new();
    {
        let ui = &mut page_ui(ui, room, page.over.is_some() || saving.over.is_some());
        touched.extend(contents::show(ui, view, desk, card(ui, view, plan.contents, "reports-content")));
        order::show(ui, view, panel, desk, card(ui, view, plan.order, "reports-period"), events);
        preview::show(ui, view, page, plan.preview, &mut touched);
        recent::show(ui, view, desk, card(ui, view, plan.recent, "reports-recent"));
    }
    match &page.over {
        // What became of a file comes first.
        _ if saving.over.is_some() => events.extend(saving::over(ui, view, saving).into_iter().map(PageEvent::Saving)),
        None => {}
        Some(Over::Period(picker)) => period::show(ui, view, picker, &mut touched),
        Some(Over::Large) => preview::large(ui, view, page, &mut touched),
    }
    events.extend(touched.into_iter().map(PageEvent::Reports));
}

/// Until it is known what there is to choose from.
fn waiting(ui: &Ui, view: &StaffView<'_>, page: &Page, room: Rect) {
    let key = if page.preview.failed { "reports-preview-failed" } else { "reports-preview-wait" };
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Text::new(&view.words.get(key), kit.font(Type::StaffCard), p.ink2).lines(3).centered().show(ui, room);
}

/// A white card with its heading; given back is the room below it.
fn card(ui: &Ui, view: &StaffView<'_>, rect: Rect, heading: &str) -> Rect {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    let [head, below] = plan::headed(rect);
    title(ui, view, head, &view.words.get(heading));
    below
}

/// A heading within a card.
fn title(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str) {
    let font = view.kit.font(Type::StaffBody).weighted(Weight::Extra);
    Text::new(text, font, view.kit.theme.palette.ink).show(ui, rect);
}
