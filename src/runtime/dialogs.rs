//! The system's own file dialogs. The portal behind them may start a program of its own (`zenity`), so they belong
//! neither over a kiosk that fills the screen nor on the thread of the window.

use std::fmt::Debug;
use std::path::PathBuf;

use crate::flow::staff::system::Pick;
use crate::i18n::{Lang, Words};

/// What opens a dialog and waits until it is closed.
pub trait SystemDialogs: Debug + Send + Sync {
    /// The path that was chosen; `None` when the dialog was closed, or could not be opened.
    fn pick(&self, what: Pick) -> Option<PathBuf>;
}

/// The dialogs of this computer's desktop.
#[derive(Debug, Clone, Copy, Default)]
pub struct DesktopDialogs;

/// Endings of files that may be membership lists; what a file really is its contents tell. Old Excel files are shown so
/// that the sentence about them is.
pub const LISTS: [&str; 5] = ["csv", "xlsx", "xls", "txt", "tsv"];

impl SystemDialogs for DesktopDialogs {
    fn pick(&self, what: Pick) -> Option<PathBuf> {
        let words = Words::of(Lang::Id);
        let dialog = rfd::FileDialog::new();
        match what {
            Pick::Folder => dialog.set_title(words.get("system-folder-title")).pick_folder(),
            Pick::SecondFolder => dialog.set_title(words.get("system-second-title")).pick_folder(),
            Pick::MemberList => {
                let dialog = dialog.set_title(words.get("system-list-title"));
                dialog.add_filter(words.get("system-list-filter"), &LISTS).pick_file()
            }
        }
    }
}

/// Whether the system's dialogs may open at all: in a window, and on Windows.
#[must_use]
pub const fn may_open(windowed: bool) -> bool {
    windowed || cfg!(windows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kiosk_that_fills_the_screen_opens_no_dialog_of_the_system() {
        assert!(may_open(true));
        assert_eq!(may_open(false), cfg!(windows));
    }
}
