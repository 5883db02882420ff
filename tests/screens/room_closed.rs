//! The internet room outside of its hours, as a visitor meets it.

use buku_pengunjung::domain::policy::OutsideHours;
use buku_pengunjung::flow::Event;
use buku_pengunjung::i18n::Lang;
use chrono::Weekday::{Mon, Thu, Wed};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::layout::{check, is_target, reachable};
use crate::painted::Painted;
use crate::room_ways::{drawn, hours, internet};
use crate::support::{Kiosk, SIZES, member, window};

/// A member who has touched the tile on Wednesday, 25 November 2026, at 09.42.
fn told(lang: Lang, aa: bool, week: &[chrono::Weekday], day: (u32, u32), size: usize) -> Harness<'static, Kiosk> {
    let mut kiosk = Kiosk::new().wearing(lang, aa);
    drawn(&mut kiosk);
    kiosk.rules.hours = hours(week, day);
    kiosk.scan(member());
    internet(&mut kiosk);
    window(kiosk, SIZES[size].1)
}

#[test]
fn the_visitor_is_told_when_the_room_opens_next_in_both_languages() {
    for (week, day, id, en) in [
        (&[Wed][..], (10, 12), "Buka lagi hari ini pukul 10.00.", "It opens again today at 10:00."),
        (&[Wed, Thu], (7, 9), "Buka lagi besok pukul 07.00.", "It opens again tomorrow at 07:00."),
        (
            &[Mon],
            (8, 15),
            "Buka lagi Senin, 30 November 2026 pukul 08.00.",
            "It opens again on Monday, 30 November 2026 at 08:00.",
        ),
    ] {
        for (lang, aa) in [(Lang::Id, false), (Lang::En, false), (Lang::Id, true), (Lang::En, true)] {
            let (title, opens, other) = match lang {
                Lang::Id => ("Ruang internet sedang tutup.", id, "Silakan pilih keperluan lain."),
                Lang::En => ("The internet room is closed.", en, "Please choose another purpose."),
            };
            for (size, (name, _)) in SIZES.iter().enumerate() {
                let harness = told(lang, aa, week, day, size);
                assert!(harness.query_by_label(title).is_some(), "{name}");
                assert!(harness.query_by_label(&format!("{opens} {other}")).is_some(), "{name}: {opens}");
                assert_eq!(check(&harness), [""; 0], "{name} {} {aa}", lang.id());
            }
        }
    }
}

/// Whether these words stand on the screen; those on a tile have no name of their own.
fn painted(harness: &Harness<'_, Kiosk>, words: &str) -> bool {
    let painted = Painted::of(&harness.output().shapes, harness.ctx.viewport_rect());
    painted.texts.iter().any(|text| text.text == words)
}

#[test]
fn the_tile_says_that_it_is_closed_and_leads_to_the_hours_and_back() {
    let mut kiosk = Kiosk::new();
    drawn(&mut kiosk);
    kiosk.rules.hours = hours(&[Wed], (10, 12));
    kiosk.scan(member());
    let mut harness = window(kiosk, SIZES[0].1);
    assert!(painted(&harness, "Tutup"));
    let tile = harness.get_by_role_and_label(Role::Button, "Layanan internet gratis");
    let said = egui_kittest::kittest::NodeT::accesskit_node(&tile).description();
    assert_eq!(said.as_deref(), Some("Tutup"), "assistive software tells it as well");
    tile.click();
    harness.run_steps(4);
    assert_eq!(harness.state().state.screen.name(), "room_closed");
    let targets = reachable(harness.root());
    let targets = targets.iter().filter(|node| is_target(egui_kittest::kittest::NodeT::accesskit_node(*node).role()));
    assert!(targets.count() >= 3, "another purpose, back, cancel");
    harness.get_by_role_and_label(Role::Button, "Pilih keperluan lain").click();
    harness.run_steps(4);
    assert_eq!(harness.state().state.screen.name(), "purpose");
    assert_eq!(harness.state().events.last(), Some(&Event::Back));
}

#[test]
fn a_library_that_serves_at_any_hour_says_nothing_of_them() {
    let mut kiosk = Kiosk::new();
    drawn(&mut kiosk);
    kiosk.rules.hours = hours(&[Wed], (10, 12));
    kiosk.rules.outside_hours = OutsideHours::Serve;
    kiosk.scan(member());
    let mut harness = window(kiosk, SIZES[0].1);
    assert!(painted(&harness, "Perlu KTA") && !painted(&harness, "Tutup"));
    harness.get_by_role_and_label(Role::Button, "Layanan internet gratis").click();
    harness.run_steps(4);
    assert_eq!(harness.state().state.screen.name(), "seat");
}

#[test]
fn while_it_is_open_nothing_is_said_of_hours() {
    let mut kiosk = Kiosk::new();
    drawn(&mut kiosk);
    kiosk.rules.hours = hours(&[Wed], (9, 12));
    kiosk.scan(member());
    let harness = window(kiosk, SIZES[0].1);
    assert!(painted(&harness, "Perlu KTA") && !painted(&harness, "Tutup"));
}
