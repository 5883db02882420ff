//! Totals of any period in one pass: whole months from `month_total`, the days at its two ends from `day_total`.
//!
//! The cost grows with the months of the period, not with its days and not with the visits.

use std::collections::HashMap;

use chrono::{Datelike, Days, Months, NaiveDate};
use rusqlite::{Connection, Row};

use super::error::StorageError;
use super::histogram::Measure;
use super::statistics::unsigned;
use super::totals::OVERFLOW_BUCKET;
use crate::domain::dashboard::Counted;
use crate::domain::report::{Histogram, Tally, Timely};
use crate::domain::span::Span;
use crate::domain::statistics::Count;
use crate::domain::visit::MembershipType;

/// What the months should hold, told from the days.
const MONTHS_FROM_DAYS: &str = "
  SELECT substr(local_date, 1, 7), dimension, key, count(*), sum(entries), sum(people) FROM day_total GROUP BY 1, 2, 3
  UNION ALL
  SELECT substr(local_date, 1, 7), 'weekday', strftime('%w', local_date), count(*), sum(entries), sum(people)
  FROM day_total WHERE dimension = 'total' GROUP BY 1, 2, 3
  UNION ALL
  SELECT substr(local_date, 1, 7), 'weekday_hour', strftime('%w', local_date) || '/' || key, count(*), sum(entries),
    sum(people)
  FROM day_total WHERE dimension = 'hour' GROUP BY 1, 2, 3";
const HISTOGRAMS_FROM_DAYS: &str = "
  SELECT substr(local_date, 1, 7), measure, type, bucket, sum(n) FROM day_histogram GROUP BY 1, 2, 3, 4";

/// The days of a period that a table answers, as the bounds of its text column; empty when the first lies behind the
/// last.
type Bounds = (String, String);

/// A period cut into what each table answers.
#[derive(Debug, PartialEq, Eq)]
struct Cut {
    /// Days before the first whole month.
    head: Bounds,
    /// Whole months.
    months: Bounds,
    /// Days after the last whole month.
    tail: Bounds,
}

impl Cut {
    fn of(span: Span) -> Self {
        let (from, to) = (span.from(), span.to());
        let month = |day: NaiveDate| format!("{:04}-{:02}", day.year(), day.month());
        let first = if from.day() == 1 { Some(from) } else { next_month(from) };
        let behind = to.succ_opt().and_then(|d| if d.day() == 1 { Some(d) } else { to.with_day(1) });
        match first.zip(behind).filter(|(first, behind)| first < behind) {
            Some((first, behind)) => {
                let last = behind.pred_opt().unwrap_or(to);
                Self {
                    head: days(from, first.checked_sub_days(Days::new(1)).unwrap_or(from)),
                    months: (month(first), month(last)),
                    tail: days(behind, to),
                }
            }
            // Not one whole month: every day for itself.
            None => Self { head: days(from, to), months: nothing(), tail: nothing() },
        }
    }
}

fn next_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))
}

fn days(from: NaiveDate, to: NaiveDate) -> Bounds {
    if to < from { nothing() } else { (from.to_string(), to.to_string()) }
}

fn nothing() -> Bounds {
    ("1".to_owned(), "0".to_owned())
}

/// Everything that was counted in a period.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Of each dimension, its keys.
    dimensions: HashMap<String, HashMap<String, Counted>>,
    /// Of each month that has a visit: the whole of it that lies in the period, keyed `2026-11`.
    pub months: HashMap<String, Tally>,
    /// From Monday: days with visits.
    pub weekdays: [u64; 7],
    /// From Monday, by hour.
    pub weekday_hours: [[Tally; 24]; 7],
}

impl Sums {
    /// Reads every total of the span once.
    pub(super) fn of(conn: &Connection, span: Span) -> Result<Self, StorageError> {
        let cut = Cut::of(span);
        let mut sums = Self::default();
        let mut query = conn.prepare_cached(
            "SELECT month, dimension, key, days, entries, people FROM month_total WHERE month BETWEEN ?1 AND ?2",
        )?;
        let mut rows = query.query((&cut.months.0, &cut.months.1))?;
        while let Some(row) = rows.next()? {
            sums.add_month(row)?;
        }
        let mut query = conn.prepare_cached(
            "SELECT local_date, dimension, key, 1, entries, people FROM day_total WHERE local_date BETWEEN ?1 AND ?2",
        )?;
        for bounds in [&cut.head, &cut.tail] {
            let mut rows = query.query((&bounds.0, &bounds.1))?;
            let mut day = Day::default();
            while let Some(row) = rows.next()? {
                sums.add_day(row, &mut day)?;
            }
        }
        Ok(sums)
    }

