//! Pictures that are kept: Welcome at four sizes, the other screens of the card and of the end of the walk at 1080p.
//! The clock stands still and nothing moves.

use buku_pengunjung::i18n::Lang;
use egui_kittest::SnapshotResults;

use crate::room_scenes::ROOM;
use crate::scenes::OWN;
use crate::support::{Kiosk, SIZES, window};

const AT_1080P: [&str; 13] = [
    "welcome-no-reader",
    "welcome-reading",
    "card-typed",
    "card-letters",
    "card-unknown",
    "identity",
    "expired",
    "blocked",
    "repeated-again",
    "done",
    "idle",
    "dialog-cancel",
    "service-info",
];

fn keep(results: &mut SnapshotResults, scene: &str, size: usize, aa: bool, picture: &str) {
    let scene = OWN.iter().chain(ROOM).find(|known| known.name == scene).expect("a scene of that name");
    let mut kiosk = Kiosk::new().wearing(Lang::Id, aa);
    (scene.set)(&mut kiosk);
    let mut harness = window(kiosk, SIZES[size].1);
    harness.snapshot(picture);
    results.extend_harness(&mut harness);
}

#[test]
fn welcome_looks_as_drawn_at_every_size() {
    let mut results = SnapshotResults::new();
    for (index, (size, _)) in SIZES.into_iter().enumerate() {
        keep(&mut results, "welcome", index, false, &format!("welcome-{size}"));
    }
    keep(&mut results, "welcome", 0, true, "welcome-high-contrast-1920x1080");
}

#[test]
fn the_other_screens_look_as_drawn() {
    let mut results = SnapshotResults::new();
    for scene in AT_1080P {
        keep(&mut results, scene, 0, false, &format!("{scene}-1920x1080"));
    }
}

/// The screens of the internet room at 1080p; the map of seats is kept at every size.
const ROOM_AT_1080P: [&str; 15] = [
    "welcome-turn",
    "purpose-full",
    "gate",
    "room-closed",
    "queue-likely",
    "turn-wrong",
    "still-seated",
    "leaver",
    "leaver-code-wrong",
    "check-out",
    "dialog-untidy",
    "done-seat",
    "done-code",
    "done-ticket-likely",
    "done-left",
];

#[test]
fn the_internet_room_looks_as_drawn() {
    let mut results = SnapshotResults::new();
    for (index, (size, _)) in SIZES.into_iter().enumerate() {
        keep(&mut results, "seat", index, false, &format!("seat-{size}"));
    }
    keep(&mut results, "seat", 0, true, "seat-high-contrast-1920x1080");
    for scene in ROOM_AT_1080P {
        keep(&mut results, scene, 0, false, &format!("{scene}-1920x1080"));
    }
}
