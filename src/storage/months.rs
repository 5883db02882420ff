//! Totals of any period in one pass: whole months from `month_total` where they are summed, all other days from `day_total`.
//!
//! The cost grows with the months of the period and the days of those that are not summed (the running one, as a rule),
//! not with all its days and not with the visits.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};
use rusqlite::{Connection, Row};

use super::error::StorageError;
use super::histogram::Measure;
use super::statistics::unsigned;
use super::summed::{Bounds, open_days};
use super::totals::OVERFLOW_BUCKET;
use crate::domain::dashboard::Counted;
use crate::domain::report::{Histogram, Tally, Timely};
use crate::domain::span::Span;
use crate::domain::statistics::Count;
use crate::domain::visit::MembershipType;

/// A period cut into what each table answers.
#[derive(Debug, PartialEq, Eq)]
struct Cut {
    /// Whole months, of which those that are summed are meant.
    months: Bounds,
    /// All other days.
    days: Vec<Bounds>,
}

impl Cut {
    fn of(conn: &Connection, span: Span) -> Result<Self, StorageError> {
        let months = whole_months(span);
        let days = open_days(conn, &months, (&span.from().to_string(), &span.to().to_string()))?;
        Ok(Self { months, days })
    }
}

/// The first and the last whole month; the last before the first where there is none.
fn whole_months(span: Span) -> Bounds {
    let (from, to) = (span.from(), span.to());
    let month = |day: NaiveDate| day.format("%Y-%m").to_string();
    let first = if from.day() == 1 { Some(from) } else { next_month(from) };
    let behind = to.succ_opt().and_then(|d| if d.day() == 1 { Some(d) } else { to.with_day(1) });
    match first.zip(behind).filter(|(first, behind)| first < behind) {
        Some((first, behind)) => (month(first), month(behind.pred_opt().unwrap_or(to))),
        None => ("1".to_owned(), "0".to_owned()),
    }
}

fn next_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))
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
        let cut = Cut::of(conn, span)?;
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
        for bounds in &cut.days {
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

/// The months of a cut with one dimension (or measure) of them, from one month to the next by the key of the table.
const OF_MONTHS: &str = "month_summed s CROSS JOIN month_total t ON t.month = s.month
    WHERE s.month BETWEEN ?1 AND ?2 AND t.dimension = ?3";
const LENGTHS_OF_MONTHS: &str = "month_summed s CROSS JOIN month_histogram t ON t.month = s.month
    WHERE s.month BETWEEN ?1 AND ?2 AND t.measure = ?3";

/// The same of days, from one day to the next.
fn of_days(columns: &str, table: &str, what: &str) -> String {
    format!(
        "WITH RECURSIVE day(d) AS (
           SELECT min(local_date) FROM {table} WHERE local_date >= ?1
           UNION ALL SELECT (SELECT min(local_date) FROM {table} WHERE local_date > d) FROM day WHERE d < ?2)
         SELECT {columns} FROM day CROSS JOIN {table} t ON t.local_date = day.d AND t.{what} = ?3 WHERE d <= ?2"
    )
}

