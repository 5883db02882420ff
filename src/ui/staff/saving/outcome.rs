//! What became of the file or the drive, in a sentence that says what to do; and room on a disk in words.

use egui::Ui;

use crate::domain::report::{Held, Place, Saved, Stored, Trouble};
use crate::flow::staff::saving::SaveEvent as Event;
use crate::i18n::Words;
use crate::ui::icons::{Icon, fill};
use crate::ui::staff::view::StaffView;
use crate::ui::theme::Tint;
use crate::ui::widgets::{Dialog, DialogAnswer, DialogButton, DialogKind, Side, dialog};

/// Bytes in words, as flash drives are sold: 12,4 GB.
pub(super) fn size(words: Words, bytes: u64) -> String {
    match bytes {
        1_000_000_000.. => words.with("reports-gigabytes", &[("n", words.decimal(bytes / 100_000_000, 1))]),
        1_000_000.. => words.with("reports-megabytes", &[("n", words.decimal(bytes / 100_000, 1))]),
        _ => words.with("reports-kilobytes", &[("n", words.number(bytes.div_ceil(1000)))]),
    }
}

/// The room on a drive.
pub(super) fn free_on(view: &StaffView<'_>, free: Option<u64>) -> String {
    free_as(view, free, "reports-free")
}

/// The room on this computer.
pub(super) fn free_here(view: &StaffView<'_>, free: Option<u64>) -> String {
    free_as(view, free, "reports-free-here")
}

fn free_as(view: &StaffView<'_>, free: Option<u64>, key: &str) -> String {
    match free {
        Some(free) => view.words.with(key, &[("size", size(view.words, free))]),
        None => view.words.get("reports-free-unknown"),
    }
}

/// What is told, and how it looks.
struct Told {
    title: String,
    text: String,
    look: (Icon, Tint),
    /// The drive may be let go of.
    release: bool,
}

