//! A number with minus and plus on both sides; touching the number asks for a keypad.

use egui::accesskit::Role;
use egui::{Rect, Ui, WidgetInfo, pos2, vec2};

use super::key::repeats;
use super::paint::{Face, icon, icon_box};
use super::text::{Text, name_text};
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::theme::{Tint, Type, radius};

/// What a stepper shows.
#[derive(Debug, Clone, Copy)]
pub struct Stepper<'a> {
    /// What is counted.
    pub name: &'a str,
    /// Its picture.
    pub icon: Icon,
    /// The colours of the picture's box.
    pub tint: Tint,
    /// The number.
    pub value: u32,
    /// The smallest number; at it, minus is grey.
    pub least: u32,
    /// The largest number; at it, plus is grey.
    pub most: u32,
    /// Is the number being typed? Its box gets a blue border.
    pub typing: bool,
    /// What assistive software calls minus ("Kurangi Laki-laki").
    pub less: &'a str,
    /// What assistive software calls plus.
    pub more: &'a str,
}

/// What was touched on a stepper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepperPress {
    /// One less. Never at the smallest number. Repeats while held: after 500 ms, 8 a second.
    Less,
    /// One more. Never at the largest number. Repeats as well.
    More,
    /// The number itself: it is to be typed.
    Type,
}

/// Paints the stepper on its card (742 × 184 du as drawn).
pub fn stepper(ui: &Ui, kit: &Kit, rect: Rect, stepper: &Stepper<'_>) -> Option<StepperPress> {
    let p = &kit.theme.palette;
    Face::filled(p.surface, radius::CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    let middle = rect.center().y;
    let square = Rect::from_min_size(pos2(rect.left() + 26.0, middle - 44.0), vec2(88.0, 88.0));
    icon_box(ui.painter(), kit, square, stepper.icon, stepper.tint);

    let right = rect.right() - 28.0;
    let place = |from: f32, width: f32| Rect::from_min_size(pos2(right - from, middle - 52.0), vec2(width, 104.0));
    let (minus, number, plus) = (place(364.0, 104.0), place(241.0, 120.0), place(104.0, 104.0));
    let room = Rect::from_min_max(pos2(square.right() + 18.0, rect.top()), pos2(minus.left() - 16.0, rect.bottom()));
    let words = Text::new(stepper.name, kit.sized(Type::LabelStrong, 32.0), p.ink).lines(2).paint(ui.painter(), room);
    name_text(ui, words, stepper.name);

    let less = step_button(ui, kit, minus, stepper.less, bold::MINUS, false, stepper.value > stepper.least);
    let typed = number_box(ui, kit, number, stepper);
    let more = step_button(ui, kit, plus, stepper.more, bold::PLUS, true, stepper.value < stepper.most);
    if repeats(ui, &less) && stepper.value > stepper.least {
        Some(StepperPress::Less)
    } else if repeats(ui, &more) && stepper.value < stepper.most {
        Some(StepperPress::More)
    } else {
        typed.clicked().then_some(StepperPress::Type)
    }
}

fn number_box(ui: &Ui, kit: &Kit, rect: Rect, stepper: &Stepper<'_>) -> Touch {
    let target = Target { role: Role::SpinButton, ..Target::button(stepper.name) };
    let touch = target.sense(ui, kit, rect);
    touch.response.widget_info(|| WidgetInfo {
        label: Some(stepper.name.to_owned()),
        ..WidgetInfo::drag_value(true, f64::from(stepper.value))
    });
    let p = &kit.theme.palette;
    let (edge, width) = if stepper.typing { (p.blue, kit.theme.stroke.field) } else { (p.edge, kit.theme.stroke.tile) };
    Face::filled(p.surface, radius::FIELD).outlined(width, edge).paint(ui.painter(), rect, 0.0);
    let font = kit.font(Type::KeypadKey).weighted(crate::ui::theme::Weight::Extra);
    Text::new(&stepper.value.to_string(), font, p.ink).centered().paint(ui.painter(), rect.shrink2(vec2(10.0, 0.0)));
    focus_ring(ui, kit, rect, radius::FIELD, &touch);
    touch
}

fn step_button(ui: &Ui, kit: &Kit, rect: Rect, name: &str, glyph: Icon, main: bool, able: bool) -> Touch {
    let touch = Target::key(name).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let tile = kit.theme.stroke.tile;
    let (face, ink) = if !able {
        (Face::filled(if kit.theme.is_high_contrast() { p.surface } else { p.line }, radius::FIELD), p.ink2)
    } else if main {
        let fill = if touch.held() { p.blue_pressed } else { p.blue };
        (Face::filled(fill, radius::FIELD).shadowed(kit.theme.shadow.key, p.blue_shadow), p.on_blue)
    } else {
        let face = Face::filled(p.key_fn, radius::FIELD).outlined(tile, p.edge);
        (face.shadowed(kit.theme.shadow.key, p.key_shadow), p.ink)
    };
    let place = face.paint(ui.painter(), rect, touch.down());
    icon(ui.painter(), place, glyph, 54.0, ink);
    focus_ring(ui, kit, rect, radius::FIELD, &touch);
    touch
}
