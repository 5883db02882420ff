//! `members import` and `members list`: what a librarian's file becomes, and that a bad one changes nothing.

use std::ops::Range;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use encoding_rs::WINDOWS_1252;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use crate::office::Office;

const PLAIN: &str = "no kta,nama\n1001,Wulan Contoh\n1002,Budi Contoh\n";

fn last_line(out: &str) -> &str {
    out.lines().last().unwrap_or_default()
}

fn import(office: &Office, name: &str, bytes: impl AsRef<[u8]>, flags: &[&str]) -> String {
    let file = office.file(name, bytes);
    office.done(&[&["members", "import", &file], flags].concat())
}

/// A list with one row for each number.
fn rows(header: &str, numbers: Range<u32>, row: impl Fn(u32) -> String) -> String {
    let lines: Vec<String> = std::iter::once(header.to_owned()).chain(numbers.map(row)).collect();
    lines.join("\n") + "\n"
}

fn wulan() -> Value {
    json!({
        "card_number": "0024118736", "name": "Wulan Zoë Contoh", "sex": "female", "birth_date": "1990-11-24",
        "education": "s1", "occupation": "teacher", "address": "Jl. Contoh 1, Banyuwangi",
        "valid_until": "2027-01-31", "status": "blocked",
    })
}

#[test]
fn the_lists_of_ordinary_programs_give_the_same_member() {
    let lists = [
        "No. KTA,Nama Lengkap,Jenis Kelamin,Tanggal Lahir,Pendidikan,Pekerjaan,Alamat,Berlaku Sampai,Status\n\
         0024118736,Wulan Zoë Contoh,Perempuan,24/11/1990,S1,Guru,\"Jl. Contoh 1, Banyuwangi\",31-01-2027,Blokir\n",
        "member_id;member_name;gender;birth date;education;occupation;address;expire_date;status\r\n\
         0024118736;Wulan Zoë Contoh;female;1990-11-24;D4 / S1;Teacher;Jl. Contoh 1, Banyuwangi;2027-01-31;blocked\r\n",
        "NOMOR\tNAMA\tSEX\tTANGGAL LAHIR\tPENDIDIKAN\tPEKERJAAN\tALAMAT\tMASA BERLAKU\tSTATUS\n\
         0024118736\tWulan Zoë Contoh\tP\t1990-11-24 00:00:00\tSarjana\tguru\tJl. Contoh 1, Banyuwangi\t31/01/2027\tdiblokir\n",
        "Jenis-Kelamin,Fullname,Member No,EndDate,Tanggal_Lahir,pendidikan,pekerjaan,alamat,status,Telepon\n\
         2,Wulan Zoë Contoh,0024118736,31/01/2027,24-11-1990,s1,teacher,\"Jl. Contoh 1,\nBanyuwangi\",suspend,0333\n",
    ];
    for list in lists {
        let (windows, _, _) = WINDOWS_1252.encode(list);
        for bytes in [list.as_bytes().to_vec(), format!("\u{feff}{list}").into_bytes(), windows.into_owned()] {
            let office = Office::new();
            assert_eq!(
                import(&office, "list.csv", bytes, &[]),
                "added 1, updated 0, unchanged 0, rejected 0\n",
                "{list}"
            );
            assert_eq!(office.members(), [wulan()], "{list}");
        }
    }
}

#[test]
fn a_workbook_gives_the_same_member_with_its_dates_as_dates() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let names =
        ["No Anggota", "Nama", "L/P", "Tanggal Lahir", "Pendidikan", "Pekerjaan", "Alamat", "Berlaku Sampai", "Status"];
    for (at, name) in (0_u16..).zip(names) {
        sheet.write_string(0, at, name).unwrap();
    }
    let words = ["0024118736", "Wulan Zoë Contoh", "P", "", "S1", "Guru", "Jl. Contoh 1, Banyuwangi", "", "Blokir"];
    for (at, word) in (0_u16..).zip(words).filter(|(_, w)| !w.is_empty()) {
        sheet.write_string(1, at, word).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(1990, 11, 24).unwrap(), &day).unwrap();
    sheet.write_datetime_with_format(1, 7, ExcelDateTime::from_ymd(2027, 1, 31).unwrap(), &day).unwrap();
    let office = Office::new();
    // The name says nothing about what a file is.
    let said = import(&office, "list.csv", book.save_to_buffer().unwrap(), &[]);
    assert_eq!(said, "added 1, updated 0, unchanged 0, rejected 0\n");
    assert_eq!(office.members(), [wulan()]);
}

