//! Which file, and its text.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::problem::{Problem, ProblemKind};
use super::source::Source;
use super::{Config, parse};
use crate::i18n::{Lang, Words};

/// The file's name where none is given.
pub const FILE_NAME: &str = "kiosk-config.toml";

/// A larger file is no configuration, in bytes.
pub const MOST_BYTES: u64 = 1024 * 1024;

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.sentence(Words::of(Lang::En)))]
pub enum LoadError {
    /// There is no such file.
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// There is one, but it cannot be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It can be read, but is wrong.
    Problems(Vec<Problem>),
}

impl LoadError {
    /// What happened and what to do, in one sentence, without the list of problems.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let file = |path: &Path| ("file", path.display().to_string());
        match self {
            Self::Missing { path } => words.with("config-missing", &[file(path)]),
            Self::Unreadable { path, source } => match source.kind() {
                ErrorKind::PermissionDenied => words.with("config-not-allowed", &[file(path)]),
                ErrorKind::IsADirectory => words.with("config-is-folder", &[file(path)]),
                ErrorKind::FileTooLarge => words.with("config-too-large", &[file(path)]),
                _ => words.with("config-unreadable", &[file(path), ("reason", source.to_string())]),
            },
            Self::Problems(list) => {
                let file = list.first().map_or_else(String::new, |p| p.file.clone());
                let key = if list.len() == 1 { "config-one-problem" } else { "config-many-problems" };
                words.with(key, &[("file", file), ("count", list.len().to_string())])
            }
        }
    }

    /// One line a problem, as `check-config` prints them: `file:line:column: sentence`. Of a file that is missing
    /// or unreadable, its sentence.
    #[must_use]
    pub fn lines(&self, words: Words) -> Vec<String> {
        match self {
            Self::Problems(list) => list.iter().map(|p| p.line(words)).collect(),
            _ => vec![self.sentence(words)],
        }
    }
}

/// The configuration of a file.
///
/// # Errors
/// The file is missing, unreadable (a folder, not allowed, above [`MOST_BYTES`]), or wrong.
pub fn load(path: &Path) -> Result<Config, LoadError> {
    load_with_text(path).map(|(config, _)| config)
}

/// The same with the text from which it was read.
///
/// # Errors
/// As [`load`].
pub fn load_with_text(path: &Path) -> Result<(Config, String), LoadError> {
    let bytes = read(path).map_err(|source| {
        let path = path.to_owned();
        if source.kind() == ErrorKind::NotFound {
            LoadError::Missing { path }
        } else {
            LoadError::Unreadable { path, source }
        }
    })?;
    let file = path.display().to_string();
    match String::from_utf8(bytes) {
        Ok(text) => parse(&text, &file).map(|config| (config, text)).map_err(LoadError::Problems),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(&error.as_bytes()[..good]);
            let place = Source::new(&text, &file);
            place.report(text.len(), ProblemKind::NotUtf8);
            Err(LoadError::Problems(place.problems()))
        }
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Which file is the configuration: the one that was named; else [`FILE_NAME`] in the working directory if it
/// stands there; else in the user's configuration directory. Where there is none at all, the working directory's
/// is named, for that is where the reader of the message is.
///
/// An empty `working` is the process's own, so that problems name the file as `kiosk-config.toml` and no longer.
#[must_use]
pub fn find(explicit: Option<&Path>, working: &Path, directory: Option<&Path>) -> PathBuf {
    if let Some(path) = explicit {
        return path.to_owned();
    }
    let here = working.join(FILE_NAME);
    let there = directory.map(|d| d.join(FILE_NAME));
    match there {
        Some(there) if !here.exists() && there.exists() => there,
        _ => here,
    }
}

/// The configuration directory that the operating system gives to the user; `None` without a home.
#[must_use]
pub fn directory() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "buku-pengunjung").map(|d| d.config_dir().to_owned())
}
