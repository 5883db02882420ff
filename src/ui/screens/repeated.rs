//! Sudah tercatat pukul 09.12: the same card within the library's rule on repeats (rule 3).

use egui::Ui;

use super::frame::{self, Below};
use super::story::Story;
use crate::flow::{Event, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Tint;
use crate::ui::view::View;
use crate::ui::widgets::Side;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Repeated(repeated) = &view.state.screen else { return None };
    let words = view.words;
    let time = words.time(view.rules.local(repeated.at).time());
    let title = words.with("repeated-title", &[("time", time)]);
    let (text, finish, again) = (words.get("repeated-text"), words.get("finish"), words.get("repeated-again"));
    let ways = [
        (finish.as_str(), Side::Left(bold::HOUSE), Event::Finish),
        (again.as_str(), Side::Left(bold::NOTEBOOK), Event::RecordAgain),
    ];
    let offered = if repeated.again { 2 } else { 1 };
    let story = Story {
        tint: Tint::Green,
        badge: fill::CHECK_CIRCLE,
        pill: None,
        title: &title,
        word: "",
        text: &text,
        line: (fill::CLOCK, ""),
        ways: &ways[..offered],
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}
