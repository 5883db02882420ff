//! What takes its time: reading and writing, with the way out; and the end of it.

use egui::accesskit::Role;
use egui::{Rect, Sense, WidgetInfo, pos2, vec2};

use super::event;
use crate::domain::member_list::ImportCounts;
use crate::flow::staff::members::ImportEvent;
use crate::ui::icons::{bold, fill};
use crate::ui::staff::members::CONTROL;
use crate::ui::staff::members::parts::PageUi;
use crate::ui::theme::{Tint, Type};
use crate::ui::widgets::{Face, StaffLook, Text, icon_box};

const BAR: f32 = 28.0;

pub(super) fn show(p: &mut PageUi<'_, '_>, (title, lead): (&str, &str), done: u64, body: Rect, foot: Rect) {
    let (kit, palette) = (p.view.kit, &p.view.kit.theme.palette);
    let percent = (done / 10).min(100);
    let title = p.view.words.with(title, &[("percent", percent.to_string())]);
    let wide = 900.0_f32.min(body.width());
    let line = |y: f32, high: f32| {
        Rect::from_min_size(pos2(body.center().x - wide / 2.0, body.center().y + y), vec2(wide, high))
    };
    Text::new(&title, kit.font(Type::StaffTitle).sized(30.0), palette.ink).centered().show(p.ui, line(-90.0, 44.0));
    let track = line(-24.0, BAR);
    Face::filled(palette.line, BAR / 2.0).paint(p.ui.painter(), track, 0.0);
    #[expect(clippy::cast_precision_loss, reason = "thousandths")]
    let share = (done as f32 / 1000.0).clamp(0.0, 1.0);
    if share > 0.0 {
        let filled = Rect::from_min_size(track.min, vec2((track.width() * share).max(BAR), BAR));
        Face::filled(palette.blue, BAR / 2.0).paint(p.ui.painter(), filled, 0.0);
    }
    let id = p.ui.scope_id().with("progress");
    let response = p.ui.interact(track, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &title));
    let lead = p.word(lead);
    Text::new(&lead, kit.font(Type::StaffBody), palette.ink2).lines(2).centered().show(p.ui, line(24.0, 60.0));
    let cancel = p.word("members-writing-cancel");
    let y = (foot.top(), foot.bottom());
    p.button_from_right(foot.right(), y, &cancel, Some(bold::X), StaffLook::Plain, event(ImportEvent::Back));
}

pub(super) fn done(p: &mut PageUi<'_, '_>, counts: ImportCounts, body: Rect, foot: Rect) {
    let (kit, palette, words) = (p.view.kit, &p.view.kit.theme.palette, p.view.words);
    let square = Rect::from_center_size(pos2(body.center().x, body.center().y - 130.0), vec2(112.0, 112.0));
    icon_box(p.ui.painter(), kit, square, fill::CHECK_CIRCLE, Tint::Green);
    let line =
        |y: f32, high: f32| Rect::from_min_size(pos2(body.left(), body.center().y + y), vec2(body.width(), high));
    let title = words.get("members-done-title");
    Text::new(&title, kit.font(Type::StaffTitle), palette.ink).centered().show(p.ui, line(-56.0, 52.0));
    let args = [("added", counts.added), ("updated", counts.updated), ("deactivated", counts.deactivated)];
    let text = words.with("members-done", &args.map(|(name, n)| (name, words.number(n))));
    Text::new(&text, kit.font(Type::StaffCard), palette.ink).lines(2).centered().show(p.ui, line(4.0, 44.0));
    let lead = words.get("members-done-lead");
    Text::new(&lead, kit.font(Type::StaffBody), palette.ink2).lines(2).centered().show(p.ui, line(56.0, CONTROL));
    let ok = words.get("members-done-ok");
    let y = (foot.top(), foot.bottom());
    p.button_from_right(foot.right(), y, &ok, Some(bold::CHECK), StaffLook::Primary, event(ImportEvent::Leave));
}
