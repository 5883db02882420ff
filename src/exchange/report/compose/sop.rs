//! "Kepatuhan SOP": who was recorded within the time of SOP step 1. It counts entries, since a walk is an entry.

use super::Draft;
use super::time::Step;
use crate::domain::report::{Column, Histogram, OVERFLOW, Table, Timely, Value};
use crate::domain::visit::MembershipType;

/// Where the spread of times is cut, in seconds.
const CUTS: [u32; 8] = [15, 30, 45, 60, 90, 120, 180, 300];
/// The column of entries within the time; the bars show it.
const WITHIN: usize = 2;

impl Draft<'_> {
    pub(super) fn sop(&mut self) {
        if self.figures.check_in_all().total() == 0 {
            self.sentence("report-empty-sop");
        }
        let table = self.sop_by_type();
        self.table(table);
        if self.figures.check_in_all().total() > 0 {
            for (at, step) in self.steps().iter().enumerate() {
                self.sop_along_time(*step, at == 0);
            }
            let spread = self.spread();
            self.table(spread);
        }
        self.note("report-note-sop");
        self.note("report-note-voided");
    }

    fn seconds(&self) -> [(&'static str, String); 1] {
        [("seconds", self.figures.check_in_seconds.to_string())]
    }

    fn timely_columns(&self) -> [Column; 3] {
        [
            Column::number(self.say("report-sop-measured")),
            Column::number(self.say_with("report-sop-within", &self.seconds())),
            Column::number(self.say("report-sop-share")),
        ]
    }

    /// Measured, within the time, share, median and 95th percentile by column of the book.
    pub(super) fn sop_by_type(&self) -> Table {
        let row = |name: String, times: &Histogram| {
            let (within, measured) = (times.within(self.figures.check_in_seconds), times.total());
            vec![
                Value::Text(name),
                Value::Count(measured),
                Value::Count(within),
                Value::share(within, measured),
                self.length(times.median()),
                self.length(times.percentile(95)),
            ]
        };
        let mut columns = vec![Column::words(self.say("report-type"))];
        columns.extend(self.timely_columns());
        columns.extend(["report-sop-median", "report-sop-p95"].map(|key| Column::number(self.say(key))));
        let types = MembershipType::ALL.iter().zip(&self.figures.check_in);
        Table {
            title: self.say_with("report-sop-table", &self.seconds()),
            columns,
            rows: types.map(|(kind, times)| row(self.type_name(*kind), times)).collect(),
            total: Some(row(self.say("report-all"), &self.figures.check_in_all())),
            note: None,
        }
    }

    /// A length of a histogram; the longest are only known to be longer than it tells apart.
    pub(super) fn length(&self, length: Option<u32>) -> Value {
        match length {
            None => Value::Empty,
            Some(OVERFLOW) => {
                Value::Text(self.say_with("report-over", &[("limit", self.words.number(u64::from(OVERFLOW - 1)))]))
            }
            Some(n) => Value::Count(n.into()),
        }
    }

    fn sop_along_time(&mut self, step: Step, charted: bool) {
        let row = |name, timely: Timely| {
            let counts = [Value::Count(timely.measured), Value::Count(timely.within)];
            let share = Value::share(timely.within, timely.measured);
            [name].into_iter().chain(counts).chain([share]).collect::<Vec<_>>()
        };
        let rows = self.rows(step);
        let mut all = Timely::default();
        for row in &rows {
            all += row.timely;
        }
        let mut columns = vec![self.time_column(step)];
        columns.extend(self.timely_columns());
        let table = Table {
            title: self.say(step.pick("report-sop-by-date", "report-sop-by-month")),
            columns,
            rows: rows.iter().map(|r| row(step.name(r.first), r.timely)).collect(),
            total: Some(row(Value::Text(self.say("report-total")), all)),
            note: None,
        };
        if charted {
            let key = step.pick("report-sop-chart-date", "report-sop-chart-month");
            let title = self.say_with(key, &self.seconds());
            self.table_with_chart(table, title, WITHIN);
        } else {
            self.table(table);
        }
    }

    fn spread(&self) -> Table {
        let mut cuts: Vec<u32> = CUTS.into_iter().chain([self.figures.check_in_seconds]).collect();
        cuts.retain(|cut| (1..OVERFLOW).contains(cut));
        cuts.sort_unstable();
        cuts.dedup();
        let number = |n: u32| self.words.number(u64::from(n));
        let all = self.figures.check_in_all();
        let row = |name: String, n: u64| vec![Value::Text(name), Value::Count(n), Value::share(n, all.total())];
        let mut rows = Vec::new();
        let mut over = None;
        for cut in cuts {
            rows.push(match over {
                None => row(self.say_with("report-sop-up-to", &[("to", number(cut))]), all.within(cut)),
                Some(over) => {
                    let args = [("from", number(over + 1)), ("to", number(cut))];
                    row(self.say_with("report-sop-from-to", &args), all.between(over, cut))
                }
            });
            over = Some(cut);
        }
        let longest = over.unwrap_or_default();
        let name = self.say_with("report-sop-over", &[("from", number(longest))]);
        rows.push(row(name, all.total() - all.within(longest)));
        Table {
            title: self.say("report-sop-spread"),
            columns: vec![
                Column::words(self.say("report-sop-time")),
                Column::number(self.say("report-entries")),
                Column::number(self.say("report-sop-share")),
            ],
            rows,
            total: Some(row(self.say("report-total"), all.total())),
            note: None,
        }
    }
}
