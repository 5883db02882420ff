//! The on-screen keyboard of the panel: what is pressed goes to the staff's side, key by key.

use egui::{Rect, Ui};

use super::view::StaffView;
use crate::flow::staff::Event;
use crate::ui::widgets::{KeyPress, KeyboardWords, keyboard};

/// Paints the keyboard; `text` is what stands in the field that it writes to. Capitals begin each word.
pub(super) fn letters(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str) -> Option<Event> {
    let words = view.words;
    let (space, shift, backspace) = (words.get("key-space"), words.get("key-shift"), words.get("key-delete"));
    let keys = KeyboardWords { space: &space, shift: &shift, backspace: &backspace };
    let capital = text.chars().next_back().is_none_or(char::is_whitespace);
    keyboard(ui, view.kit, rect, &keys, capital).map(|press| match press {
        KeyPress::Char(c) => Event::Typed(c),
        KeyPress::Backspace => Event::Backspace,
        KeyPress::Clear => Event::Clear,
    })
}
