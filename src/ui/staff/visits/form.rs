//! The form of "Catat manual" and "Perbaiki data".

use egui::{Rect, Ui, pos2, vec2};

use super::super::keys;
use super::super::view::StaffView;
use super::{cells, control, lists};
use crate::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use crate::domain::visit::MembershipType;
use crate::flow::staff::Event as DeskEvent;
use crate::flow::staff::visits::{Event, Field, Form, Missing, Notice, Pick, Picked, Shown};
use crate::i18n::Words;
use crate::ui::icons::{bold, fill};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{CALENDAR, CalendarPress, StaffLook, Text, calendar};

const CELL: f32 = 98.0;
const GAP: f32 = 16.0;
const KEYBOARD: f32 = 380.0;

/// A place of the form.
enum Cell {
    Field(Field),
    Pick(Pick),
}

/// Paints the card.
pub(super) fn show(
    ui: &Ui,
    view: &StaffView<'_>,
    shown: &Shown,
    form: &Form,
    notice: Option<Notice>,
    busy: bool,
) -> Vec<DeskEvent> {
    if let Some(pick) = form.pick {
        return picking(ui, view, shown, form, pick).map(super::event).into_iter().collect();
    }
    let words = view.words;
    let cells = cells_of(form);
    let columns: usize = if view.canvas.width() > 1500.0 {
        4
    } else if view.canvas.width() > 1200.0 {
        3
    } else {
        2
    };
    #[expect(clippy::cast_precision_loss, reason = "a dozen cells")]
    let (many, rows) = (columns as f32, cells.len().div_ceil(columns) as f32);
    let keyboard = if form.field.is_some() { KEYBOARD + GAP } else { 0.0 };
    let inner = vec2(1480.0, rows * CELL + keyboard + 16.0 + 64.0);
    let (title, text) = if form.corrects.is_some() {
        ("visits-form-correct", "visits-form-correct-text")
    } else {
        ("visits-form-by-hand", "visits-form-by-hand-text")
    };
    let away = super::event(if form.field.is_some() { Event::Field(None) } else { Event::Close });
    let missing = form.draft().err().filter(|_| form.tried);
    let answer = lists::card(ui, view, &words.get(title), &words.get(text), inner, away, |ui, room| {
        let mut event = None;
        let wide = (room.width() - (many - 1.0) * GAP) / many;
        for (n, cell) in cells.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a dozen cells")]
            let (x, y) = ((n % columns) as f32, (n / columns) as f32);
            let corner = pos2(room.left() + x * (wide + GAP), room.top() + y * CELL);
            let place = Rect::from_min_size(corner, vec2(wide, CELL - 10.0));
            event = one(ui, view, place, shown, form, cell, missing).map(super::event).or(event);
        }
        if let Some(field) = form.field {
            let top = room.top() + rows * CELL + 4.0;
            let keys = Rect::from_min_size(pos2(room.left(), top), vec2(room.width().min(1200.0), KEYBOARD));
            let keys = keys.translate(vec2((room.width() - keys.width()) / 2.0, 0.0));
            event = keys::letters(ui, view, keys, form.text(field)).or(event);
        }
        foot(ui, view, lists::last_row(room), missing, notice, busy).map(super::event).or(event)
    });
    answer.into_iter().collect()
}

/// The sentence about what is missing, and the two buttons.
fn foot(
    ui: &Ui,
    view: &StaffView<'_>,
    row: Rect,
    missing: Option<Missing>,
    notice: Option<Notice>,
    busy: bool,
) -> Option<Event> {
    let words = view.words;
    let save = words.get(if busy { "visits-saving" } else { "visits-form-save" });
    let look = if busy { StaffLook::Plain } else { StaffLook::Primary };
    let (cancel, saved) = lists::two(ui, view, row, (&words.get("visits-cancel"), StaffLook::Plain), (&save, look));
    let told =
        missing.map(|missing| words.get(of_missing(missing))).or_else(|| notice.map(|n| super::told(words, n).0));
    if let Some(text) = told {
        let room = Rect::from_min_max(row.min, pos2(row.right() - 500.0, row.bottom()));
        control::sentence(ui, view, room, &text, false);
    }
    if cancel {
        return Some(Event::Close);
    }
    saved.then_some(Event::Save)
}

