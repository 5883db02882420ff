//! Apakah ini Anda? A typed number shows only a masked name, and nothing else of whose it is (rule 4).

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
    let Screen::ConfirmIdentity { masked } = &view.state.screen else { return None };
    let words = view.words;
    let (title, yes, no) = (words.get("identity-title"), words.get("identity-yes"), words.get("identity-no"));
    let story = Story {
        tint: Tint::Blue,
        badge: fill::USER,
        pill: None,
        title: &title,
        word: masked,
        text: "",
        line: (fill::USER, ""),
        ways: &[
            (&yes, Side::Left(bold::CHECK), Event::Identity(true)),
            (&no, Side::Left(bold::X), Event::Identity(false)),
        ],
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}
