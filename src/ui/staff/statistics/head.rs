//! The head of the page: what is looked at, the controls of the range, and the switch between the sheets.

use egui::{Rect, Ui, pos2, vec2};

use super::plan::Plan;
use super::scene::event;
use crate::domain::span::SpanKind;
use crate::flow::staff::statistics::{Event, Page, Sheet};
use crate::flow::staff::{Event as StaffEvent, Tab};
use crate::i18n::Words;
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    Face, StaffLook, Target, Text, focus_ring, icon, segments, segments_width, staff_button, staff_button_width,
};

const KINDS: [(SpanKind, &str); 4] = [
    (SpanKind::Day, "stats-day"),
    (SpanKind::Month, "stats-month"),
    (SpanKind::Year, "stats-year"),
    (SpanKind::Range, "stats-range"),
];
const SHEETS: [(Sheet, &str); 3] =
    [(Sheet::Summary, "stats-sheet-summary"), (Sheet::People, "stats-sheet-people"), (Sheet::Room, "stats-sheet-room")];
const GAP: f32 = 14.0;
const ARROW: f32 = 64.0;
/// The date between its arrows.
const DATE: f32 = 190.0;

/// Paints the title and the controls and says what was touched.
pub(super) fn head(ui: &Ui, view: &StaffView<'_>, page: &Page, plan: &Plan) -> Vec<StaffEvent> {
    let (kit, words, p) = (view.kit, view.words, &view.kit.theme.palette);
    Text::new(&words.get("stats-title"), kit.font(Type::StaffTitle), p.ink).show(ui, plan.title);
    if let Some(figures) = &page.figures {
        let span = words.span(&figures.dashboard.question.span);
        let args = [("span", span), ("time", words.time(figures.at.time()))];
        let sub = words.with("stats-updated", &args);
        Text::new(&sub, kit.font(Type::StaffCaption), p.ink2).show(ui, plan.sub);
    }
    let mut events = controls(ui, view, page, plan.controls);
    let names = sheet_names(view);
    let wide = segments_width(ui.painter(), kit, &names);
    let place = Rect::from_min_size(plan.sheets.min, vec2(wide, plan.sheets.height()));
    let chosen = SHEETS.iter().position(|(sheet, _)| *sheet == page.sheet);
    if let Some(at) = segments(ui, kit, place, &names, chosen) {
        events.push(event(Event::Sheet(SHEETS[at].0)));
    }
    events
}

fn sheet_names(view: &StaffView<'_>) -> [String; SHEETS.len()] {
    SHEETS.map(|(_, key)| view.words.get(key))
}

/// The room for the line that tells: beside the switch of the sheets, or below it.
pub(super) fn beside(ui: &Ui, view: &StaffView<'_>, plan: &Plan) -> Rect {
    if let Some(line) = plan.line {
        return line;
    }
    let wide = segments_width(ui.painter(), view.kit, &sheet_names(view));
    plan.sheets.with_min_x(plan.sheets.left() + wide + 24.0)
}

/// From the right: the reports, the date between its arrows, the kinds of spans.
fn controls(ui: &Ui, view: &StaffView<'_>, page: &Page, row: Rect) -> Vec<StaffEvent> {
    let (kit, words) = (view.kit, view.words);
    let mut events = Vec::new();
    let mut right = row.right();
    if view.rules.tabs.contains(&Tab::Reports) {
        let text = words.get("stats-reports");
        let wide = staff_button_width(ui.painter(), kit, &text, true);
        let place = Rect::from_min_max(pos2(right - wide, row.top()), pos2(right, row.bottom()));
        if staff_button(ui, kit, place, &text, Some(fill::FILE_ARROW_DOWN), StaffLook::Primary).clicked() {
            events.push(StaffEvent::Tab(Tab::Reports));
        }
        right = place.left() - GAP;
    }
    let dates = Rect::from_min_max(pos2(right - 2.0 * ARROW - DATE, row.top()), pos2(right, row.bottom()));
    events.extend(date(ui, view, page, dates).map(event));
    let names = KINDS.map(|(_, key)| words.get(key));
    let wide = segments_width(ui.painter(), kit, &names).min(dates.left() - GAP - row.left());
    let place = Rect::from_min_max(pos2(dates.left() - GAP - wide, row.top()), pos2(dates.left() - GAP, row.bottom()));
    let chosen = KINDS.iter().position(|(kind, _)| *kind == page.choice.kind());
    if let Some(at) = segments(ui, kit, place, &names, chosen) {
        events.push(event(Event::Kind(KINDS[at].0)));
    }
    events
}

/// The days chosen, between back and forward; touching them opens the calendar.
fn date(ui: &Ui, view: &StaffView<'_>, page: &Page, rect: Rect) -> Option<Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.surface, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge).paint(
        ui.painter(),
        rect,
        0.0,
    );
    let today = view.clock.date();
    let span = page.choice.span(page.figures.as_ref().map_or(today, |figures| figures.dashboard.question.today))?;
    let text = brief(view.words, &span);
    let back = rect.with_max_x(rect.left() + ARROW);
    let forward = rect.with_min_x(rect.right() - ARROW);
    let middle = Rect::from_min_max(back.right_top(), forward.left_bottom());
    let ready = page.figures.is_some();
    let went_back = arrow(ui, view, back, "stats-back", bold::CARET_LEFT, ready);
    let went_on = arrow(ui, view, forward, "stats-forward", bold::CARET_RIGHT, page.next().is_some());
    let touch = Target::button(&text).sense(ui, kit, middle);
    if touch.held() {
        Face::filled(p.well, radius::STAFF_BUTTON).paint(ui.painter(), middle.shrink(4.0), 0.0);
    }
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    Text::new(&text, font, p.ink).lines(2).centered().paint(ui.painter(), middle.shrink2(vec2(2.0, 4.0)));
    focus_ring(ui, kit, middle, radius::STAFF_BUTTON, &touch);
    if went_back {
        Some(Event::Back)
    } else if went_on {
        Some(Event::Forward)
    } else {
        touch.clicked().then_some(Event::Choose)
    }
}

fn arrow(ui: &Ui, view: &StaffView<'_>, rect: Rect, key: &str, glyph: Icon, able: bool) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    if !able {
        icon(ui.painter(), rect, glyph, 26.0, p.line);
        return false;
    }
    let name = view.words.get(key);
    let touch = Target::button(&name).sense(ui, kit, rect);
    if touch.held() {
        Face::filled(p.well, radius::STAFF_BUTTON).paint(ui.painter(), rect.shrink(4.0), 0.0);
    }
    icon(ui.painter(), rect, glyph, 26.0, p.ink);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

/// A span in few words: "25 Nov 2026", "November 2026", "2026", "1–8 Nov 2026".
fn brief(words: Words, span: &crate::domain::span::Span) -> String {
    use chrono::Datelike;
    let day = |day: chrono::NaiveDate| {
        let date = words.short_date(day);
        date.split_once(", ").map_or(date.clone(), |(_, date)| date.to_owned())
    };
    match span.kind() {
        SpanKind::Day => day(span.from()),
        SpanKind::Month => words.month(span.from()),
        SpanKind::Year => span.from().year().to_string(),
        SpanKind::Quarter => words.span(span),
        SpanKind::Range if span.from() == span.to() => day(span.from()),
        SpanKind::Range => format!("{}–{}", day(span.from()), day(span.to())),
    }
}
