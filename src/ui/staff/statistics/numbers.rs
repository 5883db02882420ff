//! The cards at the head of the page: people of the day, month and year around the days chosen, each beside the same
//! span before, the mean of a day, and who was satisfied.

use egui::{Rect, Ui, pos2, vec2};

use super::behind::behind;
use super::change::Change;
use super::plan::even;
use super::satisfied;
use super::scene::{Scene, weekday, year};
use crate::domain::dashboard::{Against, Standing};
use crate::domain::span::SpanKind;
use crate::flow::staff::statistics::{Event, Told};
use crate::ui::icons::{Icon, fill};
use crate::ui::theme::{Tint, Type, Weight, radius};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon_box, name_text};

/// From this width on a card has its picture.
const WITH_ICON: f32 = 350.0;

/// What stands on a card.
pub(super) struct Card {
    pub icon: Icon,
    pub tint: Tint,
    pub label: String,
    pub figure: String,
    /// What the figure counts, or what belongs to it.
    pub entries: String,
    /// The line below: mostly with what it is compared.
    pub below: Change,
}

/// Paints the cards and says which one was touched.
pub(super) fn numbers(ui: &Ui, scene: &Scene<'_>, room: Rect) -> Option<Event> {
    let counted = scene.data.cards.iter().map(|standing| of(scene, standing));
    let cards: Vec<Card> = counted.chain(mean(scene)).chain([satisfied::card(scene)]).collect();
    let mut touched = None;
    for (at, (place, card)) in even(room, cards.len()).into_iter().zip(&cards).enumerate() {
        let told = Told::Card(at);
        if paint(ui, scene, place, card, scene.is_told(told)) {
            touched = Some(behind(scene, told).map_or(Event::Tell(told), Event::List));
        }
    }
    touched
}

/// The sentence about the card that is told.
pub(super) fn told(scene: &Scene<'_>, at: usize) -> Option<String> {
    let words = scene.words();
    let counted = scene.data.cards.len();
    if at > counted {
        return Some(satisfied::told(scene));
    }
    let Some(standing) = scene.data.cards.get(at) else {
        let widest = scene.data.cards.last()?;
        let counted = widest.counted;
        let args = [
            ("people", words.number(counted.tally.people)),
            ("days", words.number(counted.days)),
            ("mean", scene.mean(counted.tally.people, counted.days)),
            ("span", words.span(&widest.span)),
        ];
        return Some(words.with("stats-mean-told", &args));
    };
    let Some(Against { comparison, now, then }) = standing.against else {
        return Some(scene.told(&words.span(&standing.span), standing.counted.tally));
    };
    let day = standing.span.kind() == SpanKind::Day;
    let say = |span: crate::domain::span::Span| {
        if day { words.long_date(span.from()) } else { words.from_to(span.from(), span.to()) }
    };
    let mut args = vec![
        ("now", say(comparison.now)),
        ("figures", scene.both(now)),
        ("then", say(comparison.then)),
        ("before", scene.both(then)),
    ];
    Some(match comparison.before_hour {
        None => words.with("stats-compared", &args),
        Some(hour) => {
            let time = chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
            args.push(("time", words.time(time)));
            words.with("stats-compared-hours", &args)
        }
    })
}

fn of(scene: &Scene<'_>, standing: &Standing) -> Card {
    let words = scene.words();
    let span = standing.span;
    let live = span.contains(scene.data.question.today);
    let (icon, tint, label) = match (span.kind(), live) {
        (SpanKind::Day, true) => (fill::USERS, Tint::Blue, words.get("stats-card-day")),
        (SpanKind::Day, false) => (fill::USERS, Tint::Blue, words.short_date(span.from())),
        (SpanKind::Month, true) => (fill::CALENDAR_DOTS, Tint::Teal, words.get("stats-card-month")),
        (SpanKind::Month, false) => (fill::CALENDAR_DOTS, Tint::Teal, words.month(span.from())),
        (SpanKind::Year, true) => (fill::CALENDAR_CHECK, Tint::Purple, words.get("stats-card-year")),
        (SpanKind::Year, false) => {
            let label = words.with("stats-card-of-year", &[("year", year(span.from()))]);
            (fill::CALENDAR_CHECK, Tint::Purple, label)
        }
        _ => (fill::CALENDAR_DOTS, Tint::Teal, words.get("stats-card-range")),
    };
    let below = compared(scene, standing);
    let entries = words.with("stats-entries", &[("n", words.number(standing.counted.tally.entries))]);
    Card { icon, tint, label, figure: words.number(standing.counted.tally.people), entries, below }
}

