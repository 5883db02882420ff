//! The room is closed: when it opens next, and the way to another purpose.

use chrono::{Days, NaiveDateTime};
use egui::Ui;

use super::super::frame::{self, Below};
use super::super::story::Story;
use crate::flow::{Event, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Tint;
use crate::ui::view::View;
use crate::ui::widgets::Side;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::RoomClosed(closed) = view.state.screen else { return None };
    let words = view.words;
    let may_choose = view.state.knows_guest();
    let opens = closed.opens.map(|opens| opening(view, opens)).unwrap_or_default();
    let other = if may_choose { words.get("closed-other") } else { String::new() };
    let text = format!("{opens} {other}");
    let hours = match view.house.service.hours.as_str() {
        "" => String::new(),
        hours => words.with("service-hours", &[("hours", hours.to_owned())]),
    };
    let (title, choose, finish) = (words.get("closed-title"), words.get("gate-other"), words.get("leave-home"));
    let way = if may_choose {
        (choose.as_str(), Side::Left(bold::ARROW_LEFT), Event::Back)
    } else {
        (finish.as_str(), Side::Left(bold::HOUSE), Event::Finish)
    };
    let story = Story {
        tint: Tint::Amber,
        badge: fill::CLOCK,
        pill: None,
        title: &title,
        word: "",
        text: text.trim(),
        line: (fill::CLOCK, &hours),
        ways: &[way],
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}

/// "Buka lagi besok pukul 08.00."
fn opening(view: &View<'_>, opens: NaiveDateTime) -> String {
    let (words, today) = (view.words, view.clock.date());
    let time = ("time", words.time(opens.time()));
    if opens.date() == today {
        words.with("closed-today", &[time])
    } else if Some(opens.date()) == today.checked_add_days(Days::new(1)) {
        words.with("closed-tomorrow", &[time])
    } else {
        words.with("closed-on", &[("day", words.long_date(opens.date())), time])
    }
}
