//! A message that comes over the screen and goes by itself.

use egui::{Rect, Sense, Ui, vec2};

use crate::flow::{Event, Strip};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{TOP_BAR, Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Side, Text, button_width, primary_button, strip};

/// Paints the message, if there is one; after three unreadable scans it offers to type the number (rule 15).
pub(super) fn show(ui: &Ui, view: &View<'_>) -> Option<Event> {
    let (what, _) = view.state.strip?;
    let (icon, tint, key) = look(what);
    let text = view.words.get(key);
    let offer = (what == Strip::UnreadableOfferKeypad).then(|| view.words.get("strip-keypad-button"));
    let canvas = &view.canvas;
    let widest = canvas.width() - 96.0;
    let font = view.kit.font(Type::BodyStrong);
    let words = Text::new(&text, font, view.kit.theme.palette.ink).measure(ui.painter(), f32::INFINITY).x;
    let side = Side::Left(bold::PENCIL_SIMPLE);
    let button = offer.as_ref().map_or(0.0, |offer| button_width(ui.painter(), view.kit, offer, side) + 24.0);
    // Beside each other where there is room, else the button below the words.
    let stacked = button > 0.0 && 138.0 + words + button > widest;
    let width = (138.0 + words + if stacked { 0.0 } else { button }).clamp(640.0_f32.min(widest), widest);
    let lines = if 138.0 + words > width + 1.0 { 2.0 } else { 1.0 };
    let words_high = 56.0 + lines * font.line_height();
    let high = if stacked { words_high + 112.0 } else { words_high.max(if button > 0.0 { 112.0 } else { 96.0 }) };

    let rect = canvas.rect((canvas.width() - width) / 2.0, TOP_BAR + 28.0, width, high);
    // What the strip hides is not to be touched through it.
    ui.interact(rect, ui.scope_id().with("strip"), Sense::CLICK);
    let message = if stacked { Rect::from_min_size(rect.min, vec2(width, high)) } else { rect };
    strip(ui, view.kit, message, icon, tint, if offer.is_some() { "" } else { &text });
    let offer = offer?;
    let room =
        Rect::from_min_max(rect.min + vec2(130.0, 8.0), rect.max - vec2(if stacked { 32.0 } else { button }, 8.0));
    let room = if stacked { Rect::from_min_size(room.min, vec2(room.width(), words_high - 16.0)) } else { room };
    Text::new(&text, font, view.kit.theme.palette.ink).lines(2).show(ui, room);
    let size = vec2(button - 24.0, 92.0);
    let place = if stacked {
        Rect::from_min_size(rect.max - size - vec2(24.0, 20.0), size)
    } else {
        Rect::from_center_size(egui::pos2(rect.right() - 12.0 - size.x / 2.0, rect.center().y), size)
    };
    primary_button(ui, view.kit, place, &offer, side, true).clicked().then_some(Event::TypeNumber)
}

fn look(what: Strip) -> (Icon, Tint, &'static str) {
    match what {
        Strip::Unreadable => (fill::WARNING_CIRCLE, Tint::Amber, "strip-unreadable"),
        Strip::UnreadableOfferKeypad => (fill::WARNING_CIRCLE, Tint::Amber, "strip-keypad"),
        Strip::LookupFailed => (fill::WARNING_CIRCLE, Tint::Red, "strip-lookup"),
        Strip::Undone => (fill::CHECK_CIRCLE, Tint::Green, "strip-undone"),
        Strip::PurposeGone => (fill::INFO, Tint::Blue, "strip-purpose"),
    }
}
