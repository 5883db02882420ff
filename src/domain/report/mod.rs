//! What an official report is made of, as plain data: the [`Figures`] that the book gives, the [`Document`] that is
//! written from them once, and the [`Page`]s on which it is laid out. The workbook, the PDF and the panel's preview
//! are all painted from these, so that they agree column by column.

use chrono::NaiveDate;

use super::audit::AuditHead;
use super::id_enum;
use super::span::Span;

mod document;
mod figures;
mod histogram;
mod internet;
mod order;
mod page;
mod place;

pub use document::{Align, Chart, Column, Document, Part, Signature, Table, Value};
pub use figures::{DayFigures, Figures, GroupVisit, Labelled, Tally, Timely};
pub use histogram::{Histogram, OVERFLOW};
pub use internet::{Grade, InternetFigures, Ratings, TidyFigures, TurnedAway};
pub use order::{Content, FileForm, Order, Sifted, Wanted};
pub use page::{A4, Face, Ink, Item, Page, Rect};
pub use place::{Drive, Held, Place, Saved, Stored, Trouble};

id_enum! {
    /// What a report is about.
    ReportKind { Visits = "visits", Internet = "internet", Sop = "sop", Groups = "groups" }
}

/// Which figures are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// What the report is about.
    pub kind: ReportKind,
    /// The days that it covers.
    pub span: Span,
    /// SOP step 1 in seconds: from first touch or scan to the recorded row.
    pub check_in_seconds: u32,
    /// SOP step 3 in seconds: from "Selesai internet" to done.
    pub check_out_seconds: u32,
}

/// What the person who makes a report chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// "Sertakan grafik".
    pub chart: bool,
    /// "Samarkan nama pengunjung": on unless an administrator switches it off.
    pub mask_names: bool,
    /// "Kolom tanda tangan".
    pub signatures: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self { chart: true, mask_names: true, signatures: true }
    }
}

/// Who issues the report, from the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// The lines at the head: names first, then address and numbers.
    pub lines: Vec<String>,
    /// The emblem as an SVG text; `None`: the program's own.
    pub emblem: Option<String>,
    /// The place before the date, as in "Banyuwangi, 25 November 2026".
    pub place: Option<String>,
}

impl Letterhead {
    /// The lines, and whether each is a name to stand in bold: all before the first one with a figure in it, which
    /// begins the address. The first line is always a name.
    pub fn styled(&self) -> impl Iterator<Item = (&str, bool)> {
        let address = self.lines.iter().position(|l| l.contains(|c: char| c.is_ascii_digit()));
        let names = address.unwrap_or(self.lines.len()).max(1);
        self.lines.iter().enumerate().map(move |(at, line)| (line.as_str(), at < names))
    }
}

/// What surrounds the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Who issues it.
    pub letterhead: Letterhead,
    /// The library-local day on which it is made.
    pub made_on: NaiveDate,
    /// The audit log's end, printed so that cutting it off is seen; `None` where no book stands behind the figures.
    pub audit: Option<AuditHead>,
}
