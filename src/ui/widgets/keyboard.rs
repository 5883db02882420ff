//! The on-screen keyboard: letters, figures, and what names need besides.

use egui::{Id, Rect, Ui, pos2, vec2};

use super::key::{Key, KeyPress, Label, key, repeats, was_here};
use super::paint::Face;
use crate::ui::icons::bold;
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, radius};

/// The words on a keyboard.
#[derive(Debug, Clone, Copy)]
pub struct KeyboardWords<'a> {
    /// On the space key.
    pub space: &'a str,
    /// What assistive software calls Shift.
    pub shift: &'a str,
    /// What assistive software calls Backspace.
    pub backspace: &'a str,
}

const LETTERS: [&str; 3] = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
const FIGURES: [&str; 3] = ["1234567890", "-/()&,.:'", "+@#!?%\""];

/// Sizes as drawn on the wide canvas, in du.
const KEY: f32 = 88.0;
const GAP: f32 = 10.0;
const WIDE_KEY: f32 = 138.0;
const SPACE_KEY: f32 = 480.0;
const ROW: f32 = 10.0 * KEY + 9.0 * GAP;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct State {
    /// Shift was touched: the next letter is of the other case.
    shifted: bool,
    figures: bool,
}

/// The keyboard in its tray (1010 × 462 du as drawn; keys grow and shrink with the rectangle).
///
/// `capital`: does the next letter begin a word? Shift turns that around for one letter. Page and Shift are
/// forgotten when the keyboard has not been shown for a frame. Backspace repeats while it is held.
pub fn keyboard(ui: &Ui, kit: &Kit, rect: Rect, words: &KeyboardWords<'_>, capital: bool) -> Option<KeyPress> {
    let id = ui.scope_id().with("keyboard");
    let mut state = if was_here(ui, id) {
        ui.data(|data| data.get_temp::<State>(id)).unwrap_or_default()
    } else {
        State::default()
    };
    Face::filled(kit.theme.palette.well, radius::CARD).paint(ui.painter(), rect, 0.0);

    let before = state;
    let upper = capital != state.shifted;
    let rows = if state.figures { FIGURES } else { LETTERS };
    let grid = Grid::new(rect);
    let mut pressed = None;
    for (index, letters) in rows.into_iter().enumerate() {
        let mut left = grid.start(index, letters.chars().count());
        if index == 2 {
            let (wide, next) = grid.key(left, index, WIDE_KEY);
            left = next;
            if !state.figures {
                let shift = Key {
                    name: words.shift,
                    label: Label::Icon(bold::ARROW_FAT_UP, 40.0),
                    function: true,
                    on: Some(upper),
                };
                if key(ui, kit, wide, &shift).clicked() {
                    state.shifted = !state.shifted;
                }
            }
        }
        for letter in letters.chars() {
            let (place, next) = grid.key(left, index, KEY);
            left = next;
            if character(ui, kit, place, letter, false) {
                pressed = Some(KeyPress::Char(if upper { letter } else { letter.to_ascii_lowercase() }));
            }
        }
        if index == 2 {
            let (wide, _) = grid.key(left, index, WIDE_KEY);
            let name = words.backspace;
            let touch =
                key(ui, kit, wide, &Key { name, label: Label::Icon(bold::BACKSPACE, 40.0), function: true, on: None });
            if repeats(ui, &touch) {
                pressed = Some(KeyPress::Backspace);
            }
        }
    }
    let (last, swap) = bottom_row(ui, kit, &grid, words, state.figures);
    pressed = pressed.or(last);
    if swap {
        state.figures = !state.figures;
    }
    if matches!(pressed, Some(KeyPress::Char(_))) {
        state.shifted = false;
    }
    if state != before {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id, state));
    pressed
}

/// Space and its neighbours; also says whether the page is to be swapped.
fn bottom_row(ui: &Ui, kit: &Kit, grid: &Grid, words: &KeyboardWords<'_>, figures: bool) -> (Option<KeyPress>, bool) {
    let mut pressed = None;
    let label = kit.font(Type::BodyStrong);
    let mut left = (ROW - 922.0) / 2.0;
    let mut place = |width: f32| {
        let (place, next) = grid.key(left, 3, width);
        left = next;
        place
    };
    let name = if figures { "ABC" } else { "123" };
    let page = Key { name, label: Label::Text(name, label), function: true, on: None };
    let swap = key(ui, kit, place(WIDE_KEY), &page).clicked();
    if figures {
        place(KEY);
    } else if character(ui, kit, place(KEY), '\'', true) {
        pressed = Some(KeyPress::Char('\''));
    }
    let space = Key { name: words.space, label: Label::Text(words.space, label), function: false, on: None };
    if key(ui, kit, place(SPACE_KEY), &space).clicked() {
        pressed = Some(KeyPress::Char(' '));
    }
    for sign in ['.', '-'] {
        let place = place(KEY);
        if !figures && character(ui, kit, place, sign, true) {
            pressed = Some(KeyPress::Char(sign));
        }
    }
    (pressed, swap)
}

fn character(ui: &Ui, kit: &Kit, rect: Rect, letter: char, function: bool) -> bool {
    let mut buffer = [0; 4];
    let text: &str = letter.encode_utf8(&mut buffer);
    let font = kit.font(Type::KeyboardKey);
    key(ui, kit, rect, &Key { name: text, label: Label::Text(text, font), function, on: None }).clicked()
}

/// Turns places as drawn into places in the rectangle at hand.
struct Grid {
    rect: Rect,
    across: f32,
    down: f32,
}

impl Grid {
    const PAD_X: f32 = 20.0;
    const PAD_Y: f32 = 24.0;
    const KEY_HIGH: f32 = 96.0;
    const PITCH: f32 = Self::KEY_HIGH + GAP;

    fn new(rect: Rect) -> Self {
        let across = (rect.width() - 2.0 * Self::PAD_X) / ROW;
        let down = (rect.height() - 2.0 * Self::PAD_Y + GAP) / (4.0 * Self::PITCH);
        Self { rect, across, down }
    }

    /// Where the row begins, as drawn.
    fn start(&self, row: usize, keys: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most ten keys")]
        let letters = keys as f32 * (KEY + GAP) - GAP;
        let extra = if row == 2 { 2.0 * (WIDE_KEY + GAP) } else { 0.0 };
        debug_assert!(self.across.is_finite());
        (ROW - letters - extra) / 2.0
    }

    /// The key that begins at `left` as drawn, and where the next one begins.
    fn key(&self, left: f32, row: usize, width: f32) -> (Rect, f32) {
        #[expect(clippy::cast_precision_loss, reason = "four rows")]
        let top = self.rect.top() + Self::PAD_Y + row as f32 * Self::PITCH * self.down;
        let high = Self::PITCH * self.down - GAP;
        // The gap keeps its size; only the keys grow and shrink.
        let stretch = |x: f32| self.rect.left() + Self::PAD_X + x * self.across;
        let (from, to) = (stretch(left), stretch(left + width + GAP) - GAP);
        (Rect::from_min_size(pos2(from, top), vec2(to - from, high)), left + width + GAP)
    }
}

/// The id under which the keyboard of this `ui` keeps page and Shift (for tests).
#[must_use]
pub fn keyboard_id(ui: &Ui) -> Id {
    ui.scope_id().with("keyboard")
}
