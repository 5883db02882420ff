//! Staff: what is done with the chosen person, a new name, and a PIN, typed twice.

use egui::accesskit::Live;
use egui::{Rect, Ui, pos2, vec2};

use super::Scene;
use crate::domain::name::TextError;
use crate::domain::pin::WeakPin;
use crate::domain::staff::{PIN_FIGURES, Role};
use crate::flow::staff::settings::people::{Event, Notice, Step};
use crate::ui::icons::{bold, fill};
use crate::ui::staff::controls::{self, HIGH, Look, button, card, choice, letters, width};
use crate::ui::theme::{Tint, Type, Weight};
use crate::ui::widgets::{Face, Field, KeypadWords, Text, field, icon, keypad, name_text};

const PAD: f32 = 24.0;
const DOT: f32 = 40.0;

/// Paints what is being done and says what was touched.
pub(super) fn show(ui: &Ui, scene: &Scene<'_>, step: &Step, room: Rect) -> Option<Event> {
    let kit = scene.view.kit;
    card(ui, kit, room);
    let name = scene.word("people-back");
    let wide = width(ui.painter(), kit, &name, Some(bold::X));
    let inner = room.shrink(PAD);
    let close = Rect::from_min_size(pos2(inner.right() - wide, inner.top()), vec2(wide, HIGH));
    let closed = button(ui, kit, close, &name, Some(bold::X), Look::Plain).clicked();
    let head = Rect::from_min_max(inner.min, pos2(close.left() - 12.0, close.bottom()));
    let below = Rect::from_min_max(pos2(inner.left(), close.bottom() + 16.0), inner.max);
    let act = match step {
        Step::None => None,
        Step::Chosen(_) | Step::RemovalAsked(_) => chosen(ui, scene, head, below),
        Step::Naming { text, role } => naming(ui, scene, text, *role, head, below),
        Step::Pin { .. } => pin(ui, scene, step, head, below),
    };
    act.or(closed.then_some(Event::Leave))
}

fn title(ui: &Ui, scene: &Scene<'_>, place: Rect, text: &str) {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    Text::new(text, kit.font(Type::StaffCard).sized(26.0), p.ink).lines(2).show(ui, place);
}

/// What is told, as a line with an icon; answers what is left below.
pub(super) fn told(ui: &Ui, scene: &Scene<'_>, notice: Notice, room: Rect) -> Rect {
    let (kit, p) = (scene.view.kit, &scene.view.kit.theme.palette);
    let (good, key) = match notice {
        Notice::Added => (true, "people-added"),
        Notice::PinSet => (true, "people-pin-set"),
        Notice::RoleSet => (true, "people-role-set"),
        Notice::Removed => (true, "people-removed"),
        Notice::Nameless(TextError::TooShort) => (false, "people-short"),
        Notice::Nameless(_) => (false, "people-long"),
        Notice::NameTaken => (false, "people-name-taken"),
        Notice::Weak(WeakPin::Run) => (false, "staff-new-pin-run"),
        Notice::Weak(_) => (false, "staff-new-pin-repeat"),
        Notice::Differs => (false, "staff-new-pin-differs"),
        Notice::Taken => (false, "staff-new-pin-taken"),
        Notice::LastAdministrator => (false, "people-last"),
        Notice::Oneself => (false, "people-oneself"),
        Notice::Unknown => (false, "people-unknown"),
        Notice::Failed => (false, "people-failed"),
    };
    let (glyph, tint) = if good { (fill::CHECK_CIRCLE, Tint::Green) } else { (fill::WARNING_CIRCLE, Tint::Red) };
    let text = scene.word(key);
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    let text = Text::new(&text, font, if good { p.ink } else { p.red_ink }).lines(3).top();
    let high = text.measure(ui.painter(), room.width() - 48.0).y.max(32.0);
    let square = Rect::from_min_size(room.min, vec2(32.0, 32.0));
    icon(ui.painter(), square, glyph, 32.0, tint.ink(&kit.theme));
    let shown = text.show(ui, Rect::from_min_size(room.min + vec2(48.0, 2.0), vec2(room.width() - 48.0, high)));
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
    Rect::from_min_max(pos2(room.left(), room.top() + high + 14.0), room.max)
}

fn below_notice(ui: &Ui, scene: &Scene<'_>, room: Rect) -> Rect {
    match scene.page.people.notice {
        Some(notice) => told(ui, scene, notice, room),
        None => room,
    }
}

