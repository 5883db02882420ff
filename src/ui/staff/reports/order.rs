//! "2. Periode" to "5. Simpan ke", and the button that makes the file.

use egui::{Rect, Ui, pos2, vec2};

use super::option::{self, Switch};
use super::plan::OrderPlan;
use super::{outcome, title};
use crate::domain::report::{Content, FileForm, Place};
use crate::domain::staff::Role;
use crate::flow::staff::Panel;
use crate::flow::staff::reports::{Desk, Event, named};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Side, Target, Text, focus_ring, icon, paint_pair, primary_button, secondary_button};

/// Paints the order below the heading of its card.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, panel: &Panel, desk: &Desk, room: Rect, events: &mut Vec<Event>) {
    let plan = OrderPlan::of(room);
    for (rect, key) in plan.headings.iter().zip(["reports-form", "reports-options", "reports-place"]) {
        title(ui, view, *rect, &view.words.get(key));
    }
    period(ui, view, desk, &plan, events);
    for (form, rect) in [FileForm::Xlsx, FileForm::Pdf, FileForm::Csv].into_iter().zip(plan.forms) {
        let possible = form != FileForm::Pdf || desk.order.content != Content::Book;
        if form_tile(ui, view, rect, form, desk.order.form == form, possible) {
            events.push(Event::Form(form));
        }
    }
    options(ui, view, panel, desk, &plan, events);
    if place(ui, view, desk, plan.place) {
        events.push(Event::OpenPlaces);
    }
    make(ui, view, panel, desk, plan.make, events);
}

fn period(ui: &Ui, view: &StaffView<'_>, desk: &Desk, plan: &OrderPlan, events: &mut Vec<Event>) {
    let p = &view.kit.theme.palette;
    let arrows = [
        (plan.back, "reports-period-back", bold::CARET_LEFT, desk.order.span.before().is_some(), Event::Back),
        (plan.forward, "reports-period-forward", bold::CARET_RIGHT, desk.after().is_some(), Event::Forward),
    ];
    for (rect, key, glyph, possible, event) in arrows {
        if arrow(ui, view, rect, &view.words.get(key), glyph, possible) {
            events.push(event);
        }
    }
    let span = view.words.span(&desk.order.span);
    let touch = Target::button(&span).sense(ui, view.kit, plan.period);
    let ground = if touch.held() { p.well } else { p.surface };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(view.kit.theme.stroke.card, p.edge).paint(
        ui.painter(),
        plan.period,
        0.0,
    );
    let font = view.kit.font(Type::StaffCard).sized(24.0).weighted(Weight::Bold);
    Text::new(&span, font, p.ink).lines(2).centered().paint(ui.painter(), plan.period.shrink2(vec2(10.0, 2.0)));
    focus_ring(ui, view.kit, plan.period, radius::STAFF_BUTTON, &touch);
    if touch.clicked() {
        events.push(Event::OpenPeriod);
    }
}

/// A small button with an arrow.
pub(super) fn arrow(ui: &Ui, view: &StaffView<'_>, rect: Rect, name: &str, glyph: Icon, possible: bool) -> bool {
    let p = &view.kit.theme.palette;
    let touch = Target::button(name).sense(ui, view.kit, rect);
    let (ground, ink) = match (possible, touch.held()) {
        (false, _) => (p.key_fn, p.edge),
        (true, true) => (p.well, p.ink),
        (true, false) => (p.surface, p.ink),
    };
    Face::filled(ground, radius::STAFF_BUTTON)
        .outlined(view.kit.theme.stroke.card, if possible { p.edge } else { p.line })
        .paint(ui.painter(), rect, 0.0);
    icon(ui.painter(), rect, glyph, 26.0, ink);
    focus_ring(ui, view.kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked() && possible
}

/// The picture of a form.
pub(super) fn form_glyph(form: FileForm) -> Icon {
    match form {
        FileForm::Xlsx => fill::FILE_XLS,
        FileForm::Pdf => fill::FILE_PDF,
        FileForm::Csv => fill::FILE_CSV,
    }
}

fn form_tile(ui: &Ui, view: &StaffView<'_>, rect: Rect, form: FileForm, chosen: bool, possible: bool) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let name = view.words.get(&format!("reports-form-{}", form.id()));
    let text = view.words.get(&format!("reports-form-{}-text", form.id()));
    let touch = Target::choice(&name, chosen).sense(ui, kit, rect);
    let (ground, edge, ink) = match (possible, chosen || touch.held()) {
        (false, _) => (p.key_fn, p.line, p.ink2),
        (true, true) => (p.blue_tint, p.blue, p.blue),
        (true, false) => (p.surface, p.line, p.ink),
    };
    Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.tile, edge).paint(ui.painter(), rect, 0.0);
    let part = |top: f32, high: f32| {
        Rect::from_min_size(pos2(rect.left() + 6.0, rect.top() + top), vec2(rect.width() - 12.0, high))
    };
    icon(ui.painter(), part(12.0, 48.0), form_glyph(form), 46.0, ink);
    let font = kit.font(Type::StaffCard).weighted(Weight::Bold);
    Text::new(&name, font, if possible { p.ink } else { p.ink2 }).centered().paint(ui.painter(), part(62.0, 28.0));
    Text::new(&text, kit.font(Type::StaffCaption), p.ink2).centered().paint(ui.painter(), part(92.0, 24.0));
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked() && possible
}

