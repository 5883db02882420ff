//! Sudah dirapikan? Check-out, step 2: the three points, the rating, and what the session was (picture 08).

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::super::form;
use super::super::frame::{self, Below};
use super::leave_plan::Plan;
use crate::domain::internet::TidyPoint;
use crate::flow::room::CheckOut;
use crate::flow::{Event, RecordingPhase, Screen};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{
    Face, Onward, OnwardKind, Rated, Side, Text, check_row, icon, inert, name_text, rating, secondary_button,
};

/// The points as drawn.
const POINTS: [(TidyPoint, Icon, &str); 3] = [
    (TidyPoint::ShutDown, fill::POWER, "leave-shut-down"),
    (TidyPoint::Tidied, fill::KEYBOARD, "leave-tidied"),
    (TidyPoint::Clean, fill::BROOM, "leave-clean"),
];
/// The faces, from "Tidak puas" to "Sangat puas".
const FACES: [(u8, Icon, &str, bool); 4] = [
    (1, fill::SMILEY_SAD, "rate-1", false),
    (2, fill::SMILEY_MEH, "rate-2", false),
    (3, fill::SMILEY, "rate-3", false),
    (4, fill::SMILEY, "rate-4", true),
];

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::CheckOut(leaving) = &view.state.screen else { return None };
    match leaving.writing.as_ref().map(|writing| writing.phase) {
        None => framed(ui, view, leaving, None),
        Some(RecordingPhase::Failed) => framed(ui, view, leaving, Some(RecordingPhase::Failed)),
        phase => framed(&mut inert(ui), view, leaving, phase).and(None),
    }
}

fn framed(ui: &mut Ui, view: &View<'_>, leaving: &CheckOut, phase: Option<RecordingPhase>) -> Option<Event> {
    let words = view.words;
    let plan = Plan::of(&view.canvas);
    let (key, kind, event) = match phase {
        None if leaving.missing() > 0 => ("leave-finish", OnwardKind::Missing, Event::Next),
        None => ("leave-finish", OnwardKind::Ready, Event::Next),
        Some(RecordingPhase::Failed) => ("retry", OnwardKind::Ready, Event::Retry),
        Some(_) => ("leave-saving", OnwardKind::Missing, Event::Touched),
    };
    let side = if phase == Some(RecordingPhase::Failed) {
        Side::Left(bold::ARROW_CLOCKWISE)
    } else {
        Side::Right(bold::SIGN_OUT)
    };
    let text = words.get(key);
    let remaining = match leaving.missing() {
        0 => String::new(),
        1 => words.with("leave-remaining", &[("n", "1".to_owned())]),
        n => words.with("leave-remaining-many", &[("n", n.to_string())]),
    };
    let onward = Onward { text: &text, icon: side, kind };
    let hint = if plan.hint.is_some() { "" } else { remaining.as_str() };
    let below = Below { onward: Some((onward, event)), hint, ..Below::default() };
    frame::show(ui, view, &below, |ui, _| {
        head(ui, view, leaving, phase, &plan);
        if let (Some(place), false) = (plan.hint, remaining.is_empty()) {
            form::missing(ui, view, place, &remaining);
        }
        let ticked = points(ui, view, leaving, &plan);
        let rated = rate(ui, view, leaving, plan.rating);
        session(ui, view, leaving, plan.session);
        ticked.or(rated)
    })
}

/// The question, and below it what to do, or how the writing stands.
fn head(ui: &Ui, view: &View<'_>, leaving: &CheckOut, phase: Option<RecordingPhase>, plan: &Plan) {
    let (kit, words) = (view.kit, view.words);
    let p = &kit.theme.palette;
    let title = words.with("leave-title", &[("name", leaving.session.name.greeting().to_owned())]);
    Text::new(&title, kit.font(Type::TitleForm), p.ink).lines(2).show(ui, plan.title);
    match phase {
        Some(RecordingPhase::Failed) => {
            let text = format!("{}. {}", words.get("leave-failed"), words.get("leave-failed-text"));
            form::complain(ui, view, plan.sub, &text);
        }
        Some(RecordingPhase::Waiting(_)) => {
            let text = words.get("leave-again");
            Text::new(&text, kit.font(Type::BodyStrong), Tint::Amber.ink(&kit.theme)).show(ui, plan.sub);
        }
        Some(RecordingPhase::Writing(_)) | None => {
            Text::new(&words.get("leave-sub"), kit.font(Type::Lead), p.ink2).lines(2).show(ui, plan.sub);
        }
    }
}

fn points(ui: &Ui, view: &View<'_>, leaving: &CheckOut, plan: &Plan) -> Option<Event> {
    let mut touched = None;
    for ((point, glyph, key), rect) in POINTS.into_iter().zip(plan.rows) {
        let words = view.words.get(key);
        if check_row(ui, view.kit, rect, glyph, &words, leaving.is_ticked(point)).clicked() {
            touched = Some(Event::Point(point));
        }
    }
    touched
}

