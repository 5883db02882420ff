//! The page Anggota with a real book of invented members behind it. Where files are and what an import says is answered
//! by hand.

use std::path::PathBuf;

use buku_pengunjung::domain::audit::Actor;
use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::demographics::{Education, Occupation, Sex};
use buku_pengunjung::domain::member::{Member, MemberStatus};
use buku_pengunjung::domain::member_columns::Columns;
use buku_pengunjung::domain::member_list::ImportCounts;
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::flow::staff::members::{
    Ask, Checked, Entry, Event as Members, ImportEvent, LastImport, PAGE_ROWS, Page, PickerEvent, Place, PlaceKind,
    Reply, Summary, Table,
};
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, PageEvent, Reply as AnyReply};
use buku_pengunjung::flow::staff::{Effect, Event, Side, Tab};
use buku_pengunjung::i18n::Lang;
use buku_pengunjung::storage::{Book, BookSettings, StorageError, Takeover, folder};
use chrono::{DateTime, NaiveDate};

use crate::staff_support::Office;

/// The invented member whom tests look for.
pub const WULAN: &str = "0024118736";

/// A book with sixty invented members, imported as `anggota-2026.xlsx`; nobody for `none`.
pub struct Shelf {
    _dir: tempfile::TempDir,
    pub book: Book,
}

impl Shelf {
    pub fn filled() -> Self {
        let shelf = Self::empty();
        let mut shelf = shelf;
        let first = [
            ("Ayu", Sex::Female),
            ("Budi", Sex::Male),
            ("Citra", Sex::Female),
            ("Dewi", Sex::Female),
            ("Eko", Sex::Male),
        ];
        let last = ["Contoh", "Teladan", "Misalan", "Rekaan", "Ujicoba", "Percobaan"];
        let mut members = Vec::new();
        for n in 0..60_u32 {
            let (given, sex) = first[n as usize % first.len()];
            let name = format!("{given} {}", last[n as usize / first.len() % last.len()]);
            let ends = 2025 + i32::try_from(n % 4).unwrap();
            members.push(Member {
                card_number: CardNumber::from_store(format!("00{:08}", 21_000_000 + n * 137)),
                name: Name::from_list(&name).unwrap(),
                sex: Some(sex),
                birth_date: NaiveDate::from_ymd_opt(1980 + i32::try_from(n % 30).unwrap(), 1 + n % 12, 1 + n % 28),
                education: Some(Education::ALL[n as usize % Education::ALL.len()]),
                occupation: Some(Occupation::ALL[n as usize % Occupation::ALL.len()]),
                address: Some(format!("Jalan Misalan No. {n}, Banyuwangi")),
                valid_until: if n % 7 == 0 { None } else { NaiveDate::from_ymd_opt(ends, 6, 30) },
                status: match n % 10 {
                    7 => MemberStatus::Inactive,
                    9 => MemberStatus::Blocked,
                    _ => MemberStatus::Active,
                },
            });
        }
        members.push(Member {
            card_number: CardNumber::from_store(WULAN),
            name: Name::from_list("Wulan Prameswari").unwrap(),
            status: MemberStatus::Active,
            valid_until: NaiveDate::from_ymd_opt(2027, 3, 14),
            ..members[0].clone()
        });
        shelf.import(&members, "anggota-2026.xlsx");
        shelf
    }

    pub fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let data = folder::prepare(&dir.path().join("data")).unwrap();
        Self { book: Book::open(&data, BookSettings::default()).unwrap(), _dir: dir }
    }

    pub fn import(&mut self, members: &[Member], source: &str) {
        let mut batch = self.book.member_batch().unwrap();
        for member in members {
            batch.put(member).unwrap();
        }
        let at = DateTime::parse_from_rfc3339("2026-11-24T09:42:00+07:00").unwrap().to_utc();
        let takeover = Takeover { full: false, source, rejected: 3, actor: Actor::Console, at };
        batch.take_over(&takeover, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    }

    /// Answers everything that the book can answer.
    pub fn answer(&mut self, office: &mut Office) {
        while let Some(at) = office.effects.iter().position(|effect| self.reply(effect).is_some()) {
            let effect = office.effects.remove(at);
            let Some((ticket, reply)) = self.reply(&effect) else { continue };
            let reply = match effect {
                Effect::Ask { ask: AnyAsk::Members(Ask::Undo), .. } => self.undone(),
                _ => reply,
            };
            send(office, ticket, reply);
        }
    }

    fn undone(&mut self) -> Reply {
        match self.book.undo_import(Actor::Console, DateTime::UNIX_EPOCH) {
            Ok(_) => Reply::Undone,
            Err(StorageError::NothingToUndo) => Reply::Refused("Tidak ada impor yang bisa dibatalkan.".to_owned()),
            Err(error) => panic!("{error}"),
        }
    }

    fn reply(&self, effect: &Effect) -> Option<(u64, Reply)> {
        let Effect::Ask { ticket, ask: AnyAsk::Members(ask), .. } = effect else { return None };
        let reply = match ask {
            Ask::List { search, from, count } => Reply::Listed {
                page: self.book.member_page(search, from, PAGE_ROWS).unwrap(),
                found: count.then(|| self.book.members_found(search).unwrap()),
            },
            Ask::Summary => Reply::Summary(Box::new(Summary {
                totals: self.book.member_totals().unwrap(),
                last: self.book.last_import().unwrap().map(|last| LastImport {
                    at: last.at.with_timezone(&chrono_tz::Asia::Jakarta).naive_local(),
                    source: last.source,
                    counts: last.counts,
                    rejected: last.rejected,
                    can_undo: last.can_undo,
                }),
            })),
            Ask::ShowNames => Reply::NamesShown,
            Ask::Undo => Reply::Undone,
            _ => return None,
        };
        Some((*ticket, reply))
    }
}

