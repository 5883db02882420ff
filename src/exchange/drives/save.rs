//! A finished file into a folder: room checked first, written under a temporary name, synced, then renamed.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::fault::SaveFault;
use crate::exchange::table_out::{AtomicFile, OutFault};

/// What is to be saved.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// Bytes at hand.
    Bytes(&'a [u8]),
    /// Another file.
    File(&'a Path),
}

/// Left free beside the file: the drive writes its own tables too.
const MARGIN: u64 = 16 * 1024;
/// Bytes that are written between two looks at the clock and at the person who may cancel.
const PIECE: usize = 256 * 1024;

/// Bytes that may still be written at `path`; `None` where the system does not tell.
#[must_use]
pub fn room(path: &Path) -> Option<u64> {
    rustix::fs::statvfs(path).ok().map(|s| s.f_bavail.saturating_mul(s.f_frsize))
}

/// Saves `source` as `name` in `folder`, and says where. `goes_on` is told how many bytes stand already and answers
/// whether to go on; `before_it_appears` runs when everything is on the disk and only the name is missing.
///
/// `Ok(None)`: it was cancelled. Nothing is left behind then, nor after a fault, and a file that stood under the name is
/// untouched.
///
/// # Errors
/// The drive is gone, full or cannot be written; or `before_it_appears` refused.
pub fn save<E: From<SaveFault>>(
    source: Source<'_>,
    folder: &Path,
    name: &str,
    mut goes_on: impl FnMut(u64) -> bool,
    before_it_appears: impl FnOnce() -> Result<(), E>,
) -> Result<Option<PathBuf>, E> {
    let size = match source {
        Source::Bytes(bytes) => bytes.len() as u64,
        Source::File(path) => std::fs::metadata(path).map_err(|e| SaveFault::Other(e.into()))?.len(),
    };
    if !folder.is_dir() {
        return Err(SaveFault::Gone.into());
    }
    let free = room(folder);
    if free.is_some_and(|free| free < size.saturating_add(MARGIN)) {
        return Err(SaveFault::Full { needed: size, free }.into());
    }
    let path = folder.join(name);
    let fault = |fault: OutFault| SaveFault::of(fault, size, free);
    let file = AtomicFile::begin(&path).map_err(fault)?;
    let mut out = file.file().map_err(fault)?;
    let whole = match source {
        Source::Bytes(bytes) => copied(bytes, &mut out, &mut goes_on),
        Source::File(from) => File::open(from).and_then(|from| copied(from, &mut out, &mut goes_on)),
    };
    if !whole.and_then(|whole| out.sync_all().map(|()| whole)).map_err(|e| fault(e.into()))? {
        return Ok(None);
    }
    before_it_appears()?;
    file.commit().map_err(fault)?;
    Ok(Some(path))
}

/// Copies piece by piece; false when it was cancelled.
fn copied(mut from: impl Read, out: &mut File, goes_on: &mut impl FnMut(u64) -> bool) -> io::Result<bool> {
    let mut piece = vec![0; PIECE];
    let mut done = 0;
    loop {
        if !goes_on(done) {
            return Ok(false);
        }
        let read = match from.read(&mut piece) {
            Ok(0) => return Ok(true),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        out.write_all(&piece[..read])?;
        done += read as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_is_whole_or_absent_and_an_older_one_stays_until_then() {
        let dir = tempfile::tempdir().unwrap();
        let bytes = vec![7; PIECE * 2 + 5];
        let saved = |goes_on: &dyn Fn(u64) -> bool, last: Result<(), SaveFault>| {
            save(Source::Bytes(&bytes), dir.path(), "a.pdf", goes_on, || last)
        };
        assert!(saved(&|done| done == 0, Ok(())).unwrap().is_none(), "cancelled");
        assert!(names(dir.path()).is_empty());
        std::fs::write(dir.path().join("a.pdf"), "older").unwrap();
        assert!(saved(&|_| true, Err(SaveFault::ReadOnly)).is_err());
        assert_eq!(std::fs::read(dir.path().join("a.pdf")).unwrap(), b"older");
        assert_eq!(saved(&|_| true, Ok(())).unwrap(), Some(dir.path().join("a.pdf")));
        assert_eq!(std::fs::read(dir.path().join("a.pdf")).unwrap(), bytes);
        assert_eq!(names(dir.path()), ["a.pdf"]);
        let copied =
            save::<SaveFault>(Source::File(&dir.path().join("a.pdf")), dir.path(), "b.pdf", |_| true, || Ok(()));
        assert_eq!(std::fs::read(copied.unwrap().unwrap()).unwrap(), bytes);
    }

    #[test]
    fn a_folder_that_is_gone_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let gone = dir.path().join("gone");
        let done = save::<SaveFault>(Source::Bytes(b"x"), &gone, "a.pdf", |_| true, || Ok(()));
        assert!(matches!(done, Err(SaveFault::Gone)));
        assert!(!gone.exists(), "a missing folder may be a pulled drive: it is not made anew");
    }
}
