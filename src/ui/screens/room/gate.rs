//! The gate of the room: the requirement, how to get a KTA, and the ways on (rules 2, 5 and 11).

use egui::Ui;

use super::super::frame::{self, Below};
use super::super::story::Story;
use crate::domain::internet::RefusedFor;
use crate::domain::visit::MembershipType;
use crate::flow::{Event, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::Tint;
use crate::ui::view::View;
use crate::ui::widgets::Side;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Gate(gate) = view.state.screen else { return None };
    let words = view.words;
    let (title, text, scans) = match gate.why {
        RefusedFor::NoCard | RefusedFor::Unlisted => {
            (words.get("gate-title-card"), view.house.service.getting_card.clone(), true)
        }
        RefusedFor::Expired => (words.get("gate-title-card"), words.get("gate-expired-text"), false),
        RefusedFor::Blocked => (words.get("gate-title-blocked"), words.get("gate-blocked-text"), false),
    };
    let line = match (scans, gate.kind) {
        (false, _) => (fill::BARCODE, String::new()),
        (true, MembershipType::Group) => (fill::USERS_THREE, words.get("gate-group")),
        (true, MembershipType::Member | MembershipType::NonMember) => (fill::BARCODE, words.get("gate-scan-now")),
    };
    let (scan, other, staff) = (words.get("gate-scan"), words.get("gate-other"), words.get("gate-ask-staff"));
    let ways = [
        (scan.as_str(), Side::Left(bold::IDENTIFICATION_CARD), Event::TypeNumber),
        (other.as_str(), Side::Left(bold::ARROW_LEFT), Event::Back),
        (staff.as_str(), Side::Left(bold::BELL_RINGING), Event::AskStaff),
    ];
    let story = Story {
        tint: Tint::Amber,
        badge: fill::DESKTOP,
        pill: None,
        title: &title,
        word: "",
        text: &text,
        line: (line.0, &line.1),
        ways: if scans { &ways } else { &ways[1..] },
    };
    frame::show(ui, view, &Below::default(), |ui, room| story.show(ui, view, room))
}
