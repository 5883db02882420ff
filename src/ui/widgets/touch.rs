//! One way of being touched for every widget: pointer, finger, keyboard and assistive software.

use egui::accesskit::{Action, Role};
use egui::{Color32, Context, Id, Key, PointerButton, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::paint::corner;
use crate::ui::kit::Kit;
use crate::ui::theme::{HIT_MARGIN, KEY_BOUNCE, SECOND_TOUCH_GUARD, TOUCH_DRIFT};

/// What became of a target in this frame.
#[derive(Debug, Clone)]
pub struct Touch {
    /// egui's own answer: rectangle, id, focus. Its `clicked` knows nothing of the guard; ask [`Touch::clicked`].
    pub response: Response,
    clicked: bool,
    down: f32,
}

impl Touch {
    /// Has the target acted in this frame?
    #[must_use]
    pub const fn clicked(&self) -> bool {
        self.clicked
    }

    /// Is it held down right now?
    #[must_use]
    pub fn held(&self) -> bool {
        self.response.is_pointer_button_down_on()
    }

    /// How far it is pressed, 0 to 1.
    #[must_use]
    pub const fn down(&self) -> f32 {
        self.down
    }

    /// Does the keyboard's focus stand on it?
    #[must_use]
    pub fn focused(&self) -> bool {
        self.response.has_focus()
    }

    /// Both answers as one: acted if either did. For a widget made of two targets.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self { clicked: self.clicked || other.clicked, ..self }
    }
}

/// A target to be touched.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// What assistive software calls it; within one screen no two targets share role and name.
    pub name: &'a str,
    /// What it is.
    pub role: Role,
    /// Chosen or not, where that is a question.
    pub selected: Option<bool>,
    /// A key acts at typing speed; anything else ignores a second touch for 250 ms. Between a key and anything else a
    /// touch is a second one only where the finger was: a hand that has reached another place means it.
    pub key: bool,
}

impl<'a> Target<'a> {
    /// A button of that name.
    #[must_use]
    pub const fn button(name: &'a str) -> Self {
        Self { name, role: Role::Button, selected: None, key: false }
    }

    /// A button that is chosen or not.
    #[must_use]
    pub const fn choice(name: &'a str, selected: bool) -> Self {
        Self { selected: Some(selected), ..Self::button(name) }
    }

    /// A key of a keyboard.
    #[must_use]
    pub const fn key(name: &'a str) -> Self {
        Self { key: true, ..Self::button(name) }
    }

    /// Its egui id within `ui`: the same as long as its name is.
    #[must_use]
    pub fn id(&self, ui: &Ui) -> Id {
        ui.scope_id().with(("target", self.name, self.role as u8))
    }

    /// Senses touches on `rect` and up to 12 du around it.
    pub fn sense(&self, ui: &Ui, kit: &Kit, rect: Rect) -> Touch {
        let id = self.id(ui);
        // A hardware keyboard has these keys itself: Tab passes over the ones on the screen.
        let sense = if self.key { Sense::CLICK } else { Sense::click() };
        let response = ui.interact(rect, id, sense);
        let name = self.name;
        response.widget_info(|| WidgetInfo { selected: self.selected, ..WidgetInfo::labeled(self.role, true, name) });
        let clicked = self.acts(ui.ctx(), &response, rect);
        let held = response.is_pointer_button_down_on();
        let time = if held { kit.theme.motion.press } else { kit.theme.motion.release };
        let down = ui.ctx().animate_bool_with_time(id.with("down"), held, time.as_secs_f32());
        Touch { response, clicked, down }
    }

