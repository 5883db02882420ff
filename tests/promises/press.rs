//! The files that the panel makes: the same as the command line's, logged, whole or absent, whatever becomes of the drive.

mod faults;
mod masked;
mod sifted;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use buku_pengunjung::config;
use buku_pengunjung::domain::audit::{Act, Actor, Subject};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::pin::Pin;
use buku_pengunjung::domain::report::{
    Choices, Content, Drive, FileForm, Held, Order, Place, Saved, Stored, Trouble, Wanted,
};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::domain::staff::{Figures, Role, StaffId};
use buku_pengunjung::exchange::drives::Drives;
use buku_pengunjung::exchange::visits_out::COLUMNS;
use buku_pengunjung::runtime::reports::{Issuer, Job, Press, Progress, folder};
use buku_pengunjung::storage::demo::{self, DemoPlan};
use buku_pengunjung::storage::{PinChange, folder as data_folder};
use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, Months, Utc};

use crate::office::Office;

/// Drives as a test wants them: each look takes the next list, the last one stays.
struct Sticks(Mutex<VecDeque<Vec<Drive>>>);

impl Drives for Sticks {
    fn list(&self) -> Vec<Drive> {
        let mut lists = self.0.lock().unwrap();
        if lists.len() > 1 { lists.pop_front().unwrap() } else { lists[0].clone() }
    }

    fn release(&self, _path: &Path) -> Result<(), Held> {
        Err(Held::NoProgram)
    }
}

fn stick(path: &Path) -> Drive {
    Drive { name: "UJI".into(), path: path.to_owned(), free: None, read_only: false }
}

/// An office with a press in it.
struct Shop {
    office: Office,
    librarian: StaffId,
    administrator: StaffId,
    press: Press,
    told: Receiver<(u64, Progress)>,
    ticket: u64,
}

