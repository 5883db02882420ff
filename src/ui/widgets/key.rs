//! One key of a keyboard or keypad, and the repeating of a held one.

use egui::{Id, Rect, Ui};

use super::paint::{Face, icon as paint_icon};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::{Font, REPEAT_AFTER, REPEAT_EVERY, radius};

/// What was pressed on a keyboard or keypad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPress {
    /// This character, capital or not as it was meant.
    Char(char),
    /// Takes the last character away.
    Backspace,
    /// Takes everything away (keypad only).
    Clear,
}

/// What stands on a key.
#[derive(Debug, Clone, Copy)]
pub(super) enum Label<'a> {
    /// Letters, in that font.
    Text(&'a str, Font),
    /// An icon alone, that many du high.
    Icon(Icon, f32),
    /// An icon with a word below it.
    Both(Icon, &'a str),
}

/// A key to be painted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'a> {
    /// What assistive software calls it.
    pub name: &'a str,
    pub label: Label<'a>,
    /// Grey: it does something rather than write something.
    pub function: bool,
    /// Switched on (Shift).
    pub on: Option<bool>,
}

/// Paints a key and senses it at typing speed.
pub(super) fn key(ui: &Ui, kit: &Kit, rect: Rect, key: &Key<'_>) -> Touch {
    let touch = Target { selected: key.on, ..Target::key(key.name) }.sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let lit = key.on == Some(true) || touch.held();
    let (fill, ink) = match (lit, high) {
        (true, true) => (p.blue, p.on_blue),
        (true, false) => (p.blue_tint, p.blue),
        (false, _) => (if key.function { p.key_fn } else { p.surface }, p.ink),
    };
    let edge = if lit && !high { p.blue } else { p.line };
    let face = Face::filled(fill, radius::KEY)
        .outlined(kit.theme.stroke.card, edge)
        .shadowed(kit.theme.shadow.key, p.key_shadow)
        .paint(ui.painter(), rect, touch.down());
    match key.label {
        Label::Text(text, font) => {
            Text::new(text, font, ink).centered().paint(ui.painter(), face.shrink(4.0));
        }
        Label::Icon(icon, size) => paint_icon(ui.painter(), face, icon, size, ink),
        Label::Both(icon, word) => {
            let (upper, lower) = face.shrink2(egui::vec2(10.0, 0.18 * face.height())).split_top_bottom_at_fraction(0.5);
            paint_icon(ui.painter(), upper, icon, 46.0, ink);
            let font = kit.font(crate::ui::theme::Type::BodyStrong);
            Text::new(word, font, ink).centered().paint(ui.painter(), lower);
        }
    }
    focus_ring(ui, kit, rect, radius::KEY, &touch);
    touch
}

/// Does a target that repeats act in this frame? A short touch acts once, on release; a held one acts after
/// 500 ms and then 8 times a second, and its release no more.
pub(super) fn repeats(ui: &Ui, touch: &Touch) -> bool {
    let id = touch.response.id.with("repeat");
    let fired = ui.data(|data| data.get_temp::<u32>(id)).unwrap_or(0);
    let began = ui.input(|i| i.pointer.press_start_time());
    if let (true, Some(began)) = (touch.held(), began) {
        let now = ui.input(|i| i.time);
        let due = due(now - began);
        let next = began + REPEAT_AFTER.as_secs_f64() + f64::from(due) * REPEAT_EVERY.as_secs_f64();
        ui.ctx().request_repaint_after_secs(seconds(next - now));
        ui.data_mut(|data| data.insert_temp::<u32>(id, due));
        return due > fired;
    }
    if fired > 0 {
        ui.data_mut(|data| data.remove::<u32>(id));
        // The release of a press that repeated is not one more touch.
        return false;
    }
    touch.clicked()
}

/// How often a press of that many seconds has repeated.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a press lasts seconds")]
fn due(held: f64) -> u32 {
    let over = held - REPEAT_AFTER.as_secs_f64();
    if over < 0.0 { 0 } else { (over / REPEAT_EVERY.as_secs_f64()).floor() as u32 + 1 }
}

#[expect(clippy::cast_possible_truncation, reason = "less than a second")]
fn seconds(wait: f64) -> f32 {
    wait.clamp(0.001, 1.0) as f32
}

/// Was this id painted in the frame before? Says so once a frame; notes this frame.
pub(super) fn was_here(ui: &Ui, id: Id) -> bool {
    let now = ui.ctx().cumulative_frame_nr();
    let last = ui.data_mut(|data| data.get_temp::<u64>(id));
    ui.data_mut(|data| data.insert_temp(id, now));
    last.is_some_and(|last| now - last <= 1)
}

#[cfg(test)]
mod tests {
    use super::due;

    #[test]
    fn a_held_key_waits_half_a_second_and_then_repeats_eight_times_a_second() {
        assert_eq!(due(0.0), 0);
        assert_eq!(due(0.49), 0);
        assert_eq!(due(0.5), 1);
        assert_eq!(due(0.624), 1);
        assert_eq!(due(0.625), 2);
        assert_eq!(due(1.5), 9);
    }
}
