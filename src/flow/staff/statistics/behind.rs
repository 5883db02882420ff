//! From a touched figure to the rows of the book that it counts.

use chrono::NaiveDate;

use super::super::visits::{When, Wish};
use super::{Page, Told};
use crate::domain::listing::{Pace, Sieve};
use crate::domain::purpose::PurposeId;
use crate::domain::span::{Span, SpanKind};
use crate::domain::visit::MembershipType;

/// What a figure counts, beside its days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Behind {
    /// The figure, which stays told. A card at the head has days of its own; anything else counts the days chosen.
    pub told: Option<Told>,
    /// Only this column of the book.
    pub kind: Option<MembershipType>,
    /// Only this purpose.
    pub purpose: Option<PurposeId>,
    /// Only entries of this pace.
    pub pace: Option<Pace>,
}

impl Page {
    /// What Kunjungan is to list; `None` while there are no figures.
    pub(in crate::flow::staff) fn wish(&self, behind: &Behind) -> Option<Wish> {
        let dashboard = &self.figures.as_ref()?.dashboard;
        let span = match behind.told {
            Some(Told::Card(at)) => dashboard.cards.get(at)?.span,
            _ => dashboard.question.span,
        };
        let (kind, purpose, pace) = (behind.kind, behind.purpose.clone(), behind.pace);
        let sieve = Sieve { kind, purpose, pace, ..Sieve::default() };
        Some(Wish { when: when(span, dashboard.question.today), sieve })
    }
}

/// The days in the words of Kunjungan.
fn when(span: Span, today: NaiveDate) -> When {
    match span.kind() {
        SpanKind::Day if span.from() == today => When::Today,
        SpanKind::Day if Some(span.from()) == today.pred_opt() => When::Yesterday,
        SpanKind::Year if span.contains(today) => When::Year,
        _ => When::Between(span.from(), span.to()),
    }
}
