//! The tables of the reports on groups, SOP and internet, recounted in the same way.

use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::visit::MembershipType;
use chrono::{Datelike, NaiveDate};

use super::expected::{Cell, Table, tally, words};
use super::invented::{PURPOSES, Visit};

/// Rows for every day of the span, or every month of a year (and of a quarter if asked); none for a single day.
fn along<'v>(
    span: Span,
    quarter_by_month: bool,
    visits: &'v [Visit],
    row: &dyn Fn(Cell, &[&'v Visit]) -> Vec<Cell>,
) -> Option<(bool, Vec<Vec<Cell>>)> {
    let yearly = span.kind() == SpanKind::Year || (quarter_by_month && span.kind() == SpanKind::Quarter);
    let mut rows: Vec<(NaiveDate, Vec<&Visit>)> = Vec::new();
    let mut date = span.from();
    while date <= span.to() {
        let those = visits.iter().filter(|v| v.date == date);
        match rows.last_mut().filter(|r| yearly && r.0.month() == date.month()) {
            Some((_, all)) => all.extend(those),
            None => rows.push((date, those.collect())),
        }
        date = date.succ_opt().unwrap();
    }
    let label = |d| if yearly { Cell::Month(d) } else { Cell::Day(d) };
    let mut cells: Vec<_> = rows.iter().map(|(d, those)| row(label(*d), those)).collect();
    cells.push(row(words("Jumlah"), &visits.iter().collect::<Vec<_>>()));
    (span.kind() != SpanKind::Day).then_some((yearly, cells))
}

pub fn groups_report(span: Span, visits: &[Visit]) -> Vec<Table> {
    let groups: Vec<Visit> = visits.iter().filter(|v| v.kind == MembershipType::Group).cloned().collect();
    if groups.is_empty() {
        return Vec::new();
    }
    let sum = |n: fn(&Visit) -> u64| Cell::N(groups.iter().map(n).sum());
    let mut tables = vec![Table {
        title: "Ringkasan",
        heading: 1,
        rows: vec![
            vec![words("Pencatatan"), Cell::N(groups.len() as u64)],
            vec![words("Orang"), sum(Visit::people)],
            vec![words("Laki-laki"), sum(|v| v.male)],
            vec![words("Perempuan"), sum(|v| v.female)],
        ],
    }];
    let row = |label, those: &[&Visit]| {
        let (entries, people) = tally(those.iter().copied().filter(|v| v.kind == MembershipType::Group));
        vec![label, Cell::N(entries), Cell::N(people)]
    };
    if let Some((yearly, rows)) = along(span, true, visits, &row) {
        tables.push(Table { title: if yearly { "Menurut bulan" } else { "Menurut tanggal" }, heading: 1, rows });
    }
    let mut listed: Vec<&Visit> = groups.iter().collect();
    listed.sort_by_key(|v| (v.date, v.hour));
    let masked = |leader| match leader {
        "Endah Contoh" => "En••• C•••",
        "Hadi Contoh" => "Ha••• C•••",
        other => panic!("{other}"),
    };
    let mut rows: Vec<_> = listed
        .iter()
        .map(|v| {
            vec![
                Cell::Day(v.date),
                words(&format!("{:02}.05", v.hour)),
                words(v.institution.unwrap_or("(sudah dihapus)")),
                words(v.leader.map_or("(sudah dihapus)", masked)),
                words(PURPOSES[v.purpose]),
                Cell::N(v.male),
                Cell::N(v.female),
                Cell::N(v.people()),
            ]
        })
        .collect();
    let sums = vec![sum(|v| v.male), sum(|v| v.female), sum(Visit::people)];
    rows.push([vec![words("Jumlah")], vec![words(""); 4], sums].concat());
    tables.push(Table { title: "Daftar rombongan", heading: 1, rows });
    tables
}

pub fn sop_report(span: Span, visits: &[Visit]) -> Vec<Table> {
    let measured: Vec<&Visit> = visits.iter().filter(|v| v.seconds.is_some()).collect();
    if measured.is_empty() {
        return Vec::new();
    }
    let count = |those: &[&Visit], from: u32, to: u32| {
        those.iter().filter(|v| v.seconds.is_some_and(|s| (from..=to).contains(&s))).count() as u64
    };
    let mut tables = Vec::new();
    let row = |label, those: &[&Visit]| {
        let (all, within) = (count(those, 0, u32::MAX), count(those, 0, 60));
        vec![label, Cell::N(all), Cell::N(within), Cell::Share(within, all)]
    };
    if let Some((yearly, rows)) = along(span, false, visits, &row) {
        let title = if yearly { "Kepatuhan SOP menurut bulan" } else { "Kepatuhan SOP menurut tanggal" };
        tables.push(Table { title, heading: 1, rows });
    }
    let all = measured.len() as u64;
    let spread = |label: &str, from, to| {
        let n = count(&measured, from, to);
        vec![words(label), Cell::N(n), Cell::Share(n, all)]
    };
    let mut rows = vec![spread("sampai 15", 0, 15)];
    for (from, to) in [(16, 30), (31, 45), (46, 60), (61, 90), (91, 120), (121, 180), (181, 300)] {
        rows.push(spread(&format!("{from}–{to}"), from, to));
    }
    rows.push(spread("lebih dari 300", 301, u32::MAX));
    rows.push(spread("Jumlah", 0, u32::MAX));
    tables.push(Table { title: "Sebaran waktu pencatatan", heading: 1, rows });
    tables
}

pub fn internet_report(span: Span, visits: &[Visit]) -> Vec<Table> {
    let sessions: Vec<&Visit> = visits.iter().filter(|v| v.session.is_some()).collect();
    let mut tables = vec![
        Table {
            title: "Lapor keluar dalam 5 menit",
            heading: 1,
            rows: vec![
                vec![words("Lapor keluar diukur"), Cell::N(9)],
                vec![words("Dalam 5 menit"), Cell::N(8)],
                vec![words("Bagian"), Cell::Share(8, 9)],
            ],
        },
        Table {
            title: "Kepuasan",
            heading: 1,
            rows: vec![
                vec![words("Tidak puas"), Cell::N(1)],
                vec![words("Kurang puas"), Cell::N(2)],
                vec![words("Puas"), Cell::N(3)],
                vec![words("Sangat puas"), Cell::N(4)],
                vec![words("Penilaian diterima"), Cell::N(10)],
            ],
        },
        Table {
            title: "Ditolak karena tanpa KTA yang berlaku",
            heading: 1,
            rows: vec![
                vec![words("Tanpa KTA"), Cell::N(2), Cell::Share(2, 3)],
                vec![words("KTA habis masa berlaku"), Cell::N(1), Cell::Share(1, 3)],
                vec![words("KTA perlu dicek petugas"), Cell::N(0), Cell::Share(0, 3)],
            ],
        },
    ];
    if sessions.is_empty() {
        return tables;
    }
    let row =
        |label, those: &[&Visit]| vec![label, Cell::N(those.iter().filter(|v| v.session.is_some()).count() as u64)];
    if let Some((yearly, rows)) = along(span, false, visits, &row) {
        tables.push(Table {
            title: if yearly { "Sesi menurut bulan" } else { "Sesi menurut tanggal" },
            heading: 1,
            rows,
        });
    }
    let whole = sessions.len() as u64;
    let mut hours: Vec<u32> = sessions.iter().map(|v| v.hour).collect();
    hours.sort_unstable();
    hours.dedup();
    let begun = |hour: u32| {
        let n = sessions.iter().filter(|v| v.hour == hour).count() as u64;
        vec![words(&format!("{hour:02}.00–{hour:02}.59")), Cell::N(n), Cell::Share(n, whole)]
    };
    tables.push(Table { title: "Sesi menurut jam mulai", heading: 1, rows: hours.into_iter().map(begun).collect() });
    tables
}
