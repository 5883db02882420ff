//! The tables that a report must show, recounted from the invented visits without the code that makes reports.
#![expect(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "invented counts are small")]

use buku_pengunjung::domain::demographics::Sex;
use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::visit::MembershipType;
use calamine::Data;
use chrono::{Datelike, NaiveDate, Weekday};

use super::invented::Visit;

#[derive(Debug, Clone)]
pub enum Cell {
    Words(String),
    Day(NaiveDate),
    Month(NaiveDate),
    N(u64),
    Share(u64, u64),
    Change(i64),
    Nothing,
}

pub struct Table {
    pub title: &'static str,
    /// Lines of the heading.
    pub heading: usize,
    pub rows: Vec<Vec<Cell>>,
}

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

fn dotted(n: u64) -> String {
    let digits: Vec<char> = n.to_string().chars().rev().collect();
    let groups: Vec<String> = digits.chunks(3).map(|c| c.iter().rev().collect()).collect();
    groups.into_iter().rev().collect::<Vec<_>>().join(".")
}

impl Cell {
    /// As the PDF must print it.
    pub fn printed(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Day(d) => {
                let name = match d.weekday() {
                    Weekday::Mon => "Senin",
                    Weekday::Tue => "Selasa",
                    Weekday::Wed => "Rabu",
                    Weekday::Thu => "Kamis",
                    Weekday::Fri => "Jumat",
                    Weekday::Sat => "Sabtu",
                    Weekday::Sun => "Minggu",
                };
                format!("{name}, {} {} {}", d.day(), &MONTHS[d.month0() as usize][..3], d.year())
            }
            Self::Month(d) => format!("{} {}", MONTHS[d.month0() as usize], d.year()),
            Self::N(n) => dotted(*n),
            Self::Share(_, 0) | Self::Nothing => "–".into(),
            Self::Share(part, whole) => {
                let tenths = (part * 2000 + whole) / (2 * whole);
                format!("{},{}%", dotted(tenths / 10), tenths % 10)
            }
            Self::Change(n) if *n > 0 => format!("+{}", dotted(n.unsigned_abs())),
            Self::Change(n) if *n < 0 => format!("−{}", dotted(n.unsigned_abs())),
            Self::Change(_) => "0".into(),
        }
    }

    /// Whether a cell of the workbook holds it, as a number where it is one.
    pub fn is(&self, data: &Data) -> bool {
        let near = |want: f64, room: f64| super::read::number(data).is_some_and(|n| (n - want).abs() <= room);
        match self {
            Self::Words(words) if words.is_empty() => *data == Data::Empty,
            Self::Words(words) => {
                let formula = words.starts_with(['=', '+', '-', '@']);
                *data == Data::String(if formula { format!("'{words}") } else { words.clone() })
            }
            Self::Day(d) | Self::Month(d) => {
                let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
                let days = (*d - epoch).num_days() as f64;
                matches!(data, Data::DateTime(t) if (t.as_f64() - days).abs() < 1e-6)
            }
            Self::N(n) => near(*n as f64, 0.0),
            Self::Share(_, 0) | Self::Nothing => *data == Data::Empty,
            Self::Share(part, whole) => near(*part as f64 / *whole as f64, 0.000_500_001),
            Self::Change(n) => near(*n as f64, 0.0),
        }
    }
}

pub fn words(text: &str) -> Cell {
    Cell::Words(text.to_owned())
}

pub fn tally<'v>(visits: impl Iterator<Item = &'v Visit>) -> (u64, u64) {
    visits.fold((0, 0), |(entries, people), v| (entries + 1, people + v.people()))
}

fn shared(label: Cell, visits: &[Visit], of: impl Fn(&Visit) -> bool) -> Vec<Cell> {
    let (entries, people) = tally(visits.iter().filter(|v| of(v)));
    vec![label, Cell::N(entries), Cell::N(people), Cell::Share(people, tally(visits.iter()).1)]
}

/// Anggota, Non Anggota, Rombongan and all, each as entries and people.
fn across(label: Cell, visits: &[&Visit]) -> Vec<Cell> {
    let mut cells = vec![label];
    for kind in [Some(MembershipType::Member), Some(MembershipType::NonMember), Some(MembershipType::Group), None] {
        let (entries, people) = tally(visits.iter().copied().filter(|v| kind.is_none_or(|k| v.kind == k)));
        cells.extend([Cell::N(entries), Cell::N(people)]);
    }
    cells
}