/// A card's count beside that of the same span before.
fn compared(scene: &Scene<'_>, standing: &Standing) -> Change {
    match standing.against {
        None => Change::none(scene),
        Some(Against { comparison, now, then }) => {
            Change::counted(scene, standing.span, comparison.then, [now.people, then.people])
        }
    }
}

/// The mean of a day, over the widest card: what the IPLM form asks for.
fn mean(scene: &Scene<'_>) -> Option<Card> {
    let words = scene.words();
    let widest = scene.data.cards.last()?;
    let counted = widest.counted;
    let span = match widest.span.kind() {
        SpanKind::Range => words.get("stats-card-range"),
        SpanKind::Year => year(widest.span.from()),
        _ => words.span(&widest.span),
    };
    Some(Card {
        icon: fill::CHART_LINE_UP,
        tint: Tint::Amber,
        label: words.get("stats-card-mean"),
        figure: scene.mean(counted.tally.people, counted.days),
        entries: words.get("stats-mean-of"),
        below: Change::plain(words.with("stats-mean-days", &[("span", span), ("days", words.number(counted.days))])),
    })
}

fn paint(ui: &Ui, scene: &Scene<'_>, rect: Rect, card: &Card, told: bool) -> bool {
    let (kit, p) = (scene.kit(), scene.palette());
    let name = format!("{}: {} {}, {}", card.label, card.figure, card.entries, card.below.text);
    let touch = Target::button(&name).sense(ui, kit, rect);
    let (ground, edge) = if told { (p.blue_tint, p.blue) } else { (p.surface, p.line) };
    let face = Face::filled(ground, radius::STAFF_CARD).outlined(kit.theme.stroke.card, edge);
    face.paint(ui.painter(), rect, 0.0);
    let mut left = rect.left() + 18.0;
    if rect.width() >= WITH_ICON {
        let square = Rect::from_min_size(pos2(left, rect.center().y - 34.0), vec2(68.0, 68.0));
        icon_box(ui.painter(), kit, square, card.icon, card.tint);
        left = square.right() + 16.0;
    }
    let line = |top: f32, high: f32, left: f32| {
        Rect::from_min_max(pos2(left, rect.top() + top), pos2(rect.right() - 10.0, rect.top() + top + high))
    };
    let caption = kit.font(Type::StaffCaption);
    Text::new(&card.label, caption.weighted(Weight::Bold), p.ink2).paint(ui.painter(), line(8.0, 24.0, left));
    let figure = Text::new(&card.figure, kit.font(Type::StaffTitle).sized(42.0), p.ink);
    let place = figure.paint(ui.painter(), line(30.0, 46.0, left));
    Text::new(&card.entries, caption, p.ink2).paint(ui.painter(), line(75.0, 22.0, left));
    card.below.paint(scene, ui.painter(), line(96.0, 22.0, left));
    name_text(ui, place, &card.figure);
    focus_ring(ui, kit, rect, radius::STAFF_CARD, &touch);
    touch.clicked()
}

/// The weekday of a heat map's row, as the shortest word that is clear.
pub(super) fn short_weekday(scene: &Scene<'_>, from_monday: usize) -> String {
    scene.words().weekday(weekday(from_monday)).chars().take(3).collect()
}
