//! What Statistik says of the internet room equals a recount of what happened there, for spans of every shape, and is what
//! the report says of the same days.

use std::collections::BTreeMap;

use buku_pengunjung::domain::dashboard::{Question, RoomStanding, compared};
use buku_pengunjung::domain::internet::{Ask, CheckOut, Rating, RefusedFor, Reply, Tidy, TidyReason};
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::report::{Grade, ReportKind, Request};
use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::visit::VoidReason;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Timelike, Utc};
use proptest::prelude::*;

use super::super::support::{ZONE, id};
use super::support::*;

/// SOP step 3.
const LIMIT: u32 = 300;

/// One use of a computer.
#[derive(Debug, Clone)]
struct Session {
    /// Minutes after the full hour.
    minute: i64,
    /// In seconds.
    length: i64,
    end: End,
    voided: bool,
}

#[derive(Debug, Clone)]
enum End {
    /// By staff: nobody was asked anything.
    Freed,
    /// By the visitor, with what was ticked, the seconds that it took, and a score.
    Left { ticked: [bool; 3], took: i64, score: Option<u8> },
}

fn session() -> impl Strategy<Value = Session> {
    let left = (any::<[bool; 3]>(), prop_oneof![0..600_i64, 295..305_i64], prop::option::weighted(0.6, 1..5_u8))
        .prop_map(|(ticked, took, score)| End::Left { ticked, took, score });
    let end = prop_oneof![1 => Just(End::Freed), 6 => left];
    (0..20_i64, 0..2_000_i64, end, prop::bool::weighted(0.2)).prop_map(|(minute, length, end, voided)| Session {
        minute,
        length,
        end,
        voided,
    })
}

/// Days after the first one, and the hour: one session at a time.
type When = (u64, u32);

/// On which day somebody was turned away, and why.
type Refusals = Vec<(u64, RefusedFor)>;

/// Some weeks in the room: sessions, and who was turned away on which day.
fn weeks() -> impl Strategy<Value = (BTreeMap<When, Session>, Refusals)> {
    let sessions = prop::collection::btree_map((day(), 8..15_u32), session(), 1..30);
    let why = prop::sample::select(RefusedFor::ALL);
    (sessions, prop::collection::vec((day(), why), 0..8))
}

/// Mostly one of a few days in a row of weeks, so that days a week apart meet.
fn day() -> impl Strategy<Value = u64> {
    prop_oneof![4 => (0..4_u64).prop_map(|week| week * 7), 1 => 0..70_u64]
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 20).unwrap()
}

fn moment(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    day.and_hms_opt(hour, 0, 0).unwrap().and_local_timezone(ZONE).unwrap().to_utc()
}

/// Lets it all happen.
fn happen(office: &mut Office, sessions: &BTreeMap<When, Session>, refused: &Refusals) {
    for ((day, hour), one) in sessions {
        office.now = moment(first() + Days::new(*day), *hour) + TimeDelta::minutes(one.minute);
        let seated = office.sit("KTA-1", "PC 01");
        office.now += TimeDelta::seconds(one.length);
        match one.end {
            End::Freed => drop(office.book.free_seat(seated.session, office.staff, office.now).unwrap()),
            End::Left { ticked, took, score } => {
                let tidy = Tidy::new(ticked, (ticked != [true; 3]).then_some(TidyReason::Broken)).unwrap();
                let since = office.now - TimeDelta::seconds(took);
                let rating = score.and_then(|score| Rating::new(score, None));
                let out = CheckOut { session: seated.session, tidy, rating, since, at: office.now };
                assert!(matches!(office.ask(&Ask::CheckOut(Box::new(out))), Reply::Left(_)));
            }
        }
        if one.voided {
            let visit = id(office.visits());
            office.book.void(visit, VoidReason::Visitor, office.now).unwrap();
        }
    }
    for (day, why) in refused {
        let at = moment(first() + Days::new(*day), 9);
        assert_eq!(office.ask(&Ask::TurnedAway { why: *why, at }), Reply::Noted);
    }
}

/// By nearest rank.
fn percentile(mut minutes: Vec<i64>, percent: usize) -> Option<u32> {
    minutes.sort_unstable();
    let rank = (minutes.len() * percent).div_ceil(100).max(1);
    minutes.get(rank - 1).map(|n| u32::try_from(*n).unwrap())
}

fn n<T>(all: impl Iterator<Item = T>) -> u64 {
    all.count() as u64
}

struct Recount<'a> {
    sessions: &'a BTreeMap<When, Session>,
    refused: &'a Refusals,
}

impl<'a> Recount<'a> {
    /// What was not taken back, of the days of a span.
    fn standing(&self, span: Span) -> Vec<(&'a When, &'a Session)> {
        let within = |when: &When| span.contains(first() + Days::new(when.0));
        self.sessions.iter().filter(|(when, one)| within(when) && !one.voided).collect()
    }

    /// Scores stay when their visit is taken back: nobody can tell whose they were.
    fn scores(&self, span: Span) -> Vec<u64> {
        let within = self.sessions.iter().filter(|(when, _)| span.contains(first() + Days::new(when.0)));
        within
            .filter_map(|(_, one)| match one.end {
                End::Left { score, .. } => score.map(u64::from),
                End::Freed => None,
            })
            .collect()
    }

