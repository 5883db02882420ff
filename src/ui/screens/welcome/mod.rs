//! Welcome: scanning is the first thing seen; the tiles serve everybody else.
//!
//! Without an internet room the place for finishing internet use is the service information's.

use egui::{Rect, Ui};

use super::room::turn_line;
use crate::domain::visit::MembershipType;
use crate::flow::{Event, Reader};
use crate::ui::icons::{bold, fill};
use crate::ui::layout::Canvas;
use crate::ui::theme::{Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{
    LanguageNames, Text, Tile, contrast_switch, icon, language_switch, name_text, tile_column, tile_row, tile_secondary,
};

mod alive;
mod hero;
mod plan;

pub(super) use hero::{arrow, help_key, is_reading};
use plan::Plan;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let called = turn_line::words(view).is_some();
    let plan = if called { Plan::of(&view.canvas).calling() } else { Plan::of(&view.canvas) };
    let typed = hero::show(ui, view, &plan);
    let switched = switches(ui, view, &plan);
    greeting(ui, view, &plan, called);
    let claimed = turn_line::show(ui, view, plan.turn);
    let chosen = tiles(ui, view, &plan);
    address(ui, view, &plan);
    typed.or(switched).or(claimed).or(chosen)
}

/// Where the emblem stands.
pub(super) fn emblem_place(canvas: &Canvas) -> Rect {
    Plan::of(canvas).emblem
}

/// Clock and date, "Aa", and the languages.
fn switches(ui: &Ui, view: &View<'_>, plan: &Plan) -> Option<Event> {
    let (p, words) = (&view.kit.theme.palette, view.words);
    let (strong, faint) = if plan.clock_on_night { (p.on_night, p.mist) } else { (p.ink, p.ink2) };
    let time = words.time(view.clock.time());
    Text::new(&time, view.kit.font(Type::Heading).sized(35.0), strong).align(plan.clock_align).show(ui, plan.clock);
    let date = words.long_date(view.clock.date());
    Text::new(&date, view.kit.font(Type::Caption).sized(22.0), faint).align(plan.clock_align).show(ui, plan.date);

    let contrast = contrast_switch(ui, view.kit, plan.contrast, &words.get("contrast")).clicked();
    let names = LanguageNames { id: &words.get("language-id"), en: &words.get("language-en") };
    let language = language_switch(ui, view.kit, plan.language, words.lang(), &names);
    language.map(Event::Language).or(contrast.then_some(Event::ToggleAa))
}

/// "Selamat datang", and what to do; while a number is called, that has the sentence's place.
fn greeting(ui: &Ui, view: &View<'_>, plan: &Plan, called: bool) {
    let (p, words) = (&view.kit.theme.palette, view.words);
    let font = view.kit.font(Type::Title).sized(plan.title_size);
    let title = Text::new(&words.get("welcome-title"), font, p.ink).show(ui, plan.title);
    if called {
        return;
    }
    let sub = if view.state.reader == Reader::Missing {
        words.get("welcome-sub-no-reader")
    } else if plan.short_sub {
        words.get("welcome-sub-short")
    } else {
        words.get("welcome-sub")
    };
    let mut place = plan.sub;
    if plan.sub_beside {
        place.min.x = title.rect.right() + 24.0;
    }
    Text::new(&sub, view.kit.font(Type::Lead), p.ink2).show(ui, place);
}

fn tiles(ui: &Ui, view: &View<'_>, plan: &Plan) -> Option<Event> {
    let kinds = [
        (MembershipType::Member, "tile-member", "tile-member-text", fill::IDENTIFICATION_CARD, Tint::Blue),
        (MembershipType::NonMember, "tile-non-member", "tile-non-member-text", fill::USER, Tint::Teal),
        (MembershipType::Group, "tile-group", "tile-group-text", fill::USERS_THREE, Tint::Amber),
    ];
    let mut chosen = None;
    for ((kind, name, caption, icon, tint), rect) in kinds.into_iter().zip(plan.tiles) {
        let (name, caption) = (view.words.get(name), view.words.get(caption));
        let tile = Tile { name: &name, caption: &caption, icon, tint };
        let paint = if plan.rows { tile_row } else { tile_column };
        if paint(ui, view.kit, rect, &tile).clicked() {
            chosen = Some(Event::Choose(kind));
        }
    }
    chosen.or(secondary(ui, view, plan.secondary))
}

/// Finishing internet use, where there is a room, and the service information.
fn secondary(ui: &Ui, view: &View<'_>, rect: Rect) -> Option<Event> {
    let (leave, service) = if view.rules.has_room {
        let half = (rect.width() - 24.0) / 2.0;
        (Some(rect.with_max_x(rect.left() + half)), rect.with_min_x(rect.right() - half))
    } else {
        (None, rect)
    };
    let tile = |rect: Rect, name: &str, caption: &str, icon| {
        let (name, caption) = (view.words.get(name), view.words.get(caption));
        let tile = Tile { name: &name, caption: &caption, icon, tint: Tint::Grey };
        tile_secondary(ui, view.kit, rect, &tile).clicked()
    };
    let leaves = leave.is_some_and(|rect| tile(rect, "tile-leave", "tile-leave-text", bold::SIGN_OUT));
    let asks = tile(service, "tile-service", "tile-service-text", fill::INFO);
    leaves.then_some(Event::FinishInternet).or(asks.then_some(Event::ServiceInfo))
}

/// Where the library is and how to reach it: what there is of it, spread over the line.
fn address(ui: &Ui, view: &View<'_>, plan: &Plan) {
    let p = &view.kit.theme.palette;
    let house = view.house;
    let account = if house.instagram.is_empty() { String::new() } else { format!("@{}", house.instagram) };
    let pieces = [
        (fill::MAP_PIN, house.address.as_str()),
        (fill::PHONE, house.phone.as_str()),
        (bold::INSTAGRAM_LOGO, account.as_str()),
    ];
    let font = view.kit.font(Type::Caption);
    let shown: Vec<_> = pieces
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(glyph, text)| {
            let what = Text::new(text, font, p.ink2);
            (glyph, text, what, 40.0 + what.measure(ui.painter(), f32::INFINITY).x)
        })
        .collect();
    let taken: f32 = shown.iter().map(|(_, _, _, width)| width).sum();
    #[expect(clippy::cast_precision_loss, reason = "three pieces at most")]
    let gaps = shown.len().saturating_sub(1).max(1) as f32;
    let gap = ((plan.address.width() - taken) / gaps).max(16.0);
    let mut left = plan.address.left();
    for (glyph, text, what, width) in shown {
        let mut place = plan.address;
        place.min.x = left;
        place.max.x = (left + width).min(plan.address.right());
        let mut square = place;
        square.max.x = square.min.x + 28.0;
        icon(ui.painter(), square, glyph, 28.0, p.ink2);
        place.min.x += 40.0;
        let written = what.paint(ui.painter(), place);
        name_text(ui, written, text);
        left += width + gap;
    }
}
