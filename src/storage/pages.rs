//! The pages of the book for staff: any page, found through the counts of the days, and what a search finds.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::book::Book;
use super::error::StorageError;
use super::listed::{self, Day};
use super::rows::{COLUMNS, DAY_MS, JOINED, day_start_ms, visit_of};
use super::search::{self, Waiting};
use crate::domain::listing::{BookPage, Listed, MOST_FOUND, PAGE_ROWS, Pace, Place, RowKey, Sieve};
use crate::domain::purpose::PurposeId;
use crate::domain::search::words;
use crate::domain::visit::{Entry, MembershipType};

impl Book {
    /// A page of the rows that the sieve lets through, newest day and moment first.
    ///
    /// Without a search its cost grows with the days of the period and the rows of one day, never with the rows of the
    /// book. A search lists the newest [`MOST_FOUND`] rows that it finds.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn page(&self, sieve: &Sieve, place: Place) -> Result<BookPage, StorageError> {
        // One state of the book for counts and rows.
        let tx = self.conn.unchecked_transaction()?;
        let mut page = if sieve.inside || !sieve.text.trim().is_empty() {
            found_page(&tx, sieve, place)?
        } else {
            leaf(&tx, sieve, place)?
        };
        page.quick = listed::quick(&tx, sieve.period)?;
        Ok(page)
    }
}

/// A page through the counts of the days.
fn leaf(conn: &Connection, sieve: &Sieve, place: Place) -> Result<BookPage, StorageError> {
    let days = listed::days(conn, sieve)?;
    let listed = days.iter().map(|d| d.rows).sum();
    let newer = |key: RowKey, itself: bool| -> Result<u64, StorageError> {
        let days_before = days.iter().filter(|d| d.date > key.day).map(|d| d.rows).sum::<u64>();
        Ok(days_before + newer_of_day(conn, sieve, key, itself)?)
    };
    let start = match place {
        Place::First => 0,
        Place::Last => u64::MAX,
        Place::Number(number) => number.saturating_sub(1).saturating_mul(PAGE_ROWS),
        Place::Day(day) => days.iter().filter(|d| d.date > day).map(|d| d.rows).sum(),
        Place::From(key) => newer(key, false)?,
        Place::After(key) => newer(key, true)?,
        Place::Before(key) => newer(key, false)?.saturating_sub(PAGE_ROWS),
    };
    let before = within(start, listed);
    let mut keys = Vec::new();
    let mut skip = before;
    for day in &days {
        let left = PAGE_ROWS - keys.len() as u64;
        if left == 0 {
            break;
        }
        if skip >= day.rows {
            skip -= day.rows;
            continue;
        }
        keys.extend(keys_of_day(conn, sieve, *day, left, skip)?);
        skip = 0;
    }
    Ok(BookPage {
        rows: rows_at(conn, &keys)?,
        before,
        listed,
        voided: days.iter().map(|d| d.voided).sum(),
        people: days.iter().map(|d| d.people).sum(),
        ..BookPage::default()
    })
}

/// The start that is asked for, or that of the last page when it lies beyond the end.
fn within(start: u64, listed: u64) -> u64 {
    if start < listed { start } else { listed.saturating_sub(1) / PAGE_ROWS * PAGE_ROWS }
}

/// The rows of one day that pass; a row of that day may lie up to a day before or after the UTC day of the same name.
const OF_DAY: &str = "FROM visit WHERE at_ms BETWEEN :from AND :to AND local_date = :day
    AND (:voided IS NULL OR voided = :voided) AND (:type IS NULL OR membership_type = :type)
    AND (:purpose IS NULL OR purpose = :purpose) AND (:entry IS NULL OR entry = :entry)
    AND (:pace IS NULL OR :pace = CASE WHEN checkin_ds IS NULL THEN 'none' WHEN checkin_ds > 600 THEN 'over' ELSE 'within' END)";