    fn acts(&self, ctx: &Context, response: &Response, rect: Rect) -> bool {
        note_press(ctx, response);
        note_tab(ctx);
        if !response.clicked() {
            return false;
        }
        let by_pointer = response.clicked_by(PointerButton::Primary);
        let by_assistant = ctx.input(|i| i.has_accesskit_action_request(response.id, Action::Click));
        if by_pointer {
            let released = response.interact_pointer_pos();
            let inside = released.is_none_or(|pos| rect.expand(HIT_MARGIN).contains(pos));
            let one_finger = ctx.input(|i| i.multi_touch().is_none());
            return inside && one_finger && self.passes_guard(ctx, response.id, press_time(ctx), released);
        }
        if by_assistant {
            return true;
        }
        // Space or Enter on the focused target; a key that is held does not act again and again.
        let fresh = ctx.input(|i| {
            i.events.iter().any(|event| {
                matches!(event, egui::Event::Key { key: Key::Enter | Key::Space, pressed: true, repeat: false, .. })
            })
        });
        fresh && self.passes_guard(ctx, response.id, ctx.time(), None)
    }

    fn passes_guard(&self, ctx: &Context, id: Id, began: f64, at: Option<Pos2>) -> bool {
        let act = Act { time: ctx.time(), at, key: self.key.then_some(id) };
        ctx.data_mut(|data| {
            let guard = data.get_temp_mut_or_default::<Guard>(Id::NULL);
            let mut last = [guard.last_act, guard.last_key].into_iter().flatten();
            let passes = last.all(|last| !last.makes_second(&act, began));
            if passes {
                *(if self.key { &mut guard.last_key } else { &mut guard.last_act }) = Some(act);
            }
            passes
        })
    }
}

/// Something that acted: when, where a finger did it, and which key it was if it was one.
#[derive(Debug, Clone, Copy)]
struct Act {
    time: f64,
    at: Option<Pos2>,
    key: Option<Id>,
}

impl Act {
    /// Is `next`, a touch that began then, only the bounce of this one?
    fn makes_second(&self, next: &Self, began: f64) -> bool {
        let within = |time: std::time::Duration| began - self.time < time.as_secs_f64();
        let same_place = || self.at.zip(next.at).is_none_or(|(here, there)| here.distance(there) <= TOUCH_DRIFT);
        match (self.key, next.key) {
            (Some(key), Some(next)) => key == next && within(KEY_BOUNCE),
            (None, None) => within(SECOND_TOUCH_GUARD),
            _ => within(SECOND_TOUCH_GUARD) && same_place(),
        }
    }
}

/// When something acted last; one for the whole window.
#[derive(Debug, Clone, Copy, Default)]
struct Guard {
    last_act: Option<Act>,
    last_key: Option<Act>,
    press_began: Option<f64>,
}

fn note_press(ctx: &Context, response: &Response) {
    if response.is_pointer_button_down_on()
        && let Some(began) = ctx.input(|i| i.pointer.press_start_time())
    {
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Guard>(Id::NULL).press_began = Some(began));
    }
}

/// Tab chooses another target: the next Enter there is no bounce of the last one, however soon it comes.
fn note_tab(ctx: &Context) {
    if ctx.input(|i| i.key_pressed(Key::Tab)) {
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Guard>(Id::NULL).last_act = None);
    }
}

/// When the press that is being released began; now, when both came in one frame.
fn press_time(ctx: &Context) -> f64 {
    let now = ctx.time();
    if ctx.input(|i| i.pointer.any_pressed()) {
        return now;
    }
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Guard>(Id::NULL).press_began).unwrap_or(now)
}

/// Paints the ring that shows the keyboard's focus around a shape, visible on light and on dark grounds.
pub fn focus_ring(ui: &Ui, kit: &Kit, rect: Rect, radius: f32, touch: &Touch) {
    if touch.focused() {
        let ring = |width: f32, color: Color32| {
            let outline = Stroke::new(width, color);
            ui.painter().rect_stroke(rect.expand(5.0), corner(radius + 5.0), outline, StrokeKind::Middle);
        };
        ring(kit.theme.stroke.focus + 4.0, kit.theme.palette.focus_halo);
        ring(kit.theme.stroke.focus, kit.theme.palette.focus);
    }
}
