//! Invented visits, counted into figures as the book would, and kept for a recount by other means.

use buku_pengunjung::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use buku_pengunjung::domain::internet::RefusedFor;
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::report::{
    DayFigures, Figures, Frame, GroupVisit, Histogram, InternetFigures, Labelled, Letterhead, OVERFLOW, Ratings, Tally,
    TidyFigures, Timely, TurnedAway,
};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::domain::statistics::{Count, UNKNOWN};
use buku_pengunjung::domain::visit::MembershipType;
use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

pub const PURPOSES: [&str; 4] = ["Membaca di tempat", "Layanan internet gratis", "Ruang & musik <b>", "=1+1"];

#[derive(Debug, Clone)]
pub struct Visit {
    pub date: NaiveDate,
    pub hour: u32,
    pub kind: MembershipType,
    pub purpose: usize,
    pub sex: Option<Sex>,
    pub age: Option<AgeGroup>,
    pub education: Option<Education>,
    pub occupation: Option<Occupation>,
    pub male: u64,
    pub female: u64,
    /// None: entered by hand.
    pub seconds: Option<u32>,
    pub institution: Option<&'static str>,
    pub leader: Option<&'static str>,
    /// Minutes at a computer, and which.
    pub session: Option<(u32, usize)>,
}

impl Visit {
    pub fn people(&self) -> u64 {
        if self.kind == MembershipType::Group { self.male + self.female } else { 1 }
    }
}

fn id<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.8, proptest::sample::select(all))
}

pub fn visit(from: NaiveDate, days: u64) -> impl Strategy<Value = Visit> {
    let who = (id(Sex::ALL), id(AgeGroup::ALL), id(Education::ALL), id(Occupation::ALL));
    let group = (0_u64..400, 2_u64..100);
    let names = (
        proptest::option::weighted(
            0.9,
            proptest::sample::select(&["SDN 2 Contoh", "+Sanggar Contoh", "PAUD Contoh"][..]),
        ),
        proptest::option::weighted(0.9, proptest::sample::select(&["Endah Contoh", "Hadi Contoh"][..])),
    );
    let session = proptest::option::weighted(0.3, (0_u32..700, 0_usize..4));
    let seconds = proptest::option::weighted(0.9, prop_oneof![3 => 1_u32..70, 1 => 60_u32..1000]);
    (
        0..days,
        7_u32..18,
        proptest::sample::select(MembershipType::ALL),
        0..PURPOSES.len(),
        who,
        group,
        names,
        session,
        seconds,
    )
        .prop_map(
            move |(day, hour, kind, purpose, who, (male, female), (institution, leader), session, seconds)| {
                let one = kind != MembershipType::Group;
                let (sex, age, education, occupation) = if one { who } else { (None, None, None, None) };
                Visit {
                    date: from + Days::new(day),
                    hour,
                    kind,
                    purpose,
                    sex,
                    age,
                    education,
                    occupation,
                    male: if one { u64::from(sex == Some(Sex::Male)) } else { male },
                    female: if one { u64::from(sex == Some(Sex::Female)) } else { female },
                    seconds,
                    institution,
                    leader,
                    session: session.filter(|_| kind == MembershipType::Member),
                }
            },
        )
}

fn count(counts: &mut Vec<Count>, key: &str, people: u64) {
    match counts.iter_mut().find(|c| c.key == key) {
        Some(c) => {
            c.entries += 1;
            c.people += people;
        }
        None => counts.push(Count { key: key.to_owned(), entries: 1, people }),
    }
}

/// Two without a KTA and one whose KTA has expired.
fn refused() -> TurnedAway {
    let mut refused = TurnedAway::default();
    refused.add(RefusedFor::NoCard, 2);
    refused.add(RefusedFor::Expired, 1);
    refused
}

pub fn figures(span: Span, visits: &[Visit]) -> Figures {
    let mut f = Figures::empty(span, 60, 300);
    f.before = Some(Tally { entries: 7, people: 1234 });
    f.purposes = PURPOSES.iter().map(|p| Labelled { label: (*p).to_owned(), tally: Tally::default() }).collect();
    f.internet = InternetFigures {
        tidy: TidyFigures { asked: 9, shut_down: 8, tidied: 7, clean: 6, all: 5 },
        check_out: Timely { measured: 9, within: 8 },
        ratings: Ratings([1, 2, 3, 4]),
        refused: Some(refused()),
        ..f.internet
    };
    let mut sorted: Vec<&Visit> = visits.iter().collect();
    sorted.sort_by_key(|v| (v.date, v.hour));
    for v in sorted {
        let tally = Tally { entries: 1, people: v.people() };
        if f.days.last().is_none_or(|d| d.date != v.date) {
            f.days.push(DayFigures { date: v.date, by_type: [Tally::default(); 3], timely: Timely::default() });
        }
        let day = f.days.last_mut().unwrap();
        day.by_type[v.kind as usize] += tally;
        if let Some(s) = v.seconds {
            day.timely += Timely { measured: 1, within: u64::from(s <= 60) };
            f.check_in[v.kind as usize].add(s.min(OVERFLOW), 1);
        }
        count(&mut f.hours, &format!("{:02}", v.hour), tally.people);
        f.purposes[v.purpose].tally += tally;
        count(&mut f.age, v.age.map_or(UNKNOWN, |a| a.id()), tally.people);
        count(&mut f.education, v.education.map_or(UNKNOWN, |e| e.id()), tally.people);
        count(&mut f.occupation, v.occupation.map_or(UNKNOWN, |o| o.id()), tally.people);
        if v.male + v.female == 0 {
            count(&mut f.sex, UNKNOWN, 1);
        }
        for (sex, n) in [(Sex::Male, v.male), (Sex::Female, v.female)] {
            if n > 0 {
                count(&mut f.sex, sex.id(), n);
            }
        }
        if v.kind == MembershipType::Group {
            f.groups.push(GroupVisit {
                date: v.date,
                time: NaiveTime::from_hms_opt(v.hour, 5, 0).unwrap(),
                institution: v.institution.and_then(Name::from_list),
                leader: v.leader.and_then(Name::from_list),
                male: v.male,
                female: v.female,
                purpose: PURPOSES[v.purpose].to_owned(),
            });
        }
        if let Some((minutes, seat)) = v.session {
            match f.internet.days.last_mut().filter(|d| d.0 == v.date) {
                Some(d) => d.1 += 1,
                None => f.internet.days.push((v.date, 1)),
            }
            count(&mut f.internet.seats, ["PC 01", "PC 02", "PC 03", "PC 04"][seat], 1);
            count(&mut f.internet.hours, &format!("{:02}", v.hour), 1);
            count(&mut f.internet.ended, ["self", "staff", "automatic", "open"][seat], 1);
            f.internet.length.add(minutes.min(OVERFLOW), 1);
        }
    }
    f.internet.hours.sort_by(|a, b| a.key.cmp(&b.key));
    f.internet.wait = Histogram::from_iter([(3, 1), (9, 1)]);
    f
}

pub fn frame(made_on: NaiveDate) -> Frame {
    Frame {
        letterhead: Letterhead {
            lines: vec![
                "Dinas Perpustakaan dan Kearsipan Kabupaten Contoh".into(),
                "Jalan Contoh No. 1, Kota Contoh 68400".into(),
                "Telepon (0300) 000000".into(),
            ],
            emblem: None,
            place: Some("Kota Contoh".into()),
        },
        made_on,
        audit: None,
    }
}
