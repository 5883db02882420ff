//! Totals equal an independent recount of what was recorded, after any run of visits and voids, in any zone.

use std::collections::BTreeMap;
use std::time::Instant;

use buku_pengunjung::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use buku_pengunjung::domain::period::Period;
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::{Entry, MembershipType, NewVisit, Visitor, VoidReason};
use buku_pengunjung::storage::{Book, Histogram, Measure, WEEKDAYS};
use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::sample::select;

use super::dashboard;
use super::support::*;

const ZONES: &[Tz] = &[Tz::Asia__Jakarta, Tz::Asia__Jayapura, Tz::UTC, Tz::America__New_York, Tz::Pacific__Apia];
/// Moments around which visits are thrown: turns of a year in several zones, a leap day, a change of the clocks.
const EDGES: &[&str] = &[
    "2026-12-31T16:59:59Z",
    "2027-01-01T00:00:00Z",
    "2026-12-31T15:00:00Z",
    "2028-02-29T17:00:00Z",
    "2026-11-01T05:30:00Z",
    "2011-12-30T10:00:00Z",
];

/// Some differ in capitals alone.
const ORIGINS: &[&str] = &["Kecamatan Contoh", "kecamatan contoh", "Desa Misalan"];

fn at() -> impl Strategy<Value = DateTime<Utc>> {
    (select(EDGES), -90_000_i64..90_000).prop_map(|(edge, seconds)| utc(edge) + chrono::TimeDelta::seconds(seconds))
}

fn demographics() -> impl Strategy<Value = Demographics> {
    (
        prop::option::of(select(Sex::ALL)),
        prop::option::of(select(AgeGroup::ALL)),
        prop::option::of(select(Education::ALL)),
        prop::option::of(select(Occupation::ALL)),
    )
        .prop_map(|(sex, age_group, education, occupation)| Demographics { sex, age_group, education, occupation })
}

fn visitor() -> impl Strategy<Value = Visitor> {
    prop_oneof![
        (0..30_u32, demographics()).prop_map(|(card, demographics)| Visitor::Member {
            card: buku_pengunjung::domain::card::CardNumber::from_store(format!("KTA-{card}")),
            name: name("Wulan Contoh"),
            demographics,
            expired: card % 2 == 0,
            unverified: false,
        }),
        (demographics(), prop::option::of(select(ORIGINS))).prop_map(|(demographics, origin)| Visitor::NonMember {
            name: name("Siti Misalan"),
            demographics,
            origin: origin.map(name),
        }),
        (0..40_u32, 0..40_u32).prop_filter("a group", |(m, f)| m + f >= 2).prop_map(|(m, f)| group(m, f)),
    ]
}

/// A visit and whether it is voided in the end.
fn entry() -> impl Strategy<Value = (NewVisit, bool)> {
    let purposes = select(vec!["read", "internet", "other", "zz_retired", "children"]);
    let how = select(vec![Entry::Scanned, Entry::Form, Entry::Manual]);
    // Of a minute, too: what lasts a little longer is told in tenths.
    let walk = prop_oneof![4 => 0..700_000_u64, 1 => 59_900..60_100_u64];
    (at(), visitor(), purposes, how, walk, prop::bool::weighted(0.3)).prop_map(
        |(at, visitor, purpose, entry, walk_millis, void)| {
            let mut one = visit(id(0), at, visitor, purpose);
            one.entry = entry;
            one.walk_millis = walk_millis;
            (one, void)
        },
    )
}

fn key(id: Option<&'static str>) -> String {
    id.unwrap_or("unknown").to_owned()
}

/// Where and with how many people a visit counts along a dimension, told from the visit alone.
fn places(one: &NewVisit, zone: Tz, dimension: Dimension) -> Vec<(String, u64)> {
    let local = zone.from_utc_datetime(&one.at.naive_utc());
    let people = u64::from(one.visitor.headcount());
    let who = match &one.visitor {
        Visitor::Member { demographics, .. } | Visitor::NonMember { demographics, .. } => *demographics,
        Visitor::Group(_) => Demographics::default(),
    };
    let one_place = match dimension {
        Dimension::Total => "total".to_owned(),
        Dimension::Day => local.format("%Y-%m-%d").to_string(),
        Dimension::Month => local.format("%Y-%m").to_string(),
        Dimension::Year => local.format("%Y").to_string(),
        Dimension::Hour => local.format("%H").to_string(),
        Dimension::Weekday => local.format("%A").to_string().to_lowercase(),
        Dimension::Type => one.visitor.membership_type().id().to_owned(),
        Dimension::Purpose => one.purpose.as_str().to_owned(),
        Dimension::Age => key(who.age_group.map(AgeGroup::id)),
        Dimension::Education => key(who.education.map(Education::id)),
        Dimension::Occupation => key(who.occupation.map(Occupation::id)),
        Dimension::Seat | Dimension::Session => return Vec::new(),
        Dimension::Sex => {
            return match &one.visitor {
                Visitor::Group(party) => [("male", party.male()), ("female", party.female())]
                    .into_iter()
                    .filter(|(_, n)| *n > 0)
                    .map(|(sex, n)| (sex.to_owned(), u64::from(n)))
                    .collect(),
                _ => vec![(key(who.sex.map(Sex::id)), 1)],
            };
        }
    };
    vec![(one_place, people)]
}

