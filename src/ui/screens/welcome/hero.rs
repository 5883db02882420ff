//! The night side of Welcome: whose book this is, how to scan, the sample card and the state of the reader.

use egui::{Align2, Color32, Rect, Ui, pos2, vec2};

use super::alive;
use super::plan::Plan;
use crate::flow::{Event, Reader};
use crate::ui::art::{SampleCard, Sunrise, batik, emblem, sample_card, sunrise};
use crate::ui::icons::{Icon, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{ARROW, Type, Weight};
use crate::ui::view::{ReaderPosition, View};
use crate::ui::widgets::{Face, Target, Text, focus_ring, icon, name_text};

/// Paints the hero. Without a reader it is one large button that leads to typing the number.
pub(super) fn show(ui: &Ui, view: &View<'_>, plan: &Plan) -> Option<Event> {
    let (kit, words) = (view.kit, view.words);
    let p = &kit.theme.palette;
    let missing = view.state.reader == Reader::Missing;
    let heading = words.get(if missing { "welcome-type" } else { "welcome-scan" });
    let button = Rect::from_min_max(pos2(plan.scene.left(), plan.heading.top() - 12.0), plan.scene.max);
    let touch = missing.then(|| Target::button(&heading).sense(ui, kit, button));

    ui.painter().rect_filled(plan.hero, 0.0, p.night);
    batik(ui.painter(), kit, plan.hero, 300.0, 0.10);
    sunrise(ui.painter(), kit, plan.scene, scene(view.canvas.shape));
    below_scene(ui, view, plan);

    emblem(ui.painter(), kit, plan.emblem, true);
    Text::new(&words.get("app-name"), kit.font(Type::LabelStrong), p.on_night).show(ui, plan.app);
    Text::new(&view.house.name, kit.font(Type::Caption).sized(24.0), p.mist).lines(2).top().show(ui, plan.office);

    let display = kit.font(Type::Display).sized(plan.heading_size);
    let title = Text::new(&heading, display, p.on_night);
    if missing {
        title.paint(ui.painter(), plan.heading);
    } else {
        title.show(ui, plan.heading);
    }
    let help = words.get(if missing { "card-sub" } else { help_key(view.house.reader) });
    let help = Text::new(&help, kit.font(Type::Lead).sized(32.0), p.on_night).lines(plan.help_lines).top();
    help.show(ui, balanced(ui, &help, plan.help));

    let seconds = alive::seconds(ui, &kit.theme);
    card(ui, view, plan, missing, seconds);
    pill(ui, view, plan, seconds);
    if let Some(touch) = &touch {
        focus_ring(ui, kit, button.shrink(14.0), 24.0, touch);
    }
    touch.is_some_and(|touch| touch.clicked()).then_some(Event::TypeNumber)
}

/// As much of the width as the text's lines need to be about equally long.
fn balanced(ui: &Ui, text: &Text<'_>, room: Rect) -> Rect {
    let high = text.measure(ui.painter(), room.width()).y;
    let mut width = room.width();
    while width > 200.0 && (text.measure(ui.painter(), width - 12.0).y - high).abs() < 0.5 {
        width -= 12.0;
    }
    Rect::from_min_size(room.min, vec2(width, room.height()))
}

fn scene(shape: Shape) -> &'static Sunrise {
    match shape {
        Shape::Wide => &Sunrise::HERO_WIDE,
        Shape::Classic => &Sunrise::HERO_CLASSIC,
        Shape::Portrait => &Sunrise::HERO_PORTRAIT,
    }
}

/// What the window has more than the canvas below a wide hero is the near hill's.
fn below_scene(ui: &Ui, view: &View<'_>, plan: &Plan) {
    if plan.hero.bottom() > plan.scene.bottom() && !view.kit.theme.is_high_contrast() {
        let rest = Rect::from_min_max(pos2(plan.hero.left(), plan.scene.bottom()), plan.hero.max);
        ui.painter().rect_filled(rest, 0.0, crate::ui::theme::HILLS[2]);
    }
}

