//! The book as staff leaf through it: what is asked for, and the page that is shown.

use chrono::NaiveDate;

use super::id_enum;
use super::period::Period;
use super::purpose::PurposeId;
use super::search::words;
use super::visit::{Entry, MembershipType};
use super::visit_row::VisitRow;

/// Rows of one page.
pub const PAGE_ROWS: u64 = 10;
/// How many rows of a search are listed; more are told and not listed.
pub const MOST_FOUND: u64 = 2_000;
/// The period that is listed until another one is chosen, in days.
pub const USUAL_DAYS: u64 = 90;

id_enum! {
    /// How long an entry took, beside the one minute of the service standard (SOP step 1).
    Pace {
        /// Sixty seconds or less.
        Within = "within",
        /// More than sixty seconds.
        Over = "over",
        /// Not measured: entered by hand.
        None = "none",
    }
}

/// The one minute of the service standard, by which the pace is told.
pub const STANDARD_SECONDS: u32 = 60;
const STANDARD_TENTHS: u32 = STANDARD_SECONDS * 10;

impl Pace {
    /// The pace of a check-in time in tenths of a second.
    #[must_use]
    pub const fn of(tenths: Option<u32>) -> Self {
        match tenths {
            None => Self::None,
            Some(tenths) if tenths > STANDARD_TENTHS => Self::Over,
            Some(_) => Self::Within,
        }
    }
}

/// Which rows are listed. Everything that is not asked for lets every row through.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Sieve {
    /// Library-local days.
    pub period: Period,
    /// The column of the book.
    pub kind: Option<MembershipType>,
    /// Why they came.
    pub purpose: Option<PurposeId>,
    /// How the entry came about.
    pub entry: Option<Entry>,
    /// How long it took.
    pub pace: Option<Pace>,
    /// Only rows that were taken back, or only those that were not.
    pub voided: Option<bool>,
    /// Only visitors who sit in the internet room now.
    pub inside: bool,
    /// Beginnings of words of name, institution or card number; all of them must be found.
    pub text: String,
}

impl std::fmt::Debug for Sieve {
    /// Without the text: it is mostly somebody's name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Sieve({:?} {:?} {:?} {:?} {:?} {:?} inside {} text {})",
            self.period,
            self.kind,
            self.purpose,
            self.entry,
            self.pace,
            self.voided,
            self.inside,
            !self.text.is_empty()
        )
    }
}

impl Sieve {
    /// Says of each row within the period whether it passes; the days themselves are not looked at.
    pub fn passing(&self) -> impl Fn(&VisitRow) -> bool + '_ {
        let beginnings = words(&self.text);
        // Signs alone are a text that no row has.
        let nothing = beginnings.is_empty() && !self.inside && !self.text.trim().is_empty();
        move |row| {
            !nothing
                && self.kind.is_none_or(|kind| kind == row.membership_type)
                && self.purpose.as_ref().is_none_or(|purpose| purpose.as_str() == row.purpose)
                && self.entry.is_none_or(|entry| entry == row.entry)
                && self.pace.is_none_or(|pace| pace == Pace::of(row.checkin_tenths))
                && self.voided.is_none_or(|voided| voided == row.voided)
                && (!self.inside || row.is_inside())
                && has_words(row, &beginnings)
        }
    }

    /// The filters that are set, by the names that the audit log has for them; the period is not among them.
    #[must_use]
    pub fn set(&self) -> Vec<&'static str> {
        let filters = [
            ("filter.kind", self.kind.is_some()),
            ("filter.purpose", self.purpose.is_some()),
            ("filter.entry", self.entry.is_some()),
            ("filter.pace", self.pace.is_some()),
            ("filter.voided", self.voided.is_some()),
            ("filter.inside", self.inside),
            ("filter.text", !self.text.trim().is_empty()),
        ];
        filters.into_iter().filter(|(_, set)| *set).map(|(name, _)| name).collect()
    }
}

/// Whether a word of the row's name, institution or card number begins with each of these.
fn has_words(row: &VisitRow, beginnings: &[String]) -> bool {
    if beginnings.is_empty() {
        return true;
    }
    let texts = [&row.name, &row.institution, &row.card_number];
    let words: Vec<String> = texts.into_iter().flatten().flat_map(|text| words(text)).collect();
    beginnings.iter().all(|beginning| words.iter().any(|word| word.starts_with(beginning.as_str())))
}

/// The place of a row in the book; greater is newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The library's day.
    pub day: NaiveDate,
    /// UTC milliseconds.
    pub at_ms: i64,
    /// The number of the row.
    pub n: i64,
}

