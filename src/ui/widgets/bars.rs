//! The bars above and below every screen of the walk.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::button::{Side, button_width, danger_button, primary_button, secondary_button};
use super::paint::{Face, icon as paint_icon};
use super::switches::{LanguageNames, language_rect, language_switch};
use super::text::{Text, name_text, paint_pair};
use crate::i18n::Lang;
use crate::ui::art::emblem;
use crate::ui::icons::{Icon, bold};
use crate::ui::kit::Kit;
use crate::ui::layout::{Canvas, Shape};
use crate::ui::theme::{BOTTOM_BAR, PAGE_MARGIN, TOP_BAR, Tint, Type};

/// Where the visitor is: "Langkah 2 dari 2".
#[derive(Debug, Clone, Copy)]
pub struct Steps<'a> {
    /// The words.
    pub text: &'a str,
    /// The step, from 1.
    pub current: u8,
    /// How many there are.
    pub total: u8,
}

/// What the top bar says.
#[derive(Debug, Clone, Copy)]
pub struct TopBar<'a> {
    /// The app's name.
    pub app: &'a str,
    /// The library's name.
    pub library: &'a str,
    /// The time.
    pub clock: &'a str,
    /// The date in full.
    pub date: &'a str,
    /// The date for narrow bars.
    pub short_date: &'a str,
    /// Where the visitor is, if on the walk.
    pub steps: Option<Steps<'a>>,
    /// In the middle instead of steps: the page's name.
    pub heading: &'a str,
    /// The language worn.
    pub lang: Lang,
    /// What assistive software calls the languages.
    pub languages: LanguageNames<'a>,
}

/// Paints the top bar over the whole width of the window. Returns the language that was touched.
///
/// In portrait the steps do not fit: the screen paints them with [`steps_wide`] below the bar.
pub fn top_bar(ui: &Ui, kit: &Kit, canvas: &Canvas, bar: &TopBar<'_>) -> Option<Lang> {
    let p = &kit.theme.palette;
    let portrait = canvas.shape == Shape::Portrait;
    let whole = Rect::from_x_y_ranges(canvas.window.x_range(), canvas.window.top()..=canvas.pos(0.0, TOP_BAR).y);
    ui.painter().rect_filled(whole, 0.0, p.surface);
    let line = Rect::from_min_max(pos2(whole.left(), whole.bottom() - kit.theme.stroke.card), whole.max);
    ui.painter().rect_filled(line, 0.0, p.line);

    let margin = if portrait { 40.0 } else { 48.0 };
    emblem(ui.painter(), kit, canvas.rect(margin, 19.0, 80.0, 80.0), false);
    let left = margin + 100.0;
    let room = if portrait { 440.0 } else { 520.0 };
    let app = Text::new(bar.app, kit.sized(Type::LabelStrong, 30.0), p.ink);
    let library = Text::new(bar.library, kit.sized(Type::Caption, 22.0), p.ink2);
    let [above, below] = paint_pair(ui.painter(), canvas.rect(left, 4.0, room, 112.0), &app, &library, -2.0);
    name_text(ui, above, bar.app);
    name_text(ui, below, bar.library);

    let right = canvas.width() - if portrait { 40.0 } else { 48.0 };
    let switch = language_rect(canvas.pos(right, 0.0).x, canvas.pos(0.0, 16.0).y);
    let chosen = language_switch(ui, kit, switch, bar.lang, &bar.languages);
    let date = if portrait { bar.short_date } else { bar.date };
    let clock_right = right - 180.0 - if portrait { 26.0 } else { 33.0 };
    let clock = Text::new(bar.clock, kit.sized(Type::Heading, 36.0), p.ink).right();
    let day = Text::new(date, kit.sized(Type::Caption, 22.0), p.ink2).right();
    let width = if portrait { 240.0 } else { 420.0 };
    let place = canvas.rect(clock_right - width, 4.0, width, 112.0);
    let [above, below] = paint_pair(ui.painter(), place, &clock, &day, -4.0);
    name_text(ui, above, bar.clock);
    name_text(ui, below, date);

    if !portrait {
        middle(ui, kit, canvas, bar);
    }
    chosen
}

