//! A few words to the rating, kept apart from the visitor.

use egui::Ui;

use super::super::form::{self, Line};
use super::super::frame;
use super::super::plan::Plan;
use super::super::typing::{self, Capitals};
use crate::domain::name::MAX_NOTE_CHARS;
use crate::flow::{Event, Screen};
use crate::ui::icons::fill;
use crate::ui::theme::Tint;
use crate::ui::view::View;

/// Paints the form and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Words(entry) = &view.state.screen else { return None };
    let words = view.words;
    let plan = Plan::of_one_line(&view.canvas, view.state.aa);
    let save = words.get("save");
    let below = form::saved(form::below(&save, true, "", &plan));
    let event = frame::show(ui, view, &below, |ui, _| {
        form::title(ui, view, &plan, &words.get("rate-words-title"));
        let limit = words.with("form-long", &[("n", MAX_NOTE_CHARS.to_string())]);
        let kept = words.get("leave-rate-text");
        form::aside(ui, view, plan.side, (fill::CHAT_CIRCLE_TEXT, Tint::Teal), &kept, &limit);
        let line = Line {
            label: &words.get("rate-words-field"),
            example: &words.get("rate-words-example"),
            text: &entry.text,
            field: None,
            active: true,
            good: !entry.text.trim().is_empty() && entry.fault.is_none(),
            fault: entry.fault.map(|fault| typing::fault(words, fault, "note-missing", MAX_NOTE_CHARS)),
        };
        plan.fields.first().and_then(|place| form::line(ui, view, place, &line))
    });
    let typed = typing::letters(ui, view, plan.keyboard, &entry.text, Capitals::Start);
    event.or(typed)
}
