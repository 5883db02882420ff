//! The import on its own thread, on a real book and real files.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono::Utc;

use super::*;
use crate::domain::member_columns::{Columns, Field};
use crate::domain::member_list::ImportCounts;
use crate::domain::report::{Drive, Held};
use crate::flow::staff::members::{Checked, PlaceKind};
use crate::runtime::clock::SystemClock;
use crate::storage::folder;

const LONG: Duration = Duration::from_secs(20);
const SRI: StaffId = StaffId(1);

struct OneDrive(PathBuf);

impl Drives for OneDrive {
    fn list(&self) -> Vec<Drive> {
        vec![Drive { name: "FLASH".to_owned(), path: self.0.clone(), free: None, read_only: false }]
    }

    fn release(&self, _path: &Path) -> Result<(), Held> {
        Ok(())
    }
}

struct Office {
    dir: tempfile::TempDir,
    data: DataFolder,
    shelf: Shelf,
    members: Members,
    told: Receiver<Event>,
}

impl Office {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let data = folder::prepare(&dir.path().join("data")).unwrap();
        let mut book = Book::open(&data, BookSettings::default()).unwrap();
        let name = crate::domain::name::Name::new("Sri Uji").unwrap();
        let pin = crate::domain::pin::Pin::choose(crate::domain::staff::Figures::six("739154").unwrap()).unwrap();
        book.set_first_pin(&name, &pin, Utc::now()).unwrap();
        let (events, told) = channel();
        let tell: Tell = Box::new(move |event| drop(events.send(event)));
        let drives = Box::new(OneDrive(dir.path().to_owned()));
        let settings = BookSettings::default();
        let clock = Box::new(SystemClock::default());
        let shelf = Shelf::new(data.clone(), settings.clone(), clock);
        let tell = Arc::new(Mutex::new(tell));
        let members = Members::new(data.clone(), settings, drives, tell);
        Self { dir, data, shelf, members, told }
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.dir.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The last answer to the ask.
    fn ask(&mut self, ticket: u64, ask: Ask) -> Reply {
        if let Some(reply) = self.members.answer(&mut self.shelf, ticket, SRI, ask).unwrap() {
            return reply;
        }
        loop {
            match self.told.recv_timeout(LONG).unwrap() {
                Event::Replied { ticket: to, reply: Ok(AnyReply::Members(reply)) } if to == ticket => match reply {
                    Reply::Reading(_) | Reply::Writing(_) => {}
                    last => return last,
                },
                other => panic!("{other:?}"),
            }
        }
    }

    fn check(&mut self, ticket: u64, file: PathBuf) -> Reply {
        let Reply::Opened(table) = self.ask(ticket, Ask::Open(file)) else { panic!("it is no table") };
        self.ask(ticket, Ask::Check { file: table.file, columns: table.columns })
    }

    fn checked(&mut self, ticket: u64, file: PathBuf) -> Checked {
        match self.check(ticket, file) {
            Reply::Checked(checked) => *checked,
            other => panic!("{other:?}"),
        }
    }

    fn all(&mut self) -> u64 {
        let Reply::Summary(summary) = self.ask(90, Ask::Summary) else { panic!("no summary") };
        summary.totals.all()
    }

    fn acts(&self) -> Vec<String> {
        let book = Book::open_read_only(&self.data, BookSettings::default()).unwrap();
        book.audit_lines(None, 50).unwrap().into_iter().rev().map(|l| format!("{} {}", l.act, l.subject)).collect()
    }
}

const LIST: &str = "no kta,nama,pendidikan\n1001,Wulan Contoh,S1\n1002,Budi Contoh,Paket C\n,Tanpa Nomor,\n";

#[test]
fn a_file_is_checked_imported_and_undone() {
    let mut office = Office::new();
    let file = office.file("anggota.csv", LIST);
    let checked = office.checked(1, file);
    assert_eq!((checked.counts.added, checked.rejected), (2, 1));
    assert_eq!(checked.reasons, [(4, "nomor KTA kosong".to_owned())]);
    assert!(checked.remarks[0].starts_with("pendidikan"), "{:?}", checked.remarks);
    assert_eq!(office.all(), 0, "nothing has changed yet");
    assert_eq!(office.ask(2, Ask::Commit), Reply::Imported(ImportCounts { added: 2, ..ImportCounts::default() }));
    assert_eq!(office.all(), 2);
    let second = office.file("baru.csv", "no kta,nama\n1001,Wulan Teladan\n");
    office.checked(3, second);
    let Reply::Checked(full) = office.ask(4, Ask::Full(true)) else { panic!("not checked") };
    assert_eq!((full.full, full.counts.updated, full.counts.deactivated), (true, 1, 1));
    office.ask(5, Ask::Commit);
    let Reply::Summary(summary) = office.ask(6, Ask::Summary) else { panic!("no summary") };
    let last = summary.last.unwrap();
    assert_eq!((last.source.as_str(), last.can_undo, summary.totals.inactive), ("baru.csv", true, 1));
    assert_eq!(office.ask(7, Ask::Undo), Reply::Undone);
    let Reply::Refused(said) = office.ask(8, Ask::Undo) else { panic!("undone twice") };
    assert!(said.starts_with("Tidak ada impor yang bisa dibatalkan"), "{said}");
    assert_eq!(office.ask(9, Ask::ShowNames), Reply::NamesShown);
    assert_eq!(
        office.acts()[1..],
        [
            "members_imported import:1:2-0-0",
            "members_imported import:2:0-1-1",
            "import_undone import:2:0-1-1",
            "names_shown "
        ]
    );
}

