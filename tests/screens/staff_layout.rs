//! On every page of the panel that stands in [`SCENES`], at every size: no text is outside of what it stands on, none is
//! clipped or cut short, none overlaps another, none is too small, and every target is large enough.

use buku_pengunjung::domain::span::SpanKind;
use buku_pengunjung::flow::staff::page::PageEvent;
use buku_pengunjung::flow::staff::statistics::{Event as Stats, List, Sheet, Told};
use buku_pengunjung::flow::staff::{Event, PickEvent};
use buku_pengunjung::i18n::Lang;

use crate::layout;
use crate::staff_support::{Office, SMALLEST, clock, window};
use crate::stats_support::Seed;
use crate::support::SIZES;

/// A target of the panel is as large as this at least, in du.
const TARGET: f32 = 64.0;

/// A page of the panel in some state.
pub struct Scene {
    pub name: &'static str,
    pub set: fn(&mut Office),
}

fn stats(office: &mut Office, event: Stats) {
    office.send(Event::Page(PageEvent::Statistics(event)));
}

/// The pages, each in the states that look different.
pub const SCENES: &[Scene] = &[
    Scene { name: "staff-statistics", set: |_| {} },
    Scene { name: "staff-statistics-people", set: |office| stats(office, Stats::Sheet(Sheet::People)) },
    Scene {
        name: "staff-statistics-month",
        set: |office| {
            stats(office, Stats::Kind(SpanKind::Month));
            stats(office, Stats::Tell(Told::Card(1)));
        },
    },
    Scene {
        name: "staff-statistics-people-month",
        set: |office| {
            stats(office, Stats::Sheet(Sheet::People));
            stats(office, Stats::Kind(SpanKind::Month));
            stats(office, Stats::Names(true));
        },
    },
    Scene {
        name: "staff-statistics-large",
        set: |office| {
            office.seed = Seed::Large;
            stats(office, Stats::Kind(SpanKind::Year));
            stats(office, Stats::Tell(Told::Busy(5, 10)));
        },
    },
    Scene {
        name: "staff-statistics-large-people",
        set: |office| {
            office.seed = Seed::Large;
            stats(office, Stats::Sheet(Sheet::People));
            stats(office, Stats::Kind(SpanKind::Year));
        },
    },
    Scene { name: "staff-statistics-told", set: |office| stats(office, Stats::Tell(Told::Hour(13))) },
    Scene {
        name: "staff-statistics-mean",
        set: |office| {
            office.seed = Seed::Large;
            stats(office, Stats::Kind(SpanKind::Year));
            stats(office, Stats::Tell(Told::Card(3)));
        },
    },
    Scene {
        name: "staff-statistics-satisfied",
        set: |office| {
            office.seed = Seed::Large;
            stats(office, Stats::Kind(SpanKind::Year));
            stats(office, Stats::Tell(Told::Card(4)));
        },
    },
    Scene {
        name: "staff-statistics-row",
        set: |office| {
            office.seed = Seed::Large;
            stats(office, Stats::Kind(SpanKind::Year));
            stats(office, Stats::Tell(Told::Row(List::Types, 1)));
        },
    },
    Scene {
        name: "staff-statistics-no-room",
        set: |office| {
            office.seed = Seed::NoRoom;
            stats(office, Stats::Back);
        },
    },
    Scene {
        name: "staff-statistics-sessions",
        set: |office| {
            stats(office, Stats::Sheet(Sheet::Room));
            stats(office, Stats::Tell(Told::Row(List::Tidy, 1)));
        },
    },
    Scene {
        name: "staff-statistics-sessions-month",
        set: |office| {
            stats(office, Stats::Sheet(Sheet::Room));
            stats(office, Stats::Kind(SpanKind::Month));
            stats(office, Stats::Tell(Told::Row(List::Seats, 1)));
        },
    },
    Scene {
        name: "staff-statistics-sessions-large",
        set: |office| {
            office.seed = Seed::Large;
            stats(office, Stats::Sheet(Sheet::Room));
            stats(office, Stats::Kind(SpanKind::Year));
            stats(office, Stats::Tell(Told::Row(List::Refused, 0)));
        },
    },
    Scene {
        name: "staff-statistics-sessions-none",
        set: |office| {
            office.seed = Seed::NoRoom;
            stats(office, Stats::Sheet(Sheet::Room));
            stats(office, Stats::Back);
        },
    },
    Scene {
        name: "staff-statistics-empty",
        set: |office| {
            office.seed = Seed::Empty;
            stats(office, Stats::Back);
        },
    },
    Scene {
        name: "staff-statistics-range",
        set: |office| {
            stats(office, Stats::Kind(SpanKind::Range));
            let day = |days| clock().date() - chrono::Days::new(days);
            stats(office, Stats::Pick(PickEvent::Day(day(5))));
            stats(office, Stats::Pick(PickEvent::Day(day(9))));
        },
    },
    Scene { name: "staff-statistics-day", set: |office| stats(office, Stats::Choose) },
];

#[test]
fn the_panel_fits_at_1920x1080() {
    check_size(0);
}

#[test]
fn the_panel_fits_at_1366x768() {
    check_size(1);
}

#[test]
fn the_panel_fits_at_1280x1024() {
    check_size(2);
}

#[test]
fn the_panel_fits_at_1080x1920() {
    check_size(3);
}

fn check_size(index: usize) {
    let (size, pixels) = SIZES[index];
    let mut faults = Vec::new();
    for scene in SCENES {
        let shown = window(in_scene(scene), pixels);
        faults.extend(
            layout::faults(&shown, &[], SMALLEST, TARGET)
                .into_iter()
                .map(|fault| format!("{} {size}: {fault}", scene.name)),
        );
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// The panel in that state.
pub fn in_scene(scene: &Scene) -> Office {
    let mut office = Office::new(Lang::Id).in_the_panel();
    (scene.set)(&mut office);
    office
}

/// Paints every scene into the folder named by `SCREENS_TO`.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_pictures() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    let wanted = std::env::var("SCENE").unwrap_or_default();
    for scene in SCENES.iter().filter(|scene| scene.name.starts_with(&wanted)) {
        for (size, pixels) in SIZES {
            let file = format!("{folder}/{}-{size}.png", scene.name);
            window(in_scene(scene), pixels).render().unwrap().save(file).unwrap();
        }
    }
}
