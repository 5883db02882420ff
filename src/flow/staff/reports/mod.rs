//! Laporan: what is ordered, of which days, in which form, and the preview of it. Whither it goes and what becomes of the
//! file is [`super::saving`]'s.

mod update;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{DayPicker, PickEvent};
use crate::domain::id_enum;
use crate::domain::report::{Choices, Content, Drive, FileForm, Held, Order, Page as Sheet, Place, Saved, Wanted};
use crate::domain::span::{Span, SpanKind};

/// What the page remembers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// What the page was told when it was opened; `None` until then.
    pub desk: Option<Desk>,
    /// The preview.
    pub preview: Preview,
    /// What lies over the page.
    pub over: Option<Over>,
    /// Somebody who is not an administrator wanted names.
    pub names_refused: bool,
    pub(super) opening: Option<u64>,
}

/// What is ordered, and what there is to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// The library's day.
    pub today: NaiveDate,
    /// What is ordered; its choices as they were made, also those that its form does not know.
    pub order: Order,
    /// The files that were made last, newest first.
    pub recent: Vec<Recent>,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// What it holds.
    pub content: Content,
    /// Of which days.
    pub span: Span,
    /// In which form; `None` for one that this version does not know.
    pub form: Option<FileForm>,
    /// On which day it was made.
    pub on: NaiveDate,
}

/// The pages as they will be printed. Two are the same when they are one.
#[derive(Debug, Clone)]
pub struct Sheets(pub Arc<[Sheet]>);

impl PartialEq for Sheets {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Sheets {}

/// The preview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// The pages, once they are known; those of the order before while new ones are under way.
    pub sheets: Option<Sheets>,
    /// Which one is shown, from 0.
    pub at: usize,
    /// The book could not be read.
    pub failed: bool,
    pub(super) asked: Option<u64>,
    /// The order has changed since.
    pub(super) stale: bool,
}

impl Preview {
    /// Whether new pages are under way.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.asked.is_some()
    }

    /// How many pages there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sheets.as_ref().map_or(0, |s| s.0.len())
    }
}

/// What lies over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// The period is being chosen.
    Period(DayPicker),
    /// The preview, large.
    Large,
}

id_enum! {
    /// A line of the list of reports.
    Choice {
        /// "Rekap harian".
        Daily = "daily",
        /// "Rekap bulanan".
        Monthly = "monthly",
        /// "Rekap tahunan".
        Yearly = "yearly",
        /// "Rekap periode lain": a quarter or any range.
        Other = "other",
        /// "Layanan internet".
        Internet = "internet",
        /// "Kepatuhan SOP".
        Sop = "sop",
        /// "Rombongan".
        Groups = "groups",
        /// "Buku pengunjung", row by row.
        Book = "book",
    }
}

impl Choice {
    /// The line of an order.
    #[must_use]
    pub fn of(content: Content, span: &Span) -> Self {
        match (content, span.kind()) {
            (Content::Internet, _) => Self::Internet,
            (Content::Sop, _) => Self::Sop,
            (Content::Groups, _) => Self::Groups,
            (Content::Book | Content::Sifted, _) => Self::Book,
            (Content::Visits, SpanKind::Day) => Self::Daily,
            (Content::Visits, SpanKind::Month) => Self::Monthly,
            (Content::Visits, SpanKind::Year) => Self::Yearly,
            (Content::Visits, SpanKind::Quarter | SpanKind::Range) => Self::Other,
        }
    }
}

/// What happens on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A line of the list of reports.
    Choose(Choice),
    /// The period before.
    Back,
    /// The period after.
    Forward,
    /// The period is to be chosen.
    OpenPeriod,
    /// Something in that.
    Period(PickEvent),
    /// A form of the file.
    Form(FileForm),
    /// "Sertakan grafik".
    Chart,
    /// "Samarkan nama pengunjung".
    Mask,
    /// "Kolom tanda tangan".
    Sign,
    /// "Buat laporan".
    Make,
    /// The page of the preview before.
    SheetBack,
    /// The page of the preview after.
    SheetForward,
    /// The preview, large.
    Enlarge,
    /// What lies over the page goes.
    Close,
}

/// What is asked by the page and by whatever else takes a file away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// What is there to choose from?
    Open,
    /// How will it look?
    Preview(Order),
    /// Make it.
    Make(Box<Wanted>, Place),
    /// Stop making it.
    Cancel,
    /// Let go of the drive that is mounted there.
    Release(PathBuf),
    /// Which folders are in that one?
    Folders(PathBuf),
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To [`Ask::Open`].
    Opened {
        /// The library's day.
        today: NaiveDate,
        /// The drives that are there.
        drives: Vec<Drive>,
        /// Bytes free where the report folder is.
        free: Option<u64>,
        /// The files that were made last, newest first.
        recent: Vec<Recent>,
        /// The ask under whose ticket a file is still being made.
        making: Option<u64>,
    },
    /// Told whenever a drive has come or gone, whatever the ticket.
    Drives {
        /// The drives that are there.
        drives: Vec<Drive>,
        /// Bytes free where the report folder is.
        free: Option<u64>,
    },
    /// To [`Ask::Preview`].
    Preview(Sheets),
    /// To [`Ask::Make`], more than once: so far it is, in hundredths.
    Progress(u8),
    /// To [`Ask::Make`]: the end of it, and the files that were made last.
    Made(Saved, Vec<Recent>),
    /// To [`Ask::Cancel`]: it was passed on.
    Cancelling,
    /// To [`Ask::Release`], at first: it has begun.
    Releasing,
    /// To [`Ask::Release`].
    Released(Result<(), Held>),
    /// To [`Ask::Folders`]; `None` when it is gone or cannot be read.
    Folders(Option<Vec<String>>),
}

impl Desk {
    /// The order as it is carried out: without what its form does not know.
    #[must_use]
    pub fn effective(&self) -> Order {
        let raw = self.order.is_raw();
        let Choices { chart, mask_names, signatures } = self.order.choices;
        let choices = Choices { chart: chart && !raw, mask_names, signatures: signatures && !raw };
        Order { choices, ..self.order }
    }

    /// The line of the list of reports.
    #[must_use]
    pub fn choice(&self) -> Choice {
        Choice::of(self.order.content, &self.order.span)
    }

    /// The period after, unless it lies in the future.
    #[must_use]
    pub fn after(&self) -> Option<Span> {
        self.order.span.after().filter(|span| span.from() <= self.today)
    }
}