#[test]
fn rejected_rows_are_listed_with_line_and_reason_and_the_rest_is_taken() {
    let list = "no kta,nama,tanggal lahir,pendidikan,berlaku sampai,status\n\
                1001,Wulan Contoh,24/11/1990,,,\n\
                ,Tanpa Nomor,,,,\n\
                12,Nomor Pendek,,,,\n\
                1003,,,,,\n\
                1001,Nomor Ganda,,,,\n\
                1004,Tanggal Aneh,31/02/2026,,,\n\
                1005,Tanggal Aneh,,,2026-02-30,\n\
                1006,Status Aneh,,,,mungkin\n\
                2.1E+13,Nomor Rusak,,,,\n\
                1007,Budi Contoh,,Paket C,,aktif\n";
    let office = Office::new();
    let said = import(&office, "list.csv", list, &[]);
    let expected = [
        "line 3: the card number is missing",
        "line 4: the card number does not fit the pattern of the configuration (card.pattern)",
        "line 5: the name is missing",
        "line 6: the card number stands already in line 2",
        "line 7: the date of birth is not a date (write it like 2026-11-24 or 24/11/2026)",
        "line 8: the end of validity is not a date (write it like 2026-11-24 or 24/11/2026)",
        "line 9: the status is not known (write aktif, tidak aktif or blokir)",
        "line 10: a spreadsheet has shortened the card number (like 2.1E+13): format that column as text and save the list anew",
        "note: the education is in words that are not known and was left out: rows 1, first line 11",
        "added 2, updated 0, unchanged 0, rejected 8",
    ];
    assert_eq!(said.lines().collect::<Vec<_>>(), expected);
    let names: Vec<_> = office.members().iter().map(|m| m["name"].clone()).collect();
    assert_eq!(names, ["Wulan Contoh", "Budi Contoh"]);
    assert!(!said.contains("Contoh"), "a reason names nobody");
}

#[test]
fn a_list_is_compared_with_what_is_there() {
    let office = Office::new();
    import(&office, "list.csv", PLAIN, &[]);
    let next = "no kta,nama\n1001,Wulan Contoh\n1002,Budi Teladan\n1003,Citra Contoh\n";
    assert_eq!(import(&office, "list.csv", next, &[]), "added 1, updated 1, unchanged 1, rejected 0\n");
    assert_eq!(import(&office, "list.csv", next, &[]), "added 0, updated 0, unchanged 3, rejected 0\n");
}

#[test]
fn what_is_listed_can_be_imported_again() {
    let office = Office::new();
    let list = "no kta,nama,jk,tgl lahir,pendidikan,pekerjaan,alamat,berlaku sampai,status\n\
                1001,'Aini Contoh,P,1/3/1990,TK,TNI/POLRI,=1+1,31/12/2027,nonaktif\n\
                1002,\"Budi \"\"B\"\" Contoh\",L,,,,\"-, baris; dua\",,\n\
                1003,@Citra Contoh,,,,,+62 Contoh,,blokir\n";
    import(&office, "list.csv", list, &[]);
    let before = office.members();
    let csv = office.done(&["members", "list"]);
    assert!(csv.starts_with("card_number,name,sex,birth_date,education,occupation,address,valid_until,status\n"));
    assert!(csv.contains(",'=1+1,") && csv.contains(",'@Citra Contoh,") && csv.contains("'+62"), "{csv}");
    assert_eq!(import(&office, "again.csv", csv, &["--full"]), "added 0, updated 0, unchanged 3, rejected 0\n");
    assert_eq!(office.members(), before);
    let elsewhere = Office::new();
    import(&elsewhere, "list.csv", office.done(&["members", "list"]), &[]);
    assert_eq!(elsewhere.members(), before);
}

#[test]
fn strict_takes_all_or_nothing() {
    let office = Office::new();
    let file = office.file("list.csv", format!("{PLAIN},Tanpa Nomor\n"));
    let ran = office.run(&["members", "import", &file, "--strict"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), "line 4: the card number is missing\n"));
    assert!(ran.err.contains("nothing was changed"), "{}", ran.err);
    assert_eq!(office.members(), [] as [Value; 0]);
    assert_eq!(import(&office, "good.csv", PLAIN, &["--strict"]), "added 2, updated 0, unchanged 0, rejected 0\n");
}

#[test]
fn a_full_list_makes_the_missing_inactive_but_not_those_whose_row_is_wrong() {
    let office = Office::new();
    import(&office, "list.csv", format!("{PLAIN}1003,Citra Contoh\n"), &[]);
    let full = "no kta,nama,tanggal lahir\n1001,Wulan Contoh,\n1002,Budi Contoh,31/02/2026\n";
    let said = import(&office, "full.csv", full, &["--full"]);
    assert_eq!(last_line(&said), "added 0, updated 0, unchanged 1, rejected 1");
    let states: Vec<_> = office.members().iter().map(|m| m["status"].clone()).collect();
    assert_eq!(states, ["active", "active", "inactive"]);

    let before = office.members();
    let file = office.file("none.csv", "no kta,nama\n,Tanpa Nomor\n");
    assert_eq!(office.run(&["members", "import", &file, "--full"]).code, Some(1));
    assert_eq!(office.members(), before, "a list of which nothing is taken does not empty the library");
}

