//! The command `report` on a real book gives the figures that `visits export` gives when counted anew.

use buku_pengunjung::domain::audit::{Act, Actor, Deed};
use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::domain::visit::MembershipType;
use chrono::{Datelike, Days};
use serde_json::Value;

use super::expected;
use super::invented::Visit;
use super::{agree_on, day, read};
use crate::office::Office;

const IDS: [&str; 8] =
    ["read", "borrow_return", "internet", "reference", "children", "archive", "education_visit", "other"];
const LABELS: [&str; 8] = [
    "Membaca di tempat",
    "Meminjam atau mengembalikan buku",
    "Layanan internet gratis",
    "Referensi atau penelitian",
    "Layanan anak",
    "Layanan arsip",
    "Kunjungan atau wisata edukasi",
    "Lainnya",
];

/// The seconds begun, as the standard is kept or not.
fn begun(seconds: f64) -> u32 {
    format!("{:.0}", seconds.ceil()).parse().unwrap()
}

fn exported(row: &Value) -> Visit {
    let text = |key: &str| row[key].as_str();
    let at = text("recorded_at").unwrap();
    Visit {
        date: day(&at[..10]),
        hour: at[11..13].parse().unwrap(),
        kind: text("membership_type").and_then(MembershipType::from_id).unwrap(),
        purpose: IDS.iter().position(|id| text("purpose") == Some(id)).unwrap(),
        sex: text("sex").and_then(Sex::from_id),
        age: text("age_group").and_then(AgeGroup::from_id),
        education: text("education").and_then(Education::from_id),
        occupation: text("occupation").and_then(Occupation::from_id),
        male: row["male"].as_u64().unwrap_or(0),
        female: row["female"].as_u64().unwrap_or(0),
        seconds: row["checkin_seconds"].as_f64().map(begun),
        institution: None,
        leader: None,
        session: None,
    }
}

/// The visits that count, of the whole book.
fn counted(office: &Office) -> Vec<Visit> {
    office.visits(&[]).iter().filter(|row| row["voided"] == false).map(exported).collect()
}

fn check(office: &Office, all: &[Visit], span: Span, arguments: &[&str]) {
    let file = |name: &str| {
        let path = office.place(name);
        office.done(&[&["report", "--output", &path], arguments].concat());
        std::fs::read(path).unwrap()
    };
    let visits: Vec<Visit> = all.iter().filter(|v| span.contains(v.date)).cloned().collect();
    assert!(visits.len() > 20, "{} visits in {arguments:?}", visits.len());
    let tables = expected::visits_report(span, &visits, &LABELS);
    agree_on(&file("report.xlsx"), &file("report.PDF"), &tables);
}

#[test]
fn the_command_gives_the_figures_of_the_export() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "60", "--visits", "3000", "--years", "2", "--seed", "5"]);
    let all = counted(&office);
    assert!(all.len() < 3000, "some are voided");
    let today = chrono::Utc::now().date_naive();
    let month = Span::month_of(today).unwrap().before().unwrap().before().unwrap();
    let name = month.from().format("%Y-%m").to_string();
    check(&office, &all, month, &["--month", &name]);
    let year = Span::year_of(today).unwrap().before().unwrap();
    check(&office, &all, year, &["--year", &year.from().year().to_string()]);
    let quarter = Span::quarter_of(month.from()).unwrap().before().unwrap();
    let (from, to) = (quarter.from().to_string(), quarter.to().to_string());
    check(&office, &all, quarter, &["--from", &from, "--to", &to]);
    let days = Span::range(month.from(), month.from() + Days::new(8)).unwrap();
    let (from, to) = (days.from().to_string(), days.to().to_string());
    check(&office, &all, days, &["--from", &from, "--to", &to]);
}

#[test]
fn a_report_bears_the_end_of_the_audit_log() {
    let office = Office::new();
    let mut book = office.book();
    for _ in 0..3 {
        let deed = Deed::of(Actor::Console, Act::PinWrong);
        book.log(&deed, chrono::Utc::now()).unwrap();
    }
    let head = book.audit_head().unwrap();
    let line = format!("Ujung catatan audit: 3 catatan, {}", head.hex());
    for kind in ["visits", "internet", "sop", "groups"] {
        let pdf = office.place(&format!("{kind}.pdf"));
        office.done(&["report", "--kind", kind, "--year", "2026", "--output", &pdf]);
        let pages = read::pages(&std::fs::read(pdf).unwrap());
        // The paper breaks the long hash into lines.
        let last: String = pages.last().unwrap().split_whitespace().collect();
        assert!(last.contains(&line.replace(' ', "")), "{kind}: {last}");
        let xlsx = office.place(&format!("{kind}.xlsx"));
        office.done(&["report", "--kind", kind, "--year", "2026", "--output", &xlsx]);
        assert!(read::texts(&std::fs::read(xlsx).unwrap()).contains(&line), "{kind}");
    }
}

#[test]
fn an_empty_book_gives_an_empty_report() {
    let office = Office::new();
    let path = office.place("kosong.pdf");
    office.done(&["report", "--month", "2026-01", "--format", "pdf", "--output", &path]);
    let pages = read::pages(&std::fs::read(path).unwrap());
    assert!(pages[0].contains("Belum ada kunjungan pada periode ini."));
    assert!(pages[0].contains("DINAS PERPUSTAKAAN DAN KEARSIPAN"), "{}", pages[0]);
    assert!(pages[0].contains("Laporan Kunjungan Januari 2026"));
    for kind in ["internet", "sop", "groups"] {
        let path = office.place(kind);
        office.done(&["report", "--kind", kind, "--year", "2026", "--output", &path]);
        assert!(!read::texts(&std::fs::read(path).unwrap()).is_empty());
    }
}

#[test]
fn wrong_use_is_told_and_an_older_file_stays() {
    let office = Office::new();
    let path = office.file("laporan.xlsx", "older");
    let backwards = ["report", "--from", "2026-11-30", "--to", "2026-11-01", "--output", &path];
    assert!(office.fails(2, &backwards).contains("exchange the two dates"));
    for (arguments, words) in [
        (&["--month", "2026-13"][..], "2026-13"),
        (&["--month", "2026-11", "--year", "2026"], "--year"),
        (&["--from", "2026-02-31", "--to", "2026-03-01"], "calendar"),
        (&["--from", "2026-02-01"], "--to"),
        (&["--year", "26"], "26"),
        (&[], "--month"),
        (&["--month", "2026-11", "--kind", "shoes"], "shoes"),
    ] {
        let ran = office.run(&[&["report", "--output", &path], arguments].concat());
        assert_eq!(ran.code, Some(2), "{arguments:?}");
        assert!(ran.err.contains(words), "{arguments:?}: {}", ran.err);
    }
    assert_eq!(std::fs::read(&path).unwrap(), b"older");
    let nowhere = office.place("nowhere/laporan.pdf");
    assert!(office.fails(1, &["report", "--month", "2026-11", "--output", &nowhere]).contains("folder"));
}
