//! The statistics page of the panel, from totals alone: [`Book::dashboard`] reads each of them once.

use chrono::{Days, NaiveDate};

use super::book::Book;
use super::error::StorageError;
use super::histogram::Measure;
use super::months::{self, Sums};
use super::report_figures::Labels;
use super::statistics::{place, unsigned};
use super::totals::hour_key;
use crate::domain::dashboard::{
    Against, Busy, Comparison, Counted, Dashboard, PurposeCount, Question, Standing, Step, Usual, card_spans, compared,
    elapsed,
};
use crate::domain::lang::Lang;
use crate::domain::period::Period;
use crate::domain::purpose::Purpose;
use crate::domain::report::Tally;
use crate::domain::span::{Span, SpanKind};
use crate::domain::statistics::{Count, Dimension};
use crate::domain::visit::MembershipType;

/// Days of the busy hours where the span itself is shorter: four of every weekday.
const FOUR_WEEKS: u64 = 28;
/// The most days that are shown one by one along time.
const DAYS_ONE_BY_ONE: u64 = 62;
/// The most days that are shown by month: three years.
const DAYS_BY_MONTH: u64 = 3 * 366;

impl Book {
    /// Everything that the statistics page shows of a span except who came most often ([`Self::regulars`]), of one
    /// moment of the book. Purposes bear the words of `purposes` in `lang`; retired ones keep what was on the screen.
    ///
    /// The cost grows with the months of the span and the days at its ends: ten years are read in a few milliseconds.
    ///
    /// # Errors
    /// SQLite refused, or a total is damaged.
    pub fn dashboard(&self, question: Question, purposes: &[Purpose], lang: Lang) -> Result<Dashboard, StorageError> {
        let moment = self.conn.unchecked_transaction()?;
        let span = question.span;
        let sums = Sums::of(&self.conn, span)?;
        let (step, trend) = self.trend(question, &sums)?;
        let cards = card_spans(span, question.today).into_iter().map(|card| self.standing(card, question));
        let dashboard = Dashboard {
            question,
            cards: cards.collect::<Result<_, _>>()?,
            whole: sums.of_key("total", "total"),
            hours: hours(&sums),
            usual: self.usual(question)?,
            busy: self.busy(question, &sums)?,
            by_type: std::array::from_fn(|at| sums.of_key("type", MembershipType::ALL[at].id()).tally),
            purposes: ranked(&sums, &Labels { book: self, purposes, lang })?,
            sex: self.listed(&sums, Dimension::Sex),
            age: self.listed(&sums, Dimension::Age),
            education: self.listed(&sums, Dimension::Education),
            occupation: self.listed(&sums, Dimension::Occupation),
            check_in: months::lengths(&self.conn, Measure::Checkin, span)?,
            trend,
            step,
        };
        moment.finish()?;
        Ok(dashboard)
    }

    fn standing(&self, span: Span, question: Question) -> Result<Standing, StorageError> {
        let against = match compared(span, question.today, question.hour) {
            None => None,
            Some(comparison) => {
                let now = self.part(comparison.now, comparison)?;
                let then = self.part(comparison.then, comparison)?;
                (then.entries > 0).then_some(Against { comparison, now, then })
            }
        };
        Ok(Standing { span, counted: months::counted(&self.conn, span)?, against })
    }

    /// The compared part of a span.
    fn part(&self, span: Span, comparison: Comparison) -> Result<Tally, StorageError> {
        let Some(hour) = comparison.before_hour else { return Ok(months::counted(&self.conn, span)?.tally) };
        let mut query = self.conn.prepare_cached(
            "SELECT coalesce(sum(entries), 0), coalesce(sum(people), 0) FROM day_total
             WHERE local_date = ?1 AND dimension = 'hour' AND key < ?2",
        )?;
        Ok(query.query_row((span.from().to_string(), hour_key(hour)), |r| {
            Ok(Tally { entries: unsigned(r.get(0)?), people: unsigned(r.get(1)?) })
        })?)
    }

    /// What came on the same weekday of the four weeks before.
    fn usual(&self, question: Question) -> Result<Option<Usual>, StorageError> {
        if question.span.kind() != SpanKind::Day {
            return Ok(None);
        }
        let mut usual = Usual { days: 0, hours: [Tally::default(); 24] };
        for week in 1..=4 {
            let Some(day) = question.span.from().checked_sub_days(Days::new(7 * week)) else { continue };
            let Ok(day) = Span::day(day) else { continue };
            let sums = Sums::of(&self.conn, day)?;
            usual.days += sums.of_key("total", "total").days;
            for (sum, tally) in usual.hours.iter_mut().zip(hours(&sums)) {
                *sum += tally;
            }
        }
        Ok(Some(usual))
    }

