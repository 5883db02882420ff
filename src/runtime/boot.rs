//! From two paths to a kiosk that can be opened: configuration, data folder, lock, worker.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use super::Stop;
use super::clock::SystemClock;
use super::engine::Engine;
use super::housekeeping::Housekeeping;
use super::port::{BookPort, Health, answers};
use super::setup;
use super::staff::StaffSide;
use crate::config::{self, Config, LoadError};
use crate::i18n::{Lang, Words};
use crate::storage::{DataFolder, FolderError, InstanceLock, StorageError, Worker, folder};

/// Where the kiosk is started from.
#[derive(Debug, Clone)]
pub struct Places {
    /// The configuration file.
    pub config: PathBuf,
    /// The data folder, if the command line names one.
    pub data_dir: Option<PathBuf>,
    /// The system's own file dialogs may open.
    pub dialogs: bool,
}

/// Why the kiosk does not open.
#[derive(Debug, thiserror::Error)]
pub enum BootError {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] LoadError),
    /// The data folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The lock or the book.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The system gives no thread, or no home.
    #[error("{0}")]
    System(String),
}

impl BootError {
    /// The sentences for staff, one a line, in the language of `words` where there is one.
    #[must_use]
    pub fn lines(&self, words: Words) -> Vec<String> {
        match self {
            Self::Config(error) => error.lines(words),
            other => vec![other.to_string()],
        }
    }
}

impl From<&BootError> for Stop {
    fn from(error: &BootError) -> Self {
        match error {
            BootError::Config(e) => Self::Config(e.sentence(Words::of(Lang::En))),
            BootError::Storage(e @ StorageError::AlreadyRunning) => Self::AlreadyRunning(e.to_string()),
            other => Self::Failed(other.to_string()),
        }
    }
}

/// A kiosk before it has a window.
pub struct Booted {
    /// The configuration.
    pub config: Config,
    /// The walk with its book.
    pub engine: Engine,
    /// What the book suffers from.
    pub health: Health,
    /// Erases and copies while the kiosk runs.
    pub housekeeping: Housekeeping,
    /// The PIN pad and what is behind it.
    pub(super) staff: StaffSide,
    /// Held as long as the kiosk runs.
    pub lock: InstanceLock,
    /// The data folder.
    pub folder: DataFolder,
}

/// Reads the configuration and opens the book; `wake` is called whenever an answer has come.
///
/// # Errors
/// Says what is wrong and what to do.
pub fn boot(places: &Places, wake: impl Fn() + Clone + Send + 'static) -> Result<Booted, BootError> {
    let (config, text) = config::load_with_text(&places.config)?;
    let folder = data_folder(places.data_dir.as_deref(), &config)?;
    let lock = InstanceLock::take(&folder)?;
    let (events, inbox) = channel();
    let health = Health::default();
    let on_answer = answers(events, health.clone(), wake.clone());
    let worker =
        Worker::spawn_locked(folder.clone(), setup::book(&config), lock.clone(), on_answer).map_err(no_thread)?;
    let housekeeping = Housekeeping::start(&config, folder.clone()).map_err(no_thread)?;
    let staff = StaffSide::start(&config, (places.config.clone(), text), folder.clone(), places.dialogs, wake)
        .map_err(no_thread)?;
    let engine =
        Engine::new(setup::rules(&config), Box::new(SystemClock::default()), Box::new(BookPort::new(worker)), inbox);
    Ok(Booted { config, engine, health, housekeeping, staff, lock, folder })
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
fn no_thread(error: std::io::Error) -> BootError {
    BootError::System(format!("The system gives no thread ({error}): close other programs and try again."))
}

/// The data folder: the command line's, else the configuration's, else the system's own for this user.
///
/// # Errors
/// It cannot be used, or this user has no home to look into.
pub fn data_folder(explicit: Option<&Path>, config: &Config) -> Result<DataFolder, BootError> {
    if let Some(path) = explicit.or(config.storage.data_dir.as_deref()) {
        return Ok(folder::prepare(path)?);
    }
    let path = default_folder().ok_or_else(|| {
        BootError::System("This user has no home folder: give a data folder with --data-dir.".to_owned())
    })?;
    Ok(folder::prepare_with_parents(&path)?)
}

/// The data folder that the operating system gives to the user; `None` without a home.
#[must_use]
pub fn default_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "buku-pengunjung").map(|d| d.data_dir().to_owned())
}
