//! "2. Periode" to "5. Simpan ke", and the button that makes the file.

use egui::{Rect, Ui, vec2};

use super::plan::OrderPlan;
use super::title;
use crate::domain::report::{Content, FileForm};
use crate::domain::staff::Role;
use crate::flow::staff::Panel;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::reports::{Desk, Event};
use crate::ui::icons::bold;
use crate::ui::staff::controls::arrow;
use crate::ui::staff::saving::{self, Made};
use crate::ui::staff::switch::{self, Switch};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring};

/// Paints the order below the heading of its card.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, panel: &Panel, desk: &Desk, room: Rect, events: &mut Vec<PageEvent>) {
    let plan = OrderPlan::of(room);
    for (rect, key) in plan.headings.iter().zip(["reports-form", "reports-options", "reports-place"]) {
        title(ui, view, *rect, &view.words.get(key));
    }
    let mut touched = Vec::new();
    period(ui, view, desk, &plan, &mut touched);
    for (form, rect) in [FileForm::Xlsx, FileForm::Pdf, FileForm::Csv].into_iter().zip(plan.forms) {
        let possible = form != FileForm::Pdf || desk.order.content != Content::Book;
        if saving::form_tile(ui, view, rect, form, desk.order.form == form, possible) {
            touched.push(Event::Form(form));
        }
    }
    options(ui, view, panel, desk, &plan, &mut touched);
    events.extend(saving::place(ui, view, &panel.pages.saving, plan.place).map(PageEvent::Saving));
    let form = view.words.get(&format!("reports-form-{}", desk.order.form.id()));
    let key = if desk.order.is_raw() { "reports-make-rows" } else { "reports-make" };
    match saving::make(ui, view, &panel.pages.saving, plan.make, &view.words.with(key, &[("form", form)])) {
        None => {}
        Some(Made::Begin) => touched.push(Event::Make),
        Some(Made::Cancel(event)) => events.push(PageEvent::Saving(event)),
    }
    events.extend(touched.into_iter().map(PageEvent::Reports));
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

fn options(ui: &Ui, view: &StaffView<'_>, panel: &Panel, desk: &Desk, plan: &OrderPlan, events: &mut Vec<Event>) {
    let words = view.words;
    let effective = desk.effective();
    let raw = desk.order.is_raw();
    let administrator = panel.staff.role == Role::Administrator;
    let told = match (panel.pages.reports.names_refused, desk.order.may_name(), effective.choices.mask_names) {
        (true, ..) => words.get("reports-names-refused"),
        (_, true, false) => words.get("reports-names-logged"),
        (_, false, _) => words.get("reports-no-names"),
        _ if raw && desk.order.content == Content::Groups => words.get("reports-masked-groups"),
        _ if raw => words.get("reports-masked-rows"),
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
        if switch::show(ui, view.kit, rect, &Switch { name: &name, text, on, ready }) {
            events.push(event);
        }
    }
}
