//! What is looked for in the membership list, taken apart, and where it is found.
//!
//! What a search finds stands in two parts, one after the other: whose number begins so, by number; then whose name has
//! a word that begins so, by that word. Each member stands in one of them, once.

use rusqlite::{Connection, params_from_iter};

use super::words::text;
use crate::domain::member_list::{MemberOrder, MemberPlace, MemberSearch};
use crate::domain::search::words;
use crate::storage::error::StorageError;

/// So many rows of words are looked through to count what is found.
const COUNTED_AMONG: i64 = 5_000;
/// Of a word with so many rows it does not matter how many more there are.
const COMMON: i64 = 50_000;
/// Comes after every text that begins with the text before it.
const LAST: char = char::MAX;

/// Which way a part is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Forth,
    Back,
}

/// What is looked for, taken apart.
pub(super) struct Parts {
    /// Nothing is looked for.
    pub(super) everybody: bool,
    /// Beginnings of numbers: as typed, in capitals, in small letters. Empty: no numbers.
    numbers: Vec<String>,
    /// The beginning of a word by which the table is read; `None`: no names.
    lead: Option<String>,
    /// The beginnings of the other words.
    others: Vec<String>,
}

impl Parts {
    pub(super) fn of(conn: &Connection, search: &MemberSearch) -> Result<Self, StorageError> {
        let typed = search.text.trim();
        if typed.is_empty() {
            let by_number = search.order == MemberOrder::Number;
            return Ok(Self {
                everybody: true,
                numbers: if by_number { vec![String::new()] } else { vec![] },
                lead: (!by_number).then(String::new),
                others: vec![],
            });
        }
        let mut numbers = vec![typed.to_owned(), typed.to_uppercase(), typed.to_lowercase()];
        numbers.sort_unstable();
        numbers.dedup();
        let mut others = words(typed);
        let lead = match others.len() {
            0 => None,
            1 => others.pop(),
            _ => Some(others.remove(rarest(conn, &others)?)),
        };
        Ok(Self { everybody: false, numbers, lead, others })
    }

    /// At most `limit` places after `from`.
    pub(super) fn after(
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
    pub(super) fn before(
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

    pub(super) fn by_number(
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
        let (least, most) = (lead.clone(), end(lead));
        let from = from.and_then(|place| place.turned.clone().map(|turned| (turned, place.card.clone())));
        let (range, mut args) = match (way, from) {
            (Way::Forth, Some((turned, card))) => {
                ("(turned, card_number) > (?1, ?2) AND turned < ?3", vec![turned, card, most])
            }
            (Way::Back, Some((turned, card))) => {
                ("(turned, card_number) < (?1, ?2) AND turned >= ?3", vec![turned, card, least])
            }
            (_, None) => ("turned >= ?1 AND turned < ?2", vec![least, most]),
        };
        let others = self.others(&mut args);
        let order = if way == Way::Forth { "" } else { " DESC" };
        let mut query = conn.prepare_cached(&format!(
            "SELECT turned, card_number FROM member_word WHERE {range}{others} ORDER BY turned{order}, card_number{order}"
        ))?;
        let mut rows = query.query(params_from_iter(args))?;
        let mut places = Vec::new();
        while places.len() < limit
            && let Some(row) = rows.next()?
        {
            let (turned, card) = (text(row, 0)?, text(row, 1)?);
            if self.everybody || self.stands_here(turned, card) {
                places.push(MemberPlace { turned: Some(turned.to_owned()), card: card.to_owned() });
            }
        }
        Ok(places)
    }

    /// What SQLite itself can leave out, since most rows of two common words are not wanted: rows without the other words
    /// or, where everybody is shown, further turns of a name. Appends the values to `args`.
    fn others(&self, args: &mut Vec<String>) -> String {
        if self.everybody {
            return " AND whole = 1".to_owned();
        }
        let from = args.len();
        args.extend(self.others.iter().map(|other| format!(" {other}")));
        let conditions: Vec<String> =
            (from + 1..=args.len()).map(|at| format!(" AND instr(' ' || turned, ?{at}) > 0")).collect();
        conditions.concat()
    }

    /// How many members are found by name, at most `limit`, and whether that is all of them. A search of common words
    /// is not counted to its end, once there is one to be shown.
    pub(super) fn count_names(&self, conn: &Connection, limit: usize) -> Result<(usize, bool), StorageError> {
        let Some(lead) = &self.lead else { return Ok((0, true)) };
        let mut args = vec![lead.clone(), end(lead)];
        let others = self.others(&mut args);
        let few = format!(
            "SELECT turned, card_number FROM member_word WHERE turned >= ?1 AND turned < ?2
             ORDER BY turned, card_number LIMIT {COUNTED_AMONG}"
        );
        let mut query = conn.prepare_cached(&format!("SELECT turned, card_number FROM ({few}) WHERE true{others}"))?;
        let mut rows = query.query(params_from_iter(args))?;
        let mut found = 0;
        while let Some(row) = rows.next()? {
            found += usize::from(self.stands_here(text(row, 0)?, text(row, 1)?));
            if found >= limit {
                return Ok((found, false));
            }
        }
        if rows_of(conn, lead, COUNTED_AMONG)? < COUNTED_AMONG {
            return Ok((found, true));
        }
        // There are more rows; at least one member among them, or nobody at all.
        let any = found > 0 || !self.by_name(conn, None, Way::Forth, 1)?.is_empty();
        Ok((found.max(usize::from(any)), !any))
    }

    /// Whether the member of this row of words has all the words, stands not among the numbers already, and stands
    /// nowhere before under another word.
    fn stands_here(&self, turned: &str, card: &str) -> bool {
        let lead = self.lead.as_deref().unwrap_or_default();
        let has = |other: &String| turned.split(' ').any(|word| word.starts_with(other.as_str()));
        self.others.iter().all(has)
            && !self.numbers.iter().any(|number| card.starts_with(number.as_str()))
            && (turned.split(' ').skip(1).all(|word| !word.starts_with(lead)) || is_first(turned, lead))
    }
}

/// Whether no other turn of the name that begins so stands before this one.
fn is_first(turned: &str, lead: &str) -> bool {
    let words: Vec<&str> = turned.split(' ').collect();
    (1..words.len()).filter(|at| words[*at].starts_with(lead)).all(|at| {
        let (front, back) = words.split_at(at);
        [back, front].concat().join(" ").as_str() >= turned
    })
}

/// The place of the word with the fewest rows; of common ones, of the longest.
fn rarest(conn: &Connection, words: &[String]) -> Result<usize, StorageError> {
    let mut best = (i64::MAX, usize::MAX, 0);
    for (at, word) in words.iter().enumerate() {
        let rows = rows_of(conn, word, COMMON)?;
        best = best.min((rows, usize::MAX - word.len(), at));
    }
    Ok(best.2)
}

/// How many rows of words begin so, at most `limit`.
fn rows_of(conn: &Connection, beginning: &str, limit: i64) -> Result<i64, StorageError> {
    let mut query = conn.prepare_cached(
        "SELECT count(*) FROM (SELECT 1 FROM member_word WHERE turned >= ?1 AND turned < ?2 LIMIT ?3)",
    )?;
    Ok(query.query_row((beginning, end(beginning), limit), |r| r.get(0))?)
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
