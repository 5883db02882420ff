//! All computers are taken: a queue number is offered; or the visitor's own number, which is not called yet (rule 9).

use egui::Ui;

use super::super::frame::{self, Below};
use super::super::story::Story;
use crate::flow::room::Queue;
use crate::flow::{Event, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Tint;
use crate::ui::view::View;
use crate::ui::widgets::{Pill, Side};

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Queue(queue) = &view.state.screen else { return None };
    match queue {
        Queue::Offered => offered(ui, view),
        Queue::Waiting { number } => own(ui, view, *number, false),
        Queue::Missed { number, .. } => own(ui, view, *number, true),
    }
}

fn offered(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let (words, room) = (view.words, &view.state.room);
    let (title, text) = (words.get("queue-title"), words.get("queue-text"));
    let likely = room
        .likely_free
        .filter(|at| *at > room.at)
        .map(|at| words.with("queue-estimate", &[("time", words.time(view.rules.local(at).time()))]));
    let waiting = match room.waiting() {
        0 => String::new(),
        n => words.with("queue-ahead", &[("n", n.to_string())]),
    };
    let (take, other, staff) = (words.get("queue-take"), words.get("gate-other"), words.get("call-staff"));
    let story = Story {
        tint: Tint::Amber,
        badge: fill::DESKTOP,
        pill: likely.as_deref().map(|likely| Pill::large(likely, Some(fill::CLOCK), Tint::Amber)),
        title: &title,
        word: "",
        text: &text,
        line: (fill::USERS, &waiting),
        ways: &[
            (&take, Side::Left(bold::NOTEBOOK), Event::TakeNumber),
            (&other, Side::Left(bold::ARROW_LEFT), Event::Back),
        ],
    };
    frame::show(ui, view, &Below::call_staff(&staff), |ui, room| story.show(ui, view, room))
}

/// The visitor has a number: it waits, or it was called and nobody came.
fn own(ui: &mut Ui, view: &View<'_>, number: u32, missed: bool) -> Option<Event> {
    let words = view.words;
    let ticket = [("ticket", number.to_string())];
    let (title, text) = if missed {
        (words.with("queue-missed-title", &ticket), words.get("queue-missed-text"))
    } else {
        (words.with("queue-waiting-title", &ticket), words.get("queue-waiting-text"))
    };
    let (finish, anew, visit) = (words.get("finish"), words.get("queue-anew"), words.get("queue-other-visit"));
    let mut ways = Vec::new();
    if missed {
        ways.push((anew.as_str(), Side::Left(bold::NOTEBOOK), Event::TakeNumber));
    }
    ways.push((finish.as_str(), Side::Left(bold::HOUSE), Event::Finish));
    if view.state.knows_card() {
        ways.push((visit.as_str(), Side::Left(bold::PLUS), Event::OtherVisit));
    }
    let story = Story {
        tint: Tint::Blue,
        badge: fill::HOURGLASS_MEDIUM,
        pill: None,
        title: &title,
        word: "",
        text: &text,
        line: (fill::CLOCK, ""),
        ways: &ways,
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}
