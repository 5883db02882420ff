//! A month whose days are touched: choosing a day, or the two ends of a range, without a keyboard.
//!
//! It keeps nothing itself: which month is shown and what is chosen is told by whoever paints it, and a touch is
//! answered with what was meant. Staff size: every target is 64 du and more.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use egui::{Color32, Rect, Ui, Vec2, pos2, vec2};

use super::paint::{Face, icon};
use super::text::{Text, name_text};
use super::touch::{Target, focus_ring};
use crate::i18n::Words;
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::theme::{Type, Weight, radius};

/// The room that a calendar asks for; more is shared out among the days.
pub const CALENDAR: Vec2 = vec2(520.0, 552.0);

/// A month to be painted.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The month that is shown, by any of its days.
    pub month: NaiveDate,
    /// What is chosen: the first and the last day, equal where it is one day. In any order.
    pub chosen: Option<(NaiveDate, NaiveDate)>,
    /// The library's day, which is marked.
    pub today: NaiveDate,
    /// The days that may be chosen; others are grey and cannot be touched.
    pub among: RangeInclusive<NaiveDate>,
}

/// What was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarPress {
    /// A day.
    Day(NaiveDate),
    /// So many months on, or back where it is below zero.
    Turn(i32),
}

const HEAD: f32 = 64.0;
const NAMES: f32 = 36.0;
const GAP: f32 = 8.0;
const WEEKS: u16 = 6;
const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Paints the month and says what was touched. Days bear their whole date as their name for assistive software.
pub fn calendar(ui: &Ui, kit: &Kit, words: Words, rect: Rect, calendar: &Calendar) -> Option<CalendarPress> {
    let first = calendar.month.with_day(1).unwrap_or(calendar.month);
    let mut press = head(ui, kit, words, Rect::from_min_size(rect.min, vec2(rect.width(), HEAD)), first);
    let wide = (rect.width() - 6.0 * GAP) / 7.0;
    let mut left = rect.left();
    let names = rect.top() + HEAD + GAP;
    for day in DAYS {
        let place = Rect::from_min_size(pos2(left, names), vec2(wide, NAMES));
        let name: String = words.weekday(day).chars().take(3).collect();
        Text::new(&name, kit.font(Type::StaffCaption), kit.theme.palette.ink2).centered().show(ui, place);
        left += wide + GAP;
    }
    let top = names + NAMES;
    let high = (rect.bottom() - top + GAP) / f32::from(WEEKS) - GAP;
    let before = first.weekday().num_days_from_monday();
    let Some(start) = first.checked_sub_days(Days::new(u64::from(before))) else { return press };
    let weeks = start.iter_days().take(usize::from(WEEKS) * 7);
    for (day, cell) in weeks.zip((0..WEEKS).flat_map(|week| (0..7_u16).map(move |day| (week, day)))) {
        // Days of the months before and after would be touched by mistake.
        if (day.year(), day.month()) == (first.year(), first.month()) {
            let corner = pos2(rect.left() + f32::from(cell.1) * (wide + GAP), top + f32::from(cell.0) * (high + GAP));
            let place = Rect::from_min_size(corner, vec2(wide, high));
            if one_day(ui, kit, words, place, calendar, day) {
                press = Some(CalendarPress::Day(day));
            }
        }
    }
    press
}

/// The month and the year, each between its two arrows.
fn head(ui: &Ui, kit: &Kit, words: Words, rect: Rect, first: NaiveDate) -> Option<CalendarPress> {
    let month_and_year = words.month(first);
    let (month, year) = month_and_year.split_once(' ').unwrap_or((month_and_year.as_str(), ""));
    let square = |left: f32| Rect::from_min_size(pos2(left, rect.top()), Vec2::splat(HEAD));
    let half = rect.left() + rect.width() * 0.57;
    let arrows = [
        (square(rect.left()), bold::CARET_LEFT, "calendar-month-before", -1),
        (square(half - HEAD - GAP), bold::CARET_RIGHT, "calendar-month-after", 1),
        (square(half + GAP), bold::CARET_LEFT, "calendar-year-before", -12),
        (square(rect.right() - HEAD), bold::CARET_RIGHT, "calendar-year-after", 12),
    ];
    let font = kit.font(Type::StaffCard);
    for (text, from, to) in [(month, 0, 1), (year, 2, 3)] {
        let room = Rect::from_min_max(
            pos2(arrows[from].0.right() + 4.0, rect.top()),
            pos2(arrows[to].0.left() - 4.0, rect.bottom()),
        );
        Text::new(text, font, kit.theme.palette.ink).centered().show(ui, room);
    }
    let pressed = arrows.map(|(place, glyph, key, months)| (arrow(ui, kit, place, &words.get(key), glyph), months));
    pressed.into_iter().find(|(pressed, _)| *pressed).map(|(_, months)| CalendarPress::Turn(months))
}

fn arrow(ui: &Ui, kit: &Kit, rect: Rect, name: &str, glyph: Icon) -> bool {
    let touch = Target::button(name).sense(ui, kit, rect);
    let p = &kit.theme.palette;
    let ground = if touch.held() { p.well } else { p.surface };
    Face::filled(ground, radius::STAFF_BUTTON).outlined(kit.theme.stroke.card, p.edge).paint(ui.painter(), rect, 0.0);
    icon(ui.painter(), rect, glyph, 26.0, p.ink);
    focus_ring(ui, kit, rect, radius::STAFF_BUTTON, &touch);
    touch.clicked()
}

fn one_day(ui: &Ui, kit: &Kit, words: Words, rect: Rect, calendar: &Calendar, day: NaiveDate) -> bool {
    let p = &kit.theme.palette;
    let number = day.day().to_string();
    let font = kit.font(Type::StaffBody).weighted(Weight::Bold);
    let figure = |color: Color32| Text::new(&number, font, color).centered().paint(ui.painter(), rect);
    let name = words.long_date(day);
    if !calendar.among.contains(&day) {
        // Told, but not to be touched.
        let written = figure(p.edge);
        name_text(ui, written, &name);
        return false;
    }
    let (end, within) =
        calendar.chosen.map_or((false, false), |(a, b)| (day == a || day == b, (a.min(b)..=a.max(b)).contains(&day)));
    let touch = Target::choice(&name, within).sense(ui, kit, rect);
    let (ground, ink) = match (end, within || touch.held()) {
        (true, _) => (p.blue, p.on_blue),
        (false, true) => (p.blue_tint, p.blue),
        (false, false) => (p.surface, p.ink),
    };
    let face = Face::filled(ground, radius::SEAT);
    let face = if day == calendar.today { face.outlined(kit.theme.stroke.tile, p.amber) } else { face };
    face.paint(ui.painter(), rect, 0.0);
    figure(ink);
    focus_ring(ui, kit, rect, radius::SEAT, &touch);
    touch.clicked()
}
