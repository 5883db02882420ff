//! Pictures of Pengaturan and Kesehatan sistem: those that are kept, and painters for a person to look at.

use buku_pengunjung::domain::settings::{List, Section, Spot};
use buku_pengunjung::domain::staff::Role as StaffRole;
use buku_pengunjung::flow::staff::settings::{Event as Act, people};
use egui_kittest::SnapshotResults;

use crate::settings_support::{Behind, act, at, open};
use crate::staff_support::window;
use crate::support::SIZES;

#[test]
fn the_pages_look_as_they_did() {
    let mut results = SnapshotResults::new();
    let mut picture = |office, name: &str| {
        let mut window = open(office);
        window.snapshot(name);
        results.extend(window.take_snapshot_results());
    };
    picture(at(&mut Behind::new(), StaffRole::Administrator, Section::General), "staff-settings-1920x1080");
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, Section::Screen);
    office.send(act(Act::Open(Spot::Key("kiosk.idle_seconds"))));
    picture(office, "staff-settings-number-1920x1080");
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, Section::Room);
    office.send(act(Act::Row(List::Seats, 2)));
    office.send(act(Act::Open(Spot::Cell(List::Seats, 2, "position"))));
    picture(office, "staff-settings-map-1920x1080");
    picture(at(&mut Behind::new(), StaffRole::Librarian, Section::Pin), "staff-settings-librarian-1920x1080");
    picture(crate::health_driven::found(), "staff-health-1920x1080");
    picture(crate::health_driven::log(), "staff-health-log-1920x1080");
}

/// Paints the page into the folder named by `SCREENS_TO`.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_settings() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    for (size, pixels) in SIZES {
        for section in Section::ALL.iter().copied() {
            let mut behind = Behind::new();
            let office = at(&mut behind, StaffRole::Administrator, section);
            let file = format!("{folder}/settings-{}-{size}.png", section.id());
            window(office, pixels).render().unwrap().save(file).unwrap();
        }
        let opened = [
            ("line", Section::General, Spot::Key("library.name")),
            ("signs", Section::General, Spot::Key("library.website")),
            ("lines", Section::General, Spot::Key("library.letterhead")),
            ("open", Section::General, Spot::Key("library.timezone")),
            ("number", Section::Screen, Spot::Key("kiosk.idle_seconds")),
            ("choice", Section::Screen, Spot::Key("repeat.rule")),
            ("hours", Section::Room, Spot::Key("internet.hours.monday")),
            ("purpose", Section::Room, Spot::Key("internet.purpose")),
            ("icon", Section::Purposes, Spot::Cell(List::Purposes, 0, "icon")),
            ("several", Section::Purposes, Spot::Cell(List::Purposes, 0, "for")),
            ("place", Section::Room, Spot::Cell(List::Seats, 2, "position")),
        ];
        for (name, section, spot) in opened {
            let mut behind = Behind::new();
            let mut office = at(&mut behind, StaffRole::Administrator, section);
            if let Spot::Cell(list, row, _) = spot {
                office.send(act(Act::Row(list, row)));
            }
            office.send(act(Act::Open(spot)));
            let file = format!("{folder}/settings-open-{name}-{size}.png");
            window(office, pixels).render().unwrap().save(file).unwrap();
        }
        for (name, office) in crate::settings_layout::backup() {
            window(office, pixels).render().unwrap().save(format!("{folder}/settings-{name}-{size}.png")).unwrap();
        }
        let mut behind = Behind::new();
        let mut office = at(&mut behind, StaffRole::Administrator, Section::Pin);
        office.send(act(Act::People(people::Event::Add)));
        window(office, pixels).render().unwrap().save(format!("{folder}/settings-people-add-{size}.png")).unwrap();
    }
}

/// Paints the health page into the folder named by `SCREENS_TO`.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_health() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    for (size, pixels) in SIZES {
        let office = crate::health_driven::found();
        window(office, pixels).render().unwrap().save(format!("{folder}/health-{size}.png")).unwrap();
        let office = crate::health_driven::log();
        window(office, pixels).render().unwrap().save(format!("{folder}/health-log-{size}.png")).unwrap();
    }
}
