//! Above the table: title and buttons, the search, the filters, the quick filters.

use egui::{Rect, Ui, pos2};

use super::super::view::StaffView;
use super::plan::{CHIP, CONTROL, Flow, Plan};
use super::{cells, control};
use crate::domain::listing::Pace;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{Entry, MembershipType};
use crate::flow::staff::visits::{Choice, Event, Page, Shown, When, Which};
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Type, Weight};
use crate::ui::widgets::{StaffLook, Text, staff_button, staff_button_width};

const SEARCH: f32 = 400.0;

/// Title, what is listed, and the buttons beside them.
pub(super) fn title(ui: &Ui, view: &StaffView<'_>, page: &Page, plan: &Plan) -> Option<Event> {
    let (kit, p, words) = (view.kit, &view.kit.theme.palette, view.words);
    let mut event = None;
    let mut right = plan.top.right();
    let mut button = |text: &str, glyph: Icon, look: StaffLook| {
        let wide = staff_button_width(ui.painter(), kit, text, true);
        let place = Rect::from_min_max(pos2(right - wide, plan.top.top()), pos2(right, plan.top.bottom()));
        right = place.left() - 15.0;
        staff_button(ui, kit, place, text, Some(glyph), look).clicked()
    };
    if button(&words.get("visits-export"), fill::FILE_ARROW_DOWN, StaffLook::Primary) {
        event = Some(Event::Export);
    }
    if button(&words.get("visits-by-hand"), bold::PLUS, StaffLook::Plain) {
        event = Some(Event::ByHand);
    }
    let key = if page.names { "visits-names-hide" } else { "visits-names-show" };
    if button(&words.get(key), bold::USER, if page.names { StaffLook::Chosen } else { StaffLook::Plain }) {
        event = Some(Event::Names(!page.names));
    }
    Text::new(&words.get("visits-title"), kit.font(Type::StaffTitle), p.ink).show(ui, plan.title);
    let sub = page.shown.as_ref().map_or_else(
        || words.get("visits-sub-loading"),
        |shown| {
            let (entries, people) = (shown.page.listed - shown.page.voided, shown.page.people);
            let when = match page.wish.when {
                When::Today => format!("{}, {}", words.get("visits-when-today"), words.date(shown.now.date())),
                when => cells::when(words, when),
            };
            words.with(
                "visits-sub",
                &[("when", when), ("entries", words.number(entries)), ("people", words.number(people))],
            )
        },
    );
    Text::new(&sub, kit.font(Type::StaffBody), p.ink2).show(ui, plan.sub);
    event
}

/// Search and filters; answers where they end as well.
pub(super) fn filters(ui: &Ui, view: &StaffView<'_>, page: &Page, plan: &Plan) -> (Option<Event>, f32) {
    let (words, sieve) = (view.words, &page.wish.sieve);
    let mut event = None;
    let mut flow = Flow::new(plan.page, plan.top.bottom().max(plan.sub.bottom()) + 18.0, CONTROL);
    let choices = [
        (Which::When, bold::CALENDAR_BLANK, page.wish.when != When::default(), Choice::When(When::default())),
        (Which::Kind, fill::IDENTIFICATION_CARD, sieve.kind.is_some(), Choice::Kind(None)),
        (Which::Purpose, bold::TARGET, sieve.purpose.is_some(), Choice::Purpose(None)),
        (Which::Pace, bold::TIMER, sieve.pace.is_some(), Choice::Pace(None)),
    ];
    let texts: Vec<String> = choices.iter().map(|(which, ..)| set_to(view, page, *which)).collect();
    // The search gives way to the filters, and they to it on a row of their own.
    let wide: f32 = texts.iter().map(|text| control::filter_width(ui, view, text) + 15.0).sum();
    let left = plan.page.width() - wide;
    let searching = if left >= 280.0 { left.min(SEARCH) } else { plan.page.width() };
    event = search(ui, view, page, flow.place(searching)).or(event);
    for ((which, glyph, set, unset), text) in choices.into_iter().zip(texts) {
        let place = flow.place(control::filter_width(ui, view, &text));
        let name = words.get(of(which));
        if control::filter(ui, view, place, &name, &text, glyph, set) {
            event = Some(if set { Event::Choose(unset) } else { Event::Open(which) });
        }
    }
    (event, flow.bottom())
}

fn of(which: Which) -> &'static str {
    match which {
        Which::When => "visits-list-when",
        Which::Kind => "visits-list-kind",
        Which::Purpose => "visits-list-purpose",
        Which::Pace => "visits-list-pace",
        Which::Entry => "visits-list-entry",
    }
}

