//! Maksud kunjungan: one touch on a tile records and goes on (picture 05).

use egui::{Rect, Ui, pos2};

use super::frame::{self, Below};
use super::privacy;
use super::purpose_tiles::{self, Chosen};
use crate::domain::visit::MembershipType;
use crate::flow::{Badge, Event, Purposes, Screen};
use crate::i18n::Words;
use crate::ui::icons::{Icon, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Font, Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Pill, Text, pill_at, pill_width};

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Purpose(purposes) = &view.state.screen else { return None };
    framed(ui, view, purposes, |ui, view, lead| {
        let ask = view.words.get("purpose-ask");
        Text::new(&ask, lead_font(view), view.kit.theme.palette.ink2).show(ui, lead);
        purpose_tiles::show(ui, view, purposes, Chosen::None)
    })
}

/// The screen without its lead and its tiles: greeting, badge, what is kept, and the bars. `content` is given the
/// place of the lead.
pub(super) fn framed(
    ui: &mut Ui,
    view: &View<'_>,
    purposes: &Purposes,
    content: impl FnOnce(&mut Ui, &View<'_>, Rect) -> Option<Event>,
) -> Option<Event> {
    let kept = privacy::notice(view.words, view.house.keep_days);
    let in_bar = !(view.state.aa && view.canvas.shape == Shape::Portrait);
    let badge_words = badge_words(view.words, purposes.badge);
    let badge = badge(&badge_words, purposes.badge);
    let badge_wide = pill_width(ui.painter(), view.kit, &badge);
    let below = Below {
        hint: if in_bar { &kept } else { "" },
        hint_icon: in_bar.then_some((fill::SHIELD_CHECK, Tint::Green)),
        keep_right: badge_wide + 24.0,
        ..Below::default()
    };
    frame::show(ui, view, &below, |ui, _| {
        let places = Places::of(view, badge_wide);
        pill_at(ui, view.kit, places.badge.x, places.badge.y, &badge);
        let greeting = greeting(view.words, purposes);
        let font = larger_in_portrait(view, Type::Title, 68.0);
        Text::new(&greeting, font, view.kit.theme.palette.ink).lines(3).show(ui, places.title);
        if !in_bar {
            privacy::show(ui, view, view.canvas.rect(48.0, 1716.0, view.canvas.width() - 96.0, 50.0));
        }
        content(ui, view, places.lead)
    })
}

/// The style of the sentence below the greeting.
pub(super) fn lead_font(view: &View<'_>) -> Font {
    larger_in_portrait(view, Type::Lead, 34.0)
}

/// In portrait there is room for more, as drawn.
fn larger_in_portrait(view: &View<'_>, style: Type, size: f32) -> Font {
    let font = view.kit.font(style);
    let larger = view.canvas.shape == Shape::Portrait && !view.state.aa;
    if larger { Font { smallest: font.smallest, ..font.sized(size) } } else { font }
}

/// Where greeting, lead and badge stand.
struct Places {
    title: Rect,
    lead: Rect,
    /// Its upper right corner.
    badge: egui::Pos2,
}

impl Places {
    fn of(view: &View<'_>, badge_wide: f32) -> Self {
        let canvas = &view.canvas;
        let (left, title, lead, badge) = match (canvas.shape, view.state.aa) {
            (Shape::Wide, false) => (64.0, 146.0..=236.0, 234.0..=278.0, 156.0),
            (Shape::Wide, true) => (64.0, 132.0..=230.0, 228.0..=280.0, 144.0),
            (Shape::Classic, _) => (56.0, 142.0..=240.0, 236.0..=286.0, 156.0),
            (Shape::Portrait, _) => (48.0, 262.0..=362.0, 358.0..=414.0, 157.0),
        };
        let right = canvas.width() - left;
        let beside = if canvas.shape == Shape::Portrait { 0.0 } else { badge_wide + 32.0 };
        let line = |y: std::ops::RangeInclusive<f32>, right: f32| {
            canvas.rect(left, *y.start(), right - left, y.end() - y.start())
        };
        Self {
            title: line(title, right - beside),
            lead: line(lead, right),
            badge: pos2(canvas.area.left() + right, canvas.area.top() + badge),
        }
    }
}

fn greeting(words: Words, purposes: &Purposes) -> String {
    let key = match purposes.kind {
        MembershipType::Group => "purpose-hello-group",
        MembershipType::Member | MembershipType::NonMember => "purpose-hello",
    };
    words.with(key, &[("name", purposes.greeting.clone())])
}

fn badge_words(words: Words, badge: Badge) -> String {
    words.get(match badge {
        Badge::Active => "badge-active",
        Badge::Member => "badge-member",
        Badge::Expired => "badge-expired",
        Badge::NonMember => "badge-non-member",
        Badge::Group => "badge-group",
    })
}

fn badge(text: &str, badge: Badge) -> Pill<'_> {
    let (icon, tint): (Icon, Tint) = match badge {
        Badge::Active => (fill::SEAL_CHECK, Tint::Green),
        Badge::Member => (fill::IDENTIFICATION_CARD, Tint::Blue),
        Badge::Expired => (fill::WARNING, Tint::Amber),
        Badge::NonMember => (fill::USER, Tint::Blue),
        Badge::Group => (fill::USERS_THREE, Tint::Blue),
    };
    Pill::large(text, Some(icon), tint)
}