/// The end of an order.
pub(super) fn saved(ui: &Ui, view: &StaffView<'_>, saved: &Saved, place: &Place, events: &mut Vec<Event>) {
    let Some(told) = told(view.words, saved, place) else { return };
    let (release, close) = (view.words.get("reports-release"), view.words.get("reports-close"));
    let close = DialogButton { text: &close, icon: Side::None, kind: DialogKind::Secondary };
    let release = DialogButton { text: &release, icon: Side::Left(fill::USB), kind: DialogKind::Primary };
    let both = [close, release];
    let alone = [DialogButton { kind: DialogKind::Primary, ..close }];
    let buttons: &[DialogButton<'_>] = if told.release { &both } else { &alone };
    let asked = Dialog { title: &told.title, text: &told.text, icon: Some(told.look), buttons };
    match dialog(ui, view.kit, &view.canvas, &asked) {
        None => {}
        Some(DialogAnswer::Button(1)) => events.push(Event::Release),
        Some(_) => events.push(Event::Close),
    }
}

fn told(words: Words, saved: &Saved, place: &Place) -> Option<Told> {
    let well = |title: &str, text, release| Told {
        title: words.get(title),
        text,
        look: (fill::CHECK_CIRCLE, Tint::Green),
        release,
    };
    Some(match (saved, place) {
        (Saved::Cancelled, _) => return None,
        (Saved::Done(stored), Place::Folder) => well("reports-saved-folder", stays(words, stored), false),
        (Saved::Done(stored), Place::On { .. }) => well("reports-saved-drive", stored.name.clone(), true),
        (Saved::Done(stored), Place::At(_)) => well("reports-saved-at", stored.name.clone(), false),
        (Saved::Kept(Trouble::Full { needed, free }, stored), Place::On { .. }) => Told {
            title: words.get("reports-full"),
            text: format!("{} {}", full(words, *needed, *free), kept(words, stored)),
            look: (fill::WARNING, Tint::Amber),
            release: false,
        },
        (Saved::Kept(_, stored), _) => Told {
            title: words.get("reports-kept"),
            text: stays(words, stored),
            look: (fill::WARNING, Tint::Amber),
            release: false,
        },
        (Saved::Failed(trouble), place) => {
            let (title, text) = failed(words, *trouble, place);
            Told { title, text, look: (fill::WARNING_CIRCLE, Tint::Red), release: false }
        }
    })
}

/// The name of a file in the report folder, and until when it stays.
fn stays(words: Words, stored: &Stored) -> String {
    match stored.until {
        None => stored.name.clone(),
        Some(until) => words.with("reports-saved-until", &[("name", stored.name.clone()), ("date", words.date(until))]),
    }
}

fn kept(words: Words, stored: &Stored) -> String {
    words.with("reports-kept-too", &[("name", stays(words, stored))])
}

fn full(words: Words, needed: u64, free: Option<u64>) -> String {
    match free {
        Some(free) if needed > 0 => {
            words.with("reports-full-text", &[("needed", size(words, needed)), ("free", size(words, free))])
        }
        _ => words.get("reports-full-text-unknown"),
    }
}

/// Title and text of an order that gave no file.
fn failed(words: Words, trouble: Trouble, place: &Place) -> (String, String) {
    let both = |title, text| (words.get(title), words.get(text));
    match (trouble, place) {
        (Trouble::Gone, Place::On { .. }) => (words.get("reports-gone"), String::new()),
        (Trouble::ReadOnly, Place::On { .. }) => both("reports-read-only", "reports-read-only-text"),
        (Trouble::Gone, Place::At(_)) => both("reports-at-gone", "reports-at-gone-text"),
        (Trouble::ReadOnly, Place::At(_)) => both("reports-at-read-only", "reports-at-read-only-text"),
        (Trouble::Full { .. }, _) => both("reports-disk-full", "reports-disk-full-text"),
        (Trouble::Book, _) => both("reports-book-failed", "reports-book-failed-text"),
        (Trouble::TooManyRows, _) => both("reports-too-many", "reports-too-many-text"),
        (Trouble::Gone | Trouble::ReadOnly | Trouble::Failed, _) => both("reports-failed", "reports-failed-text"),
    }
}

/// The end of letting go of a drive.
pub(super) fn released(ui: &Ui, view: &StaffView<'_>, released: Result<(), Held>, events: &mut Vec<Event>) {
    let (title, text, look) = match released {
        Ok(()) => ("reports-released", "reports-released-text", (fill::CHECK_CIRCLE, Tint::Green)),
        Err(Held::NoProgram) => ("reports-held-no-program", "reports-held-text", (fill::USB, Tint::Amber)),
        Err(Held::Busy) => ("reports-held-busy", "reports-held-text", (fill::USB, Tint::Amber)),
        Err(Held::Refused) => ("reports-held-refused", "reports-held-text", (fill::USB, Tint::Amber)),
        Err(Held::NotWritten) => {
            ("reports-held-not-written", "reports-held-not-written-text", (fill::WARNING_CIRCLE, Tint::Red))
        }
    };
    let close = view.words.get("reports-close");
    let buttons = [DialogButton { text: &close, icon: Side::None, kind: DialogKind::Primary }];
    let (title, text) = (view.words.get(title), view.words.get(text));
    let asked = Dialog { title: &title, text: &text, icon: Some(look), buttons: &buttons };
    if dialog(ui, view.kit, &view.canvas, &asked).is_some() {
        events.push(Event::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn sizes_are_told_as_drives_are_sold() {
        let words = Words::of(Lang::Id);
        let told = [0, 1, 1_500, 999_999, 1_000_000, 48_400_000, 12_400_000_000].map(|n| size(words, n));
        assert_eq!(told, ["0 KB", "1 KB", "2 KB", "1.000 KB", "1,0 MB", "48,4 MB", "12,4 GB"]);
    }
}
