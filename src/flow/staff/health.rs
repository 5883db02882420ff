//! Kesehatan sistem: the full check of the book, on request.

use chrono::{DateTime, Utc};

use super::page::{Ask as AnyAsk, Hands, Unanswered};

/// What the page remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// A check is under way, under this ticket.
    pub checking: Option<u64>,
    /// How the last one of this panel ended.
    pub checked: Option<Result<Checked, Unanswered>>,
}

/// The outcome of a full check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// Names of the checks that failed, as `verify` prints them; none: the book is whole.
    pub failed: Vec<&'static str>,
}

/// What happens on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// "Periksa sekarang".
    Verify,
}

/// What the page asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Check the book from end to end.
    Verify,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The check has ended.
    Verified(Checked),
}

impl Page {
    pub(super) fn on(&mut self, event: Event, hands: &mut Hands<'_>) {
        match event {
            Event::Verify if self.checking.is_none() => self.checking = Some(hands.ask(AnyAsk::Health(Ask::Verify))),
            Event::Verify => {}
        }
    }

    pub(super) fn replied(&mut self, ticket: u64, reply: Reply) {
        let Reply::Verified(checked) = reply;
        if self.checking.take_if(|t| *t == ticket).is_some() {
            self.checked = Some(Ok(checked));
        }
    }

    pub(super) fn unanswered(&mut self, ticket: u64, why: Unanswered) {
        if self.checking.take_if(|t| *t == ticket).is_some() {
            self.checked = Some(Err(why));
        }
    }
}
