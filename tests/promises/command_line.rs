//! The commands as IT's scripts rely on them: exit codes, one sentence on standard error, and nothing by accident.

use std::fs;
use std::io::Read;
use std::os::unix::fs::{PermissionsExt, chown};
use std::process::Stdio;

use buku_pengunjung::storage::{BookSettings, InstanceLock, folder};
use serde_json::{Value, json};

use crate::office::{Office, Ran, sentence};

#[test]
fn help_and_version_are_no_failure() {
    let office = Office::new();
    let help = office.done(&["--help"]);
    for command in [
        "run",
        "check-config",
        "members",
        "visits",
        "stats",
        "report",
        "staff",
        "backup",
        "restore",
        "verify",
        "doctor",
        "demo-data",
    ] {
        assert!(help.contains(&format!("\n  {command}")), "{command} in {help}");
    }
    for more in [vec!["members", "import", "--help"], vec!["stats", "--help"], vec!["restore", "--help"]] {
        assert!(office.done(&more).contains("Usage:"));
    }
    assert_eq!(office.done(&["--version"]), format!("buku-pengunjung {}\n", env!("CARGO_PKG_VERSION")));
    assert!(!office.data().exists(), "asking makes nothing");
}

#[test]
fn wrong_use_is_exit_code_2_and_does_nothing() {
    let office = Office::new();
    let cases: &[(&[&str], &str)] = &[
        (&["frobnicate"], "unrecognized subcommand"),
        (&["stats", "--frob"], "unexpected argument"),
        (&["members"], "Usage:"),
        (&["members", "import"], "<FILE>"),
        (&["members", "list", "--format", "xlsx"], "possible values: csv, json"),
        (&["stats", "--by", "shoe"], "session"),
        (&["stats", "--from", "2026-02-31"], "the calendar has no such day"),
        (&["stats", "--to", "2026-13-01"], "the calendar has no such day"),
        (&["visits", "export", "--from", "24/11/2026"], "2026-11-24"),
        (&["stats", "--from", "2026-02-02", "--to", "2026-02-01"], "swap the two days"),
        (&["visits", "export", "--from", "2026-02-02", "--to", "2026-02-01"], "swap the two days"),
        (&["run", "--windowed", "10x10"], "320x240"),
        (&["run", "--windowed", "wide"], "1366x768"),
        (&["demo-data", "--members=-1"], "--members"),
        (&["demo-data", "--years", "0"], "1..="),
        (&["restore"], "<FILE>"),
    ];
    for (arguments, words) in cases {
        let ran = office.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains(words), "{arguments:?}: {}", ran.err);
    }
    assert!(!office.data().exists());
}