pub fn visits_report(span: Span, visits: &[Visit], purposes: &[&str]) -> Vec<Table> {
    let all = |label| shared(label, visits, |_| true);
    let everybody: Vec<&Visit> = visits.iter().collect();
    let mut tables = Vec::new();
    let mut table = |title, heading, rows| tables.push(Table { title, heading, rows });

    let kinds = [
        ("Anggota", MembershipType::Member),
        ("Non Anggota", MembershipType::NonMember),
        ("Rombongan", MembershipType::Group),
    ];
    let mut rows: Vec<_> = kinds.iter().map(|(name, k)| shared(words(name), visits, |v| v.kind == *k)).collect();
    rows.push(all(words("Jumlah")));
    table("Menurut jenis keanggotaan", 1, rows);

    if span.kind() == SpanKind::Quarter {
        let mut rows: Vec<_> = (0..3)
            .map(|month| {
                let first = span.from() + chrono::Months::new(month);
                across(
                    Cell::Month(first),
                    &visits.iter().filter(|v| v.date.month() == first.month()).collect::<Vec<_>>(),
                )
            })
            .collect();
        rows.push(across(words("Jumlah"), &everybody));
        table("Menurut bulan", 2, rows);
    }
    if span.kind() == SpanKind::Year {
        let mut before: Option<u64> = None;
        let mut rows: Vec<_> = (1..=12)
            .map(|month| {
                let first = NaiveDate::from_ymd_opt(span.from().year(), month, 1).unwrap();
                let those: Vec<_> = visits.iter().filter(|v| v.date.month() == month).collect();
                let people = tally(those.iter().copied()).1;
                let mut cells = across(Cell::Month(first), &those);
                cells.push(before.map_or(Cell::Nothing, |b| Cell::Change(people as i64 - b as i64)));
                before = Some(people);
                cells
            })
            .collect();
        let mut sum = across(words("Jumlah"), &everybody);
        sum.push(Cell::Nothing);
        rows.push(sum);
        table("Menurut bulan", 2, rows);
    } else if span.kind() != SpanKind::Day {
        let mut rows = Vec::new();
        let mut date = span.from();
        while date <= span.to() {
            rows.push(across(Cell::Day(date), &visits.iter().filter(|v| v.date == date).collect::<Vec<_>>()));
            date = date.succ_opt().unwrap();
        }
        rows.push(across(words("Jumlah"), &everybody));
        table("Menurut tanggal", 2, rows);
    }

    let first = visits.iter().map(|v| v.hour).min().unwrap();
    let last = visits.iter().map(|v| v.hour).max().unwrap();
    let mut rows: Vec<_> =
        (first..=last).map(|h| shared(words(&format!("{h:02}.00–{h:02}.59")), visits, |v| v.hour == h)).collect();
    rows.push(all(words("Jumlah")));
    table("Menurut jam datang", 1, rows);

    let mut rows: Vec<_> =
        purposes.iter().enumerate().map(|(at, p)| shared(words(p), visits, |v| v.purpose == at)).collect();
    rows.push(all(words("Jumlah")));
    table("Menurut maksud kunjungan", 1, rows);

    let whole = tally(visits.iter()).1;
    let sex = |label: &str, n: &dyn Fn(&Visit) -> u64| {
        let entries = visits.iter().filter(|v| n(v) > 0).count() as u64;
        let people = visits.iter().map(n).sum();
        vec![words(label), Cell::N(entries), Cell::N(people), Cell::Share(people, whole)]
    };
    let unknown = |v: &Visit| u64::from(v.kind != MembershipType::Group && v.sex.is_none());
    let mut rows = vec![sex("Laki-laki", &|v| v.male), sex("Perempuan", &|v| v.female)];
    if visits.iter().any(|v| unknown(v) > 0) {
        rows.push(sex("Tidak diketahui", &unknown));
    }
    rows.push(all(words("Jumlah")));
    table("Menurut jenis kelamin", 1, rows);
    assert_eq!(Sex::ALL.len(), 2);

    people_lists(visits, &mut table);
    tables.extend(in_time(visits, &kinds));
    tables
}

fn in_time(visits: &[Visit], kinds: &[(&str, MembershipType)]) -> Option<Table> {
    let timed = |kind: Option<MembershipType>| {
        let mut times: Vec<u32> =
            visits.iter().filter(|v| kind.is_none_or(|k| v.kind == k)).filter_map(|v| v.seconds).collect();
        times.sort_unstable();
        times
    };
    if timed(None).is_empty() {
        return None;
    }
    let row = |label: &str, kind| {
        let times = timed(kind);
        let rank = |percent: usize| match times.get((times.len() * percent).div_ceil(100).max(1) - 1) {
            None => Cell::Nothing,
            Some(600..) => words("> 599"),
            Some(s) => Cell::N(u64::from(*s)),
        };
        let within = times.iter().filter(|s| **s <= 60).count() as u64;
        let measured = times.len() as u64;
        vec![words(label), Cell::N(measured), Cell::N(within), Cell::Share(within, measured), rank(50), rank(95)]
    };
    let mut rows: Vec<_> = kinds.iter().map(|(name, k)| row(name, Some(*k))).collect();
    rows.push(row("Semua", None));
    Some(Table { title: "Kepatuhan SOP: pencatatan dalam 60 detik", heading: 1, rows })
}

fn people_lists(visits: &[Visit], table: &mut impl FnMut(&'static str, usize, Vec<Vec<Cell>>)) {
    let mut list = |title, labels: &[&str], of: &dyn Fn(&Visit) -> Option<usize>| {
        let mut rows: Vec<_> =
            labels.iter().enumerate().map(|(at, l)| shared(words(l), visits, |v| of(v) == Some(at))).collect();
        if visits.iter().any(|v| of(v).is_none()) {
            rows.push(shared(words("Tidak diketahui"), visits, |v| of(v).is_none()));
        }
        rows.push(shared(words("Jumlah"), visits, |_| true));
        table(title, 1, rows);
    };
    let ages = ["Anak, sampai 12", "Remaja, 13–17", "Dewasa, 18–59", "Lansia, 60 ke atas"];
    list("Menurut kelompok usia", &ages, &|v| v.age.map(|a| a as usize));
    let schools = ["Belum sekolah", "TK", "SD", "SMP", "SMA / SMK", "D1", "D2", "D3", "D4 / S1", "S2", "S3"];
    list("Menurut pendidikan", &schools, &|v| v.education.map(|e| e as usize));
    let jobs = [
        "Pelajar",
        "Mahasiswa",
        "Pegawai Negeri",
        "Pegawai Swasta",
        "Guru",
        "Dosen",
        "Peneliti",
        "TNI / Polri",
        "Wiraswasta",
        "Pensiunan",
        "Lainnya",
    ];
    list("Menurut pekerjaan", &jobs, &|v| v.occupation.map(|o| o as usize));
}
