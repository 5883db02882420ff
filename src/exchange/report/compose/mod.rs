//! Writes the document of a report from its figures.

mod groups;
mod internet;
mod sop;
mod tables;
mod time;
mod visits;

use crate::domain::report::{Chart, Choices, Document, Figures, Frame, Part, ReportKind, Signature, Table, Value};
use crate::domain::span::SpanKind;
use crate::domain::visit::MembershipType;
use crate::i18n::{Arg, Lang, Words};

/// Writes a report. What the figures do not hold is said to be missing, never guessed.
#[must_use]
pub fn compose(figures: &Figures, kind: ReportKind, frame: &Frame, choices: Choices, lang: Lang) -> Document {
    let mut draft = Draft { words: Words::of(lang), figures, frame, choices, parts: Vec::new(), notes: Vec::new() };
    match kind {
        ReportKind::Visits => draft.visits(),
        ReportKind::Internet => draft.internet(),
        ReportKind::Sop => draft.sop(),
        ReportKind::Groups => draft.groups(),
    }
    draft.finish(kind)
}

/// A report that is being written.
struct Draft<'a> {
    words: Words,
    figures: &'a Figures,
    frame: &'a Frame,
    choices: Choices,
    parts: Vec<Part>,
    notes: Vec<String>,
}

impl Draft<'_> {
    fn say(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn say_with(&self, key: &str, args: &[Arg<'_>]) -> String {
        self.words.with(key, args)
    }

    fn sentence(&mut self, key: &str) {
        let sentence = self.say(key);
        self.parts.push(Part::Text(sentence));
    }

    fn note(&mut self, key: &str) {
        let note = self.say(key);
        self.notes.push(note);
    }

    fn table(&mut self, table: Table) {
        self.parts.push(Part::Table(table));
    }

    /// A table with bars above it that show one of its columns, where bars are wanted and there is one to see.
    fn table_with_chart(&mut self, table: Table, title: String, value: usize) {
        if self.choices.chart && seen(&table, value) {
            self.parts.push(Part::Chart(Chart { title, table: self.parts.len() + 1, label: 0, value }));
        }
        self.parts.push(Part::Table(table));
    }

    /// Bars before everything else that show a column of the table at `table`.
    fn chart_on_top(&mut self, table: usize, title: &str, value: usize) {
        if self.choices.chart && matches!(self.parts.get(table), Some(Part::Table(t)) if seen(t, value)) {
            let chart = Chart { title: self.say(title), table: table + 1, label: 0, value };
            self.parts.insert(0, Part::Chart(chart));
        }
    }

    fn finish(mut self, kind: ReportKind) -> Document {
        let (words, figures) = (self.words, self.figures);
        let end = self.last_day();
        if end < figures.span.to() && end >= figures.span.from() {
            let note = self.say_with("report-note-running", &[("date", words.date(end))]);
            self.notes.push(note);
        }
        let date = words.date(self.frame.made_on);
        Document {
            lang: words.lang(),
            title: self.say_with(title_of(kind), &[("span", words.span(&figures.span))]),
            subtitle: self.subtitle(kind),
            place_and_date: match &self.frame.letterhead.place {
                Some(place) => self.say_with("report-place-date", &[("place", place.clone()), ("date", date)]),
                None => date,
            },
            signatures: if self.choices.signatures {
                ["report-known", "report-staff"].map(|key| Signature { role: self.say(key) }).into()
            } else {
                Vec::new()
            },
            audit: self.frame.audit.as_ref().map(|head| {
                let args = [("count", words.number(head.count)), ("hash", head.hex())];
                self.say_with("report-audit", &args)
            }),
            letterhead: self.frame.letterhead.clone(),
            parts: self.parts,
            notes: self.notes,
        }
    }

    fn subtitle(&self, kind: ReportKind) -> String {
        let span = &self.figures.span;
        let end = self.last_day().clamp(span.from(), span.to());
        let days = match span.kind() {
            SpanKind::Day => self.words.long_date(span.from()),
            _ => self.words.from_to(span.from(), end),
        };
        let number = |n| self.words.number(n);
        if kind == ReportKind::Internet {
            let args = [("days", days), ("sessions", number(self.figures.internet.sessions()))];
            return self.say_with("report-summed-sessions", &args);
        }
        let total = match kind {
            ReportKind::Groups => self.figures.of_type(MembershipType::Group),
            _ => self.figures.total(),
        };
        let args = [("days", days), ("people", number(total.people)), ("entries", number(total.entries))];
        self.say_with("report-summed", &args)
    }
}

/// Whether a bar of this column would be seen.
fn seen(table: &Table, value: usize) -> bool {
    table.rows.iter().any(|row| matches!(row.get(value), Some(Value::Count(1..))))
}

fn title_of(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Visits => "report-visits",
        ReportKind::Internet => "report-internet",
        ReportKind::Sop => "report-sop",
        ReportKind::Groups => "report-groups",
    }
}
