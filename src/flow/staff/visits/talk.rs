//! What happens on the page, what it asks, and what is answered.

use chrono::{NaiveDate, NaiveDateTime};

use super::super::page::Unanswered;
use super::Shown;
use super::draft::Draft;
use super::form::{Field, Pick, Picked};
use super::sheet::{Days, Which};
use super::wish::{Choice, Wish};
use crate::domain::audit::Happened;
use crate::domain::listing::Place;
use crate::domain::purpose::PurposeId;
use crate::domain::report::FileForm;
use crate::domain::visit::{VisitId, VoidReason};

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// It is done.
    Done(Deed),
    /// It was not done, and why.
    Refused(Refused),
    /// There was no answer.
    Unanswered(Unanswered),
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Taken back.
    Voided,
    /// Corrected.
    Corrected,
    /// Entered by hand.
    Entered,
    /// Erased.
    Erased,
    /// The internet session was ended.
    SessionEnded,
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Somebody else took the row back meanwhile.
    Already,
    /// Its personal data is erased.
    Erased,
    /// Nothing would change.
    NothingNew,
    /// The row is not there.
    Gone,
    /// A visit in the future.
    Future,
    /// A time that the library's clock skipped.
    NoSuchTime,
    /// The card's number does not fit the pattern.
    Card,
    /// The list does not know the card: the name is needed.
    NameNeeded,
    /// The group is larger than the library takes.
    TooMany,
    /// The internet session has ended meanwhile.
    SessionOver,
}

/// What happens on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The search was touched.
    Search,
    /// Selesai: the keyboard goes.
    SearchDone,
    /// The X of the search.
    ClearSearch,
    /// A filter was touched: its choices stand in a list.
    Open(Which),
    /// A filter is set.
    Choose(Choice),
    /// Hapus saringan.
    ClearAll,
    /// Sebelumnya, Berikutnya, a number.
    Turn(Turn),
    /// Pilih tanggal, Lompat ke tanggal.
    Calendar(Days),
    /// The calendar turns by so many months.
    Month(NaiveDate),
    /// A day of the calendar.
    Day(NaiveDate),
    /// Tampilkan nama (`true`), Samarkan nama.
    Names(bool),
    /// The menu of a row.
    Row(VisitId),
    /// Of the menu.
    Act(RowAct),
    /// Away with what stands over the list.
    Close,
    /// Ubah keperluan: to this one.
    NewPurpose(PurposeId),
    /// Why a row is taken back.
    Reason(VoidReason),
    /// The words beside the reason.
    Words,
    /// The words are written.
    WordsDone,
    /// Batalkan pencatatan, after the reason.
    Void,
    /// Hapus data pribadi, after the question.
    Erase,
    /// Tutup sesi internet, after the question.
    EndSession,
    /// Catat manual.
    ByHand,
    /// A field of the form.
    Field(Option<Field>),
    /// A list of the form; `None` closes it.
    Pick(Option<Pick>),
    /// Its answer.
    Picked(Picked),
    /// Simpan.
    Save,
    /// Ekspor hasil saring.
    Export,
    /// Its form.
    ExportForm(FileForm),
    /// Samarkan nama pengunjung.
    ExportMask,
    /// Buat berkas.
    ExportMake,
}

/// Another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Berikutnya: older rows.
    Older,
    /// Sebelumnya: newer rows.
    Newer,
    /// The page of that number.
    Number(u64),
}

/// An act of the menu of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowAct {
    /// Lihat rincian.
    Details,
    /// Ubah keperluan.
    Purpose,
    /// Perbaiki data.
    Correct,
    /// Tutup sesi internet, while it is open.
    EndSession,
    /// Batalkan pencatatan.
    Void,
    /// Hapus data pribadi, for administrators.
    Erase,
}

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A page of the book.
    Page(Box<Wish>, Place),
    /// What happened to a row.
    History(VisitId),
    /// Take down that names are shown.
    ShowNames,
    /// Take a row back.
    Void {
        /// Which.
        id: VisitId,
        /// Why.
        reason: VoidReason,
        /// In one's own words.
        words: Option<Note>,
    },
    /// Correct a row.
    Correct {
        /// Which.
        id: VisitId,
        /// The id of the new one.
        new: VisitId,
        /// What it says.
        draft: Box<Draft>,
    },
    /// Enter a visit by hand.
    Enter {
        /// Its id.
        id: VisitId,
        /// When it was, where the library stands.
        at: NaiveDateTime,
        /// What it says.
        draft: Box<Draft>,
    },
    /// End the internet session of a row.
    EndSession(VisitId),
    /// Erase a row's personal data.
    Erase(VisitId),
}

/// One's own words; not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Note(pub String);

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Note(…)")
    }
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A page.
    Page(Box<Shown>),
    /// What happened to a row, oldest first.
    History(Vec<Happened>),
    /// It stands in the log that names are shown.
    NamesShown,
    /// It is done.
    Done(Deed),
    /// It is not.
    Refused(Refused),
}
