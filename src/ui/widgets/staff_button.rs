//! The panel's small controls: buttons and segments, 64 du high.

use egui::{Align2, Painter, Rect, Ui, pos2, vec2};

use super::paint::{Face, icon as paint_icon};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::theme::{Font, Type, Weight, radius};

/// How a small button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffLook {
    /// Filled: what leads on.
    Primary,
    /// White with an outline.
    Plain,
    /// An outline in the colour of what is chosen: a filter that is set, a switch that is on.
    Chosen,
}

const ICON: f32 = 24.0;
const GAP: f32 = 12.0;
const PADDING: f32 = 24.0;

fn font(kit: &Kit) -> Font {
    kit.font(Type::StaffBody).weighted(Weight::Bold)
}

/// A button of the panel, 64 du high.
pub fn staff_button(ui: &Ui, kit: &Kit, rect: Rect, text: &str, icon: Option<Icon>, look: StaffLook) -> Touch {
    let touch = match look {
        StaffLook::Chosen => Target::choice(text, true),
        StaffLook::Primary | StaffLook::Plain => Target::button(text),
    }
    .sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let (ground, edge, ink) = match (look, touch.held()) {
        (StaffLook::Primary, false) => (p.blue, p.blue, p.on_blue),
        (StaffLook::Primary, true) => (p.blue_pressed, p.blue_pressed, p.on_blue),
        (StaffLook::Plain, false) => (p.surface, p.edge, p.ink),
        (StaffLook::Plain, true) => (p.well, p.edge, p.ink),
        (StaffLook::Chosen, _) => (p.blue_tint, p.blue, p.blue),
    };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, edge).paint(ui.painter(), rect, 0.0);
    let label = Text::new(text, font(kit), ink).align(Align2::LEFT_CENTER);
    let words = label.measure(ui.painter(), f32::INFINITY).x.min(rect.width() - 16.0);
    let glyph = if icon.is_some() { ICON + GAP } else { 0.0 };
    let left = rect.center().x - f32::midpoint(words, glyph);
    if let Some(icon) = icon {
        let square = Rect::from_center_size(pos2(left + ICON / 2.0, rect.center().y), vec2(ICON, ICON));
        paint_icon(ui.painter(), square, icon, ICON, ink);
    }
    let room = Rect::from_min_max(pos2(left + glyph, rect.top()), pos2(left + glyph + words + 1.0, rect.bottom()));
    label.paint(ui.painter(), room);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch
}

/// The width that a button of that text needs.
#[must_use]
pub fn staff_button_width(painter: &Painter, kit: &Kit, text: &str, icon: bool) -> f32 {
    let words = Text::new(text, font(kit), kit.theme.palette.ink).measure(painter, f32::INFINITY).x;
    (words + if icon { ICON + GAP } else { 0.0 } + 2.0 * PADDING).ceil().max(88.0)
}

/// One of several choices in a row, of which one is chosen; answers with the place of the one that was touched.
pub fn segments(ui: &Ui, kit: &Kit, rect: Rect, names: &[String], chosen: Option<usize>) -> Option<usize> {
    let p = &kit.theme.palette;
    Face::filled(p.surface, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge).paint(
        ui.painter(),
        rect,
        0.0,
    );
    let widths = segment_widths(ui.painter(), kit, names);
    let scale = rect.width() / widths.iter().sum::<f32>().max(1.0);
    let mut left = rect.left();
    let mut touched = None;
    for (at, (name, wide)) in names.iter().zip(widths).enumerate() {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(wide * scale, rect.height()));
        left = place.right();
        let on = chosen == Some(at);
        let touch = Target::choice(name, on).sense(ui, kit, place);
        let ink = if on {
            Face::filled(p.night, radius::STAFF_BUTTON).paint(ui.painter(), place, 0.0);
            p.on_night
        } else {
            if touch.held() {
                Face::filled(p.well, radius::STAFF_BUTTON).paint(ui.painter(), place.shrink(4.0), 0.0);
            }
            p.ink
        };
        Text::new(name, font(kit), ink).centered().paint(ui.painter(), place.shrink2(vec2(8.0, 0.0)));
        focus_ring(ui, kit, place, radius::STAFF_BUTTON, &touch);
        if touch.clicked() {
            touched = Some(at);
        }
    }
    touched
}

/// The width that the segments need together.
#[must_use]
pub fn segments_width(painter: &Painter, kit: &Kit, names: &[String]) -> f32 {
    segment_widths(painter, kit, names).iter().sum()
}

fn segment_widths(painter: &Painter, kit: &Kit, names: &[String]) -> Vec<f32> {
    names.iter().map(|name| staff_button_width(painter, kit, name, false)).collect()
}
