//! "Ruang internet": sessions beside those before, how long they were, how the room was left, and who was turned away.
//! The figures are those of the report on the internet room.

use egui::{Rect, Ui, pos2, vec2};

use super::change::Change;
use super::facts::facts;
use super::plan::count;
use super::scene::{PADDING, Scene};
use crate::domain::internet::{RefusedFor, SeatUse};
use crate::domain::report::InternetFigures;
use crate::flow::staff::Tab;
use crate::flow::staff::statistics::Behind;
use crate::ui::icons::fill;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, name_text};

/// Height of a computer in the row of all of them.
const SEAT: f32 = 28.0;

/// Paints the card and says which rows of the book were asked for.
pub(super) fn room(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Behind> {
    let (words, kit, p) = (scene.words(), scene.kit(), scene.palette());
    let figures = &scene.room.figures;
    let room = scene.card(ui, rect, &words.get("stats-room"), &words.get("stats-room-sub"), None);
    let room = live(ui, scene, rect, room);
    if figures.sessions() == 0 && figures.refused.unwrap_or_default().total() == 0 {
        scene.none(ui, room, "stats-room-none");
        return None;
    }
    let sessions = words.with("stats-room-sessions", &[("n", words.number(figures.sessions()))]);
    let large = room.with_max_y(room.top() + 40.0);
    Text::new(&sessions, kit.font(Type::StaffTitle).sized(32.0), p.ink).show(ui, large);
    let change = change(scene);
    let line = Rect::from_min_size(large.left_bottom(), vec2(room.width(), 26.0));
    let place = change.paint(scene, ui.painter(), line);
    name_text(ui, place, &change.text);

    let list = Rect::from_min_max(pos2(room.left(), line.bottom() + 12.0), room.max);
    ui.painter().hline(list.x_range(), list.top() - 4.0, (2.0, p.line));
    let rows = rows(scene, figures);
    facts(ui, scene, list, &rows);
    let listed = figures.sessions() > 0 && scene.view.rules.tabs.contains(&Tab::Visits);
    let purpose = scene.view.statistics.internet.clone().filter(|_| listed)?;
    let touch = Target::button(&format!("{}: {sessions}", words.get("stats-room"))).sense(ui, kit, rect);
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked().then(|| Behind { purpose: Some(purpose), ..Behind::default() })
}

/// The computers as they are at this moment: how many are free beside the title, and each in its order below. Gives what is
/// left of the card.
fn live(ui: &Ui, scene: &Scene<'_>, rect: Rect, room: Rect) -> Rect {
    let (words, kit, p) = (scene.words(), scene.kit(), scene.palette());
    if scene.now.seats.is_empty() {
        return room;
    }
    let free = words.with("stats-room-free", &[("n", scene.now.free().to_string())]);
    let text = Text::new(&free, kit.font(Type::StaffCaption).weighted(Weight::Bold), p.green_ink).centered();
    let wide = text.measure(ui.painter(), f32::INFINITY).x + 28.0;
    let badge = Rect::from_min_size(pos2(rect.right() - PADDING - wide, rect.top() + 14.0), vec2(wide, 32.0));
    Face::filled(p.green_tint, 16.0).paint(ui.painter(), badge, 0.0);
    text.show(ui, badge);

    let strip = Rect::from_min_size(room.min, vec2(room.width(), SEAT));
    let step = (strip.width() / count(scene.now.seats.len())).min(SEAT + 4.0);
    for (at, seat) in scene.now.seats.iter().enumerate() {
        let (glyph, ink, ground, edge) = match seat.usage {
            SeatUse::Free { .. } => (fill::DESKTOP, p.green_ink, p.surface, p.green_mark),
            SeatUse::Taken(_) | SeatUse::Held { .. } => (fill::USER, p.on_blue, p.blue, p.blue),
            SeatUse::Broken { .. } => (fill::WRENCH, p.red_ink, p.red_tint, p.red_edge),
        };
        let size = vec2((step - 4.0).max(2.0), SEAT);
        let place = Rect::from_min_size(pos2(strip.left() + count(at) * step, strip.top()), size);
        Face::filled(ground, 6.0).outlined(2.0, edge).paint(ui.painter(), place, 0.0);
        if size.x >= 20.0 {
            icon(ui.painter(), Rect::from_center_size(place.center(), vec2(18.0, 18.0)), glyph, 18.0, ink);
        }
    }
    let counts = [
        ("seat-free-count", scene.now.free()),
        ("seat-in-use-count", scene.now.taken()),
        ("seat-broken-count", scene.now.broken()),
    ];
    let said = counts.map(|(key, n)| words.with(key, &[("n", n.to_string())])).join(" · ");
    name_text(ui, strip, &said);
    room.with_min_y(strip.bottom() + 6.0)
}

fn change(scene: &Scene<'_>) -> Change {
    match scene.room.against.filter(|against| against.then > 0) {
        None => Change::none(scene),
        Some(against) => {
            let counts = [against.now, against.then];
            Change::counted(scene, scene.data.question.span, against.comparison.then, counts)
        }
    }
}

fn rows(scene: &Scene<'_>, figures: &InternetFigures) -> Vec<(String, String)> {
    let words = scene.words();
    let limit = words.number(u64::from(figures.check_out_seconds.div_ceil(60)));
    let mut rows = vec![
        (words.get("stats-room-median"), scene.minutes(figures.length.median())),
        (words.get("stats-room-p90"), scene.minutes(figures.length.percentile(90))),
        (words.get("stats-room-tidy"), Scene::percent(figures.tidy.all, figures.tidy.asked)),
        (
            words.with("stats-room-out", &[("minutes", limit)]),
            Scene::percent(figures.check_out.within, figures.check_out.measured),
        ),
    ];
    if let Some(refused) = figures.refused {
        rows.push((words.get("stats-room-refused"), words.number(refused.total())));
        rows.push((words.get("stats-room-refused-no-card"), words.number(refused.of(RefusedFor::NoCard))));
    }
    rows
}
