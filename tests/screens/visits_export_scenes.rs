//! Scenes of "Ekspor hasil saring": its card over the list, the places, the progress, and what became of the file.

use buku_pengunjung::domain::report::{Saved, Stored, Trouble};
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Reply};
use buku_pengunjung::flow::staff::reports::Reply as Told;
use buku_pengunjung::flow::staff::saving::SaveEvent;
use buku_pengunjung::flow::staff::visits::Event;
use buku_pengunjung::flow::staff::{Effect, Event as DeskEvent};

use crate::reports_support;
use crate::staff_support::Office;
use crate::staff_visits_layout::Scene;
use crate::staff_visits_scenes::{after, on};

/// Every scene for the layout test.
pub const SCENES: &[Scene] = &[
    ("visits export", export),
    ("visits export names", export_names),
    ("visits export making", export_making),
    ("visits export places", export_places),
    ("visits export full", export_full),
    ("visits export system", export_system),
    ("visits export elsewhere", export_elsewhere),
];

/// The export over the list, with a drive plugged in.
pub fn export() -> Office {
    let mut office = after([Event::Export]);
    reports_support::answer(&mut office, &[reports_support::stick()]);
    office
}

fn export_names() -> Office {
    let mut office = export();
    on(&mut office, Event::ExportMask);
    office
}

fn export_making() -> Office {
    let mut office = export();
    on(&mut office, Event::ExportMake);
    office
}

fn export_places() -> Office {
    let mut office = export();
    office.send(DeskEvent::Page(PageEvent::Saving(SaveEvent::OpenPlaces)));
    office
}

/// Choosing the place, at a kiosk that stands in a window.
pub fn export_system() -> Office {
    let mut office = export_places();
    office.rules.system_dialogs = true;
    office
}

/// A folder was chosen in the dialog of the system.
pub fn export_elsewhere() -> Office {
    let mut office = export_system();
    office.send(DeskEvent::Page(PageEvent::Saving(SaveEvent::System)));
    system(&mut office, Some("/srv/bersama/laporan"));
    office
}

/// Answers the dialog of the system that was asked for.
pub fn system(office: &mut Office, path: Option<&str>) {
    let dialog = |effect: &Effect| match effect {
        Effect::Ask { ticket, ask: Ask::System(_), .. } => Some(*ticket),
        _ => None,
    };
    let ticket = office.effects.iter().rev().find_map(dialog).expect("a dialog of the system");
    office.send(DeskEvent::Replied { ticket, reply: Ok(Reply::System(path.map(Into::into))) });
}

fn export_full() -> Office {
    let mut office = export_making();
    let (ticket, _) = reports_support::ordered(&mut office).unwrap();
    let stored = Stored { name: "buku-tersaring-2026-11-25-pukul-13-47-05.xlsx".into(), until: None };
    let saved = Saved::Kept(Trouble::Full { needed: 1_200_000, free: Some(64_000) }, stored);
    reports_support::tell(&mut office, ticket, Told::Made(saved, Vec::new()));
    office
}
