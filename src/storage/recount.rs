//! The totals counted again from the rows, in SQL of its own, to check or to rebuild what the visits' transactions kept.

use std::collections::HashMap;

use rusqlite::Connection;

use super::error::StorageError;

/// The visits that count.
const COUNTED: &str = "WITH v AS (
  SELECT v.local_date AS d, printf('%02d', ((v.at_ms / 1000 + v.utc_offset_s + 86400) / 3600) % 24) AS hour,
    v.membership_type AS type, v.purpose, coalesce(v.age_group, 'unknown') AS age,
    coalesce(v.education, 'unknown') AS education, coalesce(v.occupation, 'unknown') AS occupation, v.male, v.female,
    v.headcount AS people, v.checkin_ds, s.seat, coalesce(s.end_kind, 'open') AS ended
  FROM visit v LEFT JOIN internet_session s ON s.visit_n = v.n WHERE v.voided = 0)";
const TOTALS: &str = "
  SELECT d, 'total', 'total', count(*), sum(people) FROM v GROUP BY d
  UNION ALL SELECT d, 'hour', hour, count(*), sum(people) FROM v GROUP BY d, hour
  UNION ALL SELECT d, 'type', type, count(*), sum(people) FROM v GROUP BY d, type
  UNION ALL SELECT d, 'purpose', purpose, count(*), sum(people) FROM v GROUP BY d, purpose
  UNION ALL SELECT d, 'type_purpose', type || '/' || purpose, count(*), sum(people) FROM v GROUP BY d, type, purpose
  UNION ALL SELECT d, 'age', age, count(*), sum(people) FROM v GROUP BY d, age
  UNION ALL SELECT d, 'education', education, count(*), sum(people) FROM v GROUP BY d, education
  UNION ALL SELECT d, 'occupation', occupation, count(*), sum(people) FROM v GROUP BY d, occupation
  UNION ALL SELECT d, 'sex', 'unknown', count(*), sum(people) FROM v WHERE male IS NULL GROUP BY d
  UNION ALL SELECT d, 'sex', 'male', count(*), sum(male) FROM v WHERE male > 0 GROUP BY d
  UNION ALL SELECT d, 'sex', 'female', count(*), sum(female) FROM v WHERE female > 0 GROUP BY d
  UNION ALL SELECT d, 'seat', seat, count(*), sum(people) FROM v WHERE seat IS NOT NULL GROUP BY d, seat
  UNION ALL SELECT d, 'session', ended, count(*), sum(people) FROM v WHERE seat IS NOT NULL GROUP BY d, ended";
const HISTOGRAM: &str = "
  SELECT d, 'checkin' AS measure, type, min((checkin_ds + 9) / 10, 600) AS bucket, count(*) AS n FROM v
  WHERE checkin_ds IS NOT NULL GROUP BY d, type, bucket";

/// A place of a table of totals, as text, and its two figures (a histogram has one, and 0).
type Table = HashMap<String, (i64, i64)>;

/// How many places of `day_total` differ from the rows, of how many.
pub(super) fn wrong_totals(conn: &Connection) -> Result<(usize, usize), StorageError> {
    let again = table(conn, &format!("{COUNTED} {TOTALS}"))?;
    let kept = table(conn, "SELECT local_date, dimension, key, entries, people FROM day_total")?;
    Ok((differing(&again, &kept), again.len()))
}

/// How many places of `day_histogram` differ from the rows, of how many.
pub(super) fn wrong_histogram(conn: &Connection) -> Result<(usize, usize), StorageError> {
    let again = table(conn, &format!("SELECT d, measure, type || ' ' || bucket, n, 0 FROM ({COUNTED} {HISTOGRAM})"))?;
    let kept = table(
        conn,
        "SELECT local_date, measure, type || ' ' || bucket, n, 0 FROM day_histogram WHERE measure = 'checkin'",
    )?;
    Ok((differing(&again, &kept), again.len()))
}

/// Throws both tables away and counts anew; inside the caller's transaction.
pub(super) fn rebuild(conn: &Connection) -> Result<(), StorageError> {
    Ok(conn.execute_batch(&format!(
        "DELETE FROM day_total;
         INSERT INTO day_total (local_date, dimension, key, entries, people) {COUNTED} {TOTALS};
         DELETE FROM day_histogram WHERE measure = 'checkin';
         INSERT INTO day_histogram (local_date, measure, type, bucket, n) {COUNTED} {HISTOGRAM};"
    ))?)
}

fn table(conn: &Connection, sql: &str) -> Result<Table, StorageError> {
    let mut query = conn.prepare(sql)?;
    let rows = query.query_map([], |r| {
        let (day, kind, key): (String, String, String) = (r.get(0)?, r.get(1)?, r.get(2)?);
        Ok((format!("{day} {kind} {key}"), (r.get(3)?, r.get(4)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn differing(a: &Table, b: &Table) -> usize {
    let in_a = a.iter().filter(|(place, figures)| b.get(*place) != Some(figures)).count();
    let only_in_b = b.keys().filter(|place| !a.contains_key(*place)).count();
    in_a + only_in_b
}
