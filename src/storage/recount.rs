//! The totals counted again from the rows, by a reckoning of its own, to check or to rebuild what the transactions of
//! the visits kept.

use std::collections::HashMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::error::StorageError;

const COUNTED: &str = "
  SELECT v.local_date, ((v.at_ms / 1000 + v.utc_offset_s + 86400) / 3600) % 24, v.headcount, v.membership_type, v.purpose,
    v.age_group, v.education, v.occupation, v.male, v.female, v.checkin_ds, s.seat, coalesce(s.end_kind, 'open'),
    s.ended_at_ms - s.started_at_ms, s.started_at_ms - q.taken_at_ms,
    strftime('%H', s.started_at_ms / 1000 + s.utc_offset_s, 'unixepoch'), s.shut_down, s.tidied, s.clean, s.checkout_s
  FROM visit v LEFT JOIN internet_session s ON s.visit_n = v.n LEFT JOIN queue_ticket q ON q.visit_n = s.visit_n
  WHERE v.voided = 0";

/// Of each key of a dimension: entries and people (of a histogram's bucket: how many, and 0).
type Keys = HashMap<String, (i64, i64)>;
/// Of each day: its dimensions.
type Days = HashMap<String, HashMap<&'static str, Keys>>;

/// Everything that is kept besides the visits, counted again.
pub(super) struct Recount {
    totals: Days,
    /// Keys are `type bucket`.
    histograms: Days,
}

impl Recount {
    /// Reads every visit once.
    pub(super) fn of(conn: &Connection) -> Result<Self, StorageError> {
        let mut again = Self { totals: HashMap::new(), histograms: HashMap::new() };
        let mut query = conn.prepare(COUNTED)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            again.add(row)?;
        }
        Ok(again)
    }

    fn add(&mut self, row: &Row<'_>) -> Result<(), StorageError> {
        let text = |at: usize| -> Result<Option<&str>, StorageError> {
            Ok(row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?)
        };
        let number = |at: usize| -> Result<Option<i64>, StorageError> {
            match row.get_ref(at)? {
                ValueRef::Integer(n) => Ok(Some(n)),
                ValueRef::Null => Ok(None),
                _ => Err(StorageError::Damaged("a number of a visit".to_owned())),
            }
        };
        let known = |at: usize| -> Result<&str, StorageError> { Ok(text(at)?.unwrap_or("unknown")) };
        let date = known(0)?;
        let people = number(2)?.unwrap_or(0);
        let (kind, purpose) = (known(3)?, known(4)?);

        let day = self.totals.entry(date.to_owned()).or_default();
        let mut count = |dimension: &'static str, key: &str, people: i64| {
            let figures = of_key(day.entry(dimension).or_default(), key);
            figures.0 += 1;
            figures.1 += people;
        };
        count("total", "total", people);
        count("hour", &format!("{:02}", number(1)?.unwrap_or(0)), people);
        count("type", kind, people);
        count("purpose", purpose, people);
        count("type_purpose", &format!("{kind}/{purpose}"), people);
        count("age", known(5)?, people);
        count("education", known(6)?, people);
        count("occupation", known(7)?, people);
        match (number(8)?, number(9)?) {
            (Some(male), Some(female)) => {
                if male > 0 {
                    count("sex", "male", male);
                }
                if female > 0 {
                    count("sex", "female", female);
                }
            }
            _ => count("sex", "unknown", people),
        }
        if let Some(seat) = text(11)? {
            count("seat", seat, people);
            count("session", known(12)?, people);
            count("session_hour", known(15)?, people);
            if let (Some(off), Some(tidied), Some(clean)) = (number(16)?, number(17)?, number(18)?) {
                count("tidy", "asked", people);
                for (key, ticked) in [("shut_down", off), ("tidied", tidied), ("clean", clean)] {
                    if ticked == 1 {
                        count("tidy", key, people);
                    }
                }
                if off + tidied + clean == 3 {
                    count("tidy", "all", people);
                }
            }
        }
        // Seconds begun from tenths; minutes begun from milliseconds; whole seconds of leaving.
        for (measure, value, unit, most) in [
            ("checkin", number(10)?, 10, 600),
            ("session", number(13)?, 60_000, 600),
            ("wait", number(14)?, 60_000, 600),
            ("checkout", number(19)?, 1, 7_201),
        ] {
            let Some(value) = value else { continue };
            let bucket = ((value.max(0) + unit - 1) / unit).min(most);
            let day = self.histograms.entry(date.to_owned()).or_default();
            of_key(day.entry(measure).or_default(), &format!("{kind} {bucket}")).0 += 1;
        }
        Ok(())
    }

    /// How many places of `day_total` differ from the visits, of how many.
    pub(super) fn wrong_totals(&self, conn: &Connection) -> Result<(usize, usize), StorageError> {
        differing(&self.totals, conn, "SELECT local_date, dimension, key, entries, people FROM day_total")
    }

    /// How many places of `day_histogram` differ from the visits, of how many.
    pub(super) fn wrong_histograms(&self, conn: &Connection) -> Result<(usize, usize), StorageError> {
        let kept = "SELECT local_date, measure, type || ' ' || bucket, n, 0 FROM day_histogram";
        differing(&self.histograms, conn, kept)
    }

    /// Replaces what is kept, but not the sums of months; inside the caller's transaction.
    pub(super) fn write(&self, conn: &Connection) -> Result<(), StorageError> {
        conn.execute_batch("DELETE FROM day_total; DELETE FROM day_histogram;")?;
        let mut total = conn.prepare("INSERT INTO day_total VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (date, dimension, key, (entries, people)) in sorted(&self.totals) {
            total.execute((date, dimension, key, entries, people))?;
        }
        let mut bucket = conn.prepare("INSERT INTO day_histogram VALUES (?1, ?2, ?3, CAST(?4 AS INTEGER), ?5)")?;
        for (date, measure, key, (n, _)) in sorted(&self.histograms) {
            let (kind, number) = key.split_once(' ').unwrap_or((key, "0"));
            bucket.execute((date, measure, kind, number, n))?;
        }
        Ok(())
    }
}