pub(in crate::ui::screens) fn help_key(reader: ReaderPosition) -> &'static str {
    match reader {
        ReaderPosition::Below => "welcome-scan-help-below",
        ReaderPosition::Right => "welcome-scan-help-right",
        ReaderPosition::Left => "welcome-scan-help-left",
    }
}

fn card(ui: &Ui, view: &View<'_>, plan: &Plan, missing: bool, seconds: Option<f64>) {
    let reading = is_reading(view);
    let down = seconds.map_or(0.56, |s| alive::swing(s, view.kit.theme.motion.beam));
    let card = SampleCard {
        header: &view.words.get("card-header"),
        name: &view.words.get("card-name"),
        number: &view.house.card_sample,
        highlight: missing,
        beam: (!missing).then_some((down, reading)),
        shadow: shade(view.kit.theme.palette.night),
    };
    sample_card(ui.painter(), view.kit, plan.card, &card);
}

/// The hard shadow of a card on night.
fn shade(night: Color32) -> Color32 {
    night.gamma_multiply(0.7)
}

pub(in crate::ui::screens) fn is_reading(view: &View<'_>) -> bool {
    view.state.looking_since().is_some() || view.state.reader == Reader::Reading
}

/// Whether the reader can be used, in a pill whose arrow points to it.
fn pill(ui: &Ui, view: &View<'_>, plan: &Plan, seconds: Option<f64>) {
    let p = &view.kit.theme.palette;
    let reading = is_reading(view);
    let (key, glyph, ground, ink) = match view.state.reader {
        _ if reading => ("reader-reading", fill::BARCODE, p.amber, p.on_amber),
        Reader::Missing => ("reader-missing", fill::WARNING, p.amber_tint, p.amber_ink),
        _ => ("reader-ready", arrow(view.house.reader), p.amber, p.on_amber),
    };
    let text = view.words.get(key);
    let font = view.kit.font(Type::Label).sized(30.0).weighted(Weight::Extra);
    let (pad, size, gap) = (32.0, 40.0, 20.0);
    let room = plan.pill.width() - 2.0 * pad - size - gap;
    let single = Text::new(&text, font, ink);
    let one_line = single.measure(ui.painter(), f32::INFINITY).x <= room;
    let words = if one_line { single } else { single.lines(2) };
    let width = words.measure(ui.painter(), room).x.ceil();
    let high = if one_line { 88.0 } else { 116.0 };
    let place = plan.pill_align.align_size_within_rect(vec2(2.0 * pad + size + gap + width, high), plan.pill);

    Face::filled(ground, high / 2.0).paint(ui.painter(), place, 0.0);
    let mut square = Rect::from_min_size(pos2(place.left() + pad, place.center().y - size / 2.0), vec2(size, size));
    if !reading && view.state.reader != Reader::Missing {
        let away = seconds.map_or(0.0, |s| alive::swing(s, view.kit.theme.motion.arrow) - 0.5) * ARROW;
        square = square.translate(towards(view.house.reader) * away);
    }
    icon(ui.painter(), square, glyph, size, ink);
    let left = place.left() + pad + size + gap;
    let text_room = Rect::from_min_max(pos2(left, place.top()), pos2(left + width + 1.0, place.bottom()));
    words.align(Align2::LEFT_CENTER).paint(ui.painter(), text_room);
    name_text(ui, place, &text);
}

/// The arrow that points to the reader.
pub(in crate::ui::screens) fn arrow(reader: ReaderPosition) -> Icon {
    match reader {
        ReaderPosition::Below => fill::ARROW_FAT_LINES_DOWN,
        ReaderPosition::Right => fill::ARROW_FAT_LINES_RIGHT,
        ReaderPosition::Left => fill::ARROW_FAT_LINES_LEFT,
    }
}

fn towards(reader: ReaderPosition) -> egui::Vec2 {
    match reader {
        ReaderPosition::Below => vec2(0.0, 1.0),
        ReaderPosition::Right => vec2(1.0, 0.0),
        ReaderPosition::Left => vec2(-1.0, 0.0),
    }
}
