//! The controls above the table: a filter that opens a list, a quick filter with its count, the search.

use egui::accesskit::Role;
use egui::{Align2, Rect, Ui, WidgetInfo, pos2, vec2};

use super::super::view::StaffView;
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon};

const ICON: f32 = 24.0;

/// The width that a filter needs.
pub(super) fn filter_width(ui: &Ui, view: &StaffView<'_>, text: &str) -> f32 {
    let font = view.kit.font(Type::StaffBody).weighted(Weight::Bold);
    Text::new(text, font, view.kit.theme.palette.ink).measure(ui.painter(), f32::INFINITY).x.ceil() + 114.0
}

/// A filter: icon, what it is set to, and a caret; with an X and tinted once it is set.
pub(super) fn filter(
    ui: &Ui,
    view: &StaffView<'_>,
    rect: Rect,
    name: &str,
    text: &str,
    glyph: Icon,
    set: bool,
) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let label = format!("{name}: {text}");
    let touch = Target::choice(&label, set).sense(ui, kit, rect);
    let (ground, edge, ink) = match (set, touch.held()) {
        (true, _) => (p.blue_tint, p.blue, p.blue),
        (false, true) => (p.well, p.edge, p.ink),
        (false, false) => (p.surface, p.edge, p.ink),
    };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, edge).paint(ui.painter(), rect, 0.0);
    let square = |x: f32| Rect::from_center_size(pos2(x, rect.center().y), vec2(ICON, ICON));
    icon(ui.painter(), square(rect.left() + 32.0), glyph, ICON, ink);
    icon(ui.painter(), square(rect.right() - 28.0), if set { bold::X } else { bold::CARET_DOWN }, 20.0, ink);
    let room = Rect::from_min_max(pos2(rect.left() + 56.0, rect.top()), pos2(rect.right() - 50.0, rect.bottom()));
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    Text::new(text, font, ink).align(Align2::LEFT_CENTER).paint(ui.painter(), room);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

/// The width that a quick filter needs.
pub(super) fn quick_width(ui: &Ui, view: &StaffView<'_>, text: &str, count: &str) -> f32 {
    let font = view.kit.font(Type::StaffBody).weighted(Weight::Bold);
    let wide = |t: &str| Text::new(t, font, view.kit.theme.palette.ink).measure(ui.painter(), f32::INFINITY).x.ceil();
    wide(text) + wide(count).max(14.0) + 82.0
}

/// A quick filter with how many rows it would list.
pub(super) fn quick(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, count: &str, set: bool) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let label = format!("{text}: {count}");
    let touch = Target::choice(&label, set).sense(ui, kit, rect);
    let (ground, edge, ink) = match (set, touch.held()) {
        (true, _) => (p.blue_tint, p.blue, p.blue),
        (false, true) => (p.well, p.edge, p.ink),
        (false, false) => (p.surface, p.edge, p.ink),
    };
    let round = rect.height() / 2.0;
    Face::filled(ground, round).outlined(kit.theme.stroke.card, edge).paint(ui.painter(), rect, 0.0);
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    let wide = Text::new(count, font, ink).measure(ui.painter(), f32::INFINITY).x.ceil().max(14.0) + 22.0;
    let badge = Rect::from_center_size(pos2(rect.right() - 20.0 - wide / 2.0, rect.center().y), vec2(wide, 32.0));
    Face::filled(if set { p.surface } else { p.blue_tint }, 16.0).paint(ui.painter(), badge, 0.0);
    Text::new(count, font, p.blue).centered().paint(ui.painter(), badge);
    let room = Rect::from_min_max(pos2(rect.left() + 24.0, rect.top()), pos2(badge.left() - 10.0, rect.bottom()));
    Text::new(text, font, ink).align(Align2::LEFT_CENTER).paint(ui.painter(), room);
    focus_ring(ui, kit, rect, round, &touch);
    touch.clicked()
}

