//! Invented people. Every family name is a word for "example", so that nobody takes them for real ones.

use chrono::{Datelike, Days, NaiveDate};

use super::dice::Dice;
use crate::domain::card::CardNumber;
use crate::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use crate::domain::member::{Member, MemberStatus};
use crate::domain::name::Name;

const WOMEN: &[&str] = &[
    "Wulan", "Siti", "Dewi", "Ayu", "Rina", "Endah", "Lestari", "Ratna", "Sri", "Putri", "Nur", "Indah", "Maya",
    "Kartika", "Laras", "Melati",
];
const MEN: &[&str] = &[
    "Bagas", "Yusuf", "Agus", "Budi", "Rizki", "Eko", "Hadi", "Joko", "Slamet", "Dimas", "Fajar", "Wahyu", "Arif",
    "Teguh", "Galih", "Surya",
];
const EXAMPLE: &[&str] = &["Contoh", "Teladan", "Misalan", "Umpama", "Rekaan", "Percobaan", "Ibarat", "Peraga"];
const STREETS: &[&str] = &["Jalan Contoh", "Jalan Teladan", "Gang Misalan", "Jalan Umpama"];
/// Institutions of invented groups.
pub(super) const INSTITUTIONS: &[&str] = &[
    "SDN Contoh 1",
    "SDN Contoh 2",
    "SMPN Teladan",
    "SMAN Misalan",
    "TK Umpama",
    "Komunitas Rekaan",
    "Kampus Percobaan",
];

/// The card number of the member at this place of the list, from 0.
#[must_use]
pub fn card_number(place: u64) -> String {
    format!("{:010}", 24_000_001 + place)
}

/// The member at this place; the same for the same seed. Cards of about one member in ten have ended by `today`.
pub(super) fn member(place: u64, seed: u64, today: NaiveDate) -> Option<Member> {
    let mut dice = Dice::new(seed ^ place.wrapping_mul(0xA24B_AED4_963E_E407));
    let (sex, name) = person(&mut dice)?;
    let years = *dice.weighted(&[(8, 10), (14, 20), (17, 18), (21, 22), (30, 15), (45, 10), (63, 5)]);
    let birth_date = today.with_day(1).and_then(|d| {
        d.checked_sub_days(Days::new(u64::from(dice.between(0, 364)) + 365 * u64::from(years + dice.between(0, 3))))
    });
    // The first few are good in every way, so that a demonstration can rely on them.
    let good = place < 20;
    let ended = !good && dice.percent(10);
    let valid_until = if ended {
        today.checked_sub_days(Days::new(u64::from(dice.between(1, 300))))
    } else {
        today.checked_add_days(Days::new(u64::from(dice.between(30, 1500))))
    };
    let status = match dice.below(100) {
        _ if good => MemberStatus::Active,
        0 => MemberStatus::Blocked,
        1 | 2 => MemberStatus::Inactive,
        _ => MemberStatus::Active,
    };
    let (education, occupation) = education_and_occupation(&mut dice, years);
    Some(Member {
        card_number: CardNumber::from_store(card_number(place)),
        name,
        sex: Some(sex),
        birth_date,
        education: Some(education),
        occupation: Some(occupation),
        address: Some(format!("{} No. {}, Banyuwangi", dice.one(STREETS), dice.between(1, 200))),
        valid_until,
        status,
    })
}

/// An invented visitor without a card.
pub(super) fn visitor(dice: &mut Dice) -> Option<(Name, Demographics)> {
    let (sex, name) = person(dice)?;
    let years = *dice.weighted(&[(9, 12), (15, 18), (20, 25), (35, 30), (50, 10), (65, 5)]);
    let age_group = match years {
        ..=12 => AgeGroup::Child,
        13..=17 => AgeGroup::Teen,
        18..=59 => AgeGroup::Adult,
        _ => AgeGroup::Senior,
    };
    let (education, occupation) = education_and_occupation(dice, years);
    Some((
        name,
        Demographics {
            sex: Some(sex),
            age_group: Some(age_group),
            education: Some(education),
            occupation: Some(occupation),
        },
    ))
}

/// An invented name and its sex.
pub(super) fn person(dice: &mut Dice) -> Option<(Sex, Name)> {
    let (sex, given) = if dice.percent(54) { (Sex::Female, WOMEN) } else { (Sex::Male, MEN) };
    Some((sex, Name::from_list(&format!("{} {}", dice.one(given), dice.one(EXAMPLE)))?))
}

fn education_and_occupation(dice: &mut Dice, years: u32) -> (Education, Occupation) {
    match years {
        ..=12 => (Education::Sd, Occupation::Pupil),
        13..=15 => (Education::Smp, Occupation::Pupil),
        16..=18 => (Education::Sma, Occupation::Pupil),
        19..=24 => (Education::Sma, Occupation::Student),
        _ => {
            let education = *dice.weighted(&[
                (Education::Sma, 30),
                (Education::D3, 15),
                (Education::S1, 40),
                (Education::S2, 8),
                (Education::S3, 1),
            ]);
            let occupation = *dice.weighted(&[
                (Occupation::PrivateEmployee, 25),
                (Occupation::SelfEmployed, 20),
                (Occupation::CivilServant, 15),
                (Occupation::Teacher, 15),
                (Occupation::Lecturer, 4),
                (Occupation::Researcher, 2),
                (Occupation::MilitaryPolice, 3),
                (Occupation::Retired, if years > 58 { 40 } else { 1 }),
                (Occupation::Other, 8),
            ]);
            (education, occupation)
        }
    }
}
