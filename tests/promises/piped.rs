//! `visits export` without `--output`: what may go where standard output leads.

use std::io::Cursor;
use std::process::{Command, Stdio};

use calamine::{Reader, Xlsx};

use crate::office::Office;

#[test]
fn a_workbook_goes_into_a_pipe_and_never_onto_a_terminal() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "2", "--visits", "3", "--years", "1", "--seed", "6"]);
    let export = ["visits", "export", "--format", "xlsx"];
    let piped = office.program().args(export).output().unwrap();
    assert_eq!((piped.status.code(), piped.stderr.as_slice()), (Some(0), [].as_slice()));
    let mut book = Xlsx::new(Cursor::new(piped.stdout)).unwrap();
    assert_eq!(book.worksheet_range_at(0).unwrap().unwrap().height(), 4);

    let binary = env!("CARGO_BIN_EXE_buku-pengunjung");
    let typed = format!("'{binary}' --data-dir '{}' {}", office.data().display(), export.join(" "));
    // `script` gives the program a terminal of its own.
    let ran = Command::new("script")
        .args(["--quiet", "--return", "--command", &typed, "/dev/null"])
        .current_dir(office.path())
        .stdin(Stdio::null())
        .output()
        .expect("script, of the Debian package bsdutils, runs");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.code() == Some(2) && said.contains("--output") && !said.contains("PK"), "{said}");
}
