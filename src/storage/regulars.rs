//! Who came most often, and where visitors came from: what totals cannot answer. Rows are read through the index over
//! time, those of the period alone, so this is asked after [`Book::dashboard`] and shown when it comes.

use std::collections::HashMap;

use rusqlite::OptionalExtension;

use super::book::Book;
use super::error::StorageError;
use super::report_figures::around;
use super::statistics::unsigned;
use crate::domain::card::CardNumber;
use crate::domain::dashboard::{LISTED, Regular, Regulars};
use crate::domain::name::Name;
use crate::domain::report::Tally;
use crate::domain::span::Span;
use crate::domain::statistics::Count;

/// An origin as visitors wrote it, and how many gave it.
struct Origin {
    written: String,
    tally: Tally,
}

impl Book {
    /// The members who came most often in the span, and the origins that were given most often. Origins that differ in
    /// capitals alone are one. What was erased is counted nowhere.
    ///
    /// The cost grows with the visits of the span.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn regulars(&self, span: Span) -> Result<Regulars, StorageError> {
        let moment = self.conn.unchecked_transaction()?;
        let mut found = Regulars::default();
        let mut cards: HashMap<String, u64> = HashMap::new();
        let mut origins: HashMap<String, Origin> = HashMap::new();
        let mut query = self.conn.prepare_cached(
            "SELECT card_number, origin, headcount FROM visit
             WHERE at_ms BETWEEN ?1 AND ?2 AND local_date BETWEEN ?3 AND ?4 AND voided = 0
               AND (card_number IS NOT NULL OR origin IS NOT NULL)
             ORDER BY at_ms",
        )?;
        let mut rows = query.query(around(span))?;
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
            if let Some(card) = text(0)? {
                found.member_entries += 1;
                match cards.get_mut(card) {
                    Some(visits) => *visits += 1,
                    None => drop(cards.insert(card.to_owned(), 1)),
                }
            }
            if let Some(origin) = text(1)?.map(str::trim).filter(|origin| !origin.is_empty()) {
                let one = Tally { entries: 1, people: unsigned(row.get(2)?) };
                let known = origins.entry(origin.to_lowercase());
                let known = known.or_insert_with(|| Origin { written: String::new(), tally: Tally::default() });
                origin.clone_into(&mut known.written);
                known.tally += one;
                found.with_origin += one;
            }
        }
        found.members = self.named(cards)?;
        found.origins = most_given(origins);
        moment.finish()?;
        Ok(found)
    }

    /// The cards with the most visits and the name of each at its latest visit.
    fn named(&self, cards: HashMap<String, u64>) -> Result<Vec<Regular>, StorageError> {
        let mut ranked: Vec<(String, u64)> = cards.into_iter().collect();
        ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        ranked.truncate(LISTED);
        let mut query = self.conn.prepare_cached(
            "SELECT name FROM visit WHERE card_number = ?1 AND voided = 0 ORDER BY at_ms DESC, n DESC LIMIT 1",
        )?;
        let mut members = Vec::new();
        for (card, visits) in ranked {
            let name: Option<String> = query.query_row([&card], |r| r.get(0)).optional()?.flatten();
            if let Some(name) = name.as_deref().and_then(Name::from_list) {
                members.push(Regular { card: CardNumber::from_store(card), name, visits });
            }
        }
        Ok(members)
    }
}

fn most_given(origins: HashMap<String, Origin>) -> Vec<Count> {
    let count = |o: Origin| Count { key: o.written, entries: o.tally.entries, people: o.tally.people };
    let mut ranked: Vec<Count> = origins.into_values().map(count).collect();
    ranked.sort_unstable_by(|a, b| b.people.cmp(&a.people).then_with(|| a.key.cmp(&b.key)));
    ranked.truncate(LISTED);
    ranked
}