    /// What a key of a dimension was counted.
    pub(super) fn of_key(&self, dimension: &str, key: &str) -> Counted {
        self.dimensions.get(dimension).and_then(|keys| keys.get(key)).copied().unwrap_or_default()
    }

    /// The keys of a dimension that occur.
    pub(super) fn keys(&self, dimension: &str) -> impl Iterator<Item = (&str, Tally)> {
        self.dimensions.get(dimension).into_iter().flatten().map(|(key, counted)| (key.as_str(), counted.tally))
    }

    fn add_month(&mut self, row: &Row<'_>) -> Result<(), StorageError> {
        let (month, dimension, key, counted) = read(row)?;
        match dimension {
            "weekday" => {
                if let Some(days) = weekday(key).and_then(|at| self.weekdays.get_mut(at)) {
                    *days += counted.days;
                }
            }
            "weekday_hour" => {
                if let Some((at, hour)) = key.split_once('/').and_then(|(w, h)| weekday(w).zip(hour_of(h))) {
                    self.weekday_hours[at][hour] += counted.tally;
                }
            }
            _ => self.add(month, dimension, key, counted),
        }
        Ok(())
    }

    fn add_day(&mut self, row: &Row<'_>, day: &mut Day) -> Result<(), StorageError> {
        let (date, dimension, key, counted) = read(row)?;
        if day.text != date {
            let weekday = date.parse::<NaiveDate>().map_err(|_| StorageError::Damaged("a date of a total".into()))?;
            *day = Day { text: date.to_owned(), weekday: weekday.weekday().num_days_from_monday() as usize };
        }
        match dimension {
            "total" => self.weekdays[day.weekday] += 1,
            "hour" => {
                if let Some(hour) = hour_of(key) {
                    self.weekday_hours[day.weekday][hour] += counted.tally;
                }
            }
            _ => {}
        }
        self.add(date.get(..7).unwrap_or(date), dimension, key, counted);
        Ok(())
    }

    fn add(&mut self, month: &str, dimension: &str, key: &str, counted: Counted) {
        if dimension == "total" {
            at_key(&mut self.months, month, |sum| *sum += counted.tally);
        }
        at_key(&mut self.dimensions, dimension, |keys| {
            at_key(keys, key, |sum| {
                sum.days += counted.days;
                sum.tally += counted.tally;
            });
        });
    }
}

/// The day that is being read; its rows lie together.
#[derive(Default)]
struct Day {
    text: String,
    weekday: usize,
}

/// Changes the value at a key, made when it is missing; the key is copied only then.
fn at_key<V: Default>(map: &mut HashMap<String, V>, key: &str, change: impl FnOnce(&mut V)) {
    match map.get_mut(key) {
        Some(value) => change(value),
        None => change(map.entry(key.to_owned()).or_default()),
    }
}

fn read<'r>(row: &'r Row<'_>) -> Result<(&'r str, &'r str, &'r str, Counted), StorageError> {
    let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let tally = Tally { entries: unsigned(row.get(4)?), people: unsigned(row.get(5)?) };
    Ok((text(0)?, text(1)?, text(2)?, Counted { days: unsigned(row.get(3)?), tally }))
}

/// The place from Monday of a weekday that SQLite numbers from Sunday.
fn weekday(key: &str) -> Option<usize> {
    key.parse::<usize>().ok().filter(|day| *day < 7).map(|day| (day + 6) % 7)
}

fn hour_of(key: &str) -> Option<usize> {
    key.parse::<usize>().ok().filter(|hour| *hour < 24)
}