fn middle(ui: &Ui, kit: &Kit, canvas: &Canvas, bar: &TopBar<'_>) {
    let center = if canvas.shape == Shape::Classic { 736.0 } else { canvas.width() / 2.0 };
    let Some(steps) = &bar.steps else {
        let place = canvas.rect(center - 240.0, 20.0, 480.0, 80.0);
        if !bar.heading.is_empty() {
            Text::new(bar.heading, kit.sized(Type::Label, 30.0), kit.theme.palette.ink).centered().show(ui, place);
        }
        return;
    };
    let words = canvas.rect(center - 240.0, 26.0, 480.0, 44.0);
    Text::new(steps.text, kit.font(Type::BodyStrong), kit.theme.palette.ink).centered().show(ui, words);
    let total = f32::from(steps.total.max(1));
    // Beside the date a classic screen has room for two as drawn; three are shorter there.
    let most = if canvas.shape == Shape::Classic { 310.0 } else { f32::INFINITY };
    let width = (total * 150.0 + (total - 1.0) * 10.0).min(most);
    segments(ui, kit, canvas.rect(center - width / 2.0, 75.0, width, 12.0), steps);
}

/// Portrait: the steps across the whole width below the top bar (at 152 du), words above the segments.
/// The words leave `keep_right` du free for a pill.
pub fn steps_wide(ui: &Ui, kit: &Kit, canvas: &Canvas, steps: &Steps<'_>, keep_right: f32) {
    let margin = 48.0;
    let width = canvas.width() - 2.0 * margin;
    let words = canvas.rect(margin, 158.0, width - keep_right, 54.0);
    Text::new(steps.text, kit.font(Type::BodyStrong), kit.theme.palette.ink).show(ui, words);
    segments(ui, kit, canvas.rect(margin, 226.0, width, 12.0), steps);
}

fn segments(ui: &Ui, kit: &Kit, rect: Rect, steps: &Steps<'_>) {
    let p = &kit.theme.palette;
    let total = f32::from(steps.total.max(1));
    let width = (rect.width() - (total - 1.0) * 10.0) / total;
    for step in 1..=steps.total {
        let left = rect.left() + f32::from(step - 1) * (width + 10.0);
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let high = kit.theme.is_high_contrast();
        let (fill, edge) = match (step.cmp(&steps.current), high) {
            (std::cmp::Ordering::Less, _) => (p.blue, 0.0),
            (std::cmp::Ordering::Equal, true) => (p.ink, 0.0),
            (std::cmp::Ordering::Equal, false) => (p.amber, 0.0),
            (std::cmp::Ordering::Greater, true) => (p.surface, 2.0),
            (std::cmp::Ordering::Greater, false) => (p.line, 0.0),
        };
        Face::filled(fill, rect.height() / 2.0).outlined(edge, p.line).paint(ui.painter(), place, 0.0);
    }
}

/// The button on the right of the bottom bar.
#[derive(Debug, Clone, Copy)]
pub struct Onward<'a> {
    /// Its words.
    pub text: &'a str,
    /// Its icon.
    pub icon: Side,
    /// Blue and ready, grey, or merely beside the point.
    pub kind: OnwardKind,
}

/// How the button on the right of the bottom bar looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnwardKind {
    /// Primary.
    Ready,
    /// Primary but grey: something is missing. It still acts.
    Missing,
    /// Secondary ("Panggil petugas").
    Secondary,
}

/// What the bottom bar says.
#[derive(Debug, Clone, Copy, Default)]
pub struct BottomBar<'a> {
    /// "Batal"; none where there is nothing to cancel.
    pub cancel: Option<&'a str>,
    /// "Kembali"; none where there is no way back.
    pub back: Option<&'a str>,
    /// A line left of the button on the right: what is missing, or what is kept.
    pub hint: &'a str,
    /// An icon before that line.
    pub hint_icon: Option<(Icon, Tint)>,
    /// The button on the right.
    pub onward: Option<Onward<'a>>,
}

