//! The keypad for numbers: 3 × 4 large keys on a card.

use egui::{Rect, Ui, vec2};

use super::key::{Key, KeyPress, Label, key, repeats};
use super::paint::Face;
use crate::ui::icons::bold;
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, radius};

/// The words on a keypad.
#[derive(Debug, Clone, Copy)]
pub struct KeypadWords<'a> {
    /// Takes everything away.
    pub clear: &'a str,
    /// Takes the last figure away; repeats while it is held.
    pub backspace: &'a str,
}

const PAD: f32 = 34.0;
const GAP: f32 = 21.0;
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The keypad on its card (667 × 688 du as drawn; keys 186 × 140, which grow and shrink with the rectangle).
pub fn keypad(ui: &Ui, kit: &Kit, rect: Rect, words: &KeypadWords<'_>) -> Option<KeyPress> {
    let p = &kit.theme.palette;
    Face::filled(p.surface, 40.0_f32.max(radius::CARD)).outlined(kit.theme.stroke.card, p.line).paint(
        ui.painter(),
        rect,
        0.0,
    );
    let inner = egui::Rect::from_min_max(rect.min + vec2(PAD, PAD), rect.max - vec2(PAD, PAD - 4.0));
    let size = vec2((inner.width() - 2.0 * GAP) / 3.0, (inner.height() - 3.0 * GAP) / 4.0);
    let place = |column: u8, row: u8| {
        let step = vec2(f32::from(column), f32::from(row)) * (size + vec2(GAP, GAP));
        Rect::from_min_size(inner.min + step, size)
    };
    let font = kit.font(Type::KeypadKey);

    let mut pressed = None;
    for (digit, name) in (0_u8..).zip(DIGITS) {
        let at = if digit == 0 { place(1, 3) } else { place((digit - 1) % 3, (digit - 1) / 3) };
        if key(ui, kit, at, &Key { name, label: Label::Text(name, font), function: false, on: None }).clicked() {
            pressed = Some(KeyPress::Char(char::from(b'0' + digit)));
        }
    }
    let clear = Label::Both(bold::ARROW_COUNTER_CLOCKWISE, words.clear);
    if key(ui, kit, place(0, 3), &Key { name: words.clear, label: clear, function: true, on: None }).clicked() {
        pressed = Some(KeyPress::Clear);
    }
    let back = Label::Both(bold::BACKSPACE, words.backspace);
    let touch = key(ui, kit, place(2, 3), &Key { name: words.backspace, label: back, function: true, on: None });
    if repeats(ui, &touch) {
        pressed = Some(KeyPress::Backspace);
    }
    pressed
}
