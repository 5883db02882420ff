//! Terima kasih: the row is committed and synced. The screen closes by itself; until then the visit can be undone
//! (rule 8).

use egui::{Align2, Rect, Ui, pos2, vec2};

use crate::flow::room::Outcome;
use crate::flow::{Done, Event, Screen};
use crate::ui::art::{Sunrise, batik, sunrise};
use crate::ui::layout::Shape;
use crate::ui::theme::Type;
use crate::ui::view::View;
use crate::ui::widgets::{Text, check_disc};

mod facts;
mod foot;

use facts::Facts;

/// Paints the screen and says what was touched.
pub(super) fn show(ui: &mut Ui, view: &View<'_>) -> Option<Event> {
    let Screen::Done(done) = &view.state.screen else { return None };
    behind(ui, view);
    let foot_high = foot::high(view);
    let canvas = &view.canvas;
    let bottom = canvas.height() - if canvas.shape == Shape::Wide { 50.0 } else { 64.0 };
    let foot = canvas.rect(0.0, bottom - foot_high, canvas.width(), foot_high);
    head(ui, view, done, foot.top());
    foot::show(ui, view, done, foot)
}

/// The night over Ijen.
fn behind(ui: &Ui, view: &View<'_>) {
    let (kit, canvas) = (view.kit, &view.canvas);
    batik(ui.painter(), kit, canvas.window, 340.0, 0.08);
    let scene = match canvas.shape {
        Shape::Wide => &Sunrise::DONE_WIDE,
        Shape::Classic => &Sunrise::DONE_CLASSIC,
        Shape::Portrait => &Sunrise::DONE_PORTRAIT,
    };
    let whole = Rect::from_x_y_ranges(canvas.window.x_range(), canvas.pos(0.0, 0.0).y..=canvas.window.bottom());
    sunrise(ui.painter(), kit, whole, scene);
}

/// Check mark, thanks and the card of facts, above `end`.
fn head(ui: &Ui, view: &View<'_>, done: &Done, end: f32) {
    let (kit, canvas) = (view.kit, &view.canvas);
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let width = canvas.width() - 120.0;
    let facts = Facts::of(view, done);
    let facts_high = facts.high(canvas.shape, high);

    let (title, sub) = thanks(view, done);
    let title = Text::new(&title, kit.font(Type::Display).sized(kit.font(Type::Display).size * 1.11), p.on_night)
        .lines(3)
        .align(Align2::CENTER_TOP);
    let sub = Text::new(&sub, kit.font(Type::Lead).sized(if high { 44.0 } else { 40.0 }), p.on_night)
        .align(Align2::CENTER_TOP);
    let sub_high = sub.measure(ui.painter(), width).y;
    let disc = 136.0;
    let others = disc + 28.0 + 8.0 + sub_high + 32.0 + facts_high;
    let sky = canvas.area.top() + 24.0;
    // The long name of an institution takes smaller letters rather than the room of the others.
    let title_high = title.measure(ui.painter(), width).y.min(end - 32.0 - sky - others);
    // A third of what is spare stands above, so that the sunrise keeps its sky.
    let spare = (end - 32.0 - sky - others - title_high) / 3.0;
    let mut top = sky + if canvas.shape == Shape::Wide { spare.min(28.0) } else { spare };
    let centered =
        |top: f32, w: f32, h: f32| Rect::from_min_size(pos2(canvas.area.center().x - w / 2.0, top), vec2(w, h));

    check_disc(ui.painter(), kit, centered(top, disc, disc), disc);
    top += disc + 28.0;
    title.show(ui, centered(top, width, title_high));
    top += title_high + 8.0;
    sub.show(ui, centered(top, width, sub_high));
    top += sub_high + 32.0;
    facts.paint(ui, view, centered(top, facts.width(ui, view).min(width), facts_high));
}

/// The thanks, and what was done.
fn thanks(view: &View<'_>, done: &Done) -> (String, String) {
    let words = view.words;
    let named = |key: &str, bare: &str| match done.greeting.as_str() {
        "" => words.get(bare),
        name => words.with(key, &[("name", name.to_owned())]),
    };
    match &done.outcome {
        Outcome::Visit | Outcome::Queued { .. } | Outcome::Seated { moved: false, .. } => {
            (named("done-title", "done-title-bare"), words.get("done-recorded"))
        }
        Outcome::Seated { moved: true, .. } => (named("done-title", "done-title-bare"), words.get("done-moved")),
        Outcome::Left { .. } => (named("done-bye", "done-bye-bare"), words.get("done-left")),
    }
}
