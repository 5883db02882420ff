//! The system's own file dialogs: offered to an administrator of a kiosk in a window alone; what is chosen there goes the
//! way of the panel's own pickers, and a dialog that is closed changes nothing.

use std::path::PathBuf;
use std::time::Duration;

use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::report::{Drive, Place};
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::flow::staff::members::{Ask as MembersAsk, Event as Members, ImportEvent, PickerEvent, Step};
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Pages, Reply, Unanswered};
use buku_pengunjung::flow::staff::reports::Reply as Told;
use buku_pengunjung::flow::staff::saving::{PlaceEvent, SaveEvent, SaveOver};
use buku_pengunjung::flow::staff::system::Pick;
use buku_pengunjung::flow::staff::{Desk, Effect, Event, Rules, Side, Tab, Verdict, update};

const NOW: Duration = Duration::from_secs(5);

struct Panel {
    desk: Desk,
    windowed: bool,
    asked: Vec<(u64, Ask)>,
}

impl Panel {
    fn open(role: Role, windowed: bool) -> Self {
        let mut panel = Self { desk: Desk::default(), windowed, asked: Vec::new() };
        let mut out = panel.update(Event::Open { welcome: true });
        out.extend("739154".chars().flat_map(|c| panel.update(Event::Typed(c))));
        let Some(Effect::CheckPin { ticket, .. }) = out.pop() else { panic!("no PIN is looked up") };
        let staff = Staff { id: StaffId(3), name: Name::new("Sri Uji").unwrap(), role };
        panel.send(Event::Checked { ticket, verdict: Verdict::Right(staff) });
        panel.tell(0, Reply::Reports(Told::Drives { drives: vec![stick()], free: None }));
        panel.save(SaveEvent::OpenPlaces);
        panel.asked.clear();
        panel
    }

    fn update(&mut self, event: Event) -> Vec<Effect> {
        let tabs = vec![Tab::Reports, Tab::Members];
        let rules = Rules { panel_lock: Duration::from_mins(2), tabs, system_dialogs: self.windowed };
        update(&mut self.desk, &rules, event, NOW)
    }

    fn send(&mut self, event: Event) {
        for effect in self.update(event) {
            if let Effect::Ask { ticket, ask, .. } = effect {
                self.asked.push((ticket, ask));
            }
        }
    }

    fn save(&mut self, event: SaveEvent) {
        self.send(Event::Page(PageEvent::Saving(event)));
    }

    fn import(&mut self, event: PickerEvent) {
        self.send(Event::Page(PageEvent::Members(Members::Import(ImportEvent::File(event)))));
    }

    fn tell(&mut self, ticket: u64, reply: Reply) {
        self.send(Event::Replied { ticket, reply: Ok(reply) });
    }

    fn pages(&self) -> &Pages {
        let Side::Panel(panel) = &self.desk.side else { panic!("the panel is closed") };
        &panel.pages
    }

    /// The dialog that was asked for, taken out.
    fn dialog(&mut self) -> Option<(u64, Pick)> {
        let at = self.asked.iter().position(|(_, ask)| matches!(ask, Ask::System(_)))?;
        let (ticket, Ask::System(what)) = self.asked.remove(at) else { panic!("another ask") };
        Some((ticket, what))
    }

    /// The folder is picked in the dialog that is opened now.
    fn picks(&mut self, path: Option<&str>) {
        self.save(SaveEvent::System);
        let (ticket, Pick::Folder) = self.dialog().unwrap() else { panic!("another dialog") };
        self.tell(ticket, Reply::System(path.map(PathBuf::from)));
    }

    /// In the first step of an import.
    fn importing(role: Role, windowed: bool) -> Self {
        let mut panel = Self::open(role, windowed);
        panel.send(Event::Tab(Tab::Members));
        panel.send(Event::Page(PageEvent::Members(Members::Begin)));
        panel.asked.clear();
        panel
    }

    /// The files that were opened.
    fn opened(&self) -> Vec<&str> {
        self.asked
            .iter()
            .filter_map(|(_, ask)| match ask {
                Ask::Members(MembersAsk::Open(file)) => file.to_str(),
                _ => None,
            })
            .collect()
    }
}

fn stick() -> Drive {
    Drive { name: "UJI".into(), path: "/media/UJI".into(), free: None, read_only: false }
}

#[test]
fn only_an_administrator_of_a_kiosk_in_a_window_is_given_a_dialog() {
    for (role, windowed) in [(Role::Librarian, false), (Role::Librarian, true), (Role::Administrator, false)] {
        let mut panel = Panel::open(role, windowed);
        panel.save(SaveEvent::System);
        assert_eq!(panel.dialog(), None, "{role:?} {windowed}");
        let mut panel = Panel::importing(role, windowed);
        panel.import(PickerEvent::System);
        assert_eq!(panel.dialog(), None, "{role:?} {windowed}");
    }
    let mut panel = Panel::open(Role::Administrator, true);
    panel.save(SaveEvent::System);
    assert!(matches!(panel.dialog(), Some((_, Pick::Folder))));
    panel.save(SaveEvent::System);
    assert_eq!(panel.dialog(), None, "one at a time");
    let mut panel = Panel::importing(Role::Administrator, true);
    panel.import(PickerEvent::System);
    assert!(matches!(panel.dialog(), Some((_, Pick::MemberList))));
}

