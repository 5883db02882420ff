//! Small controls at the size of the staff's pages.

use egui::accesskit::{Live, Role};
use egui::{Painter, Rect, Ui, UiBuilder, pos2, vec2};

use crate::flow::staff::page::Key;
use crate::i18n::Words;
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    Face, KeyPress, KeyboardWords, Target, Text, Touch, below, focus_ring, icon, keyboard, staff_button_width,
};
pub(in crate::ui::staff) use crate::ui::widgets::{StaffLook as Look, staff_button as button};

/// What a card over the page leaves of the screen's width, so that it does not lie over the sidebar.
pub(in crate::ui::staff) const ASIDE: f32 = 248.0;
/// Between two parts beside each other.
const GAP: f32 = 24.0;
/// Height of a control.
pub(in crate::ui::staff) const HIGH: f32 = 64.0;

/// A `Ui` for a page; `covered`: a dialog lies over it, and nothing of it can be reached.
pub(in crate::ui::staff) fn page_ui(ui: &mut Ui, room: Rect, covered: bool) -> Ui {
    below(ui, UiBuilder::new().id_salt("page").max_rect(room).accessibility_role(Role::Group), covered)
}

/// What to do when the dialog of the system ended without a choice, or was never seen. Assistive software says it by itself.
pub(in crate::ui::staff) fn unchosen(ui: &Ui, view: &StaffView<'_>, style: Type, lines: usize, rect: Rect) {
    let text = view.words.get("system-unchosen");
    let shown = Text::new(&text, view.kit.font(style), view.kit.theme.palette.ink).lines(lines).show(ui, rect);
    ui.ctx().accesskit_node_builder(shown.id, |node| {
        node.set_role(Role::Status);
        node.set_label(text.as_str());
        node.set_live(Live::Polite);
    });
}

/// The width that a button needs.
pub(in crate::ui::staff) fn width(painter: &Painter, kit: &Kit, text: &str, glyph: Option<Icon>) -> f32 {
    staff_button_width(painter, kit, text, glyph.is_some()).max(120.0)
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
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    Text::new(text, font, ink).lines(2).centered().paint(ui.painter(), rect.shrink2(vec2(10.0, 4.0)));
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
    for (place, sign) in cells(room, columns, count.div_ceil(columns), 6.0).into_iter().zip(signs.chars()) {
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

/// A small button with an arrow.
pub(in crate::ui::staff) fn arrow(
    ui: &Ui,
    view: &StaffView<'_>,
    rect: Rect,
    name: &str,
    glyph: Icon,
    possible: bool,
) -> bool {
    let p = &view.kit.theme.palette;
    let touch = Target::button(name).sense(ui, view.kit, rect);
    let (ground, ink) = match (possible, touch.held()) {
        (false, _) => (p.key_fn, p.edge),
        (true, true) => (p.well, p.ink),
        (true, false) => (p.surface, p.ink),
    };
    Face::filled(ground, radius::STAFF_BUTTON)
        .outlined(view.kit.theme.stroke.card, if possible { p.edge } else { p.line })
        .paint(ui.painter(), rect, 0.0);
    icon(ui.painter(), rect, glyph, 26.0, ink);
    focus_ring(ui, view.kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked() && possible
}

/// The left part of that width, and what is left after a gap.
pub(in crate::ui::staff) fn split_x(rect: Rect, width: f32) -> [Rect; 2] {
    let edge = rect.left() + width;
    [
        Rect::from_min_max(rect.min, pos2(edge, rect.bottom())),
        Rect::from_min_max(pos2(edge + GAP, rect.top()), rect.max),
    ]
}
