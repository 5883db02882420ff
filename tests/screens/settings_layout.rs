//! Pengaturan and Kesehatan sistem at every size, each in the states that look different: no text is outside of what it
//! stands on, none is clipped or cut short, none overlaps another, and every target is large enough.

use buku_pengunjung::domain::settings::{Kind, List, Section, Spot, Takes, Value};
use buku_pengunjung::domain::staff::{Role as StaffRole, StaffId};
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Reply};
use buku_pengunjung::flow::staff::saving::{PlaceEvent, SaveEvent};
use buku_pengunjung::flow::staff::settings::{Difference, Event as Act, Hindrance, Outside, people};
use buku_pengunjung::flow::staff::{Effect, Event};

use crate::health_driven;
use crate::layout;
use crate::reports_support;
use crate::settings_support::{Behind, act, at};
use crate::staff_support::{Office, SMALLEST, window};
use crate::support::SIZES;

/// A target is as large as this at least, in du: the keys of the keyboard on the screen are the smallest.
const TARGET: f32 = 56.0;

fn opened(section: Section, spot: Spot) -> Office {
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, section);
    if let Spot::Cell(list, row, _) = spot {
        office.send(act(Act::Row(list, row)));
    }
    office.send(act(Act::Open(spot)));
    office
}

/// Every tab in all of its parts, each kind of field once, and everything else that is shown.
fn scenes() -> Vec<(String, Office)> {
    let mut scenes = Vec::new();
    for section in Section::ALL.iter().copied() {
        for part in 0..5 {
            let mut office = at(&mut Behind::new(), StaffRole::Administrator, section);
            office.send(act(Act::Part(part)));
            scenes.push((format!("{} {part}", section.id()), office));
        }
        let librarian = at(&mut Behind::new(), StaffRole::Librarian, section);
        scenes.push((format!("{} of a librarian", section.id()), librarian));
    }
    let mut kinds = Vec::new();
    let mut open = |section, spot, kind: Kind, takes| {
        let kind = std::mem::discriminant(&kind);
        if takes != Takes::NotHere && !kinds.contains(&kind) {
            kinds.push(kind);
            scenes.push((format!("open {spot:?}"), opened(section, spot)));
        }
    };
    for section in Section::ALL.iter().copied() {
        for setting in section.settings() {
            open(section, Spot::Key(setting.path), setting.kind, setting.takes);
        }
        let cells = section.list().map(|list| (list, list.settings()));
        for (list, setting) in cells.into_iter().flat_map(|(list, all)| all.iter().map(move |s| (list, s))) {
            open(section, Spot::Cell(list, 1, setting.path), setting.kind, setting.takes);
        }
    }
    scenes.extend(told());
    scenes.extend(backup());
    scenes.extend(staffed());
    scenes.push(("health".to_owned(), health_driven::found()));
    scenes.push(("the audit log".to_owned(), health_driven::log()));
    scenes
}

/// What is wrong, what hinders, and what somebody else changed.
fn told() -> Vec<(String, Office)> {
    let mut scenes = Vec::new();
    let mut behind = Behind::new();
    let mut office = at(&mut behind, StaffRole::Administrator, Section::Screen);
    for path in ["kiosk.idle_seconds", "kiosk.thank_you_seconds", "form.group.max_people"] {
        office.send(act(Act::Open(Spot::Key(path))));
        "99999".chars().for_each(|c| office.send(Event::Typed(c)));
        behind.serve(&mut office);
    }
    scenes.push(("a fault at the open field".to_owned(), office));
    let mut behind = Behind::new();
    let mut office = at(&mut behind, StaffRole::Administrator, Section::Purposes);
    office.send(act(Act::Add(List::Purposes)));
    office.send(act(Act::LeaveRow));
    behind.serve(&mut office);
    scenes.push(("a nameless purpose".to_owned(), office));
    for hindrance in [Hindrance::Missing, Hindrance::Protected, Hindrance::Owner, Hindrance::Folder] {
        let mut behind = Behind { hindrance: Some(hindrance), ..Behind::new() };
        scenes.push((format!("{hindrance:?}"), at(&mut behind, StaffRole::Administrator, Section::General)));
    }
    let differs = |path: &'static str| Difference {
        spot: Spot::Key(path),
        used: Some(Value::Text("Kartu Tanda Anggota (KTA) yang masih berlaku untuk semua pengunjung.".into())),
        written: Some(Value::Text("Kartu Tanda Anggota.".into())),
    };
    let differences = Section::Standard.settings().iter().map(|setting| differs(setting.path)).collect();
    let faulty = vec!["kiosk-config.toml:3:1: unknown key".to_owned(); 3];
    for outside in [Outside::Differences(differences), Outside::Differences(vec![]), Outside::Faulty(faulty)] {
        for look in [false, true] {
            let mut behind = Behind { outside: Some(outside.clone()), ..Behind::new() };
            let mut office = at(&mut behind, StaffRole::Administrator, Section::General);
            office.send(act(Act::Look(look)));
            scenes.push((format!("changed outside, looked at: {look}"), office));
        }
    }
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, Section::Reader);
    office.send(Event::Scanned("21000000000017".to_owned()));
    scenes.push(("a scan that is tried".to_owned(), office));
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, Section::Reader);
    office.send(Event::Typed('2'));
    scenes.push(("strokes that are no scan".to_owned(), office));
    let mut office = at(&mut Behind::new(), StaffRole::Administrator, Section::Room);
    office.send(act(Act::Row(List::Seats, 0)));
    office.send(act(Act::Remove));
    scenes.push(("a computer to be removed".to_owned(), office));
    scenes
}

