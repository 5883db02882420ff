//! How a command ends when it does not end well: an exit code and one sentence.

use std::io::Write;
use std::process::ExitCode;

/// The end of a command that did not do what it was asked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// It failed; the sentence says what and what to do (1).
    Failed(String),
    /// Wrong use or wrong configuration (2). The sentence may be empty when all was said on standard output.
    Wrong(String),
    /// A kiosk is already running on this data folder (3).
    Running(String),
    /// Whoever reads standard output has gone away; nobody is left to be told (0).
    NobodyReads,
}

impl Failure {
    /// Writes the sentence to standard error and gives the exit code.
    pub(super) fn report(&self) -> ExitCode {
        let (code, sentence) = match self {
            Self::Failed(sentence) => (1, sentence.as_str()),
            Self::Wrong(sentence) => (2, sentence.as_str()),
            Self::Running(sentence) => (3, sentence.as_str()),
            Self::NobodyReads => (0, ""),
        };
        if !sentence.is_empty() {
            // When even standard error is gone, the exit code is all that is left to tell.
            let end = if sentence.ends_with(['.', '!', '?']) { "" } else { "." };
            let _ = writeln!(std::io::stderr(), "buku-pengunjung: {sentence}{end}");
        }
        ExitCode::from(code)
    }
}

/// A fault of standard output: silence when the reader has gone, else a sentence.
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::NobodyReads,
            _ => Self::Failed(format!("The output cannot be written ({error}): check where it goes.")),
        }
    }
}
