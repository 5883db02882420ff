//! The card of facts on Done: a computer, a queue number, the times, and why the visitor came.

use egui::{Rect, Ui, pos2, vec2};

use super::super::room::length;
use crate::domain::lang::Lang;
use crate::flow::Done;
use crate::flow::room::Outcome;
use crate::ui::icons::{self, Icon, fill};
use crate::ui::layout::Shape;
use crate::ui::theme::{Tint, Type};
use crate::ui::view::View;
use crate::ui::widgets::{Face, Text, icon_box};

const PAD: f32 = 64.0;
/// On both sides of the line between two facts; less where there are three.
const GAP: f32 = 46.0;
/// The box of an icon, and the distance of the words from it.
const BOX: f32 = 108.0;
const BESIDE: f32 = 26.0;

/// One fact.
struct Fact {
    glyph: Icon,
    tint: Tint,
    label: String,
    value: String,
    /// The one thing to remember is written larger.
    large: bool,
}

/// What is told, two or three facts.
pub(super) struct Facts(Vec<Fact>);

impl Facts {
    pub(super) fn of(view: &View<'_>, done: &Done) -> Self {
        let words = view.words;
        let clock = |at| words.time(view.rules.local(at).time());
        let fact =
            |glyph, tint, key: &str, value: String| Fact { glyph, tint, label: words.get(key), value, large: false };
        let large = |glyph, tint, key: &str, value: String| Fact { large: true, ..fact(glyph, tint, key, value) };
        let time_in = || fact(fill::CLOCK, Tint::Blue, "done-time", clock(done.at));
        Self(match &done.outcome {
            Outcome::Visit => vec![time_in(), purpose(view, done)],
            Outcome::Seated { seat, exit_code: None, .. } => {
                vec![large(fill::DESKTOP, Tint::Amber, "done-seat", seat.clone()), time_in(), purpose(view, done)]
            }
            Outcome::Seated { seat, exit_code: Some(code), .. } => vec![
                large(fill::DESKTOP, Tint::Amber, "done-seat", seat.clone()),
                time_in(),
                large(fill::LOCK_KEY, Tint::Purple, "done-exit-code", code.as_str().to_owned()),
            ],
            Outcome::Queued { number, likely } => {
                let ticket = large(fill::USERS, Tint::Amber, "done-ticket", number.to_string());
                let second = match likely {
                    Some(at) => fact(fill::HOURGLASS_MEDIUM, Tint::Teal, "done-estimate", clock(*at)),
                    None => purpose(view, done),
                };
                vec![ticket, time_in(), second]
            }
            Outcome::Left { seat, started, ended, .. } => vec![
                fact(fill::DESKTOP, Tint::Amber, "leave-seat", seat.clone()),
                fact(fill::CLOCK, Tint::Blue, "done-time-out", clock(*ended)),
                fact(fill::HOURGLASS_MEDIUM, Tint::Teal, "done-length", length(view, *ended - *started)),
            ],
        })
    }

    pub(super) fn high(&self, shape: Shape, high_contrast: bool) -> f32 {
        let one = if high_contrast { 216.0 } else { 180.0 };
        let one = if self.0.len() > 2 && shape == Shape::Portrait { one - 20.0 } else { one };
        if shape == Shape::Portrait { self.count() * one } else { one }
    }

    #[expect(clippy::cast_precision_loss, reason = "three facts at most")]
    fn count(&self) -> f32 {
        self.0.len() as f32
    }

    /// Paddings beside the facts: three need the room for their words.
    fn measures(&self) -> (f32, f32) {
        if self.0.len() > 2 { (40.0, 32.0) } else { (PAD, GAP) }
    }

    /// Icon, label and value of one fact.
    fn fact_width(ui: &Ui, view: &View<'_>, fact: &Fact) -> f32 {
        let measure = |text: &str, style| {
            Text::new(text, view.kit.font(style), view.kit.theme.palette.ink).measure(ui.painter(), f32::INFINITY).x
        };
        BOX + BESIDE + measure(&fact.label, Type::Body).max(measure(&fact.value, value_style(fact))) + 4.0
    }