fn keys_of_day(conn: &Connection, sieve: &Sieve, day: Day, limit: u64, skip: u64) -> Result<Vec<RowKey>, StorageError> {
    let mut query = conn
        .prepare_cached(&format!("SELECT at_ms, n {OF_DAY} ORDER BY at_ms DESC, n DESC LIMIT :limit OFFSET :skip"))?;
    let (from, to) = window(day.date);
    let keys = query.query_map(
        named_params! {
            ":from": from, ":to": to, ":day": day.date.to_string(), ":voided": sieve.voided,
            ":type": sieve.kind.map(MembershipType::id), ":purpose": sieve.purpose.as_ref().map(PurposeId::as_str),
            ":entry": sieve.entry.map(Entry::id), ":pace": sieve.pace.map(Pace::id),
            ":limit": signed(limit), ":skip": signed(skip),
        },
        |r| Ok(RowKey { day: day.date, at_ms: r.get(0)?, n: r.get(1)? }),
    )?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// How many rows of the key's own day are newer than it, with `itself` counted if it passes.
fn newer_of_day(conn: &Connection, sieve: &Sieve, key: RowKey, itself: bool) -> Result<u64, StorageError> {
    let mut query = conn.prepare_cached(&format!("SELECT count(*) {OF_DAY} AND (at_ms, n) >= (:key_ms, :key_n)"))?;
    let (from, to) = window(key.day);
    let n = if itself { key.n } else { key.n.saturating_add(1) };
    let newer: i64 = query.query_row(
        named_params! {
            ":from": from, ":to": to, ":day": key.day.to_string(), ":voided": sieve.voided,
            ":type": sieve.kind.map(MembershipType::id), ":purpose": sieve.purpose.as_ref().map(PurposeId::as_str),
            ":entry": sieve.entry.map(Entry::id), ":pace": sieve.pace.map(Pace::id),
            ":key_ms": key.at_ms, ":key_n": n,
        },
        |r| r.get(0),
    )?;
    Ok(u64::try_from(newer).unwrap_or(0))
}

fn window(day: NaiveDate) -> (i64, i64) {
    let start = day_start_ms(day);
    (start - DAY_MS, start + 2 * DAY_MS)
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A page of what a search finds, or of who sits in the internet room.
fn found_page(conn: &Connection, sieve: &Sieve, place: Place) -> Result<BookPage, StorageError> {
    let mut found = Vec::new();
    let beginnings = words(&sieve.text);
    let mut more = false;
    if sieve.inside {
        for n in sitting(conn)? {
            found.extend(passing(conn, sieve, n)?.filter(|(_, words)| all_begin(&beginnings, words)).map(|f| f.0));
        }
    } else if !beginnings.is_empty() {
        let waiting = search::waiting(conn)?;
        'months: for month in months(conn, sieve, &waiting)? {
            for (_, n) in search::found_in_month(conn, month, &beginnings, &waiting)? {
                let Some((one, _)) = passing(conn, sieve, n)? else { continue };
                if found.len() as u64 == MOST_FOUND {
                    more = true;
                    break 'months;
                }
                found.push(one);
            }
        }
    }
    found.sort_unstable_by_key(|one| std::cmp::Reverse(one.key));
    let listed = found.len() as u64;
    let count = |newer: &dyn Fn(&RowKey) -> bool| found.iter().filter(|f| newer(&f.key)).count() as u64;
    let start = match place {
        Place::First => 0,
        Place::Last => u64::MAX,
        Place::Number(number) => number.saturating_sub(1).saturating_mul(PAGE_ROWS),
        Place::Day(day) => count(&|k| k.day > day),
        Place::From(key) => count(&|k| *k > key),
        Place::After(key) => count(&|k| *k >= key),
        Place::Before(key) => count(&|k| *k > key).saturating_sub(PAGE_ROWS),
    };
    let before = within(start, listed);
    let shown: Vec<RowKey> = found
        .iter()
        .skip(usize::try_from(before).unwrap_or(usize::MAX))
        .take(usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX))
        .map(|f| f.key)
        .collect();
    Ok(BookPage {
        rows: rows_at(conn, &shown)?,
        before,
        listed,
        voided: found.iter().filter(|f| f.voided).count() as u64,
        people: found.iter().filter(|f| !f.voided).map(|f| f.people).sum(),
        more,
        ..BookPage::default()
    })
}

