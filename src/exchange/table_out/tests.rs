//! Tables as another program reads them.

use calamine::{Data, Reader};
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

const COLUMNS: &[&str] = &["a", "b", "c", "d", "e"];

fn write(form: Form, rows: &[Vec<Cell>]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("table");
    let mut out = TableOut::begin(&Target::File(path.clone()), form, COLUMNS, "Tabel").unwrap();
    for row in rows {
        out.row(row).unwrap();
    }
    assert!(!path.exists(), "nothing stands under the name before the end");
    out.finish().unwrap();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    (folder, path)
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        "[=+@\\-\t]?[ -~é€\n\"';,]{0,20}".prop_map(Cell::Text),
        (0u64..1 << 50).prop_map(Cell::Count),
        (0u64..1 << 40).prop_map(Cell::Tenths),
        any::<bool>().prop_map(Cell::Flag),
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<Cell>>> {
    prop::collection::vec(prop::collection::vec(cell(), COLUMNS.len()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn csv_reads_back_what_was_written(rows in table()) {
        let (_folder, path) = write(Form::Csv, &rows);
        let mut reader = csv::Reader::from_path(path).unwrap();
        prop_assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
        let back: Vec<Vec<String>> =
            reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        let expected: Vec<Vec<String>> =
            rows.iter().map(|r| r.iter().map(|c| c.plain().into_owned()).collect()).collect();
        prop_assert_eq!(back, expected);
    }

    #[test]
    fn json_reads_back_what_was_written(rows in table()) {
        let (_folder, path) = write(Form::Json, &rows);
        let back: Vec<serde_json::Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let expected: Vec<serde_json::Value> = rows
            .iter()
            .map(|r| COLUMNS.iter().zip(r).map(|(k, v)| ((*k).to_owned(), serde_json::to_value(v).unwrap())).collect())
            .collect();
        prop_assert_eq!(back, expected);
    }

    #[test]
    fn a_workbook_reads_back_what_was_written(rows in table()) {
        let (_folder, path) = write(Form::Xlsx, &rows);
        let mut book = calamine::open_workbook::<calamine::Xlsx<_>, _>(path).unwrap();
        let sheet = book.worksheet_range("Tabel").unwrap();
        for (y, row) in rows.iter().enumerate() {
            for (x, cell) in row.iter().enumerate() {
                let at = (u32::try_from(y + 1).unwrap(), u32::try_from(x).unwrap());
                let back = sheet.get_value(at).cloned().unwrap_or(Data::Empty);
                let same = match cell {
                    Cell::Empty => back == Data::Empty,
                    Cell::Text(t) if t.is_empty() => matches!(back, Data::Empty) || back == Data::String(String::new()),
                    Cell::Text(_) => back == Data::String(cell.plain().into_owned()),
                    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
                    Cell::Count(n) => back == Data::Float(*n as f64),
                    Cell::Tenths(n) => back == Data::Float(crate::exchange::cell::tenths(*n)),
                    Cell::Flag(f) => back == Data::Bool(*f),
                };
                prop_assert!(same, "{:?} came back as {:?}", cell, back);
            }
        }
    }
}

#[test]
fn an_unfinished_table_leaves_the_old_file_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("book.csv");
    std::fs::write(&path, "old").unwrap();
    let target = Target::File(path.clone());
    let mut out = TableOut::begin(&target, Form::Csv, COLUMNS, "x").unwrap();
    out.row(&[Cell::Count(1), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]).unwrap();
    drop(out);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn names_that_cannot_be_written_get_a_sentence() {
    let folder = TempDir::new().unwrap();
    let begin = |path: PathBuf| match TableOut::begin(&Target::File(path), Form::Csv, COLUMNS, "x") {
        Ok(_) => panic!("it was taken"),
        Err(fault) => fault.to_string(),
    };
    assert!(begin(folder.path().to_owned()).contains("not that of an ordinary file"));
    assert!(begin(folder.path().join("none/book.csv")).contains("does not exist"));
    assert!(begin(PathBuf::from("/dev/null")).contains("not that of an ordinary file"));
}

#[test]
fn nothing_is_an_empty_array() {
    let (_folder, path) = write(Form::Json, &[]);
    assert_eq!(std::fs::read_to_string(path).unwrap(), "[]\n");
}
