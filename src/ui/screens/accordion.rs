//! The questions of Non Anggota, one open at a time. One touch answers, folds the question and opens the next.

use egui::emath::easing::quadratic_in_out;
use egui::{Id, Rect, Ui, pos2, vec2};

use super::fold_rows::{Row, row, tab};
use super::folds::Folds;
use super::questions::{self, Choice};
use crate::domain::form::FieldRule;
use crate::flow::{Event, NonMemberEntry, Question};
use crate::ui::theme::{Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Pill, Target, Text, Touch, chip, pill_at, pill_width, question_open};

/// The heading with "2 dari 4", and the gap below it.
const HEADING: f32 = 54.0;
const BELOW_HEADING: f32 = 14.0;
/// Left and right of a chip's words together.
const CHIP_PADDING: f32 = 28.0;
/// Words may become this much smaller before a chip becomes wider.
const SHRUNK: f32 = 0.87;

/// Paints heading and questions in `rect`. Nothing where the library asks no question.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, entry: &NonMemberEntry, rect: Rect) -> Option<Event> {
    if entry.questions.is_empty() {
        return None;
    }
    heading(ui, view, entry, Rect::from_min_size(rect.min, vec2(rect.width(), HEADING)));
    follow_focus(ui, view, entry);
    let room = Rect::from_min_max(pos2(rect.left(), rect.top() + HEADING + BELOW_HEADING), rect.max);
    let most = entry.questions.iter().map(|(q, _)| questions::count(*q)).max().unwrap_or(0);
    let folds = Folds::of(room.width(), room.height(), entry.questions.len(), most, view.state.aa);
    match entry.open.filter(|_| folds.across > 1) {
        Some(open) => tabs(ui, view, entry, room, &folds, open),
        None => list(ui, view, entry, room, &folds),
    }
}

fn heading(ui: &Ui, view: &View<'_>, entry: &NonMemberEntry, rect: Rect) {
    let (n, m) = entry.progress();
    let text = view.words.with("form-progress", &[("n", n.to_string()), ("m", m.to_string())]);
    let pill = Pill::large(&text, None, Tint::Blue);
    pill_at(ui, view.kit, rect.right(), rect.top(), &pill);
    let words = rect.with_max_x(rect.right() - pill_width(ui.painter(), view.kit, &pill) - 16.0);
    let font = view.kit.font(Type::LabelStrong);
    Text::new(&view.words.get("form-touch-one"), font, view.kit.theme.palette.ink).show(ui, words);
}

/// Under each other: what is folded keeps its place in the order.
fn list(ui: &mut Ui, view: &View<'_>, entry: &NonMemberEntry, room: Rect, folds: &Folds) -> Option<Event> {
    let mut event = None;
    let mut top = room.top();
    for (question, rule) in &entry.questions {
        let open = entry.open == Some(*question);
        let id = ui.scope_id().with(("fold", *question as u8));
        let time = view.kit.theme.motion.fold.as_secs_f32();
        let share = ui.ctx().animate_bool_with_time_and_easing(id, open, time, quadratic_in_out);
        let opened = folds.open_height(questions::count(*question));
        let high = folds.folded + (opened - folds.folded) * share;
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), high));
        top = rect.bottom() + folds.gap;
        let touched = if open {
            unfolded(ui, view, entry, rect, folds, (*question, *rule))
        } else {
            folded(ui, view, entry, rect, (*question, *rule), row)
        };
        event = event.or(touched);
    }
    event
}

/// Where rows would take too much room: the folded ones side by side, the open one below them.
fn tabs(
    ui: &mut Ui,
    view: &View<'_>,
    entry: &NonMemberEntry,
    room: Rect,
    folds: &Folds,
    open: Question,
) -> Option<Event> {
    let mut event = None;
    let mut top = room.top();
    let others = entry.questions.iter().filter(|(q, _)| *q != open);
    for (index, asked) in others.enumerate() {
        let rect = folds.tab(room, index);
        top = rect.bottom() + folds.gap;
        // That it may be left out is told once it is open; a tab has no room for it.
        event = event.or(folded(ui, view, entry, rect, (asked.0, FieldRule::Required), tab));
    }
    let asked = entry.questions.iter().find(|(q, _)| *q == open)?;
    let high = folds.open_height(questions::count(open));
    let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), high));
    let touched = unfolded(ui, view, entry, rect, folds, *asked);
    event.or(touched)
}

