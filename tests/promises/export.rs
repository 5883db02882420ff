//! `visits export`: the contract's columns, the same facts in every format, and files that are whole or not there.

use std::fs;
use std::process::Command;
use std::time::Instant;

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::demographics::{AgeGroup, Demographics, Education, Occupation, Sex};
use buku_pengunjung::domain::form::GroupLimits;
use buku_pengunjung::domain::name::{Name, Note};
use buku_pengunjung::domain::purpose::PurposeId;
use buku_pengunjung::domain::visit::{Entry, GroupParty, NewVisit, VisitId, Visitor, VoidReason};
use calamine::{Data, Reader};
use chrono::DateTime;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::office::{Office, sentence};

const COLUMNS: &str = "id,recorded_at,kiosk,membership_type,card_number,name,sex,age_group,education,occupation,origin,\
    institution,male,female,headcount,purpose,purpose_note,entry,checkin_seconds,seat,session_started_at,\
    session_ended_at,session_end,shut_down,tidied,clean,voided,void_reason,corrects,card_expired,card_unverified,\
    clock_suspect";

fn id(n: u128) -> VisitId {
    VisitId(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + n))
}

fn name(text: &str) -> Name {
    Name::from_list(text).unwrap()
}

/// A visit at a moment of Banyuwangi, which is seven hours east of UTC.
fn visit(n: u128, local: &str, visitor: Visitor, purpose: &str, entry: Entry) -> NewVisit {
    let at = DateTime::parse_from_rfc3339(&format!("{local}+07:00")).unwrap();
    NewVisit {
        id: id(n),
        at: at.to_utc(),
        local_date: at.date_naive(),
        kiosk: "lobi".to_owned(),
        visitor,
        purpose: PurposeId::new(purpose).unwrap(),
        note: None,
        session: None,
        entry,
        walk_millis: 12_340,
        clock_suspect: false,
    }
}

fn guest(called: &str) -> Visitor {
    Visitor::NonMember { name: name(called), demographics: Demographics::default(), origin: None }
}

fn write(office: &Office, visits: &[NewVisit]) {
    let mut book = office.book();
    for visit in visits {
        book.record(visit, Instant::now()).unwrap();
    }
}

/// Three visits on two days; the last one is taken back.
fn three(office: &Office) {
    let whole = Demographics {
        sex: Some(Sex::Female),
        age_group: Some(AgeGroup::Adult),
        education: Some(Education::S1),
        occupation: Some(Occupation::Teacher),
    };
    let member = Visitor::Member {
        card: CardNumber::from_store("0024118736"),
        name: name("Wulan Contoh"),
        demographics: whole,
        expired: true,
        unverified: false,
    };
    let non_member = Visitor::NonMember {
        name: name("=cmd|'/c calc'!A1"),
        demographics: Demographics { sex: Some(Sex::Male), ..Demographics::default() },
        origin: Some(name("+62, \"Genteng\"")),
    };
    let limits = GroupLimits { max_people: 100, confirm_above: 50 };
    let group = Visitor::Group(GroupParty::new(name("Endah Contoh"), name("SDN Contoh"), 14, 20, limits).unwrap());
    let mut noted = visit(2, "2026-11-24T23:59:59", non_member, "other", Entry::Form);
    noted.note = Some(Note::new("-rapat; guru").unwrap());
    noted.clock_suspect = true;
    let last = visit(3, "2026-11-25T00:00:00", group, "education_visit", Entry::Form);
    let first = visit(1, "2026-11-24T08:30:05", member, "internet", Entry::Scanned);
    write(office, &[noted, last, first]);
    let at = DateTime::parse_from_rfc3339("2026-11-25T00:05:00+07:00").unwrap().to_utc();
    office.book().void(id(3), VoidReason::Visitor, at).unwrap();
}