fn options(ui: &Ui, view: &StaffView<'_>, panel: &Panel, desk: &Desk, plan: &OrderPlan, events: &mut Vec<Event>) {
    let words = view.words;
    let effective = desk.effective();
    let raw = desk.order.is_raw();
    let administrator = panel.staff.role == Role::Administrator;
    let told = match (panel.pages.reports.names_refused, desk.order.may_name(), effective.choices.mask_names) {
        (true, ..) => words.get("reports-names-refused"),
        (_, true, false) => words.get("reports-names-logged"),
        (_, false, _) => words.get("reports-no-names"),
        _ => String::new(),
    };
    let lines = [
        ("reports-chart", "", effective.choices.chart, !raw, Event::Chart),
        ("reports-mask", told.as_str(), effective.choices.mask_names, true, Event::Mask),
        ("reports-sign", "", effective.choices.signatures, !raw, Event::Sign),
    ];
    for ((key, text, on, ready, event), rect) in lines.into_iter().zip(plan.options) {
        let name = words.get(key);
        // A librarian may touch it and is told why it stays.
        let ready = ready && (event != Event::Mask || desk.order.may_name() || !administrator);
        if option::show(ui, view.kit, rect, &Switch { name: &name, text, on, ready }) {
            events.push(event);
        }
    }
}

/// The place, as a button that leads to the others.
fn place(ui: &Ui, view: &StaffView<'_>, desk: &Desk, rect: Rect) -> bool {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let gone = ("reports-drive-gone", "reports-drive-gone-text");
    let (name, text, well) = match (&desk.place, desk.drive()) {
        (Place::Folder, _) => (words.get("reports-folder"), outcome::free_here(view, desk.free), true),
        (Place::On { .. }, None) => (words.get(gone.0), words.get(gone.1), false),
        (Place::On { drive, folder }, Some(found)) => {
            let name = words.with("reports-drive", &[("name", named(drive, folder))]);
            if found.read_only {
                (name, words.get("reports-drive-read-only"), false)
            } else {
                (name, outcome::free_on(view, found.free), true)
            }
        }
    };
    let touch = Target::button(&name).sense(ui, kit, rect);
    let (ground, edge) = if well { (p.blue_tint, p.blue) } else { (p.red_tint, p.red_edge) };
    Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.tile, edge).paint(ui.painter(), rect, 0.0);
    let mark = |x: f32| Rect::from_center_size(pos2(x, rect.center().y), vec2(44.0, 44.0));
    let glyph = if desk.place == Place::Folder { fill::ARCHIVE } else { fill::USB };
    icon(ui.painter(), mark(rect.left() + 44.0), glyph, 40.0, if well { p.blue } else { p.red_ink });
    let room = Rect::from_min_max(pos2(rect.left() + 80.0, rect.top()), pos2(rect.right() - 64.0, rect.bottom()));
    let upper = Text::new(&name, kit.font(Type::StaffCard).weighted(Weight::Bold), p.ink);
    let lower = Text::new(&text, kit.font(Type::StaffCaption), if well { p.ink2 } else { p.red_ink });
    let [_, below] = paint_pair(ui.painter(), room, &upper, &lower, 0.0);
    crate::ui::widgets::name_text(ui, below, &text);
    if well {
        let disc = mark(rect.right() - 38.0);
        ui.painter().circle_filled(disc.center(), 16.0, p.blue);
        icon(ui.painter(), disc, bold::CARET_DOWN, 20.0, p.on_blue);
    } else {
        icon(ui.painter(), mark(rect.right() - 38.0), fill::WARNING_CIRCLE, 32.0, p.red_ink);
    }
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked()
}

fn make(ui: &Ui, view: &StaffView<'_>, panel: &Panel, desk: &Desk, rect: Rect, events: &mut Vec<Event>) {
    let (kit, words) = (view.kit, view.words);
    let page = &panel.pages.reports;
    if page.releasing.is_some() {
        return busy(ui, view, rect, &words.get("reports-releasing"), 1.0);
    }
    let Some(making) = page.making else {
        let form = words.get(&format!("reports-form-{}", desk.order.form.id()));
        let key = if desk.order.is_raw() { "reports-make-rows" } else { "reports-make" };
        let text = words.with(key, &[("form", form)]);
        if primary_button(ui, kit, rect, &text, Side::Left(fill::FILE_ARROW_DOWN), true).clicked() {
            events.push(Event::Make);
        }
        return;
    };
    let [bar, button] = super::plan::split_x(rect, rect.width() - 24.0 - 200.0);
    let text = if making.cancelled {
        words.get("reports-cancelling")
    } else {
        words.with("reports-making", &[("percent", making.percent.to_string())])
    };
    busy(ui, view, bar, &text, f32::from(making.percent) / 100.0);
    if secondary_button(ui, kit, button, &words.get("reports-cancel"), Side::None).clicked() {
        events.push(Event::Cancel);
    }
}

/// A bar that fills, with words in it.
fn busy(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, part: f32) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    Face::filled(p.well, radius::BUTTON).paint(ui.painter(), rect, 0.0);
    let done = Rect::from_min_size(rect.min, vec2((rect.width() * part).max(2.0 * radius::BUTTON), rect.height()));
    Face::filled(p.key_shadow, radius::BUTTON).paint(ui.painter(), done, 0.0);
    let shown = Text::new(text, kit.font(Type::StaffCard).weighted(Weight::Bold), p.ink).centered().show(ui, rect);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
