//! An order for a file: what it holds, of which days, in which form, with which choices.

use super::{Choices, ReportKind};
use crate::domain::id_enum;
use crate::domain::listing::Sieve;
use crate::domain::span::Span;
use crate::domain::visit::MembershipType;
use crate::domain::visit_row::VisitRow;

id_enum! {
    /// What a file holds.
    Content {
        /// "Laporan Kunjungan".
        Visits = "visits",
        /// "Layanan internet".
        Internet = "internet",
        /// "Kepatuhan SOP".
        Sop = "sop",
        /// "Rombongan".
        Groups = "groups",
        /// The book row by row.
        Book = "book",
        /// The rows that the filters of Kunjungan let through.
        Sifted = "sifted",
    }
}

id_enum! {
    /// The form of a file.
    FileForm {
        /// A workbook.
        Xlsx = "xlsx",
        /// Ready to print.
        Pdf = "pdf",
        /// Rows of the book.
        Csv = "csv",
    }
}

/// What staff order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// What the file holds.
    pub content: Content,
    /// Of which days.
    pub span: Span,
    /// In which form.
    pub form: FileForm,
    /// With what.
    pub choices: Choices,
}

/// Rows of the book as Kunjungan lists them, to be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sifted {
    /// Which rows.
    pub sieve: Sieve,
    /// In which form; rows are no paper.
    pub form: FileForm,
    /// "Samarkan nama pengunjung".
    pub mask_names: bool,
}

/// What is made into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A report, or rows of a span.
    Order(Order),
    /// Rows that a sieve lets through.
    Sifted(Sifted),
}

impl Sifted {
    /// The same as an order, once it is known which days its rows are of.
    #[must_use]
    pub fn order(&self, span: Span) -> Order {
        let choices = Choices { chart: false, mask_names: self.mask_names, signatures: false };
        Order { content: Content::Sifted, span, form: self.form, choices }
    }
}

impl Order {
    /// Whether the file holds rows of the book as they are, and no report: CSV is always that.
    #[must_use]
    pub fn is_raw(&self) -> bool {
        matches!(self.content, Content::Book | Content::Sifted) || self.form == FileForm::Csv
    }

    /// The report; `None` for rows of the book.
    #[must_use]
    pub fn report(&self) -> Option<ReportKind> {
        if self.form == FileForm::Csv { None } else { self.content.report() }
    }

    /// Whether the row belongs to what is ordered: of a report on groups or on the internet room, only their rows.
    #[must_use]
    pub fn takes(&self, row: &VisitRow) -> bool {
        match self.content {
            Content::Visits | Content::Sop | Content::Book | Content::Sifted => true,
            Content::Internet => row.seat.is_some(),
            Content::Groups => row.membership_type == MembershipType::Group,
        }
    }

    /// Whether the file may hold names of people in full.
    #[must_use]
    pub fn names(&self) -> bool {
        !self.choices.mask_names && self.may_name()
    }

    /// Whether such a file speaks of single entries at all, so that masking changes anything.
    #[must_use]
    pub fn may_name(&self) -> bool {
        self.is_raw() || self.content == Content::Groups
    }
}

impl Content {
    /// The report of that name.
    #[must_use]
    pub fn report(self) -> Option<ReportKind> {
        match self {
            Self::Visits => Some(ReportKind::Visits),
            Self::Internet => Some(ReportKind::Internet),
            Self::Sop => Some(ReportKind::Sop),
            Self::Groups => Some(ReportKind::Groups),
            Self::Book | Self::Sifted => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::span::parse_date;

    #[test]
    fn names_stand_only_where_single_entries_do_and_nobody_masks_them() {
        let span = Span::month_of(parse_date("2026-11-25").unwrap()).unwrap();
        let order = |content, form, mask_names| Order {
            content,
            span,
            form,
            choices: Choices { mask_names, ..Choices::default() },
        };
        assert!(order(Content::Groups, FileForm::Pdf, false).names());
        assert!(order(Content::Visits, FileForm::Csv, false).names());
        assert!(order(Content::Book, FileForm::Xlsx, false).names());
        assert!(!order(Content::Visits, FileForm::Pdf, false).names());
        for content in Content::ALL {
            for form in FileForm::ALL {
                assert!(!order(*content, *form, true).names());
            }
        }
        assert_eq!(order(Content::Sop, FileForm::Csv, true).report(), None);
        assert_eq!(order(Content::Sop, FileForm::Xlsx, true).report(), Some(ReportKind::Sop));
    }
}