/// The second folder, typed and chosen, and a shorter time for names.
pub fn backup() -> Vec<(String, Office)> {
    let field = || opened(Section::Backup, Spot::Key("backup.second_folder"));
    let chosen = || {
        let mut office = field();
        office.rules.system_dialogs = true;
        office.send(act(Act::Browse));
        reports_support::answer(&mut office, &[reports_support::stick()]);
        office
    };
    let saving = |event| Event::Page(PageEvent::Saving(event));
    let mut within = chosen();
    within.send(saving(SaveEvent::Place(PlaceEvent::Into(reports_support::stick().path))));
    reports_support::answer(&mut within, &[reports_support::stick()]);
    let mut unchosen = chosen();
    unchosen.send(saving(SaveEvent::System));
    let asked = unchosen.effects.iter().find_map(|effect| match effect {
        Effect::Ask { ticket, ask: Ask::System(_), .. } => Some(*ticket),
        _ => None,
    });
    unchosen.send(Event::Replied { ticket: asked.unwrap(), reply: Ok(Reply::System(None)) });
    let mut shorter = opened(Section::Backup, Spot::Key("privacy.keep_days"));
    shorter.send(Event::Clear);
    "30".chars().for_each(|c| shorter.send(Event::Typed(c)));
    shorter.send(act(Act::Save));
    let scenes = [
        ("second-folder", field()),
        ("second-drives", chosen()),
        ("second-within", within),
        ("second-unchosen", unchosen),
        ("keep-days", opened(Section::Backup, Spot::Key("privacy.keep_days"))),
        ("shorter", shorter),
    ];
    scenes.into_iter().map(|(name, office)| (name.to_owned(), office)).collect()
}

/// What is done with staff.
fn staffed() -> Vec<(String, Office)> {
    let mut scenes = Vec::new();
    let mut step = |name: &str, acts: &[people::Event], typed: &str| {
        let mut behind = Behind::new();
        let mut office = at(&mut behind, StaffRole::Administrator, Section::Pin);
        for event in acts {
            office.send(act(Act::People(event.clone())));
        }
        typed.chars().for_each(|c| office.send(Event::Typed(c)));
        scenes.push((name.to_owned(), office));
    };
    step("a chosen person", &[people::Event::Choose(StaffId(2))], "");
    step("oneself", &[people::Event::Choose(StaffId(1)), people::Event::Remove], "");
    step("to be taken off", &[people::Event::Choose(StaffId(2)), people::Event::Remove], "");
    step("a new name", &[people::Event::Add, people::Event::Named], "");
    step("a PIN", &[people::Event::Choose(StaffId(2)), people::Event::NewPin], "264");
    step("a weak PIN", &[people::Event::Choose(StaffId(2)), people::Event::NewPin], "123456");
    step("a PIN once more", &[people::Event::Choose(StaffId(2)), people::Event::NewPin], "264813");
    scenes
}

fn check_size(index: usize) {
    let (size, pixels) = SIZES[index];
    let mut faults = Vec::new();
    let mut shown = window(Office::new(buku_pengunjung::i18n::Lang::Id).in_the_panel(), pixels);
    for (name, office) in scenes() {
        shown.state_mut().show_instead(office);
        shown.run_steps(2);
        let mut found = layout::faults(&shown, &[], SMALLEST, TARGET);
        // The name of this kiosk is a value that looks like the key of a word.
        found.retain(|fault| !fault.contains("\"lobi-1\""));
        faults.extend(found.into_iter().map(|fault| format!("{name} {size}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn settings_and_health_fit_at_1920x1080() {
    check_size(0);
}

#[test]
fn settings_and_health_fit_at_1366x768() {
    check_size(1);
}

#[test]
fn settings_and_health_fit_at_1280x1024() {
    check_size(2);
}

#[test]
fn settings_and_health_fit_at_1080x1920() {
    check_size(3);
}
