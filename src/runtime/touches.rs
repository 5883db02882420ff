//! One touch a frame. egui acts on the last place of the pointer in a frame, so of two quick touches within one
//! slow frame the first would be lost. What comes after a release waits for the next frame.

use std::collections::VecDeque;

use egui::{Context, Event, RawInput};

/// The events that wait.
#[derive(Debug, Default)]
pub struct Touches {
    waiting: VecDeque<Event>,
}

impl Touches {
    /// Leaves in `raw` what belongs to this frame, and asks for another frame when something waits.
    pub fn pace(&mut self, ctx: &Context, raw: &mut RawInput) {
        self.waiting.extend(raw.events.drain(..));
        while let Some(event) = self.waiting.pop_front() {
            let release = matches!(event, Event::PointerButton { pressed: false, .. });
            raw.events.push(event);
            // What the release brings with it (a finger that leaves the screen) belongs to it.
            let follows = |e: &Event| matches!(e, Event::PointerGone | Event::Touch { .. });
            if release && !self.waiting.iter().all(follows) {
                ctx.request_repaint();
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, PointerButton, pos2};

    use super::*;

    fn touch(x: f32) -> Vec<Event> {
        let pos = pos2(x, 1.0);
        let button =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        vec![Event::PointerMoved(pos), button(true), button(false)]
    }

    #[test]
    fn two_quick_touches_come_in_two_frames_and_in_their_order() {
        let ctx = Context::default();
        let mut touches = Touches::default();
        let mut raw = RawInput { events: [touch(1.0), touch(2.0)].concat(), ..RawInput::default() };
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, touch(1.0));
        raw.events = vec![Event::PointerGone];
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, [touch(2.0), vec![Event::PointerGone]].concat());
        raw.events.clear();
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, []);
    }
}
