//! Ruang internet: the map with the suggested computer, and the card that says which one it is (picture 06).

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::super::frame::{self, Below};
use super::map::Map;
use crate::domain::internet::{SeatGroup, SeatNow, SeatUse};
use crate::domain::visit::MembershipType;
use crate::flow::room::{Right, SeatChoice, Wants};
use crate::flow::{Event, RecordingPhase, Screen};
use crate::ui::art::batik;
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Font, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{
    Face, Onward, OnwardKind, SeatLook, SeatTile, Side, Text, icon, inert, name_text, seat as seat_tile,
};

/// Paints the screen and says what was touched.
pub(in crate::ui::screens) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Seat(choice) = &view.state.screen else { return None };
    match choice.saving {
        Some(since) => still(ui, view, choice, RecordingPhase::Writing(since)),
        None => framed(ui, view, choice, None),
    }
}

/// The same screen while the seat is being written: it takes no touch.
pub(in crate::ui::screens) fn still(
    ui: &mut Ui,
    view: &View<'_>,
    choice: &SeatChoice,
    phase: RecordingPhase,
) -> Option<Event> {
    framed(&mut inert(ui), view, choice, Some(phase)).and(None)
}

fn framed(ui: &mut Ui, view: &View<'_>, choice: &SeatChoice, phase: Option<RecordingPhase>) -> Option<Event> {
    let words = view.words;
    let key = if matches!(choice.wants, Wants::Move(_)) { "seat-move" } else { "seat-use" };
    let use_it = words.with(key, &[("seat", choice.seat.clone())]);
    let saving =
        words.get(if matches!(phase, Some(RecordingPhase::Waiting(_))) { "recording-again" } else { "seat-saving" });
    let kind = if phase.is_some() { OnwardKind::Missing } else { OnwardKind::Ready };
    let onward = Onward { text: &use_it, icon: Side::Right(bold::CHECK), kind };
    let hint = if phase.is_some() { saving.as_str() } else { "" };
    let below = Below { onward: Some((onward, Event::Next)), hint, ..Below::default() };
    frame::show(ui, view, &below, |ui, _| {
        let seats = &view.state.room.seats;
        let columns = seats.iter().map(|s| s.seat.column).max().unwrap_or(1);
        let rows = seats.iter().map(|s| s.seat.row).max().unwrap_or(1);
        let map = Map::of(&view.canvas, columns, rows);
        let p = &view.kit.theme.palette;
        Text::new(&words.get("seat-title"), view.kit.font(Type::TitleForm), p.ink).show(ui, map.title);
        legend(ui, view, &map, choice);
        let touched = tray(ui, view, &map, choice);
        card(ui, view, &map, choice);
        hint_other(ui, view, &map);
        touched
    })
}

/// The square of a count, its distance from the words, and the distance of two counts.
const BOX: f32 = 34.0;
const GAP: f32 = 12.0;
const BETWEEN: f32 = 28.0;

/// How many are free, in use and out of order; the visitor's own counts as free until it is theirs.
fn legend(ui: &Ui, view: &View<'_>, map: &Map, choice: &SeatChoice) {
    let (room, p) = (&view.state.room, &view.kit.theme.palette);
    let held = room.seat(&choice.seat).is_some_and(|s| matches!(s.usage, SeatUse::Held { .. }));
    let own = usize::from(held);
    let parts = [
        (SeatLook::Free, "seat-free-count", room.free() + own),
        (SeatLook::InUse, "seat-in-use-count", room.taken() - own),
        (SeatLook::Broken, "seat-broken-count", room.broken()),
    ];
    let texts = parts.map(|(look, key, n)| (look, view.words.with(key, &[("n", n.to_string())])));
    let painter = ui.painter();
    let usual = view.kit.font(Type::BodyStrong);
    let wide = |font: Font| {
        let words: f32 =
            texts.iter().map(|(_, text)| Text::new(text, font, p.ink).measure(painter, f32::INFINITY).x).sum();
        words + 3.0 * (BOX + GAP) + 2.0 * BETWEEN
    };
    let sizes = [usual.size, 32.0, 30.0, 28.0, 26.0, 24.0];
    let fits = sizes.into_iter().map(|size| usual.sized(size.min(usual.size))).find(|f| wide(*f) <= map.legend.width());
    let font = fits.unwrap_or(usual.sized(22.0));
    let mut left = if map.legend_right { map.legend.right() - wide(font) } else { map.legend.left() };
    for (look, text) in &texts {
        let square = Rect::from_center_size(pos2(left + BOX / 2.0, map.legend.center().y), vec2(BOX, BOX));
        let (ground, edge, glyph) = match look {
            SeatLook::Free => (p.surface, p.green_mark, fill::DESKTOP),
            SeatLook::Broken => (p.red_tint, p.red_edge, fill::WRENCH),
            _ => (p.key_fn, p.key_shadow, fill::USER),
        };
        if view.kit.theme.is_high_contrast() {
            icon(painter, square, glyph, BOX, p.blue);
        } else {
            Face::filled(ground, 10.0).outlined(view.kit.theme.stroke.tile, edge).paint(painter, square, 0.0);
        }
        let words = Text::new(text, font, p.ink);
        let width = words.measure(painter, f32::INFINITY).x;
        let from = square.right() + GAP;
        words.show(ui, Rect::from_min_max(pos2(from, map.legend.top()), pos2(from + width + 1.0, map.legend.bottom())));
        left = from + width + BETWEEN;
    }
}

