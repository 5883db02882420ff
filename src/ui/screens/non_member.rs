//! Non Anggota: a name and four questions (picture 03).

use egui::Ui;

use super::form::{self, Line};
use super::plan::Plan;
use super::typing::{self, Capitals};
use super::{accordion, frame};
use crate::domain::form::FieldRule;
use crate::domain::name::MAX_NAME_CHARS;
use crate::flow::{Event, Field, NonMemberEntry, Screen};
use crate::i18n::Words;
use crate::ui::view::View;

/// Paints the form and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::NonMember(entry) = &view.state.screen else { return None };
    let asks_origin = entry.origin_rule != FieldRule::Hidden;
    let plan = Plan::of(&view.canvas, view.state.aa, if asks_origin { 2 } else { 1 });
    let missing = missing(view.words, entry);
    let next = view.words.get("next");
    let below = form::below(&next, entry.complete(), &missing, &plan);
    let event = frame::show(ui, view, &below, |ui, _| {
        form::ground(ui, view, &plan, &view.words.get("form-title"));
        form::hint(ui, view, &plan, &missing);
        let focused = fields(ui, view, entry, &plan);
        let answered = accordion::show(ui, view, entry, plan.side);
        focused.or(answered)
    });
    let text = if entry.focus == Field::Origin { &entry.origin } else { &entry.name };
    // Painted last, so that Tab comes to the keys after everything else.
    let typed = typing::letters(ui, view, plan.keyboard, text, Capitals::Words);
    event.or(typed)
}

fn fields(ui: &Ui, view: &View<'_>, entry: &NonMemberEntry, plan: &Plan) -> Option<Event> {
    let words = view.words;
    let fault = |fault| typing::fault(words, fault, "form-name-short", MAX_NAME_CHARS);
    let mut event = None;
    if let Some(place) = plan.fields.first() {
        let line = Line {
            label: &words.get("form-name"),
            example: &words.get("form-name-example"),
            text: &entry.name,
            field: Some(Field::Name),
            active: entry.focus == Field::Name,
            good: entry.name_fits(),
            fault: entry.name_fault.map(fault),
        };
        event = form::line(ui, view, place, &line);
    }
    if let Some(place) = plan.fields.get(1) {
        let plain = words.get("form-origin");
        let optional = entry.origin_rule == FieldRule::Optional;
        let label = if optional { words.with("form-optional", &[("what", plain)]) } else { plain };
        let line = Line {
            label: &label,
            example: &words.get("form-origin-example"),
            text: &entry.origin,
            field: Some(Field::Origin),
            active: entry.focus == Field::Origin,
            good: form::is_name(&entry.origin),
            fault: entry.origin_fault.map(|fault| typing::fault(words, fault, "form-text-short", MAX_NAME_CHARS)),
        };
        event = event.or(form::line(ui, view, place, &line));
    }
    event
}

/// The first thing that "Lanjut" would lead to, in words; empty when nothing is missing.
fn missing(words: Words, entry: &NonMemberEntry) -> String {
    let origin = match entry.origin_rule {
        FieldRule::Hidden => None,
        FieldRule::Optional if entry.origin.trim().is_empty() => None,
        _ => form::lacking(words, &entry.origin, "form-origin-missing", "form-text-short"),
    };
    if let Some(lacks) = form::lacking(words, &entry.name, "form-name-missing", "form-name-short").or(origin) {
        return lacks;
    }
    match entry.missing() {
        0 => String::new(),
        1 => words.get("form-left-one"),
        n => words.with("form-left", &[("n", n.to_string())]),
    }
}
