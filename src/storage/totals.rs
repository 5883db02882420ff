//! What a visit adds to its day's totals, in the visit's own transaction.

use std::borrow::Cow;

use rusqlite::{Connection, Params};

use super::error::StorageError;
use super::summed;
use crate::domain::internet::TidyPoint;
use crate::domain::statistics::UNKNOWN;

/// The most seconds or minutes that a histogram tells apart; the bucket itself means "more than the one before".
pub(super) const OVERFLOW_BUCKET: u32 = 600;
/// The same of the seconds that leaving took: above the longest standard that the configuration allows.
pub(super) const CHECKOUT_OVERFLOW: u32 = 7_201;

/// The keys of the dimension `tidy` beside the ids of the points: whose visitor was asked, and all points together.
pub(super) const TIDY_ASKED: &str = "asked";
pub(super) const TIDY_ALL: &str = "all";

/// The counted facts of one visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub local_date: String,
    pub hour: u32,
    pub kind: &'static str,
    pub purpose: String,
    pub age: Option<&'static str>,
    pub education: Option<&'static str>,
    pub occupation: Option<&'static str>,
    /// Men and women; none when the sex is not known.
    pub by_sex: Option<(u32, u32)>,
    pub headcount: u32,
    /// Tenths of a second; none for an entry by hand.
    pub checkin_ds: Option<u32>,
    /// The visit's session in the internet room.
    pub session: Option<SessionFacts>,
}

/// The counted facts of a session; they stand under the day of its visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SessionFacts {
    pub seat: String,
    /// The local hour in which it began.
    pub hour: u32,
    /// How it ended, or `open`.
    pub ended: &'static str,
    /// How long it was; none while it is open.
    pub length_ms: Option<i64>,
    /// How long its visitor waited for it; none for those who did not queue.
    pub wait_ms: Option<i64>,
    /// Which of [`TidyPoint::ALL`] its visitor ticked; none for those who were not asked.
    pub ticked: Option<[bool; 3]>,
    /// Seconds from the first "Selesai internet" to done.
    pub checkout_s: Option<u32>,
}

/// The key of an hour, `00` to `23`, so that keys sort as hours do.
pub(super) fn hour_key(hour: u32) -> String {
    format!("{hour:02}")
}

/// The bucket of a check-in time: the seconds begun, so that bucket 60 and below are the SOP's one minute exactly.
pub(super) fn checkin_bucket(checkin_ds: u32) -> u32 {
    checkin_ds.div_ceil(10).min(OVERFLOW_BUCKET)
}

/// The bucket of a length: the minutes begun.
pub(super) fn minute_bucket(ms: i64) -> u32 {
    let minutes = (ms.max(0) + 59_999) / 60_000;
    u32::try_from(minutes).unwrap_or(OVERFLOW_BUCKET).min(OVERFLOW_BUCKET)
}

impl Facts {
    /// Every total that the visit belongs to: dimension, key, people. It counts as one entry in each.
    fn cells(&self) -> Vec<(&'static str, Cow<'_, str>, u32)> {
        let all = self.headcount;
        let known = |id: Option<&'static str>| Cow::Borrowed(id.unwrap_or(UNKNOWN));
        let mut cells = vec![
            ("total", Cow::Borrowed("total"), all),
            ("hour", Cow::Owned(hour_key(self.hour)), all),
            ("type", Cow::Borrowed(self.kind), all),
            ("purpose", Cow::Borrowed(self.purpose.as_str()), all),
            ("type_purpose", Cow::Owned(format!("{}/{}", self.kind, self.purpose)), all),
            ("age", known(self.age), all),
            ("education", known(self.education), all),
            ("occupation", known(self.occupation), all),
        ];
        match self.by_sex {
            None => cells.push(("sex", Cow::Borrowed(UNKNOWN), all)),
            Some((male, female)) => {
                let sexes = [("male", male), ("female", female)];
                cells.extend(sexes.iter().filter(|s| s.1 > 0).map(|&(k, n)| ("sex", Cow::Borrowed(k), n)));
            }
        }
        cells.extend(self.session_cells());
        cells
    }