fn of_missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Time => "visits-missing-time",
        Missing::Card => "visits-missing-card",
        Missing::Name => "visits-missing-name",
        Missing::Institution => "visits-missing-institution",
        Missing::People => "visits-missing-people",
        Missing::Purpose => "visits-missing-purpose",
        Missing::Note => "visits-missing-note",
    }
}

/// The places of this form, in reading order.
fn cells_of(form: &Form) -> Vec<Cell> {
    let mut cells = vec![Cell::Pick(Pick::Kind)];
    if form.corrects.is_none() {
        cells.push(Cell::Pick(Pick::Date));
    }
    cells.extend(form.fields().into_iter().filter(|f| *f != Field::Note).map(Cell::Field));
    if form.kind != MembershipType::Group {
        cells.extend([Pick::Sex, Pick::Age, Pick::Education, Pick::Occupation].map(Cell::Pick));
    }
    cells.push(Cell::Pick(Pick::Purpose));
    cells.push(Cell::Field(Field::Note));
    cells
}

fn one(
    ui: &Ui,
    view: &StaffView<'_>,
    place: Rect,
    shown: &Shown,
    form: &Form,
    cell: &Cell,
    missing: Option<Missing>,
) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let key = match cell {
        Cell::Field(field) => of_field(*field, form.kind),
        Cell::Pick(pick) => of_pick(*pick),
    };
    let name = words.get(key);
    let caption = Rect::from_min_size(place.min, vec2(place.width(), 24.0));
    let font = kit.font(Type::StaffCaption).weighted(Weight::Bold);
    Text::new(&name, font, kit.theme.palette.ink2).show(ui, caption);
    let rect = Rect::from_min_max(caption.left_bottom(), place.max);
    match cell {
        Cell::Field(field) => {
            let optional = *field == Field::Name && form.kind == MembershipType::Member && form.corrects.is_none();
            let hint = if optional { words.get("visits-form-name-hint") } else { String::new() };
            let text = form.text(*field);
            let wrong = missing.is_some_and(|m| concerns(m, *field));
            let active = form.field == Some(*field);
            let what = control::Field { name: &name, text, placeholder: &hint, active, wrong, icon: None };
            control::field(ui, view, rect, &what).then_some(Event::Field(Some(*field)))
        }
        Cell::Pick(pick) => {
            let (text, set) = answer(words, shown, form, *pick);
            let glyph = match pick {
                Pick::Kind => fill::IDENTIFICATION_CARD,
                Pick::Purpose => bold::TARGET,
                Pick::Date => bold::CALENDAR_BLANK,
                _ => bold::USER,
            };
            let _ = set;
            control::filter(ui, view, rect, &name, &text, glyph, false).then_some(Event::Pick(Some(*pick)))
        }
    }
}

fn concerns(missing: Missing, field: Field) -> bool {
    matches!(
        (missing, field),
        (Missing::Time, Field::Time)
            | (Missing::Card, Field::Card)
            | (Missing::Name, Field::Name)
            | (Missing::Institution, Field::Institution)
            | (Missing::People, Field::Men | Field::Women)
            | (Missing::Note, Field::Note)
    )
}

fn of_field(field: Field, kind: MembershipType) -> &'static str {
    match field {
        Field::Time => "visits-form-time",
        Field::Card => "visits-form-card",
        Field::Name if kind == MembershipType::Group => "visits-form-leader",
        Field::Name => "visits-form-name",
        Field::Institution => "visits-form-institution",
        Field::Men => "visits-form-men",
        Field::Women => "visits-form-women",
        Field::Note => "visits-form-note",
    }
}

fn of_pick(pick: Pick) -> &'static str {
    match pick {
        Pick::Kind => "visits-form-kind",
        Pick::Purpose => "visits-form-purpose",
        Pick::Sex => "visits-form-sex",
        Pick::Age => "visits-form-age",
        Pick::Education => "visits-form-education",
        Pick::Occupation => "visits-form-occupation",
        Pick::Date => "visits-form-date",
    }
}

