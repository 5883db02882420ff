//! What is asked before something cannot be taken back.

use egui::Ui;

use super::super::view::StaffView;
use crate::domain::internet::SeatUse;
use crate::flow::staff::room::{Doing, Event, Page, Shown};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::Tint;
use crate::ui::widgets::{Dialog, DialogAnswer, DialogButton, DialogKind, Side, dialog};

/// Shows the question that stands, and says how it was answered.
pub(super) fn show(ui: &Ui, view: &StaffView<'_>, page: &Page, shown: &Shown) -> Option<Event> {
    let words = view.words;
    match page.doing {
        Doing::Freeing(session) => {
            let sits = |usage: &SeatUse| matches!(usage, SeatUse::Taken(taken) if taken.session == session);
            let seat = shown.room.seats.iter().find(|s| sits(&s.usage)).map(|s| s.seat.name.clone());
            let title = words.with("room-end-title", &[("seat", seat.unwrap_or_default())]);
            let yes = words.get("room-end-yes");
            ask(ui, view, &title, &words.get("room-end-text"), (fill::SIGN_OUT, Tint::Red), &yes)
        }
        Doing::Clearing => {
            let (title, text) = (words.get("room-clear-title"), words.get("room-clear-text"));
            ask(ui, view, &title, &text, (fill::USERS_THREE, Tint::Red), &words.get("room-clear-yes"))
        }
        Doing::Ticking(note) => {
            let note = shown.notes.iter().find(|n| n.n == note)?;
            let points: Vec<String> =
                note.points.iter().map(|point| words.get(&format!("room-point-{}", point.id()))).collect();
            let text = format!("{}: {}", note.seat, points.join(", "));
            let title = words.get("room-note-title");
            ask(ui, view, &title, &text, (fill::CHECK_CIRCLE, Tint::Green), &words.get("room-note-yes"))
        }
        Doing::Looking | Doing::Moving(_) | Doing::Assigning(_) | Doing::Closing => None,
    }
}

fn ask(ui: &Ui, view: &StaffView<'_>, title: &str, text: &str, icon: (Icon, Tint), yes: &str) -> Option<Event> {
    let harmless = icon.1 == Tint::Green;
    let (sure, back) =
        if harmless { (DialogKind::Primary, DialogKind::Secondary) } else { (DialogKind::Danger, DialogKind::Primary) };
    let no = view.words.get("room-no");
    let yes_button = DialogButton { text: yes, icon: Side::Left(bold::CHECK), kind: sure };
    let no_button = DialogButton { text: &no, icon: Side::None, kind: back };
    // The primary one stands last.
    let (buttons, does) = if harmless { ([no_button, yes_button], 1) } else { ([yes_button, no_button], 0) };
    let asked = Dialog { title, text, icon: Some(icon), buttons: &buttons };
    dialog(ui, view.kit, &view.canvas, &asked).map(|answer| Event::Confirm(answer == DialogAnswer::Button(does)))
}
