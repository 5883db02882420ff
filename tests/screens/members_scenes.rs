//! The page Anggota in each of its states: at every size nothing is cut, covered or outside, and every target is large
//! enough; some of them are kept as pictures.

use buku_pengunjung::flow::staff::members::{Event as Members, ImportEvent, PickerEvent, Problem, Reply, Turn};
use buku_pengunjung::flow::staff::page::{Key, Reply as AnyReply, Unanswered};
use buku_pengunjung::flow::staff::{Effect, Event};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;

use crate::layout;
use crate::members_support::{
    Shelf, at_check, at_columns, at_places, checked, import, in_folder, members, reply, table, touch,
};
use crate::staff_support::{Office, SMALLEST, window};
use crate::support::SIZES;

/// A target of the panel: a row of a narrow list of columns is the smallest.
const TARGET: f32 = 56.0;

/// A state: its name and what leads to it.
type Scene = (&'static str, fn() -> Office);

/// The states, by name.
const SCENES: &[Scene] = &[
    ("members", || members(&mut Shelf::filled())),
    ("members-empty", || members(&mut Shelf::empty())),
    ("members-last-page", || {
        let mut shelf = Shelf::filled();
        let mut office = members(&mut shelf);
        touch(&mut office, Members::Turn(Turn::Last));
        shelf.answer(&mut office);
        office
    }),
    ("members-names", || {
        let mut shelf = Shelf::filled();
        let mut office = members(&mut shelf);
        touch(&mut office, Members::ShowNames);
        shelf.answer(&mut office);
        office
    }),
    ("members-typing", || typed("dewi mis")),
    ("members-none-found", || typed("zzz")),
    ("members-detail", || {
        let mut office = members(&mut Shelf::filled());
        touch(&mut office, Members::Open(0));
        office
    }),
    ("members-detail-names", || {
        let mut shelf = Shelf::filled();
        let mut office = members(&mut shelf);
        touch(&mut office, Members::ShowNames);
        shelf.answer(&mut office);
        touch(&mut office, Members::Open(3));
        office
    }),
    ("members-undo", || {
        let mut office = members(&mut Shelf::filled());
        touch(&mut office, Members::AskUndo);
        office
    }),
    ("members-failed", || {
        let mut shelf = Shelf::empty();
        let mut office = members(&mut shelf);
        touch(&mut office, Members::Key(Key::Char('a')));
        let Some(Effect::Ask { ticket, .. }) = office.effects.pop() else { panic!("nothing was asked") };
        office.send(Event::Replied { ticket, reply: Err(Unanswered::Book) });
        office
    }),
    ("members-places", || at_places(members(&mut Shelf::filled()))),
    ("members-places-system", || windowed(at_places(members(&mut Shelf::filled())))),
    ("members-places-waits", || {
        let mut office = windowed(at_places(members(&mut Shelf::filled())));
        import(&mut office, ImportEvent::File(PickerEvent::System));
        office
    }),
    ("members-places-unchosen", || {
        let mut office = windowed(at_places(members(&mut Shelf::filled())));
        import(&mut office, ImportEvent::File(PickerEvent::System));
        let Some(Effect::Ask { ticket, .. }) = office.effects.pop() else { panic!("nothing was asked") };
        office.send(Event::Replied { ticket, reply: Ok(AnyReply::System(None)) });
        office
    }),
    ("members-folder", || in_folder(members(&mut Shelf::filled()))),
    ("members-refused", || {
        let mut office = in_folder(members(&mut Shelf::filled()));
        import(&mut office, ImportEvent::File(PickerEvent::Entry("anggota-2026-01.xlsx".to_owned())));
        let said = "anggota-2026-01.xlsx: ini berkas Excel lama (.xls) atau memakai kata sandi: buka, lalu simpan sebagai \
                    .xlsx tanpa kata sandi, atau sebagai CSV; tidak ada yang berubah.";
        reply(&mut office, Reply::Refused(said.to_owned()));
        office
    }),
    ("members-columns", || at_columns(members(&mut Shelf::filled()), table())),
    ("members-columns-missing", || {
        let mut table = table();
        table.columns = buku_pengunjung::domain::member_columns::Columns::default();
        at_columns(members(&mut Shelf::filled()), table)
    }),
    ("members-column-choice", || {
        let mut office = at_columns(members(&mut Shelf::filled()), table());
        import(&mut office, ImportEvent::Choose(buku_pengunjung::domain::member_columns::Field::Sex));
        office
    }),
    ("members-reading", || {
        let mut office = at_columns(members(&mut Shelf::filled()), table());
        import(&mut office, ImportEvent::Check);
        let Some(Effect::Ask { ticket, .. }) = office.effects.last() else { panic!("nothing was asked") };
        let ticket = *ticket;
        crate::members_support::send(&mut office, ticket, Reply::Reading(430));
        office
    }),
    ("members-check", || at_check(members(&mut Shelf::filled()), checked())),
    ("members-check-full", || {
        let mut full = checked();
        (full.full, full.counts.deactivated) = (true, 412);
        at_check(members(&mut Shelf::filled()), full)
    }),
    ("members-check-nothing", || {
        let mut same = checked();
        (same.counts.added, same.counts.updated, same.rejected) = (0, 0, 0);
        (same.reasons, same.remarks) = (vec![], vec![]);
        at_check(members(&mut Shelf::filled()), same)
    }),
    ("members-writing", || {
        let mut office = at_check(members(&mut Shelf::filled()), checked());
        import(&mut office, ImportEvent::Commit);
        office
    }),
    ("members-done", || {
        let mut office = at_check(members(&mut Shelf::filled()), checked());
        import(&mut office, ImportEvent::Commit);
        reply(&mut office, Reply::Imported(checked().counts));
        office
    }),
];

/// The same of a kiosk that stands in a window.
fn windowed(mut office: Office) -> Office {
    office.rules.system_dialogs = true;
    office
}

fn typed(text: &str) -> Office {
    let mut shelf = Shelf::filled();
    let mut office = members(&mut shelf);
    touch(&mut office, Members::Search);
    for c in text.chars() {
        touch(&mut office, Members::Key(Key::Char(c)));
        shelf.answer(&mut office);
    }
    office
}

#[test]
fn a_refusal_stands_over_the_list() {
    let mut shelf = Shelf::filled();
    let mut office = members(&mut shelf);
    touch(&mut office, Members::AskUndo);
    touch(&mut office, Members::Undo(true));
    reply(&mut office, Reply::Refused("Tidak bisa.".to_owned()));
    let notice = crate::members_support::page(&office).notice.clone();
    assert_eq!(
        notice,
        Some(buku_pengunjung::flow::staff::members::Notice::Refused(Problem::Said("Tidak bisa.".to_owned())))
    );
    assert!(window(office, SIZES[0].1).query_by_label("Tidak bisa.").is_some());
}

#[test]
fn the_members_fit_at_1920x1080() {
    check_size(0);
}

#[test]
fn the_members_fit_at_1366x768() {
    check_size(1);
}

#[test]
fn the_members_fit_at_1280x1024() {
    check_size(2);
}

#[test]
fn the_members_fit_at_1080x1920() {
    check_size(3);
}

fn check_size(index: usize) {
    let (size, pixels) = SIZES[index];
    let mut faults = Vec::new();
    for (name, office) in SCENES {
        let harness = window(office(), pixels);
        let found = layout::faults(&harness, &[], SMALLEST, TARGET);
        faults.extend(found.into_iter().map(|fault| format!("{name} {size}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_list_and_the_steps_of_the_import_look_as_they_did() {
    let mut results = SnapshotResults::new();
    for scene in ["members", "members-columns", "members-check"] {
        let (name, office) = SCENES.iter().find(|(name, _)| *name == scene).expect("a scene of that name");
        let mut harness = window(office(), SIZES[0].1);
        harness.snapshot(format!("staff-{name}-1920x1080"));
        results.extend_harness(&mut harness);
    }
}

/// Paints every state into the folder named by `SCREENS_TO`; `SCREENS_ONLY` picks those whose file name contains it.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn paint_pictures() {
    let folder = std::env::var("SCREENS_TO").expect("SCREENS_TO names a folder");
    let only = std::env::var("SCREENS_ONLY").unwrap_or_default();
    for (name, office) in SCENES {
        for (size, pixels) in SIZES {
            let file = format!("{name}-{size}.png");
            if only.split(',').any(|part| file.contains(part)) {
                window(office(), pixels).render().unwrap().save(format!("{folder}/{file}")).unwrap();
            }
        }
    }
}