/// The answer of a list, and whether there is one.
fn answer(words: Words, shown: &Shown, form: &Form, pick: Pick) -> (String, bool) {
    let one = |prefix: &str, id: Option<&'static str>| match id {
        Some(id) => (words.get(&format!("{prefix}-{id}")), true),
        None => (words.get("visits-form-not-known"), false),
    };
    let people = form.demographics;
    match pick {
        Pick::Kind => (words.get(&format!("visits-kind-{}", form.kind.id())), true),
        Pick::Date => (words.short_date(form.date), true),
        Pick::Purpose => match &form.purpose {
            Some(purpose) => (cells::purpose(&shown.purposes, purpose.as_str()), true),
            None => (words.get("visits-form-not-chosen"), false),
        },
        Pick::Sex => one("sex", people.sex.map(Sex::id)),
        Pick::Age => one("age", people.age_group.map(AgeGroup::id)),
        Pick::Education => one("education", people.education.map(Education::id)),
        Pick::Occupation => one("occupation", people.occupation.map(Occupation::id)),
    }
}

/// The list over the form.
fn picking(ui: &Ui, view: &StaffView<'_>, shown: &Shown, form: &Form, pick: Pick) -> Option<Event> {
    let words = view.words;
    let title = words.get(of_pick(pick));
    let away = Event::Pick(None);
    if pick == Pick::Date {
        return lists::card(ui, view, &title, "", CALENDAR, away, |ui, room| {
            let chosen = Some((form.date, form.date));
            let month = lists::to_show(form.month, chosen, view.clock.date());
            calendar(ui, view.kit, words, room, &month).map(|press| match press {
                CalendarPress::Day(day) => Event::Picked(Picked::Date(day)),
                CalendarPress::Turn(by) => Event::Month(lists::turned(form.month, by)),
            })
        });
    }
    let people = form.demographics;
    let options = match pick {
        Pick::Kind => MembershipType::ALL
            .iter()
            .map(|kind| lists::Pickable {
                text: words.get(&format!("visits-kind-{}", kind.id())),
                chosen: form.kind == *kind,
                event: Event::Picked(Picked::Kind(*kind)),
            })
            .collect(),
        Pick::Purpose => shown
            .purposes
            .iter()
            .map(|(id, label)| lists::Pickable {
                text: label.clone(),
                chosen: form.purpose.as_ref() == Some(id),
                event: Event::Picked(Picked::Purpose(id.clone())),
            })
            .collect(),
        Pick::Sex => choices(words, "sex", Sex::ALL, people.sex, Sex::id, Picked::Sex),
        Pick::Age => choices(words, "age", AgeGroup::ALL, people.age_group, AgeGroup::id, Picked::Age),
        Pick::Education => {
            choices(words, "education", Education::ALL, people.education, Education::id, Picked::Education)
        }
        Pick::Occupation => {
            choices(words, "occupation", Occupation::ALL, people.occupation, Occupation::id, Picked::Occupation)
        }
        Pick::Date => Vec::new(),
    };
    let columns = if options.len() > 14 { 3 } else { 2 };
    let inner = vec2(if columns == 3 { 1260.0 } else { 1000.0 }, lists::grid_high(options.len(), columns));
    lists::card(ui, view, &title, "", inner, away, |ui, room| lists::grid(ui, view, room, columns, &options))
}

fn choices<T: Copy + PartialEq>(
    words: Words,
    prefix: &str,
    all: &[T],
    chosen: Option<T>,
    id: impl Fn(T) -> &'static str,
    picked: impl Fn(Option<T>) -> Picked,
) -> Vec<lists::Pickable<Event>> {
    let unknown = lists::Pickable {
        text: words.get("visits-form-not-known"),
        chosen: chosen.is_none(),
        event: Event::Picked(picked(None)),
    };
    let one = |value: &T| lists::Pickable {
        text: words.get(&format!("{prefix}-{}", id(*value))),
        chosen: chosen == Some(*value),
        event: Event::Picked(picked(Some(*value))),
    };
    all.iter().map(one).chain([unknown]).collect()
}
