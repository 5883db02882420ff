//! The report folder inside the data folder. A file in it that speaks of single entries says in its name until when it
//! may stay: what the book erases must not live on beside it (UU 27/2022).

use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::{Days, NaiveDate};

use crate::domain::report::Order;
use crate::storage::DataFolder;

/// Its name within the data folder.
pub const REPORTS: &str = "reports";
/// Before the day on which a file goes, in its name.
const UNTIL: &str = "-hapus-";

/// Where it is.
#[must_use]
pub fn path(data: &DataFolder) -> PathBuf {
    data.path().join(REPORTS)
}

/// Makes it, readable by the owner alone, unless it is there.
///
/// # Errors
/// The data folder is gone or full.
pub fn prepare(data: &DataFolder) -> io::Result<PathBuf> {
    use std::os::unix::fs::DirBuilderExt as _;
    let folder = path(data);
    match fs::DirBuilder::new().mode(0o700).create(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(folder),
    }
}

/// The day on which the file of an order goes, if it ever does: when the first of the entries in it, those erased already
/// not counted, would be erased.
#[must_use]
pub fn until(order: &Order, made_on: NaiveDate, keep_days: u32) -> Option<NaiveDate> {
    if !order.may_name() {
        return None;
    }
    let keep = Days::new(keep_days.into());
    let oldest = made_on.checked_sub_days(keep).map_or(order.span.from(), |first| first.max(order.span.from()));
    oldest.checked_add_days(keep)?.succ_opt()
}

/// The name of a file in this folder.
#[must_use]
pub fn kept_name(name: &str, until: Option<NaiveDate>) -> String {
    match (until, name.rsplit_once('.')) {
        (Some(until), Some((stem, extension))) => format!("{stem}{UNTIL}{until}.{extension}"),
        _ => name.to_owned(),
    }
}

/// Removes the files whose day has come, and those that a cut in the power left half written.
pub fn sweep(data: &DataFolder, today: NaiveDate) {
    let Ok(entries) = fs::read_dir(path(data)) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let due = day_of(&name).is_some_and(|until| until <= today) || half_written(&name, &entry.path());
        let remove = if entry.path().is_dir() { fs::remove_dir_all } else { fs::remove_file };
        if due && let Err(error) = remove(entry.path()) {
            tracing::error!(%error, "a report whose time is over cannot be removed");
        }
    }
}

/// The day in the name of a file.
fn day_of(name: &str) -> Option<NaiveDate> {
    let (_, rest) = name.rsplit_once(UNTIL)?;
    rest.get(..10)?.parse().ok()
}

/// A temporary file or folder that nobody has written to for a day.
fn half_written(name: &str, path: &Path) -> bool {
    let old = || fs::metadata(path).and_then(|m| m.modified()).ok().and_then(|at| at.elapsed().ok());
    name.starts_with(".buku-") && old().is_some_and(|age| age.as_secs() > 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report::{Choices, Content, FileForm};
    use crate::domain::span::{Span, parse_date};
    use crate::exchange::report::file_name;
    use crate::storage::folder;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn order(content: Content, form: FileForm, span: &str) -> Order {
        Order { content, span: Span::parse_month(span).unwrap(), form, choices: Choices::default() }
    }

    #[test]
    fn a_file_of_single_entries_goes_with_the_oldest_of_them() {
        let groups = order(Content::Groups, FileForm::Pdf, "2026-11");
        let goes = until(&groups, day("2026-11-25"), 365);
        assert_eq!(goes, Some(day("2027-11-02")), "the first of November may stay 365 days");
        assert_eq!(kept_name(&file_name(&groups), goes), "laporan-rombongan-2026-11-hapus-2027-11-02.pdf");
        let old = order(Content::Book, FileForm::Csv, "2024-01");
        assert_eq!(until(&old, day("2026-11-25"), 365), Some(day("2026-11-26")), "erased in the book already");
        let counts = order(Content::Visits, FileForm::Xlsx, "2026-11");
        assert_eq!(until(&counts, day("2026-11-25"), 365), None);
        assert_eq!(kept_name(&file_name(&counts), None), "laporan-kunjungan-2026-11.xlsx");
    }

    #[test]
    fn what_is_due_is_swept_and_the_rest_stays() {
        let dir = tempfile::tempdir().unwrap();
        let data = folder::prepare(&dir.path().join("data")).unwrap();
        let reports = prepare(&data).unwrap();
        prepare(&data).unwrap();
        for name in ["a-hapus-2026-11-25.pdf", "b-hapus-2026-11-26.pdf", "c.pdf", "d-hapus-soon.pdf", ".buku-x.part"] {
            fs::write(reports.join(name), "x").unwrap();
        }
        sweep(&data, day("2026-11-25"));
        let mut left: Vec<_> = fs::read_dir(&reports).unwrap().map(|e| e.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".buku-x.part", "b-hapus-2026-11-26.pdf", "c.pdf", "d-hapus-soon.pdf"]);
    }
}
