//! Being written: the purpose screen with the chosen tile, inert, until the book answers. Nothing is promised yet.

use std::time::Duration;

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::frame::{self, Below};
use super::purpose;
use super::purpose_tiles::{self, Chosen};
use super::room;
use super::tile_look::{label, picture, tint};
use crate::domain::purpose::Purpose;
use crate::flow::{Event, Recording, RecordingPhase, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{BUTTON, Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{
    Face, Onward, OnwardKind, PurposeTile, Side, Text, button_width, icon, inert, notice, purpose_tile_row,
    secondary_button,
};

/// A book that answers within this time is not worth a word.
const QUIET: Duration = Duration::from_millis(300);

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Recording(recording) = &view.state.screen else { return None };
    match recording.phase {
        RecordingPhase::Writing(_) | RecordingPhase::Waiting(_) if recording.seat.is_some() => {
            recording.seat.as_ref().and_then(|seat| room::still_seat(ui, view, seat, recording.phase))
        }
        RecordingPhase::Writing(since) => {
            busy(ui, view, recording, |ui, view, rect| saving(ui, view, rect, since));
            None
        }
        RecordingPhase::Waiting(_) => {
            busy(ui, view, recording, again);
            None
        }
        RecordingPhase::Failed => failed(ui, view, recording),
    }
}

/// The purpose screen, taking no touch.
fn busy(ui: &mut Ui, view: &View<'_>, recording: &Recording, lead: impl FnOnce(&Ui, &View<'_>, Rect)) {
    purpose::framed(&mut inert(ui), view, &recording.purposes, |ui, view, rect| {
        lead(ui, view, rect);
        purpose_tiles::show(ui, view, &recording.purposes, Chosen::This(&recording.visit.purpose))
    });
}

/// The usual lead for a moment, then a quiet word.
fn saving(ui: &Ui, view: &View<'_>, rect: Rect, since: Duration) {
    let waited = view.now.saturating_sub(since);
    let left = QUIET.saturating_sub(waited);
    let key = if left.is_zero() { "recording-saving" } else { "purpose-ask" };
    if !left.is_zero() {
        ui.ctx().request_repaint_after(left);
    }
    Text::new(&view.words.get(key), purpose::lead_font(view), view.kit.theme.palette.ink2).show(ui, rect);
}

/// "Belum tersimpan. Kami coba lagi…"
fn again(ui: &Ui, view: &View<'_>, rect: Rect) {
    let ink = Tint::Amber.ink(&view.kit.theme);
    let words_text = view.words.get("recording-again");
    let words = Text::new(&words_text, view.kit.font(Type::BodyStrong), ink);
    let width = words.measure(ui.painter(), f32::INFINITY).x.min(rect.width() - 120.0);
    let pill = Rect::from_min_size(rect.min, vec2(width + 106.0, rect.height() + 6.0));
    let edge = if view.kit.theme.is_high_contrast() { view.kit.theme.stroke.card } else { 0.0 };
    Face::filled(Tint::Amber.ground(&view.kit.theme), radius::CHIP).outlined(edge, ink).paint(ui.painter(), pill, 0.0);
    let sign = Rect::from_center_size(pos2(pill.left() + 40.0, pill.center().y), vec2(36.0, 36.0));
    icon(ui.painter(), sign, fill::HOURGLASS_MEDIUM, 36.0, ink);
    words.show(ui, Rect::from_min_max(pos2(sign.right() + 16.0, pill.top()), pill.max - vec2(24.0, 0.0)));
}

/// Three tries failed. The entry stays; the visitor may try again, ask for help, or leave.
fn failed(ui: &mut Ui, view: &View<'_>, recording: &Recording) -> Option<Event> {
    let words = view.words;
    let (retry, call) = (words.get("retry"), words.get("call-staff"));
    let onward = Onward { text: &retry, icon: Side::Left(bold::ARROW_CLOCKWISE), kind: OnwardKind::Ready };
    let below = Below { onward: Some((onward, Event::Retry)), ..Below::default() };
    frame::show(ui, view, &below, |ui, room| {
        let width = room.width().min(1200.0);
        let left = room.center().x - width / 2.0;
        let top = room.top() + if view.canvas.shape == Shape::Portrait { 60.0 } else { 90.0 };
        let high = if view.state.aa { 250.0 } else { 190.0 };
        let place = |y: f32, high: f32| Rect::from_min_size(pos2(left, y), vec2(width, high));
        let (title, text) = (words.get("recording-failed"), words.get("recording-failed-text"));
        notice(ui, view.kit, place(top, high), fill::WARNING_CIRCLE, Tint::Red, &title, &text);

        let tile = place(top + high + 40.0, 180.0);
        if let Some(purpose) = view.rules.purpose(&recording.visit.purpose) {
            chosen(ui, view, purpose, tile);
        }
        let icon = Side::Left(bold::BELL_RINGING);
        let button = vec2(button_width(ui.painter(), view.kit, &call, icon), BUTTON);
        let at = Align2::LEFT_TOP.align_size_within_rect(button, place(tile.bottom() + 40.0, BUTTON));
        secondary_button(ui, view.kit, at, &call, icon).clicked().then_some(Event::CallStaff)
    })
}

/// What is to be written: shown, not touched.
fn chosen(ui: &mut Ui, view: &View<'_>, purpose: &Purpose, rect: Rect) {
    let still = inert(ui);
    let look = PurposeTile {
        name: label(purpose, view.words),
        icon: picture(purpose),
        tint: tint(purpose),
        badge: None,
        selected: true,
        greyed: false,
    };
    purpose_tile_row(&still, view.kit, rect, &look);
}
