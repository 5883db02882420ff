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

use chrono::{Datelike, NaiveTime};

use crate::domain::report::{Content, Order};
use crate::domain::span::{Span, SpanKind};

/// A name for the file of an order, the same for the same order and sorted by date: `laporan-kunjungan-2026-11.pdf`,
/// `buku-pengunjung-2026-11.csv`. A file with names of people says so: `laporan-rombongan-2026-11-dengan-nama.pdf`.
#[must_use]
pub fn file_name(order: &Order) -> String {
    let (what, span) = (if order.is_raw() { "buku" } else { "laporan" }, &order.span);
    let of = match order.content {
        Content::Visits | Content::Book if order.is_raw() => "pengunjung",
        Content::Visits | Content::Book => "kunjungan",
        Content::Internet => "internet",
        Content::Sop => "sop",
        Content::Groups => "rombongan",
        Content::Sifted => "tersaring",
    };
    let when = of_span(span);
    let named = if order.names() { "-dengan-nama" } else { "" };
    format!("{what}-{of}-{when}{named}.{}", order.form.id())
}

/// The same for rows that were sifted, made at `at`: two of the same days may hold different rows, so each has a name of
/// its own: `buku-tersaring-2026-11-25-pukul-13-47-05.csv`.
#[must_use]
pub fn sifted_name(order: &Order, at: NaiveTime) -> String {
    let named = if order.names() { "-dengan-nama" } else { "" };
    let (when, at) = (of_span(&order.span), at.format("%H-%M-%S"));
    format!("buku-tersaring-{when}-pukul-{at}{named}.{}", order.form.id())
}

fn of_span(span: &Span) -> String {
    let (from, to) = (span.from(), span.to());
    match span.kind() {
        SpanKind::Day => from.to_string(),
        SpanKind::Month => from.format("%Y-%m").to_string(),
        SpanKind::Quarter => format!("{}-triwulan-{}", from.format("%Y"), from.month0() / 3 + 1),
        SpanKind::Year => from.format("%Y").to_string(),
        SpanKind::Range => format!("{from}-{to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report::{Choices, FileForm};
    use crate::domain::span::parse_date;

    #[test]
    fn files_are_named_by_what_and_when() {
        let day = parse_date("2026-11-25").unwrap();
        let order = |content, span: SpanKind, form| Order {
            content,
            span: Span::holding(span, day).unwrap(),
            form,
            choices: Choices::default(),
        };
        let name = |content, span, form| file_name(&order(content, span, form));
        let pdf = FileForm::Pdf;
        assert_eq!(name(Content::Visits, SpanKind::Month, pdf), "laporan-kunjungan-2026-11.pdf");
        assert_eq!(name(Content::Sop, SpanKind::Quarter, pdf), "laporan-sop-2026-triwulan-4.pdf");
        assert_eq!(name(Content::Groups, SpanKind::Day, pdf), "laporan-rombongan-2026-11-25.pdf");
        assert_eq!(name(Content::Internet, SpanKind::Range, pdf), "laporan-internet-2026-11-25-2026-11-25.pdf");
        assert_eq!(name(Content::Book, SpanKind::Year, FileForm::Xlsx), "buku-pengunjung-2026.xlsx");
        assert_eq!(name(Content::Visits, SpanKind::Year, FileForm::Csv), "buku-pengunjung-2026.csv");
        assert_eq!(name(Content::Groups, SpanKind::Year, FileForm::Csv), "buku-rombongan-2026.csv");
        let mut named = order(Content::Groups, SpanKind::Year, pdf);
        named.choices.mask_names = false;
        assert_eq!(file_name(&named), "laporan-rombongan-2026-dengan-nama.pdf");
    }
}
