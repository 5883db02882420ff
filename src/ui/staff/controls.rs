//! Small controls at the size of the staff's pages.

use egui::{Align2, Color32, Painter, Rect, Ui, pos2, vec2};

use crate::flow::staff::page::Key;
use crate::i18n::Words;
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    Face, KeyPress, KeyboardWords, Target, Text, Touch, focus_ring, icon as paint_icon, keyboard,
};

/// Height of a control.
pub(in crate::ui::staff) const HIGH: f32 = 64.0;

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::staff) enum Look {
    /// The one that does what the page is for.
    Primary,
    /// Another one.
    Plain,
    /// One that throws something away.
    Danger,
    /// One that can do nothing now.
    Off,
}

/// A button of staff size.
pub(in crate::ui::staff) fn button(
    ui: &Ui,
    kit: &Kit,
    rect: Rect,
    text: &str,
    glyph: Option<Icon>,
    look: Look,
) -> Touch {
    let p = &kit.theme.palette;
    let touch = Target::button(text).sense(ui, kit, rect);
    let tile = kit.theme.stroke.card;
    let (face, ink) = match look {
        Look::Primary => {
            (Face::filled(if touch.held() { p.blue_pressed } else { p.blue }, radius::STAFF_BUTTON), p.on_blue)
        }
        Look::Off => (Face::filled(p.line, radius::STAFF_BUTTON), p.ink2),
        Look::Plain | Look::Danger => {
            let ink = if look == Look::Danger { p.red_ink } else { p.ink };
            let edge = if look == Look::Danger { p.red_ink } else { p.edge };
            let fill = if touch.held() { p.well } else { p.surface };
            (Face::filled(fill, radius::STAFF_BUTTON).outlined(tile, edge), ink)
        }
    };
    face.paint(ui.painter(), rect, 0.0);
    label(ui.painter(), kit, rect, text, glyph, ink);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch
}

/// The width that a button needs.
pub(in crate::ui::staff) fn width(painter: &Painter, kit: &Kit, text: &str, glyph: Option<Icon>) -> f32 {
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    let words = Text::new(text, font, kit.theme.palette.ink).measure(painter, f32::INFINITY).x;
    (words + if glyph.is_some() { 36.0 } else { 0.0 } + 56.0).ceil().max(120.0)
}

fn label(painter: &Painter, kit: &Kit, rect: Rect, text: &str, glyph: Option<Icon>, ink: Color32) {
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    let room = rect.shrink2(vec2(10.0, 4.0));
    let extra = if glyph.is_some() { 36.0 } else { 0.0 };
    let single = Text::new(text, font, ink);
    let fits = single.measure(painter, f32::INFINITY).x + extra <= room.width();
    let words = if fits { single } else { single.lines(2) };
    let wide = words.measure(painter, room.width() - extra).x;
    let left = room.center().x - f32::midpoint(wide, extra);
    if let Some(glyph) = glyph {
        let square = Rect::from_center_size(pos2(left + 13.0, rect.center().y), vec2(26.0, 26.0));
        paint_icon(painter, square, glyph, 26.0, ink);
    }
    let place = Rect::from_min_max(pos2(left + extra, room.top()), pos2(left + extra + wide + 1.0, room.bottom()));
    words.align(Align2::CENTER_CENTER).paint(painter, place);
}

/// Something that is chosen or not: a tab, one word of a few.
pub(in crate::ui::staff) fn choice(ui: &Ui, kit: &Kit, rect: Rect, text: &str, selected: bool) -> Touch {
    let p = &kit.theme.palette;
    let touch = Target::choice(text, selected).sense(ui, kit, rect);
    let (fill, edge, ink, width) = match (selected, touch.held()) {
        (true, _) => (p.blue_tint, p.blue, p.blue, 3.0),
        (false, true) => (p.well, p.edge, p.ink, kit.theme.stroke.card),
        (false, false) => (p.surface, p.edge, p.ink, kit.theme.stroke.card),
    };
    Face::filled(fill, radius::STAFF_BUTTON).outlined(width, edge).paint(ui.painter(), rect, 0.0);
    label(ui.painter(), kit, rect, text, None, ink);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch
}