#[test]
fn a_wrong_configuration_is_exit_code_2_with_every_place() {
    let office = Office::new();
    let good = fs::read_to_string(office.config()).unwrap();
    let bad = good.replacen("idle_seconds", "idle_second", 1).replacen("keep_days = 365", "keep_days = \"long\"", 1);
    assert!(bad.contains("keep_days = \"long\"") && bad.contains("idle_second "), "both faults are planted");
    fs::write(office.config(), bad).unwrap();
    let ran = office.run(&["check-config"]);
    assert_eq!(ran.code, Some(2));
    let places: Vec<&str> = ran.out.lines().collect();
    assert_eq!(places.len(), 2, "{}", ran.out);
    for (line, words) in places.iter().zip(["idle_seconds", "keep_days"]) {
        let rest = line.strip_prefix(office.config().to_str().unwrap()).unwrap();
        let mut parts = rest.splitn(4, ':').skip(1);
        let row: usize = parts.next().unwrap().parse().unwrap();
        let column: usize = parts.next().unwrap().parse().unwrap();
        assert!(row > 1 && column >= 1 && parts.next().unwrap().contains(words), "{line}");
    }
    sentence(&ran, 2, "check-config");
    let file = office.file("list.csv", "no kta,nama\n1001,Contoh\n");
    let needing: &[&[&str]] = &[&["members", "import", &file], &["stats"], &["visits", "export"], &["members", "list"]];
    for arguments in needing {
        office.fails(2, arguments);
    }
    // Without a display the kiosk cannot show what is wrong, and what is wrong is still the configuration.
    let ran = office.run(&["run"]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    let last = ran.err.lines().last().unwrap();
    assert!(ran.err.contains("did you mean") && last.starts_with("buku-pengunjung: ") && last.contains("2 problems"));
    assert!(!office.data().exists(), "nothing is done on a wrong configuration");

    fs::remove_file(office.config()).unwrap();
    for arguments in [&["check-config"][..], &["stats"], &["members", "import", &file], &["run"]] {
        let said = office.fails(2, arguments);
        assert!(said.contains("kiosk-config.toml"), "{said}");
    }
    fs::create_dir(office.config()).unwrap();
    office.fails(2, &["check-config"]);
}

#[test]
fn the_configuration_is_looked_for_where_the_contract_says() {
    let office = Office::new();
    let check = |office: &Office| -> Ran { office.bare().arg("check-config").output().unwrap().into() };
    assert_eq!(check(&office).code, Some(0), "in the working folder");
    let own = office.path().join("home/.config/buku-pengunjung");
    fs::create_dir_all(&own).unwrap();
    fs::rename(office.config(), own.join("kiosk-config.toml")).unwrap();
    let ran = check(&office);
    assert!(ran.code == Some(0) && ran.out.contains(".config/buku-pengunjung"), "{}{}", ran.out, ran.err);
    let ran: Ran = office.bare().arg("stats").output().unwrap().into();
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(office.path().join("home/.local/share/buku-pengunjung").is_dir(), "the system's own data folder");
}

#[test]
fn the_data_folder_is_private_and_a_bad_one_gets_a_sentence() {
    let office = Office::new();
    office.done(&["stats"]);
    assert_eq!(fs::metadata(office.data()).unwrap().permissions().mode() & 0o777, 0o700);

    let with = |place: &str| -> Ran { office.bare().args(["--data-dir", place, "stats"]).output().unwrap().into() };
    let file = office.file("a-file", "x");
    let said = sentence(&with(&file), 1, "a file");
    assert!(said.contains("not a folder"), "{said}");
    let said = sentence(&with(&office.place("none/data")), 1, "no parent");
    assert!(said.contains("folder above it"), "{said}");
    fs::write(office.data().join("book.sqlite3"), "this was never a book, whatever its name says").unwrap();
    for arguments in [&["stats"][..], &["verify"], &["backup"], &["members", "list"]] {
        office.fails(1, arguments);
    }
}

#[test]
fn a_folder_of_another_user_is_refused_by_name() {
    if !rustix::process::geteuid().is_root() {
        // Only root can give a folder away; CI runs as root.
        return;
    }
    let office = Office::new();
    office.done(&["stats"]);
    chown(office.data(), Some(1), None).unwrap();
    let list = office.file("list.csv", "no kta,nama\n1001,Contoh\n");
    let before = fs::read_dir(office.data()).unwrap().count();
    let commands: &[&[&str]] =
        &[&["stats"], &["members", "import", &list], &["visits", "export"], &["verify"], &["backup"]];
    for arguments in commands {
        let said = office.fails(1, arguments);
        assert!(said.contains("belongs to the user daemon"), "{said}");
    }
    assert_eq!(fs::read_dir(office.data()).unwrap().count(), before, "no file of root's is left there");
}

#[test]
fn only_the_kiosk_and_a_restore_need_the_lock() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "3", "--visits", "20", "--years", "1"]);
    office.done(&["backup", "--output", &office.place("copy.sqlite3")]);
    let list = office.file("list.csv", "no kta,nama\n1001,Contoh\n");
    let lock = InstanceLock::take(&folder::prepare(&office.data()).unwrap()).unwrap();
    for arguments in [&["restore", &office.place("copy.sqlite3")][..], &["run"], &[]] {
        let said = office.fails(3, arguments);
        assert!(said.contains("already running"), "{said}");
    }
    let beside: &[&[&str]] = &[
        &["check-config"],
        &["members", "import", &list],
        &["members", "list"],
        &["visits", "export"],
        &["stats"],
        &["backup", "--output", &office.place("copy2.sqlite3")],
        &["verify"],
        &["doctor"],
    ];
    for arguments in beside {
        office.done(arguments);
    }
    assert!(office.done(&["doctor"]).contains("kiosk          running"));
    assert!(lock.holds());
    drop(lock);
    assert!(office.done(&["doctor"]).contains("kiosk          not running"));
    office.done(&["restore", &office.place("copy.sqlite3")]);
}

