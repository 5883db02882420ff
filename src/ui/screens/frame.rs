//! The frame of every screen of the walk: the bar above with the steps, the bar below with the ways on and back.

use egui::{Rect, Ui};

use crate::flow::Event;
use crate::ui::icons::{Icon, bold};
use crate::ui::layout::Shape;
use crate::ui::theme::Tint;
use crate::ui::view::View;
use crate::ui::widgets::{
    BottomBar, BottomPress, LanguageNames, Onward, OnwardKind, Side, Steps, TopBar, bottom_bar, main_area, steps_wide,
    top_bar,
};

/// In portrait the steps stand between the top bar and the screen's own room; this high.
const STEPS_HIGH: f32 = 136.0;

/// What the bar below says. "Batal" and "Kembali" are always there.
#[derive(Debug, Clone, Default)]
pub struct Below<'a> {
    /// A line left of the button on the right: what is missing, or what is kept. May be empty.
    pub hint: &'a str,
    /// An icon before that line.
    pub hint_icon: Option<(Icon, Tint)>,
    /// The button on the right, and what it does.
    pub onward: Option<(Onward<'a>, Event)>,
    /// In the middle of the bar above, on a page that is no step of the walk.
    pub heading: &'a str,
    /// Nothing is under way: "Batal" is left out.
    pub no_cancel: bool,
    /// Portrait: how many du of the line with the steps are left free on its right, for a pill.
    pub keep_right: f32,
}

impl<'a> Below<'a> {
    /// With "Lanjut" (or another word) that leads on; grey, but still acting, while it is not `ready`.
    #[must_use]
    pub fn next(text: &'a str, ready: bool) -> Self {
        let kind = if ready { OnwardKind::Ready } else { OnwardKind::Missing };
        let onward = Onward { text, icon: Side::Right(bold::ARROW_RIGHT), kind };
        Self { onward: Some((onward, Event::Next)), ..Self::default() }
    }

    /// With "Panggil petugas" on the right.
    #[must_use]
    pub fn call_staff(text: &'a str) -> Self {
        let onward = Onward { text, icon: Side::Left(bold::BELL_RINGING), kind: OnwardKind::Secondary };
        Self { onward: Some((onward, Event::CallStaff)), ..Self::default() }
    }

    /// With a line left of the button on the right.
    #[must_use]
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }
}

/// The room between the bars, the page's margins taken off; in portrait also below the steps.
#[must_use]
pub fn room(view: &View<'_>) -> Rect {
    let mut area = main_area(&view.canvas);
    if view.canvas.shape == Shape::Portrait && view.state.step().is_some() {
        area.min.y += STEPS_HIGH;
    }
    area
}

/// Paints a screen: the bar above, `content` in its room, the bar below. That is also the order of Tab.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    below: &Below<'_>,
    content: impl FnOnce(&mut Ui, Rect) -> Option<Event>,
) -> Option<Event> {
    let above = above(ui, view, below);
    let inner = content(ui, room(view));
    let under = under(ui, view, below);
    above.or(inner).or(under)
}

/// The bar above; in portrait with the steps below it.
fn above(ui: &Ui, view: &View<'_>, below: &Below<'_>) -> Option<Event> {
    let words = view.words;
    let date = view.clock.date();
    let key = if view.state.is_leaving() { "leave-step" } else { "step" };
    let step = view.state.step().map(|(n, m)| (words.with(key, &[("n", n.to_string()), ("m", m.to_string())]), n, m));
    let steps = step.as_ref().map(|(text, n, m)| Steps { text, current: *n, total: *m });
    if let Some(steps) = steps.as_ref().filter(|_| view.canvas.shape == Shape::Portrait) {
        steps_wide(ui, view.kit, &view.canvas, steps, below.keep_right);
    }
    let bar = TopBar {
        app: &words.get("app-name"),
        library: &view.house.short_name,
        clock: &words.time(view.clock.time()),
        date: &words.long_date(date),
        short_date: &words.brief_date(date),
        steps,
        heading: below.heading,
        lang: words.lang(),
        languages: LanguageNames { id: &words.get("language-id"), en: &words.get("language-en") },
    };
    top_bar(ui, view.kit, &view.canvas, &bar).map(Event::Language)
}

/// The bar below.
fn under(ui: &Ui, view: &View<'_>, below: &Below<'_>) -> Option<Event> {
    let cancel = view.words.get("cancel");
    let bar = BottomBar {
        cancel: (!below.no_cancel).then_some(cancel.as_str()),
        back: Some(&view.words.get("back")),
        hint: below.hint,
        hint_icon: below.hint_icon,
        onward: below.onward.as_ref().map(|(onward, _)| *onward),
    };
    match bottom_bar(ui, view.kit, &view.canvas, &bar)? {
        BottomPress::Cancel => Some(Event::Cancel),
        BottomPress::Back => Some(Event::Back),
        BottomPress::Onward => below.onward.as_ref().map(|(_, event)| event.clone()),
    }
}