#[test]
fn a_folder_on_a_drive_is_the_drives_and_any_other_is_taken_as_it_is() {
    let mut panel = Panel::open(Role::Administrator, true);
    panel.picks(Some("/media/UJI/LAPORAN/2026"));
    let on = Place::On { drive: "/media/UJI".into(), folder: "/media/UJI/LAPORAN/2026".into() };
    assert_eq!(panel.pages().saving.place, on);
    assert_eq!(panel.pages().saving.over, None, "the panel's own picker goes");
    panel.picks(Some("/srv/bersama/laporan"));
    assert_eq!(panel.pages().saving.place, Place::At("/srv/bersama/laporan".into()));
    // What was chosen stays when a drive comes.
    panel.tell(0, Reply::Reports(Told::Drives { drives: vec![stick(), stick()], free: None }));
    assert_eq!(panel.pages().saving.place, Place::At("/srv/bersama/laporan".into()));
}

#[test]
fn a_dialog_that_is_closed_changes_nothing_and_the_panel_goes_on_meanwhile() {
    let mut panel = Panel::open(Role::Administrator, true);
    let before = panel.pages().clone();
    panel.picks(None);
    assert_eq!((&panel.pages().saving.place, &panel.pages().saving.over), (&before.saving.place, &before.saving.over));

    panel.save(SaveEvent::System);
    let (ticket, _) = panel.dialog().unwrap();
    assert!(panel.pages().saving.system.is_open());
    panel.save(SaveEvent::Place(PlaceEvent::Folder));
    assert_eq!(panel.pages().saving.place, Place::Folder, "the panel's own picker works on");
    panel.tell(ticket + 1, Reply::System(Some("/tmp/lain".into())));
    assert_eq!(panel.pages().saving.place, Place::Folder, "an answer to another ask");
    panel.tell(ticket, Reply::System(None));
    assert!(!panel.pages().saving.system.is_open());
    assert_eq!(panel.pages().saving.place, Place::Folder);

    // A dialog that could not be opened can be asked for again; one that outlives the panel finds nobody.
    panel.save(SaveEvent::System);
    let (ticket, _) = panel.dialog().unwrap();
    panel.send(Event::Replied { ticket, reply: Err(Unanswered::Busy) });
    panel.save(SaveEvent::System);
    let (ticket, _) = panel.dialog().unwrap();
    panel.send(Event::Lock);
    panel.tell(ticket, Reply::System(Some("/tmp/lain".into())));
    assert!(!panel.desk.is_open());
}

#[test]
fn a_dialog_that_ends_without_a_choice_is_told_of_until_something_is_done() {
    // The system does not tell a dialog that was closed from one that could not be opened.
    let mut panel = Panel::open(Role::Administrator, true);
    assert!(!panel.pages().saving.system.is_unchosen());
    panel.picks(None);
    assert!(panel.pages().saving.system.is_unchosen());
    panel.save(SaveEvent::System);
    assert!(!panel.pages().saving.system.is_unchosen(), "another one is open");
    let (ticket, _) = panel.dialog().unwrap();
    panel.send(Event::Replied { ticket, reply: Err(Unanswered::Busy) });
    assert!(panel.pages().saving.system.is_unchosen());
    panel.save(SaveEvent::Close);
    panel.save(SaveEvent::OpenPlaces);
    assert!(!panel.pages().saving.system.is_unchosen(), "told once");

    let mut panel = Panel::importing(Role::Administrator, true);
    panel.import(PickerEvent::System);
    let (ticket, _) = panel.dialog().unwrap();
    panel.tell(ticket, Reply::System(None));
    let Step::File(picker) = &panel.pages().members.import.as_ref().unwrap().step else { panic!("another step") };
    assert!(picker.system.is_unchosen());
}

#[test]
fn a_list_is_opened_as_if_it_had_been_touched_in_the_picker() {
    let mut panel = Panel::importing(Role::Administrator, true);
    panel.import(PickerEvent::System);
    let (ticket, _) = panel.dialog().unwrap();
    let before = panel.pages().members.import.clone();
    panel.tell(ticket, Reply::System(None));
    let Some(import) = &panel.pages().members.import else { panic!("no import") };
    assert!(matches!(&import.step, Step::File(picker) if !picker.system.is_open()) && import.problem.is_none());
    assert_ne!(panel.pages().members.import, before, "it waits no more");
    assert!(panel.opened().is_empty());

    panel.import(PickerEvent::System);
    let (ticket, _) = panel.dialog().unwrap();
    panel.tell(ticket, Reply::System(Some("/srv/anggota.csv".into())));
    assert_eq!(panel.opened(), ["/srv/anggota.csv"]);
    let (ticket, _) = panel.asked.pop().unwrap();
    panel.tell(ticket, Reply::Members(buku_pengunjung::flow::staff::members::Reply::Refused("Bukan tabel.".into())));
    assert!(panel.pages().members.import.as_ref().unwrap().problem.is_some(), "refused like any other file");
    assert!(!matches!(panel.pages().saving.over, Some(SaveOver::Saved { .. })));
}

#[test]
fn a_dialog_that_was_left_opens_no_list() {
    let mut panel = Panel::importing(Role::Administrator, true);
    panel.import(PickerEvent::System);
    let (ticket, _) = panel.dialog().unwrap();
    panel.send(Event::Page(PageEvent::Members(Members::Import(ImportEvent::Leave))));
    panel.send(Event::Page(PageEvent::Members(Members::Begin)));
    panel.tell(ticket, Reply::System(Some("/srv/anggota.csv".into())));
    assert!(panel.opened().is_empty());
}
