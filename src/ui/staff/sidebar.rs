//! The sidebar of the panel.

use egui::accesskit::Role;
use egui::{Align2, Rect, Ui, pos2, vec2};

use super::view::{Condition, StaffView};
use super::{Page, TABS};
use crate::flow::staff::{Event, Panel};
use crate::ui::art::{batik, emblem};
use crate::ui::icons::{Icon, fill};
use crate::ui::theme::{HILLS, Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, name_text, paint_pair};

/// Width of the sidebar with words.
pub(super) const WIDE: f32 = 296.0;
const MARGIN: f32 = 20.0;
const TAB: f32 = 72.0;
const STEP: f32 = 78.0;
const FIRST: f32 = 132.0;

/// Paints the sidebar up to `edge` and says what was touched. `wide`: with words.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, panel: &Panel, edge: f32, wide: bool) -> Option<Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let window = view.canvas.window;
    let whole = Rect::from_min_max(window.min, pos2(edge, window.bottom()));
    ui.painter().rect_filled(whole, 0.0, p.night);
    batik(ui.painter(), kit, whole, 240.0, 0.06);
    let left = view.canvas.pos(MARGIN, 0.0).x;
    let at = |y: f32, high: f32| Rect::from_min_max(pos2(left, y), pos2(edge - MARGIN, y + high));
    let top = view.canvas.area.top();

    emblem(ui.painter(), kit, Rect::from_min_size(pos2(left, top + 28.0), vec2(72.0, 72.0)), true);
    if wide {
        let words = Rect::from_min_max(pos2(left + 88.0, top + 28.0), pos2(edge - 8.0, top + 100.0));
        let (title, app) = (view.words.get("staff-title"), view.words.get("app-name"));
        let upper = Text::new(&title, kit.font(Type::StaffCard).sized(25.0).weighted(Weight::Extra), p.on_night);
        let lower = Text::new(&app, kit.font(Type::StaffBody), p.mist);
        let [above, below] = paint_pair(ui.painter(), words, &upper, &lower, -3.0);
        name_text(ui, above, &title);
        name_text(ui, below, &app);
    }

    let mut chosen = None;
    let mut y = top + FIRST;
    for page in TABS {
        if tab(ui, view, at(y, TAB), page, page.tab == panel.tab, wide) {
            chosen = Some(Event::Tab(page.tab));
        }
        y += STEP;
    }

    let bottom = view.canvas.area.bottom();
    let health = if wide { at(bottom - 233.0, 119.0) } else { at(bottom - 186.0, TAB) };
    health_box(ui, view, health, wide);
    let locked = lock(ui, view, at(bottom - 100.0, TAB), wide);
    chosen.or(locked.then_some(Event::Lock))
}

/// One tab: white when it is the one that is shown.
fn tab(ui: &Ui, view: &StaffView<'_>, rect: Rect, page: &Page, shown: bool, wide: bool) -> bool {
    let p = &view.kit.theme.palette;
    let name = view.words.get(&format!("staff-tab-{}", page.tab.id()));
    let touch = Target { role: Role::Tab, selected: Some(shown), ..Target::button(&name) }.sense(ui, view.kit, rect);
    let (ground, ink) = match (shown, touch.held()) {
        (true, _) => (Some(p.surface), p.ink),
        (false, true) => (Some(p.night2), p.on_night),
        (false, false) => (None, p.mist),
    };
    if let Some(ground) = ground {
        Face::filled(ground, radius::KEY).paint(ui.painter(), rect, 0.0);
    }
    label(ui, view, rect, page.icon, &name, ink, wide);
    focus_ring(ui, view.kit, rect, radius::KEY, &touch);
    touch.clicked()
}

/// "Kunci panel".
fn lock(ui: &Ui, view: &StaffView<'_>, rect: Rect, wide: bool) -> bool {
    let p = &view.kit.theme.palette;
    let name = view.words.get("staff-lock");
    let touch = Target::button(&name).sense(ui, view.kit, rect);
    let ground = if touch.held() { p.night2 } else { p.night };
    Face::filled(ground, radius::KEY).outlined(view.kit.theme.stroke.card, p.night_edge).paint(ui.painter(), rect, 0.0);
    label(ui, view, rect, fill::LOCK_KEY, &name, p.on_night, wide);
    focus_ring(ui, view.kit, rect, radius::KEY, &touch);
    touch.clicked()
}

/// An icon with its word, or alone in the middle of a narrow sidebar.
fn label(ui: &Ui, view: &StaffView<'_>, rect: Rect, glyph: Icon, name: &str, ink: egui::Color32, wide: bool) {
    if !wide {
        return icon(ui.painter(), rect, glyph, 34.0, ink);
    }
    let square = Rect::from_center_size(pos2(rect.left() + 35.0, rect.center().y), vec2(30.0, 30.0));
    icon(ui.painter(), square, glyph, 30.0, ink);
    let room = Rect::from_min_max(pos2(rect.left() + 68.0, rect.top()), pos2(rect.right() - 12.0, rect.bottom()));
    Text::new(name, view.kit.font(Type::StaffCard), ink).lines(2).align(Align2::LEFT_CENTER).paint(ui.painter(), room);
}

/// How the kiosk is: one word, the reader, the last copy.
fn health_box(ui: &Ui, view: &StaffView<'_>, rect: Rect, wide: bool) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let (key, glyph, ink) = match view.health.condition(view.clock) {
        Condition::Well => ("staff-health-well", fill::CHECK_CIRCLE, p.green_on_night),
        Condition::Attention => ("staff-health-attention", fill::WARNING, p.amber),
        Condition::Fault => ("staff-health-fault", fill::WARNING_CIRCLE, p.red_edge),
    };
    let title = view.words.get(key);
    Face::filled(p.night, radius::STAFF_CARD).outlined(kit.theme.stroke.card, HILLS[0]).paint(ui.painter(), rect, 0.0);
    if !wide {
        icon(ui.painter(), rect, glyph, 34.0, ink);
        name_text(ui, rect, &title);
        return;
    }
    let line = |y: f32, from: f32, high: f32| {
        Rect::from_min_max(pos2(rect.left() + from, rect.top() + y), pos2(rect.right() - 8.0, rect.top() + y + high))
    };
    let square = Rect::from_center_size(pos2(rect.left() + 33.0, rect.top() + 31.0), vec2(26.0, 26.0));
    icon(ui.painter(), square, glyph, 26.0, ink);
    Text::new(&title, kit.font(Type::StaffBody).weighted(Weight::Bold), p.on_night).show(ui, line(16.0, 56.0, 32.0));
    for (y, text) in [(50.0, reader(view)), (76.0, backup(view))] {
        Text::new(&text, kit.font(Type::StaffCaption), p.mist).show(ui, line(y, 20.0, 26.0));
    }
}

fn reader(view: &StaffView<'_>) -> String {
    view.words.get(if view.health.reader { "staff-health-reader" } else { "staff-health-no-reader" })
}

/// The time of today's copy, or the date of an older one.
fn backup(view: &StaffView<'_>) -> String {
    match view.health.book.and_then(|book| book.last_backup) {
        None => view.words.get("staff-health-no-backup"),
        Some(at) if at.date() == view.clock.date() => {
            view.words.with("staff-health-backup-today", &[("time", view.words.time(at.time()))])
        }
        Some(at) => view.words.with("staff-health-backup", &[("date", view.words.date(at.date()))]),
    }
}
