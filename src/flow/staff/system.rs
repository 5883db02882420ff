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
    /// A membership list.
    MemberList,
}

/// Waits for a dialog of the system; at most one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting(Option<u64>);

impl Waiting {
    /// A dialog is open.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.0.is_some()
    }

    /// Opens a dialog, if this person is offered one and none is open.
    pub(super) fn open(&mut self, what: Pick, hands: &mut Hands<'_>) {
        if hands.system_dialogs && self.0.is_none() {
            self.0 = Some(hands.ask(Ask::System(what)));
        }
    }

    /// Takes the answer to this dialog; `None`: it is not the one that is waited for, or it was closed without a choice.
    pub(super) fn picked(&mut self, ticket: u64, path: Option<&Path>) -> Option<PathBuf> {
        self.0.take_if(|t| *t == ticket).and(path).map(Path::to_owned)
    }

    /// There will be no answer under this ticket; true when it was waited for.
    pub(super) fn unanswered(&mut self, ticket: u64) -> bool {
        self.0.take_if(|t| *t == ticket).is_some()
    }
}

impl Panel {
    /// Whether the dialogs of the system are offered.
    #[must_use]
    pub fn system_dialogs(&self, rules: &Rules) -> bool {
        rules.system_dialogs && self.staff.role == Role::Administrator
    }
}
