//! Lists that stand over the page: the choices of a filter, the menu of a row, the purposes, the calendar.

use chrono::{Datelike, Months, NaiveDate};
use egui::{Rect, Ui, Vec2, pos2, vec2};

use super::super::view::StaffView;
use super::cells;
use crate::domain::listing::{Listed, Pace};
use crate::domain::staff::Role;
use crate::domain::visit::{Entry, MembershipType};
use crate::flow::staff::visits::{Choice, Days, Event, Page, RowAct, Shown, When, Which};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{
    CALENDAR, Calendar, CalendarPress, Face, StaffLook, Target, Text, calendar, focus_ring, icon, modal, staff_button,
    staff_button_width,
};

pub(super) const PADDING: f32 = 44.0;
const ROW: f32 = 64.0;
const BETWEEN: f32 = 12.0;

/// One of a list.
pub(super) struct Pickable<E> {
    pub text: String,
    pub chosen: bool,
    pub event: E,
}

/// A card with a title, a sentence and its content; answers what the content answered, or `away` when it is left.
pub(super) fn card<E>(
    ui: &Ui,
    view: &StaffView<'_>,
    title: &str,
    text: &str,
    inner: Vec2,
    away: E,
    content: impl FnOnce(&mut Ui, Rect) -> Option<E>,
) -> Option<E> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let wide = inner.x.min(view.canvas.width() - 48.0 - 2.0 * PADDING);
    let heading = Text::new(title, kit.sized(Type::StaffTitle, 34.0), p.ink).lines(2).top();
    let below = Text::new(text, kit.font(Type::StaffBody), p.ink2).lines(3).top();
    let head_high = heading.measure(ui.painter(), wide - 84.0).y.max(ROW);
    let text_high = if text.is_empty() { 0.0 } else { below.measure(ui.painter(), wide).y + 8.0 };
    let high = inner.y + head_high + text_high + 20.0 + 2.0 * PADDING;
    let close = view.words.get("visits-close");
    let shown = modal(ui, kit, &view.canvas, title, vec2(wide + 2.0 * PADDING, high), |ui, card| {
        let room = card.shrink(PADDING);
        let line = Rect::from_min_size(room.min, vec2(room.width() - 84.0, head_high));
        heading.show(ui, line);
        if !text.is_empty() {
            below.show(ui, Rect::from_min_size(pos2(room.left(), line.bottom() + 4.0), vec2(room.width(), text_high)));
        }
        let x = Rect::from_min_size(pos2(room.right() - ROW, room.top() - 12.0), Vec2::splat(ROW));
        let closed = super::control::square(ui, view, x, &close, bold::X);
        let top = line.bottom() + text_high + 20.0;
        let answer = content(ui, Rect::from_min_max(pos2(room.left(), top), room.max));
        (answer, closed)
    });
    let (answer, closed) = shown.inner;
    answer.or_else(|| (closed || shown.escape || shown.outside).then_some(away))
}

/// How high so many choices in so many columns are.
pub(super) fn grid_high(count: usize, columns: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of choices")]
    let rows = count.div_ceil(columns.max(1)) as f32;
    rows * (ROW + BETWEEN) - BETWEEN
}

/// Choices in columns, row by row.
pub(super) fn grid<E: Clone>(
    ui: &Ui,
    view: &StaffView<'_>,
    room: Rect,
    columns: usize,
    options: &[Pickable<E>],
) -> Option<E> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of choices")]
    let (many, at) = (columns as f32, |n: usize| ((n % columns) as f32, (n / columns) as f32));
    let wide = (room.width() - (many - 1.0) * BETWEEN) / many;
    let mut touched = None;
    for (n, option) in options.iter().enumerate() {
        let (x, y) = at(n);
        let corner = pos2(room.left() + x * (wide + BETWEEN), room.top() + y * (ROW + BETWEEN));
        let look = if option.chosen { StaffLook::Chosen } else { StaffLook::Plain };
        let place = Rect::from_min_size(corner, vec2(wide, ROW));
        if staff_button(ui, view.kit, place, &option.text, None, look).clicked() {
            touched = Some(option.event.clone());
        }
    }
    touched
}

