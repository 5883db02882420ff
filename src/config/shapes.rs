//! Texts of a certain shape: times, hours, chords, addresses. Each reads one text or says `None`.

use std::path::{Path, PathBuf};

use chrono::NaiveTime;

use super::types::{Chord, Suffix};
use crate::domain::internet::OpenHours;

/// A time of day: `13:00`, or `13.00` as Indonesian clocks write it.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let digits = |t: &str| (t.len() <= 2).then(|| t.parse::<u32>().ok()).flatten().filter(|_| !t.starts_with('+'));
    if minute.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_opt(digits(hour)?, digits(minute)?, 0)
}

/// The hours of one day.
pub(super) enum Day {
    /// Not open.
    Closed,
    /// Open, and in order.
    Open(OpenHours),
    /// Readable, but closing before or at opening.
    Backwards,
}

/// `08:00-15:30` or `closed`; a dash may stand for the hyphen.
pub(super) fn day(text: &str) -> Option<Day> {
    if text == "closed" {
        return Some(Day::Closed);
    }
    let (opens, closes) = text.split_once(['-', '\u{2013}'])?;
    let (opens, closes) = (time(opens)?, time(closes)?);
    Some(if opens < closes { Day::Open(OpenHours { opens, closes }) } else { Day::Backwards })
}

/// Letters, digits, `-`, `_`, 1 to 40 characters.
pub(super) fn kiosk_id(text: &str) -> Option<String> {
    let fits = text.len() <= 40 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    fits.then(|| text.to_owned())
}

/// An address of a page.
pub(super) fn website(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (host.contains('.') && !text.contains(char::is_whitespace)).then(|| text.to_owned())
}

/// An Instagram account: at most 30 letters, digits, dots, underscores.
pub(super) fn instagram(text: &str) -> Option<String> {
    let fits = text.len() <= 30 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'_');
    fits.then(|| text.to_owned())
}

/// A telephone number as people write it.
pub(super) fn phone(text: &str) -> Option<String> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let others = text.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c));
    (others && (3..=20).contains(&digits)).then(|| text.to_owned())
}

/// An absolute folder.
pub(super) fn folder(text: &str) -> Option<PathBuf> {
    let path = Path::new(text);
    path.is_absolute().then(|| path.to_owned())
}

/// What a reader sends after the number.
pub(super) fn suffix(text: &str) -> Option<Suffix> {
    match text {
        "enter" => return Some(Suffix::Enter),
        "tab" => return Some(Suffix::Tab),
        "none" => return Some(Suffix::None),
        _ => {}
    }
    if let Some(n) = text.strip_prefix('f').and_then(function_key) {
        return Some(Suffix::Function(n));
    }
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if c.is_ascii_punctuation() => Some(Suffix::Char(c)),
        _ => None,
    }
}

fn function_key(digits: &str) -> Option<u8> {
    digits.parse::<u8>().ok().filter(|n| (1..=12).contains(n) && digits == n.to_string())
}

/// A chord such as `ctrl+alt+p`: Ctrl or Alt, Shift if wished, and one letter, digit or function key.
pub(super) fn chord(text: &str) -> Option<Chord> {
    let mut chord = Chord { ctrl: false, alt: false, shift: false, key: String::new() };
    for part in text.split('+') {
        let part = part.trim().to_lowercase();
        let held = match part.as_str() {
            "ctrl" => &mut chord.ctrl,
            "alt" => &mut chord.alt,
            "shift" => &mut chord.shift,
            _ => {
                let single = part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphanumeric());
                let function = part.strip_prefix('f').and_then(function_key).is_some();
                if !chord.key.is_empty() || !(single || function) {
                    return None;
                }
                chord.key = part.to_uppercase();
                continue;
            }
        };
        if *held {
            return None;
        }
        *held = true;
    }
    (!chord.key.is_empty() && (chord.ctrl || chord.alt)).then_some(chord)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_hours() {
        assert_eq!(time("13:05"), NaiveTime::from_hms_opt(13, 5, 0));
        assert_eq!(time("7.30"), NaiveTime::from_hms_opt(7, 30, 0));
        for bad in ["", "24:00", "12:60", "12:5", "12", "+1:00", "-1:00", "12:+5", "a:00", "012:00"] {
            assert_eq!(time(bad), None, "{bad}");
        }
        assert!(matches!(day("08:00-15:30"), Some(Day::Open(_))));
        assert!(matches!(day("08.00 – 15.30"), Some(Day::Open(_))));
        assert!(matches!(day("closed"), Some(Day::Closed)));
        assert!(matches!(day("15:00-08:00"), Some(Day::Backwards)));
        assert!(matches!(day("08:00-08:00"), Some(Day::Backwards)));
        assert!(day("08:00").is_none());
    }

    #[test]
    fn chords_need_ctrl_or_alt_and_one_key() {
        let chord_of = |t| chord(t).map(|c| (c.ctrl, c.alt, c.shift, c.key));
        assert_eq!(chord_of("ctrl+alt+p"), Some((true, true, false, "P".into())));
        assert_eq!(chord_of("Shift + Ctrl + F12"), Some((true, false, true, "F12".into())));
        for bad in ["p", "shift+p", "ctrl", "ctrl+ctrl+p", "ctrl+p+q", "ctrl+", "ctrl+f13", "ctrl+f01", "ctrl+é"] {
            assert_eq!(chord(bad), None, "{bad}");
        }
    }

    #[test]
    fn suffixes() {
        assert_eq!(suffix("enter"), Some(Suffix::Enter));
        assert_eq!(suffix("f9"), Some(Suffix::Function(9)));
        assert_eq!(suffix("?"), Some(Suffix::Char('?')));
        for bad in ["Enter", "f0", "f13", "a", "1", "??", "\n", ""] {
            assert_eq!(suffix(bad), None, "{bad}");
        }
    }

    #[test]
    fn addresses() {
        assert!(website("https://dispusip.banyuwangikab.go.id/").is_some());
        for bad in ["dispusip.banyuwangikab.go.id", "https://", "https://a b.id", "ftp://a.id", "https://lokal"] {
            assert_eq!(website(bad), None, "{bad}");
        }
        assert!(phone("(0333) 421197").is_some());
        assert_eq!(phone("telepon"), None);
        assert!(instagram("dispusipbwi").is_some());
        assert_eq!(instagram("@dispusipbwi"), None);
    }
}
