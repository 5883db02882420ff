//! The real binary in an office of its own: a configuration, a data folder, a home, and nothing of this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use buku_pengunjung::storage::{Book, BookSettings, folder};
use serde_json::Value;
use tempfile::TempDir;

/// What one call of the binary gave.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

pub struct Office {
    folder: TempDir,
}

impl Office {
    /// An office with the shipped configuration and no data folder yet.
    pub fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("kiosk-config.toml");
        fs::copy(shipped, office.config()).unwrap();
        office
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn config(&self) -> PathBuf {
        self.path().join("kiosk-config.toml")
    }

    pub fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// Writes a file beside the configuration; its path as an argument.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// A path in the office as an argument.
    pub fn place(&self, name: &str) -> String {
        self.path().join(name).to_str().unwrap().to_owned()
    }

    /// The binary without any argument, in the office's folder.
    pub fn bare(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_buku-pengunjung"));
        command.current_dir(self.path()).env_clear().env("HOME", self.path().join("home")).stdin(Stdio::null());
        command
    }

    /// The binary on the office's configuration and data folder.
    pub fn program(&self) -> Command {
        let mut command = self.bare();
        command.arg("--config").arg(self.config()).arg("--data-dir").arg(self.data());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.program().args(arguments).output().unwrap().into()
    }

    /// A call that must be done; its standard output.
    pub fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
        ran.out
    }

    /// A call that must fail by this code with one sentence on standard error; the sentence.
    pub fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        sentence(&ran, code, &format!("{arguments:?}"))
    }

    pub fn members(&self) -> Vec<Value> {
        serde_json::from_str(&self.done(&["members", "list", "--format", "json"])).unwrap()
    }

    pub fn visits(&self, more: &[&str]) -> Vec<Value> {
        let arguments = [&["visits", "export", "--format", "json"], more].concat();
        serde_json::from_str(&self.done(&arguments)).unwrap()
    }

    pub fn stats(&self, more: &[&str]) -> Value {
        let arguments = [&["stats", "--format", "json"], more].concat();
        serde_json::from_str(&self.done(&arguments)).unwrap()
    }

    /// The book itself, as another process would open it.
    pub fn book(&self) -> Book {
        Book::open(&folder::prepare(&self.data()).unwrap(), BookSettings::default()).unwrap()
    }
}

/// Checks that a call ended by this code with exactly one line on standard error.
pub fn sentence(ran: &Ran, code: i32, what: &str) -> String {
    assert_eq!(ran.code, Some(code), "{what}: {}{}", ran.out, ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{what}: {:?}", ran.err);
    let line = ran.err.strip_prefix("buku-pengunjung: ").unwrap_or_else(|| panic!("{what}: {:?}", ran.err));
    assert!(line.trim_end().ends_with('.'), "{what}: {line:?}");
    line.trim_end().to_owned()
}
