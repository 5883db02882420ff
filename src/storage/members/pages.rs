//! The membership list in keyset pages, and the search in it: by the beginning of any word of the name, or of the number.
//!
//! What a search finds stands in two parts, one after the other: whose number begins so, by number; then whose name has
//! a word that begins so, by that word. Each member stands in one of them, once.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::member_list::{
    Found, MemberOrder, MemberPage, MemberPlace, MemberRow, MemberSearch, MemberTotals, PageFrom,
};
use crate::domain::search::words;
use crate::storage::book::{Book, moment};
use crate::storage::error::StorageError;
use crate::storage::lookup::member_of;
use crate::storage::statistics::unsigned;

/// So many members are counted at most for a search.
const COUNTED: usize = 1000;
/// Of a word with so many rows it does not matter how many more there are.
const COMMON: i64 = 20_000;
/// Comes after every text that begins with the text before it.
const LAST: char = char::MAX;

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
        let found = parts.after(&tx, None, COUNTED + 1)?.len();
        Ok(if found > COUNTED { Found::MoreThan(COUNTED as u64) } else { Found::Exactly(found as u64) })
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

/// Which way a part is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Forth,
    Back,
}

/// What is looked for, taken apart.
struct Parts {
    /// Nothing is looked for.
    everybody: bool,
    /// Beginnings of numbers: as typed, in capitals, in small letters. Empty: no numbers.
    numbers: Vec<String>,
    /// The beginning of a word by which the table is read; `None`: no names.
    lead: Option<String>,
    /// The beginnings of the other words.
    others: Vec<String>,
}

impl Parts {
    fn of(conn: &Connection, search: &MemberSearch) -> Result<Self, StorageError> {
        let text = search.text.trim();
        if text.is_empty() {
            let by_number = search.order == MemberOrder::Number;
            return Ok(Self {
                everybody: true,
                numbers: if by_number { vec![String::new()] } else { vec![] },
                lead: (!by_number).then(String::new),
                others: vec![],
            });
        }
        let mut numbers = vec![text.to_owned(), text.to_uppercase(), text.to_lowercase()];
        numbers.sort_unstable();
        numbers.dedup();
        let mut others = words(text);
        let lead = match others.len() {
            0 => None,
            1 => others.pop(),
            _ => Some(others.remove(rarest(conn, &others)?)),
        };
        Ok(Self { everybody: false, numbers, lead, others })
    }

    /// At most `limit` places after `from`.
    fn after(
        &self,
        conn: &Connection,
        from: Option<&MemberPlace>,
        limit: usize,
    ) -> Result<Vec<MemberPlace>, StorageError> {
        let among_names = from.is_some_and(|place| place.turned.is_some());
        let mut places = if among_names { vec![] } else { self.by_number(conn, from, Way::Forth, limit)? };
        if places.len() < limit {
            let from = from.filter(|_| among_names);
            places.extend(self.by_name(conn, from, Way::Forth, limit - places.len())?);
        }
        Ok(places)
    }

    /// At most `limit` places before `from`, the nearest first.
    fn before(
        &self,
        conn: &Connection,
        from: Option<&MemberPlace>,
        limit: usize,
    ) -> Result<Vec<MemberPlace>, StorageError> {
        let among_numbers = from.is_some_and(|place| place.turned.is_none());
        let mut places = if among_numbers { vec![] } else { self.by_name(conn, from, Way::Back, limit)? };
        if places.len() < limit {
            let from = from.filter(|_| among_numbers);
            places.extend(self.by_number(conn, from, Way::Back, limit - places.len())?);
        }
        Ok(places)
    }

    fn by_number(
        &self,
        conn: &Connection,
        from: Option<&MemberPlace>,
        way: Way,
        limit: usize,
    ) -> Result<Vec<MemberPlace>, StorageError> {
        let mut cards: Vec<String> = Vec::new();
        for beginning in &self.numbers {
            let (sql, least, most) = match (way, from) {
                (Way::Forth, Some(place)) if place.card >= *beginning => {
                    (AFTER_NUMBER, place.card.clone(), end(beginning))
                }
                (Way::Forth, _) => (FROM_NUMBER, beginning.clone(), end(beginning)),
                (Way::Back, Some(place)) => (BEFORE_NUMBER, beginning.clone(), place.card.clone().min(end(beginning))),
                (Way::Back, None) => (BEFORE_NUMBER, beginning.clone(), end(beginning)),
            };
            let mut query = conn.prepare_cached(sql)?;
            let found = query.query_map((least, most, (limit as u64).cast_signed()), |r| r.get(0))?;
            for card in found {
                cards.push(card?);
            }
        }
        cards.sort_unstable();
        cards.dedup();
        if way == Way::Back {
            cards.reverse();
        }
        cards.truncate(limit);
        Ok(cards.into_iter().map(|card| MemberPlace { turned: None, card }).collect())
    }

