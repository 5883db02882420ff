//! The system's own file dialogs, beside the pickers of the panel. They are offered to an administrator where the kiosk
//! stands in a window, or on Windows: over a kiosk that fills the screen nothing of the system may open.

use std::path::{Path, PathBuf};

use super::Rules;
use super::page::{Ask, Hands};
use super::state::Panel;
use crate::domain::staff::Role;

/// What is looked for in a dialog of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A folder into which a file goes.
    Folder,
    /// A folder for the second copies of the book.
    SecondFolder,
    /// A membership list.
    MemberList,
}

/// Waits for a dialog of the system; at most one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    ticket: Option<u64>,
    unchosen: bool,
}

impl Waiting {
    /// A dialog is open.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.ticket.is_some()
    }

    /// The last dialog ended without a choice. Somebody closed it, or the desktop could not open one: the system tells
    /// these two apart to nobody, so the page says what to do in both.
    #[must_use]
    pub fn is_unchosen(self) -> bool {
        self.unchosen
    }

    /// The page that offers the dialog is opened anew.
    pub(super) fn begin(&mut self) {
        self.unchosen = false;
    }

    /// Opens a dialog, if this person is offered one and none is open.
    pub(super) fn open(&mut self, what: Pick, hands: &mut Hands<'_>) {
        if hands.system_dialogs && self.ticket.is_none() {
            self.unchosen = false;
            self.ticket = Some(hands.ask(Ask::System(what)));
        }
    }

    /// Takes the answer to this dialog; `None`: it is not the one that is waited for, or it was closed without a choice.
    pub(super) fn picked(&mut self, ticket: u64, path: Option<&Path>) -> Option<PathBuf> {
        self.ticket.take_if(|t| *t == ticket)?;
        self.unchosen = path.is_none();
        path.map(Path::to_owned)
    }

    /// There will be no answer under this ticket; true when it was waited for.
    pub(super) fn unanswered(&mut self, ticket: u64) -> bool {
        let ended = self.ticket.take_if(|t| *t == ticket).is_some();
        self.unchosen |= ended;
        ended
    }
}

impl Panel {
    /// Whether the dialogs of the system are offered.
    #[must_use]
    pub fn system_dialogs(&self, rules: &Rules) -> bool {
        rules.system_dialogs && self.staff.role == Role::Administrator
    }
}
