//! The PIN pad: six figures open the panel, or allow one act; after the one-time code they become the first PIN.

use egui::{Rect, Ui, pos2, vec2};

use super::pin_hint::hint;
use super::pin_keys::keys;
use super::pin_plan::Plan;
use super::view::StaffView;
use crate::domain::staff::PIN_FIGURES;
use crate::flow::staff::{Event, Goal, Notice, Pad, Permission};
use crate::ui::art::{batik, emblem};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::{Tint, Type};
use crate::ui::widgets::{Face, Side, Text, button_width, icon, icon_box, name_text, night_button};

/// Paints the pad and says what was touched.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, pad: &Pad) -> Option<Event> {
    let (kit, words, plan) = (view.kit, view.words, Plan::of(&view.canvas));
    let p = &kit.theme.palette;
    ui.painter().rect_filled(view.canvas.window, 0.0, p.night);
    batik(ui.painter(), kit, view.canvas.window, 320.0, 0.06);
    emblem(ui.painter(), kit, plan.emblem, true);
    Text::new(&words.get("staff-title"), kit.sized(Type::LabelStrong, 33.0), p.on_night).show(ui, plan.name);

    block(ui, view, pad, plan.block);
    let pressed = keys(ui, view, &plan, pad.checking.is_none() && view.desk.closed(view.now).is_none());

    let text = words.get("staff-pin-back");
    let icon = Side::Left(bold::ARROW_LEFT);
    let wide = button_width(ui.painter(), kit, &text, icon).clamp(588.0, view.canvas.width() - 112.0);
    let place = Rect::from_min_size(plan.back.min, vec2(wide, plan.back.height()));
    let back = night_button(ui, kit, place, &text, icon).clicked();
    pressed.or(back.then_some(Event::Leave))
}

/// The keys of title and lead.
fn titles(goal: &Goal) -> (&'static str, &'static str) {
    match goal {
        Goal::Panel => ("staff-pin-title", "staff-pin-lead"),
        Goal::Permission(Permission::Internet) => ("staff-permission-title", "staff-permission-lead-internet"),
        Goal::NewPin => ("staff-new-pin-title", "staff-new-pin-lead"),
        Goal::NewPinAgain(_) => ("staff-new-pin-again-title", "staff-new-pin-again-lead"),
    }
}

const LOCK: f32 = 120.0;
const DOT: f32 = 52.0;
const DOT_GAP: f32 = 24.0;
/// Distances from the box with the lock down to the hint, as drawn.
const GAPS: [f32; 4] = [34.0, 14.0, 50.0, 33.0];
/// The hint as it usually is; a longer one grows downwards and moves nothing.
const HINT: f32 = 40.0;

/// The box with the lock, title, lead, dots and hint, one below the other in the middle of `room`.
fn block(ui: &Ui, view: &StaffView<'_>, pad: &Pad, room: Rect) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let (title, lead) = titles(&pad.goal);
    let (title, lead) = (view.words.get(title), view.words.get(lead));
    let title = Text::new(&title, kit.font(Type::Title), p.on_night).lines(2).top();
    let lead = Text::new(&lead, kit.sized(Type::Lead, 30.0), p.mist).lines(3).top();
    let [title_high, lead_high] = [&title, &lead].map(|text| text.measure(ui.painter(), room.width()).y);
    let high = LOCK + title_high + lead_high + DOT + HINT + GAPS.iter().sum::<f32>();
    let mut top = (room.center().y - high / 2.0).max(room.top());
    let mut line = |high: f32, gap: f32| {
        let place = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), high));
        top += high + gap;
        place
    };

    let square = line(LOCK, GAPS[0]);
    lock_box(ui, view, Rect::from_min_size(square.min, vec2(LOCK, LOCK)));
    title.show(ui, line(title_high, GAPS[1]));
    lead.show(ui, line(lead_high, GAPS[2]));
    dots(ui, view, pad, line(DOT, GAPS[3]));
    let below = line(HINT, 0.0);
    hint(ui, view, pad, Rect::from_min_max(below.min, pos2(below.right(), room.bottom().max(below.bottom()))));
}

fn lock_box(ui: &Ui, view: &StaffView<'_>, rect: Rect) {
    if view.kit.theme.is_high_contrast() {
        icon_box(ui.painter(), view.kit, rect, fill::LOCK_KEY, Tint::Amber);
    } else {
        let p = &view.kit.theme.palette;
        Face::filled(p.night3, 36.0).paint(ui.painter(), rect, 0.0);
        icon(ui.painter(), rect, fill::LOCK_KEY, 72.0, p.amber);
    }
}

/// One dot a figure: full when it was typed, an outline before; red outlines after a wrong PIN.
fn dots(ui: &Ui, view: &StaffView<'_>, pad: &Pad, row: Rect) {
    let p = &view.kit.theme.palette;
    let mut place = Rect::from_min_size(row.min, vec2(DOT, DOT));
    let mut all = place;
    for n in 0..PIN_FIGURES {
        let face = if n < pad.figures.len() {
            Face::filled(p.amber, DOT / 2.0)
        } else {
            let edge = if pad.notice == Some(Notice::Wrong) { p.red_edge } else { p.night_edge };
            Face::filled(p.night, DOT / 2.0).outlined(view.kit.theme.stroke.field, edge)
        };
        face.paint(ui.painter(), place, 0.0);
        all = all.union(place);
        place = place.translate(vec2(DOT + DOT_GAP, 0.0));
    }
    name_text(ui, all, &view.words.with("staff-pin-dots", &[("n", pad.figures.len().to_string())]));
}