    pub(super) fn width(&self, ui: &Ui, view: &View<'_>) -> f32 {
        let widths = self.0.iter().map(|fact| Self::fact_width(ui, view, fact));
        let (pad, gap) = self.measures();
        if view.canvas.shape == Shape::Portrait {
            widths.fold(700.0, f32::max) + 2.0 * PAD
        } else {
            widths.sum::<f32>() + 2.0 * gap * (self.count() - 1.0) + 2.0 * pad
        }
    }

    pub(super) fn paint(&self, ui: &Ui, view: &View<'_>, rect: Rect) {
        let kit = view.kit;
        let p = &kit.theme.palette;
        let high = kit.theme.is_high_contrast();
        let edge = if high { kit.theme.stroke.card } else { 0.0 };
        Face::filled(p.surface, 40.0).outlined(edge, p.line).paint(ui.painter(), rect, 0.0);
        let (pad, gap) = self.measures();
        if view.canvas.shape == Shape::Portrait {
            let inner = rect.shrink2(vec2(PAD, 0.0));
            let each = inner.height() / self.count();
            let mut top = inner.top();
            for fact in &self.0 {
                paint_fact(ui, view, Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), each)), fact);
                top += each;
            }
            return;
        }
        let inner = rect.shrink2(vec2(pad, 0.0));
        // What a long purpose has too much is taken from it: the last fact wraps into what is left.
        let mut left = inner.left();
        for (index, fact) in self.0.iter().enumerate() {
            let last = index + 1 == self.0.len();
            let right = if last { inner.right() } else { left + Self::fact_width(ui, view, fact) };
            paint_fact(ui, view, Rect::from_min_max(pos2(left, inner.top()), pos2(right, inner.bottom())), fact);
            if !last {
                let line = Rect::from_center_size(pos2(right + gap, rect.center().y), vec2(3.0, 108.0));
                ui.painter().rect_filled(line, 0.0, p.line);
            }
            left = right + 2.0 * gap;
        }
    }
}

fn purpose(view: &View<'_>, done: &Done) -> Fact {
    let purpose = view.rules.purpose(&done.purpose);
    let label = purpose.map_or("", |purpose| match view.words.lang() {
        Lang::Id => &purpose.label_id,
        Lang::En => &purpose.label_en,
    });
    let glyph = purpose.and_then(|purpose| icons::fill(&purpose.icon)).unwrap_or(fill::CHECK_CIRCLE);
    let tint = purpose.and_then(|purpose| Tint::named(purpose.tint.id())).unwrap_or(Tint::Grey);
    Fact { glyph, tint, label: view.words.get("done-purpose"), value: label.to_owned(), large: false }
}

fn value_style(fact: &Fact) -> Type {
    if fact.large { Type::Title } else { Type::Heading }
}

fn paint_fact(ui: &Ui, view: &View<'_>, room: Rect, fact: &Fact) {
    let p = &view.kit.theme.palette;
    let square = Rect::from_min_size(pos2(room.left(), room.center().y - BOX / 2.0), vec2(BOX, BOX));
    icon_box(ui.painter(), view.kit, square, fact.glyph, fact.tint);
    let words = Rect::from_min_max(pos2(square.right() + BESIDE, room.top() + 12.0), room.max - vec2(0.0, 12.0));
    let caption = Text::new(&fact.label, view.kit.font(Type::Body), p.ink2);
    let lines = if fact.large { 1 } else { 2 };
    let heading = Text::new(&fact.value, view.kit.font(value_style(fact)), p.ink).lines(lines);
    let caption_high = caption.measure(ui.painter(), words.width()).y;
    let heading_high = heading.measure(ui.painter(), words.width()).y.min(words.height() - caption_high);
    let top = words.center().y - f32::midpoint(caption_high, heading_high);
    caption.show(ui, Rect::from_min_size(pos2(words.left(), top), vec2(words.width(), caption_high)));
    let place = pos2(words.left(), top + caption_high);
    heading.show(ui, Rect::from_min_size(place, vec2(words.width(), heading_high)));
}
