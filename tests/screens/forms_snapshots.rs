//! The forms, the purposes and the wait for the book as pictures that must not change unseen.

use egui_kittest::SnapshotResults;

use crate::forms_scenes::FORMS;
use crate::support::{Kiosk, SIZES, window};

/// Compares each scene at each of the sizes (by their index in [`SIZES`]).
fn pictures(scenes: &[&str], sizes: std::ops::Range<usize>) {
    let mut results = SnapshotResults::new();
    for scene in scenes {
        let found = FORMS.iter().find(|s| s.name == *scene).expect("a scene of that name");
        for (size, pixels) in &SIZES[sizes.clone()] {
            let mut kiosk = Kiosk::new();
            (found.set)(&mut kiosk);
            let mut window = window(kiosk, *pixels);
            window.snapshot(format!("{scene}-{size}"));
            results.extend(window.take_snapshot_results());
        }
    }
}

#[test]
fn non_member_at_every_size() {
    pictures(&["non-member"], 0..SIZES.len());
}

#[test]
fn purposes_at_every_size() {
    pictures(&["purpose"], 0..SIZES.len());
}

#[test]
fn the_group_with_its_keyboard_and_with_its_keypad() {
    pictures(&["group", "group-figures"], 0..1);
}

#[test]
fn a_few_words_and_a_name_alone() {
    pictures(&["note-typed", "name-only"], 0..1);
}

#[test]
fn a_book_that_does_not_write() {
    pictures(&["recording-again", "recording-failed"], 0..1);
}
