//! The on-screen keyboard and keypad of the forms: what is pressed on them goes to the flow, key by key.

use egui::{Rect, Ui, vec2};

use crate::domain::name::TextError;
use crate::flow::Event;
use crate::i18n::Words;
use crate::ui::view::View;
use crate::ui::widgets::{KeyPress, KeyboardWords, KeypadWords, keyboard, keypad};

/// The width of the keypad as drawn, in du.
const KEYPAD_WIDE: f32 = 667.0;

/// Where the keyboard writes a capital by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// At the start of each word: names.
    Words,
    /// At the start of the text: a few words of one's own.
    Start,
}

impl Capitals {
    /// Whether the letter after `text` is a capital.
    fn next(self, text: &str) -> bool {
        match self {
            Self::Words => text.chars().next_back().is_none_or(char::is_whitespace),
            Self::Start => text.trim().is_empty(),
        }
    }
}

/// Paints the keyboard; `text` is what stands in the field that it writes to.
pub(super) fn letters(ui: &Ui, view: &View<'_>, rect: Rect, text: &str, capitals: Capitals) -> Option<Event> {
    let (space, shift, backspace) =
        (view.words.get("key-space"), view.words.get("key-shift"), view.words.get("key-delete"));
    let words = KeyboardWords { space: &space, shift: &shift, backspace: &backspace };
    keyboard(ui, view.kit, rect, &words, capitals.next(text)).map(event)
}

/// Paints the keypad in the middle of `rect`.
pub(super) fn figures(ui: &Ui, view: &View<'_>, rect: Rect) -> Option<Event> {
    let (clear, backspace) = (view.words.get("key-clear"), view.words.get("key-delete"));
    let place = Rect::from_center_size(rect.center(), vec2(KEYPAD_WIDE.min(rect.width()), rect.height()));
    keypad(ui, view.kit, place, &KeypadWords { clear: &clear, backspace: &backspace }).map(event)
}

fn event(press: KeyPress) -> Event {
    match press {
        KeyPress::Char(c) => Event::Typed(c),
        KeyPress::Backspace => Event::Backspace,
        KeyPress::Clear => Event::Clear,
    }
}

/// The sentence under a field whose text is not taken. `short` is the key of the one for too few letters,
/// `most` how many letters the field takes.
pub(super) fn fault(words: Words, fault: TextError, short: &str, most: usize) -> String {
    match fault {
        TextError::TooShort => words.get(short),
        TextError::TooLong => words.with("form-long", &[("n", most.to_string())]),
        TextError::Control => words.get("form-control"),
    }
}

#[cfg(test)]
mod tests {
    use super::Capitals;

    #[test]
    fn a_name_has_a_capital_at_each_word_and_a_note_at_its_start() {
        for (text, words, start) in
            [("", true, true), ("S", false, false), ("Siti", false, false), ("Siti ", true, false), (" ", true, true)]
        {
            assert_eq!(Capitals::Words.next(text), words, "{text:?}");
            assert_eq!(Capitals::Start.next(text), start, "{text:?}");
        }
    }
}
