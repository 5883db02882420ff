//! What is chosen instead of typed: words, icons, purposes, a place on the map.

use egui::{Rect, Ui, pos2, vec2};

use super::{Scene, shown};
use crate::domain::settings::{Spot, Value};
use crate::flow::staff::settings::{Editing, Event};
use crate::ui::icons;
use crate::ui::staff::controls::{HIGH, cells, choice};
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, name_text};

const GAP: f32 = 10.0;
/// The map of the room, as the check knows it.
const COLUMNS: u8 = 8;
const ROWS: u8 = 6;

fn chosen(scene: &Scene<'_>, editing: &Editing, id: &str) -> bool {
    match scene.page.draft.at(editing.spot) {
        Some(Value::Text(text)) => text == id,
        Some(Value::List(ids)) => ids.iter().any(|chosen| chosen == id),
        _ => false,
    }
}

/// One word below the other.
pub(super) fn column(ui: &Ui, scene: &Scene<'_>, ids: &[&str], editing: &Editing, room: Rect) -> Option<Event> {
    let mut act = None;
    let mut place = Rect::from_min_size(room.min, vec2(room.width().min(560.0), HIGH));
    for id in ids {
        let name = shown::choice(scene.view.words, ids, id);
        if choice(ui, scene.view.kit, place, &name, chosen(scene, editing, id)).clicked() {
            act = Some(Event::Choose((*id).to_owned()));
        }
        place = place.translate(vec2(0.0, HIGH + GAP));
    }
    act
}

/// The words side by side.
pub(super) fn row(ui: &Ui, scene: &Scene<'_>, ids: &[&str], editing: &Editing, room: Rect) -> Option<Event> {
    let mut act = None;
    for (id, place) in ids.iter().zip(cells(room, ids.len(), 1, GAP)) {
        let name = shown::choice(scene.view.words, ids, id);
        if choice(ui, scene.view.kit, place, &name, chosen(scene, editing, id)).clicked() {
            act = Some(Event::Choose((*id).to_owned()));
        }
    }
    act
}

/// Every icon that the kiosk has.
pub(super) fn icons(ui: &Ui, scene: &Scene<'_>, editing: &Editing, room: Rect) -> Option<Event> {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    let names: Vec<&str> = icons::names().collect();
    let columns = 11;
    let mut act = None;
    for (name, place) in names.iter().zip(cells(room, columns, names.len().div_ceil(columns), 6.0)) {
        let Some(glyph) = icons::fill(name) else { continue };
        let on = chosen(scene, editing, name);
        let label = scene.view.words.with("settings-icon", &[("name", (*name).to_owned())]);
        let touch = Target::choice(&label, on).sense(ui, kit, place);
        let ground = if on || touch.held() { p.blue_tint } else { p.surface };
        let (edge, width) = if on { (p.blue, 3.0) } else { (p.line, kit.theme.stroke.card) };
        Face::filled(ground, radius::SEAT).outlined(width, edge).paint(ui.painter(), place, 0.0);
        icon(ui.painter(), place, glyph, (place.height() * 0.62).min(40.0), if on { p.blue } else { p.ink });
        focus_ring(ui, kit, place, radius::SEAT, &touch);
        if touch.clicked() {
            act = Some(Event::Choose((*name).to_owned()));
        }
    }
    act
}

/// The purposes of the draft that are shown, and none.
pub(super) fn purposes(ui: &Ui, scene: &Scene<'_>, editing: &Editing, room: Rect) -> Option<Event> {
    let words = scene.view.words;
    let active = scene.page.draft.purposes.iter().filter(|p| p.is_on("active"));
    let ids: Vec<String> = active.map(|p| p.text("id").to_owned()).chain([String::new()]).collect();
    let rows = ids.len().div_ceil(2);
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let high = (rows as f32 * (HIGH + GAP) - GAP).min(room.height());
    let table = Rect::from_min_size(room.min, vec2(room.width(), high));
    let mut act = None;
    for (id, place) in ids.into_iter().zip(cells(table, 2, rows, GAP)) {
        let name = shown::purpose(words, scene.page, &id);
        if choice(ui, scene.view.kit, place, &name, chosen(scene, editing, &id)).clicked() {
            act = Some(Event::Choose(id));
        }
    }
    act
}

/// The map of the room: taken places with their computers, free ones to be touched.
pub(super) fn map(ui: &Ui, scene: &Scene<'_>, editing: &Editing, room: Rect) -> Option<Event> {
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    let Spot::Cell(_, own, _) = editing.spot else { return None };
    let size = vec2(room.width(), (room.height() - 48.0).min(room.width() * 0.62));
    let table = Rect::from_min_size(room.min, size);
    let places = (1..=ROWS).flat_map(|row| (1..=COLUMNS).map(move |column| (column, row)));
    let mut act = None;
    for ((column, row), place) in places.zip(cells(table, usize::from(COLUMNS), usize::from(ROWS), 8.0)) {
        let here = Value::Place(column, row);
        let seat = scene.page.draft.seats.iter().enumerate().find(|(_, s)| s.values.get("position") == Some(&here));
        let font = kit.font(Type::StaffCaption).weighted(Weight::Bold);
        match seat {
            Some((n, other)) if n != own => {
                Face::filled(p.key_fn, radius::SEAT).paint(ui.painter(), place, 0.0);
                let name = other.text("name");
                Text::new(name, font, p.ink2).centered().paint(ui.painter(), place.shrink(4.0));
                name_text(ui, place, name);
            }
            own => {
                let name = shown::place(words, column, row);
                let touch = Target::choice(&name, own.is_some()).sense(ui, kit, place);
                let (ground, edge) = if own.is_some() { (p.blue, p.blue) } else { (p.green_wash, p.green_mark) };
                Face::filled(ground, radius::SEAT).outlined(kit.theme.stroke.card, edge).paint(
                    ui.painter(),
                    place,
                    0.0,
                );
                if let Some((_, seat)) = own {
                    let name = seat.text("name");
                    Text::new(name, font, p.on_blue).centered().paint(ui.painter(), place.shrink(4.0));
                }
                focus_ring(ui, kit, place, radius::SEAT, &touch);
                if touch.clicked() {
                    act = Some(Event::Place(column, row));
                }
            }
        }
    }
    let door = Rect::from_min_size(pos2(table.left(), table.bottom() + 8.0), vec2(table.width(), 36.0));
    Text::new(&words.get("settings-door"), kit.font(Type::StaffBody), p.ink2).centered().show(ui, door);
    act
}
