//! Statistik: who came, when, why and how quickly they were recorded, and the internet room,
//! on three sheets.

mod bars;
mod behind;
mod busy;
mod change;
mod choose;
mod facts;
mod head;
mod list;
mod numbers;
mod people;
mod plan;
mod ranking;
mod room;
mod satisfied;
mod scene;
mod sessions;
mod sop;
mod summary;
mod trend;
mod wait;

use chrono::Timelike;
use egui::{Rect, Ui};

use self::plan::Plan;
use self::scene::{Scene, event};
use super::controls::page_ui;
use super::view::StaffView;
use crate::flow::staff::statistics::{Behind, Event, Page, Sheet, Told};
use crate::flow::staff::{Event as StaffEvent, Side};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{StaffLook, Text, staff_button, staff_button_width};

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<StaffEvent> {
    let Side::Panel(panel) = &view.desk.side else { return Vec::new() };
    let page = &panel.pages.statistics;
    let plan = Plan::of(room, view.canvas.shape);
    let mut below = page_ui(ui, room, page.picker.is_some());
    let mut events = page_itself(&mut below, view, page, &plan);
    if let Some(picker) = &page.picker {
        events.extend(choose::choose(ui, view, picker));
    }
    events
}

fn page_itself(ui: &mut Ui, view: &StaffView<'_>, page: &Page, plan: &Plan) -> Vec<StaffEvent> {
    let mut events = head::head(ui, view, page, plan);
    match &page.figures {
        None if page.failed.is_none() => {
            if let Some(waiting) = page.waiting {
                wait::spinner(ui, view, plan.body, waiting.since);
            }
        }
        None => events.extend(wait::failed(ui, view, head::beside(ui, view, plan))),
        Some(figures) => {
            let scene = Scene { view, page, data: &figures.dashboard, room: &figures.room, now: &figures.now };
            events.extend(line(ui, &scene, head::beside(ui, view, plan)));
            events.extend(body(ui, &scene, plan));
            let question = figures.dashboard.question;
            let turned = (view.clock.date(), view.clock.hour()) != (question.today, question.hour);
            if turned && page.waiting.is_none() && page.failed.is_none() {
                events.push(event(Event::Refresh));
            }
        }
    }
    events
}

/// The line beside the switch: what went wrong, the list of a row that is told, the card that is told, or how to read the
/// page.
fn line(ui: &Ui, scene: &Scene<'_>, room: Rect) -> Option<StaffEvent> {
    if scene.page.failed.is_some() {
        return wait::failed(ui, scene.view, room);
    }
    let row = scene.page.told.filter(|told| matches!(told, Told::Row(..)));
    if let Some(behind) = row.and_then(|row| behind::behind(scene, row)) {
        return list_button(ui, scene, room, behind);
    }
    let (kit, p) = (scene.kit(), scene.palette());
    let font = kit.font(Type::StaffCaption);
    let hint = if scene.page.sheet == Sheet::Room { "stats-room-hint" } else { "stats-hint" };
    let told = match scene.page.told {
        Some(Told::Card(at)) => numbers::told(scene, at),
        _ => None,
    };
    match told {
        Some(told) => Text::new(&told, font.weighted(Weight::Bold), p.blue).lines(3).show(ui, room),
        None => Text::new(&scene.words().get(hint), font, p.ink2).lines(3).show(ui, room),
    };
    None
}

/// The button that lists what stands behind a row that is told. A finger opens a row by itself; the keyboard, which goes from
/// row to row, needs the button.
fn list_button(ui: &Ui, scene: &Scene<'_>, room: Rect, behind: Behind) -> Option<StaffEvent> {
    let text = scene.words().get("stats-list");
    let wide = staff_button_width(ui.painter(), scene.kit(), &text, false);
    let place = room.with_min_x(room.right() - wide);
    let touch = staff_button(ui, scene.kit(), place, &text, None, StaffLook::Plain);
    touch.clicked().then(|| event(Event::List(behind)))
}

fn body(ui: &Ui, scene: &Scene<'_>, plan: &Plan) -> Vec<StaffEvent> {
    // Figures of other days are not shown as those that were chosen.
    if let Some(waiting) = scene.page.waiting.filter(|_| !scene.page.is_current()) {
        wait::spinner(ui, scene.view, plan.body, waiting.since);
        return Vec::new();
    }
    let summary = plan.summary();
    let mut events = Vec::new();
    if scene.page.sheet == Sheet::Summary {
        events.extend(numbers::numbers(ui, scene, summary.cards).map(event));
    }
    let (empty, why) = match scene.page.sheet {
        Sheet::Room => (scene.room.figures.is_empty(), "stats-room-none"),
        Sheet::Summary | Sheet::People => (scene.data.is_empty(), "stats-empty"),
    };
    if empty {
        let text = scene.words().get(why);
        let (font, ink) = (scene.kit().font(Type::StaffCard), scene.palette().ink2);
        Text::new(&text, font, ink).lines(2).centered().show(ui, plan.body.with_min_y(summary.cards.bottom()));
        return events;
    }
    let steps = !scene.data.trend.is_empty();
    match scene.page.sheet {
        Sheet::Summary => events.extend(summary::summary(ui, scene, &summary).map(event)),
        Sheet::People => events.extend(people::people(ui, scene, &plan.people(steps))),
        Sheet::Room => {
            let told = sessions::sessions(ui, scene, &plan.sessions(steps));
            events.extend(told.map(|told| event(Event::Tell(told))));
        }
    }
    events
}
