//! "Jam ramai": a box for each hour of each weekday, darker where more people come.

use egui::{Color32, Rect, Ui, pos2, vec2};

use super::numbers::short_weekday;
use super::plan::count;
use super::ranking::whole;
use super::scene::{Scene, weekday};
use crate::flow::staff::statistics::Told;
use crate::ui::theme::{HEAT, Type, Weight};
use crate::ui::widgets::{Face, Target, Text, focus_ring, name_text};

const NAMES: f32 = 52.0;
const HOURS: f32 = 26.0;
const LEGEND: f32 = 30.0;
const GAP: f32 = 4.0;
/// From this width on what is told takes one line.
const ONE_LINE: f32 = 740.0;

/// The mean of a box, rounded half up; `None` where no such day was open.
fn mean(scene: &Scene<'_>, day: usize, hour: usize) -> Option<u64> {
    let (all, days) = (scene.data.busy.cells[day][hour].people, scene.data.busy.days[day]);
    (days > 0).then(|| (all * 2 + days) / (days * 2))
}

/// Paints the card and says which box was touched.
pub(super) fn busy(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Told> {
    let (words, kit, p) = (scene.words(), scene.kit(), scene.palette());
    let (axis, days) = scene.axes();
    let hours: Vec<usize> = axis.collect();
    let period = scene.data.busy.period;
    let span = period.from.zip(period.to).map_or(String::new(), |(from, to)| words.from_to(from, to));
    let say = |day: usize, hour: usize| {
        let data = &scene.data.busy;
        let args = [
            ("weekday", words.weekday(weekday(day))),
            ("hours", scene.hour(hour)),
            ("mean", scene.mean(data.cells[day][hour].people, data.days[day])),
            ("figures", scene.both(data.cells[day][hour])),
            ("days", words.number(data.days[day])),
        ];
        words.with("stats-busy-told", &args)
    };
    let told = match scene.page.told {
        Some(Told::Busy(day, hour)) if day < 7 && hour < 24 => Some((day, hour)),
        _ => None,
    };
    let title = words.get("stats-busy");
    let sub = words.with("stats-busy-sub", &[("span", span)]);
    let said = told.map(|(day, hour)| say(day, hour));
    let lines = if rect.width() < ONE_LINE { 2 } else { 1 };
    let room = scene.card_of(ui, rect, &title, &sub, said.as_deref(), lines);
    let grid =
        Rect::from_min_max(pos2(room.left() + NAMES, room.top() + HOURS), pos2(room.right(), room.bottom() - LEGEND));
    let touch = Target::button(&title).sense(ui, kit, grid);
    let (wide, high) = (grid.width() / count(hours.len().max(1)), grid.height() / count(days.len().max(1)));
    let caption = kit.font(Type::StaffCaption);
    for (column, hour) in hours.iter().enumerate() {
        let place = Rect::from_min_size(pos2(grid.left() + count(column) * wide, room.top()), vec2(wide, HOURS));
        Text::new(&format!("{hour:02}"), caption, p.ink2).centered().show(ui, place);
    }
    let most = days.iter().flat_map(|day| hours.iter().filter_map(|hour| mean(scene, *day, *hour))).max().unwrap_or(0);
    for (row, day) in days.iter().enumerate() {
        let top = grid.top() + count(row) * high;
        let name = Rect::from_min_size(pos2(room.left(), top), vec2(NAMES - 6.0, high));
        Text::new(&short_weekday(scene, *day), caption, p.ink).show(ui, name);
        for (column, hour) in hours.iter().enumerate() {
            let place = Rect::from_min_size(pos2(grid.left() + count(column) * wide, top), vec2(wide, high));
            let on = told == Some((*day, *hour));
            cell(ui, scene, place.shrink(GAP / 2.0), mean(scene, *day, *hour), most, on);
            name_text(ui, place, &say(*day, *hour));
        }
    }
    legend(ui, scene, Rect::from_min_max(pos2(room.left(), room.bottom() - LEGEND + 4.0), room.max));
    focus_ring(ui, kit, grid, 10.0, &touch);
    if !touch.clicked() || days.is_empty() || hours.is_empty() {
        return None;
    }
    let at = touch.response.interact_pointer_pos().map_or_else(
        || after(told, &days, &hours),
        |pos| {
            let row = whole((pos.y - grid.top()) / high).min(days.len() - 1);
            let column = whole((pos.x - grid.left()) / wide).min(hours.len() - 1);
            (days[row], hours[column])
        },
    );
    Some(Told::Busy(at.0, at.1))
}

/// The box after the one that is told, for whoever has a keyboard.
fn after(told: Option<(usize, usize)>, days: &[usize], hours: &[usize]) -> (usize, usize) {
    let all = || days.iter().flat_map(|day| hours.iter().map(move |hour| (*day, *hour)));
    all()
        .skip_while(|at| told.is_some_and(|told| told != *at))
        .nth(usize::from(told.is_some()))
        .or_else(|| all().next())
        .unwrap_or_default()
}

fn cell(ui: &Ui, scene: &Scene<'_>, rect: Rect, mean: Option<u64>, most: u64, told: bool) {
    let p = scene.palette();
    let caption = scene.kit().font(Type::StaffCaption).weighted(Weight::Bold);
    let (ground, ink, figure) = match mean {
        None => (p.surface, p.ink2, "–".to_owned()),
        Some(mean) => {
            let step = heat(mean, most);
            (HEAT[step], if step < 3 { p.ink } else { p.on_blue }, scene.words().number(mean))
        }
    };
    let face = Face::filled(ground, 8.0);
    let face = if told { face.outlined(4.0, p.amber) } else { face };
    face.paint(ui.painter(), rect, 0.0);
    let text = Text::new(&figure, caption, ink).centered();
    if text.measure(ui.painter(), f32::INFINITY).x <= rect.width() {
        text.paint(ui.painter(), rect);
    }
}

/// The step of the scale: a fifth each of the most.
fn heat(mean: u64, most: u64) -> usize {
    let fifth = (mean * 5).checked_div(most).unwrap_or(0).min(4);
    usize::try_from(fifth).unwrap_or(0)
}

/// "Sepi" to "Ramai".
fn legend(ui: &Ui, scene: &Scene<'_>, rect: Rect) {
    let (words, p) = (scene.words(), scene.palette());
    let font = scene.kit().font(Type::StaffCaption);
    let full = words.get("stats-busy-full");
    let mut right = Text::new(&full, font, p.ink2).right().show(ui, rect).rect.left() - 10.0;
    for color in HEAT.iter().rev() {
        let box_rect = Rect::from_center_size(pos2(right - 14.0, rect.center().y), vec2(28.0, 16.0));
        let edge: Color32 = p.line;
        Face::filled(*color, 6.0).outlined(1.0, edge).paint(ui.painter(), box_rect, 0.0);
        right -= 34.0;
    }
    let quiet = words.get("stats-busy-quiet");
    Text::new(&quiet, font, p.ink2).right().show(ui, rect.with_max_x(right - 4.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_has_five_steps_and_the_most_is_the_darkest() {
        assert_eq!([0, 4, 5, 10, 15, 20, 25].map(|mean| heat(mean, 25)), [0, 0, 1, 2, 3, 4, 4]);
        assert_eq!(heat(0, 0), 0);
    }

    #[test]
    fn the_keyboard_goes_from_box_to_box_and_round() {
        let (days, hours) = ([0, 2], [8, 9]);
        assert_eq!(after(None, &days, &hours), (0, 8));
        assert_eq!(after(Some((0, 9)), &days, &hours), (2, 8));
        assert_eq!(after(Some((2, 9)), &days, &hours), (0, 8));
        assert_eq!(after(Some((5, 5)), &days, &hours), (0, 8));
    }
}
