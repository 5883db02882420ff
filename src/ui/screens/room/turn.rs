//! Ketik nomor antrean: whoever has no card at hand claims a called number by typing it (rule 9).

use egui::Ui;

use super::code::{Entry, show_entry};
use crate::flow::{Event, Screen};
use crate::ui::view::View;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Turn(turn) = &view.state.screen else { return None };
    let words = view.words;
    let called = super::turn_line::words(view);
    let entry = Entry {
        title: &words.get("turn-title"),
        text: &words.get("turn-sub"),
        field: &words.get("turn-field"),
        typed: &turn.text,
        complaint: if turn.wrong { words.get("strip-turn-over") } else { String::new() },
        missing: if turn.text.is_empty() { words.get("turn-incomplete") } else { String::new() },
        pill: called.unwrap_or_default(),
        letters: false,
        checking: false,
    };
    show_entry(ui, view, &entry)
}
