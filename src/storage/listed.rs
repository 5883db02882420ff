//! How many rows each day has of each kind, voided ones as well; kept by the transaction that writes or voids the row.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::error::StorageError;
use super::statistics::unsigned;
use super::summed;
use super::totals::{self, Facts};
use crate::domain::listing::{Pace, QuickCounts, Sieve};
use crate::domain::period::Period;
use crate::domain::purpose::PurposeId;
use crate::domain::visit::{Entry, MembershipType};

/// Counts a row in. Belongs into the transaction that writes it.
pub(super) fn count_in(conn: &Connection, facts: &Facts, entry: &str, voided: bool) -> Result<(), StorageError> {
    summed::changed(conn, &facts.local_date)?;
    let pace = Pace::of(facts.checkin_ds).id();
    let row = (&facts.local_date, voided, facts.kind, &facts.purpose, entry, pace, facts.headcount);
    totals::raise(
        conn,
        "UPDATE day_listed SET entries = entries + 1, people = people + ?7
         WHERE local_date = ?1 AND voided = ?2 AND type = ?3 AND purpose = ?4 AND entry = ?5 AND pace = ?6",
        "INSERT INTO day_listed (local_date, voided, type, purpose, entry, pace, entries, people)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7)",
        row,
    )
}

/// A row that was counted as standing is counted as voided. Belongs into the transaction that voids it.
pub(super) fn voided(conn: &Connection, facts: &Facts, entry: &str) -> Result<(), StorageError> {
    let pace = Pace::of(facts.checkin_ds).id();
    let place = (&facts.local_date, facts.kind, &facts.purpose, entry, pace);
    conn.prepare_cached(
        "UPDATE day_listed SET entries = entries - 1, people = people - ?6
         WHERE local_date = ?1 AND voided = 0 AND type = ?2 AND purpose = ?3 AND entry = ?4 AND pace = ?5",
    )?
    .execute((place.0, place.1, place.2, place.3, place.4, facts.headcount))?;
    conn.prepare_cached(
        "DELETE FROM day_listed WHERE local_date = ?1 AND voided = 0 AND type = ?2 AND purpose = ?3 AND entry = ?4
           AND pace = ?5 AND entries = 0",
    )?
    .execute(place)?;
    count_in(conn, facts, entry, true)
}

const COUNTED: &str = "SELECT local_date, voided, membership_type, purpose, entry,
    CASE WHEN checkin_ds IS NULL THEN 'none' WHEN checkin_ds > 600 THEN 'over' ELSE 'within' END AS pace,
    count(*), sum(headcount)
  FROM visit GROUP BY local_date, voided, membership_type, purpose, entry, pace";

/// The one row of each day, for the days that an SQL condition over `local_date` lets through.
pub(super) fn summed(within: &str) -> String {
    format!(
        "SELECT local_date, sum(entries) AS listed, sum(entries * voided) AS voided, sum(people * (1 - voided)) AS people,
           sum(entries * (pace = 'over')) AS slow, sum(entries * (type = 'group')) AS parties
         FROM day_listed WHERE {within} GROUP BY local_date"
    )
}

/// Counts every row again and replaces what is kept, but not the sums; inside the caller's transaction.
pub(super) fn rewrite(conn: &Connection) -> Result<(), StorageError> {
    conn.execute_batch(&format!("DELETE FROM day_listed; INSERT INTO day_listed {COUNTED};"))?;
    Ok(())
}

/// How many counts differ from a recount of the rows, of how many.
pub(super) fn wrong(conn: &Connection) -> Result<(usize, usize), StorageError> {
    let differ: i64 = conn.query_row(
        &format!(
            "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM day_listed EXCEPT {COUNTED})
               UNION ALL SELECT * FROM ({COUNTED} EXCEPT SELECT * FROM day_listed))"
        ),
        [],
        |r| r.get(0),
    )?;
    let kept: i64 = conn.query_row("SELECT count(*) FROM day_listed", [], |r| r.get(0))?;
    let size = |n: i64| usize::try_from(n).unwrap_or(0);
    Ok((size(differ) + summed::wrong_days(conn)?.0, size(kept)))
}

/// A day of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub date: NaiveDate,
    /// Rows that are listed, voided ones as well.
    pub rows: u64,
    pub voided: u64,
    /// People behind those that are not voided.
    pub people: u64,
}

