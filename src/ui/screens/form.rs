//! What all forms have: a title, lines of text with their labels and faults, and a hint of what is missing.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::frame::Below;
use super::plan::{FieldPlace, Plan};
use super::{privacy, typing};
use crate::domain::name::{MAX_NAME_CHARS, Name};
use crate::flow::{Event, Field};
use crate::i18n::Words;
use crate::ui::icons::{Icon, bold, fill};
use crate::ui::theme::{Tint, Type, radius};
use crate::ui::view::View;
use crate::ui::widgets::{self, Face, Onward, Side, Text, field, icon, icon_box};

/// A line of text to be filled in.
pub(super) struct Line<'a> {
    /// Above the field, and its name.
    pub label: &'a str,
    /// In the field while it is empty.
    pub example: &'a str,
    /// As typed.
    pub text: &'a str,
    /// Which one it is; none where it is the only one.
    pub field: Option<Field>,
    /// Keys go here.
    pub active: bool,
    /// The text can be taken as it stands.
    pub good: bool,
    /// What is wrong with it.
    pub fault: Option<String>,
}

/// Whether the text can be taken as a name.
pub(super) fn is_name(text: &str) -> bool {
    Name::new(text).is_ok()
}

/// What a name lacks to be taken, in words: `empty` is the key for no text at all, `short` for too little of it.
pub(super) fn lacking(words: Words, text: &str, empty: &str, short: &str) -> Option<String> {
    match Name::new(text) {
        Ok(_) => None,
        Err(_) if text.trim().is_empty() => Some(words.get(empty)),
        Err(fault) => Some(typing::fault(words, fault, short, MAX_NAME_CHARS)),
    }
}

/// Paints the title and the line of what is kept.
pub(super) fn ground(ui: &Ui, view: &View<'_>, plan: &Plan, title: &str) {
    self::title(ui, view, plan, title);
    privacy::show(ui, view, plan.notice);
}

/// Paints the title alone, where nothing of a person is kept.
pub(super) fn title(ui: &Ui, view: &View<'_>, plan: &Plan, title: &str) {
    let font = view.kit.font(Type::TitleForm);
    Text::new(title, font, view.kit.theme.palette.ink).show(ui, plan.title);
}

/// Paints a line of text. Touching it, or reaching it with Tab, makes it the one that keys go to.
pub(super) fn line(ui: &Ui, view: &View<'_>, place: &FieldPlace, line: &Line<'_>) -> Option<Event> {
    let p = &view.kit.theme.palette;
    Text::new(line.label, view.kit.font(Type::BodyStrong), p.ink).paint(ui.painter(), place.label);
    let shown = widgets::Field {
        name: line.label,
        text: line.text,
        placeholder: line.example,
        active: line.active,
        good: line.good,
        wrong: line.fault.is_some(),
        size: size(ui, view, place.field.width(), line.text),
    };
    let touch = field(ui, view.kit, place.field, &shown);
    if let Some(fault) = &line.fault {
        complain(ui, view, place.fault, fault);
    }
    let wanted = touch.clicked() || touch.response.gained_focus();
    line.field.filter(|_| wanted && !line.active).map(Event::Focus)
}

/// A long text is written smaller, so that as much of it as possible is seen.
fn size(ui: &Ui, view: &View<'_>, width: f32, text: &str) -> Type {
    let first = if width < 600.0 { Type::Label } else { Type::KeyboardKey };
    let fits = |style: &Type| {
        let room = width - 2.0 * 34.0 - 64.0 - 16.0;
        let ink = view.kit.theme.palette.ink;
        Text::new(text, view.kit.font(*style), ink).measure(ui.painter(), f32::INFINITY).x <= room
    };
    [first, Type::Label].into_iter().find(fits).unwrap_or(Type::BodyStrong)
}

/// Paints a sentence in red, with its sign.
pub(super) fn complain(ui: &Ui, view: &View<'_>, rect: Rect, sentence: &str) {
    let theme = &view.kit.theme;
    let square = Rect::from_center_size(pos2(rect.left() + 15.0, rect.center().y), vec2(28.0, 28.0));
    let sign = if theme.is_high_contrast() { theme.palette.amber } else { theme.palette.red_ink };
    icon(ui.painter(), square, fill::WARNING_CIRCLE, 28.0, sign);
    let room = Rect::from_min_max(pos2(square.right() + 10.0, rect.top()), rect.max);
    Text::new(sentence, view.kit.font(Type::CaptionStrong), theme.palette.red_ink).show(ui, room);
}

/// The bar below with the button that leads on, grey while something is missing, and what that is.
pub(super) fn below<'a>(button: &'a str, ready: bool, missing: &'a str, plan: &Plan) -> Below<'a> {
    let below = Below::next(button, ready);
    if plan.hint.is_some() { below } else { below.hint(missing) }
}

/// "Simpan" ends the entry, so that it bears a tick instead of an arrow onwards.
pub(super) fn saved(below: Below<'_>) -> Below<'_> {
    let onward = below.onward.map(|(onward, event)| {
        let icon = Side::Left(bold::CHECK);
        (Onward { icon, ..onward }, event)
    });
    Below { onward, ..below }
}

/// What is missing, where the bar below has no room for it.
pub(super) fn hint(ui: &Ui, view: &View<'_>, plan: &Plan, missing: &str) {
    if let (Some(rect), false) = (plan.hint, missing.is_empty()) {
        self::missing(ui, view, rect, missing);
    }
}

/// Paints what is missing at the right end of `rect`.
pub(super) fn missing(ui: &Ui, view: &View<'_>, rect: Rect, missing: &str) {
    let ink = view.kit.theme.palette.ink2;
    Text::new(missing, view.kit.sized(Type::Body, 26.0), ink).align(Align2::RIGHT_CENTER).show(ui, rect);
}

/// Paints a card that explains the form, where there are no questions beside the field.
pub(super) fn aside(ui: &Ui, view: &View<'_>, room: Rect, (glyph, tint): (Icon, Tint), title: &str, text: &str) {
    const PAD: f32 = 36.0;
    const PICTURE: f32 = 112.0;
    let p = &view.kit.theme.palette;
    let width = room.width() - 2.0 * PAD;
    let heading = Text::new(title, view.kit.font(Type::LabelStrong), p.ink).lines(2).top();
    let body = Text::new(text, view.kit.font(Type::Body), p.ink2).lines(5).top();
    let (high, rest) = (heading.measure(ui.painter(), width).y, body.measure(ui.painter(), width).y);
    let all = (2.0 * PAD + PICTURE + 24.0 + high + 12.0 + rest).min(room.height());
    let card = Rect::from_min_size(room.min, vec2(room.width(), all));
    Face::filled(p.surface, radius::CARD).outlined(view.kit.theme.stroke.card, p.line).paint(ui.painter(), card, 0.0);
    let inner = card.shrink(PAD);
    icon_box(ui.painter(), view.kit, Rect::from_min_size(inner.min, vec2(PICTURE, PICTURE)), glyph, tint);
    let head = Rect::from_min_size(inner.min + vec2(0.0, PICTURE + 24.0), vec2(width, high));
    heading.show(ui, head);
    body.show(ui, Rect::from_min_max(pos2(inner.left(), head.bottom() + 12.0), inner.max + vec2(0.0, 4.0)));
}
