//! The last warnings and errors of the program's log. Only when, how bad and of which part is told: the words are English
//! and stay in the file for whoever reads it there.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::flow::staff::health::{Area, Trouble};

/// How many are told.
const MOST: usize = 5;
/// How much of the end of a day's log is read.
const TAIL: u64 = 256 * 1024;
/// How many days are looked at.
const DAYS: usize = 7;

/// The last warnings and errors in the logs of that folder, the newest first; none when there is no log.
pub(super) fn troubles(folder: &Path) -> Vec<Trouble> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    // The date stands in the name.
    files.retain(|path| path.extension().is_some_and(|e| e == "log"));
    files.sort_unstable_by(|a, b| b.cmp(a));
    let mut found: Vec<Trouble> = Vec::new();
    for file in files.iter().take(DAYS) {
        let text = tail(file).unwrap_or_default();
        found.extend(text.lines().rev().filter_map(trouble));
        if found.len() >= MOST {
            break;
        }
    }
    found.dedup_by(|a, b| a.area == b.area && a.error == b.error && (b.at - a.at).num_minutes() < 1);
    found.truncate(MOST);
    found
}

fn tail(path: &Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut bytes = Vec::new();
    file.take(TAIL).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// `2026-11-24T10:00:00.123456Z  WARN buku_pengunjung::runtime::port: …`
fn trouble(line: &str) -> Option<Trouble> {
    let mut words = line.split_whitespace();
    let at: DateTime<Utc> = words.next()?.parse().ok()?;
    let error = match words.next()? {
        "ERROR" => true,
        "WARN" => false,
        _ => return None,
    };
    let target = words.next()?.trim_end_matches(':');
    let part = target.strip_prefix("buku_pengunjung::").unwrap_or_default();
    let begins = |prefix: &str| part.starts_with(prefix);
    let area = if begins("storage::record") || begins("runtime::port") {
        Area::Visits
    } else if begins("storage") {
        Area::Book
    } else if begins("runtime::housekeeping") || begins("runtime::copies") {
        Area::Upkeep
    } else if begins("config") || begins("runtime::staff::panel::settings") {
        Area::Settings
    } else if begins("runtime::staff") || begins("security") {
        Area::Staff
    } else if begins("exchange") {
        Area::Files
    } else {
        Area::Program
    };
    Some(Trouble { at, error, area })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
2026-11-24T03:00:00.000001Z  INFO buku_pengunjung::runtime::app: the kiosk opens version=\"0.1.0\"
2026-11-24T03:00:01.000001Z  WARN buku_pengunjung::runtime::port: a visit is not voided visit=x fault=Other
a line that is none
2026-11-24T03:00:02.000001Z ERROR buku_pengunjung::storage::worker::writer: the book cannot be used
2026-11-24T03:05:02.000001Z ERROR winit::platform: something
";

    #[test]
    fn warnings_and_errors_are_told_by_their_part_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("buku-pengunjung.2026-11-24.log"), LOG).unwrap();
        let older = LOG.replace("2026-11-24", "2026-11-23");
        fs::write(dir.path().join("buku-pengunjung.2026-11-23.log"), older).unwrap();
        let found = troubles(dir.path());
        let told: Vec<_> = found.iter().map(|t| (t.at.format("%d %H:%M").to_string(), t.error, t.area)).collect();
        assert_eq!(
            told[..4],
            [
                ("24 03:05".to_owned(), true, Area::Program),
                ("24 03:00".to_owned(), true, Area::Book),
                ("24 03:00".to_owned(), false, Area::Visits),
                ("23 03:05".to_owned(), true, Area::Program),
            ]
        );
        assert_eq!(found.len(), MOST);
        assert_eq!(troubles(&dir.path().join("none")), []);
    }
}