/// Entries, people and days with visits of a span.
pub(super) fn counted(conn: &Connection, span: Span) -> Result<Counted, StorageError> {
    let cut = Cut::of(span);
    let mut sum = Counted::default();
    let months = "SELECT sum(days), sum(entries), sum(people) FROM month_total
         WHERE month BETWEEN ?1 AND ?2 AND dimension = 'total'";
    let days = "SELECT count(*), sum(entries), sum(people) FROM day_total
         WHERE local_date BETWEEN ?1 AND ?2 AND dimension = 'total'";
    for (sql, bounds) in [(months, &cut.months), (days, &cut.head), (days, &cut.tail)] {
        let part = conn.prepare_cached(sql)?.query_row((&bounds.0, &bounds.1), |r| {
            let number = |at| Ok::<_, rusqlite::Error>(unsigned(r.get::<_, Option<i64>>(at)?.unwrap_or(0)));
            Ok(Counted { days: number(0)?, tally: Tally { entries: number(1)?, people: number(2)? } })
        })?;
        sum.days += part.days;
        sum.tally += part.tally;
    }
    Ok(sum)
}

/// The keys of a dimension in a span, in no order.
pub(super) fn keyed(conn: &Connection, dimension: &str, span: Span) -> Result<Vec<Count>, StorageError> {
    let cut = Cut::of(span);
    let mut query = conn.prepare_cached(
        "SELECT key, sum(entries), sum(people) FROM (
           SELECT key, entries, people FROM month_total WHERE month BETWEEN ?2 AND ?3 AND dimension = ?1
           UNION ALL SELECT key, entries, people FROM day_total
             WHERE (local_date BETWEEN ?4 AND ?5 OR local_date BETWEEN ?6 AND ?7) AND dimension = ?1)
         GROUP BY key",
    )?;
    let ((from, to), head, tail) = (&cut.months, &cut.head, &cut.tail);
    let rows = query.query_map((dimension, from, to, &head.0, &head.1, &tail.0, &tail.1), |r| {
        Ok(Count { key: r.get(0)?, entries: unsigned(r.get(1)?), people: unsigned(r.get(2)?) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The lengths of what is measured in a span, by column of the book.
pub(super) fn lengths(conn: &Connection, measure: Measure, span: Span) -> Result<[Histogram; 3], StorageError> {
    let cut = Cut::of(span);
    let mut sums = [[0_u64; OVERFLOW_BUCKET as usize + 1]; 3];
    let months = "SELECT type, bucket, n FROM month_histogram WHERE month BETWEEN ?1 AND ?2 AND measure = ?3";
    let days = "SELECT type, bucket, n FROM day_histogram WHERE local_date BETWEEN ?1 AND ?2 AND measure = ?3";
    for (sql, bounds) in [(months, &cut.months), (days, &cut.head), (days, &cut.tail)] {
        let mut query = conn.prepare_cached(sql)?;
        let mut rows = query.query((&bounds.0, &bounds.1, measure.id()))?;
        while let Some(row) = rows.next()? {
            let kind = MembershipType::from_id(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
            let bucket = usize::from(row.get::<_, u16>(1)?);
            if let Some(n) = kind.and_then(|kind| sums[kind as usize].get_mut(bucket)) {
                *n += unsigned(row.get(2)?);
            }
        }
    }
    Ok(sums.map(|of_type| (0..).zip(of_type).filter(|(_, n)| *n > 0).collect()))
}

/// How many of what is measured in a span stayed within a limit, in the units of the measure.
pub(super) fn within(conn: &Connection, measure: &str, span: Span, limit: u32) -> Result<Timely, StorageError> {
    let cut = Cut::of(span);
    let mut query = conn.prepare_cached(
        "SELECT coalesce(sum(n), 0), coalesce(sum(CASE WHEN bucket <= ?8 THEN n END), 0) FROM (
           SELECT bucket, n FROM month_histogram WHERE month BETWEEN ?2 AND ?3 AND measure = ?1
           UNION ALL SELECT bucket, n FROM day_histogram
             WHERE (local_date BETWEEN ?4 AND ?5 OR local_date BETWEEN ?6 AND ?7) AND measure = ?1)",
    )?;
    let ((from, to), head, tail) = (&cut.months, &cut.head, &cut.tail);
    Ok(query.query_row((measure, from, to, &head.0, &head.1, &tail.0, &tail.1, limit), |r| {
        Ok(Timely { measured: unsigned(r.get(0)?), within: unsigned(r.get(1)?) })
    })?)
}

/// How many rows of the months differ from what the days give, of how many.
pub(super) fn wrong_months(conn: &Connection) -> Result<(usize, usize), StorageError> {
    differing(conn, MONTHS_FROM_DAYS, "SELECT month, dimension, key, days, entries, people FROM month_total")
}

/// The same of the histograms.
pub(super) fn wrong_histograms(conn: &Connection) -> Result<(usize, usize), StorageError> {
    differing(conn, HISTOGRAMS_FROM_DAYS, "SELECT month, measure, type, bucket, n FROM month_histogram")
}

fn differing(conn: &Connection, should: &str, is: &str) -> Result<(usize, usize), StorageError> {
    let sql = format!(
        "WITH should AS MATERIALIZED ({should}), kept AS ({is}) SELECT
           (SELECT count(*) FROM (SELECT * FROM should EXCEPT SELECT * FROM kept))
           + (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM should)),
           (SELECT count(*) FROM should)"
    );
    let count = |n: i64| usize::try_from(n).unwrap_or(usize::MAX);
    Ok(conn.query_row(&sql, [], |r| Ok((count(r.get(0)?), count(r.get(1)?))))?)
}

/// Sums the months anew from the days; inside the caller's transaction.
pub(super) fn rebuild(conn: &Connection) -> Result<(), StorageError> {
    conn.execute_batch(&format!(
        "DELETE FROM month_total; DELETE FROM month_histogram;
         INSERT INTO month_total {MONTHS_FROM_DAYS}; INSERT INTO month_histogram {HISTOGRAMS_FROM_DAYS};"
    ))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(from: &str, to: &str) -> Cut {
        Cut::of(Span::range(from.parse().unwrap(), to.parse().unwrap()).unwrap())
    }

    #[test]
    fn a_book_from_before_the_months_is_summed_when_it_is_opened() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(include_str!("schema/0001_book.sql")).unwrap();
        conn.execute_batch(
            "INSERT INTO day_total VALUES ('2026-11-24', 'total', 'total', 2, 14), ('2026-11-24', 'hour', '09', 2, 14),
               ('2026-11-17', 'total', 'total', 1, 1), ('2026-11-17', 'hour', '09', 1, 1),
               ('2026-12-01', 'seat', 'PC 03', 1, 1);
             INSERT INTO day_histogram VALUES ('2026-11-24', 'checkin', 'member', 9, 2),
               ('2026-11-17', 'checkin', 'member', 9, 1);",
        )
        .unwrap();
        conn.execute_batch(include_str!("schema/0006_month_total.sql")).unwrap();
        assert_eq!(wrong_months(&conn).unwrap(), (0, 5));
        assert_eq!(wrong_histograms(&conn).unwrap(), (0, 1));
        let sums = Sums::of(&conn, Span::month_of("2026-11-24".parse().unwrap()).unwrap()).unwrap();
        assert_eq!(sums.of_key("total", "total"), Counted { days: 2, tally: Tally { entries: 3, people: 15 } });
        assert_eq!((sums.weekdays, sums.weekday_hours[1][9].people), ([0, 2, 0, 0, 0, 0, 0], 15), "two Tuesdays");
    }

    #[test]
    fn a_period_is_cut_into_whole_months_and_the_days_at_its_ends() {
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        let long = cut("2016-11-25", "2026-11-24");
        assert_eq!(long.head, pair("2016-11-25", "2016-11-30"));
        assert_eq!(long.months, pair("2016-12", "2026-10"));
        assert_eq!(long.tail, pair("2026-11-01", "2026-11-24"));
        let year = cut("2026-01-01", "2026-12-31");
        assert_eq!((year.head, year.months, year.tail), (nothing(), pair("2026-01", "2026-12"), nothing()));
        for (from, to) in [("2026-11-25", "2026-11-25"), ("2026-11-25", "2026-12-24"), ("2026-02-01", "2026-02-27")] {
            let short = cut(from, to);
            assert_eq!((short.head, short.months), (pair(from, to), nothing()));
        }
        let leap = cut("2028-02-01", "2028-02-29");
        assert_eq!((leap.head, leap.months), (nothing(), pair("2028-02", "2028-02")));
    }
}
