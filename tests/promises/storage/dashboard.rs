//! The statistics page's figures equal an independent recount of the visits, for spans of every shape and at any hour.

use std::collections::BTreeMap;

use buku_pengunjung::domain::dashboard::{Dashboard, Question, Standing, Step};
use buku_pengunjung::domain::lang::Lang;
use buku_pengunjung::domain::report::Tally;
use buku_pengunjung::domain::span::{Span, SpanKind};
use buku_pengunjung::domain::statistics::Dimension;
use buku_pengunjung::domain::visit::{Entry, MembershipType, NewVisit, Visitor};
use buku_pengunjung::storage::Book;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;

use super::totals::recount;

/// The visits that count, and where their library stands.
struct Visits<'v> {
    all: &'v [NewVisit],
    zone: Tz,
}

impl<'v> Visits<'v> {
    fn local(&self, one: &NewVisit) -> DateTime<Tz> {
        self.zone.from_utc_datetime(&one.at.naive_utc())
    }

    fn day(&self, one: &NewVisit) -> NaiveDate {
        self.local(one).date_naive()
    }

    fn within(&self, from: NaiveDate, to: NaiveDate) -> Vec<&'v NewVisit> {
        self.all.iter().filter(|one| (from..=to).contains(&self.day(one))).collect()
    }

    fn days(&self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = self.within(from, to).into_iter().map(|one| self.day(one)).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    fn tally(&self, from: NaiveDate, to: NaiveDate) -> Tally {
        sum(self.within(from, to))
    }

    fn at_hour(&self, visits: &[&NewVisit], hour: usize) -> Tally {
        sum(visits.iter().copied().filter(|one| self.local(one).hour() as usize == hour))
    }
}

fn sum<'v>(visits: impl IntoIterator<Item = &'v NewVisit>) -> Tally {
    let mut tally = Tally::default();
    for one in visits {
        tally.entries += 1;
        tally.people += u64::from(one.visitor.headcount());
    }
    tally
}

/// Asks for spans of every kind around `day`, on that day and long after it, and compares.
pub fn compare(book: &Book, standing: &[NewVisit], zone: Tz, day: NaiveDate, length: u64) {
    let visits = Visits { all: standing, zone };
    let end = day + Days::new(length);
    let mut spans: Vec<Span> = SpanKind::ALL.iter().map(|kind| Span::holding(*kind, day).unwrap()).collect();
    spans.push(Span::range(day, end).unwrap());
    spans.push(Span::range(day - Days::new(6000), end).unwrap());
    for span in spans {
        for (today, hour) in [(day, 0), (day, 11), (day, 23), (end, 9), (end + Days::new(500), 9)] {
            let question = Question { span, today, hour };
            let said = book.dashboard(question, &[], Lang::Id).unwrap();
            assert_eq!(said.question, question);
            figures(&said, &visits);
            times(&said, &visits);
            busy(&said, &visits);
            for card in &said.cards {
                card_is_right(card, question, &visits);
            }
        }
        regulars(book, span, &visits);
    }
}

fn figures(said: &Dashboard, visits: &Visits<'_>) {
    let span = said.question.span;
    let within = visits.within(span.from(), span.to());
    assert_eq!(said.whole.tally, sum(within.iter().copied()));
    assert_eq!(said.whole.days, visits.days(span.from(), span.to()).len() as u64);
    assert_eq!(said.is_empty(), within.is_empty());
    for (hour, tally) in said.hours.iter().enumerate() {
        assert_eq!(*tally, visits.at_hour(&within, hour), "hour {hour}");
    }
    for (kind, tally) in MembershipType::ALL.iter().zip(said.by_type) {
        let of_kind = within.iter().copied().filter(|one| one.visitor.membership_type() == *kind);
        assert_eq!(tally, sum(of_kind), "{kind:?}");
    }
    let lists = [
        (Dimension::Sex, &said.sex),
        (Dimension::Age, &said.age),
        (Dimension::Education, &said.education),
        (Dimension::Occupation, &said.occupation),
    ];
    for (dimension, list) in lists {
        let list: BTreeMap<_, _> = list.iter().map(|c| (c.key.clone(), (c.entries, c.people))).collect();
        assert_eq!(list, recount(within.iter().copied(), visits.zone, dimension), "{dimension:?} of {span:?}");
    }
    assert!(said.purposes.windows(2).all(|two| two[0].tally.people >= two[1].tally.people));
    let purposes: BTreeMap<_, _> =
        said.purposes.iter().map(|p| (p.id.clone(), (p.tally.entries, p.tally.people))).collect();
    assert_eq!(purposes, recount(within.iter().copied(), visits.zone, Dimension::Purpose));
    for (kind, histogram) in MembershipType::ALL.iter().zip(&said.check_in) {
        let timed = within.iter().filter(|o| o.visitor.membership_type() == *kind && o.entry != Entry::Manual);
        let timed: Vec<u64> = timed.map(|one| one.walk_millis).collect();
        assert_eq!(histogram.total(), timed.len() as u64, "{kind:?}");
        // The attempt itself took its own few milliseconds, and a tenth holds what is less than half of one above it.
        let at_least = timed.iter().filter(|ms| **ms <= 59_000).count() as u64;
        let at_most = timed.iter().filter(|ms| **ms < 60_050).count() as u64;
        assert!((at_least..=at_most).contains(&histogram.within(60)), "{kind:?}");
    }
}

