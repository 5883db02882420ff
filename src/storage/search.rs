//! The words by which a row of the book is found. They are entered once its visitor has gone, up to a number that is kept
//! beside them; the few rows above it are read themselves. The transaction that erases a row takes its words out.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::error::StorageError;
use crate::domain::search::words;

/// A row that was found: when, and its number.
pub(super) type Found = (i64, i64);

/// The number under which a day's month stands: 202611.
pub(super) fn month_of(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 100 + i64::from(day.month())
}

/// Every word of a row.
fn words_of(name: Option<&str>, institution: Option<&str>, card: Option<&str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in [name, institution, card].into_iter().flatten().flat_map(words) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}

/// The text from which the words of a row are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    pub name: Option<&'a str>,
    pub institution: Option<&'a str>,
    pub card: Option<&'a str>,
}

/// How many rows may wait for their words: so few that reading them all costs a search nothing that anybody notices.
const MOST_WAITING: i64 = 256;

/// A row whose words are not entered yet.
pub(super) struct Waiting {
    /// Of the library's day, as [`month_of`] gives it.
    pub month: i64,
    found: Found,
    words: Vec<String>,
}

/// Up to which row words are entered.
fn upto(conn: &Connection) -> Result<i64, StorageError> {
    Ok(conn.prepare_cached("SELECT n FROM visit_word_upto")?.query_row([], |r| r.get(0))?)
}

/// The rows whose words are not entered yet, without those that were erased meanwhile.
pub(super) fn waiting(conn: &Connection) -> Result<Vec<Waiting>, StorageError> {
    let mut query = conn.prepare_cached(
        "SELECT at_ms, local_date, name, institution, card_number, n FROM visit WHERE n > ?1 AND erased_at_ms IS NULL",
    )?;
    let mut rows = query.query([upto(conn)?])?;
    let mut waiting = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
        waiting.push(Waiting {
            month: month_of(day_of(text(1)?)?),
            found: (row.get(0)?, row.get(5)?),
            words: words_of(text(2)?, text(3)?, text(4)?),
        });
    }
    Ok(waiting)
}

/// Whether any row waits for its words.
pub(super) fn waits(conn: &Connection) -> Result<bool, StorageError> {
    let newest: Option<i64> = conn.prepare_cached("SELECT max(n) FROM visit")?.query_row([], |r| r.get(0))?;
    Ok(newest.is_some_and(|newest| upto(conn).is_ok_and(|upto| newest > upto)))
}

/// Row `n` was written. Belongs into the transaction that writes it: where nobody has entered words for long, it does.
pub(super) fn written(conn: &Connection, n: i64) -> Result<(), StorageError> {
    if n - upto(conn)? < MOST_WAITING { Ok(()) } else { enter_waiting(conn) }
}

/// Enters the words of every row that waits for them; inside the caller's transaction.
pub(super) fn enter_waiting(conn: &Connection) -> Result<(), StorageError> {
    let mut insert = conn.prepare_cached(ENTER)?;
    for row in waiting(conn)? {
        for word in row.words {
            insert.execute((row.month, word, row.found.0, row.found.1))?;
        }
    }
    conn.prepare_cached("UPDATE visit_word_upto SET n = coalesce((SELECT max(n) FROM visit), 0)")?.execute([])?;
    Ok(())
}

const ENTER: &str = "INSERT OR IGNORE INTO visit_word (month, word, at_ms, n) VALUES (?1, ?2, ?3, ?4)";

/// Enters the words of a row.
fn enter(conn: &Connection, day: NaiveDate, (at_ms, n): Found, named: Named<'_>) -> Result<(), StorageError> {
    let mut insert = conn.prepare_cached(ENTER)?;
    for word in words_of(named.name, named.institution, named.card) {
        insert.execute((month_of(day), word, at_ms, n))?;
    }
    Ok(())
}

/// Takes the words of row `n` out. Belongs into the transaction that erases its personal data, before it does.
pub(super) fn forget(conn: &Connection, n: i64) -> Result<(), StorageError> {
    let mut query =
        conn.prepare_cached("SELECT local_date, at_ms, name, institution, card_number FROM visit WHERE n = ?1")?;
    let mut rows = query.query([n])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
    let (month, at_ms) = (month_of(day_of(text(0)?)?), row.get::<_, i64>(1)?);
    let mut delete =
        conn.prepare_cached("DELETE FROM visit_word WHERE month = ?1 AND word = ?2 AND at_ms = ?3 AND n = ?4")?;
    for word in words_of(text(2)?, text(3)?, text(4)?) {
        delete.execute((month, word, at_ms, n))?;
    }
    Ok(())
}

fn day_of(text: Option<&str>) -> Result<NaiveDate, StorageError> {
    text.and_then(|t| t.parse().ok()).ok_or_else(|| StorageError::Damaged("a day of a visit".to_owned()))
}

/// The rows of a month that have a word for each of `beginnings`, newest first. Rows of the days around may be missing
/// or left over at no point: the month is that of the library's day.
pub(super) fn found_in_month(
    conn: &Connection,
    month: i64,
    beginnings: &[String],
    waiting: &[Waiting],
) -> Result<Vec<Found>, StorageError> {
    let mut found = entered_in_month(conn, month, beginnings)?;
    let begins = |row: &Waiting, beginning: &String| row.words.iter().any(|word| word.starts_with(beginning));
    let passes = |row: &&Waiting| row.month == month && beginnings.iter().all(|beginning| begins(row, beginning));
    found.extend(waiting.iter().filter(passes).map(|row| row.found));
    found.sort_unstable_by(|a, b| b.cmp(a));
    Ok(found)
}

