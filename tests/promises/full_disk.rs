//! The commands on a disk without a byte left: one sentence that says so, nothing half done, and all of it works once
//! there is room again.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::Stdio;

use crate::office::{Office, Ran, sentence};
use crate::small_disk::{fill, on_a_small_disk};

#[test]
fn no_command_leaves_half_of_its_work_on_a_full_disk() {
    let name = "full_disk::no_command_leaves_half_of_its_work_on_a_full_disk";
    let Some(disk) = on_a_small_disk(name, "6M") else { return };
    let office = Office::new();
    assert!(office.path().starts_with(&disk), "the office stands on the small disk");
    office.done(&["demo-data", "--members", "50", "--visits", "300", "--years", "1", "--seed", "1"]);
    let rows = (0..4000).map(|n| format!("9{n:09},Peraga Nomor {n}"));
    let list =
        office.file("list.csv", std::iter::once("nomor,nama".to_owned()).chain(rows).collect::<Vec<_>>().join("\n"));
    let (members, visits) = (office.members(), office.visits(&[]));
    let year = office.stats(&[]);
    let before = files(&office);

    let ballast = fill(&disk);
    let copy = office.place("copy.sqlite");
    let (raw, sheet, page) = (office.place("book.csv"), office.place("report.xlsx"), office.place("report.pdf"));
    let years = ["--from", "2020-01-01", "--to", "2030-12-31"];
    for call in [
        &["members", "import", &list][..],
        &["backup", "--output", &copy],
        &["visits", "export", "--output", &raw],
        &[&["report", "--output", &sheet], &years[..]].concat(),
        &[&["report", "--format", "pdf", "--output", &page], &years[..]].concat(),
    ] {
        let said = office.fails(1, call);
        assert!(said.contains("full") || said.contains("no room") || said.contains("space"), "{call:?}: {said}");
    }
    let said = sentence(&set_pin(&office), 1, "staff set-pin");
    assert!(said.contains("full") || said.contains("space"), "{said}");

    fs::remove_file(ballast).unwrap();
    assert_eq!(files(&office), before, "no part of a file is left");
    assert_eq!((office.members(), office.visits(&[]), office.stats(&[])), (members, visits, year));
    assert_eq!(office.done(&["staff", "list"]).lines().count(), 1, "nobody was added");
    office.done(&["verify"]);
    assert!(office.done(&["members", "import", &list]).contains("added 4000"));
    assert_eq!(set_pin(&office).code, Some(0));
    office.done(&["backup", "--output", &copy]);
    office.done(&["verify"]);
}

fn set_pin(office: &Office) -> Ran {
    let mut program = office.program();
    program.args(["staff", "set-pin", "--name", "Uji Petugas", "--role", "librarian"]);
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().unwrap().write_all(b"813429\n").unwrap();
    child.wait_with_output().unwrap().into()
}

/// The names of all files of the office but SQLite's own beside the book, which come and go.
fn files(office: &Office) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![office.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if !name.ends_with("-wal") && !name.ends_with("-shm") {
                found.insert(name);
            }
        }
    }
    found
}
