//! A member's name while no list is loaded (rule 5 of the walk): the card was read, the name is asked.

use egui::Ui;

use super::form::{self, Line};
use super::frame;
use super::plan::Plan;
use super::typing::{self, Capitals};
use crate::domain::name::MAX_NAME_CHARS;
use crate::flow::{Event, Screen};
use crate::ui::icons::fill;
use crate::ui::theme::Tint;
use crate::ui::view::View;

/// Paints the form and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::NameOnly(entry) = &view.state.screen else { return None };
    let words = view.words;
    let plan = Plan::of_one_line(&view.canvas, view.state.aa);
    let missing = form::lacking(words, &entry.name, "form-name-missing", "form-name-short");
    let missing_words = missing.clone().unwrap_or_default();
    let next = words.get("next");
    let below = form::below(&next, missing.is_none(), &missing_words, &plan);
    let event = frame::show(ui, view, &below, |ui, _| {
        form::ground(ui, view, &plan, &words.get("name-only-title"));
        form::hint(ui, view, &plan, &missing_words);
        let picture = (fill::IDENTIFICATION_CARD, Tint::Green);
        form::aside(ui, view, plan.side, picture, &words.get("name-only-read"), &words.get("name-only-why"));
        let line = Line {
            label: &words.get("form-name"),
            example: &words.get("form-name-example"),
            text: &entry.name,
            field: None,
            active: true,
            good: missing.is_none(),
            fault: entry.fault.map(|fault| typing::fault(words, fault, "form-name-short", MAX_NAME_CHARS)),
        };
        plan.fields.first().and_then(|place| form::line(ui, view, place, &line))
    });
    let typed = typing::letters(ui, view, plan.keyboard, &entry.name, Capitals::Words);
    event.or(typed)
}
