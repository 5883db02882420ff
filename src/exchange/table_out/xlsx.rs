//! A workbook of one sheet: numbers as numbers, the header bold and fixed.
//!
//! Written here and not by `rust_xlsxwriter`, whose streaming mode panics when its scratch file meets a full disk, and
//! whose other mode holds every cell in memory: ten years of visits are ten million cells.

use std::fmt::Write as _;
use std::io::Write;

use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, StreamWriter};

use super::{Cell, OutFault};
use crate::exchange::cell::{neutral, tenths};

/// The most rows below the header that a sheet holds.
pub const MAX_XLSX_ROWS: u32 = 1_048_575;

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A workbook that is being written; rows go out as they come.
pub(super) struct XlsxRows<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    letters: Vec<String>,
    /// The number of the next row, from 1.
    next: u32,
    line: String,
}

impl<W: Write> XlsxRows<W> {
    pub(super) fn begin(out: W, columns: &[&str], title: &str) -> Result<Self, OutFault> {
        let mut zip = ZipWriter::new_stream(out);
        for (name, text) in small_parts(title) {
            zip.start_file(name, SimpleFileOptions::default()).map_err(fault)?;
            zip.write_all(text.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).map_err(fault)?;
        zip.write_all(sheet_head(columns).as_bytes())?;
        let letters = (0..columns.len()).map(letters_of).collect();
        let mut rows = Self { zip, letters, next: 1, line: String::new() };
        let header: Vec<Cell> = columns.iter().map(|c| Cell::text(Some(*c))).collect();
        rows.write(&header, r#" s="1""#)?;
        Ok(rows)
    }

    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<(), OutFault> {
        if self.next > MAX_XLSX_ROWS + 1 {
            return Err(OutFault::TooManyRows);
        }
        self.write(cells, "")
    }

    pub(super) fn finish(mut self) -> Result<W, OutFault> {
        self.zip.write_all(b"</sheetData></worksheet>")?;
        Ok(self.zip.finish().map_err(fault)?.into_inner())
    }

    fn write(&mut self, cells: &[Cell], style: &str) -> Result<(), OutFault> {
        let (n, line) = (self.next, &mut self.line);
        line.clear();
        // Writing into a text cannot fail.
        let _ = write!(line, r#"<row r="{n}">"#);
        for (at, cell) in self.letters.iter().zip(cells) {
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Text(text) => {
                    let _ = write!(line, r#"<c r="{at}{n}"{style} t="inlineStr"><is><t xml:space="preserve">"#);
                    escape(line, &neutral(text));
                    line.write_str("</t></is></c>")
                }
                Cell::Count(count) => write!(line, r#"<c r="{at}{n}"{style}><v>{count}</v></c>"#),
                Cell::Tenths(t) => write!(line, r#"<c r="{at}{n}"{style}><v>{}</v></c>"#, tenths(*t)),
                Cell::Flag(flag) => write!(line, r#"<c r="{at}{n}"{style} t="b"><v>{}</v></c>"#, u8::from(*flag)),
            };
        }
        line.push_str("</row>");
        self.zip.write_all(line.as_bytes())?;
        self.next += 1;
        Ok(())
    }
}

/// Everything but the sheet itself.
fn small_parts(title: &str) -> [(&'static str, String); 5] {
    let mut name = String::new();
    escape(&mut name, title);
    let types = format!(
        r#"{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>"#
    );
    let root = format!(
        r#"{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = format!(
        r#"{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let parts = format!(
        r#"{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>"#
    );
    // Two styles: plain, and bold for the header.
    let styles = format!(
        r#"{XML}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
    );
    [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", parts),
        ("xl/styles.xml", styles),
    ]
}

/// The beginning of the sheet: the header row stays in view, and each column is wide enough.
fn sheet_head(columns: &[&str]) -> String {
    let mut head = format!(
        r#"{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>"#
    );
    for (n, column) in (1..).zip(columns) {
        let width = width_of(column);
        // Writing into a text cannot fail.
        let _ = write!(head, r#"<col min="{n}" max="{n}" width="{width}" customWidth="1"/>"#);
    }
    head.push_str("</cols><sheetData>");
    head
}

/// The width of a column in characters, by what it usually holds.
fn width_of(column: &str) -> usize {
    match column {
        "id" | "corrects" => 38,
        "name" | "institution" | "origin" | "address" | "purpose_note" => 32,
        at if at.ends_with("_at") => 27,
        other => other.len().clamp(10, 28) + 2,
    }
}

/// The letters of a column, from 0: A, B, … Z, AA.
fn letters_of(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        if rest < 26 {
            return letters.into_iter().rev().collect();
        }
        rest = rest / 26 - 1;
    }
}

/// Puts `text` into XML. What XML cannot hold is written as `_x0007_`, the way spreadsheets do, and a text that looks
/// like that already has its underscore written so.
fn escape(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            '_' if looks_escaped(text.get(at..).unwrap_or_default()) => out.push_str("_x005F_"),
            c => out.push(c),
        }
    }
}

fn looks_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes.starts_with(b"_x")
        && bytes.get(2..6).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
        && bytes.get(6) == Some(&b'_')
}

fn fault(error: ZipError) -> OutFault {
    match error {
        ZipError::Io(e) => e.into(),
        other => OutFault::Write(std::io::Error::other(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_like_a_sheet() {
        for (n, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters_of(n), letters);
        }
    }

    #[test]
    fn xml_holds_every_text() {
        let escaped = |text| {
            let mut out = String::new();
            escape(&mut out, text);
            out
        };
        assert_eq!(escaped("<a & \"b\">\n"), "&lt;a &amp; &quot;b&quot;&gt;\n");
        assert_eq!(escaped("a\u{7}b\r"), "a_x0007_b_x000D_");
        assert_eq!(escaped("_x0041_ _x_ é😀"), "_x005F_x0041_ _x_ é😀");
    }
}