/// The seats on their tray, and the door.
fn tray(ui: &Ui, view: &View<'_>, map: &Map, choice: &SeatChoice) -> Option<Event> {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let edge = if kit.theme.is_high_contrast() { 2.0 } else { 0.0 };
    Face::filled(p.well, radius::TILE).outlined(edge, p.ink2).paint(ui.painter(), map.tray, 0.0);
    door(ui, view, map.door);
    let mut touched = None;
    for now in view.state.room.seats.iter().filter(|s| s.seat.column > 0 && s.seat.row > 0) {
        let rect = map.place(now.seat.column, now.seat.row);
        let (look, key) = look(now, choice, rect.width());
        let tile = SeatTile { name: &now.seat.name, word: &view.words.get(key), look };
        if seat_tile(ui, kit, rect, &tile).is_some_and(|touch| touch.clicked()) {
            touched = Some(Event::Seat(now.seat.name.clone()));
        }
    }
    touched
}

/// On a seat less wide the words are shorter, in du.
const NARROW: f32 = 190.0;

/// How a seat looks to this visitor, and its word.
fn look(now: &SeatNow, choice: &SeatChoice, width: f32) -> (SeatLook, &'static str) {
    if now.seat.name == choice.seat {
        return (SeatLook::Yours, if width < NARROW { "seat-yours-short" } else { "seat-yours" });
    }
    match (&now.usage, now.seat.group) {
        (SeatUse::Broken { .. }, _) if width < NARROW => (SeatLook::Broken, "seat-broken-short"),
        (SeatUse::Broken { .. }, _) => (SeatLook::Broken, "seat-broken"),
        (usage, _) if !choice.may_take(usage) => (SeatLook::InUse, "seat-in-use"),
        (_, SeatGroup::Child) if width > NARROW => (SeatLook::Free, "seat-free-child"),
        (_, SeatGroup::Accessible) if width > NARROW => (SeatLook::Free, "seat-free-accessible"),
        _ => (SeatLook::Free, "seat-free"),
    }
}

fn door(ui: &Ui, view: &View<'_>, rect: Rect) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let high = kit.theme.is_high_contrast();
    let (ground, ink) = if high { (p.ink, p.surface) } else { (p.ink2, p.surface) };
    let shape = rect.with_max_y(rect.bottom() + 24.0);
    let clipped = ui.painter().with_clip_rect(rect);
    Face::filled(ground, 20.0).paint(&clipped, shape, 0.0);
    let words = view.words.get("seat-entrance");
    let text = Text::new(&words, kit.font(Type::CaptionStrong).sized(24.0), ink);
    let width = text.measure(ui.painter(), f32::INFINITY).x;
    let left = rect.center().x - f32::midpoint(width, 44.0);
    let square = Rect::from_center_size(pos2(left + 16.0, rect.center().y), vec2(32.0, 32.0));
    icon(ui.painter(), square, fill::DOOR_OPEN, 32.0, ink);
    text.show(ui, Rect::from_min_max(pos2(square.right() + 12.0, rect.top()), rect.max));
}

