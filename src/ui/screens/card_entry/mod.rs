//! Ketik nomor KTA: the number, how to find it on the card, and the keys. Also "tidak ditemukan", which is no
//! dead end.

use std::time::Duration;

use egui::{Rect, Ui, pos2, vec2};

use super::card_number::grouped;
use super::frame::{self, Below};
use crate::flow::{CardEntry, Event, Screen};
use crate::ui::layout::Shape;
use crate::ui::theme::Type;
use crate::ui::view::View;
use crate::ui::widgets::{Field, KeyPress, KeyboardWords, KeypadWords, Text, field, keyboard, keypad};

mod aside;

/// A lookup that takes longer says so.
const SAYS_SEARCHING: Duration = Duration::from_millis(300);
/// The keyboard as drawn, in du.
const KEYBOARD: egui::Vec2 = vec2(1010.0, 462.0);

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::CardEntry(entry) = &view.state.screen else { return None };
    let words = view.words;
    let next = words.get(if says_searching(ui, view, entry) { "searching" } else { "next" });
    let incomplete = words.get("card-incomplete");
    let staff = words.get("call-staff");
    // In portrait the bar has no room for what is missing; it is told right above it.
    let portrait = view.canvas.shape == Shape::Portrait;
    let below = if entry.unknown {
        Below::call_staff(&staff)
    } else {
        let below = Below::next(&next, entry.complete && entry.searching.is_none());
        if entry.complete || portrait { below } else { below.hint(&incomplete) }
    };
    frame::show(ui, view, &below, |ui, room| {
        let areas = Areas::of(view, room, view.house.card_has_letters);
        let (touched, end) = head(ui, view, entry, areas.head);
        let mut rest = areas.aside;
        rest.min.y = rest.min.y.max(if areas.below_head { end } else { rest.min.y });
        let aside = if entry.unknown {
            aside::unknown(ui, view, rest, areas.ways)
        } else {
            aside::sample(ui, view, rest);
            None
        };
        let pressed = keys(ui, view, areas.keys, view.house.card_has_letters);
        if portrait && !entry.complete && !entry.unknown {
            let place = Rect::from_min_max(pos2(room.left(), areas.keys.bottom() + 2.0), room.max);
            let font = view.kit.sized(Type::Body, 26.0);
            Text::new(&incomplete, font, view.kit.theme.palette.ink2).right().show(ui, place);
        }
        touched.or(aside).or(pressed)
    })
}

/// Whether the lookup has taken so long that the button says it.
fn says_searching(ui: &Ui, view: &View<'_>, entry: &CardEntry) -> bool {
    let Some(since) = entry.searching else { return false };
    let waited = view.now.saturating_sub(since);
    let left = SAYS_SEARCHING.saturating_sub(waited);
    if !left.is_zero() {
        ui.ctx().request_repaint_after(left);
    }
    left.is_zero()
}

/// The three parts of the screen.
pub(super) struct Areas {
    /// Title and field.
    pub head: Rect,
    /// The sample card, or what to do about an unknown number.
    aside: Rect,
    /// The aside begins below the field, wherever that ends.
    below_head: bool,
    /// A row of its own for the ways on from an unknown number, where the aside has no room for them.
    ways: Option<Rect>,
    /// Keypad or keyboard.
    pub keys: Rect,
}