/// The choices of a filter.
pub(super) fn filter(ui: &Ui, view: &StaffView<'_>, page: &Page, shown: &Shown, which: Which) -> Option<Event> {
    let words = view.words;
    let option = |text: String, chosen: bool, choice: Choice| Pickable { text, chosen, event: Event::Choose(choice) };
    let sieve = &page.wish.sieve;
    let (title, mut options) = match which {
        Which::When => (
            "visits-list-when",
            When::CHOICES
                .iter()
                .map(|when| option(cells::when(words, *when), page.wish.when == *when, Choice::When(*when)))
                .collect::<Vec<_>>(),
        ),
        Which::Kind => {
            let all = [None].into_iter().chain(MembershipType::ALL.iter().copied().map(Some));
            let one = |kind: Option<MembershipType>| {
                let key = format!("visits-kind-{}", kind.map_or("all", MembershipType::id));
                option(words.get(&key), sieve.kind == kind, Choice::Kind(kind))
            };
            ("visits-list-kind", all.map(one).collect())
        }
        Which::Pace => {
            let all = [None].into_iter().chain(Pace::ALL.iter().copied().map(Some));
            let one = |pace: Option<Pace>| {
                let key = format!("visits-pace-{}", pace.map_or("all", Pace::id));
                option(words.get(&key), sieve.pace == pace, Choice::Pace(pace))
            };
            ("visits-list-pace", all.map(one).collect())
        }
        Which::Entry => {
            let all = [None].into_iter().chain(Entry::ALL.iter().copied().map(Some));
            let one = |entry: Option<Entry>| {
                let key = format!("visits-entry-{}", entry.map_or("all", Entry::id));
                option(words.get(&key), sieve.entry == entry, Choice::Entry(entry))
            };
            ("visits-list-entry", all.map(one).collect())
        }
        Which::Purpose => {
            let none = option(words.get("visits-purpose-all"), sieve.purpose.is_none(), Choice::Purpose(None));
            let one = |(id, label): &(crate::domain::purpose::PurposeId, String)| {
                option(label.clone(), sieve.purpose.as_ref() == Some(id), Choice::Purpose(Some(id.clone())))
            };
            ("visits-list-purpose", [none].into_iter().chain(shown.purposes.iter().map(one)).collect())
        }
    };
    if which == Which::When {
        let chosen = matches!(page.wish.when, When::Between(..));
        let event = Event::Calendar(Days::Between(None));
        options.push(Pickable { text: words.get("visits-when-choose"), chosen, event });
    }
    let columns = if options.len() > 14 { 3 } else { 2 };
    let wide = if columns == 3 { 1260.0 } else { 860.0 };
    let inner = vec2(wide, grid_high(options.len(), columns));
    card(ui, view, &words.get(title), "", inner, Event::Close, |ui, room| grid(ui, view, room, columns, &options))
}

/// The purposes of "Ubah keperluan".
pub(super) fn purposes(ui: &Ui, view: &StaffView<'_>, shown: &Shown, listed: &Listed, busy: bool) -> Option<Event> {
    let words = view.words;
    let options: Vec<Pickable<Event>> = shown
        .purposes
        .iter()
        .map(|(id, label)| Pickable {
            text: label.clone(),
            chosen: id.as_str() == listed.row.purpose,
            event: Event::NewPurpose(id.clone()),
        })
        .collect();
    let columns = if options.len() > 14 { 3 } else { 2 };
    let inner = vec2(1000.0, grid_high(options.len(), columns));
    let text = words.get(if busy { "visits-saving" } else { "visits-purpose-text" });
    card(ui, view, &words.get("visits-purpose-title"), &text, inner, Event::Close, |ui, room| {
        grid(ui, view, room, columns, &options)
    })
}

/// The menu of a row.
pub(super) fn menu(ui: &Ui, view: &StaffView<'_>, listed: &Listed, role: Role, names: bool) -> Option<Event> {
    let words = view.words;
    let acts = Page::offers(listed, role);
    let title = words.with("visits-menu-title", &[("time", words.time(listed.row.recorded_at.time()))]);
    let inner = vec2(640.0, grid_high(acts.len(), 1));
    let who = cells::name(words, listed, names);
    card(ui, view, &title, &who, inner, Event::Close, |ui, room| {
        let mut touched = None;
        let mut place = Rect::from_min_size(room.min, vec2(room.width(), ROW));
        for act in &acts {
            let (key, glyph, grave) = of_act(*act);
            if menu_row(ui, view, place, &words.get(key), glyph, grave) {
                touched = Some(Event::Act(*act));
            }
            place = place.translate(vec2(0.0, ROW + BETWEEN));
        }
        touched
    })
}

