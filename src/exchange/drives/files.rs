//! The folders within a drive or folder, for the picker in the panel.

use std::path::{Path, PathBuf};

use super::fault::SaveFault;
use crate::exchange::table_out::OutFault;

/// The most folders that are listed of one.
const MOST: usize = 200;

/// What stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderList {
    /// The names of the folders in it, in order; hidden ones left out.
    pub names: Vec<String>,
    /// There are more than are listed.
    pub more: bool,
}

/// The folders in `path`.
///
/// # Errors
/// The folder is gone or cannot be read.
pub fn folders(path: &Path) -> Result<FolderList, SaveFault> {
    let entries = std::fs::read_dir(path).map_err(|e| SaveFault::of(OutFault::from(e), 0, None))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| is_folder(&entry.path()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_by_key(|name| name.to_lowercase());
    let more = names.len() > MOST;
    names.truncate(MOST);
    Ok(FolderList { names, more })
}

/// A folder of its own: a link may lead anywhere, also out of the drive.
fn is_folder(path: &PathBuf) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|about| about.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_listed_in_order_without_files_links_and_hidden_ones() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b", "A", ".trash"] {
            std::fs::create_dir(dir.path().join(name)).unwrap();
        }
        std::fs::write(dir.path().join("c.pdf"), "x").unwrap();
        std::os::unix::fs::symlink("/", dir.path().join("link")).unwrap();
        assert_eq!(folders(dir.path()).unwrap(), FolderList { names: vec!["A".into(), "b".into()], more: false });
        assert!(matches!(folders(&dir.path().join("gone")), Err(SaveFault::Gone)));
    }
}
