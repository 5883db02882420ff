//! `run`: the kiosk.

use super::args::{Global, RunArgs};
use super::failure::Failure;
use super::place;

/// Opens the kiosk and waits until it is closed. A wrong configuration is shown in the kiosk's own window.
pub(super) fn run(global: &Global, args: &RunArgs) -> Result<(), Failure> {
    crate::runtime::run(&place::config_path(global), global.data_dir.as_deref(), args.windowed).map_err(|stop| match stop {
        crate::runtime::Stop::AlreadyRunning(sentence) => Failure::Running(sentence),
        crate::runtime::Stop::Failed(sentence) => Failure::Failed(sentence),
    })
}
