//! Anda masih tercatat di PC 07. Mau apa? A card whose session is open (rule 3).

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
    let Screen::StillSeated(still) = &view.state.screen else { return None };
    let words = view.words;
    let title = words.with("open-title", &[("seat", still.session.seat.clone())]);
    let started = words.time(view.rules.local(still.session.started).time());
    let started = words.with("open-text", &[("time", started)]);
    let (finish, other, visit) = (words.get("open-finish"), words.get("open-move"), words.get("open-visit"));
    let story = Story {
        tint: Tint::Blue,
        badge: fill::DESKTOP,
        pill: None,
        title: &title,
        word: "",
        text: "",
        line: (fill::CLOCK, &started),
        ways: &[
            (&finish, Side::Left(bold::SIGN_OUT), Event::FinishInternet),
            (&other, Side::Left(bold::ARROW_RIGHT), Event::MoveSeat),
            (&visit, Side::Left(bold::PLUS), Event::OtherVisit),
        ],
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}
