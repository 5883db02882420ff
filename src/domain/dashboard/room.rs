//! The internet room beside what it was before.

use super::Comparison;
use crate::domain::report::{InternetFigures, Ratings};
use crate::domain::span::Span;

/// The room over the days of a question, beside the days that they are compared with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoomStanding {
    /// What the report on the internet room says of the same days.
    pub figures: InternetFigures,
    /// What they are compared with; `None` where nothing can be compared.
    pub against: Option<RoomAgainst>,
}

/// The room before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomAgainst {
    /// Which parts are compared. Sessions go by the hour in which they began.
    pub comparison: Comparison,
    /// Sessions of the part of the span.
    pub now: u64,
    /// Sessions of the part before.
    pub then: u64,
    /// Satisfaction over the whole of the days before: ratings are kept by the day, and a mean does not grow with hours.
    pub ratings: Ratings,
}

impl RoomAgainst {
    /// Compares the figures of a span with those of the days before.
    #[must_use]
    pub fn of(comparison: Comparison, now: &InternetFigures, then: &InternetFigures) -> Self {
        Self {
            comparison,
            now: sessions(now, comparison.now, comparison.before_hour),
            then: sessions(then, comparison.then, comparison.before_hour),
            ratings: then.ratings,
        }
    }
}

/// Sessions of the compared part: those of its days, or of a running day those of the hours that are over.
fn sessions(figures: &InternetFigures, part: Span, before_hour: Option<u32>) -> u64 {
    match before_hour {
        None => figures.days.iter().filter(|(day, _)| part.contains(*day)).map(|(_, n)| n).sum(),
        Some(before) => {
            let over = |key: &str| key.parse::<u32>().is_ok_and(|hour| hour < before);
            figures.hours.iter().filter(|count| over(&count.key)).map(|count| count.entries).sum()
        }
    }
}
