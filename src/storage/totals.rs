//! What a visit adds to its day's totals, in the visit's own transaction.

use std::borrow::Cow;

use rusqlite::Connection;

use super::error::StorageError;
use crate::domain::statistics::UNKNOWN;

/// The most seconds or minutes that a histogram tells apart; the bucket itself means "more than the one before".
pub(super) const OVERFLOW_BUCKET: u32 = 600;

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
    /// The seat of the visit's session and how the session ended.
    pub session: Option<(String, &'static str)>,
}

/// The key of an hour, `00` to `23`, so that keys sort as hours do.
pub(super) fn hour_key(hour: u32) -> String {
    format!("{hour:02}")
}

/// The bucket of a check-in time: the seconds begun, so that bucket 60 and below are the SOP's one minute exactly.
pub(super) fn checkin_bucket(checkin_ds: u32) -> u32 {
    checkin_ds.div_ceil(10).min(OVERFLOW_BUCKET)
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
        if let Some((seat, ended)) = &self.session {
            cells.push(("seat", Cow::Borrowed(seat), all));
            cells.push(("session", Cow::Borrowed(ended), all));
        }
        cells
    }
}

/// Counts a visit in. Belongs into the transaction that writes the visit.
pub(super) fn count_in(conn: &Connection, facts: &Facts) -> Result<(), StorageError> {
    let mut total = conn.prepare_cached(
        "INSERT INTO day_total (local_date, dimension, key, entries, people) VALUES (?1, ?2, ?3, 1, ?4)
         ON CONFLICT DO UPDATE SET entries = entries + 1, people = people + excluded.people",
    )?;
    for (dimension, key, people) in facts.cells() {
        total.execute((&facts.local_date, dimension, key, people))?;
    }
    if let Some(ds) = facts.checkin_ds {
        conn.prepare_cached(
            "INSERT INTO day_histogram (local_date, measure, type, bucket, n) VALUES (?1, 'checkin', ?2, ?3, 1)
             ON CONFLICT DO UPDATE SET n = n + 1",
        )?
        .execute((&facts.local_date, facts.kind, checkin_bucket(ds)))?;
    }
    Ok(())
}

/// Takes a visit's counts back from its own day. Belongs into the transaction that voids the visit.
pub(super) fn count_out(conn: &Connection, facts: &Facts) -> Result<(), StorageError> {
    let mut total = conn.prepare_cached(
        "UPDATE day_total SET entries = entries - 1, people = people - ?4
         WHERE local_date = ?1 AND dimension = ?2 AND key = ?3",
    )?;
    for (dimension, key, people) in facts.cells() {
        total.execute((&facts.local_date, dimension, key, people))?;
    }
    conn.prepare_cached("DELETE FROM day_total WHERE local_date = ?1 AND entries = 0")?.execute([&facts.local_date])?;
    if let Some(ds) = facts.checkin_ds {
        let place = (&facts.local_date, facts.kind, checkin_bucket(ds));
        conn.prepare_cached(
            "UPDATE day_histogram SET n = n - 1
             WHERE local_date = ?1 AND measure = 'checkin' AND type = ?2 AND bucket = ?3",
        )?
        .execute(place)?;
        conn.prepare_cached(
            "DELETE FROM day_histogram
             WHERE local_date = ?1 AND measure = 'checkin' AND type = ?2 AND bucket = ?3 AND n = 0",
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
