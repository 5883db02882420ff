//! The membership list in: a CSV or XLSX file becomes members, row by row, without ever standing in memory whole.
//!
//! [`MemberFile::open`] finds kind, encoding, separator and header; [`MemberFile::read`] hands on each row as a member
//! or as rejected with a reason. Nothing is written here, so that a fault half way down changes nothing.

mod csv_rows;
mod dates;
mod fault;
mod header;
mod quotes;
mod row;
mod source;
#[cfg(test)]
mod tests;
mod text;
mod values;
mod words;
mod xlsx_rows;

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

pub use fault::{FileFault, RowFault};
pub use header::{Columns, Field};
pub use row::MAX_ADDRESS_CHARS;
pub use source::{MAX_CSV_BYTES, MAX_UNPACKED_BYTES, MAX_XLSX_BYTES};
pub use words::not_known;

use crate::domain::card::{CardNumber, CardPattern};
use crate::domain::member::Member;

/// The header stands within this many rows; titles may stand above it.
const HEADER_WITHIN: usize = 20;
/// How many rows below the header are kept to be shown.
const SAMPLES: usize = 5;

/// One row as the file has it.
struct RawRow<'a> {
    line: u64,
    cells: &'a [String],
    done_permille: u64,
}

#[derive(Debug)]
enum Source {
    Csv(csv_rows::Dialect),
    Xlsx(String),
}

/// A file that is a table with a header.
#[derive(Debug)]
pub struct MemberFile {
    path: PathBuf,
    source: Source,
    header_line: u64,
    header: Vec<String>,
    samples: Vec<Vec<String>>,
    columns: Columns,
}

/// One row, and how far the file is read.
#[derive(Debug)]
pub struct Step {
    /// The line (of a sheet: the row) on which it begins, from 1.
    pub line: u64,
    /// How much of the file is read, in thousandths.
    pub done_permille: u64,
    /// What became of the row.
    pub outcome: Outcome,
}

/// What became of a row.
#[derive(Debug)]
pub enum Outcome {
    /// A member to be imported.
    Member(Member),
    /// Not taken.
    Rejected {
        /// The row's number when it has one that fits: a member who is in the file though the row is wrong.
        card: Option<CardNumber>,
        /// Why.
        fault: RowFault,
    },
}

/// What is to be said about the whole file once it is read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// Rows with members.
    pub members: u64,
    /// Rejected rows.
    pub rejected: u64,
    /// Facts that were left out because their words are on no list: how many rows, and the first line.
    pub not_known: BTreeMap<Field, (u64, u64)>,
}

impl MemberFile {
    /// Opens a file and finds its header. Columns may still be missing: see [`MemberFile::require`].
    ///
    /// # Errors
    /// The file is missing, unreadable, empty, too large, no table, or has nothing below its header.
    pub fn open(path: &Path) -> Result<Self, FileFault> {
        let source = match source::kind_of(path)? {
            source::Kind::Csv => Source::Csv(csv_rows::dialect(path)?),
            source::Kind::Xlsx => Source::Xlsx(xlsx_rows::sheet(path)?),
        };
        let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
        source.each(path, &mut |row| {
            rows.push((row.line, row.cells.to_vec()));
            if rows.len() < HEADER_WITHIN + SAMPLES { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        let complete = |(_, cells): &(u64, Vec<String>)| Columns::guess(cells).missing().is_empty();
        let at = rows.iter().take(HEADER_WITHIN).position(complete).unwrap_or(0);
        let mut below = rows.into_iter().skip(at);
        let (header_line, header) = below.next().ok_or(FileFault::NoRows)?;
        let samples: Vec<_> = below.take(SAMPLES).map(|(_, cells)| cells).collect();
        let columns = Columns::guess(&header);
        if samples.is_empty() && columns.missing().is_empty() {
            return Err(FileFault::NoRows);
        }
        Ok(Self { path: path.to_owned(), source, header_line, header, samples, columns })
    }

    /// The names of the columns as they stand in the file.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The first rows below the header.
    #[must_use]
    pub fn samples(&self) -> &[Vec<String>] {
        &self.samples
    }

    /// The columns as the header names them.
    #[must_use]
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Checks that every needed field has a column.
    ///
    /// # Errors
    /// [`FileFault::Header`] with what is missing and what was found.
    pub fn require(&self, columns: &Columns) -> Result<(), FileFault> {
        let missing = columns.missing();
        if missing.is_empty() {
            return Ok(());
        }
        let names = self.header.iter().map(|h| h.trim()).filter(|h| !h.is_empty());
        let short = |name: &str| name.chars().filter(|c| !c.is_control()).take(30).collect::<String>();
        let found = (!header::looks_like_data(&self.header)).then(|| names.take(20).map(short).collect());
        Err(FileFault::Header { line: self.header_line, missing, found })
    }

    /// Reads the file from its header down and hands each row to `take` in the order of the file, until it breaks
    /// off. The second row with the same number is rejected.
    ///
    /// # Errors
    /// A needed column is missing, or the file cannot be read to its end.
    pub fn read(
        &self,
        columns: &Columns,
        pattern: &CardPattern,
        take: &mut dyn FnMut(Step) -> ControlFlow<()>,
    ) -> Result<Remarks, FileFault> {
        self.require(columns)?;
        let mut remarks = Remarks::default();
        let mut seen: HashMap<CardNumber, u64> = HashMap::new();
        self.source.each(&self.path, &mut |raw| {
            if raw.line <= self.header_line {
                return ControlFlow::Continue(());
            }
            let parsed = row::parse(raw.cells, self.header.len(), columns, pattern);
            let twice = parsed.card.as_ref().and_then(|c| seen.get(c).copied());
            let outcome = match (parsed.member, twice) {
                (_, Some(first_line)) => {
                    Outcome::Rejected { card: parsed.card, fault: RowFault::NumberTwice { first_line } }
                }
                (Ok(member), None) => {
                    seen.insert(member.card_number.clone(), raw.line);
                    for field in parsed.not_known {
                        remarks.not_known.entry(field).or_insert((0, raw.line)).0 += 1;
                    }
                    Outcome::Member(member)
                }
                (Err(fault), None) => Outcome::Rejected { card: parsed.card, fault },
            };
            match outcome {
                Outcome::Member(_) => remarks.members += 1,
                Outcome::Rejected { .. } => remarks.rejected += 1,
            }
            take(Step { line: raw.line, done_permille: raw.done_permille, outcome })
        })?;
        Ok(remarks)
    }
}

impl Source {
    fn each(&self, path: &Path, take: &mut dyn FnMut(RawRow<'_>) -> ControlFlow<()>) -> Result<(), FileFault> {
        match self {
            Self::Csv(dialect) => csv_rows::each(path, *dialect, take),
            Self::Xlsx(sheet) => xlsx_rows::each(path, sheet, take),
        }
    }
}
