//! Welcome in high contrast and large text: a banner for scanning, and the tiles as rows.

use egui::{Rect, Ui, pos2, vec2};

use super::room::turn_line;
use super::welcome::{arrow, help_key, is_reading};
use crate::domain::visit::MembershipType;
use crate::flow::{Event, Reader};
use crate::ui::art::emblem;
use crate::ui::icons::{bold, fill};
use crate::ui::layout::{Canvas, Shape};
use crate::ui::theme::{Tint, Type, Weight};
use crate::ui::view::View;
use crate::ui::widgets::{
    Face, LanguageNames, Target, Text, Tile, contrast_switch, focus_ring, icon, language_switch, tile_row,
};

/// Where everything stands. Rectangles are in du of the window.
struct Plan {
    emblem: Rect,
    app: Rect,
    clock: Rect,
    contrast: Rect,
    language: Rect,
    banner: Rect,
    sub: Rect,
    /// "Giliran: 14 → PC 03" in the place of the sentence.
    turn: Rect,
    tiles: Vec<Rect>,
}

impl Plan {
    /// The places with so many tiles.
    fn of(canvas: &Canvas, tiles: u8) -> Self {
        let at = |x, y, w, h| canvas.rect(x, y, w, h);
        let portrait = canvas.shape == Shape::Portrait;
        let right = canvas.width() - 56.0;
        let width = right - 56.0;
        // In portrait the clock has a line of its own, below the switches. A strip takes its place for a while and ends
        // above the banner.
        let (clock, banner_top, banner_high) = if portrait {
            (at(56.0, 184.0, width, 56.0), 292.0, 300.0)
        } else {
            (
                at(600.0, 64.0, right - 600.0 - 444.0, 56.0),
                180.0,
                if canvas.shape == Shape::Wide { 211.0 } else { 250.0 },
            )
        };
        let sub_top = banner_top + banner_high + 32.0;
        let tiles_top = sub_top + 84.0;
        let columns: u8 = if portrait { 1 } else { 2 };
        let pitch = (canvas.height() - 44.0 - tiles_top + 28.0) / f32::from(tiles.div_ceil(columns));
        let wide = (width + 28.0) / f32::from(columns);
        Self {
            emblem: at(62.0, 48.0, 88.0, 88.0),
            app: at(178.0, 60.0, if portrait { 420.0 } else { 400.0 }, 64.0),
            clock,
            contrast: at(right - 398.0, 40.0, 168.0, 100.0),
            language: at(right - 208.0, 40.0, 208.0, 100.0),
            banner: at(56.0, banner_top, width, banner_high),
            sub: at(56.0, sub_top, width, 60.0),
            turn: at(56.0, sub_top - 12.0, width, 88.0),
            tiles: (0..tiles)
                .map(|n| {
                    let (column, row) = (f32::from(n % columns), f32::from(n / columns));
                    at(56.0 + column * wide, tiles_top + row * pitch, wide - 28.0, pitch - 28.0)
                })
                .collect(),
        }
    }
}

/// Where the emblem stands.
pub(super) fn emblem_place(canvas: &Canvas) -> Rect {
    Plan::of(canvas, 0).emblem
}

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let p = &kit.theme.palette;
    let plan = Plan::of(&view.canvas, if view.rules.has_room { 5 } else { 4 });
    emblem(ui.painter(), kit, plan.emblem, false);
    let strong = kit.font(Type::BodyStrong);
    Text::new(&words.get("app-name"), strong.sized(44.0), p.ink).show(ui, plan.app);
    let clock = format!("{} · {}", words.time(view.clock.time()), words.short_date(view.clock.date()));
    let clock = Text::new(&clock, strong.sized(40.0), p.ink);
    if view.canvas.shape == Shape::Portrait { clock } else { clock.right() }.show(ui, plan.clock);

    let contrast = contrast_switch(ui, kit, plan.contrast, &words.get("contrast")).clicked();
    let names = LanguageNames { id: &words.get("language-id"), en: &words.get("language-en") };
    let language = language_switch(ui, kit, plan.language, words.lang(), &names);
    let typed = banner(ui, view, plan.banner);
    let claimed = turn_line::show(ui, view, plan.turn);
    if turn_line::words(view).is_none() {
        let sub = if view.state.reader == Reader::Missing { "welcome-sub-no-reader" } else { "welcome-sub-short" };
        Text::new(&words.get(sub), strong.sized(44.0), p.ink).show(ui, plan.sub);
    }
    let chosen = tiles(ui, view, &plan.tiles);
    language.map(Event::Language).or(contrast.then_some(Event::ToggleAa)).or(typed).or(claimed).or(chosen)
}

