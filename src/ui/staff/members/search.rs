//! The search field, the order of the list, and the keyboard on the screen.

use egui::accesskit::Role;
use egui::{Rect, WidgetInfo, pos2, vec2};

use super::head;
use super::parts::PageUi;
use crate::domain::member_list::MemberOrder;
use crate::flow::staff::members::{Event, Page};
use crate::flow::staff::page::Key;
use crate::ui::icons::bold;
use crate::ui::theme::{Type, radius};
use crate::ui::widgets::{
    Face, KeyPress, KeyboardWords, Target, Text, focus_ring, icon, keyboard, segments, segments_width,
};

pub(super) fn bar(p: &mut PageUi<'_, '_>, page: &Page, rect: Rect, narrow: bool) {
    let names = [p.word("members-order-name"), p.word("members-order-number")];
    let wide = segments_width(p.ui.painter(), p.view.kit, &names);
    let most = if narrow { rect.width() - wide - 16.0 } else { 560.0 };
    let place = Rect::from_min_size(rect.min, vec2(most, rect.height()));
    field(p, page, place);
    let orders = Rect::from_min_size(pos2(place.right() + 16.0, rect.top()), vec2(wide, rect.height()));
    let chosen = MemberOrder::ALL.iter().position(|order| *order == page.list.search.order);
    if let Some(at) = segments(p.ui, p.view.kit, orders, &names, chosen) {
        p.events.extend(MemberOrder::ALL.get(at).map(|order| Event::Order(*order)));
    }
    if !narrow {
        head::undo(p, page, Rect::from_min_max(pos2(orders.right() + 16.0, rect.top()), rect.max));
    }
}

/// The field: what is looked for, and the caret while the keyboard is open.
fn field(p: &mut PageUi<'_, '_>, page: &Page, rect: Rect) {
    let (kit, palette) = (p.view.kit, &p.view.kit.theme.palette);
    let (name, text) = (p.word("members-search"), page.list.search.text.as_str());
    let has_text = !text.is_empty();
    let hit = Rect::from_min_max(rect.min, rect.max - vec2(if has_text { 64.0 } else { 0.0 }, 0.0));
    let touch = Target { role: Role::TextInput, ..Target::button(&name) }.sense(p.ui, kit, hit);
    touch
        .response
        .widget_info(|| WidgetInfo { label: Some(name.clone()), ..WidgetInfo::text_edit(true, text, text, "") });
    let edge = if page.typing { palette.blue } else { palette.edge };
    Face::filled(palette.surface, radius::STAFF_BUTTON).outlined(kit.theme.stroke.tile, edge).paint(
        p.ui.painter(),
        rect,
        0.0,
    );
    let glass = Rect::from_center_size(pos2(rect.left() + 36.0, rect.center().y), vec2(28.0, 28.0));
    icon(p.ui.painter(), glass, bold::MAGNIFYING_GLASS, 28.0, palette.ink2);
    let room = Rect::from_min_max(pos2(rect.left() + 66.0, rect.top()), pos2(hit.right() - 14.0, rect.bottom()));
    let mut end = room.left();
    if has_text {
        let painter = p.ui.painter().with_clip_rect(room.intersect(p.ui.clip_rect()));
        let galley = painter.layout_no_wrap(text.to_owned(), kit.font(Type::StaffCard).id(), palette.ink);
        let left = room.left() - (galley.size().x + 10.0 - room.width()).max(0.0);
        end = left + galley.size().x;
        painter.galley(pos2(left, room.center().y - galley.size().y / 2.0), galley, palette.ink);
    } else if !page.typing {
        Text::new(&name, kit.font(Type::StaffBody), palette.ink2).paint(p.ui.painter(), room);
    }
    if page.typing {
        let caret = Rect::from_center_size(pos2(end + 5.0, room.center().y), vec2(3.0, 30.0));
        Face::filled(palette.blue, 1.5).paint(p.ui.painter(), caret, 0.0);
    }
    focus_ring(p.ui, kit, rect, radius::STAFF_BUTTON, &touch);
    if touch.clicked() {
        p.events.push(Event::Search);
    }
    if has_text {
        let clear = Rect::from_min_max(pos2(rect.right() - 64.0, rect.top()), rect.max);
        let name = p.word("members-search-clear");
        let touch = Target::button(&name).sense(p.ui, kit, clear);
        icon(p.ui.painter(), clear, bold::X, 26.0, palette.ink2);
        focus_ring(p.ui, kit, clear, radius::STAFF_BUTTON, &touch);
        if touch.clicked() {
            p.events.push(Event::Key(Key::Clear));
        }
    }
}

/// The keyboard.
pub(super) fn keys(p: &mut PageUi<'_, '_>, page: &Page, rect: Rect) {
    let (space, shift, backspace) = (p.word("key-space"), p.word("key-shift"), p.word("key-delete"));
    let words = KeyboardWords { space: &space, shift: &shift, backspace: &backspace };
    let begins = page.list.search.text.chars().next_back().is_none_or(|c| c == ' ');
    let key = match keyboard(p.ui, p.view.kit, rect, &words, begins) {
        Some(KeyPress::Char(c)) => Key::Char(c),
        Some(KeyPress::Backspace) => Key::Backspace,
        Some(KeyPress::Clear) => Key::Clear,
        None => return,
    };
    p.events.push(Event::Key(key));
}