/// The recount of one dimension: key to entries and people.
pub fn recount<'v>(
    visits: impl Iterator<Item = &'v NewVisit>,
    zone: Tz,
    dimension: Dimension,
) -> BTreeMap<String, (u64, u64)> {
    let mut counts = BTreeMap::new();
    for one in visits {
        for (key, people) in places(one, zone, dimension) {
            let count: &mut (u64, u64) = counts.entry(key).or_default();
            count.0 += 1;
            count.1 += people;
        }
    }
    if dimension == Dimension::Total {
        counts.entry("total".to_owned()).or_default();
    }
    counts
}

fn compare(book: &Book, standing: &[NewVisit], zone: Tz, period: Period) {
    let day = |v: &NewVisit| zone.from_utc_datetime(&v.at.naive_utc()).date_naive();
    let within: Vec<&NewVisit> = standing.iter().filter(|v| period.contains(day(v))).collect();
    for dimension in Dimension::ALL {
        let said = book.statistics(*dimension, period).unwrap();
        let said: BTreeMap<_, _> = said.into_iter().map(|c| (c.key, (c.entries, c.people))).collect();
        assert_eq!(said, recount(within.iter().copied(), zone, *dimension), "{dimension:?} over {period:?}");
    }
    let mut hours = [[(0, 0); 24]; 7];
    for one in &within {
        let local = zone.from_utc_datetime(&one.at.naive_utc());
        let cell = &mut hours[local.weekday().num_days_from_monday() as usize][local.hour() as usize];
        *cell = (cell.0 + 1, cell.1 + u64::from(one.visitor.headcount()));
    }
    assert_eq!(book.busy_hours(period).unwrap(), hours);
    let pairs = book.purposes_by_type(period).unwrap();
    for kind in MembershipType::ALL {
        let of_kind = within.iter().copied().filter(|v| v.visitor.membership_type() == *kind);
        let said = pairs.get(kind).cloned().unwrap_or_default();
        let said: BTreeMap<_, _> = said.into_iter().map(|c| (c.key, (c.entries, c.people))).collect();
        assert_eq!(said, recount(of_kind, zone, Dimension::Purpose), "{kind:?}");
    }
    let mut timed: Vec<u64> = within.iter().filter(|v| v.entry != Entry::Manual).map(|v| v.walk_millis).collect();
    timed.sort_unstable();
    let histogram = book.histogram(Measure::Checkin, None, period).unwrap();
    assert_eq!(histogram.count(), timed.len() as u64);
    if let (Some(median), Some(said)) = (timed.get(timed.len().saturating_sub(1) / 2), histogram.percentile(50)) {
        // The attempt itself took its own few milliseconds, and tenths are rounded.
        let seconds = u32::try_from(median.div_ceil(1000)).unwrap();
        assert!(said.abs_diff(seconds) <= 1 || (Histogram::is_overflow(said) && seconds >= 599), "{said} {seconds}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn totals_equal_an_independent_recount(
        zone in select(ZONES),
        entries in prop::collection::vec((entry(), any::<bool>()), 1..24),
        from in -3_i64..3,
        length in 0_i64..400,
    ) {
        let (_dir, folder) = folder();
        let mut book = Book::open(&folder, settings(zone)).unwrap();
        let mut standing = Vec::new();
        for (n, ((mut one, void), caught_up)) in entries.into_iter().enumerate() {
            if caught_up {
                // Sums the months before: what comes and is taken back now may belong to one of them.
                book.catch_up(one.at + chrono::TimeDelta::days(40)).unwrap();
            }
            one.id = id(n as u128 + 1);
            book.record(&one, Instant::now()).unwrap();
            book.record(&one, Instant::now()).unwrap();
            if void && n % 2 == 0 {
                // A correction: taken back and entered anew, at the same time.
                book.void(one.id, VoidReason::Correction, one.at + chrono::TimeDelta::days(40)).unwrap();
                one.id = id(n as u128 + 1001);
                one.purpose = PurposeId::new("reference").unwrap();
                book.record(&one, Instant::now()).unwrap();
                standing.push(one);
            } else if void {
                book.void(one.id, VoidReason::Visitor, one.at + chrono::TimeDelta::days(40)).unwrap();
            } else {
                standing.push(one);
            }
        }
        let start = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap() + chrono::TimeDelta::days(from);
        compare(&book, &standing, zone, Period::ALL);
        compare(&book, &standing, zone, Period::between(start, start + chrono::TimeDelta::days(length)));
        compare(&book, &standing, zone, Period::between(start, start - chrono::TimeDelta::days(1)));
        dashboard::compare(&book, &standing, zone, start, length.unsigned_abs());
        assert_verified(&book);
    }
}

/// Each case writes up to 24 visits twice, with a sync each.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse::<u32>().ok()).map_or(64, |n| n.min(1000))
}

