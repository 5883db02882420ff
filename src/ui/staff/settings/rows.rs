//! The rows of a tab: settings, rows of a list, staff; with the sentence of what is wrong beside each.

use egui::{Align2, Color32, Rect, Ui, UiBuilder, pos2, vec2};

use super::{Scene, shown};
use crate::domain::settings::{List, Section, Setting, Spot, Takes, Value, describe};
use crate::domain::staff::{Role, StaffId};
use crate::flow::staff::settings::{Event, Way, people};
use crate::ui::icons::{self, Icon, bold, fill};
use crate::ui::staff::controls::{self, HIGH, Look, button, cells, knob};
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, icon_box, name_text};

const GAP: f32 = 8.0;
/// A row with a sentence below its name.
const TOLD: f32 = 112.0;

/// One row of the page.
enum Row {
    /// A setting.
    Field(Spot),
    /// A row of a list.
    Item(List, usize),
    /// A member of staff.
    Person(StaffId),
    /// Back to the list.
    Back(List),
    /// Things to be done, side by side.
    Acts(Vec<(&'static str, Icon, Look, Event)>),
}

/// Paints as many rows as fit, and the way to the others.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, room: Rect) -> Option<Event> {
    let rows = rows(scene);
    let parts = parts(scene, &rows, room.height());
    let part = scene.page.part.min(parts.len().saturating_sub(1));
    let mut act = None;
    let mut top = room.top();
    let from = parts.get(part).copied().unwrap_or(0);
    let to = parts.get(part + 1).copied().unwrap_or(rows.len());
    for (n, row) in rows.iter().enumerate().take(to).skip(from) {
        let high = height(scene, row);
        let place = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), high));
        // Two purposes may have the same words.
        let child = ui.new_child(UiBuilder::new().id_salt(("row", n)).max_rect(place));
        act = paint(&child, scene, place, row).or(act);
        top += high + GAP;
    }
    if parts.len() > 1 {
        act = turn(ui, scene, room, part, parts.len()).or(act);
    }
    act
}

fn rows(scene: &Scene<'_>) -> Vec<Row> {
    let page = scene.page;
    if page.stored.is_none() {
        return Vec::new();
    }
    if let Some((list, row)) = page.row {
        let mut rows = vec![Row::Back(list)];
        rows.extend(list.settings().iter().map(|s| Row::Field(Spot::Cell(list, row, s.path))));
        let mut acts = Vec::new();
        if list == List::Purposes {
            acts.push(("settings-up", bold::ARROW_UP, Look::Plain, Event::Move(Way::Up)));
            acts.push(("settings-down", bold::ARROW_DOWN, Look::Plain, Event::Move(Way::Down)));
        }
        if page.removable() {
            acts.push(("settings-remove", bold::X, Look::Danger, Event::Remove));
        }
        if scene.writable && !acts.is_empty() {
            rows.push(Row::Acts(acts));
        }
        return rows;
    }
    let mut rows = Vec::new();
    if page.section == Section::Pin {
        rows.extend(page.people.list.iter().flatten().map(|person| Row::Person(person.staff.id)));
        if scene.panel.staff.role == Role::Administrator {
            rows.push(Row::Acts(vec![("people-add", bold::PLUS, Look::Plain, Event::People(people::Event::Add))]));
        }
    }
    rows.extend(page.section.settings().iter().map(|s| Row::Field(Spot::Key(s.path))));
    if let Some(list) = page.section.list() {
        rows.extend((0..page.draft.rows(list).len()).map(|row| Row::Item(list, row)));
        if scene.writable {
            let key = if list == List::Purposes { "settings-add-purpose" } else { "settings-add-seat" };
            rows.push(Row::Acts(vec![(key, bold::PLUS, Look::Plain, Event::Add(list))]));
        }
    }
    rows
}

fn height(scene: &Scene<'_>, row: &Row) -> f32 {
    let told = match row {
        Row::Field(spot) => scene.page.told_at(*spot),
        Row::Item(list, row) => told_within(scene, *list, *row),
        _ => None,
    };
    let fixed = matches!(row, Row::Field(spot) if describe(*spot).is_some_and(|s| s.takes == Takes::NotHere));
    if told.is_some() || fixed { TOLD } else { HIGH }
}

/// What is wrong with a row of a list, or with one of its settings.
fn told_within<'s>(scene: &'s Scene<'_>, list: List, row: usize) -> Option<&'s str> {
    let within = |spot: Option<Spot>| match spot {
        Some(Spot::Row(l, r) | Spot::Cell(l, r, _)) => (l, r) == (list, row),
        _ => false,
    };
    scene.page.told.iter().find(|told| within(told.spot)).map(|told| told.sentence.as_str())
}

/// With which row each part begins, so that every part fits.
fn parts(scene: &Scene<'_>, rows: &[Row], room: f32) -> Vec<usize> {
    let whole: f32 = rows.iter().map(|row| height(scene, row) + GAP).sum();
    let most = if whole - GAP <= room { f32::INFINITY } else { room - HIGH };
    let (mut parts, mut used) = (vec![0], 0.0);
    for (n, row) in rows.iter().enumerate() {
        let high = height(scene, row) + GAP;
        if used + high > most && used > 0.0 {
            parts.push(n);
            used = 0.0;
        }
        used += high;
    }
    parts
}

