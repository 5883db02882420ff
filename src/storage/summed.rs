//! The sums of months that are over: made once nobody waits for a visit, taken out again by whatever changes one of their
//! days. Only months of `month_summed` stand in them; the days of all others are read themselves.

use rusqlite::{Connection, OptionalExtension};

use super::error::StorageError;
use super::listed;

/// What the months between two days, or all that are summed, should hold; told from the days.
fn totals(within: &str) -> String {
    format!(
        "SELECT substr(local_date, 1, 7), dimension, key, count(*), sum(entries), sum(people)
         FROM day_total WHERE {within} GROUP BY 1, 2, 3
         UNION ALL
         SELECT substr(local_date, 1, 7), 'weekday', strftime('%w', local_date), count(*), sum(entries), sum(people)
         FROM day_total WHERE dimension = 'total' AND {within} GROUP BY 1, 2, 3
         UNION ALL
         SELECT substr(local_date, 1, 7), 'weekday_hour', strftime('%w', local_date) || '/' || key, count(*),
           sum(entries), sum(people)
         FROM day_total WHERE dimension = 'hour' AND {within} GROUP BY 1, 2, 3"
    )
}

fn histograms(within: &str) -> String {
    format!(
        "SELECT substr(local_date, 1, 7), measure, type, bucket, sum(n) FROM day_histogram WHERE {within}
         GROUP BY 1, 2, 3, 4"
    )
}

/// The days of the month `?1`; text of its own, so that the key of the tables leads to them.
const OF_MONTH: &str = "local_date BETWEEN ?1 || '-01' AND ?1 || '-31'";
/// The days of every month that is summed.
const OF_ALL: &str = "substr(local_date, 1, 7) IN (SELECT month FROM month_summed)";
/// Whatever is kept of a month.
const KEPT: [&str; 3] = [
    "DELETE FROM month_total WHERE month = ?1",
    "DELETE FROM month_histogram WHERE month = ?1",
    "DELETE FROM day_rows WHERE local_date BETWEEN ?1 || '-01' AND ?1 || '-31'",
];

/// The first and the last of the days or months that a table answers, as its text column has them; nothing when the last
/// lies before the first.
pub(super) type Bounds = (String, String);

/// The days of a period that no summed month among `months` answers.
pub(super) fn open_days(conn: &Connection, months: &Bounds, days: (&str, &str)) -> Result<Vec<Bounds>, StorageError> {
    let mut query =
        conn.prepare_cached("SELECT month FROM month_summed WHERE month BETWEEN ?1 AND ?2 ORDER BY month")?;
    let mut rows = query.query((&months.0, &months.1))?;
    let mut open = Vec::new();
    let mut from = days.0.to_owned();
    while let Some(row) = rows.next()? {
        let month = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let first = format!("{month}-01");
        if from < first {
            open.push((from, format!("{month}-00")));
        }
        from = behind(month);
    }
    if from.as_str() <= days.1 {
        open.push((from, days.1.to_owned()));
    }
    Ok(open)
}

/// The first day behind a month.
fn behind(month: &str) -> String {
    match month.split_once('-').and_then(|(year, month)| Some((year.parse::<u32>().ok()?, month.parse::<u32>().ok()?)))
    {
        Some((year, 12)) => format!("{:04}-01-01", year + 1),
        Some((year, month)) => format!("{year:04}-{:02}-01", month + 1),
        None => month.to_owned(),
    }
}

/// A day is about to change, or has: its month is no longer summed. Belongs into the transaction that changes the day.
/// Of a month that is not summed nothing is written.
pub(super) fn changed(conn: &Connection, local_date: &str) -> Result<(), StorageError> {
    let month = local_date.get(..7).unwrap_or(local_date);
    if conn.prepare_cached("DELETE FROM month_summed WHERE month = ?1")?.execute([month])? > 0 {
        for forget in KEPT {
            conn.execute(forget, [month])?;
        }
    }
    Ok(())
}

/// The oldest month before `running` (`2026-11`) that has totals and is not summed.
pub(super) fn due(conn: &Connection, running: &str) -> Result<Option<String>, StorageError> {
    // From one month to the next by the key of the table.
    let mut query = conn.prepare_cached(
        "WITH RECURSIVE found(month) AS (
           SELECT substr(min(local_date), 1, 7) FROM day_total
           UNION ALL
           SELECT (SELECT substr(min(local_date), 1, 7) FROM day_total WHERE local_date > month || '-31') FROM found
           WHERE month < ?1)
         SELECT month FROM found WHERE month < ?1 AND month NOT IN (SELECT month FROM month_summed) LIMIT 1",
    )?;
    Ok(query.query_row([running], |r| r.get(0)).optional()?)
}

/// Sums a month that is not summed; inside the caller's transaction.
pub(super) fn sum_up(conn: &Connection, month: &str) -> Result<(), StorageError> {
    for sql in [
        "INSERT INTO month_summed VALUES (?1)".to_owned(),
        format!("INSERT INTO month_total {}", totals(OF_MONTH)),
        format!("INSERT INTO month_histogram {}", histograms(OF_MONTH)),
        format!("INSERT INTO day_rows {}", listed::summed(OF_MONTH)),
    ] {
        conn.execute(&sql, [month])?;
    }
    Ok(())
}

/// Sums every month before `running` anew from the days; inside the caller's transaction.
pub(super) fn rebuild(conn: &Connection, running: &str) -> Result<(), StorageError> {
    conn.execute_batch(
        "DELETE FROM month_summed; DELETE FROM month_total; DELETE FROM month_histogram; DELETE FROM day_rows;",
    )?;
    while let Some(month) = due(conn, running)? {
        sum_up(conn, &month)?;
    }
    Ok(())
}

/// How many rows of the months differ from what the days give, of how many.
pub(super) fn wrong_months(conn: &Connection) -> Result<(usize, usize), StorageError> {
    differing(conn, &totals(OF_ALL), "SELECT * FROM month_total")
}

/// The same of the histograms.
pub(super) fn wrong_histograms(conn: &Connection) -> Result<(usize, usize), StorageError> {
    differing(conn, &histograms(OF_ALL), "SELECT * FROM month_histogram")
}

/// The same of the rows of days.
pub(super) fn wrong_days(conn: &Connection) -> Result<(usize, usize), StorageError> {
    differing(conn, &listed::summed(OF_ALL), "SELECT * FROM day_rows")
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