/// Hands every row of a dimension or measure in a span to `each`: of its months first, then of its other days.
fn each_part(
    conn: &Connection,
    span: Span,
    what: &str,
    (months, days): (&str, &str),
    mut each: impl FnMut(&Row<'_>) -> Result<(), StorageError>,
) -> Result<(), StorageError> {
    let cut = Cut::of(conn, span)?;
    let of_days = cut.days.iter().map(|bounds| (days, bounds));
    for (sql, bounds) in std::iter::once((months, &cut.months)).chain(of_days) {
        let mut query = conn.prepare_cached(sql)?;
        let mut rows = query.query((&bounds.0, &bounds.1, what))?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
    }
    Ok(())
}

/// Entries, people and days with visits of a span.
pub(super) fn counted(conn: &Connection, span: Span) -> Result<Counted, StorageError> {
    let mut sum = Counted::default();
    let months = format!("SELECT days, entries, people FROM {OF_MONTHS}");
    let days = of_days("1, entries, people", "day_total", "dimension");
    each_part(conn, span, "total", (&months, &days), |row| {
        sum.days += unsigned(row.get(0)?);
        sum.tally += Tally { entries: unsigned(row.get(1)?), people: unsigned(row.get(2)?) };
        Ok(())
    })?;
    Ok(sum)
}

/// The keys of a dimension in a span, in no order.
pub(super) fn keyed(conn: &Connection, dimension: &str, span: Span) -> Result<Vec<Count>, StorageError> {
    let mut keys: HashMap<String, Tally> = HashMap::new();
    let months = format!("SELECT key, entries, people FROM {OF_MONTHS}");
    let days = of_days("key, entries, people", "day_total", "dimension");
    each_part(conn, span, dimension, (&months, &days), |row| {
        let key = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let tally = Tally { entries: unsigned(row.get(1)?), people: unsigned(row.get(2)?) };
        at_key(&mut keys, key, |sum| *sum += tally);
        Ok(())
    })?;
    let count = |(key, tally): (String, Tally)| Count { key, entries: tally.entries, people: tally.people };
    Ok(keys.into_iter().map(count).collect())
}

/// The lengths of what is measured in a span, by column of the book.
pub(super) fn lengths(conn: &Connection, measure: Measure, span: Span) -> Result<[Histogram; 3], StorageError> {
    let mut sums = [[0_u64; OVERFLOW_BUCKET as usize + 1]; 3];
    let months = format!("SELECT type, bucket, n FROM {LENGTHS_OF_MONTHS}");
    let days = of_days("type, bucket, n", "day_histogram", "measure");
    each_part(conn, span, measure.id(), (&months, &days), |row| {
        let kind = MembershipType::from_id(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
        let bucket = usize::from(row.get::<_, u16>(1)?);
        if let Some(n) = kind.and_then(|kind| sums[kind as usize].get_mut(bucket)) {
            *n += unsigned(row.get(2)?);
        }
        Ok(())
    })?;
    Ok(sums.map(|of_type| (0..).zip(of_type).filter(|(_, n)| *n > 0).collect()))
}

/// How many of what is measured in a span stayed within a limit, in the units of the measure.
pub(super) fn within(conn: &Connection, measure: &str, span: Span, limit: u32) -> Result<Timely, StorageError> {
    let mut timely = Timely::default();
    let months = format!("SELECT bucket, n FROM {LENGTHS_OF_MONTHS}");
    let days = of_days("bucket, n", "day_histogram", "measure");
    each_part(conn, span, measure, (&months, &days), |row| {
        let n = unsigned(row.get(1)?);
        timely.measured += n;
        if row.get::<_, u32>(0)? <= limit {
            timely.within += n;
        }
        Ok(())
    })?;
    Ok(timely)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::summed;

    fn book() -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        for schema in [include_str!("schema/0001_book.sql"), include_str!("schema/0003_search.sql")] {
            // The audit log, on which a step of 0003 builds, is of no account here.
            conn.execute_batch(schema.split("CREATE INDEX audit_subject").next().unwrap()).unwrap();
        }
        conn
    }

    #[test]
    fn a_book_from_before_the_months_is_summed_when_it_is_opened() {
        let conn = book();
        conn.execute_batch(
            "INSERT INTO day_total VALUES ('2026-11-24', 'total', 'total', 2, 14), ('2026-11-24', 'hour', '09', 2, 14),
               ('2026-11-17', 'total', 'total', 1, 1), ('2026-11-17', 'hour', '09', 1, 1),
               ('2026-12-01', 'seat', 'PC 03', 1, 1);
             INSERT INTO day_histogram VALUES ('2026-11-24', 'checkin', 'member', 9, 2),
               ('2026-11-17', 'checkin', 'member', 9, 1);
             INSERT INTO day_listed VALUES ('2026-11-24', 0, 'group', 'read', 'form', 'over', 2, 14),
               ('2026-12-01', 1, 'member', 'read', 'form', 'none', 1, 1);",
        )
        .unwrap();
        conn.execute_batch(include_str!("schema/0006_month_total.sql")).unwrap();
        conn.execute_batch(include_str!("schema/0008_summed.sql")).unwrap();
        // November with its rows, weekdays and hours; December may be running.
        assert_eq!(summed::wrong_months(&conn).unwrap(), (0, 4));
        assert_eq!(summed::wrong_histograms(&conn).unwrap(), (0, 1));
        assert_eq!(summed::wrong_days(&conn).unwrap(), (0, 1));
        let sums = Sums::of(&conn, Span::month_of("2026-11-24".parse().unwrap()).unwrap()).unwrap();
        assert_eq!(sums.of_key("total", "total"), Counted { days: 2, tally: Tally { entries: 3, people: 15 } });
        assert_eq!((sums.weekdays, sums.weekday_hours[1][9].people), ([0, 2, 0, 0, 0, 0, 0], 15), "two Tuesdays");
    }

    #[test]
    fn a_period_is_cut_into_summed_months_and_other_days() {
        let conn = book();
        conn.execute_batch("CREATE TABLE month_summed (month TEXT PRIMARY KEY)").unwrap();
        let cut = |from: &str, to: &str| {
            let cut = Cut::of(&conn, Span::range(from.parse().unwrap(), to.parse().unwrap()).unwrap()).unwrap();
            let days = cut.days.into_iter().map(|(from, to)| format!("{from} {to}")).collect::<Vec<_>>();
            (format!("{} {}", cut.months.0, cut.months.1), days)
        };
        let expect =
            |months: &str, days: &[&str]| (months.to_owned(), days.iter().map(|d| (*d).to_owned()).collect::<Vec<_>>());
        assert_eq!(cut("2026-01-01", "2026-12-31"), expect("2026-01 2026-12", &["2026-01-01 2026-12-31"]));
        conn.execute_batch("INSERT INTO month_summed VALUES ('2025-12'), ('2026-01'), ('2026-03')").unwrap();
        assert_eq!(
            cut("2025-12-31", "2026-12-31"),
            expect("2026-01 2026-12", &["2025-12-31 2026-01-00", "2026-02-01 2026-03-00", "2026-04-01 2026-12-31"])
        );
        assert_eq!(cut("2025-12-01", "2026-01-31"), expect("2025-12 2026-01", &[]));
        // Not one whole month: every day for itself.
        for (from, to) in [("2026-01-25", "2026-01-25"), ("2025-12-25", "2026-01-24"), ("2026-01-01", "2026-01-27")] {
            assert_eq!(cut(from, to), expect("1 0", &[&format!("{from} {to}")]));
        }
        conn.execute_batch("INSERT INTO month_summed VALUES ('2028-02')").unwrap();
        assert_eq!(cut("2028-02-01", "2028-02-29"), expect("2028-02 2028-02", &[]));
    }
}
