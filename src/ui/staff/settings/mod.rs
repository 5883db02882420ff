//! Pengaturan: eight tabs over one list of rows and one pane beside it, which holds the open field. Every row comes from
//! the description of the settings ([`domain::settings`](crate::domain::settings)); there is one painter a kind.

mod aside;
mod bars;
mod choices;
mod differences;
mod editor;
mod people;
mod plan;
mod rows;
mod shown;

use egui::{Rect, Ui};

use self::plan::Plan;
use super::controls::page_ui;
use super::saving;
use super::view::StaffView;
use crate::domain::settings::{Spot, Value};
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::settings::{Event as Act, KEEP_DAYS, Page, people as staff};
use crate::flow::staff::{Event, Panel, Side};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Tint;
use crate::ui::widgets::{Dialog, DialogAnswer, DialogButton, DialogKind, Side as IconSide, dialog};

/// What a part of the page is given: the view, whose panel it is, and the page.
#[derive(Clone, Copy)]
struct Scene<'a> {
    view: &'a StaffView<'a>,
    panel: &'a Panel,
    page: &'a Page,
    /// The person may change settings, and the file can be written.
    writable: bool,
}

impl Scene<'_> {
    fn word(&self, key: &str) -> String {
        self.view.words.get(key)
    }
}

/// Paints the page and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &StaffView<'_>, room: Rect) -> Vec<Event> {
    let Side::Panel(panel) = &view.desk.side else { return Vec::new() };
    let page = &panel.pages.settings;
    let scene = Scene { view, panel, page, writable: page.writable(panel.staff.role) };
    let strip = bars::warning(&scene).is_some();
    let plan = Plan::of(&view.canvas, room, strip);
    let covered = page.removal_asked
        || page.shorter_asked
        || panel.pages.saving.second.is_some()
        || matches!(page.people.step, staff::Step::RemovalAsked(_));
    let mut below = page_ui(ui, room, covered);
    let mut acts = bars::show(&below, &scene, &plan);
    acts.extend(rows::show(&mut below, &scene, plan.list));
    acts.extend(pane(&below, &scene, plan.pane));
    acts.extend(asked(ui, &scene));
    let second = saving::second(ui, view, &panel.pages.saving).into_iter().map(PageEvent::Saving);
    acts.into_iter().map(PageEvent::Settings).chain(second).map(Event::Page).collect()
}

/// The pane: the differences of the file, the open field, what is done with staff, or what the tab has besides.
fn pane(ui: &Ui, scene: &Scene<'_>, room: Rect) -> Option<Act> {
    let step = &scene.page.people.step;
    if scene.page.looking {
        differences::show(ui, scene, room)
    } else if let Some(editing) = &scene.page.editing {
        editor::show(ui, scene, editing, room)
    } else if *step != staff::Step::None {
        people::show(ui, scene, step, room).map(Act::People)
    } else {
        aside::show(ui, scene, room)
    }
}

/// What is asked once over the page.
fn asked(ui: &Ui, scene: &Scene<'_>) -> Option<Act> {
    let words = scene.view.words;
    let (title, text, yes, name) = if scene.page.shorter_asked {
        let days = match scene.page.draft.at(Spot::Key(KEEP_DAYS)) {
            Some(Value::Number(days)) => words.number(*days),
            _ => String::new(),
        };
        ("settings-shorter-title", "settings-shorter-text", "settings-shorter-yes", Some(days))
    } else if scene.page.removal_asked {
        ("settings-remove-title", "settings-remove-text", "settings-remove-yes", None)
    } else if let staff::Step::RemovalAsked(_) = scene.page.people.step {
        let name = scene.page.people.chosen().map(|person| person.staff.name.as_str().to_owned());
        ("people-remove-title", "people-remove-text", "people-remove-yes", name)
    } else {
        return None;
    };
    let args = [("name", name.unwrap_or_default())];
    let (yes, no) = (words.get(yes), words.get("settings-keep"));
    let buttons = [
        DialogButton { text: &yes, icon: IconSide::Left(bold::X), kind: DialogKind::Danger },
        DialogButton { text: &no, icon: IconSide::None, kind: DialogKind::Primary },
    ];
    let asked = Dialog {
        title: &words.with(title, &args),
        text: &words.get(text),
        icon: Some((fill::WARNING, Tint::Red)),
        buttons: &buttons,
    };
    let answer = dialog(ui, scene.view.kit, &scene.view.canvas, &asked)?;
    let sure = answer == DialogAnswer::Button(0);
    Some(if scene.page.shorter_asked {
        Act::ShorterSure(sure)
    } else if scene.page.removal_asked {
        Act::RemoveSure(sure)
    } else {
        Act::People(staff::Event::RemoveSure(sure))
    })
}
