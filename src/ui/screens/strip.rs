//! A message that comes over the screen and goes by itself: across the top bar, where it hides nothing that can be
//! touched; in portrait below it.

use egui::accesskit::Live;
use egui::{Rect, Sense, Ui, pos2, vec2};

use crate::flow::{Event, Screen, Strip};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{TOP_BAR, Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Side, Text, button_width, icon, primary_button};

const BUTTON: f32 = 92.0;
/// From the left edge to the words.
const LEFT: f32 = 130.0;
const RIGHT: f32 = 32.0;

/// Paints the message, if there is one; after three unreadable scans it offers to type the number (rule 15).
pub(super) fn show(ui: &Ui, view: &View<'_>) -> Option<Event> {
    let (what, _) = view.state.strip.as_ref()?;
    let (glyph, tint, key) = look(what);
    let kit = view.kit;
    let p = &kit.theme.palette;
    let message = match what {
        Strip::SeatTaken { taken, seat } => view.words.with(key, &[("taken", taken.clone()), ("seat", seat.clone())]),
        Strip::StillSeated(seat) => view.words.with(key, &[("seat", seat.clone())]),
        _ => view.words.get(key),
    };
    let offer = (*what == Strip::UnreadableOfferKeypad).then(|| view.words.get("strip-keypad-button"));
    let side = Side::Left(bold::PENCIL_SIMPLE);
    let button = offer.as_ref().map_or(0.0, |offer| button_width(ui.painter(), kit, offer, side));

    let Place { left, top, width, least, most } = Place::of(view);
    let room = width - LEFT - RIGHT - if button > 0.0 { button } else { 0.0 };
    let text = Text::new(&message, kit.font(Type::BodyStrong), p.ink).lines(3);
    let words_high = text.measure(ui.painter(), room).y;
    let high = (words_high + 28.0).max(if button > 0.0 { BUTTON + 20.0 } else { 0.0 }).max(least).min(most);
    let rect = view.canvas.rect(left, top, width, high);

    // What the strip hides is not to be touched through it.
    ui.interact(rect, ui.scope_id().with("strip"), Sense::CLICK);
    let ink = tint.ink(&kit.theme);
    Face::filled(tint.ground(&kit.theme), radius::CHIP)
        .outlined(kit.theme.stroke.tile, ink)
        .shadowed(kit.theme.shadow.tile, p.line)
        .paint(ui.painter(), rect, 0.0);
    let square = Rect::from_center_size(pos2(rect.left() + 66.0, rect.center().y), vec2(52.0, 52.0));
    icon(ui.painter(), square, glyph, 52.0, ink);
    let words = Rect::from_min_size(pos2(rect.left() + LEFT, rect.top()), vec2(room, high));
    let told = text.show(ui, words);
    ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));

    let offer = offer?;
    let place = Rect::from_center_size(pos2(rect.right() - 16.0 - button / 2.0, rect.center().y), vec2(button, BUTTON));
    primary_button(ui, kit, place, &offer, side, true).clicked().then_some(Event::TypeNumber)
}

/// Where the strip stands, in du of the canvas.
struct Place {
    left: f32,
    top: f32,
    width: f32,
    /// As high as what it covers, so that no half of a word looks out from below it.
    least: f32,
    /// No higher than down to what it must not cover; longer words become smaller.
    most: f32,
}

impl Place {
    /// Free of every switch at the top.
    fn of(view: &View<'_>) -> Self {
        let width = view.canvas.width();
        let welcome = view.state.screen == Screen::Welcome;
        if view.canvas.shape == Shape::Portrait {
            let (top, least, most) = match (welcome, view.state.aa) {
                (true, true) => (148.0, 96.0, 136.0),
                (true, false) => (190.0, 117.0, f32::INFINITY),
                (false, _) => (TOP_BAR + 8.0, 116.0, f32::INFINITY),
            };
            return Self { left: 40.0, top, width: width - 80.0, least, most };
        }
        let (switches, top, least, most) = match (&view.state.screen, view.state.aa) {
            (Screen::Welcome, true) => (480.0, 40.0, 104.0, 132.0),
            (Screen::Welcome, false) => (356.0, 40.0, 122.0, f32::INFINITY),
            (Screen::Done(_), _) => (24.0, 12.0, 96.0, f32::INFINITY),
            _ => (252.0, 12.0, 96.0, f32::INFINITY),
        };
        Self { left: 40.0, top, width: width - switches - 40.0, least, most }
    }
}

fn look(what: &Strip) -> (Icon, Tint, &'static str) {
    match what {
        Strip::Unreadable => (fill::WARNING_CIRCLE, Tint::Amber, "strip-unreadable"),
        Strip::UnreadableOfferKeypad => (fill::WARNING_CIRCLE, Tint::Amber, "strip-keypad"),
        Strip::LookupFailed => (fill::WARNING_CIRCLE, Tint::Red, "strip-lookup"),
        Strip::Undone => (fill::CHECK_CIRCLE, Tint::Green, "strip-undone"),
        Strip::PurposeGone => (fill::INFO, Tint::Blue, "strip-purpose"),
        Strip::SeatTaken { .. } => (fill::DESKTOP, Tint::Amber, "strip-seat-taken"),
        Strip::RoomFull => (fill::DESKTOP, Tint::Amber, "strip-room-full"),
        Strip::RoomFailed => (fill::WARNING_CIRCLE, Tint::Red, "strip-room-failed"),
        Strip::StillSeated(_) => (fill::DESKTOP, Tint::Blue, "strip-still-seated"),
        Strip::TurnOver => (fill::INFO, Tint::Amber, "strip-turn-over"),
        Strip::LeftAlready => (fill::CHECK_CIRCLE, Tint::Green, "strip-left-already"),
    }
}