    /// The totals of the session alone.
    fn session_cells(&self) -> Vec<(&'static str, Cow<'_, str>, u32)> {
        let Some(session) = &self.session else { return Vec::new() };
        let mut cells = vec![
            ("seat", Cow::Borrowed(session.seat.as_str())),
            ("session", Cow::Borrowed(session.ended)),
            ("session_hour", Cow::Owned(hour_key(session.hour))),
        ];
        if let Some(ticked) = session.ticked {
            let keys = TidyPoint::ALL.iter().zip(ticked).filter(|(_, ticked)| *ticked).map(|(point, _)| point.id());
            let whole = ticked.iter().all(|ticked| *ticked).then_some(TIDY_ALL);
            cells.extend(std::iter::once(TIDY_ASKED).chain(keys).chain(whole).map(|key| ("tidy", Cow::Borrowed(key))));
        }
        cells.into_iter().map(|(dimension, key)| (dimension, key, self.headcount)).collect()
    }

    /// Every bucket that the visit belongs to: measure and bucket.
    fn buckets(&self) -> Vec<(&'static str, u32)> {
        let checkin = self.checkin_ds.map(|ds| ("checkin", checkin_bucket(ds)));
        checkin.into_iter().chain(self.session_buckets()).collect()
    }

    /// The buckets of the session alone.
    fn session_buckets(&self) -> Vec<(&'static str, u32)> {
        let Some(session) = &self.session else { return Vec::new() };
        let of = |measure, ms: Option<i64>| ms.map(|ms| (measure, minute_bucket(ms)));
        let checkout = session.checkout_s.map(|seconds| ("checkout", seconds.min(CHECKOUT_OVERFLOW)));
        [of("session", session.length_ms), of("wait", session.wait_ms), checkout].into_iter().flatten().collect()
    }
}

/// Counts a visit in. Belongs into the transaction that writes the visit.
pub(super) fn count_in(conn: &Connection, facts: &Facts) -> Result<(), StorageError> {
    add(conn, facts, &facts.cells(), &facts.buckets())
}

/// Takes a visit's counts back from its own day. Belongs into the transaction that voids the visit.
pub(super) fn count_out(conn: &Connection, facts: &Facts) -> Result<(), StorageError> {
    take(conn, facts, &facts.cells(), &facts.buckets())
}

/// Counts the session of a counted visit in. Belongs into the transaction that begins or changes the session.
pub(super) fn session_in(conn: &Connection, facts: &Facts) -> Result<(), StorageError> {
    add(conn, facts, &facts.session_cells(), &facts.session_buckets())
}

/// Takes the counts of the session back; the visit stays counted. Belongs into the transaction that changes the session.
pub(super) fn session_out(conn: &Connection, facts: &Facts) -> Result<(), StorageError> {
    take(conn, facts, &facts.session_cells(), &facts.session_buckets())
}

type Cells<'c> = [(&'static str, Cow<'c, str>, u32)];

fn add(conn: &Connection, facts: &Facts, cells: &Cells<'_>, buckets: &[(&str, u32)]) -> Result<(), StorageError> {
    summed::changed(conn, &facts.local_date)?;
    for (dimension, key, people) in cells {
        raise(conn, RAISE_TOTAL, ENTER_TOTAL, (&facts.local_date, dimension, key, people))?;
    }
    for (measure, bucket) in buckets {
        raise(conn, RAISE_BUCKET, ENTER_BUCKET, (&facts.local_date, measure, facts.kind, bucket))?;
    }
    Ok(())
}

const RAISE_TOTAL: &str = "UPDATE day_total SET entries = entries + 1, people = people + ?4
    WHERE local_date = ?1 AND dimension = ?2 AND key = ?3";
const ENTER_TOTAL: &str =
    "INSERT INTO day_total (local_date, dimension, key, entries, people) VALUES (?1, ?2, ?3, 1, ?4)";
