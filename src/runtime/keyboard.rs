//! The window's keyboard queue between winit and egui: bursts of a reader are taken out before any widget sees
//! them, everything else is passed on once it is known to be a person's.

use std::time::Duration;

use egui::{Event, Key as EguiKey, Modifiers, RawInput};

use crate::devices::wedge::{Heard, Key, Setup, Stroke, Wedge};

/// A pause of the window that is longer than this was rest, or the time that a slow picture took: what arrives
/// after it may have come just now.
const REST: Duration = Duration::from_millis(30);

/// No stroke waits longer than this for the window to look at its queue.
const LONGEST_STALL: Duration = Duration::from_millis(1500);

/// Keys without text that are passed on, besides Enter and Tab.
const PASSED: [EguiKey; 10] = [
    EguiKey::Backspace,
    EguiKey::Escape,
    EguiKey::Delete,
    EguiKey::ArrowUp,
    EguiKey::ArrowDown,
    EguiKey::ArrowLeft,
    EguiKey::ArrowRight,
    EguiKey::Home,
    EguiKey::End,
    EguiKey::Tab,
];
/// The place of Tab with Shift among [`PASSED`].
const BACK_TAB: u16 = 9;

/// F1 to F12, which only a reader sends: nothing of the kiosk listens to them.
const FUNCTIONS: [EguiKey; 12] = [
    EguiKey::F1,
    EguiKey::F2,
    EguiKey::F3,
    EguiKey::F4,
    EguiKey::F5,
    EguiKey::F6,
    EguiKey::F7,
    EguiKey::F8,
    EguiKey::F9,
    EguiKey::F10,
    EguiKey::F11,
    EguiKey::F12,
];

/// What a reader sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Card {
    /// A text.
    Text(String),
    /// Something that is no text.
    Noise,
}

/// The queue of one window.
pub struct Keyboard {
    wedge: Wedge,
    last_look: Duration,
    last_work: Duration,
    cards: Vec<Card>,
}

impl Keyboard {
    /// A queue with a reader of that setup.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self { wedge: Wedge::new(setup), last_look: Duration::ZERO, last_work: Duration::ZERO, cards: Vec::new() }
    }

    /// Listens to a reader of another setup from now on.
    pub fn adopt(&mut self, setup: Setup) {
        self.wedge = Wedge::new(setup);
    }

    /// Takes the strokes out of `raw`, and puts back those that are a person's. `first`: when the window was told of the
    /// first of them.
    pub fn filter(&mut self, raw: &mut RawInput, now: Duration, first: Option<Duration>) {
        let mut strokes = Vec::new();
        raw.events.retain(|event| !take(event, &mut strokes));
        let rests = |until: Duration| until.saturating_sub(self.last_work) > REST;
        let rested = rests(first.unwrap_or(now));
        // A window at rest is told at once; while it is painted, strokes wait.
        let told = first.filter(|_| rested).unwrap_or(self.last_look);
        let since = told.max(now.saturating_sub(LONGEST_STALL));
        self.last_look = now;
        for heard in self.wedge.feed(since, now, rested, &strokes) {
            match heard {
                Heard::Stroke(stroke) => put_back(stroke, &mut raw.events),
                Heard::Scan(text) => self.cards.push(Card::Text(text)),
                Heard::Noise => self.cards.push(Card::Noise),
            }
        }
    }

    /// The frame is painted; until the next look the window rests.
    pub fn rest(&mut self, now: Duration) {
        self.last_work = now;
    }

    /// When strokes that are held back must be looked at again.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        self.wedge.deadline()
    }

    /// The cards that were read since the last call.
    pub fn cards(&mut self) -> Vec<Card> {
        std::mem::take(&mut self.cards)
    }
}

/// Whether the event belongs to the keyboard; its stroke, if it is one, is put into `strokes`.
fn take(event: &Event, strokes: &mut Vec<Stroke>) -> bool {
    match event {
        Event::Text(text) => strokes.extend(text.chars().map(Stroke::Char)),
        Event::Key { key, pressed, repeat, modifiers, .. } => {
            let foreign = modifiers.alt || modifiers.ctrl || modifiers.command;
            if *pressed && !foreign {
                strokes.extend(stroke(*key, *repeat, modifiers.shift));
            }
        }
        Event::Copy | Event::Cut | Event::Paste(_) | Event::Ime(_) => {}
        _ => return false,
    }
    true
}