#[test]
fn a_restore_brings_the_copy_back_and_a_bad_copy_changes_nothing() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "5", "--visits", "60", "--years", "1", "--seed", "3"]);
    let (visits, members) = (office.visits(&[]), office.members());
    let copy = office.place("copy.sqlite3");
    let said = office.done(&["backup", "--output", &copy]);
    assert!(said.starts_with(&copy), "{said}");
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    let list = office.file("list.csv", "no kta,nama\n1001,Contoh\n");
    office.done(&["members", "import", &list]);
    assert_ne!(office.members(), members);

    let whole = fs::read(&copy).unwrap();
    let bad = [
        (office.file("cut.sqlite3", &whole[..whole.len() / 2]), "The backup is damaged or cut short"),
        (office.file("text.sqlite3", "no kta,nama\n1001,Contoh\n"), "This file is not a visitors' book"),
        (office.place("none.sqlite3"), "The backup cannot be read"),
        (office.place(""), "This file is not a visitors' book"),
    ];
    let now = office.members();
    for (file, words) in &bad {
        let said = office.fails(1, &["restore", file]);
        assert!(said.starts_with(words), "{said}");
        assert_eq!((office.members(), office.visits(&[])), (now.clone(), visits.clone()), "{file}");
    }
    let said = office.done(&["restore", &copy]);
    assert!(said.contains("The book is restored.") && said.contains("is kept as"), "{said}");
    assert_eq!((office.members(), office.visits(&[])), (members, visits));
    office.done(&["verify"]);
}

#[test]
fn a_restore_erases_what_has_been_kept_too_long() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "0", "--visits", "300", "--years", "3", "--seed", "3"]);
    let copy = office.place("copy.sqlite3");
    office.done(&["backup", "--output", &copy]);
    let before = office.visits(&[]);
    office.done(&["restore", &copy]);
    let after = office.visits(&[]);
    assert_eq!(after.len(), before.len(), "the counted facts stay");
    let named = |rows: &[Value]| rows.iter().filter(|r| !r["name"].is_null()).count();
    assert_eq!(named(&before), 300);
    assert!((50..200).contains(&named(&after)), "about a third is younger than a year: {}", named(&after));
    assert!(after[0]["name"].is_null() && !after[299]["name"].is_null(), "the old ones are erased");
    office.done(&["verify"]);
}

#[test]
fn a_copy_without_a_name_goes_into_the_data_folder() {
    let office = Office::new();
    let said = office.fails(1, &["backup"]);
    assert!(said.contains("no visitors' book"), "{said}");
    office.done(&["demo-data", "--members", "1", "--visits", "5", "--years", "1"]);
    office.done(&["backup"]);
    let copies: Vec<_> = fs::read_dir(office.data().join("backups")).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(copies.len(), 1);
    assert!(!office.done(&["doctor"]).contains("last backup    never"));
    let before = office.visits(&[]);
    office.done(&["restore", copies[0].to_str().unwrap()]);
    assert_eq!(office.visits(&[]), before);
}

