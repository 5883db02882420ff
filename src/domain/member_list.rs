//! The membership list as staff see it: pages, a search, where it came from.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::id_enum;
use super::member::Member;

id_enum! {
    /// How the whole list is ordered.
    MemberOrder { Name = "name", Number = "number" }
}

/// What is looked for. `Debug` tells nothing of the text, which may be a name.
#[derive(Clone, PartialEq, Eq)]
pub struct MemberSearch {
    /// Beginnings of words of the name in any order, or the beginning of the number; empty: everybody.
    pub text: String,
    /// The order while everybody is shown; what a search finds stands by number first, then by the word that was found.
    pub order: MemberOrder,
}

impl Default for MemberSearch {
    fn default() -> Self {
        Self { text: String::new(), order: MemberOrder::Name }
    }
}

impl fmt::Debug for MemberSearch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MemberSearch(…, {:?})", self.order)
    }
}

/// A place in what a search finds. Made by the book; holds a name, which `Debug` does not tell.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MemberPlace {
    /// `None` among the numbers; the name, turned so that the word that was found stands first, among the names.
    pub turned: Option<String>,
    /// The card number.
    pub card: String,
}

impl fmt::Debug for MemberPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemberPlace(…)")
    }
}

/// Which page is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageFrom {
    /// The first one.
    Start,
    /// The last one.
    End,
    /// The one after this place.
    After(MemberPlace),
    /// The one before this place.
    Before(MemberPlace),
}

/// A member with the import that gave the row its present content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// Where the row stands.
    pub place: MemberPlace,
    /// The member.
    pub member: Member,
    /// The name of the file that the row came from.
    pub source: String,
    /// When it was imported, by the library's clock.
    pub imported_at: NaiveDateTime,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemberPage {
    /// Its rows, at most as many as were asked for.
    pub rows: Vec<MemberRow>,
    /// There are rows before it.
    pub before: bool,
    /// There are rows after it.
    pub after: bool,
}

/// How many members a search finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// So many.
    Exactly(u64),
    /// More than so many: nobody waits for all of them to be counted.
    MoreThan(u64),
}

/// How many members the list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MemberTotals {
    /// Active.
    pub active: u64,
    /// Inactive.
    pub inactive: u64,
    /// Blocked.
    pub blocked: u64,
}

impl MemberTotals {
    /// All of them.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.active + self.inactive + self.blocked
    }
}

/// What an import changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportCounts {
    /// Members that were not in the list before.
    pub added: u64,
    /// Members of whom something is different.
    pub updated: u64,
    /// Members that stay as they are.
    pub unchanged: u64,
    /// Members missing from a full list, who become inactive.
    pub deactivated: u64,
}

/// The last import that was not undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportInfo {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of the file.
    pub source: String,
    /// What it changed.
    pub counts: ImportCounts,
    /// How many rows of the file were not taken.
    pub rejected: u64,
    /// Whether the list before it is still known, so that it can be undone.
    pub can_undo: bool,
}
