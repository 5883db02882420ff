//! The foot of Done: how long the screen stays, and the two ways out of it.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::super::countdown::Countdown;
use crate::flow::room::Outcome;
use crate::flow::{Done, Event, UndoPhase};
use crate::ui::icons::bold;
use crate::ui::layout::Shape;
use crate::ui::theme::{Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Ring, Side, Target, Text, amber_button, button_width, countdown_ring, focus_ring};

const PAD: f32 = 32.0;
const GAP: f32 = 28.0;
const BUTTON: f32 = 112.0;
const RING: f32 = 120.0;

/// Its height in du.
pub(super) fn high(view: &View<'_>) -> f32 {
    match (stacked(view), view.kit.theme.is_high_contrast()) {
        (false, false) => 181.0,
        (false, true) => 216.0,
        (true, high) => 2.0 * PAD + words_high(high) + GAP + BUTTON,
    }
}

/// Whether "Salah? Batalkan" is there.
fn is_offered(done: &Done) -> bool {
    matches!(done.undo, UndoPhase::Offered | UndoPhase::Voiding)
}

/// Whether the buttons stand below the words.
fn stacked(view: &View<'_>) -> bool {
    match view.canvas.shape {
        Shape::Wide => false,
        Shape::Classic => view.kit.theme.is_high_contrast(),
        Shape::Portrait => true,
    }
}

const fn words_high(high_contrast: bool) -> f32 {
    if high_contrast { 208.0 } else { RING }
}

/// Paints it within `band` and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, done: &Done, band: Rect) -> Option<Event> {
    let kit = view.kit;
    let p = &kit.theme.palette;
    let width = match (view.canvas.shape, kit.theme.is_high_contrast()) {
        (Shape::Wide, false) => 1500.0,
        (Shape::Portrait, _) => band.width() - 64.0,
        _ => band.width() - 112.0,
    };
    let card = Rect::from_center_size(band.center(), vec2(width, band.height()));
    Face::filled(p.night, radius::CARD + 8.0).outlined(3.0, p.night3).paint(ui.painter(), card, 0.0);
    let inner = card.shrink2(vec2(PAD, PAD));
    let offered = is_offered(done);
    let widths = [
        if offered { button_width(ui.painter(), kit, &undo_words(view, done), undo_icon()) } else { 0.0 },
        button_width(ui.painter(), kit, &view.words.get("finish"), finish_icon()).max(294.0),
    ];
    let (words, buttons) = if stacked(view) {
        let words = Rect::from_min_size(inner.min, vec2(inner.width(), words_high(kit.theme.is_high_contrast())));
        (words, Rect::from_min_max(pos2(inner.left(), inner.bottom() - BUTTON), inner.max))
    } else {
        let taken = widths[0] + widths[1] + if offered { 24.0 } else { 0.0 };
        let (words, buttons) = inner.split_left_right_at_x(inner.right() - taken);
        (Rect::from_min_max(words.min, words.max - vec2(GAP, 0.0)), buttons)
    };
    tell(ui, view, done, words);
    act(ui, view, done, buttons, widths)
}

/// What to do now, and what to do later.
fn sentences(view: &View<'_>, done: &Done) -> (String, String) {
    let get = |key: &str| view.words.get(key);
    if done.undo == UndoPhase::Failed {
        return (get("done-undo-failed"), String::new());
    }
    match &done.outcome {
        Outcome::Visit => (get("done-enjoy"), String::new()),
        Outcome::Seated { exit_code: None, .. } => (get("done-go-room"), get("done-go-back")),
        Outcome::Seated { exit_code: Some(_), .. } => (get("done-go-room"), get("done-go-back-code")),
        Outcome::Queued { .. } => (get("done-wait"), get("done-wait-text")),
        Outcome::Left { reported: true, .. } => (get("done-reported"), String::new()),
        Outcome::Left { reported: false, .. } => (get("done-thanks-tidy"), String::new()),
    }
}