impl Areas {
    pub(super) fn of(view: &View<'_>, room: Rect, letters: bool) -> Self {
        let spare = if view.canvas.shape == Shape::Portrait { 48.0 } else { 24.0 };
        let room = Rect::from_min_max(room.min + vec2(0.0, 24.0), room.max - vec2(0.0, spare));
        match (view.canvas.shape, letters) {
            (Shape::Portrait, letters) => {
                let size = if letters { KEYBOARD } else { vec2(room.width(), 640.0) };
                let keys = Rect::from_min_size(pos2(room.center().x - size.x / 2.0, room.bottom() - size.y), size);
                let upper = Rect::from_min_max(room.min, pos2(room.right(), keys.top() - 28.0));
                Self { head: upper, aside: upper, below_head: true, ways: None, keys }
            }
            (shape, false) => {
                let width = if shape == Shape::Wide { 667.0 } else { 600.0 };
                let gap = if shape == Shape::Wide { 81.0 } else { 40.0 };
                let high = 688.0_f32.min(room.height());
                let keys = Rect::from_min_size(pos2(room.right() - 9.0 - width, room.top() + 21.0), vec2(width, high));
                let left = Rect::from_min_max(room.min + vec2(8.0, 0.0), pos2(keys.left() - gap, room.bottom()));
                Self { head: left, aside: left, below_head: true, ways: None, keys }
            }
            (Shape::Wide, true) => {
                let keys = Rect::from_min_size(pos2(room.left(), room.bottom() - KEYBOARD.y), KEYBOARD);
                let head = Rect::from_min_max(room.min, pos2(keys.right(), keys.top() - 20.0));
                let aside = Rect::from_min_max(pos2(keys.right() + 56.0, room.top() + 21.0), room.max);
                Self { head, aside, below_head: false, ways: None, keys }
            }
            (Shape::Classic, true) => {
                let keys = Rect::from_min_max(pos2(room.left(), room.bottom() - 480.0), room.max);
                let ways =
                    Rect::from_min_max(pos2(room.left(), keys.top() - 128.0), pos2(room.right(), keys.top() - 24.0));
                let head = Rect::from_min_max(room.min, pos2(room.left() + 700.0, keys.top() - 20.0));
                let aside =
                    Rect::from_min_max(pos2(head.right() + 48.0, room.top() + 12.0), pos2(room.right(), head.bottom()));
                Self { head, aside, below_head: false, ways: Some(ways), keys }
            }
        }
    }
}

/// Title, sentence and field. Also says where the field ends.
fn head(ui: &Ui, view: &View<'_>, entry: &CardEntry, rect: Rect) -> (Option<Event>, f32) {
    let (kit, words) = (view.kit, view.words);
    let p = &kit.theme.palette;
    let title_font = kit.font(if view.house.card_has_letters { Type::TitleForm } else { Type::Title });
    let mut top = rect.top() + 20.0;
    let line = |top: f32, high: f32| Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), high));
    Text::new(&words.get("card-title"), title_font, p.ink).show(ui, line(top, title_font.line_height()));
    top += title_font.line_height() + 8.0;
    let lead = kit.font(Type::Lead);
    Text::new(&words.get("card-sub"), lead, p.ink2).show(ui, line(top, lead.line_height()));
    top += lead.line_height() + if kit.theme.is_high_contrast() { 20.0 } else { 30.0 };

    let shown = grouped(&entry.text, &view.house.card_sample);
    let what = Field {
        name: &words.get("card-field"),
        text: &shown,
        placeholder: "",
        active: entry.searching.is_none(),
        good: false,
        wrong: entry.unknown,
        size: Type::NumberL,
    };
    let place = line(top, 136.0);
    let touched = field(ui, kit, place, &what).clicked().then_some(Event::Touched);
    (touched, place.bottom() + 25.0)
}

/// The keypad, or the keyboard where the numbers of this library hold letters.
pub(super) fn keys(ui: &Ui, view: &View<'_>, rect: Rect, letters: bool) -> Option<Event> {
    let words = view.words;
    let backspace = words.get("key-delete");
    let press = if letters {
        let keys =
            KeyboardWords { space: &words.get("key-space"), shift: &words.get("key-shift"), backspace: &backspace };
        keyboard(ui, view.kit, rect, &keys, true)
    } else {
        keypad(ui, view.kit, rect, &KeypadWords { clear: &words.get("key-clear"), backspace: &backspace })
    };
    press.map(|press| match press {
        KeyPress::Char(c) => Event::Typed(c),
        KeyPress::Backspace => Event::Backspace,
        KeyPress::Clear => Event::Clear,
    })
}