#[test]
fn keys_stand_in_their_natural_order() {
    let (_dir, mut book) = book();
    // Thursday 31 December 2026, 23.59 in Banyuwangi, and Friday the first.
    let (old, new) = (utc("2026-12-31T16:59:00Z"), utc("2027-01-01T01:00:00Z"));
    let strange = |n, at, purpose: &str| {
        let mut one = visit(id(n), at, non_member("Siti Contoh"), purpose);
        if n % 2 == 0 {
            one.visitor =
                Visitor::NonMember { name: name("Siti Contoh"), demographics: Demographics::default(), origin: None };
        }
        one
    };
    for (n, at, purpose) in
        [(1, new, "zz_retired"), (2, old, "internet"), (3, new, "aa_retired"), (4, old, "read"), (5, new, "other")]
    {
        record(&mut book, &strange(n, at, purpose));
    }
    record(&mut book, &visit(id(6), new, group(1, 1), "read"));
    record(&mut book, &visit(id(7), new, card_holder("0024"), "read"));
    let keys = |dimension| -> Vec<String> {
        book.statistics(dimension, Period::ALL).unwrap().into_iter().map(|c| c.key).collect()
    };
    assert_eq!(keys(Dimension::Purpose), ["read", "internet", "other", "aa_retired", "zz_retired"]);
    assert_eq!(keys(Dimension::Type), ["member", "non_member", "group"]);
    assert_eq!(keys(Dimension::Sex), ["male", "female", "unknown"]);
    assert_eq!(keys(Dimension::Weekday), ["thursday", "friday"]);
    assert_eq!(keys(Dimension::Hour), ["08", "23"]);
    assert_eq!(keys(Dimension::Year), ["2026", "2027"]);
    assert_eq!(keys(Dimension::Month), ["2026-12", "2027-01"]);
    assert_eq!(keys(Dimension::Day), ["2026-12-31", "2027-01-01"]);
    assert_eq!(keys(Dimension::Age), ["adult", "unknown"]);
    assert_eq!(WEEKDAYS[0], "monday");
}

#[test]
fn a_wrong_total_is_found() {
    let (_dir, mut book) = book();
    some_visits(&mut book, 6, utc("2026-11-24T02:00:00Z"));
    assert_verified(&book);
    book.catch_up(utc("2026-12-01T00:00:00Z")).unwrap();
    assert_verified(&book);
    let raw = rusqlite::Connection::open(book.folder().book_path()).unwrap();
    let failing = |sql: &str| -> Vec<&'static str> {
        raw.execute_batch(&format!("SAVEPOINT s; {sql}; RELEASE s;")).unwrap();
        book.verify().unwrap().into_iter().filter(|c| !c.ok).map(|c| c.name).collect()
    };
    let totals = ["day_totals", "month_totals"];
    assert_eq!(failing("UPDATE day_total SET people = people + 1 WHERE dimension = 'hour'"), totals);
    assert_eq!(failing("UPDATE day_total SET people = people - 1 WHERE dimension = 'hour'"), [""; 0]);
    assert_eq!(failing("INSERT INTO day_total VALUES ('2026-11-24', 'seat', '03', 1, 1)"), totals);
    assert_eq!(failing("DELETE FROM day_total WHERE dimension = 'seat'"), [""; 0]);
    assert_eq!(failing("UPDATE day_histogram SET bucket = bucket + 1"), ["day_histogram", "month_histogram"]);
    assert_eq!(failing("UPDATE day_histogram SET bucket = bucket - 1"), [""; 0]);
    assert_eq!(failing("UPDATE month_total SET days = days + 1 WHERE dimension = 'weekday_hour'"), ["month_totals"]);
    assert_eq!(failing("UPDATE month_total SET days = days - 1 WHERE dimension = 'weekday_hour'"), [""; 0]);
    assert_eq!(failing("INSERT INTO month_histogram VALUES ('2026-11', 'wait', 'member', 3, 1)"), ["month_histogram"]);
    assert_eq!(failing("DELETE FROM month_histogram WHERE measure = 'wait'"), [""; 0]);
    assert_eq!(failing("UPDATE day_rows SET slow = slow + 1"), ["day_listed"]);
    assert_eq!(failing("UPDATE day_rows SET slow = slow - 1"), [""; 0]);
    assert_eq!(failing("UPDATE visit_word_upto SET n = n - 1"), ["search_words"]);
    assert_eq!(failing("UPDATE visit_word_upto SET n = n + 1"), [""; 0]);
    assert_eq!(failing("INSERT INTO month_total VALUES ('2026-12', 'total', 'total', 1, 1, 1)"), ["month_totals"]);
    assert_eq!(failing("DELETE FROM month_total WHERE month = '2026-12'"), [""; 0]);
    assert_eq!(
        failing("UPDATE visit SET local_date = '2026-11-25' WHERE n = 1"),
        ["local_dates", "day_totals", "day_histogram", "day_listed"]
    );
}
