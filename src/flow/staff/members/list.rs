//! The list: what is looked for, which page of it is shown, and which one was asked for.
//!
//! At most one ask is under way. Whoever types on meanwhile gets the answer to the last key and not to every one.

use super::Ask;
use crate::domain::member_list::{Found, MemberOrder, MemberPage, MemberRow, MemberSearch, PageFrom};
use crate::domain::name::MAX_NAME_CHARS;
use crate::flow::staff::page::{Ask as AnyAsk, Hands, Key, Unanswered};

/// Rows of a page.
pub const PAGE_ROWS: usize = 10;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// What is looked for.
    pub search: MemberSearch,
    /// The page that is shown; `None` until the first one has come.
    pub page: Option<MemberPage>,
    /// How many members are found, once they are counted.
    pub found: Option<Found>,
    /// How many members stand before the page, where that is known.
    pub before: Option<u64>,
    /// The last ask had no answer.
    pub failed: Option<Unanswered>,
    /// Which page is shown.
    shown: Option<Turned>,
    waiting: Option<(u64, Turned)>,
    /// What is to be asked once the answer that is awaited has come.
    next: Option<Turned>,
}

/// A page that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Turned {
    from: PageFrom,
    /// How many stand before it; `None`: it follows from the answer.
    before: Option<u64>,
    count: bool,
}

/// Where to turn to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The first page.
    First,
    /// "Sebelumnya".
    Previous,
    /// "Berikutnya".
    Next,
    /// The last page.
    Last,
}

impl List {
    /// The row at this place of the page.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<&MemberRow> {
        self.page.as_ref().and_then(|page| page.rows.get(at))
    }

    /// An answer is awaited.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.waiting.is_some()
    }

    pub(super) fn key(&mut self, key: Key, hands: &mut Hands<'_>) {
        let before = self.search.text.clone();
        match key {
            Key::Char(c) if self.search.text.chars().count() < MAX_NAME_CHARS && !c.is_control() => {
                if c != ' ' || !(before.is_empty() || before.ends_with(' ')) {
                    self.search.text.push(c);
                }
            }
            Key::Char(_) => {}
            Key::Backspace => {
                self.search.text.pop();
            }
            Key::Clear | Key::Escape => self.search.text.clear(),
        }
        // A space at the end changes nothing of what is found.
        if self.search.text.trim() != before.trim() {
            self.start(hands);
        }
    }

    pub(super) fn look_for(&mut self, text: &str, hands: &mut Hands<'_>) {
        self.search.text = text.chars().filter(|c| !c.is_control()).take(MAX_NAME_CHARS).collect();
        self.start(hands);
    }

    pub(super) fn order(&mut self, order: MemberOrder, hands: &mut Hands<'_>) {
        if self.search.order != order {
            self.search.order = order;
            self.start(hands);
        }
    }

    pub(super) fn turn(&mut self, turn: Turn, hands: &mut Hands<'_>) {
        let Some(page) = &self.page else { return };
        let rows = page.rows.len() as u64;
        let (from, before) = match turn {
            Turn::First => (PageFrom::Start, Some(0)),
            Turn::Last => (PageFrom::End, None),
            Turn::Previous => match page.rows.first() {
                Some(row) if page.before => (PageFrom::Before(row.place.clone()), None),
                _ => return,
            },
            Turn::Next => match page.rows.last() {
                Some(row) if page.after => (PageFrom::After(row.place.clone()), self.before.map(|b| b + rows)),
                _ => return,
            },
        };
        self.ask(Turned { from, before, count: false }, hands);
    }

    /// Asks for the page that is shown once more, or for the first one.
    pub(super) fn again(&mut self, hands: &mut Hands<'_>) {
        let turned = match &self.shown {
            Some(shown) => Turned { count: true, before: self.before, ..shown.clone() },
            None => Turned { from: PageFrom::Start, before: Some(0), count: true },
        };
        self.ask(turned, hands);
    }

    /// Waits for nothing any more.
    pub(super) fn forget(&mut self) {
        (self.waiting, self.next) = (None, None);
    }

    /// Forgets which page is shown.
    pub(super) fn rewind(&mut self) {
        self.shown = None;
    }

    fn start(&mut self, hands: &mut Hands<'_>) {
        self.ask(Turned { from: PageFrom::Start, before: Some(0), count: true }, hands);
    }

    fn ask(&mut self, turned: Turned, hands: &mut Hands<'_>) {
        if self.waiting.is_some() {
            self.next = Some(turned);
            return;
        }
        let ask = Ask::List { search: self.search.clone(), from: turned.from.clone(), count: turned.count };
        self.waiting = Some((hands.ask(AnyAsk::Members(ask)), turned));
    }

    pub(super) fn listed(&mut self, ticket: u64, page: MemberPage, found: Option<Found>, hands: &mut Hands<'_>) {
        let Some((_, turned)) = self.waiting.take_if(|(t, _)| *t == ticket) else { return };
        self.failed = None;
        if let Some(next) = self.next.take() {
            // Something else is looked for by now.
            return self.ask(next, hands);
        }
        if page.rows.is_empty() && turned.from != PageFrom::Start {
            // Everybody of this page is gone since it was asked for.
            return self.start(hands);
        }
        let rows = page.rows.len() as u64;
        // Of very many not all are counted, but there are more than stand on the page.
        self.found = match found {
            Some(Found::MoreThan(n)) if page.after => Some(Found::MoreThan(n.max(rows))),
            found => found.or(self.found),
        };
        self.before = match &turned.from {
            PageFrom::Start => Some(0),
            PageFrom::After(_) => turned.before,
            PageFrom::Before(_) if !page.before => Some(0),
            // Of a page that is asked for once more the number is known; of the one before, it is so many less.
            PageFrom::Before(_) => turned.before.or_else(|| self.before.map(|b| b.saturating_sub(rows))),
            PageFrom::End => match self.found {
                Some(Found::Exactly(all)) => Some(all.saturating_sub(rows)),
                _ => None,
            },
        };
        self.page = Some(page);
        self.shown = Some(turned);
    }

    /// There will be no answer under this ticket; false when it is not the list's.
    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) -> bool {
        if self.waiting.take_if(|(t, _)| *t == ticket).is_none() {
            return false;
        }
        self.next = None;
        self.failed = Some(why);
        true
    }
}
