//! What no visitor means: noise, storms of keys, a hand on the keyboard. The kiosk answers afterwards as before, takes no
//! more memory, and nothing is recorded that nobody chose.

use std::time::{Duration, Instant};

use crate::cards::{assert_row, choose};
use crate::support::kiosk::Kiosk;
use crate::support::library::{BAYU, Library, WULAN, field};

/// What a kiosk that is well may take more after it has been worked, in kilobytes.
const GROWTH: u64 = 12_000;

/// A card is answered at once.
fn answers(kiosk: &Kiosk, card: &str) {
    let began = Instant::now();
    kiosk.scan_until(card, "purpose");
    assert!(began.elapsed() < Duration::from_secs(10), "the card was answered after {:.1?}", began.elapsed());
}

#[test]
fn noise_and_storms_take_no_memory_and_press_nothing() {
    let mut kiosk = Kiosk::open(Library::with_members());
    let storm = |kiosk: &Kiosk| {
        kiosk.display.keys(&["Return"; 100], 1);
        for _ in 0..5 {
            kiosk.display.scan(&"x;9?".repeat(125));
        }
        // Control characters as readers send them.
        kiosk.display.keys(&["ctrl+bracketright", "ctrl+b", "ctrl+c", "ctrl+m", "Tab", "ctrl+m"], 1);
    };
    storm(&kiosk);
    kiosk.over("strip unreadable_offer_keypad");
    let before = kiosk.memory();
    for _ in 0..5 {
        storm(&kiosk);
    }
    answers(&kiosk, WULAN);
    let after = kiosk.memory();
    assert!(after < before + GROWTH, "{before} kB before and {after} kB after");
    kiosk.display.keys(&["Return"; 100], 1);
    kiosk.display.scan(&"x;9?".repeat(125));
    assert!(kiosk.library.visits().is_empty(), "noise and Enter choose nothing");
    assert!(kiosk.runs());
    // Tab and Enter may have chosen the other language.
    kiosk.touch("ID, Bahasa Indonesia");
    choose(&kiosk, "Membaca di tempat");
    let rows = kiosk.library.visits();
    assert_eq!(rows.len(), 1);
    assert_row(&rows[0], &[("card_number", WULAN), ("purpose", "read")]);
}

#[test]
fn a_control_character_within_a_card_is_no_part_of_it() {
    let kiosk = Kiosk::open(Library::with_members());
    let (head, tail) = WULAN.split_at(5);
    let digits = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
    let keys = [digits(head), vec!["ctrl+bracketright".to_owned()], digits(tail), vec!["Return".to_owned()]].concat();
    kiosk.display.keys(&keys.iter().map(String::as_str).collect::<Vec<_>>(), 2);
    choose(&kiosk, "Membaca di tempat");
    assert_row(&kiosk.library.visits()[0], &[("card_number", WULAN)]);
}

/// Keys as a child finds them; not those with which a window manager does something.
const KEYS: &[&str] = &[
    "1",
    "2",
    "3",
    "4",
    "7",
    "9",
    "0",
    "a",
    "e",
    "i",
    "r",
    "n",
    "space",
    "space",
    "apostrophe",
    "minus",
    "Tab",
    "Tab",
    "Tab",
    "shift+Tab",
    "Return",
    "Return",
    "Return",
    "Escape",
    "BackSpace",
    "Delete",
    "Left",
    "Right",
    "Up",
    "Down",
    "F5",
    "ctrl+a",
    "ctrl+v",
    "Home",
    "End",
];

#[test]
fn random_keys_break_nothing() {
    let count: usize = std::env::var("BUKU_RANDOM_KEYS").ok().and_then(|n| n.parse().ok()).unwrap_or(2_000);
    let mut kiosk = Kiosk::open(Library::with_members());
    let mut seed = 0x5EED_u64;
    let mut dice = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut first = None;
    for _ in 0..count.div_ceil(100) {
        let keys: Vec<&str> = (0..100).map(|_| KEYS[dice(KEYS.len())]).collect();
        // From a hand that lies on the keyboard to one that types.
        kiosk.display.keys(&keys, [2, 15, 40][dice(3)]);
        assert!(kiosk.runs(), "it ended after {keys:?}");
        first.get_or_insert_with(|| kiosk.memory());
    }
    let (before, after) = (first.unwrap(), kiosk.memory());
    assert!(after < before + 2 * GROWTH, "{before} kB after the first keys and {after} kB after all");
    // Kembali leads home from wherever that is, and over a question that stands there. Keys that came as fast as a
    // reader's may be a card that was kept for the next walk, which begins once the first one is home.
    let home = (0..3).any(|_| {
        kiosk.display.keys(&["Escape"; 16], 120);
        kiosk.calm();
        kiosk.now() == "welcome"
    });
    assert!(home, "Kembali does not lead home");
    let rows = kiosk.library.visits().len();
    answers(&kiosk, BAYU);
    choose(&kiosk, "Layanan arsip");
    let visits = kiosk.library.visits();
    assert_eq!(visits.len(), rows + 1);
    assert_eq!(field(visits.last().unwrap(), "card_number"), BAYU);
    assert!(kiosk.library.done(&["verify"]).contains("ok"), "the book is whole");
    println!("{count} keys, {rows} visits recorded by them");
}

/// glibc reads how it gives memory back only when a program begins, so the kiosk begins once more: as the same process, so
/// that whoever started it still holds it.
#[test]
#[cfg(target_env = "gnu")]
fn the_kiosk_gives_back_what_it_frees() {
    let kiosk = Kiosk::open(Library::with_members());
    let environment = std::fs::read(format!("/proc/{}/environ", kiosk.pid())).expect("it runs");
    let told = environment
        .split(|byte| *byte == 0)
        .any(|line| line.starts_with(b"GLIBC_TUNABLES=glibc.malloc.mmap_threshold="));
    assert!(told, "it runs with glibc's own habits");
}
