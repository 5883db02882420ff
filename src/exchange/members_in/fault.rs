//! Why a membership file, or one row of it, is not taken. No sentence here holds a value of the file.

use std::io;

use super::header::Field;
use super::quotes::OpenQuote;

/// A fault of the whole file: nothing of it is imported.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// No such file.
    #[error("there is no such file: check the name and the folder")]
    Missing,
    /// The system refuses to read it.
    #[error("it cannot be read ({0}): check that the file may be read and that the drive is still there")]
    Unreadable(#[source] io::Error),
    /// A folder, a pipe or a device.
    #[error("it is not an ordinary file: name a CSV or XLSX file")]
    NotAFile,
    /// Nothing in it.
    #[error("it is empty: export the membership list again")]
    Empty,
    /// Larger than any list that is imported.
    #[error(
        "it is {megabytes} MB large, more than the {limit} MB that are read: split it, or leave out columns that are not needed"
    )]
    TooLarge {
        /// Size of the file (of an XLSX, unpacked), in megabytes, rounded up.
        megabytes: u64,
        /// The limit in megabytes.
        limit: u64,
    },
    /// Not text and not an XLSX file.
    #[error("it is not a table: save the list as CSV or XLSX and import that file")]
    NotATable,
    /// The older format of Excel, or a spreadsheet with a password.
    #[error(
        "it is an old Excel file (.xls) or has a password: open it and save it as .xlsx without a password, or as CSV"
    )]
    OldExcel,
    /// A container that is not an XLSX workbook, such as a document of `LibreOffice`.
    #[error("it is a packed file but not an Excel workbook (.xlsx): open it and save it as .xlsx or CSV")]
    NotXlsx,
    /// A workbook that cannot be read to its end.
    #[error("the workbook is damaged: open it in a spreadsheet program and save it anew as .xlsx or CSV")]
    BrokenXlsx,
    /// The file says UTF-8 and is not.
    #[error("it is marked as UTF-8 but holds other characters: save it anew as CSV UTF-8")]
    BrokenUtf8,
    /// A quotation mark that swallows everything below it.
    #[error(
        "line {line}: a quotation mark is opened and never closed: take it out or close it in the file and import it again"
    )]
    OpenQuote {
        /// The line on which it stands, from 1.
        line: u64,
    },
    /// A needed column is not there.
    #[error("line {line}: {}", header_sentence(.missing, .found.as_deref()))]
    Header {
        /// The line taken for the header, from 1.
        line: u64,
        /// The fields without a column.
        missing: Vec<Field>,
        /// The words of that line; none when it looks like a row of data, since those words are personal.
        found: Option<Vec<String>>,
    },
    /// A header and nothing below it.
    #[error("it has a header but no rows: export the membership list again")]
    NoRows,
}

impl FileFault {
    /// The fault behind an error of the operating system.
    pub(super) fn from_io(error: io::Error) -> Self {
        if let Some(OpenQuote { line }) = OpenQuote::within(&error) {
            return Self::OpenQuote { line };
        }
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Unreadable(error),
        }
    }
}

fn header_sentence(missing: &[Field], found: Option<&[String]>) -> String {
    let needed: Vec<String> =
        missing.iter().map(|f| format!("{} (for example \"{}\")", f.label(), f.example())).collect();
    let needed = needed.join(" and for ");
    match found {
        Some(found) => format!(
            "there is no column for {needed}; the columns found are: {}. Rename the column in the file and import it again",
            found.join(", ")
        ),
        None => format!(
            "there is no column for {needed}, and the line looks like a row of data: \
             put a line with the names of the columns above the list"
        ),
    }
}

/// Why one row is rejected. The others are not touched by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RowFault {
    /// The cell of the card number is empty.
    #[error("the card number is missing")]
    NoNumber,
    /// The number does not match `card.pattern`.
    #[error("the card number does not fit the pattern of the configuration (card.pattern)")]
    NumberDoesNotFit,
    /// A spreadsheet program has written the number as a power of ten.
    #[error(
        "a spreadsheet has shortened the card number (like 2.1E+13): format that column as text and save the list anew"
    )]
    NumberShortened,
    /// The same number was imported from an earlier row.
    #[error("the card number stands already in line {first_line}")]
    NumberTwice {
        /// Where the number stood first.
        first_line: u64,
    },
    /// The cell of the name is empty.
    #[error("the name is missing")]
    NoName,
    /// Too long, or with control characters.
    #[error("the name has more than 255 characters or a control character")]
    BadName,
    /// Too long, or with control characters.
    #[error("the address has more than 500 characters or a control character")]
    BadAddress,
    /// Not a day of the calendar, or not written in a form that is read.
    #[error("{} is not a date (write it like 2026-11-24 or 24/11/2026)", .0.label())]
    BadDate(Field),
    /// A status that is on no list.
    #[error("the status is not known (write aktif, tidak aktif or blokir)")]
    BadStatus,
    /// More cells than columns: as a rule a separator inside a text without quotes.
    #[error("the row has more cells than the header: put quotes around a text that holds the separator")]
    TooManyCells,
}
