//! What comes into the staff's side and what goes out of it.

use std::time::Duration;

use super::page::{Ask, PageEvent, Reply, Unanswered};
use super::state::{Permission, Tab};
use crate::domain::pin::Pin;
use crate::domain::staff::{Figures, Staff, StaffId};

/// What the configuration and the build decide.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Without a touch for so long, the panel locks itself.
    pub panel_lock: Duration,
    /// The tabs that are built, in the order of the sidebar; the panel opens on the first one. Never empty.
    pub tabs: Vec<Tab>,
    /// The kiosk stands in a window, or on Windows: administrators are offered the system's own file dialogs.
    pub system_dialogs: bool,
}

/// Everything that can happen to the staff's side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A deadline of [`super::Desk::next_deadline`] has come, or nothing at all.
    Tick,
    /// The emblem was held, or the chord pressed.
    Open {
        /// The visitor's side stands on Welcome and waits for nothing.
        welcome: bool,
    },
    /// "Minta izin petugas": the visitor's side asks for one act.
    Ask(Permission),
    /// The screen was touched without any other meaning.
    Touched,
    /// A character from the pad or from a keyboard.
    Typed(char),
    /// Hapus.
    Backspace,
    /// The pad's X: all figures away.
    Clear,
    /// "Kembali ke layar pengunjung", or Esc.
    Leave,
    /// A reader read this text; personal data.
    Scanned(String),
    /// A tab of the sidebar.
    Tab(Tab),
    /// Something was touched on a page.
    Page(PageEvent),
    /// Another connection has changed the book.
    BookChanged,
    /// Somebody else has changed the settings file.
    SettingsFileChanged,
    /// The answer to [`Effect::Ask`].
    Replied {
        /// Of the effect.
        ticket: u64,
        /// What was found or done, or why there is no answer.
        reply: Result<Reply, Unanswered>,
    },
    /// "Kunci panel".
    Lock,
    /// "Keluar dari kiosk": asked once, and only of an administrator.
    AskExit,
    /// The answer: `true` ends the program.
    Exit(bool),

    /// How the lock of the pad stands at the start of the program.
    LockStands {
        /// Tries until the pad closes.
        left: u8,
        /// How long it stays closed.
        closed: Option<Duration>,
    },
    /// The answer to [`Effect::CheckPin`].
    Checked {
        /// Of the effect.
        ticket: u64,
        /// What was found.
        verdict: Verdict,
    },
    /// The answer to [`Effect::SetFirstPin`].
    FirstPin {
        /// Of the effect.
        ticket: u64,
        /// The new administrator, or why there is none.
        outcome: Result<Staff, Refusal>,
    },
}

/// Whose PIN it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// This person's.
    Right(Staff),
    /// It is the one-time code, and there is no administrator yet.
    Code,
    /// Nobody's; so many tries are left.
    Wrong(u8),
    /// The pad is closed for so long.
    Closed(Duration),
    /// It could not be looked up: the book is faulty.
    Failed,
}

/// Why the first PIN was not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody set an administrator meanwhile.
    NotFirst,
    /// Somebody else has this PIN.
    Taken,
    /// The book is faulty.
    Failed,
}

/// Why the panel is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locked {
    /// "Kunci panel".
    ByHand,
    /// Nobody touched it.
    ByItself,
}

/// What the runtime is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Look whose PIN the figures are, and answer with [`Event::Checked`].
    CheckPin {
        /// Comes back with the answer.
        ticket: u64,
        /// Six figures.
        figures: Figures,
        /// For this one act and not for the panel.
        permission: Option<Permission>,
    },
    /// Give the first administrator this PIN, and answer with [`Event::FirstPin`].
    SetFirstPin {
        /// Comes back with the answer.
        ticket: u64,
        /// The PIN.
        pin: Pin,
    },
    /// Ask the thread of the panel, and answer with [`Event::Replied`].
    Ask {
        /// Comes back with the answer.
        ticket: u64,
        /// Who asks; acts are logged under this number.
        by: StaffId,
        /// What.
        ask: Ask,
    },
    /// Tell the visitor's side that staff allow the act.
    Permit {
        /// Which act.
        permission: Permission,
        /// Who allows it.
        by: StaffId,
    },
    /// End the program in order.
    Exit {
        /// Who asked for it.
        by: StaffId,
    },
    /// Write down that the panel was locked.
    LogLock {
        /// Whose panel.
        staff: StaffId,
        /// Why.
        why: Locked,
    },
}