const RAISE_BUCKET: &str =
    "UPDATE day_histogram SET n = n + 1 WHERE local_date = ?1 AND measure = ?2 AND type = ?3 AND bucket = ?4";
const ENTER_BUCKET: &str =
    "INSERT INTO day_histogram (local_date, measure, type, bucket, n) VALUES (?1, ?2, ?3, ?4, 1)";

/// Raises a count that stands, or enters it with the same parameters. Not in one statement: `ON CONFLICT DO UPDATE` on a
/// table without row numbers makes a temporary table at every call, which costs more than all the rest of it, and most
/// counts of a day stand already.
pub(super) fn raise(
    conn: &Connection,
    raise: &str,
    enter: &str,
    parameters: impl Params + Copy,
) -> Result<(), StorageError> {
    if conn.prepare_cached(raise)?.execute(parameters)? == 0 {
        conn.prepare_cached(enter)?.execute(parameters)?;
    }
    Ok(())
}

fn take(conn: &Connection, facts: &Facts, cells: &Cells<'_>, buckets: &[(&str, u32)]) -> Result<(), StorageError> {
    summed::changed(conn, &facts.local_date)?;
    let mut total = conn.prepare_cached(
        "UPDATE day_total SET entries = entries - 1, people = people - ?4
         WHERE local_date = ?1 AND dimension = ?2 AND key = ?3",
    )?;
    for (dimension, key, people) in cells {
        total.execute((&facts.local_date, dimension, key, people))?;
    }
    conn.prepare_cached("DELETE FROM day_total WHERE local_date = ?1 AND entries = 0")?.execute([&facts.local_date])?;
    for (measure, bucket) in buckets {
        let place = (&facts.local_date, measure, facts.kind, bucket);
        conn.prepare_cached(
            "UPDATE day_histogram SET n = n - 1 WHERE local_date = ?1 AND measure = ?2 AND type = ?3 AND bucket = ?4",
        )?
        .execute(place)?;
        conn.prepare_cached(
            "DELETE FROM day_histogram
             WHERE local_date = ?1 AND measure = ?2 AND type = ?3 AND bucket = ?4 AND n = 0",
        )?
        .execute(place)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_minute_exactly_keeps_the_standard() {
        assert_eq!(checkin_bucket(0), 0);
        assert_eq!(checkin_bucket(1), 1);
        assert_eq!(checkin_bucket(600), 60);
        assert_eq!(checkin_bucket(601), 61);
        assert_eq!(checkin_bucket(5990), 599);
        assert_eq!(checkin_bucket(5991), OVERFLOW_BUCKET);
        assert_eq!(checkin_bucket(u32::MAX), OVERFLOW_BUCKET);
    }

    #[test]
    fn a_minute_begun_counts() {
        let of = |ms| minute_bucket(ms);
        assert_eq!((of(-5), of(0), of(1), of(60_000), of(60_001)), (0, 0, 1, 1, 2));
        assert_eq!((of(599 * 60_000), of(i64::MAX / 2)), (599, OVERFLOW_BUCKET));
    }

    #[test]
    fn a_group_counts_once_under_every_sex_it_has() {
        let mut facts = Facts {
            local_date: "2026-11-24".into(),
            hour: 9,
            kind: "group",
            purpose: "education_visit".into(),
            age: None,
            education: None,
            occupation: None,
            by_sex: Some((0, 12)),
            headcount: 12,
            checkin_ds: None,
            session: None,
        };
        let sexes = |f: &Facts| -> Vec<(String, u32)> {
            f.cells().into_iter().filter(|c| c.0 == "sex").map(|c| (c.1.into_owned(), c.2)).collect()
        };
        assert_eq!(sexes(&facts), [("female".to_owned(), 12)]);
        facts.by_sex = Some((5, 7));
        assert_eq!(sexes(&facts), [("male".to_owned(), 5), ("female".to_owned(), 7)]);
        facts.by_sex = None;
        assert_eq!(sexes(&facts), [("unknown".to_owned(), 12)]);
    }
}
