//! Books in throw-away folders, and invented visits.

use std::path::Path;
use std::time::Instant;

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use buku_pengunjung::domain::form::GroupLimits;
use buku_pengunjung::domain::member::{Member, MemberStatus};
use buku_pengunjung::domain::name::{Name, Note};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::{Entry, GroupParty, NewVisit, VisitId, Visitor};
use buku_pengunjung::storage::{Book, BookSettings, DataFolder, StorageError, VisitRow, folder};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use tempfile::TempDir;
use uuid::Uuid;

/// The library's zone in these tests.
pub const ZONE: Tz = Tz::Asia__Jakarta;

/// A data folder that goes away with the first value.
pub fn folder() -> (TempDir, DataFolder) {
    let dir = tempfile::tempdir().unwrap();
    let folder = folder::prepare(&dir.path().join("data")).unwrap();
    (dir, folder)
}

pub fn settings(zone: Tz) -> BookSettings {
    BookSettings { zone, ..BookSettings::default() }
}

/// A book of a new folder.
pub fn book() -> (TempDir, Book) {
    let (dir, folder) = folder();
    let book = Book::open(&folder, settings(ZONE)).unwrap();
    (dir, book)
}

pub fn utc(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

pub fn id(n: u128) -> VisitId {
    VisitId(Uuid::from_u128(n))
}

pub fn visit(id: VisitId, at: DateTime<Utc>, visitor: Visitor, purpose: &str) -> NewVisit {
    NewVisit {
        id,
        at,
        local_date: ZONE.from_utc_datetime(&at.naive_utc()).date_naive(),
        kiosk: "lobi".into(),
        visitor,
        purpose: PurposeId::new(purpose).unwrap(),
        note: (purpose == "other").then(|| Note::new("Mencari peta contoh").unwrap()),
        session: None,
        entry: Entry::Form,
        walk_millis: 12_300,
        clock_suspect: false,
    }
}

pub fn non_member(who: &str) -> Visitor {
    Visitor::NonMember {
        name: name(who),
        demographics: Demographics {
            sex: Some(Sex::Female),
            age_group: Some(AgeGroup::Adult),
            education: Some(Education::S1),
            occupation: Some(Occupation::Teacher),
        },
        origin: Some(name("Kecamatan Contoh")),
    }
}

pub fn group(male: u32, female: u32) -> Visitor {
    let limits = GroupLimits::default();
    Visitor::Group(GroupParty::new(name("Endah Teladan"), name("SDN Contoh 1"), male, female, limits).unwrap())
}

pub fn card_holder(card: &str) -> Visitor {
    Visitor::Member {
        card: CardNumber::from_store(card),
        name: name("Wulan Contoh"),
        demographics: Demographics { sex: Some(Sex::Female), ..Demographics::default() },
        expired: true,
        unverified: false,
    }
}

pub fn member(card: &str, who: &str) -> Member {
    Member {
        card_number: CardNumber::from_store(card),
        name: name(who),
        sex: None,
        birth_date: None,
        education: None,
        occupation: None,
        address: Some("Jalan Misalan No. 1".into()),
        valid_until: "2027-01-31".parse().ok(),
        status: MemberStatus::Active,
    }
}

/// Records a visit with an attempt that begins now.
pub fn record(book: &mut Book, visit: &NewVisit) {
    let receipt = book.record(visit, Instant::now()).unwrap();
    assert_eq!(receipt.id, visit.id);
}

/// A few visits a minute apart.
pub fn some_visits(book: &mut Book, count: u32, from: DateTime<Utc>) {
    for n in 0..count {
        let at = from + TimeDelta::minutes(i64::from(n));
        let who = match n % 3 {
            0 => card_holder(&format!("KTA-{n:04}")),
            1 => non_member("Siti Misalan"),
            _ => group(2, n),
        };
        let id = id(u128::from(n) + u128::from(at.timestamp_millis().unsigned_abs()) * 1000);
        record(book, &visit(id, at, who, "other"));
    }
}

pub fn rows(book: &Book, period: Period) -> Vec<VisitRow> {
    let mut rows = Vec::new();
    book.visits(period, |row| {
        rows.push(row.clone());
        Ok::<(), StorageError>(())
    })
    .unwrap();
    rows
}

/// Fails with the checks that do not hold.
pub fn assert_verified(book: &Book) {
    let wrong: Vec<_> = book.verify().unwrap().into_iter().filter(|c| !c.ok).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Whether any file of the folder holds these bytes.
pub fn any_file_holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let content = std::fs::read(entry.unwrap().path()).unwrap();
        content.windows(bytes.len()).any(|w| w == bytes)
    })
}
