//! The third sheet: the internet room over the days chosen, with the figures of the report on it.

use egui::{Rect, Ui};

use super::bars::{Bar, bars};
use super::facts::facts;
use super::list::list;
use super::plan::Sessions;
use super::ranking::Row;
use super::scene::Scene;
use super::trend;
use crate::domain::internet::RefusedFor;
use crate::domain::report::{Grade, InternetFigures};
use crate::domain::statistics::Count;
use crate::flow::staff::statistics::{List, Told};

/// Paints the sheet and says what was touched.
pub(super) fn sessions(ui: &Ui, scene: &Scene<'_>, plan: &Sessions) -> Option<Told> {
    let figures = &scene.room.figures;
    times(ui, scene, plan.times, figures);
    let told = [
        hours(ui, scene, plan.hours, figures),
        along(ui, scene, plan.trend, figures),
        seats(ui, scene, plan.seats, figures),
        tidy(ui, scene, plan.tidy, figures),
        ratings(ui, scene, plan.ratings, figures),
        ended(ui, scene, plan.ended, figures),
        refused(ui, scene, plan.refused, figures),
    ];
    told.into_iter().flatten().next()
}

/// "08.00–08.59: 4 sesi".
fn told(scene: &Scene<'_>, what: &str, n: u64) -> String {
    let words = scene.words();
    words.with("stats-told-sessions", &[("what", what.to_owned()), ("n", words.number(n))])
}

/// Some of so many, with the sentence of that key; the bar shows the share.
fn share(scene: &Scene<'_>, key: &str, label: String, n: u64, all: u64) -> Row {
    let words = scene.words();
    let share = Scene::percent(n, all);
    let args = [("what", label.clone()), ("n", words.number(n)), ("all", words.number(all)), ("share", share)];
    Row { icon: None, shown: n, figure: None, whole: Some(all), said: words.with(key, &args), label }
}

/// By the hour in which they began.
fn hours(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) -> Option<Told> {
    let words = scene.words();
    let begun = |hour: usize| {
        let of = |key: &str| key.parse() == Ok(hour);
        figures.hours.iter().find(|count| of(&count.key)).map_or(0, |count| count.entries)
    };
    let (open, _) = scene.axes();
    let first = (0..*open.start()).find(|hour| begun(*hour) > 0).unwrap_or(*open.start());
    let last = (*open.end()..24).rfind(|hour| begun(*hour) > 0).unwrap_or(*open.end());
    let say = |hour: usize| told(scene, &scene.hour(hour), begun(hour));
    let told = match scene.page.told {
        Some(Told::Hour(hour)) => Some(hour),
        _ => None,
    };
    let title = words.get("report-net-by-hour");
    let sub = words.with("stats-room-sessions", &[("n", words.number(figures.sessions()))]);
    let room = scene.card(ui, rect, &title, &sub, told.map(say).as_deref());
    let day = scene.data.trend.is_empty();
    let running = scene.running_hour().filter(|_| day);
    let bar = |hour: usize| Bar {
        label: format!("{hour:02}"),
        value: begun(hour),
        usual: None,
        current: running == Some(hour),
        name: say(hour),
    };
    let all: Vec<Bar> = (first..=last).map(bar).collect();
    let told = told.and_then(|hour| hour.checked_sub(first));
    bars(ui, scene, room, &title, &all, told).map(|at| Told::Hour(first + at))
}

/// Day by day, month by month or year by year, as on the sheet of the visitors.
fn along(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) -> Option<Told> {
    let words = scene.words();
    let starts: Vec<_> = scene.data.trend.iter().map(|step| step.0).collect();
    let sums = figures.along(&starts);
    let n = |at: usize| sums.get(at).copied().unwrap_or_default();
    let days = u64::try_from(figures.days.len()).unwrap_or(u64::MAX);
    let mean = scene.mean(figures.sessions(), days);
    let along = trend::Figures {
        title: &words.get(trend::pick(scene, ["stats-net-by-day", "stats-net-by-month", "stats-net-by-year"])),
        sub: &words.with("stats-net-mean", &[("mean", mean), ("days", words.number(days))]),
        value: &n,
        said: &|at, when| told(scene, when, n(at)),
    };
    trend::trend(ui, scene, rect, &along)
}

/// By computer.
fn seats(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) -> Option<Told> {
    let words = scene.words();
    let say = |at: usize| figures.seats.get(at).map(|seat| told(scene, &seat.key, seat.entries)).unwrap_or_default();
    let told = match scene.page.told {
        Some(Told::Row(List::Seats, at)) => Some(at).filter(|at| *at < figures.seats.len()),
        _ => None,
    };
    let title = words.get("report-net-by-seat");
    let room = scene.card(ui, rect, &title, &words.get("stats-net-seats-sub"), told.map(say).as_deref());
    if figures.seats.is_empty() {
        scene.none(ui, room, "stats-room-none");
        return None;
    }
    let names: Vec<&str> = figures.seats.iter().map(|seat| seat.key.as_str()).collect();
    let labels = brief(&names);
    let bar = |(at, label): (usize, &&str)| Bar {
        label: (*label).to_owned(),
        value: figures.seats[at].entries,
        usual: None,
        current: false,
        name: say(at),
    };
    let all: Vec<Bar> = labels.iter().enumerate().map(bar).collect();
    bars(ui, scene, room, &title, &all, told).map(|at| Told::Row(List::Seats, at))
}

