//! A library for one test: its configuration, its data folder, its membership list, and its book read back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The header and made-up members of every window test. `LAST_MONTH` is a month before the day of the test: a card
/// that ended much earlier is no longer in the list, since names are kept for a year.
const MEMBERS: &str = "\
no anggota,nama,jenis kelamin,tanggal lahir,pendidikan,pekerjaan,berlaku sampai,status
21000000000017,Wulan Percontohan,P,1990-02-03,S1,Guru,2099-12-31,aktif
21000000000025,Bayu Percontohan,L,1985-07-08,SMA,Wiraswasta,2099-12-31,aktif
21000000000033,Sari Percontohan,P,2001-11-12,SMA,Mahasiswa,LAST_MONTH,aktif
21000000000041,Joko Percontohan,L,1979-05-06,D3,Pegawai Swasta,2099-12-31,diblokir
";

/// A card in the list that is good.
pub const WULAN: &str = "21000000000017";
/// Another.
pub const BAYU: &str = "21000000000025";
/// A card whose time has passed.
pub const EXPIRED: &str = "21000000000033";
/// A blocked card.
pub const BLOCKED: &str = "21000000000041";
/// A number that the list does not hold.
pub const UNKNOWN: &str = "21000000099990";

/// The folders of one library; they go when it goes.
pub struct Library {
    folder: TempDir,
}

impl Library {
    /// A library with the shipped configuration and no members.
    pub fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("buku-pengunjung-test.").tempdir().expect("a folder for the test");
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("kiosk-config.toml");
        let library = Self { folder };
        fs::copy(shipped, library.config()).expect("the shipped configuration");
        library
    }

    /// A library with the shipped configuration and the made-up members above.
    pub fn with_members() -> Self {
        let library = Self::empty();
        let list = library.folder.path().join("members.csv");
        let last_month = chrono::Local::now().date_naive() - chrono::Days::new(30);
        fs::write(&list, MEMBERS.replace("LAST_MONTH", &last_month.to_string())).expect("the list is written");
        let said = library.done(&["members", "import", list.to_str().expect("a plain path")]);
        assert!(said.contains("added 4"), "the list is imported: {said}");
        library
    }

    /// Sets one key of the configuration: `set("kiosk", "idle_seconds", 5)`.
    pub fn set(self, section: &str, key: &str, value: impl Into<toml_edit::Value>) -> Self {
        let text = fs::read_to_string(self.config()).expect("the configuration is read");
        let mut document: toml_edit::DocumentMut = text.parse().expect("the configuration is TOML");
        document[section][key] = toml_edit::value(value);
        fs::write(self.config(), document.to_string()).expect("the configuration is written");
        self
    }

    /// The configuration file.
    pub fn config(&self) -> PathBuf {
        self.folder.path().join("kiosk-config.toml")
    }

    /// The data folder, which the program makes.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The real binary on this library, with nothing of the machine's own settings.
    pub fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_buku-pengunjung"));
        command
            .arg("--config")
            .arg(self.config())
            .arg("--data-dir")
            .arg(self.data())
            .env("HOME", self.folder.path())
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .stdin(Stdio::null());
        command
    }

    /// Runs a command of the binary to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.program().args(arguments).output().expect("the binary runs")
    }

    /// Runs a command that must succeed; answers its stdout.
    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{arguments:?} ended with {}: {err}", output.status);
        out.into_owned()
    }

    /// What the program has written to its log.
    pub fn log(&self) -> String {
        let files = fs::read_dir(self.data().join("logs")).expect("the program keeps a log");
        files.map(|file| fs::read_to_string(file.unwrap().path()).expect("the log is text")).collect()
    }

    /// The book, oldest first, as `visits export` gives it.
    pub fn visits(&self) -> Vec<Value> {
        let text = self.done(&["visits", "export", "--format", "json"]);
        serde_json::from_str(&text).expect("the export is a JSON array")
    }
}

/// A field of a row as text: strings as they are, numbers and booleans written out, null as nothing.
pub fn field(row: &Value, name: &str) -> String {
    match row.get(name).unwrap_or_else(|| panic!("a row has the column {name}")) {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
