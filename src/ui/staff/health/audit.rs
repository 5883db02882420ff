//! The audit log, page by page: who did what, when.

use egui::{Rect, Ui, pos2, vec2};

use crate::flow::staff::health::{Event, Log, LogLine, Who};
use crate::i18n::Words;
use crate::ui::icons::bold;
use crate::ui::staff::controls::{HIGH, Look, button, card, width};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::Text;

const PAD: f32 = 24.0;
/// Height of a line.
const LINE: f32 = 64.0;

/// Paints the page and says what was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, log: &Log, page: Rect) -> Option<Event> {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let back = words.get("health-log-back");
    let wide = width(ui.painter(), kit, &back, Some(bold::ARROW_LEFT));
    let place = Rect::from_min_size(pos2(page.right() - wide, page.top()), vec2(wide, HIGH));
    let mut act =
        button(ui, kit, place, &back, Some(bold::ARROW_LEFT), Look::Plain).clicked().then_some(Event::CloseLog);
    let title = Rect::from_min_max(page.min, pos2(place.left() - 16.0, page.top() + 48.0));
    Text::new(&words.get("health-log"), kit.font(Type::StaffTitle), p.ink).show(ui, title);
    let under = Rect::from_min_size(pos2(page.left(), title.bottom()), vec2(title.width(), 32.0));
    Text::new(&words.get("health-log-sub"), kit.font(Type::StaffBody), p.ink2).show(ui, under);
    let foot = Rect::from_min_max(pos2(page.left(), page.bottom() - HIGH), page.max);
    let table = Rect::from_min_max(pos2(page.left(), page.top() + 104.0), pos2(page.right(), foot.top() - 16.0));
    card(ui, kit, table);
    lines(ui, view, log, table.shrink(PAD));
    act = turn(ui, view, log, foot).or(act);
    act
}

fn lines(ui: &Ui, view: &StaffView<'_>, log: &Log, room: Rect) {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let whole = |key: &str| {
        Text::new(&words.get(key), kit.font(Type::StaffBody), p.ink2).lines(2).top().show(ui, room);
    };
    if log.failed {
        return whole("health-log-failed");
    }
    let Some(lines) = &log.lines else { return };
    if lines.is_empty() {
        return whole("health-log-empty");
    }
    let mut place = Rect::from_min_size(room.min, vec2(room.width(), LINE));
    for line in lines {
        let (when, rest) = place.split_left_right_at_x(place.left() + 0.24 * place.width());
        let (who, what) = rest.split_left_right_at_x(place.left() + 0.45 * place.width());
        let at = view.local(line.at);
        let text = words.with("health-when", &[("date", words.date(at.date())), ("time", words.time(at.time()))]);
        let bold = kit.font(Type::StaffBody).weighted(Weight::Bold);
        Text::new(&text, kit.font(Type::StaffBody), p.ink2).lines(2).show(ui, when.shrink2(vec2(4.0, 2.0)));
        Text::new(&actor(words, &line.who), bold, p.ink).lines(2).show(ui, who.shrink2(vec2(4.0, 2.0)));
        Text::new(&deed(words, line), kit.font(Type::StaffBody), p.ink).lines(2).show(ui, what.shrink2(vec2(4.0, 2.0)));
        ui.painter().hline(place.x_range(), place.bottom(), egui::Stroke::new(kit.theme.stroke.card, p.line));
        place = place.translate(vec2(0.0, LINE + 4.0));
    }
}

fn actor(words: Words, who: &Who) -> String {
    match who {
        Who::Staff(name) => name.clone(),
        Who::Console => words.get("audit-console"),
        Who::Kiosk => words.get("audit-kiosk"),
    }
}

/// What was done, to whom, why, and which fields changed; codes without words of their own are left out.
fn deed(words: Words, line: &LogLine) -> String {
    let key = format!("act-{}", line.act.replace('_', "-"));
    let mut text = if words.has(&key) { words.get(&key) } else { words.get("act-other") };
    if let Some(name) = &line.whom {
        text = words.with("audit-to", &[("deed", text), ("name", name.clone())]);
    }
    let reason = format!("audit-reason-{}", line.reason.replace('_', "-"));
    if !line.reason.is_empty() && words.has(&reason) {
        text = words.with("audit-because", &[("deed", text), ("reason", words.get(&reason))]);
    }
    let field = |name: &String| {
        let keys =
            [format!("set-{}", name.replace('.', "-")), format!("audit-field-{}", name.replace(['.', '_'], "-"))];
        keys.iter().find(|key| words.has(key)).map(|key| words.get(key))
    };
    let fields: Vec<String> = line.fields.iter().filter_map(field).collect();
    if fields.is_empty() { text } else { words.with("audit-fields", &[("deed", text), ("fields", fields.join(", "))]) }
}

/// "Lebih lama" and "Lebih baru".
fn turn(ui: &Ui, view: &StaffView<'_>, log: &Log, foot: Rect) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let (newer, older) = (words.get("health-log-newer"), words.get("health-log-older"));
    let wide = width(ui.painter(), kit, &older, Some(bold::CARET_RIGHT)).max(200.0);
    let right = Rect::from_min_size(pos2(foot.right() - wide, foot.top()), vec2(wide, HIGH));
    let left = right.translate(vec2(-wide - 16.0, 0.0));
    let look = |able| if able { Look::Plain } else { Look::Off };
    let (has_newer, has_older) = (log.began.len() > 1, log.older);
    let mut act = None;
    if button(ui, kit, left, &newer, Some(bold::CARET_LEFT), look(has_newer)).clicked() && has_newer {
        act = Some(Event::Newer);
    }
    if button(ui, kit, right, &older, Some(bold::CARET_RIGHT), look(has_older)).clicked() && has_older {
        act = Some(Event::Older);
    }
    act
}
