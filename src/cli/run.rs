//! `run`: the kiosk.

use super::args::{Global, RunArgs};
use super::failure::Failure;
use super::place;
use crate::runtime::{self, Stop};

/// Opens the kiosk and waits until it is closed. A wrong configuration is shown in the kiosk's own window.
pub(super) fn run(global: &Global, args: &RunArgs) -> Result<(), Failure> {
    runtime::run(place::config_path(global), global.data_dir.clone(), args.windowed).map_err(|stop| match stop {
        Stop::AlreadyRunning(sentence) => Failure::Running(sentence),
        Stop::Config(sentence) => Failure::Wrong(sentence),
        Stop::Failed(sentence) => Failure::Failed(sentence),
    })
}
