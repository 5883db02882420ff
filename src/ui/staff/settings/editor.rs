//! The open field: its name, what it means, what is wrong, and the keys or choices of its kind.

use egui::accesskit::Live;
use egui::{Rect, Ui, pos2, vec2};

use super::{Scene, choices, shown};
use crate::domain::settings::{Kind, Setting, Spot, Value, describe};
use crate::flow::staff::page::Key;
use crate::flow::staff::settings::{Editing, Event};
use crate::ui::icons::{bold, fill};
use crate::ui::staff::controls::{self, HIGH, Look, button, card, cells, choice, keys, letters};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{Field, KeypadWords, Text, field, keypad};

const PAD: f32 = 24.0;
/// Height of the field with the text.
const FIELD: f32 = 76.0;
/// Signs that the keyboard on the screen does not have.
const SIGNS: &str = "_=~[]{}\\|^$*";
/// What hours and times are made of.
const FIGURES: &str = "12345.67890-";

/// Paints the field and says what was touched.
pub(super) fn show(ui: &Ui, scene: &Scene<'_>, editing: &Editing, room: Rect) -> Option<Event> {
    let setting = describe(editing.spot)?;
    let (kit, words) = (scene.view.kit, scene.view.words);
    card(ui, kit, room);
    if controls::done(ui, kit, words, room) {
        return Some(Event::Close);
    }
    let below = head(ui, scene, setting, editing.spot, room);
    match setting.kind {
        Kind::Line(_) => typed(ui, scene, setting, editing, below, ""),
        Kind::Signs(_) if setting.path == "backup.second_folder" => folder(ui, scene, setting, editing, below),
        Kind::Signs(_) => typed(ui, scene, setting, editing, below, SIGNS),
        Kind::Lines(..) => lines(ui, scene, setting, editing, below),
        Kind::Number(_) => number(ui, scene, setting, editing, below),
        Kind::Hours | Kind::Time => times(ui, scene, setting, editing, below),
        Kind::Open(ids) => {
            let row = Rect::from_min_size(below.min, vec2(below.width(), HIGH));
            let chosen = choices::row(ui, scene, ids, editing, row);
            let rest = Rect::from_min_max(pos2(below.left(), row.bottom() + 12.0), below.max);
            chosen.or(typed(ui, scene, setting, editing, rest, ""))
        }
        Kind::Choice(ids) | Kind::Several(ids) => choices::column(ui, scene, ids, editing, below),
        Kind::Icon => choices::icons(ui, scene, editing, below),
        Kind::Purpose => choices::purposes(ui, scene, editing, below),
        Kind::Place => choices::map(ui, scene, editing, below),
        Kind::Flag => None,
    }
}

/// Name, meaning and fault; answers what is left below.
fn head(ui: &Ui, scene: &Scene<'_>, setting: &Setting, spot: Spot, room: Rect) -> Rect {
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    let inner = room.shrink(PAD);
    let beside = Rect::from_min_size(inner.min, vec2(inner.width() - 200.0, HIGH));
    Text::new(&shown::name(words, setting), kit.font(Type::StaffCard).sized(26.0), p.ink).lines(2).show(ui, beside);
    let mut top = beside.bottom() + 8.0;
    let mut line = |text: &str, font, ink, live: bool| {
        let text = Text::new(text, font, ink).lines(3).top();
        let high = text.measure(ui.painter(), inner.width()).y;
        let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), high));
        let shown = text.show(ui, place);
        if live {
            ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
        }
        top += high + 10.0;
    };
    if let Some(help) = shown::help(words, setting) {
        line(&help, kit.font(Type::StaffBody), p.ink2, false);
    }
    if let Some(sentence) = scene.page.told_at(spot) {
        line(sentence, kit.font(Type::StaffBody).weighted(Weight::Bold), p.red_ink, true);
    }
    Rect::from_min_max(pos2(inner.left(), top + 4.0), inner.max)
}

/// The field itself, at the top of `room`; answers what is left below.
fn text_field(ui: &Ui, scene: &Scene<'_>, setting: &Setting, editing: &Editing, room: Rect) -> Rect {
    let words = scene.view.words;
    let place = Rect::from_min_size(room.min, vec2(room.width(), FIELD));
    let text = if editing.text == "closed" { String::new() } else { editing.text.clone() };
    let placeholder = match setting.kind {
        Kind::Hours if editing.text == "closed" => words.get("settings-closed"),
        _ => words.get("settings-empty"),
    };
    let shown = Field {
        name: &shown::name(words, setting),
        text: &text,
        placeholder: &placeholder,
        active: true,
        good: false,
        wrong: scene.page.told_at(editing.spot).is_some(),
        size: Type::StaffCard,
    };
    field(ui, scene.view.kit, place, &shown);
    Rect::from_min_max(pos2(room.left(), place.bottom() + 14.0), room.max)
}