#[test]
fn verify_prints_each_check_and_fails_when_one_does() {
    let office = Office::new();
    let said = office.fails(1, &["verify"]);
    assert!(said.contains("no visitors' book"), "{said}");
    office.done(&["demo-data", "--members", "1", "--visits", "30", "--years", "1"]);
    let good = office.done(&["verify"]);
    assert!(good.lines().count() >= 4 && good.lines().all(|l| l.starts_with("ok ")), "{good}");
    let book = rusqlite::Connection::open(office.data().join("book.sqlite3")).unwrap();
    book.execute("UPDATE day_total SET entries = entries + 1 WHERE dimension = 'purpose'", []).unwrap();
    let ran = office.run(&["verify"]);
    sentence(&ran, 1, "verify");
    let failed: Vec<&str> = ran.out.lines().filter(|l| l.starts_with("FAILED")).collect();
    // What was changed from outside agrees with neither the visits nor the months.
    assert_eq!((failed.len(), ran.out.lines().count()), (2, good.lines().count()), "{}", ran.out);
    assert!(failed[0].contains("day_totals") && failed[1].contains("month_totals"), "{}", ran.out);
}

type Key<'a> = Box<dyn Fn(&Value) -> String + 'a>;

/// Entries and people of the visits that count, by the key that `key` gives them; an independent recount.
fn recount(visits: &[Value], key: impl Fn(&Value) -> String) -> Vec<Value> {
    let mut counts: Vec<(String, u64, u64)> = Vec::new();
    for visit in visits.iter().filter(|v| v["voided"] == json!(false)) {
        let (key, people) = (key(visit), visit["headcount"].as_u64().unwrap());
        match counts.iter_mut().find(|c| c.0 == key) {
            Some(count) => {
                count.1 += 1;
                count.2 += people;
            }
            None => counts.push((key, 1, people)),
        }
    }
    counts.sort();
    counts.into_iter().map(|(key, entries, people)| json!({"key": key, "entries": entries, "people": people})).collect()
}

#[test]
fn statistics_equal_a_recount_of_the_export() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "20", "--visits", "800", "--years", "2", "--seed", "11"]);
    let visits = office.visits(&[]);
    let text = |v: &Value, name: &str| v[name].as_str().unwrap_or("unknown").to_owned();
    let part = |v: &Value, range: std::ops::Range<usize>| v["recorded_at"].as_str().unwrap()[range].to_owned();
    let weekday = |v: &Value| {
        let day: chrono::NaiveDate = part(v, 0..10).parse().unwrap();
        day.format("%A").to_string().to_lowercase()
    };
    let dimensions: Vec<(&str, Key<'_>)> = vec![
        ("total", Box::new(|_| "total".to_owned())),
        ("day", Box::new(|v| part(v, 0..10))),
        ("month", Box::new(|v| part(v, 0..7))),
        ("year", Box::new(|v| part(v, 0..4))),
        ("hour", Box::new(|v| part(v, 11..13))),
        ("weekday", Box::new(weekday)),
        ("type", Box::new(|v| text(v, "membership_type"))),
        ("purpose", Box::new(|v| text(v, "purpose"))),
        ("age", Box::new(|v| text(v, "age_group"))),
        ("education", Box::new(|v| text(v, "education"))),
        ("occupation", Box::new(|v| text(v, "occupation"))),
    ];
    for (by, key) in &dimensions {
        let Value::Array(mut counts) = office.stats(&["--by", by]) else { panic!("an array") };
        assert!(counts.iter().all(|c| c.as_object().unwrap().len() == 3), "key, entries, people and no more");
        counts.sort_by_key(|c| c["key"].as_str().unwrap().to_owned());
        assert_eq!(counts, recount(&visits, key), "by {by}");
        let table = office.done(&["stats", "--by", by]);
        assert_eq!(table.lines().count(), counts.len() + 1, "{table}");
    }
    let days: Vec<Value> = office.stats(&["--by", "day"]).as_array().unwrap().clone();
    assert!(days.is_sorted_by_key(|d| d["key"].as_str().unwrap().to_owned()), "natural order");
    let weekdays: Vec<Value> = office.stats(&["--by", "weekday"]).as_array().unwrap().clone();
    assert_eq!(weekdays[0]["key"], "monday");
    let education: Vec<Value> = office.stats(&["--by", "education"]).as_array().unwrap().clone();
    assert_eq!(education.last().unwrap()["key"], "unknown", "what is not known comes last");
    assert_eq!(office.done(&["stats"]), office.done(&["stats", "--by", "total", "--format", "table"]));
}

