//! "Kepatuhan SOP": the share of entries recorded within the time of SOP step 1, by column of the book. It counts entries.

use egui::{Rect, Ui, pos2, vec2};

use super::facts::facts;
use super::plan::measure;
use super::scene::Scene;
use crate::domain::listing::{Pace, STANDARD_SECONDS};
use crate::domain::report::{Histogram, OVERFLOW};
use crate::flow::staff::statistics::Behind;
use crate::ui::theme::{Type, Weight, radius};
use crate::ui::widgets::{Target, Text, arc, focus_ring, name_text};

/// Paints the card and says which rows of the book were asked for.
pub(super) fn sop(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Behind> {
    let (words, kit, p) = (scene.words(), scene.kit(), scene.palette());
    let limit = scene.view.statistics.check_in_seconds;
    let sub = words.with("stats-sop-sub", &[("seconds", limit.to_string())]);
    let room = scene.card(ui, rect, &words.get("stats-sop"), &sub, None);
    let [member, non_member, group] = &scene.data.check_in;
    let all = member.plus(non_member).plus(group);
    if all.total() == 0 {
        scene.none(ui, room, "stats-sop-none");
        return None;
    }
    let (within, measured) = (all.within(limit), all.total());
    let wide = (room.height() * 0.44).min(130.0).min(room.width() * 0.4);
    let disc = Rect::from_min_size(room.min, vec2(wide, wide));
    let width = wide * 0.14;
    let radius = (wide - width) / 2.0;
    arc(ui.painter(), disc.center(), radius, width, 1.0, p.line);
    arc(ui.painter(), disc.center(), radius, width, measure(within) / measure(measured), p.green_mark);
    let share = Scene::percent(within, measured);
    let font = kit.font(Type::StaffCard).sized((wide * 0.24).max(22.0)).weighted(Weight::Extra);
    Text::new(&share, font, p.ink).centered().paint(ui.painter(), disc.shrink(width));
    name_text(ui, disc, &share);
    let beside = Rect::from_min_max(
        pos2(disc.right() + 18.0, disc.center().y - 36.0),
        pos2(room.right(), disc.center().y + 44.0),
    );
    let figure = words.number(within);
    let large = kit.font(Type::StaffTitle).sized(32.0);
    Text::new(&figure, large, p.ink).show(ui, beside.with_max_y(beside.top() + 38.0));
    let of = words.with("stats-sop-of", &[("n", words.number(measured))]);
    Text::new(&of, kit.font(Type::StaffCaption), p.ink2)
        .lines(2)
        .top()
        .show(ui, beside.with_min_y(beside.top() + 38.0));

    let by_type = [("badge-member", member), ("badge-non-member", non_member), ("badge-group", group)];
    let mut rows: Vec<(String, String)> = by_type
        .into_iter()
        .map(|(key, times)| (words.get(key), Scene::percent(times.within(limit), times.total())))
        .collect();
    rows.push((words.get("stats-sop-median"), seconds(scene, all.median())));
    rows.push((words.get("stats-sop-p95"), seconds(scene, p95(&all))));
    let list = Rect::from_min_max(pos2(room.left(), disc.bottom() + 12.0), room.max);
    ui.painter().hline(list.x_range(), list.top() - 4.0, (2.0, p.line));
    facts(ui, scene, list, &rows);
    // Kunjungan tells the pace by the minute of the standard alone.
    if limit != STANDARD_SECONDS {
        return None;
    }
    let touch = Target::button(&format!("{}: {share}", words.get("stats-sop"))).sense(ui, kit, rect);
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked().then(|| Behind { pace: Some(Pace::Within), ..Behind::default() })
}

fn p95(times: &Histogram) -> Option<u32> {
    times.percentile(95)
}

/// A time in seconds; the longest are only known to be longer than can be told apart.
fn seconds(scene: &Scene<'_>, time: Option<u32>) -> String {
    let words = scene.words();
    match time {
        None => "–".to_owned(),
        Some(OVERFLOW) => words.with("stats-sop-over", &[("n", (OVERFLOW - 1).to_string())]),
        Some(n) => words.with("stats-sop-seconds", &[("n", n.to_string())]),
    }
}