/// Those of them whose words are entered.
fn entered_in_month(conn: &Connection, month: i64, beginnings: &[String]) -> Result<Vec<Found>, StorageError> {
    let mut found: Option<Vec<Found>> = None;
    // The longest beginning leaves the fewest rows.
    let mut order: Vec<&String> = beginnings.iter().collect();
    order.sort_by_key(|b| std::cmp::Reverse(b.chars().count()));
    let mut query =
        conn.prepare_cached("SELECT at_ms, n FROM visit_word WHERE month = ?1 AND word >= ?2 AND word < ?3")?;
    for beginning in order {
        // Behind every word that begins so: no text holds this last code point, since it is no character.
        let end = format!("{beginning}\u{10ffff}");
        let mut rows: Vec<Found> =
            query.query_map((month, beginning, &end), |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        rows.sort_unstable_by(|a, b| b.cmp(a));
        rows.dedup();
        found = Some(match found {
            None => rows,
            Some(before) => before.into_iter().filter(|row| has(&rows, row)).collect(),
        });
        if found.as_ref().is_some_and(Vec::is_empty) {
            break;
        }
    }
    Ok(found.unwrap_or_default())
}

/// Whether a list that is sorted from the newest on holds the row.
fn has(rows: &[Found], row: &Found) -> bool {
    rows.binary_search_by(|other| row.cmp(other)).is_ok()
}

/// Enters the words of every row that there is; for a book from before there were words.
pub(super) fn fill(conn: &Connection) -> Result<(), StorageError> {
    let mut query = conn.prepare(ALL)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
        let named = Named { name: text(2)?, institution: text(3)?, card: text(4)? };
        enter(conn, day_of(text(1)?)?, (row.get(0)?, row.get(5)?), named)?;
    }
    Ok(())
}

const ALL: &str = "SELECT at_ms, local_date, name, institution, card_number, n FROM visit WHERE erased_at_ms IS NULL
  ORDER BY at_ms, n";

/// How many words there should be and are, and whether they are the same ones; rows that wait have none. Read once each, in
/// any order: their hashes are added up.
pub(super) fn compared(conn: &Connection) -> Result<(u64, u64, bool), StorageError> {
    let (mut should, mut should_sum) = (0_u64, 0_u64);
    let upto = upto(conn)?;
    let mut query = conn.prepare(ALL)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(5)? > upto {
            continue;
        }
        let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
        let month = month_of(day_of(text(1)?)?);
        for word in words_of(text(2)?, text(3)?, text(4)?) {
            should += 1;
            should_sum = should_sum.wrapping_add(hash(month, &word, row.get(0)?, row.get(5)?));
        }
    }
    let (mut kept, mut kept_sum) = (0_u64, 0_u64);
    let mut query = conn.prepare("SELECT month, word, at_ms, n FROM visit_word")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let word = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        kept += 1;
        kept_sum = kept_sum.wrapping_add(hash(row.get(0)?, word, row.get(2)?, row.get(3)?));
    }
    Ok((should, kept, (should, should_sum) == (kept, kept_sum)))
}

fn hash(month: i64, word: &str, at_ms: i64, n: i64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (month, word, at_ms, n).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::listing::{Place, Sieve};
    use crate::storage::{Book, BookSettings, folder};

    #[test]
    fn a_book_from_before_there_was_a_search_can_be_searched() {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(dir.path()).unwrap();
        let raw = Connection::open(folder.book_path()).unwrap();
        for step in [include_str!("schema/0001_book.sql"), include_str!("schema/0002_staff.sql")] {
            raw.execute_batch(step).unwrap();
        }
        raw.execute_batch(
            "PRAGMA application_id = 1112232007; PRAGMA user_version = 2;
             INSERT INTO visit (id, at_ms, utc_offset_s, local_date, kiosk, membership_type, name, institution, male, female,
               headcount, purpose, entry, checkin_ds, voided, void_reason, voided_at_ms)
             VALUES (randomblob(16), 1000, 25200, '1970-01-01', 'k', 'group', 'Wulan Contoh', 'SDN 2', 2, 3, 5, 'read',
               'form', 601, 0, NULL, NULL),
             (randomblob(16), 2000, 25200, '1970-01-01', 'k', 'non_member', 'Siti Misalan', NULL, NULL, NULL, 1, 'read',
               'form', 600, 1, 'test', 3000);",
        )
        .unwrap();
        drop(raw);
        let book = Book::open(&folder, BookSettings::default()).unwrap();
        let listed = |text: &str| {
            let sieve = Sieve { text: text.to_owned(), ..Sieve::default() };
            book.page(&sieve, Place::First).unwrap().listed
        };
        assert_eq!((listed("sdn2"), listed("wul sdn"), listed("misa"), listed("lan"), listed("")), (0, 1, 1, 0, 2));
        let page = book.page(&Sieve::default(), Place::First).unwrap();
        assert_eq!((page.people, page.voided, page.quick.over, page.quick.groups), (5, 1, 1, 1));
        for check in book.verify().unwrap() {
            // The totals of this invented book were never written.
            assert!(check.ok || ["day_totals", "day_histogram"].contains(&check.name), "{check:?}");
        }
        let changed = "INSERT INTO visit_word VALUES (197001, 'lebih', 1000, 1)";
        book.conn.execute(changed, []).unwrap();
        let check = book.verify().unwrap().into_iter().find(|c| c.name == "search_words").unwrap();
        assert!(!check.ok, "{check:?}");
    }
}
