//! Invented figures for the statistics page: a Wednesday in a small library, and what stands before it.

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::dashboard::{
    Against, Busy, Comparison, Counted, Dashboard, PurposeCount, Question, Regular, Regulars, Standing, Step, Usual,
    card_spans, compared,
};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::purpose::{Purpose, PurposeId, Tint};
use buku_pengunjung::domain::report::{Histogram, Tally};
use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::statistics::Count;
use buku_pengunjung::domain::visit::MembershipType;
use buku_pengunjung::flow::staff::statistics::{Ask, Figures, Reply};
use buku_pengunjung::ui::staff::StatisticsSetup;
use chrono::{Days, NaiveDate, NaiveDateTime, Timelike};

use crate::stats_room_support::{room, seats};

/// What the page is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seed {
    /// A day like others.
    Busy,
    /// Figures of ten years, with long names and large numbers.
    Large,
    /// The same, but nobody came for the internet room.
    NoRoom,
    /// Nobody came.
    Empty,
    /// Nothing at all.
    Silent,
}

const PURPOSES: [(&str, &str, &str, u64); 8] = [
    ("read", "Membaca di tempat", "book-open-text", 46),
    ("education_visit", "Kunjungan atau wisata edukasi", "bus", 34),
    ("borrow_return", "Meminjam atau mengembalikan buku", "books", 29),
    ("internet", "Layanan internet gratis", "desktop", 18),
    ("children", "Layanan anak", "balloon", 9),
    ("reference", "Referensi atau penelitian", "magnifying-glass", 7),
    ("archive", "Layanan arsip", "archive", 3),
    ("other", "Lainnya", "dots-three-circle", 2),
];
/// People by hour from 8 o'clock, until 13.47.
const HOURS: [u64; 9] = [12, 27, 28, 22, 19, 40, 0, 0, 0];
const USUAL: [u64; 9] = [14, 24, 31, 22, 16, 30, 25, 19, 8];
const BUSY: [[u64; 9]; 6] = [
    [5, 12, 14, 11, 6, 9, 10, 7, 3],
    [6, 13, 17, 12, 7, 11, 12, 8, 4],
    [5, 14, 15, 13, 8, 12, 11, 9, 3],
    [7, 11, 16, 12, 6, 10, 13, 8, 4],
    [8, 15, 12, 6, 3, 9, 12, 10, 5],
    [10, 19, 22, 18, 12, 11, 8, 4, 2],
];

pub fn setup() -> StatisticsSetup {
    let purpose = |(id, label, icon, _): &(&str, &str, &str, u64)| Purpose {
        id: PurposeId::new(id).unwrap(),
        label_id: (*label).to_owned(),
        label_en: (*label).to_owned(),
        icon: (*icon).to_owned(),
        tint: Tint::Blue,
        audience: MembershipType::ALL.to_vec(),
        active: true,
    };
    let open = Some((8, 15));
    StatisticsSetup {
        purposes: PURPOSES.iter().map(purpose).collect(),
        open: [open, open, open, open, open, open, None],
        check_in_seconds: 60,
        internet: PurposeId::new("internet"),
    }
}

/// The answer to an ask on that day; `None`: nobody answers.
pub fn answer(seed: Seed, ask: Ask, at: NaiveDateTime) -> Option<Reply> {
    if seed == Seed::Silent {
        return None;
    }
    Some(match ask {
        Ask::Figures(choice) => {
            let today = at.date();
            let question = Question { span: choice.span(today).unwrap(), today, hour: at.hour() };
            Reply::Figures(Box::new(Figures {
                at,
                dashboard: dashboard(seed, question),
                room: room(seed, question),
                now: seats(seed),
            }))
        }
        Ask::Regulars(span) => Reply::Regulars(span, regulars(seed)),
        Ask::ShowNames => Reply::NamesLogged,
    })
}

fn tally(people: u64) -> Tally {
    Tally { entries: people.div_ceil(2), people }
}