/// "Sebelumnya" and "Berikutnya", and where one is.
fn turn(ui: &Ui, scene: &Scene<'_>, room: Rect, part: usize, parts: usize) -> Option<Event> {
    let (kit, words) = (scene.view.kit, scene.view.words);
    let bar = Rect::from_min_max(pos2(room.left(), room.bottom() - HIGH), room.max);
    let (back, on) = (words.get("settings-back"), words.get("settings-on"));
    let wide = controls::width(ui.painter(), kit, &on, Some(bold::CARET_RIGHT));
    let left = Rect::from_min_size(bar.min, vec2(wide, HIGH));
    let right = Rect::from_min_size(pos2(bar.right() - wide, bar.top()), vec2(wide, HIGH));
    let (first, last) = (part == 0, part + 1 == parts);
    let look = |off| if off { Look::Off } else { Look::Plain };
    let mut act = None;
    if button(ui, kit, left, &back, Some(bold::CARET_LEFT), look(first)).clicked() && !first {
        act = Some(Event::Part(part - 1));
    }
    if button(ui, kit, right, &on, Some(bold::CARET_RIGHT), look(last)).clicked() && !last {
        act = Some(Event::Part(part + 1));
    }
    let middle = Rect::from_min_max(pos2(left.right(), bar.top()), pos2(right.left(), bar.bottom()));
    let text = words.with("settings-part", &[("n", (part + 1).to_string()), ("all", parts.to_string())]);
    Text::new(&text, kit.font(Type::StaffBody), kit.theme.palette.ink2).centered().show(ui, middle);
    act
}

fn paint(ui: &Ui, scene: &Scene<'_>, place: Rect, row: &Row) -> Option<Event> {
    match row {
        Row::Field(spot) => field(ui, scene, place, *spot),
        Row::Item(list, row) => item(ui, scene, place, *list, *row),
        Row::Person(id) => person(ui, scene, place, *id),
        Row::Back(list) => {
            let key = if *list == List::Purposes { "settings-all-purposes" } else { "settings-all-seats" };
            let text = scene.word(key);
            let touch = button(ui, scene.view.kit, place, &text, Some(bold::ARROW_LEFT), Look::Plain);
            touch.clicked().then_some(Event::LeaveRow)
        }
        Row::Acts(acts) => {
            let mut touched = None;
            for ((key, glyph, look, act), place) in acts.iter().zip(cells(place, acts.len(), 1, GAP)) {
                if button(ui, scene.view.kit, place, &scene.word(key), Some(*glyph), *look).clicked() {
                    touched = Some(act.clone());
                }
            }
            touched
        }
    }
}

