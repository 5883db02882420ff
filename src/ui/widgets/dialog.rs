//! Dialogs: a scrim, a card, and nothing else can be touched or focused.

use egui::accesskit::Role;
use egui::emath::easing::cubic_out;
use egui::{Area, Id, Key, Modifiers, Order, Rect, Sense, Ui, Vec2, pos2, vec2};

use super::button::{Side, danger_button, primary_button, secondary_button};
use super::key::was_here;
use super::paint::{Face, icon_box};
use super::text::Text;
use super::touch::{Target, Touch};
use crate::ui::icons::Icon;
use crate::ui::kit::Kit;
use crate::ui::layout::{Canvas, Shape};
use crate::ui::theme::{SLIDE, Tint, Type, radius};

/// What became of a modal card in this frame.
#[derive(Debug)]
pub struct Modal<R> {
    /// What the card's content returned.
    pub inner: R,
    /// Esc was pressed.
    pub escape: bool,
    /// The scrim was touched outside of the card.
    pub outside: bool,
}

/// A card of `size` du in the middle of the canvas over a scrim. `content` paints into the rectangle that it is
/// given, with the `Ui` that it is given. Below it nothing can be touched and the focus cannot leave.
pub fn modal<R>(
    ui: &Ui,
    kit: &Kit,
    canvas: &Canvas,
    name: &str,
    size: Vec2,
    content: impl FnOnce(&mut Ui, Rect) -> R,
) -> Modal<R> {
    let ctx = ui.ctx().clone();
    let id = Id::unique(("modal", name));
    let shown = opening(ui, kit, id);
    let area = Area::new(id)
        .order(Order::Foreground)
        .fixed_pos(canvas.window.min)
        .default_size(canvas.window.size())
        .constrain(false)
        .sense(Sense::hover())
        .fade_in(false)
        .role(Role::Dialog)
        .accessible_name(name);
    ctx.memory_mut(|memory| memory.set_modal_layer(area.layer()));
    let p = &kit.theme.palette;
    let card = Rect::from_center_size(canvas.area.center(), size.min(canvas.area.size() - vec2(48.0, 48.0)));
    let rise = SLIDE * (1.0 - cubic_out(shown.card));
    let inner = area
        .show(&ctx, |ui| {
            ui.set_min_size(canvas.window.size());
            // Senses drags only, so that a touch just beside a button still reaches the button.
            ui.interact(canvas.window, id.with("scrim"), Sense::DRAG);
            ui.painter().rect_filled(canvas.window, 0.0, p.scrim.gamma_multiply(shown.scrim));
            ui.multiply_opacity(shown.card.max(0.2));
            let card = card.translate(vec2(0.0, rise));
            Face::filled(p.surface, radius::DIALOG)
                .outlined(if kit.theme.is_high_contrast() { kit.theme.stroke.tile } else { 0.0 }, p.line)
                .shadowed(kit.theme.shadow.dialog, p.ink.gamma_multiply(0.6))
                .paint(ui.painter(), card, 0.0);
            content(ui, card)
        })
        .inner;
    let outside =
        ctx.input(|i| i.pointer.primary_clicked() && i.pointer.interact_pos().is_some_and(|pos| !card.contains(pos)));
    let escape = ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
    Modal { inner, escape, outside: outside && shown.touchable }
}

struct Shown {
    scrim: f32,
    card: f32,
    /// The touch that opened the dialog is not one outside of it.
    touchable: bool,
}

fn opening(ui: &Ui, kit: &Kit, id: Id) -> Shown {
    let now = ui.input(|i| i.time);
    let began_id = id.with("began");
    let here = was_here(ui, id);
    if !here {
        ui.data_mut(|data| data.insert_temp(began_id, now));
        // The focus must not stay on something that the scrim hides.
        ui.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
    }
    let began = ui.data(|data| data.get_temp::<f64>(began_id)).unwrap_or(now);
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let part = |time: std::time::Duration| {
        if time.is_zero() { 1.0 } else { ((now - began) / time.as_secs_f64()).clamp(0.0, 1.0) as f32 }
    };
    let shown = Shown { scrim: part(kit.theme.motion.scrim), card: part(kit.theme.motion.dialog), touchable: here };
    if shown.scrim < 1.0 || shown.card < 1.0 {
        ui.ctx().request_repaint();
    }
    shown
}

/// A button of a dialog.
#[derive(Debug, Clone, Copy)]
pub struct DialogButton<'a> {
    /// Its words.
    pub text: &'a str,
    /// Its icon.
    pub icon: Side,
    /// Its weight.
    pub kind: DialogKind,
}

/// How much a dialog's button weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogKind {
    /// The harmless way on.
    Primary,
    /// Another way.
    Secondary,
    /// Throws something away.
    Danger,
}

