//! The membership list in keyset pages, and the search in it: by the beginning of any word of the name, or of the number.

use rusqlite::{Connection, OptionalExtension};

use super::search::{Parts, Way};
use crate::domain::member_list::{Found, MemberPage, MemberPlace, MemberRow, MemberSearch, MemberTotals, PageFrom};
use crate::storage::book::{Book, moment};
use crate::storage::error::StorageError;
use crate::storage::lookup::member_of;
use crate::storage::statistics::unsigned;

/// So many members are counted at most for a search.
const COUNTED: usize = 1000;

impl Book {
    /// A page of at most `limit` members.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn member_page(
        &self,
        search: &MemberSearch,
        from: &PageFrom,
        limit: usize,
    ) -> Result<MemberPage, StorageError> {
        let tx = self.conn.unchecked_transaction()?;
        let parts = Parts::of(&tx, search)?;
        let (mut places, back) = match from {
            PageFrom::Start => (parts.after(&tx, None, limit + 1)?, false),
            PageFrom::After(place) => (parts.after(&tx, Some(place), limit + 1)?, false),
            PageFrom::End => (parts.before(&tx, None, limit + 1)?, true),
            PageFrom::Before(place) => (parts.before(&tx, Some(place), limit + 1)?, true),
        };
        let more = places.len() > limit;
        places.truncate(limit);
        if back {
            places.reverse();
        }
        let (before, after) = match from {
            PageFrom::Start => (false, more),
            PageFrom::After(_) => (true, more),
            PageFrom::End => (more, false),
            PageFrom::Before(_) => (more, true),
        };
        let mut rows = Vec::with_capacity(places.len());
        for place in places {
            rows.extend(self.member_row(&tx, place)?);
        }
        Ok(MemberPage { rows, before, after })
    }

    /// How many members the search finds.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn members_found(&self, search: &MemberSearch) -> Result<Found, StorageError> {
        let tx = self.conn.unchecked_transaction()?;
        let parts = Parts::of(&tx, search)?;
        if parts.everybody {
            return Ok(Found::Exactly(totals(&tx)?.all()));
        }
        let numbers = parts.by_number(&tx, None, Way::Forth, COUNTED + 1)?.len();
        let (named, all) = parts.count_names(&tx, COUNTED + 1 - numbers.min(COUNTED + 1))?;
        let found = (numbers + named) as u64;
        Ok(if all && found <= COUNTED as u64 {
            Found::Exactly(found)
        } else {
            Found::MoreThan(found.saturating_sub(1))
        })
    }

    /// How many members have which status.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn member_totals(&self) -> Result<MemberTotals, StorageError> {
        totals(&self.conn)
    }

    fn member_row(&self, conn: &Connection, place: MemberPlace) -> Result<Option<MemberRow>, StorageError> {
        let found = conn
            .prepare_cached(
                "SELECT m.card_number, m.name, m.sex, m.birth_date, m.education, m.occupation, m.address, m.valid_until,
                   m.status, i.source, i.at_ms
                 FROM member m JOIN member_import i ON i.n = m.import_n WHERE m.card_number = ?1",
            )?
            .query_row([&place.card], |r| Ok((member_of(r), r.get::<_, String>(9)?, r.get::<_, i64>(10)?)))
            .optional()?;
        let Some((member, source, at_ms)) = found else { return Ok(None) };
        let imported_at = moment(at_ms)?.with_timezone(&self.settings.zone).naive_local();
        Ok(Some(MemberRow { place, member: member?, source, imported_at }))
    }
}

fn totals(conn: &Connection) -> Result<MemberTotals, StorageError> {
    let of = |status: &str| -> Result<u64, StorageError> {
        let mut query = conn.prepare_cached("SELECT coalesce(sum(n), 0) FROM member_total WHERE status = ?1")?;
        Ok(query.query_row([status], |r| r.get(0).map(unsigned))?)
    };
    Ok(MemberTotals { active: of("active")?, inactive: of("inactive")?, blocked: of("blocked")? })
}
