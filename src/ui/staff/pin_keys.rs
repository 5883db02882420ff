//! The keys of the PIN pad: ten figures, X and Backspace.

use egui::{Rect, Ui};

use super::pin_plan::Plan;
use super::view::StaffView;
use crate::flow::staff::Event;
use crate::ui::icons::{Icon, bold};
use crate::ui::theme::{HILLS, Type};
use crate::ui::widgets::{Face, Target, Text, Touch, focus_ring, icon};

const FIGURES: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const RADIUS: f32 = 36.0;

/// Paints the keys and says which one was touched; fainter while they do nothing.
pub(super) fn keys(ui: &Ui, view: &StaffView<'_>, plan: &Plan, ready: bool) -> Option<Event> {
    let mut pressed = None;
    for (figure, name) in (0_u8..).zip(FIGURES) {
        let place = if figure == 0 { plan.key(1, 3) } else { plan.key((figure - 1) % 3, (figure - 1) / 3) };
        let (touch, face, ink) = key(ui, view, place, name, true, ready);
        Text::new(name, view.kit.font(Type::KeypadKey), ink).centered().paint(ui.painter(), face);
        focus_ring(ui, view.kit, place, RADIUS, &touch);
        if touch.clicked() {
            pressed = Some(Event::Typed(char::from(b'0' + figure)));
        }
    }
    let others: [(Rect, &str, Icon, Event); 2] = [
        (plan.key(0, 3), "staff-pin-clear", bold::X, Event::Clear),
        (plan.key(2, 3), "staff-pin-backspace", bold::BACKSPACE, Event::Backspace),
    ];
    for (place, name, glyph, event) in others {
        let (touch, face, ink) = key(ui, view, place, &view.words.get(name), false, ready);
        icon(ui.painter(), face, glyph, 56.0, ink);
        focus_ring(ui, view.kit, place, RADIUS, &touch);
        if touch.clicked() {
            pressed = Some(event);
        }
    }
    pressed
}

/// Paints a key's face. Answers its touch, where the face is, and the colour of what stands on it.
fn key(
    ui: &Ui,
    view: &StaffView<'_>,
    rect: Rect,
    name: &str,
    figure: bool,
    ready: bool,
) -> (Touch, Rect, egui::Color32) {
    let p = &view.kit.theme.palette;
    let high = view.kit.theme.is_high_contrast();
    let touch = Target::key(name).sense(ui, view.kit, rect);
    let held = touch.held() && ready;
    let (fill, edge) = match (figure, high) {
        (_, true) => (if held { p.night_edge } else { p.night }, p.night_edge),
        (true, false) => (if held { p.night3 } else { p.night2 }, HILLS[0]),
        (false, false) => (if held { p.night2 } else { p.night }, p.night_edge),
    };
    let face = Face::filled(fill, RADIUS).outlined(view.kit.theme.stroke.tile, edge).paint(ui.painter(), rect, 0.0);
    let ink = match (ready, held && high) {
        (_, true) => p.on_amber,
        (true, false) => p.on_night,
        (false, false) => p.night_edge,
    };
    (touch, face, ink)
}