fn times(said: &Dashboard, visits: &Visits<'_>) {
    let span = said.question.span;
    if span.kind() == SpanKind::Day {
        assert!(said.trend.is_empty());
        let days: Vec<NaiveDate> = (1..=4).map(|week| span.from() - Days::new(7 * week)).collect();
        let usual = said.usual.unwrap();
        let open = days.iter().filter(|day| !visits.within(**day, **day).is_empty()).count();
        assert_eq!(usual.days, open as u64);
        for (hour, tally) in usual.hours.iter().enumerate() {
            let four = days.iter().map(|day| visits.at_hour(&visits.within(*day, *day), hour));
            assert_eq!(*tally, four.sum::<Tally>(), "usual at {hour}");
        }
        return;
    }
    assert_eq!(said.usual, None);
    let last = span.to().min(said.question.today);
    for (at, (first, tally)) in said.trend.iter().enumerate() {
        let end = match said.step {
            Step::Day => *first,
            Step::Month => *first + Months::new(1) - Days::new(1),
            Step::Year => NaiveDate::from_ymd_opt(first.year(), 12, 31).unwrap(),
        };
        // A month that has begun is counted whole, also where a clock ran ahead.
        assert_eq!(*tally, visits.tally((*first).max(span.from()), end.min(span.to())), "{first}");
        assert!(*first <= last && (at == 0 || said.trend[at - 1].0 < *first));
    }
    if span.from() <= last {
        let first = said.trend.first().unwrap().0;
        assert_eq!((first.year(), said.step == Step::Year || first <= span.from()), (span.from().year(), true));
        let (year, month) = (last.year(), last.month());
        let end = said.trend.last().unwrap().0;
        assert_eq!((end.year(), said.step == Step::Year || end.month() == month), (year, true));
    }
}

fn busy(said: &Dashboard, visits: &Visits<'_>) {
    let span = said.question.span;
    let today = said.question.today;
    let (from, to) = (said.busy.period.from.unwrap(), said.busy.period.to.unwrap());
    let begun = (today.min(span.to()) - span.from()).num_days() + 1;
    if begun >= 28 {
        assert_eq!((from, to), (span.from(), span.to().min(today)));
    } else {
        assert_eq!((to - from).num_days(), 27);
        assert!(to < today && to <= span.to().max(today));
    }
    // Whole spans are counted up to their end: nothing comes from the days ahead unless a clock ran ahead.
    let to = if begun >= 28 { span.to() } else { to };
    let within = visits.within(from, to);
    for weekday in 0..7 {
        let of_day = |day: NaiveDate| day.weekday().num_days_from_monday() as usize == weekday;
        let days = visits.days(from, to).into_iter().filter(|day| of_day(*day)).count();
        assert_eq!(said.busy.days[weekday], days as u64, "weekday {weekday}");
        let on_day: Vec<&NewVisit> = within.iter().copied().filter(|one| of_day(visits.day(one))).collect();
        for hour in 0..24 {
            assert_eq!(said.busy.cells[weekday][hour], visits.at_hour(&on_day, hour), "{weekday} {hour}");
        }
    }
}

fn card_is_right(card: &Standing, question: Question, visits: &Visits<'_>) {
    let span = card.span;
    assert_eq!(card.counted.tally, visits.tally(span.from(), span.to()));
    assert_eq!(card.counted.days, visits.days(span.from(), span.to()).len() as u64);
    let Some(against) = card.against else { return };
    let compared = against.comparison;
    assert!(compared.then.to() < compared.now.from(), "what was before lies before");
    assert_eq!((compared.now.from(), compared.now.to()), (span.from(), span.to().min(question.today)));
    if span.kind() == SpanKind::Day {
        assert_eq!(compared.then.from().weekday(), span.from().weekday());
    }
    let running = span.kind() == SpanKind::Day && span.from() == question.today;
    assert_eq!(compared.before_hour, running.then_some(question.hour));
    for (said, part) in [(against.now, compared.now), (against.then, compared.then)] {
        let before = |one: &&NewVisit| compared.before_hour.is_none_or(|hour| visits.local(one).hour() < hour);
        assert_eq!(said, sum(visits.within(part.from(), part.to()).into_iter().filter(before)));
    }
}

fn regulars(book: &Book, span: Span, visits: &Visits<'_>) {
    let said = book.regulars(span).unwrap();
    let within = visits.within(span.from(), span.to());
    let mut cards: BTreeMap<&str, u64> = BTreeMap::new();
    let mut origins: BTreeMap<String, Tally> = BTreeMap::new();
    for one in &within {
        match &one.visitor {
            Visitor::Member { card, .. } => *cards.entry(card.as_str()).or_default() += 1,
            Visitor::NonMember { origin: Some(origin), .. } => {
                *origins.entry(origin.as_str().to_lowercase()).or_default() += Tally { entries: 1, people: 1 };
            }
            _ => {}
        }
    }
    let mut most: Vec<(&str, u64)> = cards.clone().into_iter().collect();
    most.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    most.truncate(8);
    assert_eq!(said.members.iter().map(|m| (m.card.as_str(), m.visits)).collect::<Vec<_>>(), most);
    assert_eq!(said.member_entries, cards.values().sum::<u64>());
    assert_eq!(said.with_origin, origins.values().copied().sum());
    for origin in &said.origins {
        let tally = origins[&origin.key.to_lowercase()];
        assert_eq!((origin.entries, origin.people), (tally.entries, tally.people));
    }
    assert_eq!(said.origins.len(), origins.len().min(8));
}
