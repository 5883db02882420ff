//! Rombongan: leader, institution, men and women (picture 04). Touching a number swaps the keyboard for the keypad.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::form::{self, Line};
use super::frame;
use super::group_plan::GroupPlan;
use super::privacy;
use super::typing::{self, Capitals};
use crate::domain::demographics::Sex;
use crate::domain::form::MIN_GROUP;
use crate::domain::name::MAX_NAME_CHARS;
use crate::flow::{Event, Field, GroupEntry, Screen};
use crate::ui::icons::{bold, fill};
use crate::ui::theme::{Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Stepper, StepperPress, Text, icon, name_text, stepper};

/// Paints the form and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Group(entry) = &view.state.screen else { return None };
    let plan = GroupPlan::of(&view.canvas, view.state.aa);
    let counting = matches!(entry.focus, Field::Male | Field::Female);
    let lacking = lacking(view, entry);
    let missing = lacking.clone().unwrap_or_default();
    let next = view.words.get("next");
    let below = frame::Below::next(&next, lacking.is_none());
    let below = if plan.hint.is_some() { below } else { below.hint(&missing) };
    let event = frame::show(ui, view, &below, |ui, _| {
        let ink = view.kit.theme.palette.ink;
        let title = view.words.get("group-title");
        Text::new(&title, view.kit.font(Type::TitleForm), ink).show(ui, plan.title);
        privacy::show(ui, view, plan.notice);
        if let (Some(rect), false) = (plan.hint, missing.is_empty()) {
            form::missing(ui, view, rect, &missing);
        }
        let focused = fields(ui, view, entry, &plan);
        let counted = people(ui, view, entry, &plan, counting);
        focused.or(counted)
    });
    let typed = if counting {
        typing::figures(ui, view, plan.keypad)
    } else {
        let text = if entry.focus == Field::Institution { &entry.institution } else { &entry.leader };
        typing::letters(ui, view, plan.keyboard, text, Capitals::Words)
    };
    event.or(typed)
}

fn fields(ui: &Ui, view: &View<'_>, entry: &GroupEntry, plan: &GroupPlan) -> Option<Event> {
    let words = view.words;
    let lines = [
        (Field::Leader, "group-leader", &entry.leader, entry.leader_fault, "form-name-short"),
        (Field::Institution, "group-institution", &entry.institution, entry.institution_fault, "form-text-short"),
    ];
    let mut event = None;
    for ((field, key, text, fault, short), place) in lines.into_iter().zip(&plan.fields) {
        let line = Line {
            label: &words.get(key),
            example: &words.get(&format!("{key}-example")),
            text,
            field: Some(field),
            active: entry.focus == field,
            good: form::is_name(text),
            fault: fault.map(|fault| typing::fault(words, fault, short, MAX_NAME_CHARS)),
        };
        event = event.or(form::line(ui, view, place, &line));
    }
    event
}

fn people(ui: &Ui, view: &View<'_>, entry: &GroupEntry, plan: &GroupPlan, counting: bool) -> Option<Event> {
    let words = view.words;
    let heading = view.kit.font(Type::LabelStrong);
    Text::new(&words.get("group-people"), heading, view.kit.theme.palette.ink).show(ui, plan.heading);
    let rows = [
        (Sex::Male, Field::Male, "sex-male", bold::GENDER_MALE, Tint::Blue),
        (Sex::Female, Field::Female, "sex-female", bold::GENDER_FEMALE, Tint::Purple),
    ];
    let mut event = None;
    for ((sex, field, key, picture, tint), rect) in rows.into_iter().zip(plan.counts) {
        let name = words.get(key);
        let what = [("what", name.clone())];
        let shown = Stepper {
            name: &name,
            icon: picture,
            tint,
            value: entry.number(sex),
            least: 0,
            most: entry.max_people,
            typing: entry.focus == field,
            less: &words.with("group-less", &what),
            more: &words.with("group-more", &what),
        };
        let pressed = stepper(ui, view.kit, rect, &shown).map(|press| match press {
            StepperPress::Less => Event::Step { sex, up: false },
            StepperPress::More => Event::Step { sex, up: true },
            StepperPress::Type => Event::Focus(field),
        });
        event = event.or(pressed);
    }
    let covered = counting && plan.help.intersects(plan.keypad);
    if !covered {
        help(ui, view, entry, plan.help);
    }
    total(ui, view, entry.total(), plan.total);
    event
}

/// How a number is typed, or what is wrong with the numbers.
fn help(ui: &Ui, view: &View<'_>, entry: &GroupEntry, rect: Rect) {
    if let Some(fault) = people_fault(view, entry) {
        return form::complain(ui, view, rect, &fault);
    }
    let p = &view.kit.theme.palette;
    let square = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), vec2(38.0, 38.0));
    icon(ui.painter(), square, fill::HAND_TAP, 38.0, p.blue);
    let room = rect.with_min_x(square.right() + 18.0);
    Text::new(&view.words.get("group-type"), view.kit.font(Type::Body), p.ink2).show(ui, room);
}

fn total(ui: &Ui, view: &View<'_>, people: u32, rect: Rect) {
    let p = &view.kit.theme.palette;
    let edge = if view.kit.theme.is_high_contrast() { view.kit.theme.stroke.card } else { 0.0 };
    Face::filled(p.night, radius::CARD).outlined(edge, p.line).paint(ui.painter(), rect, 0.0);
    let middle = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + 64.0, middle), vec2(64.0, 64.0));
    icon(ui.painter(), square, fill::USERS_THREE, 64.0, p.amber);
    let persons_words = view.words.get("group-persons");
    let persons = Text::new(&persons_words, view.kit.font(Type::Lead), p.mist).align(Align2::RIGHT_CENTER);
    let inner = rect.shrink2(vec2(32.0, 4.0));
    let unit = persons.paint(ui.painter(), inner);
    let number = people.to_string();
    let figures = Text::new(&number, view.kit.font(Type::NumberL), p.on_night).align(Align2::RIGHT_CENTER);
    let sum = figures.paint(ui.painter(), inner.with_max_x(unit.left() - 22.0));
    let room = Rect::from_min_max(pos2(square.right() + 22.0, inner.top()), pos2(sum.left() - 16.0, inner.bottom()));
    let words = view.words.get("group-total");
    let said = Text::new(&words, view.kit.font(Type::LabelStrong), p.on_night).lines(2).paint(ui.painter(), room);
    // One sentence for whoever hears it.
    name_text(ui, said.union(sum).union(unit), &format!("{words} {number} {persons_words}"));
}

fn people_fault(view: &View<'_>, entry: &GroupEntry) -> Option<String> {
    Some(if entry.people_fault? { view.words.get("group-few") } else { too_many(view, entry) })
}

fn too_many(view: &View<'_>, entry: &GroupEntry) -> String {
    view.words.with("group-many", &[("n", entry.max_people.to_string())])
}

/// The first thing that "Lanjut" would lead to, in words.
fn lacking(view: &View<'_>, entry: &GroupEntry) -> Option<String> {
    let words = view.words;
    form::lacking(words, &entry.leader, "group-leader-missing", "form-name-short")
        .or_else(|| form::lacking(words, &entry.institution, "group-institution-missing", "form-text-short"))
        .or_else(|| (entry.total() < MIN_GROUP).then(|| words.get("group-few")))
        .or_else(|| (entry.total() > entry.max_people).then(|| too_many(view, entry)))
}
