//! `staff`: PINs are set by command line, from a script or at a terminal, and stand nowhere in clear.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::office::{Office, Ran, sentence};

impl Office {
    /// A command that is given one line on standard input.
    fn told(&self, arguments: &[&str], line: &str) -> Ran {
        let mut child = self
            .program()
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that refuses before it reads closes the pipe.
        let _ = child.stdin.take().unwrap().write_all(line.as_bytes());
        child.wait_with_output().unwrap().into()
    }

    fn set_pin(&self, name: &str, role: &str, pin: &str) -> Ran {
        self.told(&["staff", "set-pin", "--name", name, "--role", role], &format!("{pin}\n"))
    }

    fn staff(&self) -> Vec<[String; 2]> {
        let list = self.done(&["staff", "list"]);
        let row = |line: &str| {
            let mut cells = line.split("  ").map(str::trim).filter(|c| !c.is_empty());
            [cells.next().unwrap().to_owned(), cells.next().unwrap().to_owned()]
        };
        list.lines().skip(1).map(row).collect()
    }
}

fn person(name: &str, role: &str) -> [String; 2] {
    [name.to_owned(), role.to_owned()]
}

#[test]
fn staff_are_set_listed_and_removed() {
    let office = Office::new();
    assert!(office.staff().is_empty());
    let added = office.set_pin("Sri Uji", "administrator", "739154");
    assert_eq!(
        (added.code, added.out.as_str(), added.err.as_str()),
        (Some(0), "Sri Uji is added and has a PIN.\n", "")
    );
    assert_eq!(office.set_pin("Budi Uji", "librarian", "264813").code, Some(0));
    assert_eq!(office.staff(), [person("Budi Uji", "librarian"), person("Sri Uji", "administrator")]);
    // A forgotten PIN is set anew; the role stays, and so may the end of the line.
    let reset = office.told(&["staff", "set-pin", "--name", "Budi Uji"], "905172\r\n");
    assert_eq!((reset.code, reset.out.as_str()), (Some(0), "Budi Uji has a new PIN.\n"));
    assert_eq!(office.told(&["staff", "set-pin", "--name", "Budi Uji"], "264813").code, Some(0), "no Enter at the end");
    assert_eq!(office.done(&["staff", "remove", "budi uji"]), "budi uji is removed.\n");
    assert_eq!(office.staff(), [person("Sri Uji", "administrator")]);
    assert!(office.done(&["verify"]).contains("5 entries of the audit log hang together"));
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    let office = Office::new();
    let refused = |ran: &Ran, code, words: &str| {
        let said = sentence(ran, code, words);
        assert!(said.contains(words), "{said}");
    };
    for (pin, words) in [
        ("123456", "counts up or down"),
        ("654321", "counts up or down"),
        ("111111", "repeats"),
        ("121212", "repeats"),
        ("12345", "exactly 6 figures"),
        ("7391540", "exactly 6 figures"),
        ("73915a", "exactly 6 figures"),
        ("", "exactly 6 figures"),
        (&"7".repeat(100_000), "exactly 6 figures"),
    ] {
        refused(&office.set_pin("Sri Uji", "administrator", pin), 1, words);
    }
    refused(&office.told(&["staff", "set-pin", "--name", "Sri Uji"], "739154\n"), 2, "--role");
    assert!(office.staff().is_empty());
    assert_eq!(office.set_pin("Sri Uji", "administrator", "739154").code, Some(0));
    refused(&office.set_pin("Budi Uji", "librarian", "739154"), 1, "another one");
    refused(&office.set_pin("Sri Uji", "librarian", "264813"), 1, "last administrator");
    refused(&office.run(&["staff", "remove", "Sri Uji"]), 1, "last administrator");
    refused(&office.run(&["staff", "remove", "Siapa Uji"]), 1, "staff list");
    assert_eq!(office.staff(), [person("Sri Uji", "administrator")]);
    for wrong in [
        &["staff"][..],
        &["staff", "set-pin", "--role", "librarian"],
        &["staff", "set-pin", "--name", "1", "--role", "librarian"],
        &["staff", "set-pin", "--name", "Sri Uji", "--role", "owner"],
        &["staff", "set-pin", "--name", "Sri Uji", "--pin", "739154"],
        &["staff", "remove"],
    ] {
        assert_eq!(office.run(wrong).code, Some(2), "{wrong:?}");
    }
}