/// What a filter is set to.
fn set_to(view: &StaffView<'_>, page: &Page, which: Which) -> String {
    let (words, sieve) = (view.words, &page.wish.sieve);
    match which {
        Which::When => cells::when(words, page.wish.when),
        Which::Kind => words.get(&format!("visits-kind-{}", sieve.kind.map_or("all", MembershipType::id))),
        Which::Pace => words.get(&format!("visits-pace-{}", sieve.pace.map_or("all", Pace::id))),
        Which::Entry => words.get(&format!("visits-entry-{}", sieve.entry.map_or("all", Entry::id))),
        Which::Purpose => sieve.purpose.as_ref().map_or_else(
            || words.get("visits-purpose-all"),
            |id| {
                let shown = page.shown.as_ref().map(|shown| cells::purpose(&shown.purposes, id.as_str()));
                shown.unwrap_or_else(|| configured(view, id))
            },
        ),
    }
}

/// The words of a purpose before the first answer.
fn configured(view: &StaffView<'_>, id: &PurposeId) -> String {
    let known = view.statistics.purposes.iter().find(|purpose| purpose.id == *id);
    known.map_or_else(|| view.words.get("visits-list-purpose"), |purpose| purpose.label_id.clone())
}

fn search(ui: &Ui, view: &StaffView<'_>, page: &Page, rect: Rect) -> Option<Event> {
    let words = view.words;
    let (name, text) = (words.get("visits-search"), &page.wish.sieve.text);
    let clear = Rect::from_min_max(pos2(rect.right() - 64.0, rect.top()), rect.max);
    let field = control::Field {
        name: &name,
        text,
        placeholder: &words.get("visits-search-hint"),
        active: page.typing || !text.is_empty(),
        wrong: false,
        icon: Some(bold::MAGNIFYING_GLASS),
    };
    let place = if text.is_empty() { rect } else { rect.with_max_x(clear.left() - 2.0) };
    let touched = control::field(ui, view, place, &field);
    if !text.is_empty() && control::square(ui, view, clear, &words.get("visits-search-clear"), bold::X) {
        return Some(Event::ClearSearch);
    }
    touched.then_some(Event::Search)
}

/// The quick filters below `top`; answers where they end as well.
pub(super) fn quick(
    ui: &Ui,
    view: &StaffView<'_>,
    page: &Page,
    shown: &Shown,
    plan: &Plan,
    top: f32,
) -> (Option<Event>, f32) {
    let (kit, words, sieve) = (view.kit, view.words, &page.wish.sieve);
    let mut flow = Flow::new(plan.page, top, CHIP);
    let title = words.get("visits-quick");
    let text = Text::new(&title, kit.font(Type::StaffBody).weighted(Weight::Bold), kit.theme.palette.ink2);
    let wide = text.measure(ui.painter(), f32::INFINITY).x.ceil();
    text.show(ui, flow.place(wide));
    let count = shown.page.quick;
    let toggled = |on: bool, set: Choice, unset: Choice| Event::Choose(if on { unset } else { set });
    let group = sieve.kind == Some(MembershipType::Group);
    let over = sieve.pace == Some(Pace::Over);
    let voided = sieve.voided == Some(true);
    let filters = [
        (
            "visits-quick-inside",
            count.inside,
            sieve.inside,
            toggled(sieve.inside, Choice::Inside(true), Choice::Inside(false)),
        ),
        ("visits-quick-over", count.over, over, toggled(over, Choice::Pace(Some(Pace::Over)), Choice::Pace(None))),
        (
            "visits-quick-groups",
            count.groups,
            group,
            toggled(group, Choice::Kind(Some(MembershipType::Group)), Choice::Kind(None)),
        ),
        (
            "visits-quick-voided",
            count.voided,
            voided,
            toggled(voided, Choice::Voided(Some(true)), Choice::Voided(None)),
        ),
    ];
    let mut event = None;
    for (key, n, set, on) in filters {
        let (text, n) = (words.get(key), words.number(n));
        let place = flow.place(control::quick_width(ui, view, &text, &n));
        if control::quick(ui, view, place, &text, &n, set) {
            event = Some(on);
        }
    }
    let text = set_to(view, page, Which::Entry);
    let place = flow.place(control::filter_width(ui, view, &text));
    let set = sieve.entry.is_some();
    if control::filter(ui, view, place, &words.get(of(Which::Entry)), &text, fill::HAND_TAP, set) {
        event = Some(if set { Event::Choose(Choice::Entry(None)) } else { Event::Open(Which::Entry) });
    }
    (event, flow.bottom())
}
