//! One act a frame. egui acts on the last place of the pointer and of the keyboard's focus in a frame, so of two
//! quick touches within one slow frame the first would be lost, and Enter before Tab would press the wrong button. Of
//! two acts of assistive software on one control it sees one as well. What comes after a release waits for the next
//! frame.

use std::collections::VecDeque;

use egui::{Context, Event, Key, RawInput};

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
            let release = is_release(&event);
            raw.events.push(event);
            // What the release brings with it (a finger that leaves the screen) belongs to it.
            let follows = |e: &Event| matches!(e, Event::PointerGone | Event::Touch { .. });
            // A storm of Enter is one Enter: the guard against second touches would drop the others one by one.
            if release && pressed_again(raw.events.last(), self.waiting.front()) {
                continue;
            }
            if release && !self.waiting.iter().all(follows) {
                ctx.request_repaint();
                break;
            }
        }
    }
}

/// The end of a touch, or of a key that acts on the control with the focus or moves it, or an act of assistive software.
fn is_release(event: &Event) -> bool {
    let acts = |key: &Key| matches!(key, Key::Enter | Key::Space | Key::Escape | Key::Tab);
    match event {
        Event::PointerButton { pressed, .. } => !pressed,
        Event::Key { key, pressed, .. } => !pressed && acts(key),
        Event::AccessKitActionRequest(_) => true,
        _ => false,
    }
}

/// Whether what comes next is the same acting key once more.
fn pressed_again(last: Option<&Event>, next: Option<&Event>) -> bool {
    let acting = |event: Option<&Event>| match event {
        Some(Event::Key { key: key @ (Key::Enter | Key::Space), .. }) => Some(*key),
        _ => None,
    };
    acting(last).is_some_and(|key| acting(next) == Some(key))
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

    #[test]
    fn a_storm_of_enter_takes_one_frame() {
        let ctx = Context::default();
        let key =
            |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        let storm = vec![vec![key(Key::Enter, true), key(Key::Enter, false)]; 100].concat();
        let mut touches = Touches::default();
        let mut raw = RawInput { events: [storm.clone(), touch(1.0)].concat(), ..RawInput::default() };
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, storm);
        raw.events.clear();
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, touch(1.0));
    }

    #[test]
    fn assistive_software_presses_the_same_key_twice() {
        use egui::accesskit::{Action, ActionRequest, NodeId, TreeId};
        let press = || {
            let request =
                ActionRequest { action: Action::Click, target_tree: TreeId::ROOT, target_node: NodeId(7), data: None };
            Event::AccessKitActionRequest(request)
        };
        let ctx = Context::default();
        let mut touches = Touches::default();
        let mut raw = RawInput { events: vec![press(), press()], ..RawInput::default() };
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, [press()]);
        raw.events.clear();
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, [press()]);
    }

    #[test]
    fn enter_acts_before_tab_moves_on_and_letters_do_not_wait() {
        let ctx = Context::default();
        let key =
            |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        let enter = vec![key(Key::Enter, true), key(Key::Enter, false)];
        let rest = vec![key(Key::Tab, true), key(Key::Tab, false)];
        let letters = vec![Event::Text("a".into()), Event::Text("b".into())];
        let mut touches = Touches::default();
        let events = [letters.clone(), enter.clone(), rest.clone()].concat();
        let mut raw = RawInput { events, ..RawInput::default() };
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, [letters, enter].concat());
        raw.events.clear();
        touches.pace(&ctx, &mut raw);
        assert_eq!(raw.events, rest);
    }
}
