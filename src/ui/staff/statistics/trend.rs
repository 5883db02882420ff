//! Days, months or years one by one: a bar for each.

use chrono::{Datelike, NaiveDate};
use egui::{Rect, Ui};

use super::bars::{Bar, bars};
use super::scene::{Scene, year};
use crate::domain::dashboard::Step;
use crate::flow::staff::statistics::Told;

/// What is counted in each step of the dashboard's trend.
pub(super) struct Figures<'a> {
    pub title: &'a str,
    /// The line below the title.
    pub sub: &'a str,
    /// The height of a step's bar.
    pub value: &'a dyn Fn(usize) -> u64,
    /// A step's exact figures, given when it was.
    pub said: &'a dyn Fn(usize, &str) -> String,
}

/// The word for days, months or years.
pub(super) fn pick<'a>(scene: &Scene<'_>, [day, month, year]: [&'a str; 3]) -> &'a str {
    match scene.data.step {
        Step::Day => day,
        Step::Month => month,
        Step::Year => year,
    }
}

/// Paints the card and says which step was touched; nothing where there are no steps.
pub(super) fn trend(ui: &Ui, scene: &Scene<'_>, rect: Rect, figures: &Figures<'_>) -> Option<Told> {
    let (words, data) = (scene.words(), scene.data);
    if data.trend.is_empty() {
        return None;
    }
    let label = |first: NaiveDate| match data.step {
        Step::Day => first.day().to_string(),
        Step::Month => words.month(first).chars().take(3).collect(),
        Step::Year => year(first),
    };
    let say = |at: usize| {
        let first = data.trend.get(at).map(|step| step.0).unwrap_or_default();
        let when = match data.step {
            Step::Day => words.long_date(first),
            Step::Month => words.month(first),
            Step::Year => year(first),
        };
        (figures.said)(at, &when)
    };
    let told = match scene.page.told {
        Some(Told::Step(at)) => Some(at).filter(|at| *at < data.trend.len()),
        _ => None,
    };
    let room = scene.card(ui, rect, figures.title, figures.sub, told.map(say).as_deref());
    let last = data.trend.len().checked_sub(1).filter(|_| data.question.span.contains(data.question.today));
    let bar = |(at, (first, _)): (usize, &(NaiveDate, _))| Bar {
        label: label(*first),
        value: (figures.value)(at),
        usual: None,
        current: Some(at) == last,
        name: say(at),
    };
    let all: Vec<Bar> = data.trend.iter().enumerate().map(bar).collect();
    bars(ui, scene, room, figures.title, &all, told).map(Told::Step)
}
