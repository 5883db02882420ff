//! Invented figures of the internet room for the statistics page.

use buku_pengunjung::domain::dashboard::{Question, RoomAgainst, RoomStanding, compared};
use buku_pengunjung::domain::internet::{
    Proof, RefusedFor, Room, Seat, SeatGroup, SeatNow, SeatState, SeatUse, SessionId, Taken,
};
use buku_pengunjung::domain::report::{InternetFigures, Ratings, TidyFigures, Timely, TurnedAway};
use buku_pengunjung::domain::span::Span;
use buku_pengunjung::domain::statistics::Count;
use chrono::{DateTime, NaiveDate};

use crate::stats_support::Seed;

/// 18 sessions of 48 minutes in the middle, 11 of 12 left tidy, 10 of 11 satisfied.
pub fn room(seed: Seed, question: Question) -> RoomStanding {
    let by = match seed {
        Seed::Busy => 1,
        Seed::Large => 97,
        Seed::NoRoom | Seed::Empty | Seed::Silent => return RoomStanding { figures: empty_room(), against: None },
    };
    let figures = InternetFigures {
        days: days(question, 18 * by),
        seats: used(seed),
        hours: counts(&[("08", 2), ("09", 5), ("10", 4), ("11", 1), ("13", 6)], by),
        ended: counts(&[("open", 3), ("self", 12), ("staff", 2), ("automatic", 1)], by),
        wait: [(4, 5), (17, 1)].iter().map(|(minutes, n)| (*minutes, n * by)).collect(),
        length: [(12, 3), (48, 8), (75, 5), (95, 1), (600, 1)].iter().map(|(minutes, n)| (*minutes, n * by)).collect(),
        tidy: TidyFigures { asked: 12 * by, shut_down: 12 * by, tidied: 11 * by, clean: 12 * by, all: 11 * by },
        check_out: Timely { measured: 15 * by, within: 14 * by },
        ratings: Ratings([0, by, 3 * by, 7 * by]),
        refused: Some(refused(by)),
        ..empty_room()
    };
    let against = compared(question.span, question.today, question.hour).map(|comparison| RoomAgainst {
        comparison,
        now: 15 * by,
        then: 13 * by,
        ratings: Ratings([by, by, 4 * by, 2 * by]),
    });
    RoomStanding { figures, against }
}

/// As many sessions on each day that has begun, at most the last 20 of them; of a single day all of them.
fn days(question: Question, sessions: u64) -> Vec<(NaiveDate, u64)> {
    let end = question.span.to().min(question.today);
    let begun: Vec<_> = Span::range(question.span.from(), end).unwrap().days().collect();
    let last = &begun[begun.len().saturating_sub(20)..];
    let n = u64::try_from(last.len()).unwrap();
    let each = |(at, day): (u64, &NaiveDate)| (*day, sessions / n + u64::from(at < sessions % n));
    (0..).zip(last).map(each).filter(|(_, n)| *n > 0).collect()
}

/// Sessions of each computer: twelve, or in a large room as many as there can be, one of them with a long name.
fn used(seed: Seed) -> Vec<Count> {
    let count = |key: String, entries| Count { key, entries, people: entries };
    match seed {
        Seed::Large => (1..=48).map(|n| count(format!("Komputer anak {n:02}"), 20 + n * 7 % 33)).collect(),
        _ => [2, 3, 1, 0, 4, 0, 2, 1, 0, 3, 1, 1]
            .iter()
            .zip(1..)
            .filter(|(n, _)| **n > 0)
            .map(|(n, at)| count(format!("PC {at:02}"), *n))
            .collect(),
    }
}

fn counts(list: &[(&str, u64)], by: u64) -> Vec<Count> {
    let count = |(key, n): &(&str, u64)| Count { key: (*key).to_owned(), entries: n * by, people: n * by };
    list.iter().map(count).collect()
}

/// Three of them, one because the KTA had expired.
fn refused(by: u64) -> TurnedAway {
    let mut refused = TurnedAway::default();
    refused.add(RefusedFor::NoCard, 2 * by);
    refused.add(RefusedFor::Expired, by);
    refused
}

/// Twelve computers: five free, one of six held for a number that was called, one out of order. A large room has its most.
pub fn seats(seed: Seed) -> Room {
    let computers = match seed {
        Seed::Busy | Seed::Empty => 12,
        Seed::Large => 48,
        Seed::NoRoom | Seed::Silent => 0,
    };
    let at = DateTime::from_timestamp(1_795_586_400, 0).unwrap();
    let taken = |n: u8| Taken {
        session: SessionId(n.into()),
        since: at,
        initial: Some('W'),
        proof: Proof::CardEnd,
        over_long: false,
        closes_for_repair: false,
    };
    let usage = |n: u8| match n % 12 {
        3 | 5 | 9 | 11 | 0 => SeatUse::Free { since: None },
        6 => SeatUse::Broken { reason: None },
        10 => SeatUse::Held { number: 14 },
        _ => SeatUse::Taken(taken(n)),
    };
    let seat = |n: u8| Seat {
        name: format!("PC {n:02}"),
        group: SeatGroup::Adult,
        column: (n - 1) % 8 + 1,
        row: (n - 1) / 8 + 1,
        state: SeatState::Ready,
    };
    let seats = (1..=computers).map(|n| SeatNow { seat: seat(n), usage: usage(n) }).collect();
    Room { at, seats, ..Room::default() }
}

fn empty_room() -> InternetFigures {
    InternetFigures { check_out_seconds: 300, refused: Some(TurnedAway::default()), ..InternetFigures::default() }
}
