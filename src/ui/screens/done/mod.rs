//! Terima kasih: the row is committed and synced. The screen closes by itself; until then the visit can be undone
//! (rule 8).

use egui::{Align2, Rect, Ui, pos2, vec2};

use crate::domain::lang::Lang;
use crate::flow::{Done, Event, Screen};
use crate::ui::art::{Sunrise, batik, sunrise};
use crate::ui::icons::{self, Icon, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Text, check_disc, icon_box};

mod foot;

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
    let (kit, words, canvas) = (view.kit, view.words, &view.canvas);
    let p = &kit.theme.palette;
    let high = kit.theme.is_high_contrast();
    let width = canvas.width() - 120.0;
    let facts = Facts::of(view, done);
    let facts_high = Facts::high(canvas.shape, high);

    let title = words.with("done-title", &[("name", done.greeting.clone())]);
    let title = Text::new(&title, kit.font(Type::Display).sized(kit.font(Type::Display).size * 1.11), p.on_night)
        .lines(3)
        .align(Align2::CENTER_TOP);
    let sub = words.get("done-recorded");
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

/// What was recorded: the time in and the purpose. The assigned seat gets its place here later.
struct Facts {
    facts: [(Icon, Tint, String, String); 2],
}

impl Facts {
    fn of(view: &View<'_>, done: &Done) -> Self {
        let words = view.words;
        let time = words.time(view.rules.local(done.at).time());
        let purpose = view.rules.purpose(&done.purpose);
        let label = purpose.map_or("", |purpose| match words.lang() {
            Lang::Id => &purpose.label_id,
            Lang::En => &purpose.label_en,
        });
        let glyph = purpose.and_then(|purpose| icons::fill(&purpose.icon)).unwrap_or(fill::CHECK_CIRCLE);
        let tint = purpose.and_then(|purpose| Tint::named(purpose.tint.id())).unwrap_or(Tint::Grey);
        Self {
            facts: [
                (fill::CLOCK, Tint::Blue, words.get("done-time"), time),
                (glyph, tint, words.get("done-purpose"), label.to_owned()),
            ],
        }
    }

    fn high(shape: Shape, high_contrast: bool) -> f32 {
        let one = if high_contrast { 216.0 } else { 180.0 };
        if shape == Shape::Portrait { 2.0 * one } else { one }
    }

    /// Icon, label and value of one fact, with the paddings.
    fn fact_width(ui: &Ui, view: &View<'_>, fact: &(Icon, Tint, String, String)) -> f32 {
        let measure = |text: &str, style| {
            Text::new(text, view.kit.font(style), view.kit.theme.palette.ink).measure(ui.painter(), f32::INFINITY).x
        };
        108.0 + 26.0 + measure(&fact.2, Type::Body).max(measure(&fact.3, Type::Heading)) + 4.0
    }

    fn width(&self, ui: &Ui, view: &View<'_>) -> f32 {
        let widths = self.facts.each_ref().map(|fact| Self::fact_width(ui, view, fact));
        if view.canvas.shape == Shape::Portrait {
            widths[0].max(widths[1]).max(700.0) + 2.0 * PAD
        } else {
            widths[0] + widths[1] + 2.0 * GAP + 2.0 * PAD
        }
    }

    fn paint(&self, ui: &Ui, view: &View<'_>, rect: Rect) {
        let kit = view.kit;
        let p = &kit.theme.palette;
        let high = kit.theme.is_high_contrast();
        let edge = if high { kit.theme.stroke.card } else { 0.0 };
        Face::filled(p.surface, 40.0).outlined(edge, p.line).paint(ui.painter(), rect, 0.0);
        let inner = rect.shrink2(vec2(PAD, 0.0));
        let [first, second] = &self.facts;
        if view.canvas.shape == Shape::Portrait {
            let (upper, lower) = inner.split_top_bottom_at_fraction(0.5);
            paint_fact(ui, view, upper, first);
            paint_fact(ui, view, lower, second);
        } else {
            let split = inner.left() + Self::fact_width(ui, view, first) + GAP;
            let (left, right) = inner.split_left_right_at_x(split);
            paint_fact(ui, view, Rect::from_min_max(left.min, left.max - vec2(GAP, 0.0)), first);
            ui.painter().rect_filled(
                Rect::from_center_size(pos2(split, rect.center().y), vec2(3.0, 108.0)),
                0.0,
                p.line,
            );
            paint_fact(ui, view, Rect::from_min_max(right.min + vec2(GAP, 0.0), right.max), second);
        }
    }
}

const PAD: f32 = 64.0;
const GAP: f32 = 46.0;

fn paint_fact(ui: &Ui, view: &View<'_>, room: Rect, fact: &(Icon, Tint, String, String)) {
    let (glyph, tint, label, value) = fact;
    let p = &view.kit.theme.palette;
    let square = Rect::from_min_size(pos2(room.left(), room.center().y - 54.0), vec2(108.0, 108.0));
    icon_box(ui.painter(), view.kit, square, *glyph, *tint);
    let words = Rect::from_min_max(pos2(square.right() + 26.0, room.top() + 16.0), room.max - vec2(0.0, 16.0));
    let caption = Text::new(label, view.kit.font(Type::Body), p.ink2);
    let heading = Text::new(value, view.kit.font(Type::Heading), p.ink).lines(2);
    let caption_high = caption.measure(ui.painter(), words.width()).y;
    let heading_high = heading.measure(ui.painter(), words.width()).y.min(words.height() - caption_high);
    let top = words.center().y - f32::midpoint(caption_high, heading_high);
    caption.show(ui, Rect::from_min_size(pos2(words.left(), top), vec2(words.width(), caption_high)));
    let place = pos2(words.left(), top + caption_high);
    heading.show(ui, Rect::from_min_size(place, vec2(words.width(), heading_high)));
}