fn folded(
    ui: &Ui,
    view: &View<'_>,
    entry: &NonMemberEntry,
    rect: Rect,
    (question, rule): (Question, FieldRule),
    paint: fn(&Ui, &View<'_>, Rect, &Row<'_>) -> Touch,
) -> Option<Event> {
    let title = questions::title(view.words, question, rule);
    let plain = questions::title(view.words, question, FieldRule::Required);
    let answer = questions::given(view.words, question, entry.answers);
    let change = view.words.get("form-change");
    let question_words = if answer.is_some() { &plain } else { &title };
    let what = Row { question: question_words, answer: answer.as_deref(), change: &change };
    let touch = paint(ui, view, rect, &what);
    if !touch.clicked() {
        return None;
    }
    note_focus(ui, &touch);
    Some(Event::Open(question))
}

fn unfolded(
    ui: &mut Ui,
    view: &View<'_>,
    entry: &NonMemberEntry,
    rect: Rect,
    folds: &Folds,
    (question, rule): (Question, FieldRule),
) -> Option<Event> {
    let whole = ui.clip_rect();
    // While it unfolds, what has no room yet is not seen.
    ui.set_clip_rect(whole.intersect(rect.expand(12.0)));
    let title = questions::title(view.words, question, rule);
    question_open(ui, view.kit, rect, &title, questions::picture(question));
    let choices = questions::choices(view.words, question, entry.answers);
    let needs: Vec<f32> = choices.iter().map(|choice| width_of(ui, view, &choice.label)).collect();
    let mut event = None;
    for (choice, place) in choices.iter().zip(folds.chips(rect, &needs)) {
        let touch = chip(ui, view.kit, place, &choice.label, choice.selected);
        if touch.clicked() {
            note_focus(ui, &touch);
            event = Some(Event::Answer(choice.answer));
        }
    }
    ui.set_clip_rect(whole);
    event
}

/// The width that a chip needs for its words on one line or two, a little smaller than they are.
fn width_of(ui: &Ui, view: &View<'_>, label: &str) -> f32 {
    let font = view.kit.font(Type::BodyStrong);
    let line = |text: &str| Text::new(text, font, view.kit.theme.palette.ink).measure(ui.painter(), f32::INFINITY).x;
    let breaks = label.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| label.split_at(at));
    let words = breaks.map(|(a, b)| line(a).max(line(b.trim_start()))).fold(line(label), f32::min);
    words * SHRUNK + CHIP_PADDING
}

fn follow_id(ui: &Ui) -> Id {
    ui.scope_id().with("focus follows")
}

/// Somebody who answers with the keyboard wants to go on with the keyboard.
fn note_focus(ui: &Ui, touch: &Touch) {
    if touch.focused() {
        ui.data_mut(|data| data.insert_temp(follow_id(ui), true));
    }
}

/// Moves the keyboard's focus to the question that has opened, or to "Lanjut" when there is none left.
fn follow_focus(ui: &Ui, view: &View<'_>, entry: &NonMemberEntry) {
    let id = follow_id(ui);
    if ui.data_mut(|data| data.remove_temp::<bool>(id)).is_none() {
        return;
    }
    let chosen = |choices: Vec<Choice>| {
        let at = choices.iter().position(|choice| choice.selected).unwrap_or(0);
        choices.into_iter().nth(at).map(|choice| choice.label)
    };
    let open = entry.open.and_then(|q| chosen(questions::choices(view.words, q, entry.answers)));
    let name = open.unwrap_or_else(|| view.words.get("next"));
    let target = Target::button(&name).id(ui);
    ui.memory_mut(|memory| memory.request_focus(target));
}
