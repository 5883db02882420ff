//! Which configuration and which data folder a command works on.

use std::path::{Path, PathBuf};

use chrono_tz::Tz;

use super::args::Global;
use super::failure::Failure;
use crate::config::{self, Config};
use crate::i18n::{Lang, Words};
use crate::runtime::boot;
use crate::storage::BookSettings;
use crate::storage::folder::{self, DataFolder};

/// The configuration file of this call.
pub(super) fn config_path(global: &Global) -> PathBuf {
    let working = std::env::current_dir().unwrap_or_default();
    config::find(global.config.as_deref(), &working, config::directory().as_deref())
}

/// The configuration of this call.
///
/// # Errors
/// It is missing, unreadable or wrong: exit code 2, with a pointer to `check-config`.
pub(super) fn config(global: &Global) -> Result<Config, Failure> {
    config::load(&config_path(global)).map_err(|error| Failure::Wrong(error.sentence(Words::of(Lang::En))))
}

/// The library's time zone, where the configuration tells it; else the usual one.
pub(super) fn zone(global: &Global) -> Tz {
    config(global).map_or_else(|_| BookSettings::default().zone, |config| config.library.timezone)
}

/// The data folder of this call, for a command that needs nothing else of the configuration: where `--data-dir` stands
/// alone, a backup or a check works beside a broken configuration too.
///
/// # Errors
/// The folder cannot be used, or the configuration that should name it is missing or wrong.
pub(super) fn folder_alone(global: &Global) -> Result<DataFolder, Failure> {
    match (&global.data_dir, &global.config) {
        (Some(path), None) => prepared(path),
        _ => folder(global, &config(global)?),
    }
}

/// The data folder of this call: the one that is named, else that of the configuration, else the one that the
/// operating system gives to the user.
///
/// # Errors
/// The folder cannot be used; the sentence says why and what to do.
pub(super) fn folder(global: &Global, config: &Config) -> Result<DataFolder, Failure> {
    boot::data_folder(global.data_dir.as_deref(), config).map_err(|e| Failure::Failed(e.to_string()))
}

fn prepared(path: &Path) -> Result<DataFolder, Failure> {
    folder::prepare(path).map_err(|e| Failure::Failed(e.to_string()))
}
