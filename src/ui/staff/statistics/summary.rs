//! The first sheet: how many, when, in which column of the book, how quickly and why.

use egui::{Rect, Ui, pos2, vec2};

use super::bars::{Bar, bars, usual_sign};
use super::behind::behind;
use super::busy::busy;
use super::plan::{Summary, measure};
use super::ranking::{Row, Touched, ranking};
use super::room::room;
use super::scene::{PADDING, Scene};
use super::sop::sop;
use crate::domain::dashboard::Usual;
use crate::domain::report::Tally;
use crate::domain::span::SpanKind;
use crate::domain::visit::MembershipType;
use crate::flow::staff::statistics::{Event, List, Told};
use crate::ui::icons::{self, Icon, bold, fill};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, name_text};

/// Paints the sheet below the cards and says what was touched.
pub(super) fn summary(ui: &Ui, scene: &Scene<'_>, plan: &Summary) -> Option<Event> {
    let hours = hours(ui, scene, plan.hours);
    let types = types(ui, scene, plan.types);
    let sop = sop(ui, scene, plan.sop);
    let purposes = purposes(ui, scene, plan.purposes);
    let busy = busy(ui, scene, plan.busy);
    let room = room(ui, scene, plan.room);
    let listed = types.or(purposes).or(sop.map(Event::List)).or(room.map(Event::List));
    hours.or(busy).map(Event::Tell).or(listed)
}

/// A row that was touched: a finger opens its list, the keyboard goes on to the next row.
fn listed(scene: &Scene<'_>, list: List, row: Touched) -> Event {
    let told = Told::Row(list, row.at);
    behind(scene, told).filter(|_| row.finger).map_or(Event::Tell(told), Event::List)
}

/// How many usually come at an hour, rounded half up.
fn usually(usual: &Usual, hour: usize) -> Option<u64> {
    let all = usual.hours[hour].people;
    (usual.days > 0).then(|| (all * 2 + usual.days) / (usual.days * 2))
}

