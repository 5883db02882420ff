//! Until when no frame is painted, since a reader may be typing.

use std::time::{Duration, Instant};

use winit::keyboard::{Key, NamedKey};

/// The longest pause between two strokes of an ordinary reader: USB asks a slow keyboard every 8 to 10 ms, for the press
/// and for the release. A person's letter is seen so much later.
const PAUSE: Duration = Duration::from_millis(20);

/// Who writes on and on sees a frame so often: longer than a reader needs for a card.
const LONGEST: Duration = Duration::from_millis(200);

/// What a pressed key is, for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// A character: more may follow.
    Character,
    /// It changes what the next key means.
    Modifier,
    /// Any other key. A reader ends with one, and a person's is to be answered.
    Key,
}

impl Press {
    /// What the key is that stands for `key` and writes `text`.
    #[must_use]
    pub fn of(key: &Key, text: Option<&str>) -> Self {
        match key {
            Key::Named(NamedKey::Shift | NamedKey::CapsLock | NamedKey::NumLock | NamedKey::AltGraph) => Self::Modifier,
            _ if text.is_some_and(|text| !text.is_empty() && !text.contains(char::is_control)) => Self::Character,
            _ => Self::Key,
        }
    }
}

/// What is known of the strokes since the last frame.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hold {
    /// When the first and the last came.
    strokes: Option<(Instant, Instant)>,
}

impl Hold {
    /// A character came.
    pub fn stroke(&mut self, now: Instant) {
        let first = self.strokes.map_or(now, |(first, _)| first);
        self.strokes = Some((first, now));
    }

    /// When a frame may be painted again; nothing if it may now.
    #[must_use]
    pub fn until(&self, now: Instant) -> Option<Instant> {
        let (first, last) = self.strokes?;
        Some((last + PAUSE).min(first + LONGEST)).filter(|until| now < *until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Milliseconds after `start` at which a frame may be painted, asked for after each of the strokes.
    fn frames(strokes: &[u64]) -> Vec<u64> {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let mut hold = Hold::default();
        let mut frames = Vec::new();
        for now in 0..2_000 {
            if strokes.contains(&now) {
                hold.stroke(at(now));
            }
            if hold.strokes.is_some() && hold.until(at(now)).is_none() {
                hold = Hold::default();
                frames.push(now);
            }
        }
        frames
    }

    #[test]
    fn a_burst_is_one_frame_and_a_persons_letters_are_one_each() {
        let burst: Vec<u64> = (0..10).map(|i| 100 + i * 9).collect();
        assert_eq!(frames(&burst), [100 + 81 + 20]);
        assert_eq!(frames(&[0, 90, 180]), [20, 110, 200]);
    }

    #[test]
    fn a_screen_stands_still_for_a_fifth_of_a_second_however_long_somebody_writes() {
        let noise: Vec<u64> = (0..1_000).collect();
        let frames = frames(&noise);
        assert!(frames.len() >= 5 && frames.windows(2).all(|pair| pair[1] - pair[0] <= 201), "{frames:?}");
    }

    #[test]
    fn nothing_is_held_before_the_first_stroke() {
        assert_eq!(Hold::default().until(Instant::now()), None);
    }

    #[test]
    fn a_character_is_told_from_keys_that_end_a_burst_or_belong_to_it() {
        use NamedKey::{Backspace, Enter, Escape, F1, Shift, Space, Tab};
        let named = |key, text| Press::of(&Key::Named(key), text);
        assert_eq!(Press::of(&Key::Character("7".into()), Some("7")), Press::Character);
        assert_eq!(named(Space, Some(" ")), Press::Character);
        assert_eq!(named(Shift, None), Press::Modifier);
        for (key, text) in
            [(Enter, Some("\r")), (Tab, Some("\t")), (F1, None), (Escape, Some("\u{1b}")), (Backspace, Some("\u{8}"))]
        {
            assert_eq!(named(key, text), Press::Key, "{key:?}");
        }
    }
}