/// "Ganti PIN", another role, out.
fn chosen(ui: &Ui, scene: &Scene<'_>, head: Rect, below: Rect) -> Option<Event> {
    let person = scene.page.people.chosen()?;
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    title(ui, scene, head, person.staff.name.as_str());
    let role = words.get(&format!("people-role-{}", person.staff.role.id()));
    let since = words.date(scene.view.local(person.pin_set_at).date());
    let about = words.with("people-about", &[("role", role), ("date", since)]);
    let line = Rect::from_min_size(below.min, vec2(below.width(), 32.0));
    Text::new(&about, kit.font(Type::StaffBody), p.ink2).show(ui, line);
    let room = below_notice(ui, scene, Rect::from_min_max(pos2(below.left(), line.bottom() + 16.0), below.max));
    let (key, other) = match person.staff.role {
        Role::Librarian => ("people-make-administrator", Role::Administrator),
        Role::Administrator => ("people-make-librarian", Role::Librarian),
    };
    let buttons = [
        ("people-new-pin", bold::PENCIL_SIMPLE, Look::Primary, Event::NewPin),
        (key, bold::USER, Look::Plain, Event::GiveRole(other)),
        ("people-remove", bold::X, Look::Danger, Event::Remove),
    ];
    let mut place = Rect::from_min_size(room.min, vec2(room.width().min(520.0), HIGH));
    let mut act = None;
    for (key, glyph, look, event) in buttons {
        if button(ui, kit, place, &words.get(key), Some(glyph), look).clicked() {
            act = Some(event);
        }
        place = place.translate(vec2(0.0, HIGH + 14.0));
    }
    act
}

fn naming(ui: &Ui, scene: &Scene<'_>, text: &str, role: Role, head: Rect, below: Rect) -> Option<Event> {
    let (kit, words) = (scene.view.kit, scene.view.words);
    title(ui, scene, head, &words.get("people-add"));
    let below = below_notice(ui, scene, below);
    let place = Rect::from_min_size(below.min, vec2(below.width(), 76.0));
    let shown = Field {
        name: &words.get("people-name"),
        text,
        placeholder: &words.get("people-name"),
        active: true,
        good: false,
        wrong: scene.page.people.notice.is_some(),
        size: Type::StaffCard,
    };
    field(ui, kit, place, &shown);
    let row = Rect::from_min_size(pos2(below.left(), place.bottom() + 14.0), vec2(below.width(), HIGH));
    let places = controls::cells(row, 3, 1, 12.0);
    let mut act = None;
    for (other, place) in [Role::Librarian, Role::Administrator].into_iter().zip(&places) {
        let name = words.get(&format!("people-role-{}", other.id()));
        if choice(ui, kit, *place, &name, other == role).clicked() {
            act = Some(Event::Role(other));
        }
    }
    if let Some(place) = places.get(2)
        && button(ui, kit, *place, &words.get("people-next"), Some(bold::ARROW_RIGHT), Look::Primary).clicked()
    {
        act = Some(Event::Named);
    }
    let rest = Rect::from_min_max(pos2(below.left(), row.bottom() + 14.0), below.max);
    let high = rest.height().min(rest.width() * 0.5);
    let board = Rect::from_min_max(pos2(rest.left(), rest.bottom() - high), rest.max);
    let capital = text.chars().next_back().is_none_or(char::is_whitespace);
    letters(ui, kit, words, board, capital).map(Event::Key).or(act)
}

/// Six dots and the keypad.
fn pin(ui: &Ui, scene: &Scene<'_>, step: &Step, head: Rect, below: Rect) -> Option<Event> {
    let Step::Pin { whose, first, figures } = step else { return None };
    let (kit, p, words) = (scene.view.kit, &scene.view.kit.theme.palette, scene.view.words);
    let key = if first.is_some() { "people-pin-again" } else { "people-pin" };
    title(ui, scene, head, &words.with(key, &[("name", whose.name.as_str().to_owned())]));
    let below = below_notice(ui, scene, below);
    let mut dot = Rect::from_min_size(below.min, vec2(DOT, DOT));
    let mut all = dot;
    for n in 0..PIN_FIGURES {
        let full = n < figures.len();
        let face =
            Face::filled(if full { p.blue } else { p.surface }, DOT / 2.0).outlined(kit.theme.stroke.tile, p.edge);
        face.paint(ui.painter(), dot, 0.0);
        all = all.union(dot);
        dot = dot.translate(vec2(DOT + 18.0, 0.0));
    }
    name_text(ui, all, &words.with("staff-pin-dots", &[("n", figures.len().to_string())]));
    let mut rest = Rect::from_min_max(pos2(below.left(), all.bottom() + 18.0), below.max);
    if scene.page.people.waits() {
        let line = Rect::from_min_size(rest.min, vec2(rest.width(), 32.0));
        Text::new(&words.get("people-saving"), kit.font(Type::StaffBody), p.ink2).show(ui, line);
        return None;
    }
    rest.max.y = rest.max.y.min(rest.top() + 560.0);
    let size = vec2(rest.width().min(560.0), rest.height());
    let place = Rect::from_min_size(pos2(rest.center().x - size.x / 2.0, rest.top()), size);
    let (clear, backspace) = (words.get("key-clear"), words.get("key-delete"));
    keypad(ui, kit, place, &KeypadWords { clear: &clear, backspace: &backspace }).map(|k| Event::Key(controls::key(k)))
}
