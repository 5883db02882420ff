//! What the program's log tells of late, and the way to the audit log.

use egui::{Rect, Ui, pos2, vec2};

use crate::flow::staff::health::{Event, Page};
use crate::ui::icons::fill;
use crate::ui::staff::controls::{HIGH, Look, button, card};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Tint, Type, Weight};
use crate::ui::widgets::{Text, icon};

const PAD: f32 = 24.0;

/// Paints the card and says what was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, page: &Page, room: Rect) -> Option<Event> {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    card(ui, kit, room);
    let inner = room.shrink(PAD);
    let title = Rect::from_min_size(inner.min, vec2(inner.width(), 36.0));
    Text::new(&words.get("health-troubles"), kit.font(Type::StaffCard), p.ink).show(ui, title);
    let log = Rect::from_min_max(pos2(inner.left(), inner.bottom() - HIGH), inner.max);
    let mut top = title.bottom() + 12.0;
    let mut line = |glyph, tint: Tint, when: &str, text: &str| {
        let words_room = vec2(inner.width() - 44.0, 120.0);
        let sentence = Text::new(text, kit.font(Type::StaffBody), p.ink).lines(3).top();
        let high = sentence.measure(ui.painter(), words_room.x).y;
        let head = if when.is_empty() { 0.0 } else { 28.0 };
        if top + head + high > log.top() - 8.0 {
            return;
        }
        let square = Rect::from_min_size(pos2(inner.left(), top), vec2(28.0, 28.0));
        icon(ui.painter(), square, glyph, 28.0, tint.ink(&kit.theme));
        let left = square.right() + 14.0;
        if head > 0.0 {
            let place = Rect::from_min_size(pos2(left, top), vec2(words_room.x, head));
            let font = kit.font(Type::StaffCaption).weighted(Weight::Bold);
            Text::new(when, font, p.ink2).show(ui, place);
        }
        sentence.show(ui, Rect::from_min_size(pos2(left, top + head), vec2(words_room.x, high)));
        top += head + high + 14.0;
    };
    match &page.found {
        None => {}
        Some(found) if found.troubles.is_empty() => {
            line(fill::CHECK_CIRCLE, Tint::Green, "", &words.get("health-no-troubles"));
        }
        Some(found) => {
            for trouble in &found.troubles {
                let at = view.local(trouble.at);
                let args = [("date", words.date(at.date())), ("time", words.time(at.time()))];
                let when = words.with("health-when", &args);
                let (glyph, tint) =
                    if trouble.error { (fill::WARNING_CIRCLE, Tint::Red) } else { (fill::WARNING, Tint::Amber) };
                line(glyph, tint, &when, &words.get(&format!("trouble-{}", trouble.area.id())));
            }
        }
    }
    let name = words.get("health-log");
    button(ui, kit, log, &name, Some(fill::LIST_BULLETS), Look::Plain).clicked().then_some(Event::OpenLog)
}
