//! "Laporan Kunjungan": daily, monthly, quarterly, yearly, or of any range.

use super::Draft;
use super::time::Step;
use crate::domain::demographics::{AgeGroup, Education, Occupation, Sex};
use crate::domain::report::{Column, Table, Tally, Value};
use crate::domain::span::SpanKind;
use crate::domain::visit::MembershipType;

/// The column of all people in the tables along time and by hour; the bars show it.
const PEOPLE_OF_ALL: usize = 8;
const PEOPLE_BY_HOUR: usize = 2;

impl Draft<'_> {
    pub(super) fn visits(&mut self) {
        let empty = self.figures.total().entries == 0;
        if empty {
            self.sentence("report-empty");
        }
        let tables = [self.by_type(), self.summary()];
        for table in tables {
            self.table(table);
        }
        self.note("report-note-words");
        self.note("report-note-voided");
        if empty {
            return;
        }
        self.along_time();
        self.by_purpose();
        self.by_people();
        self.sop_in_visits();
    }

    fn summary(&self) -> Table {
        let (figures, total) = (self.figures, self.figures.total());
        let days = u64::try_from(figures.days.len()).unwrap_or(u64::MAX);
        let elapsed = (self.last_day() - figures.span.from()).num_days() + 1;
        let mut rows = vec![
            (self.say("report-sum-entries"), Value::Count(total.entries)),
            (self.say("report-sum-people"), Value::Count(total.people)),
        ];
        if figures.span.kind() != SpanKind::Day {
            rows.extend([
                (self.say("report-sum-days"), Value::Count(days)),
                (self.say("report-sum-mean-open"), Value::mean(total.people, days)),
                (
                    self.say("report-sum-mean-calendar"),
                    Value::mean(total.people, u64::try_from(elapsed).unwrap_or_default()),
                ),
            ]);
        }
        if let (Some(before), Some(span)) = (figures.before, figures.span.before()) {
            let named = |key| self.say_with(key, &[("span", self.words.span(&span))]);
            rows.extend([
                (named("report-sum-before-entries"), Value::Count(before.entries)),
                (named("report-sum-before"), Value::Count(before.people)),
                (named("report-sum-change"), difference(before, total)),
            ]);
        }
        self.facts("report-summary", rows)
    }

    fn by_type(&self) -> Table {
        let rows = MembershipType::ALL.iter().map(|t| (self.type_name(*t), self.figures.of_type(*t))).collect();
        self.tally_table("report-by-type", "report-type", rows, self.figures.total())
    }

    /// By date, month or hour; the first of these tables gives the bars at the head of the report.
    fn along_time(&mut self) {
        let first = self.parts.len();
        for step in self.steps() {
            let table = self.by_step(*step);
            self.table(table);
        }
        let by_hour = self.by_hour();
        self.table(by_hour);
        match self.steps().first() {
            Some(step) => self.chart_on_top(first, step.pick("report-chart-date", "report-chart-month"), PEOPLE_OF_ALL),
            None => self.chart_on_top(first, "report-chart-hour", PEOPLE_BY_HOUR),
        }
    }

    fn by_step(&self, step: Step) -> Table {
        let mut columns = vec![self.time_column(step)];
        let all = self.say("report-total");
        for group in MembershipType::ALL.iter().map(|t| self.type_name(*t)).chain([all]) {
            columns.push(Column::number(self.say("report-entries")).under(&group));
            columns.push(Column::number(self.say("report-people")).under(&group));
        }
        let compared = step == Step::Month && self.figures.span.kind() == SpanKind::Year;
        if compared {
            columns.push(Column::number(self.say("report-change")));
        }
        let line = |name: Value, by_type: [Tally; 3], total: Tally| {
            let counts = by_type.into_iter().chain([total]);
            let counts = counts.flat_map(|t| [Value::Count(t.entries), Value::Count(t.people)]);
            std::iter::once(name).chain(counts).collect::<Vec<_>>()
        };
        let mut before: Option<Tally> = None;
        let rows = self.rows(step).into_iter().map(|row| {
            let mut cells = line(step.name(row.first), row.by_type, row.total());
            if compared {
                cells.push(before.map_or(Value::Empty, |b| difference(b, row.total())));
            }
            before = Some(row.total());
            cells
        });
        let rows = rows.collect();
        let types = [MembershipType::Member, MembershipType::NonMember, MembershipType::Group];
        let mut total =
            line(Value::Text(self.say("report-total")), types.map(|t| self.figures.of_type(t)), self.figures.total());
        if compared {
            total.push(Value::Empty);
        }
        let title = self.say(step.pick("report-by-date", "report-by-month"));
        Table { title, columns, rows, total: Some(total), note: None }
    }

    fn by_hour(&self) -> Table {
        let hours: Vec<(u32, Tally)> =
            self.figures.hours.iter().filter_map(|c| Some((c.key.parse().ok()?, Tally::from(c)))).collect();
        let first = hours.iter().map(|h| h.0).min().unwrap_or(0);
        let last = hours.iter().map(|h| h.0).max().unwrap_or(0);
        let rows = (first..=last).map(|hour| {
            let tally: Tally = hours.iter().filter(|h| h.0 == hour).map(|h| h.1).sum();
            vec![
                self.hour(hour),
                Value::Count(tally.entries),
                Value::Count(tally.people),
                Value::share(tally.people, self.figures.total().people),
            ]
        });
        let rows = rows.collect();
        Table { rows, ..self.tally_table("report-by-hour", "report-hour", Vec::new(), self.figures.total()) }
    }

    fn by_purpose(&mut self) {
        let rows = self.figures.purposes.iter().map(|p| (p.label.clone(), p.tally)).collect();
        let table = self.tally_table("report-by-purpose", "report-purpose", rows, self.figures.total());
        self.table(table);
    }

    fn by_people(&mut self) {
        let figures = self.figures;
        let sexes: Vec<_> = Sex::ALL.iter().map(|s| s.id()).collect();
        let sexes = self.listed("sex", &sexes, &figures.sex);
        let mut sex = self.tally_table("report-by-sex", "report-sex", sexes, figures.total());
        if figures.sex.iter().map(|c| c.entries).sum::<u64>() != figures.total().entries {
            sex.note = Some(self.say("report-note-sex"));
        }
        self.table(sex);
        let age: Vec<_> = AgeGroup::ALL.iter().map(|a| a.id()).collect();
        let education: Vec<_> = Education::ALL.iter().map(|e| e.id()).collect();
        let occupation: Vec<_> = Occupation::ALL.iter().map(|o| o.id()).collect();
        let tables = [
            ("report-by-age", "report-age", self.listed("age", &age, &figures.age)),
            ("report-by-education", "report-education", self.listed("education", &education, &figures.education)),
            ("report-by-occupation", "report-occupation", self.listed("occupation", &occupation, &figures.occupation)),
        ];
        for (title, name, rows) in tables {
            let table = self.tally_table(title, name, rows, figures.total());
            self.table(table);
        }
        if figures.of_type(MembershipType::Group).entries > 0 {
            self.note("report-note-unknown");
        }
    }

    fn sop_in_visits(&mut self) {
        if self.figures.check_in_all().total() == 0 {
            self.sentence("report-empty-sop");
        } else {
            let table = self.sop_by_type();
            self.table(table);
        }
        self.note("report-note-sop");
    }
}

/// How many people more, or fewer.
fn difference(before: Tally, now: Tally) -> Value {
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Value::Change(signed(now.people) - signed(before.people))
}
