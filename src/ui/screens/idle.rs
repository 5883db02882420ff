//! Masih di sana? What was entered goes when the ring has run empty.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::countdown::Countdown;
use crate::flow::Event;
use crate::ui::icons::bold;
use crate::ui::layout::Shape;
use crate::ui::theme::Type;
use crate::ui::view::View;
use crate::ui::widgets::{DialogButton, DialogKind, Ring, Side, Text, countdown_ring, dialog_button, modal};

const RING: f32 = 220.0;
const PADDING: f32 = 64.0;
const GAP: f32 = 24.0;
const BUTTON: f32 = 120.0;

/// Paints the warning and says how it was answered. Touching beside the card means that somebody is there.
pub(super) fn show(ui: &Ui, view: &View<'_>) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let left = Countdown::of(view.state.idle_ends?, view.state.warning_lasts(view.rules), view.now);
    let (title, text) = (words.get("idle-title"), words.get("idle-text"));
    let stacked = view.canvas.shape == Shape::Portrait || kit.theme.is_high_contrast();
    let width = 1000.0_f32.min(view.canvas.width() - 80.0);
    let p = &kit.theme.palette;
    let heading = Text::new(&title, kit.font(Type::Title).sized(kit.font(Type::Title).size * 1.13), p.ink).lines(2);
    let heading = heading.align(Align2::CENTER_TOP);
    let lead = Text::new(&text, kit.font(Type::Lead), p.ink2).lines(5).align(Align2::CENTER_TOP);
    let text_width = if kit.theme.is_high_contrast() { width - 2.0 * PADDING } else { 620.0 };
    let heading_high = heading.measure(ui.painter(), width - 2.0 * PADDING).y;
    let lead_high = lead.measure(ui.painter(), text_width).y;
    let buttons_high = if stacked { 2.0 * BUTTON + GAP } else { BUTTON };
    let high = 60.0 + RING + 36.0 + heading_high + 14.0 + lead_high + 42.0 + buttons_high + 60.0;

    let answer = modal(ui, kit, &view.canvas, &title, vec2(width, high), |ui, card| {
        let center = card.center().x;
        let mut top = card.top() + 60.0;
        let centered = |top: f32, w: f32, h: f32| Rect::from_min_size(pos2(center - w / 2.0, top), vec2(w, h));
        let unit = words.get("idle-seconds");
        let ring = Ring { left: left.share, seconds: left.seconds, unit: Some(&unit), on_night: false };
        countdown_ring(ui, kit, centered(top, RING, RING), &ring);
        top += RING + 36.0;
        heading.show(ui, centered(top, card.width() - 2.0 * PADDING, heading_high));
        top += heading_high + 14.0;
        lead.show(ui, centered(top, text_width, lead_high));
        let room = Rect::from_min_max(
            pos2(card.left() + PADDING, card.bottom() - 60.0 - buttons_high),
            pos2(card.right() - PADDING, card.bottom() - 60.0),
        );
        buttons(ui, view, room, stacked)
    });
    answer.inner.or((answer.escape || answer.outside).then_some(Event::StayHere(true)))
}

fn buttons(ui: &Ui, view: &View<'_>, room: Rect, stacked: bool) -> Option<Event> {
    let (first, second) = if stacked {
        let half = vec2(room.width(), BUTTON);
        (Rect::from_min_size(room.min, half), Rect::from_min_size(room.max - half, half))
    } else {
        let left = (room.width() - GAP) * 0.455;
        let right = room.width() - GAP - left;
        (
            Rect::from_min_size(room.min, vec2(left, BUTTON)),
            Rect::from_min_size(room.min + vec2(left + GAP, 0.0), vec2(right, BUTTON)),
        )
    };
    let restart = DialogButton {
        text: &view.words.get("idle-restart"),
        icon: Side::Left(bold::HOUSE),
        kind: DialogKind::Secondary,
    };
    let stay = DialogButton {
        text: &view.words.get("idle-stay"),
        icon: Side::Left(bold::HAND_WAVING),
        kind: DialogKind::Primary,
    };
    let again = dialog_button(ui, view.kit, first, &restart).clicked();
    let here = dialog_button(ui, view.kit, second, &stay).clicked();
    here.then_some(Event::StayHere(true)).or(again.then_some(Event::StayHere(false)))
}
