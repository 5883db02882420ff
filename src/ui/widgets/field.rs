//! A text field that only shows: the flow owns the text, every key goes there.

use egui::accesskit::Role;
use egui::emath::TSTransform;
use egui::text_selection::CCursorRange;
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Id, Rect, Ui, WidgetInfo, pos2, vec2};

use super::paint::{Face, check_disc};
use super::text::Text;
use super::touch::{Target, Touch, focus_ring};
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, radius};

/// What a field shows.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// Its label, which stands above it; the screen paints that. Assistive software reads it here.
    pub name: &'a str,
    /// The text as it is.
    pub text: &'a str,
    /// Shown, fainter, while there is no text.
    pub placeholder: &'a str,
    /// Do keys go here? Shows the caret at the end of the text and a blue border.
    pub active: bool,
    /// Is the text good as it is? Shows a check mark.
    pub good: bool,
    /// Is something wrong with it? The border turns red; the screen says what.
    pub wrong: bool,
    /// The style of its text: [`Type::FieldLarge`], [`Type::Field`] in narrow fields, [`Type::NumberL`] for numbers.
    pub size: Type,
}

/// Paints the field (112 du high for names, 136 for numbers). Touching it makes it the one that keys go to.
///
/// A text wider than its field shows its end, where the caret is.
pub fn field(ui: &Ui, kit: &Kit, rect: Rect, field: &Field<'_>) -> Touch {
    let target = Target { role: Role::TextInput, ..Target::button(field.name) };
    let touch = target.sense(ui, kit, rect);
    touch.response.widget_info(|| WidgetInfo {
        label: Some(field.name.to_owned()),
        ..WidgetInfo::text_edit(true, field.text, field.text, field.placeholder)
    });

    let p = &kit.theme.palette;
    let edge = match (field.wrong, field.active) {
        (true, _) if kit.theme.is_high_contrast() => p.red_edge,
        (true, _) => p.red_ink,
        (false, true) => p.blue,
        (false, false) => p.edge,
    };
    let width = if field.wrong { kit.theme.stroke.error } else { kit.theme.stroke.field };
    Face::filled(p.surface, radius::FIELD).outlined(width, edge).paint(ui.painter(), rect, 0.0);

    let mut room = rect.shrink2(vec2(34.0, 8.0));
    if field.good {
        room.max.x -= 64.0;
        let disc = Rect::from_center_size(pos2(rect.right() - 62.0, rect.center().y), vec2(42.0, 42.0));
        check_disc(ui.painter(), kit, disc, 42.0);
    }
    paint_text(ui, kit, room, field, touch.response.id);
    focus_ring(ui, kit, rect, radius::FIELD, &touch);
    touch
}

fn paint_text(ui: &Ui, kit: &Kit, room: Rect, field: &Field<'_>, id: Id) {
    let p = &kit.theme.palette;
    let font = kit.font(field.size);
    let painter = ui.painter().with_clip_rect(room.expand2(vec2(2.0, 8.0)).intersect(ui.clip_rect()));
    if field.text.is_empty() && !field.placeholder.is_empty() {
        let font = font.sized(font.size.min(kit.font(Type::Lead).size)).weighted(crate::ui::theme::Weight::Medium);
        let place = Rect::from_min_max(room.min + vec2(if field.active { 16.0 } else { 0.0 }, 0.0), room.max);
        Text::new(field.placeholder, font, p.ink2).paint(&painter, place);
    }
    let galley = painter.layout_no_wrap(field.text.to_owned(), font.id(), p.ink);
    // The end stays in sight.
    let hidden = (galley.size().x + 16.0 - room.width()).max(0.0);
    let left = room.left() - hidden;
    let end = left + galley.size().x;
    let top = room.center().y - galley.size().y / 2.0;
    // What was typed can be read letter by letter, and the caret is where it is seen.
    let caret = field.active.then(|| CCursorRange::one(galley.end()));
    let place = TSTransform::from_translation(vec2(left, top));
    update_accesskit_for_text_widget(ui.ctx(), id, caret, place, &galley);
    painter.galley(pos2(left, top), galley, p.ink);
    if field.active {
        let caret = Rect::from_center_size(pos2(end + 8.0, room.center().y), vec2(5.0, font.size * 1.15));
        Face::filled(p.blue, 2.5).paint(&painter, caret, 0.0);
    }
}