#[test]
fn a_row_has_the_columns_and_values_of_the_contract() {
    let office = Office::new();
    three(&office);
    let mut rows = office.visits(&[]);
    for row in &mut rows {
        let seconds = row["checkin_seconds"].as_f64().unwrap();
        assert!((12.3..22.3).contains(&seconds), "{seconds}: the walk and the writing");
        assert!((seconds * 10.0 - (seconds * 10.0).round()).abs() < 1e-6, "one decimal");
        row["checkin_seconds"] = json!(12.3);
    }
    let none = Value::Null;
    let row = |special: Value| {
        let mut row = json!({
            "card_number": none, "sex": none, "age_group": none, "education": none, "occupation": none, "origin": none,
            "institution": none, "male": none, "female": none, "headcount": 1, "purpose_note": none,
            "checkin_seconds": 12.3, "seat": none, "session_started_at": none, "session_ended_at": none,
            "session_end": none, "shut_down": none, "tidied": none, "clean": none, "voided": false, "void_reason": none,
            "corrects": none, "card_expired": false, "card_unverified": false, "clock_suspect": false, "kiosk": "lobi",
        });
        for (key, value) in special.as_object().unwrap() {
            row[key] = value.clone();
        }
        row
    };
    let expected = [
        row(json!({
            "id": "01990000-0000-7000-8000-000000000001", "recorded_at": "2026-11-24T08:30:05+07:00",
            "membership_type": "member", "card_number": "0024118736", "name": "Wulan Contoh", "sex": "female",
            "age_group": "adult", "education": "s1", "occupation": "teacher", "male": 0, "female": 1,
            "purpose": "internet", "entry": "scanned", "card_expired": true,
        })),
        row(json!({
            "id": "01990000-0000-7000-8000-000000000002", "recorded_at": "2026-11-24T23:59:59+07:00",
            "membership_type": "non_member", "name": "=cmd|'/c calc'!A1", "sex": "male", "male": 1, "female": 0,
            "origin": "+62, \"Genteng\"", "purpose": "other", "purpose_note": "-rapat; guru", "entry": "form",
            "clock_suspect": true,
        })),
        row(json!({
            "id": "01990000-0000-7000-8000-000000000003", "recorded_at": "2026-11-25T00:00:00+07:00",
            "membership_type": "group", "name": "Endah Contoh", "institution": "SDN Contoh", "male": 14, "female": 20,
            "headcount": 34, "purpose": "education_visit", "entry": "form", "voided": true, "void_reason": "visitor",
        })),
    ];
    assert_eq!(rows, expected, "oldest first, whatever the order of writing");
    let text = office.done(&["visits", "export", "--format", "json"]);
    let keys: Vec<usize> = COLUMNS.split(',').map(|c| text.find(&format!("\"{c}\":")).unwrap()).collect();
    assert!(keys.is_sorted(), "the keys stand in the order of the contract");
}

#[test]
fn formulas_are_neutralised_where_a_spreadsheet_reads() {
    let office = Office::new();
    three(&office);
    let csv = office.done(&["visits", "export"]);
    assert_eq!(csv.lines().next(), Some(COLUMNS));
    for cell in ["\"'+62, \"\"Genteng\"\"\"", ",'-rapat; guru,", ",'=cmd|'/c calc'!A1,"] {
        assert!(csv.contains(cell), "{cell} in {csv}");
    }
    let file = office.place("book.xlsx");
    office.done(&["visits", "export", "--format", "xlsx", "--output", &file]);
    let mut book = calamine::open_workbook::<calamine::Xlsx<_>, _>(&file).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.get_value((2, 5)), Some(&Data::String("'=cmd|'/c calc'!A1".to_owned())));
    assert_eq!(sheet.get_value((3, 14)), Some(&Data::Float(34.0)), "a number is a number");
    assert_eq!(sheet.get_value((3, 26)), Some(&Data::Bool(true)));
    assert_eq!(book.worksheet_formula(&book.sheet_names()[0]).unwrap().used_cells().count(), 0);
}

#[test]
fn periods_are_library_days_with_both_ends() {
    let office = Office::new();
    three(&office);
    let count = |more: &[&str]| office.visits(more).len();
    assert_eq!(count(&["--from", "2026-11-24", "--to", "2026-11-24"]), 2);
    assert_eq!(count(&["--from", "2026-11-25"]), 1);
    assert_eq!(count(&["--to", "2026-11-23"]), 0);
    assert_eq!(count(&["--to", "2026-11-25"]), 3);
    let total = |more: &[&str]| office.stats(more)[0].clone();
    let counts = |entries: u32, people: u32| json!({"key": "total", "entries": entries, "people": people});
    assert_eq!(total(&["--from", "2026-11-24", "--to", "2026-11-24"]), counts(2, 2));
    assert_eq!(total(&["--from", "2026-11-25"]), counts(0, 0), "a voided row is exported and not counted");
}

#[test]
fn an_empty_book_is_a_header() {
    let office = Office::new();
    assert_eq!(office.done(&["visits", "export"]), format!("{COLUMNS}\n"));
    assert_eq!(office.visits(&[]), [] as [Value; 0]);
    assert_eq!(office.stats(&[]), json!([{"key": "total", "entries": 0, "people": 0}]));
}