/// The ring and the sentences.
fn tell(ui: &Ui, view: &View<'_>, done: &Done, room: Rect) {
    let kit = view.kit;
    let p = &kit.theme.palette;
    let left = Countdown::of(done.ends, done.lasts, view.now);
    let ring = Rect::from_center_size(pos2(room.left() + RING / 2.0, room.center().y), vec2(RING, RING));
    countdown_ring(ui, kit, ring, &Ring { left: left.share, seconds: left.seconds, unit: None, on_night: true });

    let (first, next) = sentences(view, done);
    let closes = view.words.with("done-closes", &[("n", left.seconds.to_string())]);
    let second = if next.is_empty() { closes } else { format!("{next} {closes}") };
    let words = Rect::from_min_max(pos2(ring.right() + 36.0, room.top() - 16.0), room.max + vec2(0.0, 16.0));
    let first = Text::new(&first, kit.font(Type::Label), p.on_night).lines(3);
    let second = Text::new(&second, kit.font(Type::Body), p.mist).lines(if next.is_empty() { 2 } else { 4 });
    let first_high = first.measure(ui.painter(), words.width()).y;
    let second_high = second.measure(ui.painter(), words.width()).y;
    let top = words.center().y - (first_high + 4.0 + second_high) / 2.0;
    let line = |top: f32, high: f32| Rect::from_min_size(pos2(words.left(), top), vec2(words.width(), high));
    first.show(ui, line(top, first_high));
    second.show(ui, line(top + first_high + 4.0, second_high));
}

/// "Salah? Batalkan" and "Selesai"; both rest while the visit is being undone.
fn act(ui: &mut Ui, view: &View<'_>, done: &Done, room: Rect, widths: [f32; 2]) -> Option<Event> {
    let mut builder = UiBuilder::new().id_salt("act").max_rect(room);
    if done.undo == UndoPhase::Voiding {
        builder = builder.disabled();
    }
    let ui = ui.new_child(builder);
    let offered = is_offered(done);
    let (undo, finish) = if stacked(view) && offered {
        let half = (room.width() - 24.0) / 2.0;
        let left = Rect::from_min_size(room.min, vec2(half, BUTTON));
        (left, left.translate(vec2(half + 24.0, 0.0)))
    } else {
        let right = Rect::from_min_max(
            pos2(room.right() - widths[1], room.center().y - BUTTON / 2.0),
            pos2(room.right(), room.center().y + BUTTON / 2.0),
        );
        let left = Rect::from_min_size(pos2(room.left(), right.top()), vec2(widths[0], BUTTON));
        (left, right)
    };
    let undone = offered && night_button(&ui, view, undo, &undo_words(view, done));
    let finished = amber_button(&ui, view.kit, finish, &view.words.get("finish"), finish_icon()).clicked();
    finished.then_some(Event::Finish).or(undone.then_some(Event::Undo))
}

fn undo_words(view: &View<'_>, done: &Done) -> String {
    view.words.get(if done.undo == UndoPhase::Voiding { "done-undoing" } else { "done-undo" })
}

const fn undo_icon() -> Side {
    Side::Left(bold::ARROW_COUNTER_CLOCKWISE)
}

const fn finish_icon() -> Side {
    Side::Left(bold::HOUSE)
}

/// A secondary button on night: an outline only.
fn night_button(ui: &Ui, view: &View<'_>, rect: Rect, text: &str) -> bool {
    let kit = view.kit;
    let p = &kit.theme.palette;
    let touch = Target::button(text).sense(ui, kit, rect);
    let fill = if touch.held() { p.night2 } else { p.night };
    Face::filled(fill, radius::BUTTON).outlined(kit.theme.stroke.tile, p.night_edge).paint(ui.painter(), rect, 0.0);
    let font = kit.font(Type::Label);
    let size = (font.size * 1.2).round();
    let label = Text::new(text, font, p.on_night).lines(2);
    let width = label.measure(ui.painter(), rect.width() - size - 64.0).x;
    let left = rect.center().x - (width + size + 16.0) / 2.0;
    let square = Rect::from_min_size(pos2(left, rect.center().y - size / 2.0), vec2(size, size));
    crate::ui::widgets::icon(ui.painter(), square, bold::ARROW_COUNTER_CLOCKWISE, size, p.on_night);
    label.paint(
        ui.painter(),
        Rect::from_min_max(pos2(square.right() + 16.0, rect.top()), pos2(square.right() + 17.0 + width, rect.bottom())),
    );
    focus_ring(ui, kit, rect, radius::BUTTON, &touch);
    touch.clicked()
}
