//! "Lainnya": a few words on why the visitor came, saved with "Simpan".

use egui::Ui;

use super::form::{self, Line};
use super::frame;
use super::plan::Plan;
use super::tile_look;
use super::typing::{self, Capitals};
use crate::domain::name::{MAX_NOTE_CHARS, Note};
use crate::flow::{Event, Screen};
use crate::ui::view::View;

/// Paints the form and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Note(entry) = &view.state.screen else { return None };
    let words = view.words;
    let plan = Plan::of_one_line(&view.canvas, view.state.aa);
    let ready = Note::new(&entry.text).is_ok();
    let missing = if ready { String::new() } else { words.get("note-missing") };
    let save = words.get("save");
    let below = form::saved(form::below(&save, ready, &missing, &plan));
    let event = frame::show(ui, view, &below, |ui, _| {
        form::ground(ui, view, &plan, &words.get("note-title"));
        form::hint(ui, view, &plan, &missing);
        let limit = words.with("form-long", &[("n", MAX_NOTE_CHARS.to_string())]);
        if let Some(purpose) = view.rules.purpose(&entry.purpose) {
            let look = (tile_look::picture(purpose), tile_look::tint(purpose));
            form::aside(ui, view, plan.side, look, tile_look::label(purpose, words), &limit);
        }
        let line = Line {
            label: &words.get("note-field"),
            example: &words.get("note-example"),
            text: &entry.text,
            field: None,
            active: true,
            good: ready,
            fault: entry.fault.map(|fault| typing::fault(words, fault, "note-missing", MAX_NOTE_CHARS)),
        };
        plan.fields.first().and_then(|place| form::line(ui, view, place, &line))
    });
    let typed = typing::letters(ui, view, plan.keyboard, &entry.text, Capitals::Start);
    event.or(typed)
}
