//! The dialog of the system, on a thread of its own: the panel and its thread go on while somebody looks for a folder.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::Tell;
use crate::flow::staff::Event;
use crate::flow::staff::page::Reply;
use crate::flow::staff::system::Pick;
use crate::runtime::dialogs::SystemDialogs;

/// At most one dialog.
pub(super) struct Dialog {
    tell: Arc<Mutex<Tell>>,
    /// `None` where no dialog of the system may open.
    dialogs: Option<Arc<dyn SystemDialogs>>,
    open: Option<JoinHandle<()>>,
}

impl Dialog {
    pub(super) fn new(tell: Arc<Mutex<Tell>>) -> Self {
        Self { tell, dialogs: None, open: None }
    }

    /// Dialogs may open from now on.
    pub(super) fn allow(&mut self, dialogs: Arc<dyn SystemDialogs>) {
        self.dialogs = Some(dialogs);
    }

    /// Opens a dialog, whose answer comes under `ticket`. False: none may open, or one is open already, which can have
    /// outlived the panel that asked for it.
    pub(super) fn begin(&mut self, ticket: u64, what: Pick) -> bool {
        let Some(dialogs) = self.dialogs.clone() else { return false };
        if self.open.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return false;
        }
        let tell = Arc::clone(&self.tell);
        let thread = thread::Builder::new().name("system-dialog".to_owned()).spawn(move || {
            let reply = Ok(Reply::System(dialogs.pick(what)));
            tell.lock().unwrap_or_else(PoisonError::into_inner)(Event::Replied { ticket, reply });
        });
        match thread {
            Ok(thread) => self.open = Some(thread),
            Err(error) => {
                tracing::warn!(%error, "a dialog of the system has no thread");
                return false;
            }
        }
        true
    }
}