    fn by_name(
        &self,
        conn: &Connection,
        from: Option<&MemberPlace>,
        way: Way,
        limit: usize,
    ) -> Result<Vec<MemberPlace>, StorageError> {
        let Some(lead) = &self.lead else { return Ok(vec![]) };
        let (least, most, none) = (lead.clone(), end(lead), String::new());
        let from = from.and_then(|place| place.turned.as_ref().map(|turned| (turned, &place.card)));
        let (sql, args) = match (way, from) {
            (Way::Forth, Some((turned, card))) => (AFTER_NAME, [&most, turned, card]),
            (Way::Forth, None) => (FROM_NAME, [&least, &most, &none]),
            (Way::Back, Some((turned, card))) => (BEFORE_NAME, [&least, turned, card]),
            (Way::Back, None) => (TO_NAME, [&least, &most, &none]),
        };
        let mut query = conn.prepare_cached(sql)?;
        let mut rows = query.query(args)?;
        let mut places = Vec::new();
        while places.len() < limit
            && let Some(row) = rows.next()?
        {
            let (turned, card) = (super::words::text(row, 0)?, super::words::text(row, 1)?);
            let stands = if self.everybody { row.get(2)? } else { self.stands_here(turned, card) };
            if stands {
                places.push(MemberPlace { turned: Some(turned.to_owned()), card: card.to_owned() });
            }
        }
        Ok(places)
    }

    /// Whether the member of this row of words has all the words, stands not among the numbers already, and stands
    /// nowhere before under another word.
    fn stands_here(&self, turned: &str, card: &str) -> bool {
        let lead = self.lead.as_deref().unwrap_or_default();
        let words: Vec<&str> = turned.split(' ').collect();
        let all = self.others.iter().all(|other| words.iter().any(|word| word.starts_with(other.as_str())));
        all && !self.numbers.iter().any(|number| card.starts_with(number.as_str())) && is_first(turned, &words, lead)
    }
}

/// Whether no other turn of the name that begins so stands before this one.
fn is_first(turned: &str, words: &[&str], lead: &str) -> bool {
    (1..words.len()).filter(|at| words[*at].starts_with(lead)).all(|at| {
        let (front, back) = words.split_at(at);
        [back, front].concat().join(" ").as_str() >= turned
    })
}

/// The place of the word with the fewest rows; of common ones, of the longest.
fn rarest(conn: &Connection, words: &[String]) -> Result<usize, StorageError> {
    let mut best = (i64::MAX, usize::MAX, 0);
    for (at, word) in words.iter().enumerate() {
        let rows: i64 = conn
            .prepare_cached(
                "SELECT count(*) FROM (SELECT 1 FROM member_word WHERE turned >= ?1 AND turned < ?2 LIMIT ?3)",
            )?
            .query_row((word, end(word), COMMON), |r| r.get(0))?;
        best = best.min((rows, usize::MAX - word.len(), at));
    }
    Ok(best.2)
}

/// Comes after everything that begins with `beginning`.
fn end(beginning: &str) -> String {
    format!("{beginning}{LAST}")
}

const FROM_NUMBER: &str =
    "SELECT card_number FROM member WHERE card_number >= ?1 AND card_number < ?2 ORDER BY card_number LIMIT ?3";
const AFTER_NUMBER: &str =
    "SELECT card_number FROM member WHERE card_number > ?1 AND card_number < ?2 ORDER BY card_number LIMIT ?3";
const BEFORE_NUMBER: &str =
    "SELECT card_number FROM member WHERE card_number >= ?1 AND card_number < ?2 ORDER BY card_number DESC LIMIT ?3";
const FROM_NAME: &str =
    "SELECT turned, card_number, whole FROM member_word WHERE turned >= ?1 AND turned < ?2 AND ?3 = ''
  ORDER BY turned, card_number";
const AFTER_NAME: &str = "SELECT turned, card_number, whole FROM member_word
  WHERE (turned, card_number) > (?2, ?3) AND turned < ?1 ORDER BY turned, card_number";
const BEFORE_NAME: &str = "SELECT turned, card_number, whole FROM member_word
  WHERE (turned, card_number) < (?2, ?3) AND turned >= ?1 ORDER BY turned DESC, card_number DESC";
const TO_NAME: &str = "SELECT turned, card_number, whole FROM member_word
  WHERE turned >= ?1 AND turned < ?2 AND ?3 = '' ORDER BY turned DESC, card_number DESC";