/// The dark card: whose computer, which one, from when and by what right.
fn card(ui: &Ui, view: &View<'_>, map: &Map, choice: &SeatChoice) {
    let (kit, p) = (view.kit, &view.kit.theme.palette);
    let high = kit.theme.is_high_contrast();
    let edge = if high { kit.theme.stroke.card } else { 0.0 };
    Face::filled(p.night, radius::CARD + 4.0).outlined(edge, p.line).paint(ui.painter(), map.card, 0.0);
    if !high {
        batik(ui.painter(), kit, map.card.shrink(8.0), 240.0, 0.07);
    }
    let inner = map.card.shrink2(vec2(40.0, if map.band { 18.0 } else { 32.0 }));
    let (upper, facts) = if map.band {
        let (left, right) = inner.split_left_right_at_x(inner.left() + 480.0);
        (left, right.with_max_x(map.hint.left() - 24.0))
    } else {
        let (upper, lower) = inner.split_top_bottom_at_y(inner.top() + 208.0);
        let rule = Rect::from_min_size(lower.min + vec2(0.0, 8.0), vec2(lower.width(), 3.0));
        ui.painter().rect_filled(rule, 0.0, p.night3);
        (upper, lower.with_min_y(rule.bottom() + 16.0))
    };
    let lead_key = if choice.kind == Some(MembershipType::Group) { "seat-lead-group" } else { "seat-lead" };
    let lead = match &choice.wants {
        Wants::Claim { number, .. } if choice.greeting.is_empty() => {
            view.words.with("queue-waiting-title", &[("ticket", number.to_string())])
        }
        _ => view.words.with(lead_key, &[("name", choice.greeting.clone())]),
    };
    let lead = Text::new(&lead, kit.font(Type::Lead), p.on_night).lines(2);
    let number_font = kit.font(Type::NumberXl);
    let number_font = number_font.sized(if map.band { 104.0 } else { 132.0_f32.min(number_font.size) });
    let number = Text::new(&choice.seat, number_font, p.amber);
    let lead_high = lead.measure(ui.painter(), upper.width()).y.min(upper.height() - 100.0);
    let place = Rect::from_min_size(upper.min, vec2(upper.width(), lead_high));
    lead.show(ui, place);
    number.show(ui, Rect::from_min_max(place.left_bottom(), upper.max));
    facts_of(ui, view, choice, facts);
}

fn facts_of(ui: &Ui, view: &View<'_>, choice: &SeatChoice, rect: Rect) {
    let (words, p) = (view.words, &view.kit.theme.palette);
    let time = match &choice.wants {
        Wants::Move(session) => view.rules.local(session.started).time(),
        Wants::Visit | Wants::Claim { .. } => view.clock.time(),
    };
    let mut facts: Vec<(Icon, String)> = vec![(fill::CLOCK, words.with("seat-starts", &[("time", words.time(time))]))];
    match choice.right {
        Right::Card => facts.push((fill::IDENTIFICATION_CARD, words.get("seat-card-valid"))),
        Right::Permitted => facts.push((fill::SHIELD_CHECK, words.get("seat-permitted"))),
        Right::Unsaid => {}
    }
    if let Some(longest) = view.rules.longest_session {
        let minutes = longest.as_secs() / 60;
        facts.push((fill::HOURGLASS_MEDIUM, words.with("seat-longest", &[("n", minutes.to_string())])));
    }
    #[expect(clippy::cast_precision_loss, reason = "three facts at most")]
    let high = (rect.height() / facts.len() as f32).min(66.0);
    let mut top = rect.top();
    for (glyph, text) in &facts {
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), high));
        let square = Rect::from_center_size(pos2(line.left() + 22.0, line.center().y), vec2(42.0, 42.0));
        icon(ui.painter(), square, *glyph, 42.0, p.fire);
        let room = Rect::from_min_max(pos2(square.right() + 20.0, line.top()), line.max);
        Text::new(text, view.kit.font(Type::Label).sized(31.0), p.on_night).lines(2).show(ui, room);
        top += high;
    }
}

/// "Ingin tempat lain?", on the page or, beside a band, on the dark card.
fn hint_other(ui: &Ui, view: &View<'_>, map: &Map) {
    let p = &view.kit.theme.palette;
    let (hand, ink) = if map.band { (p.fire, p.on_night) } else { (p.blue, p.ink2) };
    let words = view.words.get("seat-other");
    let square = Rect::from_min_size(map.hint.min + vec2(0.0, 4.0), vec2(44.0, 44.0));
    let room = Rect::from_min_max(pos2(square.right() + 24.0, map.hint.top()), map.hint.max);
    let text = Text::new(&words, view.kit.font(Type::Body).sized(29.0), ink).lines(5);
    let text = if map.band { text.align(Align2::LEFT_CENTER) } else { text.top() };
    let square = if map.band {
        Rect::from_center_size(pos2(square.center().x, map.hint.center().y), square.size())
    } else {
        square
    };
    icon(ui.painter(), square, fill::HAND_TAP, 44.0, hand);
    let shown = text.paint(ui.painter(), room);
    name_text(ui, shown, &words);
}