#[test]
fn a_fault_of_the_file_is_a_sentence_and_changes_nothing() {
    let office = Office::new();
    import(&office, "list.csv", PLAIN, &[]);
    let before = office.members();
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "no kta").unwrap();
    let workbook = book.save_to_buffer().unwrap();
    let mut late = b"\xef\xbb\xbfno kta,nama\n".to_vec();
    for n in 0..30_000 {
        late.extend(format!("{},Contoh\n", 100_000 + n).bytes());
    }
    late.extend(b"999999,Zo\xeb\n");
    let cases: &[(&[u8], &str)] = &[
        (b"", "is empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "not a table"),
        (b"%PDF-1.7\n", "not a table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old Excel file"),
        (&workbook[..workbook.len() - 40], "workbook is damaged"),
        (b"PK\x03\x04\x00\x00", "workbook is damaged"),
        (
            b"kode;alamat\nx;y\n",
            "line 1: there is no column for the card number (for example \"No. KTA\") and for the name",
        ),
        (
            b"no kta;alamat\n1001;y\n",
            "no column for the name (for example \"Nama\"); the columns found are: no kta, alamat",
        ),
        (b"1001,Wulan Contoh\n1002,Budi Contoh\n", "put a line with the names of the columns above the list"),
        (b"no kta,nama\n", "no rows"),
        (&late, "marked as UTF-8"),
        (
            b"no kta,nama\n1001,\"Wulan Contoh\n1002,Budi Contoh\n",
            "line 2: a quotation mark is opened and never closed",
        ),
    ];
    for (bytes, words) in cases {
        let file = office.file("bad.csv", bytes);
        let said = office.fails(1, &["members", "import", &file]);
        assert!(said.contains(words) && said.contains("nothing was changed"), "{words}: {said}");
        assert!(!said.contains("Wulan"), "{said}");
    }
    let said = office.fails(1, &["members", "import", &office.place("none.csv")]);
    assert!(said.contains("no such file"), "{said}");
    let said = office.fails(1, &["members", "import", &office.place("")]);
    assert!(said.contains("not an ordinary file"), "{said}");
    let huge = std::fs::File::create(office.place("huge.csv")).unwrap();
    huge.set_len(1 << 30).unwrap();
    let said = office.fails(1, &["members", "import", &office.place("huge.csv")]);
    assert!(said.contains("1024 MB"), "{said}");
    assert_eq!(office.members(), before);
}

#[test]
fn a_large_file_does_not_fill_the_memory() {
    let note = "catatan panjang ".repeat(500);
    let list = rows("no kta,nama,catatan", 100_000..105_000, |n| format!("{n},Contoh {n},{note}"));
    assert!(list.len() > 40_000_000);
    let office = Office::new();
    let file = office.file("wide.csv", list);
    // The program may have only half as much data of its own as the file has.
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "ulimit -d 20000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_buku-pengunjung")]);
    shell.arg("--config").arg(office.config()).arg("--data-dir").arg(office.data()).args(["members", "import", &file]);
    let output = shell.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "added 5000, updated 0, unchanged 0, rejected 0\n");
}

#[test]
fn an_import_that_is_killed_leaves_all_or_nothing() {
    let list = rows("no kta,nama,alamat", 100_000..120_000, |n| format!("{n},Contoh Anggota,Jl. Contoh No. {n}"));
    let office = Office::new();
    let file = office.file("list.csv", list);
    import(&office, "before.csv", PLAIN, &[]);
    for wait in [0, 200, 500, 900, 1400] {
        let mut child = office.program().args(["members", "import", &file]).stdout(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let there = office.members().len();
        assert!(there == 2 || there == 20_002, "{there} members after {wait} ms");
    }
    office.done(&["verify"]);
    let said = office.done(&["members", "import", &file]);
    assert_eq!(office.members().len(), 20_002, "{said}");
}

#[test]
fn of_two_imports_at_once_the_second_is_refused_and_nothing_is_lost() {
    let office = Office::new();
    office.done(&["stats"]);
    let list = rows("no kta,nama", 10_000..10_003, |n| format!("{n},Contoh Anggota"));
    let file = office.file("list.csv", list);
    let mut book = office.book();
    // As the panel does it, between checking a list and importing it.
    let batch = book.member_batch().unwrap();
    let said = office.fails(1, &["members", "import", &file]);
    assert!(said.contains("Another import of the membership list is running: wait until it has ended"), "{said}");
    assert_eq!(office.members().len(), 0);
    drop(batch);
    office.done(&["members", "import", &file]);
    assert_eq!(office.members().len(), 3);
}

#[test]
fn an_import_of_the_command_line_can_be_undone_in_the_panel() {
    let office = Office::new();
    import(&office, "first.csv", PLAIN, &[]);
    let before = office.members();
    import(&office, "second.csv", "no kta,nama\n1001,Wulan Teladan\n1003,Citra Contoh\n", &["--full"]);
    let mut book = office.book();
    book.undo_import(buku_pengunjung::domain::audit::Actor::Console, chrono::Utc::now()).unwrap();
    assert_eq!(office.members(), before);
    office.done(&["verify"]);
}