fn hours(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Told> {
    let (words, p) = (scene.words(), scene.palette());
    let (axis, _) = scene.axes();
    let first = *axis.start();
    let told_at = match scene.page.told {
        Some(Told::Hour(hour)) => Some(hour),
        _ => None,
    };
    let usual = |hour: usize| scene.data.usual.as_ref().and_then(|usual| usually(usual, hour));
    let say = |hour: usize| {
        let (what, figures) = (scene.hour(hour), scene.both(scene.data.hours[hour]));
        match usual(hour) {
            None => scene.told(&what, scene.data.hours[hour]),
            Some(usual) => {
                let args = [("what", what), ("figures", figures), ("usual", words.number(usual))];
                words.with("stats-told-usual", &args)
            }
        }
    };
    let told = told_at.map(say);
    let day = scene.data.question.span.kind() == SpanKind::Day;
    let title = words.get("stats-hours");
    let sub = words.get(if day { "stats-trend-sub" } else { "stats-hours-sum" });
    let room = scene.card(ui, rect, &title, &sub, told.as_deref());
    if scene.data.usual.is_some_and(|usual| usual.days > 0) {
        let legend = words.get("stats-hours-usual");
        let text = Text::new(&legend, scene.kit().font(Type::StaffCaption), p.ink2).right();
        let line = Rect::from_min_max(
            pos2(rect.center().x, rect.top() + 14.0),
            pos2(rect.right() - PADDING, rect.top() + 46.0),
        );
        let place = text.show(ui, line).rect;
        let sign = Rect::from_center_size(pos2(place.left() - 20.0, line.center().y), vec2(18.0, 18.0));
        usual_sign(ui.painter(), sign, p.edge);
    }
    let running = scene.running_hour().filter(|_| day);
    let all: Vec<Bar> = axis
        .map(|hour| Bar {
            label: format!("{hour:02}"),
            value: scene.data.hours[hour].people,
            usual: usual(hour),
            current: running == Some(hour),
            name: say(hour),
        })
        .collect();
    let told = told_at.and_then(|hour| hour.checked_sub(first));
    bars(ui, scene, room, &title, &all, told).map(|at| Told::Hour(first + at))
}

/// The words and the tally of a column of the book.
fn of_type(scene: &Scene<'_>, at: usize) -> (String, Tally) {
    let key = match MembershipType::ALL[at] {
        MembershipType::Member => "badge-member",
        MembershipType::NonMember => "badge-non-member",
        MembershipType::Group => "badge-group",
    };
    (scene.words().get(key), scene.data.by_type[at])
}

fn types(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Event> {
    let (words, kit, p) = (scene.words(), scene.kit(), scene.palette());
    let told_at = match scene.page.told {
        Some(Told::Row(List::Types, at)) if at < 3 => Some(at),
        _ => None,
    };
    let told = told_at.map(|at| {
        let (label, tally) = of_type(scene, at);
        scene.told(&label, tally)
    });
    let title = words.get("stats-types");
    let lines = if told.is_some() { 2 } else { 1 };
    let room = scene.card_of(ui, rect, &title, &words.get("stats-types-sub"), told.as_deref(), lines);
    let whole = scene.data.whole.tally.people;
    let colors = [p.blue, p.teal_mark, p.amber];
    let strip = Rect::from_min_size(room.min, vec2(room.width(), (room.height() * 0.14).min(40.0)));
    let mut left = strip.left();
    for (tally, color) in scene.data.by_type.iter().zip(colors) {
        let wide = strip.width() * measure(tally.people) / measure(whole.max(1));
        let part = Rect::from_min_size(pos2(left, strip.top()), vec2((wide - 3.0).max(0.0), strip.height()));
        Face::filled(color, 8.0).paint(ui.painter(), part, 0.0);
        left += wide;
    }
    let sexes: Vec<(Icon, String, u64)> = sexes(scene);
    let rows = Rect::from_min_max(pos2(room.left(), strip.bottom() + 8.0), room.max);
    let high = ((rows.height() - 10.0) / super::plan::count(3 + sexes.len())).min(44.0);
    let list = Rect::from_min_size(rows.min, vec2(rows.width(), 3.0 * high));
    let touch = Target::button(&title).sense(ui, kit, list);
    let body = kit.font(Type::StaffBody);
    let line = |at: usize, from: f32| {
        Rect::from_min_size(pos2(rows.left(), from + super::plan::count(at) * high), vec2(rows.width(), high))
    };
    for (at, color) in colors.into_iter().enumerate() {
        let place = line(at, rows.top());
        let (label, tally) = of_type(scene, at);
        let dot = Rect::from_center_size(pos2(place.left() + 10.0, place.center().y), vec2(20.0, 20.0));
        Face::filled(color, 6.0).paint(ui.painter(), dot, 0.0);
        Text::new(&Scene::percent(tally.people, whole), body, p.ink2).right().paint(ui.painter(), place);
        let before = place.with_min_x(place.left() + 34.0).with_max_x(place.right() - 66.0);
        let figure = words.number(tally.people);
        let figure = Text::new(&figure, body.weighted(Weight::Bold), p.ink).right();
        let needs = figure.measure(ui.painter(), f32::INFINITY).x;
        figure.paint(ui.painter(), before);
        Text::new(&label, body, p.ink).paint(ui.painter(), before.with_max_x(before.right() - needs - 8.0));
        name_text(ui, place, &scene.told(&label, tally));
    }
    focus_ring(ui, kit, list, 10.0, &touch);
    ui.painter().hline(rows.x_range(), list.bottom() + 5.0, (2.0, p.line));
    for (at, (glyph, label, people)) in sexes.iter().enumerate() {
        let place = line(at, list.bottom() + 10.0);
        let square = Rect::from_center_size(pos2(place.left() + 11.0, place.center().y), vec2(22.0, 22.0));
        icon(ui.painter(), square, *glyph, 22.0, p.blue);
        Text::new(label, body, p.ink).show(ui, place.with_min_x(place.left() + 34.0).with_max_x(place.right() - 90.0));
        let figure = words.number(*people);
        Text::new(&figure, body.weighted(Weight::Bold), p.ink)
            .right()
            .show(ui, place.with_min_x(place.right() - 100.0));
    }
    let touched = match touch.response.interact_pointer_pos() {
        Some(pos) => Touched { at: super::ranking::whole((pos.y - list.top()) / high).min(2), finger: true },
        None => Touched { at: told_at.map_or(0, |at| (at + 1) % 3), finger: false },
    };
    touch.clicked().then(|| listed(scene, List::Types, touched))
}

/// People by sex; who did not say only where there is somebody.
fn sexes(scene: &Scene<'_>) -> Vec<(Icon, String, u64)> {
    let of = |key: &str| scene.data.sex.iter().find(|count| count.key == key).map_or(0, |count| count.people);
    let words = scene.words();
    let all = [
        (bold::GENDER_MALE, words.get("sex-male"), of("male")),
        (bold::GENDER_FEMALE, words.get("sex-female"), of("female")),
        (bold::USER, words.get("stats-unknown"), of("unknown")),
    ];
    all.into_iter().enumerate().filter(|(at, sex)| *at < 2 || sex.2 > 0).map(|(_, sex)| sex).collect()
}

fn purposes(ui: &Ui, scene: &Scene<'_>, rect: Rect) -> Option<Event> {
    let words = scene.words();
    let configured = &scene.view.statistics.purposes;
    let row = |id: &str, label: &str, tally: Tally| {
        let known = configured.iter().find(|purpose| purpose.id.as_str() == id);
        let glyph = known.and_then(|purpose| icons::fill(&purpose.icon)).unwrap_or(fill::DOTS_THREE_CIRCLE);
        let label = known.map_or(label, |purpose| purpose.label_id.as_str()).to_owned();
        Row { icon: Some(glyph), ..Row::of(scene, label, tally) }
    };
    let came = &scene.data.purposes;
    let none = |id: &str| came.iter().all(|count| count.id != id);
    let unused = configured.iter().filter(|purpose| purpose.active && none(purpose.id.as_str()));
    let unused = unused.map(|purpose| row(purpose.id.as_str(), "", Tally::default()));
    let rows: Vec<Row> = came.iter().map(|count| row(&count.id, &count.label, count.tally)).chain(unused).collect();
    let told = match scene.page.told {
        Some(Told::Row(List::Purposes, at)) => Some(at).filter(|at| *at < rows.len()),
        _ => None,
    };
    let title = words.get("stats-purposes");
    let said = told.map(|at| rows[at].said.as_str());
    let room = scene.card(ui, rect, &title, &words.get("stats-purposes-sub"), said);
    ranking(ui, scene, room, &title, &rows, told).map(|row| listed(scene, List::Purposes, row))
}
