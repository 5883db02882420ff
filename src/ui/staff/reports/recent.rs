//! "Berkas terakhir": what was made last, from the audit log.

use egui::{Rect, Ui, pos2, vec2};

use crate::domain::report::Content;
use crate::flow::staff::reports::{Choice, Desk, Recent};
use crate::ui::icons::fill;
use crate::ui::staff::saving::form_glyph;
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{Text, icon};

/// Height of a line.
const LINE: f32 = 64.0;

/// Paints as many as there is room for.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, desk: &Desk, room: Rect) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    if desk.recent.is_empty() {
        let text = view.words.get("reports-recent-none");
        let rect = Rect::from_min_size(room.min, vec2(room.width(), LINE));
        Text::new(&text, kit.font(Type::StaffBody), p.ink2).lines(2).show(ui, rect);
        return;
    }
    let mut rect = Rect::from_min_size(room.min, vec2(room.width(), LINE));
    for recent in &desk.recent {
        if rect.bottom() > room.bottom() + 1.0 {
            break;
        }
        ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(kit.theme.stroke.card, p.line));
        line(ui, view, desk, recent, rect);
        rect = rect.translate(vec2(0.0, LINE));
    }
}

fn line(ui: &Ui, view: &StaffView<'_>, desk: &Desk, recent: &Recent, rect: Rect) {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let square = Rect::from_min_size(pos2(rect.left(), rect.center().y - 15.0), vec2(30.0, 30.0));
    let glyph = recent.form.map_or(fill::FILE_ARROW_DOWN, form_glyph);
    icon(ui.painter(), square, glyph, 30.0, p.blue);
    // 2 Nov, with the year when it is another one.
    let mut on = words.brief_date(recent.on).rsplit(", ").next().unwrap_or_default().to_owned();
    if chrono::Datelike::year(&recent.on) != chrono::Datelike::year(&desk.today) {
        on = format!("{on} {}", chrono::Datelike::year(&recent.on));
    }
    let day = Text::new(&on, kit.font(Type::StaffCaption).weighted(Weight::Bold), p.ink2).right();
    let wide = day.measure(ui.painter(), f32::INFINITY).x + 4.0;
    let end = Rect::from_min_max(pos2(rect.right() - wide, rect.top()), rect.max);
    let what = match recent.content {
        Content::Sifted => Content::Sifted.id(),
        content => Choice::of(content, &recent.span).id(),
    };
    let what = words.get(&format!("reports-{what}"));
    let text = words.with("reports-recent-what", &[("what", what), ("span", words.span(&recent.span))]);
    let name = Rect::from_min_max(pos2(square.right() + 14.0, rect.top()), pos2(end.left() - 10.0, rect.bottom()));
    Text::new(&text, kit.font(Type::StaffCaption).weighted(Weight::Bold), p.ink).lines(2).show(ui, name);
    day.show(ui, end);
}