/// What a text field of the panel shows.
pub(super) struct Field<'a> {
    /// For assistive software.
    pub name: &'a str,
    /// What was typed.
    pub text: &'a str,
    /// Fainter, while there is no text.
    pub placeholder: &'a str,
    /// Keys go here.
    pub active: bool,
    /// Something is wrong with it.
    pub wrong: bool,
    /// Before the text.
    pub icon: Option<Icon>,
}

/// A text field of the panel, 64 du high.
pub(super) fn field(ui: &Ui, view: &StaffView<'_>, rect: Rect, field: &Field<'_>) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target { role: Role::TextInput, ..Target::button(field.name) }.sense(ui, kit, rect);
    touch.response.widget_info(|| WidgetInfo {
        label: Some(field.name.to_owned()),
        ..WidgetInfo::text_edit(true, field.text, field.text, field.placeholder)
    });
    let edge = match (field.wrong, field.active) {
        (true, _) => p.red_ink,
        (false, true) => p.blue,
        (false, false) => p.edge,
    };
    let stroke = if field.active || field.wrong { kit.theme.stroke.tile } else { kit.theme.stroke.card };
    Face::filled(p.surface, radius::STAFF_BUTTON).outlined(stroke, edge).paint(ui.painter(), rect, 0.0);
    let mut room = rect.shrink2(vec2(20.0, 4.0));
    if let Some(glyph) = field.icon {
        let square = Rect::from_center_size(pos2(rect.left() + 36.0, rect.center().y), vec2(ICON, ICON));
        icon(ui.painter(), square, glyph, 26.0, p.ink2);
        room.min.x += 42.0;
    }
    let font = kit.font(Type::StaffBody);
    if field.text.is_empty() && !field.active {
        Text::new(field.placeholder, font, p.ink2).paint(ui.painter(), room);
    } else {
        written(ui, room, font, field, p.ink, p.blue);
    }
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

/// The text with its caret; of a long text its end.
fn written(
    ui: &Ui,
    room: Rect,
    font: crate::ui::theme::Font,
    field: &Field<'_>,
    ink: egui::Color32,
    caret: egui::Color32,
) {
    let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
    let galley = painter.layout_no_wrap(field.text.to_owned(), font.weighted(Weight::Bold).id(), ink);
    let hidden = (galley.size().x + 10.0 - room.width()).max(0.0);
    let left = room.left() - hidden;
    let end = left + galley.size().x;
    painter.galley(pos2(left, room.center().y - galley.size().y / 2.0), galley, ink);
    if field.active {
        let bar = Rect::from_center_size(pos2(end + 4.0, room.center().y), vec2(3.0, font.size * 1.3));
        Face::filled(caret, 1.5).paint(&painter, bar, 0.0);
    }
}

/// A square button with an icon alone.
pub(super) fn square(ui: &Ui, view: &StaffView<'_>, rect: Rect, name: &str, glyph: Icon) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::button(name).sense(ui, kit, rect);
    if touch.held() {
        Face::filled(p.well, radius::STAFF_BUTTON).paint(ui.painter(), rect.shrink(4.0), 0.0);
    }
    icon(ui.painter(), rect, glyph, 28.0, p.ink2);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

/// A sentence in a tinted box, read out.
pub(super) fn sentence(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, good: bool) {
    use crate::ui::theme::Tint;
    let kit = view.kit;
    let (tint, glyph) = if good { (Tint::Green, fill::CHECK_CIRCLE) } else { (Tint::Red, fill::WARNING_CIRCLE) };
    let ink = tint.ink(&kit.theme);
    Face::filled(tint.ground(&kit.theme), radius::STAFF_BUTTON).paint(ui.painter(), rect, 0.0);
    let spot = Rect::from_center_size(pos2(rect.left() + 32.0, rect.center().y), vec2(28.0, 28.0));
    icon(ui.painter(), spot, glyph, 28.0, ink);
    let room = Rect::from_min_max(pos2(rect.left() + 60.0, rect.top() + 4.0), rect.max - vec2(16.0, 4.0));
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    let shown = Text::new(text, font, ink).lines(2).show(ui, room);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
