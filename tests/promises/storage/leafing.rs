//! The pages of the book and what a search finds equal a plain list of what was recorded, voided, corrected and erased.

use buku_pengunjung::domain::listing::{BookPage, MOST_FOUND, PAGE_ROWS, Place, Sieve};
use buku_pengunjung::domain::visit::{MembershipType, VisitId};
use chrono::TimeDelta;
use proptest::prelude::*;

use super::plain_list::{Both, Plain, act, begin, day_of, sieve};
use super::support::*;

/// Compares one page with the same part of the plain list.
fn compare(page: &BookPage, expected: &[&Plain], start: u64) -> Result<(), TestCaseError> {
    let at = usize::try_from(start).unwrap();
    let end = (at + 10).min(expected.len());
    let shown: Vec<VisitId> = page.rows.iter().map(|r| r.row.id).collect();
    let should: Vec<VisitId> = expected[at..end].iter().map(|r| r.id).collect();
    prop_assert_eq!(shown, should);
    prop_assert_eq!(page.before, start);
    prop_assert_eq!(page.listed, expected.len() as u64);
    prop_assert_eq!(page.voided, expected.iter().filter(|r| r.voided).count() as u64);
    prop_assert_eq!(page.people, expected.iter().filter(|r| !r.voided).map(|r| r.people).sum::<u64>());
    for (row, plain) in page.rows.iter().zip(&expected[at..end]) {
        prop_assert_eq!(row.row.corrects, plain.corrects);
        prop_assert_eq!(row.row.voided, plain.voided);
        prop_assert_eq!(row.erased, plain.words.is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.min(48), ..ProptestConfig::default() })]

    #[test]
    fn every_page_and_every_search_equals_a_plain_list(
        acts in prop::collection::vec(act(), 1..70),
        sieves in prop::collection::vec(sieve(), 6),
        jump in 0..60_i64,
    ) {
        let mut both = Both::new();
        for act in acts {
            both.act(act);
        }
        for (sieve, beginnings) in &sieves {
            let expected = both.sifted(sieve, beginnings);
            let listed = expected.len() as u64;
            let last = listed.saturating_sub(1) / PAGE_ROWS * PAGE_ROWS;
            let page = |place| both.book.page(sieve, place).unwrap();
            // Forward from the first page, by the last row of each.
            let (mut place, mut start) = (Place::First, 0);
            loop {
                let shown = page(place);
                compare(&shown, &expected, start)?;
                prop_assert_eq!(shown.has_newer(), start > 0);
                prop_assert_eq!(shown.has_older(), start + PAGE_ROWS < listed);
                // The same page again, by its first row and by its number.
                if let Some(first) = shown.rows.first() {
                    compare(&page(Place::From(first.key)), &expected, start)?;
                    compare(&page(Place::Before(first.key)), &expected, start.saturating_sub(PAGE_ROWS))?;
                }
                compare(&page(Place::Number(start / PAGE_ROWS + 1)), &expected, start)?;
                if !shown.has_older() {
                    break;
                }
                place = Place::After(shown.rows.last().unwrap().key);
                start += PAGE_ROWS;
            }
            compare(&page(Place::Last), &expected, last)?;
            compare(&page(Place::Number(9_999)), &expected, last)?;
            let day = day_of(begin() + TimeDelta::days(jump - 5));
            let start = expected.iter().filter(|r| r.key.day > day).count() as u64;
            compare(&page(Place::Day(day)), &expected, if start < listed { start } else { last })?;
        }
        let quick = both.book.page(&Sieve::default(), Place::First).unwrap().quick;
        prop_assert_eq!(quick.groups, both.plain.iter().filter(|r| r.kind == MembershipType::Group).count() as u64);
        prop_assert_eq!(quick.voided, both.plain.iter().filter(|r| r.voided).count() as u64);
        prop_assert_eq!(quick.over, both.plain.iter().filter(|r| r.tenths > Some(600)).count() as u64);
        assert_verified(&both.book);
    }
}

#[test]
fn a_search_that_finds_too_much_lists_the_newest_and_says_so() {
    let (_dir, mut book) = book();
    let from = utc("2026-09-30T12:00:00Z");
    let most = u128::from(MOST_FOUND);
    for n in 0..most + 7 {
        let at = from + TimeDelta::minutes(i64::try_from(n).unwrap());
        record(&mut book, &visit(id(n + 1), at, non_member("Siti Misalan"), "read"));
    }
    let sieve = Sieve { text: "misa".into(), ..Sieve::default() };
    let first = book.page(&sieve, Place::First).unwrap();
    assert!(first.more);
    assert_eq!((first.listed, first.rows[0].row.id), (MOST_FOUND, id(most + 7)));
    let last = book.page(&sieve, Place::Last).unwrap();
    assert_eq!((last.number(), last.rows.last().unwrap().row.id), (MOST_FOUND / PAGE_ROWS, id(8)));
    let all = book.page(&Sieve::default(), Place::Last).unwrap();
    assert_eq!((all.listed, all.more, all.rows.last().unwrap().row.id), (MOST_FOUND + 7, false, id(1)));
}

#[test]
fn rows_that_come_meanwhile_move_no_page_under_the_reader() {
    let (_dir, mut book) = book();
    let from = utc("2026-11-24T03:00:00Z");
    some_visits(&mut book, 25, from);
    let sieve = Sieve::default();
    let first = book.page(&sieve, Place::First).unwrap();
    let second = book.page(&sieve, Place::After(first.rows[9].key)).unwrap();
    some_visits(&mut book, 3, from + TimeDelta::hours(2));
    let again = book.page(&sieve, Place::From(second.rows[0].key)).unwrap();
    assert_eq!(again.rows, second.rows);
    assert_eq!((again.before, again.listed), (13, 28));
    let third = book.page(&sieve, Place::After(second.rows[9].key)).unwrap();
    assert_eq!((third.rows.len(), third.before, third.has_older()), (5, 23, false));
}