/// The face of a row: blue when it is open, red when something is wrong. `able`: it can be touched.
fn face(ui: &Ui, scene: &Scene<'_>, place: Rect, name: &str, (open, wrong): (bool, bool), able: bool) -> bool {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    if !able {
        let shape = Face::filled(p.surface, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.line);
        shape.paint(ui.painter(), place, 0.0);
        name_text(ui, place, name);
        return false;
    }
    let touch = Target::choice(name, open).sense(ui, kit, place);
    let (ground, edge, width) = match (open, wrong) {
        (true, _) => (p.blue_tint, p.blue, 3.0),
        (false, true) => (p.surface, p.red_ink, 3.0),
        (false, false) => (if touch.held() { p.well } else { p.surface }, p.line, kit.theme.stroke.card),
    };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(width, edge).paint(ui.painter(), place, 0.0);
    focus_ring(ui, kit, place, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

/// Paints a sentence in the lower part of a row; answers the part for name and value.
fn below(ui: &Ui, scene: &Scene<'_>, place: Rect, sentence: &str, ink: Color32) -> Rect {
    let kit = scene.view.kit;
    let head = Rect::from_min_size(place.min, vec2(place.width(), 56.0));
    let below = Rect::from_min_max(pos2(place.left() + 20.0, head.bottom() - 2.0), place.max - vec2(20.0, 8.0));
    Text::new(sentence, kit.font(Type::StaffCaption).weighted(Weight::Bold), ink).lines(2).top().show(ui, below);
    head
}

fn field(ui: &Ui, scene: &Scene<'_>, place: Rect, spot: Spot) -> Option<Event> {
    let setting = describe(spot)?;
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    let name = shown::name(words, setting);
    let sentence = scene.page.told_at(spot);
    let open = scene.page.editing.as_ref().is_some_and(|editing| editing.spot == spot);
    let able = scene.writable && setting.takes != Takes::NotHere;
    let clicked = face(ui, scene, place, &name, (open, sentence.is_some()), able);
    let fixed = shown::help(words, setting).filter(|_| setting.takes == Takes::NotHere);
    let head = match (sentence, &fixed) {
        (None, Some(why)) => below(ui, scene, place, why, p.ink2),
        (Some(sentence), _) => below(ui, scene, place, sentence, p.red_ink),
        (None, None) => place,
    }
    .shrink2(vec2(20.0, 4.0));
    let value = scene.page.draft.at(spot);
    let (left, right) = head.split_left_right_at_fraction(0.52);
    Text::new(&name, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink).lines(2).paint(ui.painter(), left);
    let text = shown::brief(&shown::value(words, scene.page, setting, value));
    if let Some(Value::Flag(on)) = value {
        let square = Rect::from_center_size(pos2(right.right() - 32.0, right.center().y), vec2(64.0, 36.0));
        knob(ui.painter(), kit, square, *on);
        name_text(ui, square, &text);
    } else {
        look_of(ui, scene, right, setting, &text);
    }
    let flip = matches!(value, Some(Value::Flag(_)));
    clicked.then_some(if flip { Event::Flip(spot) } else { Event::Open(spot) })
}

/// The value at the end of a row; of an icon or a colour also how it looks.
fn look_of(ui: &Ui, scene: &Scene<'_>, room: Rect, setting: &Setting, text: &str) {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    let mut room = Rect::from_min_max(room.min + vec2(12.0, 0.0), room.max);
    if setting.path == "icon"
        && let Some(glyph) = icons::fill(text)
    {
        let square = Rect::from_center_size(pos2(room.right() - 22.0, room.center().y), vec2(40.0, 40.0));
        icon(ui.painter(), square, glyph, 36.0, p.ink);
        name_text(ui, square, text);
        return;
    }
    if setting.takes == Takes::NotHere {
        let square = Rect::from_center_size(pos2(room.right() - 14.0, room.center().y), vec2(24.0, 24.0));
        icon(ui.painter(), square, fill::LOCK_KEY, 24.0, p.ink2);
        room.max.x -= 36.0;
    }
    Text::new(text, kit.font(Type::StaffBody), p.ink2).lines(2).align(Align2::RIGHT_CENTER).show(ui, room);
}

fn item(ui: &Ui, scene: &Scene<'_>, place: Rect, list: List, row: usize) -> Option<Event> {
    let entry = scene.page.draft.rows(list).get(row)?;
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    let name = shown::row(words, list, entry);
    let sentence = told_within(scene, list, row);
    let clicked = face(ui, scene, place, &name, (false, sentence.is_some()), true);
    let head = sentence.map_or(place, |sentence| below(ui, scene, place, sentence, p.red_ink));
    let head = head.shrink2(vec2(12.0, 4.0));
    let square = Rect::from_center_size(pos2(head.left() + 26.0, head.center().y), vec2(46.0, 46.0));
    let (glyph, tint) = match list {
        List::Purposes if !entry.is_on("active") => (icons::fill(entry.text("icon")), Tint::Grey),
        List::Purposes => (icons::fill(entry.text("icon")), Tint::named(entry.text("tint")).unwrap_or(Tint::Grey)),
        List::Seats if entry.text("state") == "broken" => (Some(fill::WRENCH), Tint::Red),
        List::Seats => (Some(fill::DESKTOP), Tint::Blue),
    };
    icon_box(ui.painter(), kit, square, glyph.unwrap_or(fill::DOTS_THREE_CIRCLE), tint);
    let aside = shown::row_aside(words, list, entry);
    let words_room = Rect::from_min_max(pos2(square.right() + 16.0, head.top()), head.max - vec2(8.0, 0.0));
    let (left, right) = words_room.split_left_right_at_fraction(if aside.is_empty() { 0.98 } else { 0.6 });
    Text::new(&name, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink).lines(2).paint(ui.painter(), left);
    if !aside.is_empty() {
        Text::new(&aside, kit.font(Type::StaffBody), p.ink2).align(Align2::RIGHT_CENTER).show(ui, right);
    }
    clicked.then_some(Event::Row(list, row))
}

fn person(ui: &Ui, scene: &Scene<'_>, place: Rect, id: StaffId) -> Option<Event> {
    let person = scene.page.people.list.iter().flatten().find(|person| person.staff.id == id)?;
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    let name = person.staff.name.as_str();
    let open = scene.page.people.chosen().is_some_and(|chosen| chosen.staff.id == id);
    let may = scene.panel.staff.role == Role::Administrator;
    let clicked = face(ui, scene, place, name, (open, false), may);
    let head = place.shrink2(vec2(12.0, 4.0));
    let square = Rect::from_center_size(pos2(head.left() + 26.0, head.center().y), vec2(46.0, 46.0));
    icon_box(ui.painter(), kit, square, fill::USER, Tint::Blue);
    let room = Rect::from_min_max(pos2(square.right() + 16.0, head.top()), head.max - vec2(8.0, 0.0));
    let (left, right) = room.split_left_right_at_fraction(0.64);
    Text::new(name, kit.font(Type::StaffBody).weighted(Weight::Bold), p.ink).paint(ui.painter(), left);
    let role = scene.word(&format!("people-role-{}", person.staff.role.id()));
    Text::new(&role, kit.font(Type::StaffBody), p.ink2).align(Align2::RIGHT_CENTER).show(ui, right);
    clicked.then_some(Event::People(people::Event::Choose(id)))
}
