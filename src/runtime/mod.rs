//! The only place that knows all: runs the effects of the flow, clock, window, logging.

mod app;
pub mod boot;
mod chord;
pub mod clock;
mod copies;
mod dialogs;
pub mod engine;
mod housekeeping;
mod keyboard;
pub mod kiosk;
mod logging;
mod memory;
mod port;
mod rehearsal;
pub mod reports;
mod screen;
pub mod setup;
pub mod software;
mod staff;
mod touches;
mod trace;
mod window;

use std::path::PathBuf;

/// Why the kiosk could not be opened, or did not end by itself; each holds a sentence for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Another kiosk runs on this data folder.
    AlreadyRunning(String),
    /// The configuration is wrong, and nobody mended it while the notice stood.
    Config(String),
    /// Anything else.
    Failed(String),
}

/// Opens the kiosk and stays until it is closed. A wrong configuration opens the notice for staff instead.
///
/// # Errors
/// The data folder cannot be used, another kiosk runs on it, or there is no display.
pub fn run(config: PathBuf, data_dir: Option<PathBuf>, windowed: Option<(u32, u32)>) -> Result<(), Stop> {
    memory::give_back_what_is_freed();
    let dialogs = dialogs::may_open(windowed.is_some());
    app::run(boot::Places { config, data_dir, dialogs }, windowed)
}