/// "Bagaimana layanan kami?": optional, and kept apart from the visitor.
fn rate(ui: &Ui, view: &View<'_>, leaving: &CheckOut, rect: Rect) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let p = &kit.theme.palette;
    Face::filled(p.surface, radius::CARD).outlined(kit.theme.stroke.card, p.line).paint(ui.painter(), rect, 0.0);
    let inner = rect.shrink2(vec2(34.0, 26.0));
    let title = words.get("leave-rate");
    let title = Text::new(&title, kit.font(Type::LabelStrong), p.ink).lines(2).top();
    let text = words.get("leave-rate-text");
    let text = Text::new(&text, kit.font(Type::Body), p.ink2).lines(2).top();
    let title_high = title.measure(ui.painter(), inner.width()).y;
    let text_high = text.measure(ui.painter(), inner.width()).y;
    title.show(ui, Rect::from_min_size(inner.min, vec2(inner.width(), title_high)));
    let top = inner.top() + title_high + 2.0;
    text.show(ui, Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), text_high)));

    let message = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 88.0), inner.max);
    let faces =
        Rect::from_min_max(pos2(inner.left(), top + text_high + 16.0), pos2(inner.right(), message.top() - 18.0));
    let width = (faces.width() - 3.0 * 14.0) / 4.0;
    let mut touched = None;
    for (n, (score, face, key, heart)) in [0.0, 1.0, 2.0, 3.0].into_iter().zip(FACES) {
        let place =
            Rect::from_min_size(pos2(faces.left() + n * (width + 14.0), faces.top()), vec2(width, faces.height()));
        let rated = Rated { word: &words.get(key), face, heart, chosen: leaving.score == Some(score) };
        if rating(ui, kit, place, &rated).clicked() {
            touched = Some(Event::Rate(score));
        }
    }
    if leaving.score.is_some() {
        let key = if leaving.words.is_some() { "rate-words-change" } else { "rate-words" };
        if secondary_button(ui, kit, message, &words.get(key), Side::Left(bold::PENCIL_SIMPLE)).clicked() {
            touched = Some(Event::RateWords);
        }
    }
    touched
}

/// The dark card: which computer, from when to when, how long.
fn session(ui: &Ui, view: &View<'_>, leaving: &CheckOut, rect: Rect) {
    let (kit, words) = (view.kit, view.words);
    let p = &kit.theme.palette;
    let edge = if kit.theme.is_high_contrast() { kit.theme.stroke.card } else { 0.0 };
    Face::filled(p.night, radius::CARD).outlined(edge, p.line).paint(ui.painter(), rect, 0.0);
    let from = view.rules.local(leaving.session.started);
    let span = [("from", words.time(from.time())), ("to", words.time(view.clock.time()))];
    let facts = [
        (fill::DESKTOP, "leave-seat", leaving.session.seat.clone()),
        (fill::CLOCK, "leave-time", words.with("leave-span", &span)),
        (fill::HOURGLASS_MEDIUM, "leave-length", length(view, view.clock - from)),
    ];
    let inner = rect.shrink2(vec2(36.0, 26.0));
    let high = inner.height() / 3.0;
    for (n, (glyph, key, value)) in [0.0, 1.0, 2.0].into_iter().zip(facts) {
        let line = Rect::from_min_size(inner.min + vec2(0.0, n * high), vec2(inner.width(), high));
        let square = Rect::from_center_size(pos2(line.left() + 18.0, line.center().y), vec2(36.0, 36.0));
        icon(ui.painter(), square, glyph, 36.0, p.fire);
        let label = words.get(key);
        let room = Rect::from_min_max(pos2(square.right() + 18.0, line.top()), line.max);
        let label = Text::new(&label, kit.font(Type::Body), p.on_night);
        let shown = label.show(ui, room.with_max_x(room.left() + room.width() * 0.45));
        let value_room = room.with_min_x(shown.rect.right() + 16.0);
        let painted = Text::new(&value, kit.font(Type::BodyStrong), p.on_night)
            .align(Align2::RIGHT_CENTER)
            .paint(ui.painter(), value_room);
        name_text(ui, painted, &value);
    }
}

/// "52 menit", "1 jam 5 menit".
pub(in crate::ui::screens) fn length(view: &View<'_>, time: chrono::TimeDelta) -> String {
    let minutes = time.num_minutes().max(0);
    if minutes < 60 {
        let key = if minutes == 1 { "leave-minute" } else { "leave-minutes" };
        return view.words.with(key, &[("n", minutes.to_string())]);
    }
    view.words.with("leave-hours", &[("h", (minutes / 60).to_string()), ("m", (minutes % 60).to_string())])
}