pub fn send(office: &mut Office, ticket: u64, reply: Reply) {
    office.send(Event::Replied { ticket, reply: Ok(AnyReply::Members(reply)) });
}

/// Answers what was asked last.
pub fn reply(office: &mut Office, reply: Reply) {
    let Some(Effect::Ask { ticket, .. }) = office.effects.pop() else {
        panic!("nothing was asked: {:?}", office.effects)
    };
    send(office, ticket, reply);
}

pub fn touch(office: &mut Office, event: Members) {
    office.send(Event::Page(PageEvent::Members(event)));
}

pub fn import(office: &mut Office, event: ImportEvent) {
    touch(office, Members::Import(event));
}

/// The page as it is shown after it was opened.
pub fn members(shelf: &mut Shelf) -> Office {
    let mut office = Office::new(Lang::Id).in_tab(Tab::Members);
    shelf.answer(&mut office);
    office
}

pub fn page(office: &Office) -> &Page {
    let Side::Panel(panel) = &office.desk.side else { panic!("no panel") };
    &panel.pages.members
}

/// The first step: a drive, and the folders of the computer.
pub fn at_places(mut office: Office) -> Office {
    touch(&mut office, Members::Begin);
    let place = |kind, name: &str, path: &str| Place { kind, name: name.to_owned(), path: PathBuf::from(path) };
    let places = vec![
        place(PlaceKind::Drive, "FLASH", "/media/petugas/FLASH"),
        place(PlaceKind::Documents, "", "/home/petugas/Dokumen"),
        place(PlaceKind::Downloads, "", "/home/petugas/Unduhan"),
        place(PlaceKind::Home, "", "/home/petugas"),
    ];
    reply(&mut office, Reply::Places(places));
    office
}

/// In a folder of the drive with eleven entries.
pub fn in_folder(office: Office) -> Office {
    let mut office = at_places(office);
    import(&mut office, ImportEvent::File(PickerEvent::Place(0)));
    let folder = |name: &str| Entry { name: name.to_owned(), bytes: None };
    let mut entries = vec![folder("2025"), folder("Laporan bulanan")];
    for n in 1..=9 {
        let ending = if n % 2 == 0 { "csv" } else { "xlsx" };
        entries.push(Entry { name: format!("anggota-2026-{n:02}.{ending}"), bytes: Some(48_000 * n) });
    }
    reply(&mut office, Reply::Folder(Some(entries)));
    office
}

pub fn table() -> Table {
    let header: Vec<String> = [
        "No. KTA",
        "Nama Lengkap",
        "L/P",
        "Tgl. Lahir",
        "Pendidikan",
        "Pekerjaan",
        "Alamat Rumah",
        "Masa Berlaku",
        "Status",
        "Telepon",
    ]
    .map(str::to_owned)
    .to_vec();
    let samples = (1..=5)
        .map(|n| {
            let row = [
                &format!("00241187{n:02}"),
                ["Ayu Contoh", "Budi Teladan", "Citra Misalan", "Dewi Rekaan", "Eko Ujicoba"][n - 1],
                ["P", "L"][n % 2],
                &format!("{n:02}/11/1990"),
                ["S1", "SMA", "D3", "SMP", "S2"][n - 1],
                ["Guru", "Pelajar", "Pegawai Negeri", "Mahasiswa", "Wiraswasta"][n - 1],
                &format!("Jalan Misalan No. {n}, Banyuwangi"),
                "31/12/2027",
                "aktif",
                "0333 000000",
            ];
            row.map(str::to_owned).to_vec()
        })
        .collect();
    let columns = Columns::guess(&header);
    let file = PathBuf::from("/media/petugas/FLASH/anggota-2026-01.xlsx");
    Table { file, name: "anggota-2026-01.xlsx".to_owned(), header, samples, columns, choosing: None, part: 0 }
}

/// The second step.
pub fn at_columns(office: Office, table: Table) -> Office {
    let mut office = in_folder(office);
    import(&mut office, ImportEvent::File(PickerEvent::Entry("anggota-2026-01.xlsx".to_owned())));
    reply(&mut office, Reply::Opened(Box::new(table)));
    office
}

pub fn checked() -> Checked {
    let reason = |n: u64| match n % 4 {
        0 => "nomor KTA kosong".to_owned(),
        1 => "nomor KTA sudah ada di baris 12".to_owned(),
        2 => "masa berlaku bukan tanggal (tulis seperti 2026-11-24 atau 24/11/2026)".to_owned(),
        _ => "program lembar kerja memendekkan nomor KTA (seperti 2.1E+13): jadikan kolom itu teks, lalu simpan ulang"
            .to_owned(),
    };
    Checked {
        counts: ImportCounts { added: 1_204, updated: 86, unchanged: 14_310, deactivated: 0 },
        full: false,
        rejected: 23,
        reasons: (0..23).map(|n| (17 + n * 31, reason(n))).collect(),
        remarks: vec![
            "pendidikan ditulis dengan kata yang tidak dikenal, jadi dikosongkan: 12 baris, mulai baris 48".to_owned(),
        ],
        part: 0,
    }
}

/// The third step.
pub fn at_check(office: Office, checked: Checked) -> Office {
    let mut office = at_columns(office, table());
    import(&mut office, ImportEvent::Check);
    reply(&mut office, Reply::Checked(Box::new(checked)));
    office
}
