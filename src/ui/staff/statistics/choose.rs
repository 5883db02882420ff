//! The calendar over the page: one day, or both ends of a range.

use egui::{Rect, Ui, pos2, vec2};

use super::scene::event;
use crate::domain::span::SpanKind;
use crate::flow::staff::statistics::Event;
use crate::flow::staff::{DayPicker, End, Event as StaffEvent, PickEvent};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{CALENDAR, Calendar, CalendarPress, StaffLook, Text, calendar, modal, segments, staff_button};

const MARGIN: f32 = 40.0;
const ROW: f32 = 64.0;
const GAP: f32 = 16.0;

/// Paints the calendar and says what was touched.
pub(super) fn choose(ui: &mut Ui, view: &StaffView<'_>, picker: &DayPicker) -> Option<StaffEvent> {
    let (kit, words) = (view.kit, view.words);
    let range = picker.kind == SpanKind::Range;
    let rows = if range { 2.0 } else { 0.0 };
    let size = vec2(CALENDAR.x + 2.0 * MARGIN, 48.0 + GAP + rows * (ROW + GAP) + CALENDAR.y + GAP + ROW + 2.0 * MARGIN);
    let title = words.get(match picker.kind {
        SpanKind::Day => "stats-pick-day",
        SpanKind::Month | SpanKind::Quarter => "stats-pick-month",
        SpanKind::Year => "stats-pick-year",
        SpanKind::Range => "stats-pick-range",
    });
    let shown = modal(ui, kit, &view.canvas, &title, size, |ui, card| {
        let p = &kit.theme.palette;
        let inner = card.shrink(MARGIN);
        let mut top = inner.top();
        let mut row = |high: f32| {
            let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), high));
            top += high + GAP;
            place
        };
        Text::new(&title, kit.font(Type::StaffTitle).sized(30.0), p.ink).show(ui, row(48.0));
        let mut touched = None;
        if range {
            touched = ends(ui, view, picker, row(ROW));
            if let Some(wrong) = &picker.wrong {
                let said = words.span_error(wrong);
                let font = kit.font(Type::StaffCaption).weighted(Weight::Bold);
                Text::new(&said, font, p.red_ink).lines(2).show(ui, row(ROW));
            } else {
                row(ROW);
            }
        }
        let chosen = Some((picker.from, if range { picker.to } else { picker.from }));
        let model = Calendar {
            month: picker.month,
            chosen: chosen.filter(|_| range),
            today: *picker.among.end(),
            among: picker.among.clone(),
        };
        match calendar(ui, kit, words, row(CALENDAR.y), &model) {
            Some(CalendarPress::Day(day)) => touched = Some(PickEvent::Day(day)),
            Some(CalendarPress::Turn(months)) => touched = Some(PickEvent::Turn(months)),
            None => {}
        }
        let foot = row(ROW);
        let [leave, take] = super::plan::columns(foot, [1.0, 1.0]);
        let leave = if range { leave } else { foot };
        if staff_button(ui, kit, leave, &words.get("stats-pick-leave"), None, StaffLook::Plain).clicked() {
            return Some(Event::LeavePicker);
        }
        if range && staff_button(ui, kit, take, &words.get("stats-pick-take"), None, StaffLook::Primary).clicked() {
            touched = Some(PickEvent::Take);
        }
        touched.map(Event::Pick)
    });
    if shown.escape || shown.outside { Some(event(Event::LeavePicker)) } else { shown.inner.map(event) }
}

/// "Dari" and "Sampai": which end the next day is.
fn ends(ui: &Ui, view: &StaffView<'_>, picker: &DayPicker, place: Rect) -> Option<PickEvent> {
    let words = view.words;
    let named = |key, day: chrono::NaiveDate| {
        let date = words.short_date(day);
        let date = date.split_once(", ").map_or(date.clone(), |(_, date)| date.to_owned());
        words.with(key, &[("date", date)])
    };
    let names = [named("stats-pick-from", picker.from), named("stats-pick-to", picker.to)];
    let chosen = usize::from(picker.end == End::To);
    let touched = segments(ui, view.kit, place, &names, Some(chosen))?;
    Some(PickEvent::End(if touched == 0 { End::From } else { End::To }))
}
