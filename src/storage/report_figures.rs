//! The figures of official reports, read in one transaction so that all tables of a report are of one moment.

use std::collections::BTreeMap;

use chrono::{FixedOffset, NaiveDate};

use super::book::{Book, moment};
use super::error::StorageError;
use super::histogram::Measure;
use super::months;
use super::statistics::unsigned;
use super::totals::OVERFLOW_BUCKET;
use crate::domain::lang::Lang;
use crate::domain::name::Name;
use crate::domain::purpose::Purpose;
use crate::domain::report::{DayFigures, Figures, GroupVisit, Labelled, ReportKind, Request, Tally, Timely};
use crate::domain::span::Span;
use crate::domain::statistics::Dimension;
use crate::domain::visit::MembershipType;

/// Room around a span of local days in which the moments of its visits lie.
const DAY_MS: i64 = 86_400_000;

impl Book {
    /// The figures of a report. Purposes stand in the order of `purposes`, the library's present list, with the words
    /// of `lang`; retired ones that were chosen in the span keep the words that were on the screen.
    ///
    /// The cost grows with the days of the span, except for the lists of groups and of internet sessions, which are
    /// read only for the reports on them.
    ///
    /// # Errors
    /// SQLite refused, or a row is damaged.
    pub fn report_figures(&self, request: &Request, purposes: &[Purpose], lang: Lang) -> Result<Figures, StorageError> {
        let moment = self.conn.unchecked_transaction()?;
        let span = request.span;
        let period = span.period();
        let labels = Labels { book: self, purposes, lang };
        let mut figures = Figures {
            before: self.tally_before(span)?,
            days: self.report_days(request)?,
            hours: self.statistics(Dimension::Hour, period)?,
            purposes: labels.counted(span)?,
            sex: self.statistics(Dimension::Sex, period)?,
            age: self.statistics(Dimension::Age, period)?,
            education: self.statistics(Dimension::Education, period)?,
            occupation: self.statistics(Dimension::Occupation, period)?,
            ..Figures::empty(span, request.check_in_seconds, request.check_out_seconds)
        };
        figures.check_in = months::lengths(&self.conn, Measure::Checkin, span)?;
        match request.kind {
            ReportKind::Groups => figures.groups = self.group_visits(span, &labels)?,
            ReportKind::Internet => figures.internet = self.internet_figures(span, request.check_out_seconds)?,
            ReportKind::Visits | ReportKind::Sop => {}
        }
        moment.finish()?;
        Ok(figures)
    }

    /// The same span before; nothing to compare with where nobody came in it.
    fn tally_before(&self, span: Span) -> Result<Option<Tally>, StorageError> {
        let Some(before) = span.before() else { return Ok(None) };
        let counts = self.statistics(Dimension::Total, before.period())?;
        Ok(counts.first().map(Tally::from).filter(|t| t.entries > 0))
    }

    fn report_days(&self, request: &Request) -> Result<Vec<DayFigures>, StorageError> {
        let period = request.span.period();
        let mut days: BTreeMap<NaiveDate, DayFigures> = BTreeMap::new();
        for count in self.grouped("type", "day.d || '/' || t.key", period)? {
            let (date, kind) = count.key.split_once('/').ok_or_else(|| damaged("a total"))?;
            let date = day(date)?;
            let kind = MembershipType::from_id(kind).ok_or_else(|| damaged("a total"))?;
            let empty = DayFigures { date, by_type: [Tally::default(); 3], timely: Timely::default() };
            days.entry(date).or_insert(empty).by_type[kind as usize] += Tally::from(&count);
        }
        let mut query = self.conn.prepare_cached(
            "SELECT local_date, sum(n), sum(CASE WHEN bucket <= ?3 AND bucket < ?4 THEN n ELSE 0 END)
             FROM day_histogram WHERE local_date BETWEEN ?1 AND ?2 AND measure = 'checkin' GROUP BY local_date",
        )?;
        let (from, to) = ends(request.span);
        let mut rows = query.query((from, to, request.check_in_seconds, OVERFLOW_BUCKET))?;
        while let Some(row) = rows.next()? {
            if let Some(figures) = days.get_mut(&day(&row.get::<_, String>(0)?)?) {
                figures.timely = Timely { measured: unsigned(row.get(1)?), within: unsigned(row.get(2)?) };
            }
        }
        Ok(days.into_values().collect())
    }

