//! "Ruang internet": sessions beside those before, how long they were, how the room was left, and who was turned away.
//! The figures are those of the report on the internet room.

use egui::{Rect, Ui, pos2, vec2};

use super::change::Change;
use super::plan::count;
use super::scene::Scene;
use crate::domain::internet::RefusedFor;
use crate::domain::report::{InternetFigures, OVERFLOW};
use crate::flow::staff::Tab;
use crate::flow::staff::statistics::Behind;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Target, Text, focus_ring, name_text};

/// A row is no higher than this.
const MOST: f32 = 40.0;

/// Paints the card and says which rows of the book were asked for.
pub(super) fn room(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Behind> {
    let (words, kit, p) = (scene.words(), scene.kit(), scene.palette());
    let figures = &scene.room.figures;
    let room = scene.card(ui, rect, &words.get("stats-room"), &words.get("stats-room-sub"), None);
    if figures.sessions() == 0 && figures.refused.unwrap_or_default().total() == 0 {
        let none = words.get("stats-room-none");
        Text::new(&none, kit.font(Type::StaffBody), p.ink2).lines(3).centered().show(ui, room);
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
    let high = (list.height() / count(rows.len())).min(MOST);
    let body = kit.font(Type::StaffCaption);
    for (at, (label, value)) in rows.iter().enumerate() {
        let place = Rect::from_min_size(pos2(list.left(), list.top() + count(at) * high), vec2(list.width(), high));
        let figure = Text::new(value, body.weighted(Weight::Bold), p.ink).right();
        let needs = figure.measure(ui.painter(), f32::INFINITY).x;
        figure.paint(ui.painter(), place);
        Text::new(label, body, p.ink).paint(ui.painter(), place.with_max_x(place.right() - needs - 8.0));
        name_text(ui, place, &format!("{label}: {value}"));
    }
    let listed = figures.sessions() > 0 && scene.view.rules.tabs.contains(&Tab::Visits);
    let purpose = scene.view.statistics.internet.clone().filter(|_| listed)?;
    let touch = Target::button(&format!("{}: {sessions}", words.get("stats-room"))).sense(ui, kit, rect);
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked().then(|| Behind { purpose: Some(purpose), ..Behind::default() })
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
        (words.get("stats-room-median"), minutes(scene, figures.length.median())),
        (words.get("stats-room-p90"), minutes(scene, figures.length.percentile(90))),
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

/// A time in minutes; the longest are only known to be longer than can be told apart.
fn minutes(scene: &Scene<'_>, time: Option<u32>) -> String {
    let words = scene.words();
    match time {
        None => "–".to_owned(),
        Some(OVERFLOW) => words.with("stats-room-over", &[("n", (OVERFLOW - 1).to_string())]),
        Some(n) => words.with("stats-room-minutes", &[("n", n.to_string())]),
    }
}
