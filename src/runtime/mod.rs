//! The only place that knows all: runs the effects of the flow, clock, window, logging.

pub mod clock;
pub mod engine;
pub mod keyboard;
pub mod trace;

/// Why the kiosk could not be opened, or did not end by itself; each holds a sentence for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Another kiosk runs on this data folder.
    AlreadyRunning(String),
    /// Anything else.
    Failed(String),
}

/// Opens the kiosk; a placeholder until there is one.
///
/// # Errors
/// Always.
pub fn run(
    _config: &std::path::Path,
    _data_dir: Option<&std::path::Path>,
    _windowed: Option<(u32, u32)>,
) -> Result<(), Stop> {
    Err(Stop::Failed("The kiosk is not part of this build: use the other commands.".to_owned()))
}