fn typed(ui: &Ui, scene: &Scene<'_>, setting: &Setting, editing: &Editing, room: Rect, signs: &str) -> Option<Event> {
    let (kit, words) = (scene.view.kit, scene.view.words);
    let mut below = text_field(ui, scene, setting, editing, room);
    let mut pressed = None;
    if !signs.is_empty() {
        let count = signs.chars().count();
        let (columns, high) = if below.width() < 760.0 { (count.div_ceil(2), 118.0) } else { (count, 56.0) };
        let row = Rect::from_min_size(below.min, vec2(below.width(), high));
        pressed = keys(ui, kit, row, signs, columns);
        below.min.y = row.bottom() + 10.0;
    }
    let high = below.height().min(below.width() * 0.5);
    let board = Rect::from_min_max(pos2(below.left(), below.bottom() - high), below.max);
    let capital = signs.is_empty() && editing.text.trim().is_empty();
    letters(ui, kit, words, board, capital).or(pressed).map(Event::Key)
}

/// A folder: chosen among the drives and what lies on them, or typed.
fn folder(ui: &Ui, scene: &Scene<'_>, setting: &Setting, editing: &Editing, room: Rect) -> Option<Event> {
    let (kit, name) = (scene.view.kit, scene.word("settings-browse"));
    let wide = controls::width(ui.painter(), kit, &name, Some(fill::USB));
    let place = Rect::from_min_size(room.min, vec2(wide, HIGH));
    let touch = button(ui, kit, place, &name, Some(fill::USB), Look::Plain);
    let rest = Rect::from_min_max(pos2(room.left(), place.bottom() + 12.0), room.max);
    let typed = typed(ui, scene, setting, editing, rest, SIGNS);
    if touch.clicked() { Some(Event::Browse) } else { typed }
}

/// One line at a time; the others stand above to be chosen.
fn lines(ui: &Ui, scene: &Scene<'_>, setting: &Setting, editing: &Editing, room: Rect) -> Option<Event> {
    let (kit, words) = (scene.view.kit, scene.view.words);
    let Some(Value::List(lines)) = scene.page.draft.at(editing.spot) else { return None };
    let mut act = None;
    let row = Rect::from_min_size(room.min, vec2(room.width(), 56.0));
    let places = cells(row, lines.len() + 2, 1, 8.0);
    for (n, place) in places.iter().enumerate().take(lines.len()) {
        let name = words.with("settings-line", &[("n", (n + 1).to_string())]);
        if choice(ui, kit, *place, &name, n == editing.line).clicked() {
            act = Some(Event::Line(n));
        }
    }
    let most = matches!(setting.kind, Kind::Lines(most, _) if lines.len() >= most);
    let extra = [
        ("settings-line-add", bold::PLUS, most, Event::AddLine),
        ("settings-line-remove", bold::X, lines.len() < 2, Event::RemoveLine),
    ];
    for ((key, glyph, off, event), place) in extra.into_iter().zip(places.iter().skip(lines.len())) {
        let look = if off { Look::Off } else { Look::Plain };
        if button(ui, kit, *place, &words.get(key), Some(glyph), look).clicked() && !off {
            act = Some(event);
        }
    }
    let rest = Rect::from_min_max(pos2(room.left(), row.bottom() + 12.0), room.max);
    typed(ui, scene, setting, editing, rest, "").or(act)
}

fn number(ui: &Ui, scene: &Scene<'_>, setting: &Setting, editing: &Editing, room: Rect) -> Option<Event> {
    let (kit, words) = (scene.view.kit, scene.view.words);
    let below = text_field(ui, scene, setting, editing, room);
    let (clear, backspace) = (words.get("key-clear"), words.get("key-delete"));
    let size = vec2(below.width().min(560.0), below.height().min(560.0));
    let place = Rect::from_min_size(pos2(below.center().x - size.x / 2.0, below.top()), size);
    let pressed = keypad(ui, kit, place, &KeypadWords { clear: &clear, backspace: &backspace });
    pressed.map(|press| Event::Key(controls::key(press)))
}

/// A time or hours: figures, and "Tutup" for a day.
fn times(ui: &Ui, scene: &Scene<'_>, setting: &Setting, editing: &Editing, room: Rect) -> Option<Event> {
    let (kit, words) = (scene.view.kit, scene.view.words);
    let mut act = None;
    let mut room = room;
    if setting.kind == Kind::Hours {
        let row = Rect::from_min_size(room.min, vec2(room.width().min(280.0), HIGH));
        if choice(ui, kit, row, &words.get("settings-closed"), editing.text == "closed").clicked() {
            act = Some(Event::Choose("closed".to_owned()));
        }
        room.min.y = row.bottom() + 12.0;
    }
    let below = text_field(ui, scene, setting, editing, room);
    let size = vec2(below.width(), below.height().min(220.0));
    let keys_room = Rect::from_min_size(below.min, size);
    let pressed = keys(ui, kit, keys_room, FIGURES, 6);
    let wipe = Rect::from_min_size(pos2(below.left(), keys_room.bottom() + 12.0), vec2(280.0, HIGH));
    if button(ui, kit, wipe, &words.get("key-delete"), Some(bold::BACKSPACE), Look::Plain).clicked() {
        act = Some(Event::Key(Key::Backspace));
    }
    pressed.map(Event::Key).or(act)
}