fn dashboard(seed: Seed, question: Question) -> Dashboard {
    let by = match seed {
        Seed::Busy | Seed::NoRoom => 1,
        Seed::Large => 97,
        Seed::Empty | Seed::Silent => 0,
    };
    let day = question.span.kind() == SpanKind::Day;
    let mut hours = [Tally::default(); 24];
    let mut usual = Usual { days: 4, hours };
    let mut cells = [[Tally::default(); 24]; 7];
    for (at, (now, mean)) in HOURS.iter().zip(USUAL).enumerate() {
        hours[at + 8] = tally(now * by);
        usual.hours[at + 8] = tally(mean * by * 4);
        for (weekday, row) in BUSY.iter().enumerate() {
            cells[weekday][at + 8] = tally(row[at] * by.min(40) * 4);
        }
    }
    let counts = |list: &[(&str, u64)]| -> Vec<Count> {
        let count = |(key, n): &(&str, u64)| Count { key: (*key).to_owned(), entries: n * by, people: n * by };
        list.iter().filter(|_| by > 0).map(count).collect()
    };
    let purposes = PURPOSES.iter().filter(|_| by > 0);
    let label = |id: &str, label: &str, n| PurposeCount { id: id.into(), label: label.into(), tally: tally(n * by) };
    let times = |all: &[(u32, u64)]| -> Histogram { all.iter().map(|(seconds, n)| (*seconds, n * by)).collect() };
    let last = question.today - Days::new(1);
    Dashboard {
        question,
        cards: card_spans(question.span, question.today).into_iter().map(|s| standing(s, question, by)).collect(),
        whole: Counted {
            days: if day { by.min(1) } else { 240 * by.min(1) },
            tally: Tally { entries: 115 * by, people: 148 * by },
        },
        hours,
        usual: day.then_some(usual),
        busy: Busy { period: Period::between(last - Days::new(27), last), cells, days: [4, 4, 4, 4, 4, 4, 0] },
        by_type: [
            Tally { entries: 79 * by, people: 79 * by },
            Tally { entries: 35 * by, people: 35 * by },
            Tally { entries: by, people: 34 * by },
        ],
        purposes: purposes.map(|(id, name, _, n)| label(id, name, *n)).collect(),
        sex: counts(&[("male", 66), ("female", 82)]),
        age: counts(&[("child", 12), ("teen", 48), ("adult", 49), ("senior", 5), ("unknown", 34)]),
        education: counts(&[
            ("none", 2),
            ("kindergarten", 3),
            ("sd", 12),
            ("smp", 18),
            ("sma", 44),
            ("d1", 1),
            ("d2", 1),
            ("d3", 6),
            ("s1", 22),
            ("s2", 4),
            ("s3", 1),
            ("unknown", 34),
        ]),
        occupation: counts(&[
            ("pupil", 51),
            ("student", 24),
            ("civil_servant", 7),
            ("private_employee", 12),
            ("teacher", 6),
            ("lecturer", 1),
            ("researcher", 1),
            ("military_police", 2),
            ("self_employed", 6),
            ("retired", 3),
            ("other", 1),
            ("unknown", 34),
        ]),
        check_in: [times(&[(12, 40), (24, 38), (65, 1)]), times(&[(38, 20), (55, 11), (71, 4)]), times(&[(58, 1)])],
        trend: if day { Vec::new() } else { trend(question, by) },
        step: Step::Day,
    }
}

fn trend(question: Question, by: u64) -> Vec<(NaiveDate, Tally)> {
    let end = question.span.to().min(question.today);
    let days = Span::range(question.span.from(), end).unwrap().days().take(62);
    days.zip(0..).map(|(day, at)| (day, tally((90 + at * 37 % 80) * by))).collect()
}

/// The span's count: 148 people a day, 2.964 a month, 31.208 a year.
fn standing(span: Span, question: Question, by: u64) -> Standing {
    let (days, people) = match span.kind() {
        SpanKind::Day => (1, 148),
        SpanKind::Month => (21, 2_964),
        SpanKind::Quarter | SpanKind::Year => (288, 31_208),
        SpanKind::Range => (6, 812),
    };
    let counted =
        Counted { days: days * by.min(1), tally: Tally { entries: people * 4 / 5 * by, people: people * by } };
    let against = compared(span, question.today, question.hour).filter(|_| by > 0).map(|comparison: Comparison| {
        Against { comparison, now: tally(people * by), then: tally((people - people / 12) * by) }
    });
    Standing { span, counted, against }
}

fn regulars(seed: Seed) -> Regulars {
    if seed == Seed::Empty {
        return Regulars::default();
    }
    let names = [
        "Wulan Contoh",
        "Bagas Teladan",
        "Siti Misalan",
        "Raden Mas Dimas Rekaan",
        "Ayu Peraga",
        "Yusuf Ibarat",
        "Endah Contoh",
        "Galih Umpama",
    ];
    let member = |(at, name): (usize, &&str)| Regular {
        card: CardNumber::from_store(format!("00240000{at:02}")),
        name: Name::new(name).unwrap(),
        visits: 24 - at as u64,
    };
    let origin = |(key, n): &(&str, u64)| Count { key: (*key).to_owned(), entries: *n, people: *n };
    Regulars {
        members: names.iter().enumerate().map(member).collect(),
        member_entries: 79,
        origins: [("Kecamatan Contoh", 21), ("Desa Misalan", 9), ("Kelurahan Umpama Jaya", 4)]
            .iter()
            .map(origin)
            .collect(),
        with_origin: Tally { entries: 34, people: 34 },
    }
}
