//! Ratings, apart from whoever gave them, and the count of those who were turned away.

use chrono::{DateTime, Utc};

use super::super::book::LocalMoment;
use super::super::error::StorageError;
use super::Desk;
use crate::domain::internet::{Rating, RefusedFor, SessionId};
use crate::security::audit as chance;

impl Desk<'_> {
    /// Counts the rating under the day and the purpose of the session's visit; the words stand under a key of chance.
    pub(super) fn rate(&self, session: SessionId, rating: &Rating, at: DateTime<Utc>) -> Result<(), StorageError> {
        let date = self.day(at);
        self.conn
            .prepare_cached(
                "INSERT INTO rating_count (local_date, purpose, score, n)
                 SELECT ?2, v.purpose, ?3, 1 FROM internet_session s JOIN visit v ON v.n = s.visit_n WHERE s.n = ?1
                 ON CONFLICT DO UPDATE SET n = n + 1",
            )?
            .execute((session.0, &date, rating.score()))?;
        if let Some(words) = rating.words() {
            let key = chance::salt().map_err(|_| StorageError::NoChance)?;
            self.conn
                .prepare_cached(
                    "INSERT INTO rating_words (key, local_date, purpose, words)
                     SELECT ?2, ?3, v.purpose, ?4 FROM internet_session s JOIN visit v ON v.n = s.visit_n WHERE s.n = ?1",
                )?
                .execute((session.0, key, &date, words.as_str()))?;
        }
        Ok(())
    }

    /// Counts a visitor who was told that the service needs a valid KTA.
    pub(super) fn turned_away(&self, why: RefusedFor, at: DateTime<Utc>) -> Result<(), StorageError> {
        self.conn
            .prepare_cached(
                "INSERT INTO turned_away (local_date, reason, n) VALUES (?1, ?2, 1)
                 ON CONFLICT DO UPDATE SET n = n + 1",
            )?
            .execute((self.day(at), why.id()))?;
        Ok(())
    }

    fn day(&self, at: DateTime<Utc>) -> String {
        LocalMoment::of(at, self.zone).date.to_string()
    }
}