/// The knob of yes and no; only painted, the row is the target.
pub(in crate::ui::staff) fn knob(painter: &Painter, kit: &Kit, rect: Rect, on: bool) {
    let p = &kit.theme.palette;
    let ground = if on { p.blue } else { p.edge };
    Face::filled(ground, rect.height() / 2.0).paint(painter, rect, 0.0);
    let side = rect.height() - 10.0;
    let x = if on { rect.right() - 5.0 - side / 2.0 } else { rect.left() + 5.0 + side / 2.0 };
    let disc = Rect::from_center_size(pos2(x, rect.center().y), vec2(side, side));
    Face::filled(p.surface, side / 2.0).paint(painter, disc, 0.0);
}

/// A row of small keys: signs that the keyboard does not have, or figures.
pub(in crate::ui::staff) fn keys(ui: &Ui, kit: &Kit, room: Rect, signs: &str, columns: usize) -> Option<Key> {
    let p = &kit.theme.palette;
    let count = signs.chars().count();
    let mut pressed = None;
    for (place, sign) in cells(room, columns, count.div_ceil(columns), 8.0).into_iter().zip(signs.chars()) {
        let name = sign.to_string();
        let touch = Target::key(&name).sense(ui, kit, place);
        let fill = if touch.held() { p.blue_tint } else { p.key_fn };
        Face::filled(fill, radius::SEAT).paint(ui.painter(), place, 0.0);
        Text::new(&name, kit.font(Type::StaffCard), p.ink).centered().paint(ui.painter(), place);
        focus_ring(ui, kit, place, radius::SEAT, &touch);
        if touch.clicked() {
            pressed = Some(Key::Char(sign));
        }
    }
    pressed
}

/// The keyboard on the screen. `capital`: the next letter is one.
pub(in crate::ui::staff) fn letters(ui: &Ui, kit: &Kit, words: Words, rect: Rect, capital: bool) -> Option<Key> {
    let (space, shift, backspace) = (words.get("key-space"), words.get("key-shift"), words.get("key-delete"));
    let names = KeyboardWords { space: &space, shift: &shift, backspace: &backspace };
    keyboard(ui, kit, rect, &names, capital).map(key)
}

/// What a key of the kit's keyboards is to a page.
pub(in crate::ui::staff) fn key(press: KeyPress) -> Key {
    match press {
        KeyPress::Char(c) => Key::Char(c),
        KeyPress::Backspace => Key::Backspace,
        KeyPress::Clear => Key::Clear,
    }
}

/// A card of the page.
pub(in crate::ui::staff) fn card(ui: &Ui, kit: &Kit, rect: Rect) {
    let p = &kit.theme.palette;
    Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
}

/// Cells of a table that fills `room`.
#[expect(clippy::cast_precision_loss, reason = "a few cells")]
pub(in crate::ui::staff) fn cells(room: Rect, columns: usize, rows: usize, gap: f32) -> Vec<Rect> {
    let (across, down) = (columns.max(1) as f32, rows.max(1) as f32);
    let size = (room.size() - vec2(gap * (across - 1.0), gap * (down - 1.0))) / vec2(across, down);
    let cell = |n: usize| {
        let (column, row) = ((n % columns.max(1)) as f32, (n / columns.max(1)) as f32);
        Rect::from_min_size(room.min + vec2(column, row) * (size + vec2(gap, gap)), size)
    };
    (0..columns * rows).map(cell).collect()
}

/// "Selesai", in the upper right corner of a card.
pub(in crate::ui::staff) fn done(ui: &Ui, kit: &Kit, words: Words, card: Rect) -> bool {
    let text = words.get("settings-done");
    let wide = width(ui.painter(), kit, &text, Some(bold::CHECK));
    let place = Rect::from_min_size(pos2(card.right() - 24.0 - wide, card.top() + 20.0), vec2(wide, HIGH));
    button(ui, kit, place, &text, Some(bold::CHECK), Look::Plain).clicked()
}