/// What to do with a card. Without a reader it is a button that leads to typing the number.
fn banner(ui: &Ui, view: &View<'_>, rect: Rect) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let p = &kit.theme.palette;
    let missing = view.state.reader == Reader::Missing;
    let (title, help, left, right) = if missing {
        ("welcome-type", "reader-missing", fill::WARNING, fill::KEYBOARD)
    } else if is_reading(view) {
        ("reader-reading", help_key(view.house.reader), fill::BARCODE, arrow(view.house.reader))
    } else {
        ("welcome-scan", help_key(view.house.reader), fill::BARCODE, arrow(view.house.reader))
    };
    let (title, help) = (words.get(title), words.get(help));
    let touch = missing.then(|| Target::button(&title).sense(ui, kit, rect));
    Face::filled(p.blue, 36.0).paint(ui.painter(), rect, 0.0);
    let square = Rect::from_center_size(pos2(rect.left() + 116.0, rect.center().y), vec2(120.0, 120.0));
    icon(ui.painter(), square, left, 120.0, p.on_blue);
    let far = Rect::from_center_size(pos2(rect.right() - 104.0, rect.center().y), vec2(100.0, 100.0));
    icon(ui.painter(), far, right, 100.0, p.on_blue);

    let room = Rect::from_min_max(pos2(square.right() + 56.0, rect.top()), pos2(far.left() - 32.0, rect.bottom()));
    let display = Text::new(&title, kit.font(Type::Title), p.on_blue);
    let text = Text::new(&help, kit.font(Type::Lead).weighted(Weight::Bold), p.on_blue).lines(3).top();
    let (upper, lower) = (display.measure(ui.painter(), room.width()).y, text.measure(ui.painter(), room.width()).y);
    let top = room.center().y - f32::midpoint(upper, lower);
    let title_place = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), upper));
    if missing {
        display.paint(ui.painter(), title_place);
    } else {
        display.show(ui, title_place);
    }
    text.show(ui, Rect::from_min_size(pos2(room.left(), top + upper), vec2(room.width(), lower)));
    if let Some(touch) = &touch {
        focus_ring(ui, kit, rect, 36.0, touch);
    }
    touch.is_some_and(|touch| touch.clicked()).then_some(Event::TypeNumber)
}

fn tiles(ui: &Ui, view: &View<'_>, places: &[Rect]) -> Option<Event> {
    let choose = Event::Choose;
    let mut kinds = vec![
        (choose(MembershipType::Member), "tile-member", "tile-member-short", fill::IDENTIFICATION_CARD),
        (choose(MembershipType::NonMember), "tile-non-member", "tile-non-member-short", fill::USER),
        (choose(MembershipType::Group), "tile-group", "tile-group-short", fill::USERS_THREE),
    ];
    if view.rules.has_room {
        kinds.push((Event::FinishInternet, "tile-leave", "tile-leave-short", bold::SIGN_OUT));
    }
    kinds.push((Event::ServiceInfo, "tile-service", "tile-service-text", fill::INFO));
    let mut chosen = None;
    for ((event, name, caption, icon), rect) in kinds.into_iter().zip(places) {
        let (name, caption) = (view.words.get(name), view.words.get(caption));
        let tile = Tile { name: &name, caption: &caption, icon, tint: Tint::Blue };
        if tile_row(ui, view.kit, *rect, &tile).clicked() {
            chosen = Some(event);
        }
    }
    chosen
}
