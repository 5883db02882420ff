//! The keys that open the PIN pad as well as the emblem does.

use egui::{Event, Key};

use crate::config::Chord;

/// Whether the event is the chord going down.
pub fn is_pressed(chord: &Chord, event: &Event) -> bool {
    let Event::Key { key, physical_key, pressed: true, repeat: false, modifiers } = event else { return false };
    let wanted = Key::from_name(&chord.key);
    // With Shift or another layout the key may mean something else than what is printed on it.
    let meant = wanted.is_some() && (Some(*key) == wanted || *physical_key == wanted);
    meant && modifiers.alt == chord.alt && modifiers.ctrl == chord.ctrl && modifiers.shift == chord.shift
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn down(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
    }

    fn chord(key: &str, shift: bool) -> Chord {
        Chord { ctrl: true, alt: true, shift, key: key.to_owned() }
    }

    #[test]
    fn the_chord_is_all_of_its_keys_and_no_others() {
        let both = Modifiers { ctrl: true, alt: true, ..Modifiers::NONE };
        let all = Modifiers { shift: true, ..both };
        assert!(is_pressed(&chord("P", false), &down(Key::P, both)));
        assert!(is_pressed(&chord("7", true), &down(Key::Num7, all)));
        assert!(is_pressed(&chord("F12", false), &down(Key::F12, both)));
        for wrong in [
            down(Key::P, Modifiers::CTRL),
            down(Key::P, all),
            down(Key::O, both),
            down(Key::P, Modifiers::NONE),
            Event::Text("p".to_owned()),
        ] {
            assert!(!is_pressed(&chord("P", false), &wrong), "{wrong:?}");
        }
        let up = Event::Key { key: Key::P, physical_key: None, pressed: false, repeat: false, modifiers: both };
        assert!(!is_pressed(&chord("P", false), &up));
    }

    #[test]
    fn every_key_that_the_configuration_takes_is_known() {
        let letters = ('A'..='Z').map(String::from);
        let figures = ('0'..='9').map(String::from);
        for key in letters.chain(figures).chain((1..=12).map(|n| format!("F{n}"))) {
            assert!(Key::from_name(&key).is_some(), "{key}");
        }
    }
}
