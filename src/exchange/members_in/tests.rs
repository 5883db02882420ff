//! Whole files, from bytes to members and reasons.

use std::io::Write;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::NamedTempFile;

use super::*;

fn file(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

/// Line and number of each member, line and reason of each rejected row.
type Read = (Vec<(u64, String)>, Vec<(u64, RowFault)>, Remarks);

fn read(path: &Path) -> Result<Read, FileFault> {
    let open = MemberFile::open(path)?;
    let (mut members, mut rejected) = (Vec::new(), Vec::new());
    let mut last = 0;
    let remarks = open.read(open.columns(), &CardPattern::default(), &mut |step| {
        assert!((last..=1000).contains(&step.done_permille), "progress runs forward");
        last = step.done_permille;
        match step.outcome {
            Outcome::Member(m) => members.push((step.line, m.card_number.as_str().to_owned())),
            Outcome::Rejected { fault, .. } => rejected.push((step.line, fault)),
        }
        ControlFlow::Continue(())
    })?;
    Ok((members, rejected, remarks))
}

fn read_text(text: &str) -> Result<Read, FileFault> {
    read(file(text.as_bytes()).path())
}

#[test]
fn separators_and_encodings_make_no_difference() {
    for separator in [",", ";", "\t"] {
        let text =
            "no_kta|nama|alamat\r\n1001|Zoë Contoh|\"Jl. A, 1; x\"\r\n1002|Budi Contoh|\r\n".replace('|', separator);
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for bytes in [text.clone().into_bytes(), format!("\u{feff}{text}").into_bytes(), windows.into_owned(), wide] {
            let list = file(&bytes);
            let mut names = Vec::new();
            let open = MemberFile::open(list.path()).unwrap();
            open.read(open.columns(), &CardPattern::default(), &mut |step| {
                if let Outcome::Member(m) = step.outcome {
                    names.push((m.name.as_str().to_owned(), m.address));
                }
                ControlFlow::Continue(())
            })
            .unwrap();
            let expected =
                [("Zoë Contoh".to_owned(), Some("Jl. A, 1; x".to_owned())), ("Budi Contoh".to_owned(), None)];
            assert_eq!(names, expected, "{separator:?}");
        }
    }
}

#[test]
fn a_reason_names_the_line_on_which_the_row_begins() {
    let text = "Daftar anggota\n\nno kta,nama,tanggal lahir,alamat\n\n1001,A,,\"dua\nbaris\"\n\n\
                1002,B,31/02/2026,\n,C,,\n1001,D,,\n1003,,,\n1004,E,,,,x\n1,F,,\n,,,\n1005,\"G\nG\",,";
    let (members, rejected, remarks) = read_text(text).unwrap();
    assert_eq!(members, [(5, "1001".to_owned()), (15, "1005".to_owned())]);
    let expected = [
        (8, RowFault::BadDate(Field::BirthDate)),
        (9, RowFault::NoNumber),
        (10, RowFault::NumberTwice { first_line: 5 }),
        (11, RowFault::NoName),
        (12, RowFault::TooManyCells),
        (13, RowFault::NumberDoesNotFit),
    ];
    assert_eq!(rejected, expected);
    assert_eq!((remarks.members, remarks.rejected), (2, 6));
}

#[test]
fn facts_on_no_list_are_counted_with_their_first_line() {
    let text = "no kta,nama,pendidikan,pekerjaan\n1001,A,SD,Guru\n1002,B,Paket C,Nelayan\n1003,C,Paket B,\n";
    let (_, rejected, remarks) = read_text(text).unwrap();
    assert!(rejected.is_empty());
    let expected = BTreeMap::from([(Field::Education, (2, 3)), (Field::Occupation, (1, 3))]);
    assert_eq!(remarks.not_known, expected);
}

#[test]
fn a_workbook_is_read_like_a_csv_file() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Petunjuk").unwrap().write_string(0, 0, "Isi lembar kedua").unwrap();
    let sheet = book.add_worksheet().set_name("Anggota").unwrap();
    sheet.write_string(0, 0, "Daftar Anggota").unwrap();
    for (at, name) in ["No. Anggota", "Nama", "Tanggal Lahir", "Masa Berlaku"].into_iter().enumerate() {
        sheet.write_string(2, u16::try_from(at).unwrap(), name).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_number(3, 0, 21_000_000_000_017.0).unwrap();
    sheet.write_string(3, 1, "Wulan Contoh").unwrap();
    sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_ymd(1990, 11, 24).unwrap(), &day).unwrap();
    sheet.write_string(3, 3, "31/12/2027").unwrap();
    sheet.write_string(5, 0, "0001").unwrap();
    sheet.write_number(6, 0, 2.1e17).unwrap();
    // What a spreadsheet shows as 0024000001 may be the number 24000001 in a format of ten zeros.
    let ten = Format::new().set_num_format("0000000000");
    sheet.write_number_with_format(7, 0, 24_000_001.0, &ten).unwrap();
    sheet.write_string(7, 1, "Bagas Contoh").unwrap();
    let list = NamedTempFile::new().unwrap();
    book.save(list.path()).unwrap();

    let open = MemberFile::open(list.path()).unwrap();
    let mut found = Vec::new();
    open.read(open.columns(), &CardPattern::default(), &mut |step| {
        found.push((step.line, step.outcome));
        ControlFlow::Continue(())
    })
    .unwrap();
    let (line, Outcome::Member(member)) = &found[0] else { panic!("a member") };
    assert_eq!((*line, member.card_number.as_str()), (4, "21000000000017"));
    assert_eq!(member.birth_date, chrono::NaiveDate::from_ymd_opt(1990, 11, 24));
    assert_eq!(member.valid_until, chrono::NaiveDate::from_ymd_opt(2027, 12, 31));
    assert!(matches!(found[1], (6, Outcome::Rejected { fault: RowFault::NoName, .. })));
    assert!(matches!(found[2], (7, Outcome::Rejected { fault: RowFault::NumberShortened, .. })));
    let (8, Outcome::Member(padded)) = &found[3] else { panic!("a member in line 8") };
    assert_eq!(padded.card_number.as_str(), "0024000001");
    assert_eq!(found.len(), 4);
}