/// What was touched on the bottom bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BottomPress {
    /// "Batal".
    Cancel,
    /// "Kembali".
    Back,
    /// The button on the right, grey or not.
    Onward,
}

/// Paints the bottom bar over the whole width of the window.
pub fn bottom_bar(ui: &Ui, kit: &Kit, canvas: &Canvas, bar: &BottomBar<'_>) -> Option<BottomPress> {
    let p = &kit.theme.palette;
    let top = canvas.height() - BOTTOM_BAR;
    let whole = Rect::from_x_y_ranges(canvas.window.x_range(), canvas.pos(0.0, top).y..=canvas.window.bottom());
    ui.painter().rect_filled(whole, 0.0, p.surface);
    let line = Rect::from_min_max(whole.min, pos2(whole.right(), whole.top() + kit.theme.stroke.card));
    ui.painter().rect_filled(line, 0.0, p.line);

    let mut pressed = None;
    let mut left = 48.0;
    let at = |left: f32, width: f32| canvas.rect(left, top + 21.0, width, 104.0);
    if let Some(text) = bar.cancel {
        let icon = Side::Left(bold::X);
        let width = button_width(ui.painter(), kit, text, icon);
        if danger_button(ui, kit, at(left, width), text, icon).clicked() {
            pressed = Some(BottomPress::Cancel);
        }
        left += width + 24.0;
    }
    if let Some(text) = bar.back {
        let icon = Side::Left(bold::ARROW_LEFT);
        let width = button_width(ui.painter(), kit, text, icon);
        if secondary_button(ui, kit, at(left, width), text, icon).clicked() {
            pressed = Some(BottomPress::Back);
        }
        left += width + 24.0;
    }
    let mut right = canvas.width() - 48.0;
    if let Some(onward) = &bar.onward {
        let width = button_width(ui.painter(), kit, onward.text, onward.icon).max(240.0).min(right - left);
        let place = at(right - width, width);
        let touch = match onward.kind {
            OnwardKind::Secondary => secondary_button(ui, kit, place, onward.text, onward.icon),
            kind => primary_button(ui, kit, place, onward.text, onward.icon, kind == OnwardKind::Ready),
        };
        if touch.clicked() {
            pressed = Some(BottomPress::Onward);
        }
        right -= width + 24.0;
    }
    if !bar.hint.is_empty() && right - left > 120.0 {
        hint(ui, kit, canvas.rect(left, top + 21.0, right - left, 104.0), bar);
    }
    pressed
}

fn hint(ui: &Ui, kit: &Kit, rect: Rect, bar: &BottomBar<'_>) {
    let glyph = if bar.hint_icon.is_some() { 44.0 } else { 0.0 };
    let room = Rect::from_min_max(rect.min + vec2(glyph, 0.0), rect.max);
    let words = Text::new(bar.hint, kit.sized(Type::Body, 26.0), kit.theme.palette.ink2)
        .lines(3)
        .align(Align2::RIGHT_CENTER)
        .show(ui, room);
    if let Some((icon, tint)) = bar.hint_icon {
        let square = Rect::from_center_size(pos2(words.rect.left() - 28.0, rect.center().y), vec2(32.0, 32.0));
        paint_icon(ui.painter(), square, icon, 32.0, tint.ink(&kit.theme));
    }
}

/// The part of the canvas between the bars, `PAGE_MARGIN` du from its sides.
#[must_use]
pub fn main_area(canvas: &Canvas) -> Rect {
    let margin = if canvas.shape == Shape::Portrait { 48.0 } else { PAGE_MARGIN };
    canvas.rect(margin, TOP_BAR, canvas.width() - 2.0 * margin, canvas.height() - TOP_BAR - BOTTOM_BAR)
}
