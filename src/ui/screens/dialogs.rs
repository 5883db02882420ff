//! The questions over a screen. The primary button is the harmless one and stands last.

use egui::Ui;

use crate::flow::{Dialog as Question, Event};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::Tint;
use crate::ui::view::View;
use crate::ui::widgets::{Dialog, DialogAnswer, DialogButton, DialogKind, Side, dialog};

/// What a question says and how it is answered.
struct Asked {
    title: String,
    text: String,
    icon: (Icon, Tint),
    /// Answered with `Event::Dialog(false)`, if there is such an answer.
    other: Option<(String, Side, DialogKind)>,
    /// Answered with `Event::Dialog(true)`.
    primary: (String, Side),
}

/// Paints the question, if there is one, and says how it was answered. Esc takes it back.
pub(super) fn show(ui: &Ui, view: &View<'_>) -> Option<Event> {
    let asked = asked(view.state.dialog.as_ref()?, view);
    let primary = DialogButton { text: &asked.primary.0, icon: asked.primary.1, kind: DialogKind::Primary };
    let other = asked.other.as_ref().map(|(text, icon, kind)| DialogButton { text, icon: *icon, kind: *kind });
    let buttons: Vec<DialogButton<'_>> = other.into_iter().chain([primary]).collect();
    let what = Dialog { title: &asked.title, text: &asked.text, icon: Some(asked.icon), buttons: &buttons };
    match dialog(ui, view.kit, &view.canvas, &what)? {
        DialogAnswer::Button(index) => Some(Event::Dialog(index + 1 == buttons.len())),
        DialogAnswer::Escape => Some(Event::Back),
        DialogAnswer::Outside => None,
    }
}

fn asked(question: &Question, view: &View<'_>) -> Asked {
    let get = |key| view.words.get(key);
    match question {
        Question::CancelEntry => Asked {
            title: get("cancel-title"),
            text: get("cancel-text"),
            icon: (fill::QUESTION, Tint::Amber),
            other: Some((get("cancel-yes"), Side::Left(bold::X), DialogKind::Danger)),
            primary: (get("cancel-keep"), Side::Left(bold::PENCIL_SIMPLE)),
        },
        Question::CallStaff => Asked {
            title: get("staff-text"),
            text: String::new(),
            icon: (fill::BELL_RINGING, Tint::Blue),
            other: None,
            primary: (get("understood"), Side::Left(bold::CHECK)),
        },
        Question::UseCard(_) => Asked {
            title: get("use-card-title"),
            text: String::new(),
            icon: (fill::IDENTIFICATION_CARD, Tint::Blue),
            other: Some((get("use-card-no"), Side::Left(bold::X), DialogKind::Secondary)),
            primary: (get("use-card-yes"), Side::Left(bold::IDENTIFICATION_CARD)),
        },
        Question::ConfirmPeople(n) => Asked {
            title: view.words.with("people-title", &[("n", n.to_string())]),
            text: String::new(),
            icon: (fill::USERS_THREE, Tint::Amber),
            other: Some((get("people-no"), Side::Left(bold::PENCIL_SIMPLE), DialogKind::Secondary)),
            primary: (get("people-yes"), Side::Left(bold::CHECK)),
        },
        Question::InternetNeedsCard => Asked {
            title: get("internet-needs-valid"),
            text: String::new(),
            icon: (fill::DESKTOP, Tint::Amber),
            other: Some((get("internet-other"), Side::Left(bold::ARROW_LEFT), DialogKind::Secondary)),
            primary: (get("internet-scan"), Side::Left(bold::IDENTIFICATION_CARD)),
        },
        Question::InternetAskStaff => Asked {
            title: get("internet-staff"),
            text: String::new(),
            icon: (fill::DESKTOP, Tint::Amber),
            other: None,
            primary: (get("internet-other"), Side::Left(bold::ARROW_LEFT)),
        },
        Question::UndoVisit => Asked {
            title: get("undo-title"),
            text: get("undo-text"),
            icon: (fill::QUESTION, Tint::Amber),
            other: Some((get("undo-no"), Side::None, DialogKind::Secondary)),
            primary: (get("undo-yes"), Side::Left(bold::ARROW_COUNTER_CLOCKWISE)),
        },
    }
}