#[test]
fn demonstration_data_is_never_mixed_with_real_data() {
    let demo = ["demo-data", "--members", "10", "--visits", "40", "--years", "1", "--seed", "4"];
    let office = Office::new();
    office.done(&demo);
    let said = office.fails(1, &demo);
    assert!(said.contains("already holds"), "{said}");
    assert_eq!(office.visits(&[]).len(), 40);
    let twin = Office::new();
    twin.done(&demo);
    assert_eq!(twin.members(), office.members(), "the same seed gives the same people");
    let real = Office::new();
    let taken = office.members()[3]["card_number"].as_str().unwrap().to_owned();
    let list = real.file("list.csv", format!("no kta,nama\n1001,Contoh\n{taken},Sungguhan\n"));
    real.done(&["members", "import", &list]);
    let before = real.members();
    real.done(&demo);
    let after = real.members();
    assert_eq!((after.len(), real.visits(&[]).len()), (11, 40), "a folder without visits is filled");
    assert!(before.iter().all(|member| after.contains(member)), "whoever is listed stays as they are");
}

#[test]
fn doctor_tells_the_state_without_names_and_changes_nothing() {
    let office = Office::new();
    let page = office.done(&["doctor"]);
    assert!(page.contains("does not exist yet") && !office.data().exists(), "{page}");
    let list = office.file("daftar-rahasia.csv", "no kta,nama,alamat\n90817263,Wulan Contoh,Jl. Teladan 5\n");
    office.done(&["members", "import", &list]);
    let page = office.done(&["doctor"]);
    for words in
        [env!("CARGO_PKG_VERSION"), "no problems", "members        1", "schema", "Asia/Jakarta", "last backup    never"]
    {
        assert!(page.contains(words), "{words} in {page}");
    }
    for secret in ["Wulan", "90817263", "Teladan", "rahasia"] {
        assert!(!page.contains(secret), "{secret} in {page}");
    }
    fs::write(office.config(), "[library]\nnam = 1\n").unwrap();
    let page = office.done(&["doctor"]);
    assert!(page.contains("check-config") && page.contains("members        1"), "{page}");
    fs::write(office.data().join("book.sqlite3"), "no book").unwrap();
    assert!(office.done(&["doctor"]).lines().any(|l| l.starts_with("book")));
}

#[test]
fn a_reader_that_goes_away_is_no_fault_and_a_full_disk_is_one() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "0", "--visits", "3000", "--years", "1"]);
    let mut child =
        office.program().args(["visits", "export"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut start = [0; 100];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut start).unwrap();
    drop(out);
    let ran: Ran = child.wait_with_output().unwrap().into();
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    for arguments in [&["visits", "export"][..], &["stats"], &["doctor"], &["members", "list"], &["--help"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran: Ran = office.program().args(arguments).stdout(full).output().unwrap().into();
        sentence(&ran, 1, &format!("{arguments:?}"));
    }
}

#[test]
fn the_books_of_the_commands_and_of_the_kiosk_are_the_same() {
    let office = Office::new();
    let list = office.file("list.csv", "no kta,nama\n1001,Wulan Contoh\n");
    // The kiosk has the book open while the list is imported beside it.
    let book = office.book();
    let before = book.data_version().unwrap();
    office.done(&["members", "import", &list]);
    assert_ne!(book.data_version().unwrap(), before, "the kiosk sees that somebody else has committed");
    assert!(book.members_loaded().unwrap());
    assert_eq!(BookSettings::default().zone.name(), "Asia/Jakarta");
}
