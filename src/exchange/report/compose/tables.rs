//! Tables of counts under names: entries, people and the share of people.

use super::Draft;
use crate::domain::report::{Column, Table, Tally, Value};
use crate::domain::statistics::{Count, UNKNOWN};

impl Draft<'_> {
    /// A table of entries and people, with the share of the whole and a row of sums.
    pub(super) fn tally_table(&self, title: &str, name: &str, rows: Vec<(String, Tally)>, total: Tally) -> Table {
        let row = |name: String, tally: Tally| {
            vec![
                Value::Text(name),
                Value::Count(tally.entries),
                Value::Count(tally.people),
                Value::share(tally.people, total.people),
            ]
        };
        Table {
            title: self.say(title),
            columns: vec![
                Column::words(self.say(name)),
                Column::number(self.say("report-entries")),
                Column::number(self.say("report-people")),
                Column::number(self.say("report-share")),
            ],
            rows: rows.into_iter().map(|(name, tally)| row(name, tally)).collect(),
            total: Some(row(self.say("report-total"), total)),
            note: None,
        }
    }

    /// Every id of a closed list with its count, also those that nobody has, then what is not known if anything is.
    pub(super) fn listed(&self, prefix: &str, ids: &[&str], counts: &[Count]) -> Vec<(String, Tally)> {
        let count = |id: &str| counts.iter().find(|c| c.key == id).map(Tally::from);
        let mut rows: Vec<_> =
            ids.iter().map(|id| (self.say(&format!("{prefix}-{id}")), count(id).unwrap_or_default())).collect();
        if let Some(unknown) = count(UNKNOWN) {
            rows.push((self.say("report-unknown"), unknown));
        }
        rows
    }

    /// A table of two columns: what, and how much.
    pub(super) fn facts(&self, title: &str, rows: Vec<(String, Value)>) -> Table {
        Table {
            title: self.say(title),
            columns: vec![Column::words(self.say("report-item")), Column::number(self.say("report-amount"))],
            rows: rows.into_iter().map(|(what, value)| vec![Value::Text(what), value]).collect(),
            total: None,
            note: None,
        }
    }
}
