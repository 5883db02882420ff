//! Reads reports back: the workbook by calamine, the PDF by poppler.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};

/// The rows of a workbook under the title of each table, heading included, until the first empty row.
pub fn tables(bytes: &[u8], titles: &[&str]) -> BTreeMap<String, Vec<Vec<Data>>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut found = BTreeMap::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let rows: Vec<&[Data]> = range.rows().collect();
        for (at, row) in rows.iter().enumerate() {
            let Some(title) = titles.iter().find(|t| row[0] == Data::String((**t).to_owned())) else { continue };
            let table = rows[at + 1..].iter().take_while(|r| r.iter().any(|c| *c != Data::Empty));
            found.insert((*title).to_owned(), table.map(|r| r.to_vec()).collect());
        }
    }
    found
}

/// All texts of a workbook's cells.
pub fn texts(bytes: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut texts = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        texts.extend(range.cells().filter_map(|(_, _, c)| match c {
            Data::String(text) => Some(text.clone()),
            _ => None,
        }));
    }
    texts
}

/// The number in a cell; nothing for an empty one.
pub fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(n) => Some(*n),
        Data::Empty => None,
        other => panic!("no number: {other:?}"),
    }
}

/// The pages of a PDF as text, laid out as on paper.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output();
    let output = output.expect("pdftotext (poppler-utils) is needed to read the PDF back");
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// The lines of a PDF under the title of a table, over page breaks, as words, until its row of sums.
pub fn rows(pages: &[String], title: &str, sum: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut within = false;
    for line in pages.iter().flat_map(|p| p.lines()) {
        let line = line.trim();
        if line == title || line == format!("{title} (lanjutan)") {
            within = true;
        } else if within && !line.is_empty() {
            let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            let last = words[0] == sum;
            rows.push(words);
            if last {
                break;
            }
        }
    }
    rows
}
