//! Siapa yang selesai? Check-out, step 1: the KTA, or the number of a computer in use; no names are shown.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::super::frame::{self, Below};
use crate::domain::internet::SeatUse;
use crate::flow::{Event, Screen};
use crate::ui::art::{SampleCard, sample_card};
use crate::ui::icons::{bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Side, Text, notice, seat_number, secondary_button};

/// A computer's number as drawn, in du.
const NUMBER: egui::Vec2 = vec2(160.0, 120.0);
const GAP: f32 = 24.0;
/// Between two rows of them.
const BETWEEN: f32 = 12.0;
/// So many numbers still leave room for the picture of a card beside them.
const BESIDE: usize = 24;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Leaver(leaver) = view.state.screen else { return None };
    let words = view.words;
    let staff = words.get("call-staff");
    frame::show(ui, view, &Below::call_staff(&staff), |ui, room| {
        let (kit, p) = (view.kit, &view.kit.theme.palette);
        let title = words.get("leave-who-title");
        let title = Text::new(&title, kit.font(Type::Title), p.ink).lines(1);
        let lead = words.get("leave-who-sub");
        let lead = Text::new(&lead, kit.font(Type::Lead), p.ink2).lines(2);
        let in_use: Vec<&str> = view
            .state
            .room
            .seats
            .iter()
            .filter(|s| matches!(s.usage, SeatUse::Taken(_)))
            .map(|s| s.seat.name.as_str())
            .collect();
        let pictured = view.canvas.shape != Shape::Portrait && in_use.len() <= BESIDE;
        let mut left = room;
        if pictured {
            left.max.x = room.right() - 540.0;
            picture(ui, view, Rect::from_min_max(pos2(left.right() + 48.0, room.top() + 40.0), room.max));
        }
        let mut top = room.top() + 28.0;
        let mut next = |high: f32, gap: f32| {
            let place = Rect::from_min_size(pos2(left.left(), top), vec2(left.width(), high));
            top += high + gap;
            place
        };
        title.show(ui, next(title.measure(ui.painter(), left.width()).y, 6.0));
        lead.show(ui, next(lead.measure(ui.painter(), left.width()).y, 28.0));
        let mut taken = None;
        if leaver.nobody {
            taken = nobody(ui, view, next(300.0, 28.0));
        }
        let rest = Rect::from_min_max(pos2(left.left(), next(0.0, 0.0).top()), left.max - vec2(0.0, 16.0));
        taken.or(numbers(ui, view, rest, &in_use))
    })
}

/// "Tidak ada pemakaian internet atas nama ini."
fn nobody(ui: &Ui, view: &View<'_>, rect: Rect) -> Option<Event> {
    let (upper, lower) = rect.split_top_bottom_at_y(rect.bottom() - 104.0);
    let title = view.words.get("leave-none-here");
    let text = view.words.get("leave-who-sub");
    notice(ui, view.kit, upper.with_max_y(upper.bottom() - 20.0), fill::WARNING_CIRCLE, Tint::Red, &title, &text);
    let home = view.words.get("leave-home");
    let place = lower.with_max_x(lower.left() + lower.width().min(560.0));
    secondary_button(ui, view.kit, place, &home, Side::Left(bold::HOUSE)).clicked().then_some(Event::Finish)
}

/// The numbers of the computers in use.
fn numbers(ui: &Ui, view: &View<'_>, rect: Rect, names: &[&str]) -> Option<Event> {
    if names.is_empty() {
        let none = view.words.get("leave-none");
        let font = view.kit.font(Type::Body);
        Text::new(&none, font, view.kit.theme.palette.ink2).lines(2).align(Align2::LEFT_TOP).show(ui, rect);
        return None;
    }
    let columns = (((rect.width() + GAP) / (NUMBER.x + GAP)).floor()).max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a dozen columns at most")]
    let per_row = columns as usize;
    let rows = names.len().div_ceil(per_row);
    #[expect(clippy::cast_precision_loss, reason = "a dozen rows at most")]
    let share = (rect.height() + BETWEEN) / rows as f32 - BETWEEN;
    let high = share.min(NUMBER.y);
    let mut touched = None;
    for (index, name) in names.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a dozen at most")]
        let (column, row) = ((index % per_row) as f32, (index / per_row) as f32);
        let at = rect.min + vec2(column * (NUMBER.x + GAP), row * (high + BETWEEN));
        let place = Rect::from_min_size(at, vec2(NUMBER.x, high));
        if seat_number(ui, view.kit, place, name).clicked() {
            touched = Some(Event::Seat((*name).to_owned()));
        }
    }
    touched
}

/// The blank sample card on its tray: a KTA says at once who leaves.
fn picture(ui: &Ui, view: &View<'_>, rect: Rect) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let tray = Rect::from_min_size(rect.min, vec2(rect.width(), 400.0));
    let edge = if kit.theme.is_high_contrast() { kit.theme.stroke.card } else { 0.0 };
    Face::filled(p.blue_tint, 64.0).outlined(edge, p.line).paint(ui.painter(), tray, 0.0);
    let card = SampleCard {
        header: &view.words.get("card-header"),
        name: &view.words.get("card-name"),
        number: &view.house.card_sample,
        highlight: false,
        beam: None,
        shadow: p.edge,
    };
    let width = tray.width() * 0.82;
    let size = vec2(width, width * SampleCard::SIZE.y / SampleCard::SIZE.x);
    sample_card(ui.painter(), kit, Rect::from_center_size(tray.center() - vec2(0.0, 6.0), size), &card);
}