/// A row that passes.
struct Passing {
    key: RowKey,
    voided: bool,
    people: u64,
}

/// The months of the period that have words, newest first; also those of rows whose words are not entered yet.
fn months(conn: &Connection, sieve: &Sieve, waiting: &[Waiting]) -> Result<Vec<i64>, StorageError> {
    let from = sieve.period.from.map_or(0, search::month_of);
    let to = sieve.period.to.map_or(i64::MAX, search::month_of);
    let mut query = conn.prepare_cached("SELECT max(month) FROM visit_word WHERE month < ?1")?;
    let mut months = Vec::new();
    let mut before = to.saturating_add(1);
    while let Some(month) = query.query_row([before], |r| r.get::<_, Option<i64>>(0))? {
        if month < from {
            break;
        }
        months.push(month);
        before = month;
    }
    months.extend(waiting.iter().map(|row| row.month).filter(|month| (from..=to).contains(month)));
    months.sort_unstable_by(|a, b| b.cmp(a));
    months.dedup();
    Ok(months)
}

/// The rows of open internet sessions.
fn sitting(conn: &Connection) -> Result<Vec<i64>, StorageError> {
    let mut query = conn.prepare_cached("SELECT visit_n FROM internet_session WHERE ended_at_ms IS NULL")?;
    let rows = query.query_map([], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The row, if the sieve lets it through, with its words; its text is not looked at.
fn passing(conn: &Connection, sieve: &Sieve, n: i64) -> Result<Option<(Passing, Vec<String>)>, StorageError> {
    let mut query = conn.prepare_cached(
        "SELECT local_date, at_ms, membership_type, purpose, entry, checkin_ds, voided, headcount, name, institution,
           card_number FROM visit WHERE n = ?1",
    )?;
    let mut rows = query.query([n])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
    let day: NaiveDate =
        text(0)?.and_then(|d| d.parse().ok()).ok_or_else(|| StorageError::Damaged("a day of a visit".to_owned()))?;
    let voided: bool = row.get(6)?;
    let passes = sieve.period.contains(day)
        && sieve.kind.is_none_or(|k| Some(k.id()) == text(2).ok().flatten())
        && sieve.purpose.as_ref().is_none_or(|p| Some(p.as_str()) == text(3).ok().flatten())
        && sieve.entry.is_none_or(|e| Some(e.id()) == text(4).ok().flatten())
        && sieve.pace.is_none_or(|p| row.get(5).is_ok_and(|tenths| p == Pace::of(tenths)))
        && sieve.voided.is_none_or(|v| v == voided);
    if !passes {
        return Ok(None);
    }
    let key = RowKey { day, at_ms: row.get(1)?, n };
    let all = [text(8)?, text(9)?, text(10)?].into_iter().flatten().flat_map(words).collect();
    Ok(Some((Passing { key, voided, people: row.get::<_, u32>(7)?.into() }, all)))
}

fn all_begin(beginnings: &[String], words: &[String]) -> bool {
    beginnings.iter().all(|b| words.iter().any(|w| w.starts_with(b.as_str())))
}

/// The rows at these places, in the same order.
fn rows_at(conn: &Connection, keys: &[RowKey]) -> Result<Vec<Listed>, StorageError> {
    let mut query = conn
        .prepare_cached(&format!("SELECT {COLUMNS}, v.erased_at_ms IS NOT NULL AS erased {JOINED} WHERE v.n = ?1"))?;
    let mut listed = Vec::new();
    for key in keys {
        let row =
            query.query_row([key.n], |r| Ok(visit_of(r).map(|row| (row, r.get::<_, bool>("erased"))))).optional()?;
        if let Some(row) = row {
            let (row, erased) = row?;
            listed.push(Listed { key: *key, row, erased: erased? });
        }
    }
    Ok(listed)
}