#[test]
fn another_import_is_refused_with_a_sentence_and_so_is_the_command_line() {
    let mut office = Office::new();
    let file = office.file("anggota.csv", LIST);
    let mut command_line = Book::open(&office.data, BookSettings::default()).unwrap();
    let batch = command_line.member_batch().unwrap();
    let Reply::Refused(said) = office.check(1, file.clone()) else { panic!("two at once") };
    assert!(said.starts_with("Impor daftar anggota yang lain sedang berjalan"), "{said}");
    drop(batch);
    office.checked(2, file);
    assert!(matches!(command_line.member_batch(), Err(StorageError::ImportRunning)));
    assert_eq!(office.ask(3, Ask::Cancel), Reply::Cancelled);
    let until = std::time::Instant::now() + LONG;
    while command_line.member_batch().is_err() {
        assert!(std::time::Instant::now() < until, "a cancelled import keeps the list");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(matches!(office.ask(4, Ask::Commit), Reply::Refused(_)), "there is nothing to commit any more");
    assert_eq!(office.all(), 0);
}

#[test]
fn a_locked_panel_gives_up_what_is_not_being_written() {
    let mut office = Office::new();
    let file = office.file("anggota.csv", LIST);
    office.checked(1, file.clone());
    office.members.rest();
    let Reply::Refused(said) = office.ask(2, Ask::Commit) else { panic!("committed after the lock") };
    assert!(said.starts_with("Pemeriksaan berkas ini sudah berakhir"), "{said}");
    assert_eq!(office.all(), 0);
    // A new check follows at once, and its commit is finished also when the panel is locked meanwhile.
    office.checked(3, file);
    assert_eq!(office.members.answer(&mut office.shelf, 4, SRI, Ask::Commit).unwrap(), None);
    office.members.rest();
    office.members.import = None;
    assert_eq!(office.all(), 2);
}

#[test]
fn a_bad_file_is_refused_with_the_sentence_of_the_command_line_and_changes_nothing() {
    let mut office = Office::new();
    for (name, text, said) in [
        ("kosong.csv", "", "kosong.csv: berkasnya kosong: ekspor ulang daftar anggota; tidak ada yang berubah."),
        ("tanpa-isi.csv", "no kta,nama\n", "ada judul kolom tetapi tidak ada isi"),
        ("tanpa-judul.csv", "10010001,Wulan Contoh\n10010002,Budi Contoh\n", "tambahkan baris judul kolom"),
        ("lama.xls", "\u{0}\u{0}", "bukan tabel"),
    ] {
        let file = office.file(name, text);
        let Reply::Refused(sentence) = office.ask(1, Ask::Open(file)) else { panic!("{name} is taken") };
        assert!(sentence.contains(said), "{sentence}");
        assert!(!sentence.contains("Contoh"), "a sentence names nobody");
    }
    let gone = office.dir.path().join("hilang.csv");
    assert!(matches!(office.ask(2, Ask::Open(gone)), Reply::Refused(_)));
    assert_eq!(office.all(), 0);
}

#[test]
fn columns_that_are_not_recognised_are_matched_by_hand() {
    let mut office = Office::new();
    let file = office.file("aneh.csv", "KODE UNIK,ORANG\n1001,Wulan Contoh\n");
    let Reply::Opened(table) = office.ask(1, Ask::Open(file.clone())) else { panic!("not opened") };
    assert_eq!(table.columns.missing(), Field::NEEDED);
    let mut columns = Columns::default();
    columns.set(Field::CardNumber, Some(0));
    columns.set(Field::Name, Some(1));
    let Reply::Checked(checked) = office.ask(2, Ask::Check { file, columns }) else { panic!("not checked") };
    assert_eq!(checked.counts.added, 1);
}

#[test]
fn the_drive_comes_first_and_a_folder_shows_folders_and_lists() {
    let mut office = Office::new();
    let Reply::Places(places) = office.ask(1, Ask::Places) else { panic!("no places") };
    assert_eq!((places[0].kind, places[0].name.as_str()), (PlaceKind::Drive, "FLASH"));
    let folder = office.dir.path().join("flash");
    std::fs::create_dir_all(folder.join("Tahun 2026")).unwrap();
    std::fs::create_dir_all(folder.join(".sampah")).unwrap();
    for name in ["b.CSV", "A.xlsx", "foto.jpg", ".rahasia.csv", "lama.xls"] {
        std::fs::write(folder.join(name), "x").unwrap();
    }
    let Reply::Folder(Some(entries)) = office.ask(2, Ask::Folder(folder.clone())) else { panic!("no folder") };
    let names: Vec<_> = entries.iter().map(|e| (e.name.as_str(), e.bytes)).collect();
    assert_eq!(names, [("Tahun 2026", None), ("A.xlsx", Some(1)), ("b.CSV", Some(1)), ("lama.xls", Some(1))]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(office.ask(3, Ask::Folder(folder)), Reply::Folder(None), "the drive was pulled");
}
