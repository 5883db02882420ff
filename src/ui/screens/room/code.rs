//! Apakah Anda W.? The last three characters of the KTA, or the exit code, typed beside the computer (rule 6); and
//! the layout that this screen shares with the typed queue number.

use egui::{Rect, Ui, pos2, vec2};

use super::super::frame::{self, Below};
use super::super::story::Story;
use super::super::{card_entry, form};
use crate::domain::internet::Proof;
use crate::flow::room::LeaverCode;
use crate::flow::{Event, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Field, Pill, Side, Text, field, name_text, pill, pill_width};

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::LeaverCode(code) = &view.state.screen else { return None };
    if code.proof == Proof::Staff {
        return to_staff(ui, view, code);
    }
    let words = view.words;
    let exit = code.proof == Proof::ExitCode;
    let title = match code.initial {
        Some(initial) => words.with("leave-code-title", &[("initial", format!("{initial}."))]),
        None => words.with("leave-code-where", &[("seat", code.seat.clone())]),
    };
    let complaint = code.wrong.map(|left| {
        let left = words.with("leave-code-left", &[("n", left.to_string())]);
        format!("{} {left}", words.get("leave-code-wrong"))
    });
    let entry = Entry {
        title: &title,
        text: &words.get(if exit { "leave-code-sub-exit" } else { "leave-code-sub-card" }),
        field: &words.get(if exit { "leave-code-field-exit" } else { "leave-code-field" }),
        typed: &code.text,
        complaint: complaint.unwrap_or_default(),
        missing: if code.complete() { String::new() } else { words.get("leave-code-incomplete") },
        pill: code.seat.clone(),
        letters: !exit && view.house.card_has_letters,
        checking: code.checking,
    };
    show_entry(ui, view, &entry)
}

/// Three wrong tries: staff end the session.
fn to_staff(ui: &mut Ui, view: &View<'_>, code: &LeaverCode) -> Option<Event> {
    let words = view.words;
    let title = words.get("leave-code-staff-title");
    let text = words.with("leave-code-staff-text", &[("seat", code.seat.clone())]);
    let home = words.get("leave-home");
    let story = Story {
        tint: Tint::Amber,
        badge: fill::BELL_RINGING,
        pill: None,
        title: &title,
        word: "",
        text: &text,
        line: (fill::DESKTOP, ""),
        ways: &[(&home, Side::Left(bold::HOUSE), Event::Finish)],
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}

/// A few characters that are typed, with their keys beside or below them.
pub(super) struct Entry<'a> {
    pub title: &'a str,
    pub text: &'a str,
    /// The field's name.
    pub field: &'a str,
    pub typed: &'a str,
    /// What is wrong; may be empty.
    pub complaint: String,
    /// What is missing; empty when it can be sent.
    pub missing: String,
    /// Above the field; may be empty.
    pub pill: String,
    /// A keyboard instead of a keypad.
    pub letters: bool,
    /// It is being looked at.
    pub checking: bool,
}

/// Paints such a screen and says what was touched.
pub(super) fn show_entry(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) -> Option<Event> {
    let next = view.words.get(if entry.checking { "searching" } else { "next" });
    let portrait = view.canvas.shape == Shape::Portrait;
    let below = Below::next(&next, entry.missing.is_empty() && !entry.checking);
    let below = if portrait { below } else { below.hint(&entry.missing) };
    frame::show(ui, view, &below, |ui, room| {
        let areas = card_entry::Areas::of(view, room, entry.letters);
        let touched = head(ui, view, entry, areas.head);
        let pressed = card_entry::keys(ui, view, areas.keys, entry.letters);
        if portrait && !entry.missing.is_empty() {
            let place = Rect::from_min_max(pos2(room.left(), areas.keys.bottom() + 2.0), room.max);
            form::missing(ui, view, place, &entry.missing);
        }
        touched.or(pressed)
    })
}

fn head(ui: &Ui, view: &View<'_>, entry: &Entry<'_>, rect: Rect) -> Option<Event> {
    let kit = view.kit;
    let p = &kit.theme.palette;
    let title =
        Text::new(entry.title, kit.font(if entry.letters { Type::TitleForm } else { Type::Title }), p.ink).lines(2);
    let lead = Text::new(entry.text, kit.font(Type::Lead), p.ink2).lines(3);
    let mut top = rect.top() + if entry.letters { 0.0 } else { 20.0 };
    let line = |top: f32, high: f32| Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), high));
    let title_high = title.measure(ui.painter(), rect.width()).y;
    title.show(ui, line(top, title_high));
    top += title_high + 8.0;
    let lead_high = lead.measure(ui.painter(), rect.width()).y;
    lead.show(ui, line(top, lead_high));
    top += lead_high + 20.0;
    if !entry.pill.is_empty() && !entry.letters {
        let what = Pill::large(&entry.pill, Some(fill::DESKTOP), Tint::Blue);
        let width = pill_width(ui.painter(), kit, &what).min(rect.width());
        let place = Rect::from_min_size(pos2(rect.left(), top), vec2(width, 56.0));
        pill(ui.painter(), kit, place, &what);
        name_text(ui, place, &entry.pill);
        top = place.bottom() + 20.0;
    }
    let what = Field {
        name: entry.field,
        text: entry.typed,
        placeholder: "",
        active: !entry.checking,
        good: false,
        wrong: !entry.complaint.is_empty(),
        size: Type::NumberL,
    };
    let place =
        line(top, 136.0).with_max_x(rect.left() + (rect.width() - if entry.letters { 260.0 } else { 0.0 }).min(760.0));
    if !entry.pill.is_empty() && entry.letters {
        // The keyboard leaves no room for it above the field.
        let what = Pill::large(&entry.pill, Some(fill::DESKTOP), Tint::Blue);
        let width = pill_width(ui.painter(), kit, &what).min(rect.right() - place.right() - 24.0);
        let beside = Rect::from_min_size(pos2(place.right() + 24.0, place.center().y - 28.0), vec2(width, 56.0));
        pill(ui.painter(), kit, beside, &what);
        name_text(ui, beside, &entry.pill);
    }
    let touched = field(ui, kit, place, &what).clicked().then_some(Event::Touched);
    if !entry.complaint.is_empty() {
        form::complain(ui, view, line(place.bottom() + 8.0, 44.0), &entry.complaint);
    }
    touched
}