    fn agrees(&self, said: &RoomStanding, question: Question) {
        let span = question.span;
        let standing = self.standing(span);
        let figures = &said.figures;
        assert_eq!(figures.sessions(), standing.len() as u64, "{span:?}");
        // A minute that was begun counts.
        let lengths: Vec<i64> = standing.iter().map(|(_, one)| (one.length + 59) / 60).collect();
        assert_eq!(figures.length.median(), percentile(lengths.clone(), 50), "{lengths:?}");
        assert_eq!(figures.length.percentile(90), percentile(lengths.clone(), 90), "{lengths:?}");
        let left = || {
            standing.iter().filter_map(|(_, one)| match one.end {
                End::Left { ticked, took, .. } => Some((ticked, took)),
                End::Freed => None,
            })
        };
        assert_eq!((figures.tidy.asked, figures.check_out.measured), (n(left()), n(left())));
        assert_eq!(figures.tidy.all, n(left().filter(|(ticked, _)| *ticked == [true; 3])));
        let points = [figures.tidy.shut_down, figures.tidy.tidied, figures.tidy.clean];
        for (at, said) in points.into_iter().enumerate() {
            assert_eq!(said, n(left().filter(|(ticked, _)| ticked[at])), "point {at}");
        }
        assert_eq!(figures.check_out.within, n(left().filter(|(_, took)| *took <= i64::from(LIMIT))));
        let within = |day: &u64| span.contains(first() + Days::new(*day));
        let of = |why| n(self.refused.iter().filter(|(day, what)| within(day) && *what == why));
        let refused = figures.refused.unwrap();
        for why in RefusedFor::ALL {
            assert_eq!(refused.of(*why), of(*why), "{why:?}");
        }
        assert_eq!(refused.total(), n(self.refused.iter().filter(|(day, _)| within(day))));
        self.satisfied(figures.ratings.index(), figures.ratings.grade(), span);
        assert_eq!(figures.ratings.satisfied(), n(self.scores(span).iter().filter(|score| **score >= 3)));
        self.compared(said, question);
    }

    fn satisfied(&self, index: Option<u64>, grade: Option<Grade>, span: Span) {
        let scores = self.scores(span);
        let sum: u64 = scores.iter().sum();
        let count = scores.len() as u64;
        assert_eq!(index, (count > 0).then(|| (sum * 2_500 * 2 + count) / (count * 2)));
        assert_eq!(grade.is_some(), count > 0);
        if let Some((index, grade)) = index.zip(grade) {
            let band = match index {
                8_831.. => Grade::A,
                7_661.. => Grade::B,
                6_500.. => Grade::C,
                _ => Grade::D,
            };
            assert_eq!(grade, band, "{index}");
        }
    }

    fn compared(&self, said: &RoomStanding, question: Question) {
        let comparison = compared(question.span, question.today, question.hour);
        assert_eq!(said.against.map(|against| against.comparison), comparison);
        let Some(against) = said.against else { return };
        let over = |hour: u32| against.comparison.before_hour.is_none_or(|before| hour < before);
        let count = |span| n(self.standing(span).iter().filter(|(when, _)| over(when.1)));
        assert_eq!(against.now, count(against.comparison.now), "now of {question:?}");
        assert_eq!(against.then, count(against.comparison.then), "then of {question:?}");
        self.satisfied(against.ratings.index(), against.ratings.grade(), against.comparison.then);
    }
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse::<u32>().ok()).map_or(24, |n| n.min(1000))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_room_s_figures_equal_a_recount((sessions, refused) in weeks(), day in day(), hour in 7..17_u32) {
        let mut office = Office::with(1);
        happen(&mut office, &sessions, &refused);
        let recount = Recount { sessions: &sessions, refused: &refused };
        let held = first() + Days::new(day);
        let mut spans: Vec<Span> = SpanKind::ALL.iter().map(|kind| Span::holding(*kind, held).unwrap()).collect();
        spans.push(Span::range(held, held + Days::new(20)).unwrap());
        spans.push(Span::range(first() - Days::new(3_650), held).unwrap());
        for span in spans {
            for today in [held, held + Days::new(400)] {
                let question = Question { span, today, hour };
                let said = office.book.room_standing(question, LIMIT).unwrap();
                recount.agrees(&said, question);
                let request =
                    Request { kind: ReportKind::Internet, span, check_in_seconds: 60, check_out_seconds: LIMIT };
                let report = office.book.report_figures(&request, &[], Lang::Id).unwrap();
                assert_eq!(said.figures, report.internet, "the report says the same");
            }
        }
    }
}

#[test]
fn a_running_day_is_compared_by_the_hours_that_are_over() {
    let mut office = Office::with(1);
    let tuesday = |day: u32, hour: u32| moment(NaiveDate::from_ymd_opt(2026, 11, day).unwrap(), hour);
    for at in [tuesday(17, 8), tuesday(17, 13), tuesday(24, 8), tuesday(24, 9), tuesday(24, 10)] {
        office.now = at;
        let seated = office.sit("KTA-1", "PC 01");
        office.pass(20);
        office.leave(seated.session);
    }
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let ask = |hour| {
        let question = Question { span: Span::day(today).unwrap(), today, hour };
        let against = office.book.room_standing(question, LIMIT).unwrap().against.unwrap();
        (against.now, against.then)
    };
    assert_eq!([ask(8), ask(10), ask(14)], [(0, 0), (2, 1), (3, 2)]);
    assert_eq!((today.weekday().num_days_from_monday(), office.now.with_timezone(&ZONE).hour()), (1, 10));
}
