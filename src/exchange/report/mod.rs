//! Official reports: figures in, one document out of them, and that document as a workbook or a PDF.
//!
//! [`compose`] writes the document once; [`xlsx`] and [`pdf`] paint it, and [`lay_out`] gives the pages that the panel
//! shows as its preview, which are the very pages of the PDF.

mod compose;
mod emblem;
mod faces;
mod fault;
mod layout;
mod paper;
mod pdf;
mod printed;
mod xlsx;

pub use compose::compose;
pub use fault::ReportFault;
pub use layout::lay_out;
pub use pdf::pdf;
pub use xlsx::xlsx;

use chrono::Datelike;

use crate::domain::report::ReportKind;
use crate::domain::span::{Span, SpanKind};

/// A name for the file of a report, the same for the same report and sorted by date: `laporan-kunjungan-2026-11.pdf`.
#[must_use]
pub fn file_name(kind: ReportKind, span: &Span, extension: &str) -> String {
    let what = match kind {
        ReportKind::Visits => "kunjungan",
        ReportKind::Internet => "internet",
        ReportKind::Sop => "sop",
        ReportKind::Groups => "rombongan",
    };
    let (from, to) = (span.from(), span.to());
    let when = match span.kind() {
        SpanKind::Day => from.to_string(),
        SpanKind::Month => from.format("%Y-%m").to_string(),
        SpanKind::Quarter => format!("{}-triwulan-{}", from.format("%Y"), from.month0() / 3 + 1),
        SpanKind::Year => from.format("%Y").to_string(),
        SpanKind::Range => format!("{from}-{to}"),
    };
    format!("laporan-{what}-{when}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::span::parse_date;

    #[test]
    fn files_are_named_by_what_and_when() {
        let day = parse_date("2026-11-25").unwrap();
        let name = |kind, span: SpanKind| file_name(kind, &Span::holding(span, day).unwrap(), "pdf");
        assert_eq!(name(ReportKind::Visits, SpanKind::Month), "laporan-kunjungan-2026-11.pdf");
        assert_eq!(name(ReportKind::Sop, SpanKind::Quarter), "laporan-sop-2026-triwulan-4.pdf");
        assert_eq!(name(ReportKind::Groups, SpanKind::Day), "laporan-rombongan-2026-11-25.pdf");
        assert_eq!(name(ReportKind::Internet, SpanKind::Range), "laporan-internet-2026-11-25-2026-11-25.pdf");
    }
}