#[test]
fn each_fault_of_a_file_has_its_sentence() {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "nama").unwrap();
    let whole = book.save_to_buffer().unwrap();
    let cut = &whole[..whole.len() / 2];
    let mut rotten = whole.clone();
    for byte in rotten.iter_mut().skip(60).take(200) {
        *byte ^= 0x55;
    }
    let cases: &[(&[u8], &str)] = &[
        (b"", "it is empty"),
        (b"\x7fELF\x02\x01\x00\x00junk", "it is not a table"),
        (b"%PDF-1.7 ...", "it is not a table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel file"),
        (b"PK\x03\x04 and nothing", "the workbook is damaged"),
        (cut, "the workbook is damaged"),
        (b"\n\n  \n", "has a header but no rows"),
        (b"no kta,nama\n", "has a header but no rows"),
        (b"\xef\xbb\xbfno kta,nama\n1001,Zo\xeb\n", "marked as UTF-8"),
    ];
    for (bytes, sentence) in cases {
        let fault = read(file(bytes).path()).unwrap_err().to_string();
        assert!(fault.contains(sentence), "{fault}");
    }
    assert!(read(file(&rotten).path()).is_err());
    assert!(read(Path::new("/nowhere/list.csv")).unwrap_err().to_string().contains("no such file"));
    assert!(read(Path::new("/")).unwrap_err().to_string().contains("not an ordinary file"));
}

#[test]
fn a_gigabyte_is_refused_before_it_is_read() {
    let sparse = NamedTempFile::new().unwrap();
    sparse.as_file().set_len(1 << 30).unwrap();
    let fault = read(sparse.path()).unwrap_err().to_string();
    assert!(fault.contains("1024 MB") && fault.contains("200 MB"), "{fault}");
}

#[test]
fn a_missing_column_is_named_with_those_that_were_found() {
    let fault = read_text("kode,nama,alamat\nx,A,B\n").unwrap_err().to_string();
    assert!(fault.starts_with("line 1: there is no column for the card number"), "{fault}");
    assert!(fault.contains("kode, nama, alamat") && fault.contains("\"No. KTA\""), "{fault}");
    let fault = read_text("1001,Wulan Contoh\n1002,Budi Contoh\n").unwrap_err().to_string();
    assert!(fault.contains("put a line with the names") && !fault.contains("Wulan"), "{fault}");
}

#[test]
fn a_librarian_may_choose_the_columns() {
    let list = file(b"kode;siapa\n1001;Wulan Contoh\n");
    let open = MemberFile::open(list.path()).unwrap();
    assert_eq!((open.header().len(), open.samples().len()), (2, 1));
    let mut columns = open.columns().clone();
    columns.set(Field::CardNumber, Some(0));
    columns.set(Field::Name, Some(1));
    let remarks = open.read(&columns, &CardPattern::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(remarks.members, 1);
}