/// Which page. The newest row comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The newest rows.
    #[default]
    First,
    /// The oldest ones.
    Last,
    /// The rows that follow this one.
    After(RowKey),
    /// The rows before this one.
    Before(RowKey),
    /// The rows from this one on, itself the first: the page as it was shown before.
    From(RowKey),
    /// The page of that number, from 1; beyond the end the last one.
    Number(u64),
    /// From the newest row of that day on, or of the next older day that has one.
    Day(NaiveDate),
}

/// A row of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Its place.
    pub key: RowKey,
    /// What stands in it.
    pub row: VisitRow,
    /// Its personal data was erased.
    pub erased: bool,
}

/// How many rows of the period would be listed by each quick filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QuickCounts {
    /// Masih di ruang internet.
    pub inside: u64,
    /// Lebih dari 60 detik.
    pub over: u64,
    /// Rombongan.
    pub groups: u64,
    /// Dibatalkan.
    pub voided: u64,
}

/// A page of the book.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct BookPage {
    /// At most [`PAGE_ROWS`], newest first.
    pub rows: Vec<Listed>,
    /// How many listed rows stand before the first one of the page.
    pub before: u64,
    /// How many rows are listed on all pages.
    pub listed: u64,
    /// How many of them are voided.
    pub voided: u64,
    /// People behind those that are not voided.
    pub people: u64,
    /// More than [`MOST_FOUND`] rows were found; the newest are listed.
    pub more: bool,
    /// The quick filters' counts over the same period.
    pub quick: QuickCounts,
}

impl BookPage {
    /// How many pages there are, at least 1.
    #[must_use]
    pub const fn pages(&self) -> u64 {
        let pages = self.listed.div_ceil(PAGE_ROWS);
        if pages == 0 { 1 } else { pages }
    }

    /// The number of the page, from 1: that on which its last row stands.
    #[must_use]
    pub fn number(&self) -> u64 {
        let last = self.before + (self.rows.len() as u64).max(1);
        last.div_ceil(PAGE_ROWS).max(1)
    }

    /// Whether newer rows stand before the page.
    #[must_use]
    pub const fn has_newer(&self) -> bool {
        self.before > 0
    }

    /// Whether older rows follow the page.
    #[must_use]
    pub fn has_older(&self) -> bool {
        self.before + (self.rows.len() as u64) < self.listed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_minute_exactly_keeps_the_standard() {
        assert_eq!(Pace::of(Some(600)), Pace::Within);
        assert_eq!(Pace::of(Some(601)), Pace::Over);
        assert_eq!(Pace::of(None), Pace::None);
    }

    #[test]
    fn pages_are_numbered_from_one() {
        let page = |before, listed| BookPage { before, listed, ..BookPage::default() };
        assert_eq!((page(0, 0).pages(), page(0, 0).number()), (1, 1));
        assert_eq!((page(0, 10).pages(), page(0, 11).pages()), (1, 2));
        assert!(!page(0, 5).has_newer() && page(10, 15).has_newer());
    }

    fn row() -> VisitRow {
        VisitRow { card_number: Some("0024-118736".into()), ..VisitRow::example() }
    }

    #[test]
    fn inside_is_whoever_has_not_left_and_signs_alone_find_nobody() {
        let inside = Sieve { inside: true, ..Sieve::default() };
        let mut one = row();
        assert!(!inside.passing()(&one), "never sat down");
        one.session_started_at = Some(one.recorded_at);
        assert!(inside.passing()(&one));
        let searched = |text: &str| Sieve { text: text.into(), ..inside.clone() };
        assert!(searched("wul con").passing()(&one) && searched("0024118").passing()(&one));
        assert!(!searched("lan").passing()(&one), "words are found by their beginnings");
        assert!(searched("-").passing()(&one));
        assert!(!Sieve { text: "-".into(), ..Sieve::default() }.passing()(&one));
        one.session_ended_at = Some(one.recorded_at);
        assert!(!inside.passing()(&one));
    }

    #[test]
    fn the_filters_that_are_set_are_named_without_what_they_are_set_to() {
        assert_eq!(Sieve::default().set(), Vec::<&str>::new());
        let sieve = Sieve { pace: Some(Pace::Over), text: "Wulan".into(), ..Sieve::default() };
        assert_eq!(sieve.set(), ["filter.pace", "filter.text"]);
    }

    #[test]
    fn the_text_that_is_looked_for_is_not_printed() {
        let sieve = Sieve { text: "Wulan".into(), ..Sieve::default() };
        assert!(!format!("{sieve:?}").contains("Wulan"));
    }
}
