//! `scripts/run` where there is no display: three made-up visitors walk through the window, and their rows are read back.

use std::process::Command;

/// The demonstration with those arguments; the pictures that it took are taken away again.
fn demonstration(arguments: &[&str]) {
    let done = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/run"))
        .args(arguments)
        .env("BUKU_BINARY", env!("CARGO_BIN_EXE_buku-pengunjung"))
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    let complained = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}\n{complained}");
    let (_, rows) = said.split_once("read back from SQLite:\n").unwrap();
    let rows: Vec<&str> = rows.lines().take_while(|line| !line.starts_with("Pictures")).collect();
    assert_eq!(rows.len(), 4, "the names of the columns and three visitors: {said}");
    for (row, wanted) in rows[1..].iter().zip([",member,", ",non_member,", ",group,"]) {
        assert!(row.contains(wanted), "{row}");
    }
    let pictures = said.trim_end().rsplit_once("Pictures of every step: ").unwrap().1;
    assert!(std::fs::read_dir(pictures).unwrap().count() >= 9, "a picture of every step");
    std::fs::remove_dir_all(pictures).unwrap();
}

#[test]
fn three_visitors_walk_through_a_window_that_fills_the_display() {
    demonstration(&[]);
}

#[test]
fn three_visitors_walk_through_a_small_window() {
    demonstration(&["run", "--windowed", "1280x800"]);
}
