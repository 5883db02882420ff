//! How a figure stands beside the same days before.

use std::cmp::Ordering;

use chrono::Datelike;
use egui::{Color32, Painter, Rect, pos2, vec2};

use super::scene::{Scene, year};
use crate::domain::span::{Span, SpanKind};
use crate::ui::icons::{Icon, bold};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{Text, icon};

/// A sentence, and an arrow before it where there is a difference.
pub(super) struct Change {
    pub text: String,
    arrow: Option<(Icon, Color32)>,
}

impl Change {
    /// A sentence that compares nothing.
    pub(super) fn plain(text: String) -> Self {
        Self { text, arrow: None }
    }

    /// There is nothing to compare with.
    pub(super) fn none(scene: &Scene<'_>) -> Self {
        Self::plain(scene.words().get("stats-against-none"))
    }

    /// A count of `span` beside that of `then`: of a day by how many, of longer spans by what share.
    pub(super) fn counted(scene: &Scene<'_>, span: Span, then: Span, counts: [u64; 2]) -> Self {
        let [is, was] = counts;
        let n = match (span.kind(), was) {
            (SpanKind::Day, _) | (_, 0) => scene.words().number(is.abs_diff(was)),
            (_, whole) => Scene::percent(is.abs_diff(whole), whole),
        };
        Self::of(scene, span, then, is.cmp(&was), n)
    }

    /// A figure of `span` that is by `n` more or less than that of `then`.
    pub(super) fn of(scene: &Scene<'_>, span: Span, then: Span, ordering: Ordering, n: String) -> Self {
        let (words, p) = (scene.words(), scene.palette());
        let day = span.kind() == SpanKind::Day;
        let name = words.weekday(then.from().weekday());
        let (argument, value, key, same) = match (day, span.contains(scene.data.question.today)) {
            (true, true) => ("weekday", name, "stats-against-last", "stats-against-same-day"),
            (true, false) => ("weekday", name, "stats-against-earlier", "stats-against-same-earlier"),
            (false, _) => ("span", before(scene, span, then), "stats-against-span", "stats-against-same"),
        };
        // Green means better, and only against the same weekday can that be said.
        let arrow = match ordering {
            Ordering::Equal => return Self::plain(words.with(same, &[(argument, value)])),
            Ordering::Greater => (bold::ARROW_UP, if day { p.green_ink } else { p.ink2 }),
            Ordering::Less => (bold::ARROW_DOWN, p.ink2),
        };
        Self { text: words.with(key, &[("n", n), (argument, value)]), arrow: Some(arrow) }
    }

    /// Paints it in a line and answers where its words stand.
    pub(super) fn paint(&self, scene: &Scene<'_>, painter: &Painter, line: Rect) -> Rect {
        let caption = scene.kit().font(Type::StaffCaption);
        let Some((glyph, ink)) = self.arrow else {
            return Text::new(&self.text, caption, scene.palette().ink2).paint(painter, line);
        };
        let square = Rect::from_center_size(pos2(line.left() + 9.0, line.center().y), vec2(18.0, 18.0));
        icon(painter, square, glyph, 18.0, ink);
        let beside = line.with_min_x(line.left() + 24.0);
        Text::new(&self.text, caption.weighted(Weight::Bold), ink).paint(painter, beside)
    }
}

/// The span before, in as few words as are clear.
fn before(scene: &Scene<'_>, span: Span, then: Span) -> String {
    let words = scene.words();
    let whole = span.before() == Some(then);
    match span.kind() {
        SpanKind::Month if whole => first_word(&words.month(then.from())),
        SpanKind::Year => year(then.from()),
        SpanKind::Month if then.from().year() == span.from().year() => {
            let days = words.from_to(then.from(), then.to());
            days.rsplit_once(' ').map_or(days.clone(), |(days, _)| days.to_owned())
        }
        SpanKind::Month => first_word(&words.month(then.from())),
        _ => {
            let days = words.number(then.len_days());
            words.with("stats-days-before", &[("days", days)])
        }
    }
}

fn first_word(text: &str) -> String {
    text.split(' ').next().unwrap_or_default().to_owned()
}
