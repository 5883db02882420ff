//! "Puas atau sangat puas": what visitors of the internet room said, with the index and its band of `PermenPANRB` 14/2017.

use super::change::Change;
use super::numbers::Card;
use super::scene::Scene;
use crate::domain::report::{Grade, Ratings};
use crate::domain::span::{Span, SpanKind};
use crate::ui::icons::fill;
use crate::ui::theme::Tint;

/// The card; satisfaction is of the days chosen.
pub(super) fn card(scene: &Scene<'_>) -> Card {
    let words = scene.words();
    let ratings = scene.room.figures.ratings;
    let label = words.get("stats-card-satisfied");
    let (icon, tint) = (fill::SMILEY, Tint::Amber);
    let Some((index, grade)) = marks(scene, &ratings) else {
        let entries = words.get("stats-satisfied-none");
        let below = Change::plain(words.get("stats-satisfied-none-sub"));
        return Card { icon, tint, label, figure: "–".to_owned(), entries, below };
    };
    let entries = words.with("stats-satisfied-index", &[("index", index), ("grade", grade)]);
    let figure = Scene::percent(ratings.satisfied(), ratings.total());
    Card { icon, tint, label, figure, entries, below: change(scene) }
}

/// The sentence about it: how many of how many, now and before.
pub(super) fn told(scene: &Scene<'_>) -> String {
    // Of a span that is running only the days that have begun.
    let span = scene.room.against.map_or(scene.data.question.span, |against| against.comparison.now);
    let now = said(scene, span, &scene.room.figures.ratings);
    match before(scene) {
        None => now,
        Some((span, ratings)) => {
            let then = said(scene, span, &ratings);
            scene.words().with("stats-satisfied-compared", &[("now", now), ("then", then)])
        }
    }
}

/// The index by how much it has changed.
fn change(scene: &Scene<'_>) -> Change {
    let now = scene.room.figures.ratings.index();
    let Some(((then, was), is)) = before(scene).and_then(|(span, was)| Some(((span, was.index()?), now?))) else {
        return Change::none(scene);
    };
    let n = scene.words().decimal(is.abs_diff(was), 2);
    Change::of(scene, scene.data.question.span, then, is.cmp(&was), n)
}

/// The days before, where anybody rated then.
fn before(scene: &Scene<'_>) -> Option<(Span, Ratings)> {
    let against = scene.room.against.filter(|against| against.ratings.total() > 0)?;
    Some((against.comparison.then, against.ratings))
}

/// The index and its band as they are written.
fn marks(scene: &Scene<'_>, ratings: &Ratings) -> Option<(String, String)> {
    let (index, grade) = ratings.index().zip(ratings.grade().map(Grade::letter))?;
    Some((scene.words().decimal(index, 2), grade.to_owned()))
}

fn said(scene: &Scene<'_>, span: Span, ratings: &Ratings) -> String {
    let words = scene.words();
    let when = match span.kind() {
        SpanKind::Day => words.long_date(span.from()),
        _ => words.from_to(span.from(), span.to()),
    };
    let Some((index, grade)) = marks(scene, ratings) else {
        return words.with("stats-satisfied-said-none", &[("when", when)]);
    };
    let args = [
        ("when", when),
        ("n", words.number(ratings.satisfied())),
        ("all", words.number(ratings.total())),
        ("index", index),
        ("grade", grade),
    ];
    words.with("stats-satisfied-said", &args)
}
