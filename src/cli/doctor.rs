//! `doctor`: one page for a support call. It makes nothing, changes nothing and holds no personal data.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{SecondsFormat, Utc};

use super::args::Global;
use super::failure::Failure;
use super::{book, place};
use crate::config::{self, Config, LoadError};
use crate::storage::folder::{self, LOCK_FILE};
use crate::storage::{Book, BookHealth, BookSettings};

/// Prints the page. Faults of the installation are lines on it and not faults of the command.
pub(super) fn run(global: &Global) -> Result<(), Failure> {
    let mut page = format!("Buku Pengunjung {}\n", env!("CARGO_PKG_VERSION"));
    let mut line = |label: &str, text: &str| {
        // Writing into a text cannot fail.
        let _ = writeln!(page, "{label:<14} {text}");
    };
    line("system", &system());
    line("display", &display());
    let path = place::config_path(global);
    let config = config::load(&path);
    line("configuration", &format!("{}: {}", homely(&path), state_of(&config)));
    let config = config.ok();
    let settings = config.as_ref().map(book::settings).unwrap_or_default();
    let now = Utc::now().with_timezone(&settings.zone);
    line("clock", &format!("{} ({})", now.to_rfc3339_opts(SecondsFormat::Secs, false), settings.zone));
    match data_path(global, config.as_ref()) {
        None => line("data folder", "not known without a configuration; give it with --data-dir"),
        Some(path) => {
            line("data folder", &homely(&path));
            if path.exists() {
                data_folder(&path, settings, &mut line);
            } else {
                line("", "it does not exist yet; the kiosk makes it");
            }
        }
    }
    Ok(std::io::stdout().write_all(page.as_bytes())?)
}

fn data_folder(path: &Path, settings: BookSettings, line: &mut impl FnMut(&str, &str)) {
    let free = folder::free_bytes(path).map_or_else(|| "not known".to_owned(), megabytes);
    line("disk", &format!("{free} free"));
    line("kiosk", kiosk_on(path));
    // An existing folder is only looked at here, never made.
    let book = folder::prepare(path).map_err(Into::into).and_then(|f| Book::open_read_only(&f, settings));
    match book.and_then(|book| book.health()) {
        Ok(health) => {
            for (label, text) in figures(&health) {
                line(label, &text);
            }
        }
        Err(error) => line("book", &error.to_string()),
    }
}

fn figures(health: &BookHealth) -> Vec<(&'static str, String)> {
    let moment = |at: Option<chrono::DateTime<Utc>>| {
        at.map_or_else(|| "never".to_owned(), |at| at.to_rfc3339_opts(SecondsFormat::Secs, true))
    };
    let days = health.days.map_or_else(String::new, |(first, last)| format!(", {first} to {last}"));
    let import = match &health.last_import {
        None => "never".to_owned(),
        Some(import) => format!(
            "{} (added {}, updated {}, unchanged {}, rejected {})",
            moment(Some(import.at)),
            import.counts.added,
            import.counts.updated,
            import.counts.unchanged,
            import.rejected
        ),
    };
    let size = |bytes| megabytes(bytes);
    vec![
        ("book", format!("{}, log {}, schema {}", size(health.book_bytes), size(health.log_bytes), health.schema)),
        ("visits", format!("{}{days}", health.visits)),
        ("members", health.members.to_string()),
        ("sessions", format!("{} open", health.open_sessions)),
        ("last import", import),
        ("last backup", moment(health.last_backup)),
        ("sqlite", health.sqlite.to_owned()),
    ]
}

fn state_of(config: &Result<Config, LoadError>) -> String {
    match config {
        Ok(_) => "no problems".to_owned(),
        Err(LoadError::Missing { .. }) => "there is no such file".to_owned(),
        Err(LoadError::Unreadable { source, .. }) => format!("it cannot be read ({})", source.kind()),
        Err(LoadError::Problems(list)) => format!("{} problems, listed by check-config", list.len()),
    }
}

fn data_path(global: &Global, config: Option<&Config>) -> Option<PathBuf> {
    let named = global.data_dir.clone().or_else(|| config.and_then(|c| c.storage.data_dir.clone()));
    named.or_else(|| config.and_then(|_| crate::runtime::boot::default_folder()))
}

/// Whether some process holds the lock of the folder, by the system's own list: the lock is not touched.
fn kiosk_on(folder: &Path) -> &'static str {
    use std::os::unix::fs::MetadataExt;
    let Ok(about) = std::fs::metadata(folder.join(LOCK_FILE)) else { return "not running" };
    let Ok(locks) = std::fs::read_to_string("/proc/locks") else { return "not known on this system" };
    let inode = format!(":{} ", about.ino());
    if locks.lines().any(|l| l.contains("FLOCK") && l.contains(&inode)) { "running" } else { "not running" }
}

fn system() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|l| l.strip_prefix("PRETTY_NAME=")).map(|n| n.trim_matches('"').to_owned());
    let name = name.unwrap_or_else(|| std::env::consts::OS.to_owned());
    format!("{name}, {}", std::env::consts::ARCH)
}

fn display() -> String {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    match (set("WAYLAND_DISPLAY"), set("DISPLAY")) {
        (true, true) => "Wayland and X11",
        (true, false) => "Wayland",
        (false, true) => "X11",
        (false, false) => "none",
    }
    .to_owned()
}

/// A path without the name of the user.
fn homely(path: &Path) -> String {
    let home = directories::UserDirs::new().map(|d| d.home_dir().to_owned());
    match home.and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned)) {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}

fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10) / (1024 * 1024);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}
