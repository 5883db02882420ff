//! What every part of the page is given, and how it writes figures.

use chrono::{Datelike, NaiveTime, Weekday};
use egui::{Rect, Ui, pos2, vec2};

use super::plan::count;
use crate::domain::dashboard::{Dashboard, RoomStanding};
use crate::domain::internet::Room;
use crate::domain::report::{OVERFLOW, Tally};
use crate::flow::staff::Event as StaffEvent;
use crate::flow::staff::page::PageEvent;
use crate::flow::staff::statistics::{Event, Page, Told};
use crate::i18n::Words;
use crate::ui::kit::Kit;
use crate::ui::staff::view::StaffView;
use crate::ui::theme::{Palette, Type, Weight, radius};
use crate::ui::widgets::{Face, Text};

/// The page and the figures on it.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub view: &'a StaffView<'a>,
    pub page: &'a Page,
    pub data: &'a Dashboard,
    pub room: &'a RoomStanding,
    /// The room at this moment.
    pub now: &'a Room,
}

/// The room between a card's edge and what stands on it.
pub(super) const PADDING: f32 = 22.0;
const TITLE: f32 = 32.0;
const SUB: f32 = 26.0;

/// An event of this page.
pub(super) fn event(event: Event) -> StaffEvent {
    StaffEvent::Page(PageEvent::Statistics(event))
}

impl<'a> Scene<'a> {
    pub(super) fn kit(&self) -> &'a Kit {
        self.view.kit
    }

    pub(super) fn words(&self) -> Words {
        self.view.words
    }

    pub(super) fn palette(&self) -> &'a Palette {
        &self.view.kit.theme.palette
    }

    /// Paints a card with its title and the line below it, and returns the room that is left. While something on the
    /// card is told, that stands in the line's place.
    pub(super) fn card(&self, ui: &Ui, rect: Rect, title: &str, sub: &str, told: Option<&str>) -> Rect {
        self.card_of(ui, rect, title, sub, told, 1)
    }

    /// The same, with so many lines of room for what is told.
    pub(super) fn card_of(
        &self,
        ui: &Ui,
        rect: Rect,
        title: &str,
        sub: &str,
        told: Option<&str>,
        lines: usize,
    ) -> Rect {
        let (kit, p) = (self.kit(), self.palette());
        let face = Face::filled(p.surface, radius::STAFF_CARD).outlined(kit.theme.stroke.card, p.line);
        face.paint(ui.painter(), rect, 0.0);
        let inner = rect.shrink2(vec2(PADDING, 14.0));
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), TITLE));
        Text::new(title, kit.font(Type::StaffCard), p.ink).show(ui, head);
        let line = Rect::from_min_size(pos2(inner.left(), head.bottom()), vec2(inner.width(), SUB * count(lines)));
        let font = kit.font(Type::StaffCaption);
        let text = match told {
            Some(told) => Text::new(told, font.weighted(Weight::Bold), p.blue),
            None => Text::new(sub, font, p.ink2),
        };
        if lines > 1 { text.lines(lines).top() } else { text }.show(ui, line);
        Rect::from_min_max(pos2(inner.left(), line.bottom() + 6.0), inner.max)
    }

    /// How many lines, one or two, what is told needs on a card as wide as `rect`.
    pub(super) fn lines_of_told(&self, ui: &Ui, rect: Rect, told: &str) -> usize {
        let font = self.kit().font(Type::StaffCaption).weighted(Weight::Bold);
        let wide = Text::new(told, font, self.palette().blue).measure(ui.painter(), f32::INFINITY).x;
        if wide <= rect.width() - 2.0 * PADDING { 1 } else { 2 }
    }

    /// A sentence in the middle of a card that has nothing else to show.
    pub(super) fn none(&self, ui: &Ui, room: Rect, key: &str) {
        let (text, font) = (self.words().get(key), self.kit().font(Type::StaffBody));
        Text::new(&text, font, self.palette().ink2).lines(3).centered().show(ui, room);
    }

    /// "148 orang, 115 pencatatan".
    pub(super) fn both(&self, tally: Tally) -> String {
        let words = self.words();
        let args = [("people", words.number(tally.people)), ("entries", words.number(tally.entries))];
        words.with("stats-both", &args)
    }

    /// "Pelajar: 148 orang, 115 pencatatan".
    pub(super) fn told(&self, what: &str, tally: Tally) -> String {
        self.words().with("stats-told", &[("what", what.to_owned()), ("figures", self.both(tally))])
    }

    /// "08.00–08.59".
    pub(super) fn hour(&self, hour: usize) -> String {
        let at = |minute| {
            let hour = u32::try_from(hour).unwrap_or_default();
            self.words().time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
        };
        format!("{}–{}", at(0), at(59))
    }

    /// A share in whole percent, rounded half up; nothing where there is no whole.
    pub(super) fn percent(part: u64, whole: u64) -> String {
        if whole == 0 {
            return "–".to_owned();
        }
        format!("{}%", (u128::from(part) * 200 + u128::from(whole)) / (u128::from(whole) * 2))
    }

    /// A mean with one decimal, rounded half up.
    pub(super) fn mean(&self, sum: u64, n: u64) -> String {
        if n == 0 {
            return "–".to_owned();
        }
        self.words().decimal((sum.saturating_mul(20) + n) / (n * 2), 1)
    }

    /// A time in minutes; the longest are only known to be longer than can be told apart.
    pub(super) fn minutes(&self, time: Option<u32>) -> String {
        match time {
            None => "–".to_owned(),
            Some(OVERFLOW) => self.words().with("stats-room-over", &[("n", (OVERFLOW - 1).to_string())]),
            Some(n) => self.words().with("stats-room-minutes", &[("n", n.to_string())]),
        }
    }

    /// Which hours and weekdays the axes show: those in which the library is open, and those in which somebody came.
    pub(super) fn axes(&self) -> (std::ops::RangeInclusive<usize>, Vec<usize>) {
        let open = self.view.statistics.open;
        let at = |hour: u32| usize::try_from(hour).unwrap_or_default().min(23);
        let came = |hour: usize| {
            let usual = self.data.usual.is_some_and(|usual| usual.hours[hour].entries > 0);
            usual || self.data.hours[hour].entries > 0 || self.data.busy.cells.iter().any(|day| day[hour].entries > 0)
        };
        let hours = (0..24).filter(|hour| came(*hour));
        let all = open.iter().flatten().flat_map(|(from, to)| [at(*from), at(*to)]).chain(hours);
        let (first, last) = all.fold((23, 0), |(first, last), hour| (hour.min(first), hour.max(last)));
        let range = if first > last { 8..=15 } else { first..=last };
        let days = (0..7).filter(|day| open[*day].is_some() || self.data.busy.days[*day] > 0).collect();
        (range, days)
    }

    /// The hour that is running, where the figures are of today.
    pub(super) fn running_hour(&self) -> Option<usize> {
        let question = self.data.question;
        question.span.contains(question.today).then(|| usize::try_from(question.hour).unwrap_or_default())
    }

    pub(super) fn is_told(&self, told: Told) -> bool {
        self.page.told == Some(told)
    }
}

/// The weekday that many days after Monday.
pub(super) fn weekday(from_monday: usize) -> Weekday {
    u8::try_from(from_monday).ok().and_then(|day| Weekday::try_from(day).ok()).unwrap_or(Weekday::Mon)
}

/// A year as it is written.
pub(super) fn year(day: chrono::NaiveDate) -> String {
    day.year().to_string()
}
