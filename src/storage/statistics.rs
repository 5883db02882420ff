//! Statistics from the totals alone: their cost grows with the days of the period, or with its months where the days are
//! not told apart, and not with the visits.

use std::collections::BTreeMap;

use super::book::Book;
use super::error::StorageError;
use super::months;
use crate::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use crate::domain::period::Period;
use crate::domain::span::Span;
use crate::domain::statistics::{Count, Dimension, UNKNOWN};
use crate::domain::visit::MembershipType;

/// The days of the week as keys of statistics, from Monday.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Every day with totals from ?2 to ?3, as `day(d)`: from one to the next by the key of the table, so that gaps cost
/// nothing.
const DAYS: &str = "WITH RECURSIVE day(d) AS (
    SELECT min(local_date) FROM day_total WHERE local_date >= coalesce(?2, '')
    UNION ALL
    SELECT (SELECT min(local_date) FROM day_total WHERE local_date > d) FROM day WHERE d < coalesce(?3, '9999-12-31'))";

impl Book {
    /// The counts of the period along one dimension, in natural order with `unknown` last; voided visits are not
    /// counted. Only values that occur are listed; the total always has its one line.
    ///
    /// Keys: `total`; `2026-11-24`, `2026-11`, `2026`; hours `00` to `23`; [`WEEKDAYS`]; otherwise the ids. By sex, a
    /// group counts as one entry under every sex that it has, and its people by sex: the people add up to the total,
    /// the entries need not. By seat and session only visits with an internet session are counted; the key of a
    /// session is how it ended, or `open`.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn statistics(&self, dimension: Dimension, period: Period) -> Result<Vec<Count>, StorageError> {
        let (stored, key) = match dimension {
            Dimension::Total => ("total", "t.key"),
            Dimension::Day => ("total", "d"),
            Dimension::Month => ("total", "substr(d, 1, 7)"),
            Dimension::Year => ("total", "substr(d, 1, 4)"),
            Dimension::Weekday => ("total", "strftime('%w', d)"),
            other => (other.id(), "t.key"),
        };
        let span = period.from.zip(period.to).and_then(|(from, to)| Span::range(from, to).ok());
        let mut counts = match span.filter(|_| key == "t.key") {
            Some(span) => months::keyed(&self.conn, stored, span)?,
            None => self.grouped(stored, key, period)?,
        };
        match dimension {
            Dimension::Total if counts.is_empty() => {
                counts.push(Count { key: "total".to_owned(), entries: 0, people: 0 });
            }
            Dimension::Weekday => {
                // SQLite numbers the days from Sunday.
                for count in &mut counts {
                    let from_monday = count.key.parse::<usize>().map_or(0, |d| (d + 6) % 7);
                    WEEKDAYS[from_monday].clone_into(&mut count.key);
                }
            }
            _ => {}
        }
        let order = self.natural_order(dimension);
        counts.sort_by(|a, b| place(&order, &a.key).cmp(&place(&order, &b.key)).then_with(|| a.key.cmp(&b.key)));
        Ok(counts)
    }

    /// Visits by weekday and hour: seven days from Monday, each of 24 hours, entries and people.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn busy_hours(&self, period: Period) -> Result<[[(u64, u64); 24]; 7], StorageError> {
        let mut table = [[(0, 0); 24]; 7];
        for count in self.grouped("hour", "strftime('%w', d) || t.key", period)? {
            let (weekday, hour) = count.key.split_at(1.min(count.key.len()));
            if let (Ok(weekday), Ok(hour)) = (weekday.parse::<usize>(), hour.parse::<usize>())
                && let Some(cell) = table[(weekday + 6) % 7].get_mut(hour)
            {
                *cell = (count.entries, count.people);
            }
        }
        Ok(table)
    }

    /// Purposes of each membership type.
    ///
    /// # Errors
    /// SQLite refused.
    pub fn purposes_by_type(&self, period: Period) -> Result<BTreeMap<MembershipType, Vec<Count>>, StorageError> {
        let order = self.natural_order(Dimension::Purpose);
        let mut table: BTreeMap<MembershipType, Vec<Count>> = BTreeMap::new();
        for count in self.grouped("type_purpose", "t.key", period)? {
            let Some((kind, purpose)) = count.key.split_once('/') else { continue };
            let Some(kind) = MembershipType::from_id(kind) else { continue };
            let count = Count { key: purpose.to_owned(), entries: count.entries, people: count.people };
            table.entry(kind).or_default().push(count);
        }
        for counts in table.values_mut() {
            counts.sort_by(|a, b| place(&order, &a.key).cmp(&place(&order, &b.key)).then_with(|| a.key.cmp(&b.key)));
        }
        Ok(table)
    }

    /// Sums the totals of a stored dimension under the key that an SQL expression over `d` and `t.key` gives.
    pub(super) fn grouped(&self, dimension: &str, key: &str, period: Period) -> Result<Vec<Count>, StorageError> {
        let mut query = self.conn.prepare_cached(&format!(
            "{DAYS} SELECT {key} AS k, sum(t.entries), sum(t.people)
             FROM day CROSS JOIN day_total t ON t.local_date = day.d AND t.dimension = ?1
             WHERE d <= coalesce(?3, '9999-12-31') GROUP BY k"
        ))?;
        let rows = query
            .query_map((dimension, period.from.map(|d| d.to_string()), period.to.map(|d| d.to_string())), |r| {
                Ok(Count { key: r.get(0)?, entries: unsigned(r.get(1)?), people: unsigned(r.get(2)?) })
            })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(super) fn natural_order(&self, dimension: Dimension) -> Vec<&str> {
        match dimension {
            Dimension::Weekday => WEEKDAYS.to_vec(),
            Dimension::Type => MembershipType::ALL.iter().map(|t| t.id()).collect(),
            Dimension::Purpose => {
                self.settings.purposes.iter().map(super::super::domain::purpose::PurposeId::as_str).collect()
            }
            Dimension::Sex => Sex::ALL.iter().map(|s| s.id()).collect(),
            Dimension::Age => AgeGroup::ALL.iter().map(|a| a.id()).collect(),
            Dimension::Education => Education::ALL.iter().map(|e| e.id()).collect(),
            Dimension::Occupation => Occupation::ALL.iter().map(|o| o.id()).collect(),
            Dimension::Session => vec!["open", "self", "staff", "automatic"],
            Dimension::Total
            | Dimension::Day
            | Dimension::Month
            | Dimension::Year
            | Dimension::Hour
            | Dimension::Seat => Vec::new(),
        }
    }
}

/// Where a key stands: listed ones first, others after them, what is not known last.
pub(super) fn place(order: &[&str], key: &str) -> usize {
    order.iter().position(|k| *k == key).unwrap_or(if key == UNKNOWN { usize::MAX } else { order.len() })
}

pub(super) fn unsigned(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}
