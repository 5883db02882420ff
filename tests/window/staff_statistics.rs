//! Statistik in a real window: today's figures after a real check-in, and a visit that another program records while the
//! page is looked at.

use std::time::{Duration, Instant};

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::demographics::Demographics;
use buku_pengunjung::domain::internet::{
    NewSession, OpenHours, Place, RoomRules, Seat, SeatGroup, SeatState, WeekHours,
};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::{Entry, NewVisit, VisitId, Visitor};
use buku_pengunjung::storage::{Book, BookSettings, folder};
use chrono::{NaiveTime, Utc};
use uuid::Uuid;

use crate::cards::choose;
use crate::staff::{PIN, staffed};
use crate::support::kiosk::Kiosk;
use crate::support::library::{BAYU, WULAN};

/// The name of the card with today's figures begins so.
fn today(people: u32) -> String {
    format!("Pengunjung hari ini: {people} orang · {people} pencatatan")
}

#[test]
fn todays_figures_stand_in_the_panel_and_follow_the_book() {
    let kiosk = Kiosk::open(staffed());
    kiosk.display.scan(WULAN);
    choose(&kiosk, "Membaca di tempat");
    kiosk.hold_the_emblem();
    kiosk.display.typing(PIN);
    kiosk.screen("staff_statistics");
    kiosk.control(&today(1));
    kiosk.picture("staff-statistics");

    let data = folder::prepare(&kiosk.library.data()).unwrap();
    let room = RoomRules { seats: vec![computer()], hours: all_day(), ..RoomRules::default() };
    let mut book = Book::open(&data, BookSettings { room, ..BookSettings::default() }).unwrap();
    // The card of the room with the first, the cards of visitors with each. A busy machine may paint one of three late.
    let mut seen: Vec<Duration> = (2..5)
        .map(|people| {
            let visit = if people == 2 { visit() } else { NewVisit { session: None, purpose: reading(), ..visit() } };
            let committed = Instant::now();
            book.record(&visit, committed).unwrap();
            kiosk.control(&today(people));
            kiosk.control("Ruang internet: 1 sesi");
            committed.elapsed()
        })
        .collect();
    seen.sort_unstable();
    assert!(seen[1] < Duration::from_secs(2), "seen only after {seen:?}");

    // The card of today's visitors leads to their list, and the tab back to the figures.
    kiosk.touch(&today(4));
    kiosk.screen("staff_visits");
    kiosk.control("Tanggal: Hari ini");
    kiosk.touch("Statistik");
    kiosk.screen("staff_statistics");
    kiosk.touch("Ruang internet: 1 sesi");
    kiosk.screen("staff_visits");
    kiosk.control("Keperluan: Layanan internet gratis");
    kiosk.touch("Statistik");
    kiosk.screen("staff_statistics");

    kiosk.touch("Sesi internet");
    // A list can be touched only where it has rows.
    kiosk.control("Sesi menurut komputer");
    kiosk.control("Cara sesi berakhir");
    kiosk.picture("staff-statistics-sessions");

    kiosk.touch("Rincian pengunjung");
    kiosk.touch("Tampilkan nama");
    kiosk.control("Samarkan nama");
    kiosk.touch("Kunci panel");
    kiosk.screen("welcome");
    let library = kiosk.close();
    assert!(crate::staff::acts(&library).contains(&"names_shown statistics".to_owned()));
    let checked = library.done(&["verify"]);
    assert!(checked.contains("months equal the sum of their days"), "{checked}");
}

fn computer() -> Seat {
    Seat { name: "PC 05".to_owned(), group: SeatGroup::Adult, column: 1, row: 1, state: SeatState::Ready }
}

fn all_day() -> WeekHours {
    let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    WeekHours::new([Some(OpenHours { opens: at(0, 0), closes: at(23, 59) }); 7])
}

fn reading() -> PurposeId {
    PurposeId::new("read").unwrap()
}

fn visit() -> NewVisit {
    NewVisit {
        id: VisitId(Uuid::now_v7()),
        at: Utc::now(),
        local_date: Utc::now().date_naive(),
        kiosk: "lain".to_owned(),
        visitor: Visitor::Member {
            card: CardNumber::from_store(BAYU),
            name: Name::new("Bayu Percontohan").unwrap(),
            demographics: Demographics::default(),
            expired: false,
            unverified: false,
        },
        purpose: PurposeId::new("internet").unwrap(),
        note: None,
        entry: Entry::Scanned,
        session: Some(NewSession { place: Place::Seat("PC 05".to_owned()), allowed: None }),
        walk_millis: 9_000,
        clock_suspect: false,
    }
}
