//! The questions over a screen. The primary button is the harmless one and stands last.

use egui::Ui;

use crate::domain::internet::TidyReason;
use crate::flow::room::Outcome;
use crate::flow::{Dialog as Question, Done, Event, Screen};
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
    let question = view.state.dialog.as_ref()?;
    let asked = asked(question, view);
    if *question == Question::Untidy {
        return untidy(ui, view, &asked);
    }
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
        Question::OtherCard(_) => Asked {
            title: get("other-card-title"),
            text: view.words.with("other-card-text", &[("seat", leaving_seat(view))]),
            icon: (fill::IDENTIFICATION_CARD, Tint::Amber),
            other: Some((get("other-card-yes"), Side::Left(bold::IDENTIFICATION_CARD), DialogKind::Secondary)),
            primary: (get("other-card-no"), Side::Left(bold::SIGN_OUT)),
        },
        // Asked with answers of its own.
        Question::Untidy => Asked {
            title: get("untidy-title"),
            text: get("untidy-text"),
            icon: (fill::BROOM, Tint::Amber),
            other: None,
            primary: (get("untidy-back"), Side::Left(bold::ARROW_LEFT)),
        },
        Question::UndoVisit => Asked {
            title: get("undo-title"),
            text: get(undo_text(view)),
            icon: (fill::QUESTION, Tint::Amber),
            other: Some((get("undo-no"), Side::None, DialogKind::Secondary)),
            primary: (get("undo-yes"), Side::Left(bold::ARROW_COUNTER_CLOCKWISE)),
        },
    }
}

/// "Ada yang belum rapi?": three reasons, and last the way back to tidying (rule 7).
fn untidy(ui: &Ui, view: &View<'_>, asked: &Asked) -> Option<Event> {
    let reasons = [
        ("untidy-broken", Side::Left(bold::WARNING), TidyReason::Broken),
        ("untidy-forgotten", Side::Left(bold::CIRCLE), TidyReason::Forgotten),
        ("untidy-other", Side::Left(bold::PENCIL_SIMPLE), TidyReason::Other),
    ];
    let words = reasons.each_ref().map(|(key, _, _)| view.words.get(key));
    let mut buttons: Vec<DialogButton<'_>> = words
        .iter()
        .zip(&reasons)
        .map(|(text, (_, icon, _))| DialogButton { text, icon: *icon, kind: DialogKind::Secondary })
        .collect();
    buttons.push(DialogButton { text: &asked.primary.0, icon: asked.primary.1, kind: DialogKind::Primary });
    let what = Dialog { title: &asked.title, text: &asked.text, icon: Some(asked.icon), buttons: &buttons };
    match dialog(ui, view.kit, &view.canvas, &what)? {
        DialogAnswer::Button(index) => Some(Event::Untidy(reasons.get(index).map(|(_, _, reason)| *reason))),
        DialogAnswer::Escape => Some(Event::Back),
        DialogAnswer::Outside => None,
    }
}

/// The computer that is being left.
fn leaving_seat(view: &View<'_>) -> String {
    view.state.leaving_seat().unwrap_or_default().to_owned()
}

/// What is taken back with the visit.
fn undo_text(view: &View<'_>) -> &'static str {
    match &view.state.screen {
        Screen::Done(Done { outcome: Outcome::Seated { .. }, .. }) => "undo-seat-text",
        Screen::Done(Done { outcome: Outcome::Queued { .. }, .. }) => "undo-ticket-text",
        _ => "undo-text",
    }
}
