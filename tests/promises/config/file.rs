//! Which file is read, and what is said when it cannot be.

use std::fs;
use std::path::Path;

use buku_pengunjung::config::{self, FILE_NAME, LoadError};
use buku_pengunjung::i18n::{Lang, Words};

fn failure(path: &Path) -> LoadError {
    config::load(path).err().unwrap_or_else(|| unreachable!("this file is not good"))
}

#[test]
fn a_good_file_is_loaded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    fs::write(&path, config::SHIPPED).unwrap();
    assert_eq!(config::load(&path).unwrap().purposes.len(), 8);
}

#[test]
fn a_missing_file_is_an_error_and_never_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    let error = failure(&path);
    assert!(matches!(error, LoadError::Missing { .. }));
    assert_eq!(error.lines(Words::of(Lang::En)).len(), 1);
    let sentence = error.sentence(Words::of(Lang::En));
    assert!(sentence.contains(path.to_str().unwrap()) && sentence.contains("does not exist"), "{sentence}");
    assert_eq!(sentence, error.to_string());
    assert!(error.sentence(Words::of(Lang::Id)).contains("tidak ada"));
}

#[test]
fn a_folder_and_a_flood_are_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let sentence = failure(folder.path()).sentence(Words::of(Lang::En));
    assert!(sentence.contains("is a folder"), "{sentence}");
    let big = folder.path().join("big.toml");
    fs::write(&big, "#".repeat(1024 * 1024 + 1)).unwrap();
    let sentence = failure(&big).sentence(Words::of(Lang::En));
    assert!(sentence.contains("larger than 1 MB"), "{sentence}");
    let endless = Path::new("/dev/zero");
    if endless.exists() {
        assert!(failure(endless).to_string().contains("larger than 1 MB"));
    }
}

#[test]
fn a_wrong_file_names_itself_and_every_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.toml");
    fs::write(&path, "[library]\nname = 1\n").unwrap();
    let error = failure(&path);
    let name = path.display();
    assert_eq!(
        error.lines(Words::of(Lang::En)),
        [
            format!("{name}:1:1: \"timezone\" is missing in [library]"),
            format!("{name}:2:8: \"name\" must be text in quotation marks"),
        ]
    );
    let sentence = error.sentence(Words::of(Lang::En));
    assert_eq!(sentence, format!("{name} has 2 problems; correct them and try again"));
}

#[test]
fn bytes_that_are_not_utf8_are_placed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    fs::write(&path, b"[library]\nname = \"Perpustakaan \xe9\"\n").unwrap();
    let lines = failure(&path).lines(Words::of(Lang::En));
    let expected = "the file is not saved as UTF-8; save it again with the encoding UTF-8";
    assert_eq!(lines, [format!("{}:2:22: {expected}", path.display())]);
}

#[test]
fn the_named_file_then_the_working_folders_then_the_users() {
    let (here, user) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let find = |explicit| config::find(explicit, here.path(), Some(user.path()));
    assert_eq!(find(Some(Path::new("a.toml"))), Path::new("a.toml"), "even when it is not there");
    assert_eq!(find(None), here.path().join(FILE_NAME), "none at all: the message names the working folder's");
    fs::write(user.path().join(FILE_NAME), "").unwrap();
    assert_eq!(find(None), user.path().join(FILE_NAME));
    fs::write(here.path().join(FILE_NAME), "").unwrap();
    assert_eq!(find(None), here.path().join(FILE_NAME));
    assert_eq!(config::find(None, Path::new(""), None), Path::new(FILE_NAME));
}

#[test]
fn both_languages_have_the_same_words() {
    let keys = |text: &str| -> Vec<String> {
        let of_line = |l: &str| l.split_once(" = ").map(|(key, _)| key.to_owned());
        text.lines().filter(|l| l.starts_with("config-")).filter_map(of_line).collect()
    };
    let [id, en] = ["id", "en"].map(|lang| {
        let path = format!("{}/assets/locales/config.{lang}.ftl", env!("CARGO_MANIFEST_DIR"));
        keys(&fs::read_to_string(path).unwrap())
    });
    assert!(id.len() > 60);
    assert_eq!(id, en);
    for lang in Lang::ALL.iter().copied() {
        assert!(id.iter().all(|key| Words::of(lang).has(key)));
    }
}