/// The days that have rows which the sieve lets through, newest first. Its text and `inside` are not looked at.
pub(super) fn days(conn: &Connection, sieve: &Sieve) -> Result<Vec<Day>, StorageError> {
    let (from, to) = bounds(sieve.period);
    if *sieve == (Sieve { period: sieve.period, ..Sieve::default() }) {
        let columns = "SELECT local_date, listed, voided, people";
        let mut days = Vec::new();
        each_row(conn, columns, (&from, &to), |row| {
            days.push(day_of(row)?);
            Ok(())
        })?;
        days.sort_unstable_by_key(|day| std::cmp::Reverse(day.date));
        return Ok(days);
    }
    let mut query = conn.prepare_cached(
        "SELECT local_date, sum(entries), sum(entries * voided), sum(people * (1 - voided)) FROM day_listed
         WHERE local_date BETWEEN :from AND :to AND (:voided IS NULL OR voided = :voided)
           AND (:type IS NULL OR type = :type) AND (:purpose IS NULL OR purpose = :purpose)
           AND (:entry IS NULL OR entry = :entry) AND (:pace IS NULL OR pace = :pace)
         GROUP BY local_date ORDER BY local_date DESC",
    )?;
    let mut rows = query.query(named_params! {
        ":from": from,
        ":to": to,
        ":voided": sieve.voided,
        ":type": sieve.kind.map(MembershipType::id),
        ":purpose": sieve.purpose.as_ref().map(PurposeId::as_str),
        ":entry": sieve.entry.map(Entry::id),
        ":pace": sieve.pace.map(Pace::id),
    })?;
    let mut days = Vec::new();
    while let Some(row) = rows.next()? {
        days.push(day_of(row)?);
    }
    Ok(days)
}

fn day_of(row: &Row<'_>) -> Result<Day, StorageError> {
    let day = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?.parse();
    Ok(Day {
        date: day.map_err(|_| StorageError::Damaged("a day of the list".to_owned()))?,
        rows: unsigned(row.get(1)?),
        voided: unsigned(row.get(2)?),
        people: unsigned(row.get(3)?),
    })
}

/// Hands what a `SELECT` of `day_rows` says of the period to `each`, in no order: of the days of summed months as they
/// stand there, of all other days as the kinds add up.
fn each_row(
    conn: &Connection,
    columns: &str,
    (from, to): (&str, &str),
    mut each: impl FnMut(&Row<'_>) -> Result<(), StorageError>,
) -> Result<(), StorageError> {
    let month = |day: &str| day.get(..7).unwrap_or(day).to_owned();
    let open = summed::open_days(conn, &(month(from), month(to)), (from, to))?;
    let kept = format!("{columns} FROM day_rows WHERE local_date BETWEEN ?1 AND ?2");
    let added = format!("{columns} FROM ({})", summed("local_date BETWEEN ?1 AND ?2"));
    let whole = (from.to_owned(), to.to_owned());
    let parts = std::iter::once((&kept, &whole)).chain(open.iter().map(|bounds| (&added, bounds)));
    for (sql, bounds) in parts {
        let mut query = conn.prepare_cached(sql)?;
        let mut rows = query.query((&bounds.0, &bounds.1))?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
    }
    Ok(())
}

/// What each quick filter would list in the period.
pub(super) fn quick(conn: &Connection, period: Period) -> Result<QuickCounts, StorageError> {
    let (from, to) = bounds(period);
    let mut counts = QuickCounts::default();
    let columns = "SELECT coalesce(sum(slow), 0), coalesce(sum(parties), 0), coalesce(sum(voided), 0)";
    each_row(conn, columns, (&from, &to), |row| {
        counts.over += unsigned(row.get(0)?);
        counts.groups += unsigned(row.get(1)?);
        counts.voided += unsigned(row.get(2)?);
        Ok(())
    })?;
    let inside = conn
        .prepare_cached(
            "SELECT count(*) FROM internet_session s JOIN visit v ON v.n = s.visit_n
             WHERE s.ended_at_ms IS NULL AND v.local_date BETWEEN ?1 AND ?2",
        )?
        .query_row((&from, &to), |r| Ok(unsigned(r.get(0)?)))?;
    Ok(QuickCounts { inside, ..counts })
}

/// The first and the last day as they are stored.
pub(super) fn bounds(period: Period) -> (String, String) {
    (
        period.from.map_or_else(String::new, |d| d.to_string()),
        period.to.map_or_else(|| "9999-12-31".to_owned(), |d| d.to_string()),
    )
}