fn of_key<'k>(keys: &'k mut Keys, key: &str) -> &'k mut (i64, i64) {
    keys.entry(key.to_owned()).or_default()
}

fn sorted(days: &Days) -> Vec<(&str, &str, &str, (i64, i64))> {
    let mut all: Vec<_> = days
        .iter()
        .flat_map(|(date, dimensions)| {
            dimensions.iter().flat_map(move |(dimension, keys)| {
                keys.iter().map(move |(key, figures)| (date.as_str(), *dimension, key.as_str(), *figures))
            })
        })
        .collect();
    all.sort_unstable();
    all
}

/// Places that are missing, left over, or hold other figures; and how many there should be.
fn differing(again: &Days, conn: &Connection, kept: &str) -> Result<(usize, usize), StorageError> {
    let should = again.values().flat_map(HashMap::values).map(HashMap::len).sum::<usize>();
    let (mut found, mut wrong) = (0, 0);
    let mut query = conn.prepare(kept)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let (date, dimension, key) = (text(0)?, text(1)?, text(2)?);
        let expected = again.get(date).and_then(|day| day.get(dimension)).and_then(|keys| keys.get(key));
        found += usize::from(expected.is_some());
        wrong += usize::from(expected != Some(&(row.get(3)?, row.get(4)?)));
    }
    Ok((wrong + should - found, should))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::demo::{self, DemoPlan};
    use crate::storage::{Book, BookSettings, folder, summed};

    #[test]
    fn a_book_from_before_the_room_s_totals_has_them_counted_when_it_is_opened() {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder::prepare(&dir.path().join("data")).unwrap();
        let mut book = Book::open(&folder, BookSettings::default()).unwrap();
        let until = "2026-11-24T09:00:00Z".parse().unwrap();
        demo::fill(&mut book, DemoPlan { members: 40, visits: 600, years: 1, seed: 7, until }).unwrap();

        let before = Connection::open_in_memory().unwrap();
        for schema in [
            include_str!("schema/0001_book.sql"),
            include_str!("schema/0002_staff.sql"),
            include_str!("schema/0003_search.sql"),
            include_str!("schema/0004_room.sql"),
            include_str!("schema/0006_month_total.sql"),
        ] {
            before.execute_batch(schema).unwrap();
        }
        before.execute("ATTACH ?1 AS now", [folder.book_path().to_str().unwrap()]).unwrap();
        before
            .execute_batch(
                "INSERT INTO visit SELECT * FROM now.visit;
                 INSERT INTO internet_session SELECT * FROM now.internet_session;
                 INSERT INTO queue_ticket SELECT * FROM now.queue_ticket;
                 INSERT INTO day_total SELECT * FROM now.day_total WHERE dimension NOT IN ('session_hour', 'tidy');
                 INSERT INTO day_histogram SELECT * FROM now.day_histogram WHERE measure <> 'checkout';
                 INSERT INTO day_listed SELECT * FROM now.day_listed;",
            )
            .unwrap();
        let wrong = |conn: &Connection| {
            let again = Recount::of(conn).unwrap();
            (again.wrong_totals(conn).unwrap().0, again.wrong_histograms(conn).unwrap().0)
        };
        let missing = wrong(&before);
        assert!(missing.0 > 20 && missing.1 > 20, "the book has sessions: {missing:?}");
        before.execute_batch(include_str!("schema/0007_room_total.sql")).unwrap();
        assert_eq!(wrong(&before), (0, 0));
        before.execute_batch(include_str!("schema/0008_summed.sql")).unwrap();
        for (wrong, of) in
            [summed::wrong_months, summed::wrong_histograms, summed::wrong_days].map(|f| f(&before).unwrap())
        {
            assert!(wrong == 0 && of > 20, "{wrong} of {of}");
        }
    }
}
