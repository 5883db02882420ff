//! The second sheet: who the visitors were, where they came from, who came most often, and the days one by one.

use egui::{Rect, Ui, pos2, vec2};

use super::list::list;
use super::plan::{People, count};
use super::ranking::Row;
use super::scene::{Scene, event};
use super::trend;
use super::wait::spinner;
use crate::domain::dashboard::{Regular, Regulars};
use crate::domain::statistics::{Count, UNKNOWN};
use crate::flow::staff::Event as StaffEvent;
use crate::flow::staff::statistics::{Event, List, Told};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{StaffLook, Text, staff_button, staff_button_width};

/// Paints the sheet and says what was touched.
pub(super) fn people(ui: &Ui, scene: &Scene<'_>, plan: &People) -> Vec<StaffEvent> {
    let data = scene.data;
    let words = scene.words();
    let sub = words.get("stats-list-sub");
    // Age groups are few: the sexes stand below them.
    let high = plan.age.height();
    let (age, sex) = (
        plan.age.with_max_y(plan.age.top() + high * 0.58 - 8.0),
        plan.age.with_min_y(plan.age.top() + high * 0.58 + 8.0),
    );
    let told = [
        list(ui, scene, age, List::Age, "stats-age", &sub, &named(scene, &data.age, "age-")),
        list(ui, scene, sex, List::Sex, "stats-sex", &words.get("stats-types-sub"), &named(scene, &data.sex, "sex-")),
        list(
            ui,
            scene,
            plan.education,
            List::Education,
            "stats-education",
            &sub,
            &named(scene, &data.education, "education-"),
        ),
        list(
            ui,
            scene,
            plan.occupation,
            List::Occupation,
            "stats-occupation",
            &sub,
            &named(scene, &data.occupation, "occupation-"),
        ),
        trend(ui, scene, plan.trend),
        origins(ui, scene, plan.origins),
    ];
    let mut events: Vec<StaffEvent> = told.into_iter().flatten().map(|told| event(Event::Tell(told))).collect();
    events.extend(regulars(ui, scene, plan.regulars));
    events
}

fn named(scene: &Scene<'_>, counts: &[Count], prefix: &str) -> Vec<Row> {
    let label = |key: &str| match key {
        UNKNOWN => scene.words().get("stats-unknown"),
        key => scene.words().get(&format!("{prefix}{key}")),
    };
    let row = |count: &Count| Row::of(scene, label(&count.key), count.into());
    counts.iter().map(row).collect()
}

/// How many came in each step along time. A single day has none: its hours stand on the first sheet.
fn trend(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Told> {
    let words = scene.words();
    let title = words.get(trend::pick(scene, ["stats-trend-day", "stats-trend-month", "stats-trend-year"]));
    let tally = |at: usize| scene.data.trend.get(at).map(|step| step.1).unwrap_or_default();
    let figures = trend::Figures {
        title: &title,
        sub: &words.get("stats-trend-sub"),
        value: &|at| tally(at).people,
        said: &|at, when| scene.told(when, tally(at)),
    };
    trend::trend(ui, scene, rect, &figures)
}

/// The second answer, if it is of the days shown.
fn answered<'a>(scene: &Scene<'a>) -> Option<&'a Regulars> {
    let (span, regulars) = scene.page.regulars.as_ref()?;
    (*span == scene.data.question.span).then_some(regulars)
}

fn origins(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Told> {
    let words = scene.words();
    let Some(found) = answered(scene) else {
        let room = scene.card(ui, rect, &words.get("stats-origins"), "", None);
        wait(ui, scene, room);
        return None;
    };
    if found.origins.is_empty() {
        let room = scene.card(ui, rect, &words.get("stats-origins"), "", None);
        scene.none(ui, room, "stats-origins-none");
        return None;
    }
    let row = |count: &Count| Row::of(scene, count.key.clone(), count.into());
    let rows: Vec<Row> = found.origins.iter().map(row).collect();
    let sub = words.with("stats-origins-sub", &[("n", words.number(found.with_origin.people))]);
    list(ui, scene, rect, List::Origins, "stats-origins", &sub, &rows)
}

fn wait(ui: &Ui, scene: &Scene<'_>, room: Rect) {
    if let Some(waiting) = scene.page.waiting_regulars.or(scene.page.waiting) {
        spinner(ui, scene.view, room, waiting.since);
    }
}

/// The members who came most often, masked until their names are asked for.
fn regulars(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<StaffEvent> {
    let (words, kit) = (scene.words(), scene.kit());
    let title = words.get("stats-regulars");
    let Some(found) = answered(scene) else {
        let room = scene.card(ui, rect, &title, "", None);
        wait(ui, scene, room);
        return None;
    };
    let room = scene.card(ui, rect, &title, &words.get("stats-regulars-sub"), None);
    if found.members.is_empty() {
        scene.none(ui, room, "stats-regulars-none");
        return None;
    }
    let text = words.get(if scene.page.names { "stats-names-hide" } else { "stats-names-show" });
    let wide = staff_button_width(ui.painter(), kit, &text, false);
    let place = Rect::from_min_size(pos2(room.right() - wide, room.bottom() - 64.0), vec2(wide, 64.0));
    let touched = staff_button(ui, kit, place, &text, None, StaffLook::Plain).clicked();
    let lines = room.with_max_y(place.top() - 8.0);
    let fit = super::ranking::whole(lines.height() / 27.0).min(found.members.len()).max(1);
    let high = (lines.height() / count(fit)).min(40.0);
    for (at, member) in found.members.iter().take(fit).enumerate() {
        let line = Rect::from_min_size(pos2(lines.left(), lines.top() + count(at) * high), vec2(lines.width(), high));
        one(ui, scene, line, member);
    }
    touched.then_some(event(Event::Names(!scene.page.names)))
}

fn one(ui: &Ui, scene: &Scene<'_>, line: Rect, member: &Regular) {
    let p = scene.palette();
    let font = scene.kit().font(Type::StaffBody);
    let (name, card) = if scene.page.names {
        (member.name.as_str().to_owned(), member.card.as_str().to_owned())
    } else {
        (member.name.masked(), masked(member.card.as_str()))
    };
    let figure = scene.words().number(member.visits);
    Text::new(&figure, font.weighted(Weight::Bold), p.ink).right().show(ui, line.with_min_x(line.right() - 56.0));
    let number = Text::new(&card, scene.kit().font(Type::StaffCaption), p.ink2).right();
    let before = line.with_max_x(line.right() - 64.0);
    let needs = number.measure(ui.painter(), f32::INFINITY).x;
    let name = Text::new(&name, font, p.ink);
    // The number gives way to a long name.
    let beside = before.with_max_x(before.right() - needs - 12.0);
    if name.measure(ui.painter(), f32::INFINITY).x <= beside.width() {
        number.show(ui, before);
        name.show(ui, beside);
    } else {
        name.show(ui, before);
    }
}

/// A card's number with only its last three characters.
fn masked(card: &str) -> String {
    let n = card.chars().count();
    let shown: String = card.chars().skip(n.saturating_sub(3).max(1)).collect();
    format!("•••{shown}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_masked_number_never_shows_itself_whole() {
        assert_eq!(super::masked("0024000001"), "•••001");
        assert_eq!(super::masked("AB1"), "•••B1");
        assert_eq!(super::masked("A"), "•••");
    }
}
