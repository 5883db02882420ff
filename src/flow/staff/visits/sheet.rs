//! What stands over the list: a menu, the details of a row, a question.

use chrono::NaiveDate;

use super::export::Export;
use super::form::Form;
use crate::domain::audit::Happened;
use crate::domain::listing::Listed;
use crate::domain::visit::VoidReason;

/// A filter whose choices stand in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// Tanggal.
    When,
    /// Jenis.
    Kind,
    /// Keperluan.
    Purpose,
    /// Waktu isi.
    Pace,
    /// Cara masuk.
    Entry,
}

/// What a calendar is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// The first touch is one end of a period, the second the other.
    Between(Option<NaiveDate>),
    /// The day whose rows are shown.
    Jump,
}

/// What stands over the list. One at a time.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// The choices of a filter.
    List(Which),
    /// A calendar.
    Calendar {
        /// What for.
        days: Days,
        /// The month that is shown.
        month: NaiveDate,
    },
    /// The menu of a row.
    Menu(Box<Listed>),
    /// Everything about a row.
    Details(Box<Details>),
    /// Ubah keperluan.
    Purpose(Box<Listed>),
    /// Batalkan pencatatan.
    Void(Box<Voiding>),
    /// Tutup sesi internet: asked once.
    EndSession(Box<Listed>),
    /// Hapus data pribadi: asked once.
    Erase(Box<Listed>),
    /// Catat manual, Perbaiki data.
    Form(Box<Form>),
    /// Ekspor hasil saring.
    Export(Box<Export>),
}

/// Everything about a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
    /// The row.
    pub listed: Listed,
    /// What staff did to it; `None` until it is read.
    pub history: Option<Vec<Happened>>,
    pub(super) ticket: u64,
}

/// The question why a row is taken back.
#[derive(Clone, PartialEq, Eq)]
pub struct Voiding {
    /// The row.
    pub listed: Listed,
    /// The reason.
    pub reason: Option<VoidReason>,
    /// One's own words; need not be given.
    pub words: String,
    /// Keys go to the words.
    pub typing: bool,
}

impl std::fmt::Debug for Voiding {
    /// Without the words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Voiding({:?}, {:?})", self.listed, self.reason)
    }
}

/// The reasons that staff may choose; others are the program's own.
pub const REASONS: [VoidReason; 5] =
    [VoidReason::Mistake, VoidReason::Duplicate, VoidReason::Visitor, VoidReason::Test, VoidReason::Other];

/// The most characters of one's own words.
pub(super) const MOST_WORDS: usize = 120;