fn of_act(act: RowAct) -> (&'static str, Icon, bool) {
    match act {
        RowAct::Details => ("visits-menu-details", fill::INFO, false),
        RowAct::Purpose => ("visits-menu-purpose", bold::TARGET, false),
        RowAct::EndSession => ("visits-menu-end-session", fill::SIGN_OUT, false),
        RowAct::Correct => ("visits-menu-correct", bold::PENCIL_SIMPLE, false),
        RowAct::Void => ("visits-menu-void", bold::X, true),
        RowAct::Erase => ("visits-menu-erase", bold::BACKSPACE, true),
    }
}

fn menu_row(ui: &Ui, view: &StaffView<'_>, rect: Rect, text: &str, glyph: Icon, grave: bool) -> bool {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let touch = Target::button(text).sense(ui, kit, rect);
    let ink = if grave { p.red_ink } else { p.ink };
    let ground = if touch.held() { p.well } else { p.surface };
    let edge = if grave { p.red_edge } else { p.edge };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, edge).paint(ui.painter(), rect, 0.0);
    let spot = Rect::from_center_size(pos2(rect.left() + 38.0, rect.center().y), vec2(26.0, 26.0));
    icon(ui.painter(), spot, glyph, 26.0, ink);
    let room = Rect::from_min_max(pos2(rect.left() + 72.0, rect.top()), pos2(rect.right() - 16.0, rect.bottom()));
    Text::new(text, kit.font(Type::StaffBody).weighted(Weight::Bold), ink).paint(ui.painter(), room);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

/// The calendar of a period, or of a jump.
pub(super) fn days(ui: &Ui, view: &StaffView<'_>, days: Days, month: NaiveDate) -> Option<Event> {
    let words = view.words;
    let title = words.get(match days {
        Days::Jump => "visits-calendar-jump",
        Days::Between(None) => "visits-calendar-first",
        Days::Between(Some(_)) => "visits-calendar-second",
    });
    let first = match days {
        Days::Between(first) => first,
        Days::Jump => None,
    };
    let shown = to_show(month, first.map(|day| (day, day)), view.clock.date());
    card(ui, view, &title, "", CALENDAR, Event::Close, |ui, room| {
        calendar(ui, view.kit, words, room, &shown).map(|press| match press {
            CalendarPress::Day(day) => Event::Day(day),
            CalendarPress::Turn(by) => Event::Month(turned(month, by)),
        })
    })
}

/// A month of days up to today.
pub(super) fn to_show(month: NaiveDate, chosen: Option<(NaiveDate, NaiveDate)>, today: NaiveDate) -> Calendar {
    let begin = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or(today);
    Calendar { month, chosen, today, among: begin..=today }
}

/// So many months on, never beyond the days that can be chosen.
pub(super) fn turned(month: NaiveDate, by: i32) -> NaiveDate {
    let months = Months::new(by.unsigned_abs());
    let first = month.with_day(1).unwrap_or(month);
    let to = if by < 0 { first.checked_sub_months(months) } else { first.checked_add_months(months) };
    to.filter(|day| (2000..3000).contains(&day.year())).unwrap_or(first)
}

/// A button at the end of a card's last row.
pub(super) fn last_row(room: Rect) -> Rect {
    Rect::from_min_max(pos2(room.left(), room.bottom() - ROW), room.max)
}

/// Two buttons side by side at the foot of a card: the harmless one left. Answers which was touched.
pub(super) fn two(
    ui: &Ui,
    view: &StaffView<'_>,
    row: Rect,
    (left, left_look): (&str, StaffLook),
    (right, right_look): (&str, StaffLook),
) -> (bool, bool) {
    let kit = view.kit;
    let wide = |text: &str| staff_button_width(ui.painter(), kit, text, false).max(220.0);
    let second = Rect::from_min_max(pos2(row.right() - wide(right), row.top()), row.max);
    let first = Rect::from_min_max(
        pos2(second.left() - 16.0 - wide(left), row.top()),
        pos2(second.left() - 16.0, row.bottom()),
    );
    (
        staff_button(ui, kit, first, left, None, left_look).clicked(),
        staff_button(ui, kit, second, right, None, right_look).clicked(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_turn_over_the_year_and_stop_at_the_ends() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(turned(day("2026-01-31"), -1), day("2025-12-01"));
        assert_eq!(turned(day("2026-11-24"), 12), day("2027-11-01"));
        assert_eq!(turned(day("2000-01-05"), -1), day("2000-01-01"));
    }
}