/// The names without the word with which all of them begin: "PC 01" and "PC 02" are told apart by their numbers.
fn brief<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let first = names.first().and_then(|name| name.split_once(' ')).map_or("", |(word, _)| word);
    let rest = |name: &&'a str| Some(name.strip_prefix(first)?.strip_prefix(' ')?.trim_start());
    let all: Option<Vec<_>> = names.iter().map(rest).collect();
    all.filter(|rests| rests.len() > 1 && rests.iter().all(|rest| !rest.is_empty())).unwrap_or_else(|| names.to_vec())
}

/// How long people sat, waited, and took to report that they leave.
fn times(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) {
    let words = scene.words();
    let room = scene.card(ui, rect, &words.get("stats-net-times"), &words.get("stats-net-times-sub"), None);
    let out = figures.check_out;
    let limit = [("minutes", words.number(u64::from(figures.check_out_seconds.div_ceil(60))))];
    let share = [("share", Scene::percent(out.within, out.measured)), ("n", words.number(out.measured))];
    let share = if out.measured == 0 { "–".to_owned() } else { words.with("stats-net-out-of", &share) };
    let lines = [
        (words.get("stats-net-length-median"), scene.minutes(figures.length.median())),
        (words.get("stats-net-length-p90"), scene.minutes(figures.length.percentile(90))),
        (words.get("stats-net-wait-median"), scene.minutes(figures.wait.median())),
        (words.get("stats-net-wait-p90"), scene.minutes(figures.wait.percentile(90))),
        (words.with("stats-room-out", &limit), share),
    ];
    facts(ui, scene, room, &lines);
}

/// What was ticked when they left, each point of those who were asked.
fn tidy(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) -> Option<Told> {
    let tidy = figures.tidy;
    if tidy.asked == 0 {
        return empty(ui, scene, rect, "report-net-tidy", "stats-net-tidy-none");
    }
    let row = |(point, n): (&str, u64)| {
        let label = scene.words().get(&format!("report-net-tidy-{point}"));
        let figure = Some(Scene::percent(n, tidy.asked));
        Row { figure, ..share(scene, "stats-told-of-sessions", label, n, tidy.asked) }
    };
    let sub = scene.words().with("stats-net-tidy-sub", &[("n", scene.words().number(tidy.asked))]);
    list(ui, scene, rect, List::Tidy, "report-net-tidy", &sub, &tidy.points().map(row))
}

/// How many gave which score, from the best down.
fn ratings(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) -> Option<Told> {
    let words = scene.words();
    let ratings = figures.ratings;
    let Some((index, grade)) = ratings.index().zip(ratings.grade().map(Grade::letter)) else {
        return empty(ui, scene, rect, "report-net-ratings", "stats-satisfied-none");
    };
    let [bad, poor, good, best] = ratings.0;
    let scores = [(4, best), (3, good), (2, poor), (1, bad)];
    let row = |(score, n): (usize, u64)| {
        let label = words.get(&format!("report-net-rating-{score}"));
        share(scene, "stats-told-of-ratings", label, n, ratings.total())
    };
    let args = [("index", words.decimal(index, 2)), ("grade", grade.to_owned())];
    let sub = words.with("stats-satisfied-index", &args);
    list(ui, scene, rect, List::Ratings, "report-net-ratings", &sub, &scores.map(row))
}

/// By whom they were ended.
fn ended(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) -> Option<Told> {
    if figures.ended.is_empty() {
        return empty(ui, scene, rect, "report-net-by-end", "stats-room-none");
    }
    let words = scene.words();
    let label = |key: &str| match key {
        "open" | "self" | "staff" | "automatic" => words.get(&format!("report-net-end-{key}")),
        _ => words.get("stats-unknown"),
    };
    let row =
        |count: &Count| share(scene, "stats-told-of-sessions", label(&count.key), count.entries, figures.sessions());
    let rows: Vec<Row> = figures.ended.iter().map(row).collect();
    let sub = words.with("stats-room-sessions", &[("n", words.number(figures.sessions()))]);
    list(ui, scene, rect, List::Ended, "report-net-by-end", &sub, &rows)
}

/// Who was turned away, by reason.
fn refused(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &InternetFigures) -> Option<Told> {
    let words = scene.words();
    let Some(refused) = figures.refused.filter(|refused| refused.total() > 0) else {
        return empty(ui, scene, rect, "stats-room-refused", "stats-net-refused-none");
    };
    let row = |(why, n): (RefusedFor, u64)| {
        let label = words.get(&format!("report-net-refused-{}", why.id()));
        share(scene, "stats-told-of-refused", label, n, refused.total())
    };
    let rows: Vec<Row> = refused.by_reason().map(row).collect();
    let sub = words.with("stats-net-refused-sub", &[("n", words.number(refused.total()))]);
    list(ui, scene, rect, List::Refused, "stats-room-refused", &sub, &rows)
}

/// A card that has nothing to list.
fn empty(ui: &Ui, scene: &Scene<'_>, rect: Rect, title: &str, why: &str) -> Option<Told> {
    let room = scene.card(ui, rect, &scene.words().get(title), "", None);
    scene.none(ui, room, why);
    None
}

#[cfg(test)]
mod tests {
    use super::brief;

    #[test]
    fn a_word_that_all_computers_share_is_left_out() {
        assert_eq!(brief(&["PC 01", "PC 02", "PC  11"]), ["01", "02", "11"]);
        assert_eq!(brief(&["PC 01", "Anak 1"]), ["PC 01", "Anak 1"]);
        assert_eq!(brief(&["PC 01"]), ["PC 01"], "a single one keeps its name");
        assert_eq!(brief(&["PC 01", "PC "]), ["PC 01", "PC "]);
        assert_eq!(brief(&["Satu", "Dua"]), ["Satu", "Dua"]);
        assert_eq!(brief(&[]), Vec::<&str>::new());
    }
}
