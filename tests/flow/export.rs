//! "Ekspor hasil saring" of Kunjungan: what is listed is what is ordered, names only by an administrator's doing, by the
//! same one way of taking a file away that Laporan goes.

use std::path::PathBuf;
use std::time::Duration;

use buku_pengunjung::domain::listing::{BookPage, Sieve};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::report::{Drive, FileForm, Place, Saved, Sifted, Stored, Trouble, Wanted};
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::domain::visit::{MembershipType, VisitId};
use buku_pengunjung::flow::staff::page::{Ask, PageEvent, Pages, Reply, Unanswered};
use buku_pengunjung::flow::staff::saving::{SaveEvent, SaveOver};
use buku_pengunjung::flow::staff::visits::{Choice, Event, Sheet, Shown, When};
use buku_pengunjung::flow::staff::{
    Desk, Effect, Event as StaffEvent, Rules, Side, Tab, Verdict, reports, update, visits,
};
use chrono::NaiveDate;
use uuid::Uuid;

const NOW: Duration = Duration::from_secs(5);

struct Panel {
    desk: Desk,
    asked: Vec<(u64, Ask)>,
}

fn rules() -> Rules {
    Rules { panel_lock: Duration::from_mins(2), tabs: vec![Tab::Visits, Tab::Reports], system_dialogs: false }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn stick() -> Drive {
    Drive { name: "UJI".into(), path: "/media/UJI".into(), free: None, read_only: false }
}

impl Panel {
    /// Kunjungan with its rows.
    fn open(role: Role) -> Self {
        let mut panel = Self { desk: Desk::default(), asked: Vec::new() };
        let mut out = update(&mut panel.desk, &rules(), StaffEvent::Open { welcome: true }, NOW);
        out.extend("739154".chars().flat_map(|c| update(&mut panel.desk, &rules(), StaffEvent::Typed(c), NOW)));
        let Some(Effect::CheckPin { ticket, .. }) = out.pop() else { panic!("no PIN is looked up") };
        let staff = Staff { id: StaffId(3), name: Name::new("Sri Uji").unwrap(), role };
        panel.send(StaffEvent::Checked { ticket, verdict: Verdict::Right(staff) });
        panel.show_rows();
        panel
    }

    fn send(&mut self, event: StaffEvent) {
        for effect in update(&mut self.desk, &rules(), event, NOW) {
            if let Effect::Ask { ticket, ask, .. } = effect {
                self.asked.push((ticket, ask));
            }
        }
    }

    fn touch(&mut self, event: Event) {
        self.send(StaffEvent::Page(PageEvent::Visits(event)));
    }

    fn take(&mut self, wanted: impl Fn(&Ask) -> bool) -> Option<(u64, Ask)> {
        let at = self.asked.iter().position(|(_, ask)| wanted(ask))?;
        Some(self.asked.remove(at))
    }

    fn show_rows(&mut self) {
        let (ticket, Ask::Visits(visits::Ask::Page(wish, _))) =
            self.take(|ask| matches!(ask, Ask::Visits(visits::Ask::Page(..)))).unwrap()
        else {
            panic!("another ask")
        };
        let now = today().and_hms_opt(14, 0, 0).unwrap();
        let (page, fresh) = (BookPage { listed: 40, ..BookPage::default() }, VisitId(Uuid::from_u128(9)));
        let shown = Shown { page, period: wish.when.period(today()), now, purposes: Vec::new(), fresh };
        self.reply(ticket, Reply::Visits(visits::Reply::Page(Box::new(shown))));
    }

    fn reply(&mut self, ticket: u64, reply: Reply) {
        self.send(StaffEvent::Replied { ticket, reply: Ok(reply) });
    }

    fn told(&mut self, ticket: u64, reply: reports::Reply) {
        self.reply(ticket, Reply::Reports(reply));
    }

    fn pages(&self) -> &Pages {
        let Side::Panel(panel) = &self.desk.side else { panic!("the panel is closed") };
        &panel.pages
    }

    /// The export over the list, with a drive plugged in.
    fn opened(role: Role) -> Self {
        let mut panel = Self::open(role);
        panel.touch(Event::Export);
        let (ticket, _) = panel.take(|ask| *ask == Ask::Reports(reports::Ask::Open)).unwrap();
        let (drives, recent) = (vec![stick()], Vec::new());
        panel.told(ticket, reports::Reply::Opened { today: today(), drives, free: None, recent, making: None });
        panel
    }

    /// What is ordered by "Buat berkas".
    fn ordered(&mut self) -> Option<(u64, Sifted, Place)> {
        self.touch(Event::ExportMake);
        let (ticket, Ask::Reports(reports::Ask::Make(what, place))) =
            self.take(|ask| matches!(ask, Ask::Reports(reports::Ask::Make(..))))?
        else {
            panic!("another ask")
        };
        let Wanted::Sifted(sifted) = *what else { panic!("no rows") };
        Some((ticket, sifted, place))
    }

    fn is_open(&self) -> bool {
        matches!(self.pages().visits.sheet, Some(Sheet::Export(_)))
    }
}

fn stored() -> Stored {
    Stored { name: "buku-tersaring.csv".into(), until: None }
}

#[test]
fn what_is_listed_is_what_is_ordered() {
    let mut panel = Panel::open(Role::Librarian);
    panel.touch(Event::Choose(Choice::When(When::Days(7))));
    panel.show_rows();
    panel.touch(Event::Choose(Choice::Kind(Some(MembershipType::Group))));
    panel.show_rows();
    for c in "sdn 2".chars() {
        panel.send(StaffEvent::Typed(c));
    }
    panel.touch(Event::Export);
    panel.touch(Event::ExportForm(FileForm::Csv));
    panel.touch(Event::ExportForm(FileForm::Pdf));
    let (_, sifted, place) = panel.ordered().unwrap();
    let from = NaiveDate::from_ymd_opt(2026, 11, 19);
    let sieve = Sieve {
        period: Period { from, to: None },
        kind: Some(MembershipType::Group),
        text: "sdn 2".into(),
        ..Sieve::default()
    };
    assert_eq!(sifted, Sifted { sieve, form: FileForm::Csv, mask_names: true }, "rows are no paper");
    assert_eq!(place, Place::Folder, "no drive is known");
}

#[test]
fn the_drive_that_is_there_is_taken_and_the_same_place_stands_on_both_pages() {
    let mut panel = Panel::opened(Role::Librarian);
    let path = PathBuf::from("/media/UJI");
    let on = Place::On { drive: path.clone(), folder: path };
    assert_eq!(panel.pages().saving.place, on);
    let (_, _, place) = panel.ordered().unwrap();
    assert_eq!(place, on);
    assert!(panel.ordered().is_none(), "one at a time");
    panel.send(StaffEvent::Tab(Tab::Reports));
    panel.send(StaffEvent::Page(PageEvent::Reports(reports::Event::Make)));
    assert!(panel.take(|ask| matches!(ask, Ask::Reports(reports::Ask::Make(..)))).is_none(), "nor from Laporan");
}

#[test]
fn names_stand_in_the_file_only_by_an_administrators_doing() {
    let mut panel = Panel::opened(Role::Librarian);
    panel.touch(Event::ExportMask);
    let Some(Sheet::Export(export)) = &panel.pages().visits.sheet else { panic!("no export") };
    assert!(export.names_refused && export.mask_names);
    assert!(panel.ordered().unwrap().1.mask_names);
    let mut panel = Panel::opened(Role::Administrator);
    assert!(panel.ordered().unwrap().1.mask_names, "not unless it is asked for");
    let mut panel = Panel::opened(Role::Administrator);
    panel.touch(Event::ExportMask);
    assert!(!panel.ordered().unwrap().1.mask_names);
}

#[test]
fn the_card_goes_when_the_file_stands_and_stays_when_it_does_not() {
    let mut panel = Panel::opened(Role::Librarian);
    let (ticket, ..) = panel.ordered().unwrap();
    panel.told(ticket, reports::Reply::Progress(30));
    assert_eq!(panel.pages().saving.making.map(|m| m.percent), Some(30));
    panel.told(ticket, reports::Reply::Made(Saved::Failed(Trouble::Gone), Vec::new()));
    assert!(panel.is_open());
    assert!(matches!(panel.pages().saving.over, Some(SaveOver::Saved { saved: Saved::Failed(Trouble::Gone), .. })));
    panel.send(StaffEvent::Leave);
    assert!(panel.is_open() && panel.pages().saving.over.is_none(), "Esc takes the topmost away");

    let (ticket, ..) = panel.ordered().unwrap();
    panel.send(StaffEvent::Replied { ticket, reply: Err(Unanswered::Busy) });
    assert!(panel.is_open() && panel.pages().saving.over.is_some());
    panel.send(StaffEvent::Page(PageEvent::Saving(SaveEvent::Close)));

    let (ticket, ..) = panel.ordered().unwrap();
    panel.send(StaffEvent::Page(PageEvent::Saving(SaveEvent::Cancel)));
    assert!(panel.take(|ask| *ask == Ask::Reports(reports::Ask::Cancel)).is_some());
    panel.told(ticket, reports::Reply::Made(Saved::Cancelled, Vec::new()));
    assert!(panel.is_open() && panel.pages().saving.over.is_none());

    let (ticket, ..) = panel.ordered().unwrap();
    panel.told(ticket + 1, reports::Reply::Made(Saved::Done(stored()), Vec::new()));
    assert!(panel.is_open(), "an answer to another ask");
    panel.told(ticket, reports::Reply::Made(Saved::Done(stored()), Vec::new()));
    assert!(!panel.is_open());
    panel.send(StaffEvent::Page(PageEvent::Saving(SaveEvent::Release)));
    let released = Ask::Reports(reports::Ask::Release("/media/UJI".into()));
    assert!(panel.take(|ask| *ask == released).is_some());
}

#[test]
fn keys_go_nowhere_while_something_lies_over_the_list() {
    let mut panel = Panel::opened(Role::Librarian);
    panel.send(StaffEvent::Page(PageEvent::Saving(SaveEvent::OpenPlaces)));
    panel.send(StaffEvent::Typed('w'));
    panel.send(StaffEvent::Leave);
    assert!(panel.is_open() && panel.pages().saving.over.is_none());
    panel.send(StaffEvent::Typed('w'));
    assert_eq!(panel.pages().visits.wish.sieve.text, "");
    panel.send(StaffEvent::Page(PageEvent::Saving(SaveEvent::OpenPlaces)));
    panel.send(StaffEvent::Tab(Tab::Reports));
    assert!(panel.pages().saving.over.is_none(), "a choice that was not made is left with its page");
}
