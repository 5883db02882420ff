//! "Rombongan": which groups came, from where, with how many people.

use super::Draft;
use crate::domain::name::Name;
use crate::domain::report::{Column, GroupVisit, Table, Value};
use crate::domain::visit::MembershipType;

/// The column of people in the table along time; the bars show it.
const PEOPLE: usize = 2;

impl Draft<'_> {
    pub(super) fn groups(&mut self) {
        let total = self.figures.of_type(MembershipType::Group);
        if total.entries == 0 {
            self.sentence("report-empty-groups");
        }
        let summary = self.groups_summary();
        self.table(summary);
        if total.entries > 0 {
            self.groups_along_time();
            let list = self.groups_list();
            self.table(list);
            if self.choices.mask_names {
                self.note("report-note-masked");
            }
        }
        self.note("report-note-words");
        self.note("report-note-voided");
    }

    fn groups_summary(&self) -> Table {
        let total = self.figures.of_type(MembershipType::Group);
        let sum = |n: fn(&GroupVisit) -> u64| Value::Count(self.figures.groups.iter().map(n).sum());
        let rows = vec![
            (self.say("report-sum-entries"), Value::Count(total.entries)),
            (self.say("report-sum-people"), Value::Count(total.people)),
            (self.say("report-groups-male"), sum(|g| g.male)),
            (self.say("report-groups-female"), sum(|g| g.female)),
            (self.say("report-groups-mean"), Value::mean(total.people, total.entries)),
        ];
        self.facts("report-summary", rows)
    }

    fn groups_along_time(&mut self) {
        let Some(step) = self.steps().first().copied() else { return };
        let group = MembershipType::Group;
        let row = |name, tally: crate::domain::report::Tally| {
            vec![name, Value::Count(tally.entries), Value::Count(tally.people)]
        };
        let rows = self.rows(step).into_iter().map(|r| row(step.name(r.first), r.by_type[group as usize]));
        let table = Table {
            title: self.say(step.pick("report-by-date", "report-by-month")),
            columns: vec![
                self.time_column(step),
                Column::number(self.say("report-entries")),
                Column::number(self.say("report-people")),
            ],
            rows: rows.collect(),
            total: Some(row(Value::Text(self.say("report-total")), self.figures.of_type(group))),
            note: None,
        };
        let title = self.say(step.pick("report-groups-chart-date", "report-groups-chart-month"));
        self.table_with_chart(table, title, PEOPLE);
    }

    fn groups_list(&self) -> Table {
        let name = |name: &Option<Name>, masked: bool| match name {
            None => Value::Text(self.say("report-groups-erased")),
            Some(name) if masked => Value::Text(name.masked()),
            Some(name) => Value::text(name.as_str()),
        };
        let rows = self.figures.groups.iter().map(|g| {
            vec![
                Value::Day(g.date),
                Value::Text(self.words.time(g.time)),
                name(&g.institution, false),
                name(&g.leader, self.choices.mask_names),
                Value::Text(g.purpose.clone()),
                Value::Count(g.male),
                Value::Count(g.female),
                Value::Count(g.male + g.female),
            ]
        });
        let sum = |n: fn(&GroupVisit) -> u64| Value::Count(self.figures.groups.iter().map(n).sum());
        let mut total = vec![Value::Text(self.say("report-total"))];
        total.extend(vec![Value::Text(String::new()); 4]);
        total.extend([sum(|g| g.male), sum(|g| g.female), sum(|g| g.male + g.female)]);
        let words =
            ["report-date", "report-hour", "report-groups-institution", "report-groups-leader", "report-purpose"];
        let numbers = ["report-groups-male", "report-groups-female", "report-people"];
        let columns = words.iter().map(|key| Column::words(self.say(key)));
        Table {
            title: self.say("report-groups-list"),
            columns: columns.chain(numbers.iter().map(|key| Column::number(self.say(key)))).collect(),
            rows: rows.collect(),
            total: Some(total),
            note: None,
        }
    }
}
