//! "Layanan internet": sessions, tidiness, leaving in time, satisfaction.

use chrono::{Datelike, NaiveDate};

use super::Draft;
use super::time::Step;
use crate::domain::internet::RefusedFor;
use crate::domain::report::{Column, Grade, Table, Value};
use crate::domain::statistics::Count;

/// The column of sessions in the table along time; the bars show it.
const SESSIONS: usize = 1;

impl Draft<'_> {
    pub(super) fn internet(&mut self) {
        let figures = &self.figures.internet;
        if figures.is_empty() {
            self.sentence("report-empty-internet");
        }
        let summary = self.internet_summary();
        self.table(summary);
        if figures.sessions() > 0 {
            self.sessions_along_time();
            let tables = [self.sessions_by_seat(), self.sessions_by_hour(), self.sessions_by_end(), self.tidiness()];
            for table in tables.into_iter().flatten() {
                self.table(table);
            }
            self.note("report-note-sessions");
        }
        if let Some(table) = self.turned_away() {
            self.table(table);
            self.note("report-note-refused");
        }
        if figures.check_out.measured > 0 {
            let table = self.check_out();
            self.table(table);
            self.note("report-note-out");
        }
        if figures.ratings.total() > 0 {
            let table = self.satisfaction();
            self.table(table);
            self.note("report-note-grade");
        }
    }

    fn internet_summary(&self) -> Table {
        let figures = &self.figures.internet;
        let days = u64::try_from(figures.days.len()).unwrap_or(u64::MAX);
        let mut rows = vec![
            (self.say("report-net-sessions"), Value::Count(figures.sessions())),
            (self.say("report-net-days"), Value::Count(days)),
            (self.say("report-net-mean"), Value::mean(figures.sessions(), days)),
            (self.say("report-net-length-median"), self.length(figures.length.median())),
            (self.say("report-net-length-p90"), self.length(figures.length.percentile(90))),
            (self.say("report-net-wait-median"), self.length(figures.wait.median())),
            (self.say("report-net-wait-p90"), self.length(figures.wait.percentile(90))),
        ];
        if let Some(refused) = figures.refused {
            rows.push((self.say("report-net-refused"), Value::Count(refused.total())));
        }
        self.facts("report-summary", rows)
    }

    fn sessions_along_time(&mut self) {
        for (at, step) in self.steps().iter().enumerate() {
            let end = self.last_day();
            let span = &self.figures.span;
            let days = &self.figures.internet.days;
            let month = |d: NaiveDate| (d.year(), d.month());
            let rows: Vec<(NaiveDate, u64)> = match step {
                Step::Day => {
                    let mut left = days.iter().peekable();
                    let all = span.days().take_while(|d| *d <= end);
                    all.map(|d| (d, left.next_if(|s| s.0 == d).map_or(0, |s| s.1))).collect()
                }
                Step::Month => {
                    let sum = |m| days.iter().filter(|s| month(s.0) == month(m)).map(|s| s.1).sum();
                    span.months().take_while(|m| *m <= end).map(|m| (m, sum(m))).collect()
                }
            };
            let table = Table {
                title: self.say(step.pick("report-net-by-date", "report-net-by-month")),
                columns: vec![self.time_column(*step), Column::number(self.say("report-net-sessions"))],
                rows: rows.into_iter().map(|(first, n)| vec![step.name(first), Value::Count(n)]).collect(),
                total: Some(vec![
                    Value::Text(self.say("report-total")),
                    Value::Count(self.figures.internet.sessions()),
                ]),
                note: None,
            };
            if at == 0 {
                let title = self.say(step.pick("report-net-chart-date", "report-net-chart-month"));
                self.table_with_chart(table, title, SESSIONS);
            } else {
                self.table(table);
            }
        }
    }

    /// Names, counts and the share of their sum, or of those `asked`; nothing where there is nothing.
    fn shares(&self, titles: [&str; 4], rows: Vec<(String, u64)>, asked: Option<u64>) -> Option<Table> {
        let whole = asked.unwrap_or_else(|| rows.iter().map(|r| r.1).sum());
        let row = |name: String, n: u64| vec![Value::Text(name), Value::Count(n), Value::share(n, whole)];
        let [title, name, count, share] = titles.map(|key| self.say(key));
        (whole > 0).then(|| Table {
            title,
            columns: vec![Column::words(name), Column::number(count), Column::number(share)],
            rows: rows.into_iter().map(|(name, n)| row(name, n)).collect(),
            total: Some(row(self.say(if asked.is_some() { "report-net-tidy-asked" } else { "report-total" }), whole)),
            note: None,
        })
    }

    fn sessions_by_seat(&self) -> Option<Table> {
        let rows = self.figures.internet.seats.iter().map(|c| (c.key.clone(), c.entries)).collect();
        let titles = ["report-net-by-seat", "report-net-seat", "report-net-sessions", "report-net-share"];
        self.shares(titles, rows, None)
    }

    fn sessions_by_hour(&self) -> Option<Table> {
        let name = |c: &Count| match c.key.parse().map(|hour| self.hour(hour)) {
            Ok(Value::Text(hour)) => hour,
            _ => self.say("report-unknown"),
        };
        let rows = self.figures.internet.hours.iter().map(|c| (name(c), c.entries)).collect();
        let titles = ["report-net-by-hour", "report-hour", "report-net-sessions", "report-net-share"];
        self.shares(titles, rows, None)
    }

    fn sessions_by_end(&self) -> Option<Table> {
        let name = |c: &Count| match c.key.as_str() {
            "open" | "self" | "staff" | "automatic" => self.say(&format!("report-net-end-{}", c.key)),
            _ => self.say("report-unknown"),
        };
        let rows = self.figures.internet.ended.iter().map(|c| (name(c), c.entries)).collect();
        let titles = ["report-net-by-end", "report-net-end", "report-net-sessions", "report-net-share"];
        self.shares(titles, rows, None)
    }

    fn tidiness(&self) -> Option<Table> {
        let tidy = self.figures.internet.tidy;
        let rows = tidy.points().map(|(point, n)| (self.say(&format!("report-net-tidy-{point}")), n)).into();
        let titles = ["report-net-tidy", "report-net-tidy-point", "report-net-sessions", "report-net-share"];
        self.shares(titles, rows, Some(tidy.asked))
    }

    /// Who was turned away, by reason.
    fn turned_away(&self) -> Option<Table> {
        let refused = self.figures.internet.refused?;
        let row = |(why, n): (RefusedFor, u64)| (self.say(&format!("report-net-refused-{}", why.id())), n);
        let rows = refused.by_reason().map(row).collect();
        let titles =
            ["report-net-refused", "report-net-refused-why", "report-net-refused-count", "report-net-out-share"];
        self.shares(titles, rows, None)
    }

    fn check_out(&self) -> Table {
        let figures = &self.figures.internet;
        let minutes = [("minutes", self.words.number(u64::from(figures.check_out_seconds.div_ceil(60))))];
        let timely = figures.check_out;
        let rows = vec![
            (self.say("report-net-out-measured"), Value::Count(timely.measured)),
            (self.say_with("report-net-out-within", &minutes), Value::Count(timely.within)),
            (self.say("report-net-out-share"), Value::share(timely.within, timely.measured)),
        ];
        Table { title: self.say_with("report-net-out", &minutes), ..self.facts("report-net-out-share", rows) }
    }

    fn satisfaction(&self) -> Table {
        let ratings = self.figures.internet.ratings;
        let grade = ratings.grade().map(Grade::letter);
        let scores = (1..).zip(ratings.0);
        let mut rows: Vec<_> =
            scores.map(|(score, n)| (self.say(&format!("report-net-rating-{score}")), Value::Count(n))).collect();
        rows.extend([
            (self.say("report-net-rating-count"), Value::Count(ratings.total())),
            (self.say("report-net-index"), ratings.index().map_or(Value::Empty, Value::Hundredths)),
            (self.say("report-net-grade"), grade.map_or(Value::Empty, Value::text)),
        ]);
        self.facts("report-net-ratings", rows)
    }
}