/// The stroke of a key that carries no text. Enter and Escape do not repeat while they are held.
fn stroke(key: EguiKey, repeat: bool, shift: bool) -> Option<Stroke> {
    let key = match key {
        EguiKey::Enter | EguiKey::Escape if repeat => return None,
        EguiKey::Enter => Key::Enter,
        EguiKey::Tab if shift => Key::Other(BACK_TAB),
        EguiKey::Tab => Key::Tab,
        key => match FUNCTIONS.iter().position(|k| *k == key) {
            Some(place) => Key::Function(u8::try_from(place + 1).ok()?),
            None => Key::Other(u16::try_from(PASSED.iter().position(|k| *k == key)?).ok()?),
        },
    };
    Some(Stroke::Key(key))
}

fn put_back(stroke: Stroke, events: &mut Vec<Event>) {
    let mut press = |key, modifiers| {
        for pressed in [true, false] {
            events.push(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
    };
    match stroke {
        Stroke::Key(Key::Enter) => press(EguiKey::Enter, Modifiers::NONE),
        Stroke::Key(Key::Tab) => press(EguiKey::Tab, Modifiers::NONE),
        Stroke::Key(Key::Function(_)) => {}
        Stroke::Key(Key::Other(BACK_TAB)) => press(EguiKey::Tab, Modifiers::SHIFT),
        Stroke::Key(Key::Other(place)) => {
            if let Some(key) = PASSED.get(usize::from(place)) {
                press(*key, Modifiers::NONE);
            }
        }
        Stroke::Char(c) => {
            if c == ' ' {
                press(EguiKey::Space, Modifiers::NONE);
            }
            events.push(Event::Text(c.to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: EguiKey, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    fn burst(text: &str) -> RawInput {
        let mut events = Vec::new();
        for c in text.chars() {
            events.push(key(EguiKey::Num0, true));
            events.push(Event::Text(c.to_string()));
            events.push(key(EguiKey::Num0, false));
        }
        events.push(key(EguiKey::Enter, true));
        events.push(key(EguiKey::Enter, false));
        RawInput { events, ..RawInput::default() }
    }

    #[test]
    fn a_burst_leaves_nothing_for_the_widgets() {
        let mut keyboard = Keyboard::new(Setup::default());
        let mut raw = burst("0024118736");
        raw.events.push(Event::PointerGone);
        keyboard.filter(&mut raw, Duration::from_secs(1), None);
        assert_eq!(raw.events, [Event::PointerGone]);
        assert_eq!(keyboard.cards(), [Card::Text("0024118736".into())]);
    }

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn a_burst_that_wakes_the_window_is_known_by_when_it_began() {
        let bare = Setup { suffix: None, ..Setup::default() };
        let read = |first: Option<u64>| {
            let mut keyboard = Keyboard::new(bare.clone());
            let mut raw = burst("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
            raw.events.truncate(26 * 3);
            keyboard.filter(&mut raw, ms(10_000), first.map(ms));
            keyboard.filter(&mut RawInput::default(), ms(10_100), None);
            keyboard.cards()
        };
        assert_eq!(read(Some(9_900)), [Card::Text("ABCDEFGHIJKLMNOPQRSTUVWXYZ".into())]);
        assert_eq!(read(None), [], "since the last look it may as well be a person's");
    }

    #[test]
    fn what_waited_for_a_slow_picture_did_not_come_when_the_window_was_told() {
        let mut keyboard = Keyboard::new(Setup::default());
        keyboard.filter(&mut RawInput::default(), ms(10_000), None);
        keyboard.rest(ms(11_000));
        let mut raw = burst("JalanMawar");
        keyboard.filter(&mut raw, ms(11_005), Some(ms(11_004)));
        assert_eq!(keyboard.cards(), []);
    }

    #[test]
    fn a_persons_enter_is_passed_on_and_shortcuts_are_not() {
        let mut keyboard = Keyboard::new(Setup::default());
        let ctrl = Event::Key {
            key: EguiKey::C,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::CTRL,
        };
        let mut raw = RawInput { events: vec![ctrl, Event::Copy, key(EguiKey::Enter, true)], ..RawInput::default() };
        keyboard.filter(&mut raw, Duration::from_secs(1), None);
        assert_eq!(raw.events, [key(EguiKey::Enter, true), key(EguiKey::Enter, false)]);
    }
}