/// A question or message with its answers.
#[derive(Debug, Clone, Copy)]
pub struct Dialog<'a> {
    /// The question.
    pub title: &'a str,
    /// What it means; may be empty.
    pub text: &'a str,
    /// A picture above the question.
    pub icon: Option<(Icon, Tint)>,
    /// The answers, at most two beside each other, more below each other; the primary one last.
    pub buttons: &'a [DialogButton<'a>],
}

/// How a dialog was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogAnswer {
    /// With the button of that index.
    Button(usize),
    /// With Esc.
    Escape,
    /// By touching beside it.
    Outside,
}

const PADDING: f32 = 64.0;
const GAP: f32 = 24.0;
const HIGH: f32 = 112.0;

/// Shows a dialog over the screen, after the screen itself was painted. Returns how it was answered, if it was.
pub fn dialog(ui: &Ui, kit: &Kit, canvas: &Canvas, dialog: &Dialog<'_>) -> Option<DialogAnswer> {
    let p = &kit.theme.palette;
    let width = 1000.0_f32.min(canvas.width() - 80.0);
    let inner = width - 2.0 * PADDING;
    let title = Text::new(dialog.title, kit.font(Type::TitleForm), p.ink).lines(3).align(egui::Align2::CENTER_TOP);
    let text = Text::new(dialog.text, kit.font(Type::Lead), p.ink2).lines(6).align(egui::Align2::CENTER_TOP);
    let title_high = title.measure(ui.painter(), inner).y;
    let text_high = if dialog.text.is_empty() { 0.0 } else { text.measure(ui.painter(), inner).y + 16.0 };
    let icon_high = if dialog.icon.is_some() { 112.0 + 28.0 } else { 0.0 };
    let stacked = dialog.buttons.len() > 2 || canvas.shape == Shape::Portrait || kit.theme.is_high_contrast();
    #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
    let rows = if stacked { dialog.buttons.len() as f32 } else { 1.0 };
    let buttons_high = rows * (HIGH + GAP) - GAP;
    let high = PADDING + icon_high + title_high + text_high + 48.0 + buttons_high + PADDING;

    let answer = modal(ui, kit, canvas, dialog.title, vec2(width, high), |ui, card| {
        let mut top = card.top() + PADDING;
        let line = |top: f32, high: f32| {
            Rect::from_min_size(pos2(card.left() + PADDING, top), vec2(card.width() - 2.0 * PADDING, high))
        };
        if let Some((glyph, tint)) = dialog.icon {
            let square = Rect::from_center_size(pos2(card.center().x, top + 56.0), vec2(112.0, 112.0));
            icon_box(ui.painter(), kit, square, glyph, tint);
            top += icon_high;
        }
        title.show(ui, line(top, title_high));
        top += title_high;
        if !dialog.text.is_empty() {
            text.show(ui, line(top + 16.0, text_high - 16.0));
        }
        let room = line(card.bottom() - PADDING - buttons_high, buttons_high);
        answers(ui, kit, room, dialog.buttons, stacked)
    });
    if let Some(index) = answer.inner {
        Some(DialogAnswer::Button(index))
    } else if answer.escape {
        Some(DialogAnswer::Escape)
    } else {
        answer.outside.then_some(DialogAnswer::Outside)
    }
}

fn answers(ui: &Ui, kit: &Kit, room: Rect, buttons: &[DialogButton<'_>], stacked: bool) -> Option<usize> {
    let mut pressed = None;
    for (index, button) in buttons.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
        let (place, count) = (index as f32, buttons.len().max(1) as f32);
        let rect = if stacked {
            Rect::from_min_size(pos2(room.left(), room.top() + place * (HIGH + GAP)), vec2(room.width(), HIGH))
        } else {
            let width = (room.width() - (count - 1.0) * GAP) / count;
            Rect::from_min_size(pos2(room.left() + place * (width + GAP), room.top()), vec2(width, HIGH))
        };
        if dialog_button(ui, kit, rect, button).clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

/// A button of a dialog; for dialogs that a screen composes itself with [`modal`].
pub fn dialog_button(ui: &Ui, kit: &Kit, rect: Rect, button: &DialogButton<'_>) -> Touch {
    match button.kind {
        DialogKind::Primary => primary_button(ui, kit, rect, button.text, button.icon, true),
        DialogKind::Secondary => secondary_button(ui, kit, rect, button.text, button.icon),
        DialogKind::Danger => danger_button(ui, kit, rect, button.text, button.icon),
    }
}

/// The id of the target of that name within `ui`, to give it the focus.
#[must_use]
pub fn button_id(ui: &Ui, name: &str) -> Id {
    Target::button(name).id(ui)
}