#[test]
fn a_terminal_is_asked_twice_and_shows_no_figure() {
    let office = Office::new();
    for (again, code, words) in [("264813", 1, "differ"), ("739154", 0, "is added")] {
        let command = format!(
            "'{}' --data-dir '{}' staff set-pin --name 'Sri Uji' --role administrator",
            env!("CARGO_BIN_EXE_buku-pengunjung"),
            office.data().display()
        );
        // `script` gives the program a terminal of its own.
        let mut child = Command::new("script")
            .args(["--quiet", "--return", "--echo", "always", "--command", &command, "/dev/null"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("script, of the Debian package bsdutils, runs");
        let (mut hands, mut eyes) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut seen = String::new();
        for (question, pin) in [("PIN, 6 figures: ", "739154"), ("The same once more: ", again)] {
            while !seen.ends_with(question) {
                let mut byte = [0];
                assert_eq!(eyes.read(&mut byte).unwrap(), 1, "{seen}");
                seen.push(char::from(byte[0]));
            }
            writeln!(hands, "{pin}").unwrap();
        }
        eyes.read_to_string(&mut seen).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(code), "{seen}");
        assert!(seen.contains(words), "{seen}");
        assert!(!seen.contains("739154") && !seen.contains("264813"), "{seen}");
    }
    assert_eq!(office.staff().len(), 1);
}

#[test]
fn no_pin_stands_anywhere_in_clear() {
    let office = Office::new();
    assert_eq!(office.set_pin("Sri Uji", "administrator", "739154").code, Some(0));
    assert_eq!(office.set_pin("Budi Uji", "librarian", "264813").code, Some(0));
    office.done(&["backup"]);
    let mut files = 0;
    assert!(holds(&office.data(), b"$argon2id$v=19$m=19456,t=2,p=1$", &mut files), "the search finds what is there");
    for pin in [b"739154", b"264813"] {
        assert!(!holds(office.path(), pin, &mut files), "a PIN in clear");
    }
    assert!(files >= 4, "only {files} files were searched");
}

/// Whether any file below the folder holds these bytes.
fn holds(folder: &Path, bytes: &[u8], files: &mut usize) -> bool {
    fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, bytes, files);
        }
        *files += 1;
        fs::read(&path).unwrap().windows(bytes.len()).any(|w| w == bytes)
    })
}

#[test]
fn a_kiosk_without_an_administrator_prints_a_code_and_logs_none() {
    let office = Office::new();
    // There is no display here: the kiosk gets as far as its window, and takes the code back when it ends.
    let ran = office.run(&[]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("could not be opened (neither ") && !ran.err.contains(".rs"), "{}", ran.err);
    let after = ran.out.split_once("one-time code ").unwrap_or_else(|| panic!("no code: {:?}", ran.out)).1;
    let code = &after[..6];
    assert!(code.bytes().all(|b| b.is_ascii_digit()), "{code}");
    assert!(ran.out.contains("first-sign-in-code.txt"), "{}", ran.out);
    assert!(!office.data().join("first-sign-in-code.txt").exists());
    let mut files = 0;
    assert!(!holds(&office.data(), code.as_bytes(), &mut files), "the code stands in a file");
    assert!(files >= 1);
    let next = office.run(&[]).out;
    assert!(next.contains("one-time code ") && !next.contains(code), "each run has a code of its own");
    assert_eq!(office.set_pin("Budi Uji", "librarian", "264813").code, Some(0));
    assert!(office.run(&[]).out.contains("one-time code "), "a librarian is no administrator");
    assert_eq!(office.set_pin("Sri Uji", "administrator", "739154").code, Some(0));
    assert_eq!(office.run(&[]).out, "");
}

#[test]
fn an_administrator_set_by_command_line_takes_the_code_away() {
    let office = Office::new();
    office.done(&["staff", "list"]);
    let file = office.data().join("first-sign-in-code.txt");
    fs::write(&file, "905172\n").unwrap();
    assert_eq!(office.set_pin("Budi Uji", "librarian", "264813").code, Some(0));
    assert!(file.exists());
    assert_eq!(office.set_pin("Sri Uji", "administrator", "739154").code, Some(0));
    assert!(!file.exists());
}