    fn group_visits(&self, span: Span, labels: &Labels<'_>) -> Result<Vec<GroupVisit>, StorageError> {
        let mut query = self.conn.prepare_cached(
            "SELECT local_date, at_ms, utc_offset_s, institution, name, male, female, purpose FROM visit
             WHERE at_ms BETWEEN ?1 AND ?2 AND local_date BETWEEN ?3 AND ?4
               AND membership_type = 'group' AND voided = 0
             ORDER BY at_ms, n",
        )?;
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let mut groups = Vec::new();
        let mut rows = query.query(around(span))?;
        while let Some(r) = rows.next()? {
            let offset = FixedOffset::east_opt(r.get(2)?).ok_or_else(|| damaged("an offset"))?;
            let id: String = r.get(7)?;
            let purpose = match names.get(&id) {
                Some(known) => known.clone(),
                None => names.entry(id.clone()).or_insert(labels.of(&id)?).clone(),
            };
            groups.push(GroupVisit {
                date: day(&r.get::<_, String>(0)?)?,
                time: moment(r.get(1)?)?.with_timezone(&offset).time(),
                institution: r.get::<_, Option<String>>(3)?.as_deref().and_then(Name::from_list),
                leader: r.get::<_, Option<String>>(4)?.as_deref().and_then(Name::from_list),
                male: unsigned(r.get(5)?),
                female: unsigned(r.get(6)?),
                purpose,
            });
        }
        Ok(groups)
    }
}

/// The words of purposes.
pub(super) struct Labels<'b> {
    pub book: &'b Book,
    pub purposes: &'b [Purpose],
    pub lang: Lang,
}

impl Labels<'_> {
    pub(super) fn of(&self, id: &str) -> Result<String, StorageError> {
        let of = |label_id: &str, label_en: &str| match self.lang {
            Lang::Id => label_id.to_owned(),
            Lang::En => label_en.to_owned(),
        };
        if let Some(purpose) = self.purposes.iter().find(|p| p.id.as_str() == id) {
            return Ok(of(&purpose.label_id, &purpose.label_en));
        }
        Ok(self.book.purpose_label(id)?.map_or_else(|| id.to_owned(), |(label_id, label_en)| of(&label_id, &label_en)))
    }

    /// Every purpose that can be chosen or was chosen, with its count.
    fn counted(&self, span: Span) -> Result<Vec<Labelled>, StorageError> {
        let mut counts = self.book.statistics(Dimension::Purpose, span.period())?;
        let mut listed = Vec::new();
        for purpose in self.purposes {
            let at = counts.iter().position(|c| c.key == purpose.id.as_str());
            let tally = at.map(|at| Tally::from(&counts.remove(at)));
            if purpose.active || tally.is_some() {
                listed.push(Labelled { label: self.of(purpose.id.as_str())?, tally: tally.unwrap_or_default() });
            }
        }
        for count in &counts {
            listed.push(Labelled { label: self.of(&count.key)?, tally: Tally::from(count) });
        }
        Ok(listed)
    }
}

pub(super) fn ends(span: Span) -> (String, String) {
    (span.from().to_string(), span.to().to_string())
}

/// The moments among which a span's visits lie, and its days, as the parameters of a query.
pub(super) fn around(span: Span) -> (i64, i64, String, String) {
    let midnight = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    let (from, to) = ends(span);
    (midnight(span.from()) - DAY_MS, midnight(span.to()) + 2 * DAY_MS, from, to)
}

pub(super) fn day(text: &str) -> Result<NaiveDate, StorageError> {
    text.parse().map_err(|_| damaged("a date"))
}

fn damaged(what: &str) -> StorageError {
    StorageError::Damaged(what.to_owned())
}

#[cfg(test)]
mod tests;