    /// The busy hours of the span where it has four weeks that are over or running, else of the four weeks up to its
    /// end; of a running day up to the day before.
    fn busy(&self, question: Question, sums: &Sums) -> Result<Busy, StorageError> {
        let passed = elapsed(question.span, question.today);
        if let Some(passed) = passed.filter(|passed| passed.len_days() >= FOUR_WEEKS) {
            // Days that have not come yet hold nothing.
            return Ok(Busy { period: passed.period(), cells: sums.weekday_hours, days: sums.weekdays });
        }
        let yesterday = question.today.pred_opt().unwrap_or(question.today);
        let last = passed.map_or(yesterday, |passed| passed.to().min(yesterday));
        let first = last.checked_sub_days(Days::new(FOUR_WEEKS - 1)).unwrap_or(last);
        let weeks = match Span::range(first, last) {
            Ok(span) => Sums::of(&self.conn, span)?,
            Err(_) => Sums::default(),
        };
        Ok(Busy { period: Period::between(first, last), cells: weeks.weekday_hours, days: weeks.weekdays })
    }

    fn trend(&self, question: Question, sums: &Sums) -> Result<(Step, Vec<(NaiveDate, Tally)>), StorageError> {
        let span = question.span;
        let days = span.len_days();
        let Some(passed) = elapsed(span, question.today).filter(|_| span.kind() != SpanKind::Day) else {
            return Ok((Step::Day, Vec::new()));
        };
        if days <= DAYS_ONE_BY_ONE {
            let counts = self.grouped("total", "day.d", span.period())?;
            let tally = |day: NaiveDate| {
                let key = day.to_string();
                counts.iter().find(|c| c.key == key).map(Tally::from).unwrap_or_default()
            };
            return Ok((Step::Day, passed.days().map(|day| (day, tally(day))).collect()));
        }
        let of_month =
            |month: NaiveDate| sums.months.get(&month.format("%Y-%m").to_string()).copied().unwrap_or_default();
        let months = passed.months().map(|month| (month, of_month(month)));
        if days <= DAYS_BY_MONTH {
            return Ok((Step::Month, months.collect()));
        }
        let mut years: Vec<(NaiveDate, Tally)> = Vec::new();
        for (month, tally) in months {
            let first = Span::year_of(month).map_or(month, |year| year.from());
            match years.last_mut().filter(|year| year.0 == first) {
                Some(year) => year.1 += tally,
                None => years.push((first, tally)),
            }
        }
        Ok((Step::Year, years))
    }

    fn listed(&self, sums: &Sums, dimension: Dimension) -> Vec<Count> {
        let count =
            |(key, tally): (&str, Tally)| Count { key: key.to_owned(), entries: tally.entries, people: tally.people };
        let mut counts: Vec<Count> = sums.keys(dimension.id()).map(count).collect();
        let order = self.natural_order(dimension);
        counts.sort_by(|a, b| place(&order, &a.key).cmp(&place(&order, &b.key)).then_with(|| a.key.cmp(&b.key)));
        counts
    }
}

fn hours(sums: &Sums) -> [Tally; 24] {
    std::array::from_fn(|hour| {
        u32::try_from(hour).map_or(Counted::default(), |h| sums.of_key("hour", &hour_key(h))).tally
    })
}

/// Purposes by people; equal ones keep the library's order.
fn ranked(sums: &Sums, labels: &Labels<'_>) -> Result<Vec<PurposeCount>, StorageError> {
    let mut counts: Vec<(&str, Tally)> = sums.keys("purpose").collect();
    counts.sort_unstable_by_key(|count| count.0);
    let mut listed = Vec::new();
    for purpose in labels.purposes {
        let id = purpose.id.as_str();
        let found = counts.iter().position(|count| count.0 == id).map(|at| counts.remove(at).1);
        if purpose.active || found.is_some() {
            let label = labels.of(id)?;
            listed.push(PurposeCount { id: id.to_owned(), label, tally: found.unwrap_or_default() });
        }
    }
    for (id, tally) in counts {
        listed.push(PurposeCount { id: id.to_owned(), label: labels.of(id)?, tally });
    }
    listed.sort_by_key(|count| std::cmp::Reverse(count.tally.people));
    Ok(listed)
}
