//! What the statistics page of the staff panel shows: the figures of a span, of what it is compared with, and of who
//! came most often. Entries ("pencatatan") and people ("orang") are told apart in every figure.

mod cards;
mod compare;
mod room;

use chrono::NaiveDate;

pub use cards::card_spans;
pub use compare::{Comparison, compared, elapsed};
pub use room::{RoomAgainst, RoomStanding};

use super::card::CardNumber;
use super::name::Name;
use super::period::Period;
use super::report::{Histogram, Tally};
use super::span::Span;
use super::statistics::Count;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The days that the page is about.
    pub span: Span,
    /// The library's day.
    pub today: NaiveDate,
    /// The library's hour, 0 to 23; the hours before it are over.
    pub hour: u32,
}

/// Entries and people, and on how many days somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// Days with at least one entry.
    pub days: u64,
    /// Entries and people.
    pub tally: Tally,
}

/// A span's whole count beside the same span before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The span.
    pub span: Span,
    /// All of it.
    pub counted: Counted,
    /// What it is compared with; `None` where nothing can be compared or nobody came then.
    pub against: Option<Against>,
}

/// Two counts of equal length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Against {
    /// Which parts are compared.
    pub comparison: Comparison,
    /// The part of the span.
    pub now: Tally,
    /// The part before.
    pub then: Tally,
}

/// How many usually come at each hour of such a day: what came on the same weekday of the four weeks before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// How many of the four days had visitors.
    pub days: u64,
    /// What came on all of them together, by hour.
    pub hours: [Tally; 24],
}

/// Weekday by hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    /// Which days were counted.
    pub period: Period,
    /// From Monday: what came on all such weekdays together, by hour.
    pub cells: [[Tally; 24]; 7],
    /// From Monday: on how many of these weekdays somebody came.
    pub days: [u64; 7],
}

/// The steps along time in which a longer span is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Day by day.
    Day,
    /// Month by month.
    Month,
    /// Year by year.
    Year,
}

/// One purpose with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurposeCount {
    /// The id.
    pub id: String,
    /// The words for it, also of a retired one.
    pub label: String,
    /// How many.
    pub tally: Tally,
}

/// The first answer: everything that totals can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    /// What was asked.
    pub question: Question,
    /// The counts of [`card_spans`], in its order.
    pub cards: Vec<Standing>,
    /// The whole span.
    pub whole: Counted,
    /// By hour of the day.
    pub hours: [Tally; 24],
    /// What is usual on such a day; of a single day only.
    pub usual: Option<Usual>,
    /// The busy hours.
    pub busy: Busy,
    /// By column of the book, in the order of [`super::visit::MembershipType::ALL`].
    pub by_type: [Tally; 3],
    /// By purpose, most people first; those that can be chosen are there even when nobody did.
    pub purposes: Vec<PurposeCount>,
    /// By sex. A group counts as one entry under every sex that it has.
    pub sex: Vec<Count>,
    /// By age group.
    pub age: Vec<Count>,
    /// By education.
    pub education: Vec<Count>,
    /// By occupation.
    pub occupation: Vec<Count>,
    /// Lengths of check-ins in seconds, by column of the book.
    pub check_in: [Histogram; 3],
    /// Along time: the first day of each step and what came in it, steps without a visit too, up to the last day that
    /// has begun. Empty for a single day.
    pub trend: Vec<(NaiveDate, Tally)>,
    /// The steps of `trend`.
    pub step: Step,
}

impl Dashboard {
    /// Whether nobody came.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.tally.entries == 0
    }
}

/// A member who came often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regular {
    /// The card.
    pub card: CardNumber,
    /// The name as it stood at the latest visit.
    pub name: Name,
    /// Entries.
    pub visits: u64,
}

/// The second answer: what only the rows themselves can say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Regulars {
    /// The members who came most often, most visits first, at most [`LISTED`].
    pub members: Vec<Regular>,
    /// Entries of members whose card is still kept.
    pub member_entries: u64,
    /// Where visitors came from, most people first, at most [`LISTED`].
    pub origins: Vec<Count>,
    /// Visits with any origin; the rest did not say or was erased.
    pub with_origin: Tally,
}

/// How many members and origins are listed.
pub const LISTED: usize = 8;