/// A cell of JSON as CSV has it.
fn csv_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// CSV, JSON and XLSX of the whole book, compared cell by cell.
fn formats_agree(office: &Office) -> usize {
    let columns: Vec<&str> = COLUMNS.split(',').collect();
    let json = office.visits(&[]);
    let csv = office.done(&["visits", "export"]);
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect();
    let file = office.place("book.xlsx");
    office.done(&["visits", "export", "--format", "xlsx", "--output", &file]);
    let mut book = calamine::open_workbook::<calamine::Xlsx<_>, _>(&file).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!((rows.len(), sheet.height()), (json.len(), json.len() + 1));
    for (y, (object, record)) in json.iter().zip(&rows).enumerate() {
        assert_eq!(object.as_object().unwrap().len(), columns.len());
        for (x, column) in columns.iter().enumerate() {
            let value = &object[*column];
            assert_eq!(record.get(x), Some(csv_cell(value).as_str()), "{column} of row {y}");
            let at = (u32::try_from(y + 1).unwrap(), u32::try_from(x).unwrap());
            let there = sheet.get_value(at).unwrap_or(&Data::Empty);
            let same = match (value, there) {
                (Value::Null, Data::Empty) => true,
                (Value::String(_), Data::String(text)) => *text == csv_cell(value),
                (Value::Number(n), Data::Float(f)) => n.as_f64() == Some(*f),
                (Value::Bool(a), Data::Bool(b)) => a == b,
                _ => false,
            };
            assert!(same, "{column} of row {y}: {value} and {there:?}");
        }
    }
    json.len()
}

#[test]
fn every_format_tells_the_same_of_years_of_visits() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "50", "--visits", "600", "--years", "2", "--seed", "5"]);
    assert_eq!(formats_agree(&office), 600);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_tells_the_same_of_any_name(
        names in prop::collection::vec("[=+@'-]?[a-zA-Z]{2}[ -~é€😀\"';,=]{0,30}[a-z]", 1..12),
    ) {
        let office = Office::new();
        let minute = |n: usize| format!("2026-11-24T09:{n:02}:00");
        let visits: Vec<NewVisit> = (1_u128..)
            .zip(&names)
            .enumerate()
            .map(|(at, (n, called))| visit(n, &minute(at), guest(called), "read", Entry::Form))
            .collect();
        write(&office, &visits);
        prop_assert_eq!(formats_agree(&office), names.len());
        let back: Vec<String> = office.visits(&[]).iter().map(|r| r["name"].as_str().unwrap().to_owned()).collect();
        let tidy: Vec<String> = names.iter().map(|n| name(n).as_str().to_owned()).collect();
        prop_assert_eq!(back, tidy);
    }
}

#[test]
fn a_file_is_whole_or_the_old_one_stays() {
    let office = Office::new();
    office.done(&["demo-data", "--members", "0", "--visits", "2000", "--years", "1", "--seed", "5"]);
    let file = office.file("book.out", "the old one");
    let listed = |office: &Office| {
        let mut names: Vec<_> = fs::read_dir(office.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = listed(&office);
    for format in ["csv", "json", "xlsx"] {
        // A file of this shell's children may have some 40 KB and no more, enough for the book's index of its log.
        let mut shell = Command::new("sh");
        shell.args(["-c", "trap '' XFSZ; ulimit -f 80; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_buku-pengunjung")]);
        shell.arg("--config").arg(office.config()).arg("--data-dir").arg(office.data());
        shell.args(["visits", "export", "--format", format, "--output", &file]);
        let said = sentence(&shell.output().unwrap().into(), 1, format);
        assert!(said.contains("book.out"), "{said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "the old one");
        assert_eq!(listed(&office), before, "nothing is left behind");
        office.done(&["visits", "export", "--format", format, "--output", &file]);
        assert!(fs::metadata(&file).unwrap().len() > 100_000);
        fs::write(&file, "the old one").unwrap();
    }
}

#[test]
fn places_that_cannot_be_written_get_a_sentence() {
    let office = Office::new();
    let cases = [
        (office.place("none/book.csv"), "the folder does not exist"),
        (office.place(""), "not that of an ordinary file"),
        ("/dev/null".to_owned(), "not that of an ordinary file"),
    ];
    for (place, words) in cases {
        let said = office.fails(1, &["visits", "export", "--output", &place]);
        assert!(said.contains(words), "{said}");
    }
}
