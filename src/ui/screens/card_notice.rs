//! A card that is known but not in order. The visit goes on all the same (rule 2); of a blocked card no reason is
//! shown (rule 15).

use egui::Ui;

use super::frame::{self, Below};
use super::story::Story;
use crate::flow::{Event, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Tint;
use crate::ui::view::View;
use crate::ui::widgets::{Pill, Side};

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::CardNotice(notice) = &view.state.screen else { return None };
    let words = view.words;
    let name = [("name", notice.name.clone())];
    let until = notice.expired.map(|day| words.with("expired-until", &[("date", words.date(day))]));
    let expired = until.is_some();
    let (title, text) = if expired {
        (words.get("expired-title"), words.with("expired-text", &name))
    } else {
        (words.get("blocked-title"), words.with("blocked-text", &name))
    };
    let internet = if expired && notice.internet_refused { words.get("internet-needs-valid") } else { String::new() };
    let (go_on, staff) = (words.get("continue-visit"), words.get("call-staff"));
    let story = Story {
        tint: Tint::Amber,
        badge: if expired { fill::CALENDAR_X } else { fill::WARNING },
        pill: until.as_deref().map(|until| Pill::large(until, Some(fill::WARNING), Tint::Amber)),
        title: &title,
        word: "",
        text: &text,
        line: (fill::DESKTOP, &internet),
        ways: &[
            (&go_on, Side::Right(bold::ARROW_RIGHT), Event::Next),
            (&staff, Side::Left(bold::BELL_RINGING), Event::CallStaff),
        ],
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}