/// A folder that stands for a drive.
fn drive(office: &Office) -> PathBuf {
    let path = office.path().join("drive");
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// The last moment of the invented visits: which of them fall into a month does not hang on the day of the test.
fn until() -> DateTime<Utc> {
    "2026-11-24T05:00:00Z".parse().unwrap()
}

fn shop(visits: u64) -> Shop {
    let office = Office::new();
    let lists = vec![vec![stick(&drive(&office))]];
    shop_with(office, visits, lists)
}

fn shop_with(office: Office, visits: u64, lists: Vec<Vec<Drive>>) -> Shop {
    let mut book = office.book();
    demo::fill(&mut book, DemoPlan { members: 40, visits, years: 1, seed: 7, until: until() }).unwrap();
    let mut staff = |name: &str, role, figures| {
        let pin = Pin::choose(Figures::six(figures).unwrap()).unwrap();
        let name = Name::new(name).unwrap();
        let PinChange::Added(id) = book.set_pin(&name, Some(role), &pin, Actor::Console, Utc::now()).unwrap() else {
            panic!("known already")
        };
        id
    };
    let administrator = staff("Sri Uji", Role::Administrator, "739154");
    let librarian = staff("Budi Uji", Role::Librarian, "482913");
    let config = config::load(&office.config()).unwrap();
    let (send, told) = channel();
    let press = Press::new(
        data_folder::prepare(&office.data()).unwrap(),
        Issuer::of(&config),
        Arc::new(Sticks(Mutex::new(lists.into()))),
        Arc::new(move |ticket, progress| drop(send.send((ticket, progress)))),
    );
    Shop { office, librarian, administrator, press, told, ticket: 0 }
}

impl Shop {
    fn begin(&mut self, order: Order, place: Place, by: StaffId) {
        self.ticket += 1;
        self.press.begin(self.ticket, Job::Make { what: Wanted::Order(order), place, by, at: Utc::now() }).unwrap();
    }

    /// Waits for the end; what was told on the way never fell.
    fn end(&mut self) -> Saved {
        let mut last = 0;
        loop {
            let (ticket, progress) = self.told.recv_timeout(Duration::from_mins(1)).unwrap();
            assert_eq!(ticket, self.ticket);
            match progress {
                Progress::Percent(percent) => {
                    assert!(percent > last && percent <= 100, "{percent} after {last}");
                    last = percent;
                }
                Progress::Made(saved, _) => {
                    // The thread has told its end and is about to be gone.
                    while self.press.making().is_some() {
                        std::thread::sleep(Duration::from_millis(1));
                    }
                    return saved;
                }
                Progress::Released(_) => panic!("nothing was to be let go of"),
            }
        }
    }

    fn make(&mut self, order: Order, place: Place, by: StaffId) -> Saved {
        self.begin(order, place, by);
        self.end()
    }

    fn on_drive(&self) -> Place {
        let path = self.office.path().join("drive");
        Place::On { drive: path.clone(), folder: path }
    }

    /// The only file on the drive.
    fn carried(&self, name: &str) -> Vec<u8> {
        assert_eq!(names(&self.office.path().join("drive")), [name]);
        std::fs::read(self.office.path().join("drive").join(name)).unwrap()
    }

    /// The same, and the drive is empty again.
    fn taken(&self, name: &str) -> Vec<u8> {
        let bytes = self.carried(name);
        std::fs::remove_file(self.office.path().join("drive").join(name)).unwrap();
        bytes
    }

    fn reports(&self) -> Vec<String> {
        names(&self.office.data().join(folder::REPORTS))
    }
}

/// The names in a folder, hidden ones too; none where there is no folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The last whole month of the invented visits.
fn last_month() -> Span {
    Span::month_of(until().date_naive()).unwrap().before().unwrap()
}

fn order(content: Content, form: FileForm) -> Order {
    Order { content, span: last_month(), form, choices: Choices::default() }
}

/// Whatever was invented; groups are too few to meet some of them in every month.
fn of_all(order: Order) -> Order {
    let last = until().date_naive();
    Order { span: Span::range(last - Months::new(12), last).unwrap(), ..order }
}

fn named(order: Order) -> Order {
    Order { choices: Choices { mask_names: false, ..order.choices }, ..order }
}

fn cells(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheets = book.sheet_names();
    sheets
        .into_iter()
        .map(|name| {
            let rows = book.worksheet_range(&name).unwrap().rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        })
        .collect()
}

/// The arguments for last month.
fn days() -> [String; 4] {
    let span = last_month();
    ["--from".into(), span.from().to_string(), "--to".into(), span.to().to_string()]
}

/// What the panel makes and what the command line makes, by the way both are read; a report says its minute, so both
/// are made within one.
fn both_ways<T>(shop: &mut Shop, order: Order, kind: &str, read: impl Fn(&[u8]) -> T) -> (T, T) {
    let extension = if order.form == FileForm::Pdf { "pdf" } else { "xlsx" };
    let month = order.span.from().format("%Y-%m").to_string();
    let path = shop.office.place(&format!("report.{extension}"));
    let minute = || Utc::now().timestamp() / 60;
    loop {
        let before = minute();
        shop.office.done(&["report", "--kind", kind, "--month", &month, "--output", &path]);
        let (by, place) = (shop.librarian, shop.on_drive());
        let saved = shop.make(order, place, by);
        let Saved::Done(Stored { name, until: None }) = saved else { panic!("not saved: {saved:?}") };
        assert!(name.ends_with(&format!("-{month}.{extension}")), "{name}");
        let made = shop.taken(&name);
        if minute() == before {
            return (read(&made), read(&std::fs::read(path).unwrap()));
        }
    }
}

#[test]
fn reports_are_those_of_the_command_line() {
    let mut shop = shop(900);
    for (content, kind) in [
        (Content::Visits, "visits"),
        (Content::Internet, "internet"),
        (Content::Sop, "sop"),
        (Content::Groups, "groups"),
    ] {
        let (made, commanded) = both_ways(&mut shop, order(content, FileForm::Pdf), kind, <[u8]>::to_vec);
        assert!(made == commanded, "{kind}: byte for byte");
        let (made, commanded) = both_ways(&mut shop, order(content, FileForm::Xlsx), kind, cells);
        assert_eq!(made, commanded, "{kind}: cell for cell");
    }
}

#[test]
fn rows_are_those_of_the_export_and_masked_unless_an_administrator_asks() {
    let mut shop = shop(600);
    let [from, first, to, last] = days();
    let path = shop.office.place("rows.csv");
    shop.office.done(&["visits", "export", &from, &first, &to, &last, "--output", &path]);
    let exported = std::fs::read_to_string(path).unwrap();
    assert!(exported.lines().count() > 20);
    let month = last_month().from().format("%Y-%m").to_string();
    let plain = named(order(Content::Book, FileForm::Csv));
    let name = format!("buku-pengunjung-{month}-dengan-nama.csv");
    let (place, by) = (shop.on_drive(), shop.administrator);
    assert_eq!(shop.make(plain, place.clone(), by), Saved::Done(Stored { name: name.clone(), until: None }));
    assert_eq!(String::from_utf8(shop.taken(&name)).unwrap(), exported, "byte for byte");

    // A librarian's window would not send this; the press masks it all the same.
    let (name, by) = (format!("buku-pengunjung-{month}.csv"), shop.librarian);
    assert_eq!(shop.make(plain, place, by), Saved::Done(Stored { name: name.clone(), until: None }));
    let masked = String::from_utf8(shop.carried(&name)).unwrap();
    assert_eq!(masked.lines().count(), exported.lines().count());
    let mut people = 0;
    for (masked, plain) in csv_rows(&masked).iter().zip(csv_rows(&exported)) {
        for (at, (masked, plain)) in masked.iter().zip(&plain).enumerate() {
            // Card number and name stand in the fifth and sixth column; origin, institution and note are free words.
            let free = ["origin", "institution", "purpose_note"].contains(&COLUMNS[at]);
            if (at == 4 || at == 5) && !plain.is_empty() {
                assert!(masked.contains("•••") && masked != plain, "{masked}");
                people += 1;
            } else if free && !plain.is_empty() {
                assert_eq!(masked, "•••");
            } else {
                assert_eq!(masked, plain);
            }
        }
    }
    assert!(people > 20, "the comparison compares something");
}

fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn rows_of_groups_and_of_the_internet_room_are_only_theirs() {
    let mut shop = shop(600);
    for (content, what) in [(Content::Groups, "rombongan"), (Content::Internet, "internet")] {
        let place = shop.on_drive();
        let by = shop.librarian;
        let all_of_it = of_all(order(content, FileForm::Csv));
        let Saved::Done(Stored { name, .. }) = shop.make(all_of_it, place, by) else { panic!("not saved") };
        assert!(name.starts_with(&format!("buku-{what}-")), "{name}");
        let text = String::from_utf8(shop.taken(&name)).unwrap();
        let rows = csv_rows(&text);
        assert!(rows.len() > 1, "the comparison compares something");
        let seat = 19;
        assert!(rows.iter().all(|row| if content == Content::Groups {
            row[3] == "group"
        } else {
            !row[seat].is_empty()
        }));
    }
}

#[test]
fn every_file_stands_in_the_log_with_who_what_when_and_names() {
    let mut shop = shop(200);
    let (place, librarian, administrator) = (shop.on_drive(), shop.librarian, shop.administrator);
    shop.make(order(Content::Sop, FileForm::Xlsx), place.clone(), librarian);
    shop.make(named(order(Content::Groups, FileForm::Pdf)), place.clone(), administrator);
    // What fails before there is a file is no file.
    let gone = Place::On { drive: "/no/such/drive".into(), folder: "/no/such/drive".into() };
    assert!(matches!(shop.make(order(Content::Visits, FileForm::Pdf), gone, librarian), Saved::Failed(_)));
    let book = shop.office.book();
    let lines = book.audit_lines_of(Act::ReportMade, 10).unwrap();
    let said: Vec<_> = lines
        .iter()
        .map(|l| (l.actor, Subject::file_of(&l.subject).unwrap(), l.fields.join(" "), l.reason.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (Actor::Staff(administrator), (Content::Groups, last_month()), "names".to_owned(), "pdf"),
            (Actor::Staff(librarian), (Content::Sop, last_month()), String::new(), "xlsx"),
        ]
    );
    shop.office.done(&["verify"]);
}

#[test]
fn a_folder_that_is_no_drive_is_written_to_and_told_when_it_is_gone() {
    let mut shop = shop(50);
    let (by, folder) = (shop.librarian, shop.office.path().join("bersama"));
    std::fs::create_dir(&folder).unwrap();
    let what = order(Content::Visits, FileForm::Pdf);
    let Saved::Done(stored) = shop.make(what, Place::At(folder.clone()), by) else { panic!("not saved") };
    assert_eq!(names(&folder), [stored.name.as_str()]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(matches!(shop.make(what, Place::At(folder.clone()), by), Saved::Kept(Trouble::Gone, _)));
    assert!(!folder.exists());
    assert_eq!(shop.reports(), [stored.name], "kept in the report folder");
}

#[test]
fn an_empty_month_gives_a_report_with_zeros_and_a_sentence() {
    let mut shop = shop(50);
    let empty = Order { span: Span::parse_month("2001-02").unwrap(), ..order(Content::Visits, FileForm::Pdf) };
    let (place, by) = (shop.on_drive(), shop.librarian);
    assert!(matches!(shop.make(empty, place, by), Saved::Done(_)));
    let pages = crate::report::read::pages(&shop.carried("laporan-kunjungan-2001-02.pdf"));
    assert!(pages[0].contains("Belum ada kunjungan pada periode ini."), "{}", pages[0]);
    assert!(pages[0].contains("Jumlah"), "{}", pages[0]);
}

#[test]
fn the_report_folder_keeps_files_of_single_entries_for_their_time_only() {
    let mut shop = shop(80);
    let by = shop.librarian;
    let Saved::Done(counts) = shop.make(order(Content::Visits, FileForm::Pdf), Place::Folder, by) else {
        panic!("not saved")
    };
    assert_eq!(counts.until, None);
    let Saved::Done(rows) = shop.make(order(Content::Book, FileForm::Xlsx), Place::Folder, by) else {
        panic!("not saved")
    };
    let until = rows.until.unwrap();
    assert!(rows.name.ends_with(&format!("-hapus-{until}.xlsx")), "{}", rows.name);
    assert_eq!(shop.reports(), [rows.name.clone(), counts.name.clone()]);
    let data = data_folder::prepare(&shop.office.data()).unwrap();
    folder::sweep(&data, until.pred_opt().unwrap());
    assert_eq!(shop.reports().len(), 2);
    folder::sweep(&data, until);
    assert_eq!(shop.reports(), [counts.name]);
}
