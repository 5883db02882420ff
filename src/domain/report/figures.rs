//! The figures of a report, as the book gives them.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use chrono::{NaiveDate, NaiveTime};

use super::{Histogram, InternetFigures};
use crate::domain::name::Name;
use crate::domain::span::Span;
use crate::domain::statistics::Count;
use crate::domain::visit::MembershipType;

/// Entries of the book ("pencatatan") and the people behind them ("orang"): always both, never one for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Entries.
    pub entries: u64,
    /// People.
    pub people: u64,
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { entries: self.entries + other.entries, people: self.people + other.people }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

impl From<&Count> for Tally {
    fn from(count: &Count) -> Self {
        Self { entries: count.entries, people: count.people }
    }
}

/// How many of the measured ones kept the standard's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Timely {
    /// Measured.
    pub measured: u64,
    /// Of these, within the time.
    pub within: u64,
}

impl AddAssign for Timely {
    fn add_assign(&mut self, other: Self) {
        self.measured += other.measured;
        self.within += other.within;
    }
}

/// One library-local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayFigures {
    /// The day.
    pub date: NaiveDate,
    /// By column of the book, in the order of [`MembershipType::ALL`].
    pub by_type: [Tally; 3],
    /// Check-ins against SOP step 1.
    pub timely: Timely,
}

impl DayFigures {
    /// The whole day.
    #[must_use]
    pub fn total(&self) -> Tally {
        self.by_type.into_iter().sum()
    }
}

/// A count under a label of the library's own, such as a purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The words for it.
    pub label: String,
    /// How many.
    pub tally: Tally,
}

/// One entry of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupVisit {
    /// The day.
    pub date: NaiveDate,
    /// The library-local time.
    pub time: NaiveTime,
    /// School or organisation; `None` once erased.
    pub institution: Option<Name>,
    /// The leader; `None` once erased.
    pub leader: Option<Name>,
    /// Men and boys.
    pub male: u64,
    /// Women and girls.
    pub female: u64,
    /// The words of the purpose.
    pub purpose: String,
}

/// Everything that the reports on a span are made from. Voided entries are never in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The days covered.
    pub span: Span,
    /// The same span before it; `None` where it cannot be compared.
    pub before: Option<Tally>,
    /// The days with at least one entry, ascending.
    pub days: Vec<DayFigures>,
    /// By hour of arrival; keys `00` to `23`.
    pub hours: Vec<Count>,
    /// By purpose, in the library's order; retired ones keep their place.
    pub purposes: Vec<Labelled>,
    /// By sex. An entry counts once under every sex that has people in it.
    pub sex: Vec<Count>,
    /// By age group.
    pub age: Vec<Count>,
    /// By education.
    pub education: Vec<Count>,
    /// By occupation.
    pub occupation: Vec<Count>,
    /// SOP step 1 in seconds.
    pub check_in_seconds: u32,
    /// Lengths of check-ins in seconds by column of the book, in the order of [`MembershipType::ALL`].
    pub check_in: [Histogram; 3],
    /// Entries of groups, oldest first; filled for the report on groups only.
    pub groups: Vec<GroupVisit>,
    /// The internet room.
    pub internet: InternetFigures,
}

impl Figures {
    /// Figures of a span in which nobody came.
    #[must_use]
    pub fn empty(span: Span, check_in_seconds: u32, check_out_seconds: u32) -> Self {
        Self {
            span,
            before: None,
            days: Vec::new(),
            hours: Vec::new(),
            purposes: Vec::new(),
            sex: Vec::new(),
            age: Vec::new(),
            education: Vec::new(),
            occupation: Vec::new(),
            check_in_seconds,
            check_in: [Histogram::default(), Histogram::default(), Histogram::default()],
            groups: Vec::new(),
            internet: InternetFigures { check_out_seconds, ..InternetFigures::default() },
        }
    }

    /// The whole span.
    #[must_use]
    pub fn total(&self) -> Tally {
        self.days.iter().map(DayFigures::total).sum()
    }

    /// The whole span in one column of the book.
    #[must_use]
    pub fn of_type(&self, kind: MembershipType) -> Tally {
        self.days.iter().map(|d| d.by_type[kind as usize]).sum()
    }

    /// All check-ins together.
    #[must_use]
    pub fn check_in_all(&self) -> Histogram {
        let [member, non_member, group] = &self.check_in;
        member.plus(non_member).plus(group)
    }
}
